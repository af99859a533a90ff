"""Both calculators against published vectors, each with where it is from.

twilio: TwilioDevEd/message-segment-calculator (MIT), tests/index.test.js and tests/segments.test.js.
3gpp: TS 23.038, 6.2.1 and the extension table of 6.2.1.1: 160 septets alone, 153 behind a 6-byte header; 70 and 67 in UCS-2.
aliyun: help.aliyun.com/en/sms/user-guide/message-rules. huawei: support.huaweicloud.com/smn_faq/smn_faq_0009.html.
"""

from __future__ import annotations

import pytest

from bot.core.policy import dearest
from bot.core.segments import EXTENDED, segments
from tests.core.sample import carrier

BY_ENCODING = [
    ("3gpp: an empty text is one message", "", 1),
    ("3gpp: 160 septets are one", "a" * 160, 1),
    ("twilio: GSM-7 in one segment", "1234567890" * 16, 1),
    ("twilio: GSM-7 in two segments", "1234567890" * 16 + "1", 2),
    ("3gpp: two hold 306", "a" * 306, 2),
    ("twilio: GSM-7 in three segments", "1234567890" * 30 + "1234567", 3),
    ("3gpp: three hold 459", "a" * 459, 3),
    ("3gpp: 460 are four", "a" * 460, 4),
    ("twilio: one escape and 158 others are 160 septets", "|" + "1" * 158, 1),
    ("twilio: one escape and 159 others are two segments", "|" + "1" * 159, 2),
    ("3gpp: 80 escapes fit", "€" * 80, 1),
    ("3gpp: 81 escapes do not", "€" * 81, 2),
    ("3gpp: an escape pair is not cut in two at 153", "a" * 152 + "€" + "a" * 152, 3),
    ("twilio: UCS-2 in one segment", "😜" + "1" * 68, 1),
    ("twilio: UCS-2 in two segments", "😜" + "1" * 69, 2),
    ("twilio: UCS-2 in three segments", "😜" + "1" * 133, 3),
    ("twilio: UCS-2, two segments are full", "😜" + "1" * 132, 2),
    ("twilio: a flag of two pairs counts four", "🇮🇹" + "1" * 66, 1),
    ("twilio: a flag of two pairs and 67", "🇮🇹" + "1" * 67, 2),
    ("twilio: a bracket costs one in UCS-2", "😜" + "]" * 68, 1),
    ("twilio: a bracket costs one in UCS-2, two segments", "😜" + "]" * 69, 2),
    ("3gpp: 70 Chinese characters are one", "我" * 70, 1),
    ("3gpp: 71 are two", "我" * 71, 2),
    ("3gpp: 134 are two", "我" * 134, 2),
    ("3gpp: 135 are three", "我" * 135, 3),
    ("twilio: an emoji at the edge goes whole into the next segment", "我" * 66 + "😜" + "我" * 66, 3),
    ("twilio: an emoji at the edge, and there is room", "我" * 66 + "😜" + "我" * 10, 2),
    ("twilio: a family is one grapheme of eleven units", "👨‍👩‍👧‍👦" + "1" * 59, 1),
    ("twilio: a family at the edge goes whole", "1" * 60 + "👨‍👩‍👧‍👦" + "1" * 60, 3),
    ("3gpp: marks without end are no one character", "a" + "\u0301" * 100, 2),
    ("3gpp: a back quote is outside the alphabet", "`" + "a" * 70, 2),
    ("3gpp: a curly quote is outside the alphabet", "’" + "a" * 69, 1),
    ("3gpp: a letter that looks Spanish is outside", "ç" + "a" * 70, 2),
    ("3gpp: accents of the alphabet are inside", "èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà" + "a" * 137, 1),
    ("3gpp: Greek capitals of the alphabet are inside", "ΔΦΓΛΩΠΨΣΘΞ" + "a" * 150, 1),
]
MAINLAND = [
    ("aliyun: 70 characters are one message", "字" * 70, 1),
    ("aliyun: 71 are two", "字" * 71, 2),
    ("aliyun: 134 are two", "字" * 134, 2),
    ("aliyun: 135 are three", "字" * 135, 3),
    ("aliyun: 160 are 67 + 67 + 26", "字" * 160, 3),
    ("aliyun: letters and digits cost the same", "a" * 71, 2),
    ("aliyun: 160 plain letters are three", "a" * 160, 3),
    ("huawei: the signature counts, brackets too", "【华为云】" + "字" * 65, 1),
    ("huawei: one more than the signature leaves", "【华为云】" + "字" * 66, 2),
    ("3gpp: no pair is cut in two at 67", "字" * 66 + "😜" + "字" * 66, 3),
    ("aliyun: 500 characters, the most, are eight", "字" * 500, 8),
]


@pytest.mark.parametrize(("text", "count"), [pytest.param(*row[1:], id=row[0]) for row in BY_ENCODING])
def test_by_encoding(text, count):
    """Septets, escapes, UTF-16 units and graphemes as providers count them."""
    assert segments(text).count == count


@pytest.mark.parametrize(("text", "count"), [pytest.param(*row[1:], id=row[0]) for row in MAINLAND])
def test_as_mainland_bills(text, count):
    """70, then 67 each, for every text."""
    assert segments(text, "mainland").count == count


def test_the_signature_is_five():
    """【华为云】 is billed as five characters (huawei)."""
    assert segments("【华为云】", "mainland").units == 5


def test_every_extension_character_costs_two():
    """Nine visible ones and the form feed."""
    assert len(EXTENDED) == 10
    assert all(segments(letter).units == 2 for letter in EXTENDED)


def test_one_letter_outside_gsm_makes_it_all_ucs2():
    """A curly quote in an English text halves what fits."""
    assert segments("it's").encoding == "gsm7"
    assert segments("it’s").encoding == "ucs2"


def test_half_a_pair_is_counted_and_not_an_error():
    """What a broken phone sent is counted like anything else."""
    assert segments("\ud83d" + "我").units == 2


def test_who_writes_a_text_is_told_what_its_dearest_channel_bills():
    """Nobody knows yet which channel will carry it: with the provider's signature and each channel's own opt-out wording."""
    twilio, aliyun = {"kind": "twilio"}, {"kind": "aliyun", "signature": "provider"}
    plain, signed = "a" * 100, "【Fengchi】"
    by_encoding = carrier(channels={"sms": twilio}, signature={"en": "Fengchi: "})
    both = carrier(channels={"sms": twilio, "cn": aliyun}, signature={"en": "Fengchi: "})
    assert dearest(plain, "en", by_encoding, promotes=False).count == 1
    assert dearest(plain, "en", both, promotes=False).count == 2
    assert dearest("a", "en", carrier(channels={"cn": aliyun}), promotes=False).units == len(signed) + 1
    only = carrier(channels={"cn": aliyun})
    assert dearest("八折", "zh-CN", only, promotes=True).units == len("【风驰速运】八折。拒收请回复R")
