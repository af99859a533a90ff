"""What follows when it is known how a send ended, whoever found out: the worker, a status callback, or a look-up.

Accepted: the clocks that waited for the text start (law 10). Failed: the clocks start too, so that no conversation waits for
ever, and a person hears of a service text that did not go. A number that has opted out or receives nothing is remembered.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot import metrics
from bot.channels import statuses, twilio_codes
from bot.channels.base import Outcome, SendResult
from bot.core.model import StatusReport
from bot.parts import Parts
from bot.store import campaigns, conversations, opening, outbox
from bot.store import threads as threads_store
from bot.store.again import again
from bot.store.outbox import Claimed
from bot.store.session import AnyRow
from bot.store.tables import attempts, number_losses, status_reports, threads
from bot.store.tables import outbox as outbox_table
from bot.store.upsert import insert_if_new

log = structlog.get_logger()

MOST_ATTEMPTS: Final = 12
"""Definite noes after which a text fails: with the pauses below about half an hour."""
FIRST_PAUSE: Final = 2.0
LONGEST_PAUSE: Final = 300.0
"""Seconds before the second and before every late attempt; in between they double."""
CASE_DUE: Final = timedelta(hours=4)
"""When a person shall have looked after a text that failed."""
PERSON_NEEDED: Final = frozenset({"service", "internal"})
"""Categories whose failure is somebody's work. A promotion that does not go is only counted."""


# ── the worker's results ─────────────────────────────────────────────────────────────────────────


def settle(parts: Parts, connection: Connection, results: Sequence[tuple[Claimed, SendResult]]) -> None:
    """Write down how these attempts ended, in the caller's transaction."""
    real = parts.clock.now()
    # Customers first, in one order: a turn that cancels clocks holds its customer and would wait for ours.
    for thread_id in sorted({row.thread_id for row, result in results if result.outcome is Outcome.REFUSED}):
        threads_store.lock_id(connection, thread_id)
    results = sorted(results, key=lambda pair: pair[0].id)
    accepted = [(row, result) for row, result in results if result.outcome is Outcome.ACCEPTED]
    _settle_accepted(parts, connection, accepted)
    for row, result in sorted(results, key=lambda pair: pair[0].thread_id):
        if result.outcome is not Outcome.ACCEPTED:
            _settle_other(parts, connection, row, result)
    # The text before its attempts, as a status callback locks them: the other way round the two would wait for each other.
    outbox.finish_attempts(connection, [_attempt(row, result, real) for row, result in results])


def _attempt(row: Claimed, result: SendResult, now: datetime) -> dict[str, Any]:
    return {
        "row_id": row.id,
        "attempt": row.attempt,
        "at": now,
        "outcome": str(result.outcome),
        "sid": result.provider_id,
        "code": result.error_code,
    }


def _settle_accepted(parts: Parts, connection: Connection, pairs: Sequence[tuple[Claimed, SendResult]]) -> None:
    if not pairs:
        return
    at = {row.id: parts.clock.now(row.carrier) for row, _ in pairs}
    for channel in sorted({row.channel for row, _ in pairs}):
        owners = {str(result.provider_id): row.id for row, result in pairs if row.channel == channel}
        _give_back(connection, channel, owners)
    outbox.accept_all(
        connection,
        [
            {"row_id": row.id, "sid": result.provider_id, "first": result.status, "at": at[row.id]}
            for row, result in pairs
        ],
    )
    conversations.arm(connection, at)
    _apply_waiting_reports(parts, connection, [str(result.provider_id) for _, result in pairs])


def _give_back(connection: Connection, channel: str, owners: dict[str, int]) -> None:
    """What a text says of itself outweighs what a look-up took it for."""
    for row_id in outbox.give_back(connection, channel, owners):
        log.warning("listed_text_given_back", outbox_id=row_id)


def _settle_other(parts: Parts, connection: Connection, row: Claimed, result: SendResult) -> None:
    why, code = result.error or str(result.outcome), result.error_code
    if result.outcome is Outcome.UNCERTAIN:
        outbox.doubt(connection, row.id, row.attempt, why, code)
        return
    if result.outcome is Outcome.NOT_REACHED and row.attempt < MOST_ATTEMPTS:
        due = parts.clock.now(row.carrier) + pause(row.attempt, result.retry_after)
        outbox.retry(connection, row.id, row.attempt, due, why, code)
        return
    if outbox.fail(connection, row.id, row.attempt, why, code):
        failed(parts, connection, row.id)
    remember_number(parts, connection, row.id, result.suppress, result.invalid_number, code)


