"""A publication before it happens: what would change, who is mid-conversation where, and whether what shall become of them fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.errors import Invalid
from bot.core.facts import Facts, Scope
from bot.core.fate import End, Fate, Move, Stay
from bot.core.flow import CompiledFlow, compile_flow
from bot.core.flow.findings import did_you_mean
from bot.core.render import Slot
from bot.parts import Parts
from bot.store import flow_versions
from bot.store.flow_versions import CARRIER_FILE, Standing


@dataclass(frozen=True, slots=True)
class Change:
    """One flow, or the carrier's file, that would be published. `old` and `new` are versions; None: there was or will be none."""

    flow: str
    old: str | None
    new: str | None
    document: Mapping[str, Any]
    standing: tuple[Standing, ...] = ()
    """Its open conversations, whatever their version."""

    @property
    def word(self) -> str:
        """new, changed, withdrawn, or published where only who is in older versions is concerned."""
        if self.new is None:
            return "withdrawn"
        if self.old == self.new:
            return "published"
        return "new" if self.old is None else "changed"

    @property
    def elsewhere(self) -> tuple[Standing, ...]:
        """Those that are open in another version than the new one."""
        return tuple(one for one in self.standing if one.hash != self.new)

    @property
    def occupied(self) -> Mapping[str, int]:
        """The states in which they are, counted."""
        counts: Counter[str] = Counter()
        for one in self.elsewhere:
            counts[one.state] += one.count
        return dict(counts)

    @property
    def behind(self) -> int:
        """How many they are."""
        return sum(one.count for one in self.elsewhere)


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing would do. Nothing has happened yet."""

    carrier: str
    changes: tuple[Change, ...]

    @property
    def new(self) -> tuple[Change, ...]:
        """Without a flow that is published already."""
        return tuple(change for change in self.changes if change.old != change.new)

    @property
    def flows(self) -> tuple[Change, ...]:
        """Without the carrier's file."""
        return tuple(change for change in self.changes if change.flow != CARRIER_FILE)


class NoPlace(Invalid):
    """Conversations are open in `state`, which the new version does not have, and nobody said where they go."""

    def __init__(self, state: str, count: int) -> None:
        self.state = state
        super().__init__(f"{count} open in '{state}', which the new version does not have. Say where they go.")


def require_fits(parts: Parts, carrier: str, changes: Iterable[Change], fate: Fate) -> None:
    """Raises `Invalid` where a conversation would have no place in the new version, a name is unknown, or a text cannot be said to all."""
    flows = [change for change in changes if change.flow != CARRIER_FILE]
    if isinstance(fate, Stay):
        return
    if len(flows) != 1:
        raise Invalid("Name one flow to move or end conversations of: states and texts belong to one flow.")
    change = flows[0]
    former = {one.hash for one in change.elsewhere} | ({change.old} if change.old else set())
    old = [parts.flows.version(carrier, change.flow, hash_) for hash_ in sorted(former)]
    new = None if change.new is None else compile_flow(change.document, change.new)
    if isinstance(fate, End):
        _require_text(parts, carrier, change, fate.text, old, new)
    else:
        _require_places(change, fate, old, new)


# ── a text that ends them ────────────────────────────────────────────────────────────────────────


def _require_text(
    parts: Parts, carrier: str, change: Change, key: str, old: Sequence[CompiledFlow], new: CompiledFlow | None
) -> None:
    saying = [new] if new is not None and key in new.texts else [flow for flow in old if key in flow.texts]
    if not saying or (saying != [new] and len(saying) != len(old)):
        known = {text for flow in (new, *old) if flow is not None for text in flow.texts}
        raise Invalid(f"'{key}' is no text of '{change.flow}'.{did_you_mean(key, known)}")
    names = {name for flow in saying for name in _of_a_conversation(flow, key)}
    if heard := sorted(name for name in names if name.startswith("reply.")):
        raise Invalid(
            f"'{key}' says {_shown(heard)}, which is only known in an answer. Choose another text, or give it a last wording without that."
        )
    lacking, lack = _lacking(parts, carrier, change, names) if names else (0, [])
    if lacking:
        raise Invalid(
            f"'{key}' says {_shown(lack)}, which {lacking} of {change.behind} open conversations do not have. "
            "Choose another text, or give it a last wording without that."
        )


def _shown(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _of_a_conversation(flow: CompiledFlow, key: str) -> Iterator[str]:
    """What the last wording fills in that no parcel or customer brings: a claimed code, a kept value, the event, the reply."""
    others = {"now", *flow.counters}
    for texts in (flow.texts, *flow.variants.values()):
        for part in (part for wordings in texts.get(key, {}).values() for part in wordings[-1]):
            if isinstance(part, Slot) and part.name.partition(".")[0] not in (
                "shipment",
                "carrier",
                "customer",
                *others,
            ):
                yield part.name


def _lacking(parts: Parts, carrier: str, change: Change, names: Iterable[str]) -> tuple[int, list[str]]:
    """How many of those who would end lack a value, and which values."""
    facts = Facts(parts.flows.carrier(carrier), {})
    lack: set[str] = set()
    count = 0
    with parts.store.read() as connection:
        for values in flow_versions.values_behind(connection, carrier, change.flow, change.new):
            scope = Scope(facts, values, {}, parts.clock.now(), facts.carrier.locales[0])
            missing = {name for name in names if scope.get(name) is None}
            lack |= missing
            count += bool(missing)
    return count, sorted(lack)


# ── states to move to ────────────────────────────────────────────────────────────────────────────


def _require_places(change: Change, fate: Move, old: Sequence[CompiledFlow], new: CompiledFlow | None) -> None:
    if new is None:
        raise Invalid(f"'{change.flow}' is withdrawn: there is no new version to move to. Let them stay, or end them.")
    known = {state for flow in old for state in flow.states}
    for was, becomes in fate.states.items():
        if was not in known:
            raise Invalid(f"'{was}' is no state of an earlier version of '{change.flow}'.{did_you_mean(was, known)}")
        _require_waits(new, was, becomes)
    for was, count in change.occupied.items():
        if was not in fate.states and was not in new.states:
            raise NoPlace(was, count)
        _require_waits(new, was, fate.target(was))


def _require_waits(new: CompiledFlow, was: str, becomes: str) -> None:
    waiting = [name for name, state in new.states.items() if state.waits]
    if becomes not in new.states:
        raise Invalid(
            f"'{becomes}', where who is in '{was}' would go, is no state of the new version.{did_you_mean(becomes, waiting)}"
        )
    if becomes not in waiting:
        raise Invalid(
            f"'{becomes}', where who is in '{was}' would go, does not wait, so nobody can be put there. "
            f"States that wait: {', '.join(waiting)}."
        )
