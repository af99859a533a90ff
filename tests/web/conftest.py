"""Two carriers on a real database, an app over them, a clock that stands still and a bell that is heard."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from bot.clock import SetClock
from bot.core.carrier import CarrierConfig
from bot.core.errors import NotFound
from bot.parts import Parts
from bot.settings import Settings
from bot.store import keys
from bot.store.session import Store
from bot.web import create_app

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
PUBLIC_URL = "https://sms.example.com"
TOKENS = ("new-token-of-the-account", "old-token-of-the-account")
CUSTOMER = "+8613800138000"


on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what is refused before any database is asked."""


class FewFlows:
    """Two carriers and no flows: what is tested here is the edge."""

    def __init__(self) -> None:
        self._carriers = {slug: carrier(slug) for slug in ("demo", "other")}

    def carriers(self) -> Mapping[str, CarrierConfig]:
        return self._carriers

    def carrier(self, slug: str) -> CarrierConfig:
        if slug not in self._carriers:
            raise NotFound(f"There is no carrier {slug}.")
        return self._carriers[slug]

    def current(self, carrier: str) -> Mapping[str, Any]:
        return {}

    def version(self, carrier: str, flow: str, flow_hash: str) -> Any:
        raise NotFound(f"There is no flow {flow}.")


def carrier(slug: str) -> CarrierConfig:
    """A mainland carrier with Twilio and the simulator."""
    return CarrierConfig.model_validate(
        {
            "carrier": slug,
            "brand": {"zh-CN": "风驰", "en": "Fengchi"},
            "locales": ["zh-CN", "en"],
            "time_zone": "Asia/Shanghai",
            "channels": {
                "twilio": {"kind": "twilio", "account": "A", "secret": "S", "sender": "F"},
                "simulator": {"kind": "simulator"},
            },
        }
    )


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A migrated database, SQLite and PostgreSQL in turn."""
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture
def bells() -> list[str]:
    """The names of the jobs that were rung for."""
    return []


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def parts(store: Store, bells: list[str], clock: SetClock, tmp_path, database_url: str) -> Parts:
    env = {
        "DATABASE_URL": database_url,
        "REDIS_URL": f"unix://{tmp_path}/no-queue.sock",
        "SECRET_KEY": "k" * 32,
        "PUBLIC_URL": PUBLIC_URL,
        "FLOWS_DIR": str(tmp_path),
        "BOT_DATA_DIR": str(tmp_path),
    }
    return Parts(
        settings=Settings.from_env(env),
        store=store,
        flows=FewFlows(),
        clock=clock,
        channels={},
        endpoints={},
        ring=lambda job, *ids: bells.append(job),
        tokens={("demo", "twilio"): TOKENS, ("other", "twilio"): ("token-of-the-other",)},
    )


@pytest.fixture
def app(parts: Parts) -> Flask:
    return create_app(parts)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


class Caller:
    """A carrier's system: calls the API with its key."""

    def __init__(self, client: FlaskClient, key: str) -> None:
        self.client, self.key = client, key

    def __call__(self, method: str, path: str, json: Any = None, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.open(
            f"/api/v1{path}", method=method, json=json, headers={"Authorization": f"Bearer {self.key}", **named}
        )

    def parcel(self, tracking_no: str = "FY1", phone: str = CUSTOMER, **more: Any) -> TestResponse:
        return self("PUT", f"/shipments/{tracking_no}", {"customer": {"phone": phone}, **more})

    def event(self, tracking_no: str = "FY1", event_id: str = "e1", **more: Any) -> TestResponse:
        body = {"event_id": event_id, "type": "in_transit", "at": "2026-11-21T13:00:00+08:00", **more}
        return self("POST", f"/shipments/{tracking_no}/events", body)


@pytest.fixture
def demo(client: FlaskClient, store: Store) -> Caller:
    """The system of carrier `demo`."""
    return Caller(client, keys.new(store, "demo", NOW))


@pytest.fixture
def other(client: FlaskClient, store: Store) -> Caller:
    """The system of another carrier."""
    return Caller(client, keys.new(store, "other", NOW))


def inbound_form(text: str = "1", **more: str) -> dict[str, str]:
    """What Twilio sends for a customer's reply."""
    return {
        "MessageSid": f"SM{uuid.uuid4().hex}",
        "AccountSid": "AC" + "0" * 32,
        "From": CUSTOMER,
        "To": "+12025550123",
        "Body": text,
        "NumMedia": "0",
        "ApiVersion": "2010-04-01",
        **more,
    }


Post = Callable[..., TestResponse]


@pytest.fixture
def twilio(client: FlaskClient) -> Post:
    """Posts a form as Twilio does: signed over the public URL and every field."""

    def post(path: str, form: Mapping[str, str], token: str = TOKENS[0], **headers: str) -> TestResponse:
        signature = RequestValidator(token).compute_signature(f"{PUBLIC_URL}{path}", form)
        return client.post(path, data=form, headers={"X-Twilio-Signature": signature, **headers})

    return post
