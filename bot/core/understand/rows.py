"""How a table of the lexicon is written and compiled.

One row a line: a phrase, at least two spaces, an example that shows it (or a source). A phrase may hold `(a|b)`, `x?`,
`…` (a gap of at most six characters of the same clause), `‥` (a gap of at most ten of the same line), `~` (the rest of a Latin word) `¦` (the end of a clause), `#` (a number), `‹` (the start of a clause) and `¿` (a question mark).
`{send}` stands for a class of `classes.py`. Nothing in it can repeat without bound, so that every search is linear in the length of the reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.core.understand.classes import CLASSES
from bot.core.understand.openings import grams, openings
from bot.core.understand.text import simplified

_GAP: Final = r"[^,。!?;\n.]{0,6}?"
_END: Final = r"(?=[,。!?;\n ~.)]|\Z)"
_LATIN_END: Final = r"(?= ?(?:[,。!?;\n~.)]|\Z))"
_START: Final = r"(?:(?<![^,。!?;\n~])|(?<=[,。!?;\n~.] ))"
_NUMBER: Final = r"(?:\d{1,3}|[一二两俩三四五六七八九十几半多好]{1,3}|n(?=[天日次个年]))"
_WORD_REST: Final = "[a-z]{0,14}"
_TOGETHER: Final = 24
"""Phrases in one pattern: fewer cost more looks, more cost longer searches."""
_SPELT_OUT_AT_MOST: Final = 400
"""Strings of one row of a table of whole replies that are kept as such."""
_FORBIDDEN: Final = re.compile(r"[*+^$\\\[]|\(\?|\{(?![a-z_]+\})|(?<![a-z_])\}")
_CLASS: Final = re.compile(r"\{([a-z_]+)\}")
_LATIN: Final = re.compile(r"[a-z]")
_HAN_OR_SIGN: Final = re.compile(r"[^\x00-\u024f…‥¦¿#‹]")


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a lexicon."""

    phrase: str
    example: str


def rows(table: str) -> tuple[Row, ...]:
    """Rows of a table. Raises ValueError naming the line that has no example or uses what a phrase may not."""
    found = []
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip():
            continue
        phrase, _, example = line.strip().partition("  ")
        if not example.strip() or _FORBIDDEN.search(phrase):
            message = f"line {number} of a lexicon table: {line!r} needs `phrase  example`, with only ( | ) ? and …"
            raise ValueError(message)
        found.append(Row(simplified(_CLASS.sub(_alternatives, phrase)), example.strip()))
    return tuple(found)


class Searched(NamedTuple):
    """A compiled part of a table; a text that holds none of `openings` is not searched."""

    pattern: re.Pattern[str]
    openings: frozenset[str]


def _alternatives(name: re.Match[str]) -> str:
    """The words of a class, as a group. Raises ValueError naming a class that there is not."""
    if name[1] not in CLASSES:
        message = f"no class of words called {name[1]!r}; there are {', '.join(sorted(CLASSES))}"
        raise ValueError(message)
    return f"({'|'.join(CLASSES[name[1]].split())})"


