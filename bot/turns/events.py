"""A tracking event, a campaign, a timer: what comes without a customer's word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot import metrics
from bot.core.effects import OpenCase
from bot.core.errors import NotFound
from bot.core.flow import CompiledFlow
from bot.core.model import EventCame, Silence, Started, TrackingEvent
from bot.failpoints import passing
from bot.parts import Parts
from bot.store import campaign_holds, conversations, threads
from bot.store.again import again
from bot.store.conversations import Open
from bot.store.session import AnyRow
from bot.store.tables import shipments, timers, tracking_events
from bot.store.upsert import insert_if_new
from bot.turns import following
from bot.turns.taken import Taken
from bot.turns.unit import NOTICE, Unit

log = structlog.get_logger()

BATCH: Final = 200
MOST_ATTEMPTS: Final = 5
"""Turns that a timer may fail before it is given to a person."""


# ── tracking events ──────────────────────────────────────────────────────────────────────────────


@again
@metrics.turn_seconds.labels("event").time()
def take_event(parts: Parts, event: TrackingEvent) -> Taken:
    """Apply a tracking event once. Raises `NotFound` for an unknown parcel; a repeated `event_id` answers as the first."""
    now = parts.clock.now(event.carrier)
    with parts.store.write() as connection:
        shipment, thread = _locked(connection, event)
        row_id = insert_if_new(connection, tracking_events, _row(event, shipment.id, now))
        if row_id is None:
            return Taken(_first_id(connection, event), duplicate=True)
        unit = Unit(parts, connection, thread, now, cause=f"event:{event.event_id}", lane=NOTICE)
        unit.event = {"type": event.type, "at": event.at.isoformat(), "data": dict(event.data)}
        _apply(unit, _moved_on(connection, shipment.id, event, now), event)
        passing("event.before_commit")
    parts.ring("drain_outbox")
    return Taken(row_id, duplicate=False)


def _locked(connection: Connection, event: TrackingEvent) -> tuple[AnyRow, threads.Thread]:
    """The parcel, and its customer's thread locked. A PUT may give the parcel another number until the lock is had."""
    while (shipment := _shipment(connection, event.carrier, event.tracking_no)) is not None:
        thread = threads.lock_id(connection, shipment.thread_id)
        now_at = _shipment(connection, event.carrier, event.tracking_no)
        if thread is not None and now_at is not None and now_at.thread_id == thread.id:
            return now_at, thread
    raise NotFound(f"There is no parcel {event.tracking_no!r}.")


def _shipment(connection: Connection, carrier: str, tracking_no: str) -> AnyRow | None:
    return connection.execute(
        sa.select(shipments.c.id, shipments.c.thread_id).where(
            shipments.c.carrier == carrier, shipments.c.tracking_no == tracking_no
        )
    ).first()


def _row(event: TrackingEvent, shipment_id: int, now: datetime) -> dict[str, Any]:
    return {
        "carrier": event.carrier,
        "shipment_id": shipment_id,
        "event_id": event.event_id,
        "type": event.type,
        "at": event.at,
        "data": dict(event.data),
        "received_at": now,
    }


def _first_id(connection: Connection, event: TrackingEvent) -> int:
    found: int = connection.execute(
        sa.select(tracking_events.c.id).where(
            tracking_events.c.carrier == event.carrier, tracking_events.c.event_id == event.event_id
        )
    ).scalar_one()
    return found


def _moved_on(connection: Connection, shipment_id: int, event: TrackingEvent, now: datetime) -> AnyRow:
    """The parcel as it stands now: an event that is older than one we know changes nothing of it."""
    newest = conversations.latest_event(connection, shipment_id)
    if newest is not None and newest.event_id == event.event_id:
        connection.execute(
            sa.update(shipments).where(shipments.c.id == shipment_id).values(status=event.type, updated_at=now)
        )
    return connection.execute(_parcel, {"id": shipment_id}).one()


_parcel = sa.select(
    shipments.c.id,
    shipments.c.tracking_no,
    shipments.c.order_no,
    shipments.c.category,
    shipments.c.status.label("shipment_status"),
    shipments.c.facts,
).where(shipments.c.id == sa.bindparam("id"))


