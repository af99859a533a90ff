"""What it costs to read what was said to a batch of customers, on tables that grow: one query, which the index keeps flat."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import sqlalchemy as sa

from bot.store import history, migrate
from bot.store.session import Store
from bot.store.tables import outbox, threads

SIZES = (10_000, 100_000, 1_000_000)
PEOPLE = 2_000
BATCH = 64
ROUNDS = 60
NOW = datetime(2026, 10, 31, 4, 0, tzinfo=UTC)


def main(most: int = SIZES[-1]) -> None:
    """Tables of up to `most` texts."""
    print("\nreading what was said (SQLite, 64 customers a query, all of their texts in one table)")
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'month.db'}")
        migrate.upgrade(store)
        ids = _people(store)
        there = 0
        for size in (size for size in SIZES if size <= most):
            _fill(store, ids, there, size)
            there = size
            _query(store, ids, 0)  # what is compiled once
            spent = [_query(store, ids, number) for number in range(ROUNDS)]
            rate = 1e6 * statistics.median(spent) / BATCH
            print(f"  {size:>9,} texts, {size // PEOPLE:>4} a customer: {rate:6.1f} µs of processor time a customer")
        store.close()


def _people(store: Store) -> list[int]:
    rows = [{"carrier": "demo", "phone": f"+86138{n:08}", "created_at": NOW} for n in range(PEOPLE)]
    with store.write() as connection:
        return list(connection.execute(sa.insert(threads).returning(threads.c.id), rows).scalars())


def _fill(store: Store, ids: list[int], begin: int, end: int) -> None:
    """Ten texts a customer in the last month, the rest of all years before: that is what grows."""
    with click.progressbar(range(begin, end, 5000), label=f"{end:,} texts") as steps:
        for first in steps:
            with store.write() as connection:
                connection.execute(sa.insert(outbox), [_row(ids, n) for n in range(first, min(first + 5000, end))])


def _row(ids: list[int], n: int) -> dict[str, object]:
    turn = n // len(ids)
    back = timedelta(days=3 * turn) if turn < 10 else timedelta(days=40 + turn)
    at = NOW - back - timedelta(minutes=n % 997)
    lane = 3 if turn % 4 == 3 else 2
    return {
        "carrier": "demo", "thread_id": ids[n % len(ids)], "channel": "simulator", "recipient": "", "lane": lane,
        "category": "promotion" if lane == 3 else "service", "author": "bot", "kind": "coupon", "text": "送您优惠",
        "segments": 1, "status": "accepted", "created_at": at, "due_at": at, "leaves_at": at, "cause": f"bench:{n}",
    }  # fmt: skip


def _query(store: Store, ids: list[int], number: int) -> float:
    batch = [ids[(number * BATCH + one) % len(ids)] for one in range(BATCH)]
    with store.read() as connection:
        began = time.thread_time()
        history.of(connection, batch, NOW, planned=True)
        return time.thread_time() - began


if __name__ == "__main__":
    main()