def pause(attempt: int, retry_after: float | None = None) -> timedelta:
    """How long to wait after the `attempt`-th definite no: doubling, at least what the provider asked for, and spread.

    The spread (between half and the whole) keeps what failed together from coming back together.
    """
    seconds = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1))
    spread = seconds * random.uniform(0.5, 1.0)  # noqa: S311 not for secrets
    return timedelta(seconds=max(spread, retry_after or 0.0))


# ── what follows ─────────────────────────────────────────────────────────────────────────────────


def accepted(
    parts: Parts, connection: Connection, row_id: int, carrier: str, channel: str, provider_id: str, first: str
) -> bool:
    """A callback or a look-up shows that the provider has this text. False where that was known."""
    at = parts.clock.now(carrier)
    _give_back(connection, channel, {provider_id: row_id})
    if not outbox.accept(connection, row_id, provider_id, first, at):
        return False
    conversations.arm(connection, {row_id: at})
    _apply_waiting_reports(parts, connection, [provider_id])
    return True


def failed(parts: Parts, connection: Connection, row_id: int) -> None:
    """The row has become `failed`: start its clocks, and bring it before a person where one is needed."""
    row = connection.execute(sa.select(outbox_table).where(outbox_table.c.id == row_id)).one()
    now = parts.clock.now(row.carrier)
    conversations.arm(connection, {row_id: now})
    metrics.settled.labels(row.carrier, row.channel, "failed").inc()
    log.warning("text_failed", outbox_id=row_id, carrier=row.carrier, code=row.error_code, attempts=row.attempts)
    if row.category in PERSON_NEEDED and row.lane > 0:
        opening.open_case(
            connection,
            opening.NewCase(
                carrier=row.carrier,
                thread_id=row.thread_id,
                kind="not_sent",
                reason=f"A text could not be sent: {row.reason}",
                due_at=now + CASE_DUE,
                cause=f"outbox:{row_id}:failed",
                shipment_id=row.shipment_id,
                conversation_id=row.conversation_id,
                takes_control=False,
            ),
            now,
        )


def remember_number(
    parts: Parts, connection: Connection, row_id: int, suppress: bool, invalid: bool, code: str | None
) -> None:
    """The provider says that this number has opted out with it, or receives no texts: nothing more is sent there."""
    if not (suppress or invalid):
        return
    row = connection.execute(
        sa.select(outbox_table.c.carrier, outbox_table.c.thread_id).where(outbox_table.c.id == row_id)
    ).one()
    now = parts.clock.now(row.carrier)
    if invalid:
        _lose_number(connection, row, row_id, code, now)
    if suppress:
        categories = ("service", "survey", "promotion")
        opening.record_consent(
            connection, row.carrier, row.thread_id, False, categories, "provider", f"outbox:{row_id}", now
        )
        outbox.cancel_ready(connection, row.thread_id, categories, "opted_out")
        within = parts.flows.carrier(row.carrier).campaigns.attributed_within
        campaigns.opted_out_at_provider(connection, row.thread_id, row_id, now, within)


def _lose_number(connection: Connection, row: AnyRow, row_id: int, code: str | None, now: datetime) -> None:
    """Nothing more goes there, and the quarter's clean-up report names it; known to be lost already, it is not lost again."""
    valid = (threads.c.id == row.thread_id, threads.c.number_invalid == sa.false())
    if connection.execute(sa.update(threads).where(*valid).values(number_invalid=True)).rowcount:
        loss = {"carrier": row.carrier, "thread_id": row.thread_id, "outbox_id": row_id, "at": now, "error_code": code}
        connection.execute(sa.insert(number_losses).values(loss))


# ── status reports ───────────────────────────────────────────────────────────────────────────────


