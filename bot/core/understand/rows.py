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
from bot.core.understand.firsts import first_characters
from bot.core.understand.text import simplified

_GAP: Final = r"[^,。!?;\n.]{0,6}?"
_END: Final = r"(?=[,。!?;\n ~.)]|\Z)"
_LATIN_END: Final = r"(?= ?(?:[,。!?;\n~.)]|\Z))"
_START: Final = r"(?:(?<![^,。!?;\n~])|(?<=[,。!?;\n~.] ))"
_NUMBER: Final = r"(?:\d{1,3}|[一二两俩三四五六七八九十几半多好]{1,3}|n(?=[天日次个年]))"
_WORD_REST: Final = "[a-z]{0,14}"
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
    """A compiled part of a table; a text that holds none of `firsts` is not searched."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]


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
        """The first place where a phrase stands, Chinese ones first."""
        for pattern, firsts in self._patterns or self.patterns:
            if not firsts.isdisjoint(text) and (found := pattern.search(text, start)):
                return found
        return None

    def fullmatch(self, text: str) -> bool:
        """Whether the whole of `text` is one phrase."""
        return any(pattern.fullmatch(text) for pattern, _ in self.patterns)

    def finditer(self, text: str) -> list[re.Match[str]]:
        """All places, Chinese ones first."""
        return [
            match
            for pattern, firsts in self.patterns
            if not firsts.isdisjoint(text)
            for match in pattern.finditer(text)
        ]

    def without(self, text: str) -> str:
        """`text` less every phrase of the table that stands in it."""
        for pattern, firsts in self.patterns:
            text = pattern.sub(" ", text) if not firsts.isdisjoint(text) else text
        return text

    def row_of(self, said: str) -> str:
        """The row that a match came from, for the explanation."""
        for row in self.rows:
            if re.fullmatch(pattern_of(row.phrase), said):
                return row.phrase
        return said


def _compiled(table: Iterable[Row]) -> Iterator[Searched]:
    """One pattern for all Chinese phrases, one for all Latin ones, each with the characters that one of its phrases may begin with."""
    parts = [part.phrase for row in table for part in _by_script(row)]
    latin = [phrase for phrase in parts if _LATIN.search(phrase) and not _HAN_OR_SIGN.search(phrase)]
    han = [phrase for phrase in parts if phrase not in set(latin)]
    for phrases, before, after in ((han, "", ""), (latin, "(?<![a-z0-9])", "(?![a-z0-9])")):
        if phrases:
            firsts = frozenset().union(*map(first_characters, phrases))
            ahead = "".join(re.escape(character) for character in sorted(firsts))
            yield Searched(re.compile(f"{before}(?=[{ahead}])(?:{'|'.join(map(pattern_of, phrases))}){after}"), firsts)


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
