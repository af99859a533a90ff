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

FLOW_EVENTS: Final = frozenset({"campaign", "reply", "notice", "call"})
"""What starts a flow besides tracking events: an operator, a customer's reply, staff, another flow that calls it."""
CASE_EVENTS: Final = frozenset({"case_claimed", "case_closed"})
"""What a person does with the case that the conversation opened."""
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
    """The flow starts, goes on and ends on events that there are; its triggers can be told."""
    own = frozenset(check.carrier.events) if check.carrier else frozenset()
    for index, trigger in enumerate(check.flow.starts_on):
        path: Path = ("starts_on", index) if ("starts_on", index) in check.source.values else ("starts_on",)
        if trigger.end_of is None:
            yield from _event(check, path, trigger.event, EVENTS | FLOW_EVENTS | own, key="event")
        if trigger.if_:
            yield from expression(check, (*path, "if"), trigger.if_, "flag")
        if trigger.of and check.kinds.get(trigger.of) != "time":
            moments = [name for name, kind in check.kinds.items() if kind == "time"]
            message = f"'{trigger.of}' is no moment.{did_you_mean(trigger.of, moments)}"
            yield check.source.error((*path, "of"), "NAME", message)
    for index, event in enumerate(check.flow.ends_on):
        path = ("ends_on", index) if ("ends_on", index) in check.source.values else ("ends_on",)
        yield from _event(check, path, event, EVENTS | own)
    for name, state in check.flow.states.items():
        for event in state.on:
            yield from _event(check, ("states", name, "on", event), event, EVENTS | CASE_EVENTS | own, of_key=True)


def _event(
    check: Checker, path: Path, event: str, known: frozenset[str], *, key: str = "", of_key: bool = False
) -> Iterator[Finding]:
    if event not in known:
        message = f"'{event}' is no event.{did_you_mean(event, known)} One of your own is named under events: in carrier.yaml."
        yield check.source.error((*path, key) if key else path, "EVENT", message, of_key=of_key)


def promotions_can_be_stopped(check: Checker) -> Iterator[Finding]:
    """Every promotion ends with how to get no more."""
    if check.flow.category == "promotion" and check.carrier and not check.carrier.opt_out.suffix:
        yield check.source.error(
            ("category",), "OPTOUT", "A promotion needs its opt-out wording. Add opt_out: {suffix: …} in carrier.yaml."
        )


CHECKS = (options_are_told_apart, starts_on_something, promotions_can_be_stopped)
