"""Which of several parcels: letters and places, never digits."""

import pytest

from bot.core.understand import letter


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
