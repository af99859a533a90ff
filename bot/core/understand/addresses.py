"""Addresses."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.model import Address
from bot.core.understand.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A city, as the parcel's own: resolves a district that several cities have."""

    province: str
    city: str


def address_of(text: Text, home: Place | None = None) -> Address | None:
    """The address in `text`, or None where it is none."""
    return None
