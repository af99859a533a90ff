"""`/openapi.json`: OpenAPI 3.1 of the carrier's API, made from the classes that validate it. A test runs it against a real server."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, Final

from flask import Blueprint, Response
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.web import answers, campaign_operations, schemas
from bot.web.operation import Operation

blueprint = Blueprint("openapi", __name__)

Json = dict[str, Any]
_REF: Final = "#/components/schemas/{model}"
_INPUTS: Final[tuple[type[BaseModel], ...]] = (
    schemas.ShipmentIn,
    schemas.EventIn,
    *campaign_operations.INPUTS,
)
_OUTPUTS: Final[tuple[type[BaseModel], ...]] = (
    answers.ShipmentPut,
    answers.ShipmentPage,
    answers.Event,
    answers.MessagesPage,
    answers.CasesPage,
    answers.Problem,
    answers.Health,
    *campaign_operations.OUTPUTS,
)
PROBLEMS: Final = {
    "400": "Not JSON; `detail` has line and column.",
    "401": "No API key, or one that is unknown or revoked.",
    "404": "No such parcel, campaign, notice or pool, or the carrier is no longer configured.",
    "409": "The event_id belongs to another parcel, or the campaign has moved on from where this would fit.",
    "413": "The body is longer than 256 KiB.",
    "415": "The body is not declared as application/json (a list: as text/csv).",
    "422": "Not usable; `errors` has each field. Also an Idempotency-Key that came with another request.",
    "503": "The database cannot be reached; nothing was changed. Try again.",
}
_ALWAYS: Final = ("401", "404", "422", "503")
_WITH_BODY: Final = ("400", "413", "415")

TRACKING_NO: Final[Json] = {
    "name": "tracking_no",
    "in": "path",
    "required": True,
    "example": "FY1234568896",
    "schema": {"type": "string", "pattern": schemas.TRACKING_NO},
}
PARAMETERS: Final[dict[str, Json]] = {"tracking_no": TRACKING_NO, **campaign_operations.PARAMETERS}
IDEMPOTENCY_KEY: Final[Json] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Makes the request safe to repeat: the same key and request get the same answer and change nothing.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
}
REPLAYED_HEADER: Final = "Idempotent-Replayed"
REPLAYED: Final[Json] = {
    "description": "`true` where the answer is that of an earlier request.",
    "schema": {"type": "string", "enum": ["true"]},
}


OPERATIONS: Final[tuple[Operation, ...]] = (
    Operation(
        "/api/v1/shipments/{tracking_no}",
        "put",
        "putShipment",
        "Create a parcel, or bring it up to date",
        {"200": "Brought up to date.", "201": "Created."},
        answers.ShipmentPut,
        body=schemas.ShipmentIn,
    ),
    Operation(
        "/api/v1/shipments/{tracking_no}",
        "get",
        "getShipment",
        "A parcel and all that belongs to it",
        {"200": "The parcel."},
        answers.ShipmentPage,
    ),
    Operation(
        "/api/v1/shipments/{tracking_no}/events",
        "post",
        "postEvent",
        "Tell what happened to a parcel; the same event_id again is answered as the first",
        {"201": "Taken, now or before."},
        answers.Event,
        body=schemas.EventIn,
        problems=("409",),
    ),
    Operation(
        "/api/v1/messages",
        "get",
        "listMessages",
        "A customer's messages, oldest first",
        {"200": "A page."},
        answers.MessagesPage,
        query=schemas.MessagesQuery,
    ),
    Operation(
        "/api/v1/cases",
        "get",
        "listCases",
        "Cases, oldest first",
        {"200": "A page."},
        answers.CasesPage,
        query=schemas.CasesQuery,
    ),
    *campaign_operations.OPERATIONS,
)


@blueprint.get("/openapi.json")
def document() -> Response:
    """The description of this API."""
    return Response(_document(), content_type="application/json")


@lru_cache(maxsize=1)
def _document() -> bytes:
    return json.dumps(describe(), ensure_ascii=False).encode()


def describe() -> Json:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Parceltalk",
            "version": "1",
            "description": "Shipments and tracking events in; conversations, messages, cases and instructions out.",
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "paths": _paths(),
        "components": {
            "schemas": _components(),
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "An API key; it belongs to one carrier."}
            },
        },
    }


def _components() -> Json:
    wanted: list[Any] = [(model, "validation") for model in _INPUTS]
    wanted += [(model, "serialization") for model in _OUTPUTS]
    return dict(models_json_schema(wanted, ref_template=_REF)[1]["$defs"])


def _paths() -> Json:
    paths: Json = {}
    for operation in OPERATIONS:
        item = paths.setdefault(operation.path, {})
        if names := re.findall(r"{(\w+)}", operation.path):
            item["parameters"] = [PARAMETERS[name] for name in names]
        item[operation.method] = _described(operation)
    return {**paths, "/healthz": {"get": _healthz()}}


def _healthz() -> Json:
    return {
        "operationId": "healthz",
        "summary": "Whether this process answers",
        "security": [],
        "responses": {"200": _response("It does.", answers.Health)},
    }


def _described(operation: Operation) -> Json:
    query = operation.query
    content = _content(operation)
    once = bool(content) or operation.repeatable
    replayable = {REPLAYED_HEADER: REPLAYED} if once else {}
    responses = {code: _good(text, operation.gives, replayable) for code, text in operation.good.items()}
    for code in sorted({*_ALWAYS, *operation.problems, *(_WITH_BODY if content else ())}):
        responses[code] = _problem(code)
    described: Json = {"operationId": operation.name, "summary": operation.summary, "responses": responses}
    if once:
        described["parameters"] = [IDEMPOTENCY_KEY]
    if content:
        described["requestBody"] = {"required": True, "content": content}
    if query:
        described["parameters"] = _parameters(query)
    return described


def _content(operation: Operation) -> Json:
    if operation.takes_list:
        return {kind: {"schema": {"type": "string"}} for kind in ("text/csv", "text/plain")}
    return {"application/json": {"schema": _ref(operation.body)}} if operation.body else {}


def _good(text: str, gives: type[BaseModel] | None, headers: Json) -> Json:
    if gives is None:
        return {"description": text, "content": {"text/csv": {"schema": {"type": "string"}}}}
    return _response(text, gives, headers=headers)


def _problem(code: str) -> Json:
    challenge = {"WWW-Authenticate": {"required": True, "schema": {"type": "string"}}} if code == "401" else {}
    retry = {"Retry-After": {"schema": {"type": "string"}}} if code == "503" else {}
    return _response(PROBLEMS[code], answers.Problem, "application/problem+json", {**challenge, **retry})


def _response(
    text: str, model: type[BaseModel], content_type: str = "application/json", headers: Json | None = None
) -> Json:
    described: Json = {"description": text, "content": {content_type: {"schema": _ref(model)}}}
    return {**described, "headers": headers} if headers else described


def _ref(model: type[BaseModel]) -> Json:
    return {"$ref": _REF.format(model=model.__name__)}


def _parameters(query: type[BaseModel]) -> list[Json]:
    schema = query.model_json_schema()
    required = schema.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": _never_null(described)}
        for name, described in schema["properties"].items()
    ]


def _never_null(described: Json) -> Json:
    """A query has no null: what may be left out is left out."""
    choices = [choice for choice in described.get("anyOf", []) if choice != {"type": "null"}]
    rest = {name: value for name, value in described.items() if name not in {"anyOf", "title", "default"}}
    return {**(choices[0] if choices else {}), **rest}
