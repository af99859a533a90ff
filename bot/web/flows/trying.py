"""Transcripts of a flow, run when somebody asks: on a store in memory, one run at a time, for some seconds at most."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.core.errors import Conflict
from bot.core.flow.findings import Finding
from bot.library import STANDARD, Library, standard_beside
from bot.transcripts import Failure, about, run
from bot.web.flows.look import Seen
from bot.web.words import t

MOST_SECONDS: Final = 10.0
_CARRIER: Final = re.compile(r"^carrier:\s*['\"]?([a-z0-9_-]+)", re.MULTILINE)
_running = threading.Lock()


@dataclass(frozen=True, slots=True)
class Case:
    """One case that ran: its dialogue as (who, words), and why it failed."""

    file: str
    name: str
    lines: tuple[tuple[str, str], ...]
    failure: Failure | None


@dataclass(slots=True)
class Result:
    """What a run found."""

    cases: list[Case] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    taken: set[tuple[str, str, str]] = field(default_factory=set)
    ways: set[tuple[str, str, str]] = field(default_factory=set)
    left: int = 0
    """Dialogues that there was no time for."""
    seconds: float = 0.0

    @property
    def passed(self) -> int:
        return sum(case.failure is None for case in self.cases)

    @property
    def missed(self) -> list[tuple[str, str, str]]:
        """Ways that no case took."""
        return sorted(self.ways - self.taken)


def transcripts_of(flow: Seen) -> list[Path]:
    """The transcript files that are about this flow of this carrier."""
    places = (flow.draft.folder / flow.carrier.carrier / "tests", standard_beside(flow.draft.folder) / "tests")
    found = [path for place in places for path in sorted(place.glob("*.yaml"))]
    return [path for path in found if _is_about(path, flow)]


def _is_about(path: Path, flow: Seen) -> bool:
    carrier = _CARRIER.search(path.read_bytes().decode("utf-8", errors="replace"))
    return about(path) == flow.name and (
        carrier[1] == flow.carrier.carrier if carrier else path.parent.parent.name in (flow.carrier.carrier, STANDARD)
    )


def run_all(flow: Seen) -> Result:
    """Run them, as the files are now. Raises `Conflict` where the files have errors, or somebody else runs transcripts."""
    if flow.faults:
        raise Conflict(t("The files have errors: mend them first, then run the transcripts."))
    if not _running.acquire(blocking=False):
        raise Conflict(t("Transcripts are being run by somebody else just now: try again in a few seconds."))
    try:
        return result_of(flow, transcripts_of(flow))
    finally:
        _running.release()


def result_of(flow: Seen, files: Sequence[Path]) -> Result:
    """Run these files one after the other; no dialogue begins when the time is up."""
    slug = flow.carrier.carrier
    library = flow.draft.library
    alone = Library({slug: library.carriers[slug]}, {slug: library.sources[slug]})
    result, began = Result(), time.monotonic()
    for path in files:
        report = run(alone, [path], until=began + MOST_SECONDS)
        result.left += report.left
        failures = {failure.case: failure for failure in report.failures}
        shown = flow.draft.shown(str(path))
        for (_, name), lines in report.dialogues.items():
            result.cases.append(Case(shown, name, tuple(_spoken(line) for line in lines), failures.get(name)))
        result.findings += report.findings
        result.taken |= report.taken.get((slug, flow.name), set())
        result.ways |= report.ways.get((slug, flow.name), set())
    result.taken &= result.ways
    result.seconds = time.monotonic() - began
    return result


def _spoken(line: str) -> tuple[str, str]:
    who, _, words = line.partition(" ")
    return who, words.strip()
