"""Three years and then no longer: text and number are removed, counts and the ledger stay. And at once, where somebody asks for it.

An opt-out outlives both: it is kept under a keyed hash of the number (`store.suppressions`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot.core.errors import NotFound
from bot.parts import Parts
from bot.store import consents, forgetting, suppressions
from bot.store.session import AnyRow
from bot.store.staff import record
from bot.store.tables import threads

log = structlog.get_logger()

BATCH: Final = 200
"""Customers, or rows, a transaction."""


@dataclass(slots=True)
class Removed:
    """How much a run removed: numbers with all that was said, and the words of old messages of customers who stay."""

    customers: int = 0
    texts: int = 0
    replies: int = 0


def erase(parts: Parts, carrier: str, phone: str, who: str) -> None:
    """Remove one customer's data now, on request; `phone` is E.164, `who` asked us to. Raises `NotFound`."""
    now = parts.clock.now(carrier)
    with parts.store.write() as connection:
        row = connection.execute(
            sa.select(threads.c.id, threads.c.phone)
            .where(threads.c.carrier == carrier, threads.c.phone == phone)
            .with_for_update()
        ).first()
        if row is None:
            raise NotFound(f"The carrier {carrier!r} has no customer with this number.")
        _forget(parts, connection, carrier, row)
        record(connection, now, who, "erased", carrier, {"thread_id": row.id})
    log.info("customer_erased", carrier=carrier, thread_id=row.id)


def run(parts: Parts, carrier: str, progress: Callable[[int], None] = lambda _: None) -> Removed:
    """Remove what is older than the carrier keeps (carrier.yaml, `retention.keep`). Killed half way it goes on where it was.

    `progress` is told how many rows each batch looked at.
    """
    removed = Removed()
    cutoff = parts.clock.now(carrier) - parts.flows.carrier(carrier).retention.keep
    last = 0
    while True:
        with parts.store.write() as connection:
            rows = forgetting.idle(connection, carrier, cutoff, last, BATCH)
            for row in rows:
                _forget(parts, connection, carrier, row)
        removed.customers += len(rows)
        progress(len(rows))
        if len(rows) < BATCH:
            break
        last = rows[-1].id
    removed.texts = _clear(parts, lambda c, after: forgetting.clear_texts(c, carrier, cutoff, after, BATCH), progress)
    removed.replies = _clear(
        parts, lambda c, after: forgetting.clear_replies(c, carrier, cutoff, after, BATCH), progress
    )
    log.info(
        "retention_run", carrier=carrier, customers=removed.customers, texts=removed.texts, replies=removed.replies
    )
    return removed


def _clear(parts: Parts, batch: Callable[[Connection, int], tuple[int, int]], progress: Callable[[int], None]) -> int:
    total, last = 0, 0
    while True:
        with parts.store.write() as connection:
            last, changed = batch(connection, last)
        total += changed
        progress(changed)
        if last == 0:
            return total


def _forget(parts: Parts, connection: Connection, carrier: str, row: AnyRow) -> None:
    now = parts.clock.now(carrier)
    standing = consents.standings(connection, [row.id])[row.id]
    refused = [category for category in consents.CATEGORIES if getattr(standing, category) is False]
    suppressions.remember(connection, carrier, row.phone, refused, now)
    forgetting.forget(connection, row.id, now)
