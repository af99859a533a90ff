"""The small contract that every way to send a text fulfils. Channels classify; `dispatch` alone decides what follows.

Source of the outcome classes: the send protocol in docs/architecture.md ("no blind resend").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.core.model import Inbound


class Outcome(StrEnum):
    """What is known after one attempt to hand a text to a provider."""

    ACCEPTED = "accepted"
    """The provider answered with its id."""
    REFUSED = "refused"
    """A definite no that another try will not change."""
    NOT_REACHED = "not_reached"
    """A definite no that another try may change: refused connection, DNS, TLS, 429."""
    UNCERTAIN = "uncertain"
    """It may have been accepted: read timeout, reset after the request left, 5xx."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One attempt to send one text."""

    ours: str
    """Our id of this attempt, `<outbox id>.<attempt>`; comes back in status callbacks."""
    sender: str
    recipient: str
    text: str
    status_callback: str | None
    """Absolute URL, signed by us, that the provider shall call with statuses."""
    useful_for: int | None = None
    """Seconds after which the provider shall give up (Twilio: 1 to 36,000)."""
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class SendResult:
    """How an attempt ended."""

    outcome: Outcome
    provider_id: str | None = None
    status: str | None = None
    """The provider's first word on it ("queued", "accepted", "sent")."""
    error_code: str | None = None
    error: str | None = None
    """Plain cause for staff; holds no number and no message text."""
    retry_after: float | None = None
    """Seconds that the provider asked us to wait."""
    suppress: bool = False
    """The provider says that this number has opted out (Twilio 21610, 30004)."""
    invalid_number: bool = False
    """The number cannot receive texts, now or ever (Twilio 21211, 21614, 30005, 30006)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One of our texts as the provider's own list shows it."""

    provider_id: str
    recipient: str
    text: str
    status: str
    created_at: datetime
    error_code: str | None = None


class Channel(Protocol):
    """A way to send and to look things up. Thread-safe; holds no database."""

    name: str

    def send(self, outgoing: Outgoing) -> SendResult:
        """Try once, within its own time-outs (connect 5 s, read 30 s). Never raises for what a provider does."""

    def sent_to(self, recipient: str, since: datetime) -> list[Listed]:
        """What the provider lists as sent to `recipient` (E.164) since then. Raises `LookupFailed`."""

    def received_since(self, carrier: str, since: datetime) -> Iterator[Inbound]:
        """What the provider lists as received since then, for what a webhook missed. Raises `LookupFailed`."""


class LookupFailed(Exception):
    """The provider's list could not be read now; try again later."""
