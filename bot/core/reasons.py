"""Why a case was opened, in words for staff, from the last transition taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def reason_of(title: str, path: Sequence[str], counters: Mapping[str, int]) -> str:
    """`path` holds `source -trigger-> target`; the last trigger that the customer or the clock pulled tells why."""
    for step in reversed(path):
        source, _, rest = step.partition(" -")
        trigger = rest.partition("-> ")[0]
        if trigger != "go":
            return f"{title}: {_words(trigger, source.replace('_', ' '), counters.get(source, 0))}"
    return title


def _words(trigger: str, source: str, asked: int) -> str:
    kind, _, key = trigger.partition(":")
    match kind:
        case "unclear":
            return f"the reply to '{source}' could not be read" + (f", after asking {asked + 1} times" if asked else "")
        case "late":
            return f"answered '{key.replace('_', ' ')}' after that question had closed"
        case "silence":
            return f"no answer to '{source}'"
        case "reply":
            return f"answered '{key}' to '{source}'"
        case "on":
            return f"{key.replace('_', ' ')} at '{source}'"
        case "none":
            return f"nothing was left to claim at '{source}'"
        case _:
            return f"{trigger} at '{source}'"
