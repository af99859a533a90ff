from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from bot.core.effects import Say
from bot.core.policy import REASONS, Allow, Consent, Defer, History, Promoted, Refuse, explain, screen
from tests.core.sample import NOW, carrier

TEXT = Say("menu", "您的包裹到了", "zh-CN")
OFFER = Say("offer", "回复Y领取优惠码", "zh-CN")
AGREED = Consent(promotion=True)
ALL_OFF = Consent(service=False, survey=False, promotion=False)
KNOWN = History(known=frozenset({"text"}))


def ask(say=TEXT, category="service", lane="notice", consent=AGREED, **more):
    more.setdefault("history", KNOWN)
    return screen(say, category, lane, consent, more.pop("config", carrier()), more.pop("now", NOW), **more)


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
    """The opt-out wording in the text's language; not in the answer to the customer's own Y, never on a service text."""
    assert ask(OFFER, "promotion", "promotion").text == "【风驰速运】回复Y领取优惠码。回T退订"
    assert ask(OFFER, "promotion", "reply").text == "【风驰速运】回复Y领取优惠码"
    assert ask(OFFER, "service", "notice").text == "【风驰速运】回复Y领取优惠码"
    assert ask(Say("o", "Save 10!", "en"), "promotion", "promotion").text == "【Fengchi】Save 10! Reply T to stop"


@pytest.mark.parametrize("kind", ["aliyun", "tencent"])
def test_mainland_templates_end_with_their_own_wording(kind):
    """拒收请回复R over mainland providers, 回T退订 or anything else by setting."""
    config = carrier(channels={"sms": {"kind": kind, "signature": "provider"}})
    assert ask(OFFER, "promotion", "promotion", config=config, channel="sms").text.endswith("。拒收请回复R")
    own = carrier(channels={"sms": {"kind": kind, "signature": "provider", "suffix": {"zh-CN": "回TD退订"}}})
    assert ask(OFFER, "promotion", "promotion", config=own, channel="sms").text.endswith("。回TD退订")


def test_a_language_without_a_suffix_gets_one_all_the_same():
    """No promotion leaves without the way out, also where the carrier forgot a language."""
    config = carrier(opt_out={"suffix": {"en": "Reply T to stop"}})
    assert ask(OFFER, "promotion", "promotion", config=config).text.endswith("Reply T to stop")


@pytest.mark.parametrize("text", ["回复Y领取，回T退订", "回复Y领取，回T退订。", "回T退订"])
def test_the_opt_out_wording_stands_once(text):
    """An author who wrote it by hand gets no second one."""
    said = ask(Say("offer", text, "zh-CN"), "promotion", "promotion").text
    assert said.count("退订") == 1
    assert said.endswith("回T退订")


@pytest.mark.parametrize(
    ("category", "consent", "reason"),
    [
        ("promotion", Consent(promotion=True), None),
        ("promotion", Consent(promotion=False), "opted_out"),
        ("promotion", Consent(), "no_consent"),
        ("survey", Consent(promotion=False), None),
        ("survey", Consent(survey=False), "opted_out"),
        ("service", Consent(survey=False, promotion=False), None),
        ("service", Consent(), None),
        ("service", ALL_OFF, "opted_out"),
        ("survey", Consent(service=False), "opted_out"),
        ("internal", ALL_OFF, None),
    ],
)
def test_consent_is_asked_category_by_category(category, consent, reason):
    """Service by contract until refused, promotions only with consent recorded; internal notices go to employees."""
    verdict = ask(category=category, consent=consent, lane="promotion" if category == "promotion" else "notice")
    assert (verdict.reason if isinstance(verdict, Refuse) else None) == reason


def test_a_soft_opt_in_is_for_existing_customers():
    """Where the carrier has chosen it, who was served or has written may be told, a stranger and who refused may not."""
    soft = carrier(consent={"promotion": "soft"})
    for known, consent, allowed in (
        ({"text"}, Consent(), True), ({"reply"}, Consent(), True), (set(), Consent(), False), ({"text"}, Consent(promotion=False), False),
    ):  # fmt: skip
        verdict = ask(OFFER, "promotion", "promotion", consent, config=soft, history=History(known=frozenset(known)))
        assert isinstance(verdict, Allow) == allowed


