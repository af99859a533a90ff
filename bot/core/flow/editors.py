"""The JSON Schema of the language, for completion and red lines in editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from bot.core.carrier import CarrierConfig
from bot.core.flow.schema import Flow
from bot.core.flow.transcript import Transcript

_MODELS: Final[Mapping[str, type[BaseModel]]] = {"flow": Flow, "carrier": CarrierConfig, "transcript": Transcript}


def json_schema(kind: str) -> dict[str, Any]:
    """JSON Schema 2020-12 of a file of this kind: flow, carrier or transcript."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_MODELS[kind].model_json_schema()}
    _close(described)
    return _or_extends(described) if kind == "flow" else described


def _close(part: Any) -> None:
    """A mapping whose names have a pattern has no others; pydantic leaves them open."""
    if isinstance(part, dict):
        if "patternProperties" in part:
            part.setdefault("additionalProperties", False)
        for value in part.values():
            _close(value)
    elif isinstance(part, list):
        for value in part:
            _close(value)


def _or_extends(described: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole flow, or of a file that extends a standard one and says only what is different."""
    whole = {key: described.pop(key) for key in ("properties", "required", "additionalProperties")}
    names: dict[str, Any] = {name: {} for name in whole["properties"]}
    overlay = {"properties": {**names, "extends": {"const": "standard"}}, "required": ["flow", "extends"]}
    return described | {
        "if": {"required": ["extends"]},
        "then": {**overlay, "additionalProperties": False},
        "else": whole,
    }
