from __future__ import annotations

import random

import pytest

from bot.core.effects import Say
from bot.core.policy import Allow, Consent, Refuse, screen
from bot.core.policy.content import Words, has_link, sensitive_word
from tests.core.sample import NOW, carrier


@pytest.mark.parametrize(
    "text",
    [
        "低息贷款找我", "低息貸款找我", "低 息 贷 款", "低*息-贷。款", "低\u200b息贷款", "点此进入CASINO", "ｃａｓｉｎｏ欢迎您", "play at the casino!",
        "the Slot  Machine", "网贷", "【裸聊】", "c a s i n o bonus", "C.A.S.I.N.O", "毒品", "送您viagra优惠",
    ],
)  # fmt: skip
def test_blocked_words_are_found_however_they_are_hidden(text):
    """Traditional forms, blanks, signs, invisible and wide characters, capitals."""
    assert sensitive_word(text, carrier()) is not None


@pytest.mark.parametrize(
    "text",
    ["您的包裹到了", "casinos are not casino-like"[:7] + "x", "Done. Parcel 8896 is on hold for you for 3 days", "回复Y立即领取优惠码", "大麦网的包裹", "Building C A 5 B, 2nd floor", "彩票已寄出"],
)  # fmt: skip
def test_ordinary_words_are_left_alone(text):
    """A Latin word counts whole, a Chinese one as it stands."""
    assert sensitive_word(text, carrier()) is None


def test_a_carrier_adds_words_and_lifts_some():
    """Its own list beside the shipped one, or without it."""
    assert sensitive_word("双十一大促", carrier(content={"words": ["双十一"]})) == "双十一"
    assert sensitive_word("网贷", carrier(content={"allow": ["网贷"]})) is None
    assert sensitive_word("网贷", carrier(content={"shipped": False})) is None


def test_a_blocked_word_refuses_the_text_and_is_named():
    """So that staff see which."""
    verdict = screen(Say("k", "代开发票", "zh-CN"), "service", "reply", Consent(), carrier(), NOW)
    assert verdict == Refuse("sensitive_word:代开发票")


def test_thousands_of_words_are_looked_for_at_once():
    """Ten thousand words, each found where it stands and none where it does not (what it costs: benchmarks/month.py)."""
    dice = random.Random(1)
    own = sorted({"".join(chr(dice.randrange(0x4E00, 0x9FA5)) for _ in range(4)) for _ in range(10_000)})
    many = Words(frozenset(own))
    assert len(many) > 9_000
    assert all(many.found_in(f"您的{word}到了") for word in own[::50])
    assert many.found_in("您尾号8896的包裹由李师傅派送，约18:30到。回复1要求暂存") is None


@pytest.mark.parametrize(
    "text",
    [
        "https://x.example",
        "www.a.cn/1",
        "见 t.cn/Ab3",
        "bit.ly/x",
        "http：//ａ.com",
        "点击t.cn/abc",
        "详见dwz.cn/xyz领取",
        "下单u.jd.com",
        "去a.ru/x看",
        "x.de",
        "1.2.3.4/x",
        "例子.中国",
        "weixin://dl",
        "来shop.example/1吧",
    ],
)
def test_links_are_seen(text):
    """As a phone would make them tappable."""
    assert has_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "8.30到",
        "3.5公斤",
        "A.B先生",
        "到站.请取",
        "v2.0",
        "No.8楼",
        "8:30-9:00/周一",
        "Mr.Li",
        "10.5/公斤",
        "a@b.c",
        "12.5元/kg",
        "e.g./i.e. so",
        "2026.10.1/周四",
    ],
)
def test_numbers_and_names_are_no_links(text):
    """A point alone makes no address."""
    assert not has_link(text)


def test_no_link_is_filled_into_a_mainland_text():
    """The author's own words may hold one that was approved, a fact may not; elsewhere a tracking link is what is wanted."""
    mainland = carrier(channels={"sms": {"kind": "aliyun", "signature": "provider"}})
    say = Say("k", "查件 https://t.example.com/1", "zh-CN", filled=("https://t.example.com/1",))
    fixed = Say("k", "查件 https://t.example.com", "zh-CN", filled=("8896",))
    assert screen(say, "service", "reply", Consent(), mainland, NOW, channel="sms") == Refuse("link")
    assert isinstance(screen(fixed, "service", "reply", Consent(), mainland, NOW, channel="sms"), Allow)
    assert isinstance(screen(say, "service", "reply", Consent(), carrier(), NOW, channel="simulator"), Allow)
    billed = carrier(billing="mainland")
    assert screen(say, "service", "reply", Consent(), billed, NOW) == Refuse("link")
    own = carrier(billing="mainland", content={"links": "anywhere"})
    assert isinstance(screen(say, "service", "reply", Consent(), own, NOW), Allow)
