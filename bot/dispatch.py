"""Claim, check again, send, settle: how a text leaves the outbox without being lost and without being sent blindly twice.

Claim → COMMIT (`sending`, a lease) → send → COMMIT what became of it. A definite no is `failed` or tried again with a growing
pause; an unknown end is `uncertain` and is settled by the status callback that carries our own id, or by `upkeep` from the
provider's list. See docs/message-lifecycle.md.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot import metrics, screening
from bot.channels.base import Outcome, Outgoing, SendResult
from bot.channels.callback import callback_url
from bot.failpoints import passing
from bot.parts import Parts
from bot.screening import PROMOTION
from bot.settlement import settle, take_report
from bot.store import outbox
from bot.store.outbox import Claimed
from bot.store.tables import clocks

__all__ = ["claim", "drain", "take_report"]

log = structlog.get_logger()

LONGEST_SEND: Final = timedelta(seconds=45)
"""More than one attempt can take: 2 × 5 s to leave, 30 s to answer."""
MOST_LOOKS: Final = 20
"""Batches that one transaction may cancel or put off before it ends: nobody waits behind a thousand promotions."""
THREADS: Final = 64
"""Sends at once: at 100 ms a send some 640 a second, which is more than one process can do."""
BATCH: Final = 64
OF_PROMOTIONS: Final = 0.75
"""Share of the threads that promotions may hold: however slow the provider, a confirmation finds one free (law 6)."""
PATIENCE: Final = 0.25
"""Seconds after which a drain looks for new texts although a slow provider has answered none."""
GATHER: Final = 0.02
"""Seconds for which a round waits for company: its cost is nearly the same for one text and for twenty."""
SOON: Final = 5.0
"""Seconds after the end of claiming by which a text must have a thread, or it is put back: the provider has become slow."""
BUSY_SECONDS: Final = 15.0
"""After this long a drain takes no more and hands over to a new job: with the longest send that is less than RQ's limit (60 s)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A claimed text and what is known of it now."""

    row: Claimed
    result: SendResult


def drain(parts: Parts, *, seconds: float = BUSY_SECONDS, threads_: int = THREADS) -> int:
    """Send what is due until nothing is, or for `seconds`. How many attempts were made.

    Threads only talk to providers; this thread alone claims and settles, both in one transaction a round, so that a slow
    provider delays nobody and the database sees a commit per round and not per text. While answers flow, as many texts again
    as there are threads are claimed ahead, so that no thread waits for a round.
    """
    until = time.monotonic() + seconds
    made, flowing = 0, False
    of_promotions = max(1, int(threads_ * OF_PROMOTIONS))
    under_way: dict[Future[SendResult], Claimed] = {}
    done: list[Sent] = []
    with ThreadPoolExecutor(threads_, thread_name_prefix="send") as pool:
        while True:
            ahead = threads_ if flowing else 0
            room = min(BATCH, threads_ + ahead - len(under_way)) if time.monotonic() < until else 0
            spare = of_promotions - sum(row.lane == PROMOTION for row in under_way.values())
            claimed = _round(parts, done, room, spare)
            if done:
                passing("send.after_settle")
            done = []
            if claimed:
                passing("send.after_claim")
            for row in claimed:
                under_way[pool.submit(_send_soon, parts, row, until + SOON)] = row
            made += len(claimed)
            if not under_way:
                break
            done = _finished(under_way)
            flowing = bool(done)
    if time.monotonic() >= until:
        parts.ring("drain_outbox")
    return made


def _finished(under_way: dict[Future[SendResult], Claimed]) -> list[Sent]:
    """Wait until something has come back, then a moment more: a round with company costs no more than one alone."""
    ready, _ = wait(under_way, timeout=PATIENCE, return_when=FIRST_COMPLETED)
    if 0 < len(ready) < len(under_way):
        time.sleep(GATHER)
        ready |= {future for future in under_way if future.done()}
    return [Sent(under_way.pop(future), future.result()) for future in ready]


def _round(parts: Parts, done: Sequence[Sent], room: int, promotions: int) -> list[Claimed]:
    """Settle what came back and claim as much as there is room for, among it so many promotions, in one transaction.

    Tried again while the database is away; what cannot be settled in company is settled alone, so that one result that
    cannot be written down takes no other with it.
    """
    for pause in (0.2, 1.0, 3.0):
        try:
            return _settle_and_claim(parts, done, room, promotions)
        except sa.exc.OperationalError as error:  # away, restarted, or a deadlock that the other side won
            log.warning("outbox_round_failed", error=type(error).__name__, settled=len(done))
            time.sleep(pause)
        except Exception:
            if not done:
                raise
            log.exception("outbox_round_failed", settled=len(done))
            break
    for sent in done:
        _settle_alone(parts, sent)
    return _settle_and_claim(parts, [], room, promotions)


