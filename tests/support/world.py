"""A carrier's small world for tests: real store, flows, engine, policy and outbox; a clock that stands still; a phone to write from."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot import dispatch, turns, upkeep
from bot.catalogue import Catalogue
from bot.channels.base import Channel
from bot.channels.simulator import Simulator
from bot.clock import SetClock
from bot.core.model import Inbound, Media, StatusReport, TrackingEvent
from bot.library import Library, load
from bot.parts import Parts
from bot.settings import Settings
from bot.store import shipments as shipment_store
from bot.store import staff as staff_store
from bot.store import suppressions, tables, threads
from bot.store.opening import fill_pool, record_consent
from bot.store.session import Store

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""Monday noon in Shanghai."""
TEN = NOON - timedelta(hours=2)
"""Ten that morning, when promotions may leave."""
PHONE = "+8613800138000"
OTHER = "+8613900139000"
PARCEL = "FY1234568896"
SECOND = "FY0000001234"


@cache
def demo_library() -> Library:
    """The flows of the repository, read once a test process."""
    return load(ROOT / "flows")


@dataclass
class World:
    """Parts on a database, with the demo carrier, and verbs that read like the dialogue."""

    url: str
    tmp: Path
    channels: Mapping[tuple[str, str], Channel] = field(default_factory=lambda: {("demo", "simulator"): Simulator()})
    clock: SetClock = field(default_factory=lambda: SetClock(NOON))
    endpoints: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    """Parts of the demo's carrier.yaml that are otherwise here: {"windows": Windows(…)}."""

    def __post_init__(self) -> None:
        self.store = Store(self.url)
        self.rung: list[str] = []
        self._ids = itertools.count(1)
        env = {"BOT_DATA_DIR": str(self.tmp), "DATABASE_URL": "sqlite:///unused.db", **self.environment}
        settings = Settings.from_env(env)
        suppressions.use(self.store, settings.secret_key)
        catalogue = self._catalogue()
        catalogue.publish(self.clock.now())
        self.parts = Parts(
            settings=settings,
            store=self.store,
            flows=catalogue,
            clock=self.clock,
            channels=self.channels,
            endpoints=self.endpoints,
            ring=self.rung.append,
        )

    def _catalogue(self) -> Catalogue:
        library = demo_library()
        config = library.carriers["demo"].model_copy(update=dict(self.rules))
        return Catalogue(self.store, replace(library, carriers={**library.carriers, "demo": config}))

    def change_rules(self, **rules: Any) -> None:
        """The carrier writes something else in its carrier.yaml, and the program is started with it."""
        self.rules = {**self.rules, **rules}
        self.parts = replace(self.parts, flows=self._catalogue())

    # ── what comes in ────────────────────────────────────────────────────────────────────────────

    def parcel(self, tracking_no: str = PARCEL, phone: str = PHONE, locale: str = "zh-CN", **facts: Any) -> None:
        """A parcel that the carrier's system told us of."""
        given = {"redirectable": True, "proof_code": "839201", "courier": {"name": "李师傅", "phone": "13900139000"}}
        draft = shipment_store.Draft(
            customer=shipment_store.Customer(phone=phone, name="王五", locale=locale),
            category="电子产品",
            facts={**given, "eta": (self.clock.now() + timedelta(hours=2)).isoformat(), **facts},
        )
        with self.store.write() as connection:
            shipment_store.put(connection, "demo", tracking_no, draft, self.clock.now())

    def event(self, type_: str, tracking_no: str = PARCEL, event_id: str | None = None, **data: Any) -> turns.Taken:
        """A tracking event."""
        event_id = event_id or f"e{next(self._ids)}"
        return turns.take_event(self.parts, TrackingEvent("demo", tracking_no, event_id, type_, self.clock.now(), data))

    def reply(
        self,
        text: str,
        phone: str = PHONE,
        sid: str | None = None,
        channel: str = "simulator",
        media: Sequence[Media] = (),
        answered_as: Any = None,
    ) -> turns.Taken:
        """The customer writes."""
        inbound = Inbound(
            carrier="demo",
            channel=channel,
            provider_id=sid or f"SM{next(self._ids):06}",
            sender=phone,
            recipient="+12025550100",
            text=text,
            received_at=self.clock.now(),
            media=tuple(media),
            answered_as=answered_as,
        )
        return turns.take_inbound(self.parts, inbound)

    def wait(self, **span: float) -> None:
        """Time passes; what is due happens."""
        self.send()
        self.clock.move(timedelta(**span))
        turns.fire_due_timers(self.parts)
        self.send()

    def send(self) -> int:
        """The worker sends what is due."""
        return dispatch.drain(self.parts, threads_=4)

    def sweep(self, before: float = 120.0, between: float = 60.0) -> None:
        upkeep.sweep(self.parts, upkeep.Grace(timedelta(seconds=before), timedelta(seconds=between)))

    def report(self, status: str, provider_id: str, ours: str | None = None, code: str | None = None) -> None:
        """The provider's word on a text."""
        dispatch.take_report(self.parts, StatusReport("demo", "twilio", provider_id, status, code, ours))

    def agrees(self, phone: str = PHONE, *categories: str) -> None:
        """The customer has agreed to these categories (promotion), as an import says; not if they have said something already."""
        with self.store.write() as connection:
            thread = threads.lock(connection, "demo", phone, self.clock.now())
            if not threads.ledger(connection, thread.id):
                record_consent(
                    connection,
                    "demo",
                    thread.id,
                    True,
                    categories or ("promotion",),
                    "import",
                    "world",
                    self.clock.now(),
                )

    def campaign(self, flow: str = "coupon", phone: str = PHONE, cause: str = "campaign:1") -> bool:
        """A campaign reaches a customer who has agreed to promotions, or has said otherwise."""
        self.agrees(phone)
        return turns.start_flow(self.parts, "demo", flow, phone, cause)

    def coupons(self, *codes: str, pool: str = "autumn") -> None:
        with self.store.write() as connection:
            fill_pool(connection, "demo", pool, codes, None)

    def agent(self, name: str = "anna") -> staff_store.Staff:
        """A person who answers cases."""
        staff_store.add(self.store, name, self.clock.now())
        with self.store.read() as connection:
            row = connection.execute(sa.select(tables.staff).where(tables.staff.c.name == name)).one()
        return staff_store.Staff(id=row.id, name=row.name, carrier=row.carrier, role=row.role)

    # ── what can be seen ─────────────────────────────────────────────────────────────────────────

    def rows(self, table: sa.Table, *which: sa.ColumnElement[bool]) -> list[Any]:
        order = table.c.id if "id" in table.c else next(iter(table.primary_key))
        with self.store.read() as connection:
            return list(connection.execute(sa.select(table).where(*which).order_by(order)))

    def texts(self, phone: str = PHONE) -> list[str]:
        """What this customer was or will be sent, refused and canceled texts left out."""
        rows = self.rows(tables.outbox, tables.outbox.c.recipient == phone)
        return [row.text for row in rows if row.status not in ("refused", "canceled")]

    def last(self, phone: str = PHONE) -> str:
        return self.texts(phone)[-1]

    def states(self) -> dict[str, str]:
        """Newest state of each flow of each parcel, `flow@tail`."""
        with self.store.read() as connection:
            rows = connection.execute(
                sa.select(tables.conversations.c.flow, tables.conversations.c.state, tables.shipments.c.tracking_no)
                .outerjoin(tables.shipments, tables.shipments.c.id == tables.conversations.c.shipment_id)
                .order_by(tables.conversations.c.id)
            )
            return {f"{row.flow}@{(row.tracking_no or '')[-4:]}": row.state for row in rows}

    def cases(self) -> list[Any]:
        return self.rows(tables.cases)

    def inbox(self) -> list[Any]:
        return self.rows(tables.inbox)

    def close(self) -> None:
        self.store.close()
