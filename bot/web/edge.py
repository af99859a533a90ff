"""What is true of every answer: security headers, and the figures that Prometheus reads."""

from __future__ import annotations

from time import perf_counter
from typing import Final

from flask import Flask, Response, g, request

from bot import metrics

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HTML_HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NO_ROUTE: Final = "(none)"


def register(app: Flask, public_url: str) -> None:
    """`public_url` decides whether browsers are told to come back by HTTPS only."""
    html_headers = dict(HTML_HEADERS)
    if public_url.startswith("https:"):
        html_headers["Strict-Transport-Security"] = "max-age=31536000"

    @app.before_request
    def begin() -> None:
        g.began = perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        headers = response.headers
        headers["X-Content-Type-Options"] = "nosniff"
        if response.mimetype == "text/html":
            headers.update(html_headers)
        if response.mimetype != "text/xml" and "Cache-Control" not in headers:
            headers["Cache-Control"] = "no-store"
        _count(response.status_code)
        return response


def _count(status: int) -> None:
    # Both labels are bounded: a caller may invent methods and paths without end.
    method = request.method if request.method in METHODS else "other"
    route = request.url_rule.rule if request.url_rule else NO_ROUTE
    metrics.http_requests.labels(method, route, str(status)).inc()
    metrics.http_seconds.labels(method, route).observe(perf_counter() - g.began)
