"""The pages over real flows, engine, store and policy: a world to make things happen in, and browsers without JavaScript."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.store import staff
from bot.store.staff import Staff
from bot.store.tables import staff as staff_table
from bot.web import create_app
from tests.support.world import World

PASSWORD = "a long enough password"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    made = World(database_url, tmp_path)
    yield made
    made.store.close()


class Browser:
    """A browser that fills in the forms which it is shown, hidden fields included."""

    def __init__(self, world: World) -> None:
        self.client: FlaskClient = create_app(world.parts).test_client()
        self.page = ""

    def get(self, path: str, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._look(self.client.get(path, headers=named))

    def post(self, path: str, _token: str | None = None, **form: str) -> TestResponse:
        token = self.token() if _token is None else _token
        return self._look(self.client.post(path, data={"csrf_token": token, **form}))

    def token(self) -> str:
        """Of the page that was last shown."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.page)
        assert found, "the page shows no form"
        return found[1]

    def sign_in(self, name: str, password: str = PASSWORD, to: str = "/console") -> TestResponse:
        self.get("/console/login")
        return self.post(f"/console/login?next={to}", name=name, password=password)

    def follow(self, response: TestResponse) -> TestResponse:
        assert response.status_code == 303, response.text
        return self.get(response.location)

    def _look(self, response: TestResponse) -> TestResponse:
        if response.mimetype == "text/html" and response.text:
            self.page = response.text
        return response

    @property
    def words(self) -> str:
        """What the page says, tags taken out."""
        text = html.unescape(re.sub(r"<[^>]+>", " ", self.page))
        return re.sub(r"\s+", " ", text)


def person(world: World, name: str, carrier: str | None = "demo") -> Staff:
    """A login with PASSWORD."""
    staff.add(world.store, name, world.parts.clock.now(), carrier=carrier, password=PASSWORD)
    [row] = world.rows(staff_table, staff_table.c.name == name)
    return Staff(row.id, row.name, row.carrier, row.role)


@pytest.fixture
def lin(world: World) -> Staff:
    return person(world, "Lin")


@pytest.fixture
def browser(world: World, lin: Staff) -> Browser:
    """Lin at work."""
    at_work = Browser(world)
    assert at_work.sign_in("Lin").status_code == 303
    at_work.get("/console")
    return at_work
