"""One customer's number at one carrier: the row that every turn of that customer locks (law 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import consents, threads
from bot.store.upsert import insert_if_new


@dataclass(frozen=True, slots=True)
class Thread:
    """A locked thread. `choice` is the A/B question that waits for a letter, if any."""

    id: int
    carrier: str
    phone: str
    name: str | None
    segment: str
    locale: str | None
    time_zone: str | None
    channel: str | None
    control: str
    control_version: int
    choice: Mapping[str, Any] | None
    number_invalid: bool
    created_at: datetime

    @property
    def with_person(self) -> bool:
        """A person has the conversation: the bot is silent (law 14)."""
        return self.control == "person"


_by_phone = (
    sa.select(threads)
    .where(threads.c.carrier == sa.bindparam("carrier"), threads.c.phone == sa.bindparam("phone"))
    .with_for_update()
)
_by_id = sa.select(threads).where(threads.c.id == sa.bindparam("id")).with_for_update()


def _thread(row: AnyRow) -> Thread:
    return Thread(*row)


def lock(connection: Connection, carrier: str, phone: str, now: datetime) -> Thread:
    """The thread of this number, made if it is new, locked until the transaction ends."""
    found = connection.execute(_by_phone, {"carrier": carrier, "phone": phone}).first()
    if found is None:
        insert_if_new(connection, threads, {"carrier": carrier, "phone": phone, "created_at": now})
        found = connection.execute(_by_phone, {"carrier": carrier, "phone": phone}).one()
    return _thread(found)


def lock_id(connection: Connection, thread_id: int) -> Thread | None:
    """The thread with this id, locked."""
    found = connection.execute(_by_id, {"id": thread_id}).first()
    return None if found is None else _thread(found)


def update(connection: Connection, thread_id: int, **values: Any) -> None:
    """Set columns of one thread."""
    connection.execute(sa.update(threads).where(threads.c.id == thread_id).values(**values))


def refused_categories(connection: Connection, thread_ids: list[int]) -> dict[int, frozenset[str]]:
    """For each thread, the categories whose newest line in the consent ledger says no."""
    newest = (
        sa.select(sa.func.max(consents.c.id))
        .where(consents.c.thread_id.in_(thread_ids))
        .group_by(consents.c.thread_id, consents.c.category)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(consents.c.thread_id, consents.c.category).where(
            consents.c.id.in_(newest), consents.c.granted == sa.false()
        )
    )
    refused: dict[int, set[str]] = {}
    for row in rows:
        refused.setdefault(row.thread_id, set()).add(row.category)
    return {thread: frozenset(categories) for thread, categories in refused.items()}


def ledger(connection: Connection, thread_id: int) -> dict[str, bool]:
    """The standing of each category that the ledger has a line for: True is consent, False is refusal."""
    rows = connection.execute(
        sa.select(consents.c.category, consents.c.granted)
        .where(consents.c.thread_id == thread_id)
        .order_by(consents.c.id)
    )
    return {row.category: row.granted for row in rows}
