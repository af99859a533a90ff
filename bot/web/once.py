"""`Idempotency-Key`: the same request with the same key gets the first answer and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final

from flask import Response, g, request
from sqlalchemy.engine import Connection

from bot.core.errors import Invalid, ParceltalkError
from bot.store import idempotency
from bot.store.idempotency import Answer
from bot.web.context import parts
from bot.web.problems import answer

REPLAYED: Final = "Idempotent-Replayed"
"""Response header, `true` where the answer is that of an earlier request."""
_KEY: Final = re.compile(r"[!-~]{1,255}")


def idempotency_key() -> str | None:
    """The request's key. Raises `Invalid`."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not _KEY.fullmatch(key):
        raise Invalid(
            "The Idempotency-Key is not usable.",
            {"Idempotency-Key": "should be 1 to 255 visible ASCII characters, such as a UUID"},
        )
    return key


def replayed(kept: Answer) -> Response:
    """An answer of before."""
    response = answer(kept.body, kept.status)
    response.headers[REPLAYED] = "true"
    return response


def written_once(body: Any, work: Callable[[Connection], Answer]) -> Response:
    """Answer with what `work` does in one transaction, once for the request's key."""
    key = idempotency_key()
    with parts().store.write() as connection:
        if key is not None and (kept := _reserved(connection, key, body)):
            return replayed(kept)
        given = work(connection)
        if key is not None:
            idempotency.settle(connection, g.carrier, key, given)
    return answer(given.body, given.status)


def done_once(body: Any, work: Callable[[], Answer]) -> Response:
    """The same for work that keeps its own transactions and that a repetition does not change: a key whose answer was never
    written down leads to the same one.
    """
    key = idempotency_key()
    if key is None:
        given = work()
        return answer(given.body, given.status)
    store = parts().store
    with store.write() as connection:
        if kept := _reserved(connection, key, body):
            return replayed(kept)
    try:
        given = work()
    except ParceltalkError:
        with store.write() as connection:
            idempotency.release(connection, g.carrier, key)
        raise
    with store.write() as connection:
        idempotency.settle(connection, g.carrier, key, given)
    return answer(given.body, given.status)


def _reserved(connection: Connection, key: str, body: Any) -> Answer | None:
    value = {"sha256": sha256(body).hexdigest()} if isinstance(body, bytes) else body
    request_hash = idempotency.fingerprint(request.method, request.path, value)
    return idempotency.reserve(connection, g.carrier, key, request_hash, parts().clock.now(g.carrier))