class Phrases:
    """A table for searching: Chinese and Latin phrases apart, as Latin ones end at word boundaries. Compiled when it is first asked."""

    __slots__ = ("_patterns", "rows")

    def __init__(self, table: Iterable[Row]) -> None:
        self.rows = tuple(table)
        self._patterns: tuple[Searched, ...] | None = None

    @property
    def patterns(self) -> tuple[Searched, ...]:
        """What is searched for, Chinese first."""
        if self._patterns is None:
            self._patterns = tuple(_compiled(self.rows))
        return self._patterns

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place where a phrase stands."""
        held = grams(text)
        first: re.Match[str] | None = None
        for pattern, opening in self.patterns:
            if opening.isdisjoint(held):
                continue
            found = pattern.search(text, start)
            if found and (first is None or found.start() < first.start()):
                first = found
        return first

    def fullmatch(self, text: str) -> bool:
        """Whether the whole of `text` is one phrase."""
        first, two = text[:1], text[:2]
        return any(
            (two in opening or first in opening) and pattern.fullmatch(text) is not None
            for pattern, opening in self.patterns
        )

    def finditer(self, text: str) -> list[re.Match[str]]:
        """All places, pattern by pattern."""
        held = grams(text)
        return [
            match
            for pattern, opening in self.patterns
            if not opening.isdisjoint(held)
            for match in pattern.finditer(text)
        ]

    def without(self, text: str) -> str:
        """`text` less every phrase of the table that stands in it."""
        for pattern, opening in self.patterns:
            text = pattern.sub(" ", text) if not opening.isdisjoint(grams(text)) else text
        return text

    def row_of(self, said: str) -> str:
        """The row that a match came from, for the explanation."""
        for row in self.rows:
            if re.fullmatch(pattern_of(row.phrase), said):
                return row.phrase
        return said


def _compiled(table: Iterable[Row]) -> Iterator[Searched]:
    """Patterns of some dozens of phrases each, Chinese ones before Latin ones, each with what its phrases may begin with.

    In parts, as a text that opens none of the phrases of a part costs one look at a set instead of a search.
    """
    parts = [part.phrase for row in table for part in _by_script(row)]
    latin = [phrase for phrase in parts if _LATIN.search(phrase) and not _HAN_OR_SIGN.search(phrase)]
    apart = frozenset(latin)
    han = [phrase for phrase in parts if phrase not in apart]
    for phrases, before, after in ((han, "", ""), (latin, "(?<![a-z0-9])", "(?![a-z0-9])")):
        opened = {phrase: openings(phrase) for phrase in phrases}
        wide = [phrase for phrase in phrases if any(len(said) == 1 for said in opened[phrase])]
        narrow = [phrase for phrase in phrases if all(len(said) == 2 for said in opened[phrase])]
        for some in (*_chunks(wide), *_chunks(narrow)):
            found: frozenset[str] = frozenset().union(*(opened[phrase] for phrase in some))
            ahead = "".join(re.escape(character) for character in sorted({said[0] for said in found}))
            yield Searched(re.compile(f"{before}(?=[{ahead}])(?:{'|'.join(map(pattern_of, some))}){after}"), found)


def _chunks(phrases: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(phrases), _TOGETHER):
        yield phrases[at : at + _TOGETHER]


def _by_script(row: Row) -> list[Row]:
    """A row of plain alternatives in several scripts as one row a script, so that its Latin words end at word boundaries."""
    inner = row.phrase[1:-1]
    if not (row.phrase.startswith("(") and row.phrase.endswith(")")) or set(inner) & set("()?"):
        return [row]
    latin = [said for said in inner.split("|") if not _HAN_OR_SIGN.search(said)]
    other = [said for said in inner.split("|") if _HAN_OR_SIGN.search(said)]
    return [Row(f"({'|'.join(part)})", row.example) for part in (latin, other) if part]


def pattern_of(phrase: str) -> str:
    """The regular expression of one phrase. `.` and `/` stand for themselves."""
    spaced, end = phrase, _END
    if _LATIN.search(phrase) and not _HAN_OR_SIGN.search(phrase):
        end = _LATIN_END
        spaced = re.sub(r" (\??)", lambda m: "[ ,]{0,2}" if m[1] else "[ ,]{1,2}", phrase)
    pattern = spaced.replace(".", r"\.").replace("(", "(?:").replace("~", _WORD_REST)
    return (
        pattern.replace("…", _GAP)
        .replace("‥", r"[^\n]{0,10}?")
        .replace("¦", end)
        .replace("¿", r"\?")
        .replace("#", _NUMBER)
        .replace("‹", _START)
    )


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
    def pattern(self) -> re.Pattern[str] | None:
        """What the other replies match as a whole, where there are any."""
        return self._pattern


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


def words(said: str) -> frozenset[str]:
    """The words of a text, as a set: for tables of plain words."""
    return frozenset(said.split())
