"""Guards and kept values type-check, alternatives are complete, effects name what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.core.durations import is_duration
from bot.core.flow.checks.base import Checker
from bot.core.flow.expressions import BadExpression, compile_expression, pattern_problems
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.kept import branches_of
from bot.core.flow.schema import EFFECTS, Branch
from bot.core.flow.source import Path
from bot.core.names import KNOWN, SCOPES, Kind

_SENT: Final = ("shipment", "event", "customer")
"""What a carrier's system sends facts of."""
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*(\.[a-z0-9_]+)*")


def guards_hold(check: Checker) -> Iterator[Finding]:
    """Guards and kept values type-check; the last of several branches has no guard."""
    for state, trigger, index, branch in branches_of(check.flow):
        path = check.branch_path(state, trigger, index)
        if branch.if_ is not None:
            yield from expression(check, (*path, "if"), branch.if_, "flag")
        for name, value in branch.keep.items():
            if isinstance(value, str) and value not in check.kinds:
                yield from expression(check, (*path, "keep", name), value, None)
    for name, state_ in check.flow.states.items():
        for trigger, branches in state_.exits().items():
            yield from _alternatives(check, name, trigger, branches)


def expression(check: Checker, path: Path, text: str, wants: Kind | None) -> Iterator[Finding]:
    try:
        compile_expression(text, check.kinds, wants=wants)
    except BadExpression as error:
        yield check.source.error(path, "GUARD", str(error), column=error.column)
        return
    yield from (check.source.error(path, "REGEX", problem) for problem in pattern_problems(text))


def _alternatives(check: Checker, state: str, trigger: str, branches: tuple[Branch, ...]) -> Iterator[Finding]:
    for index, branch in enumerate(branches):
        last = index == len(branches) - 1
        path = check.branch_path(state, trigger, index)
        if branch.if_ in (None, "true") and not last:
            yield check.source.error(
                path,
                "NEVER",
                "The branches after this one are never taken, for it has no guard that may fail. Add if:, or put it last.",
            )
        if branch.if_ == "false":
            yield check.source.error(
                path, "NEVER", "This branch is never taken. Write a guard that may hold, or remove it."
            )
        if branch.if_ is not None and last:
            message = (
                "No branch is left when this guard does not hold. Add a last one without if:, such as {go: STATE}."
            )
            yield check.source.error(path, "NOELSE", message)


def effects_are_known(check: Checker) -> Iterator[Finding]:
    """Each `do` is one thing; its parameters name what exists."""
    for name, state in check.flow.states.items():
        for index, do in enumerate(state.do):
            path: Path = ("states", name, "do", index)
            kinds = do.kinds
            if len(kinds) != 1:
                extra = "".join(did_you_mean(key, EFFECTS) for key in do.params)
                yield check.source.error(
                    path, "EFFECT", f"One of {', '.join(EFFECTS)} stands here, and only one.{extra}"
                )
            elif do.instruct is None and do.params:
                key = next(iter(do.params))
                hint = did_you_mean(key, ("due", "reason", "takes_control")) if do.case else ""
                yield check.source.error((*path, key), "KEY", f"'{key}' is no key of {kinds[0]}.{hint}", of_key=True)
            else:
                yield from (
                    finding for key, value in do.params.items() for finding in _param(check, (*path, key), value)
                )


def names_are_free(check: Checker) -> Iterator[Finding]:
    """What is kept or counted hides no facts; declared facts have a place to come from and are no others' names."""
    for state, trigger, index, branch in branches_of(check.flow):
        for name in branch.keep:
            path = (*check.branch_path(state, trigger, index), "keep", name)
            yield from _free(check, path, name, of_key=True)
    for state, part in check.flow.states.items():
        for index, do in enumerate(part.do):
            yield from _free(check, ("states", state, "do", index, "count"), do.count or "")
    for name, kind in check.flow.facts.items():
        if ("facts", name) in check.source.values and (problem := wrong_fact(name, kind)):
            yield check.source.error(("facts", name), "NAME", problem, of_key=True)


def _free(check: Checker, path: Path, name: str, *, of_key: bool = False) -> Iterator[Finding]:
    if name in (*SCOPES, "now", "known", "variant"):
        message = f"'{name}' is where facts are read from. Choose another name."
        yield check.source.error(path, "NAME", message, of_key=of_key)


def wrong_fact(name: str, kind: Kind) -> str | None:
    """Why a fact cannot be declared so; None where it can."""
    if name in KNOWN:
        known = KNOWN[name].kind
        return (
            None
            if known == kind
            else f"'{name}' is known already, as a {known}. Remove it here, or choose another name."
        )
    if name.partition(".")[0] not in _SENT or "." not in name:
        return f"'{name}' has no place to come from. Write shipment.{name.rpartition('.')[2]} (or event.…)."
    return None


def _param(check: Checker, path: Path, value: object) -> Iterator[Finding]:
    """A word in small letters is meant as a name; a fixed text has a capital or a blank."""
    if isinstance(value, str) and _NAME.fullmatch(value) and value not in check.kinds and not is_duration(value):
        message = (
            f"'{value}' is no known name.{did_you_mean(value, check.kinds)} A fixed text has a capital or a blank."
        )
        yield check.source.error(path, "NAME", message)


CHECKS = (guards_hold, effects_are_known, names_are_free)
