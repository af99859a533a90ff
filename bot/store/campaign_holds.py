"""What pause, resume and stop do to the texts and clocks of a campaign that has begun."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.campaigns import HELD, cause_of
from bot.store.session import AnyRow
from bot.store.tables import campaign_recipients as recipients
from bot.store.tables import campaigns, conversations, outbox, timers

NOTICE: Final = 2
"""The lane from which on a text comes unasked: notices and promotions."""


def _its_texts(campaign_id: int) -> Collection[sa.ColumnElement[bool]]:
    """What it still has to say unasked; `link` first. Answers to a customer's own words are not the campaign's to hold back."""
    talks = sa.select(recipients.c.conversation_id).where(
        recipients.c.campaign_id == campaign_id, recipients.c.conversation_id.is_not(None)
    )
    unsent = outbox.c.status == sa.literal_column("'ready'")  # written out, so that the partial index serves
    return unsent, outbox.c.lane >= NOTICE, outbox.c.conversation_id.in_(talks)


def _its_starts(campaign: AnyRow, *statuses: str) -> Collection[sa.ColumnElement[bool]]:
    """Clocks that would begin it for customers whom a person has."""
    return (
        timers.c.carrier == campaign.carrier,
        timers.c.status.in_(statuses),
        timers.c.kind == "start",
        timers.c.cause.like(f"{cause_of(campaign.id)}:%"),
    )


def standing_of(connection: Connection, conversation_id: int) -> str | None:
    """The status of the campaign that began this conversation, which nobody changes before this transaction ends; None where none did."""
    cause = connection.execute(sa.select(conversations.c.cause).where(conversations.c.id == conversation_id)).scalar()
    name, _, rest = (cause or "").partition(":")
    number = rest.partition(":")[0]
    if name != "campaign" or not number.isdecimal():
        return None
    status: str | None = connection.execute(
        sa.select(campaigns.c.status).where(campaigns.c.id == int(number)).with_for_update(read=True)
    ).scalar()
    return status


def _wake_silences(connection: Connection, campaign: AnyRow) -> None:
    """Reminders that came due while it was paused are looked at again at once: resumed they remind, stopped they end quietly."""
    talks = sa.select(conversations.c.id).where(
        conversations.c.carrier == campaign.carrier,
        conversations.c.flow == campaign.flow,
        conversations.c.cause.like(f"{cause_of(campaign.id)}:%"),
    )
    parked = (timers.c.status == "parked", timers.c.kind == "silence", timers.c.conversation_id.in_(talks))
    connection.execute(sa.update(timers).where(*parked).values(status="pending"))


def park(connection: Connection, campaign: AnyRow, until: datetime, reason: str) -> int:
    """Hold back what has not been tried yet, and who waits for a person's hand-back; how many texts."""
    connection.execute(sa.update(timers).where(*_its_starts(campaign, "pending")).values(status="parked"))
    untried = (*_its_texts(campaign.id), outbox.c.attempts == 0)
    done = connection.execute(sa.update(outbox).where(*untried).values(due_at=until, leaves_at=until, reason=reason))
    return done.rowcount


def unpark(connection: Connection, campaign: AnyRow, now: datetime, reason: str) -> int:
    """Let go of what was held back: whoever claims it asks policy anew. How many texts."""
    # Due at once: whoever is with a person still is set back by the turn.
    connection.execute(sa.update(timers).where(*_its_starts(campaign, "parked")).values(status="pending", due_at=now))
    _wake_silences(connection, campaign)
    done = connection.execute(
        sa.update(outbox)
        .where(*_its_texts(campaign.id), outbox.c.reason == reason)
        .values(due_at=now, leaves_at=now, reason=None)
    )
    return done.rowcount


def cancel_texts(connection: Connection, campaign: AnyRow, reason: str) -> int:
    """What waits in the outbox is not sent any more; how many."""
    done = connection.execute(
        sa.update(outbox).where(*_its_texts(campaign.id)).values(status="canceled", reason=reason)
    )
    return done.rowcount


def cancel_waiting(connection: Connection, campaign: AnyRow, reason: str) -> int:
    """Who has not been begun yet is not begun any more, nor who waits for a person's hand-back; how many."""
    connection.execute(sa.update(timers).where(*_its_starts(campaign, "pending", "parked")).values(status="cancelled"))
    _wake_silences(connection, campaign)
    done = connection.execute(
        sa.update(recipients)
        .where(recipients.c.campaign_id == campaign.id, sa.or_(recipients.c.status == "waiting", HELD))
        .values(status="canceled", reason=reason, lease_until=None)
    )
    return done.rowcount


def unheard(connection: Connection, campaign_id: int, limit: int, *, heard: bool = False) -> Sequence[AnyRow]:
    """Recipients whose conversation goes on although its first text does not leave: nobody will ever answer there.

    `heard`: those too who have had the text.
    """
    which = [] if heard else [outbox.c.status.in_(("refused", "canceled"))]
    return connection.execute(
        sa.select(recipients.c.id, recipients.c.thread_id, recipients.c.conversation_id)
        .join(outbox, outbox.c.id == recipients.c.outbox_id)
        .join(conversations, conversations.c.id == recipients.c.conversation_id)
        .where(
            recipients.c.campaign_id == campaign_id,
            conversations.c.ended_at.is_(None),
            *which,
        )
        .order_by(recipients.c.id)
        .limit(limit)
    ).all()
