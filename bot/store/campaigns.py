"""Campaigns and their recipients. Everybody who is to get one is a row before it begins, so that a crash resumes and progress is counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.errors import NotFound
from bot.store.session import AnyRow
from bot.store.tables import campaign_recipients as recipients
from bot.store.tables import campaigns, conversations, outbox, shipments, threads, timers
from bot.store.upsert import insert_if_new, insert_later

LEFT: Final = ("sending", "uncertain", "accepted")
"""Statuses of a text that has left, or may have."""
CHUNK: Final = 500
"""Rows that one statement writes."""
UNLINKED: Final = (recipients.c.status == sa.literal_column("'begun'"), recipients.c.outbox_id.is_(None))
"""Begun, and not tied to its first text yet: few at any moment, and in a partial index."""
_WAITING: Final = recipients.c.status == sa.literal_column("'waiting'")


def cause_of(campaign_id: int) -> str:
    """The cause of everything that this campaign begins, before the id of the customer's thread."""
    return f"campaign:{campaign_id}"


# ── campaigns ────────────────────────────────────────────────────────────────────────────────────


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Write a new campaign; its id."""
    made = insert_if_new(connection, campaigns, values)
    assert made is not None
    return made


def get(
    connection: Connection, carrier: str, campaign_id: int, kind: str | None = None, *, lock: bool = False
) -> AnyRow:
    """One campaign, with `lock` held until the transaction ends. Raises `NotFound`, also for another carrier's."""
    query = sa.select(campaigns).where(campaigns.c.id == campaign_id, campaigns.c.carrier == carrier)
    if kind is not None:
        query = query.where(campaigns.c.kind == kind)
    row = connection.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise NotFound(f"There is no {kind or 'campaign'} {campaign_id}.")
    return row


def change(connection: Connection, campaign_id: int, **values: Any) -> None:
    """Set columns of one campaign."""
    connection.execute(sa.update(campaigns).where(campaigns.c.id == campaign_id).values(**values))


def listing(connection: Connection, carrier: str, kind: str, before: int | None, limit: int) -> Sequence[AnyRow]:
    """The carrier's campaigns or notices, newest first, below the id `before`."""
    query = sa.select(campaigns).where(campaigns.c.carrier == carrier, campaigns.c.kind == kind)
    if before is not None:
        query = query.where(campaigns.c.id < before)
    return connection.execute(query.order_by(campaigns.c.id.desc()).limit(limit)).all()


def due(connection: Connection, carrier: str, now: datetime) -> Sequence[AnyRow]:
    """The campaigns of this carrier that somebody has to look at, the longest due first."""
    query = sa.select(campaigns).where(campaigns.c.carrier == carrier, campaigns.c.due_at <= now)
    return connection.execute(query.order_by(campaigns.c.due_at)).all()


def running(connection: Connection, campaign_id: int) -> bool:
    """Whether it runs; nobody can pause or stop it until the transaction ends."""
    query = sa.select(campaigns.c.status).where(campaigns.c.id == campaign_id).with_for_update(read=True)
    return connection.execute(query).scalar() == "running"


# ── recipients ───────────────────────────────────────────────────────────────────────────────────


def add_recipients(connection: Connection, campaign_id: int, rows: Sequence[Mapping[str, Any]]) -> int:
    """Write down who is to get it, each customer once; how many were new. Keys: thread_id, shipment_id, variant, data."""
    ids = {row["thread_id"] for row in rows}
    there = sa.select(sa.func.count()).where(recipients.c.campaign_id == campaign_id, recipients.c.thread_id.in_(ids))
    before = int(connection.execute(there).scalar_one())
    for row in rows:
        insert_later(connection, recipients, {**row, "campaign_id": campaign_id, "status": "waiting"})
    return len(ids) - before


def count(connection: Connection, campaign_id: int) -> int:
    """How many recipients are written down."""
    query = sa.select(sa.func.count()).select_from(recipients).where(recipients.c.campaign_id == campaign_id)
    return int(connection.execute(query).scalar_one())


