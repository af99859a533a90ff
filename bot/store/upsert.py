"""`INSERT … ON CONFLICT DO NOTHING`, which both databases speak and SQLAlchemy spells twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection


@cache
def _statement(table: sa.Table, dialect: str) -> Any:
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    statement = insert.on_conflict_do_nothing()
    return statement.returning(table.c.id) if "id" in table.c else statement


def insert_if_new(connection: Connection, table: sa.Table, values: Mapping[str, Any]) -> int | None:
    """The new row's id, or None where a unique constraint says that it is there already (0 for a table without an id)."""
    result = connection.execute(_statement(table, connection.dialect.name), values)
    if "id" in table.c:
        return result.scalar_one_or_none()
    return 0 if result.rowcount else None
