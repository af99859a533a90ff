"""What nobody waits for: texts whose end is unknown, leases that ran out, replies that a webhook missed.

Every function may be run by several processes at once, and again after it was killed half way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
import structlog

from bot import settlement
from bot.channels.base import Listed, LookupFailed
from bot.core.model import Inbound
from bot.failpoints import passing
from bot.parts import Parts
from bot.settings import Settings
from bot.store import due, outbox
from bot.store.tables import attempts, polls
from bot.store.upsert import insert_if_new

log = structlog.get_logger()

HOLD: Final = (timedelta(seconds=5), timedelta(seconds=60))
"""For how long one sweep keeps doubtful rows to itself while it asks the provider, at least and at most."""
LOOKUPS: Final = 2
"""How often the provider's list must not show a text before it counts as not sent."""
RESENDS: Final = 1
"""How often a text that was in doubt is sent once more; by category, see `_send_again`."""
OVERLAP: Final = timedelta(minutes=10)
"""How far a poll reads back over what it read before: lists lag, and the inbox drops what it has."""
FIRST_LOOK: Final = timedelta(minutes=15)
"""How far back the first poll of a channel reads: what is older came before this installation and is not ours to answer."""


@dataclass(frozen=True, slots=True)
class Grace:
    """How long a doubtful text is left to the status callbacks before the provider's list is asked, and between two looks.

    Longer than lease, time-outs and the provider's listing lag together, or a text that was sent is sent again.
    """

    before_look: timedelta
    between: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Grace:
        """As the operator has set it (`DOUBT_GRACE_SECONDS`)."""
        whole = timedelta(seconds=settings.doubt_grace_seconds)
        return cls(whole, whole / 2)


def sweep(parts: Parts, grace: Grace | None = None, limit: int = 50) -> None:
    """Put right what is stuck: run from the clock, a few times a minute."""
    grace = grace or Grace.of(parts.settings)
    real = parts.clock.now()
    with parts.store.write() as connection:
        expired = outbox.expire_leases(connection, real)
        settlement.match_waiting_reports(parts, connection)
    if expired:
        log.warning("leases_expired", texts=expired)
    hold = min(max(grace.between, HOLD[0]), HOLD[1])
    with parts.store.write() as connection:
        doubtful = outbox.take_doubtful(connection, real - grace.before_look, real, real + hold, limit)
    passing("sweep.before_look")
    away: set[tuple[str, str]] = set()
    for row in doubtful:
        _look_after(parts, row, grace, away)


# ── what is due ──────────────────────────────────────────────────────────────────────────────────


def due_jobs(parts: Parts) -> set[str]:
    """Names of the jobs that have work now: `drain_outbox`, `fire_timers`, `send_instructions`."""
    with parts.store.read() as connection:
        ahead = {slug: parts.clock.now(slug) for slug in due.carriers_ahead(connection)}
        return due.jobs(connection, parts.clock.now(), ahead)


# ── texts in doubt ───────────────────────────────────────────────────────────────────────────────


def _look_after(parts: Parts, row: Any, grace: Grace, away: set[tuple[str, str]]) -> None:
    """One doubtful text. `away` collects providers that do not answer: asking them for every text would hold up the worker."""
    if (row.carrier, row.channel) in away:
        return
    try:
        _settle_doubtful(parts, row, grace)
    except LookupFailed:
        away.add((row.carrier, row.channel))
        log.warning("lookup_failed", outbox_id=row.id, channel=row.channel)
    except Exception:
        log.exception("doubt_not_settled", outbox_id=row.id)  # the others of this sweep are not to suffer


def _settle_doubtful(parts: Parts, row: Any, grace: Grace) -> None:
    """Raises `LookupFailed`."""
    channel = parts.channels.get((row.carrier, row.channel))
    fence = row.fence + 1
    listed = [] if channel is None else channel.sent_to(row.recipient, row.attempted_at)
    with parts.store.write() as connection:
        if outbox.twin_under_way(connection, row):
            return
        ours = _unbound(connection, row, listed)
        if ours is not None:
            _note(connection, row, ours)
            settlement.accepted(parts, connection, row.id, row.carrier, row.channel, ours.provider_id, ours.status)
            log.info("doubt_settled", outbox_id=row.id, how="listed")
        elif row.lookups + 1 < LOOKUPS:
            # Looked up again when `attempted_at` plus the grace has passed once more.
            again = parts.clock.now() - grace.before_look + grace.between
            outbox.looked_up(connection, row.id, fence, attempted_at=max(row.attempted_at, again))
        else:
            _not_listed(parts, connection, row, fence)
    parts.ring("drain_outbox")


