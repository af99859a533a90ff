"""What must be true before anything starts. Each failure is one sentence that says what to do (`ParceltalkError`)."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

from bot.core.errors import Conflict
from bot.embedded.web import require_free
from bot.settings import Settings

FIRST_LOGIN: Final = "demo"


def port(settings: Settings) -> None:
    """The web server's port is free on the loopback. Raises `SettingsError`."""
    require_free("127.0.0.1", settings.port)


def prepare(settings: Settings) -> None:
    """Brings the database to this version and publishes the flows. Raises `SettingsError` for the database, `FlowError` for a flow.

    Where flows were published before, a file with a fault is no reason not to start: those go on, and the watch tells.
    """
    from bot import publishing, wiring
    from bot.drafts import Drafts
    from bot.store import migrate, usable
    from bot.store.session import Store

    store = Store(settings.database_url)
    try:
        usable.require(store)
        migrate.upgrade(store)
    finally:
        store.close()
    parts = wiring.build(settings).parts
    if settings.publish_files:
        with suppress(Conflict):  # a publication is still settling: the watch tries again
            publishing.publish_files(parts, Drafts(settings.flows_dir).look())
    parts.store.close()


def first_login(settings: Settings) -> tuple[str, str] | None:
    """Makes a staff login where there is none yet: its name and password, which cannot be read again. Else None."""
    from bot.store import staff
    from bot.store.session import Store

    store = Store(settings.database_url)
    try:
        with store.read() as connection:
            if staff.names(connection):
                return None
        return FIRST_LOGIN, staff.add(store, FIRST_LOGIN, datetime.now(UTC), role="admin")
    finally:
        store.close()
