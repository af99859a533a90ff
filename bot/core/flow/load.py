"""YAML text → `Flow`, with every fault of shape as a finding at its line: unknown keys, missing keys, wrong kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.core.errors import FlowError
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.source import Path, Source, parse

Model = TypeVar("Model", bound=BaseModel)

_WANTED: Final = {
    # pydantic's type of an error → what an author is told
    "dict_type": "Keys stand here",
    "mapping_type": "Keys stand here",
    "model_type": "Keys stand here",
    "model_attributes_type": "Keys stand here",
    "list_type": "A list stands here",
    "tuple_type": "A list stands here",
    "string_type": "One word or text stands here",
    "bool_type": "true or false stands here",
    "bool_parsing": "true or false stands here",
    "int_type": "A whole number stands here",
    "int_parsing": "A whole number stands here",
    "too_short": "At least one stands here",
}
_MAPPINGS: Final = frozenset(
    {"dict_type", "mapping_type", "model_type", "model_attributes_type", "list_type", "tuple_type"}
)
_EXAMPLES: Final = {
    "silence": "{after: 4h, go: STATE}",
    "unclear": "{say: TEXT, at_most: 2, go: STATE}",
    "late": "{within: 12h, go: STATE}",
    "replies": "{1: STATE, 2: STATE}",
    "on": "{EVENT: STATE}",
    "keep": "{visit: reply.time}",
    "words": "{en: [hold, keep]}",
    "do": "[{instruct: hold}, {case: delivery}]",
    "states": "{asked: {say: question, …}}",
    "texts": "{question: {zh-CN: …, en: …}}",
    "brand": "{zh-CN: …, en: …}",
    "locales": "[zh-CN, en]",
    "title": "title: What it is about",
    "starts_on": "starts_on: delivered",
    "flow": "flow: the file's name",
    "channels": "{simulator: {kind: simulator}}",
    "steps": "[{event: shipped}, {bot: words}]",
    "email": "{subject: TEXT, say: TEXT}",
    "facts": "{shipment.weight: number}",
    "given": "{now: 2026-11-23 09:00, shipment: {tracking_no: AB1}}",
    "cases": "[{name: …, steps: […]}]",
}
"""Key → what its author may write."""
_PATTERNS: Final = {
    r"^[A-Z]{3}$": "three capital letters, such as EUR",
    r"^[B-H]$": "a variant is one letter from B to H; texts: is A",
    r"^\+[1-9]\d{6,14}$": "a number with its country code, such as +8613800138000",
}
"""Patterns of the language that are no names → what fits them."""


def load(text: str, file: str, model: type[Model]) -> tuple[Model, Source]:
    """Parse and validate one file. Raises `FlowError` with all findings of shape; checks of meaning come after."""
    source = parse(text, file)
    return validate(source, model), source


def validate(source: Source, model: type[Model]) -> Model:
    """`source.data` as a `model`. Raises `FlowError`."""
    if not isinstance(source.data, dict):
        raise FlowError((source.error((), "SHAPE", f"The file holds no keys. {_expected(model)}"),))
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise FlowError(tuple(_findings(error.errors(), source, model))) from None


def _expected(model: type[BaseModel]) -> str:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return f"It needs at least: {', '.join(required)}."


def _findings(problems: Iterable[ErrorDetails], source: Source, model: type[BaseModel]) -> list[Finding]:
    every = list(problems)
    faulty = {problem["loc"] for problem in every if problem["type"] != "too_short"}
    # what holds something faulty is told as empty as well: that is no fault of its own
    own = [
        each for each in every if each["type"] != "too_short" or not any(_inside(loc, each["loc"]) for loc in faulty)
    ]
    return sorted({_finding(problem, source, model) for problem in own})


def _inside(loc: tuple[int | str, ...], around: tuple[int | str, ...]) -> bool:
    return len(loc) > len(around) and loc[: len(around)] == around


def _finding(problem: ErrorDetails, source: Source, model: type[BaseModel]) -> Finding:
    path = _path(problem["loc"], source)
    key = str(problem["loc"][-1]) if problem["loc"] else ""
    match problem["type"]:
        case "extra_forbidden":
            known = _keys_at(model, problem["loc"][:-1])
            return source.error(path, "KEY", f"'{key}' is no key here.{did_you_mean(key, known)}", of_key=True)
        case "missing":
            around = path[:-1] if path and path[-1] == key else path
            return source.error(around, "MISSING", f"'{key}' is missing here.{_example(key)}")
        case "string_pattern_mismatch" if problem["ctx"]["pattern"] in _PATTERNS:
            message = f"{_where(path)}'{problem['input']}' does not fit: {_PATTERNS[problem['ctx']['pattern']]}."
            return source.error(path, "NAME" if key == "[key]" else "VALUE", message, of_key=key == "[key]")
        case "string_pattern_mismatch":
            message = f"'{problem['input']}' is no name: use small letters, digits and _, beginning with a letter."
            return source.error(path, "NAME", message, of_key=key == "[key]")
        case "value_error":
            named = str(problem["ctx"]["error"]).partition(":")[0]
            return source.error(
                (*path, named) if (*path, named) in source.values else path, "VALUE", f"{problem['ctx']['error']}."
            )
        case kind:
            wanted = f"{_WANTED[kind]}{_example(key, mapping=kind in _MAPPINGS)}" if kind in _WANTED else problem["msg"]
            return source.error(path, "VALUE", f"{_where(path)}{wanted}; found {_shown(problem['input'])}.")


def _path(loc: tuple[int | str, ...], source: Source) -> Path:
    """Pydantic's location as a path of the file: without the [0] of a short form and the names of union members."""
    path: Path = ()
    for step in loc:
        if step == "[key]":
            continue
        if (*path, step) in source.values or step == loc[-1]:
            path = (*path, step)
    return path


def _example(key: str, *, mapping: bool = True) -> str:
    return f", such as {_EXAMPLES[key]}" if mapping and key in _EXAMPLES else ""


def _where(path: Path) -> str:
    names = [str(step) for step in path]
    return f"{'.'.join(names)}: " if names else ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"'{value}'" if value is not None else "nothing"


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the model at `loc` knows."""
    here: Any = model
    for step in loc:
        models = list(_models(here))
        fields = [each.model_fields for each in models if step in each.model_fields]
        aliased = [f for each in models for f in each.model_fields.values() if f.alias == step]
        if fields:
            here = fields[0][str(step)].annotation
        elif aliased:
            here = aliased[0].annotation
    return [field.alias or name for each in _models(here) for name, field in each.model_fields.items()]


def _models(annotation: Any) -> Iterable[type[BaseModel]]:
    """The models inside an annotation, through unions, tuples, mappings and `Annotated`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for part in get_args(annotation):
            if not isinstance(part, str):
                yield from _models(part)
