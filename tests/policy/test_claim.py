"""What is asked again when a text is claimed: the rules as they are then, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.carrier import OptOutConfig
from bot.core.policy import explain
from bot.core.rulebook import Caps, Content, Limits, UsefulFor, Windows
from bot.dispatch import claim
from bot.store import history, tables
from tests.support.world import OTHER, PHONE, TEN, World

NIGHT = TEN + timedelta(hours=17)
"""Three on Tuesday morning."""


def text(world: World, number: int = -1) -> Any:
    return world.rows(tables.outbox)[number]


def moment(world: World, row: Any) -> str:
    return f"{row.due_at.astimezone(world.parts.flows.carrier('demo').zone):%m-%d %H:%M}"


def put_off_offer(world: World) -> Any:
    """An offer that was decided at three in the morning and waits for nine."""
    world.clock.set(NIGHT)
    world.coupons("A-1")
    world.campaign()
    row = text(world)
    assert (row.status, row.reason, moment(world, row)) == ("ready", "outside_window", "11-24 09:00")
    return row


def test_a_reminder_at_three_in_the_morning_waits_for_eight(world: World) -> None:
    """A pickup notice at night is put off, staff see why, and it goes at eight."""
    world.parcel(station={"name": "东门驿站", "shelf": "A-1"}, pickup_code="12-3")
    world.clock.set(NIGHT)
    world.event("ready_for_pickup")
    row = text(world)
    assert (row.status, row.reason, moment(world, row)) == ("ready", "outside_window", "11-24 08:00")
    assert explain(row.reason) == "It is outside the hours for such texts"
    assert world.send() == 0
    world.clock.set(NIGHT + timedelta(hours=5))
    assert world.send() == 1
    assert text(world).status == "accepted"


def test_the_menu_of_a_delivery_today_goes_at_once_and_so_do_replies(world: World) -> None:
    """At any hour: it is a same-day notice, and whoever writes is answered."""
    world.parcel()
    world.clock.set(NIGHT)
    world.event("out_for_delivery")
    assert world.send() == 1
    world.reply("1")
    assert world.send() == 1
    assert "暂存" in world.last()


def test_a_survey_at_night_waits_for_eight(world: World) -> None:
    """Delivered at three at night, asked a day later: put off to the morning."""
    world.parcel()
    world.clock.set(NIGHT)
    world.event("delivered")
    world.wait(hours=24, minutes=1)
    row = text(world)
    assert (row.category, row.reason, moment(world, row)) == ("survey", "outside_window", "11-25 08:00")


def test_a_later_window_puts_off_anew(world: World) -> None:
    """The carrier moves its hours while the text waits: it waits for the new ones."""
    put_off_offer(world)
    world.change_rules(windows=Windows.model_validate({"promotion": {"default": ["16:00-17:00"]}}))
    world.clock.set(NIGHT + timedelta(hours=6))
    assert world.send() == 0
    row = text(world)
    assert (row.status, row.reason, moment(world, row)) == ("ready", "outside_window", "11-24 16:00")
    world.clock.set(NIGHT + timedelta(hours=13))
    assert world.send() == 1


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ({"content": Content(words=("优惠码",))}, "sensitive_word:优惠码"),
        ({"caps": Caps.model_validate({"promotion": {"a_week": 0, "known_by": ["import"]}})}, "no_time_left:cap_week"),
        ({"caps": Caps()}, "new_customer"),
        ({"windows": Windows.model_validate({"promotion": {"default": ["freedays 10:00-11:00"]}})}, "no_time_left:outside_window"),
    ],
)  # fmt: skip
def test_a_rule_that_came_while_it_waited_cancels_it(world: World, rules: dict[str, Any], reason: str) -> None:
    """Each with the reason; nothing is sent, and nothing goes round in circles."""
    put_off_offer(world)
    world.change_rules(**rules)
    world.clock.set(NIGHT + timedelta(hours=6))
    assert world.send() == 0
    assert (text(world).status, text(world).reason) == ("canceled", reason)


def test_what_waited_leaves_in_its_present_form(world: World) -> None:
    """Brand and opt-out wording are those of the moment it leaves."""
    put_off_offer(world)
    world.change_rules(brand={"zh-CN": "新风速运", "en": "New"}, opt_out=OptOutConfig(suffix={"zh-CN": "拒收请回复R"}))
    world.clock.set(NIGHT + timedelta(hours=6))
    assert world.send() == 1
    assert text(world).text.startswith("【新风速运】送您")
    assert text(world).text.endswith("。拒收请回复R")
    assert "回T退订" not in text(world).text


def copies(world: World, row: Any, count: int, **values: Any) -> None:
    """More texts like this one, each with a cause of its own."""
    values = {name: value for name, value in row._mapping.items() if name != "id"} | values
    with world.store.write() as connection:
        connection.execute(
            sa.insert(tables.outbox), [values | {"cause": f"copy:{row.id}:{number}"} for number in range(count)]
        )


def test_two_promotions_of_one_batch_count_each_other(world: World) -> None:
    """Decided apart, due together: one leaves, the other of its kind waits three days."""
    copies(world, put_off_offer(world), 1)
    world.clock.set(NIGHT + timedelta(hours=6))
    assert world.send() == 1
    first, second = world.rows(tables.outbox)
    assert (first.status, second.status, second.reason) == ("accepted", "canceled", "no_time_left:same_kind")
    world.change_rules(useful_for=UsefulFor(promotion=timedelta(days=9)))
    copies(world, second, 1, status="ready", useful_until=first.leaves_at + timedelta(days=9))
    assert world.send() == 0
    assert text(world).due_at == first.leaves_at + timedelta(hours=72)


def test_caps_count_what_left(world: World) -> None:
    """Two in a week and three in a month; refused and canceled ones do not count, and another customer's do not."""
    world.change_rules(caps=Caps.model_validate({"promotion": {"apart": "1h", "known_by": ["import"]}}))
    world.campaign(cause="c", phone=OTHER)
    for number in range(4):
        world.campaign(cause=f"c:{number}")
        world.send()
        world.reply("不需要", sid=f"no-{number}")
        world.clock.move(timedelta(days=1))
    mine = [row for row in world.rows(tables.outbox) if row.recipient == PHONE and row.lane == 3]
    assert [(row.status, row.reason) for row in mine] == [
        ("accepted", None), ("accepted", None), ("refused", "no_time_left:cap_week"), ("refused", "no_time_left:cap_week"),
    ]  # fmt: skip


