"""Rows for tests of the console: a customer, a parcel, messages, a case, a login; each with defaults that a test can override."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store import tables

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
_serial = count(1)


def insert(connection: Connection, table: sa.Table, **values: Any) -> int:
    return int(connection.execute(sa.insert(table).values(**values).returning(table.c.id)).scalar_one())


def thread(connection: Connection, **values: Any) -> int:
    given = {"carrier": "demo", "phone": f"+8613800138{next(_serial):03d}", "name": "王五", "created_at": NOW}
    return insert(connection, tables.threads, **(given | values))


def shipment(connection: Connection, thread_id: int, **values: Any) -> int:
    given = {
        "carrier": "demo",
        "tracking_no": f"FY{next(_serial):010d}",
        "thread_id": thread_id,
        "category": "电子产品",
        "status": "out_for_delivery",
        "facts": {},
        "created_at": NOW,
        "updated_at": NOW,
    }
    return insert(connection, tables.shipments, **(given | values))


def conversation(connection: Connection, thread_id: int, **values: Any) -> int:
    given = {
        "carrier": "demo",
        "thread_id": thread_id,
        "flow": "delivery_options",
        "flow_hash": "ab" * 32,
        "state": "offered",
        "version": 1,
        "values": {},
        "counters": {},
        "cause": f"test:{next(_serial)}",
        "started_at": NOW,
    }
    return insert(connection, tables.conversations, **(given | values))


def heard(connection: Connection, thread_id: int, text: str, **values: Any) -> int:
    given = {
        "carrier": "demo",
        "channel": "simulator",
        "provider_id": f"sim-{next(_serial)}",
        "thread_id": thread_id,
        "text": text,
        "media": [],
        "extra": {},
        "received_at": NOW,
        "via": "simulator",
        "path": [],
    }
    return insert(connection, tables.inbox, **(given | values))


def said(connection: Connection, thread_id: int, text: str, **values: Any) -> int:
    serial = next(_serial)
    given = {
        "carrier": "demo",
        "thread_id": thread_id,
        "channel": "simulator",
        "recipient": "+8613800138000",
        "category": "service",
        "lane": 1,
        "author": "bot",
        "state": "offered",
        "text_key": "menu",
        "text": text,
        "segments": 1,
        "status": "accepted",
        "delivery": "delivered",
        "created_at": NOW,
        "due_at": NOW,
        "cause": f"test:{serial}",
    }
    return insert(connection, tables.outbox, **(given | values))


def case(connection: Connection, thread_id: int, **values: Any) -> int:
    given = {
        "carrier": "demo",
        "thread_id": thread_id,
        "kind": "complaint",
        "reason": "the customer complains",
        "status": "open",
        "opened_at": NOW,
        "due_at": NOW + timedelta(hours=2),
        "cause": f"test:{next(_serial)}",
    }
    return insert(connection, tables.cases, **(given | values))
