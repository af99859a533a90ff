"""What one happening starts or ends beyond its own conversation: flows that begin on it, now or later, and conversations that give way."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.effects import Decision, EndOthers
from bot.core.facts import Facts
from bot.core.flow import CompiledFlow
from bot.core.flow.schema import ENDED
from bot.core.model import EventCame, Happening, Started
from bot.core.starting import begins_at, trigger_for
from bot.parts import Parts
from bot.store import conversations
from bot.store.conversations import Open
from bot.store.tables import conversations as conversation_rows
from bot.store.tables import timers
from bot.store.threads import Thread

MOST_ENDS: Final = 5
"""Flows that one turn may begin by ends that follow each other: `flows check` finds a circle, this stops one."""
Parcel = Mapping[str, Any]


class Unit(Protocol):
    """What is asked here of the turn that runs (`bot.turns.unit.Unit`)."""

    parts: Parts
    connection: Connection
    thread: Thread
    now: datetime
    cause: str
    event: Mapping[str, Any] | None
    ends: int

    @property
    def local_now(self) -> datetime: ...
    def facts(self, shipment: Parcel | None, needs: Collection[str] = ()) -> Facts: ...
    def step(self) -> str: ...
    def begin(
        self, flow: CompiledFlow, happening: Happening, shipment_id: int | None, shipment: Parcel | None,
        cause: str | None = None,
    ) -> int | None: ...  # fmt: skip
    def move(self, at: Open, happening: Happening, *, closing: str, answer: str | None = None) -> Decision: ...


def begin_on(
    unit: Unit, flow: CompiledFlow, event: str, at: datetime, shipment_id: int | None, parcel: Parcel | None,
    running: Sequence[Open],
) -> bool:  # fmt: skip
    """Begin `flow` on an event of the moment `at`, now or at its time; False where it does not begin.

    Where it runs already for this parcel, `again` decides; where it waits to begin, the newer event counts. While a person has the
    customer it waits for the hand-back (law 14).
    """
    subject = shipment_id if flow.subject == "shipment" else None
    facts = unit.facts(parcel, flow.needs)
    trigger = trigger_for(flow, event, facts, unit.local_now)
    if trigger is None or not _may_begin(unit, flow, subject, running):
        return False
    _cancel_starts(unit, (flow.name,), subject)
    due = begins_at(flow, trigger, at, facts, unit.local_now)
    if due > unit.now or unit.thread.with_person:
        start_later(unit, flow.name, shipment_id, None if unit.thread.with_person else due)
        return True
    return unit.begin(flow, Started(event), shipment_id, parcel) is not None


def _may_begin(unit: Unit, flow: CompiledFlow, subject: int | None, running: Sequence[Open]) -> bool:
    same = [one for one in running if one.conversation.flow == flow.name and subject in (None, one.shipment_id)]
    if flow.again == "restart":
        for one in same:
            _end(unit, one, f"{flow.name} began anew")
        return True
    if same:
        return False
    return flow.again != "once" or not _ever(unit, flow.name, subject)


def _ever(unit: Unit, flow: str, shipment_id: int | None) -> bool:
    row = conversation_rows.c
    of_parcel = [] if shipment_id is None else [row.shipment_id == shipment_id]
    query = sa.select(row.id).where(row.thread_id == unit.thread.id, row.flow == flow, *of_parcel).limit(1)
    return unit.connection.execute(query).first() is not None


def start_later(unit: Unit, flow: str, shipment_id: int | None, due: datetime | None) -> None:
    """Set the clock for a flow; None: it waits for a person to hand the customer back."""
    values = {
        "carrier": unit.thread.carrier,
        "thread_id": unit.thread.id,
        "kind": "start",
        "due_at": due,
        "data": {"flow": flow, "event": unit.event, "shipment_id": shipment_id},
        "cause": f"{unit.cause}:{flow}:start",
    }
    conversations.set_timer(unit.connection, values)


def still_begins(unit: Unit, flow: CompiledFlow, timer: Any, parcel: Parcel | None) -> bool:
    """Whether the time to begin has come for a flow that waited: its guard holds still, it does not run, its moment was not moved.

    Where the moment was moved (a later ETA) the clock is set anew.
    """
    event = timer.data["event"]
    facts = unit.facts(parcel, flow.needs)
    trigger = trigger_for(flow, event["type"], facts, unit.local_now)
    running = conversations.running(unit.connection, unit.thread.id)
    subject = timer.data["shipment_id"] if flow.subject == "shipment" else None
    if trigger is None or not _may_begin(unit, flow, subject, running):
        return False
    due = begins_at(flow, trigger, datetime.fromisoformat(event["at"]), facts, unit.local_now)
    if due > unit.now + timedelta(minutes=1):
        unit.connection.execute(sa.update(timers).where(timers.c.id == timer.id).values(status="pending", due_at=due))
        return False
    return True


# ── the end of a flow ────────────────────────────────────────────────────────────────────────────


def after_end(
    unit: Unit, flow: CompiledFlow, decision: Decision, shipment_id: int | None, parcel: Parcel | None
) -> None:
    """Begin what begins where `flow` ends: on a state with `end: true`, not where an event or an opt-out broke it off."""
    event = f"{ENDED}{flow.name}"
    state = flow.states.get(decision.conversation.state)
    following = [each for each in unit.parts.flows.current(unit.thread.carrier).values() if event in each.starts_on]
    if state is None or not state.end or not following or unit.ends >= MOST_ENDS:
        return
    unit.ends += 1
    before, unit.event = unit.event, _ended(event, unit, decision)
    cause, unit.cause = unit.cause, unit.step()
    for each in following:
        begin_on(
            unit, each, event, unit.now, shipment_id, parcel, conversations.running(unit.connection, unit.thread.id)
        )
    unit.event, unit.cause = before, cause


def _ended(event: str, unit: Unit, decision: Decision) -> Mapping[str, Any]:
    kept = {name: value for name, value in decision.conversation.values.items() if name != "event"}
    return {"type": event, "at": unit.now.isoformat(), "data": {**kept, "state": decision.conversation.state}}


# ── others that give way ─────────────────────────────────────────────────────────────────────────


def end_others(unit: Unit, effect: EndOthers, conversation_id: int, shipment_id: int | None) -> None:
    """End this customer's conversations of those flows about the same parcel, and stop those that have yet to begin."""
    for one in conversations.running(unit.connection, unit.thread.id):
        same = shipment_id is None or one.shipment_id in (None, shipment_id)
        if one.id != conversation_id and one.conversation.flow in effect.flows and same:
            _end(unit, one, "another conversation took over")
    _cancel_starts(unit, effect.flows, shipment_id)


