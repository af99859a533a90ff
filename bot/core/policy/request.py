"""What policy is asked about, and what it may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.carrier import CarrierConfig, ChannelConfig
from bot.core.effects import Say
from bot.core.model import Category
from bot.core.rulebook import Acquaintance
from bot.core.segments import Segments

Lane = Literal["acknowledgement", "reply", "notice", "promotion"]
"""In order of precedence: opt-out and help acknowledgements, answers to a customer's own message, notices, promotions."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Where the ledger stands, category by category. True: agreed, False: opted out, None: nothing recorded."""

    service: bool | None = None
    survey: bool | None = None
    promotion: bool | None = None


@dataclass(frozen=True, slots=True)
class Promoted:
    """A promotion that this customer got or is to get. `kind` is what it was about: the flow, or what a campaign calls it."""

    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A text that a provider carried or is to carry to this number."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """What was said to this customer: what caps and limits count. Only what could matter: 31 days of promotions, 24 hours of texts."""

    promotions: tuple[Promoted, ...] = ()
    carried: tuple[Carried, ...] = ()
    """Over the channel in question."""
    known: frozenset[Acquaintance] = frozenset()
    """How this customer is known: a text that was no promotion has reached them, they have written, their consent was imported."""


NOTHING_SAID = History()


@dataclass(frozen=True, slots=True)
class Request:
    """One text before the rules.

    `last_said`: when this customer was last sent the same `say.key`. `zone`: the customer's own; None is the carrier's.
    `event`: the tracking event that is being told. `useful_until`: after it the text is worth nothing; None is by category.
    """

    say: Say
    category: Category
    lane: Lane
    consent: Consent
    carrier: CarrierConfig
    now: datetime
    channel: str | None = None
    last_said: datetime | None = None
    phone: str = ""
    segment: str = "ordinary"
    zone: ZoneInfo | None = None
    event: str | None = None
    kind: str = ""
    history: History = NOTHING_SAID
    number_invalid: bool = False
    useful_until: datetime | None = None

    @property
    def over(self) -> ChannelConfig | None:
        """The channel as configured."""
        return self.carrier.channels.get(self.channel) if self.channel else None

    @property
    def local(self) -> ZoneInfo:
        """The zone whose clock counts."""
        return self.zone or self.carrier.zone

    @property
    def unasked(self) -> bool:
        """Whether it comes without the customer having just written."""
        return self.lane in ("notice", "promotion")

    @property
    def promotes(self) -> bool:
        """Whether it is a promotion that the customer did not ask for."""
        return self.category == "promotion" and self.unasked

    @property
    def at_once(self) -> bool:
        """Whether no window holds it: an answer, the notice of a delivery today, or what the author calls urgent."""
        if not self.unasked:
            return True
        notice = self.category in ("service", "internal")
        return notice and (self.say.urgent or self.event in self.carrier.windows.same_day)


@dataclass(frozen=True, slots=True)
class Allow:
    """Send `text` as it stands here: with brand and suffix."""

    text: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class Defer:
    """Not before `until`. `reason` is a word of `reasons.REASONS`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Never. `reason` is a word of `reasons.REASONS`, some with a detail behind a colon."""

    reason: str


Verdict = Allow | Defer | Refuse
