"""Runs transcript files: the real engine, store (SQLite in memory), policy and dispatch, and the simulator's channel."""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy as sa
from transitions import EventData

from bot.catalogue import Catalogue
from bot.channels.simulator import Simulator
from bot.clock import SetClock
from bot.core.errors import FlowError, ParceltalkError
from bot.core.flow import CompiledFlow
from bot.core.flow.checks.menus import EVENTS
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.graph import edges
from bot.core.flow.load import load
from bot.core.flow.source import Path as Place
from bot.core.flow.source import Source
from bot.core.flow.transcript import Case, Transcript
from bot.library import Library
from bot.parts import Parts
from bot.settings import Settings
from bot.store.session import Store
from bot.store.tables import metadata
from bot.transcripts.dialogue import CHANNEL, Dialogue
from bot.transcripts.expect import Differs, why

_EMPTIED: Final = tuple(str(sa.delete(table)) for table in reversed(metadata.sorted_tables))
"""As text, once: before each case every table is emptied, and writing that out anew would be half of all statements of a run."""

Way: TypeAlias = tuple[str, str, str]
"""Source, trigger, target."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One case that failed: at which line, why, and the dialogue so far."""

    file: str
    line: int
    case: str
    message: str
    dialogue: tuple[str, ...]

    def __str__(self) -> str:
        said = "\n".join(f"    {line}" for line in self.dialogue)
        return f"{self.file}:{self.line}: FAILED {self.case}\n{said}\n    > {self.message}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a step of a file would have to say, and where it stands."""

    path: Place
    value: Any


