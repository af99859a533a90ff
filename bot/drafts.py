"""The flows folder as it stands on disk, read again only when a file changed. What is published may be another thing (`catalogue`)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from bot.core.errors import FlowError
from bot.core.flow.findings import Finding, errors
from bot.library import STANDARD, Library, standard_beside, survey

Signature = tuple[tuple[str, int, int], ...]
"""Path, time of change and size of every file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be used of the files, and every finding."""

    library: Library
    findings: tuple[Finding, ...]
    folder: Path
    signature: Signature

    def of(self, carrier: str) -> tuple[Finding, ...]:
        """The findings that concern a carrier: all but those in other carriers' folders. A fault there is no obstacle here."""
        others = {path.parent for path in self.folder.glob("*/carrier.yaml")} - {self.folder / carrier}
        others.discard(self.folder / STANDARD)
        return tuple(found for found in self.findings if not others & set(Path(found.file).parents))

    def faults(self, carrier: str) -> tuple[Finding, ...]:
        """The errors among them: with one of these nothing of the carrier can be published."""
        return errors(self.of(carrier))

    def shown(self, file: str) -> str:
        """A file's path as its author knows it, from the flows folder on."""
        path = Path(file)
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else path.name


class Drafts:
    """One for a process; thread-safe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._last: Draft | None = None

    def look(self) -> Draft:
        """The files now. Never raises: a folder that cannot be read is a finding."""
        with self._lock:
            signature = signature_of(self.folder)
            if self._last is None or self._last.signature != signature:
                self._last = _read(self.folder, signature)
            return self._last


def signature_of(folder: Path) -> Signature:
    """Changes when a file of the folder, or of the standard flows beside it, is written, made or removed."""
    found = []
    for place in sorted({folder, standard_beside(folder)}):
        for path in sorted(place.rglob("*.yaml")):
            try:
                state = path.stat()
            except OSError:  # removed since it was listed
                continue
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def _read(folder: Path, signature: Signature) -> Draft:
    try:
        library, findings = survey(folder)
    except FlowError as error:
        library, findings = Library({}, {}), [found for found in error.findings if isinstance(found, Finding)]
    return Draft(library, tuple(findings), folder, signature)
