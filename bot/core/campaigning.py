"""What a campaign is made of, which variant a customer gets, and when it has to stop. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal

from pydantic import Field, PlainSerializer, model_validator

from bot.core.durations import format_duration
from bot.core.proportions import Interval, wilson
from bot.core.rulebook import Duration, Part

Group = Literal["frequent", "enterprise", "had_problem", "loyal", "dormant"]
GROUPS: Final[Mapping[str, str]] = {
    "frequent": "three parcels or more in the last 31 days",
    "enterprise": "customers of the segment enterprise",
    "had_problem": "a complaint, a loss or a delay in the last 90 days",
    "loyal": "three parcels or more in the last three months",
    "dormant": "had parcels, but none in the last three months",
}
STAFF: Final = "staff"
"""The segment of the carrier's own people, whom no campaign to customers reaches."""
Age = Annotated[Duration, PlainSerializer(format_duration, return_type=str)]
Word = Annotated[str, Field(min_length=1, max_length=64)]
Share = Annotated[float, Field(ge=0, le=1)]


class CampaignRules(Part):
    """`campaigns:` in carrier.yaml: when a campaign is stopped by itself, and what becomes of complaints about it."""

    complaints: Share = Field(
        default=0.0003, description="Complaints among the texts that arrived, beyond which a campaign stops."
    )
    complaints_at_least: int = Field(
        default=1,
        ge=1,
        description="So many complaints stop it at that share; fewer only where chance is ruled out (95 %).",
    )
    opt_outs: Share = Field(
        default=0.02, description="Opt-outs among the texts that arrived, beyond which a campaign stops."
    )
    opt_outs_at_least: int = Field(
        default=5,
        ge=1,
        description="So many opt-outs stop it at that share; fewer only where chance is ruled out (95 %).",
    )
    per_minute: int | None = Field(
        default=None,
        ge=1,
        le=100_000,
        description="Recipients that one campaign begins in any minute; None: as fast as it goes.",
    )
    attributed_within: Age = Field(
        default=timedelta(hours=72), description="For how long after its text a reply counts as one to the campaign."
    )
    call_within: Age = Field(
        default=timedelta(hours=48),
        description="Within what time somebody phones a customer who complained about a campaign.",
    )


class Audience(Part):
    """Which customers. All that is given must hold; of several segments, groups or routes one is enough."""

    everybody: bool = Field(
        default=False, description="Every customer, so that an empty audience cannot mean all by mistake."
    )
    segments: tuple[Word, ...] = Field(
        default=(), max_length=32, description="vip, ordinary, enterprise, or the carrier's own."
    )
    groups: tuple[Group, ...] = Field(default=(), max_length=8, description="Groups that the system keeps.")
    routes: tuple[Word, ...] = Field(
        default=(), max_length=200, description="Customers with a parcel under way on these routes."
    )
    silent_for: Age | None = Field(default=None, description="No message either way for so long: 30d.")
    in_touch_within: Age | None = Field(default=None, description="A message either way within so long: 7d.")

    @model_validator(mode="after")
    def _everybody_or_some(self) -> Audience:
        if self.everybody and any((self.segments, self.groups, self.routes, self.silent_for, self.in_touch_within)):
            raise ValueError("audience: everybody: true stands alone; leave it out to choose customers")
        if STAFF in self.segments:
            raise ValueError("audience: segments: staff are the carrier's own people; write to them by a notice")
        return self

    @property
    def chosen(self) -> bool:
        """Whether anything is given: else only those listed one by one get it."""
        return self != Audience()


class Variant(Part):
    """One of the wordings that are compared: the letter of the flow's `variants:`, A for its ordinary texts."""

    name: str = Field(pattern=r"^[A-H]$")
    weight: int = Field(default=1, ge=1, le=1000, description="How many get it, in proportion.")
    data: Mapping[Word, str | int | float] = Field(
        default_factory=dict, max_length=32, description="What its texts may use as event.…, over the campaign's own."
    )


class Limits(Part):
    """Other limits than the carrier's for this campaign."""

    complaints: Share | None = None
    opt_outs: Share | None = None
    per_minute: int | None = Field(default=None, ge=1, le=100_000, description="Recipients begun in any minute.")


def variant_for(campaign_id: int, thread_id: int, variants: Sequence[Variant]) -> str:
    """The letter that this customer gets in this campaign: always the same, in proportion to the weights."""
    digest = hashlib.sha256(f"{campaign_id}:{thread_id}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") % sum(variant.weight for variant in variants)
    for variant in variants:
        place -= variant.weight
        if place < 0:
            return variant.name
    raise AssertionError("weights are positive")


