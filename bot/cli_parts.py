"""What commands share: the settings in force, and the process's parts over a database that is at this version."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.parts import Parts
    from bot.settings import Settings


def settings_in_force() -> Settings:
    """The settings of the environment. Raises `SettingsError` with every setting that is wrong."""
    from bot.settings import Settings

    return Settings.from_env(os.environ)


def require_migrated(settings: Settings) -> None:
    """Raise, saying which command to run, unless the database is there and at this version's schema."""
    from bot.store import usable
    from bot.store.session import Store

    store = Store(settings.database_url)
    usable.require(store, migrated=True)
    store.close()


def parts_in_force() -> Parts:
    """The process's own parts. Raises as `require_migrated`."""
    from bot import wiring

    require_migrated(settings_in_force())
    return wiring.get().parts
