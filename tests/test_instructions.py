"""The carrier's system is told: signed by Standard Webhooks, tried again with the same id, a person hears when it never answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from bot import instructions
from bot.store import tables
from tests.support.world import World

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@dataclass
class System:
    """The carrier's system: a real HTTP server that answers as `answers` says, then 204."""

    answers: list[int] = field(default_factory=list)
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        system = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                system.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(system.answers.pop(0) if system.answers else 204)
                self.send_header("location", "http://127.0.0.1:9/")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/parceltalk"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def system() -> Iterator[System]:
    made = System()
    yield made
    made.close()


@pytest.fixture
def world(database_url: str, tmp_path: Path, system: System) -> Iterator[World]:
    made = World(database_url, tmp_path, endpoints={"demo": (system.url, SECRET)})
    yield made
    made.close()


def held(world: World) -> None:
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("1")


def test_an_instruction_arrives_signed(world: World, system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    """The receiver can verify it with any Standard Webhooks library."""
    # The library compares the timestamp with the real clock; the world's stands still.
    monkeypatch.setattr("standardwebhooks.webhooks.datetime", _At(world))
    held(world)
    assert "send_instructions" in world.rung
    assert instructions.send_due(world.parts) == 1
    headers, body = system.requests[0]
    payload = Webhook(SECRET).verify(body, headers)
    assert payload == json.loads(body)
    assert payload["type"] == "instruction.hold"
    assert payload["data"]["tracking_no"] == "FY1234568896"
    assert [row.status for row in world.rows(tables.instructions)] == ["delivered"]


class _At:
    """`datetime` with the world's now."""

    def __init__(self, world: World) -> None:
        self._world = world

    def now(self, tz: Any = None) -> Any:
        return self._world.clock.now().astimezone(tz)

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime, name)


def test_it_is_tried_again_with_the_same_id(world: World, system: System) -> None:
    """A 500 and a redirect are no yes; the id does not change, so the receiver can drop a repetition."""
    system.answers = [500, 302]
    held(world)
    for _ in range(3):
        instructions.send_due(world.parts)
        world.clock.move(timedelta(minutes=3))
    assert len({headers["webhook-id"] for headers, _ in system.requests}) == 1
    assert len(system.requests) == 3
    assert [row.status for row in world.rows(tables.instructions)] == ["delivered"]


def test_nothing_is_sent_before_its_time_or_after_its_yes(world: World, system: System) -> None:
    """The pause after a failure is kept, and a delivered instruction is done."""
    system.answers = [503]
    held(world)
    instructions.send_due(world.parts)
    instructions.send_due(world.parts)
    assert len(system.requests) == 1
    world.clock.move(timedelta(minutes=1))
    instructions.send_due(world.parts)
    instructions.send_due(world.parts)
    assert len(system.requests) == 2


def test_a_person_hears_when_the_system_never_answers(world: World, system: System) -> None:
    """After the last try: failed, and a case that does not silence the bot."""
    system.answers = [500] * 50
    held(world)
    for _ in range(len(instructions.PAUSES) + 1):
        instructions.send_due(world.parts)
        world.clock.move(timedelta(hours=13))
    assert [row.status for row in world.rows(tables.instructions)] == ["failed"]
    (case,) = world.cases()
    assert (case.kind, case.takes_control) == ("instruction_failed", False)
    assert "HTTP 500" in case.reason


@pytest.mark.parametrize(
    ("scheme", "addresses", "why"),
    [
        ("http", ["93.184.216.34"], "its address is not https"),
        ("https", ["10.1.2.3"], "its address is not public"),
        ("https", ["169.254.169.254"], "its address is not public"),
        ("https", ["fe80::1%eth0"], "its address is not public"),
        ("https", ["93.184.216.34", "192.168.0.1"], "its address is not public"),
        ("https", [], "its address is not public"),
    ],
)
def test_inner_addresses_are_never_called(scheme: str, addresses: list[str], why: str) -> None:
    """A carrier's setting cannot make the server call its own network (ASVS 5.0, 1.3.6)."""
    with pytest.raises(instructions.Unreachable, match=why):
        instructions.allowed_address(scheme, addresses)


def test_public_and_own_addresses_may_be_called() -> None:
    """A public host over https, and a relay on this machine."""
    assert instructions.allowed_address("https", ["93.184.216.34"]) == "93.184.216.34"
    assert instructions.allowed_address("http", ["127.0.0.1"]) == "127.0.0.1"
