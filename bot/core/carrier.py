"""What a carrier says about itself in `carrier.yaml`: brand, languages, clock, channels, consent, case clocks, own wordings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.core.durations import parse_duration

Billing = Literal["gsm", "mainland"]
Covered = Literal["service", "survey", "promotion"]
Wording = str | list[str]
Texts = Mapping[str, Mapping[str, Wording]]
"""key → language → wording."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"'{name}' is no time zone: write one such as Asia/Shanghai or America/New_York") from None
    return name


def _locale(name: str) -> str:
    try:
        Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ValueError(f"'{name}' is no language: write one such as zh-CN or en") from None
    return name


LocaleName = Annotated[str, AfterValidator(_locale)]
Duration = Annotated[timedelta, BeforeValidator(parse_duration)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ChannelConfig(_Part):
    """One way to send. Keys stand in the environment; the file only names the variables."""

    kind: Literal["simulator", "twilio", "aliyun", "tencent"]
    account: str | None = Field(None, description="Environment variable that holds the account's id.")
    secret: str | None = Field(None, description="Environment variable that holds the secret or token.")
    sender: str | None = Field(
        None, description="Environment variable that holds the number or service texts are sent from."
    )
    signature: Literal["ours", "provider"] = Field(
        "ours", description="Who puts 【brand】 before a text: Aliyun and Tencent do it themselves."
    )


class OptOutConfig(_Part):
    """What a bare opt-out word switches off, and what promotions say about it."""

    covers: tuple[Covered, ...] = Field(
        ("survey", "promotion"), description="Mainland default. STOP in the US covers all three."
    )
    words: Mapping[str, tuple[Covered, ...]] = Field(
        default_factory=dict,
        description="Opt-out words that cover something else, upper case: {STOP: [service, survey, promotion]}.",
    )
    suffix: Mapping[LocaleName, str] = Field(default_factory=lambda: {"zh-CN": "回T退订", "en": "Reply T to stop"})


class InstructionsConfig(_Part):
    """Where instructions for the carrier's system go; without it they are recorded and read through the API."""

    url: str = Field(description="Environment variable that holds the https URL.")
    secret: str = Field(description="Environment variable that holds the signing secret (whsec_…).")


class CarrierConfig(_Part):
    """`carrier.yaml`, validated. The first locale is the default language."""

    carrier: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,63}$", description="The folder's name.")
    brand: Mapping[LocaleName, str] = Field(min_length=1, description="Shown in 【】 before every text.")
    locales: tuple[LocaleName, ...] = Field(
        min_length=1, description="Languages the carrier speaks, its default first."
    )
    time_zone: Annotated[str, AfterValidator(_zone)]
    currency: str = Field("CNY", pattern=r"^[A-Z]{3}$")
    hotline: str | None = None
    billing: Billing = Field(
        "gsm", description="How texts are counted: mainland 70/67 for everything, gsm by encoding."
    )
    signature: Mapping[LocaleName, str] = Field(
        default_factory=dict, description="Other than 【brand】: {en: 'Fengchi: '}."
    )
    channels: Mapping[str, ChannelConfig] = Field(
        min_length=1, description="In order of preference: the first whose variables are set sends."
    )
    opt_out: OptOutConfig = Field(default_factory=OptOutConfig.model_construct)
    case_due: Mapping[str, Duration] = Field(
        default_factory=dict, description="Other than 2h, by kind of case: {complaint: 1h}."
    )
    coupons: tuple[str, ...] = Field((), description="Pools of coupon codes.")
    instructions: InstructionsConfig | None = None
    standard: Literal["all"] | tuple[str, ...] = Field("all", description="Standard flows in use: all, or a list.")
    facts: Mapping[str, Literal["text", "number", "flag", "time", "window"]] = Field(
        default_factory=dict, description="Further facts that the carrier sends: {shipment.weight: number}."
    )
    texts: Mapping[str, Texts] = Field(
        default_factory=dict, description="Own wordings: {delivery_options: {menu: {zh-CN: …}}}."
    )

    @model_validator(mode="after")
    def _speaks_its_brand(self) -> CarrierConfig:
        if missing := [locale for locale in self.locales if locale not in self.brand]:
            raise ValueError(f"brand: is not given in {', '.join(missing)}")
        return self

    @cached_property
    def zone(self) -> ZoneInfo:
        """The carrier's clock."""
        return ZoneInfo(self.time_zone)

    def language(self, wanted: str | None, among: Mapping[str, Any] | None = None) -> str:
        """The language to use: `wanted`, else the same language of another country, else the carrier's default."""
        return pick_language(
            wanted, [locale for locale in self.locales if among is None or locale in among], self.locales[0]
        )

    def brand_in(self, locale: str) -> str:
        """The brand as a customer of that language reads it."""
        return self.brand[self.language(locale)]


def pick_language(wanted: str | None, spoken: list[str] | tuple[str, ...], default: str) -> str:
    """Fall back language by language: `zh-HK` → `zh-CN` where only that Chinese is spoken → `default`.

    `default` itself gives way to the first spoken one where it is not among `spoken`.
    """
    if wanted in spoken:
        return str(wanted)
    stem = (wanted or "").split("-")[0].lower()
    for locale in spoken:
        if stem and locale.split("-")[0].lower() == stem:
            return locale
    return default if default in spoken or not spoken else spoken[0]
