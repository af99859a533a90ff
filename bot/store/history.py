"""What was said to whom and when: what caps and providers' limits count, for many customers in one indexed query.

The index (thread, lane, moment) keeps it flat: rows older than a month are never touched, however many there are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.policy import Carried, History, Promoted
from bot.core.rulebook import Acquaintance
from bot.store.prepared import Prepared
from bot.store.session import AnyRow
from bot.store.tables import consents, inbox, outbox, threads

MONTH: Final = timedelta(days=31)
DAY: Final = timedelta(hours=24)
LEFT: Final = ("sending", "uncertain", "accepted")
"""Statuses of a text that has left, or may have."""
NOTICE: Final = 2
"""The lane from which on a text comes unasked."""
PROMOTION: Final = 3
"""The lane of promotions that nobody asked for; an answer to a customer's own Y is none."""


@dataclass(slots=True)
class Said:
    """One customer's month. Grows while a batch is claimed, so that two texts of one batch count each other."""

    promotions: list[Promoted] = field(default_factory=list)
    carried: list[tuple[str, Carried]] = field(default_factory=list)
    """(channel, text)."""
    known: set[Acquaintance] = field(default_factory=set)

    def over(self, channel: str | None) -> History:
        """As policy reads it, for a text over this channel."""
        carried = tuple(text for name, text in self.carried if name == channel)
        return History(tuple(self.promotions), carried, frozenset(self.known))


def of(
    connection: Connection, thread_ids: Collection[int], now: datetime, *, planned: bool, texts: bool = False
) -> dict[int, Said]:
    """What was said to each of these customers up to `now` (the carrier's time; the earliest of several).

    `planned`: count what waits to be sent too. `texts`: also every text of the last 24 hours, for a provider's limits.
    """
    found = {thread_id: Said() for thread_id in thread_ids}
    if not found:
        return found
    for row in connection.execute(_query(sorted(found), now, planned, texts)):
        said = found[row.thread_id]
        match row.what:
            case "promoted":
                said.promotions.append(Promoted(row.at, row.kind))
            case "carried":
                said.carried.append((row.channel, Carried(row.at, row.text)))
            case acquaintance:
                said.known.add(acquaintance)
    return found


_texts_of_a_day = Prepared(
    sa.select(
        outbox.c.leaves_at,
        outbox.c.lane,
        sa.func.coalesce(outbox.c.kind, outbox.c.text_key, "").label("kind"),
        outbox.c.channel,
        outbox.c.text,
    ).where(
        outbox.c.thread_id == sa.bindparam("thread_id"),
        outbox.c.leaves_at > sa.bindparam("since"),
        sa.or_(*(outbox.c.status == status for status in (*LEFT, "ready"))),
    )
)


def of_a_day(connection: Connection, thread_id: int, now: datetime) -> Said:
    """Every text of the last 24 hours to one customer, those that wait to be sent among them: all that a provider's
    limits count. Prepared, because every answer to a customer asks it.
    """
    said = Said()
    for row in _texts_of_a_day.all(connection, {"thread_id": thread_id, "since": now - DAY}):
        if row.lane == PROMOTION:
            said.promotions.append(Promoted(row.leaves_at, row.kind))
        said.carried.append((row.channel, Carried(row.leaves_at, row.text)))
    return said


def last_unasked(connection: Connection, thread_id: int, since: datetime) -> AnyRow | None:
    """`category` and `conversation_id` of the last text that reached this customer unasked since then."""
    return connection.execute(
        sa.select(outbox.c.category, outbox.c.conversation_id)
        .where(
            outbox.c.thread_id == thread_id,
            outbox.c.lane >= NOTICE,
            outbox.c.status.in_(LEFT),
            outbox.c.leaves_at >= since,
        )
        .order_by(outbox.c.id.desc())
        .limit(1)
    ).first()


def _query(thread_ids: list[int], now: datetime, planned: bool, texts: bool) -> sa.CompoundSelect[Any]:
    counted = (*LEFT, "ready") if planned else LEFT
    to_them = (outbox.c.thread_id.in_(thread_ids), outbox.c.status.in_(counted))
    kind = sa.func.coalesce(outbox.c.kind, outbox.c.text_key, "")
    promoted = sa.select(
        outbox.c.thread_id.label("thread_id"), sa.literal("promoted").label("what"), outbox.c.leaves_at.label("at"),
        kind.label("kind"), outbox.c.channel.label("channel"), sa.literal("").label("text"),
    ).where(*to_them, outbox.c.lane == PROMOTION, outbox.c.leaves_at > now - MONTH)  # fmt: skip
    carried = sa.select(
        outbox.c.thread_id, sa.literal("carried"), outbox.c.leaves_at, sa.literal(""), outbox.c.channel, outbox.c.text
    ).where(*to_them, outbox.c.lane.in_((0, 1, 2, PROMOTION)), outbox.c.leaves_at > now - DAY)
    known = [_known(name, how, thread_ids) for name, how in _KNOWN.items()]
    return sa.union_all(promoted, *([carried] if texts else []), *known)


_KNOWN: Final[dict[Acquaintance, sa.ColumnElement[bool]]] = {
    "text": sa.exists().where(
        outbox.c.thread_id == threads.c.id, outbox.c.status == "accepted", outbox.c.lane.in_((0, 1, 2))
    ),
    "reply": sa.or_(
        sa.exists().where(inbox.c.thread_id == threads.c.id),
        sa.exists().where(consents.c.thread_id == threads.c.id, consents.c.source == "reply"),
    ),
    "import": sa.exists().where(
        consents.c.thread_id == threads.c.id,
        consents.c.category == "promotion",
        consents.c.source == "import",
        consents.c.granted == sa.true(),
    ),
}


def _known(name: str, how: sa.ColumnElement[bool], thread_ids: list[int]) -> sa.Select[Any]:
    nothing = [sa.null(), sa.null(), sa.null(), sa.null()]
    return sa.select(threads.c.id, sa.literal(name), *nothing).where(threads.c.id.in_(thread_ids), how)
