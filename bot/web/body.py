"""A request's JSON: read with its position where it is broken, and bounded before anything else looks at it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn

from flask import request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from bot.core.errors import Invalid

DEEPEST: Final = 8
MOST_VALUES: Final = 2_000
LONGEST_TEXT: Final = 8_000
LONGEST_NAME: Final = 128
BIGGEST_WHOLE: Final = 10**18
"""A whole number beyond loses digits in the JSON of most callers, and in SQLite."""
MOST_ERRORS: Final = 20
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def read_json() -> dict[str, Any]:
    """The body as an object.

    Raises `UnsupportedMediaType` (415), `BadRequest` (400, with line and column), `RequestEntityTooLarge` (413), and
    `Invalid` (422) for what is JSON but no object, too deep, too much, or not storable.
    """
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with the header `Content-Type: application/json`.")
    raw = request.get_data(cache=False)
    # Without a Content-Length Werkzeug reads up to the limit and leaves the rest (`LimitedStream.readall`).
    if request.content_length is None and len(raw) >= (request.max_content_length or 0):
        raise RequestEntityTooLarge
    value = _parse(raw)
    if not isinstance(value, dict):
        raise Invalid("The body should be a JSON object.", {"": "is not an object"})
    wrong = dict(_first(MOST_ERRORS, _unusable(value)))
    if wrong:
        raise Invalid("The body holds values that cannot be kept.", wrong)
    return value


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8 at byte {error.start + 1}.") from None
    except json.JSONDecodeError as error:
        raise BadRequest(f"The body is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from None
    except RecursionError:
        raise BadRequest(f"The body is nested deeper than {DEEPEST} levels.") from None
    except ValueError:  # NaN and Infinity, or a whole number with more digits than Python converts
        raise BadRequest(
            "The body holds a number that JSON does not have (NaN, Infinity, or endlessly long)."
        ) from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _unusable(body: Any) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) of every value that could not be stored or would be out of bounds."""
    waiting: list[tuple[str, Any, int]] = [("", body, 1)]
    seen = 0
    while waiting:
        path, value, depth = waiting.pop()
        seen += 1
        if seen > MOST_VALUES:
            yield "", f"holds more than {MOST_VALUES} values"
            return
        if fault := _fault(value, depth):
            yield path, fault
        else:
            waiting += [(f"{path}.{name}".lstrip("."), inner, depth + 1) for name, inner in _inside(value)]


def _inside(value: object) -> Iterable[tuple[object, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _fault(value: object, depth: int) -> str | None:
    if not isinstance(value, (dict, list)):
        return _scalar_fault(value)
    if depth > DEEPEST:
        return f"is nested deeper than {DEEPEST} levels"
    names = value if isinstance(value, dict) else ()
    return next((fault for name in names if (fault := _name_fault(name))), None)


def _name_fault(name: str) -> str | None:
    if _UNSTORABLE.search(name):
        return "has a name with a NUL or half a surrogate pair"
    return f"has a name longer than {LONGEST_NAME} characters" if len(name) > LONGEST_NAME else None


def _scalar_fault(value: object) -> str | None:
    if isinstance(value, str):
        if _UNSTORABLE.search(value):
            return "holds a NUL or half a surrogate pair"
        return f"is longer than {LONGEST_TEXT} characters" if len(value) > LONGEST_TEXT else None
    if isinstance(value, float):
        return None if math.isfinite(value) else "is too big a number"
    return "is too big a number" if isinstance(value, int) and abs(value) > BIGGEST_WHOLE else None


def _first(count: int, items: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    # A path can itself hold what is not storable; an answer must be UTF-8.
    return {_UNSTORABLE.sub("\ufffd", path)[:200]: fault for (path, fault), _ in zip(items, range(count), strict=False)}
