"""Numbers as people write them → E.164."""

from __future__ import annotations

import pytest

from bot.core.errors import Invalid
from bot.core.phones import country_of, normalise


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("13800138000", "CN", "+8613800138000"),
        ("+86 138-0013-8000", None, "+8613800138000"),
        ("0086 13800138000", "CN", "+8613800138000"),
        ("8613800138000", "CN", "+8613800138000"),
        ("１３８００１３８０００", "CN", "+8613800138000"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("07700 900123", "GB", "+447700900123"),
    ],
)
def test_any_usual_writing_is_read(text: str, country: str | None, number: str):
    """Spaces, dashes, brackets, full-width digits, and each way to write the country."""
    assert normalise(text, country).number == number


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("+8613800138000", None),
        ("+8614812345678", "no numbering plan"),  # mainland IoT numbers, in use and unknown to the library
        ("+8657188157000", "landline"),
        ("+447700900123", "no numbering plan"),
        ("+18003569377", "toll-free"),
    ],
)
def test_a_doubt_is_said_and_the_number_taken(text: str, doubt: str | None):
    """What the library doubts is a warning: its plans are older than some numbers."""
    said = normalise(text, None).doubt
    assert (said is None) if doubt is None else (doubt in said)


@pytest.mark.parametrize(
    ("text", "country", "said"),
    [
        ("13800138000", None, "has no country code"),
        ("95338", "CN", "cannot receive texts|that can receive texts"),
        ("106912345678", "CN", "that can receive texts"),
        ("+86138", None, "that can receive texts"),
        ("+8613800138000 x5", None, "has letters"),
        ("+8613800138000;ext=5", None, "has letters"),
        ("+8613800138000#5", None, "that can receive texts"),
        ("1-800-FLOWERS", "US", "has letters"),
        ("", "CN", "is not a phone number"),
        ("你好", "CN", "is not a phone number"),
        ("\x00", "CN", "is not a phone number"),
        ("+" + "9" * 300, "CN", "is not a phone number"),
    ],
)
def test_what_is_no_number_says_why(text: str, country: str | None, said: str):
    """`Invalid`, as the end of a sentence that begins with the field."""
    with pytest.raises(Invalid, match=said):
        normalise(text, country)


def test_a_time_zone_tells_the_country():
    """Where a carrier's local numbers are from; a zone without a country gives none."""
    assert (country_of("Asia/Shanghai"), country_of("America/New_York"), country_of("UTC")) == ("CN", "US", None)


@pytest.mark.parametrize("text", ["+0013800138000", "+0 13800138000", "＋００8613800138000"])
def test_a_plus_before_a_zero_is_no_country(text: str):
    """It would be read as a number of another country than was meant."""
    with pytest.raises(Invalid, match="begins with \\+ and 0"):
        normalise(text, "CN")
