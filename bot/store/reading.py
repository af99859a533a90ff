"""What carriers may read, as JSON values: a parcel with all that belongs to it, a customer's messages, cases.

Every query is scoped by carrier (law 15). Times are ISO 8601 in UTC. Lists are bounded: a parcel's to the newest
`NEWEST`, the others by pages with a cursor.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from bot.store import shipments
from bot.store.messages_read import Position, inbound_of, merged, outbound_of
from bot.store.tables import cases, conversations, instructions, staff, threads, tracking_events
from bot.store.tables import shipments as shipments_table

NEWEST: Final = 500


def shipment(connection: Connection, carrier: str, tracking_no: str) -> dict[str, Any]:
    """The parcel and its events, conversations, messages, cases and instructions, each oldest first. Raises `NotFound`.

    `truncated` names the lists of which only the newest 500 are given.
    """
    row = shipments.get(connection, carrier, tracking_no)
    lists = {
        "events": [event_view(e, tracking_no) for e in _newest(connection, tracking_events, carrier, row.id)],
        "conversations": [_conversation(c) for c in _newest(connection, conversations, carrier, row.id)],
        "messages": _messages_about(connection, carrier, row),
        "cases": [_case(c) for c in _reversed(connection, _cases(carrier).where(cases.c.shipment_id == row.id), cases)],
        "instructions": [_instruction(i) for i in _newest(connection, instructions, carrier, row.id)],
    }
    truncated = [name for name, rows in lists.items() if len(rows) > NEWEST]
    return {"shipment": shipment_view(row), **{n: rows[-NEWEST:] for n, rows in lists.items()}, "truncated": truncated}


def messages(
    connection: Connection, carrier: str, phone: str, since: datetime | None, after: Position | None, limit: int
) -> tuple[list[dict[str, Any]], Position | None]:
    """A customer's messages of both directions in time order, and where the next page begins (None: no more).

    `phone` is E.164. A number that we never wrote to has no messages.
    """
    thread = connection.execute(
        sa.select(threads.c.id).where(threads.c.carrier == carrier, threads.c.phone == phone)
    ).scalar_one_or_none()
    if thread is None:
        return [], None
    inbound = inbound_of(carrier, thread).forward(since, after, limit + 1)
    outbound = outbound_of(carrier, thread).forward(since, after, limit + 1)
    found = merged(connection, inbound, outbound)[: limit + 1]
    return [view for _, view in found[:limit]], found[limit - 1][0] if len(found) > limit else None


def case_list(
    connection: Connection, carrier: str, status: str | None, after: int | None, limit: int
) -> tuple[list[dict[str, Any]], int | None]:
    """Cases in the order in which they were opened, and the id after which the next page begins (None: no more)."""
    query = _cases(carrier).order_by(cases.c.id).limit(limit + 1)
    if status is not None:
        query = query.where(cases.c.status == status)
    if after is not None:
        query = query.where(cases.c.id > after)
    rows = connection.execute(query).fetchall()
    return [_case(row) for row in rows[:limit]], rows[limit - 1].id if len(rows) > limit else None


def event(connection: Connection, carrier: str, row_id: int) -> dict[str, Any]:
    """A tracking event as it was taken: the same at every later time, so that a repeat is answered as the first."""
    row = connection.execute(
        sa.select(tracking_events, shipments_table.c.tracking_no)
        .join(shipments_table, shipments_table.c.id == tracking_events.c.shipment_id)
        .where(tracking_events.c.carrier == carrier, tracking_events.c.id == row_id)
    ).one()
    return event_view(row, row.tracking_no)


# ── one row → one JSON object ────────────────────────────────────────────────────────────────────


def moment(at: datetime | None) -> str | None:
    """ISO 8601 in UTC, ending in Z."""
    return None if at is None else at.isoformat().replace("+00:00", "Z")


def shipment_view(row: Row[Any]) -> dict[str, Any]:
    """A row of `shipments.get`."""
    customer = {
        "phone": row.phone,
        "name": row.name,
        "segment": row.segment,
        "locale": row.locale,
        "time_zone": row.time_zone,
    }
    return {
        "tracking_no": row.tracking_no,
        "customer": customer,
        "order_no": row.order_no,
        "category": row.category,
        "status": row.status,
        "facts": row.facts,
        "created_at": moment(row.created_at),
        "updated_at": moment(row.updated_at),
    }


def event_view(row: Row[Any], tracking_no: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "event_id": row.event_id,
        "tracking_no": tracking_no,
        "type": row.type,
        "at": moment(row.at),
        "received_at": moment(row.received_at),
        "data": row.data,
    }


def _conversation(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "flow": row.flow,
        "version": row.flow_hash,
        "state": row.state,
        "turns": row.turns,
        "started_at": moment(row.started_at),
        "ended_at": moment(row.ended_at),
        "end_reason": row.end_reason,
    }


def _case(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "reason": row.reason,
        "status": row.status,
        "tracking_no": row.tracking_no,
        "phone": row.phone,
        "conversation": row.conversation_id,
        "claimed_by": row.claimed_name,
        "opened_at": moment(row.opened_at),
        "due_at": moment(row.due_at),
        "first_answer_at": moment(row.first_answer_at),
        "closed_at": moment(row.closed_at),
        "outcome": row.outcome,
    }


def _instruction(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "params": row.params,
        "status": row.status,
        "attempts": row.attempts,
        "error": row.error,
        "conversation": row.conversation_id,
        "created_at": moment(row.created_at),
        "delivered_at": moment(row.delivered_at),
    }


# ── queries ──────────────────────────────────────────────────────────────────────────────────────


def _cases(carrier: str) -> sa.Select[Any]:
    return (
        sa.select(cases, threads.c.phone, shipments_table.c.tracking_no, staff.c.name.label("claimed_name"))
        .join(threads, threads.c.id == cases.c.thread_id)
        .outerjoin(shipments_table, shipments_table.c.id == cases.c.shipment_id)
        .outerjoin(staff, staff.c.id == cases.c.claimed_by)
        .where(cases.c.carrier == carrier)
    )


def _newest(connection: Connection, table: sa.Table, carrier: str, shipment_id: int) -> list[Row[Any]]:
    query = sa.select(table).where(table.c.carrier == carrier, table.c.shipment_id == shipment_id)
    return _reversed(connection, query, table)


def _reversed(connection: Connection, query: sa.Select[Any], table: sa.Table) -> list[Row[Any]]:
    """One more than the newest, so that the caller sees that there are more; oldest first."""
    return list(connection.execute(query.order_by(table.c.id.desc()).limit(NEWEST + 1)).fetchall())[::-1]


def _messages_about(connection: Connection, carrier: str, parcel: Row[Any]) -> list[dict[str, Any]]:
    """What was said about this parcel, and what was said since it exists that belongs to no parcel (an opt-out, an A/B question)."""
    talks: Iterable[int] = connection.execute(
        sa.select(conversations.c.id).where(
            conversations.c.carrier == carrier, conversations.c.shipment_id == parcel.id
        )
    ).scalars()
    ids = list(talks)
    inbound = inbound_of(carrier, parcel.thread_id).about(parcel, ids).backward(NEWEST + 1)
    outbound = outbound_of(carrier, parcel.thread_id).about(parcel, ids).backward(NEWEST + 1)
    return [view for _, view in merged(connection, inbound, outbound)]
