"""What a validator found, in words for whoever wrote it: no names of the program's types, no patterns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

_PLAIN: Final[Mapping[str, str]] = {
    # pydantic's type of an error → what it says to a person (docs.pydantic.dev/latest/errors/validation_errors)
    "string_type": "should be a text",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "finite_number": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "dict_type": "should be an object with names and values",
    "mapping_type": "should be an object with names and values",
    "model_type": "should be an object with names and values",
    "model_attributes_type": "should be an object with names and values",
    "missing": "is missing",
    "extra_forbidden": "is no name that is known here",
}
_PATTERNS: Final[Mapping[str, str]] = {
    "^[A-H]$": "should be one letter from A to H",
    "^[a-z][a-z0-9_]{0,63}$": "should be small letters, digits and _, beginning with a letter",
    "^[a-z][a-z0-9_.-]{0,63}$": "should be small letters, digits, dots, - and _, beginning with a letter",
    "^[!-~]+$": "should be letters, digits and signs without blanks",
    "^[A-Za-z0-9_-]+$": "should be as it was given, letters, digits, - and _",
}


def mistakes(error: ValidationError, given: Any) -> dict[str, str]:
    """Place in `given` (`data.offer`, `variants.0.name`) → what is wrong there; several of one place are joined by "or"."""
    found: dict[str, list[str]] = {}
    for each in error.errors(include_url=False, include_input=False):
        words = found.setdefault(_place(each["loc"], given, each["type"]), [])
        if (said := _said(each["type"], each["msg"], each.get("ctx", {}))) not in words:
            words.append(said)
    return {place: _joined(words) for place, words in found.items()}


def _place(loc: tuple[int | str, ...], given: Any, kind: str) -> str:
    """Only steps that there are: the others are the program's names for the kinds that a value may have."""
    steps: list[str] = []
    for step in loc:
        if _holds(given, step):
            given = given[step]
        elif not (kind == "missing" and step == loc[-1]):
            continue
        steps.append(str(step))
    return ".".join(steps)


def _holds(tree: Any, step: int | str) -> bool:
    if isinstance(tree, Mapping):
        return step in tree
    return isinstance(tree, list | tuple) and isinstance(step, int) and step < len(tree)


def _said(kind: str, message: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(context.get("pattern")), "does not have the form that is asked for")
    plain = message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return _PLAIN.get(kind) or plain.replace("Input should", "should").replace("String should", "should")


def _joined(words: list[str]) -> str:
    first, *others = words
    return " or ".join((first, *(word.removeprefix("should be ") for word in others)))
