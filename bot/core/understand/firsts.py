"""Which characters a pattern can begin with, so that a text without any of them need not be searched.

It covers what a phrase of a table can be written with (`rows.py`) and reads the regular expression as the standard library parses it.
"""

from __future__ import annotations

import re._constants as op  # type: ignore[import-untyped]
import re._parser as parser  # type: ignore[import-untyped]
from collections.abc import Iterable
from typing import Any, Final

_DIGITS: Final = frozenset("0123456789")
_ZERO_WIDTH: Final = (op.ASSERT, op.ASSERT_NOT, op.AT)
_REPEATS: Final = (op.MAX_REPEAT, op.MIN_REPEAT)


def first_characters(pattern: str) -> frozenset[str]:
    """The characters that a match of `pattern` may begin with. Raises ValueError where any character may, or none need be there."""
    found, skippable = _of_sequence(parser.parse(pattern))
    if skippable:
        message = f"a phrase of {pattern[:60]!r} can match nothing at all"
        raise ValueError(message)
    return found


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
    """The first characters of a sequence, and whether it can be empty."""
    found: frozenset[str] = frozenset()
    for code, argument in items:
        more, skippable = _of_item(code, argument)
        found |= more
        if not skippable:
            return found, False
    return found, True


def _of_item(code: Any, argument: Any) -> tuple[frozenset[str], bool]:
    if code in _ZERO_WIDTH:
        return frozenset(), True
    if code is op.LITERAL:
        return frozenset(chr(argument)), False
    if code is op.IN:
        return _of_set(argument), False
    if code is op.SUBPATTERN:
        return _of_sequence(argument[-1])
    if code is op.BRANCH:
        branches = [_of_sequence(branch) for branch in argument[1]]
        return frozenset().union(*(found for found, _ in branches)), any(empty for _, empty in branches)
    if code in _REPEATS:
        found, empty = _of_sequence(argument[2])
        return found, empty or argument[0] == 0
    message = f"a phrase may not begin with {code}"
    raise ValueError(message)


def _of_set(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found: set[str] = set()
    for code, argument in items:
        if code is op.LITERAL:
            found.add(chr(argument))
        elif code is op.RANGE:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif code is op.CATEGORY and argument is op.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            message = f"a phrase may not begin with a set of {code}"
            raise ValueError(message)
    return frozenset(found)
