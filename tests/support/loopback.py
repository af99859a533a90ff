"""Tests reach this machine only: every other address is refused inside the test process, whatever library asks."""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

WATCHED = frozenset({"socket.connect", "socket.sendto", "socket.getaddrinfo"})


class NotLoopback(RuntimeError):
    """A test tried to leave the machine."""


def is_local(host: object) -> bool:
    """Whether `host` (a name or an address, as a socket call got it) is this machine itself."""
    if host is None or host in {"", "localhost", b"localhost"}:
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_loopback or ipaddress.ip_address(text).is_unspecified
    except ValueError:
        return False


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if event not in WATCHED:
        return
    address = args[0] if event == "socket.getaddrinfo" else args[1]
    if isinstance(address, tuple):
        address = address[0]
    elif event != "socket.getaddrinfo":
        return  # a unix socket's path
    if not is_local(address):
        raise NotLoopback(f"A test tried to reach {address!r}; tests may use loopback and unix sockets only.")


def forbid_the_rest() -> None:
    """From now on, for the whole life of this process: an audit hook cannot be taken away."""
    sys.addaudithook(_hook)
