"""Errors as answers: one JSON shape for machines (RFC 9457, `application/problem+json`), a plain page for people.

ParceltalkError → 422 Invalid · 404 NotFound · 409 Conflict · 403 Denied (401 where a key is asked for)
database away   → 503 with Retry-After, so that the caller tries again
anything else   → 500; the log has the place in the code and the request id, never a value
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

import sqlalchemy.exc as sx
import structlog
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from bot.core.errors import Conflict, Denied, Invalid, NotFound, ParceltalkError
from bot.web.context import request_id
from bot.web.pages import error_page

MACHINES: Final = ("/api/", "/webhooks/", "/healthz", "/readyz", "/metrics", "/openapi.json")
STATUS: Final[Mapping[type[ParceltalkError], int]] = {Invalid: 422, NotFound: 404, Conflict: 409, Denied: 403}
AWAY: Final = (sx.OperationalError, sx.InterfaceError, sx.TimeoutError)
"""What SQLAlchemy raises when the database cannot be reached, is locked for too long or has no connection left."""
RETRY_AFTER_SECONDS: Final = "5"

log = structlog.get_logger(__name__)


class Unauthorized(Denied):
    """No key, or one that is wrong or revoked. `error` is a code of RFC 6750, 3.1; None where no key was given."""

    def __init__(self, message: str, error: str | None = None) -> None:
        self.challenge = 'Bearer realm="parceltalk"' + (f', error="{error}"' if error else "")
        super().__init__(message)


def answer(body: Mapping[str, Any], status: int = 200, content_type: str = "application/json") -> Response:
    """JSON with its keys in order, so that the same value is the same bytes whichever database kept it."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Response(text.encode("utf-8"), status, content_type=content_type)


def problem(status: int, detail: str, fields: Mapping[str, str] | None = None) -> Response:
    """An error as this caller reads it. `fields` maps the path of a field to what is wrong with it."""
    title = HTTPStatus(status).phrase
    if not request.path.startswith(MACHINES):
        return error_page(status, detail)
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if fields:
        body["errors"] = [{"field": field, "message": message} for field, message in fields.items()]
    return answer({**body, "request_id": request_id()}, status, "application/problem+json")


def register(app: Flask) -> None:
    """Make every error an answer."""
    app.register_error_handler(ParceltalkError, _on_own)
    app.register_error_handler(HTTPException, _on_http)
    for error in AWAY:
        app.register_error_handler(error, _on_away)
    app.register_error_handler(Exception, _on_bug)


def _on_own(error: ParceltalkError) -> Response:
    if isinstance(error, Unauthorized):
        response = problem(401, str(error))
        response.headers["WWW-Authenticate"] = error.challenge
        return response
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), None)
    if status is None:
        return _on_bug(error)
    return problem(status, str(error), getattr(error, "fields", None))


def _on_http(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:  # a redirect is no error
        return error
    response = problem(error.code, error.description or HTTPStatus(error.code).phrase)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _on_away(error: Exception) -> Response:
    _note("database_away", error)
    response = problem(503, "The database cannot be reached just now; nothing was changed. Try again in a few seconds.")
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def _on_bug(error: Exception) -> Response:
    _note("request_failed", error)
    return problem(500, f"Something went wrong on our side. Tell the operator this request id: {request_id()}.")


def _note(event: str, error: Exception) -> None:
    """Where it happened. Not the error's message: it may quote a text or a number."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    route = request.url_rule.rule if request.url_rule else None
    log.error(event, request=request_id(), route=route, error=type(error).__name__, where=where)
