"""How tests hold the stand-in: the same handle for one in a thread and one in a process of its own."""

from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.twilio_standin.account import Settings
from tests.support.twilio_standin.server import Server

ROOT = Path(__file__).resolve().parents[3]


class StandIn:
    """Talks to a stand-in over HTTP."""

    def __init__(self, port: int, settings: Settings) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.account_sid, self.auth_token = settings.account_sid, settings.auth_token
        self.number, self.service_sid = settings.number, settings.service_sid
        self.process: subprocess.Popen[str] | None = None

    def settings(self, **values: Any) -> None:
        """Change settings by name (`account.Settings`)."""
        self._control({"settings": values})

    def rule(self, do: str, **conditions: Any) -> None:
        """Add a rule (`rules.Rule`, `rules.DEEDS`)."""
        self._control({"rules": [{"do": do, **conditions}]})

    def reset(self) -> None:
        """No rules, callbacks as usual, counting from 1 again. Messages stay."""
        self._control({"reset": True})

    def refuse(self, seconds: float) -> None:
        """Refuse connections for so long, and cut those that are open."""
        self._control({"refuse": seconds})
        time.sleep(0.1)

    def inbound(self, from_: str, body: str = "", **more: Any) -> dict[str, Any]:
        """The phone `from_` texts us; returns its sid and how the webhook was answered (`webhooks.inbound`)."""
        return self._call("POST", "/_inbound", {"from": from_, "body": body, **more})

    def messages(self, to: str | None = None, direction: str | None = "outbound-api") -> list[dict[str, Any]]:
        """Texts, oldest first: what was accepted, unless another direction is asked for (None: all)."""
        rows: list[dict[str, Any]] = self._call("GET", "/_messages")["messages"]
        return [m for m in rows if to in (None, m["to"]) and direction in (None, m["direction"])]

    def requests(self) -> list[dict[str, Any]]:
        """Every request of Twilio's API, with times and what was answered."""
        rows: list[dict[str, Any]] = self._call("GET", "/_requests")["requests"]
        return rows

    def webhooks(self) -> list[dict[str, Any]]:
        """Every webhook and status callback that was posted, with how it was answered."""
        rows: list[dict[str, Any]] = self._call("GET", "/_webhooks")["webhooks"]
        return rows

    def wait(self, until: Callable[[StandIn], bool], seconds: float = 10.0) -> None:
        """Wait until `until(self)`; AssertionError after so many seconds."""
        end = time.monotonic() + seconds
        while not until(self):
            assert time.monotonic() < end, "waited in vain for the stand-in"
            time.sleep(0.02)

    def _control(self, body: dict[str, Any]) -> None:
        self._call("POST", "/_control", body)

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None)
            answer = connection.getresponse()
            value: dict[str, Any] = json.loads(answer.read())
        finally:
            connection.close()
        if answer.status != 200:
            raise ValueError(value.get("error", value))
        return value


@contextmanager
def twilio_standin(history: Path | None = None, port: int = 0, **settings: Any) -> Iterator[StandIn]:
    """A stand-in in a thread of this process, with `account.Settings` by name."""
    chosen = Settings()
    chosen.change(**settings)
    server, loop, up = Server(chosen, history, port), asyncio.new_event_loop(), threading.Event()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(server.open())
        up.set()
        loop.run_forever()
        loop.run_until_complete(server.close())
        loop.close()

    thread = threading.Thread(target=run, name="twilio-standin", daemon=True)
    thread.start()
    assert up.wait(10), "the stand-in did not start"
    try:
        yield StandIn(server.port, chosen)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


@contextmanager
def twilio_standin_process(history: Path | None = None, port: int = 0, **settings: Any) -> Iterator[StandIn]:
    """A stand-in in a process of its own (`process` of the handle), ended at the end if it still runs."""
    chosen = Settings()
    chosen.change(**settings)
    command = [sys.executable, "-m", "tests.support.twilio_standin", "--port", str(port), "--set", json.dumps(settings)]
    if history:
        command += ["--history", str(history)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        standin = StandIn(json.loads(process.stdout.readline())["port"], chosen)
        standin.process = process
        yield standin
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()
