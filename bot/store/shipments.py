"""Parcels as carriers tell them to us: created and updated by PUT, read by everybody.

A parcel belongs to one customer's thread at a time. When its phone changes, conversations that have begun stay with the
number that they began with (that customer was asked, and answers there); what begins later goes to the new number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from bot.core.errors import NotFound
from bot.store import threads
from bot.store.tables import conversations, shipments
from bot.store.tables import threads as threads_table
from bot.store.upsert import insert_if_new


@dataclass(frozen=True, slots=True)
class Customer:
    """Who gets the texts. `phone` is E.164; what is None leaves the customer's thread as it is."""

    phone: str
    name: str | None = None
    segment: str | None = None
    locale: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A parcel as a carrier describes it. It replaces what was described before; `facts` are JSON."""

    customer: Customer
    order_no: str | None = None
    category: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Put:
    """What a PUT did. `left_behind` names the flows of open conversations that stay with the former number."""

    id: int
    created: bool
    left_behind: Sequence[str] = ()


WITH_CUSTOMER: Final = sa.select(
    shipments,
    threads_table.c.phone,
    threads_table.c.name,
    threads_table.c.segment,
    threads_table.c.locale,
    threads_table.c.time_zone,
).join(threads_table, threads_table.c.id == shipments.c.thread_id)


def put(connection: Connection, carrier: str, tracking_no: str, draft: Draft, now: datetime) -> Put:
    """Create the parcel or bring it up to date, together with its customer's thread.

    Locks the thread before the parcel, as turns do.
    """
    thread = threads.lock(connection, carrier, draft.customer.phone, now)
    _tell(connection, thread, draft.customer)
    values = {"order_no": draft.order_no, "category": draft.category, "facts": dict(draft.facts), "updated_at": now}
    key = {"carrier": carrier, "tracking_no": tracking_no}
    new = insert_if_new(connection, shipments, {**key, **values, "thread_id": thread.id, "created_at": now})
    if new is not None:
        return Put(new, created=True)
    before = connection.execute(
        sa.select(shipments.c.id, shipments.c.thread_id)
        .where(shipments.c.carrier == carrier, shipments.c.tracking_no == tracking_no)
        .with_for_update()
    ).one()
    connection.execute(sa.update(shipments).where(shipments.c.id == before.id).values(**values, thread_id=thread.id))
    left = () if before.thread_id == thread.id else _open_flows(connection, before.id)
    return Put(before.id, created=False, left_behind=left)


def get(connection: Connection, carrier: str, tracking_no: str) -> Row[Any]:
    """The parcel with its customer's `phone`, `name`, `segment`, `locale`, `time_zone`. Raises `NotFound`."""
    row = connection.execute(
        WITH_CUSTOMER.where(shipments.c.carrier == carrier, shipments.c.tracking_no == tracking_no)
    ).first()
    if row is None:
        raise NotFound(f"There is no parcel {tracking_no}; make it with PUT /api/v1/shipments/{tracking_no}.")
    return row


def _tell(connection: Connection, thread: threads.Thread, customer: Customer) -> None:
    told = {name: getattr(customer, name) for name in ("name", "segment", "locale", "time_zone")}
    changed = {name: value for name, value in told.items() if value is not None and value != getattr(thread, name)}
    if changed:
        threads.update(connection, thread.id, **changed)


def _open_flows(connection: Connection, shipment_id: int) -> list[str]:
    rows = connection.execute(
        sa.select(conversations.c.flow)
        .where(conversations.c.shipment_id == shipment_id, conversations.c.ended_at.is_(None))
        .order_by(conversations.c.id)
    )
    return [row.flow for row in rows]
