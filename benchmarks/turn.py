"""A turn: a signed reply through the real server, everything committed, beside the least that a webhook can do (`floor`).

`python -m benchmarks.turn [--quick] [--seed N] [--only sqlite|postgres]`
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import sqlalchemy as sa

from benchmarks import customers, floor, load, rig
from benchmarks.rig import say
from bot import turns, wiring
from bot.channels.twilio import parse_inbound
from bot.settings import Settings

GOAL_RATIO = 0.5
GOAL_P99 = 0.050
CONNECTIONS = 32


@dataclass(frozen=True)
class Plan:
    """How long each part takes."""

    rounds: int
    seconds: float
    paced_seconds: float
    customers: int
    """With an open question each, and one reply."""
    floor_replies: int


FULL = Plan(rounds=5, seconds=6, paced_seconds=15, customers=40_000, floor_replies=120_000)
QUICK = Plan(rounds=2, seconds=3, paced_seconds=4, customers=8_000, floor_replies=20_000)


@dataclass(frozen=True)
class Result:
    kind: str
    turn: list[float]
    floor: list[float]
    paced: load.Seen
    rate: float
    cpu: dict[str, float]
    """Milliseconds of processor time a request: of the web server and of the database's, for the turn and for the floor."""
    statements: dict[str, int]


def measure(kind: str, plan: Plan, seed: int) -> Result:
    with rig.folder() as where, rig.database(kind, where, "turn") as (url, db), rig.valkey(where) as queue:
        env = customers.environment(url, queue, where / "data")
        customers.fill(env, plan.customers)
        floor.create_table(url)
        replies, plain = where / "replies", where / "plain"
        customers.write(replies, plan.customers, seed)
        customers.write(plain, plan.floor_replies, seed)
        statements = statements_of_a_turn(env, plan.customers, seed)
        ours, least = rig.free_port(), rig.free_port()
        product = rig.process("-m", "bot", "web", env={**env, "PORT": str(ours)}, log=where / "web.log")
        bare = rig.process("-m", "benchmarks.floor", str(least), env=env, log=where / "floor.log")
        with product as a, bare as b:
            rig.wait_for(lambda: rig.answers(f"http://127.0.0.1:{ours}/healthz"), a, where / "web.log")
            rig.wait_for(lambda: rig.listens(least), b, where / "floor.log")
            return _alternate(kind, plan, [Side(ours, a.pid, replies, db), Side(least, b.pid, plain, db)], statements)


@dataclass
class Side:
    """One of the two servers, and what it has cost and answered so far."""

    port: int
    pid: int
    replies: Path
    database: int | None
    used: int = 0
    answered: int = 0
    web_cpu: float = 0.0
    database_cpu: float = 0.0

    def run(self, seconds: float, rate: float | None = None) -> load.Seen:
        web, database = rig.cpu_of(self.pid), rig.cpu_of(self.database)
        seen = load.drive(self.port, self.replies, self.used, seconds, CONNECTIONS, rate).require()
        self.used += seen.answered + CONNECTIONS
        self.answered += seen.answered
        self.web_cpu += rig.cpu_of(self.pid) - web
        self.database_cpu += rig.cpu_of(self.database) - database
        return seen

    def warm(self) -> None:
        """A moment that does not count: statements are compiled, connections made."""
        self.run(1.5)
        self.answered, self.web_cpu, self.database_cpu = 0, 0.0, 0.0

    def cpu(self, name: str) -> dict[str, float]:
        return {
            f"{name}, web": self.web_cpu / self.answered * 1000,
            f"{name}, database": self.database_cpu / self.answered * 1000,
        }


def _alternate(kind: str, plan: Plan, sides: list[Side], statements: dict[str, int]) -> Result:
    """Floor, turn, floor, turn …, after a moment of each that does not count; then the turn alone at half its load."""
    ours, least = sides
    for side in sides:
        side.warm()
    turn, floor_ = [], []
    for number in range(plan.rounds):
        floor_.append(least.run(plan.seconds).per_second)
        turn.append(ours.run(plan.seconds).per_second)
        say(f"  {kind} round {number + 1}: turn {turn[-1]:.0f}/s, floor {floor_[-1]:.0f}/s")
    cpu = ours.cpu("turn") | least.cpu("floor")
    rate = statistics.median(turn) / 2
    paced = ours.run(plan.paced_seconds, rate)
    return Result(kind, turn, floor_, paced, rate, cpu, statements)


