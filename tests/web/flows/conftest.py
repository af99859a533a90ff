"""The desk of a flow author (tests/publishing), seen through the pages by people with different roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import staff
from tests.publishing.conftest import Desk
from tests.web.console.conftest import PASSWORD, Browser


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(database_url, tmp_path)
    yield made
    made.world.close()


def signed_in(desk: Desk, name: str, carrier: str | None, role: str) -> Browser:
    """A browser in which this person is logged in."""
    staff.add(desk.world.store, name, desk.world.parts.clock.now(), carrier=carrier, role=role, password=PASSWORD)
    browser = Browser(desk.world)
    assert browser.sign_in(name, to="/flows").status_code == 303
    return browser


@pytest.fixture
def author(desk: Desk) -> Browser:
    """May publish for the carrier demo."""
    return signed_in(desk, "Ada", "demo", "author")


@pytest.fixture
def agent(desk: Desk) -> Browser:
    """May look."""
    return signed_in(desk, "Lin", "demo", "agent")


@pytest.fixture
def stranger(desk: Desk) -> Browser:
    """Works for another carrier."""
    return signed_in(desk, "Eve", "other", "admin")