@dataclass(slots=True)
class Report:
    """What a run found. `taken` and `ways` hold, by carrier and flow, the transitions that some case took and those there are."""

    passed: int = 0
    left: int = 0
    """Cases that there was no time for."""
    failures: list[Failure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    taken: dict[tuple[str, str], set[Way]] = field(default_factory=dict)
    ways: dict[tuple[str, str], set[Way]] = field(default_factory=dict)
    dialogues: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """What was said in each case, by file and case."""
    corrections: dict[str, list[Correction]] = field(default_factory=dict)
    """With `correcting`: by file, what its steps would have to say."""


def run(library: Library, files: Iterable[Path], *, correcting: bool = False, until: float = math.inf) -> Report:
    """Run every case of `files`. A file that cannot be read is a finding, not an exception.

    `correcting`: a step that expects another text, state, case, instruction or rule than there was is no failure but a
    correction, and the dialogue goes on. `until`: a moment of `time.monotonic` after which no case begins any more; those are counted.
    """
    report = Report()
    with tempfile.TemporaryDirectory(prefix="transcripts-") as folder:
        stage = Stage(library, Path(folder))
        for path in files:
            try:
                transcript, source = load(path.read_text(encoding="utf-8"), str(path), Transcript)
                _check(transcript, source, library)
            except FlowError as error:
                report.findings += [finding for finding in error.findings if isinstance(finding, Finding)]
                continue
            for index, case in enumerate(transcript.cases):
                if time.monotonic() > until:
                    report.left += 1
                    continue
                failure = stage.play(transcript, case, source, index, correcting=correcting)
                report.passed += failure is None
                report.failures += [failure] if failure else []
                report.dialogues[str(path), case.name] = stage.said
                if stage.corrections:
                    report.corrections.setdefault(str(path), []).extend(stage.corrections)
            _count(report, stage, transcript)
        stage.close()
    return report


def _check(transcript: Transcript, source: Source, library: Library) -> None:
    if transcript.carrier not in library.carriers:
        message = f"'{transcript.carrier}' is no carrier.{did_you_mean(transcript.carrier, library.carriers)}"
        raise FlowError((source.error(("carrier",), "CARRIER", message),))
    flows = library.flows(transcript.carrier)
    if transcript.flow not in flows:
        message = f"'{transcript.flow}' is no flow of {transcript.carrier}.{did_you_mean(transcript.flow, flows)}"
        raise FlowError((source.error(("flow",), "FLOW", message),))
    if unknown := tuple(_unknown_events(transcript, source, EVENTS | set(library.carriers[transcript.carrier].events))):
        raise FlowError(unknown)


def _unknown_events(transcript: Transcript, source: Source, known: Collection[str]) -> Iterator[Finding]:
    for index, case in enumerate(transcript.cases):
        for number, step in enumerate(case.steps):
            if step.event is not None and step.event.type not in known:
                message = f"'{step.event.type}' is no event.{did_you_mean(step.event.type, known)} One of your own is named under events: in carrier.yaml."
                yield source.error(("cases", index, "steps", number, "event"), "EVENT", message)


def _count(report: Report, stage: Stage, transcript: Transcript) -> None:
    key = (transcript.carrier, transcript.flow)
    report.taken[key] = stage.taken[key]
    report.ways[key] = ways(stage.flows.current(transcript.carrier)[transcript.flow])


def ways(flow: CompiledFlow) -> set[Way]:
    """Every transition of a flow that a transcript can take: source, trigger, target."""
    found = {(edge.source, edge.trigger, edge.target) for edge in edges(flow) if edge.trigger != "end"}
    return {
        ("(start)", trigger, target) if source == "[*]" else (source, trigger, target)
        for source, trigger, target in found
    }


@dataclass(frozen=True, slots=True)
class _Recorder:
    """Notes each transition that the shared machine takes."""

    taken: set[Way]

    def __call__(self, event: EventData) -> None:
        step, trigger = event.transition, event.event.name
        assert step is not None
        if trigger.startswith("late:"):
            self.taken.add((trigger.removeprefix("late:"), "late", str(step.dest)))
        else:
            self.taken.add((str(step.source), trigger, str(step.dest or step.source)))


class Stage:
    """A store in memory with everything around it; swept clean before each case."""

    def __init__(self, library: Library, folder: Path) -> None:
        env = {"BOT_DATA_DIR": str(folder), "DATABASE_URL": "sqlite://", "SECRET_KEY": "transcripts " * 4}
        self.library = library
        self.store = Store("sqlite://")
        metadata.create_all(self.store.engine)
        self.flows = Catalogue(self.store, library)
        self.clock = SetClock(datetime.now(UTC))
        self.taken: dict[tuple[str, str], set[Way]] = {}
        for slug in library.carriers:
            for name, flow in self.flows.current(slug).items():
                flow.machine.after_state_change.append(_Recorder(self.taken.setdefault((slug, name), set())))
        self.parts = Parts(
            settings=Settings.from_env(env), store=self.store, flows=self.flows, clock=self.clock,
            channels={(slug, CHANNEL): Simulator() for slug in library.carriers}, endpoints={}, ring=lambda _: None,
        )  # fmt: skip

    def close(self) -> None:
        self.store.close()

    def sweep(self) -> None:
        """Forget everything."""
        with self.store.write() as connection:
            for emptied in _EMPTIED:
                connection.exec_driver_sql(emptied)

    def play(
        self, transcript: Transcript, case: Case, source: Source, index: int, *, correcting: bool = False
    ) -> Failure | None:
        """One case from its first step to its last. The failure, or None."""
        self.sweep()
        self.said: tuple[str, ...] = ()
        self.corrections: list[Correction] = []
        step_path: Place = ("cases", index)
        dialogue: Dialogue | None = None
        try:
            dialogue = Dialogue(self.parts, self.library, transcript, transcript.given_for(case), self.clock)
            for number, step in enumerate(case.steps):
                step_path = ("cases", index, "steps", number)
                try:
                    dialogue.take(step)
                except Differs as differs:
                    if not correcting or differs.found is None:
                        raise
                    self.corrections.append(Correction((*step_path, step.kind), differs.found))
        except (Differs, ParceltalkError, ValueError) as error:
            lines = tuple(dialogue.lines) if dialogue else ()
            because = why(dialogue.stand) if dialogue else ""
            return Failure(source.file, source.place(step_path)[0], case.name, f"{error}{because}", lines)
        finally:
            self.said = () if dialogue is None else tuple(dialogue.lines)
        return None
