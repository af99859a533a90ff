"""A minute of conversations while processes are killed at random; then quiet; then the checker. The seed is printed."""

from __future__ import annotations

import os
import random
import signal
import threading
import time

import pytest

from bot.store import tables
from tests.faults.conftest import postgres_yard, sqlite_yard  # noqa: F401 fixtures
from tests.faults.yard import Customer, Yard
from tests.support.installation import wait
from tests.support.processes import Process, signal_quietly

SECONDS = float(os.environ.get("SOAK_SECONDS", "60"))
CUSTOMERS = int(os.environ.get("SOAK_CUSTOMERS", "300"))


class Killer:
    """Kills and starts again, in the order that its seed gives."""

    def __init__(self, yard: Yard, dice: random.Random) -> None:
        self.yard, self.dice = yard, dice
        self.killed: dict[str, int] = {}

    def strike(self) -> None:
        deed = self.dice.choice((self.worker, self.worker, self.clock, self.web, self.queue))
        deed()
        self.killed[deed.__name__] = self.killed.get(deed.__name__, 0) + 1

    def worker(self) -> None:
        self._kill(self.yard.worker)
        self.yard.worker = self.yard.start("-m", "bot", "worker")

    def clock(self) -> None:
        self._kill(self.yard.clock)
        self.yard.clock = self.yard.start("-m", "bot", "clock", "--tick", "0.2")

    def web(self) -> None:
        """One of the server's processes, or all of them."""
        family = sorted(set(self.yard.web.family()) - {self.yard.web.pid})
        if family and self.dice.random() < 0.5:
            signal_quietly(self.dice.choice(family), signal.SIGKILL)
            return
        self._kill(self.yard.web)
        self.yard.web = self.yard.start("-m", "bot", "web")

    def queue(self) -> None:
        assert self.yard.valkey.process is not None
        self.yard.valkey.process.kill()
        self.yard.valkey.stop()
        self.yard.valkey.start()

    @staticmethod
    def _kill(process: Process) -> None:
        process.kill()
        process.reap()


def _converse(yard: Yard, one: Customer, dice: random.Random) -> None:
    """One customer: asked, answers something, perhaps twice, perhaps stops."""
    wait(lambda: yard.here.call("POST", *_event(one))[0] in (200, 201, 202), f"event of {one.phone}", 120)
    answers = dice.choice((["1"], ["1"], ["1", "1"], ["2"], ["STOP"], ["1", "STOP"]))
    wait(lambda: yard.here.phone(one.phone) or _given_up(yard, [one]), f"a question for {one.phone}", 120)
    if not yard.here.phone(one.phone):
        return
    for number, text in enumerate(answers):
        sid = f"SM{one.tracking_no}x{number}".ljust(34, "0")
        wait(lambda sid=sid, text=text: _reply(yard, one, text, sid), f"an answer for {sid}", 120)


def _given_up(yard: Yard, customers: list[Customer]) -> list[Customer]:
    """Those with a text that was in doubt twice and is a person's now: what is documented for two faults in a row."""
    twice = yard.here.rows(tables.outbox, tables.outbox.c.status == "failed", tables.outbox.c.resends == 1)
    phones = {row.recipient for row in twice}
    return [one for one in customers if one.phone in phones]


def _reply(yard: Yard, one: Customer, text: str, sid: str) -> bool:
    return yard.reply(one, text, sid=sid) == 200


def _event(one: Customer) -> tuple[str, dict[str, object]]:
    body = {
        "event_id": f"e-{one.tracking_no}",
        "type": "out_for_delivery",
        "at": time.strftime("%FT%TZ", time.gmtime()),
    }
    return f"/shipments/{one.tracking_no}/events", {**body, "data": {}}


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_random_deaths(kind, request, record_property):
    """Worker, clock, web server and queue are killed at random while hundreds of customers talk: all invariants hold."""
    yard: Yard = request.getfixturevalue(f"{kind}_yard")
    seed = int(os.environ.get("SEED", random.SystemRandom().randrange(10**6)))
    print(f"\nseed {seed} ({kind}); again with SEED={seed}")
    dice = random.Random(seed)
    for deed, chance in (("drop_after", 0.03), ("500_after", 0.02), ("drop_before", 0.02), ("rate_limit", 0.05)):
        yard.twilio.rule(deed, chance=chance)
    record_property("scene", f"random kill -9 for {SECONDS:.0f} s, seed {seed}")
    record_property("database", kind)
    customers = yard.customers(CUSTOMERS)
    killer = Killer(yard, dice)
    failed = _under_load(yard, customers, killer, dice)
    assert not failed, (failed[:3], _unasked(yard, customers))
    yard.twilio.reset()
    wait(lambda: yard.status_of(f"{yard.here.url}/readyz") == 200, "ready again", 90)
    yard.quiet(240)
    given_up = _given_up(yard, customers)
    seen = yard.verdict(may_fail=given_up)
    record_property("seen", f"{seen}; {len(given_up)} in doubt twice, with a case; killed {killer.killed}")


def _unasked(yard: Yard, customers: list[Customer]) -> list[str]:
    """What is known of those who have not received anything."""
    quiet = [one for one in customers if not yard.here.phone(one.phone)]
    rows = [row for one in quiet for row in yard.here.outbox(one.phone)]
    return [f"{r.recipient} {r.status} {r.attempts=} {r.resends=} {r.lookups=} {r.due_at} {r.reason}" for r in rows]


def _under_load(yard: Yard, customers: list[Customer], killer: Killer, dice: random.Random) -> list[BaseException]:
    failed: list[BaseException] = []
    seeds = [dice.random() for _ in customers]
    work = list(zip(customers, seeds, strict=True))
    lock = threading.Lock()

    def talk() -> None:
        while True:
            with lock:
                if not work:
                    return
                one, seed = work.pop()
            try:
                _converse(yard, one, random.Random(seed))
            except BaseException as error:  # noqa: BLE001 told at the end
                failed.append(error)

    talkers = [threading.Thread(target=talk) for _ in range(10)]
    for talker in talkers:
        talker.start()
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        time.sleep(dice.uniform(1.0, 4.0))
        killer.strike()
    for talker in talkers:
        talker.join()
    return failed
