"""`INSERT … ON CONFLICT DO NOTHING`, which both databases speak and SQLAlchemy spells twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.store.prepared import Later, Prepared


@cache
def _statement(table: sa.Table, dialect: str, columns: tuple[str, ...]) -> Prepared:
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    statement = insert.on_conflict_do_nothing()
    return Prepared(statement.returning(table.c.id) if "id" in table.c else statement, columns)


def insert_if_new(connection: Connection, table: sa.Table, values: Mapping[str, Any]) -> int | None:
    """The new row's id, or None where a unique constraint says that it is there already (0 for a table without an id)."""
    statement = _statement(table, connection.dialect.name, tuple(values))
    if "id" not in table.c:
        return 0 if statement.run(connection, values) else None
    found: int | None = statement.scalar(connection, values)
    return found


def insert_later(connection: Connection, table: sa.Table, values: Mapping[str, Any]) -> Later:
    """The same where nobody waits for the id; see `prepared`."""
    return _statement(table, connection.dialect.name, tuple(values)).later(connection, values)
