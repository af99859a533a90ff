"""Fixtures for the real services: PostgreSQL 18 and Valkey from pip, SQLite from Python.

`postgres_url`, `sqlite_url`   a fresh, migrated database a test
`database_url`                 both, one after the other: store and journey tests ask for this
`empty_postgres_url`, `empty_sqlite_url`, `empty_database_url`  without tables, for tests of migrations
`valkey_url`                   our own embedded Valkey, one a test process, flushed before each test
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import redis

from bot.embedded.valkey import Valkey
from bot.store import migrate
from bot.store.session import Store

ROOT = Path(__file__).resolve().parents[2]
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid.uuid4().hex)


def free_port() -> int:
    """A TCP port of the loopback that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Postgres:
    """The server of this test run. It listens on a unix socket in `folder` only."""

    folder: Path

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def run(self, statement: str) -> None:
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as connection:
            connection.execute(statement)

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """A new database as a copy of `template`; gone afterwards, even where somebody is still connected."""
        name = f"t_{uuid.uuid4().hex[:16]}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _once(folder: Path, what: str) -> Iterator[bool]:
    """Holds a lock among all test processes of the run; true for the first that comes, until it has succeeded."""
    with folder.with_suffix(f".{what}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder.with_suffix(f".{what}.done")
        yield not done.exists()
        done.touch()


def _start_keeper(folder: Path) -> None:
    controller = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    folder.mkdir(mode=0o755)
    command = [sys.executable, "-m", "tests.support.keeper", str(folder), str(controller)]
    with tempfile.TemporaryFile("w+b") as said:  # the keeper takes its folder with it when it ends
        keeper = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        give_up = time.monotonic() + 120
        while not (folder / "ready").exists():
            if keeper.poll() is not None or time.monotonic() > give_up:
                said.seek(0)
                raise RuntimeError(f"PostgreSQL for the tests did not start: {said.read().decode(errors='replace')}")
            time.sleep(0.05)
    keeper.returncode = 0  # it outlives us on purpose; Popen would warn of a child left behind


@pytest.fixture(scope="session")
def postgres_server() -> Postgres:
    """One server for the whole run, shared by all test processes; `tests.support.keeper` ends it."""
    folder = Path(tempfile.gettempdir()) / f"parceltalk-pg-{RUN[:12]}"
    with _once(folder, "start") as first:
        if first:
            _start_keeper(folder)
    return Postgres(folder)


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: Postgres) -> str:
    with _once(postgres_server.folder, "template") as first:
        if first:
            postgres_server.run("DROP DATABASE IF EXISTS migrated WITH (FORCE)")
            postgres_server.run("CREATE DATABASE migrated TEMPLATE template0")
            _migrate(postgres_server.url("migrated"))
    return "migrated"


def _migrate(url: str) -> None:
    store = Store(url)
    migrate.upgrade(store)
    store.close()


@pytest.fixture
def empty_postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """A PostgreSQL database without tables."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: Postgres, _postgres_template: str) -> Iterator[str]:
    """A migrated PostgreSQL database of this test's own."""
    with postgres_server.database(_postgres_template) as url:
        yield url


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """A migrated SQLite file of this test's own."""
    path = tmp_path / "parceltalk.db"
    for suffix in ("", "-wal"):  # what the migration has written may still be in its write-ahead log
        source = _sqlite_template.with_name(_sqlite_template.name + suffix)
        if source.exists():
            shutil.copy(source, path.with_name(path.name + suffix))
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of this test's own, on each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, on each kind in turn."""
    return str(request.getfixturevalue(f"empty_{request.param}_url"))


# ── Valkey ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def _valkey_server() -> Iterator[Valkey]:
    folder = Path(tempfile.mkdtemp(prefix="parceltalk-vk-"))
    server = Valkey(folder / "data", folder / "valkey.sock", folder / "valkey.log")
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture
def valkey_url(_valkey_server: Valkey) -> str:
    """An empty Valkey. A test that kills or stops its queue starts its own instead: `make_valkey`."""
    with redis.Redis.from_url(_valkey_server.url) as client:
        client.flushall()
    return _valkey_server.url


@pytest.fixture
def make_valkey() -> Iterator[Callable[[], Valkey]]:
    """Makes servers (not started) in folders of their own, for tests that stop, kill or restart them."""
    made: list[Valkey] = []

    def make() -> Valkey:
        folder = Path(tempfile.mkdtemp(prefix="parceltalk-vk-"))
        made.append(Valkey(folder / "data", folder / "valkey.sock", folder / "valkey.log"))
        return made[-1]

    yield make
    for server in made:
        server.stop()
        shutil.rmtree(server.log.parent)