def _apply(unit: Unit, parcel: AnyRow, event: TrackingEvent) -> None:
    """End what the event ends, let go on what waits for it, then begin what it begins."""
    for at in conversations.running(unit.connection, unit.thread.id):
        if at.shipment_id == parcel.id:
            flow = unit.parts.flows.version(unit.thread.carrier, at.conversation.flow, at.conversation.flow_hash)
            if flow.listens(at.conversation.state, event.type):
                unit.move(at, EventCame(event.type), closing="expired")
    facts = conversations.parcel(parcel)
    begins = [flow for flow in unit.parts.flows.current(unit.thread.carrier).values() if event.type in flow.starts_on]
    running = conversations.running(unit.connection, unit.thread.id) if begins else []
    for flow in begins:
        following.begin_on(unit, flow, event.type, event.at, parcel.id, facts, running)


# ── campaigns and notices ────────────────────────────────────────────────────────────────────────


@again
@metrics.turn_seconds.labels("start").time()
def start_flow(
    parts: Parts,
    carrier: str,
    flow: str,
    phone: str,
    cause: str,
    shipment: str | None = None,
    event: str = "campaign",
    data: Mapping[str, Any] | None = None,
    *,
    may: Callable[[Connection], bool] | None = None,
) -> bool:
    """Begin a flow for one customer without a tracking event. False where this cause has begun it for them before.

    `phone` is E.164, `shipment` a tracking number, `data` what the campaign says (`event.offer` …). `may` is asked within the turn,
    the customer locked: False leaves everything as it was. Raises `NotFound` for an unknown flow or parcel.
    """
    now = parts.clock.now(carrier)
    compiled = parts.flows.current(carrier).get(flow)
    if compiled is None:
        raise NotFound(f"The carrier {carrier!r} has no flow {flow!r}.")
    with parts.store.write() as connection:
        thread = threads.lock(connection, carrier, phone, now)
        if may is not None and not may(connection):
            return False
        unit = Unit(parts, connection, thread, now, cause=f"{cause}:{thread.id}", lane=NOTICE)
        unit.event = {"type": event, "at": now.isoformat(), "data": dict(data or {})}
        shipment_id, parcel = None, None
        if shipment is not None:
            found = _shipment(connection, carrier, shipment)
            if found is None or found.thread_id != thread.id:
                raise NotFound(f"There is no parcel {shipment!r} of this customer.")
            row = connection.execute(_parcel, {"id": found.id}).one()
            shipment_id, parcel = found.id, conversations.parcel(row)
        begun = _begun(unit, compiled, event, shipment_id, parcel)
    parts.ring("drain_outbox")
    return begun


def _begun(
    unit: Unit, flow: CompiledFlow, event: str, shipment_id: int | None, parcel: Mapping[str, Any] | None
) -> bool:
    """A campaign reaches whoever the flow's own guard lets it reach; `again` decides where it runs already."""
    if event not in flow.starts_on:
        return unit.begin(flow, Started(event), shipment_id, parcel) is not None
    running = conversations.running(unit.connection, unit.thread.id)
    return following.begin_on(unit, flow, event, unit.now, shipment_id, parcel, running)


# ── timers ───────────────────────────────────────────────────────────────────────────────────────


def fire_due_timers(parts: Parts, limit: int = BATCH) -> int:
    """Take a turn for every timer that is due in its carrier's time; how many. One that fails does not stop the others."""
    now_of = {slug: parts.clock.now(slug) for slug in parts.flows.carriers()}
    if not now_of:
        return 0
    fired = 0
    while True:
        with parts.store.read() as connection:
            ids = conversations.due_timers(connection, now_of, limit)
        for timer_id in ids:
            try:
                take_timer(parts, timer_id)
            except Exception:
                log.exception("timer_failed", timer_id=timer_id)
                _set_back(parts, timer_id)
        fired += len(ids)
        if len(ids) < limit:
            return fired


