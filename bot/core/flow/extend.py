"""`extends: standard`: a carrier's file says only what is different; everything else is the standard flow's.

Keys of mappings are laid over each other, a list or a plain value replaces what stood there, and `null` removes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.flow.source import Path, Source

BASE = "standard"
"""What a flow may extend."""


def laid_over(base: Source, own: Source) -> Source:
    """`own` over `base`, as one source whose findings point into the file that says it."""
    merged = Source(own.file, keys=dict(base.keys), values=dict(base.values))
    merged.files = dict.fromkeys((*base.keys, *base.values), base.file)
    merged.data = _merged(base.data, {key: value for key, value in own.data.items() if key != "extends"}, (), merged)
    for mine, all_ in ((own.keys, merged.keys), (own.values, merged.values)):
        all_.update(mine)
    for path in (*own.keys, *own.values):
        merged.files.pop(path, None)
    return merged


def _merged(base: Any, own: Any, path: Path, merged: Source) -> Any:
    if not (isinstance(base, Mapping) and isinstance(own, Mapping)):
        _forget(path, merged)
        return own
    found = dict(base)
    for key, value in own.items():
        if value is None:
            found.pop(key, None)
            _forget((*path, key), merged)
        else:
            found[key] = _merged(found.get(key), value, (*path, key), merged)
    return found


def _forget(path: Path, merged: Source) -> None:
    """What the base said here is not said any more."""
    for places in (merged.keys, merged.values):
        for gone in [place for place in places if place[: len(path)] == path]:
            del places[gone]
