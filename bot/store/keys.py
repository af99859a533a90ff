"""API keys: one or more a carrier, shown once, kept as a hash, revocable.

A key is `pt_<carrier>_<43 random characters>`: 256 bits from the system. Only its SHA-256 is kept. A slow password hash
protects what people choose, where a list of guesses is short; nobody guesses 256 random bits, so a fast hash is as safe
and does not cost every request 50 ms (NIST SP 800-63B 5.1.2.2 asks for salt and cost below 112 bits only).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import Store
from bot.store.tables import api_keys, audit

SHOWN: Final = 8
"""Characters of the random part that lists show, so that people can tell keys apart."""


def new(store: Store, carrier: str, now: datetime) -> str:
    """Make a key for a carrier (its slug) and return it: the only time that it can be read."""
    random = secrets.token_urlsafe(32)
    key = f"pt_{carrier}_{random}"
    with store.write() as connection:
        connection.execute(
            sa.insert(api_keys).values(carrier=carrier, prefix=random[:SHOWN], key_hash=_hash(key), created_at=now)
        )
        _audit(connection, carrier, now, "key_created", random[:SHOWN])
    return key


def carrier_of(connection: Connection, key: str) -> str | None:
    """The slug of the carrier that this key belongs to; None for an unknown or a revoked one.

    The index compares hashes, which a caller cannot steer byte by byte; the hash is compared once more in constant time.
    """
    digest = _hash(key)
    row = connection.execute(_BY_HASH, {"digest": digest}).first()
    if row is None or not hmac.compare_digest(row.key_hash, digest):
        return None
    return str(row.carrier)


def listed(connection: Connection, carrier: str) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """`prefix`, `created_at`, `revoked_at` of a carrier's keys, oldest first."""
    columns = (api_keys.c.prefix, api_keys.c.created_at, api_keys.c.revoked_at)
    return connection.execute(
        sa.select(*columns).where(api_keys.c.carrier == carrier).order_by(api_keys.c.id)
    ).fetchall()


def revoke(store: Store, carrier: str, prefix: str, now: datetime) -> bool:
    """Revoke a carrier's key by the characters that `listed` shows. False when there is no such key in use."""
    with store.write() as connection:
        done = connection.execute(
            sa.update(api_keys)
            .where(api_keys.c.carrier == carrier, api_keys.c.prefix == prefix, api_keys.c.revoked_at.is_(None))
            .values(revoked_at=now)
        )
        if done.rowcount:
            _audit(connection, carrier, now, "key_revoked", prefix)
    return bool(done.rowcount)


_BY_HASH: Final = sa.select(api_keys.c.carrier, api_keys.c.key_hash).where(
    api_keys.c.key_hash == sa.bindparam("digest"), api_keys.c.revoked_at.is_(None)
)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _audit(connection: Connection, carrier: str, now: datetime, what: str, prefix: str) -> None:
    connection.execute(sa.insert(audit).values(carrier=carrier, at=now, who="cli", what=what, data={"prefix": prefix}))
