"""What all pages share: the front page, assets under hashed addresses, language, times, and errors in the same look."""

from __future__ import annotations

import hashlib
import mimetypes
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file, url_for
from flask.blueprints import BlueprintSetupState
from flask.sansio.app import App
from werkzeug.wrappers import Response as BaseResponse

from bot.parts import Parts
from bot.web import csrf, shape, times, words
from bot.web.context import request_id

STATIC: Final = Path(__file__).with_name("static")
YEAR: Final = 31_536_000
"""Seconds. An asset's address changes with its content, so a browser may keep it."""

WHAT_NOW: Final = {
    403: "If you think that you should be allowed to see this, ask the person who made your login.",
    404: "The address may be mistyped, or what was here belongs to another carrier.",
    409: "Go back, reload the page and look at how things stand now.",
    429: "Wait a little, then try again.",
    500: "Try again. If it happens once more, tell the operator the request id below.",
    503: "Try again in a few seconds.",
}


def pages_blueprint(parts: Parts) -> Blueprint:
    """`/`, `/assets/…` and `/language/…`, and what every template can use."""
    pages = Blueprint("pages", __name__, template_folder="templates")

    @pages.record_once
    def on_register(state: BlueprintSetupState) -> None:
        _equip(state.app, parts)

    pages.add_url_rule(
        "/", view_func=lambda: render_template("home.html", simulator=has_simulator(parts)), endpoint="home"
    )
    pages.add_url_rule("/assets/<digest>/<path:name>", view_func=_asset, endpoint="asset")
    pages.add_url_rule("/language/<chosen>", view_func=_choose_language, endpoint="language")
    return pages


def has_simulator(parts: Parts) -> bool:
    """Whether some carrier of this installation has a simulator channel."""
    return any(name == "simulator" for _, name in parts.channels)


def error_page(status: int, detail: str) -> Response:
    """An error as a person reads it, in the look of the other pages. `detail` is a sentence."""
    title = HTTPStatus(status).phrase
    page = render_template(
        "error.html", status=status, title=title, detail=detail, what_now=WHAT_NOW.get(status), request_id=request_id()
    )
    return Response(page, status, content_type="text/html; charset=utf-8")


def local_path(target: str | None, otherwise: str) -> str:
    """`target` when it is a path on this server, else `otherwise`: no redirect leads elsewhere."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return otherwise
    parts = urlsplit(target)
    return otherwise if parts.scheme or parts.netloc or "\\" in target else target


def _equip(app: App, parts: Parts) -> None:
    secure = parts.settings.public_url.startswith("https:")
    app.secret_key = app.secret_key or parts.settings.secret_key
    app.config.update(
        SESSION_COOKIE_NAME="parceltalk_page",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=secure,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        t=words.t,
        language=words.language,
        languages=words.LANGUAGES,
        asset=asset_url,
        csrf_token=csrf.token,
        has_simulator=has_simulator(parts),
    )
    app.jinja_env.filters.update(
        clock=times.clock,
        day=times.day,
        moment=times.moment,
        span=times.span,
        label=shape.label,
        delivery=shape.delivery,
        route=shape.route,
    )


# ── assets ───────────────────────────────────────────────────────────────────────────────────────


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:16]


def asset_url(name: str) -> str:
    """The address of a file under `static/`, which changes with its content."""
    return url_for("pages.asset", digest=_digest(name), name=name)


@cache
def _assets() -> frozenset[str]:
    return frozenset(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())


def _asset(digest: str, name: str) -> Response:
    if name not in _assets():
        abort(404)
    response = send_file(STATIC / name, mimetype=mimetypes.guess_type(name)[0], conditional=True)
    # An old page may ask for the file of an earlier release: it gets the present one, but must not keep it.
    fresh = digest == _digest(name)
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if fresh else "no-cache"
    return response


def _choose_language(chosen: str) -> BaseResponse:
    if chosen not in words.LANGUAGES:
        abort(404)
    response = redirect(local_path(request.args.get("next"), "/"), 303)
    response.set_cookie(words.COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure)
    return response
