"""How stored facts read on a page: masked phones, due times, delivery in plain words. Shared by console and simulator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

from bot.channels.twilio_codes import lookup
from bot.core.policy import reasons as policy_reasons
from bot.web.times import span
from bot.web.words import t

Tone = Literal["good", "wait", "bad", "off"]
SOON: Final = timedelta(minutes=30)
"""A case that is due within so much is marked as urgent before it is late."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A short text with a tone. The text says it all; tone only adds colour and shape."""

    tone: Tone
    text: str
    why: str | None = None


def masked(phone: str) -> str:
    """`+86138••••8000`: enough to tell customers apart, too little to call one."""
    head = phone[:-8] if len(phone) > 11 else phone[:3]
    return f"{head}••••{phone[-4:]}" if len(phone) > 7 else "••••"


def spaced(phone: str) -> str:
    """`+86 138 0013 8000`, as it is read aloud."""
    if phone.startswith("+86") and len(phone) == 14:
        return f"+86 {phone[3:6]} {phone[6:10]} {phone[10:]}"
    return phone


LABELS: Final = {
    "delivered_proxy": "Signed for by somebody else",
    "slot_suggested": "Suggest a time",
    "which": "Which parcel?",
}
"""Names that read badly when only their underscores are taken out."""


def label(key: str) -> str:
    """A name from a flow, such as `not_received`, as words: known ones in the reader's language."""
    words = LABELS.get(key) or key.replace("_", " ").strip()
    return t(words[:1].upper() + words[1:])


# ── due ──────────────────────────────────────────────────────────────────────────────────────────


def due(due_at: datetime, now: datetime, *, answered: bool = False, closed_at: datetime | None = None) -> Mark:
    """How urgent a case is: the clock that runs is the one for a person's first answer."""
    if closed_at is not None:
        return Mark("off", t("Closed"))
    if answered:
        return Mark("good", t("Answered"))
    left = due_at - now
    if left < timedelta():
        return Mark("bad", t("{span} late", span=span(left)))
    return Mark("wait" if left <= SOON else "off", t("{span} left", span=span(left)))


# ── delivery ─────────────────────────────────────────────────────────────────────────────────────

DELIVERY: Final[dict[str, tuple[Tone, str]]] = {
    "accepted": ("wait", "With the provider"),
    "scheduled": ("wait", "With the provider"),
    "queued": ("wait", "With the provider"),
    "sending": ("wait", "With the provider"),
    "sent": ("wait", "Sent, no receipt yet"),
    "delivered": ("good", "Delivered"),
    "read": ("good", "Read"),
    "undelivered": ("bad", "Not delivered"),
    "failed": ("bad", "Not delivered"),
    "canceled": ("bad", "Not sent"),
}
"""The provider's word (channels.statuses.LADDER) → tone and words."""

OURS: Final[dict[str, tuple[Tone, str]]] = {
    "ready": ("wait", "Waiting to be sent"),
    "sending": ("wait", "Being sent"),
    "uncertain": ("wait", "Perhaps sent; the provider is being asked"),
    "accepted": ("wait", "With the provider"),
    "failed": ("bad", "Not sent"),
    "canceled": ("off", "Not sent"),
    "refused": ("off", "Not sent"),
}
"""Our own status of the row (docs/message-lifecycle.md) → tone and words."""

REASONS: Final = {
    **policy_reasons.REASONS,
    "flow_changed": "The flow was changed before it was sent",
    "a person has the conversation": "A person has the conversation, so the bot is silent",
}
"""Reasons that policy and the sender keep with a text → a sentence."""


class _Text(Protocol):
    """What `delivery` needs of a line."""

    @property
    def status(self) -> str | None: ...
    @property
    def delivery(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def error_code(self) -> str | None: ...
    @property
    def due_at(self) -> datetime | None: ...


def delivery(line: _Text, now: datetime) -> Mark:
    """Where one of our texts is, and why where it did not arrive."""
    status = line.status or "ready"
    if status == "ready" and line.due_at is not None and line.due_at - now > timedelta(minutes=1):
        wait = t("Waits: will be sent in {span}", span=span(line.due_at - now))
        return Mark("wait", wait, _why(line))
    tone, words = OURS.get(status, ("wait", status))
    if status == "accepted" and line.delivery:
        tone, words = DELIVERY.get(line.delivery, ("wait", line.delivery))
    return Mark(tone, t(words), _why(line) if tone != "good" else None)


def _why(line: _Text) -> str | None:
    code = lookup(line.error_code)
    cause = _cause(line.reason) if line.reason else t(code.cause) if code else None
    if cause and line.error_code:
        return f"{cause} ({line.error_code})"
    return cause or line.error_code


def _cause(reason: str) -> str:
    """A reason as a sentence. It may have a detail behind a colon: `outside_window:cap_week`, `sensitive_word:…`."""
    word, _, detail = reason.partition(":")
    if reason in REASONS or word not in REASONS or not detail:
        return t(REASONS.get(reason, reason))
    return f"{t(REASONS[word])} ({t(REASONS.get(detail, detail))})"


# ── routing ──────────────────────────────────────────────────────────────────────────────────────

ROUTES: Final = {
    "compliance": "An opt-out, opt-in or help word comes before everything",
    "choice": "The customer chose between parcels by letter",
    "token": "The message names the parcel",
    "only": "It answers the only question that was open",
    "ask": "Several questions were open, so the customer was asked which parcel",
    "unsettled": "Several questions were open, and the customer did not say which",
    "late": "It answers a question that closed a short while ago",
    "repeated": "It says again what was answered a moment ago",
    "anything_else": "No question was open",
    "person": "A person has the conversation",
}
"""Which rule of routing decided (bot.core.route) → a sentence for staff."""


def route(name: str | None) -> str | None:
    """Why a reply went where it went, as a sentence; an unknown rule is shown by its name."""
    if name is None:
        return None
    return t(ROUTES.get(name, name))