def claim(
    connection: Connection, campaign_id: int, now: datetime, lease_until: datetime, limit: int
) -> Sequence[AnyRow]:
    """Take recipients whom nobody begins at this moment, for this worker alone until `lease_until` (real time)."""
    free = sa.or_(recipients.c.lease_until.is_(None), recipients.c.lease_until < now)
    ids = connection.execute(
        sa.select(recipients.c.id)
        .where(recipients.c.campaign_id == campaign_id, _WAITING, free)
        .order_by(recipients.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).scalars().all()  # fmt: skip
    if not ids:
        return []
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.id.in_(ids))
        .values(lease_until=lease_until, attempts=recipients.c.attempts + 1)
    )
    return connection.execute(_with_customer().where(recipients.c.id.in_(ids)).order_by(recipients.c.id)).all()


def _with_customer() -> sa.Select[Any]:
    return sa.select(
        recipients, threads.c.phone, threads.c.name, threads.c.segment, threads.c.locale, threads.c.time_zone,
        threads.c.number_invalid, threads.c.channel, shipments.c.tracking_no,
    ).select_from(
        recipients.join(threads, threads.c.id == recipients.c.thread_id)
        .outerjoin(shipments, shipments.c.id == recipients.c.shipment_id)
    )  # fmt: skip


def pages(connection: Connection, campaign_id: int, size: int = CHUNK) -> Iterator[Sequence[AnyRow]]:
    """Every recipient with their customer, in pages."""
    after = 0
    while page := connection.execute(
        _with_customer()
        .where(recipients.c.campaign_id == campaign_id, recipients.c.id > after)
        .order_by(recipients.c.id)
        .limit(size)
    ).all():
        yield page
        after = page[-1].id


def settle(connection: Connection, recipient_id: int, status: str, reason: str | None, at: datetime) -> None:
    """What became of one who was waiting."""
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.id == recipient_id, recipients.c.status == "waiting")
        .values(status=status, reason=reason, begun_at=at if status == "begun" else None, lease_until=None)
    )


def waiting(connection: Connection, campaign_id: int, now: datetime) -> bool:
    """Whether somebody waits whom nobody begins at this moment (real time)."""
    free = sa.or_(recipients.c.lease_until.is_(None), recipients.c.lease_until < now)
    query = sa.select(recipients.c.id).where(recipients.c.campaign_id == campaign_id, _WAITING, free).limit(1)
    return connection.execute(query).first() is not None


def let_go(connection: Connection, recipient_id: int, *, tried: bool) -> None:
    """Somebody else may begin this one, at once; where it was not `tried` this was no attempt."""
    attempts = recipients.c.attempts - (0 if tried else 1)
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.id == recipient_id, _WAITING)
        .values(lease_until=None, attempts=attempts)
    )


def set_back(connection: Connection, recipient_id: int, until: datetime, reason: str) -> None:
    """Nobody begins this one before then (real time); it was no attempt."""
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.id == recipient_id, _WAITING)
        .values(lease_until=until, attempts=recipients.c.attempts - 1, reason=reason)
    )


def begun_before(connection: Connection, carrier: str, flow: str, cause: str) -> bool:
    """Whether this cause (with the thread's id) has begun the flow, or has set the clock for it."""
    talk = sa.select(conversations.c.id).where(
        conversations.c.carrier == carrier, conversations.c.flow == flow, conversations.c.cause == cause
    )
    clock = sa.select(timers.c.id).where(timers.c.carrier == carrier, timers.c.cause == f"{cause}:{flow}:start")
    return connection.execute(talk.union(clock).limit(1)).first() is not None


