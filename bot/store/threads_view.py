"""Everything about one customer, read for a page: what was heard and said, events, the work of staff, and how things stand.

Only reads. `log` is the thread in the order in which it happened; the other functions are the sidebars beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import (
    case_events,
    cases,
    consents,
    conversations,
    inbox,
    instructions,
    outbox,
    prompts,
    shipments,
    staff,
    threads,
    timers,
    tracking_events,
)

Kind = Literal["customer", "bot", "staff", "system", "event", "note", "case"]
LATEST: Final = 200
"""A page shows so many of the newest lines; older ones come by asking for more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log. `key` stays the same for ever, so that a page can update a line in place."""

    key: str
    kind: Kind
    at: datetime
    text: str = ""
    who: str | None = None
    """A colleague's name, for `staff`, `note` and `case`."""
    flow: str | None = None
    state: str | None = None
    text_key: str | None = None
    tracking_no: str | None = None
    status: str | None = None
    delivery: str | None = None
    reason: str | None = None
    error_code: str | None = None
    due_at: datetime | None = None
    segments: int | None = None
    route: str | None = None
    rule: str | None = None
    intent: str | None = None
    branch: str | None = None
    path: tuple[str, ...] = ()
    media: tuple[Mapping[str, Any], ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    """Of an event or a case's history: what came with it."""


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


# ── the log ──────────────────────────────────────────────────────────────────────────────────────


def log(connection: Connection, thread_id: int, limit: int = LATEST) -> tuple[list[Line], bool]:
    """The newest `limit` lines, oldest first, and whether there are older ones."""
    sources = (_heard, _said, _events, _history)
    lines = [line for source in sources for line in source(connection, thread_id, limit + 1)]
    # An answer that was decided in the same instant as its cause stands below it.
    lines.sort(key=lambda line: (line.at, _ORDER[line.kind], int(line.key.split("-")[1])))
    return lines[-limit:], len(lines) > limit


_ORDER: Final[dict[Kind, int]] = {
    "event": 0, "customer": 1, "case": 2, "note": 2, "bot": 3, "staff": 3, "system": 3,
}  # fmt: skip


def _heard(connection: Connection, thread_id: int, limit: int) -> Iterable[Line]:
    query = (
        sa.select(inbox, conversations.c.flow, shipments.c.tracking_no)
        .outerjoin(conversations, conversations.c.id == inbox.c.conversation_id)
        .outerjoin(shipments, shipments.c.id == conversations.c.shipment_id)
        .where(inbox.c.thread_id == thread_id)
        .order_by(inbox.c.id.desc())
        .limit(limit)
    )
    for row in connection.execute(query):
        yield Line(
            key=f"in-{row.id}",
            kind="customer",
            at=row.received_at,
            text=row.text,
            flow=row.flow,
            state=row.state,
            tracking_no=row.tracking_no,
            route=row.route,
            rule=row.rule,
            intent=row.intent,
            branch=row.branch,
            path=tuple(row.path or ()),
            media=tuple(row.media or ()),
        )


def _said(connection: Connection, thread_id: int, limit: int) -> Iterable[Line]:
    query = (
        sa.select(outbox, conversations.c.flow, shipments.c.tracking_no)
        .outerjoin(conversations, conversations.c.id == outbox.c.conversation_id)
        .outerjoin(shipments, shipments.c.id == sa.func.coalesce(outbox.c.shipment_id, conversations.c.shipment_id))
        .where(outbox.c.thread_id == thread_id)
        .order_by(outbox.c.id.desc())
        .limit(limit)
    )
    names = _names(connection)
    for row in connection.execute(query):
        kind, who = _author(row.author, names)
        yield Line(
            key=f"out-{row.id}",
            kind=kind,
            at=row.created_at,
            text=row.text,
            who=who,
            flow=row.flow,
            state=row.state,
            text_key=row.text_key,
            tracking_no=row.tracking_no,
            status=row.status,
            delivery=row.delivery,
            reason=row.reason,
            error_code=row.error_code,
            due_at=row.due_at,
            segments=row.segments,
        )


def _events(connection: Connection, thread_id: int, limit: int) -> Iterable[Line]:
    query = (
        sa.select(tracking_events, shipments.c.tracking_no)
        .join(shipments, shipments.c.id == tracking_events.c.shipment_id)
        .where(shipments.c.thread_id == thread_id)
        .order_by(tracking_events.c.id.desc())
        .limit(limit)
    )
    for row in connection.execute(query):
        # Placed by when we heard of it: a carrier's own time may be in another order than what it caused here.
        yield Line(
            key=f"event-{row.id}",
            kind="event",
            at=row.received_at,
            text=row.type,
            tracking_no=row.tracking_no,
            data=row.data or {},
        )


def _history(connection: Connection, thread_id: int, limit: int) -> Iterable[Line]:
    query = (
        sa.select(case_events, cases.c.kind, cases.c.reason, cases.c.outcome, cases.c.due_at)
        .join(cases, cases.c.id == case_events.c.case_id)
        .where(cases.c.thread_id == thread_id, case_events.c.what.not_in(_SHOWN_AS_MESSAGES))
        .order_by(case_events.c.id.desc())
        .limit(limit)
    )
    names = _names(connection)
    for row in connection.execute(query):
        data = {**(row.data or {}), "case_id": row.case_id, "case_kind": row.kind, "case_reason": row.reason}
        yield Line(
            key=f"case-{row.id}",
            kind="note" if row.what == "note" else "case",
            at=row.at,
            text=str(data.get("text", "")) if row.what == "note" else row.what,
            who=_author(row.who, names)[1],
            due_at=row.due_at,
            data=data,
        )


_SHOWN_AS_MESSAGES: Final = ("answered", "customer_replied")
"""Happenings of a case that stand in the log already, as the message itself."""


def _author(author: str, names: Mapping[int, str]) -> tuple[Kind, str | None]:
    role, _, number = author.partition(":")
    if role == "staff":
        return "staff", names.get(int(number), "?")
    return ("bot" if role == "bot" else "system"), None


def _names(connection: Connection) -> dict[int, str]:
    return {row.id: row.name for row in connection.execute(sa.select(staff.c.id, staff.c.name))}


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
