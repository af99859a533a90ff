"""Connections and transactions, right for SQLite and for PostgreSQL.

SQLite: WAL, `synchronous=FULL` (an answered webhook must survive a power cut), and `BEGIN IMMEDIATE` for every unit that
writes: the driver's own default loses updates. Writers queue on a file lock before they begin, because SQLite's busy
handler polls and starves; the kernel wakes a waiting writer at once and drops the lock of a process that dies.
PostgreSQL: READ COMMITTED, row locks where a unit reads before it writes.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.store import prepared

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row whose columns the type checker does not follow."""

RESTED: Final = 1.0
"""Seconds out of use after which a connection to PostgreSQL is tried before it is used: one that worked a moment ago is
believed, because asking first costs every turn a journey. Where that is wrong the caller is told to try again."""

_READS = "parceltalk_reads"
_USED = "parceltalk_used"
_LOCK = "parceltalk_lock"


class Store:
    """A database. `write()` and `read()` each give one transaction on a connection."""

    def __init__(self, url: str, *, pool_size: int = 20) -> None:
        self.url = sa.make_url(url)
        self.engine = _engine(self.url, pool_size)
        self._reads = self.engine.execution_options(**{_READS: True})

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write. It commits at the end, or rolls back on any exception and raises it on."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view that takes no write lock."""
        with self._reads.begin() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: sa.URL, pool_size: int) -> Engine:
    # An error of the database quotes no parameters: they are texts and numbers, and errors are logged (law 17).
    if url.get_backend_name() != "sqlite":
        engine = sa.create_engine(
            url,
            hide_parameters=True,
            pool_size=pool_size,
            max_overflow=10,
            pool_timeout=10,
            connect_args={"connect_timeout": 5, "options": "-c statement_timeout=30000 -c lock_timeout=15000"},
        )
        _tune_postgres(engine)
        return engine
    in_memory = url.database in (None, "", ":memory:")
    if in_memory:
        engine = sa.create_engine(
            url, hide_parameters=True, poolclass=sa.StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        engine = sa.create_engine(
            url,
            hide_parameters=True,
            pool_size=pool_size,
            max_overflow=10,
            connect_args={"timeout": 30, "check_same_thread": False},
        )
    lock_path = None if in_memory else Path(str(url.database) + "-writers")
    _tune_sqlite(engine, lock_path)
    return engine


def _tune_postgres(engine: Engine) -> None:
    def on_checkout(driver: Any, record: Any, _: Any) -> None:
        used = record.info.get(_USED)
        if used is not None and time.monotonic() - used > RESTED and not _answers(engine, driver):
            raise sa.exc.InvalidatePoolError  # every connection of before is replaced, and this caller gets a new one

    def on_checkin(_: Any, record: Any) -> None:
        record.info[_USED] = time.monotonic()

    sa.event.listen(engine, "checkout", on_checkout)
    sa.event.listen(engine, "checkin", on_checkin)
    prepared.listen(engine)


def _answers(engine: Engine, driver: Any) -> bool:
    try:
        return bool(engine.dialect.do_ping(driver))
    except engine.dialect.loaded_dbapi.Error:
        return False


def _tune_sqlite(engine: Engine, lock_path: Path | None) -> None:
    def on_connect(driver: Any, record: Any) -> None:
        driver.isolation_level = None
        cursor = driver.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        if lock_path is not None:
            record.info[_LOCK] = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    sa.event.listen(engine, "connect", on_connect)
    sa.event.listen(engine, "begin", _begin)
    # The pool rolls back before it takes a connection in, so the lock is given back when the transaction is over.
    sa.event.listen(engine, "checkin", _checked_in)
    sa.event.listen(engine, "close", _closed)


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(_READS):
        connection.exec_driver_sql("BEGIN")
        return
    _queue(connection.info, fcntl.LOCK_EX)
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except BaseException:
        _queue(connection.info, fcntl.LOCK_UN)
        raise


def _checked_in(driver: Any, record: Any) -> None:  # noqa: ARG001 the event's arguments
    _queue(record.info, fcntl.LOCK_UN)


def _closed(driver: Any, record: Any) -> None:  # noqa: ARG001 the event's arguments
    lock = record.info.pop(_LOCK, None)
    if lock is not None:
        os.close(lock)


def _queue(info: MutableMapping[Any, Any], operation: int) -> None:
    lock = info.get(_LOCK)
    if lock is not None:
        fcntl.flock(lock, operation)
