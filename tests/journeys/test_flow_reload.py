"""Publishing while everything runs: every process takes it, who is mid-conversation goes on, a broken file changes nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from bot.store import tables
from tests.support.installation import Installation, wait
from tests.support.processes import ROOT, Process

LI, WANG = "+8613800138001", "+8613800138002"
FLOW = """
flow: visit
title: A visit
starts_on: in_transit
states:
  offered:
    say: menu
    urgent: true
    replies: {1: {go: told}}
    silence: {after: 4h, go: told}
    unclear: told
  told: {say: told, urgent: true, end: true}
texts:
  menu: {en: "MENU {tail}, reply 1", zh-CN: "菜单{tail}，请回复1"}
  told: {en: TOLD, zh-CN: 好的}
"""
NEWER = (
    FLOW.replace("  offered:", "  asked:")
    .replace("菜单", "新菜单")
    .replace("zh-CN: 好的", "zh-CN: 新的好的")
    .replace("1: {go", "2: {go")
)
BROKEN = NEWER.replace("say: menu", "sya: menu")


def command(here: Installation, *words: str, **env: str) -> Process:
    """`python -m bot …` against the same installation, run to its end."""
    output = here.folder / "command.out"
    process = Process([sys.executable, "-m", "bot", *words], here.environment(**env), output, ROOT)
    process.wait(120)
    return process


def written(here: Installation, flow: str) -> Path:
    path = here.flows / "demo" / "visit.yaml"
    path.write_text(flow, "utf-8")
    return path


def talks(here: Installation) -> list[Any]:
    return here.rows(tables.conversations, tables.conversations.c.flow == "visit")


def begins(here: Installation, number: int, phone: str) -> str:
    """A customer is asked; the version of the conversation."""
    here.parcel(f"FY000000{number:04}", phone)
    here.event(f"FY000000{number:04}", "in_transit")
    return str(talks(here)[-1].flow_hash)


def all_begin_alike(here: Installation, numbers: range) -> set[str]:
    """The versions that conversations begin with, over as many connections as there are numbers: both web processes get some."""
    return {begins(here, number, f"+86139{number:08}") for number in numbers}


@pytest.mark.timeout(400)
def test_published_by_command_while_it_runs(here, run):
    """Nothing happens by itself; after the command every process begins in the new version, the old conversation goes on in the old."""
    written(here, FLOW)
    process = run(here, PUBLISH_FILES="no")
    first = begins(here, 1, LI)
    here.wait_for_text(LI, "菜单0001")
    written(here, NEWER)
    assert all_begin_alike(here, range(10, 14)) == {first}

    shown = command(here, "flows", "publish", "demo", "visit", "--dry-run")
    assert "5 open in offered" in shown.output()
    assert "Nothing was changed (--dry-run)." in shown.output()
    published = command(here, "flows", "publish", "demo", "visit")
    assert (published.popen.returncode, "Published." in published.output()) == (0, True), published.output()
    numbers = iter(range(100, 400))
    wait(
        lambda: first not in all_begin_alike(here, range(n := next(numbers) * 20, n + 14)), "the new version everywhere"
    )
    second = all_begin_alike(here, range(9000, 9006))
    assert len(second) == 1
    assert first not in second

    here.text_from(LI, "1")
    assert here.wait_for_text(LI, "好的").endswith("】好的")
    assert next(row.flow_hash for row in talks(here) if row.state == "told") == first

    written(here, BROKEN)
    refused = command(here, "flows", "publish", "demo")
    assert refused.popen.returncode == 1
    assert "demo/visit.yaml:7:5: error KEY 'sya' is no key here. Did you mean 'say'?" in refused.output()
    assert all_begin_alike(here, range(9100, 9104)) == second
    assert process.end() == 0
    process.wait_for_nobody()


@pytest.mark.timeout(400)
def test_a_changed_file_publishes_itself(here, run):
    """`python app.py` takes a saved file within moments and says so; of a broken one it says what is wrong and keeps what it had."""
    written(here, FLOW)
    process = run(here)
    first = begins(here, 1, LI)
    written(here, NEWER)
    process.wait_for("Published visit (changed)", 60)
    numbers = iter(range(100, 900))
    wait(lambda: begins(here, n := next(numbers), f"+86137{n:08}") != first, "the new version")
    here.wait_for_text(LI, "菜单0001")
    here.text_from(LI, "1")
    here.wait_for_text(LI, "好的")
    current = talks(here)[-1].flow_hash
    wait(lambda: all_begin_alike(here, range(n := next(numbers) * 10, n + 4)) == {current}, "one version everywhere")

    written(here, BROKEN)
    process.wait_for("demo/visit.yaml:7:5: error KEY 'sya' is no key here. Did you mean 'say'?", 60)
    assert all_begin_alike(here, range(9500, 9504)) == {current}
    written(here, NEWER)
    process.wait_for("The flows of demo have no errors any more.", 60)
    assert process.end() == 0

    written(here, BROKEN)
    process = run(here)
    process.wait_for("demo/visit.yaml:7:5: error KEY", 60)
    assert all_begin_alike(here, range(9600, 9602)) == {current}
    assert process.end() == 0
    process.wait_for_nobody()


@pytest.mark.timeout(400)
def test_a_publisher_that_dies_half_way(here, run):
    """Killed at the second of four conversations that it moves: the worker goes on, each is asked once in the new version."""
    written(here, FLOW)
    process = run(here, PUBLISH_FILES="no", SWEEP_SECONDS="1")
    phones = [f"+86136{number:08}" for number in range(4)]
    for number, phone in enumerate(phones):
        begins(here, number, phone)
        here.wait_for_text(phone, "菜单")
    written(here, NEWER)
    killed = command(
        here,
        "flows",
        "publish",
        "demo",
        "visit",
        "--move",
        "offered=asked",
        FAILPOINTS="publication.before_commit=exit:2",
    )
    assert killed.popen.returncode in (0, 137), killed.output()
    wait(lambda: {row.state for row in talks(here)} == {"asked"}, "all moved")
    for phone in phones:
        here.wait_for_text(phone, "新菜单")
    wait(lambda: not here.rows(tables.publications, tables.publications.c.settled_at.is_(None)), "settled")
    assert [len(here.phone(phone)) for phone in phones] == [2] * 4
    here.text_from(phones[0], "2")
    here.wait_for_text(phones[0], "新的好的")
    assert process.end() == 0
    process.wait_for_nobody()


@pytest.mark.timeout(400)
def test_who_stayed_by_a_file_that_published_itself_is_moved(here, run):
    """The watcher is always first; a move said afterwards, or in the same breath as the file is saved, is done all the same."""
    written(here, FLOW)
    process = run(here, SWEEP_SECONDS="1")
    begins(here, 1, LI)
    here.wait_for_text(LI, "菜单0001")
    written(here, NEWER)
    process.wait_for("1 open in older versions of visit (offered 1)", 60)
    unplaced = command(here, "flows", "publish", "demo", "visit", "--move", "told=asked")
    assert unplaced.popen.returncode == 1
    moved = command(here, "flows", "publish", "demo", "visit", "--move", "offered=asked")
    assert (moved.popen.returncode, "1 moved and asked again" in moved.output()) == (0, True), moved.output()
    assert here.wait_for_text(LI, "新菜单0001")
    wait(lambda: not here.rows(tables.publications, tables.publications.c.settled_at.is_(None)), "settled")

    written(here, FLOW)
    raced = command(here, "flows", "publish", "demo", "visit", "--move", "asked=offered")
    assert (raced.popen.returncode, "1 moved" in raced.output()) == (0, True), raced.output()
    wait(lambda: {row.state for row in talks(here)} == {"offered"}, "moved back")
    again = command(here, "flows", "publish", "demo", "visit", "--move", "asked=offered")
    assert (again.popen.returncode, "Nobody is in an older version." in again.output()) == (0, True), again.output()
    assert process.end() == 0
    process.wait_for_nobody()
