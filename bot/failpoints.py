"""Places where a test may make a process die, or wait, as if the machine had failed right there.

`FAILPOINTS=send.after_post=exit:3` kills the process at the third passage; `=sleep:2.5` makes each passage wait so many
seconds. Without the variable a passage costs one dictionary look-up. For tests only; never set in production.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from typing import Final

_CRASHED: Final = 137
"""What a shell reports for a killed process."""


def _read(text: str) -> dict[str, tuple[str, float]]:
    points = {}
    for part in filter(None, text.split(",")):
        name, _, action = part.partition("=")
        verb, _, number = action.partition(":")
        points[name.strip()] = (verb, float(number or 1))
    return points


_points: Final = _read(os.environ.get("FAILPOINTS", ""))
_passages: Final[dict[str, Iterator[int]]] = {name: itertools.count(1) for name in _points}


def passing(name: str) -> None:
    """Die or wait here if a test asked for it."""
    point = _points.get(name)
    if point is None:
        return
    verb, number = point
    if verb == "sleep":
        time.sleep(number)
    elif next(_passages[name]) == int(number):
        os._exit(_CRASHED)
