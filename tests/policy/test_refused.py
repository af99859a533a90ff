"""拒收, 退 and N: an opt-out after a promotion, an answer where a question is open, and for a person where nobody can know."""

from __future__ import annotations

import pytest

from bot.core.policy import Consent
from bot.store import consents, tables
from tests.support.world import PHONE, World


def standing(world: World) -> Consent:
    with world.store.read() as connection:
        thread_id = consents.thread_of(connection, "demo", PHONE)
        assert thread_id is not None
        return consents.standings(connection, [thread_id])[thread_id]


def met(world: World) -> None:
    """A customer who has had a text, so that promotions may come."""
    world.parcel()
    world.event("picked_up")
    world.send()


@pytest.mark.parametrize("word", ["拒收", "N", "n。", "退", "请勿打扰"])
@pytest.mark.parametrize("flow", ["route_notice", "coupon"])
def test_after_a_promotion_it_is_an_opt_out(world: World, flow: str, word: str) -> None:
    """Whether the promotion asked something or not; acknowledged once, and the next promotion is refused."""
    met(world)
    world.campaign(flow)
    world.send()
    world.reply(word)
    assert standing(world) == Consent(None, False, False)
    assert "退订" in world.last() or "不再" in world.last()
    (said,) = (row for row in world.rows(tables.inbox) if row.text == word)
    assert said.intent == "opt_out"
    world.campaign(flow, cause="campaign:2")
    assert [row.reason for row in world.rows(tables.outbox)][-1] == "opted_out"


@pytest.mark.parametrize("word", ["拒收", "N"])
def test_where_another_question_is_open_it_answers_that(world: World, word: str) -> None:
    """To a question about a parcel it is an answer, and nothing is switched off."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply(word)
    assert standing(world) == Consent()


def test_with_nothing_before_it(world: World) -> None:
    """N is an opt-out by custom; 拒收 may mean the parcel, so promotions wait and a person reads it."""
    met(world)
    world.reply("N")
    assert standing(world) == Consent(None, False, False)
    assert not world.rows(tables.cases)


def test_what_may_mean_the_parcel_is_read_by_a_person(world: World) -> None:
    """Nothing is open and the last text was about a parcel."""
    met(world)
    world.reply("拒收")
    assert standing(world).promotion is False
    assert len(world.rows(tables.cases)) == 1


def test_outside_the_mainland_n_is_a_no(world: World) -> None:
    """To somebody asked for a Y it declines the offer and refuses nothing else."""
    met(world)
    world.change_rules(time_zone="America/New_York")
    world.agrees()
    world.campaign("coupon")
    world.send()
    world.reply("N")
    assert standing(world).promotion is not False
