"""What the API answers about campaigns, coupon pools and notices, as /openapi.json describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Life = Literal["draft", "scheduled", "running", "paused", "done", "stopped"]


class _Out(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Listed(_Out):
    """Rows of all lists that were added."""

    rows: int
    added: int
    duplicates: int
    errors: int


class Campaign(_Out):
    id: int
    name: str
    flow: str
    status: Life
    reason: str | None = Field(description="Why it was stopped.")
    audience: dict[str, Any]
    variants: list[dict[str, Any]]
    data: dict[str, Any]
    per_minute: int | None = Field(description="Its own pace; null: the carrier's.")
    listed: Listed
    created_by: str
    created_at: datetime
    starts_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None


class Progress(_Out):
    """Recipients by where they are: each is in one of waiting, on_the_way, sent, not_sent, skipped."""

    recipients: int
    waiting: int = Field(description="Not begun yet, or waits until a person hands the customer back.")
    on_the_way: int = Field(description="Waits for its window, or is being sent.")
    sent: int = Field(description="Accepted by the provider.")
    delivered: int = Field(description="Of these, what the provider has reported as delivered.")
    not_sent: int = Field(description="Refused, canceled or failed.")
    skipped: int
    replied: int
    opted_out: int
    complained: int
    segments: int = Field(description="Of the first texts that were sent.")


class Reason(_Out):
    reason: str
    means: str
    count: int


class Standing(_Out):
    count: int
    of: int = Field(description="Texts that arrived, as far as is known.")
    share: float | None
    interval: list[float] | None = Field(description="95 % (Wilson).")
    limit: float
    passed: bool


class CampaignStatus(Campaign):
    progress: Progress
    reasons: list[Reason] = Field(description="Why who did not get it, or not yet.")
    limits: dict[str, Standing] = Field(description="complaints and opt_outs against their limits.")


class CampaignsPage(_Out):
    campaigns: list[Campaign]
    next_cursor: str | None = Field(description="Where the next page begins; null at the end.")


class DryRun(_Out):
    recipients: int
    would_get_it: int
    at_once: int
    later: list[Reason] = Field(description="Would get it, but not at once.")
    would_not: int
    not_because: list[Reason]
    segments: int
    by_variant: dict[str, int]
    first_at: datetime | None
    per_minute: int | None = Field(description="The pace that it would keep; null: as fast as it goes.")
    minutes: int | None = Field(description="How long that takes at least, while windows are open.")
    last_at: datetime | None


class Share(_Out):
    """With its 95 % interval."""

    value: float
    low: float
    high: float


class VariantResult(_Out):
    name: str
    recipients: int
    arrived: int
    replied: int
    claimed: int
    opted_out: int
    complained: int
    shares: dict[str, Share | None] = Field(description="Of those that arrived (Wilson).")
    against: str | None = Field(description="The variant it is compared with; null for that one.")
    differences: dict[str, Share | None] = Field(description="Its share less the other's (Newcombe).")
    guardrail: Literal["ok", "worse"] = Field(description="worse: more opt-outs, and chance is ruled out.")


class CampaignResult(_Out):
    id: int
    status: Life
    final: bool
    variants: list[VariantResult]
    note: str


class Fault(_Out):
    line: int
    column: str
    message: str


class ListReport(_Out):
    """What became of a list's rows; good ones are kept."""

    rows: int
    added: int
    duplicates: int
    errors: int
    doubtful: int = Field(
        default=0, description="Of those taken, numbers that no numbering plan we know has, and landlines."
    )
    faults: list[Fault] = Field(description="The first 100.")
    warnings: list[Fault] = Field(default=[], description="What may be wrong with rows that were taken: the first 100.")


class Pool(_Out):
    pool: str
    codes: int
    claimed: int
    expired: int = Field(description="Lapsed before anybody claimed them.")
    free: int
    warn_below: int
    low: bool
    warned_at: datetime | None


class Pools(_Out):
    pools: list[Pool]


class Groups(_Out):
    groups: dict[str, int] = Field(description="How many people belong to each.")


class Person(_Out):
    phone: str
    name: str | None
    stand: Literal["confirmed", "objected", "unanswered", "asked", "waiting", "not_reached"]
    at: datetime | None
    reason: str | None


class Notice(_Out):
    id: int
    name: str
    flow: str
    status: Life
    reason: str | None
    created_by: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    text: str
    groups: list[str]
    counts: dict[str, int]
    people: list[Person]
