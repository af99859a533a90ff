"""What a phrase of the tables can begin with, so that a text without any of it need not be searched.

An opening is one character or two: two where every match begins with those two, one where what follows the first is open
(a gap, the rest of a Latin word) or there is nothing more.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add
from typing import Final

_NUMBER: Final = frozenset("n0123456789一二两俩三四五六七八九十几半多好")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_ANY: Final = "\0"
"""Stands for whatever may come."""
_SPECIAL: Final[dict[str, frozenset[str]]] = {
    "~": _LETTERS | {""},
    "¦": frozenset({""}),
    "‹": frozenset({""}),
    "#": _NUMBER | frozenset(character + _ANY for character in _NUMBER),
    "¿": frozenset("?"),
    " ": frozenset(" ,"),
    "…": frozenset({"", _ANY}),
    "‥": frozenset({"", _ANY}),
}
"""Sign of the tables → what it can stand for."""


def openings(phrase: str) -> frozenset[str]:
    """What a text of `phrase` may begin with: one character, or two. Raises ValueError where anything may, or nothing need be there."""
    found, _ = _alternatives(phrase, 0)
    if "" in found or any(said.startswith(_ANY) for said in found):
        message = f"{phrase!r} begins with a gap, or can stand for nothing at all"
        raise ValueError(message)
    cut = frozenset(said.partition(_ANY)[0] for said in found)
    ones = {said for said in cut if len(said) == 1}
    return frozenset(said for said in cut if len(said) == 1 or said[0] not in ones)


@lru_cache(maxsize=16)
def grams(text: str) -> frozenset[str]:
    """The characters of `text` and its pairs of neighbours."""
    return frozenset(text) | frozenset(map(add, text, text[1:]))


def _alternatives(phrase: str, at: int) -> tuple[frozenset[str], int]:
    """The openings of the alternatives up to a closing bracket ("" where one can be nothing), and where the bracket stands."""
    found: set[str] = set()
    said = {""}
    while at < len(phrase) and phrase[at] != ")":
        if phrase[at] == "|":
            found |= said
            said, at = {""}, at + 1
            continue
        following, at = _item(phrase, at)
        open_ended = {one for one in said if len(one) < 2 and not one.endswith(_ANY)}
        said = (said - open_ended) | {(one + more)[:2] for one in open_ended for more in following}
    return frozenset(found | said), at


def _item(phrase: str, at: int) -> tuple[frozenset[str], int]:
    """The same of one bracket or sign, with the question mark behind it."""
    sign = phrase[at]
    if sign == "(":
        found, at = _alternatives(phrase, at + 1)
    else:
        found = _SPECIAL.get(sign, frozenset(sign))
    at += 1
    return (found | {""}, at + 1) if phrase[at : at + 1] == "?" else (found, at)
