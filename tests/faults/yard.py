"""Where faults are made: one database, one Twilio, one queue and one web server for many scenes, each with its own customers.

A scene starts, kills and stops what it needs, and leaves the yard as it found it; then the checker looks at everything.
Lease and grace are short here (`LEASE`, `GRACE`), so that what takes minutes in production takes seconds.
"""

from __future__ import annotations

import itertools
import shutil
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import redis
import sqlalchemy as sa

from bot.doorbell import Doorbell
from bot.embedded.valkey import Valkey
from bot.store import tables
from tests.faults.checker import Seen, check, read_history, read_tables, summary
from tests.support.edges import record_edges
from tests.support.installation import CarrierSystem, Installation, carrier_system, wait
from tests.support.processes import ROOT, Process, answers
from tests.support.twilio_standin import StandIn, twilio_standin_process

LEASE, GRACE, SWEEP = 4.0, 3.0, 0.5
_numbers = itertools.count(1)

DRAIN = "from bot import wiring; wiring.get().drain_outbox()"
SWEEPS = "from bot import wiring; wiring.get().sweep()"


@dataclass(frozen=True)
class Customer:
    """A phone and its parcel."""

    phone: str
    tracking_no: str


class Yard:
    """One database of a kind, and everything around it. `close` ends all of it."""

    def __init__(
        self,
        kind: str,
        database_url: str,
        folder: Path,
        restart_database: Callable[[], None] | None = None,
        fill_disk: Callable[[], AbstractContextManager[None]] | None = None,
    ) -> None:
        """`restart_database` kills the database server and starts it again; `fill_disk` fills the disk of the database."""
        self.kind, self.folder = kind, folder
        self.restart_database, self.fill_disk = restart_database, fill_disk
        self._stack = ExitStack()
        self.processes: list[Process] = []
        try:
            self._open(database_url)
        except BaseException:
            self.close()
            raise

    def _open(self, database_url: str) -> None:
        self.history = self.folder / "twilio.jsonl"
        self.twilio: StandIn = self._stack.enter_context(
            twilio_standin_process(history=self.history, latency=0.01, callbacks={"delay": 0.2})
        )
        self.system: CarrierSystem = self._stack.enter_context(carrier_system())
        run = Path(tempfile.mkdtemp(prefix="parceltalk-yard-"))  # short: a unix socket lives in it
        self._stack.callback(shutil.rmtree, run, ignore_errors=True)
        self.valkey = Valkey(run / "data", run / "valkey.sock", run / "valkey.log")
        self.valkey.start()
        self._stack.callback(self.valkey.stop)
        record_edges(database_url)
        self.here = Installation(
            self.folder,
            database_url,
            self.twilio,
            self.system,
            REDIS_URL=self.valkey.url,
            SEND_LEASE_SECONDS=str(LEASE),
            DOUBT_GRACE_SECONDS=str(GRACE),
            SWEEP_SECONDS=str(SWEEP),
            POLL_SECONDS="3600",
        )
        self._stack.callback(self.here.close)
        self.web = self.start("-m", "bot", "web")
        self.web.wait_for_http(f"{self.here.url}/healthz", 90)
        self.clock = self.start("-m", "bot", "clock", "--tick", "0.2")
        self.worker = self.start("-m", "bot", "worker")
        self.web.wait_for_http(f"{self.here.url}/readyz", 90)
        self.bell = Doorbell(self.valkey.url)

    def close(self) -> None:
        for process in self.processes:
            process.reap()
        self._stack.close()

    # ── processes ────────────────────────────────────────────────────────────────────────────────

    def start(self, *arguments: str, **env: str) -> Process:
        """`python <arguments>` with this installation's settings."""
        output = self.folder / f"process-{len(self.processes)}.out"
        process = Process([sys.executable, *arguments], self.here.environment(**env), output, ROOT)
        self.processes.append(process)
        return process

    def failing_worker(self, failpoints: str) -> Process:
        """A worker that dies or waits where it is told to; the yard's own worker stands still meanwhile."""
        self.worker.pause()
        return self.start("-m", "bot", "worker", FAILPOINTS=failpoints)

    def dead(self, process: Process) -> None:
        """Wait until it has died of its failpoint."""
        wait(lambda: process.popen.poll() is not None, "the death of a process")
        assert process.popen.returncode == 137, process.output()[-2000:]

    def poll(self) -> None:
        self.bell.ring("poll_inbound", "demo")

    # ── customers ────────────────────────────────────────────────────────────────────────────────

    def customers(self, count: int) -> list[Customer]:
        """Fresh customers, each with a parcel that the carrier's system has told us of."""
        made = [Customer(f"+861380{n:07}", f"FY{n:010}") for n in itertools.islice(_numbers, count)]
        self.at_once(*(lambda one=one: self.here.parcel(one.tracking_no, one.phone) for one in made))
        return made

    def ask(self, customers: Sequence[Customer]) -> None:
        """The parcel is out for delivery: the question is ready to leave."""
        self.at_once(*(lambda one=one: self.here.event(one.tracking_no) for one in customers))

    def asked(self, count: int) -> list[Customer]:
        """Customers who have received the question."""
        made = self.customers(count)
        self.ask(made)
        for one in made:
            self.here.wait_for_text(one.phone, "回复1要求暂存")
        return made

    def reply(self, one: Customer, text: str, **more: Any) -> int | None:
        """The customer texts; how our server answered."""
        deliveries = self.here.text_from(one.phone, text, **more)["deliveries"]
        return deliveries[0]["status"] if deliveries else None

    def reply_until_taken(self, one: Customer, text: str, sid: str | None = None) -> None:
        """The same, tried again under the same message id until it is answered 2xx, as a provider does."""
        sid = sid or f"SM{one.tracking_no}{text}".ljust(34, "0")

        def taken() -> bool:
            return self.reply(one, text, sid=sid) == 200

        wait(taken, f"an answer for {sid}")

    @staticmethod
    def at_once(*works: Callable[[], Any]) -> list[Any]:
        """All of them at the same time, a dozen at once; what each gave."""
        with ThreadPoolExecutor(12) as pool:
            return [future.result() for future in [pool.submit(work) for work in works]]

    # ── the end of a scene ───────────────────────────────────────────────────────────────────────

    def quiet(self, seconds: float = 60) -> None:
        """Wait until nothing is on its way and every instruction has been taken."""

        def settled() -> bool:
            pending = self.here.rows(tables.instructions, tables.instructions.c.status.in_(("pending", "sending")))
            return self.here.settled() and not pending

        try:
            wait(settled, "everything settled", seconds)
        except AssertionError:
            left = self.here.rows(tables.outbox, tables.outbox.c.status.in_(("ready", "sending", "uncertain")))
            said = "\n".join(process.output()[-1500:] for process in self.processes[-4:])
            pytest.fail(f"still on their way: {[(r.id, r.status, r.attempts, r.lookups) for r in left]}\n{said}")

    def verdict(self, polled: bool = False, may_fail: Sequence[Customer] = ()) -> str:
        """Look at everything that has happened so far; fails with each violation, else says in figures what was looked at."""
        seen = Seen(
            tables=read_tables(self.here.database_url),
            messages=read_history(self.history),
            webhooks=[post for post in self.twilio.webhooks() if "seconds" in post],
            lease=LEASE,
            polled=polled,
            may_fail=frozenset(one.phone for one in may_fail),
        )
        wrong = check(seen)
        assert not wrong, "\n".join(wrong)
        return summary(seen)

    def once_each(self, customers: Sequence[Customer], texts: int) -> None:
        """Each of them has received so many texts, none twice."""
        for one in customers:
            received = self.here.phone(one.phone)
            assert len(received) == len(set(received)) == texts, (one, received)

    def held(self, customers: Sequence[Customer]) -> None:
        """Each parcel has been put on hold at the carrier's, by one instruction."""
        taken = [payload["data"]["tracking_no"] for payload in self.system.taken()]
        for one in customers:
            assert taken.count(one.tracking_no) == 1, (one, taken.count(one.tracking_no))

    def rest(self) -> None:
        """As every scene finds it: no rules at Twilio, one worker, one clock, one web server, one queue, all alive."""
        self.twilio.reset()
        self.twilio.settings(callbacks={"delay": 0.2}, listing_lag=0.0)
        self.worker.resume()
        keep = {self.web, self.clock, self.worker}
        for process in self.processes:
            if process not in keep:
                process.reap()
        wait(lambda: answers(f"{self.here.url}/readyz"), "the yard at rest")

    def redis(self) -> redis.Redis:
        return redis.Redis.from_url(self.valkey.url)

    def status_of(self, url: str) -> int:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def row_status(self, one: Customer) -> list[str]:
        rows = self.here.rows(tables.outbox, tables.outbox.c.recipient == one.phone)
        return [row.status for row in rows]

    def until_status(self, customers: Sequence[Customer], status: str) -> None:
        """Wait until the newest text of each is so."""
        for one in customers:
            wait(lambda one=one: self.row_status(one)[-1:] == [status], f"{one.phone} {status}")

    def execute(self, statement: str) -> None:
        engine = sa.create_engine(self.here.database_url)
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    @staticmethod
    def hold_still(seconds: float) -> None:
        """Let a fault last; nothing is concluded from the time itself."""
        time.sleep(seconds)
