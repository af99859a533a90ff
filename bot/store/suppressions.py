"""Opt-outs of numbers that we no longer keep: a keyed hash of the number, so that a refusal outlives the customer's data.

The key is derived from SECRET_KEY. With another SECRET_KEY the hashes match nothing: it must be kept for as long as erased
opt-outs shall count (docs/policy.md). Without the key nobody can tell from a hash which number it was.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import Store
from bot.store.tables import consents, suppressions
from bot.store.upsert import insert_if_new

_KEY: Final = "parceltalk_suppression_key"
_PURPOSE: Final = b"parceltalk: numbers that were erased, version 1"


def use(store: Store, secret_key: str) -> None:
    """Let every connection of this store know the key, so that a number that comes back is recognised."""
    key = hmac.digest(secret_key.encode(), _PURPOSE, hashlib.sha256)

    def on_connect(_: Any, record: Any) -> None:
        record.info[_KEY] = key

    sa.event.listen(store.engine, "connect", on_connect)


def _hash(connection: Connection, carrier: str, phone: str) -> str | None:
    key = connection.info.get(_KEY)
    return None if key is None else hmac.new(key, f"{carrier}\0{phone}".encode(), hashlib.sha256).hexdigest()


def remember(connection: Connection, carrier: str, phone: str, refused: Iterable[str], now: datetime) -> None:
    """Keep that this number had refused these categories. Raises `RuntimeError` where the store was given no key."""
    digest = _hash(connection, carrier, phone)
    if digest is None:
        raise RuntimeError("this store has no key for hashes of erased numbers: call suppressions.use")
    since = {category: now.isoformat() for category in refused}
    if not since:
        return
    values = {"carrier": carrier, "phone_hash": digest, "refused": since, "at": now}
    if insert_if_new(connection, suppressions, values) is None:
        which = sa.and_(suppressions.c.carrier == carrier, suppressions.c.phone_hash == digest)
        before = connection.execute(sa.select(suppressions.c.refused).where(which).with_for_update()).scalar_one()
        connection.execute(sa.update(suppressions).where(which).values(refused={**before, **since}))


def restore(connection: Connection, thread_id: int, carrier: str, phone: str, now: datetime) -> None:
    """A thread has begun: if its number was erased, what it had refused is refused again, with the hash's row as the proof."""
    digest = _hash(connection, carrier, phone)
    if digest is None:
        return
    found = connection.execute(
        sa.select(suppressions.c.id, suppressions.c.refused).where(
            suppressions.c.carrier == carrier, suppressions.c.phone_hash == digest
        )
    ).first()
    if found is None:
        return
    line = {"carrier": carrier, "thread_id": thread_id, "granted": False, "at": now, "source": "erasure"}
    ref = f"suppression:{found.id}"
    connection.execute(sa.insert(consents), [{**line, "category": name, "ref": ref} for name in found.refused])