@again
@metrics.turn_seconds.labels("timer").time()
def take_timer(parts: Parts, timer_id: int) -> bool:
    """Fire one timer, once, if what set it still stands (law 10). False where it meant nothing any more."""
    with parts.store.write() as connection:
        row = connection.execute(sa.select(timers.c.thread_id).where(timers.c.id == timer_id)).first()
        thread = None if row is None else threads.lock_id(connection, row.thread_id)
        timer = connection.execute(sa.select(timers).where(timers.c.id == timer_id).with_for_update()).first()
        if thread is None or timer is None or timer.status != "pending":
            return False
        now = parts.clock.now(timer.carrier)
        if timer.due_at is None or timer.due_at > now:
            return False
        unit = Unit(parts, connection, thread, now, cause=f"timer:{timer.id}", lane=NOTICE)
        if thread.with_person and timer.kind not in ("choice", "case"):
            # The person decides when it goes on; handing back starts the clocks anew.
            connection.execute(sa.update(timers).where(timers.c.id == timer_id).values(due_at=None))
            return False
        connection.execute(sa.update(timers).where(timers.c.id == timer_id).values(status="fired"))
        done = _FIRE[timer.kind](unit, timer)
        passing("timer.before_commit")
    parts.ring("drain_outbox")
    return done


def _fire_silence(unit: Unit, timer: AnyRow) -> bool:
    at = conversations.by_id(unit.connection, timer.conversation_id)
    stale = at is None or at.ended or (at.conversation.state, at.conversation.version) != (timer.state, timer.version)
    if at is None or stale or _held(unit, at, timer.id):
        return False
    unit.move(at, Silence(), closing="expired")
    return True


def _held(unit: Unit, at: Open, timer_id: int) -> bool:
    """Nobody is reminded of a campaign that is paused, and a stopped one's question closes without a word."""
    match campaign_holds.standing_of(unit.connection, at.id):
        case "paused":
            unit.connection.execute(sa.update(timers).where(timers.c.id == timer_id).values(status="parked"))
        case "stopped":
            conversations.close_questions(unit.connection, at, "cancelled", unit.now)
            conversations.end(unit.connection, at.id, unit.now, "campaign_stopped")
        case _:
            return False
    return True


def _fire_start(unit: Unit, timer: AnyRow) -> bool:
    flow = unit.parts.flows.current(unit.thread.carrier).get(timer.data["flow"])
    if flow is None:
        return False
    unit.event = timer.data["event"]
    shipment_id, parcel = timer.data["shipment_id"], None
    if shipment_id is not None:
        row = unit.connection.execute(_parcel, {"id": shipment_id}).one()
        if row.shipment_status in flow.ends_on:
            return False
        parcel = conversations.parcel(row)
    if not following.still_begins(unit, flow, timer, parcel):
        return False
    cause = timer.cause.removesuffix(f":{flow.name}:start")
    return unit.begin(flow, Started(timer.data["event"]["type"]), shipment_id, parcel, cause=cause) is not None


def _fire_case(unit: Unit, timer: AnyRow) -> bool:
    return following.tell_conversation(unit, timer.conversation_id, timer.data["event"])


def _fire_choice(unit: Unit, timer: AnyRow) -> bool:
    """Nobody told which parcel was meant: the reply goes to a person, so that it is not lost."""
    choice = unit.thread.choice
    if choice is None or choice.get("id") != timer.data.get("id"):
        return False
    threads.update(unit.connection, unit.thread.id, choice=None)
    due = unit.carrier.case_due.get("which", timedelta(hours=2))
    unit.open_case(
        OpenCase("which", "A reply fits several open questions, and the customer did not say which.", due), None, None
    )
    return True


_FIRE = {"silence": _fire_silence, "start": _fire_start, "choice": _fire_choice, "case": _fire_case}


def _set_back(parts: Parts, timer_id: int) -> None:
    """A timer whose turn failed tries again a minute later; the fifth time a person gets it."""
    with parts.store.write() as connection:
        timer = connection.execute(sa.select(timers).where(timers.c.id == timer_id).with_for_update()).first()
        if timer is None or timer.status != "pending":
            return
        now = parts.clock.now(timer.carrier)
        attempts = timer.attempts + 1
        values: dict[str, Any] = {"attempts": attempts, "due_at": now + timedelta(minutes=attempts)}
        if attempts >= MOST_ATTEMPTS:
            values = {"attempts": attempts, "status": "cancelled"}
            thread = threads.lock_id(connection, timer.thread_id)
            if thread is not None:
                unit = Unit(parts, connection, thread, now, cause=f"timer:{timer.id}:failed", lane=NOTICE)
                case = OpenCase("fault", "A timer of this conversation failed again and again.", timedelta(hours=2))
                unit.open_case(case, timer.conversation_id, None)
        connection.execute(sa.update(timers).where(timers.c.id == timer_id).values(**values))
