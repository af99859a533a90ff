"""The HTTP client under the `twilio` library: where requests go, how long they may take, and whether one has left.

Whether a text may have been accepted depends on one fact that exception classes do not carry: did a byte of the request
reach the network? `requests.SSLError` is raised for a refused handshake and for a connection cut while the answer was read;
`requests.ConnectionError` for an unknown host and for a reset after the request. So the connections themselves note it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

import urllib3
from requests.adapters import HTTPAdapter
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response

CONNECT_TIMEOUT: Final = 5.0
READ_TIMEOUT: Final = 30.0
"""Seconds. Twilio itself gives up a request after about 26 s."""
LEAVES_WITHIN: Final = 2 * CONNECT_TIMEOUT
"""Seconds from the call to the moment after which a request is no longer sent: name look-up, several addresses, or a process
that was stopped and continued would otherwise post a text long after its lease."""
POOL_SIZE: Final = 128
KEPT_IDLE: Final = 20.0
"""Seconds since its last request for which a connection is used again. Load balancers forget idle ones after a minute, and
a text that is sent into a forgotten one is uncertain."""
MAIN_API: Final = "api.twilio.com"


@dataclass(slots=True)
class Exchange:
    """What is known about the request that this thread makes."""

    leave_by: float = 0.0
    left: bool = False
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class TooLate(OSError):
    """The time in which the request may leave is over, and nothing of it has left."""


_thread = threading.local()


def exchange() -> Exchange:
    """The present thread's exchange: the one under way, or the last one."""
    current: Exchange | None = getattr(_thread, "exchange", None)
    return current if current is not None else begin()


def begin(leaves_within: float = LEAVES_WITHIN) -> Exchange:
    """Start a new exchange in this thread; its request may leave within so many seconds."""
    _thread.exchange = Exchange(leave_by=time.monotonic() + leaves_within)
    return exchange()


class _Notes:
    """Mixed into urllib3's connections: notes in the thread's `Exchange` when bytes of a request are handed to the socket,
    and does not trust a connection that was idle for long.
    """

    sock: Any
    _sent_at = 0.0

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        current = exchange()
        if not current.left:
            if time.monotonic() > current.leave_by:
                raise TooLate("the request did not get away in time and was not sent")
            current.left = True
            self._sent_at = time.monotonic()
        super().send(data)  # type: ignore[misc]

    def connect(self) -> None:
        try:
            super().connect()  # type: ignore[misc]
        finally:
            exchange().left = False  # a proxy's CONNECT goes through send() too, but carries no text

    @property
    def is_connected(self) -> bool:
        """What the pool asks before it uses a connection again."""
        return time.monotonic() - self._sent_at < KEPT_IDLE and bool(super().is_connected)  # type: ignore[misc]


class _HTTPConnection(_Notes, urllib3.connection.HTTPConnection):
    pass


class _HTTPSConnection(_Notes, urllib3.connection.HTTPSConnection):
    pass


class _HTTPPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _HTTPConnection


class _HTTPSPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _HTTPSConnection


class _Adapter(HTTPAdapter):
    """No retries of any kind, and connections that take notes, through a proxy too."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}
        return manager


class HttpClient(TwilioHttpClient):  # type: ignore[misc]
    """`TwilioHttpClient` with time-outs, a pool for many threads, another address on request, and no log of contents."""

    def __init__(self, api_url: str | None, connect_timeout: float, read_timeout: float, pool_size: int) -> None:
        super().__init__()
        self.timeout = (connect_timeout, read_timeout)
        self._leaves_within = 2 * connect_timeout
        self._elsewhere = urlsplit(api_url) if api_url else None
        adapter = _Adapter(pool_connections=4, pool_maxsize=pool_size, max_retries=0)
        self.session.mount("https://", adapter)
        self.session.mount("http://", adapter)
        self._read_environment_once(api_url or f"https://{MAIN_API}")
        silence_query_strings()

    def _read_environment_once(self, url: str) -> None:
        """Proxies and certificates as the environment says now. Asked for each request it is a fifth of its cost."""
        found = self.session.merge_environment_settings(url, {}, None, None, None)
        self.session.proxies, self.session.verify = found["proxies"], found["verify"]
        self.session.trust_env = False

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        current = begin(self._leaves_within)
        response = super().request(method, self.address(url), *args, **kwargs)
        current.status, current.headers = response.status_code, response.headers or {}
        return response

    def address(self, url: str) -> str:
        """Where a request for one of Twilio's addresses goes. A stand-in gets all of them; an `api_url` of Twilio's own (a
        region) gets those of its main API, and its other products stay where they are.
        """
        here, there = urlsplit(url), self._elsewhere
        if there is None or ((there.hostname or "").endswith(".twilio.com") and here.hostname != MAIN_API):
            return url
        return here._replace(scheme=there.scheme, netloc=there.netloc, path=there.path.rstrip("/") + here.path).geturl()

    def log_request(self, kwargs: Any) -> None:
        """Nothing: the library would log query strings, which hold phone numbers."""

    def log_response(self, status_code: int, response: Any) -> None:
        """Nothing: the caller has the outcome and logs it with our own ids."""


def silence_query_strings() -> None:
    """urllib3 logs each request line at DEBUG; leave out the query, which holds phone numbers. Safe to call again."""
    logger = logging.getLogger("urllib3.connectionpool")
    if _without_query not in logger.filters:
        logger.addFilter(_without_query)


def _without_query(record: logging.LogRecord) -> bool:
    if isinstance(record.args, tuple):
        record.args = tuple(a.partition("?")[0] if isinstance(a, str) else a for a in record.args)
    return True
