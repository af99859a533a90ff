"""Transitions that no transcript takes, each at its line."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path
from typing import Final

from bot.core.errors import FlowError
from bot.core.flow import compile_flow
from bot.core.flow.findings import Finding
from bot.core.flow.source import Path as Place
from bot.core.flow.source import Source, parse
from bot.library import FlowSource, Library
from bot.transcripts.run import Report, Way, ways

CALL: Final = "call"


_FLOW: Final = re.compile(r"^flow:\s*['\"]?([a-z0-9_]+)", re.MULTILINE)


def about(path: Path) -> str | None:
    """The flow that a transcript file is about, without reading all of it."""
    found = _FLOW.search(path.read_bytes().decode("utf-8", errors="replace"))
    return found[1] if found else None


def untested(library: Library, report: Report, names: Container[str]) -> list[Finding]:
    """A warning for each transition of the flows `names` that no run of `report` took, in whichever carrier's form of the flow.

    Left out: flows of the standard that this folder only borrows, and those that only others call (they are walked there).
    """
    taken: dict[str, set[Way]] = {}
    for (_, flow), found in report.taken.items():
        taken.setdefault(flow, set()).update(found)
    findings = set()
    for flows in library.sources.values():
        for source in flows.values():
            if source.name in names and not (source.standard and source.name not in taken):
                findings |= _of_flow(source, taken.get(source.name, set()))
    return sorted(findings)


def _of_flow(source: FlowSource, taken: set[Way]) -> set[Finding]:
    flow = compile_flow(source.document, source.hash)
    if set(flow.starts_on) == {CALL}:
        return set()
    try:
        written = parse(Path(source.file).read_text(encoding="utf-8"), source.file)
    except (OSError, FlowError):
        return set()
    return {finding for way in ways(flow) - taken if (finding := _finding(written, way))}


def _finding(written: Source, way: Way) -> Finding | None:
    """At its line; None where a file that extends a standard flow does not say it: it is tested with that flow."""
    source, trigger, target = way
    kind, _, key = trigger.partition(":")
    steps: Place = {"reply": ("replies", key), "on": ("on", key)}.get(kind, (trigger,))
    path: Place = ("starts_on",) if trigger == "begin" else ("states", source, *steps)
    if path not in written.values and "extends" in written.data:
        return None
    message = f"No transcript takes {source} -{trigger}-> {target}. Write a dialogue that does, in tests/."
    return written.warning(path if path in written.values else path[:2], "UNTESTED", message, of_key=True)
