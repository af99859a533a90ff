"""Sending: the real worker drains an outbox to a stand-in for Twilio that answers after 100 ms, beside a bare pool of as
many threads of the `twilio` client that posts the same texts and keeps nothing.

`python -m benchmarks.send [--quick] [--seed N] [--only sqlite|postgres]`
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from rq import Queue
from rq.serializers import JSONSerializer
from twilio.rest import Client

from benchmarks import customers, rig
from benchmarks.rig import say
from bot import dispatch
from bot.channels.twilio_http import HttpClient
from bot.doorbell import QUEUE, connect
from bot.store.session import Store
from bot.store.tables import outbox
from tests.support.twilio_standin import twilio_standin_process

GOAL = 0.8
LATENCY = 0.1
GIVE_UP = 600.0


@dataclass(frozen=True)
class Plan:
    rounds: int
    texts: int


FULL = Plan(rounds=2, texts=10_000)
QUICK = Plan(rounds=1, texts=1_500)


def texts_of(url: str, first: int, count: int) -> list[tuple[str, str]]:
    """Recipient and text of these rows, for the bare pool."""
    store = Store(url)
    with store.read() as connection:
        query = sa.select(outbox.c.recipient, outbox.c.text).where(outbox.c.id.between(first, first + count - 1))
        rows = [(row.recipient, row.text) for row in connection.execute(query.order_by(outbox.c.id))]
    store.close()
    return rows


# ── the bare pool, a process of its own ──────────────────────────────────────────────────────────


def bare_pool(api_url: str, texts: list[tuple[str, str]]) -> float:
    """Post them with the `twilio` client from a pool of threads; seconds that it took."""
    client = Client(
        customers.ACCOUNT, customers.TOKEN, http_client=HttpClient(api_url, 5.0, 30.0, dispatch.THREADS)
    )  # the product's own connections: where to, time-outs, a pool that is large enough

    def post(text: tuple[str, str]) -> None:
        client.messages.create(to=text[0], body=text[1], from_=customers.NUMBER)

    with ThreadPoolExecutor(dispatch.THREADS) as pool:
        list(pool.map(post, texts[: dispatch.THREADS]))  # connections are made before the clock runs
        started = time.perf_counter()
        list(pool.map(post, texts))
        return time.perf_counter() - started


def pool_in_its_process(api_url: str, texts: list[tuple[str, str]], where: Path) -> float:
    file = where / "texts.json"
    file.write_text(json.dumps(texts))
    command = [sys.executable, "-m", "benchmarks.send", "--bare-pool", api_url, str(file)]
    done = subprocess.run(command, cwd=rig.ROOT, check=True, stdout=subprocess.PIPE, timeout=GIVE_UP)
    return float(done.stdout)


# ── the worker ───────────────────────────────────────────────────────────────────────────────────


def left_ready(store: Store) -> int:
    with store.read() as connection:
        query = sa.select(sa.func.count()).select_from(outbox).where(outbox.c.status.in_(("ready", "sending")))
        return int(connection.execute(query).scalar_one())


def drained_by_worker(env: dict[str, str], where: Path) -> tuple[float, float, float]:
    """Seconds from the bell until nothing waits; processor time of the worker meanwhile; what it has in memory (MB)."""
    store = Store(env["DATABASE_URL"])
    with rig.process("-m", "bot", "worker", env=env, log=where / "worker.log") as worker:
        rings = connect(env["REDIS_URL"])
        rig.wait_for(lambda: rings.keys(f"{QUEUE}:alive:worker:*"), worker, where / "worker.log")
        cpu, started = rig.cpu_of(worker.pid), time.perf_counter()
        queue = Queue(QUEUE, connection=rings, serializer=JSONSerializer)
        while left_ready(store):
            if not len(queue):  # the clock's part: a drain that has had its time leaves the rest to the next
                queue.enqueue_call("drain_outbox", result_ttl=0)
            if time.perf_counter() - started > GIVE_UP or worker.poll() is not None:
                raise SystemExit(f"The worker did not finish:\n{(where / 'worker.log').read_text()[-2000:]}")
            time.sleep(0.1)
        seconds = time.perf_counter() - started
        used, (rss, _) = rig.cpu_of(worker.pid) - cpu, rig.memory_of(worker.pid)
    _require_all_accepted(store)
    store.close()
    return seconds, used, rss


def _require_all_accepted(store: Store) -> None:
    with store.read() as connection:
        rows = connection.execute(sa.select(outbox.c.status, sa.func.count()).group_by(outbox.c.status)).all()
    if any(status != "accepted" for status, _ in rows):
        raise SystemExit(f"Not every text was accepted: {dict(map(tuple, rows))}; nothing was measured.")


@dataclass(frozen=True)
class Result:
    kind: str
    worker: list[float]
    pool: list[float]
    cpu: float
    """Milliseconds of the worker's processor time a text."""
    memory: float


def measure(kind: str, plan: Plan) -> Result:
    worker, pool, cpu, memory = [], [], 0.0, 0.0
    for number in range(plan.rounds):
        with _prepared(kind, plan) as (where, env, reset):
            texts = texts_of(env["DATABASE_URL"], 1, plan.texts)
            pool.append(plan.texts / pool_in_its_process(env["TWILIO_API_URL"], texts, where))
            reset()
            seconds, used, memory = drained_by_worker(env, where)
            worker.append(plan.texts / seconds)
            cpu = used / plan.texts * 1000
        say(f"  {kind} round {number + 1}: worker {worker[-1]:.0f}/s, pool {pool[-1]:.0f}/s")
    return Result(kind, worker, pool, cpu, memory)


@contextmanager
def _prepared(kind: str, plan: Plan) -> Iterator[tuple[Path, dict[str, str], Callable[[], None]]]:
    with (
        rig.folder() as where,
        rig.database(kind, where, "send") as (url, _),
        rig.valkey(where) as queue,
        twilio_standin_process(
            latency=LATENCY,
            account_sid=customers.ACCOUNT,
            auth_token=customers.TOKEN,
            number=customers.NUMBER,
            callbacks={"off": True},
        ) as standin,
    ):
        env = customers.environment(url, queue, where / "data", TWILIO_API_URL=standin.url)
        customers.fill(env, plan.texts, sent=False)
        yield where, env, standin.reset


def report(result: Result) -> list[str]:
    middle, low, high = rig.ratio(result.worker, result.pool)
    rates = f"{statistics.median(result.worker):.0f}/s over {statistics.median(result.pool):.0f}/s"
    met = "met" if middle >= GOAL else "NOT met"
    return [
        f"send, {result.kind}: {rates} = {middle:.2f} ({low:.2f} to {high:.2f})   goal ≥ {GOAL}   {met}",
        f"send, {result.kind}: {result.cpu:.2f} ms of the worker's processor time a text; {result.memory:.0f} MB resident",
    ]


def main() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.send", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    parser.add_argument("--bare-pool", nargs=2, metavar=("URL", "FILE"), help=argparse.SUPPRESS)
    given, _ = parser.parse_known_args()
    if given.bare_pool:
        url, file = given.bare_pool
        print(bare_pool(url, [tuple(text) for text in json.loads(Path(file).read_text())]))
        return []
    say(f"send: {rig.machine()}; {dispatch.THREADS} threads on both sides; no dice")
    lines = []
    for kind in ("postgres", "sqlite"):
        if given.only in (None, kind):
            lines += report(measure(kind, QUICK if given.quick else FULL))
    for line in lines:
        say(line)
    return lines


if __name__ == "__main__":
    main()
