"""One operation of the API, as /openapi.json describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `good` maps a status to what it says; the problems of every operation are added."""

    path: str
    method: str
    name: str
    summary: str
    good: Mapping[str, str]
    gives: type[BaseModel] | None
    """None: CSV."""
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    takes_list: bool = False
    """The body is CSV."""
    repeatable: bool = False
    """Takes an Idempotency-Key although it has no body."""
    problems: tuple[str, ...] = ()
