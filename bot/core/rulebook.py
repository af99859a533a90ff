"""The rules of sending as data: the part of `carrier.yaml` that policy reads, each key with its default.

docs/policy.md states every rule with its source; a test holds it against the defaults here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from bot.core.durations import parse_duration, short_duration

Days = Literal["all", "workdays", "freedays"]
DURATION_HELP: Final = {"type": "string", "pattern": r"^(\d+d)?(\d+h)?(\d+m)?(\d+s)?$", "examples": ["30m", "4h", "3d"]}
Duration = Annotated[
    timedelta, BeforeValidator(parse_duration), PlainSerializer(short_duration), WithJsonSchema(DURATION_HELP)
]


class Part(BaseModel):
    """A part of carrier.yaml: no key that we do not know, nothing that changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


# ── windows ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to before `end`, minutes of the customer's local day, on these days."""

    start: int
    end: int
    days: Days = "all"

    def __str__(self) -> str:
        hours = "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (self.start, self.end))
        return hours if self.days == "all" else f"{self.days} {hours}"


_SPAN: Final = re.compile(r"(?:(workdays|freedays) )?([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")


def parse_span(value: object) -> Span:
    """`"09:00-11:30"`, `"workdays 10:00-11:00"` → `Span`. Raises `ValueError` that says how to write one."""
    if isinstance(value, Span):
        return value
    match = _SPAN.fullmatch(str(value).strip())
    start, end = (int(match[2]) * 60 + int(match[3]), int(match[4]) * 60 + int(match[5])) if match else (0, 0)
    if match is None or not start < end <= 24 * 60:
        raise ValueError(
            f"'{value}' is no sending window: write 09:00-11:30, or workdays 10:00-11:00 (freedays for weekends and "
            "holidays); one that goes past midnight is two windows"
        )
    days: Days = "workdays" if match[1] == "workdays" else "freedays" if match[1] == "freedays" else "all"
    return Span(start, end, days)


SpanField = Annotated[
    Span,
    BeforeValidator(parse_span),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": _SPAN.pattern, "examples": ["09:00-11:30", "workdays 10:00-11:00"]}),
]
Hours = Mapping[str, tuple[SpanField, ...]]
"""Segment → when. `default` is everybody whose segment is not named."""

DAYTIME: Final = {"default": ("08:00-21:00",)}
OFFERS: Final = {
    "default": ("09:00-11:30", "14:00-17:30"),
    "office": ("12:00-13:30",),
    "enterprise": ("workdays 10:00-11:00",),
}
ANYTIME: Final = {"default": ("00:00-24:00",)}


