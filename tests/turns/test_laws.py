"""Laws that a dialogue alone does not break: interleaving, half turns, consent between decision and claim, publishing."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.catalogue import Catalogue
from bot.core.effects import OpenCase
from bot.core.flow import content_hash
from bot.library import FlowSource, Library
from bot.store import outbox, tables
from bot.turns.unit import Unit
from tests.support.world import PHONE, TEN, World, demo_library


def at_once(*deeds: Any) -> list[Exception]:
    """Run them in threads that start together; what they raised."""
    gate = threading.Barrier(len(deeds))
    raised: list[Exception] = []

    def run(deed: Any) -> None:
        gate.wait()
        try:
            deed()
        except Exception as error:  # noqa: BLE001 whatever it is, the test shows it
            raised.append(error)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return raised


def test_two_replies_at_once_do_not_interleave(world: World) -> None:
    """Ten replies of one customer in the same moment: each sees what the one before left, versions count without a gap (law 3)."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    deeds = [lambda n=n: world.reply("8", sid=f"SM-{n}") for n in range(10)]
    assert at_once(*deeds) == []
    (conversation,) = [row for row in world.rows(tables.conversations) if row.flow == "delivery_options"]
    assert conversation.state == "with_staff"
    assert conversation.version == conversation.turns
    assert len([row for row in world.inbox() if row.route == "only"]) == 3
    assert len([row for row in world.inbox() if row.route == "person"]) == 7
    assert len(world.cases()) == 1


def test_a_new_number_that_writes_twice_at_once_is_one_thread(world: World) -> None:
    """Two first messages of an unknown number make one thread."""
    assert at_once(lambda: world.reply("你好", sid="A"), lambda: world.reply("在吗", sid="B")) == []
    assert len(world.rows(tables.threads)) == 1
    assert len(world.inbox()) == 2


def test_a_turn_that_fails_leaves_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last write fails: no state, no text, no instruction, no reply; the provider's next try is taken whole (law 4)."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()

    def fails(*_: Any) -> int:
        raise RuntimeError("the disk is full")

    before = len(world.texts())
    with monkeypatch.context() as patched:
        patched.setattr("bot.turns.replies._write_down", fails)
        with pytest.raises(RuntimeError):
            world.reply("1", sid="SM-1")
    assert world.states() == {"delivery_options@8896": "offered"}
    assert (len(world.texts()), world.inbox(), world.rows(tables.instructions)) == (before, [], [])
    assert world.reply("1", sid="SM-1").duplicate is False
    assert world.states() == {"delivery_options@8896": "held"}


def test_consent_is_asked_again_at_the_claim(world: World) -> None:
    """A row that became forbidden while it waited is not sent, even if the turn that forbade it did not cancel it (law 6)."""
    world.clock.set(TEN)
    world.coupons("A-1")
    world.campaign()
    (offer,) = world.rows(tables.outbox)
    assert offer.status == "ready"
    with world.store.write() as connection:
        Unit(world.parts, connection, turns_thread(world, connection), world.clock.now(), "test", lane=2).mark_consent(
            False, ("promotion",), "import", "test"
        )
    assert world.send() == 0
    (offer,) = world.rows(tables.outbox)
    assert (offer.status, offer.reason) == ("canceled", "opted_out")


def turns_thread(world: World, connection: Any) -> Any:
    from bot.store import threads

    return threads.lock(connection, "demo", PHONE, world.clock.now())


def test_a_queued_text_is_not_sent_over_a_persons_head(world: World) -> None:
    """A notice decided before a person took over is canceled at the claim, with the reason (law 14)."""
    world.parcel()
    world.event("out_for_delivery")
    with world.store.write() as connection:
        unit = Unit(world.parts, connection, turns_thread(world, connection), world.clock.now(), "test", lane=2)
        unit.open_case(OpenCase("agent", "takes over", timedelta(hours=2)), None, None)
    assert world.send() == 0
    (menu,) = world.rows(tables.outbox)
    assert (menu.status, menu.reason) == ("canceled", "a person has the conversation")


def test_publishing_moves_nobody(world: World) -> None:
    """A new version adds a row; who is mid-conversation goes on in the old one, also in a process that has only the new file (law 9)."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.parts = replace(world.parts, flows=published(world, _without_hold()))
    old, new = {row.hash for row in world.rows(tables.flow_versions) if row.flow == "delivery_options"}
    assert old != new
    world.reply("1")
    assert world.states() == {"delivery_options@8896": "held"}
    world.event("out_for_delivery", event_id="next-day")
    newest = world.rows(tables.conversations)[-1]
    assert newest.flow_hash == world.parts.flows.current("demo")["delivery_options"].hash


def _without_hold() -> dict[str, Any]:
    import copy

    document = copy.deepcopy(dict(demo_library().flows("demo")["delivery_options"].document))
    document["states"]["offered"]["replies"]["1"] = [{"go": "with_staff"}]
    del document["states"]["held"]
    return document


def published(world: World, document: dict[str, Any]) -> Catalogue:
    library = demo_library()
    source = replace(library.flows("demo")["delivery_options"], document=document, hash=content_hash(document))
    sources: dict[str, dict[str, FlowSource]] = {
        slug: dict(library.flows(slug)) | ({"delivery_options": source} if slug == "demo" else {})
        for slug in library.carriers
    }
    catalogue = Catalogue(world.store, Library(library.carriers, sources))
    catalogue.publish(world.clock.now())
    return catalogue


def test_claims_of_two_workers_share_nothing(world: World) -> None:
    """Two workers that claim in the same moment: every text is claimed once."""
    for number in range(30):
        world.parcel(f"FY{number:010}", phone=f"+8613800{number:06}")
        world.event("out_for_delivery", f"FY{number:010}")
    from bot import dispatch

    assert at_once(*[lambda: dispatch.drain(world.parts, threads_=4) for _ in range(3)]) == []
    attempts = world.rows(tables.attempts)
    assert len(attempts) == 30
    assert len({row.outbox_id for row in attempts}) == 30


def test_the_acknowledgement_of_an_opt_out_goes_first(world: World) -> None:
    """Lanes: acknowledgement, reply, notice, promotion, whatever was written first."""
    world.clock.set(TEN)
    world.coupons("A-1")
    world.campaign(phone="+8613811111111")
    world.parcel(phone="+8613822222222")
    world.event("out_for_delivery")
    world.reply("你好", phone="+8613833333333")
    world.reply("STOP", phone="+8613844444444")
    with world.store.write() as connection:
        now = world.clock.now()
        assert [row.lane for row in outbox.due(connection, {}, now, 10)] == [0, 1, 2, 3]
