"""The load generator, a process of its own: posts prepared requests over kept connections and prints what it saw as JSON.

`python -m benchmarks.load --port P --requests FILE --first N --connections C --seconds S [--rate R]`

Without `--rate` each connection sends the next request when it has its answer (as fast as the server goes). With it,
requests are due at fixed moments, and a latency counts from the moment at which a request was *due*: one that had to wait
because the server was busy is not excused. Stops after S seconds or when the file has no more requests.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import struct
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANSWER_WITHIN = 30.0


# ── the file of requests ─────────────────────────────────────────────────────────────────────────


def request_bytes(path: str, body: bytes, headers: dict[str, str]) -> bytes:
    """One POST of a form as it goes over the wire."""
    lines = [f"POST {path} HTTP/1.1", "Host: bench", "Content-Type: application/x-www-form-urlencoded; charset=UTF-8"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def write_requests(file: Path, requests: Iterable[bytes]) -> int:
    """How many."""
    count = 0
    with file.open("wb") as out:
        for one in requests:
            out.write(struct.pack(">I", len(one)) + one)
            count += 1
    return count


def read_requests(file: Path, first: int) -> list[bytes]:
    raw, at, found = file.read_bytes(), 0, []
    while at < len(raw):
        (size,) = struct.unpack_from(">I", raw, at)
        found.append(raw[at + 4 : at + 4 + size])
        at += 4 + size
    return found[first:]


# ── one connection ───────────────────────────────────────────────────────────────────────────────


class Connection(asyncio.Protocol):
    """Sends one request at a time and reads its answer: a status line, headers, a body of a stated length."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.buffer = b""
        self.due = 0.0
        self.busy = False
        self.transport: Any = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def send(self, request: bytes, due: float) -> None:
        self.due, self.busy = due, True
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        head, separator, rest = self.buffer.partition(b"\r\n\r\n")
        if not separator:
            return
        at = head.lower().find(b"content-length:")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
        if len(rest) < length:
            return
        self.buffer = rest[length:]
        self.busy = False
        self.load.answered(self, int(head[9:12]), time.perf_counter() - self.due)

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002 the protocol's argument
        if self.busy:
            self.load.statuses["lost"] += 1
        self.load.lost(self)


# ── the run ──────────────────────────────────────────────────────────────────────────────────────


class Load:
    def __init__(self, requests: list[bytes], seconds: float, rate: float | None) -> None:
        self.requests, self.seconds, self.rate = requests, seconds, rate
        self.next = 0
        self.latencies: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.idle: deque[Connection] = deque()
        self.living = 0
        self.over = asyncio.Event()
        self.started = self.ended = 0.0

    async def run(self, port: int, connections: int) -> dict[str, Any]:
        loop = asyncio.get_running_loop()
        for _ in range(connections):
            _, made = await loop.create_connection(lambda: Connection(self), "127.0.0.1", port)
            self.idle.append(made)
        self.living = connections
        self.started = time.perf_counter()
        if self.rate is None:
            ready, self.idle = self.idle, deque()
            for one in ready:
                self._go_on(one)
        else:
            await self._paced(self.rate)
        await asyncio.wait_for(self.over.wait(), self.seconds + ANSWER_WITHIN)
        return self._figures()

    async def _paced(self, rate: float) -> None:
        count = min(len(self.requests), int(rate * self.seconds))
        while self.next < count:
            now = time.perf_counter()
            while self.idle and self.next < count and self.started + self.next / rate <= now:
                self.idle.popleft().send(self.requests[self.next], self.started + self.next / rate)
                self.next += 1
            await asyncio.sleep(0.0005)
        self.requests = self.requests[:count]
        if len(self.idle) == self.living:
            self.over.set()

    def _go_on(self, connection: Connection) -> None:
        now = time.perf_counter()
        if self.next < len(self.requests) and now - self.started < self.seconds:
            connection.send(self.requests[self.next], now)
            self.next += 1
            return
        self.living -= 1
        if self.living == 0:
            self.over.set()

    def answered(self, connection: Connection, status: int, latency: float) -> None:
        self.latencies.append(latency)
        self.statuses[str(status)] += 1
        self.ended = time.perf_counter()
        if self.rate is None:
            self._go_on(connection)
            return
        self.idle.append(connection)
        if self.next >= len(self.requests) and len(self.idle) == self.living:
            self.over.set()

    def lost(self, connection: Connection) -> None:
        if connection in self.idle:
            self.idle.remove(connection)
        self.living -= 1
        if self.living <= 0:
            self.over.set()

    def _figures(self) -> dict[str, Any]:
        ordered = sorted(self.latencies)
        at = [ordered[min(len(ordered) - 1, int(len(ordered) * q))] if ordered else 0.0 for q in (0.5, 0.99)]
        return {
            "answered": len(ordered),
            "seconds": self.ended - self.started,
            "statuses": dict(self.statuses),
            "p50": at[0],
            "p99": at[1],
            "worst": ordered[-1] if ordered else 0.0,
            "used_up": self.next >= len(self.requests),
            "own_cpu": time.process_time(),
        }


# ── how the benchmarks call it ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Seen:
    """What one run of the generator saw. Times are seconds."""

    answered: int
    seconds: float
    statuses: dict[str, int]
    p50: float
    p99: float
    worst: float
    used_up: bool
    own_cpu: float

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds if self.seconds else 0.0

    def require(self, status: str = "200") -> Seen:
        """Ends the benchmark where anything else was answered: a fast wrong answer is no result."""
        if set(self.statuses) != {status}:
            raise SystemExit(f"The server answered {self.statuses}, not only {status}; nothing was measured.")
        return self


def drive(
    port: int, requests: Path, first: int, seconds: float, connections: int = 32, rate: float | None = None
) -> Seen:
    """Run the generator in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.load", "--port", str(port), "--requests", str(requests)]
    command += ["--first", str(first), "--connections", str(connections), "--seconds", str(seconds)]
    if rate is not None:
        command += ["--rate", str(rate)]
    done = subprocess.run(
        command, cwd=Path(__file__).resolve().parents[1], check=True, stdout=subprocess.PIPE, timeout=seconds + 90
    )
    return Seen(**json.loads(done.stdout))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--requests", type=Path, required=True)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rate", type=float)
    given = parser.parse_args()
    load = Load(read_requests(given.requests, given.first), given.seconds, given.rate)
    print(json.dumps(asyncio.run(load.run(given.port, given.connections))))


if __name__ == "__main__":
    main()