def _over(standard: Mapping[str, tuple[str, ...]]) -> BeforeValidator:
    """What a carrier writes for one segment leaves the others as they are."""

    def merge(given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        for segment, spans in given.items():
            if not isinstance(spans, list | tuple):
                raise ValueError(  # noqa: TRY004 - pydantic makes a finding of it
                    f"{segment}: write a list of windows, such as ['09:00-11:30', '14:00-17:30']; found {spans!r}"
                )
        return {**standard, **given}

    return BeforeValidator(merge)


def _has_a_window(hours: Hours) -> Hours:
    if empty := [segment for segment, spans in hours.items() if not spans]:
        raise ValueError(f"{', '.join(empty)}: no window is left in which a text could be sent")
    return hours


def _hours(standard: Mapping[str, tuple[str, ...]], description: str) -> Any:
    default = {segment: tuple(parse_span(span) for span in spans) for segment, spans in standard.items()}
    return Field(default_factory=lambda: default, description=description)


class Windows(Part):
    """When texts may leave, in the customer's own time, by category and segment."""

    service: Annotated[Hours, _over(DAYTIME), AfterValidator(_has_a_window)] = _hours(
        DAYTIME, "Notices about a parcel. Replies, same-day notices and what the author marks urgent go at any time."
    )
    survey: Annotated[Hours, _over(DAYTIME), AfterValidator(_has_a_window)] = _hours(DAYTIME, "Surveys.")
    promotion: Annotated[Hours, _over(OFFERS), AfterValidator(_has_a_window)] = _hours(
        OFFERS, "Promotions. A segment that is named has its own hours instead of the default ones."
    )
    internal: Annotated[Hours, _over(ANYTIME), AfterValidator(_has_a_window)] = _hours(ANYTIME, "Notices to employees.")
    same_day: tuple[str, ...] = Field(
        default=("out_for_delivery",),
        description="Tracking events of a delivery that happens today: their notices go at once.",
    )


class UsefulFor(Part):
    """For how long a text may wait for its window. What finds none in time is refused."""

    service: Duration = timedelta(hours=24)
    survey: Duration = timedelta(hours=48)
    promotion: Duration = timedelta(hours=72)
    internal: Duration = timedelta(hours=24)
    at_once: Duration = Field(
        default=timedelta(hours=10),
        description="Replies, same-day notices and urgent texts: no longer than Twilio keeps a text (36,000 s).",
    )


# ── consent, caps ────────────────────────────────────────────────────────────────────────────────

Acquaintance = Literal["text", "reply", "import"]


class ConsentRules(Part):
    """What stands in for a line in the consent ledger. A recorded refusal always counts."""

    promotion: Literal["opt_in", "soft"] = Field(
        default="opt_in",
        description="opt_in: only with consent recorded. soft: also to a customer who was served or has written.",
    )
    survey: Literal["contract", "opt_in"] = Field(
        default="contract",
        description="contract: one neutral question about the delivery belongs to it, until refused.",
    )

    @property
    def without_a_word(self) -> frozenset[str]:
        """Categories that a customer gets before they have said anything."""
        found = {"service"} | ({"survey"} if self.survey == "contract" else set())
        return frozenset(found | ({"promotion"} if self.promotion == "soft" else set()))


class PromotionCaps(Part):
    """How many promotions one customer may get. Rolling spans, so that no calendar week or month holds more."""

    a_month: int = Field(default=3, ge=0, description="In any 31 days.")
    a_week: int = Field(default=2, ge=0, description="In any 7 days.")
    apart: Duration = Field(default=timedelta(hours=72), description="Between two of the same kind (the same flow).")
    known_by: tuple[Acquaintance, ...] = Field(
        default=("text", "reply"),
        description="A promotion is never the first text: what makes a customer known. import: consent recorded before.",
    )


class Caps(Part):
    promotion: PromotionCaps = PromotionCaps()


class Limits(Part):
    """What a provider refuses to carry to one number in 24 hours; we stop before it does. None: no limit."""

    identical_a_day: int | None = Field(default=None, ge=1)
    a_day: int | None = Field(default=None, ge=1)


@dataclass(frozen=True, slots=True)
class ProviderLimit:
    """A provider's own limit for numbers that begin with `prefix`, in 24 hours, with the page that states it."""

    kind: str
    prefix: str
    identical_a_day: int | None
    a_day: int | None
    source: str


PROVIDER_LIMITS: Final = (
    ProviderLimit("twilio", "+86", 2, None, "support.twilio.com 360016612253: three identical texts a number a day are rejected"),
    ProviderLimit("aliyun", "+", None, 50, "help.aliyun.com: 50 notices a number, signature and template a day"),
    ProviderLimit("tencent", "+", 5, 10, "cloud.tencent.com: SameContentDailyLimit, DailyLimit, their defaults"),
)  # fmt: skip


CONFIRM_WITHIN: Final = timedelta(minutes=5)
"""An opt-out is confirmed once, within five minutes: later the text would be one sent after the opt-out (47 CFR 64.1200(a)(12))."""

PROMOTION_LASTS: Final = timedelta(days=3)
"""For how long a bare refusal is taken as one of the promotion that came last."""

PROVIDER_WORDS: Final[Mapping[str, Literal["opt_out", "opt_in", "help"]]] = {
    **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"), "opt_out"),
    **dict.fromkeys(("START", "YES", "UNSTOP"), "opt_in"),
    **dict.fromkeys(("HELP", "INFO"), "help"),
}
"""What Twilio answers by itself, as the only word of a message (www.twilio.com/docs/messaging/tutorials/advanced-opt-out)."""


# ── form, content ────────────────────────────────────────────────────────────────────────────────


class Form(Part):
    """How long a text should be, in characters with signature and suffix."""

    aim: int = Field(default=65, ge=1, description="Authors aim at this.")
    warn: int = Field(default=70, ge=1, description="Beyond this `flows check` warns: it costs a second message.")


class Content(Part):
    """What no text may hold."""

    words: tuple[str, ...] = Field(default=(), description="Sensitive words of the carrier's own.")
    shipped: bool = Field(default=True, description="Whether the shipped list counts too.")
    allow: tuple[str, ...] = Field(default=(), description="Words of the shipped list that this carrier may use.")
    links: Literal["anywhere", "fixed"] | None = Field(
        default=None,
        description="fixed: no link among what is filled into a text. Default: fixed in mainland channels, else anywhere.",
    )


# ── days, retention ──────────────────────────────────────────────────────────────────────────────


class Holidays(Part):
    """Which days are workdays."""

    country: str | None = Field(
        default=None, pattern=r"^[A-Z]{2}$", description="Two letters. Default: the country of the carrier's time zone."
    )
    workdays: tuple[date, ...] = Field(default=(), description="Further workdays, such as make-up days just announced.")
    freedays: tuple[date, ...] = Field(default=(), description="Further free days.")

    @model_validator(mode="after")
    def _not_both(self) -> Holidays:
        if both := set(self.workdays) & set(self.freedays):
            raise ValueError(f"{min(both)} is both a workday and a free day")
        return self


KEPT_AT_LEAST: Final = timedelta(days=153)
"""Five months, of 31 days where they have them: MIIT's rules on SMS (2015), article 13, want records of commercial texts so long."""


def _long_enough(keep: timedelta) -> timedelta:
    if keep < KEPT_AT_LEAST:
        raise ValueError(
            f"{short_duration(keep)} is too short (m is minutes): records of what was sent are kept for five months at least, "
            f"{short_duration(KEPT_AT_LEAST)}"
        )
    return keep


class Retention(Part):
    """For how long what was said can be shown; afterwards text and number go, counts stay."""

    keep: Annotated[Duration, AfterValidator(_long_enough)] = Field(
        default=timedelta(days=1096), description="Three years. At least 153d."
    )