def _unbound(connection: sa.Connection, row: Any, listed: list[Listed]) -> Listed | None:
    """The oldest listed text that is this one: same words, made since the attempt, and no other row's."""
    since = _first_attempt(connection, row) - timedelta(seconds=5)
    same = [item for item in listed if item.text == row.text and item.created_at >= since]
    bound = outbox.bound_ids(connection, [item.provider_id for item in same])
    free = [item for item in same if item.provider_id not in bound]
    return min(free, key=lambda item: item.created_at, default=None)


def _first_attempt(connection: sa.Connection, row: Any) -> datetime:
    """When the attempt in doubt began (`attempted_at` is moved on by look-ups)."""
    started: datetime = connection.execute(
        sa.select(attempts.c.started_at).where(attempts.c.outbox_id == row.id, attempts.c.number == row.attempts)
    ).scalar_one()
    return started


def _note(connection: sa.Connection, row: Any, item: Listed) -> None:
    connection.execute(
        sa.update(attempts)
        .where(attempts.c.outbox_id == row.id, attempts.c.number == row.attempts)
        .values(provider_id=item.provider_id, outcome="accepted")
    )


def _send_again(row: Any) -> bool:
    """A service text once more, a promotion or survey never (law 7): a second copy annoys, a missing pickup code harms."""
    return row.category in ("service", "internal") and row.resends < RESENDS


def _not_listed(parts: Parts, connection: sa.Connection, row: Any, fence: int) -> None:
    """Neither callback nor list knows this text."""
    if _send_again(row):
        why = "not in the provider's list: sent once more"
        done = outbox.looked_up(
            connection, row.id, fence, status="ready", resends=row.resends + 1, lookups=0, reason=why
        )
        log.info("doubt_settled", outbox_id=row.id, how="sent_again", done=done)
        return
    why = "nobody knows whether it was sent, and it is not sent a second time"
    if outbox.looked_up(connection, row.id, fence, status="failed", reason=why):
        settlement.failed(parts, connection, row.id)


# ── replies that a webhook missed ────────────────────────────────────────────────────────────────


def poll(parts: Parts, carrier: str, take: Callable[[Inbound], bool]) -> int:
    """Read the carrier's channels' own lists of received texts into the inbox. `take` says whether one was new; how many were."""
    return sum(_poll_channel(parts, carrier, name, take) for slug, name in list(parts.channels) if slug == carrier)


def _poll_channel(parts: Parts, carrier: str, name: str, take: Callable[[Inbound], bool]) -> int:
    started = parts.clock.now()
    with parts.store.read() as connection:
        read_until = connection.execute(
            sa.select(polls.c.read_until).where(polls.c.carrier == carrier, polls.c.channel == name)
        ).scalar_one_or_none()
    since = started - FIRST_LOOK if read_until is None else read_until - OVERLAP
    try:
        missed = sorted(parts.channels[carrier, name].received_since(carrier, since), key=lambda i: i.received_at)
    except LookupFailed:
        log.warning("poll_failed", carrier=carrier, channel=name)
        return 0
    # Every one goes through the inbox, whose unique provider id drops what the webhook brought.
    new = sum(take(inbound) for inbound in missed)
    with parts.store.write() as connection:
        moved = connection.execute(
            sa.update(polls).where(polls.c.carrier == carrier, polls.c.channel == name).values(read_until=started)
        )
        if not moved.rowcount:
            insert_if_new(connection, polls, {"carrier": carrier, "channel": name, "read_until": started})
    if new:
        log.warning("replies_recovered", carrier=carrier, channel=name, count=new)
    return new
