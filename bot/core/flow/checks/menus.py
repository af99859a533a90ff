"""Options are told apart and no provider acts on their words; the flow starts and ends on something that happens."""

from __future__ import annotations

import re
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


_NUMBERS: Final = {
    word: str(number)
    for words in ("零一二三四五六七八九十", ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
    for number, word in enumerate(words)
} | {"两": "2", "〇": "0"}  # fmt: skip
"""Words that are read as a digit, so that they cannot stand for another option."""
_OPTION: Final = re.compile(r"\d+|(?!\d+-)[^\W_]+(?:[ '’-][^\W_]+)*")
_NOT_SAID: Final = frozenset({"true", "false", "null"})


def _plain(word: str) -> str:
    """A word as a reply is compared with it."""
    same = unicodedata.normalize("NFKC", word).strip().casefold()
    return _NUMBERS.get(same, same)


def options_are_told_apart(check: Checker) -> Iterator[Finding]:
    """One word, one option; and none that somebody else acts on."""
    for name, state in check.flow.states.items():
        yield from _overlaps(check, name, state)
        for key in state.replies:
            path: Path = ("states", name, "replies", key)
            if key in TYPED or key in INTENTS:
                continue
            if key not in ("yes", "no"):
                yield from _reserved(check, path, key, of_key=True)
            if len(key) > 24 or not _OPTION.fullmatch(key) or key in _NOT_SAID or (key.isdigit() and len(key) > 2):
                message = (
                    f"'{key}' is nothing that a customer replies: an option is a digit, a letter or one short word."
                )
                yield check.source.error(path, "OPTION", message, of_key=True)
        for key, index, language, at, word in _own_words(state):
            path = (*check.branch_path(name, f"reply:{key}", index), "words", language, at)
            yield from _reserved(check, path, word)


def _own_words(state: State) -> Iterator[tuple[str, int, str, int, str]]:
    """Words that an option lists: option, branch, language, place in the list, word."""
    for key, branches in state.replies.items():
        for index, branch in enumerate(branches):
            for language, words in branch.words.items():
                yield from ((key, index, language, at, word) for at, word in enumerate(words))


def _reserved(check: Checker, path: Path, word: str, *, of_key: bool = False) -> Iterator[Finding]:
    if unicodedata.normalize("NFKC", word).strip().upper() in RESERVED:
        message = (
            f"'{word}' is a word that providers or operators act on by themselves. Choose another: a digit is safest."
        )
        yield check.source.error(path, "RESERVED", message, of_key=of_key)


def _overlaps(check: Checker, name: str, state: State) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, branches in state.replies.items():
        for word in [key, *(word for branch in branches for words in branch.words.values() for word in words)]:
            same = _plain(word)
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
