"""A customer's phone on screen. It goes the real way: events and replies through turns, texts through outbox and worker."""

from __future__ import annotations

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, abort, request

from bot.core.errors import Denied
from bot.parts import Parts
from bot.web import csrf
from bot.web.simulator import acting, showing
from bot.web.words import t

FORWARDED: Final = ("X-Forwarded-For", "Forwarded", "X-Real-IP")
"""A proxy in front says with these that somebody else is asking, whatever address it connects from."""


def simulator_blueprint(parts: Parts) -> Blueprint:
    """`/simulator`, for people at this machine, where a carrier has a simulator channel."""
    simulator = Blueprint("simulator", __name__, url_prefix="/simulator")

    @simulator.before_request
    def gate() -> None:
        if not any(channel == "simulator" for _, channel in parts.channels):  # one may be published while we run
            abort(
                404,
                t("No carrier here has a simulator channel. Add `simulator: {kind: simulator}` to its carrier.yaml."),
            )
        if not _near(parts.settings.public_url):
            raise Denied(
                t("The simulator speaks as a customer, so it answers only at this machine: open it through 127.0.0.1.")
            )

    simulator.before_request(csrf.protect)
    showing.register(simulator, parts)
    acting.register(simulator, parts)
    return simulator


def _near(public_url: str) -> bool:
    """Whether the one who asks sits at this machine. The Host is looked at too: a foreign name that resolves to 127.0.0.1
    (DNS rebinding) would let a web page of others use the simulator through the visitor's browser.
    """
    if any(name in request.headers for name in FORWARDED) or not _loopback(request.remote_addr):
        return False
    host = urlsplit(f"//{request.host}").hostname or ""
    return host in {"localhost", urlsplit(public_url).hostname} or _loopback(host)


def _loopback(address: str | None) -> bool:
    try:
        return address is not None and ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
