"""What is older than a carrier keeps is emptied by itself: at night, in slices, and the audit trail says what was removed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import retention, upkeep
from bot.store import forgetting, tables
from tests.core.sample import carrier as config
from tests.support.world import OTHER, PHONE, World


def everything(world: World) -> str:
    return "\n".join(str(row) for table in tables.metadata.sorted_tables for row in world.rows(table))


def old_conversation(world: World, phone: str, parcel: str) -> None:
    world.parcel(parcel, phone=phone)
    world.event("out_for_delivery", parcel)
    world.send()
    world.reply("TD", phone=phone)


def told(world: World) -> list[Any]:
    return [row for row in world.rows(tables.audit) if row.what == "retention_run"]


def test_the_clock_empties_at_night_and_says_so(world: World) -> None:
    """Due at two in the morning where the carrier is; by day nothing is touched; the audit trail says what was removed, once."""
    old_conversation(world, PHONE, "FY1234568896")
    retention.plan(world.parts)
    assert "run_retention" not in upkeep.due_jobs(world.parts)
    world.wait(days=1200)
    world.parcel("FY0000007777", phone=OTHER)
    retention.run_due(world.parts)  # by day: a pass that was missed waits for the night
    assert PHONE in everything(world)
    assert "run_retention" not in upkeep.due_jobs(world.parts)
    world.clock.move(timedelta(hours=16, minutes=30))
    assert "run_retention" in upkeep.due_jobs(world.parts)
    retention.run_due(world.parts, seconds=60)  # a slice of half a second would be over on a busy machine
    assert PHONE not in everything(world)
    (line,) = told(world)
    assert (line.who, line.data) == ("system", {"customers": 1, "texts": 0, "replies": 0})
    assert "run_retention" not in upkeep.due_jobs(world.parts)
    world.clock.move(timedelta(days=1))
    retention.run_due(world.parts, seconds=60)
    assert len(told(world)) == 1  # a night with nothing to do is no news


def test_a_pass_goes_on_where_the_last_slice_ended(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several customers each slice empties some; a worker that dies within one loses no count, and the next one ends the pass."""
    monkeypatch.setattr(retention, "CHUNK", {"customers": 1, "texts": 1, "replies": 1})
    phones = [f"+86138001380{n:02}" for n in range(4)]
    for n, phone in enumerate(phones):
        old_conversation(world, phone, f"FY000000000{n}")
    world.wait(days=1200)
    world.clock.move(timedelta(hours=17))
    retention.plan(world.parts)
    forgotten: list[int] = []
    forget = forgetting.forget

    def dies_at_the_third(connection: sa.Connection, thread_id: int, now: datetime) -> None:
        forgotten.append(thread_id)
        if len(forgotten) == 3:
            raise KeyboardInterrupt
        forget(connection, thread_id, now)

    monkeypatch.setattr(forgetting, "forget", dies_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        retention.run_due(world.parts)
    assert sum(phone in everything(world) for phone in phones) == 2
    retention.run_due(world.parts)
    assert len(forgotten) == 3  # another worker's until its time is over
    world.clock.move(timedelta(seconds=61))
    for _ in range(40):
        retention.run_due(world.parts, seconds=0.0001)
    assert not any(phone in everything(world) for phone in phones)
    assert [line.data["customers"] for line in told(world)] == [4]


def test_a_dry_run_says_what_the_run_then_does(world: World) -> None:
    """Customers who fall silent, and old words of those who stay; nothing is written before."""
    old_conversation(world, PHONE, "FY1234568896")
    old_conversation(world, OTHER, "FY0000008888")
    world.wait(days=1200)
    world.reply("在吗", phone=OTHER)
    before = everything(world)
    foreseen = retention.preview(world.parts, "demo")
    assert everything(world) == before
    assert foreseen == retention.run(world.parts, "demo")
    assert (foreseen.customers, foreseen.replies) == (1, 1)
    assert foreseen.texts > 0
    assert retention.preview(world.parts, "demo") == retention.Removed()


@pytest.mark.parametrize("keep", ["1m", "30d", "152d"])
def test_records_are_kept_for_five_months_at_least(keep: str) -> None:
    """`1m` is a minute: what would empty everything is refused with the least that may stand there."""
    with pytest.raises(ValueError, match=f"{keep} is too short .* 153d"):
        config(retention={"keep": keep})
    assert config(retention={"keep": "153d"}).retention.keep == timedelta(days=153)