def _end(unit: Unit, one: Open, reason: str) -> None:
    conversations.close_questions(unit.connection, one, "cancelled", unit.now)
    conversations.end(unit.connection, one.id, unit.now, reason)


def _cancel_starts(unit: Unit, flows: tuple[str, ...], shipment_id: int | None) -> None:
    waiting = unit.connection.execute(
        sa.select(timers.c.id, timers.c.data).where(
            timers.c.thread_id == unit.thread.id, timers.c.status == "pending", timers.c.kind == "start"
        )
    ).all()
    gone = [
        row.id
        for row in waiting
        if row.data["flow"] in flows and (shipment_id is None or row.data.get("shipment_id") in (None, shipment_id))
    ]
    if gone:
        unit.connection.execute(sa.update(timers).where(timers.c.id.in_(gone)).values(status="cancelled"))


# ── a person and the conversation's case ─────────────────────────────────────────────────────────


def tell_conversation(unit: Unit, conversation_id: int | None, event: str) -> bool:
    """Something happened to the case that a conversation opened (`case_claimed`, `case_closed`); False where that means nothing to it."""
    at = None if conversation_id is None else conversations.by_id(unit.connection, conversation_id)
    if at is None or at.ended:
        return False
    flow = unit.parts.flows.version(unit.thread.carrier, at.conversation.flow, at.conversation.flow_hash)
    if not flow.listens(at.conversation.state, event):
        return False
    unit.move(at, EventCame(event), closing="expired")
    return True
