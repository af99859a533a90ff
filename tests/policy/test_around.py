"""Where the policy meets the rest: flow checks, agents, the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cases as desk
from bot import cli, turns, wiring
from bot.core.errors import Conflict, Invalid
from bot.core.flow import Flow
from bot.core.flow.check import check
from bot.core.flow.load import load
from bot.core.rulebook import Content
from bot.store import migrate, tables
from bot.store.session import Store
from tests.core.sample import carrier
from tests.support.world import PHONE, World

LINKED = """flow: linked
title: Linked
category: service
starts_on: shipped
states:
  told: {say: told, end: true}
texts:
  told: {zh-CN: "查件{shipment.link}", en: "Track it {shipment.link}"}
"""
URGENT = LINKED.replace("say: told,", "say: told, urgent: true,")


def test_a_link_in_a_mainland_placeholder_is_found_before_it_is_sent() -> None:
    """At its line, for a carrier that sends over mainland channels; elsewhere a tracking link is welcome."""
    flow, source = load(LINKED, "linked.yaml", Flow)
    mainland = carrier(channels={"sms": {"kind": "tencent"}})
    found = [str(finding) for finding in check(flow, source, mainland)]
    assert any("linked.yaml:8" in line and "no link" in line for line in found)
    assert not [finding for finding in check(flow, source, carrier()) if "no link" in finding.message]


def test_an_urgent_state_is_part_of_the_language() -> None:
    """`urgent: true` is read, and takes a text past its window."""
    flow, _ = load(URGENT, "linked.yaml", Flow)
    assert flow.states["told"].urgent


def test_an_agent_reads_why_a_text_cannot_be_sent(world: World) -> None:
    """A blocked word and an opt-out are told apart."""
    world.parcel()
    world.reply("我要投诉")
    anna = world.agent()
    (case,) = world.cases()
    desk.claim(world.parts, case.id, anna)
    world.change_rules(content=Content(words=("赔偿金",)))
    with pytest.raises(Invalid, match=r"operators block \(赔偿金\)"):
        turns.answer_case(world.parts, case.id, anna, "我们付您赔偿金", 99)
    assert not [row for row in world.rows(tables.outbox) if row.author.startswith("staff")]
    world.reply("STOP")
    with pytest.raises(Conflict, match="opted out"):
        turns.answer_case(world.parts, case.id, anna, "您好", 99)


def test_the_commands(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import, show, report, run, erase and the rules in force, as an operator types them; no number but the one that was typed."""
    store = Store(sqlite_url)
    migrate.upgrade(store)
    store.close()
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("BOT_DATA_DIR", str(tmp_path))
    wiring.get.cache_clear()
    file = tmp_path / "c.csv"
    file.write_text(f"phone,proof\n{PHONE},form 7\n123,\n", encoding="utf-8")

    def run(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(cli.main, words)
        assert result.exit_code == code, result.output
        return result.output

    assert "1 recorded, 0 known before, 1 not used" in run("consent", "import", str(file), code=1)
    assert "c.csv:3: error phone" in run("consent", "import", str(file), code=1)
    shown = run("consent", "show", "138 0013 8000")
    assert "promotion  agreed   import" in shown
    assert "form 7" in shown
    assert "1 numbers, 0 invalid" in (report := run("numbers", "report", "--csv", str(tmp_path / "lost.csv")))
    assert "valid: 100.0 % (goal 95 %)" in report
    assert "0 customers" in run("retention", "run")
    assert "Removed." in run("erase", PHONE, "--yes")
    assert "no customer with this number" in run("consent", "show", PHONE, code=1)
    rules = run("policy")
    assert "a_month: 3" in rules
    assert "workdays 10:00-11:00" in rules
    wiring.get().parts.store.close()
    wiring.get.cache_clear()


def test_a_deferred_question_waits_for_its_answer_from_when_it_left(world: World) -> None:
    """Law 10 holds for what the window put off: the silence of a survey counts from eight in the morning."""
    world.parcel()
    world.clock.move(timedelta(hours=14))
    world.event("delivered")
    world.wait(hours=24, minutes=5)
    (timer,) = [row for row in world.rows(tables.timers) if row.kind == "silence" and row.status == "pending"]
    assert timer.due_at is None
    world.wait(hours=8)
    (timer,) = world.rows(tables.timers, tables.timers.c.id == timer.id)
    assert timer.due_at is not None
