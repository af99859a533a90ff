"""The peer: the same inbound replies through RapidSMS, in an environment of its own, on the same kind of server and database.

`python -m benchmarks.peer [--quick] [--seed N] [--only sqlite|postgres]`

What is spared the peer: the signature check, the queue of its router (its tasks run at once), consent, understanding, clocks.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import customers, rig
from benchmarks.rig import say
from benchmarks.turn import Side
from bot.embedded.web import BACKLOG, PROCESSES, THREADS

GOAL = 5.0
SITE = Path(__file__).with_name("rapidsms_site")
VENV = rig.ROOT / "var" / "benchmarks-rapidsms"
PINNED = ("rapidsms==2.2.0", "django==5.2.19", "celery==5.6.2", "granian==2.8.7", "psycopg[binary]==3.3.9")


@dataclass(frozen=True)
class Plan:
    rounds: int
    seconds: float
    customers: int


FULL = Plan(rounds=5, seconds=6, customers=40_000)
QUICK = Plan(rounds=2, seconds=3, customers=8_000)


def environment() -> Path:
    """The Python of the peer's own virtual environment, made on the first call. Ends the benchmark with pip's words."""
    python, stamp = VENV / "bin" / "python", VENV / "installed"
    if stamp.exists() and stamp.read_text() == "\n".join(PINNED):
        return python
    shutil.rmtree(VENV, ignore_errors=True)
    say(f"  installing {', '.join(PINNED)} into {VENV.relative_to(rig.ROOT)}")
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    done = subprocess.run([python, "-m", "pip", "install", "-q", *PINNED], stderr=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit(f"The peer could not be installed:\n{done.stderr.decode()[-2000:]}")
    stamp.write_text("\n".join(PINNED))
    return python


@contextmanager
def peer_server(env: dict[str, str], where: Path, count: int) -> Iterator[tuple[int, int]]:
    """The peer on the same server program; port and pid."""
    python, port = str(environment()), rig.free_port()
    given = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SITE), "DJANGO_SETTINGS_MODULE": "settings", **env}
    subprocess.run([python, SITE / "prepare.py", str(count)], env=given, check=True)
    command = ["-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", str(PROCESSES)]
    command += [
        "--blocking-threads",
        str(THREADS),
        "--backlog",
        str(BACKLOG),
        "--log-level",
        "error",
        "wsgi:application",
    ]
    with rig.process(*command, env=given, log=where / "peer.log", python=python) as process:
        rig.wait_for(lambda: rig.listens(port), process, where / "peer.log")
        yield port, process.pid


@contextmanager
def databases(kind: str, where: Path) -> Iterator[tuple[str, dict[str, str], int | None]]:
    """Our URL, the peer's environment, the pid of the database server."""
    if kind == "sqlite":
        with rig.database(kind, where, "ours") as (url, _):
            yield url, {"PEER_DATABASE": str(where / "peer.db")}, None
        return
    with rig.postgres(where) as server:
        url = server.create("ours")
        rig.migrated(url)
        server.create("peer")
        yield url, {"PEER_DATABASE": "peer", "PEER_HOST": str(server.folder)}, server.pid


@dataclass(frozen=True)
class Result:
    kind: str
    ours: list[float]
    peer: list[float]
    cpu: dict[str, float]


def measure(kind: str, plan: Plan, seed: int) -> Result:
    with rig.folder() as where, databases(kind, where) as (url, peer_env, db), rig.valkey(where) as queue:
        env = customers.environment(url, queue, where / "data")
        customers.fill(env, plan.customers)
        replies, port = where / "replies", rig.free_port()
        customers.write(replies, plan.customers, seed)
        web = rig.process("-m", "bot", "web", env={**env, "PORT": str(port)}, log=where / "web.log")
        with web as process, peer_server(peer_env, where, plan.customers) as (peer_port, peer_pid):
            rig.wait_for(lambda: rig.answers(f"http://127.0.0.1:{port}/healthz"), process, where / "web.log")
            return _alternate(kind, plan, Side(port, process.pid, replies, db), Side(peer_port, peer_pid, replies, db))


def _alternate(kind: str, plan: Plan, ours: Side, peer: Side) -> Result:
    for side in (peer, ours):
        side.warm()
    mine, theirs = [], []
    for number in range(plan.rounds):
        theirs.append(peer.run(plan.seconds).per_second)
        mine.append(ours.run(plan.seconds).per_second)
        say(f"  {kind} round {number + 1}: ours {mine[-1]:.0f}/s, RapidSMS {theirs[-1]:.0f}/s")
    return Result(kind, mine, theirs, ours.cpu("ours") | peer.cpu("RapidSMS"))


def report(result: Result) -> list[str]:
    middle, low, high = rig.ratio(result.ours, result.peer)
    rates = f"{statistics.median(result.ours):.0f}/s over RapidSMS's {statistics.median(result.peer):.0f}/s"
    cpu = "; ".join(f"{name} {ms:.2f}" for name, ms in result.cpu.items())
    met = "met" if middle >= GOAL else "NOT met"
    return [
        f"peer, {result.kind}: {rates} = {middle:.1f} ({low:.1f} to {high:.1f})   goal ≥ {GOAL:.0f}   {met}",
        f"peer, {result.kind}: processor time a request, ms: {cpu}",
    ]


def main() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peer", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    given, _ = parser.parse_known_args()
    say(f"peer: {rig.machine()}; seed {given.seed}; {', '.join(PINNED)}")
    lines = []
    for kind in ("postgres", "sqlite"):
        if given.only in (None, kind):
            lines += report(measure(kind, QUICK if given.quick else FULL, given.seed))
    for line in lines:
        say(line)
    return lines


if __name__ == "__main__":
    main()