def test_a_survey_may_need_an_opt_in():
    """By setting; the default is that one neutral question belongs to the delivery."""
    strict = carrier(consent={"survey": "opt_in"})
    assert ask(category="survey", consent=Consent(), config=strict) == Refuse("no_consent")
    assert isinstance(ask(category="survey", consent=Consent(survey=True), config=strict), Allow)


def test_a_promotion_is_never_the_first_text():
    """To a customer who has had no text from us and has not written; an import counts only by setting."""
    assert ask(OFFER, "promotion", "promotion", history=History()) == Refuse("new_customer")
    imported = History(known=frozenset({"import"}))
    assert ask(OFFER, "promotion", "promotion", history=imported) == Refuse("new_customer")
    wider = carrier(caps={"promotion": {"known_by": ["text", "reply", "import"]}})
    assert isinstance(ask(OFFER, "promotion", "promotion", history=imported, config=wider), Allow)


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


def test_an_empty_text_an_endless_one_and_one_to_nobody_are_refused():
    """None of them costs anything."""
    assert ask(Say("x", "  ", "zh-CN")) == Refuse("empty")
    assert ask(Say("x", "长" * 600, "zh-CN")) == Refuse("too_long")
    assert ask(number_invalid=True) == Refuse("the number cannot receive texts")


def test_segments_are_counted_with_brand_and_suffix():
    """What is billed is what is sent."""
    sixty_four = Say("x", "字" * 64, "zh-CN")
    assert ask(sixty_four).segments.count == 1
    assert ask(sixty_four, "promotion", "promotion").segments.count == 2


def test_what_finds_no_time_is_refused_with_the_reason():
    """A notice that would be useless before the morning, and a promotion that is allowed never."""
    night = NOW.replace(hour=3)
    assert ask(now=night) == Defer(NOW.replace(hour=8), "outside_window")
    soon = night + timedelta(hours=1)
    assert ask(now=night, useful_until=soon) == Refuse("no_time_left:outside_window")
    never = carrier(caps={"promotion": {"a_month": 0}})
    assert ask(OFFER, "promotion", "promotion", config=never) == Refuse("no_time_left:cap_month")


def test_every_reason_is_a_sentence_for_staff():
    """Words with a detail too; what somebody else wrote stays as it is."""
    assert explain("opted_out") == "The customer has opted out of such messages"
    assert explain("no_time_left:cap_week").endswith("(the customer has had this week's promotions)")
    assert explain("sensitive_word:网贷") == "It holds a word that operators block (网贷)"
    assert explain("a person has the conversation") == "a person has the conversation"
    assert all(sentence[0].isupper() and not sentence.endswith(".") for sentence in REASONS.values())


def test_the_reason_is_the_rule_that_keeps_it_longest():
    """At night with a cap that lasts for days it is the cap that staff read, put off or refused; not the hours that opened long before."""
    night = NOW.astimezone(UTC).replace(hour=15)  # 23:00 in Shanghai
    spent = tuple(Promoted(night - timedelta(days=1, hours=n), f"other{n}") for n in (1, 2))
    had = History(spent, known=frozenset({"text"}))
    answer = ask(OFFER, "promotion", "promotion", now=night, history=had, useful_until=night + timedelta(days=9))
    assert isinstance(answer, Defer)
    assert answer.reason == "cap_week"
    assert ask(OFFER, "promotion", "promotion", now=night, history=had) == Refuse("no_time_left:cap_week")
    assert ask(OFFER, "promotion", "promotion", now=night).reason == "outside_window"


def test_a_text_is_counted_as_its_channel_bills_it():
    """Mainland providers bill 70 and 67 with the signature that they put before it, whatever the carrier's other channels do."""
    sms = {"kind": "aliyun", "signature": "provider"}
    config = carrier(channels={"sms": sms, "abroad": {"kind": "twilio"}})
    text = Say("x", "字" * 66, "zh-CN")
    verdict = ask(text, config=config, channel="sms")
    assert (verdict.text, verdict.segments.units, verdict.segments.count) == ("字" * 66, 72, 2)
    english = Say("x", "a" * 100, "en")
    ours = carrier(
        signature={"en": "Fengchi: "}, channels={"sms": {**sms, "signature": "ours"}, "abroad": {"kind": "twilio"}}
    )
    assert [ask(english, config=ours, channel=name).segments.count for name in ("sms", "abroad")] == [2, 1]
    assert ask(Say("x", "【风驰速运】您好", "zh-CN"), config=config, channel="sms").text == "您好"
