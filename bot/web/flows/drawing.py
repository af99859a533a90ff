"""A flow as the page draws it: states with their kind, texts and faults, and every way between them with its label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ValidationError

from bot.core.carrier import CarrierConfig
from bot.core.durations import short_duration
from bot.core.flow.checks.texts import longest
from bot.core.flow.findings import Finding
from bot.core.flow.graph import Edge, done, edges
from bot.core.flow.kept import kept_kinds, names_of
from bot.core.flow.schema import INTENTS, TYPED, Flow, State, Trigger
from bot.core.policy import dearest
from bot.core.render import BadText
from bot.web.flows.files import File
from bot.web.words import t

Kind = Literal["asks", "waits", "claims", "person", "step", "missing"]
OUTSIDE: Final = "[*]"

KINDS: Final[Mapping[str, str]] = {
    "asks": "Asks the customer",
    "waits": "Waits for time or an event",
    "claims": "Takes a coupon code",
    "person": "Calls a person",
    "step": "Goes on by itself",
    "missing": "Does not exist",
}
"""What a state is, in words; the graph gives each a shape."""


@dataclass(frozen=True, slots=True)
class Way:
    """One edge. `kind` is how the graph draws it."""

    source: str
    target: str
    label: str
    guard: str | None
    kind: Literal["reply", "silence", "unclear", "late", "event", "go", "begin", "end"]
    faulty: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in one language, and what it costs with its longest values."""

    language: str
    text: str
    segments: int
    units: int


