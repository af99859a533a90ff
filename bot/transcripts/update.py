"""`flows test --update`: expectations that no longer hold are written anew, and nothing else of the file changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.core.flow.source import spans
from bot.transcripts.run import Correction


def corrected(text: str, file: str, corrections: Iterable[Correction]) -> str:
    """The file with the corrected steps. Comments, blanks and everything else stay as they are."""
    where = spans(text, file)
    changes = {where[change.path]: _written(change.value) for change in corrections}
    for (start, end), words in sorted(changes.items(), reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _written(value: Any) -> str:
    """As YAML: JSON is YAML, and a name needs no quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_written(key)}: {_written(one)}" for key, one in value.items()) + "}"
    return value if isinstance(value, str) and value.isidentifier() else json.dumps(value, ensure_ascii=False)
