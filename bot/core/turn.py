"""One turn under way: the detached context that the shared machine's events are triggered on. It collects; it performs nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from transitions import MachineError

from bot.core.durations import is_duration, parse_duration
from bot.core.effects import Ask, ClaimCoupon, Decision, Effect, EndOthers, Instruct, Mail, MarkConsent, OpenCase, Say
from bot.core.facts import Facts, Scope
from bot.core.flow.compile import BEGIN, CompiledFlow
from bot.core.flow.schema import Do, Scalar, State
from bot.core.model import Conversation, Meaning, Media, Question
from bot.core.readings import reading, typed_kind
from bot.core.reasons import reason_of
from bot.core.render import in_language, rendered

MAX_STEPS: Final = 30
"""Transitions of one turn. The longest standard flow takes five."""
DEFAULT_DUE: Final = timedelta(hours=2)


def variant_of(flow: CompiledFlow, phone: str, event: Mapping[str, Any] | None = None) -> str:
    """The letter that a customer reads: the one that a campaign gave them, else the same one always, each for about as many."""
    letters = ("A", *sorted(flow.variants))
    given = str(((event or {}).get("data") or {}).get("variant"))
    if given in letters:
        return given
    digest = hashlib.sha256(f"{flow.name}:{phone}".encode()).digest()
    return letters[int.from_bytes(digest[:8], "big") % len(letters)]


class Fault(Exception):
    """The turn cannot be finished. The message is for staff; `ends` closes the conversation."""

    def __init__(self, message: str, *, ends: bool = False) -> None:
        self.ends = ends
        super().__init__(message)


class Turn:
    """Mutable, lives for one `decide`. `state` is what `transitions` reads and writes."""

    def __init__(self, flow: CompiledFlow, conversation: Conversation, facts: Facts, now: datetime) -> None:
        self.flow = flow
        self.before = conversation
        self.facts = facts
        self.state = conversation.state
        self.values: dict[str, Any] = dict(conversation.values)
        self.counters: dict[str, int] = dict(conversation.counters)
        self.effects: list[Effect] = []
        self.path: list[str] = []
        self.meaning: Meaning | None = None
        self.text = ""
        self.media: tuple[Media, ...] = ()
        self._used: set[str] = set()
        self.now = now
        if flow.variants:
            self.values.setdefault("variant", variant_of(flow, str(facts.customer.get("phone")), facts.event))
        for name in flow.counters:
            self.values.setdefault(name, 0)
        locale = facts.carrier.language(facts.customer.get("locale"))
        self.scope = Scope(facts, self.values, flow.kinds, now, locale)

    # ── what decide calls ────────────────────────────────────────────────────────────────────────

    def hear(self, meaning: Meaning, text: str, media: tuple[Media, ...] = ()) -> None:
        """A reply came: its parts can be used by guards and kept, each once."""
        self.meaning, self.text, self.media = meaning, text, media
        self.scope = replace(self.scope, meaning=meaning, text=text)

    def remember_event(self) -> None:
        """What started the flow is known in every later turn too: a reminder says the same notice."""
        event = self.facts.event
        if event and event.get("data"):
            at = event.get("at")
            self.values["event"] = {**event, "at": at.isoformat() if isinstance(at, datetime) else at}

    @property
    def used(self) -> frozenset[str]:
        """The reply keys that this turn has taken: each part of a reply answers once."""
        return frozenset(self._used)

    def trigger(self, name: str) -> None:
        """Take the first branch of `name` whose guard holds. Raises `Fault` where none does, `GuardFailed` where one cannot be told."""
        if len(self.path) >= MAX_STEPS:
            raise Fault(
                f"More than {MAX_STEPS} steps in one turn: the flow runs in a circle at '{self.state}'", ends=True
            )
        event = self.flow.machine.events.get(name)
        source = self.state
        try:
            taken = event is not None and event.trigger(self)
        except MachineError:
            taken = False
        if not taken:
            raise Fault(f"no way on from '{source}' by '{name}': no guard of its branches holds")
        if name.startswith("reply:"):
            self._used.add(name.removeprefix("reply:"))
            self.counters.pop(source, None)

    def settled(self) -> Decision:
        """Go on until the conversation waits, needs a coupon, or ends."""
        while True:
            state = self.flow.states[self.state]
            if state.end:
                return self.finished(ended=True)
            if state.claim:
                self.effects.append(ClaimCoupon(state.claim))
                return replace(self.finished(), waits_for_claim=state.claim)
            if not state.waits:
                self.trigger("go")
            elif trigger := self._answered_already(state):
                self.trigger(trigger)
            else:
                self.effects.append(self._ask(state))
                return self.finished()

    def finished(self, *, ended: bool = False) -> Decision:
        """The decision, with the conversation one version on."""
        moved = Conversation(
            flow=self.before.flow, flow_hash=self.before.flow_hash, state=self.state, version=self.before.version + 1,
            values=self.values, counters=self.counters, turns=self.before.turns + 1,
        )  # fmt: skip
        return Decision(moved, tuple(self.effects), tuple(self.path), ended)

    def nothing(self) -> Decision:
        """The happening moves nothing; the turn is counted."""
        return Decision(replace(self.before, turns=self.before.turns + 1), ())

    # ── what the machine's callbacks call ────────────────────────────────────────────────────────

    def holds(self, source: str) -> bool:
        """Whether a guard holds. Raises `GuardFailed`."""
        return self.flow.guards[source].value(self.scope.typed) is True

    def keep(self, what: Mapping[str, Scalar]) -> None:
        """Keep values, as JSON."""
        for name, value in what.items():
            self.values[name] = self._value(value)

    def entered(self, source: str, trigger: str, target: str) -> None:
        """A state was entered: do what it does, say what it says."""
        self.path.append(f"{source} -{trigger}-> {target}")
        state = self.flow.states[target]
        for do in state.do:
            self._do(do)
        if not (state.waits and self._answered_already(state)):
            self.say(state.say, once_in=state.once_in, urgent=state.urgent)

    def may_ask_again(self) -> bool:
        """Whether the present state may ask once more."""
        unclear = self.flow.states[self.state].unclear
        return unclear is not None and self.counters.get(self.state, 0) < unclear.at_most

    def ask_again(self) -> None:
        """Ask once more, and count it."""
        state = self.flow.states[self.state]
        self.counters[self.state] = self.counters.get(self.state, 0) + 1
        self.path.append(f"{self.state} -unclear-> {self.state}")
        self.say((state.unclear.say if state.unclear else None) or state.say)

    def say(self, key: str | None, *, once_in: timedelta | None = None, urgent: bool = False) -> None:
        """Say a text in the customer's language, unless this turn has just said it."""
        if key is None:
            return
        text, values, locale = self._worded(key)
        said = Say(key, text, locale, urgent, once_in, values)
        if said.text and said not in self.effects:
            self.effects.append(said)

    def _worded(self, key: str) -> tuple[str, tuple[str, ...], str]:
        """A text in the wording of this customer's variant, what was filled in, and its language."""
        texts = self.flow.variants.get(str(self.values.get("variant")), {}).get(key) or self.flow.texts[key]
        locale = in_language(texts, self.facts.customer.get("locale"), self.flow.languages)
        return *rendered(texts[locale], replace(self.scope, locale=locale)), locale

    # ── details ──────────────────────────────────────────────────────────────────────────────────

    def _answered_already(self, state: State) -> str | None:
        """What this turn's reply brought for this question too. A flow that a reply starts reads it as its first answer."""
        if self.meaning is None:
            return None
        if self.path and self.path[-1].startswith(BEGIN) and "reply" in self.flow.starts_on:
            return reading(self, state) or "unclear"
        kind = typed_kind(self, state)
        return f"reply:{kind}" if kind else None

    def _ask(self, state: State) -> Ask:
        question = self.flow.questions.get(self.state) or Question(self.flow.name, self.state)
        return Ask(question, state.silence.after if state.silence else None, state.late.within if state.late else None)

    def _do(self, do: Do) -> None:
        if do.instruct:
            self.effects.append(Instruct(do.instruct, {name: self._param(value) for name, value in do.params.items()}))
        if do.case:
            due = self.facts.carrier.case_due.get(do.case) or do.due or DEFAULT_DUE
            reason = do.reason or reason_of(self.flow.title, self.path, self.counters)
            self.effects.append(OpenCase(do.case, reason, due, do.takes_control))
        if do.consent:
            self.effects += [MarkConsent(category, granted) for category, granted in do.consent.items()]
        if do.email:
            text, _, locale = self._worded(do.email.say)
            self.effects.append(Mail(self._worded(do.email.subject)[0], text, locale))
        if do.end_others:
            self.effects.append(EndOthers(do.end_others))
        if do.count:
            self.values[do.count] = int(self.values.get(do.count) or 0) + 1

    def _param(self, value: Any) -> Any:
        """A duration is a moment from now; a known name its value; anything else is meant as written."""
        if isinstance(value, str) and is_duration(value):
            return (self.now + parse_duration(value)).astimezone(self.facts.carrier.zone).isoformat()
        return self._value(value) if isinstance(value, str) and value in self.flow.kinds else value

    def _value(self, value: Scalar) -> Any:
        if not isinstance(value, str):
            return value
        found = self.scope.get(value) if value in self.flow.kinds else self.flow.guards[value].value(self.scope.typed)
        return found.isoformat() if isinstance(found, datetime) else found
