"""Forms come from our own pages: a token that only they carry.

Bound to the login's row where somebody is logged in (it changes with every login and ends with it), else to the browser's
signed cookie (log-in form, simulator). Blueprints ask for `protect`; webhooks and the bearer API have no cookies to abuse.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from flask import g, request, session

from bot.core.errors import Denied

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD: Final = "csrf_token"


def token() -> str:
    """What every form of the present page carries in `csrf_token`."""
    opened = g.get("staff_session")
    if opened is not None:
        return str(opened.csrf)
    if FIELD not in session:
        session[FIELD] = secrets.token_urlsafe(32)
    return str(session[FIELD])


def protect() -> None:
    """Before a view: raises `Denied` for a form that does not come from a page of ours."""
    if request.method in SAFE:
        return
    # Sent by every current browser (Fetch Metadata): a second lock beside the token.
    elsewhere = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    given = request.form.get(FIELD, "")
    if elsewhere or not hmac.compare_digest(given.encode(), token().encode()):
        raise Denied("This form is no longer valid. Go back, reload the page and try again.")