# ── how fast ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pace:
    """At most so many in any minute, spread over it: a twentieth may go at once, the others follow one by one (a leaky bucket)."""

    per_minute: int

    @property
    def at_once(self) -> int:
        return max(1, self.per_minute // 20)

    @property
    def apart(self) -> timedelta:
        return timedelta(minutes=1) / (self.per_minute - self.at_once + 1)

    def room(self, used_until: datetime | None, now: datetime) -> int:
        """How many may go now. `used_until` is what `after` gave last."""
        used = max(used_until or now, now)
        return (now + self.at_once * self.apart - used) // self.apart

    def after(self, used_until: datetime | None, now: datetime, count: int) -> datetime:
        """Until when the pace is used up once `count` more have gone."""
        return max(used_until or now, now) + count * self.apart


# ── when it has to stop ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Standing:
    """How one of the two shares that can stop a campaign stands."""

    what: Literal["complaints", "opt_outs"]
    count: int
    of: int
    limit: float
    at_least: int

    @property
    def share(self) -> Interval | None:
        """With its 95 % interval; None before any text arrived."""
        return wilson(min(self.count, self.of), self.of)

    @property
    def passed(self) -> bool:
        """Over the limit, by a count that is no chance: `at_least`, or an interval that lies above the limit as a whole."""
        share = self.share
        if share is None or share.value <= self.limit:
            return False
        return self.count >= self.at_least or share.low > self.limit

    def as_json(self) -> dict[str, Any]:
        share = self.share
        interval = None if share is None else [round(share.low, 6), round(share.high, 6)]
        return {
            "count": self.count,
            "of": self.of,
            "share": None if share is None else round(share.value, 6),
            "interval": interval,
            "limit": self.limit,
            "passed": self.passed,
        }


def standings(
    rules: CampaignRules, limits: Mapping[str, float | None], arrived: int, complaints: int, opt_outs: int
) -> tuple[Standing, Standing]:
    """Complaints and opt-outs against the campaign's own limits, else the carrier's."""

    def limit(name: str, standard: float) -> float:
        own = limits.get(name)
        return standard if own is None else own

    return (
        Standing("complaints", complaints, arrived, limit("complaints", rules.complaints), rules.complaints_at_least),
        Standing("opt_outs", opt_outs, arrived, limit("opt_outs", rules.opt_outs), rules.opt_outs_at_least),
    )


# ── as it is asked for ───────────────────────────────────────────────────────────────────────────

Data = Annotated[Mapping[Word, Annotated[str, Field(max_length=500)] | int | float], Field(max_length=32)]


class NewCampaign(Part):
    """A campaign as the API and the command line take it. It is a draft until it is started."""

    name: str = Field(min_length=1, max_length=128, description="For staff.", examples=["Autumn coupons"])
    flow: str = Field(
        pattern=r"^[a-z][a-z0-9_]{0,63}$", description="A flow that starts on campaign.", examples=["coupon"]
    )
    audience: Audience = Field(
        default_factory=Audience, description="Which customers, besides those that lists name one by one."
    )
    variants: tuple[Variant, ...] = Field(
        default=(), max_length=8, description="Left out: the flow's own wordings, in equal parts."
    )
    data: Data = Field(
        default_factory=dict, description="What the flow's texts may use as event.…", examples=[{"offer": "满30减10元"}]
    )
    limits: Limits = Field(default_factory=Limits, description="Other limits than the carrier's for this campaign.")

    @model_validator(mode="after")
    def _letters_once(self) -> NewCampaign:
        letters = [variant.name for variant in self.variants]
        if len(set(letters)) != len(letters):
            raise ValueError("variants: every letter stands for one of them")
        return self


class NewNotice(Part):
    """A notice to the carrier's own people."""

    name: str = Field(min_length=1, max_length=128, description="For staff.", examples=["Team meeting"])
    text: str = Field(
        min_length=1,
        max_length=300,
        description="Without 收到请回复1, which the flow adds.",
        examples=["今天16:00在二号分拨中心开班前会"],
    )
    groups: tuple[Word, ...] = Field(
        min_length=1, max_length=32, description="Groups of employees.", examples=[["hub2"]]
    )
    flow: str = Field(
        default="staff_notice", pattern=r"^[a-z][a-z0-9_]{0,63}$", description="A flow that starts on notice."
    )
