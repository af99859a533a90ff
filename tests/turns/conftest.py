"""A world on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.world import World


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """The demo carrier's world, on SQLite and on PostgreSQL."""
    made = World(database_url, tmp_path)
    yield made
    made.close()