@dataclass(frozen=True, slots=True)
class Text:
    """What a state says."""

    key: str
    wordings: tuple[Wording, ...]
    file: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Node:
    """One state."""

    name: str
    kind: Kind
    ends: bool
    does: tuple[str, ...]
    says: tuple[Text, ...]
    ways: tuple[Way, ...]
    open: int
    findings: tuple[Finding, ...]
    file: str | None
    line: int | None

    @property
    def tone(self) -> str:
        """error, warning or nothing."""
        grades = {found.severity for found in self.findings}
        return "error" if "error" in grades or self.kind == "missing" else "warning" if grades else ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole graph."""

    begins: tuple[Way, ...]
    nodes: tuple[Node, ...]

    @property
    def ways(self) -> list[Way]:
        return [*self.begins, *(way for node in self.nodes for way in node.ways)]


@dataclass(frozen=True, slots=True)
class _Drawable:
    triggers: Sequence[Trigger]
    states: Mapping[str, State]
    start_state: str


def draw(
    document: Mapping[str, object], carrier: CarrierConfig, files: Sequence[File], standing: Mapping[str, int]
) -> Drawing | None:
    """The compiled document as a graph; None for one that no longer fits the language. `standing`: open conversations by state."""
    try:
        flow = Flow.model_validate(document)
    except ValidationError:
        return None
    drawn = list(edges(_Drawable(flow.starts_on, flow.states, flow.first)))
    guarded = {(edge.source, edge.trigger) for edge in drawn if edge.guard}
    ways = [_way(edge, flow, last=not edge.guard and (edge.source, edge.trigger) in guarded) for edge in drawn]
    names = [flow.first, *(name for name in flow.states if name != flow.first)]
    pen = _Pen(flow, carrier, files, ways, standing)
    missing = dict.fromkeys(way.target for way in ways if way.faulty)
    nodes = [*(pen.node(name) for name in names if name in flow.states), *(_missing(name) for name in missing)]
    return Drawing(tuple(way for way in ways if way.source == OUTSIDE), tuple(nodes))


def _missing(name: str) -> Node:
    return Node(name, "missing", False, (), (), (), 0, (), None, None)


def _way(edge: Edge, flow: Flow, *, last: bool) -> Way:
    """`last`: it is taken where the guards of its sisters do not hold."""
    kind = edge.trigger.partition(":")[0]
    named = {"reply": "reply", "on": "event", "claimed": "event", "had": "event", "none": "event"}
    faulty = edge.target != OUTSIDE and edge.target not in flow.states
    label = _label(edge, flow)
    guard = t("otherwise") if last else edge.guard
    return Way(edge.source, edge.target, label, guard, named.get(kind, kind), faulty)  # type: ignore[arg-type]


def _label(edge: Edge, flow: Flow) -> str:
    state = flow.states.get(edge.source)
    kind, _, key = edge.trigger.partition(":")
    match kind:
        case "reply" if key in TYPED or key in INTENTS:
            return t(READINGS.get(key, key))
        case "silence" if state and state.silence:
            return t("silence {span}", span=short_duration(state.silence.after))
        case "late" if state and state.late:
            return t("late, within {span}", span=short_duration(state.late.within))
        case "unclear" if state and state.unclear and edge.target == edge.source:
            return t("not understood, up to {n}×", n=state.unclear.at_most)
        case "unclear":
            return t("not understood")
        case "claimed" | "had" | "none":
            return t(CLAIMS[kind])
    return edge.label


READINGS: Final = {
    "time": "a time",
    "address": "an address",
    "rating": "a rating",
    "text": "any text",
    "photo": "a photo",
    "confirm": "yes",
    "decline": "no",
    "claim": "wants the code",
    "complaint": "a complaint",
    "not_received": "not received",
    "where_is": "where is it?",
    "question": "a question",
    "agent": "wants a person",
    "thanks": "thanks",
    "help": "help",
    "opt_out": "opts out",
    "opt_in": "opts in",
    "other": "anything else",
}
"""Reply keys that stand for something of a kind → words for an edge."""
CLAIMS: Final = {"claimed": "a code", "had": "had one before", "none": "none left"}


class _Pen:
    def __init__(
        self,
        flow: Flow,
        carrier: CarrierConfig,
        files: Sequence[File],
        ways: Sequence[Way],
        standing: Mapping[str, int],
    ) -> None:
        self.flow, self.carrier, self.files, self.ways, self.standing = flow, carrier, files, ways, standing
        self.kinds, self.kept = names_of(flow), kept_kinds(flow)
        self.by_path = [(file.path_of(found.line), found) for file in files for found in file.findings]

    def node(self, name: str) -> Node:
        state = self.flow.states[name]
        says = tuple(dict.fromkeys(key for key in (state.say, state.unclear.say if state.unclear else None) if key))
        concerned = {("states", name), *(("texts", key) for key in says)}
        file, line = self._place("states", name)
        return Node(
            name=name,
            kind=_kind(state),
            ends=state.end,
            does=(*(done(do) for do in state.do), *([f"claim {state.claim}"] if state.claim else [])),
            says=tuple(self._text(key) for key in says),
            ways=tuple(way for way in self.ways if way.source == name),
            open=self.standing.get(name, 0),
            findings=tuple(found for path, found in self.by_path if path in concerned),
            file=file,
            line=line,
        )

    def _place(self, *path: str) -> tuple[str | None, int | None]:
        for file in self.files:
            if (line := file.line_of(*path)) is not None:
                return file.shown, line
        return None, None

    def _text(self, key: str) -> Text:
        by = self.flow.texts.get(key, {})
        languages = [lang for lang in self.carrier.locales if lang in by]
        wordings = [self._wording(language, text) for language in languages for text in by[language]]
        file, line = self._place("texts", key)
        return Text(key, tuple(wordings), file, line)

    def _wording(self, language: str, text: str) -> Wording:
        try:
            worst = longest(text, self.kinds, self.kept, language)
        except BadText:
            worst = text
        counted = dearest(worst, language, self.carrier, promotes=self.flow.category == "promotion")
        return Wording(language, text, counted.count, counted.units)


def _kind(state: State) -> Kind:
    if any(do.case for do in state.do):
        return "person"
    if state.claim:
        return "claims"
    if state.replies:
        return "asks"
    return "waits" if state.waits else "step"
