"""A customer's thread as a log for a page: what was heard and said, events, the work of staff, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.staff import names
from bot.store.tables import case_events, cases, conversations, inbox, outbox, shipments, tracking_events

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
    known = names(connection)
    for row in connection.execute(query):
        kind, who = _author(row.author, known)
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
    known = names(connection)
    for row in connection.execute(query):
        data = {**(row.data or {}), "case_id": row.case_id, "case_kind": row.kind, "case_reason": row.reason}
        yield Line(
            key=f"case-{row.id}",
            kind="note" if row.what == "note" else "case",
            at=row.at,
            text=str(data.get("text", "")) if row.what == "note" else row.what,
            who=_author(row.who, known)[1],
            due_at=row.due_at,
            data=data,
        )


_SHOWN_AS_MESSAGES: Final = ("answered", "customer_replied")
"""Happenings of a case that stand in the log already, as the message itself."""


def _author(author: str, known: Mapping[int, str]) -> tuple[Kind, str | None]:
    role, _, number = author.partition(":")
    if role == "staff":
        return "staff", known.get(int(number), "?")
    return ("bot" if role == "bot" else "system"), None
