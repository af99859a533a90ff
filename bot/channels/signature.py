"""Whether a webhook really comes from Twilio: its signature over the public URL and every field received.

Rules: https://www.twilio.com/docs/usage/security#validating-requests, and `twilio.request_validator` 9.13, whose
computation is used. Its choice of URLs is not: for `https://user:pw@host:8443` and for IPv6 hosts its `remove_port` cuts the
host itself, and it always computes two signatures. Here the URL as configured comes first, so that a true request costs one.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Protocol
from urllib.parse import urlsplit, urlunsplit

from twilio.request_validator import (
    HMAC_SHA1,
    HMAC_SHA256,
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class Headers(Protocol):
    """Werkzeug's request headers, or a dict with the canonical names."""

    def get(self, name: str, /) -> str | None: ...


def valid(
    public_url: str,
    path: str,
    query_string: str,
    form: Mapping[str, Sequence[str]],
    headers: Headers,
    tokens: Sequence[str],
) -> bool:
    """True if one of `tokens` signed this request.

    `public_url` is the configured address of this program as Twilio knows it (never the Host header), with or without a
    path prefix. `path` and `query_string` are raw, as on the request line. `form` has every value of every field: Werkzeug's
    `request.form`, or name → list. `tokens` are the account's auth tokens or shared-key secrets, two of them while they are
    rotated; an empty one is ignored, because anybody can sign with it.
    """
    signature = headers.get(SIGNATURE_HEADER)
    algorithm = get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER)).upper()
    if not signature or algorithm not in (HMAC_SHA1, HMAC_SHA256):
        return False
    given = signature.encode("utf-8", "replace")
    url = f"{public_url.partition('#')[0].rstrip('/')}{path}{'?' + query_string if query_string else ''}"
    received = _Form(form)
    try:
        return any(
            hmac.compare_digest(given, _validator(token).compute_signature(candidate, received, algorithm).encode())
            for candidate in _port_variants(url)
            for token in tokens
            if token
        )
    except UnicodeEncodeError:  # a lone surrogate: no UTF-8, so nothing that Twilio can have signed
        return False


class _Form:
    """What the library's validator reads of a form: its names by iteration, and all values of one name by `getall`."""

    def __init__(self, form: Mapping[str, Sequence[str]]) -> None:
        self._form = form
        self.getall = getattr(form, "getlist", form.__getitem__)

    def __iter__(self) -> Iterator[str]:
        return iter(self._form)


@lru_cache(maxsize=256)
def _validator(token: str) -> RequestValidator:
    return RequestValidator(token)


def _port_variants(url: str) -> Iterator[str]:
    """The URL as it is, then with its port added or removed: Twilio signs either (its docs on ports)."""
    yield url
    parts = urlsplit(url)
    if parts.port is None:
        netloc = f"{parts.netloc}:{DEFAULT_PORTS.get(parts.scheme, 80)}"
    else:
        netloc = parts.netloc.removesuffix(f":{parts.port}")
    yield urlunsplit(parts._replace(netloc=netloc))
