"""Answers kept by the caller's `Idempotency-Key`: the same request again gets the same answer and changes nothing.

Rules: draft-ietf-httpapi-idempotency-key-header-07, sections 2.6 and 2.7 (422 when a key comes with another request).
A key is first reserved and then settled, in one transaction or in two; a reservation that was never settled (the process
died between) lets the same request through again, and no other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.errors import Invalid
from bot.store.tables import idempotency_keys
from bot.store.upsert import insert_if_new

RESERVED: Final = 0
"""`status` of a row whose answer is not known yet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and a JSON body."""

    status: int
    body: Mapping[str, Any]


class KeyReused(Invalid):
    """The key came before, with another request."""


def fingerprint(method: str, path: str, body: Any) -> str:
    """What makes two requests the same: method, path and the JSON value, whatever its white space and key order."""
    canonical = json.dumps([method, path, body], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def reserve(connection: Connection, carrier: str, key: str, request_hash: str, now: datetime) -> Answer | None:
    """Take the key for this request, or get the answer that it had. Waits for whoever holds it in this moment.

    Raises `KeyReused` when the key came with another request.
    """
    values = {"request_hash": request_hash, "status": RESERVED, "body": {}, "created_at": now}
    insert_if_new(connection, idempotency_keys, {"carrier": carrier, "key": key, **values})
    row = connection.execute(sa.select(idempotency_keys).where(*_of(carrier, key)).with_for_update()).one()
    if row.request_hash != request_hash:
        raise KeyReused(
            "This Idempotency-Key was used before with another request; make a new key for every new request.",
            {"Idempotency-Key": "was used before with another method, path or body"},
        )
    return None if row.status == RESERVED else Answer(row.status, row.body)


def settle(connection: Connection, carrier: str, key: str, answer: Answer) -> None:
    """Keep the answer of a reserved key."""
    connection.execute(
        sa.update(idempotency_keys).where(*_of(carrier, key)).values(status=answer.status, body=dict(answer.body))
    )


def release(connection: Connection, carrier: str, key: str) -> None:
    """Let go of a key whose request changed nothing, so that it can be mended and tried again."""
    connection.execute(sa.delete(idempotency_keys).where(*_of(carrier, key), idempotency_keys.c.status == RESERVED))


def forget(connection: Connection, before: datetime) -> int:
    """Delete keys made before that moment; returns how many."""
    return connection.execute(sa.delete(idempotency_keys).where(idempotency_keys.c.created_at < before)).rowcount


def _of(carrier: str, key: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return idempotency_keys.c.carrier == carrier, idempotency_keys.c.key == key
