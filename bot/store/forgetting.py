"""Takes what was said and who it was said to out of the rows, and leaves the rows: what happened can still be counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

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
    shipments,
    status_reports,
    threads,
    timers,
    tracking_events,
)

ERASED: Final = "erased:"
"""How the number of an erased thread begins; what follows is the thread's id."""
_GONE: Final = {"text": "", "body": None, "recipient": ""}
_SETTLED: Final = ("delivered", "failed", "recorded")


def is_erased(phone: str) -> bool:
    """Whether a thread's number has been removed."""
    return phone.startswith(ERASED)


def idle(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> Sequence[AnyRow]:
    """Customers of whom nothing was heard or said since `cutoff`, with no case open: `id`, `phone`; `after` an id, in order."""
    newer = [
        sa.exists().where(outbox.c.thread_id == threads.c.id, outbox.c.created_at >= cutoff),
        sa.exists().where(inbox.c.thread_id == threads.c.id, inbox.c.received_at >= cutoff),
        sa.exists().where(shipments.c.thread_id == threads.c.id, shipments.c.updated_at >= cutoff),
        sa.exists().where(cases.c.thread_id == threads.c.id, cases.c.status != "closed"),
    ]
    query = (
        sa.select(threads.c.id, threads.c.phone)
        .where(
            threads.c.carrier == carrier,
            threads.c.id > after,
            threads.c.created_at < cutoff,
            threads.c.phone.not_like(f"{ERASED}%"),
            *(~one for one in newer),
        )
        .order_by(threads.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return connection.execute(query).all()


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
        sa.update(timers).where(timers.c.thread_id == thread_id, timers.c.status == "pending").values(status="cancelled"),
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


def clear_texts(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> tuple[int, int]:
    """Remove the words and numbers of texts made before `cutoff`, of customers who stay. (Highest id seen, 0 at the end; how many.)"""
    old = _old(connection, outbox, outbox.c.created_at, carrier, cutoff, after, limit)
    ids = [row.id for row in old]
    changed = connection.execute(
        sa.update(outbox)
        .where(outbox.c.id.in_(ids), outbox.c.text != "", outbox.c.status.not_in(("ready", "sending", "uncertain")))
        .values(_GONE)
    )
    connection.execute(sa.update(status_reports).where(status_reports.c.outbox_id.in_(ids)).values(extra={}))
    return (ids[-1] if ids else 0), changed.rowcount


def clear_replies(connection: Connection, carrier: str, cutoff: datetime, after: int, limit: int) -> tuple[int, int]:
    """The same for what customers wrote before `cutoff`."""
    ids = [row.id for row in _old(connection, inbox, inbox.c.received_at, carrier, cutoff, after, limit)]
    changed = connection.execute(
        sa.update(inbox).where(inbox.c.id.in_(ids), inbox.c.text != "").values(text="", media=[], extra={})
    )
    return (ids[-1] if ids else 0), changed.rowcount


def _old(
    connection: Connection,
    table: sa.Table,
    moment: sa.Column[datetime],
    carrier: str,
    cutoff: datetime,
    after: int,
    limit: int,
) -> Sequence[AnyRow]:
    query = (
        sa.select(table.c.id)
        .where(table.c.id > after, table.c.carrier == carrier, moment < cutoff)
        .order_by(table.c.id)
        .limit(limit)
    )
    return connection.execute(query).all()
