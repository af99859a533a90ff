"""How far a campaign is and what came of it: counted from its recipients and their first texts, never kept as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.campaigns import HELD, WITH_PERSON
from bot.store.session import AnyRow
from bot.store.tables import campaign_recipients as recipients
from bot.store.tables import conversations, outbox, threads

_ARRIVED: Final = sa.and_(
    outbox.c.status == "accepted",
    sa.func.coalesce(outbox.c.delivery, "").not_in(("undelivered", "failed", "canceled")),
)
_FIELDS: Final = {
    "accepted": outbox.c.status == "accepted",
    "delivered": outbox.c.delivery.in_(("delivered", "read")),
    "arrived": _ARRIVED,
    # What opt-outs are a share of: also texts that the provider refused because of one.
    "counted": sa.or_(_ARRIVED, recipients.c.opted_out_at.is_not(None)),
    "on_the_way": outbox.c.status.in_(("ready", "sending", "uncertain")),
    "refused": outbox.c.status == "refused",
    "failed": sa.or_(outbox.c.status == "failed", outbox.c.delivery.in_(("undelivered", "failed"))),
    "canceled": outbox.c.status == "canceled",
    "held": HELD,
    "replied": recipients.c.replied_at.is_not(None),
    "opted_out": recipients.c.opted_out_at.is_not(None),
    "complained": recipients.c.complained_at.is_not(None),
}


_WHY: Final = sa.func.coalesce(
    recipients.c.reason, outbox.c.reason, sa.case((HELD, sa.literal(WITH_PERSON)), else_=sa.null())
)


def tallies(connection: Connection, campaign_id: int) -> Mapping[str, Mapping[str, int]]:
    """By variant: how many recipients there are in each status, and what came of their first texts."""
    counts = [sa.func.sum(sa.case((condition, 1), else_=0)).label(name) for name, condition in _FIELDS.items()]
    counts += [
        sa.func.sum(sa.case((recipients.c.status == status, 1), else_=0)).label(f"is_{status}")
        for status in ("waiting", "begun", "skipped", "failed", "canceled")
    ]
    rows = connection.execute(
        sa.select(
            recipients.c.variant,
            sa.func.count().label("recipients"),
            sa.func.sum(sa.case((outbox.c.status == "accepted", outbox.c.segments), else_=0)).label("segments"),
            *counts,
        )
        .select_from(recipients.outerjoin(outbox, outbox.c.id == recipients.c.outbox_id))
        .where(recipients.c.campaign_id == campaign_id)
        .group_by(recipients.c.variant)
        .order_by(recipients.c.variant)
    )
    return {row.variant: {name: int(n) for name, n in row._mapping.items() if name != "variant"} for row in rows}  # noqa: SLF001 - SQLAlchemy's public name


def reasons(connection: Connection, campaign_id: int) -> Mapping[str, int]:
    """Why recipients were not sent it, or not yet: reason → how many."""
    why = _WHY
    rows = connection.execute(
        sa.select(why.label("why"), sa.func.count().label("n"))
        .select_from(recipients.outerjoin(outbox, outbox.c.id == recipients.c.outbox_id))
        .where(
            recipients.c.campaign_id == campaign_id,
            why.is_not(None),
            sa.or_(outbox.c.id.is_(None), outbox.c.status != "accepted"),
        )
        .group_by(why)
        .order_by(sa.func.count().desc(), why)
    )
    return {row.why: row.n for row in rows}


def states(connection: Connection, campaign_id: int) -> Sequence[AnyRow]:
    """Each recipient with where their conversation stands: phone, name, status, reason, state, text status, moments."""
    return connection.execute(
        sa.select(
            recipients.c.id, threads.c.phone, threads.c.name, recipients.c.variant, recipients.c.status,
            _WHY.label("reason"),
            sa.func.coalesce(outbox.c.delivery, outbox.c.status).label("text_status"), outbox.c.accepted_at,
            conversations.c.state, conversations.c.ended_at, conversations.c.id.label("conversation_id"),
            recipients.c.replied_at, recipients.c.opted_out_at, recipients.c.complained_at,
        )
        .select_from(
            recipients.join(threads, threads.c.id == recipients.c.thread_id)
            .outerjoin(outbox, outbox.c.id == recipients.c.outbox_id)
            .outerjoin(conversations, conversations.c.id == recipients.c.conversation_id)
        )
        .where(recipients.c.campaign_id == campaign_id)
        .order_by(recipients.c.id)
    ).all()  # fmt: skip
