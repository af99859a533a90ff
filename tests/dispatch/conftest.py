"""The demo carrier's world with Twilio's stand-in as its only channel, on each database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from werkzeug.serving import make_server

from bot.channels.twilio import Twilio
from bot.core.rulebook import Caps, Windows
from bot.dispatch import drain
from bot.parts import Parts
from bot.store import outbox as outbox_store
from bot.store import tables, threads
from bot.web import create_app
from tests.support.edges import record_edges
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn, twilio_standin
from tests.support.world import PHONE, World

READ_TIMEOUT = 0.5
ANYTIME = Windows.model_validate(
    {category: {"default": ["00:00-24:00"]} for category in ("service", "survey", "promotion")}
)
"""These tests live in real time, by day and by night."""
UNCAPPED = Caps.model_validate(
    {"promotion": {"a_month": 999, "a_week": 999, "apart": "0s", "known_by": ["import", "text", "reply"]}}
)
LANE = {"service": 1, "internal": 1, "survey": 2, "promotion": 3}


class MovedClock:
    """Real time, as the stand-in lives in it too, plus what the test has moved it ahead."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self, carrier: str | None = None) -> datetime:
        return datetime.now(UTC) + self.ahead

    def move(self, by: timedelta) -> None:
        self.ahead += by


class Desk(World):
    """A world whose outbox a test fills by hand."""

    twilio: StandIn

    def text(self, text: str = "hello", category: str = "service", phone: str = PHONE, **values: Any) -> int:
        """A text that is ready to leave, as a turn writes it."""
        now = self.clock.now()
        if category == "promotion":
            self.agrees(phone)
        with self.store.write() as connection:
            thread = threads.lock(connection, "demo", phone, now)
            row = {
                "carrier": "demo",
                "thread_id": thread.id,
                "channel": "twilio",
                "recipient": phone,
                "category": category,
                "lane": LANE[category],
                "author": "bot",
                "text": text,
                "segments": 1,
                "status": "ready",
                "created_at": now,
                "due_at": now,
                "control_version": thread.control_version,
                "cause": f"test:{next(self._ids)}",
            }
            row_id = outbox_store.add(connection, row | values)
        assert row_id is not None
        return row_id

    def row(self, row_id: int) -> Any:
        return self.rows(tables.outbox, tables.outbox.c.id == row_id)[0]

    def status(self, row_id: int) -> str:
        return str(self.row(row_id).status)

    def attempts(self, row_id: int) -> list[Any]:
        return self.rows(tables.attempts, tables.attempts.c.outbox_id == row_id)

    def sent(self, phone: str = PHONE) -> list[str]:
        """What the stand-in accepted for this phone, oldest first."""
        return [message["body"] for message in self.twilio.messages(to=phone)]

    def send(self) -> int:
        return drain(self.parts, threads_=4)

    def pass_time(self, **span: float) -> None:
        self.clock.move(timedelta(**span))

    def thread(self, phone: str = PHONE) -> Any:
        return self.rows(tables.threads, tables.threads.c.phone == phone)[0]

    def write(self, statement: Any) -> None:
        with self.store.write() as connection:
            connection.execute(statement)

    def refuses(self, phone: str = PHONE) -> set[str]:
        """Categories that the ledger says no to."""
        with self.store.read() as connection:
            ledger = threads.ledger(connection, self.thread(phone).id)
        return {category for category, granted in ledger.items() if not granted}

    def edges(self) -> list[tuple[str, str]]:
        """Every change of a text's status, in order."""
        with self.store.read() as connection:
            return [(row.was, row.becomes) for row in connection.execute(sa.text("SELECT * FROM edges ORDER BY id"))]


@pytest.fixture
def twilio() -> Iterator[StandIn]:
    """A stand-in Twilio that posts no callbacks unless the test asks for them."""
    with twilio_standin(callbacks={"off": True}) as running:
        yield running


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def desk(database_url: str, tmp_path: Path, twilio: StandIn, port: int) -> Iterator[Desk]:
    """A world on each database, whose texts go to the stand-in."""
    channel = Twilio(
        twilio.account_sid,
        twilio.auth_token,
        twilio.number,
        api_url=twilio.url,
        connect_timeout=1.0,
        read_timeout=READ_TIMEOUT,
    )
    record_edges(database_url)
    made = Desk(
        database_url,
        tmp_path,
        channels={("demo", "twilio"): channel},
        clock=MovedClock(),
        environment={"PUBLIC_URL": f"http://127.0.0.1:{port}", "PORT": str(port)},
        rules={"windows": ANYTIME, "caps": UNCAPPED},
    )
    made.twilio = twilio
    yield made
    made.close()


@pytest.fixture
def web(desk: Desk, twilio: StandIn, port: int) -> Iterator[None]:
    """The real web application behind a real socket, so that the stand-in's callbacks arrive."""
    object.__setattr__(desk.parts, "tokens", {("demo", "twilio"): (twilio.auth_token,)})
    server = make_server("127.0.0.1", port, create_app(desk.parts), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield
    server.shutdown()
    thread.join(5)
    server.server_close()


@pytest.fixture
def parts(desk: Desk) -> Parts:
    return desk.parts
