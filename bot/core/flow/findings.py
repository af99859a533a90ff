"""What is wrong in a carrier's file, where, and what to do: `file:line:column: error|warning CODE message`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault of one file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code} {self.message}"


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that keep a file from being used."""
    return tuple(finding for finding in findings if finding.severity == "error")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'x'?` for the nearest known word, or what is known at all; empty where nothing is."""
    names = sorted(set(known))
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f" Did you mean '{near[0]}'?"
    return f" Known: {', '.join(names)}." if 0 < len(names) <= 24 else ""
