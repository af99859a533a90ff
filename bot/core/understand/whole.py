"""Tables of whole replies: a row that stands for few strings is kept as strings, one that stands for many as a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from bot.core.understand.openings import openings
from bot.core.understand.rows import Row

_SPELT_OUT_AT_MOST: Final = 400
"""Strings of one row that are kept as such."""
_NONE: Final[frozenset[str]] = frozenset()


def expand(phrase: str) -> list[str]:
    """Every string that a phrase of a table of whole replies stands for: `(a|b)c?` is ac, a, bc, b."""
    said, rest = _expand_sequence(phrase)
    if rest:
        message = f"unbalanced bracket in {phrase!r}"
        raise ValueError(message)
    return [" ".join(one.split()) for one in said]


class Answers:
    """A table of whole replies. A row that stands for few strings is kept as strings, one that stands for many as a pattern."""

    __slots__ = ("_openings", "_pattern", "_said")

    def __init__(self, table: Iterable[Row]) -> None:
        few: list[str] = []
        many: list[str] = []
        for row in table:
            (few if _count(row.phrase, 0)[0] <= _SPELT_OUT_AT_MOST else many).append(row.phrase)
        self._said = frozenset(said for phrase in few for said in expand(phrase))
        spaced = "|".join(phrase.replace(".", r"\.").replace("(", "(?:").replace(" ", " ?") for phrase in many)
        self._pattern = re.compile(spaced) if many else None
        self._openings: frozenset[str] = frozenset().union(*map(openings, many))

    def __contains__(self, said: str) -> bool:
        if said in self._said:
            return True
        opens = said[:2] in self._openings or said[:1] in self._openings
        return opens and self._pattern is not None and self._pattern.fullmatch(said) is not None

    def with_more(self, said: Iterable[str]) -> Answers:
        """The same table and these replies."""
        more = Answers(())
        more._said, more._pattern, more._openings = self._said | frozenset(said), self._pattern, self._openings
        return more

    @property
    def said(self) -> frozenset[str]:
        """The replies that are kept as strings."""
        return self._said

    @property
    def openings(self) -> frozenset[str]:
        """What the other replies may begin with."""
        return self._openings

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What the other replies match as a whole, where there are any."""
        return self._pattern


class Whole:
    """Several tables of whole replies, asked together."""

    __slots__ = ("_kinds", "_patterns", "of")

    def __init__(self, tables: Mapping[str, Answers]) -> None:
        kinds: dict[str, frozenset[str]] = {}
        patterns: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
        for name, table in tables.items():
            for said in table.said:
                kinds[said] = kinds.get(said, _NONE) | {name}
            if (pattern := table.pattern) is None:
                continue
            for opening in table.openings:
                patterns[opening] = (*patterns.get(opening, ()), (name, pattern))
        self._patterns = patterns
        alike = {found: found for found in kinds.values()}
        self._kinds = {said: alike[found] for said, found in kinds.items()}
        self.of = lru_cache(maxsize=64)(self._of)

    def _of(self, said: str) -> frozenset[str]:
        """Names of the tables that hold `said`."""
        found = self._kinds.get(said, _NONE)
        for opening in (said[:1], said[:2]):
            for name, pattern in self._patterns.get(opening, ()):
                if name not in found and pattern.fullmatch(said):
                    found = found | {name}
        return found


def _count(phrase: str, at: int) -> tuple[int, int]:
    """How many strings the alternatives up to a closing bracket stand for, and where the bracket stands."""
    total, product = 0, 1
    while at < len(phrase) and phrase[at] != ")":
        if phrase[at] == "|":
            total, product, at = total + product, 1, at + 1
            continue
        inner = 1
        if phrase[at] == "(":
            inner, at = _count(phrase, at + 1)
        at += 1
        if phrase[at : at + 1] == "?":
            inner, at = inner + 1, at + 1
        product *= inner
    return total + product, at


def _expand_sequence(phrase: str) -> tuple[list[str], str]:
    """Strings of the alternatives up to a closing bracket, and what follows it."""
    alternatives: list[str] = []
    current = [""]
    while phrase and phrase[0] != ")":
        if phrase[0] == "|":
            alternatives, current, phrase = alternatives + current, [""], phrase[1:]
            continue
        if phrase[0] == "(":
            inner, phrase = _expand_sequence(phrase[1:])
            phrase = phrase[1:]
        else:
            inner, phrase = [phrase[0]], phrase[1:]
        if phrase[:1] == "?":
            inner, phrase = [*inner, ""], phrase[1:]
        current = [a + b for a in current for b in inner]
    return alternatives + current, phrase
