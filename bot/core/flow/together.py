"""What is wrong only between the flows of one carrier: a flow that is not there, ends that begin each other, one digit in two open questions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.questions import option_keys
from bot.core.flow.schema import Flow
from bot.core.flow.source import Path, Source

Flows = Mapping[str, tuple[Flow, Source]]
CATCHES = "anything_else"
"""The flow that answers what no open question takes."""


def check_together(flows: Flows, standard: Iterable[str] = ()) -> list[Finding]:
    """Every finding about flows that stand beside each other in one carrier. `standard` names flows that it might use as well."""
    known = {*flows, *standard}
    return sorted({*_names(flows, known), *_circles(flows), *_uncalled(flows, set(standard)), *_shared_options(flows)})


def _uncalled(flows: Flows, standard: Container[str]) -> Iterator[Finding]:
    called = {state.call for flow, _ in flows.values() for state in flow.states.values() if state.call}
    for name, (flow, source) in flows.items():
        if {trigger.event for trigger in flow.starts_on} == {"call"} and name not in called and name not in standard:
            message = (
                f"Nothing calls '{name}', so it never begins. Call it in a state, call: {name}, or give it an event."
            )
            yield source.warning(("starts_on",), "UNCALLED", message, of_key=True)


def _names(flows: Flows, known: set[str]) -> Iterator[Finding]:
    for flow, source in flows.values():
        for path, name in _named(flow, source):
            if name not in known:
                message = f"'{name}' is no flow of this carrier.{did_you_mean(name, known)}"
                yield source.error(path, "FLOW", message)


def _named(flow: Flow, source: Source) -> Iterator[tuple[Path, str]]:
    for index, trigger in enumerate(flow.starts_on):
        if trigger.end_of:
            yield (*_item(source, "starts_on", index), "end_of"), trigger.end_of
    for index, name in enumerate(flow.beside):
        yield _item(source, "beside", index), name
    for state, part in flow.states.items():
        for index, do in enumerate(part.do):
            for name in do.end_others or ():
                yield ("states", state, "do", index, "end_others"), name


def _item(source: Source, key: str, index: int) -> Path:
    return (key, index) if (key, index) in source.values else (key,)


def _circles(flows: Flows) -> Iterator[Finding]:
    """Ends that begin each other at once would never come to rest."""
    at_once = {
        name: [each.end_of for each in flow.starts_on if each.end_of and not each.after]
        for name, (flow, _) in flows.items()
    }  # one that the carrier does not use begins nothing
    for name, before in at_once.items():
        if _comes_back(name, at_once):
            source = flows[name][1]
            message = f"'{name}' begins where it ends, by way of {', '.join(before)}. Give one of them after: 1h."
            yield source.error(("starts_on",), "CIRCLE", message)


def _comes_back(start: str, at_once: Mapping[str, list[str]]) -> bool:
    todo, seen = list(at_once[start]), set()
    while todo:
        name = todo.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            todo += at_once.get(name, [])
    return False


def _shared_options(flows: Flows) -> Iterator[Finding]:
    """A digit or letter that may be open in two flows at once: the customer has to be asked which is meant."""
    names = sorted(flows)
    for position, one in enumerate(names):
        for other in names[position + 1 :]:
            (first, source), (second, _) = flows[one], flows[other]
            shared = sorted(_options(first) & _options(second))
            if shared and _meet(first, second) and other not in first.beside and one not in second.beside:
                message = (
                    f"{', '.join(shared)} may be open here and in '{other}' at once: the customer is then asked which is meant. "
                    f"End one by ends_on:, or write beside: [{other}] if that is meant."
                )
                yield source.warning(("states",), "SHARED", message, of_key=True)


def _options(flow: Flow) -> set[str]:
    return {key.casefold() for state in flow.states.values() for key in option_keys(state)}


def _meet(one: Flow, other: Flow) -> bool:
    """Whether both may be open for one person at once: not where each start of one ends the other; staff are not customers."""
    if (one.category == "internal") != (other.category == "internal"):
        return False
    if any({trigger.event for trigger in flow.starts_on} == {"call"} for flow in (one, other)):
        return False  # it is walked inside the flow that calls it
    return not (_gives_way(one, other) or _gives_way(other, one))


def _gives_way(one: Flow, other: Flow) -> bool:
    """Whether `one` has always ended when `other` begins."""
    starts: Iterable[str] = [trigger.event for trigger in other.starts_on]
    same_parcel = one.subject == other.subject == "shipment"
    return same_parcel and all(event in one.ends_on for event in starts)
