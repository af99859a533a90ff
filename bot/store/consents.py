"""The consent ledger: lines are only ever added, each with who, what, when and by which message or import (the proof)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.policy import Consent
from bot.store.session import AnyRow
from bot.store.tables import consents, threads

CATEGORIES: Final = ("service", "survey", "promotion")


def standings(connection: Connection, thread_ids: Collection[int]) -> dict[int, Consent]:
    """Where each of these customers stands: the newest line of each category; one query."""
    newest = (
        sa.select(sa.func.max(consents.c.id))
        .where(consents.c.thread_id.in_(list(thread_ids)))
        .group_by(consents.c.thread_id, consents.c.category)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(consents.c.thread_id, consents.c.category, consents.c.granted).where(consents.c.id.in_(newest))
    )
    found: dict[int, dict[str, bool]] = {thread_id: {} for thread_id in thread_ids}
    for row in rows:
        found[row.thread_id][row.category] = row.granted
    return {thread_id: Consent(**ledger) for thread_id, ledger in found.items()}


def lines(connection: Connection, thread_id: int) -> Sequence[AnyRow]:
    """Every line of one customer, oldest first: `category`, `granted`, `at`, `source`, `ref`."""
    query: sa.Select[Any] = sa.select(consents).where(consents.c.thread_id == thread_id).order_by(consents.c.id)
    return connection.execute(query).all()


def has_ref(connection: Connection, carrier: str, thread_id: int, ref: str) -> bool:
    """Whether this proof has been recorded for this customer."""
    query = sa.select(consents.c.id).where(
        consents.c.thread_id == thread_id, consents.c.carrier == carrier, consents.c.ref == ref
    )
    return connection.execute(query.limit(1)).first() is not None


def ever_granted(connection: Connection, thread_id: int) -> set[str]:
    """The categories to which this customer has agreed at any time."""
    query = sa.select(consents.c.category).where(consents.c.thread_id == thread_id, consents.c.granted.is_(True))
    return set(connection.execute(query.distinct()).scalars())


def thread_of(connection: Connection, carrier: str, phone: str) -> int | None:
    """The customer with this number, if there is one; nobody is made."""
    query = sa.select(threads.c.id).where(threads.c.carrier == carrier, threads.c.phone == phone)
    return connection.execute(query).scalar_one_or_none()
