from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.core.effects import Say
from bot.core.policy import Allow, Consent, Defer, History, Request, screen_request, warnings
from bot.core.policy.days import is_workday, makeup_days_unknown
from bot.core.rulebook import Windows, parse_span
from tests.core.sample import carrier

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
KNOWN = History(known=frozenset({"text"}))


def when(category, at, segment="ordinary", zone=SHANGHAI, lane=None, **more):
    """`now`, or when it may leave, `MM-DD HH:MM` in that zone."""
    lane = lane or ("promotion" if category == "promotion" else "notice")
    now = datetime.fromisoformat(at).replace(tzinfo=zone)
    say = Say("k", "您的包裹到了", "zh-CN", urgent=more.pop("urgent", False))
    config = more.pop("config", carrier(useful_for=dict.fromkeys(("service", "survey", "promotion"), "40d")))
    verdict = screen_request(
        Request(
            say,
            category,
            lane,
            Consent(True, True, True),
            config,
            now,
            segment=segment,
            zone=zone,
            history=KNOWN,
            **more,
        )
    )
    if isinstance(verdict, Defer):
        return f"{verdict.until.astimezone(zone):%m-%d %H:%M}"
    return "now" if isinstance(verdict, Allow) else verdict.reason


@pytest.mark.parametrize(
    ("category", "at", "segment", "leaves"),
    [
        ("promotion", "2026-11-23 08:59", "ordinary", "11-23 09:00"),
        ("promotion", "2026-11-23 09:00", "ordinary", "now"),
        ("promotion", "2026-11-23 11:29", "ordinary", "now"),
        ("promotion", "2026-11-23 11:30", "ordinary", "11-23 14:00"),
        ("promotion", "2026-11-23 17:30", "ordinary", "11-24 09:00"),
        ("promotion", "2026-11-22 10:00", "vip", "now"),
        ("promotion", "2026-11-23 10:00", "office", "11-23 12:00"),
        ("promotion", "2026-11-23 13:29", "office", "now"),
        ("promotion", "2026-11-23 13:30", "office", "11-24 12:00"),
        ("promotion", "2026-11-23 10:30", "enterprise", "now"),
        ("promotion", "2026-11-20 11:00", "enterprise", "11-23 10:00"),
        ("promotion", "2026-10-01 09:00", "enterprise", "10-08 10:00"),
        ("promotion", "2026-10-09 11:00", "enterprise", "10-10 10:00"),
        ("promotion", "2026-02-13 11:00", "enterprise", "02-14 10:00"),
        ("promotion", "2026-02-14 11:00", "enterprise", "02-24 10:00"),
        ("service", "2026-11-23 07:59", "ordinary", "11-23 08:00"),
        ("service", "2026-11-23 20:59", "enterprise", "now"),
        ("service", "2026-11-23 21:00", "ordinary", "11-24 08:00"),
        ("survey", "2026-11-23 23:00", "ordinary", "11-24 08:00"),
        ("internal", "2026-11-23 03:00", "ordinary", "now"),
    ],
)  # fmt: skip
def test_windows_by_category_and_segment(category, at, segment, leaves):
    """Defaults of the product: offers in office hours, notices by day, enterprises on workdays, make-up Saturdays included."""
    assert when(category, at, segment) == leaves


@pytest.mark.parametrize(
    "more", [{"lane": "reply"}, {"lane": "acknowledgement"}, {"urgent": True}, {"event": "out_for_delivery"}]
)
def test_what_no_window_holds(more):
    """Answers, what the author calls urgent, and the notice of a delivery today leave at three at night."""
    assert when("service", "2026-11-23 03:00", **more) == "now"


def test_no_promotion_is_urgent():
    """Neither by the author's word nor by an event."""
    assert when("promotion", "2026-11-23 03:00", urgent=True, event="out_for_delivery") == "11-23 09:00"


def test_the_clock_is_the_customers():
    """Nine in the evening in Shanghai is eight in the morning in New York."""
    assert when("service", "2026-11-23 08:00", zone=NEW_YORK) == "now"
    assert when("service", "2026-11-23 21:00", zone=NEW_YORK) == "11-24 08:00"


def test_days_that_are_longer_or_shorter():
    """A window that the clock jumps into begins where the clock goes on; one that it jumps over is none that day."""
    half = carrier(windows={"service": {"default": ["02:30-03:30"]}}, useful_for={"service": "9d"})
    assert when("service", "2026-03-08 00:00", zone=NEW_YORK, config=half) == "03-08 03:00"
    gone = carrier(windows={"service": {"default": ["02:00-03:00"]}}, useful_for={"service": "9d"})
    assert when("service", "2026-03-08 00:00", zone=NEW_YORK, config=gone) == "03-09 02:00"
    assert when("service", "2026-11-01 00:00", zone=NEW_YORK, config=gone) == "11-01 02:00"


def test_a_carrier_changes_one_window_and_keeps_the_others():
    """What it writes for a segment leaves the other segments as they are."""
    windows = Windows.model_validate({"promotion": {"night": ["20:00-21:00"]}})
    assert [str(span) for span in windows.promotion["default"]] == ["09:00-11:30", "14:00-17:30"]
    assert [str(span) for span in windows.promotion["night"]] == ["20:00-21:00"]
    assert when("promotion", "2026-11-23 10:00", "night", config=carrier(windows=windows)) == "11-23 20:00"


@pytest.mark.parametrize("text", ["9-11", "22:00-02:00", "10:00-10:00", "sundays 10:00-11:00", "10:00-24:30", ""])
def test_a_window_that_is_none_is_explained(text):
    """With how to write one."""
    with pytest.raises(ValueError, match="write 09:00-11:30"):
        parse_span(text)
    with pytest.raises(ValidationError):
        carrier(windows={"service": {"default": [text]}})


def test_no_window_at_all_is_an_error():
    """A carrier that could never send says so when it is read, not text by text."""
    with pytest.raises(ValidationError, match="no window is left"):
        carrier(windows={"promotion": {"default": []}})


def test_workdays_and_what_is_not_known_of_them():
    """Make-up days from the library; a year whose make-up days are not published is warned of; the carrier's own days count first."""
    assert is_workday(date(2026, 10, 10), carrier())
    assert not is_workday(date(2026, 10, 7), carrier())
    assert not makeup_days_unknown(2026, carrier())
    assert makeup_days_unknown(2035, carrier())
    told = carrier(holidays={"workdays": ["2035-02-03"], "freedays": ["2035-02-05"]})
    assert is_workday(date(2035, 2, 3), told)
    assert not is_workday(date(2035, 2, 5), told)
    assert not makeup_days_unknown(2035, told)
    assert not makeup_days_unknown(2035, carrier(time_zone="America/New_York"))
    (warning,) = warnings(carrier(), datetime(2034, 12, 1, tzinfo=UTC))[1:]
    assert "2035" in warning


def test_every_rule_survives_being_written_down():
    """carrier.yaml as JSON and back is the same: published versions are kept so."""
    config = carrier(windows={"promotion": {"night": ["workdays 20:00-21:00"]}}, retention={"keep": "400d"})
    assert type(config).model_validate_json(config.model_dump_json()) == config
