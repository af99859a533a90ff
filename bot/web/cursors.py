"""Opaque places in a list, so that callers page without counting and we may change how."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any, Final

from bot.core.errors import Invalid
from bot.store.messages_read import Position

_LARGEST_ID: Final = 2**63 - 1


def of_position(position: Position) -> str:
    """Where a page of messages ended."""
    at, rank, row = position
    return _pack([int(at.timestamp()), at.microsecond, rank, row])


def position(cursor: str) -> Position:
    """Raises `Invalid` for what `of_position` has not made."""
    seconds, micro, rank, row = _unpack(cursor, 4)
    try:
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=micro), rank, row
    except (OverflowError, ValueError, OSError):
        raise _unknown() from None


def of_id(row: int) -> str:
    """Where a page of rows in the order of their ids ended."""
    return _pack([row])


def row_id(cursor: str) -> int:
    """Raises `Invalid` for what `of_id` has not made."""
    return _unpack(cursor, 1)[0]


def _pack(values: list[int]) -> str:
    return urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def _unpack(cursor: str, count: int) -> list[int]:
    try:
        values: Any = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        raise _unknown() from None
    fits = isinstance(values, list) and len(values) == count
    if not fits or not all(type(value) is int and 0 <= value <= _LARGEST_ID for value in values):
        raise _unknown()
    return list(values)


def _unknown() -> Invalid:
    return Invalid("The cursor is not one of ours.", {"cursor": "use the next_cursor of a page, as it was given"})
