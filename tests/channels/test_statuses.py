"""The ladder of delivery statuses."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.statuses import ARRIVED, ENDS, LADDER, climbs

reports = st.lists(st.sampled_from([*LADDER, "partially_delivered", "receiving", "", "tomorrow"]), max_size=12)


def stand(reports: list[str]) -> str | None:
    """Where a text stands after these reports."""
    return reduce(lambda current, new: new if climbs(current, new) else current, reports, None)


@given(reports, st.data())
def test_order_of_arrival_does_not_matter(received: list[str], data: st.DataObject) -> None:
    """Whatever the order of the same reports, and however often each comes, the text ends in the same place."""
    again = data.draw(st.permutations(received + received))
    assert stand(again) == stand(received)


@pytest.mark.parametrize(
    ("current", "new", "moves"),
    [
        (None, "queued", True),
        (None, "delivered", True),
        ("queued", "sending", True),
        ("sending", "sent", True),
        ("sent", "delivered", True),
        ("sent", "undelivered", True),
        ("undelivered", "delivered", True),
        ("delivered", "read", True),
        ("accepted", "failed", True),
        ("sent", "sent", False),
        ("delivered", "sent", False),
        ("delivered", "undelivered", False),
        ("read", "delivered", False),
        ("failed", "sent", False),
        ("failed", "delivered", False),
        ("canceled", "queued", False),
        (None, "partially_delivered", False),
        ("sent", "teleported", False),
        ("teleported", "sent", True),
    ],
)
def test_only_upwards(current: str | None, new: str, moves: bool) -> None:
    """A known status moves a text up and never down; an unknown one never moves it."""
    assert climbs(current, new) is moves


def test_no_two_rungs_are_equal() -> None:
    """Heights differ, because equal ones would let the order of arrival decide."""
    assert len(set(LADDER.values())) == len(LADDER)


def test_the_sets_are_rungs() -> None:
    """Named ends and arrivals are statuses of the ladder."""
    assert ARRIVED < ENDS < LADDER.keys()
