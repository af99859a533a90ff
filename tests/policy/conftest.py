"""A world on each database, at ten on a Monday morning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import SetClock
from tests.support.world import TEN, World


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """The demo carrier's world, on SQLite and on PostgreSQL."""
    made = World(database_url, tmp_path, clock=SetClock(TEN))
    yield made
    made.close()