def statements_of_a_turn(env: dict[str, str], last: int, seed: int) -> dict[str, int]:
    """What one reply costs the database, counted in this process on a customer who is not asked again: statements by
    their verb, and on PostgreSQL the times it was waited for (`journeys`)."""
    parts = wiring.build(Settings.from_env(env), env).parts
    form = customers.reply_form(last, seed)
    form["MessageSid"] = "SMcounted"
    parts.clock.now(customers.CARRIER)  # it reads the simulator's clocks now and then, which is no statement of a turn
    counted: Counter[str] = Counter()

    def trace(driver, *_rest):
        driver.set_trace_callback(lambda text: counted.update([text.split(None, 1)[0].upper()]))

    if parts.store.is_sqlite:
        sa.event.listen(parts.store.engine, "checkout", trace)
    with _counting(counted):
        turns.take_inbound(parts, parse_inbound(customers.CARRIER, form, datetime.now(UTC)))
    parts.store.close()
    return dict(counted)


@contextmanager
def _counting(counted: Counter[str]) -> Iterator[None]:
    """Counts at the drivers, below whatever calls them."""
    execute, wait = psycopg.Cursor.execute, psycopg.Connection.wait

    def counting_execute(cursor, query, *args, **kwargs):
        counted[str(query).split(None, 1)[0].upper()] += 1
        return execute(cursor, query, *args, **kwargs)

    def counting_wait(connection, generator, *args, **kwargs):
        counted["journeys"] += generator.__name__ == "_exit_gen" or (
            generator.__name__ == "_execute_gen" and not connection.pgconn.pipeline_status
        )
        return wait(connection, generator, *args, **kwargs)

    psycopg.Cursor.execute, psycopg.Connection.wait = counting_execute, counting_wait
    try:
        yield
    finally:
        psycopg.Cursor.execute, psycopg.Connection.wait = execute, wait


def report(result: Result) -> list[str]:
    middle, low, high = rig.ratio(result.turn, result.floor)
    p99 = result.paced.p99
    verbs = {verb: count for verb, count in sorted(result.statements.items()) if verb != "journeys"}
    counts = ", ".join(f"{count} {verb}" for verb, count in verbs.items())
    journeys = result.statements.get("journeys")
    cpu = "; ".join(f"{name} {ms:.2f}" for name, ms in result.cpu.items())
    rates = f"{statistics.median(result.turn):.0f}/s over {statistics.median(result.floor):.0f}/s"
    spread = f"{middle:.2f} ({low:.2f} to {high:.2f})"
    ms = f"p50 {result.paced.p50 * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, worst {result.paced.worst * 1000:.0f} ms"
    lines = (
        f"{rates} = {spread}   goal ≥ {GOAL_RATIO}   {_met(middle >= GOAL_RATIO)}",
        f"at {result.rate:.0f}/s {ms}   goal p99 ≤ {GOAL_P99 * 1000:.0f} ms   {_met(p99 <= GOAL_P99)}",
        f"processor time a request, ms: {cpu}",
        f"{sum(verbs.values())} statements ({counts})" + (f", waited for {journeys} times" if journeys else ""),
    )
    return [f"turn, {result.kind}: {line}" for line in lines]


def _met(yes: bool) -> str:
    return "met" if yes else "NOT met"


def main() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turn", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    given, _ = parser.parse_known_args()
    say(f"turn: {rig.machine()}; seed {given.seed}")
    lines = []
    for kind in ("postgres", "sqlite"):
        if given.only in (None, kind):
            lines += report(measure(kind, QUICK if given.quick else FULL, given.seed))
    for line in lines:
        say(line)
    return lines


if __name__ == "__main__":
    main()
