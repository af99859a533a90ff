"""A whole installation for journeys and fault runs: its settings, its carrier's API, its customers' phones, and what they saw.

Everything outside is real: processes of the product, a Twilio stand-in in a process of its own, a carrier's system that
takes signed instructions. Nothing here waits for a fixed time; `wait` waits until something is so.
"""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from bot.store import keys, tables
from bot.store.session import Store
from tests.support.processes import ROOT
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn

SIGNING_SECRET = "whsec_" + "c2VjcmV0LW9mLXRoZS1jYXJyaWVyLXN5c3RlbQ=="
PATIENCE = 45.0
"""Seconds after which something that should come about counts as missing: far more than it takes on a busy machine."""


def wait(until: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """Wait until `until()` is true; what it gave. AssertionError with `what` after so many seconds."""
    give_up = time.monotonic() + seconds
    while not (found := until()):
        assert time.monotonic() < give_up, f"waited in vain: {what}"
        time.sleep(0.03)
    return found


def where_it_is_noon() -> str:
    """A time zone in which the present hour is about noon: no sending window is closed, whenever the tests run."""
    ahead = 12 - datetime.now(UTC).hour  # Etc/GMT-8 is eight hours *ahead* of UTC (tz database, "etcetera")
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


# ── the carrier's own system ─────────────────────────────────────────────────────────────────────


class CarrierSystem:
    """Takes instructions, verifies their signature, and keeps every delivery."""

    def __init__(self) -> None:
        self.deliveries: list[dict[str, Any]] = []
        self.refuse_next = 0
        """So many deliveries are answered with 503 before the next is taken."""
        system, verifier = self, Webhook(SIGNING_SECRET)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                self.send_response(system.take(verifier, body, dict(self.headers.items())))
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/instructions"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def take(self, verifier: Webhook, body: bytes, headers: Mapping[str, str]) -> int:
        try:
            payload = verifier.verify(body, headers)
        except WebhookVerificationError:
            self.deliveries.append({"status": 401, "id": headers.get("webhook-id"), "payload": None})
            return 401
        status = 200
        if self.refuse_next:
            self.refuse_next -= 1
            status = 503
        self.deliveries.append({"status": status, "id": headers["webhook-id"], "payload": payload})
        return status

    def taken(self) -> list[dict[str, Any]]:
        """Payloads of what was taken, once an id: a receiver drops a repetition by `webhook-id`."""
        return list({d["id"]: d["payload"] for d in self.deliveries if d["status"] == 200}.values())

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def carrier_system() -> Iterator[CarrierSystem]:
    system = CarrierSystem()
    try:
        yield system
    finally:
        system.close()


# ── the installation ─────────────────────────────────────────────────────────────────────────────


class Installation:
    """Settings of one installation, and hands for everybody who deals with it."""

    def __init__(
        self,
        folder: Path,
        database_url: str,
        twilio: StandIn | None,
        system: CarrierSystem | None = None,
        **env: str,
    ) -> None:
        self.folder, self.twilio, self.system = folder, twilio, system
        self.database_url = database_url
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.given = env
        self.flows = self._flows()
        self._key: str | None = None
        self._store: Store | None = None

    def _flows(self) -> Path:
        """The repository's flows, the demo carrier with a system of its own."""
        flows = self.folder / "flows"
        shutil.copytree(ROOT / "flows", flows)
        carrier = flows / "demo" / "carrier.yaml"
        more = "\ninstructions: {url: DEMO_SYSTEM_URL, secret: DEMO_SYSTEM_SECRET}\n" if self.system else ""
        text = re.sub(r"(?m)^time_zone: .*$", f"time_zone: {where_it_is_noon()}", carrier.read_text("utf-8"))
        carrier.write_text(text + more, "utf-8")
        return flows

    def environment(self, **more: str) -> dict[str, str]:
        """What every part of it is started with."""
        env = {
            "PORT": str(self.port),
            "PUBLIC_URL": self.url,
            "BOT_DATA_DIR": str(self.folder / "data"),
            "DATABASE_URL": self.database_url,
            "FLOWS_DIR": str(self.flows),
            "SECRET_KEY": "k" * 40,
        }
        if self.twilio:
            env |= {
                "TWILIO_ACCOUNT_SID": self.twilio.account_sid,
                "TWILIO_AUTH_TOKEN": self.twilio.auth_token,
                "TWILIO_FROM": self.twilio.number,
                "TWILIO_API_URL": self.twilio.url,
            }
        if self.system:
            env |= {"DEMO_SYSTEM_URL": self.system.url, "DEMO_SYSTEM_SECRET": SIGNING_SECRET}
        return env | self.given | more

    @property
    def store(self) -> Store:
        """For looking; it is there once the database is."""
        if self._store is None:
            self._store = Store(self.database_url, pool_size=2)
        return self._store

    def close(self) -> None:
        if self._store is not None:
            self._store.close()

    @property
    def inbound_url(self) -> str:
        return f"{self.url}/webhooks/demo/twilio/inbound"

    # ── the carrier's system speaks to us ────────────────────────────────────────────────────────

    def api(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """One call of the API with the carrier's key. AssertionError for anything but a 2xx."""
        status, answer = self.call(method, path, body)
        assert 200 <= status < 300, (method, path, status, answer)
        return answer

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, Any]]:
        """The same, whatever is answered; status 0 where nobody answers."""
        self._key = self._key or keys.new(self.store, "demo", datetime.now(UTC))
        request = urllib.request.Request(
            f"{self.url}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=40) as response:
                return response.status, json.loads(response.read())
        except urllib.error.HTTPError as error:
            return error.code, {"error": error.read().decode()}
        except OSError as error:
            return 0, {"error": str(error)}

    def parcel(self, tracking_no: str, phone: str, locale: str = "zh-CN") -> None:
        eta = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
        self.api(
            "PUT",
            f"/shipments/{tracking_no}",
            {
                "customer": {"phone": phone, "name": "王五", "locale": locale},
                "category": "电子产品",
                "redirectable": True,
                "proof_code": "839201",
                "eta": eta,
                "courier": {"name": "李师傅", "phone": "13900139000"},
            },
        )

    def event(self, tracking_no: str, type_: str = "out_for_delivery", event_id: str | None = None) -> dict[str, Any]:
        body = {
            "event_id": event_id or f"{type_}-{tracking_no}",
            "type": type_,
            "at": datetime.now(UTC).isoformat(),
            "data": {},
        }
        return self.api("POST", f"/shipments/{tracking_no}/events", body)

    def shipment(self, tracking_no: str) -> dict[str, Any]:
        return self.api("GET", f"/shipments/{tracking_no}")

    # ── the customer's phone ─────────────────────────────────────────────────────────────────────

    def text_from(self, phone: str, body: str, **more: Any) -> dict[str, Any]:
        """The customer texts; what the webhook answered (`deliveries`), with the message's `sid`."""
        assert self.twilio is not None
        return self.twilio.inbound(phone, body, url=self.inbound_url, **more)

    def phone(self, number: str) -> list[str]:
        """What this phone has received, oldest first."""
        assert self.twilio is not None
        return [message["body"] for message in self.twilio.messages(to=number)]

    def wait_for_text(self, phone: str, words: str, seconds: float = PATIENCE) -> str:
        """Wait until the phone has received a text with these words; the text."""
        found: str = wait(
            lambda: next((text for text in self.phone(phone) if words in text), None), f"{words!r} on {phone}", seconds
        )
        return found

    # ── what can be seen inside ──────────────────────────────────────────────────────────────────

    def rows(self, table: sa.Table, *which: sa.ColumnElement[bool]) -> list[Any]:
        with self.store.read() as connection:
            return list(connection.execute(sa.select(table).where(*which).order_by(table.c.id)))

    def outbox(self, phone: str) -> list[Any]:
        return self.rows(tables.outbox, tables.outbox.c.recipient == phone)

    def settled(self, phone: str | None = None) -> bool:
        """Whether no text (of this customer) is on its way any more."""
        which = [tables.outbox.c.status.in_(("ready", "sending", "uncertain"))]
        which += [tables.outbox.c.recipient == phone] if phone else []
        return not self.rows(tables.outbox, *which)
