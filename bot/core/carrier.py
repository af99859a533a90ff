"""What a carrier says about itself in `carrier.yaml`: brand, languages, clock, channels, consent, case clocks, own wordings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field, model_validator

from bot.core.campaigning import CampaignRules
from bot.core.phones import CHINESE_ZONES, country_of
from bot.core.rulebook import (
    Caps,
    ConsentRules,
    Content,
    Duration,
    Form,
    Holidays,
    Limits,
    Part,
    Retention,
    UsefulFor,
    Windows,
)

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
EVERYTHING: tuple[Covered, ...] = ("service", "survey", "promotion")


class ChannelConfig(Part):
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
    opt_out: Literal["ours", "provider"] = Field(
        "ours",
        description="provider: it answers STOP, START and HELP by itself without telling us, as Twilio's default handling "
        "does; we record them and stay silent. ours: we answer, unless the message says that the provider has (OptOutType).",
    )
    billing: Billing | None = Field(
        None,
        description="How its texts are counted. Default: mainland over Aliyun and Tencent, else the carrier's billing.",
    )
    suffix: Annotated[Mapping[LocaleName, Annotated[str, Field(min_length=2)]], Field(min_length=1)] | None = Field(
        None,
        description="How promotions over this channel end. Default: 拒收请回复R over Aliyun and Tencent, else opt_out.suffix.",
    )
    limits: Limits | None = Field(None, description="Other than the provider's own limits: {identical_a_day, a_day}.")

    @property
    def mainland(self) -> bool:
        """Whether its texts are templates that mainland operators have approved."""
        return self.kind in ("aliyun", "tencent")


class OptOutConfig(Part):
    """What a bare opt-out word switches off, and what promotions say about it."""

    covers: tuple[Covered, ...] | None = Field(
        None, description="Default: survey and promotion for a mainland carrier, everything elsewhere."
    )
    words: Mapping[str, tuple[Covered, ...]] = Field(
        default_factory=dict,
        description="Opt-out words that cover something else, upper case: {STOP: [service, survey, promotion]}.",
    )
    suffix: Mapping[LocaleName, Annotated[str, Field(min_length=2)]] = Field(
        default_factory=lambda: {"zh-CN": "回T退订", "en": "Reply T to stop"},
        min_length=1,
        description="How a promotion ends, by language.",
    )


class InstructionsConfig(Part):
    """Where instructions for the carrier's system go; without it they are recorded and read through the API."""

    url: str = Field(description="Environment variable that holds the https URL.")
    secret: str = Field(description="Environment variable that holds the signing secret (whsec_…).")


class CarrierConfig(Part):
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
    consent: ConsentRules = ConsentRules()
    windows: Windows = Windows()
    useful_for: UsefulFor = UsefulFor()
    caps: Caps = Caps()
    form: Form = Form()
    content: Content = Content()
    holidays: Holidays = Holidays()
    retention: Retention = Retention()
    campaigns: CampaignRules = CampaignRules()
    case_due: Mapping[str, Duration] = Field(
        default_factory=dict, description="Other than 2h, by kind of case: {complaint: 1h}."
    )
    coupons: tuple[str, ...] = Field((), description="Pools of coupon codes.")
    instructions: InstructionsConfig | None = None
    extends: Literal["standard"] = Field("standard", description="Whose flows this carrier starts from.")
    standard: Literal["all"] | tuple[str, ...] = Field("all", description="Standard flows in use: all, or a list.")
    events: tuple[str, ...] = Field((), description="Further events that the carrier's system sends: [bill_issued].")
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

    @property
    def home(self) -> str | None:
        """The country (two letters) of numbers without a country code: the time zone's, else the one whose holidays count."""
        return country_of(self.time_zone) or self.holidays.country

    def covered_by(self, word: str) -> tuple[Covered, ...]:
        """What a bare opt-out word switches off. In the mainland T, TD and R refuse advertising; elsewhere it is everything."""
        own = self.opt_out.words.get(word.strip().upper(), self.opt_out.covers)
        if own is not None:
            return own
        return ("survey", "promotion") if self.time_zone in CHINESE_ZONES else EVERYTHING

    def unspoken(self, locale: str | None) -> str | None:
        """What to tell whoever gives a customer a language that no text is written in; None where one is, or none is given."""
        spoken = self.language(locale)
        if not locale or spoken.split("-")[0] == locale.split("-")[0]:
            return None
        return f"no text is written in {locale}; this customer gets {spoken}"

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
