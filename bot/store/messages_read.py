"""Messages of both directions as one list in time order. Inbox and outbox are two tables; a page merges a page of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from bot.store.tables import conversations, inbox, outbox, threads

Position = tuple[datetime, int, int]
"""Where a message stands: its time, then inbound (0) before outbound (1), then its id."""
View = tuple[Position, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Side:
    """The messages of one direction, narrowed step by step."""

    rank: int
    at: sa.Column[datetime]
    id: sa.Column[int]
    alone: sa.ColumnElement[bool]
    """Belongs to no parcel and no conversation."""
    thread_is: sa.ColumnElement[bool]
    linked: Callable[[int, Sequence[int]], sa.ColumnElement[bool]]
    """Given a parcel's id and the ids of its conversations: belongs to them."""
    query: sa.Select[Any]
    view: Callable[[Row[Any]], dict[str, Any]]

    def about(self, parcel: Row[Any], talks: Sequence[int]) -> Side:
        """Linked to the parcel; or linked to nothing, in its customer's thread, since the parcel was made."""
        loose = sa.and_(self.thread_is, self.alone, self.at >= parcel.created_at)
        return self._with(self.query.where(sa.or_(self.linked(parcel.id, talks), loose)))

    def forward(self, since: datetime | None, after: Position | None, limit: int) -> Side:
        """In the thread, from `since` on, after `after`; the oldest `limit`."""
        query = self.query.where(self.thread_is)
        if since is not None:
            query = query.where(self.at >= since)
        if after is not None:
            query = query.where(self._beyond(after))
        return self._with(query.order_by(self.at, self.id).limit(limit))

    def backward(self, limit: int) -> Side:
        """The newest `limit`."""
        return self._with(self.query.order_by(self.at.desc(), self.id.desc()).limit(limit))

    def _beyond(self, after: Position) -> sa.ColumnElement[bool]:
        at, rank, row_id = after
        same_time = self.id > row_id if rank == self.rank else sa.literal(self.rank > rank)
        return sa.or_(self.at > at, sa.and_(self.at == at, same_time))

    def _with(self, query: sa.Select[Any]) -> Side:
        return Side(self.rank, self.at, self.id, self.alone, self.thread_is, self.linked, query, self.view)


def merged(connection: Connection, *sides: Side) -> list[View]:
    """What the sides hold, in time order."""
    rows = [((row.at, side.rank, row.id), side.view(row)) for side in sides for row in connection.execute(side.query)]
    return sorted(rows, key=lambda pair: pair[0])


def inbound_of(carrier: str, thread_id: int) -> Side:
    """Replies of a carrier's customers."""
    query = (
        sa.select(inbox, inbox.c.received_at.label("at"), threads.c.phone, conversations.c.flow)
        .join(threads, threads.c.id == inbox.c.thread_id)
        .outerjoin(conversations, conversations.c.id == inbox.c.conversation_id)
        .where(inbox.c.carrier == carrier)
    )
    return Side(
        rank=0,
        at=inbox.c.received_at,
        id=inbox.c.id,
        alone=inbox.c.conversation_id.is_(None),
        thread_is=inbox.c.thread_id == thread_id,
        linked=lambda _parcel, talks: inbox.c.conversation_id.in_(talks),
        query=query,
        view=_inbound,
    )


def outbound_of(carrier: str, thread_id: int) -> Side:
    """Texts to a carrier's customers."""
    query = (
        sa.select(outbox, outbox.c.created_at.label("at"), conversations.c.flow)
        .outerjoin(conversations, conversations.c.id == outbox.c.conversation_id)
        .where(outbox.c.carrier == carrier)
    )
    return Side(
        rank=1,
        at=outbox.c.created_at,
        id=outbox.c.id,
        alone=sa.and_(outbox.c.conversation_id.is_(None), outbox.c.shipment_id.is_(None)),
        thread_is=outbox.c.thread_id == thread_id,
        linked=lambda parcel, talks: sa.or_(outbox.c.shipment_id == parcel, outbox.c.conversation_id.in_(talks)),
        query=query,
        view=_outbound,
    )


def _inbound(row: Row[Any]) -> dict[str, Any]:
    return {
        **_both(row, "inbound", row.phone, "customer"),
        "status": "received",
        "reason": None,
        "error_code": None,
        "category": None,
        "segments": None,
        "intent": row.intent,
        "branch": row.branch,
        "rule": row.rule,
        "media": [{"url": m.get("url"), "content_type": m.get("content_type")} for m in row.media],
    }


def _outbound(row: Row[Any]) -> dict[str, Any]:
    return {
        **_both(row, "outbound", row.recipient, row.author.partition(":")[0]),
        # The provider's word where it has spoken, else how far we have come with it.
        "status": row.delivery or row.status,
        "reason": row.reason,
        "error_code": row.error_code,
        "category": row.category,
        "segments": row.segments,
        "intent": None,
        "branch": None,
        "rule": None,
        "media": [],
    }


def _both(row: Row[Any], direction: str, phone: str, author: str) -> dict[str, Any]:
    return {
        "id": f"{direction}-{row.id}",
        "direction": direction,
        "at": row.at.isoformat().replace("+00:00", "Z"),
        "phone": phone,
        "author": author,
        "text": row.text,
        "channel": row.channel,
        "provider_id": row.provider_id,
        "conversation": row.conversation_id,
        "flow": row.flow,
        "state": row.state,
    }
