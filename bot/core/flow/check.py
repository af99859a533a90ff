"""What is wrong with the meaning of a flow that has the right shape: every finding with its place and what to do.

Findings of an `error` keep a flow from being used; warnings are shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bot.core.carrier import CarrierConfig
from bot.core.durations import is_duration
from bot.core.flow.compile import BEGIN, resolved
from bot.core.flow.expressions import BadExpression, compile_expression
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.kept import branches_of, kept_kinds, names_of
from bot.core.flow.schema import INTENTS, TYPED, Branch, Flow, State
from bot.core.flow.source import Path, Source
from bot.core.names import FORMATS, KNOWN, Kind
from bot.core.render import BadText, Slot, template
from bot.core.segments import segments

RESERVED: Final = frozenset(
    ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "REMOVE", "ARRET", "START", "YES", "UNSTOP", "HELP", "INFO", "T", "TD", "R", "N"]
) | {"退订", "拒收", "取消订阅"}  # fmt: skip
"""Words that providers and operators act on by themselves (Twilio's opt-out manual; AWS required keywords; mainland R, T, TD, N)."""

FLOW_EVENTS: Final = frozenset({"campaign", "reply", "notice"})
EVENTS: Final = frozenset(
    ["created", "shipped", "picked_up", "in_transit", "arrived", "out_for_delivery", "slot_suggested", "ready_for_pickup", "pickup_overdue", "delayed", "delivered", "delivered_proxy", "returned", "cancelled"]
)


def check(flow: Flow, source: Source, carrier: CarrierConfig | None = None) -> list[Finding]:
    """Every finding about one flow, in the order of the file. `carrier` gives its languages, facts and own events."""
    checks = (_states, _ways, _waits, _guards, _effects, _texts, _menus, _starts)
    checker = _Checker(flow, source, carrier)
    return sorted({finding for each in checks for finding in each(checker)})


class _Checker:
    def __init__(self, flow: Flow, source: Source, carrier: CarrierConfig | None) -> None:
        self.flow, self.source, self.carrier = flow, source, carrier
        self.kept: Mapping[str, Kind] = kept_kinds(flow)
        self.kinds: Mapping[str, Kind] = names_of(flow)
        self.languages = carrier.locales if carrier else tuple(flow.languages)

    def branch_path(self, state: str, trigger: str, index: int) -> Path:
        """Where a branch stands, whichever form its author wrote."""
        steps: tuple[str, ...] = ("replies", trigger[6:]) if trigger.startswith("reply:") else (trigger,)
        path: Path = ("states", state, *steps)
        value = self.source.values
        if trigger in ("silence", "unclear", "late") and (*path, "go") in value:
            path = (*path, "go")
        return (*path, index) if (*path, index) in value else path


def _states(check: _Checker) -> Iterator[Finding]:
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


def _ways(check: _Checker) -> Iterator[Finding]:
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
                ("go", state.go),
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
                f"'{name}' has {' and '.join(ways)}. A state waits, goes on, claims or ends: keep one.",
                of_key=True,
            )
    yield from _circles(check)


def _circles(check: _Checker) -> Iterator[Finding]:
    """States that go on by themselves and come back to where they were."""
    flow = check.flow
    onward = {name: [b.go for b in state.go] for name, state in flow.states.items() if state.go and not state.waits}
    for start in onward:
        todo, seen = list(onward[start]), set()
        while todo:
            name = todo.pop()
            if name == start:
                message = f"'{start}' comes back to itself without waiting for anything. Let one state of the circle wait or end."
                yield check.source.error(("states", start, "go"), "CIRCLE", message, of_key=True)
                break
            if name not in seen:
                seen.add(name)
                todo.extend(onward.get(name, ()))


def _waits(check: _Checker) -> Iterator[Finding]:
    """Every wait says what happens on silence and on what it cannot read; parts that belong together stand together."""
    first_of_reply = check.flow.first if any(t.event == "reply" for t in check.flow.starts_on) else None
    for name, state in check.flow.states.items():
        path: Path = ("states", name)
        if state.replies and state.silence is None and name != first_of_reply:
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
        yield from _claims(check, name, state)


def _claims(check: _Checker, name: str, state: State) -> Iterator[Finding]:
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


def _guards(check: _Checker) -> Iterator[Finding]:
    """Guards and kept values type-check; the last of several branches has no guard."""
    for state, trigger, index, branch in branches_of(check.flow):
        path = check.branch_path(state, trigger, index)
        if branch.if_ is not None:
            yield from _expression(check, (*path, "if"), branch.if_, "flag")
        for name, value in branch.keep.items():
            if isinstance(value, str) and value not in check.kinds:
                yield from _expression(check, (*path, "keep", name), value, None)
    for name, state_ in check.flow.states.items():
        for trigger, branches in state_.exits().items():
            yield from _alternatives(check, name, trigger, branches)


