"""What callers of the API send: validated strictly, described in /openapi.json from these same classes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeVar
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_locale_identifier, parse_locale
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, ValidationError
from pydantic import WithJsonSchema as Described

from bot.core.errors import Invalid
from bot.core.mistakes import mistakes

MOST_FACTS: Final = 64
MOST_BYTES: Final = 16_384
"""Of a parcel's facts, or of an event's data, as compact JSON in UTF-8."""
EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
_MOMENT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}(:?\d{2})?)", re.ASCII
)
TRACKING_NO: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"


def _moment(value: object) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError("should be a string: ISO 8601 with a time and a zone, such as 2026-11-21T14:00:00+08:00")
    at = datetime.fromisoformat(value.upper())
    if not EARLIEST <= at < LATEST:
        raise ValueError("should be between the years 2000 and 2100")
    return at


def _locale(name: str) -> str:
    """`zh_cn` → `zh-CN`."""
    try:
        tag = get_locale_identifier(parse_locale(name.replace("_", "-"), sep="-"), sep="-")
        Locale.parse(tag, sep="-")
        return tag
    except (UnknownLocaleError, ValueError, TypeError):
        raise ValueError("is no language that we know; write one such as zh-CN or en") from None


def _zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("is no time zone; write one such as Asia/Shanghai or America/New_York")
    return name


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _whole(value: object) -> object:
    """Query values are strings."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
            raise ValueError("should be a whole number")
        return int(value)
    return value


def _small(value: Mapping[str, Any]) -> Mapping[str, Any]:
    size = len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
    if size > MOST_BYTES:
        raise ValueError(f"is {size} bytes of JSON; at most {MOST_BYTES} are kept")
    return value


Moment = Annotated[datetime, BeforeValidator(_moment), Described({"type": "string", "format": "date-time"})]
Token = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[!-~]+$")]
"""An id as other systems make them: visible ASCII."""
Line = Annotated[str, Field(min_length=1, max_length=64)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class CustomerIn(_In):
    """Who gets the texts. What is left out or null stays as it was for this number."""

    phone: Annotated[str, Field(min_length=5, max_length=32)] = Field(
        examples=["+8613800138000"],
        description="In any usual writing; without a country code it is a number of the carrier's country. Kept as E.164.",
    )
    name: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    segment: Annotated[str, Field(min_length=1, max_length=32)] | None = Field(
        None, description="The carrier's own group of customers, such as loyal or dormant."
    )
    locale: Annotated[str, Field(min_length=2, max_length=16), AfterValidator(_locale)] | None = Field(
        None, description="BCP 47, such as zh-CN. Texts are in the nearest language that the carrier speaks."
    )
    time_zone: Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_zone)] | None = Field(
        None, description="IANA name, such as Asia/Shanghai. Left out: the carrier's."
    )


class ShipmentIn(_In):
    """A parcel as the carrier knows it. Replaces what was sent before; further names are kept as facts that flows can use."""

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        json_schema_extra={
            "maxProperties": MOST_FACTS + 3,
            "propertyNames": {"minLength": 1, "maxLength": 128},
        },
    )
    __pydantic_extra__: dict[str, JsonValue]

    customer: CustomerIn
    order_no: Line | None = None
    category: Line | None = Field(None, description="What is in it, as the customer reads it.")

    @property
    def facts(self) -> dict[str, Any]:
        """Everything that has no column of its own."""
        return dict(self.__pydantic_extra__ or {})


class EventIn(_In):
    """Something happened to the parcel. `event_id` is the sender's own; the same one again changes nothing."""

    event_id: Token = Field(examples=["scan-20261121-0001"])
    type: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]{0,63}$")] = Field(
        examples=["out_for_delivery"],
        description="Such as out_for_delivery, ready_for_pickup, delivered; or a word of the carrier's own that its flows start on.",
    )
    at: Moment = Field(examples=["2026-11-21T14:00:00+08:00"], description="When it happened: ISO 8601 with a zone.")
    data: Annotated[dict[str, JsonValue], Field(max_length=MOST_FACTS), AfterValidator(_small)] = Field(
        default_factory=dict, description="Facts of this event that flows can use: courier, eta, station …"
    )


Cursor = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]
PageSize = Annotated[int, Field(ge=1, le=500), BeforeValidator(_whole)]


class MessagesQuery(_In):
    """Which messages. A page is `limit` long; `next_cursor` of one page is `cursor` of the next."""

    phone: Annotated[str, Field(min_length=5, max_length=32)] = Field(examples=["+8613800138000"])
    since: Moment | None = None
    cursor: Cursor | None = None
    limit: PageSize = 100


class CasesQuery(_In):
    """Which cases, in the order in which they were opened."""

    status: Literal["open", "claimed", "closed"] | None = None
    cursor: Cursor | None = None
    limit: PageSize = 100


class CampaignsQuery(_In):
    """A page of campaigns, newest first."""

    cursor: Cursor | None = None
    limit: PageSize = 100


class StartIn(_In):
    """When a campaign begins; an empty object: now. Each text keeps to its own customer's window besides."""

    at: Moment | None = Field(None, description="ISO 8601 with a zone, within a year from now.")
    next_window: bool = Field(default=False, description="When the carrier's next window for such texts opens.")


Schema = TypeVar("Schema", bound=BaseModel)


def validated(schema: type[Schema], value: Mapping[str, Any], what: str, *, strict: bool | None = None) -> Schema:
    """`value` as `schema`. Raises `Invalid` with each field's path; `what` names the thing for the sentence."""
    try:
        return schema.model_validate(value, strict=strict)
    except ValidationError as error:
        raise refused(error, what, value) from None


def refused(error: ValidationError, what: str, given: object) -> Invalid:
    """The same as the caller reads it: each field's path and what is wrong with it."""
    fields = dict(list(mistakes(error, given).items())[:50])
    return Invalid(f"The {what} is not usable; see errors for each field.", fields)


def checked_facts(shipment: ShipmentIn) -> dict[str, Any]:
    """The parcel's facts, if they are within bounds. Raises `Invalid`."""
    facts = shipment.facts
    if len(facts) > MOST_FACTS:
        raise Invalid(
            "The shipment has too many facts.", {"": f"has {len(facts)} facts; at most {MOST_FACTS} are kept"}
        )
    try:
        _small(facts)
    except ValueError as error:
        raise Invalid("The shipment's facts are too big.", {"": str(error)}) from None
    return facts
