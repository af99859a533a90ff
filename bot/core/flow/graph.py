"""The compiled flow as a graph: edges with their labels, and the same as Mermaid text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.core.durations import short_duration
from bot.core.flow.compile import CompiledFlow
from bot.core.flow.schema import EFFECTS, INTENTS, TYPED, Do, State, Trigger

_END: Final = "[*]"
_RESERVED: Final = frozenset({"state", "note", "class", "classdef", "style", "direction", "scale", "hide", "end", "as"})
_BEGINNINGS: Final = ("default", "click", "href", "acctitle", "accdescr")
_WORDS: Final = {"go": "", "claimed": "code", "had": "had one", "none": "none left", "unclear": "unclear"}


@dataclass(frozen=True, slots=True)
class Edge:
    """One way from state to state. `label` is the digit, word, kind, silence or outcome; `guard` its condition."""

    source: str
    target: str
    trigger: str
    label: str
    guard: str | None = None


class Drawable(Protocol):
    """What has edges: a compiled flow, or one with a fault that keeps it from being compiled."""

    @property
    def triggers(self) -> Sequence[Trigger]: ...
    @property
    def states(self) -> Mapping[str, State]: ...
    @property
    def start_state(self) -> str: ...


def edges(flow: Drawable) -> Iterator[Edge]:
    """Every way, beginning with what starts the flow; `[*]` is outside it."""
    for trigger in flow.triggers:
        yield Edge(_END, flow.start_state, "begin", _started_by(trigger), trigger.if_)
    for name, state in flow.states.items():
        if state.unclear and state.unclear.at_most:
            yield Edge(name, name, "unclear", f"unclear, up to {state.unclear.at_most} times")
        for trigger_name, branches in state.exits().items():
            for branch in branches:
                yield Edge(name, branch.go, trigger_name, _label(trigger_name, state), branch.if_)
        if state.end:
            yield Edge(name, _END, "end", "")


def _started_by(trigger: Trigger) -> str:
    words = f"end of {trigger.end_of}" if trigger.end_of else trigger.event
    words += f" + {short_duration(trigger.after)}" if trigger.after else ""
    return words + (f", {short_duration(trigger.before)} before {trigger.of}" if trigger.before else "")


def _label(trigger: str, state: State) -> str:
    if trigger.startswith("reply:"):
        key = trigger.removeprefix("reply:")
        return f"({key})" if key in TYPED or key in INTENTS else key
    if trigger.startswith("on:"):
        return trigger.removeprefix("on:").replace("_", " ")
    if trigger == "silence" and state.silence:
        return f"silence {short_duration(state.silence.after)}"
    if trigger == "late" and state.late:
        return f"late, within {short_duration(state.late.within)}"
    return _WORDS.get(trigger, trigger)


def mermaid(flow: CompiledFlow) -> str:
    """A `stateDiagram-v2`, to paste into a page that draws Mermaid. States wait in rounded boxes; notes give what they do."""
    lines = ["---", f"title: {json.dumps(flow.title, ensure_ascii=False)}", "---", "stateDiagram-v2"]
    lines += [f'    state "{name}" as {_id(name)}' for name in flow.states if _id(name) != name]
    lines += [f"    {_id(edge.source)} --> {_id(edge.target)}{_text(edge)}" for edge in edges(flow)]
    lines += [f"    note right of {_id(name)}: {note}" for name, state in flow.states.items() if (note := _note(state))]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    """A state's name, or another for one that begins like a word of Mermaid's own (its stateDiagram grammar)."""
    return f"s_{name}" if name in _RESERVED or name.startswith(_BEGINNINGS) else name


def _text(edge: Edge) -> str:
    words = " ".join(part for part in (edge.label, f"[{edge.guard}]" if edge.guard else "") if part)
    return f" : {_plain(words)}" if words else ""


def _note(state: State) -> str:
    does = [done(do) for do in state.do]
    return _plain(", ".join(does + ([f"claim {state.claim}"] if state.claim else [])))


def done(do: Do) -> str:
    """What one line of `do:` does, in words."""
    kind = next((kind for kind in EFFECTS if getattr(do, kind) is not None), "")
    value = getattr(do, kind, "")
    words = ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
    return f"{kind.replace('_', ' ')} {words}".strip()


def _plain(words: str) -> str:
    """Without what Mermaid reads as its own: a colon ends a label, a semicolon a line, # begins an entity."""
    return words.translate({ord(":"): "#58;", ord(";"): "#59;", ord("#"): "#35;", ord("\n"): " "})