def _expression(check: _Checker, path: Path, text: str, wants: Kind | None) -> Iterator[Finding]:
    try:
        compile_expression(text, check.kinds, wants=wants)
    except BadExpression as error:
        line, column = check.source.place(path)
        yield Finding(check.source.file, line, column + error.column - 1, "error", "GUARD", str(error))


def _alternatives(check: _Checker, state: str, trigger: str, branches: tuple[Branch, ...]) -> Iterator[Finding]:
    for index, branch in enumerate(branches):
        last = index == len(branches) - 1
        path = check.branch_path(state, trigger, index)
        if branch.if_ is None and not last:
            yield check.source.error(
                path,
                "NEVER",
                "The branches after this one are never taken, for it has no guard. Add if:, or put it last.",
            )
        if branch.if_ is not None and last:
            message = (
                "No branch is left when this guard does not hold. Add a last one without if:, such as {go: STATE}."
            )
            yield check.source.error(path, "NOELSE", message)


def _effects(check: _Checker) -> Iterator[Finding]:
    """Each `do` is one thing; its parameters name what exists."""
    for name, state in check.flow.states.items():
        for index, do in enumerate(state.do):
            path: Path = ("states", name, "do", index)
            kinds = [kind for kind in ("instruct", "case", "consent") if getattr(do, kind) is not None]
            if len(kinds) != 1:
                known = ("instruct", "case", "consent")
                extra = "".join(did_you_mean(key, known) for key in do.params if key not in known)
                yield check.source.error(
                    path, "EFFECT", f"One of instruct, case or consent stands here, and only one.{extra}"
                )
            elif do.instruct is None and do.params:
                key = next(iter(do.params))
                hint = did_you_mean(key, ("due", "reason", "takes_control"))
                yield check.source.error((*path, key), "KEY", f"'{key}' is no key of {kinds[0]}.{hint}", of_key=True)
            else:
                yield from (
                    finding for key, value in do.params.items() for finding in _param(check, (*path, key), value)
                )


def _param(check: _Checker, path: Path, value: object) -> Iterator[Finding]:
    if isinstance(value, str) and value.replace(".", "").replace("_", "").isalnum() and value.isascii():
        if value not in check.kinds and not is_duration(value) and not value.isdigit():
            message = f"'{value}' is no known name.{did_you_mean(value, check.kinds)} A fixed text begins with a capital or holds a blank."
            if value[0].islower():
                yield check.source.error(path, "NAME", message)


# ── texts ────────────────────────────────────────────────────────────────────────────────────────


def _said(flow: Flow) -> Iterator[tuple[str, Path]]:
    for name, state in flow.states.items():
        if state.say:
            yield state.say, ("states", name, "say")
        if state.unclear and state.unclear.say:
            yield state.unclear.say, ("states", name, "unclear", "say")


def _texts(check: _Checker) -> Iterator[Finding]:
    """Every text that is said exists, in every language, with known placeholders; none is there in vain."""
    flow, source = check.flow, check.source
    said = dict(_said(flow))
    for key, path in _said(flow):
        if key not in flow.texts:
            yield source.error(
                path, "TEXT", f"'{key}' is no text here.{did_you_mean(key, flow.texts)} Add it under texts:."
            )
    for key, by_language in flow.texts.items():
        path = ("texts", key)
        if key not in said:
            yield source.warning(path, "UNSAID", f"Nothing says '{key}'. Remove it, or say it in a state.")
        for language in check.languages:
            if language not in by_language:
                yield source.error(
                    path, "LANGUAGE", f"'{key}' is missing in {language}, which the carrier speaks.", of_key=True
                )
        for language, wordings in by_language.items():
            for index, wording in enumerate(wordings):
                place = (*path, language, index) if (*path, language, index) in source.values else (*path, language)
                yield from _wording(check, place, wording, language)


