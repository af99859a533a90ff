"""Document of a version → `CompiledFlow`: one flat `transitions` machine, shared by every conversation and thread.

The machine has no models: its events are triggered on a detached `Turn` (`machine.events[name].trigger(turn)`), which measured 13.5 µs against
500 to 1,058 µs for a machine a conversation, and cannot leak or reset a persisted state. Callbacks append to the turn; they do no I/O.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, Protocol, cast

from pydantic import ValidationError
from transitions import EventData, Machine
from transitions.core import State as MachineState

from bot.core.errors import FlowError
from bot.core.flow.expressions import BadExpression, Expression, compile_expression
from bot.core.flow.findings import Finding
from bot.core.flow.kept import kept_kinds, names_of
from bot.core.flow.questions import question_of
from bot.core.flow.schema import Again, Branch, Flow, Scalar, State, Trigger
from bot.core.model import Category, Question
from bot.core.names import Kind, full_name
from bot.core.render import BadText, Slot, Template, template

BEGIN: Final = "(start)"
"""The pseudo-state of a conversation that has not begun."""


@dataclass(frozen=True, slots=True)
class CompiledFlow:
    """Everything `decide` needs of one version. Immutable in use; shared."""

    name: str
    hash: str
    title: str
    label: Mapping[str, str]
    category: Category
    subject: str
    """"shipment" or "customer": what there is one conversation for."""
    triggers: tuple[Trigger, ...]
    ends_on: tuple[str, ...]
    states: Mapping[str, State]
    start_state: str
    languages: tuple[str, ...]
    questions: Mapping[str, Question]
    texts: Mapping[str, Mapping[str, tuple[Template, ...]]]
    kinds: Mapping[str, Kind]
    guards: Mapping[str, Expression]
    machine: Machine = field(repr=False)
    variants: Mapping[str, Mapping[str, Mapping[str, tuple[Template, ...]]]] = field(default_factory=dict)
    """Letter → what it says otherwise; `texts` is A."""
    counters: frozenset[str] = frozenset()
    """Names that `count:` counts; they begin at 0."""
    needs: frozenset[str] = frozenset()
    """Full names of every fact that a text, guard or parameter reads: what costs a look into the past is looked up only then."""
    again: Again = "ignore"
    initial: str = BEGIN

    @property
    def starts_on(self) -> tuple[str, ...]:
        """Types of tracking events, or campaign, reply, notice, or `ended:<flow>`."""
        return tuple(trigger.event for trigger in self.triggers)

    def listens(self, state: str, event: str) -> bool:
        """Whether a conversation in `state` does something on `event`: goes on, or ends."""
        here = self.states.get(state)
        return event in self.ends_on or (here is not None and event in here.on)

    def start_after(self, event: str) -> timedelta:
        """How long after `event` it begins; zero: at once."""
        return next((trigger.after for trigger in self.triggers if trigger.event == event), timedelta(0))

    def question(self, state: str) -> Question | None:
        """What `state` asks; None where it asks nothing."""
        question = self.questions.get(state)
        return question if question and (question.options or question.accepts) else None


def compile_flow(document: Mapping[str, Any], hash: str) -> CompiledFlow:  # noqa: A002 - the word of the contract
    """Compile a normalised document (about 5 ms; callers cache by hash). Raises `FlowError` for one that no longer fits the language."""
    try:
        flow = Flow.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        name = str(document.get("flow", "flow"))
        raise FlowError(
            (Finding(f"{name}@{hash[:12]}", 1, 1, "error", "DOCUMENT", f"{where}: {first['msg']}"),)
        ) from None
    try:
        return _compiled(flow, hash)
    except (BadExpression, BadText) as error:
        raise FlowError((Finding(f"{flow.flow}@{hash[:12]}", 1, 1, "error", "DOCUMENT", str(error)),)) from None


def _compiled(flow: Flow, hash_: str) -> CompiledFlow:
    kinds = names_of(flow)
    kept = kept_kinds(flow)
    guards = {source: compile_expression(source, kinds) for source in sorted(_expressions(flow, kinds))}
    questions = {name: question for name in flow.states if (question := question_of(flow, name))}
    texts = _templates(flow.texts, kinds, kept)
    variants = {letter: _templates(of, kinds, kept) for letter, of in flow.variants.items()}
    return CompiledFlow(
        name=flow.flow, hash=hash_, title=flow.title, label=flow.label, category=flow.category, subject=flow.subject,
        triggers=flow.starts_on, ends_on=flow.ends_on, states=flow.states, start_state=flow.first,
        languages=flow.languages or tuple(dict.fromkeys(lang for by in flow.texts.values() for lang in by)) or ("en",),
        questions=questions, texts=texts, kinds=kinds, guards=guards, machine=build_machine(flow), variants=variants,
        counters=frozenset(do.count for state in flow.states.values() for do in state.do if do.count),
        needs=frozenset(_needed(flow, guards.values(), [texts, *variants.values()])), again=flow.again,
    )  # fmt: skip


_Texts = Mapping[str, Mapping[str, tuple[Template, ...]]]


def _templates(
    texts: Mapping[str, Mapping[str, tuple[str, ...]]], kinds: Mapping[str, Kind], kept: Mapping[str, Kind]
) -> _Texts:
    return {
        key: {lang: tuple(_template(w, kinds, kept) for w in ws) for lang, ws in by.items()}
        for key, by in texts.items()
    }


def _needed(flow: Flow, guards: Iterable[Expression], said: Iterable[_Texts]) -> Iterator[str]:
    for guard in guards:
        yield from (name.removeprefix("known.") for name in guard.names)
    for texts in said:
        for by in texts.values():
            for wordings in by.values():
                yield from (part.name for wording in wordings for part in wording if isinstance(part, Slot))
    for state in flow.states.values():
        for do in state.do:
            yield from (value for value in do.params.values() if isinstance(value, str))
        for branches in state.exits().values():
            yield from (value for branch in branches for value in branch.keep.values() if isinstance(value, str))


def _template(text: str, kinds: Mapping[str, Kind], kept: Mapping[str, Kind]) -> Template:
    """Placeholders by their full names: a kept value comes before a fact of the same short name."""
    return tuple(
        part if isinstance(part, str) else Slot(resolved(part.name, kinds, kept) or part.name, part.format, part.column)
        for part in template(text)
    )


def resolved(short: str, kinds: Mapping[str, Kind], kept: Mapping[str, Kind]) -> str | None:
    """The full name behind a placeholder, or None."""
    return short if short in kept else full_name(short, kinds)


def _expressions(flow: Flow, kinds: Mapping[str, Kind]) -> Iterator[str]:
    for trigger in flow.starts_on:
        if trigger.if_:
            yield trigger.if_
    for state in flow.states.values():
        for branches in state.exits().values():
            for branch in branches:
                if branch.if_:
                    yield branch.if_
                yield from (value for value in branch.keep.values() if isinstance(value, str) and value not in kinds)


# ── the machine ──────────────────────────────────────────────────────────────────────────────────


def build_machine(flow: Flow) -> Machine:
    """One flat machine: a state a state, an event a trigger (`reply:1`, `silence`, `go` …), the first branch whose guard holds."""
    states = [MachineState(BEGIN), *(MachineState(name, on_enter=[_entered]) for name in flow.states)]
    return Machine(
        model=None, states=states, transitions=list(_transitions(flow)), initial=BEGIN,
        auto_transitions=False, send_event=True, queued=False,
    )  # fmt: skip


def _transitions(flow: Flow) -> Iterator[dict[str, Any]]:
    yield {"trigger": "begin", "source": BEGIN, "dest": flow.first}
    for name, state in flow.states.items():
        if state.unclear is not None and state.unclear.at_most:
            yield {
                "trigger": "unclear",
                "source": name,
                "dest": None,
                "conditions": [_may_ask_again],
                "before": [_ask_again],
            }
        for trigger, branches in state.exits().items():
            event, source = (f"late:{name}", "*") if trigger == "late" else (trigger, name)
            yield from (_transition(event, source, branch) for branch in branches)


def _transition(trigger: str, source: str, branch: Branch) -> dict[str, Any]:
    made: dict[str, Any] = {"trigger": trigger, "source": source, "dest": branch.go}
    if branch.if_:
        made["conditions"] = [_Holds(branch.if_)]
    if branch.keep:
        made["before"] = [_Keeps(branch)]
    return made


class Turn(Protocol):
    """What the machine's callbacks ask of the turn that triggered them (`bot.core.turn.Turn`)."""

    def holds(self, source: str) -> bool: ...
    def keep(self, what: Mapping[str, Scalar]) -> None: ...
    def entered(self, source: str, trigger: str, target: str) -> None: ...
    def may_ask_again(self) -> bool: ...
    def ask_again(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Holds:
    source: str

    def __call__(self, event: EventData) -> bool:
        return _turn(event).holds(self.source)


@dataclass(frozen=True, slots=True)
class _Keeps:
    branch: Branch

    def __call__(self, event: EventData) -> None:
        _turn(event).keep(self.branch.keep)


def _turn(event: EventData) -> Turn:
    return cast(Turn, event.model)


def _entered(event: EventData) -> None:
    step = event.transition
    assert step is not None
    _turn(event).entered(str(step.source), event.event.name, str(step.dest))


def _may_ask_again(event: EventData) -> bool:
    return _turn(event).may_ask_again()


def _ask_again(event: EventData) -> None:
    _turn(event).ask_again()
