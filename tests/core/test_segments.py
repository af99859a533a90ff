from __future__ import annotations

import pytest

from bot.core.segments import segments


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("€" + "a" * 158, 1), ("€" + "a" * 159, 2),
        ("😜" + "我" * 68, 1), ("😜" + "我" * 69, 2), ("😜" + "我" * 132, 2), ("😜" + "我" * 133, 3),
        ("🇮🇹" + "我" * 66, 1), ("🇮🇹" + "我" * 67, 2), ("我" * 70, 1), ("我" * 71, 2), ("我" * 134, 2), ("我" * 135, 3), ("", 1),
    ],
)  # fmt: skip
def test_by_encoding(text, count):
    """Septets, escapes, UTF-16 units and graphemes as providers count them (vectors of Twilio's calculator)."""
    assert segments(text).count == count


@pytest.mark.parametrize(("length", "count"), [(70, 1), (71, 2), (134, 2), (135, 3), (160, 3)])
def test_as_mainland_bills(length, count):
    """70, then 67 each; plain ASCII costs the same."""
    assert segments("a" * length, "mainland").count == count
    assert segments("我" * length, "mainland").count == count


def test_one_letter_outside_gsm_makes_it_all_ucs2():
    """A curly quote in an English text halves what fits."""
    assert segments("it's").encoding == "gsm7"
    assert segments("it’s").encoding == "ucs2"


def test_a_pair_is_never_cut_in_two():
    """An emoji at the edge of a segment goes whole into the next."""
    assert segments("我" * 66 + "😜" + "我" * 10).count == 2
    assert segments("我" * 66 + "😜" + "我" * 66).count == 3