def _wording(check: _Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    line, column = check.source.place(path)
    try:
        parts = template(wording)
    except BadText as error:
        yield Finding(
            check.source.file, line, column, "error", "TEXT", f"{error} It stands at character {error.column}."
        )
        return
    for part in parts:
        if isinstance(part, Slot) and (problem := _slot(check, part)):
            yield Finding(check.source.file, line, column, "error", "PLACEHOLDER", problem)
    if wording.startswith("【"):
        yield Finding(
            check.source.file,
            line,
            column,
            "error",
            "BRAND",
            "The 【brand】 is put before every text by itself. Remove it here.",
        )
    yield from _length(check, path, wording, language)


def _slot(check: _Checker, slot: Slot) -> str | None:
    name = resolved(slot.name, check.kinds, check.kept)
    if name is None:
        shorts = {known.partition(".")[2] or known for known in check.kinds} | set(check.kept)
        return f"{{{slot.name}}} is no known name.{did_you_mean(slot.name, shorts)}"
    if name in KNOWN and KNOWN[name].secret:
        return f"{{{slot.name}}} may be compared but not said."
    if slot.format and slot.format not in FORMATS:
        return f"'{slot.format}' is no format.{did_you_mean(slot.format, FORMATS)}"
    kind = check.kinds[name]
    if slot.format and kind not in FORMATS[slot.format]:
        return f"{{{slot.name}:{slot.format}}}: '{slot.name}' is a {kind}, which '{slot.format}' cannot write."
    return None


def longest(wording: str, kinds: Mapping[str, Kind], kept: Mapping[str, Kind]) -> str:
    """The wording with the longest ordinary value in every place."""
    samples = {
        "window": "11月25日18:30-19:30",
        "time": "11月25日18:30",
        "address": "上海市浦东新区世纪大道100号8楼",
        "number": "36",
    }
    filled = []
    for part in template(wording):
        if isinstance(part, str):
            filled.append(part)
            continue
        name = resolved(part.name, kinds, kept) or part.name
        known = KNOWN.get(name)
        filled.append(
            "18:30"
            if part.format == "time" and known
            else known.longest
            if known
            else samples.get(kinds.get(name, "text"), "********")
        )
    return "".join(filled)


def _length(check: _Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    if check.carrier is None or language not in check.carrier.locales:
        return
    signature = f"【{check.carrier.brand_in(language)}】"
    suffix = check.carrier.opt_out.suffix.get(language, "") if check.flow.category == "promotion" else ""
    text = signature + longest(wording, check.kinds, check.kept) + suffix
    count = segments(text, check.carrier.billing)
    if language.startswith("zh") and count.count > 1:
        line, column = check.source.place(path)
        message = f"This takes {count.count} messages ({count.units} characters with 【brand】 and its longest values); 70 fit one."
        yield Finding(check.source.file, line, column, "warning", "LONG", message)


# ── menus and triggers ───────────────────────────────────────────────────────────────────────────


def _menus(check: _Checker) -> Iterator[Finding]:
    """Options are told apart, and no provider acts on one of their words."""
    for name, state in check.flow.states.items():
        seen: dict[str, str] = {}
        for key, branches in state.replies.items():
            path: Path = ("states", name, "replies", key)
            plain = unicodedata.normalize("NFKC", key).upper()
            if plain in RESERVED and key not in INTENTS and key not in ("yes", "no"):
                message = f"'{key}' is a word that providers or operators act on by themselves. Choose another: a digit is safest."
                yield check.source.error(path, "RESERVED", message, of_key=True)
            if key not in TYPED and key not in INTENTS and len(key) > 24:
                yield check.source.error(
                    path, "OPTION", "An option is a digit, a letter or one short word.", of_key=True
                )
            for word in [key, *(word for branch in branches for words in branch.words.values() for word in words)]:
                same = unicodedata.normalize("NFKC", word).strip().casefold()
                if seen.setdefault(same, key) != key:
                    yield check.source.error(
                        path,
                        "OVERLAP",
                        f"'{word}' is said for {seen[same]} too. A reply must mean one thing.",
                        of_key=True,
                    )
        if {"text", "other"} <= set(state.replies):
            yield check.source.error(
                ("states", name, "replies", "other"),
                "OVERLAP",
                "'text' takes every reply: 'other' is never taken.",
                of_key=True,
            )


def _starts(check: _Checker) -> Iterator[Finding]:
    """The flow starts on something that happens; a state's name is not the engine's."""
    for index, trigger in enumerate(check.flow.starts_on):
        path: Path = ("starts_on", index) if ("starts_on", index) in check.source.values else ("starts_on",)
        if trigger.event not in EVENTS | FLOW_EVENTS:
            message = f"'{trigger.event}' is no tracking event that we know.{did_you_mean(trigger.event, EVENTS | FLOW_EVENTS)}"
            yield check.source.warning(path, "EVENT", message)
        if trigger.if_:
            yield from _expression(check, (*path, "if"), trigger.if_, "flag")
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
    assert BEGIN not in check.flow.states
