"""Random flows that are right: every state reached, every wait complete, every text there, no circle without a wait."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

DIGITS = ["1", "2", "3", "4", "Y", "暂存", "later"]
TYPED = ["time", "address", "photo", "rating"]
GUARDS = [
    "shipment.redirectable", "known.shipment.eta", 'shipment.status == "arrived"', "shipment.delay_hours > 24", "tries < 3",
    'reply.text.matches("^[0-9]{4}$")', "customer.loyal || known.customer.name", "!known.reply.time",
]  # fmt: skip
KEPT = {"visit": "reply.time", "note": "reply.text", "number": "1 + 2", "flag": True, "home": "reply.address"}
DURATIONS = ["1m", "30m", "2h", "1d"]
PLACEHOLDERS = ["{tail}", "{courier.name}", "{eta:time}", "{tries}", "{customer.name}", "{window}", ""]
EFFECTS: list[dict[str, Any]] = [
    {"instruct": "hold", "until": "3d"}, {"case": "delivery", "due": "2h"}, {"case": "phone_call", "takes_control": False},
    {"consent": {"promotion": False}}, {"count": "tries"}, {"end_others": ["other"]}, {"email": {"subject": "t0", "say": "t1"}},
]  # fmt: skip
EVENTS = ["shipped", "arrived", "out_for_delivery", "delivered", "returned"]


@st.composite
def flows(draw: st.DrawFn) -> dict[str, Any]:
    """A flow as its YAML would be read: between two and eight states in a row, each leading on, the last one ending."""
    count = draw(st.integers(2, 8))
    names = [f"s{number}" for number in range(count)]
    states = {name: draw(_state(number, names)) for number, name in enumerate(names)}
    states["s0"].setdefault("do", []).append({"count": "tries"})
    said = {key for state in states.values() for key in _said(state)}
    texts = {key: draw(_text()) for key in sorted(said)}
    trigger = draw(st.sampled_from([*EVENTS[:3], "campaign", "notice"]))
    flow: dict[str, Any] = {
        "flow": "random", "title": "Random", "category": draw(st.sampled_from(["service", "survey", "internal"])),
        "starts_on": draw(st.sampled_from([trigger, {"event": trigger, "after": "2h"}])), "states": states, "texts": texts,
        "again": draw(st.sampled_from(["ignore", "restart", "once"])), "ends_on": draw(st.lists(st.sampled_from(EVENTS[3:]), unique=True)),
    }  # fmt: skip
    if texts and draw(st.booleans()):
        flow["variants"] = {"B": {next(iter(texts)): draw(_text())}}
    return flow


def _said(state: dict[str, Any]) -> list[str]:
    unclear = state.get("unclear")
    said = [state.get("say"), unclear.get("say") if isinstance(unclear, dict) else None]
    mails = [do["email"] for do in state.get("do", ()) if "email" in do]
    return [key for key in (*said, *(mail[part] for mail in mails for part in ("subject", "say"))) if key]


@st.composite
def _text(draw: st.DrawFn) -> dict[str, Any]:
    words = draw(st.lists(st.sampled_from(PLACEHOLDERS), max_size=2))
    return {"zh-CN": f"您好{''.join(words)}，请回复", "en": [f"Hello {' '.join(words)} reply", "Hello"]}


@st.composite
def _state(draw: st.DrawFn, number: int, names: list[str]) -> dict[str, Any]:
    state: dict[str, Any] = {"do": [dict(each) for each in draw(st.lists(st.sampled_from(EFFECTS), max_size=2))]}
    if draw(st.booleans()):
        state["say"] = f"t{number}"
    if number == len(names) - 1:
        return state | {"end": True}
    kind = draw(st.sampled_from(["replies", "replies", "replies", "silence", "go", "claim"]))
    onward = names[number + 1 :]
    next_ = names[number + 1]
    if kind == "go":
        return state | {"go": draw(_branches(onward, next_))}
    if kind == "claim":
        return state | {"claim": "autumn", "claimed": next_, "had": draw(st.sampled_from(onward)), "none": next_}
    state["silence"] = {"after": draw(st.sampled_from(DURATIONS)), "go": next_}
    if draw(st.booleans()):
        state["on"] = {draw(st.sampled_from(EVENTS[:3])): draw(st.sampled_from(onward))}
    return state if kind == "silence" else state | draw(_asking(number, names))


@st.composite
def _asking(draw: st.DrawFn, number: int, names: list[str]) -> dict[str, Any]:
    """Options and typed kinds; a reply may lead back, for a wait lies on the way."""
    keys = draw(st.lists(st.sampled_from([*DIGITS, *TYPED]), min_size=1, max_size=4, unique=True))
    next_ = names[number + 1]
    asking: dict[str, Any] = {"say": f"t{number}", "replies": {key: draw(_branches(names, next_)) for key in keys}}
    asking["unclear"] = {"say": "again", "at_most": draw(st.integers(0, 3)), "go": next_}
    if draw(st.booleans()):
        asking["late"] = {"within": "4h", "go": next_}
    if draw(st.integers(0, 3)) == 0:
        asking["replies"]["text"] = next_
    return asking


@st.composite
def _branches(draw: st.DrawFn, targets: list[str], last: str) -> Any:
    """One way, or several with guards and one without at the end."""
    guards = draw(st.lists(st.sampled_from(GUARDS), max_size=2, unique=True))
    branches = [{"if": guard, "go": draw(st.sampled_from(targets))} for guard in guards]
    final: dict[str, Any] = {"go": last}
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(KEPT)))
        final["keep"] = {name: KEPT[name]}
    return [*branches, final] if branches or "keep" in final else last
