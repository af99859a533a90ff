"""What is true of every request: keys, bodies, errors, headers."""

from __future__ import annotations

from io import BytesIO

import pytest
import sqlalchemy as sa
import structlog
from flask import Flask
from flask.testing import FlaskClient

from bot.core.errors import ParceltalkError
from bot.parts import Parts
from bot.store import keys
from bot.store.session import Store
from bot.store.tables import api_keys, audit, shipments
from bot.web.edge import CSP
from tests.web.conftest import CUSTOMER, NOW, Caller, on_sqlite
from tests.web.test_shipments import rows

# ── keys ─────────────────────────────────────────────────────────────────────────────────────────


@on_sqlite
@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer ", "Basic abc", "Token abc"])
def test_without_a_key_there_is_a_challenge(client: FlaskClient, header: str | None):
    """401 says how to send a key (RFC 6750: no error code when none was sent)."""
    answer = client.get("/api/v1/shipments/FY1", headers={"Authorization": header} if header is not None else {})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="parceltalk"'
    assert "Authorization: Bearer" in answer.json["detail"]


@on_sqlite
@pytest.mark.parametrize("key", ["pt_demo_wrong", "x" * 10_000, "pt_demo_é"])
def test_a_wrong_key_is_refused(client: FlaskClient, key: str):
    """401 with `invalid_token`, whatever the key looks like."""
    answer = client.get("/api/v1/shipments/FY1", headers={"Authorization": f"Bearer {key}"})
    assert (answer.status_code, 'error="invalid_token"' in answer.headers["WWW-Authenticate"]) == (401, True)


def test_a_key_is_kept_as_a_hash_and_can_be_revoked(demo: Caller, store: Store):
    """The database never holds the key; after revoking it is as unknown as any."""
    [row] = rows(store, api_keys)
    assert demo.key not in str(row)
    assert demo.key.startswith("pt_demo_")
    assert demo.parcel().status_code == 201
    assert keys.revoke(store, "other", row.prefix, NOW) is False
    assert keys.revoke(store, "demo", row.prefix, NOW) is True
    assert demo.parcel().status_code == 401
    assert [entry.what for entry in rows(store, audit)] == ["key_created", "key_revoked"]


def test_a_key_of_a_carrier_that_is_gone_finds_nothing(client: FlaskClient, store: Store):
    """The carrier's folder was removed: 404, and no rows."""
    gone = Caller(client, keys.new(store, "gone", NOW))
    assert gone.parcel().status_code == 404
    assert rows(store, shipments) == []


# ── bodies ───────────────────────────────────────────────────────────────────────────────────────


@on_sqlite
@pytest.mark.parametrize(
    ("body", "content_type", "status", "said"),
    [
        (b"{}", "text/plain", 415, "application/json"),
        (b"{}", None, 415, "application/json"),
        (b"", "application/json", 400, "line 1, column 1"),
        (b'{"customer": {\n  "phone": }}', "application/json", 400, "line 2, column 12"),
        (b'{"a": NaN}', "application/json", 400, "NaN"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "application/json", 400, "endlessly long"),
        (b'{"a": 1e999}', "application/json", 422, "cannot be kept"),
        (b"\xff\xfe", "application/json", 400, "not UTF-8 at byte 1"),
        (b"[" * 100_000, "application/json", 400, ""),
        (b"[]", "application/json", 422, "should be a JSON object"),
        (b'"text"', "application/json", 422, "should be a JSON object"),
        (b'{"a":"' + b"x" * 300_000 + b'"}', "application/json", 413, ""),
    ],
)
def test_a_broken_body_is_named(demo: Caller, store: Store, body, content_type, status: int, said: str):
    """What is wrong and where, with the status that fits; nothing is written."""
    answer = demo.client.put(
        "/api/v1/shipments/FY1", data=body, content_type=content_type, headers={"Authorization": f"Bearer {demo.key}"}
    )
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert said in answer.json["detail"]
    assert rows(store, shipments) == []


@pytest.mark.parametrize(("size", "status"), [(1_000, 201), (300_000, 413)])
def test_a_body_that_does_not_say_its_length_has_the_same_limit(demo: Caller, size: int, status: int):
    """Chunked transfer: read up to the limit, refused beyond it, even where what was read is whole JSON."""
    body = b'{"customer": {"phone": "+8613800138000"}}' + b" " * size
    answer = demo.client.put(
        "/api/v1/shipments/FY1",
        input_stream=BytesIO(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {demo.key}"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == status


@on_sqlite
@pytest.mark.parametrize("key", ["", "with space", "x" * 256, "é"])
def test_an_unusable_idempotency_key_is_named(demo: Caller, key: str):
    """422 with the header's name."""
    answer = demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER}}, Idempotency_Key=key)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "Idempotency-Key")


# ── errors ───────────────────────────────────────────────────────────────────────────────────────


def test_every_error_of_the_api_has_one_shape(demo: Caller):
    """Problem details with a request id, also for addresses and methods that do not exist."""
    for method, path, status in (("GET", "/nothing", 404), ("DELETE", "/cases", 405), ("GET", "/messages", 422)):
        answer = demo(method, path)
        assert answer.status_code == answer.json["status"] == status
        assert answer.content_type == "application/problem+json"
        assert set(answer.json) >= {"type", "title", "status", "detail", "request_id"}
    assert set(demo("DELETE", "/cases").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_database_that_is_away_is_503(app: Flask, demo: Caller, parts: Parts):
    """The caller is told to come again; nothing of the database's words gets out."""

    def away():
        raise sa.exc.OperationalError("SELECT secret", {"phone": CUSTOMER}, Exception("password=hunter2"))

    app.add_url_rule("/api/v1/away", view_func=away)
    with structlog.testing.capture_logs() as logs:
        answer = demo("GET", "/away")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    for leak in (CUSTOMER, "hunter2", "SELECT"):
        assert leak not in answer.text
        assert leak not in str(logs)


@pytest.mark.parametrize("error", [RuntimeError(f"bug near {CUSTOMER}"), ParceltalkError(f"odd {CUSTOMER}")])
def test_a_bug_is_500_with_a_place_and_no_values(app: Flask, demo: Caller, error: Exception):
    """The answer and the log share a request id; the log has file and line, neither has the error's words."""

    def broken():
        raise error

    app.add_url_rule("/api/v1/broken", view_func=broken)
    with structlog.testing.capture_logs() as logs:
        answer = demo("GET", "/broken")
    assert answer.status_code == 500
    [entry] = logs
    assert entry["request"] == answer.json["request_id"]
    assert entry["request"] in answer.json["detail"]
    assert any("test_edges.py" in frame for frame in entry["where"])
    assert CUSTOMER not in answer.text + str(logs)


def test_a_person_gets_a_page(client: FlaskClient):
    """Outside the machines' addresses an error is HTML under the strict policy."""
    answer = client.get("/no/such/page")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert answer.headers["Content-Security-Policy"] == CSP


# ── headers ──────────────────────────────────────────────────────────────────────────────────────


def test_every_answer_is_safe_to_show(client: FlaskClient):
    """No sniffing anywhere; pages add the policy, and HTTPS where the public address has it."""
    assert client.get("/healthz").headers["X-Content-Type-Options"] == "nosniff"
    page = client.get("/")
    assert page.headers.getlist("Content-Security-Policy") == [CSP]
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