@again
def take_report(parts: Parts, report: StatusReport) -> None:
    """A provider's word on one of our texts. Stored whatever it says, applied once, and only upwards (law 8).

    It may come before our own commit of the send: our own id in it settles the text; without one it waits, and is applied
    when the text's provider id becomes known.
    """
    with parts.store.write() as connection:
        row = _text_of(connection, report)
        if row is not None and row.status != "accepted" and report.ours is not None:
            _note_attempt(connection, report)
            accepted(parts, connection, row.id, row.carrier, row.channel, report.provider_id, "accepted")
        stored = insert_if_new(
            connection,
            status_reports,
            {
                "carrier": report.carrier,
                "channel": report.channel,
                "provider_id": report.provider_id,
                "outbox_id": None if row is None else row.id,
                "status": report.status[:24],
                "error_code": report.error_code,
                "extra": dict(report.extra),
                "received_at": parts.clock.now(report.carrier),
            },
        )
        if stored is not None and row is not None:
            _climb(parts, connection, row.id, report.provider_id, report.status, report.error_code)


def _text_of(connection: Connection, report: StatusReport) -> AnyRow | None:
    """The text that the report is about, locked; found by our own id or else by the provider's."""
    which = outbox_table.c.provider_id == report.provider_id
    if report.ours is not None:
        which = outbox_table.c.id == int(report.ours.partition(".")[0])
    return connection.execute(
        sa.select(outbox_table)
        .where(which, outbox_table.c.carrier == report.carrier, outbox_table.c.channel == report.channel)
        .with_for_update()
    ).first()


def _note_attempt(connection: Connection, report: StatusReport) -> None:
    row_id, _, number = str(report.ours).partition(".")
    connection.execute(
        sa.update(attempts)
        .where(attempts.c.outbox_id == int(row_id), attempts.c.number == int(number or 0))
        .values(provider_id=report.provider_id)
    )


def _climb(
    parts: Parts, connection: Connection, row_id: int, provider_id: str, status: str, error_code: str | None
) -> None:
    row = connection.execute(
        sa.select(outbox_table.c.delivery, outbox_table.c.provider_id, outbox_table.c.carrier, outbox_table.c.channel)
        .where(outbox_table.c.id == row_id)
        .with_for_update()
    ).one()
    # A second copy of a text that was uncertain has reports of its own: they are kept, and the row shows the first copy.
    if row.provider_id != provider_id or not statuses.climbs(row.delivery, status):
        return
    values: dict[str, Any] = {"delivery": status}
    if error_code:
        cause = twilio_codes.lookup(error_code)
        values |= {"error_code": error_code, "reason": cause.cause if cause else f"provider's code {error_code}"}
        if cause is not None:
            action = twilio_codes.Action
            remember_number(
                parts,
                connection,
                row_id,
                cause.action is action.SUPPRESS,
                cause.action is action.INVALID_NUMBER,
                error_code,
            )
    connection.execute(sa.update(outbox_table).where(outbox_table.c.id == row_id).values(**values))
    metrics.settled.labels(row.carrier, row.channel, status).inc()


def _apply_waiting_reports(parts: Parts, connection: Connection, provider_ids: Sequence[str]) -> None:
    waiting = connection.execute(
        sa.select(status_reports, outbox_table.c.id.label("row_id"))
        .join(
            outbox_table,
            sa.and_(
                outbox_table.c.provider_id == status_reports.c.provider_id,
                outbox_table.c.channel == status_reports.c.channel,
            ),
        )
        .where(status_reports.c.provider_id.in_(provider_ids), status_reports.c.outbox_id.is_(None))
        .order_by(status_reports.c.id)
    ).all()
    for report in waiting:
        connection.execute(
            sa.update(status_reports).where(status_reports.c.id == report.id).values(outbox_id=report.row_id)
        )
        _climb(parts, connection, report.row_id, report.provider_id, report.status, report.error_code)


def match_waiting_reports(parts: Parts, connection: Connection, limit: int = 200) -> None:
    """Reports that came without our id while the text's own commit was under way: find their texts now."""
    ids = (
        connection.execute(
            sa.select(status_reports.c.provider_id)
            .join(outbox_table, outbox_table.c.provider_id == status_reports.c.provider_id)
            .where(status_reports.c.outbox_id.is_(None))
            .limit(limit)
        )
        .scalars()
        .all()
    )
    if ids:
        _apply_waiting_reports(parts, connection, ids)
