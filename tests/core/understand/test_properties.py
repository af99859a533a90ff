"""What holds for any reply at all."""

import os
import time
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import Meaning
from bot.core.understand import compliance, letter, understand
from tests.core.understand.examples import NOW, load
from tests.core.understand.questions import QUESTIONS

ANY = st.text(max_size=300)
LIKELY = st.lists(
    st.sampled_from(
        ["1", "2", "３", "①", "退订", "不要", "明天", "后天下午", "3点", "以后", "到", "上海市", "浦东新区", "路100号", "王五", "13800001111", "，", " ", "。", "?", "吗", "STOP", "not", "yes",
         "tomorrow", "after 5", "hold", "to", "my", "office", "没收到", "投诉", "暂存", "满意", "不", "没有", "选", "T", "Y", "\u200b", "\u202e", "1️⃣", "👍", "\n", "-", "/", ":", "号楼"]
    ),
    max_size=14,
).map("".join)  # fmt: skip
FLOWS = st.sampled_from([*QUESTIONS, None])


@settings(max_examples=250, deadline=None)
@given(text=ANY | LIKELY, flow=FLOWS)
def test_any_string_gets_a_meaning(text, flow):
    """Whatever a phone sends, there is an answer, and a branch that the question knows."""
    question = QUESTIONS.get(flow)
    meaning = understand(text, question, NOW)
    assert isinstance(meaning, Meaning)
    keys = {option.key for option in question.options} if question else set()
    assert meaning.branch is None or meaning.branch in keys
    assert meaning.rule


@settings(max_examples=150, deadline=None)
@given(text=ANY | LIKELY)
def test_the_small_readers_take_any_string_too(text):
    """Compliance words and letters."""
    assert compliance(text) in {None, "opt_out", "opt_in", "help"}
    assert letter(text, 3) in {None, 0, 1, 2}


@settings(max_examples=150, deadline=None)
@given(text=LIKELY, flow=FLOWS)
def test_a_compliance_word_is_the_same_in_every_context(text, flow):
    """Law 11: an opt-out is one whatever is open."""
    if compliance(text) == "opt_out":
        assert understand(text, QUESTIONS.get(flow), NOW).intent == "opt_out"


PADDING = st.sampled_from([" ", "  ", "。", "！", "!", "~", "\n", "…", "\u200b", "\u3000", "."])


@settings(max_examples=120, deadline=None)
@given(
    digit=st.sampled_from("123"),
    shape=st.sampled_from([str, lambda d: chr(0xFF10 + int(d)), lambda d: chr(0x245F + int(d)), lambda d: f"{d}\ufe0f\u20e3", lambda d: "零一二三"[int(d)], lambda d: f"({d})"]),
    before=st.lists(PADDING, max_size=3).map("".join),
    after=st.lists(PADDING, max_size=3).map("".join),
)  # fmt: skip
def test_padding_and_shape_never_change_a_choice(digit, shape, before, after):
    """Spaces, punctuation, full-width, circled, keycap: 1 is 1."""
    meaning = understand(before + shape(digit) + after, QUESTIONS["delivery_options"], NOW)
    assert (meaning.intent, meaning.branch) == ("option", digit)


@settings(max_examples=100, deadline=None)
@given(number=st.integers(min_value=4, max_value=10**17))
def test_a_number_that_is_no_key_is_never_a_choice(number):
    """Order numbers, phones, codes."""
    if len(set(str(number))) > 1:
        assert understand(str(number), QUESTIONS["delivery_options"], NOW).branch is None


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_nothing_depends_on_the_time_zone_of_the_server(zone):
    """The same readings under any TZ: only the moment that was given counts."""
    rows = load("given_times")[:120]
    expected = [understand(row["text"], None, NOW).time for row in rows]
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        assert [understand(row["text"], None, NOW).time for row in rows] == expected
    finally:
        os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
        time.tzset()


@settings(max_examples=150, deadline=None)
@given(
    text=st.sampled_from([row["text"] for row in load("given_times")]),
    moment=st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31)),  # noqa: DTZ001
    zone=st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Lord_Howe"]),
)
def test_a_window_is_in_order_and_not_over_whatever_the_moment(text, moment, zone):
    """Year ends, leap days, summer time: a window starts before it ends and is not wholly past."""
    now = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    window = understand(text, None, now).time
    if window is None:
        return
    if window.start and window.end:
        assert window.start < window.end
    if window.end:
        assert window.end > now - timedelta(days=1)


def test_the_offset_of_the_moment_is_kept():
    """A fixed offset serves as well as a zone."""
    now = datetime(2026, 11, 21, 14, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert understand("明天下午3点", None, now).time.start.isoformat() == "2026-11-22T15:00:00+05:30"
