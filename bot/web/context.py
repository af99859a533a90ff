"""What every view can ask for."""

from __future__ import annotations

import secrets
from typing import cast

from flask import current_app, g

from bot.parts import Parts

EXTENSION = "parceltalk"


def parts() -> Parts:
    """The parts of the app that answers the present request."""
    return cast(Parts, current_app.extensions[EXTENSION])


def request_id() -> str:
    """Sixteen hexadecimal digits that name this request in its answer and in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(8)
    return str(g.request_id)
