"""Times beyond the labelled examples: the year's end, summer time, what was inferred."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.understand.text import normalise
from bot.core.understand.times import window_of


def window(text, now, zone="Asia/Shanghai"):
    return window_of(normalise(text).tight, datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)))


def test_the_year_turns():
    """On New Year's Eve tomorrow is next year, and 1月2号 is the day after."""
    found = window("明天上午", "2026-12-31T20:00")
    assert found.start.isoformat() == "2027-01-01T08:00:00+08:00"
    found = window("1月2号", "2026-12-31T20:00")
    assert found.start.isoformat() == "2027-01-02T00:00:00+08:00"
    assert "next_year" in found.inferred


def test_there_is_no_thirty_first_of_november():
    """The 31st is the next month's that has one."""
    assert window("31号", "2026-11-21T14:00").start.date().isoformat() == "2026-12-31"
    assert window("2月30号", "2026-11-21T14:00") is None


def test_two_hours_later_are_two_real_hours_over_the_change_of_summer_time():
    """At 1 a.m. in New York on the night the clocks go forward, two hours later is 4 a.m."""
    found = window("in 2 hours", "2027-03-14T01:00", "America/New_York")
    assert found.start.isoformat() == "2027-03-14T04:00:00-04:00"


def test_an_hour_that_summer_time_skips_becomes_the_next():
    """2:30 a.m. does not exist that night."""
    found = window("凌晨2点半", "2027-03-13T23:00", "America/New_York")
    assert found.start.isoformat() == "2027-03-14T03:30:00-04:00"


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("3点", "afternoon"),
        ("十点", "next_day"),
        ("明天下午3点", None),
        ("5号", "next_month"),
        ("周六上午", "next_week"),
    ],
)
def test_what_was_filled_in_is_told(text, inferred):
    """The confirmation reads back what the customer did not say."""
    found = window(text, "2026-11-21T14:00")
    assert inferred in found.inferred if inferred else found.inferred == ()


def test_a_refused_time_is_not_offered():
    """The day that does not suit is never the one that is booked."""
    assert window("我明天不在家", "2026-11-21T14:00") is None
    assert window("我明天不在家，后天下午", "2026-11-21T14:00").start.day == 23
    assert window("not tomorrow, Wednesday pls", "2026-11-21T14:00").start.day == 25
    assert window("明天下雨的话后天送", "2026-11-21T14:00").start.day == 23
    assert window("昨天说今天下午三点送", "2026-11-21T14:00").start.hour == 15
    assert window("at 3 but not today", "2026-11-21T14:00") is None


@pytest.mark.parametrize(
    "text",
    [
        "1号楼",
        "3号门",
        "5楼",
        "3单元502",
        "取件码8-2-3011",
        "一个都没收到",
        "差一点",
        "点错了",
        "may I ask",
        "second floor",
    ],
)
def test_a_place_a_code_or_a_phrase_is_no_time(text):
    """Nothing is invented where nothing is said."""
    assert window(text, "2026-11-21T14:00") is None
