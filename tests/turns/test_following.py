"""What one happening starts or ends beyond its own conversation, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.catalogue import Catalogue
from bot.library import load
from bot.store import tables
from tests.support.world import NOON, PARCEL, PHONE, ROOT, World

TEXTS = "texts: {hi: {zh-CN: 您好, en: Hello}, ask: {zh-CN: 回复1好, en: Reply 1 yes}}\n"
FLOWS = {
    "early": "flow: early\ntitle: Before the ETA\nstarts_on: {event: arrived, before: 2h, of: shipment.eta}\nends_on: [returned]\n"
    "states:\n  told: {say: hi, urgent: true, end: true}\n" + TEXTS.replace(", ask: {zh-CN: 回复1好, en: Reply 1 yes}", ""),
    "first": "flow: first\ntitle: First\nstarts_on: created\nagain: restart\nstates:\n"
    "  asked: {say: ask, replies: {1: yes_}, silence: {after: 5h, go: no_}, unclear: no_, on: {in_transit: yes_}}\n"
    "  yes_: {do: [{count: told}, {end_others: [other]}], end: true}\n  no_: {end: true}\n" + TEXTS.replace("hi: {zh-CN: 您好, en: Hello}, ", ""),
    "second": 'flow: second\ntitle: Second\nstarts_on: {end_of: first, if: event.state == "yes_" && event.told == 1}\nfacts: {event.told: number}\n'
    "states:\n  told: {say: hi, end: true}\n" + TEXTS.replace(", ask: {zh-CN: 回复1好, en: Reply 1 yes}", ""),
    "other": "flow: other\ntitle: Other\nstarts_on: [created, {event: shipped, after: 3h}]\nbeside: [first]\nstates:\n"
    "  asked: {say: ask, replies: {1: over}, silence: {after: 9h, go: over}, unclear: over}\n  over: {end: true}\n" + TEXTS.replace("hi: {zh-CN: 您好, en: Hello}, ", ""),
}  # fmt: skip


@pytest.fixture
def own(world: World, tmp_path) -> World:
    """The demo carrier with these flows and no standard ones but the one for the rest."""
    folder = tmp_path / "flows" / "demo"
    folder.mkdir(parents=True)
    carrier = (ROOT / "flows" / "demo" / "carrier.yaml").read_text()
    (folder / "carrier.yaml").write_text(carrier + "standard: [anything_else]\n")
    for name, text in FLOWS.items():
        (folder / f"{name}.yaml").write_text(text)
    catalogue = Catalogue(world.store, load(tmp_path / "flows"))
    catalogue.publish(world.clock.now())
    object.__setattr__(world.parts, "flows", catalogue)
    return world


def test_a_flow_begins_so_long_before_a_fact(own: World) -> None:
    """Two hours before the ETA, and when the ETA moves meanwhile, two hours before the new one."""
    own.parcel(eta="2026-11-23T20:00+08:00")
    own.event("arrived")
    own.wait(hours=5)
    assert own.texts() == []
    own.parcel(eta="2026-11-23T22:00+08:00")
    own.wait(hours=1)
    assert own.texts() == []
    own.wait(hours=2)
    assert own.texts() == ["【风驰速运】您好"]


def test_it_begins_at_once_where_the_fact_is_near_or_unknown(own: World) -> None:
    """No ETA holds nothing up."""
    own.parcel()
    own.event("arrived")
    assert own.texts() == ["【风驰速运】您好"]


def test_a_second_event_before_it_began_counts_instead_of_the_first(own: World) -> None:
    """One text, at the time of the newer event."""
    own.parcel(eta="2026-11-23T20:00+08:00")
    own.event("arrived")
    own.wait(hours=1)
    own.event("arrived")
    own.wait(hours=6)
    assert own.texts() == ["【风驰速运】您好"]


def test_the_end_of_a_flow_begins_another_with_what_it_kept(own: World) -> None:
    """In the same turn; the other way of ending begins nothing."""
    own.parcel()
    own.event("created")
    own.send()
    own.reply("7")
    assert "second@8896" not in own.states()
    own.event("created")
    own.event("in_transit")
    assert own.states()["second@8896"] == "told"
    assert own.last() == "【风驰速运】您好"


def test_others_give_way_and_what_was_to_begin_does_not(own: World) -> None:
    """`end_others` ends what runs about this parcel and stops what waits to begin."""
    own.parcel()
    own.event("shipped")
    own.event("created")
    own.send()
    own.event("in_transit")
    rows = {row.flow: row.end_reason for row in own.rows(tables.conversations)}
    assert rows["other"] == "another conversation took over"
    own.wait(hours=4)
    assert [row.flow for row in own.rows(tables.conversations)].count("other") == 1


def test_again_restart_gives_way_to_the_newer(own: World) -> None:
    """The running conversation ends, its question is closed, and a fresh one asks."""
    own.parcel()
    own.event("created")
    own.event("created")
    first = [row for row in own.rows(tables.conversations) if row.flow == "first"]
    assert [row.ended_at is None for row in first] == [False, True]
    assert [row.flow for row in own.rows(tables.conversations)].count("other") == 1


def test_every_step_of_a_complaint_is_told(world: World) -> None:
    """Registered, in hand when somebody claims it, dealt with when it is closed; the claim's text comes from the clock's turn."""
    from bot import cases, turns

    anna = world.agent()
    world.reply("我要投诉")
    (case,) = world.cases()
    assert (case.kind, "投诉已登记" in world.last()) == ("complaint", True)
    cases.claim(world.parts, case.id, anna)
    turns.fire_due_timers(world.parts)
    assert "已由专员受理" in world.last()
    turns.close_case(world.parts, case.id, anna, "done")
    assert "处理完毕" in world.last()
    assert world.states()["anything_else@"] == "dealt_with"


def test_the_usual_window_comes_from_the_last_ten_deliveries(world: World) -> None:
    """Deliveries between half past six and half past seven in the evening suggest that hour."""
    for number, day in enumerate((20, 16, 11, 2)):
        world.clock.set(datetime(2026, 11, day, 10, 50 + number, tzinfo=UTC))
        world.parcel(f"PAST{number}")
        world.event("delivered", f"PAST{number}")
    world.clock.set(NOON)
    world.parcel(PARCEL)
    world.event("slot_suggested", PARCEL)
    assert "11月23日18:30-19:30" in world.last(PHONE)
