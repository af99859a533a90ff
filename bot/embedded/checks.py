"""What must be true before anything starts. Each failure is one sentence that says what to do (`ParceltalkError`)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from bot.embedded.web import require_free
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.store.session import Store

FIRST_LOGIN: Final = "demo"


def port(settings: Settings) -> None:
    """The web server's port is free on the loopback. Raises `SettingsError`."""
    require_free("127.0.0.1", settings.port)


def prepare(settings: Settings) -> tuple[str, str] | None:
    """Brings the database to this version, reads every flow, and makes the first staff login where there is none.

    Returns that login's name and password. Raises `SettingsError` for the database, `FlowError` for a flow.
    """
    from bot import wiring
    from bot.store import migrate, usable
    from bot.store.session import Store

    store = Store(settings.database_url)
    try:
        usable.require(store)
        migrate.upgrade(store)
        wiring.build(settings)
        return _first_login(store)
    finally:
        store.close()


def _first_login(store: Store) -> tuple[str, str] | None:
    from bot.store import staff

    with store.read() as connection:
        if staff.names(connection):
            return None
    return FIRST_LOGIN, staff.add(store, FIRST_LOGIN, datetime.now(UTC), role="admin")
