"""Memory: what each process of `python app.py` holds after some thousand replies went in and their answers out.

`python -m benchmarks.memory [--quick] [--seed N]`
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import customers, load, rig
from benchmarks.rig import say
from benchmarks.send import LATENCY, left_ready
from bot.store.session import Store
from tests.support.twilio_standin import twilio_standin_process

GOAL = 150.0
"""MB (10⁶ bytes) resident, each process of ours."""
COUNTED = ("supervisor", "web", "web process", "worker", "clock")
WITHIN = 180.0


@dataclass(frozen=True)
class Held:
    """One process. MB."""

    name: str
    resident: float
    proportional: float


def name_of(pid: int, supervisor: int, web: set[int]) -> str:
    """Which part of the whole it is."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    if pid == supervisor:
        return "supervisor"
    if any(b"valkey" in word for word in words):
        return "queue (Valkey)"
    if pid in web:
        return "web process"
    return next((part for part in ("web", "worker", "clock") if part.encode() in words), "other")


def measure(count: int, seed: int) -> tuple[list[Held], float]:
    """Every process of the whole after `count` replies, and the seconds from start to the first answer."""
    with (
        rig.folder() as where,
        rig.database("sqlite", where, "parceltalk") as (url, _),
        twilio_standin_process(
            latency=LATENCY, account_sid=customers.ACCOUNT, auth_token=customers.TOKEN, number=customers.NUMBER
        ) as standin,
    ):
        env = customers.environment(url, "", where / "data", TWILIO_API_URL=standin.url, PORT=str(rig.free_port()))
        del env["REDIS_URL"]  # the embedded queue
        customers.fill({**env, "REDIS_URL": "unix:///nowhere"}, count)
        customers.write(where / "replies", count, seed)
        started = time.perf_counter()
        with rig.process("app.py", env=env, log=where / "app.log") as whole:
            port = int(env["PORT"])
            rig.wait_for(lambda: rig.answers(f"http://127.0.0.1:{port}/readyz"), whole, where / "app.log", 120)
            up = time.perf_counter() - started
            load.drive(port, where / "replies", 0, WITHIN, 16).require()
            _wait_until_sent(url)
            return _held(whole.pid), up


def _wait_until_sent(url: str) -> None:
    store, give_up = Store(url), time.monotonic() + WITHIN
    while left_ready(store) and time.monotonic() < give_up:
        time.sleep(0.5)
    store.close()


def _held(supervisor: int) -> list[Held]:
    pids = [supervisor, *rig.children(supervisor)]
    fathers = [pid for pid in pids if name_of(pid, supervisor, set()) == "web"]
    served = {child for father in fathers for child in rig.children(father)}
    return [Held(name_of(pid, supervisor, served), *rig.memory_of(pid)) for pid in pids]


def main() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given, _ = parser.parse_known_args()
    count = 1_000 if given.quick else 5_000
    say(f"memory: {rig.machine()}; seed {given.seed}; {count} replies")
    held, up = measure(count, given.seed)
    lines = [
        f"memory: {one.name}: {one.resident:.0f} MB resident, {one.proportional:.0f} MB proportional"
        + (f"   goal ≤ {GOAL:.0f}   {'met' if one.resident <= GOAL else 'NOT met'}" if one.name in COUNTED else "")
        for one in held
    ]
    lines.append(f"start: {up:.1f} s from `python app.py` to ready")
    for line in lines:
        say(line)
    return lines


if __name__ == "__main__":
    main()
