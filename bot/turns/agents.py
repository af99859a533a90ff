"""An agent's word: the answer by SMS, the hand-back to the bot, the end of a case, each one turn of the customer's thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.effects import Say
from bot.core.errors import Conflict, Invalid
from bot.core.model import HandedBack
from bot.core.policy import explain
from bot.parts import Parts
from bot.store import cases, conversations, opening, threads
from bot.store.session import AnyRow
from bot.store.staff import Staff
from bot.store.tables import inbox, outbox, timers
from bot.turns import following
from bot.turns.unit import REPLY, Unit

_left = sa.select(outbox.c.id).where(outbox.c.status.in_(("accepted", "failed")))
LONGEST: Final = 1000
"""Characters of an agent's text; Twilio takes 1,600 with everything, and nobody reads an SMS that long."""


def answer_case(parts: Parts, case_id: int, staff: Staff, text: str, seen_inbox_id: int, anyway: bool = False) -> int:
    """Send the customer the agent's words; the id of the outbox row.

    `seen_inbox_id` is the newest of the customer's messages that the agent had on screen: raises `Conflict` with the newer
    ones unless `anyway`. Raises `Invalid` for an empty or overlong text and one that policy refuses, `Conflict` where the case is closed, somebody
    else's, or the customer has opted out of service texts.
    """
    words = text.strip()
    if not words:
        raise Invalid("The answer is empty.", {"text": "Write what the customer shall read."})
    if len(words) > LONGEST:
        raise Invalid("The answer is too long.", {"text": f"{len(words)} characters; at most {LONGEST}."})
    with parts.store.write() as connection:
        case, unit = _unit(parts, connection, case_id, staff, "answer")
        _require_mine(case, staff)
        if not anyway:
            _require_seen(connection, case.thread_id, seen_inbox_id)
        say = Say("agent", words, unit.carrier.language(unit.thread.locale), filled=(words,))
        said = unit.say(say, "service", None, case.conversation_id, case.shipment_id, author=f"staff:{staff.id}")
        if said is None or said.reason == "opted_out":
            raise Conflict(
                "This customer has opted out of all texts: they cannot be answered by SMS.", {"opted_out": True}
            )
        if not said.leaves:
            why = explain(said.reason or "")
            raise Invalid(f"This cannot be sent: {why[0].lower() + why[1:]}.", {"text": why})
        values: dict[str, Any] = {} if case.first_answer_at else {"first_answer_at": unit.now}
        cases.change(connection, case, **values)
        cases.append(connection, case_id, unit.now, f"staff:{staff.id}", "answered", {"outbox_id": said.id})
    parts.ring("drain_outbox")
    return said.id


def hand_back(parts: Parts, case_id: int, staff: Staff) -> None:
    """Close the case and let the bot go on: the question that is still open is asked again, with a fresh clock."""
    with parts.store.write() as connection:
        case, unit = _unit(parts, connection, case_id, staff, "hand_back")
        _require_mine(case, staff)
        _close(unit, case, staff, "handed_back", "handed_back")
        if not cases.holders(connection, case.thread_id):
            _bot_again(unit)
            told = following.tell_conversation(unit, case.conversation_id, "case_closed")
            _ask_again(unit, case, told=told)
    parts.ring("drain_outbox")


def close_case(parts: Parts, case_id: int, staff: Staff, outcome: str) -> None:
    """End the case; the bot may speak again when no other case holds the thread. Nothing is asked again."""
    with parts.store.write() as connection:
        case, unit = _unit(parts, connection, case_id, staff, "close")
        _require_mine(case, staff)
        _close(unit, case, staff, "closed", outcome)
        if not cases.holders(connection, case.thread_id):
            _bot_again(unit)
        following.tell_conversation(unit, case.conversation_id, "case_closed")
    parts.ring("drain_outbox")


