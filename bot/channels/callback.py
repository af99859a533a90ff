"""The address that a provider calls with statuses. It carries our own id, signed, so that a report finds its text even when
the provider's id never reached us (the answer was lost, or the callback was faster).

`ours` is `<outbox id>.<attempt>`. The token is `<ours>.<HMAC-SHA256, first 128 bits>`; its key is made from SECRET_KEY for this
one purpose. A channel without signatures is safe by it too: nobody else can make a token.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache
from typing import Final

from bot.settings import Settings

FIELD: Final = "ours"
"""The query parameter that holds the token."""
_PURPOSE: Final = b"parceltalk status callback v1"
_MAC_DIGITS: Final = 32


def callback_url(settings: Settings, carrier: str, channel: str, ours: str) -> str:
    """The absolute URL for the statuses of one attempt. `carrier` and `channel` are slugs and need no escaping."""
    return f"{settings.public_url}/webhooks/{carrier}/{channel}/status?{FIELD}={ours}.{_mac(settings, ours)}"


def read_ours(settings: Settings, token: str | None) -> str | None:
    """Our id from a token of `callback_url`; None for no token, or one that we have not made."""
    ours, dot, mac = (token or "").rpartition(".")
    if not dot or not mac.isascii():
        return None
    return ours if hmac.compare_digest(mac, _mac(settings, ours)) else None


def _mac(settings: Settings, ours: str) -> str:
    key = _key(settings.secret_key)
    return hmac.new(key, ours.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:_MAC_DIGITS]


@lru_cache(maxsize=8)
def _key(secret_key: str) -> bytes:
    return hmac.new(secret_key.encode(), _PURPOSE, hashlib.sha256).digest()
