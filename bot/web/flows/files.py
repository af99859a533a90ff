"""A flow's files with their lines: what stands where, and which finding concerns what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.errors import FlowError
from bot.core.flow.findings import Finding
from bot.core.flow.source import Source, parse
from bot.drafts import Draft
from bot.library import standard_beside

_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class File:
    """One YAML file of a flow."""

    path: Path
    shown: str
    """As its author knows it."""
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]
    source: Source | None = field(repr=False, default=None)
    """None where it is no YAML."""

    def at(self, line: int) -> tuple[Finding, ...]:
        """The findings of a line."""
        return tuple(found for found in self.findings if found.line == line)

    def line_of(self, *path: str) -> int | None:
        """The line in which a key stands."""
        place = None if self.source is None else self.source.keys.get(path)
        return None if place is None else place[0]

    def path_of(self, line: int) -> _Path:
        """What a line belongs to: `("states", "offered")`, `("texts", "menu")`, or less."""
        if self.source is None:
            return ()
        heads = sorted(
            (place[0], path) for path, place in self.source.keys.items() if len(path) <= 2 and _is_head(path)
        )
        index = bisect_right([at for at, _ in heads], line) - 1
        return heads[index][1] if index >= 0 else ()


def _is_head(path: _Path) -> bool:
    return len(path) == 1 or path[0] in ("states", "texts")


def files_of(draft: Draft, carrier: str, flow: str) -> tuple[File, ...]:
    """The carrier's own file first, then the standard one that it extends or has instead. Empty for a flow without files."""
    own = draft.folder / carrier / f"{flow}.yaml"
    standard = standard_beside(draft.folder) / f"{flow}.yaml"
    if flow in ("carrier", carrier):
        return ()
    found = [_read(draft, own)] if own.is_file() else []
    extends = bool(found) and isinstance(found[0].source, Source) and "extends" in (found[0].source.data or {})
    if standard.is_file() and (not found or extends):
        found.append(_read(draft, standard))
    return tuple(found)


def _read(draft: Draft, path: Path) -> File:
    text = path.read_bytes().decode("utf-8", errors="replace")
    findings = tuple(found for found in draft.findings if Path(found.file) == path)
    try:
        source = parse(text, str(path))
    except FlowError:
        source = None
    return File(path, draft.shown(str(path)), tuple(text.splitlines()), findings, source)


def findings_of(files: Sequence[File]) -> tuple[Finding, ...]:
    """All of them, in order."""
    return tuple(found for file in files for found in file.findings)