def _settle_alone(parts: Parts, sent: Sent) -> None:
    try:
        with parts.store.write() as connection:
            settle(parts, connection, [(sent.row, sent.result)])
    except Exception:
        # Its lease will run out, and the provider will be asked what became of it.
        log.exception("text_not_settled", outbox_id=sent.row.id, outcome=str(sent.result.outcome))


def _settle_and_claim(parts: Parts, done: Sequence[Sent], room: int, promotions: int) -> list[Claimed]:
    if not done and not room:
        return []
    with parts.store.write() as connection:
        if done:
            settle(parts, connection, [(sent.row, sent.result) for sent in done])
        return claim(parts, connection, room, promotions) if room else []


# ── claim ────────────────────────────────────────────────────────────────────────────────────────


def claim(parts: Parts, connection: Connection, limit: int, promotions: int | None = None) -> list[Claimed]:
    """Take due texts for this worker alone, having asked again whether each may be sent (laws 6 and 14).

    At most `limit`, among them at most so many `promotions` (None: no bound of their own). What waited behind a text that is not sent after all is looked at in the same breath.
    """
    for _ in range(MOST_LOOKS):
        claimed, kept_back = _claim_once(parts, connection, limit, promotions)
        if claimed or not kept_back:
            return claimed
    return []


def _claim_once(parts: Parts, connection: Connection, limit: int, promotions: int | None) -> tuple[list[Claimed], int]:
    """What was claimed, and how many were canceled or put off."""
    now = parts.clock.now()
    ahead = {row.carrier: parts.clock.now(row.carrier) for row in connection.execute(sa.select(clocks.c.carrier))}
    rows = outbox.due(connection, ahead, now, limit)
    if promotions is not None:
        others = sum(row.lane != PROMOTION for row in rows)  # they come first
        rows = rows[: others + max(0, promotions)]
    if not rows:
        return [], 0
    held = outbox.hold_threads(connection, (row.thread_id for row in rows))
    found = screening.sort(parts, connection, rows, held, ahead, now)
    kept_back = screening.keep_back(connection, found)
    return outbox.claim(connection, found.leaving, now, now + _lease(parts), ahead, found.words), kept_back


# ── send ─────────────────────────────────────────────────────────────────────────────────────────


def _send_soon(parts: Parts, row: Claimed, start_by: float) -> SendResult:
    if time.monotonic() > start_by:
        return SendResult(Outcome.NOT_REACHED, error_code="no_thread", error="the provider answers too slowly")
    return _send(parts, row)


def _send(parts: Parts, row: Claimed) -> SendResult:
    """One attempt. Whatever goes wrong on our own side before the request is made is a definite no."""
    channel = parts.channels.get((row.carrier, row.channel))
    if channel is None:
        return SendResult(Outcome.REFUSED, error_code="no_channel", error=f"no channel {row.channel!r} is set up")
    passing("send.before_post")
    if parts.clock.now() > row.lease_until - _needed(parts):
        return SendResult(Outcome.NOT_REACHED, error_code="lease_over", error="the worker was stopped for too long")
    started = time.monotonic()
    try:
        result = channel.send(_outgoing(parts, row))
    except Exception:
        # A channel does not raise for what a provider does: this is a fault of ours, and nobody knows how far it got.
        log.exception("channel_failed", outbox_id=row.id, channel=row.channel)
        result = SendResult(Outcome.UNCERTAIN, error_code="internal", error="a fault in the channel")
    if result.outcome is Outcome.ACCEPTED:
        passing("send.after_accepted")
    passing("send.after_post")
    metrics.send_seconds.labels(row.channel).observe(time.monotonic() - started)
    metrics.sends.labels(row.carrier, row.channel, str(result.outcome)).inc()
    return result


def _needed(parts: Parts) -> timedelta:
    """Lease that must be left when a send begins, so that it ends within it: a worker that was stopped meanwhile sends no more."""
    return min(LONGEST_SEND, _lease(parts) / 2)


def _lease(parts: Parts) -> timedelta:
    return timedelta(seconds=parts.settings.send_lease_seconds)


def _outgoing(parts: Parts, row: Claimed) -> Outgoing:
    useful = None if row.useful_until is None else row.useful_until - parts.clock.now(row.carrier)
    return Outgoing(
        ours=row.ours,
        sender="",
        recipient=row.recipient,
        text=row.text,
        status_callback=callback_url(parts.settings, row.carrier, row.channel, row.ours),
        useful_for=None if useful is None else max(1, int(useful.total_seconds())),
        attempt=row.attempt,
    )
