"""An opt-out word beside something else: obeyed where a promotion came last, and what stands beside it is answered too."""

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


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("再发我就去工信部投诉，TD", "complaint"),
        ("再骚扰我报警 T", None),
        ("退订，再发就投诉你们", "complaint"),
        ("STOP. Where is my parcel?", None),
    ],
)
def test_after_a_promotion_it_is_an_opt_out(world: World, text: str, case: str | None) -> None:
    """The refusal is recorded, and a complaint beside it is a case."""
    met(world)
    world.campaign("route_notice")
    world.send()
    world.reply(text)
    assert standing(world) == Consent(None, False, False)
    assert world.inbox()[-1].intent == "opt_out"
    if case:
        assert [row.kind for row in world.rows(tables.cases)] == [case]


@pytest.mark.parametrize(
    "text", ["STOP or I will complain to the FCC", "stop texting me or I call a lawyer, unsubscribe me now ok"]
)
def test_within_a_sentence_a_person_reads_it_and_promotions_wait(world: World, text: str) -> None:
    """It may be an opt-out: nothing promotional goes until somebody has looked."""
    met(world)
    world.campaign("route_notice")
    world.send()
    world.reply(text)
    assert standing(world).promotion is False
    world.campaign("coupon", cause="campaign:2")
    world.send()
    assert len([row for row in world.rows(tables.outbox) if row.lane == 3 and row.status == "accepted"]) == 1


@pytest.mark.parametrize(
    "text", ["stop by the house at 5", "麻烦把包裹放驿站，谢谢", "Please cancel the visit. I am away"]
)
def test_what_is_about_a_parcel_is_no_opt_out(world: World, text: str) -> None:
    """After a text about a parcel the same words speak of the parcel."""
    met(world)
    world.reply(text)
    assert standing(world) == Consent()