def link(connection: Connection, campaign: AnyRow, ids: Collection[int] | None = None) -> None:
    """Tie begun recipients (all, or these) to their conversation and its first text, also those whose worker died before it could."""
    talk = sa.select(conversations.c.id).where(
        conversations.c.carrier == campaign.carrier, conversations.c.flow == campaign.flow, conversations.c.cause == _cause(campaign)
    )  # fmt: skip
    begun = [recipients.c.campaign_id == campaign.id, *UNLINKED]
    begun += [] if ids is None else [recipients.c.id.in_(ids)]
    connection.execute(
        sa.update(recipients)
        .where(*begun, recipients.c.conversation_id.is_(None))
        .values(conversation_id=talk.correlate(recipients).scalar_subquery())
    )
    first = sa.select(sa.func.min(outbox.c.id)).where(
        outbox.c.thread_id == recipients.c.thread_id, outbox.c.conversation_id == recipients.c.conversation_id
    )
    connection.execute(
        sa.update(recipients)
        .where(*begun, recipients.c.conversation_id.is_not(None))
        .values(outbox_id=first.correlate(recipients).scalar_subquery())
    )


HELD: Final = sa.and_(recipients.c.status == "begun", recipients.c.conversation_id.is_(None))
"""A person has the customer: the flow begins when they hand back. Hold `link` to be done."""
WITH_PERSON: Final = "waits until a person hands the customer back"
NOT_AFTER: Final = "no longer begun when a person had handed the customer back"


def let_off(connection: Connection, campaign: AnyRow) -> None:
    """Those who waited for a person's hand-back and did not begin after it: another campaign or the flow's condition came between."""
    waits = sa.exists().where(
        timers.c.cause == _cause(campaign) + sa.literal(f":{campaign.flow}:start"),
        timers.c.carrier == campaign.carrier,
        timers.c.status.in_(("pending", "parked")),
    )
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.campaign_id == campaign.id, *UNLINKED, HELD, ~waits.correlate(recipients))
        .values(status="skipped", reason=NOT_AFTER)
    )


def own_up(connection: Connection, campaign: AnyRow, now: datetime) -> None:
    """Count those as begun whose turn is over although nobody has written it down yet. The caller holds the campaign's row.

    Whoever is under way is locked in the order in which workers write down what became of them.
    """
    leased = sa.select(recipients.c.id).where(
        recipients.c.campaign_id == campaign.id, _WAITING, recipients.c.lease_until.is_not(None)
    )
    ids = connection.execute(leased.order_by(recipients.c.id).with_for_update()).scalars().all()
    begun = sa.exists().where(
        conversations.c.carrier == campaign.carrier, conversations.c.flow == campaign.flow, conversations.c.cause == _cause(campaign)
    )  # fmt: skip
    connection.execute(
        sa.update(recipients)
        .where(recipients.c.id.in_(ids), begun.correlate(recipients))
        .values(status="begun", begun_at=now, lease_until=None)
    )


def _cause(campaign: AnyRow) -> Any:
    return sa.literal(f"{cause_of(campaign.id)}:") + sa.cast(recipients.c.thread_id, sa.String)


# ── what came of it ──────────────────────────────────────────────────────────────────────────────


def note(connection: Connection, recipient_id: int, moments: Mapping[str, datetime]) -> None:
    """Write down when a recipient first replied, opted out or complained: column → moment."""
    for name, at in moments.items():
        column = recipients.c[name]
        connection.execute(
            sa.update(recipients).where(recipients.c.id == recipient_id, column.is_(None)).values({name: at})
        )


def opted_out_at_provider(
    connection: Connection, thread_id: int, outbox_id: int, now: datetime, within: timedelta
) -> None:
    """The provider refused a text because its owner has opted out there, which no reply of theirs told us.

    It counts for the campaign that reached them last, not longer ago than `within`; else for the one whose text was refused.
    """
    left = sa.and_(outbox.c.status.in_(LEFT), outbox.c.leaves_at >= now - within, outbox.c.id != outbox_id)
    row = connection.execute(
        sa.select(recipients.c.id)
        .join(outbox, outbox.c.id == recipients.c.outbox_id)
        .where(recipients.c.thread_id == thread_id, sa.or_(left, outbox.c.id == outbox_id))
        .order_by(sa.case((outbox.c.id == outbox_id, 1), else_=0), outbox.c.leaves_at.desc())
        .limit(1)
    ).first()
    if row is not None:
        note(connection, row.id, {"opted_out_at": now})
