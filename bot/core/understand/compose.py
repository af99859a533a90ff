"""Short answers by their parts: every word of a clause is known, and what the words do adds up to yes, no or thanks.

A clause is cut into the longest words of `tables/composition.py`, left to right; one that cannot be cut whole says nothing here. Then a negation
turns the word after it: "没(什么)问题" agrees, "不(太)合适" does not; what was merely received and is negated ("没收到") is for other layers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from bot.core.understand.tables.composition import CONTEXTS, PARTS
from bot.core.understand.text import simplified

Added = Literal["yes", "no", "thanks", "ack", "fill"]
"""`ack` is a yes that a later no overrules ("好的，不用了"); `fill` decides nothing and stands in no answer's way ("不好意思")."""

_UNIT: Final = re.compile(r"[a-z]{1,20}|\d{1,2}:\d\d(?:-\d{1,2}:\d\d|pm)?|[^\s]")
_LONGEST: Final = 8
_AT_MOST: Final = 24
_ASKS: Final = re.compile(
    r"(?:can|could|do|does|did|is|are|am|was|were|will|would|shall|should|may|have|has|had|any)"
    r" (?:i|you|u|it|that|this|the|they|we|he|she|there|my|your|a|an)(?![a-z])"
    r"|[^\n]{0,40}?(?:能不能|可不可以|行不行|好不好|是不是|要不要|有没有|会不会|方不方便|同不同意|[行好可得中]不(?=$|[?。,])|吗|(?<![什怎这那])么(?!得|问题|意见|毛病)|\?)"
)
_HEADS: Final[Mapping[str, tuple[str | None, str | None]]] = {
    "yes": ("yes", "no"),
    "act": ("yes", "no"),
    "ack": ("ack", "no"),
    "seen": ("ack", None),
    "no": ("no", None),
    "want": (None, "no"),
    "flaw": ("no", "yes"),
    "grief": (None, "yes"),
    "unread": (None, None),
}
"""What a word says, and what it says negated."""


_NEGATING: Final = frozenset({"not", "lack", "none"})


@lru_cache(maxsize=8)
def vocabulary(context: str) -> Mapping[str, str]:
    """Word → what it does, where `context` ("" for none) is asked."""
    parts = (*PARTS, *CONTEXTS.get(context, ()))
    return {word.replace("_", " "): part.does for part in parts for word in simplified(part.words).split()}


@lru_cache(maxsize=2048)
def composed(clause: str, context: str = "") -> Added | None:
    """What the words of `clause` (normalised, lower case) add up to; None where one is unknown, or they contradict each other."""
    cut = _cut(clause, vocabulary(context))
    return None if cut is None or _ASKS.match(clause) else _added(cut)


def _cut(clause: str, words: Mapping[str, str]) -> list[str] | None:
    """What each word does, in order; None where the clause holds an unknown word or is long."""
    units = [match.span() for match in _UNIT.finditer(clause[:120])]
    count = len(units)
    if not 0 < count <= _AT_MOST:
        return None
    longest = _reach(clause, units, words)
    if not longest[0]:
        return None
    found, at = [], 0
    while at < count:
        found.append(words[clause[units[at][0] : units[at + longest[at] - 1][1]]])
        at += longest[at]
    return found


def _reach(clause: str, units: Sequence[tuple[int, int]], words: Mapping[str, str]) -> list[int]:
    """For each unit, how many make the longest word from which the rest can be cut too; 0 where none does."""
    count = len(units)
    longest = [0] * count + [1]
    for at in range(count - 1, -1, -1):
        start = units[at][0]
        for last in range(min(count, at + _LONGEST) - 1, at - 1, -1):
            if longest[last + 1] and clause[start : units[last][1]] in words:
                longest[at] = last + 1 - at
                break
    return longest


def _added(cut: Sequence[str]) -> Added | None:
    said: list[str | None] = []
    negated = last = ""
    for does in cut:
        if does in _NEGATING:
            negated = does
        elif does == "has":
            negated = "lack" if negated == "not" else negated
        elif _spoils(does, negated):
            return None
        elif does == "undo":
            said[-1:] = [None if last in {"want", "seen"} else "no"]
        elif does in _HEADS and (negated or not _governed(does, last)):
            said.append(None if (does, negated) == ("want", "lack") else _HEADS[does][bool(negated)])
            negated, last = "", does
    if negated:
        said.append(None if negated == "lack" else "no")
    return _summed(said, thanks="thank" in cut)


def _spoils(does: str, negated: str) -> bool:
    """Whether a word makes another sentence of it: "什么" unnegated, "not my parcel", "没有优惠码"."""
    return (
        (does == "some" and not negated)
        or (does == "thing" and bool(negated))
        or (does == "goods" and negated in {"lack", "none"})
    )


def _governed(does: str, last: str) -> bool:
    """Whether a verb belongs to the refusal before it: "没空参加"."""
    return does in {"act", "want", "seen"} and last in {"no", "flaw"}


def _summed(said: Sequence[str | None], *, thanks: bool) -> Added | None:
    if not said:
        return "thanks" if thanks else "fill"
    decided = set(said)
    if None in decided or {"yes", "no"} <= decided:
        return None
    if decided == {"ack", "no"}:
        return "no" if said[0] == "ack" and said[-1] == "no" else None
    return "no" if decided == {"no"} else "ack" if decided == {"ack"} else "yes"
