"""A customer's past parcels, read only for flows that ask: what `core.habits` computes the usual window and the regulars from."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.habits import LAST, Past
from bot.store.tables import shipments, tracking_events

MONTH: Final = timedelta(days=31)
MOST_PARCELS: Final = 200
"""The newest so many parcels of a customer are looked at."""
_event_of_customer = tracking_events.join(shipments, shipments.c.id == tracking_events.c.shipment_id)


def past_of(connection: Connection, thread_id: int, now: datetime) -> Past:
    """What happened to this customer's parcels. Later events than `now` are left out."""
    mine = (shipments.c.thread_id == thread_id, tracking_events.c.at <= now)
    deliveries = (
        sa.select(tracking_events.c.at)
        .select_from(_event_of_customer)
        .where(*mine, tracking_events.c.type == "delivered")
        .order_by(tracking_events.c.at.desc())
        .limit(LAST)
    )
    pickups = (
        sa.select(sa.func.min(tracking_events.c.at, type_=tracking_events.c.at.type))
        .select_from(_event_of_customer)
        .where(*mine, tracking_events.c.type == "ready_for_pickup", tracking_events.c.at > now - MONTH)
        .group_by(shipments.c.id)
    )
    last = sa.func.max(tracking_events.c.at, type_=tracking_events.c.at.type)
    parcels = (
        sa.select(sa.func.coalesce(last, shipments.c.created_at, type_=shipments.c.created_at.type))
        .select_from(shipments.outerjoin(tracking_events, tracking_events.c.shipment_id == shipments.c.id))
        .where(shipments.c.thread_id == thread_id, shipments.c.created_at <= now)
        .group_by(shipments.c.id, shipments.c.created_at)
        .order_by(shipments.c.id.desc())
        .limit(MOST_PARCELS)
    )
    return Past(*(tuple(connection.execute(query).scalars()) for query in (deliveries, pickups, parcels)))
