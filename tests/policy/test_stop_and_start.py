"""START takes STOP back, and agrees to nothing that the customer had not agreed to before."""

from __future__ import annotations

from bot.core.policy import Consent
from bot.core.rulebook import ConsentRules
from bot.store import consents, tables
from tests.support.world import PHONE, TEN, World


def standing(world: World) -> Consent:
    with world.store.read() as connection:
        thread_id = consents.thread_of(connection, "demo", PHONE)
        assert thread_id is not None
        return consents.standings(connection, [thread_id])[thread_id]


def met(world: World) -> None:
    world.clock.set(TEN)
    world.parcel()
    world.event("out_for_delivery")
    world.send()


def test_what_was_agreed_to_comes_back(world: World) -> None:
    """Consent by import, TD, START: promotions may go again, by the message that said so."""
    met(world)
    world.agrees()
    world.reply("TD")
    assert standing(world) == Consent(None, False, False)
    world.reply("START")
    assert standing(world) == Consent(None, True, True)


def test_a_promotion_that_nobody_agreed_to_is_not_agreed_to_by_start(world: World) -> None:
    """Surveys come back; a promotion would be refused as before."""
    met(world)
    world.reply("TD")
    world.reply("START")
    assert standing(world) == Consent(None, True, False)
    world.campaign("route_notice")
    world.send()
    assert [row.status for row in world.rows(tables.outbox) if row.category == "promotion"] == ["refused"]


def test_with_a_soft_opt_in_start_brings_promotions_back(world: World) -> None:
    """Where an existing customer gets promotions without a word, STOP is all that stood in the way."""
    world.change_rules(consent=ConsentRules(promotion="soft"))
    met(world)
    world.reply("TD")
    world.reply("START")
    assert standing(world).promotion is True


def test_yes_is_an_answer_again_once_all_that_can_come_back_has(world: World) -> None:
    """A promotion that stays refused does not make every later YES an opt-in."""
    met(world)
    world.reply("TD")
    world.reply("START")
    world.event("slot_suggested", window={"start": "2026-11-23T18:30:00+08:00", "end": "2026-11-23T19:30:00+08:00"})
    world.send()
    world.reply("YES")
    assert world.inbox()[-1].intent != "opt_in"
    assert world.states()["delivery_slot@8896"] == "confirmed"
