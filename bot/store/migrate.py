"""Brings a database to the schema of this version, and tells whether it is there.

Two processes that start at once both call `upgrade`; a lock lets one do the work and the other find it done.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from bot.store.session import Store
from bot.store.tables import metadata

_SCRIPTS = Path(__file__).resolve().parents[2] / "migrations"
# Any fixed number that no other program uses on this database.
_ADVISORY_LOCK = 0x7061726365


def upgrade(store: Store) -> bool:
    """Run what is missing, each migration in a transaction of its own. True if anything was done."""
    with _one_at_a_time(store) as connection:
        before = _revision(connection)
        if before == head():
            return False
        command.upgrade(_config(connection), "head")
        connection.commit()
    return True


def head() -> str:
    """The newest revision that this version of the program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def knows(revision: str) -> bool:
    """Whether this version of the program has that revision; a database from a newer one is at another."""
    return revision in {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def current(store: Store) -> str | None:
    """The revision that the database is at; None for an empty one."""
    with store.engine.connect() as connection:
        return _revision(connection)


def drift(store: Store) -> list[object]:
    """What the database at head lacks or has beyond the tables as written; empty when they agree."""
    with store.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


def write_revision(store: Store, message: str) -> None:
    """Write a new migration from the difference between the tables and a database at head (for developers)."""
    with store.engine.connect() as connection:
        number = len(list(_SCRIPTS.glob("versions/*.py"))) + 1
        command.revision(_config(connection), message=message, autogenerate=True, rev_id=f"{number:04}")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _one_at_a_time(store: Store) -> Iterator[Connection]:
    if store.is_sqlite:
        lock = os.open(f"{store.url.database}-migrating", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # Without `begin` hooks: Alembic runs its own transactions.
            with store.engine.connect() as connection:
                yield connection
        finally:
            os.close(lock)
        return
    with store.engine.connect() as holder:
        holder.execute(sa.text("SET statement_timeout = 0; SET lock_timeout = 0"))
        holder.execute(sa.text("SELECT pg_advisory_lock(:key)"), {"key": _ADVISORY_LOCK})
        holder.commit()
        try:
            with store.engine.connect() as connection:
                yield connection
        finally:
            holder.execute(sa.text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY_LOCK})
            holder.commit()
