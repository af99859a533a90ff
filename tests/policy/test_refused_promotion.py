"""Words that refuse advertising only where advertising is what was answered: 拒收, N."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.store import tables, threads
from tests.support.world import PHONE, TEN, World


def agreed(world: World, category: str) -> bool | None:
    with world.store.write() as connection:
        thread = threads.lock(connection, "demo", PHONE, world.clock.now())
        return threads.ledger(connection, thread.id).get(category)


def promoted(world: World, flow: str) -> None:
    """A customer known to us has just been sent a promotion."""
    world.clock.set(TEN)
    world.coupons("A-1")
    world.parcel()
    world.event("out_for_delivery")
    world.wait(seconds=5)
    world.event("delivered")
    world.wait(days=2)
    assert world.campaign(flow)
    world.clock.move(timedelta(seconds=5))
    assert world.send() == 1
    assert world.rows(tables.outbox)[-1].category == "promotion"


@pytest.mark.parametrize("word", ["拒收", "N", "n。", "拒收！"])
def test_a_promotion_that_asked_nothing_is_refused_by_its_words(world: World, word: str) -> None:
    """The promotion consent is withdrawn with this message as its proof, and the customer is told so once."""
    promoted(world, "route_notice")
    world.reply(word)
    assert agreed(world, "promotion") is False
    assert world.inbox()[-1].rule == "compliance:refused_promotion"
    told = len(world.texts())
    world.reply(word)
    assert len(world.texts()) == told


def test_a_coupon_is_declined_by_n(world: World) -> None:
    """Where Y is asked for, N says no to this coupon and to nothing else."""
    promoted(world, "coupon")
    world.reply("N")
    assert agreed(world, "promotion") is True


def test_a_coupon_is_refused_by_its_word(world: World) -> None:
    """拒收 says no to all of them, at once and without a person."""
    promoted(world, "coupon")
    world.reply("拒收")
    assert agreed(world, "promotion") is False
    assert world.cases() == []


@pytest.mark.parametrize("word", ["拒收", "N"])
def test_after_a_text_about_a_parcel_they_are_no_opt_out(world: World, word: str) -> None:
    """拒收 of a parcel declines the parcel; nothing is written into the ledger."""
    promoted(world, "route_notice")
    world.event("ready_for_pickup", station={"name": "东门驿站"}, pickup_code="12-3")
    world.send()
    world.reply(word)
    assert agreed(world, "promotion") is True
