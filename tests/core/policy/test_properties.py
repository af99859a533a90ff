"""Whatever was said before, whenever it is asked: nothing that policy lets through breaks a rule, and it always ends with a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.carrier import EVERYTHING
from bot.core.effects import Say
from bot.core.policy import (
    Allow,
    Carried,
    Consent,
    Defer,
    History,
    Promoted,
    Refuse,
    Request,
    explain,
    screen_request,
    signature,
    useful_until,
)  # fmt: skip
from tests.core.sample import carrier

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")
CARRIERS = [
    carrier(),
    carrier(time_zone="America/New_York", locales=["en"], brand={"en": "Fengchi"}, signature={"en": "Fengchi: "}),
    carrier(channels={"simulator": {"kind": "simulator", "limits": {"identical_a_day": 1, "a_day": 3}}}),
    carrier(consent={"promotion": "soft", "survey": "opt_in"}, caps={"promotion": {"a_month": 1, "apart": "9d"}}),
    carrier(windows={"service": {"default": ["freedays 02:15-02:45"]}, "promotion": {"default": ["23:00-24:00"]}}),
    carrier(caps={"promotion": {"a_week": 0}}, useful_for={"promotion": "40d"}),
]
START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTES = 2 * 366 * 24 * 60

moments = st.integers(0, MINUTES).map(lambda minutes: START + timedelta(minutes=minutes))
agreed = st.sampled_from((True, True, False, None))
consents = st.builds(Consent, agreed, agreed, agreed)
texts = st.sampled_from(("您的包裹到了", "送您优惠，回T退订", "Save 10!", "x" * 200, " ", "低息貸款", "见 t.cn/a"))
lanes = st.sampled_from(("acknowledgement", "reply", "notice", "promotion"))
categories = st.sampled_from((*EVERYTHING, "promotion", "internal"))
known = st.frozensets(st.sampled_from(("text", "reply", "import")))
kinds = st.sampled_from(("a", "b"))


@st.composite
def histories(draw, now):
    ago = st.integers(-3 * 24 * 60, 40 * 24 * 60).map(lambda minutes: now - timedelta(minutes=minutes))
    promotions = draw(st.lists(st.builds(Promoted, ago, kinds), max_size=6))
    carried = draw(st.lists(st.builds(Carried, ago, st.just("【风驰速运】您的包裹到了")), max_size=5))
    return History(tuple(promotions), tuple(carried), draw(known))


@st.composite
def requests(draw):
    config, now = draw(st.sampled_from(CARRIERS)), draw(moments)
    say = Say("k", draw(texts), draw(st.sampled_from(("zh-CN", "en"))), urgent=draw(st.booleans()))
    return Request(
        say, draw(categories), draw(lanes), draw(consents), config, now, "simulator",
        phone="+8613800138000", segment=draw(st.sampled_from(("ordinary", "office", "enterprise", "vip"))),
        zone=ZoneInfo(draw(st.sampled_from(ZONES))), event=draw(st.sampled_from((None, "out_for_delivery", "delivered"))),
        kind=draw(kinds), history=draw(histories(now)), number_invalid=draw(st.sampled_from((False, False, True))),
    )  # fmt: skip


def goes(request: Request) -> bool:
    return isinstance(screen_request(request), Allow)


@given(requests())
@settings(max_examples=500, deadline=None)
def test_nothing_leaves_outside_its_window(request):
    """Local wall time lies in a window of its category and segment, unless it is an answer, of today, or urgent."""
    if not goes(request):
        return
    unasked = request.lane in ("notice", "promotion")
    special = request.say.urgent or request.event == "out_for_delivery"
    if not unasked or (special and request.category in ("service", "internal")):
        return
    hours = getattr(request.carrier.windows, request.category)
    local = request.now.astimezone(request.zone)
    minute = local.hour * 60 + local.minute
    spans = hours[request.segment] if request.segment in hours else hours["default"]
    assert any(span.start <= minute < span.end for span in spans)


@given(requests())
@settings(max_examples=500, deadline=None)
def test_nothing_leaves_above_its_cap(request):
    """With the text itself, no 31 days, no 7 days, no 72 hours and no provider's day hold more than they may."""
    if not goes(request):
        return
    caps, now = request.carrier.caps.promotion, request.now
    if request.category == "promotion" and request.lane in ("notice", "promotion"):
        times = [promoted.at for promoted in request.history.promotions]
        for most, days in ((caps.a_month, 31), (caps.a_week, 7)):
            span = timedelta(days=days)
            for first in [*times, now]:
                if first <= now < first + span:
                    assert sum(first <= at < first + span for at in [*times, now]) <= most or now not in (first, now)
            assert sum(now - span < at <= now for at in times) + 1 <= most
        assert all(abs(now - p.at) >= caps.apart for p in request.history.promotions if p.kind == request.kind)
    over = request.carrier.channels["simulator"].limits
    if over and request.lane != "acknowledgement":
        day = [carried for carried in request.history.carried if now - timedelta(days=1) < carried.at <= now]
        assert len(day) + 1 <= over.a_day


@given(requests())
@settings(max_examples=500, deadline=None)
def test_nothing_leaves_after_an_opt_out(request):
    """Of a refused category nothing but an answer, after a refusal of everything nothing but its acknowledgement."""
    if not goes(request) or request.lane == "acknowledgement" or request.category == "internal":
        return
    assert request.consent.service is not False
    if request.lane != "reply":
        assert getattr(request.consent, request.category) is not False
    if request.category == "promotion" and request.lane != "reply" and request.carrier.consent.promotion == "opt_in":
        assert request.consent.promotion is True
        assert request.history.known


@given(requests())
@settings(max_examples=500, deadline=None)
def test_every_text_is_signed_and_every_promotion_tells_how_to_stop(request):
    """Signature first, opt-out wording last and once; no text but a promotion gets it from us; no blocked word in either script."""
    verdict = screen_request(request)
    if not isinstance(verdict, Allow):
        return
    mark = signature(request.say.locale, request.carrier)
    assert verdict.text.startswith(mark)
    assert verdict.text.count(mark) == 1
    suffixes = tuple(request.carrier.opt_out.suffix.values())
    if request.category == "promotion" and request.lane in ("notice", "promotion"):
        assert verdict.text.endswith(suffixes)
        assert sum(verdict.text.count(suffix) for suffix in suffixes) <= 2
    else:
        assert verdict.text == mark + request.say.text.strip()
    assert "贷款" not in verdict.text
    assert "貸款" not in verdict.text


@given(requests())
@settings(max_examples=500, deadline=None)
def test_it_always_ends_and_always_says_why(request):
    """Refused with a sentence for staff; or put off to a later moment, before it is useless, at which the same text may leave."""
    verdict = screen_request(request)
    match verdict:
        case Refuse(reason) | Defer(_, reason):
            assert reason
            assert explain(reason) != reason
    if isinstance(verdict, Defer):
        until = useful_until(request)
        assert request.now < verdict.until <= until
        assert goes(replace(request, now=verdict.until, useful_until=until))
