"""Runs migrations on the connection that `bot.store.migrate` hands over."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import context

from bot.store.tables import Moment, metadata


def _render(kind: str, item: object, autogen: Any) -> str | bool:
    if kind == "type" and isinstance(item, Moment):
        autogen.imports.add("from bot.store.tables import Moment")
        return "Moment()"
    if kind == "type" and isinstance(item, sa.JSON):
        return 'sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")'
    return False


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=_render,
        compare_type=True,
        # SQLite cannot alter most things in place; batch mode copies the table.
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
