"""Durations as an author writes them: 30m, 4h, 3d, 1h30m."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

_SHAPE: Final = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,8})s)?")
HELP: Final = "write a duration such as 30m, 4h, 3d or 1h30m"


def is_duration(text: str) -> bool:
    """Whether `text` reads as a duration."""
    return bool(text) and _SHAPE.fullmatch(text) is not None


def parse_duration(text: object) -> timedelta:
    """`"1h30m"` → 90 minutes. Raises `ValueError` that says how to write one."""
    if isinstance(text, timedelta):
        return text
    match = _SHAPE.fullmatch(text) if isinstance(text, str) and text else None
    if match is None:
        raise ValueError(f"'{text}' is no duration: {HELP}")
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def format_duration(duration: timedelta) -> str:
    """The one spelling that a normalised document uses: whole seconds, `"5400s"`."""
    return f"{int(duration.total_seconds())}s"


def short_duration(duration: timedelta) -> str:
    """As an author writes it: `"1h30m"`, `"3d"`, `"0m"`."""
    seconds = int(duration.total_seconds())
    parts = []
    for size, unit in ((86400, "d"), (3600, "h"), (60, "m"), (1, "s")):
        if seconds >= size:
            parts.append(f"{seconds // size}{unit}")
            seconds %= size
    return "".join(parts) or "0m"
