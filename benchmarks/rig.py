"""What every benchmark stands on: the machine's line, real services of its own, processes of the product, figures.

Everything listens on the loopback or on a unix socket, lives in a temporary folder, and ends with the benchmark.
"""

from __future__ import annotations

import contextlib
import os
import platform
import pwd
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bot.embedded.lifeline import die_with_parent
from bot.embedded.valkey import Valkey
from bot.store import migrate
from bot.store.session import Store
from tests.support.keeper import BIN, make_cluster, run_as

ROOT = Path(__file__).resolve().parents[1]
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR")
"""What of our own environment a process gets; everything else is given."""
POSTGRES = {"listen_addresses": "", "max_connections": "120", "shared_buffers": "256MB", "log_min_messages": "warning"}
"""Durable as PostgreSQL comes: fsync and synchronous_commit stay on, for both sides of a comparison."""


def say(text: str = "") -> None:
    print(text, flush=True)


def machine() -> str:
    """One line: processor, cores, memory, load, versions."""
    info = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in info.splitlines() if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, load {load} (1, 5, 15 min), "
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    )


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Median, lowest and highest of ours/theirs, round by round, so that a slow minute slows both sides of its round."""
    each = [a / b for a, b in zip(ours, theirs, strict=True) if b]
    return statistics.median(each), min(each), max(each)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def folder() -> Iterator[Path]:
    """A temporary folder with a short name (sockets live in it), readable by the database's own user."""
    path = Path(tempfile.mkdtemp(prefix="pt-bench-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


# ── databases ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Postgres:
    """A PostgreSQL 18 of this run, on a unix socket."""

    folder: Path
    pid: int

    def create(self, name: str) -> str:
        """A new database; SQLAlchemy's URL of it."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def dsn(self, name: str) -> str:
        return f"host={self.folder} user=postgres dbname={name}"


@contextmanager
def postgres(where: Path) -> Iterator[Postgres]:
    """PostgreSQL from pip, as production has it: it waits for the disk at every commit."""
    home = where / "pg"
    user = run_as()
    data = make_cluster(home, user)
    options = [part for name, value in POSTGRES.items() for part in ("-c", f"{name}={value}")]
    with (where / "pg.log").open("wb") as log:
        server = subprocess.Popen(
            [BIN / "postgres", "-D", data, "-k", home, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            user=pwd.getpwnam(user).pw_uid if user else None, cwd="/", env={"LANG": "C", "TZ": "UTC"},
            preexec_fn=die_with_parent(signal.SIGQUIT),  # noqa: PLW1509
        )  # fmt: skip
    try:
        wait_for(lambda: _ready(data / "postmaster.pid"), server, where / "pg.log")
        yield Postgres(home, server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _ready(pid_file: Path) -> bool:
    return pid_file.exists() and pid_file.read_text().splitlines()[-1].strip() == "ready"


@contextmanager
def database(kind: str, where: Path, name: str) -> Iterator[tuple[str, int | None]]:
    """A fresh, migrated database: its URL, and the pid of its server. `kind` is postgres or sqlite."""
    if kind == "sqlite":
        url = f"sqlite:///{where / name}.db"
        migrated(url)
        yield url, None
        return
    with postgres(where) as server:
        url = server.create(name)
        migrated(url)
        yield url, server.pid


def migrated(url: str) -> None:
    """Bring a fresh database to this version."""
    store = Store(url)
    migrate.upgrade(store)
    store.close()


@contextmanager
def valkey(where: Path) -> Iterator[str]:
    """The embedded queue; its URL."""
    server = Valkey(where / "valkey", where / "valkey.sock", where / "valkey.log")
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


# ── processes ────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def process(
    *command: str, env: Mapping[str, str], log: Path, python: str = sys.executable
) -> Iterator[subprocess.Popen[bytes]]:
    """`python <command>`, ended at the end with all that it forked."""
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    with log.open("wb") as out:
        started = subprocess.Popen(
            [python, *command], env={**passed_on, "PYTHONPATH": str(ROOT), **env}, cwd=ROOT, stdin=subprocess.DEVNULL,
            stdout=out, stderr=out, start_new_session=True, preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509
        )  # fmt: skip
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(30)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
            started.wait()


def wait_for(
    what: Callable[[], object], process: subprocess.Popen[bytes] | None, log: Path, seconds: float = 60
) -> None:
    """Wait until `what()`; ends the benchmark with the log's last words when the process ends before, or in time."""
    give_up = time.monotonic() + seconds
    while not what():
        if (process is not None and process.poll() is not None) or time.monotonic() > give_up:
            words = log.read_text(errors="replace")[-2000:] if log.exists() else "(no log)"
            raise SystemExit(f"It did not start within {seconds:.0f} s. Last words in {log.name}:\n{words}")
        time.sleep(0.05)


def listens(port: int) -> bool:
    """Whether somebody takes connections there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def answers(url: str) -> bool:
    """Whether it answers below 500."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status < 500)
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """Everything that a process started, at any depth."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *children(int(child))]
    return found


def cpu_of(*pids: int | None) -> float:
    """Seconds of processor time that these processes and all that they started have used. Unlike a rate it hardly
    depends on what else the machine does, so it tells two versions apart on a busy one."""
    ticks = 0
    for pid in {one for root in pids if root is not None for one in (root, *children(root))}:
        with contextlib.suppress(FileNotFoundError):  # it has just ended
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int) -> tuple[float, float]:
    """Resident and proportional set, MB (10⁶ bytes): the second counts a shared page once for all that share it."""
    rows = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line[:3] in ("Rss", "Pss")
    )  # fmt: skip
    return tuple(int(rows[name].split()[0]) * 1024 / 1e6 for name in ("Rss", "Pss"))  # type: ignore[return-value]