def test_hundreds_of_texts_that_are_put_off_hold_up_nobody(world: World) -> None:
    """One claim goes on past what it puts off, and ends."""
    row = put_off_offer(world)
    values = {name: value for name, value in row._mapping.items() if name != "id"} | {
        "due_at": NIGHT,
        "leaves_at": NIGHT,
    }
    phones = [f"+86139{number:08}" for number in range(200)]
    with world.store.write() as connection:
        people = [{"carrier": "demo", "phone": phone, "created_at": NIGHT} for phone in phones]
        ids = connection.execute(sa.insert(tables.threads).returning(tables.threads.c.id), people).scalars().all()
        line = {"carrier": "demo", "category": "promotion", "granted": True, "at": NIGHT, "source": "import"}
        connection.execute(sa.insert(tables.consents), [line | {"thread_id": i} for i in ids])
        connection.execute(sa.insert(tables.outbox), [values | {"thread_id": i, "cause": f"to:{i}"} for i in ids])
    with world.store.write() as connection:
        assert claim(world.parts, connection, 64) == []
    assert len(world.rows(tables.outbox, tables.outbox.c.due_at > NIGHT)) == 201


def test_a_reason_stands_wherever_a_text_did_not_leave(world: World) -> None:
    """Law 16, after a month of campaigns, opt-outs and nights."""
    world.coupons("A-1", "B-1")
    for number in range(12):
        world.campaign(cause=f"c:{number}", phone=PHONE if number % 2 else OTHER)
        if number == 7:
            world.reply("TD")
        world.wait(hours=31)
    rows = world.rows(tables.outbox)
    kept = [row for row in rows if row.status in ("refused", "canceled")]
    assert kept
    assert all(row.reason and explain(row.reason) != row.reason for row in kept)


def test_a_providers_limit_is_kept_before_it_refuses(world: World) -> None:
    """Two texts to a number a day: the third waits until the first is a day old, planned ones counted, an acknowledgement never."""
    demo = world.parts.flows.carrier("demo")
    limited = demo.channels["simulator"].model_copy(update={"limits": Limits(a_day=2)})
    world.change_rules(channels={**demo.channels, "simulator": limited})
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.clock.move(timedelta(hours=1))
    world.reply("1")
    assert world.send() == 1
    world.reply("谢谢", sid="again")
    rows = world.rows(tables.outbox)
    assert [row.reason for row in rows][:2] == [None, None]
    assert rows[2].status == "refused"
    assert rows[2].reason == "no_time_left:provider_day"
    assert world.send() == 0
    world.reply("TD", sid="stop")
    assert text(world).lane == 0
    assert world.send() == 1
    world.clock.move(timedelta(days=1, minutes=1))
    world.reply("1", sid="tomorrow")
    assert text(world).status == "ready"


def test_what_was_said_is_read_for_many_in_one_query(world: World) -> None:
    """Promotions of a month, texts of a day, how a customer is known; nothing of anybody else."""
    world.parcel()
    world.event("out_for_delivery")
    world.campaign(phone=OTHER)
    world.send()
    now = world.clock.now()
    with world.store.read() as connection:
        statements: list[str] = []
        sa.event.listen(connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
        said = history.of(connection, (1, 2), now, planned=True, texts=True)
    assert len(statements) == 1
    assert (said[1].promotions, said[1].known, len(said[1].carried)) == ([], {"text"}, 1)
    assert ([one.kind for one in said[2].promotions], said[2].known, len(said[2].carried)) == (
        ["coupon"],
        {"import"},
        1,
    )
