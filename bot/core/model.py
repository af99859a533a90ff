"""The nouns that flow through the house, each a frozen value: facts in, meaning, question, conversation.

Times are aware `datetime`s. Phones are E.164 (`+8613800138000`). No module of `core` reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

Category = Literal["service", "survey", "promotion", "internal"]
Intent = Literal[
    "option", "confirm", "decline", "opt_out", "opt_in", "help", "claim", "complaint", "not_received",
    "where_is", "question", "agent", "thanks", "address", "time", "other",
]  # fmt: skip

NOTHING: Final[Mapping[str, Any]] = {}


# ── what is asked ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Option:
    """One key under `replies:` that a customer picks by a digit, a letter or a word."""

    key: str
    """As the author wrote it: "1", "Y", "yes", "stay"."""
    means: str | None = None
    """A row of the shipped lexicon of wishes: hold, schedule, redirect, confirm, decline, claim, rating_1 … rating_4."""
    words: tuple[str, ...] = ()
    """The option's own words in any language: from `words:` and from the menu text that was said."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a waiting state accepts. Compiled once a flow version, shared, never per customer."""

    flow: str
    state: str
    options: tuple[Option, ...] = ()
    accepts: frozenset[str] = frozenset()
    """Typed kinds among `replies:` keys: time, address, rating, text, photo."""
    menus: tuple[str, ...] = ()
    """The texts that ask, as written, one a language: a customer may quote them back."""


# ── what is understood ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """Half-open. An open start means "until `end`", an open end means "from `start`"."""

    start: datetime | None
    end: datetime | None
    inferred: tuple[str, ...] = ()
    """What the customer did not say and we filled in ("afternoon", "next week"): read back in the confirmation."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel shall go. `raw` is verbatim; a part that was not said is None."""

    raw: str
    province: str | None = None
    city: str | None = None
    district: str | None = None
    detail: str | None = None
    name: str | None = None
    phone: str | None = None
    postcode: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one reply means against one question."""

    intent: Intent
    rule: str
    """Names what decided, for staff and for `understand --explain`."""
    branch: str | None = None
    """The key under `replies:` that the reply takes."""
    time: TimeWindow | None = None
    address: Address | None = None
    rating: int | None = None
    also: tuple[Intent, ...] = ()
    """Further wishes in the same reply: "1，另外我要投诉" is option 1 and also a complaint."""
    ambiguous: bool = False
    """An opt-out that may not be one: to a person, promotions paused meanwhile."""


# ── facts that come in ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, voice message or other attachment of a reply; never fetched by us."""

    url: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Inbound:
    """One text from a customer, as a channel handed it over."""

    carrier: str
    channel: str
    provider_id: str
    sender: str
    recipient: str
    text: str
    received_at: datetime
    media: tuple[Media, ...] = ()
    answered_as: Literal["opt_out", "opt_in", "help"] | None = None
    """The provider has acted on a compliance word and answered by itself: we record it and stay silent."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Every field of the provider that we have no name for, kept as received."""


@dataclass(frozen=True, slots=True)
class TrackingEvent:
    """Something happened to a parcel."""

    carrier: str
    tracking_no: str
    event_id: str
    type: str
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a provider says became of one of our texts."""

    carrier: str
    channel: str
    provider_id: str
    status: str
    """The provider's own word, lower case: kept even when unknown."""
    error_code: str | None = None
    ours: str | None = None
    """Our own id, if the callback carried it: settles a text whose sending was uncertain."""
    extra: Mapping[str, Any] = field(default_factory=dict)


# ── where a conversation stands ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Conversation:
    """A snapshot that survives a round trip through JSON: every value is JSON."""

    flow: str
    flow_hash: str
    state: str
    version: int = 0
    """Counts turns that moved it; a timer or prompt of another version is stale."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What `keep:` kept."""
    counters: Mapping[str, int] = field(default_factory=dict)
    """How often each state could not read a reply, and engine counters."""
    turns: int = 0


# ── what happens to it ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Started:
    """The trigger of the flow fired (`event`: its type and data are among the facts)."""

    event: str


@dataclass(frozen=True, slots=True)
class Replied:
    """The customer answered the open question. `text` is verbatim."""

    meaning: Meaning
    text: str
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class RepliedLate:
    """The customer answered a question that has closed, within its `late` time."""

    meaning: Meaning
    text: str
    state: str = ""
    """The state whose question it answers: the conversation has moved on from there."""


@dataclass(frozen=True, slots=True)
class Silence:
    """The `silence` timer of the present state and version fired."""


@dataclass(frozen=True, slots=True)
class EventCame:
    """A tracking event came while the flow runs (may end it by `ends_on`)."""

    event: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """The store answered a `ClaimCoupon`: a code, or None with why ("had": the same code again, "none": pool empty)."""

    result: Literal["claimed", "had", "none"]
    code: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandedBack:
    """A person gave the conversation back: ask the present state's question again."""


Happening = Started | Replied | RepliedLate | Silence | EventCame | Claimed | HandedBack
