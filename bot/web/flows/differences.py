"""Two versions side by side: each as the YAML that a person would write, and the unified difference."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final, Literal

from ruamel.yaml import YAML

from bot.core.durations import parse_duration, short_duration

ORDER: Final = (
    "flow", "title", "category", "subject", "label", "starts_on", "ends_on", "again", "beside", "closing", "start", "facts", "states",
    "texts", "variants", "languages", "do", "claim", "call", "say", "once_in", "urgent", "replies", "on", "silence", "unclear",
    "late", "if", "go", "after", "at_most", "within", "keep", "means", "words", "claimed", "had", "none", "end",
)  # fmt: skip
"""Keys in the order in which authors write them; others follow by name. A database keeps no order of keys."""
_RANK: Final = {key: rank for rank, key in enumerate(ORDER)}
_DURATIONS: Final = frozenset({"after", "within", "once_in", "due", "before"})
_SECONDS: Final = re.compile(r"\d+s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a difference."""

    kind: Literal["same", "added", "removed", "place"]
    text: str


def as_yaml(document: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """A version's document as its author might have written it; `order`: names of states and texts as they stand in the file."""
    yaml, text = YAML(), StringIO()
    yaml.width, yaml.indent = 4096, 2
    rank = {name: len(ORDER) + place for place, name in enumerate(order)} | _RANK
    yaml.dump(_plain(document, rank), text)
    return text.getvalue()


def order_of(document: Mapping[str, Any]) -> list[str]:
    """Names of states and texts, in the order in which a file gives them."""
    return list(dict.fromkeys([*document.get("states", ()), *document.get("texts", ())]))


def _plain(value: Any, rank: Mapping[str, int], key: str = "") -> Any:
    if isinstance(value, Mapping):
        ordered = sorted(value, key=lambda name: (rank.get(name, len(rank)), name))
        return {name: _plain(value[name], rank, name) for name in ordered}
    if isinstance(value, list | tuple):
        if len(value) == 1 and isinstance(value[0], Mapping) and set(value[0]) == {"go"}:
            return value[0]["go"]
        if len(value) == 1 and isinstance(value[0], str):
            return value[0]
        return [_plain(item, rank) for item in value]
    if key in _DURATIONS and isinstance(value, str) and _SECONDS.fullmatch(value):
        return short_duration(parse_duration(value))
    return value


def difference(old: Mapping[str, Any], new: Mapping[str, Any], order: Sequence[str] = ()) -> list[Line]:
    """Unified, three lines around each change; empty where they are the same. `order` as for `as_yaml`."""
    before, after = (as_yaml(version, order).splitlines() for version in (old, new))
    found = difflib.unified_diff(before, after, lineterm="", n=3)
    return [_line(text) for text in list(found)[2:]]


def _line(text: str) -> Line:
    if text.startswith("@@"):
        return Line("place", text.strip("@ "))
    kinds: dict[str, Literal["added", "removed"]] = {"+": "added", "-": "removed"}
    return Line(kinds.get(text[:1], "same"), text[1:])
