"""Tables of phrases that are looked for inside a reply, cut into parts by what their phrases begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from bot.core.understand.openings import grams, openings
from bot.core.understand.rows import HAN_OR_SIGN, LATIN, Row, pattern_of

_TOGETHER: Final = 8
"""Phrases in one pattern: fewer cost more patterns to try, more cost longer searches."""
_MANY: Final = 3
"""First characters from which on a phrase begins like no other."""


class Part:
    """Some phrases of a table that begin alike, in one pattern; a text that holds none of `openings` is not searched."""

    __slots__ = ("_compiled", "expression", "openings")

    def __init__(self, expression: str, openings: frozenset[str]) -> None:
        self.expression, self.openings = expression, openings
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first opens it."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled


class Openings:
    """Of many parts, those that a text can open: read once for a text, whichever tables are asked."""

    __slots__ = ("_opened_by", "_parts", "held")

    def __init__(self) -> None:
        self._opened_by: dict[str, int] = {}
        self._parts = 0
        self.held = lru_cache(maxsize=32)(self._held)

    def add(self, parts: Iterable[Part]) -> int:
        """One more table: a bit for each of its parts, in their order. Returns the first one's number."""
        first = self._parts
        for part in parts:
            for opening in part.openings:
                self._opened_by[opening] = self._opened_by.get(opening, 0) | 1 << self._parts
            self._parts += 1
        self.held.cache_clear()
        return first

    def _held(self, text: str) -> int:
        """The bits of the parts that `text` opens."""
        opened_by, found = self._opened_by.get, 0
        for gram in grams(text):
            found |= opened_by(gram, 0)
        return found


SHARED: Final = Openings()
"""Of the tables that come with the product; a carrier's own have theirs."""


class Phrases:
    """A table for searching: Chinese and Latin phrases apart, as Latin ones end at word boundaries.

    Tables that share their `openings` read them once for a text; all of them are made before one is asked.
    """

    __slots__ = ("_all", "_chosen", "_first", "_held", "_parts", "rows")

    def __init__(self, table: Iterable[Row], openings: Openings | None = None) -> None:
        self.rows = tuple(table)
        openings = openings or Openings()
        self._parts = tuple(_parts(self.rows))
        self._first = openings.add(self._parts)
        self._all = (1 << len(self._parts)) - 1
        self._held = openings.held
        self._chosen = lru_cache(maxsize=1024)(self._chosen_of)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is searched for, Chinese first."""
        return self._parts

    def _opened(self, text: str) -> tuple[re.Pattern[str], ...]:
        """The patterns that can match somewhere in `text`."""
        bits = self._held(text) >> self._first & self._all
        return self._chosen(bits) if bits else ()

    def _chosen_of(self, bits: int) -> tuple[re.Pattern[str], ...]:
        chosen = []
        while bits:
            lowest = bits & -bits
            chosen.append(self._parts[lowest.bit_length() - 1].pattern)
            bits ^= lowest
        return tuple(chosen)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place where a phrase stands."""
        bits = self._held(text) >> self._first & self._all
        if not bits:
            return None
        first: re.Match[str] | None = None
        for pattern in self._chosen(bits):
            found = pattern.search(text, start)
            if found and (first is None or found.start() < first.start()):
                first = found
        return first

    def fullmatch(self, text: str) -> bool:
        """Whether the whole of `text` is one phrase."""
        return any(pattern.fullmatch(text) is not None for pattern in self._opened(text[:2]))

    def finditer(self, text: str) -> list[re.Match[str]]:
        """All places, pattern by pattern."""
        return [match for pattern in self._opened(text) for match in pattern.finditer(text)]

    def without(self, text: str) -> str:
        """`text` less every phrase of the table that stands in it."""
        for pattern in self._opened(text):
            text = pattern.sub(" ", text)
        return text


def _parts(table: Iterable[Row]) -> Iterator[Part]:
    """Some phrases each, of those that begin alike; Chinese ones before Latin ones, each with what its phrases may begin with.

    In parts, as a text that opens none of the phrases of a part is not searched for them.
    """
    parts = [part.phrase for row in table for part in _by_script(row)]
    latin = [phrase for phrase in parts if LATIN.search(phrase) and not HAN_OR_SIGN.search(phrase)]
    apart = frozenset(latin)
    han = [phrase for phrase in parts if phrase not in apart]
    for phrases, before, after in ((han, "", ""), (latin, "(?<![a-z0-9])", "(?![a-z0-9])")):
        opened = {phrase: openings(phrase) for phrase in phrases}
        for some in _chunks(sorted(phrases, key=lambda phrase: _likeness(opened[phrase]))):
            found: frozenset[str] = frozenset().union(*(opened[phrase] for phrase in some))
            ahead = "".join(re.escape(character) for character in sorted({said[0] for said in found}))
            yield Part(f"{before}(?=[{ahead}])(?:{'|'.join(map(pattern_of, some))}){after}", found)


def _likeness(opened: frozenset[str]) -> tuple[bool, bool, str]:
    """Sorts phrases that begin alike together: those that one character opens, those that many may begin, the others by their first."""
    firsts = sorted({said[0] for said in opened})
    many = len(firsts) > _MANY
    return any(len(said) == 1 for said in opened), many, "".join(firsts)


def _chunks(phrases: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(phrases), _TOGETHER):
        yield phrases[at : at + _TOGETHER]


def _by_script(row: Row) -> list[Row]:
    """A row of plain alternatives in several scripts as one row a script, so that its Latin words end at word boundaries."""
    inner = row.phrase[1:-1]
    if not (row.phrase.startswith("(") and row.phrase.endswith(")")) or set(inner) & set("()?"):
        return [row]
    latin = [said for said in inner.split("|") if not HAN_OR_SIGN.search(said)]
    other = [said for said in inner.split("|") if HAN_OR_SIGN.search(said)]
    return [Row(f"({'|'.join(part)})", row.example) for part in (latin, other) if part]
