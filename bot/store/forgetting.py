"""Takes what was said and who it was said to out of the rows, and leaves the rows: what happened can still be counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import (
    campaign_recipients,
    case_events,
    cases,
    conversations,
    employee_groups,
    inbox,
    instructions,
    outbox,
    prompts,
    retention_runs,
    shipments,
    status_reports,
    threads,
    timers,
    tracking_events,
)
from bot.store.upsert import insert_if_new

ERASED: Final = "erased:"
"""How the number of an erased thread begins; what follows is the thread's id."""
_GONE: Final = {"text": "", "body": None, "recipient": ""}
_SETTLED: Final = ("delivered", "failed", "recorded")


def customers(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> Sequence[int]:
    """The next `limit` customers above the id `after` who were known at `cutoff`, whatever was heard of them since; their ids, in order."""
    query = (
        sa.select(threads.c.id)
        .where(
            threads.c.carrier == carrier,
            threads.c.id > after,
            threads.c.created_at < cutoff,
            threads.c.phone.not_like(f"{ERASED}%"),
        )
        .order_by(threads.c.id)
        .limit(limit)
    )
    return connection.execute(query).scalars().all()


def idle(connection: Connection, ids: Sequence[int], cutoff: datetime, *, lock: bool = False) -> Sequence[AnyRow]:
    """Those of these customers of whom nothing was heard or said since `cutoff`, with no case open: `id`, `phone`."""
    newer = [
        sa.exists().where(outbox.c.thread_id == threads.c.id, outbox.c.created_at >= cutoff),
        sa.exists().where(inbox.c.thread_id == threads.c.id, inbox.c.received_at >= cutoff),
        sa.exists().where(shipments.c.thread_id == threads.c.id, shipments.c.updated_at >= cutoff),
        sa.exists().where(cases.c.thread_id == threads.c.id, cases.c.status != "closed"),
    ]
    query = (
        sa.select(threads.c.id, threads.c.phone)
        .where(threads.c.id.in_(ids), threads.c.phone.not_like(f"{ERASED}%"), *(~one for one in newer))
        .order_by(threads.c.id)
    )
    return connection.execute(query.with_for_update(skip_locked=True) if lock else query).all()


def forget(connection: Connection, thread_id: int, now: datetime) -> None:
    """Remove everything personal of one customer. What waits is canceled, what runs ends; the ledger's lines stay, without a number."""
    of_thread = sa.select(shipments.c.id).where(shipments.c.thread_id == thread_id)
    texts = sa.select(outbox.c.id).where(outbox.c.thread_id == thread_id)
    talks = sa.select(conversations.c.id).where(conversations.c.thread_id == thread_id)
    own_cases = sa.select(cases.c.id).where(cases.c.thread_id == thread_id)
    told = sa.or_(instructions.c.shipment_id.in_(of_thread), instructions.c.conversation_id.in_(talks))
    waiting = (outbox.c.thread_id == thread_id, outbox.c.status == "ready")
    ended = (conversations.c.thread_id == thread_id, conversations.c.ended_at.is_(None))
    for change in (
        sa.update(outbox).where(*waiting).values(status="canceled", reason="erased"),
        sa.update(outbox).where(outbox.c.thread_id == thread_id).values(_GONE),
        sa.update(status_reports).where(status_reports.c.outbox_id.in_(texts)).values(extra={}),
        sa.update(inbox).where(inbox.c.thread_id == thread_id).values(text="", media=[], extra={}),
        sa.update(prompts).where(prompts.c.thread_id == thread_id, prompts.c.status == "open").values(status="cancelled", closed_at=now),
        sa.update(timers).where(timers.c.thread_id == thread_id, timers.c.status.in_(("pending", "parked"))).values(status="cancelled"),
        sa.update(timers).where(timers.c.thread_id == thread_id).values(data={}),
        sa.update(conversations).where(*ended).values(ended_at=now, end_reason="erased"),
        sa.update(conversations).where(conversations.c.thread_id == thread_id).values({"values": {}}),
        sa.update(instructions).where(told, instructions.c.status.in_(_SETTLED)).values(params={}),
        sa.update(case_events).where(case_events.c.case_id.in_(own_cases)).values(data={}),
        sa.update(cases).where(cases.c.thread_id == thread_id, cases.c.status != "closed").values(status="closed", closed_at=now, outcome="erased"),
        sa.update(tracking_events).where(tracking_events.c.shipment_id.in_(of_thread)).values(data={}),
        sa.update(shipments).where(shipments.c.thread_id == thread_id).values(order_no=None, facts={}),
        sa.update(campaign_recipients).where(campaign_recipients.c.thread_id == thread_id).values(data={}),
        sa.update(campaign_recipients)
        .where(campaign_recipients.c.thread_id == thread_id, campaign_recipients.c.status == "waiting")
        .values(status="canceled", reason="erased"),
        sa.delete(employee_groups).where(employee_groups.c.thread_id == thread_id),
        sa.update(threads).where(threads.c.id == thread_id).values(
            phone=f"{ERASED}{thread_id}", name=None, choice=None, channel=None, number_invalid=True
        ),
    ):  # fmt: skip
        connection.execute(change)


def texts(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> Sequence[int]:
    """Of the next `limit` texts above the id `after` those that were made before `cutoff`. Rows are in the order of time: none, no more."""
    return _old(connection, outbox, outbox.c.created_at, carrier, cutoff, after, limit)


def replies(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> Sequence[int]:
    """The same of what customers wrote."""
    return _old(connection, inbox, inbox.c.received_at, carrier, cutoff, after, limit)


_WORDED: Final = (outbox.c.text != "", outbox.c.status.not_in(("ready", "sending", "uncertain")))


def owners(connection: Connection, table: sa.Table, ids: Sequence[int]) -> Sequence[int]:
    """Of these texts (outbox) or replies (inbox), for each that has words which may go its customer's thread."""
    worded = _WORDED if table is outbox else (inbox.c.text != "",)
    return connection.execute(sa.select(table.c.thread_id).where(table.c.id.in_(ids), *worded)).scalars().all()


def clear_texts(connection: Connection, ids: Sequence[int]) -> int:
    """Remove the words and numbers of texts of customers who stay; how many had any."""
    changed = connection.execute(sa.update(outbox).where(outbox.c.id.in_(ids), *_WORDED).values(_GONE))
    connection.execute(sa.update(status_reports).where(status_reports.c.outbox_id.in_(ids)).values(extra={}))
    return changed.rowcount


def clear_replies(connection: Connection, ids: Sequence[int]) -> int:
    """The same of what customers wrote."""
    changed = connection.execute(
        sa.update(inbox).where(inbox.c.id.in_(ids), inbox.c.text != "").values(text="", media=[], extra={})
    )
    return changed.rowcount


def _old(
    connection: Connection,
    table: sa.Table,
    moment: sa.Column[datetime],
    carrier: str,
    cutoff: datetime,
    after: int,
    limit: int,
) -> Sequence[int]:
    page = connection.execute(
        sa.select(table.c.id, moment.label("at"))
        .where(table.c.id > after, table.c.carrier == carrier)
        .order_by(table.c.id)
        .limit(limit)
    ).all()
    return [row.id for row in page if row.at < cutoff]


# ── passes ───────────────────────────────────────────────────────────────────────────────────────


def plan(connection: Connection, carrier: str, due_at: datetime) -> None:
    """A carrier's first pass is due then, unless it has had one."""
    insert_if_new(connection, retention_runs, {"carrier": carrier, "due_at": due_at, "marks": {}, "removed": {}})


def planned(connection: Connection) -> Collection[str]:
    """Carriers that have passes."""
    return connection.execute(sa.select(retention_runs.c.carrier)).scalars().all()


def take(connection: Connection, carrier: str, now: datetime, until: datetime) -> AnyRow | None:
    """Give a carrier's pass to one worker alone until then; None where it is not due or another's."""
    query = sa.select(retention_runs).where(retention_runs.c.carrier == carrier, retention_runs.c.due_at <= now)
    row = connection.execute(query.with_for_update(skip_locked=True)).first()
    if row is not None:
        keep(connection, carrier, due_at=until)
    return row


def keep(connection: Connection, carrier: str, **values: Any) -> None:
    """Set `due_at`, `marks` (phase → id up to which it is done) or `removed` (phase → how many) of a carrier's pass."""
    connection.execute(sa.update(retention_runs).where(retention_runs.c.carrier == carrier).values(**values))
