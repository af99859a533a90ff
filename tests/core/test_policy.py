from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.effects import Say
from bot.core.policy import Allow, Consent, Refuse, screen
from tests.core.sample import NOW, carrier

TEXT = Say("menu", "您的包裹到了", "zh-CN")
ALL_ON = Consent()
ALL_OFF = Consent(service=False, survey=False, promotion=False)


def ask(say=TEXT, category="service", lane="notice", consent=ALL_ON, **more):
    return screen(say, category, lane, consent, more.pop("config", carrier()), NOW, **more)


def test_the_brand_stands_before_every_text_once():
    """Signed by policy, in the customer's language, and not twice."""
    assert ask().text == "【风驰速运】您的包裹到了"
    assert ask(Say("x", "【风驰速运】您好", "zh-CN")).text == "【风驰速运】您好"
    assert ask(Say("x", "Hello", "en")).text == "【Fengchi】Hello"


def test_a_carrier_may_sign_otherwise_or_leave_it_to_the_provider():
    """`signature:` by language; Aliyun and Tencent sign by themselves."""
    own = carrier(signature={"en": "Fengchi: "})
    assert ask(Say("x", "Hello", "en"), config=own).text == "Fengchi: Hello"
    aliyun = carrier(channels={"aliyun": {"kind": "aliyun", "signature": "provider"}})
    assert ask(config=aliyun, channel="aliyun").text == "您的包裹到了"


def test_a_promotion_tells_how_to_stop_it():
    """The opt-out wording in the text's language; not in the answer to the customer's own Y."""
    offer = Say("offer", "回复Y领取优惠码", "zh-CN")
    assert ask(offer, "promotion", "promotion").text == "【风驰速运】回复Y领取优惠码。回T退订"
    assert ask(offer, "promotion", "reply").text == "【风驰速运】回复Y领取优惠码"
    assert ask(Say("o", "Save 10!", "en"), "promotion", "promotion").text == "【Fengchi】Save 10! Reply T to stop"


def test_the_opt_out_wording_stands_once():
    """An author who wrote it by hand gets no second one."""
    offer = Say("offer", "回复Y领取，回T退订", "zh-CN")
    assert ask(offer, "promotion", "promotion").text.count("退订") == 1


@pytest.mark.parametrize(
    ("category", "consent", "refused"),
    [
        ("promotion", Consent(promotion=False), True),
        ("survey", Consent(promotion=False), False),
        ("service", Consent(survey=False, promotion=False), False),
        ("service", ALL_OFF, True),
        ("internal", ALL_OFF, False),
    ],
)
def test_who_opted_out_gets_nothing_of_it(category, consent, refused):
    """Category by category; service texts go on unless they were stopped too."""
    verdict = ask(category=category, consent=consent)
    assert isinstance(verdict, Refuse) == refused
    assert not refused or verdict.reason == "opted_out"


def test_the_customers_own_message_is_answered():
    """After TD a question is still answered, after STOP to everything only the acknowledgement goes out."""
    assert isinstance(ask(category="promotion", lane="reply", consent=Consent(promotion=False)), Allow)
    assert isinstance(ask(lane="reply", consent=ALL_OFF), Refuse)
    assert isinstance(ask(lane="acknowledgement", consent=ALL_OFF), Allow)


def test_what_is_said_once_is_not_said_again_so_soon():
    """`once_in` keeps two polite machines from thanking each other for ever."""
    polite = Say("welcome", "不客气", "zh-CN", once_in=timedelta(hours=1))
    assert ask(polite, last_said=NOW - timedelta(minutes=59)) == Refuse("said_already")
    assert isinstance(ask(polite, last_said=NOW - timedelta(minutes=61)), Allow)
    assert isinstance(ask(TEXT, last_said=NOW), Allow)


def test_an_empty_text_and_an_endless_one_are_refused():
    """Neither costs anything."""
    assert ask(Say("x", "  ", "zh-CN")) == Refuse("empty")
    assert ask(Say("x", "长" * 600, "zh-CN")) == Refuse("too_long")


def test_segments_are_counted_with_brand_and_suffix():
    """What is billed is what is sent."""
    sixty_four = Say("x", "字" * 64, "zh-CN")
    assert ask(sixty_four).segments.count == 1
    assert ask(sixty_four, "promotion", "promotion").segments.count == 2
