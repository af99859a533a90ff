"""Numbers that can be reached, and the quarter's losses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import numbers
from bot.core.errors import Invalid
from bot.store import tables
from tests.policy.test_ledger import Deaf
from tests.support.world import OTHER, PHONE, World


def lose(world: World) -> None:
    world.parcel()
    world.event("out_for_delivery")
    hearing = world.parts
    world.parts = replace(world.parts, channels={("demo", "simulator"): Deaf()})
    world.send()
    world.parts = hearing


def test_a_permanent_error_makes_a_number_invalid(world: World) -> None:
    """Nothing more is decided for it, the report counts it, and the quarter's list names it once."""
    world.parcel("FY0000001234", phone=OTHER)
    lose(world)
    world.event("ready_for_pickup")
    row = world.rows(tables.outbox)[-1]
    assert (row.status, row.reason) == ("refused", "the number cannot receive texts")
    found = numbers.report(world.parts, "demo")
    assert (found.all, found.invalid, found.share, found.good) == (2, 1, 0.5, False)
    _, begin, end = numbers.quarter(None, world.clock.now(), world.parts.flows.carrier("demo"))
    (loss,) = numbers.losses(world.parts, "demo", begin, end)
    assert (loss.phone, loss.code, loss.back, loss.parcels) == (PHONE, "30005", False, 1)


def test_a_number_that_writes_is_heard_of_again(world: World) -> None:
    """It counts as valid, and the list says so."""
    lose(world)
    world.reply("你好")
    assert numbers.report(world.parts, "demo").invalid == 0
    year = (world.clock.now() - timedelta(days=99), world.clock.now() + timedelta(days=99))
    assert [loss.back for loss in numbers.losses(world.parts, "demo", *year)] == [True]


def test_doubtful_numbers_are_counted_apart(world: World) -> None:
    """+86 148… is in use and in no numbering plan: neither invalid nor certain. A sender id is no number."""
    world.parcel(phone="+8614800000001")
    world.reply("hi", phone="95338")
    found = numbers.report(world.parts, "demo")
    assert (found.all, found.invalid, found.doubtful) == (1, 0, 1)


def test_nobody_yet_is_no_failure(world: World) -> None:
    """A share of nothing is not shown as zero."""
    found = numbers.report(world.parts, "demo")
    assert (found.share, found.good) == (None, True)


@pytest.mark.parametrize(
    ("name", "begin", "end"), [("2026Q4", "2026-10-01", "2027-01-01"), ("2027Q1", "2027-01-01", "2027-04-01")]
)
def test_a_quarter_is_the_carriers(world: World, name: str, begin: str, end: str) -> None:
    """From its first midnight to the next quarter's."""
    _, first, last = numbers.quarter(name, world.clock.now(), world.parts.flows.carrier("demo"))
    assert (f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}") == (begin, end)
    with pytest.raises(Invalid):
        numbers.quarter("autumn", world.clock.now(), world.parts.flows.carrier("demo"))
