"""Migrations make the tables as they are written, on both databases, one after the other."""

from __future__ import annotations

from alembic.config import Config
from alembic.script import ScriptDirectory

from bot.store import migrate
from bot.store.session import Store
from tests.support.processes import ROOT


def test_an_upgraded_database_has_the_tables_as_written(empty_database_url: str) -> None:
    """From nothing to the newest revision: no table, column or index lacks or is too many; a second upgrade does nothing."""
    store = Store(empty_database_url)
    assert migrate.upgrade(store)
    assert migrate.drift(store) == []
    assert migrate.current(store) == migrate.head()
    assert not migrate.upgrade(store)
    store.close()


def test_revisions_stand_in_one_row() -> None:
    """One head, and each revision follows the one whose number is before its own."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert [script.down_revision for script in scripts] == [script.revision for script in scripts[1:]] + [None]
