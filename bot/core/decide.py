"""(flow, conversation, what happened, facts, now) → `Decision`. Pure: the same arguments give the same decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.core.effects import Decision, Effect, OpenCase, Say
from bot.core.facts import Facts
from bot.core.flow.compile import BEGIN, CompiledFlow
from bot.core.flow.expressions import GuardFailed
from bot.core.model import (
    Claimed,
    Conversation,
    EventCame,
    HandedBack,
    Happening,
    Intent,
    Meaning,
    Replied,
    RepliedLate,
    Silence,
    Started,
)
from bot.core.readings import PASSED_ON, reading
from bot.core.turn import DEFAULT_DUE, Fault, Turn
from bot.core.wordings import wording

__all__ = ["Facts", "decide", "start"]

MAX_TURNS: Final = 200
"""Turns of one conversation. A real one has five; more means two machines talking to each other."""


def start(flow: CompiledFlow) -> Conversation:
    """A fresh conversation of this version, before `Started` (or, where the flow starts on a reply, before its `Replied`)."""
    return Conversation(flow.name, flow.hash, flow.initial)


def decide(
    flow: CompiledFlow, conversation: Conversation, happening: Happening, facts: Facts, now: datetime
) -> Decision:
    """Move one conversation by one happening.

    In: `now` aware; `conversation` as it was stored. Out: where it stands, what shall be done, by which transitions; the same conversation and no
    effects where the happening means nothing to it. Never raises for what a customer or carrier sends: a guard that fails, an impossible way or a
    limit of the engine gives a case with the reason.
    """
    turn = Turn(flow, conversation, facts, now)
    try:
        return _taken(turn, happening)
    except (Fault, GuardFailed) as fault:
        return _fault(turn, conversation, fault, isinstance(happening, Replied | RepliedLate | Claimed))


def _taken(turn: Turn, happening: Happening) -> Decision:  # noqa: C901 - one line a happening
    if turn.before.turns >= MAX_TURNS:
        raise Fault(f"this conversation has taken more than {MAX_TURNS} turns", ends=True)
    match happening:
        case Started():
            return _started(turn)
        case Replied():
            return _replied(turn, happening)
        case RepliedLate():
            return _replied_late(turn, happening)
        case Silence():
            return _silence(turn)
        case EventCame():
            return _event_came(turn, happening)
        case Claimed():
            return _claimed(turn, happening)
        case HandedBack():
            return _handed_back(turn)


def _started(turn: Turn) -> Decision:
    if turn.state != BEGIN:
        return turn.nothing()
    turn.remember_event()
    turn.trigger("begin")
    return turn.settled()


def _replied(turn: Turn, happening: Replied) -> Decision:
    turn.hear(happening.meaning, happening.text, happening.media)
    if turn.state == BEGIN:
        turn.trigger("begin")
        return turn.settled()
    return _answered(turn, happening.meaning)


def _answered(turn: Turn, meaning: Meaning) -> Decision:
    state = turn.flow.states.get(turn.state)
    if state is None or not state.replies:
        return replace(turn.nothing(), passed_on=meaning)
    trigger = reading(turn, state)
    if trigger is None:
        return replace(turn.nothing(), passed_on=meaning)
    if trigger == "unclear" and state.unclear is None:
        raise Fault(f"'{turn.state}' does not say what happens with a reply that it cannot read")
    turn.trigger(trigger)
    decision = turn.settled()
    return _with_further(turn, decision, meaning) if trigger != "unclear" else decision


_TOLD: Final[Mapping[Intent, str]] = {"complaint": "complains", "not_received": "says that the parcel has not arrived"}
"""Further wishes that a person answers, in words for the case that is opened anyway."""


def _with_further(turn: Turn, decision: Decision, meaning: Meaning) -> Decision:
    """A further wish in the same reply goes to `anything_else`; where the answer brings a person anyway, to that person.

    One reply is one case and one text: "4, terrible" would else be a bad rating before one person and a complaint before another.
    """
    case = next((effect for effect in decision.effects if isinstance(effect, OpenCase)), None)
    wishes = [intent for intent in meaning.also if intent in PASSED_ON and not (intent == "agent" and case)]
    if case is not None and case.takes_control and (told := [wish for wish in wishes if wish in _TOLD]):
        wishes = [wish for wish in wishes if wish not in _TOLD]
        effects = tuple(_told(turn, case, told) if effect is case else effect for effect in decision.effects)
        decision = replace(decision, effects=effects)
    further = Meaning(wishes[0], f"also:{meaning.rule}", ambiguous=meaning.ambiguous) if wishes else None
    return replace(decision, passed_on=further)


def _told(turn: Turn, case: OpenCase, wishes: Sequence[Intent]) -> OpenCase:
    """The case with what else was said, as urgent as the more urgent of both."""
    due_in = turn.facts.carrier.case_due
    due = min(case.due, *(due_in.get(wish, DEFAULT_DUE) for wish in wishes))
    return replace(case, reason=f"{case.reason}; also {' and '.join(_TOLD[wish] for wish in wishes)}", due=due)


def _replied_late(turn: Turn, happening: RepliedLate) -> Decision:
    turn.hear(happening.meaning, happening.text)
    state = turn.flow.states.get(happening.state)
    if state is None or state.late is None or happening.meaning.intent in PASSED_ON:
        return replace(turn.nothing(), passed_on=happening.meaning)
    turn.trigger(f"late:{happening.state}")
    return _with_further(turn, turn.settled(), happening.meaning)


def _silence(turn: Turn) -> Decision:
    state = turn.flow.states.get(turn.state)
    if state is None or state.silence is None:
        return turn.nothing()
    turn.trigger("silence")
    return turn.settled()


def _event_came(turn: Turn, happening: EventCame) -> Decision:
    state = turn.flow.states.get(turn.state)
    if state is not None and happening.event in state.on:
        turn.trigger(f"on:{happening.event}")
        return turn.settled()
    if happening.event not in turn.flow.ends_on:
        return turn.nothing()
    turn.path.append(f"{turn.state} -{happening.event}-> (ended)")
    return turn.finished(ended=True)


def _claimed(turn: Turn, happening: Claimed) -> Decision:
    state = turn.flow.states.get(turn.state)
    if state is None or state.claim is None:
        return turn.nothing()
    if happening.code is not None:
        expires = happening.expires_at.isoformat() if happening.expires_at else None
        turn.values["coupon"] = {"code": happening.code, "expires": expires}
    turn.trigger(happening.result)
    return turn.settled()


def _handed_back(turn: Turn) -> Decision:
    state = turn.flow.states.get(turn.state)
    if state is None or not state.waits:
        return turn.nothing()
    turn.say(state.say, urgent=state.urgent)
    turn.path.append(f"{turn.state} -handed_back-> {turn.state}")
    return turn.settled()


def _fault(turn: Turn, before: Conversation, fault: Exception, heard: bool) -> Decision:
    """Nothing of the turn happens but this: a person gets it, with the reason, and a customer who wrote is told so."""
    due = turn.facts.carrier.case_due.get("fault", timedelta(hours=2))
    reason = f"{turn.flow.title}: {fault}"
    effects: list[Effect] = [OpenCase("fault", reason[:500], due)]
    if heard:
        locale = turn.scope.locale
        effects.insert(0, Say("bot.fault", wording("fault", locale, turn.facts.carrier), locale))
    ended = getattr(fault, "ends", False) or before.state == BEGIN
    return Decision(replace(before, turns=before.turns + 1), tuple(effects), tuple(turn.path), ended)
