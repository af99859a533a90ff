"""Law 15: carriers are apart. Every route of the application is tried with this carrier's ids by whoever may not see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
import sqlalchemy as sa
from flask import Flask
from twilio.request_validator import RequestValidator
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from bot.store import campaigns, staff
from bot.store.session import Store
from bot.store.tables import metadata
from tests.web.conftest import CUSTOMER, NOW, PUBLIC_URL, Caller, inbound_form
from tests.web.test_reading import Rows, parcel_id

SECRETS = ("王五的秘密", "a secret reply", "a secret text", "a secret reason")
"""What belongs to carrier `demo` and must be in no answer to anybody else."""
DIGITS = "0013800"
"""Of the customer's phone, however it is written."""

PUBLIC = {"/", "/healthz", "/readyz", "/metrics", "/openapi.json", "/assets/<digest>/<path:name>", "/language/<chosen>"}
"""The same for everybody. Whoever adds a route here says that it shows nothing of a carrier's customers."""


@pytest.fixture
def ids(demo: Caller, store: Store) -> Mapping[str, str]:
    """A parcel of carrier `demo` with a conversation, messages and a case: the ids that a route's address may hold."""
    demo("PUT", "/shipments/FY-APART", {"customer": {"phone": CUSTOMER, "name": "王五的秘密"}})
    demo.event("FY-APART", "e-apart")
    write = Rows(store)
    parcel = parcel_id(store, "FY-APART")
    talk = write.conversation(parcel)
    write.reply("a secret reply", conversation_id=talk)
    write.text("a secret text", conversation_id=talk)
    case = str(write.case(parcel, reason="a secret reason", conversation_id=talk))
    campaign = str(_campaign(store, write.thread))
    return {
        "tracking_no": "FY-APART",
        "carrier": "demo",
        "channel": "twilio",
        "case_id": case,
        "campaign_id": campaign,
        "notice_id": campaign,
        "thread_id": str(write.thread),
    }


def _campaign(store: Store, thread: int) -> int:
    now = {"created_at": NOW, "created_by": "test", "status": "draft", "kind": "campaign"}
    asked = {"name": "a secret text", "flow": "coupon", "variants": [{"name": "A", "weight": 1, "data": {}}]}
    with store.write() as connection:
        made = campaigns.add(
            connection, {"carrier": "demo", "audience": {}, "data": {}, "limits": {}, "listed": {}, **now, **asked}
        )
        campaigns.add_recipients(
            connection, made, [{"thread_id": thread, "shipment_id": None, "variant": "A", "data": {}}]
        )
    return made


def rows_of_demo(store: Store) -> dict[str, list]:
    """Every row of carrier `demo`, whatever the table."""
    with store.read() as connection:
        return {
            table.name: [
                tuple(r) for r in connection.execute(sa.select(table).where(table.c.carrier == "demo")).fetchall()
            ]
            for table in metadata.sorted_tables
            if "carrier" in table.c
        }


def requests(app: Flask, ids: Mapping[str, str], prefix: str) -> Iterator[tuple[str, str, Rule]]:
    """(method, address with demo's ids, rule) of every route below `prefix`."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(prefix) and rule.rule not in PUBLIC:
            for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
                yield method, rule.build({name: ids.get(name, "1") for name in rule.arguments})[1], rule


def require_silent(answer: TestResponse, *more: str) -> None:
    assert answer.status_code < 500, answer.request.path
    for secret in (*SECRETS, *more):
        assert secret not in answer.text, answer.request.path


def test_another_carriers_key_reaches_nothing(app: Flask, other: Caller, ids: Mapping[str, str], store: Store):
    """Every route and method of the API, with demo's tracking number, event id and customer: nothing shown, nothing changed."""
    bodies = {
        "PUT": {"customer": {"phone": CUSTOMER}},
        "POST": {"event_id": "e-apart", "type": "delivered", "at": "2026-11-21T13:00:00Z"},
    }
    before = rows_of_demo(store)
    tried = 0
    for method, path, rule in requests(app, ids, "/api/"):
        # A method at a time, without what PUT made: each meets a parcel that only demo has.
        query = "?phone=13800138000" if rule.rule.endswith("/messages") else ""
        require_silent(other(method, path.removeprefix("/api/v1") + query, bodies.get(method)))
        assert rows_of_demo(store) == before, (method, rule)
        tried += 1
    assert tried >= 5


def test_another_carriers_parcel_of_the_same_number_is_another(demo: Caller, other: Caller, ids: Mapping[str, str]):
    """Two carriers may use one tracking number, one event id and one customer: each sees its own."""
    assert other("GET", "/shipments/FY-APART").status_code == 404
    assert other.event("FY-APART", "e-apart").status_code == 404
    assert other("PUT", "/shipments/FY-APART", {"customer": {"phone": CUSTOMER}}).status_code == 201
    assert other.event("FY-APART", "e-apart").status_code == 201
    page = other("GET", "/shipments/FY-APART").json
    assert (page["messages"], page["cases"], page["conversations"]) == ([], [], [])
    assert page["shipment"]["customer"]["name"] is None
    assert len(demo("GET", "/shipments/FY-APART").json["messages"]) == 2


def test_another_carriers_provider_reaches_nothing(app: Flask, ids: Mapping[str, str], store: Store):
    """Every webhook of `demo`, signed with the token of `other`: 403 and no row."""
    before = rows_of_demo(store)
    tried = 0
    for method, path, rule in requests(app, ids, "/webhooks/"):
        form = inbound_form(MessageStatus="delivered")
        signature = RequestValidator("token-of-the-other").compute_signature(PUBLIC_URL + path, form)
        answer = app.test_client().open(path, method=method, data=form, headers={"X-Twilio-Signature": signature})
        assert answer.status_code == 403, rule
        tried += 1
    assert tried >= 2
    assert rows_of_demo(store) == before


def test_another_carriers_staff_reach_nothing(app: Flask, ids: Mapping[str, str], store: Store):
    """Every page and form of the console, by a person of `other` with a valid form token: nothing shown, nothing changed."""
    password = staff.add(store, "stranger", NOW, carrier="other")
    token, _ = staff.log_in(store, "stranger", password, "127.0.0.1", NOW)
    opened = staff.session(store, token, NOW)
    before = rows_of_demo(store)
    client = app.test_client(use_cookies=False)
    form = {
        "csrf_token": opened.csrf,
        "text": "hello",
        "outcome": "x",
        "version": "0",
        "reason": "x",
        "next": "/console",
    }
    tried = 0
    for method, path, rule in (*requests(app, ids, "/console"), *requests(app, ids, "/flows")):
        if rule.endpoint.endswith("log_out"):
            continue
        data = form if method == "POST" else None
        answer = client.open(path, method=method, data=data, headers={"Cookie": f"__Host-parceltalk={token}"})
        require_silent(answer, DIGITS)
        assert "login" not in answer.headers.get("Location", ""), rule
        if {"case_id", "carrier"} & rule.arguments:
            assert answer.status_code == 404, (method, rule)
        assert rows_of_demo(store) == before, (method, rule)
        tried += 1
    assert tried >= 8


def test_without_key_or_login_nothing_is_shown(app: Flask, ids: Mapping[str, str], store: Store):
    """Every route and method, by a stranger: no answer holds anything of a customer, and nothing changes."""
    before = rows_of_demo(store)
    client = app.test_client()
    for method, path, rule in requests(app, ids, "/"):
        require_silent(client.open(path, method=method), DIGITS)
        assert rows_of_demo(store) == before, (method, rule)
