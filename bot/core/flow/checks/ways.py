"""States lead on: every target exists, every state is reached, none is stuck, no circle runs without waiting, every wait is complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from bot.core.flow.checks.base import Checker
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.kept import branches_of
from bot.core.flow.schema import State
from bot.core.flow.source import Path


def targets_exist(check: Checker) -> Iterator[Finding]:
    """Every `go` names a state of this flow."""
    flow, source = check.flow, check.source
    if flow.first not in flow.states:
        yield source.error(
            ("start",), "STATE", f"'{flow.first}' is no state here.{did_you_mean(flow.first, flow.states)}"
        )
    for state, trigger, index, branch in branches_of(flow):
        if branch.go not in flow.states:
            path = check.branch_path(state, trigger, index)
            path = (*path, "go") if (*path, "go") in source.values else path
            yield source.error(path, "STATE", f"'{branch.go}' is no state here.{did_you_mean(branch.go, flow.states)}")


def _targets(state: State) -> Iterable[str]:
    return (branch.go for branches in state.exits().values() for branch in branches)


def leads_on(check: Checker) -> Iterator[Finding]:
    """Every state is reached, leads on, and no circle runs without waiting."""
    flow, source = check.flow, check.source
    reached, todo = set(), [flow.first]
    while todo:
        if (name := todo.pop()) in flow.states and name not in reached:
            reached.add(name)
            todo.extend(_targets(flow.states[name]))
    for name, state in flow.states.items():
        path: Path = ("states", name)
        if name not in reached:
            yield source.error(
                path,
                "UNREACHABLE",
                f"Nothing leads to '{name}'. Send a reply there with go: {name}, or remove it.",
                of_key=True,
            )
        ways = [
            word
            for word, has in (
                ("go", state.go and not state.call),
                ("call", state.call),
                ("claim", state.claim),
                ("replies or silence", state.waits),
                ("end", state.end),
            )
            if has
        ]
        if not ways:
            yield source.error(
                path, "STUCK", f"'{name}' leads nowhere. Give it replies, go: STATE, or end: true.", of_key=True
            )
        if len(ways) > 1:
            yield source.error(
                path,
                "WAYS",
                f"'{name}' has {' and '.join(ways)}. A state waits, goes on, calls, claims or ends: keep one.",
                of_key=True,
            )


def circles(check: Checker) -> Iterator[Finding]:
    """No states that go on by themselves come back to where they were."""
    onward = {
        name: list(_onward(state)) for name, state in check.flow.states.items() if not (state.waits or state.call)
    }
    for start in onward:
        if _comes_back(start, onward):
            message = (
                f"'{start}' comes back to itself without waiting for anything. Let one state of the circle wait or end."
            )
            yield check.source.error(("states", start), "CIRCLE", message, of_key=True)


def _onward(state: State) -> Iterable[str]:
    """Where a state goes without waiting for customer or clock."""
    return (branch.go for way in (state.go, state.claimed, state.had, state.none) for branch in way or ())


def _comes_back(start: str, onward: Mapping[str, list[str]]) -> bool:
    todo, seen = list(onward[start]), set()
    while todo:
        name = todo.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            todo.extend(onward.get(name, ()))
    return False


def waits_are_complete(check: Checker) -> Iterator[Finding]:
    """Every wait says what happens on silence and on what it cannot read; parts that belong together stand together."""
    first_of_reply = check.flow.first if any(t.event == "reply" for t in check.flow.starts_on) else None
    for name, state in check.flow.states.items():
        path: Path = ("states", name)
        if state.call and state.go is None:
            message = f"'{name}' calls '{state.call}', but not where to go on afterwards. Add go: STATE."
            yield check.source.error(path, "CALL", message, of_key=True)
        watched = not state.replies and "case_closed" in state.on  # the case's own clock runs
        if (state.replies or state.on) and not watched and state.silence is None and name != first_of_reply:
            yield check.source.error(
                path,
                "SILENCE",
                f"'{name}' waits, but not what happens on silence. Add silence: {{after: 4h, go: STATE}}.",
                of_key=True,
            )
        if state.replies and state.unclear is None and not {"text", "other"} & set(state.replies):
            message = f"'{name}' waits, but not what happens with a reply it cannot read. Add unclear: {{say: TEXT, at_most: 2, go: STATE}}."
            yield check.source.error(path, "UNCLEAR", message, of_key=True)
        if state.replies and state.say is None and name != first_of_reply:
            yield check.source.error(
                path, "SAY", f"'{name}' waits for a reply, but asks nothing. Add say: TEXT.", of_key=True
            )
        for key, needs, has in (("unclear", "replies", state.replies), ("late", "replies", state.replies)):
            if getattr(state, key) is not None and not has:
                yield check.source.error((*path, key), "WAYS", f"'{key}' needs {needs} beside it.", of_key=True)
        yield from claims(check, name, state)


def claims(check: Checker, name: str, state: State) -> Iterator[Finding]:
    path: Path = ("states", name)
    ways = ("claimed", "had", "none")
    missing = [way for way in ways if state.claim and getattr(state, way) is None]
    if missing:
        message = f"A claim may end in claimed, had (this customer has one already) and none (the pool is empty): add {', '.join(missing)}."
        yield check.source.error((*path, "claim"), "CLAIM", message, of_key=True)
    for way in ways:
        if getattr(state, way) is not None and not state.claim:
            yield check.source.error((*path, way), "CLAIM", f"'{way}' needs claim: POOL beside it.", of_key=True)
    if state.claim and check.carrier and state.claim not in check.carrier.coupons:
        known = check.carrier.coupons
        message = f"'{state.claim}' is no pool of coupons.{did_you_mean(state.claim, known)} Name it under coupons: in carrier.yaml."
        yield check.source.error((*path, "claim"), "POOL", message)


def silence_takes_time(check: Checker) -> Iterator[Finding]:
    """A silence of no time would be a circle that never waits."""
    for name, state in check.flow.states.items():
        if state.silence is not None and state.silence.after <= timedelta(0):
            message = "Nobody can answer in no time. Write how long to wait, such as after: 4h."
            yield check.source.error(("states", name, "silence", "after"), "VALUE", message)


def silence_comes_to_rest(check: Checker) -> Iterator[Finding]:
    """Who never answers is not told the same for ever: the engine would stop it only at its bound, with a case."""
    states = check.flow.states
    for name, state in states.items():
        if state.say and not state.once_in and state.silence and _silent_way(states, name):
            message = (
                f"Who never answers is told '{state.say}' again and again. Count it, do: [{{count: reminders}}], "
                "and let a guard such as reminders < 3 lead out of the circle."
            )
            yield check.source.warning(("states", name, "silence"), "AGAIN", message, of_key=True)


def _silent_way(states: Mapping[str, State], start: str) -> bool:
    """Whether the way that silence takes, without any guard on it, comes back to `start`."""
    name, seen = start, set()
    while name in states and name not in seen:
        seen.add(name)
        state = states[name]
        way = state.silence.go if state.silence else state.go if not state.waits else None
        if not way or way[0].if_ is not None:
            return False
        name = way[0].go
        if name == start:
            return True
    return False


CHECKS = (targets_exist, leads_on, circles, waits_are_complete, silence_takes_time, silence_comes_to_rest)