def _unit(parts: Parts, connection: Connection, case_id: int, staff: Staff, word: str) -> tuple[AnyRow, Unit]:
    """The thread first, then the case: the order in which every turn locks."""
    seen = cases.get(connection, case_id, staff)
    thread = threads.lock_id(connection, seen.thread_id)
    if thread is None:
        raise Conflict("This customer's thread is gone.")
    case = cases.locked(connection, case_id, staff)
    now = parts.clock.now(thread.carrier)
    return case, Unit(parts, connection, thread, now, cause=f"case:{case_id}:{word}:{case.version}", lane=REPLY)


def _require_mine(case: AnyRow, staff: Staff) -> None:
    if case.status == "closed":
        raise Conflict("This case is closed.", {"status": "closed"})
    if case.claimed_by is not None and case.claimed_by != staff.id:
        raise Conflict("A colleague has this case: take it over first.", {"claimed_by": case.claimed_by})
    if case.claimed_by is None:
        raise Conflict("Claim the case first, so that two people do not answer at once.", {"claimed_by": None})


def _require_seen(connection: Connection, thread_id: int, seen_inbox_id: int) -> None:
    newer = connection.execute(
        sa.select(inbox.c.id, inbox.c.text, inbox.c.received_at)
        .where(inbox.c.thread_id == thread_id, inbox.c.id > seen_inbox_id)
        .order_by(inbox.c.id)
    ).all()
    if newer:
        messages = [{"id": row.id, "text": row.text, "at": row.received_at.isoformat()} for row in newer]
        raise Conflict("The customer has written again: read it before you send.", {"messages": messages})


def _close(unit: Unit, case: AnyRow, staff: Staff, what: str, outcome: str) -> None:
    cases.change(unit.connection, case, status="closed", closed_at=unit.now, outcome=outcome[:64])
    cases.append(unit.connection, case.id, unit.now, f"staff:{staff.id}", what, {"outcome": outcome[:64]})


def _bot_again(unit: Unit) -> None:
    """Control goes back to the bot: clocks that stood still run again, and flows that had to wait begin if they still make sense."""
    opening.give_to_bot(unit.connection, unit.thread.id)
    fresh = threads.lock_id(unit.connection, unit.thread.id)
    if fresh is not None:
        unit.thread = fresh
    waiting = unit.connection.execute(
        sa.select(timers).where(
            timers.c.thread_id == unit.thread.id,
            timers.c.status == "pending",
            timers.c.due_at.is_(None),
            timers.c.kind == "start",
        )
    ).all()
    for timer in waiting:
        values = {"due_at": unit.now} if _still_current(unit.connection, timer.data) else {"status": "cancelled"}
        unit.connection.execute(sa.update(timers).where(timers.c.id == timer.id).values(**values))
    _restart_silences(unit)


def _still_current(connection: Connection, data: Mapping[str, Any]) -> bool:
    """Whether the event that would have begun the flow is still the parcel's latest; a campaign is about no event of a parcel."""
    if data["event"]["type"] in ("campaign", "notice"):
        return True
    newest = conversations.latest_event(connection, data["shipment_id"])
    return newest is not None and newest.type == data["event"]["type"]


def _restart_silences(unit: Unit) -> None:
    """Silence timers that came due while a person had the customer count anew from now."""
    stood_still = unit.connection.execute(
        sa.select(timers.c.id, timers.c.seconds).where(
            timers.c.thread_id == unit.thread.id,
            timers.c.status == "pending",
            timers.c.due_at.is_(None),
            timers.c.kind == "silence",
            sa.or_(timers.c.outbox_id.is_(None), timers.c.outbox_id.in_(_left)),
        )
    ).all()
    for timer in stood_still:
        due = unit.now + timedelta(seconds=timer.seconds or 0)
        unit.connection.execute(sa.update(timers).where(timers.c.id == timer.id).values(due_at=due))


def _ask_again(unit: Unit, case: AnyRow, *, told: bool) -> None:
    """The case's own conversation asks again if it still waits; else the one that asked last.

    `told`: the case's conversation has heard of the end and said its own words already.
    """
    running = conversations.running(unit.connection, unit.thread.id)
    own = [at for at in running if at.id == case.conversation_id]
    others = [at for at in running if at.id != case.conversation_id]
    for at in others[-1:] if told else own or running[-1:]:
        unit.move(at, HandedBack(), closing="superseded")
