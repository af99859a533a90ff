"""Which open question a reply belongs to (law 12): a question, never just a phone number. The rule that decided is kept and shown.

Order: compliance word (the caller's, before this) → pending A/B question → waybill tail → the only open question → several: ask with letters, and
replay the original text after the answer → none open but one closed lately: its `late` rule → `anything_else` → a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from bot.core.carrier import CarrierConfig, pick_language
from bot.core.model import Meaning, Question
from bot.core.tokens import LETTERS, lettered, letters_named, tails_named, without_tails
from bot.core.wordings import wording

Rule = Literal["choice", "token", "only", "ask", "unsettled", "late", "anything_else"]

ASK_AT_MOST: Final = 2
"""How often the letters are asked for; then a person reads the original text. A customer is not sent round in circles."""
_FOR_NOBODY: Final = frozenset({"complaint", "not_received", "agent", "thanks", "help"})
"""Wishes that need no question to belong to: with several open, asking "which parcel?" first would only be in the way."""


@dataclass(frozen=True, slots=True)
class OpenPrompt:
    """A question that waits for an answer. `label` names its flow to a customer, by language."""

    id: int
    question: Question
    tracking_no: str | None = None
    label: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ClosedPrompt:
    """A question that has closed; until `late_until` a reply still falls under its `late` rule."""

    id: int
    question: Question
    closed_at: datetime
    late_until: datetime
    tracking_no: str | None = None


@dataclass(frozen=True, slots=True)
class PendingChoice:
    """The A/B question that waits for a letter: A is the first of `candidates` (ids of prompts), `text` what was said before it."""

    candidates: tuple[int, ...]
    text: str
    expires_at: datetime
    asked: int = 1


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a reply goes.

    choice, token, only: read `text` against each of `prompts`. ask: send `ask_text(candidates, …)` and keep `text` as the pending choice.
    unsettled: the letters were asked for in vain: a case with `text`. late: `RepliedLate` of the conversation of `prompts[0]`.
    anything_else: that flow.
    """

    rule: Rule
    text: str
    prompts: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    asked: int = 0
    """Times that the letters will have been asked for, this one included."""


def route(
    text: str,
    prompts: Sequence[OpenPrompt],
    pending: PendingChoice | None,
    late: Sequence[ClosedPrompt],
    now: datetime,
    meanings: Sequence[Meaning] = (),
) -> Routed:
    """Route one reply. `prompts` oldest first; `meanings[i]` is what `text` means against `prompts[i]` (may be left out).

    A question that accepts nothing (a pure notice) is no candidate.
    """
    asking = [prompt for prompt in prompts if prompt.question.options or prompt.question.accepts]
    read = dict(zip((prompt.id for prompt in prompts), meanings, strict=False))
    if pending is not None and now < pending.expires_at:
        return _chosen(text, asking, pending, read)
    return _by_token(text, asking) or _by_number(text, asking, late, now, read)


def _chosen(text: str, asking: list[OpenPrompt], pending: PendingChoice, read: Mapping[int, Meaning]) -> Routed:
    """An answer to "A or B?". A question that closed meanwhile can no longer be chosen."""
    still = {prompt.id: prompt for prompt in asking if prompt.id in pending.candidates}
    named = letters_named(text, len(pending.candidates))
    if named:
        ids = [pending.candidates[LETTERS.index(letter)] for letter in named[0]]
        if chosen := tuple(id_ for id_ in ids if id_ in still):
            return Routed("choice", named[1] or pending.text, chosen)
    open_waybills = [prompt.tracking_no for prompt in still.values() if prompt.tracking_no]
    if waybills := tails_named(text, open_waybills):
        ids = [id_ for id_, prompt in still.items() if prompt.tracking_no in waybills]
        if len(ids) == len(waybills):
            rest = without_tails(text, waybills)
            return Routed("choice", pending.text if rest == text else rest, tuple(ids))
    return _not_chosen(text, list(still.values()), pending, read)


def _not_chosen(text: str, still: list[OpenPrompt], pending: PendingChoice, read: Mapping[int, Meaning]) -> Routed:
    meanings = [meaning for prompt in still if (meaning := read.get(prompt.id))]
    if meanings and all(meaning.branch is None and meaning.intent in _FOR_NOBODY for meaning in meanings):
        return Routed("anything_else", text)
    answers = any(meaning.branch is not None for meaning in meanings)
    kept = text if answers else pending.text
    if len(still) == 1:
        return Routed("only", kept, (still[0].id,))
    if not still:
        return Routed("anything_else", kept)
    if pending.asked >= ASK_AT_MOST:
        return Routed("unsettled", pending.text, candidates=pending.candidates)
    return Routed("ask", kept, candidates=tuple(prompt.id for prompt in still[: len(LETTERS)]), asked=pending.asked + 1)


def _by_token(text: str, asking: list[OpenPrompt]) -> Routed | None:
    numbers = [prompt.tracking_no for prompt in asking if prompt.tracking_no]
    waybills = tails_named(text, numbers)
    ids = tuple(prompt.id for prompt in asking if prompt.tracking_no in waybills)
    if waybills and len(ids) == len(waybills):
        return Routed("token", without_tails(text, waybills), ids)
    return None


def _by_number(
    text: str,
    asking: list[OpenPrompt],
    late: Sequence[ClosedPrompt],
    now: datetime,
    read: Mapping[int, Meaning],
) -> Routed:
    if len(asking) == 1:
        return Routed("only", text, (asking[0].id,))
    if asking:
        meanings = [read[prompt.id] for prompt in asking if prompt.id in read]
        if meanings and all(meaning.branch is None and meaning.intent in _FOR_NOBODY for meaning in meanings):
            return Routed("anything_else", text)
        return Routed("ask", text, candidates=tuple(prompt.id for prompt in asking[: len(LETTERS)]), asked=1)
    lately = [prompt for prompt in late if now < prompt.late_until]
    if lately:
        named = tails_named(text, [prompt.tracking_no for prompt in lately if prompt.tracking_no])
        meant = [prompt for prompt in lately if prompt.tracking_no in named] or lately
        return Routed("late", text, (max(meant, key=lambda prompt: prompt.closed_at).id,))
    return Routed("anything_else", text)


def ask_text(candidates: Sequence[OpenPrompt], locale: str, carrier: CarrierConfig) -> str:
    """The question with letters: "您有2个包裹：A 尾号8896 / B 尾号1234。请回复字母"."""
    waybills = [prompt.tracking_no for prompt in candidates]
    only_parcels = None not in waybills and len(set(waybills)) == len(waybills)
    names = [_name(prompt, locale, carrier, with_flow=not only_parcels) for prompt in candidates]
    choices = " / ".join(f"{letter} {name}" for letter, name in lettered(names).items())
    text = wording("which_parcel" if only_parcels else "which", locale, carrier)
    return text.replace("{count}", str(len(candidates))).replace("{choices}", choices)


def _name(prompt: OpenPrompt, locale: str, carrier: CarrierConfig, *, with_flow: bool) -> str:
    parcel = wording("parcel", locale, carrier).replace("{tail}", prompt.tracking_no[-4:]) if prompt.tracking_no else ""
    labels = prompt.label or {}
    label = labels[pick_language(locale, list(labels), carrier.locales[0])] if labels else prompt.question.flow
    return f"{parcel} {label}".strip() if with_flow or not parcel else parcel
