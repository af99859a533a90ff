from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.facts import Facts, Scope, only_code, plain_text
from bot.core.names import KNOWN
from bot.core.render import MAX_VALUE, BadText, render, template, window_words
from tests.core.sample import NOW, PARCEL, ZONE, carrier

KINDS = {name: known.kind for name, known in KNOWN.items()} | {"visit": "window", "goes_to": "address"}


def say(text, locale="zh-CN", shipment=PARCEL, now=NOW, customer=None, **values):
    facts = Facts(carrier(), customer or {}, shipment)
    return render([template(text)], Scope(facts, values, KINDS, now, locale))


def test_a_time_today_is_a_clock_and_another_day_has_its_date():
    """{eta:time} by the language's own habits."""
    assert say("{shipment.eta:time}") == "11:00"
    assert say("{shipment.eta:time}", "en") == "11:00 AM"
    assert say("{shipment.eta:time}", now=NOW - timedelta(days=1)) == "11月23日11:00"
    assert say("{shipment.eta:time}", "en", now=NOW - timedelta(days=1)) == "Nov 23 11:00 AM"


def test_times_are_the_customers_own():
    """A customer in another zone reads their clock; a zone that does not exist falls back to the carrier's."""
    assert say("{shipment.eta:time}", customer={"time_zone": "Asia/Tokyo"}) == "12:00"
    assert say("{shipment.eta:time}", customer={"time_zone": "Mars/Base"}) == "11:00"


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2026-11-25T15:00", None, "11月25日15:00后", "Nov 25 after 3:00 PM"),
        (None, "2026-11-25T18:00", "11月25日18:00前", "Nov 25 before 6:00 PM"),
        ("2026-11-25T15:00", "2026-11-25T16:30", "11月25日15:00-16:30", "Nov 25 3:00 PM-4:30 PM"),
        ("2026-11-25T00:00", "2026-11-26T00:00", "11月25日", "Nov 25"),
        ("2026-11-28T00:00", "2026-11-30T00:00", "11月28日-11月29日", "Nov 28-Nov 29"),
        ("2026-11-25T18:00", "2026-11-26T00:00", "11月25日18:00-24:00", "Nov 25 6:00 PM-24:00"),
        ("2026-11-25T22:00", "2026-11-26T02:00", "11月25日22:00-11月26日02:00", "Nov 25 10:00 PM-Nov 26 2:00 AM"),
        ("2026-11-25T15:00", "2026-11-25T15:00", "11月25日15:00", "Nov 25 3:00 PM"),
        (None, None, None, None),
    ],
)
def test_windows(start, end, zh, en):
    """Every shape of a window, in words that a customer reads at once."""
    ends = [datetime.fromisoformat(value).replace(tzinfo=ZONE) if value else None for value in (start, end)]
    assert window_words(*ends, "zh-CN") == zh
    assert window_words(*ends, "en") == en


def test_a_missing_fact_leaves_neither_a_hole_nor_a_brace():
    """Its fallback words in the customer's language, or nothing."""
    assert say("由{shipment.courier.name}派送，约{shipment.eta:time}到", shipment={}) == "由快递员派送，约今天到"
    assert say("with {shipment.courier.name}, due {shipment.eta:time}", "en", {}) == "with our courier, due today"
    assert say("A {shipment.link} B", shipment={}) == "A B"


def test_the_first_wording_whose_facts_have_all_come_is_said():
    """An author may write a text with and without a fact."""
    wordings = [template("由{shipment.courier.name}派送"), template("今天送达")]
    facts = Facts(carrier(), {}, {})
    assert render(wordings, Scope(facts, {}, KINDS, NOW, "zh-CN")) == "今天送达"
    facts = Facts(carrier(), {}, PARCEL)
    assert render(wordings, Scope(facts, {}, KINDS, NOW, "zh-CN")) == "由李师傅派送"


@pytest.mark.parametrize("value", [{}, [], "not a time", 12, True, None, ""])
def test_a_fact_of_another_kind_is_a_missing_one(value):
    """A carrier's mistake does not reach a customer."""
    assert say("{shipment.eta:time}", shipment={"eta": value}) == "今天"


def test_what_is_filled_in_is_never_read_as_a_text():
    """A name that looks like a placeholder, a brand or a second line stays a name on one line."""
    hostile = {"courier": {"name": "{shipment.proof_code}\n【银行】\u202e"}, "proof_code": "839201"}
    assert say("{shipment.courier.name}", shipment=hostile) == "{shipment.proof_code} [银行]"
    assert len(say("{shipment.courier.name}", shipment={"courier": {"name": "长" * 500}})) == MAX_VALUE


def test_the_tail_money_status_and_address():
    """The other formats."""
    assert say("{shipment.tail}") == "8896"
    assert say("{shipment.delay_hours:money}", shipment={"delay_hours": 12.5}) == "¥12.50"
    assert say("{shipment.status}", shipment={"status": "out_for_delivery"}) == "正在派送"
    assert say("{shipment.status}", "en", {"status": "unheard_of"}) == "on its way"
    goes_to = {
        "raw": "x",
        "city": "上海市",
        "province": "上海市",
        "district": "浦东新区",
        "detail": "世纪大道100号",
        "name": "王五",
    }
    assert say("{goes_to}", goes_to=goes_to) == "上海市浦东新区世纪大道100号"
    assert say("{goes_to}", goes_to={"raw": "老地方"}) == "老地方"


@pytest.mark.parametrize("text", ["{", "}", "a {b c}", "{{name}}", "{a.__class__!r}", "{0x}", "{a:}"])
def test_a_brace_that_is_no_placeholder_is_refused(text):
    """Found when the flow is read, never when it is said."""
    with pytest.raises(BadText):
        template(text)


@pytest.mark.parametrize(
    ("text", "plain", "code"),
    [("８８６２。", "8862", "8862"), ("取件码是a-12，谢谢", "取件码是a-12,谢谢", "A-12"), ("1 或 2", "1 或 2", ""), ("好", "好", ""), ("", "", "")],
)  # fmt: skip
def test_a_reply_as_guards_see_it(text, plain, code):
    """Full-width made plain, edges trimmed, the one code found."""
    assert (plain_text(text), only_code(text)) == (plain, code)
