"""What a decision asks for, as data. The engine performs none of it; `turns` records, `dispatch` and others act.

Every effect of one decision is written in the transaction that moves the state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from bot.core.model import Conversation, Meaning, Question


@dataclass(frozen=True, slots=True)
class Say:
    """Send a text. `text` is rendered, without 【brand】 and without an opt-out suffix: policy adds both."""

    key: str
    text: str
    locale: str
    urgent: bool = False
    once_in: timedelta | None = None
    """Not again to this customer within this time (`policy.screen` refuses it as said_already)."""
    filled: tuple[str, ...] = ()
    """What was filled into the author's words: facts of the carrier, words of customers and agents."""
    useful_for: timedelta | None = None
    """After this long it is worth nothing and is not sent; None is by category (carrier.yaml, `useful_for`)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The state now waits: open a prompt. The reply clock starts when the text that asks was sent."""

    question: Question
    silence_after: timedelta | None
    late_within: timedelta | None


@dataclass(frozen=True, slots=True)
class Instruct:
    """Tell the carrier's system to do something with the parcel (`hold`, `schedule`, `redirect` …). `params` is JSON."""

    kind: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Bring it before a person. `due` counts from now."""

    kind: str
    reason: str
    due: timedelta
    takes_control: bool = True
    """While the case is open the bot is silent in this customer's thread."""


@dataclass(frozen=True, slots=True)
class ClaimCoupon:
    """Take one code from a pool for this customer; the turn answers with `Claimed` in the same transaction."""

    pool: str


@dataclass(frozen=True, slots=True)
class MarkConsent:
    """Write a line in the consent ledger."""

    category: Literal["service", "survey", "promotion"]
    granted: bool


@dataclass(frozen=True, slots=True)
class Mail:
    """Send a text by e-mail. We hold no addresses: the carrier's system is asked to, with the words as they shall be read."""

    subject: str
    text: str
    locale: str


@dataclass(frozen=True, slots=True)
class EndOthers:
    """End this customer's other conversations of these flows, about the same parcel, and what was to begin one."""

    flows: tuple[str, ...]


Effect = Say | Ask | Instruct | OpenCase | ClaimCoupon | MarkConsent | Mail | EndOthers


@dataclass(frozen=True, slots=True)
class Decision:
    """Where the conversation stands now, what shall be done, and by which transitions it got there."""

    conversation: Conversation
    effects: tuple[Effect, ...]
    path: tuple[str, ...] = ()
    """Transitions taken, `source -trigger-> target`, for staff, coverage and tests."""
    ended: bool = False
    waits_for_claim: str | None = None
    """The pool of a `ClaimCoupon` whose answer (`Claimed`) the engine needs before it can go on."""
    passed_on: Meaning | None = None
    """What the open question could not use (where is it, a complaint, thanks …): let `anything_else` answer `Replied(passed_on, text)`."""
