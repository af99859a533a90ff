"""`flows publish` and `flows versions`: what they say to who types them."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from bot import cli_publish
from bot.cli_flows import flows
from tests.publishing.conftest import FLOW, OTHER, RENAMED, Desk


@pytest.fixture
def type_(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    """Types a command of `python -m bot flows` at this desk."""
    monkeypatch.setattr(cli_publish, "_parts", lambda: desk.world.parts)

    def run(*words: str) -> Result:
        return CliRunner().invoke(flows, words)

    return run


def test_a_version_published_twice_counts_its_people_once(desk: Desk, type_) -> None:
    """Back to the first version: who is in it stands at the newest of its publications alone."""
    desk.begin(1)
    desk.publish(RENAMED)
    desk.begin(2)
    desk.publish(FLOW)
    lines = type_("versions", "demo", "visit").output.splitlines()
    assert [("1 open (offered 1)" in line, "1 open (asked 1)" in line, "as above" in line) for line in lines] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_where_nothing_is_new_it_tells_who_stayed(desk: Desk, type_) -> None:
    """The files published themselves: by flow, how many are in older versions and which command moves or ends them."""
    desk.begin()
    desk.publish(RENAMED)
    said = type_("publish", "demo").output
    assert "visit: 1 open (offered 1) in older versions" in said
    assert "python -m bot flows publish demo FLOW --move OLD=NEW, or --end TEXT_KEY" in said


def test_a_move_names_its_flow(type_) -> None:
    """States belong to one flow: without it nothing is done, and the exit says so."""
    result = type_("publish", "demo", "--move", "offered=asked")
    assert result.exit_code == 2
    assert "--move and --end need a FLOW" in result.output


def test_a_state_without_a_place_names_the_option(desk: Desk, type_) -> None:
    """What is missing is written as it has to be typed."""
    desk.begin()
    desk.write(OTHER)
    result = type_("publish", "demo", "visit", "--move", "when=when")
    assert result.exit_code == 1
    assert "1 open in 'offered', which the new version does not have. Say where they go. Add --move offered=STATE." in (
        result.output
    )


def test_a_move_afterwards_is_done_and_said(desk: Desk, type_) -> None:
    """Who stayed is moved, and a second time there is nobody."""
    desk.begin()
    desk.publish(OTHER)
    result = type_("publish", "demo", "visit", "--move", "offered=asked")
    assert (result.exit_code, "1 moved and asked again" in result.output) == (0, True), result.output
    assert "Nobody is in an older version." in type_("publish", "demo", "visit", "--move", "offered=asked").output
