"""Every change of a text's status, written down by the database itself, whoever makes it and however it ends.

Triggers, not code of the product: a test compares them with docs/message-lifecycle.md, a fault run with what may happen.
"""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa

ROOT = Path(__file__).resolve().parents[2]
LIFECYCLE = ROOT / "docs" / "message-lifecycle.md"

_SQLITE = (
    (
        "CREATE TABLE edges (id INTEGER PRIMARY KEY, outbox_id INTEGER, was TEXT, becomes TEXT,"
        " at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now')))"
    ),
    (
        "CREATE TRIGGER edges_added AFTER INSERT ON outbox BEGIN"
        " INSERT INTO edges (outbox_id, was, becomes) VALUES (NEW.id, 'new', NEW.status); END"
    ),
    (
        "CREATE TRIGGER edges_changed AFTER UPDATE OF status ON outbox WHEN OLD.status <> NEW.status BEGIN"
        " INSERT INTO edges (outbox_id, was, becomes) VALUES (NEW.id, OLD.status, NEW.status); END"
    ),
)
_POSTGRES = (
    (
        "CREATE TABLE edges (id BIGSERIAL PRIMARY KEY, outbox_id BIGINT, was TEXT, becomes TEXT,"
        " at TIMESTAMPTZ DEFAULT clock_timestamp())"
    ),
    (
        "CREATE FUNCTION note_edge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO edges (outbox_id, was, becomes)"
        " VALUES (NEW.id, CASE WHEN TG_OP = 'INSERT' THEN 'new' ELSE OLD.status END, NEW.status); RETURN NULL; END $$"
    ),
    "CREATE TRIGGER edges_added AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION note_edge()",
    (
        "CREATE TRIGGER edges_changed AFTER UPDATE OF status ON outbox FOR EACH ROW"
        " WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION note_edge()"
    ),
)


def record_edges(url: str) -> None:
    """From now on the database keeps a table `edges` (outbox_id, was, becomes, at). The schema must be there."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in _SQLITE if engine.dialect.name == "sqlite" else _POSTGRES:
            connection.exec_driver_sql(statement)
    engine.dispose()


def documented_edges() -> set[tuple[str, str]]:
    """(from, to) of every row of the table in docs/message-lifecycle.md."""
    rows = re.findall(r"^\| `?([a-z]+)`? \| `?([a-z]+)`? \|", LIFECYCLE.read_text("utf-8"), re.MULTILINE)
    return {(was, becomes) for was, becomes in rows if (was, becomes) != ("from", "to")}
