"""One customer and the bot on a clean store: what happens, step by step, on a clock that only steps move."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot import cases as desk
from bot import dispatch, turns
from bot.clock import SetClock
from bot.core.flow.transcript import EventStep, FlowStep, Given, Past, Step, Transcript
from bot.core.model import Inbound, Media, TrackingEvent
from bot.core.phones import example_of
from bot.library import Library
from bot.parts import Parts
from bot.store import opening, shipments, staff, threads
from bot.store.tables import outbox, timers, tracking_events
from bot.store.tables import staff as staff_table
from bot.transcripts.expect import EXPECT, Differs, Stand, newest_case, texts

CHANNEL: Final = "simulator"
MOST_MOMENTS: Final = 10_000
"""Due moments that one wait may hold; more means timers that set each other."""
_ready: Final = (
    sa.select(outbox.c.id).where(outbox.c.status == "ready", outbox.c.due_at <= sa.bindparam("now")).limit(1)
)
_META: Final = frozenset({"tracking_no", "order_no", "category"})


class Dialogue:
    """One customer and the bot, on a clean store."""

    def __init__(self, parts: Parts, library: Library, transcript: Transcript, given: Given, clock: SetClock) -> None:
        self.parts, self.store = parts, parts.store
        self.carrier = library.carriers[transcript.carrier]
        self.given = given
        self.phone = given.customer.phone or example_of(self.carrier.home)
        self.lines: list[str] = []
        self.stand = Stand(parts.store, self.carrier, transcript.flow, self.phone, clock, self.lines)
        self.clock = clock
        self._numbers = itertools.count(1)
        self._act: Mapping[str, Callable[[Any], None]] = {
            "event": self._event, "campaign": self._campaign, "notice": self._notice, "customer": self._customer,
            "staff": self._customer, "photo": self._photo, "wait": self._wait, "until": self._until, "agent": self._agent,
        }  # fmt: skip
        self.clock.set(self._at(given.now))
        self._prepare()

    def _at(self, moment: datetime) -> datetime:
        return moment if moment.tzinfo else moment.replace(tzinfo=self.carrier.zone)

    def _prepare(self) -> None:
        now, customer = self.clock.now(), self.given.customer
        with self.store.write() as connection:
            thread = threads.lock(connection, self.carrier.carrier, self.phone, now)
            told = {name: getattr(customer, name) for name in ("name", "locale", "segment", "time_zone")}
            threads.update(connection, thread.id, **told)
            for parcel in self._parcels():
                facts = {name: value for name, value in parcel.items() if name not in _META}
                who = shipments.Customer(self.phone, customer.name, customer.segment, customer.locale)
                draft = shipments.Draft(who, parcel.get("order_no"), parcel.get("category"), facts)
                shipments.put(connection, self.carrier.carrier, str(parcel["tracking_no"]), draft, now)
            for number, past in enumerate(self.given.history, 1):
                self._put_past(connection, number, past)
            for pool, codes in self.given.coupons.items():
                opening.fill_pool(connection, self.carrier.carrier, pool, codes, None)
            for granted, categories in ((True, self.given.consent), (False, self.given.opted_out)):
                opening.record_consent(
                    connection, self.carrier.carrier, thread.id, granted, categories, "import", "given", now
                )

    def _put_past(self, connection: sa.Connection, number: int, past: Past) -> None:
        """A parcel of before: known, with one event, and nothing said about it now."""
        at, carrier = self._at(past.at), self.carrier.carrier
        tracking_no = past.tracking_no or f"PAST{number:06}"
        put = shipments.put(connection, carrier, tracking_no, shipments.Draft(shipments.Customer(self.phone)), at)
        event = {"carrier": carrier, "shipment_id": put.id, "event_id": f"past-{number}", "type": past.type, "at": at}
        connection.execute(sa.insert(tracking_events).values(**event, data={}, received_at=at))

    def _parcels(self) -> list[Mapping[str, Any]]:
        return [*([self.given.shipment] if self.given.shipment else []), *self.given.shipments]

    def unread(self) -> list[str]:
        """The texts since the last look, oldest first; they count as read."""
        rows = texts(self.stand)
        self.stand.read = rows[-1].id if rows else self.stand.read
        return [row.text for row in rows]

    # ── steps ────────────────────────────────────────────────────────────────────────────────────

    def take(self, step: Step) -> None:
        """Do or expect one thing. Raises `Differs`."""
        value = getattr(step, step.kind)
        if step.kind in EXPECT:
            EXPECT[step.kind](self.stand, value)
        else:
            self._act[step.kind](value)

    def _event(self, step: EventStep) -> None:
        number = next(self._numbers)
        known = [str(parcel["tracking_no"]) for parcel in self._parcels()]
        tracking_no = step.shipment or (known[0] if known else "")
        if tracking_no not in known:
            self._new_parcel(tracking_no)
        self.lines.append(f"event     {step.type} {tracking_no}")
        event = TrackingEvent(
            self.carrier.carrier, tracking_no, f"transcript-{number}", step.type, self.clock.now(), step.data
        )
        turns.take_event(self.parts, event)
        self._settle()

    def _new_parcel(self, tracking_no: str) -> None:
        """A parcel that only a step names: like the first one, but for its number."""
        if not tracking_no:
            raise Differs("the step names no parcel and `given` has none")
        model = dict(self._parcels()[0]) if self._parcels() else {}
        self.given = self.given.model_copy(
            update={"shipments": (*self.given.shipments, {**model, "tracking_no": tracking_no})}
        )
        facts = {name: value for name, value in model.items() if name not in _META}
        draft = shipments.Draft(shipments.Customer(self.phone), None, model.get("category"), facts)
        with self.store.write() as connection:
            shipments.put(connection, self.carrier.carrier, tracking_no, draft, self.clock.now())

    def _campaign(self, step: FlowStep) -> None:
        self._start(step, "campaign")

    def _notice(self, step: FlowStep) -> None:
        self._start(step, "notice")

    def _start(self, step: FlowStep, event: str) -> None:
        self.lines.append(f"{event:<9} {step.flow}")
        cause = f"{event}:transcript-{next(self._numbers)}"
        turns.start_flow(
            self.parts, self.carrier.carrier, step.flow, self.phone, cause, step.shipment, event, dict(step.data)
        )
        self._settle()

    def _customer(self, text: str, media: tuple[Media, ...] = ()) -> None:
        self.lines.append(f"customer  {text}")
        number = next(self._numbers)
        now = self.clock.now()
        turns.take_inbound(
            self.parts,
            Inbound(self.carrier.carrier, CHANNEL, f"transcript-{number}", self.phone, "0", text, now, media),
        )
        self._settle()

    def _photo(self, text: str) -> None:
        self._customer(text, (Media("https://media.example/1", "image/jpeg"),))

    def _wait(self, duration: timedelta) -> None:
        self.lines.append(f"wait      {duration}")
        self._run_to(self.clock.now() + duration)

    def _until(self, moment: datetime) -> None:
        if self._at(moment) < self.clock.now():
            raise Differs(f"{moment} has passed: it is {self.clock.now().astimezone(self.carrier.zone)}")
        self.lines.append(f"until     {moment}")
        self._run_to(self._at(moment))

    def _agent(self, step: Any) -> None:
        person = self._person()
        case = newest_case(self.stand)
        self.lines.append(f"agent     {step if isinstance(step, str) else step.says}")
        desk.claim(self.parts, case.id, person)  # whoever answers or closes has claimed it, if only at that moment
        match step:
            case "claim":
                pass
            case "hand_back":
                turns.hand_back(self.parts, case.id, person)
            case "close":
                turns.close_case(self.parts, case.id, person, "done")
            case _:
                turns.answer_case(self.parts, case.id, person, step.says, 0, anyway=True)
        self._settle()

    def _person(self) -> staff.Staff:
        with self.store.write() as connection:
            row = connection.execute(sa.select(staff_table)).first()
            if row is None:
                values = {"name": "transcript", "password_hash": "-", "role": "agent", "created_at": self.clock.now()}
                row_id = connection.execute(
                    sa.insert(staff_table).values(values).returning(staff_table.c.id)
                ).scalar_one()
            else:
                row_id = row.id
        return staff.Staff(row_id, "transcript", None, "agent")

    # ── the clock ────────────────────────────────────────────────────────────────────────────────

    def _settle(self) -> None:
        self._send()
        if turns.fire_due_timers(self.parts):
            self._send()

    def _send(self) -> None:
        with self.store.read() as connection:
            ready = connection.execute(_ready, {"now": self.clock.now()}).first()
        if ready is not None:
            dispatch.drain(self.parts, threads_=1)

    def _run_to(self, target: datetime) -> None:
        for _ in range(MOST_MOMENTS):
            due = self._next_due(target)
            if due is None:
                break
            self.clock.set(max(due, self.clock.now()))
            self._settle()
        self.clock.set(target)
        self._settle()

    def _next_due(self, target: datetime) -> datetime | None:
        now = self.clock.now()
        with self.store.read() as connection:
            found = [
                connection.execute(
                    sa.select(sa.func.min(table.c.due_at)).where(table.c.status == status, table.c.due_at <= target)
                ).scalar_one()
                for table, status in ((timers, "pending"), (outbox, "ready"))
            ]
        moments = [due for due in found if due is not None and due > now]
        return min(moments) if moments else None
