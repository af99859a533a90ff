"""One customer's number at one carrier: the row that every turn of that customer locks (law 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store import suppressions
from bot.store.prepared import Prepared
from bot.store.tables import consents, inbox, threads
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


_is_phone = (threads.c.carrier == sa.bindparam("carrier"), threads.c.phone == sa.bindparam("phone"))
_by_phone = Prepared(sa.select(threads).where(*_is_phone).with_for_update())
_by_id = Prepared(sa.select(threads).where(threads.c.id == sa.bindparam("id")).with_for_update())
_seen = (
    sa.select(inbox.c.id)
    .where(
        inbox.c.carrier == sa.bindparam("carrier"),
        inbox.c.channel == sa.bindparam("channel"),
        inbox.c.provider_id == sa.bindparam("provider_id"),
    )
    .scalar_subquery()
)
_for_reply = Prepared(sa.select(threads, _seen.label("seen")).where(*_is_phone).with_for_update(of=threads))


def lock(connection: Connection, carrier: str, phone: str, now: datetime) -> Thread:
    """The thread of this number, made if it is new, locked until the transaction ends."""
    return Thread(*_locked(connection, _by_phone, {"carrier": carrier, "phone": phone}, now))


def lock_for_reply(
    connection: Connection, carrier: str, phone: str, channel: str, provider_id: str, now: datetime
) -> tuple[Thread, int | None]:
    """As `lock`, and the inbox row of this provider's message id, if it was there when the lock was asked for.

    Whoever brings the same message at the same moment is not seen: then the unique constraint of the inbox undoes the turn.
    """
    which = {"carrier": carrier, "phone": phone, "channel": channel, "provider_id": provider_id}
    *columns, seen = _locked(connection, _for_reply, which, now)
    return Thread(*columns), seen


def _locked(connection: Connection, query: Prepared, which: Mapping[str, Any], now: datetime) -> Any:
    found = query.first(connection, which)
    if found is None:
        carrier, phone = which["carrier"], which["phone"]
        new = insert_if_new(connection, threads, {"carrier": carrier, "phone": phone, "created_at": now})
        if new is not None:
            suppressions.restore(connection, new, carrier, phone, now)
        found = query.first(connection, which)
    return found


def lock_id(connection: Connection, thread_id: int) -> Thread | None:
    """The thread with this id, locked."""
    found = _by_id.first(connection, {"id": thread_id})
    return None if found is None else Thread(*found)


@cache
def _update(columns: tuple[str, ...]) -> Prepared:
    values: dict[str, Any] = {column: sa.bindparam(column) for column in columns}
    return Prepared(sa.update(threads).where(threads.c.id == sa.bindparam("row_id")).values(values))


def update(connection: Connection, thread_id: int, **values: Any) -> None:
    """Set columns of one thread."""
    _update(tuple(values)).later(connection, {"row_id": thread_id, **values})


LEDGER = Prepared(
    sa.select(consents.c.category, consents.c.granted)
    .where(consents.c.thread_id == sa.bindparam("thread_id"))
    .order_by(consents.c.id)
)


def ledger(connection: Connection, thread_id: int) -> dict[str, bool]:
    """The standing of each category that the ledger has a line for: True is consent, False is refusal."""
    return {row.category: row.granted for row in LEDGER.all(connection, {"thread_id": thread_id})}
