"""What the caller of a turn is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """`id` is the row of the fact (inbox or tracking event); `duplicate` says that it had been taken before."""

    id: int
    duplicate: bool
