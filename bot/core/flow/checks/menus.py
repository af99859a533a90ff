"""Options are told apart and no provider acts on their words; the flow starts and ends on something that happens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from bot.core.flow.checks.base import Checker
from bot.core.flow.checks.guards import expression
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.schema import INTENTS, TYPED, State
from bot.core.flow.source import Path

RESERVED: Final = frozenset(
    ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "REMOVE", "ARRET", "START", "YES", "UNSTOP", "HELP", "INFO", "T", "TD", "R", "N"]
) | {"退订", "拒收", "取消订阅"}  # fmt: skip
"""Words that providers and operators act on by themselves (Twilio's opt-out manual; AWS required keywords; mainland R, T, TD, N)."""

FLOW_EVENTS: Final = frozenset({"campaign", "reply", "notice"})
EVENTS: Final = frozenset(
    [
        "created",
        "shipped",
        "picked_up",
        "in_transit",
        "arrived",
        "out_for_delivery",
        "slot_suggested",
        "ready_for_pickup",
        "pickup_overdue",
        "delayed",
        "delivered",
        "delivered_proxy",
        "returned",
        "cancelled",
    ]
)


def options_are_told_apart(check: Checker) -> Iterator[Finding]:
    """One word, one option; and none that somebody else acts on."""
    for name, state in check.flow.states.items():
        yield from _overlaps(check, name, state)
        for key in state.replies:
            path: Path = ("states", name, "replies", key)
            plain = unicodedata.normalize("NFKC", key).upper()
            if plain in RESERVED and key not in INTENTS and key not in ("yes", "no"):
                message = (
                    f"'{key}' is a word that providers or operators act on by themselves. "
                    "Choose another: a digit is safest."
                )
                yield check.source.error(path, "RESERVED", message, of_key=True)
            if key not in TYPED and key not in INTENTS and len(key) > 24:
                message = "An option is a digit, a letter or one short word."
                yield check.source.error(path, "OPTION", message, of_key=True)


def _overlaps(check: Checker, name: str, state: State) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, branches in state.replies.items():
        for word in [key, *(word for branch in branches for words in branch.words.values() for word in words)]:
            same = unicodedata.normalize("NFKC", word).strip().casefold()
            if seen.setdefault(same, key) != key:
                message = f"'{word}' is said for {seen[same]} too. A reply must mean one thing."
                yield check.source.error(("states", name, "replies", key), "OVERLAP", message, of_key=True)
    if {"text", "other"} <= set(state.replies):
        message = "'text' takes every reply: 'other' is never taken."
        yield check.source.error(("states", name, "replies", "other"), "OVERLAP", message, of_key=True)


def starts_on_something(check: Checker) -> Iterator[Finding]:
    """The flow starts on something that happens; a state's name is not the engine's."""
    for index, trigger in enumerate(check.flow.starts_on):
        path: Path = ("starts_on", index) if ("starts_on", index) in check.source.values else ("starts_on",)
        if trigger.event not in EVENTS | FLOW_EVENTS:
            message = f"'{trigger.event}' is no tracking event that we know.{did_you_mean(trigger.event, EVENTS | FLOW_EVENTS)}"
            yield check.source.warning(path, "EVENT", message)
        if trigger.if_:
            yield from expression(check, (*path, "if"), trigger.if_, "flag")
    for index, event in enumerate(check.flow.ends_on):
        if event not in EVENTS:
            path = ("ends_on", index) if ("ends_on", index) in check.source.values else ("ends_on",)
            yield check.source.warning(
                path, "EVENT", f"'{event}' is no tracking event that we know.{did_you_mean(event, EVENTS)}"
            )
    if check.flow.category == "promotion" and check.carrier and not check.carrier.opt_out.suffix:
        yield check.source.error(
            ("category",), "OPTOUT", "A promotion needs its opt-out wording. Add opt_out: {suffix: …} in carrier.yaml."
        )


CHECKS = (options_are_told_apart, starts_on_something)
