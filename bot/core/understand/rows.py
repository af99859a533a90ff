"""How a table of the lexicon is written and compiled.

One row a line: a phrase, at least two spaces, an example that shows it (or a source). A phrase may hold `(a|b)`, `x?`,
`…` (a gap of at most six characters of the same clause), `‥` (a gap of at most ten of the same line), `~` (the rest of a Latin word) `¦` (the end of a clause), `#` (a number), `‹` (the start of a clause) and `¿` (a question mark).
`{send}` stands for a class of `classes.py`. Nothing in it can repeat without bound, so that every search is linear in the length of the reply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.core.understand.classes import CLASSES
from bot.core.understand.text import simplified

_GAP: Final = r"[^,。!?;\n.]{0,6}?"
_END: Final = r"(?=[,。!?;\n ~.)]|\Z)"
_LATIN_END: Final = r"(?= ?(?:[,。!?;\n~.)]|\Z))"
_START: Final = r"(?:(?<![^,。!?;\n~])|(?<=[,。!?;\n~.] ))"
_NUMBER: Final = r"(?:\d{1,3}|[一二两俩三四五六七八九十几半多好]{1,3}|n(?=[天日次个年]))"
_WORD_REST: Final = "[a-z]{0,14}"
_FORBIDDEN: Final = re.compile(r"[*+^$\\\[]|[…‥‹¦]\?|\(\?|\{(?![a-z_]+\})|(?<![a-z_])\}")
_CLASS: Final = re.compile(r"\{([a-z_]+)\}")
LATIN: Final = re.compile(r"[a-z]")
HAN_OR_SIGN: Final = re.compile(r"[^\x00-\u024f…‥¦¿#‹]")


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


def _alternatives(name: re.Match[str]) -> str:
    """The words of a class, as a group. Raises ValueError naming a class that there is not."""
    if name[1] not in CLASSES:
        message = f"no class of words called {name[1]!r}; there are {', '.join(sorted(CLASSES))}"
        raise ValueError(message)
    return f"({'|'.join(CLASSES[name[1]].split())})"


def pattern_of(phrase: str) -> str:
    """The regular expression of one phrase. `.` and `/` stand for themselves."""
    spaced, end = phrase, _END
    if LATIN.search(phrase) and not HAN_OR_SIGN.search(phrase):
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


def words(said: str) -> frozenset[str]:
    """The words of a text, as a set: for tables of plain words."""
    return frozenset(said.split())
