"""Whether a `DATABASE_URL` leads to a database that this version can work with, in words for an operator."""

from __future__ import annotations

import sqlalchemy as sa

from bot.core.errors import SettingsError
from bot.store import migrate
from bot.store.session import Store


def require(store: Store, *, migrated: bool = False) -> None:
    """Connect and look at the schema's revision; with `migrated`, it must be this version's.

    Raises `SettingsError` that names the cause and never shows a password.
    """
    try:
        revision = migrate.current(store)
    except sa.exc.SQLAlchemyError as error:
        raise SettingsError(
            f"DATABASE_URL ({store.url.render_as_string(hide_password=True)}) cannot be used: {_cause(error)}. "
            "It should be sqlite:///path/to/file.db or postgresql://user:password@host/name of a database that exists."
        ) from error
    if revision is not None and not migrate.knows(revision):
        raise SettingsError(
            f"DATABASE_URL leads to a database of a newer version of Parceltalk (revision {revision}; this one ends at {migrate.head()}). "
            "Run that version, or restore the backup made before the upgrade."
        )
    if migrated and revision != migrate.head():
        at = f"at revision {revision}" if revision else "empty"
        raise SettingsError(f"The database is {at}, this version needs {migrate.head()}. Run: python -m bot db upgrade")


def _cause(error: sa.exc.SQLAlchemyError) -> str:
    """The driver's own words, first line, without a full stop."""
    original = getattr(error, "orig", None) or error
    lines = [line.strip() for line in str(original).splitlines() if line.strip()]
    return (lines[0] if lines else type(original).__name__).rstrip(".")
