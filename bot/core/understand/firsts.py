"""Which characters a phrase of the tables can begin with, so that a text without any of them need not be searched."""

from __future__ import annotations

from typing import Final

_NUMBER: Final = frozenset("n0123456789一二两三四五六七八九十几半多好")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_SPECIAL: Final[dict[str, tuple[frozenset[str], bool]]] = {
    "~": (_LETTERS, True),
    "¦": (frozenset(), True),
    "‹": (frozenset(), True),
    "#": (_NUMBER, False),
    "¿": (frozenset("?"), False),
    " ": (frozenset(" ,"), False),
    "…": (frozenset("…"), True),
    "‥": (frozenset("…"), True),
}
"""Sign of the tables → the characters it can stand for, and whether it can be nothing."""


def first_characters(phrase: str) -> frozenset[str]:
    """The characters that a text of `phrase` may begin with. Raises ValueError where any may, or none need be there."""
    found, skippable, _ = _alternatives(phrase, 0)
    if skippable or "…" in found:
        message = f"{phrase!r} begins with a gap, or can stand for nothing at all"
        raise ValueError(message)
    return found


def _alternatives(phrase: str, at: int) -> tuple[frozenset[str], bool, int]:
    """First characters of the alternatives up to a closing bracket, whether one can be nothing, and where the bracket stands."""
    found: set[str] = set()
    any_empty, still_first = False, True
    while at < len(phrase) and phrase[at] != ")":
        if phrase[at] == "|":
            any_empty, still_first, at = any_empty or still_first, True, at + 1
            continue
        firsts, skippable, at = _item(phrase, at)
        if still_first:
            found |= firsts
            still_first = skippable
    return frozenset(found), any_empty or still_first, at


def _item(phrase: str, at: int) -> tuple[frozenset[str], bool, int]:
    """The same of one bracket or sign, with the question mark behind it."""
    sign = phrase[at]
    if sign == "(":
        firsts, skippable, at = _alternatives(phrase, at + 1)
    else:
        firsts, skippable = _SPECIAL.get(sign, (frozenset(sign), False))
    at += 1
    if phrase[at : at + 1] == "?":
        return firsts, True, at + 1
    return firsts, skippable, at
