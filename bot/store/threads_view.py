"""How things stand with one customer, read for a page: parcels, conversations, questions, timers, instructions, consent.

Only reads. What was said, in order, is `bot.store.thread_log`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import (
    consents,
    conversations,
    inbox,
    instructions,
    prompts,
    shipments,
    threads,
    timers,
)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, open or ended, with the question it has open and the timers it has set."""

    id: int
    flow: str
    flow_hash: str
    state: str
    version: int
    tracking_no: str | None
    started_at: datetime
    ended_at: datetime | None
    end_reason: str | None
    values: Mapping[str, Any]
    question: AnyRow | None
    timers: tuple[AnyRow, ...]
    last: AnyRow | None
    """The newest reply that was routed to it: route, rule, intent, branch, path."""


# ── how things stand ─────────────────────────────────────────────────────────────────────────────


def thread(connection: Connection, thread_id: int) -> AnyRow | None:
    """The customer's row, unlocked."""
    return connection.execute(sa.select(threads).where(threads.c.id == thread_id)).first()


def thread_of(connection: Connection, carrier: str, phone: str) -> AnyRow | None:
    """The customer's row by number (E.164), unlocked."""
    return connection.execute(sa.select(threads).where(threads.c.carrier == carrier, threads.c.phone == phone)).first()


def last_heard(connection: Connection, thread_id: int) -> int:
    """The id of the newest message from the customer, 0 when there is none: what a reader of the page has seen."""
    return int(
        connection.execute(sa.select(sa.func.max(inbox.c.id)).where(inbox.c.thread_id == thread_id)).scalar() or 0
    )


def parcels(connection: Connection, thread_id: int) -> Sequence[AnyRow]:
    """The customer's shipments, newest first."""
    query = sa.select(shipments).where(shipments.c.thread_id == thread_id).order_by(shipments.c.id.desc()).limit(20)
    return connection.execute(query).all()


def told(connection: Connection, thread_id: int) -> Sequence[AnyRow]:
    """What the carrier's system was asked to do for this customer's parcels, newest first, with `tracking_no`."""
    query = (
        sa.select(instructions, shipments.c.tracking_no)
        .outerjoin(shipments, shipments.c.id == instructions.c.shipment_id)
        .outerjoin(conversations, conversations.c.id == instructions.c.conversation_id)
        .where(sa.or_(shipments.c.thread_id == thread_id, conversations.c.thread_id == thread_id))
        .order_by(instructions.c.id.desc())
        .limit(20)
    )
    return connection.execute(query).all()


def consent(connection: Connection, thread_id: int) -> dict[str, AnyRow]:
    """The newest line of the consent ledger for each category that has one."""
    rows = connection.execute(sa.select(consents).where(consents.c.thread_id == thread_id).order_by(consents.c.id))
    return {row.category: row for row in rows}


def talks(connection: Connection, thread_id: int, limit: int = 8) -> list[Talk]:
    """The customer's conversations: open ones first, then the lately ended, newest first."""
    query = (
        sa.select(conversations, conversations.c["values"].label("kept"), shipments.c.tracking_no)
        .outerjoin(shipments, shipments.c.id == conversations.c.shipment_id)
        .where(conversations.c.thread_id == thread_id)
        .order_by(conversations.c.ended_at.is_not(None), conversations.c.id.desc())
        .limit(limit)
    )
    found = connection.execute(query).all()
    ids = [row.id for row in found]
    questions = _newest_by_talk(connection, prompts, ids, prompts.c.status == "open")
    replies = _newest_by_talk(connection, inbox, ids, sa.true())
    pending = _pending(connection, ids)
    return [_talk(row, questions.get(row.id), pending.get(row.id, []), replies.get(row.id)) for row in found]


def _talk(row: AnyRow, question: AnyRow | None, pending: Sequence[AnyRow], last: AnyRow | None) -> Talk:
    return Talk(
        id=row.id,
        flow=row.flow,
        flow_hash=row.flow_hash,
        state=row.state,
        version=row.version,
        tracking_no=row.tracking_no,
        started_at=row.started_at,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
        values=row.kept or {},
        question=question,
        timers=tuple(pending),
        last=last,
    )


def waiting_timers(connection: Connection, thread_id: int) -> Sequence[AnyRow]:
    """Pending timers that belong to no conversation yet: flows that start later, A/B questions."""
    query = sa.select(timers).where(
        timers.c.thread_id == thread_id, timers.c.status == "pending", timers.c.conversation_id.is_(None)
    )
    return connection.execute(query.order_by(timers.c.id)).all()


def _newest_by_talk(
    connection: Connection, table: sa.Table, ids: Sequence[int], condition: sa.ColumnElement[bool]
) -> dict[int, AnyRow]:
    newest = (
        sa.select(sa.func.max(table.c.id))
        .where(table.c.conversation_id.in_(ids), condition)
        .group_by(table.c.conversation_id)
    )
    return {row.conversation_id: row for row in connection.execute(sa.select(table).where(table.c.id.in_(newest)))}


def _pending(connection: Connection, ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    query = sa.select(timers).where(timers.c.conversation_id.in_(ids), timers.c.status == "pending")
    found: dict[int, list[AnyRow]] = {}
    for row in connection.execute(query.order_by(timers.c.due_at, timers.c.id)):
        found.setdefault(row.conversation_id, []).append(row)
    return found


def phones(connection: Connection, carrier: str, limit: int = 8) -> Sequence[Any]:
    """The carrier's customers, newest first: id, phone, name."""
    query = sa.select(threads.c.id, threads.c.phone, threads.c.name).where(threads.c.carrier == carrier)
    return connection.execute(query.order_by(threads.c.id.desc()).limit(limit)).all()
