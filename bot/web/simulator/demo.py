"""The customer and the parcels of the simulator: `flows/<carrier>/<carrier>.yaml`, and a fresh copy of them for each restart.

A restart deletes nothing: the customer gets the next number, the parcels the next waybills, with the same last four
characters, so that texts and scripts read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from ruamel.yaml import YAML
from sqlalchemy.engine import Connection

from bot.core.durations import is_duration, parse_duration
from bot.core.phones import example_of
from bot.parts import Parts
from bot.store import opening, shipments, threads
from bot.store.tables import threads as threads_table
from bot.web.simulator import made_up

MOST_RUNS: Final = 999
OWN: Final = frozenset({"tracking_no", "order_no", "category", "eta_in"})
"""Keys of a parcel that are not facts as they stand."""
_WAYBILL: Final = re.compile(r"(\D*)(\d*)(.{4})", re.DOTALL)
ETA: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel of the demo."""

    tracking_no: str
    order_no: str | None = None
    category: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    eta_in: timedelta = ETA


@dataclass(frozen=True, slots=True)
class Demo:
    """What the file says, for one run of the demo."""

    phone: str
    name: str | None
    locale: str | None
    parcels: Sequence[Parcel] = ()
    events: Sequence[str] = ()
    campaigns: Sequence[Mapping[str, Any]] = ()
    coupons: Mapping[str, Sequence[str]] = field(default_factory=dict)
    run: int = 0


def read(parts: Parts, carrier: str) -> Demo:
    """The demo as its file describes it. What the file does not say, or where there is none, follows from the flows
    that are published: one parcel, with the events and campaigns that they hear.
    """
    path: Path = parts.settings.flows_dir / carrier / f"{carrier}.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    given = YAML(typ="safe", pure=True).load(text) or {}
    customer = given.get("customer") or {}
    config = parts.flows.carrier(carrier)
    flows = parts.flows.current(carrier).values()
    return Demo(
        phone=str(customer.get("phone") or example_of(config.home)),
        name=customer.get("name"),
        locale=customer.get("locale"),
        parcels=[_parcel(row) for row in given.get("shipments") or [made_up.shipment(carrier, flows)]],
        events=[str(event) for event in given.get("events") or made_up.events(flows)],
        campaigns=list(given.get("campaigns") or made_up.campaigns(flows)),
        coupons={
            str(pool): [str(code) for code in codes]
            for pool, codes in (given.get("coupons") or made_up.coupons(config.coupons)).items()
        },
    )


def _parcel(row: Mapping[str, Any]) -> Parcel:
    eta = str(row.get("eta_in", ""))
    return Parcel(
        tracking_no=str(row["tracking_no"]),
        order_no=row.get("order_no"),
        category=row.get("category"),
        facts={key: value for key, value in row.items() if key not in OWN},
        eta_in=parse_duration(eta) if is_duration(eta) else ETA,
    )


# ── runs ─────────────────────────────────────────────────────────────────────────────────────────


def present(connection: Connection, carrier: str, first: Demo) -> int:
    """The run that is going on: that of the highest number that a customer here has, else the file's own."""
    last = connection.execute(
        sa.select(sa.func.max(threads_table.c.phone)).where(
            threads_table.c.carrier == carrier,
            threads_table.c.phone.between(first.phone, _phone(first.phone, MOST_RUNS)),
            sa.func.length(threads_table.c.phone) == len(first.phone),
        )
    ).scalar()
    return 0 if last is None else int(last) - int(first.phone)


def run_of(first: Demo, phone: str) -> int | None:
    """Which run a number belongs to; None for a customer who came in another way."""
    run = int(phone) - int(first.phone) if phone[1:].isascii() and phone[1:].isdigit() and len(phone) < 20 else -1
    return run if 0 <= run <= MOST_RUNS and phone == _phone(first.phone, run) else None


def of_run(first: Demo, run: int) -> Demo:
    """The same demo with the number and waybills of another run."""
    if run == 0:
        return first
    parcels = [replace(parcel, tracking_no=_waybill(parcel.tracking_no, run)) for parcel in first.parcels]
    return replace(first, phone=_phone(first.phone, run), parcels=parcels, run=run)


def _phone(first: str, run: int) -> str:
    return f"+{int(first) + run}"


def _waybill(first: str, run: int) -> str:
    match = _WAYBILL.fullmatch(first)
    if match is None:
        return f"{first}-{run}"
    head, digits, tail = match.groups()
    return f"{head}{int(digits or 0) + run:0{len(digits)}d}{tail}"


def ensure(connection: Connection, parts: Parts, carrier: str, demo: Demo) -> None:
    """The customer and the parcels of this run exist, with an expected arrival counted from now.

    The thread is tied to the simulator's channel, so that no text to a made-up number ever leaves through a provider.
    """
    now = parts.clock.now(carrier)
    thread = threads.lock(connection, carrier, demo.phone, now)
    threads.update(connection, thread.id, channel="simulator")
    if not threads.ledger(connection, thread.id):
        opening.record_consent(connection, carrier, thread.id, True, ("promotion",), "import", f"{carrier}.yaml", now)
    customer = shipments.Customer(demo.phone, name=demo.name, locale=thread.locale or demo.locale)
    zone = parts.flows.carrier(carrier).zone
    for parcel in demo.parcels:
        facts = {**parcel.facts, "eta": (now + parcel.eta_in).astimezone(zone).isoformat(timespec="minutes")}
        draft = shipments.Draft(customer, parcel.order_no, parcel.category, facts)
        shipments.put(connection, carrier, parcel.tracking_no, draft, now)


def event_data(event: str, parcel: Parcel, now: datetime) -> dict[str, Any]:
    """What a carrier's system would send with such an event, counted from now. `now` is in the carrier's zone."""
    arrival = now + parcel.eta_in
    data: dict[str, dict[str, Any]] = {
        "slot_suggested": {"window": {"start": _iso(arrival), "end": _iso(arrival + timedelta(hours=1))}},
        "ready_for_pickup": {"deadline": _iso(now + timedelta(days=2))},
        "delivered_proxy": {"signed_by": "门卫"},
        "delayed": {"delay_hours": 6, "eta": _iso(arrival + timedelta(hours=6))},
    }
    return data.get(event, {})


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
