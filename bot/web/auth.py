"""Who calls the API: a bearer key (RFC 6750) names one carrier, and everything else is scoped by it."""

from __future__ import annotations

from typing import Final

from flask import g, request

from bot.store import keys
from bot.web.context import parts
from bot.web.problems import Unauthorized

LONGEST: Final = 256
"""Characters of a key; a longer one is not looked up."""


def authenticate() -> None:
    """Before every API view: sets `g.carrier`, the slug. Raises `Unauthorized`, or `NotFound` for a carrier that is gone."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    key = key.strip()
    if scheme.lower() != "bearer" or not key:
        raise Unauthorized("An API key is needed: send the header `Authorization: Bearer <key>`.")
    carrier = None
    if len(key) <= LONGEST:
        with parts().store.read() as connection:
            carrier = keys.carrier_of(connection, key)
    if carrier is None:
        raise Unauthorized("This API key is unknown or was revoked.", "invalid_token")
    parts().flows.carrier(carrier)
    g.carrier = carrier
