"""Guards (`if:`) and computed values in CEL, checked against the types of the known names before anything runs.

CEL (https://cel.dev) always ends, reaches nothing outside its names and matches patterns by RE2. A fact that did not come: a flag counts as
false, `known.<name>` tells, anything else makes the guard fail, and a failed guard ends the turn in a case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from cel_expr_python import cel

from bot.core.flow.findings import did_you_mean
from bot.core.names import Kind

_TYPES: Final = {
    "text": cel.Type.STRING,
    "number": cel.Type.DYN,
    "flag": cel.Type.BOOL,
    "time": cel.Type.TIMESTAMP,
    "window": cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
    "address": cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
    "list": cel.Type.List(cel.Type.DYN),
}
PARTS: Final[Mapping[Kind, Mapping[str, Kind]]] = {
    "window": {"start": "time", "end": "time"},
    "address": {
        "raw": "text", "province": "text", "city": "text", "district": "text", "detail": "text",
        "name": "text", "phone": "text", "complete": "flag",
    },
}  # fmt: skip
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
_NAME: Final = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_PROBLEM: Final = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_UNDECLARED: Final = re.compile(r"undeclared reference to '([^']+)'")
MAX_LENGTH: Final = 400

Lookup = Callable[[str], Any]
"""Gives the value of a full name, typed for CEL, or None where the fact did not come."""


class BadExpression(ValueError):
    """The expression does not parse or does not type-check. `column` counts from 1 within it."""

    def __init__(self, message: str, column: int = 1) -> None:
        self.column = column
        super().__init__(message)


class GuardFailed(Exception):
    """The expression could not be evaluated: a fact that it needs did not come, or has another type than declared."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One compiled expression. Stateless and shared by threads."""

    source: str
    program: Any = field(repr=False)
    names: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()

    def value(self, lookup: Lookup) -> Any:
        """Evaluate (about 4 µs). Raises `GuardFailed` with the names of the facts that are missing."""
        data = {}
        for name in self.names:
            if name.startswith("known."):
                data[name] = lookup(name[6:]) is not None
            elif (found := lookup(name)) is not None:
                data[name] = found
            elif name in self.flags:
                data[name] = False
        try:
            result = self.program.eval(data=data)
        except (RuntimeError, TypeError, ValueError) as error:
            raise GuardFailed(f"'{self.source}' could not be evaluated: {error}") from None
        if result.type() == cel.Type.ERROR:
            missing = [name for name in self.names if name not in data]
            why = (
                f"needs {', '.join(missing)}"
                if missing
                else "has no value: a division by zero, or a fact of another kind"
            )
            raise GuardFailed(f"'{self.source}' {why}")
        return result.plain_value()


def with_parts(names: Mapping[str, Kind]) -> dict[str, Kind]:
    """`names` and the parts of its windows and addresses: `visit` brings `visit.start` and `visit.end`."""
    return dict(names) | {
        f"{name}.{part}": of for name, kind in names.items() for part, of in PARTS.get(kind, {}).items()
    }


def compile_expression(source: str, names: Mapping[str, Kind], *, wants: Kind | None = None) -> Expression:
    """Compile against `names` (full name → kind). Raises `BadExpression`; `wants="flag"` refuses what is not true or false."""
    if len(source) > MAX_LENGTH:
        raise BadExpression(f"The expression is longer than {MAX_LENGTH} characters. Split it over states.")
    declared = with_parts(names)
    try:
        program = _environment(tuple(sorted(declared.items()))).compile(source)
    except RuntimeError as error:
        raise _explained(str(error), source, declared) from None
    if wants == "flag" and program.return_type() not in (cel.Type.BOOL, cel.Type.DYN):
        raise BadExpression(f"'{source}' gives {program.return_type().name().lower()}; a guard gives true or false.")
    used = _names_in(source, declared)
    return Expression(source, program, used, frozenset(name for name in used if declared.get(name) == "flag"))


@lru_cache(maxsize=256)
def _environment(names: tuple[tuple[str, Kind], ...]) -> Any:
    variables = {name: _TYPES[kind] for name, kind in names} | {f"known.{name}": cel.Type.BOOL for name, _ in names}
    return cel.NewEnv(variables=variables)


def _names_in(source: str, declared: Mapping[str, Kind]) -> tuple[str, ...]:
    """The declared names that stand in the expression, longest match first, as CEL resolves them."""
    found: dict[str, None] = {}
    for dotted in _NAME.findall(_STRING.sub('""', source)):
        parts = dotted.split(".")
        known = parts[0] == "known"
        for end in range(len(parts), 1 if known else 0, -1):
            name = ".".join(parts[1 if known else 0 : end])
            if name in declared:
                found[f"known.{name}" if known else name] = None
                break
    return tuple(found)


_MATCHES: Final = re.compile(r"matches\s*\(\s*(r?)(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')\s*\)")
_CALLS: Final = re.compile(r"\bmatches\s*\(")


def pattern_problems(source: str) -> list[str]:
    """What is wrong with the patterns of `matches(…)`: each stands written out, and RE2, whose time is linear in the text, takes it."""
    written = [match[1] + match[2] for match in _MATCHES.finditer(source)]
    problems = [f"{pattern} is no pattern that runs in linear time: no look-around (?= (?! (?<, no back-reference, no open bracket."
                for pattern in written if not _is_linear(pattern)]  # fmt: skip
    if len(_CALLS.findall(_STRING.sub('""', source))) > len(written):
        problems.append(
            "A pattern stands written out in matches(…), in quotes: one that is put together cannot be checked."
        )
    return problems


@lru_cache(maxsize=256)
def _is_linear(pattern: str) -> bool:
    try:
        compile_expression(f'"".matches({pattern})', {}).value(lambda _: None)
    except (BadExpression, GuardFailed):
        return False
    return True


def _explained(problem: str, source: str, names: Mapping[str, Kind]) -> BadExpression:
    match = _PROBLEM.search(problem)
    column, message = (int(match[2]), match[3]) if match else (1, problem.splitlines()[0])
    message = message.replace(" (in container '')", "").partition(" expecting ")[0]
    if undeclared := _UNDECLARED.search(message):
        at = source.find(undeclared[1]) + 1 or column  # CEL points at the last dot
        return BadExpression(f"'{undeclared[1]}' is no known name.{did_you_mean(undeclared[1], names)}", at)
    if "no matching overload" in message:
        message += " (the two sides are of different kinds; text stands in quotes)"
    return BadExpression(f"The guard cannot be used: {message}.", column)
