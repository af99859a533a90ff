"""Which of several parcels: letters and waybill tails, never digits."""

import pytest

from bot.core.understand import letter, tails_named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("b", 1),
        ("Ｂ", 1),
        ("A", 0),
        ("选B吧", 1),
        ("B那个", 1),
        ("第二个包裹", 1),
        ("the first one", 0),
        ("🅱", 1),
        ("option A", 0),
        ("最后一个", 2),
        ("C。", 2),
    ],
)
def test_letters_and_ordinals_name_a_parcel(text, place):
    """The answer to "A … / B … / C …?"."""
    assert letter(text, 3) == place


@pytest.mark.parametrize("text", ["1", "2", "二", "D", "ok", "", "bus", "abc", "1b"])
def test_digits_and_other_words_name_none(text):
    """A digit means something else in the menu that waits."""
    assert letter(text, 3) is None


def test_a_tail_names_its_parcel_and_leaves_the_rest():
    """ "8896那个，1" is parcel 8896, and 1."""
    assert tails_named("8896那个，1", ["FY1234568896", "FY0000001234"]) == ({0}, "1")
    assert tails_named("尾号1234的要暂存", ["FY1234568896", "FY0000001234"]) == ({1}, "要暂存")
    assert tails_named("FY1234568896 2", ["FY1234568896", "FY0000001234"]) == ({0}, "2")


def test_what_is_no_tail_names_nothing():
    """Digits of a phone or an hour stay where they are."""
    assert tails_named("1", ["FY1234568896", "FY0000001234"]) == (set(), "1")
    assert tails_named("打13800001111", ["FY1234568896"]) == (set(), "打13800001111")


def test_both_tails_name_both():
    """Two parcels, one wish."""
    named, rest = tails_named("8896和1234都暂存", ["FY1234568896", "FY0000001234"])
    assert named == {0, 1}
    assert "暂存" in rest
