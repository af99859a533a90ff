"""`flows publish` and `flows versions`: what they say to who types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import cli_publish
from bot.cli import main
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


def test_the_first_dry_run_publishes_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A carrier on a fresh database: shown as new as often as one looks, and published when one says so."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fresh.db")
    monkeypatch.setenv("FLOWS_DIR", str(desk.folder))
    monkeypatch.setenv("BOT_DATA_DIR", str(tmp_path / "var"))

    def run(*words: str) -> str:
        return CliRunner().invoke(main, words).output

    assert "python -m bot db upgrade" in run("flows", "publish", "demo")
    run("db", "upgrade")
    for _ in range(2):
        shown = run("flows", "publish", "demo", "--dry-run")
        assert "demo/visit  new" in shown
        assert "Nothing was changed (--dry-run)." in shown
    assert "Published." in run("flows", "publish", "demo")
    assert "Nothing to publish" in run("flows", "publish", "demo")
