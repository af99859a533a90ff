"""What becomes of conversations that are open in another version when one is published: stay, move by an explicit map, end with a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.core.flow import CompiledFlow


@dataclass(frozen=True, slots=True)
class Stay:
    """They go on in the version that they began with."""


@dataclass(frozen=True, slots=True)
class Move:
    """They go on in the new version: `states` gives old state → new state; a state that is not named keeps its name."""

    states: Mapping[str, str] = field(default_factory=dict)

    def target(self, state: str) -> str:
        """The state of the new version that stands for `state`."""
        return self.states.get(state, state)


@dataclass(frozen=True, slots=True)
class End:
    """They end, and the customer is told so. `text` is a key of `texts:`."""

    text: str


Fate = Stay | Move | End


def as_json(fate: Fate) -> dict[str, Any]:
    """For a row."""
    match fate:
        case Move(states):
            return {"kind": "move", "states": dict(states)}
        case End(text):
            return {"kind": "end", "text": text}
    return {"kind": "stay"}


def of_json(row: Mapping[str, Any]) -> Fate:
    """`as_json`, back."""
    match row["kind"]:
        case "move":
            return Move(row["states"])
        case "end":
            return End(row["text"])
    return Stay()


def means_the_same(old: CompiledFlow, was: str, new: CompiledFlow, becomes: str, fate: Move) -> bool:
    """Whether every answer to the question of `was` leads to the same in `becomes`: then the customer need not be asked again."""
    return _answers(old, was, fate) == _answers(new, becomes, Move())


def _answers(flow: CompiledFlow, name: str, fate: Move) -> dict[str, list[tuple[str, str | None, str | None]]]:
    replies = flow.states[name].replies if name in flow.states else {}
    return {
        key: [(fate.target(branch.go), branch.if_, branch.means) for branch in branches]
        for key, branches in replies.items()
    }
