"""Who is at the console: the log-in form, the session cookie, and the gate before every other view."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flask import Blueprint, Response, flash, g, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from bot.core.errors import Denied
from bot.parts import Parts
from bot.store import staff
from bot.store.staff import Staff, TooManyAttempts
from bot.web.pages import local_path
from bot.web.times import span
from bot.web.words import t

OPEN_TO_ALL: Final = frozenset({"console.login", "console.log_in"})
POLL: Final = "X-Poll"
"""A request that a page makes by itself: it does not count as a person at work."""


def register(console: Blueprint, parts: Parts) -> None:
    console.add_url_rule("/login", "login", login_form)
    console.add_url_rule("/login", "log_in", lambda: log_in(parts), methods=["POST"])
    console.add_url_rule("/logout", "log_out", lambda: log_out(parts), methods=["POST"])


def me() -> Staff:
    """The person at the console. Only in views behind `require`."""
    person = g.staff_session.staff
    assert isinstance(person, Staff)
    return person


# ── before every view ────────────────────────────────────────────────────────────────────────────


def load(parts: Parts) -> None:
    """Sets `g.staff_session`: the login of this request, or None."""
    token = request.cookies.get(_cookie(parts))
    by_person = POLL not in request.headers
    g.staff_session = staff.session(parts.store, token, parts.clock.now(), by_person=by_person) if token else None


def require() -> BaseResponse | None:
    """Whoever is not logged in goes to the form, and from there on to where they wanted to go."""
    if g.staff_session is not None or request.endpoint in OPEN_TO_ALL:
        return None
    if "HX-Request" in request.headers:
        return Response(status=401)
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("console.login", next=wanted), 303)


# ── views ────────────────────────────────────────────────────────────────────────────────────────


def login_form() -> BaseResponse | str:
    if g.staff_session is not None:
        return redirect(url_for("console.queue"), 303)
    return render_template("console/login.html", name="", error=None)


def log_in(parts: Parts) -> BaseResponse:
    """A fresh session for a name and password; the one that this browser held before ends."""
    name, password = request.form.get("name", ""), request.form.get("password", "")
    address = request.remote_addr or "unknown"
    try:
        token, _ = staff.log_in(parts.store, name, password, address, parts.clock.now())
    except TooManyAttempts as error:
        wait = span(_wait(error))
        refused = _form_again(name, t("Too many attempts. Try again in {wait}.", wait=wait), 429)
        refused.headers["Retry-After"] = str(error.retry_after)
        return refused
    except Denied:
        return _form_again(name, t("That name and password do not belong together."), 401)
    if former := request.cookies.get(_cookie(parts)):
        staff.revoke(parts.store, former, parts.clock.now())
    session.clear()
    response = redirect(local_path(request.args.get("next"), url_for("console.queue")), 303)
    secure = _secure(parts)
    response.set_cookie(_cookie(parts), token, httponly=True, samesite="Lax", secure=secure, path="/")
    return response


def log_out(parts: Parts) -> BaseResponse:
    staff.log_out(parts.store, g.staff_session, parts.clock.now())
    session.clear()
    flash(t("You are signed out."))
    response = redirect(url_for("console.login"), 303)
    response.delete_cookie(_cookie(parts), path="/", secure=_secure(parts), httponly=True, samesite="Lax")
    return response


def _wait(error: TooManyAttempts) -> timedelta:
    """At least a minute, in whole minutes: nobody counts seconds at a log-in form."""
    return timedelta(minutes=max(1, -(-error.retry_after // 60)))


def _form_again(name: str, error: str, status: int) -> Response:
    return make_response(render_template("console/login.html", name=name, error=error), status)


def _secure(parts: Parts) -> bool:
    return parts.settings.public_url.startswith("https:")


def _cookie(parts: Parts) -> str:
    # `__Host-`: only this host may set it, only over HTTPS, for all paths (RFC 6265bis, 4.1.3.2).
    return "__Host-parceltalk" if _secure(parts) else "parceltalk"
