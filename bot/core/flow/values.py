"""Values that every file of a carrier writes alike: names, durations, guards, one word where a list may stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from bot.core.durations import HELP, format_duration, parse_duration

IDENTIFIER: Final = r"^[a-z][a-z0-9_]{0,63}$"

Name = Annotated[str, Field(pattern=IDENTIFIER)]
Duration = Annotated[
    timedelta,
    BeforeValidator(parse_duration),
    PlainSerializer(format_duration),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(\d+d)?(\d+h)?(\d+m)?(\d+s)?$",
            "examples": ["30m", "4h", "3d"],
            "description": HELP,
        }
    ),
]


def as_list(value: Any) -> Any:
    """One word stands for a list of one."""
    return [value] if isinstance(value, str) else value


StringList = Annotated[tuple[str, ...], BeforeValidator(as_list, json_schema_input_type=str | list[str])]


def _as_guard(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


Guard = Annotated[str, BeforeValidator(_as_guard, json_schema_input_type=str | bool)]
Wordings = Annotated[
    tuple[str, ...], BeforeValidator(as_list, json_schema_input_type=str | list[str]), Field(min_length=1)
]
