"""The questions that a reply may answer, each with what the reply means against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Meaning, Question
from bot.core.route import ClosedPrompt, OpenPrompt
from bot.core.understand import understand
from bot.store import conversations
from bot.store.conversations import Open
from bot.turns.unit import Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that the reply may answer, with what the reply means against it."""

    at: Open
    question: Question
    label: Mapping[str, str]
    meaning: Meaning


def candidates(unit: Unit, found: Sequence[Open], text: str) -> tuple[list[Candidate], list[Candidate]]:
    """The questions that are open to the customer, and those that closed lately."""
    open_: list[Candidate] = []
    closed: list[Candidate] = []
    for at in found:
        flow = unit.parts.flows.version(unit.thread.carrier, at.conversation.flow, at.conversation.flow_hash)
        question = flow.question(at.prompt_state or "")
        if question is None or (at.prompt_status == "open" and not at.asked and at.conversation.turns <= 1):
            continue  # a first question that has not left yet cannot be what was answered
        candidate = Candidate(at, question, flow.label, meaning_of(unit, question, text))
        (open_ if at.prompt_status == "open" else closed).append(candidate)
    return open_, closed


def meaning_of(unit: Unit, question: Question | None, text: str) -> Meaning:
    """What `text` means to this question (None: to none), at this moment in the customer's zone."""
    return understand(text, question, unit.local_now)


def repeated_of(closed: Sequence[Candidate], now: datetime) -> Candidate | None:
    """The answer that closed a question a moment ago, sent once more (an impatient thumb, a phone that tries again)."""
    for one in reversed(closed):
        at, meaning = one.at, one.meaning
        lately = at.closed_at is not None and now - at.closed_at < conversations.REPEATS
        # A bare address fits the option that was chosen by its digit before, and is no repetition of that digit.
        picks = meaning.intent not in ("address", "time") or meaning.branch in one.question.accepts
        same = picks and meaning.branch == at.answered_by
        if at.prompt_status == "answered" and meaning.branch and lately and same:
            return one
    return None


def takes_late(unit: Unit, one: Candidate) -> bool:
    """Whether the state that asked says what becomes of a late answer."""
    flow = unit.parts.flows.version(unit.thread.carrier, one.at.conversation.flow, one.at.conversation.flow_hash)
    state = flow.states.get(one.at.prompt_state or "")
    return state is not None and state.late is not None


def prompt_of(one: Candidate) -> OpenPrompt:
    """An open question as routing knows it."""
    return OpenPrompt(one.at.prompt_id or 0, one.question, _tracking_no(one.at), one.label)


def closed_of(one: Candidate) -> ClosedPrompt:
    """A closed question as routing knows it."""
    at = one.at
    if at.closed_at is None or at.late_until is None:
        raise ValueError(f"question {at.prompt_id} is not closed")
    return ClosedPrompt(at.prompt_id or 0, one.question, at.closed_at, at.late_until, _tracking_no(at))


def _tracking_no(at: Open) -> str | None:
    return at.shipment["tracking_no"] if at.shipment else None
