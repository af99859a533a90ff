"""`call: other_flow`: the other flow's states and texts become part of this one, so that a version holds all it needs (law 9).

The state that calls leads into the other flow's first state; where the other flow ends, the caller's `go` decides. Kept values are shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.core.flow.findings import did_you_mean
from bot.core.flow.schema import Branch, Do, Email, Flow, State

MOST_STATES: Final = 300
"""States of one flow with everything it calls: more is a mistake, and would make every version heavy."""


class BadCall(ValueError):
    """A call that cannot be made. `state` is the state of the flow that calls."""

    def __init__(self, state: str, message: str) -> None:
        self.state = state
        super().__init__(message)


def with_calls(flow: Flow, flows: Mapping[str, Flow]) -> Flow:
    """`flow` with what it calls built in: the states of `call: proof` in the state `proving` are named `proving__…`. Raises `BadCall`."""
    return _built_in(flow, flows, (flow.flow,))


def _built_in(flow: Flow, flows: Mapping[str, Flow], on_the_way: tuple[str, ...]) -> Flow:
    states, texts, facts = dict(flow.states), dict(flow.texts), dict(flow.facts)
    for name, state in flow.states.items():
        if state.call is None:
            continue
        called = _called(name, state.call, flow, flows, on_the_way)
        prefix = f"{name}__"
        first = Branch.model_construct(go=f"{prefix}{called.first}", if_=None, keep={}, means=None, words={})
        states[name] = state.model_copy(update={"call": None, "go": (first,)})
        states |= {f"{prefix}{key}": _part(each, prefix, state) for key, each in called.states.items()}
        texts |= {f"{prefix}{key}": by_language for key, by_language in called.texts.items()}
        facts = dict(called.facts) | facts
        if len(states) > MOST_STATES:
            raise BadCall(name, f"With everything it calls this flow has more than {MOST_STATES} states. Call less.")
    return flow.model_copy(update={"states": states, "texts": texts, "facts": facts, "start": flow.first})


def _called(state: str, name: str, flow: Flow, flows: Mapping[str, Flow], on_the_way: tuple[str, ...]) -> Flow:
    if name in on_the_way:
        way = " → ".join((*on_the_way, name))
        raise BadCall(state, f"'{name}' would call itself: {way}. Go back by go: instead.")
    if name not in flows:
        raise BadCall(state, f"'{name}' is no flow of this carrier.{did_you_mean(name, flows)}")
    called = flows[name]
    if called.category != flow.category:
        raise BadCall(
            state,
            f"'{name}' is {called.category}, this flow {flow.category}: what may be sent when would be mixed up. "
            f"Let '{name}' begin by end_of: {flow.flow} instead.",
        )
    return _built_in(called, flows, (*on_the_way, name))


def _part(state: State, prefix: str, caller: State) -> State:
    """A state of the called flow under its new name; where it ended, the caller goes on."""
    changes: dict[str, object] = {
        key: tuple(_renamed(branch, prefix) for branch in branches)
        for key in ("go", "claimed", "had", "none")
        if (branches := getattr(state, key)) is not None
    }
    for key in ("replies", "on"):
        changes[key] = {
            name: tuple(_renamed(branch, prefix) for branch in branches)
            for name, branches in getattr(state, key).items()
        }
    for key in ("silence", "unclear", "late"):
        part = getattr(state, key)
        if part is not None:
            said = {"say": f"{prefix}{part.say}"} if getattr(part, "say", None) else {}
            changes[key] = part.model_copy(update={"go": tuple(_renamed(b, prefix) for b in part.go), **said})
    if state.say is not None:
        changes["say"] = f"{prefix}{state.say}"
    changes["do"] = tuple(_do(do, prefix) for do in state.do)
    if state.end:
        changes |= {"end": False, "go": caller.go}
    return state.model_copy(update=changes)


def _do(do: Do, prefix: str) -> Do:
    if do.email is None:
        return do
    email = Email(subject=f"{prefix}{do.email.subject}", say=f"{prefix}{do.email.say}")
    return do.model_copy(update={"email": email})


def _renamed(branch: Branch, prefix: str) -> Branch:
    return branch.model_copy(update={"go": f"{prefix}{branch.go}"})
