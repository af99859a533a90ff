"""May this text be sent to this person, and in which final form: `Allow`, `Defer` or `Refuse`, always with a reason (laws 6 and 16).

Rules stand in one table and are asked in order; the first that objects decides. `screen` is called twice, when deciding and again in the
transaction that claims a row for sending, so it needs nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from bot.core.carrier import CarrierConfig
from bot.core.effects import Say
from bot.core.model import Category
from bot.core.segments import Segments, segments

Lane = Literal["acknowledgement", "reply", "notice", "promotion"]
"""In order of precedence: opt-out and help acknowledgements, answers to a customer's own message, notices, promotions."""

MAX_SEGMENTS: Final = 8
"""What mainland operators carry at most (500 characters); nothing of ours comes near it."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What this customer lets us send. False: opted out."""

    service: bool = True
    survey: bool = True
    promotion: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """One text before a rule. `last_said`: when this customer was last sent the same `say.key`."""

    say: Say
    category: Category
    lane: Lane
    consent: Consent
    carrier: CarrierConfig
    now: datetime
    channel: str | None = None
    last_said: datetime | None = None


@dataclass(frozen=True, slots=True)
class Allow:
    """Send `text` as it stands here: with brand and suffix."""

    text: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class Defer:
    """Not before `until`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Never. `reason` is a word for tests and staff: opted_out, said_already, empty, too_long."""

    reason: str


Verdict = Allow | Defer | Refuse
Rule = Callable[[Request], "Defer | Refuse | None"]


def screen(
    say: Say,
    category: Category,
    lane: Lane,
    consent: Consent,
    carrier: CarrierConfig,
    now: datetime,
    *,
    channel: str | None = None,
    last_said: datetime | None = None,
) -> Verdict:
    """Ask every rule. `say.text` has neither brand nor suffix; `Allow.text` has both, once."""
    return screen_request(Request(say, category, lane, consent, carrier, now, channel, last_said))


def screen_request(request: Request) -> Verdict:
    """`screen`, for a caller that needs the request again."""
    for rule in RULES:
        if (objection := rule(request)) is not None:
            return objection
    text = finished(request)
    count = segments(text, request.carrier.billing)
    return Refuse("too_long") if count.count > MAX_SEGMENTS else Allow(text, count)


# ── rules ────────────────────────────────────────────────────────────────────────────────────────


def _is_something(request: Request) -> Refuse | None:
    return None if request.say.text.strip() else Refuse("empty")


def _consents(request: Request) -> Refuse | None:
    """Who opted out of a category gets nothing of it; an answer to the customer's own message stays possible while service texts are.

    Who opted out of everything (STOP in the US) gets the acknowledgement of that and nothing else. Internal notices go to employees.
    """
    consent, category = request.consent, request.category
    if request.lane == "acknowledgement" or category == "internal":
        return None
    if not consent.service:
        return Refuse("opted_out")
    if request.lane == "reply":
        return None
    allowed = {"service": consent.service, "survey": consent.survey, "promotion": consent.promotion}[category]
    return None if allowed else Refuse("opted_out")


def _not_twice(request: Request) -> Refuse | None:
    once_in, last = request.say.once_in, request.last_said
    return Refuse("said_already") if once_in and last and request.now - last < once_in else None


RULES: Final[Sequence[Rule]] = (_is_something, _consents, _not_twice)


# ── the final form ───────────────────────────────────────────────────────────────────────────────


def finished(request: Request) -> str:
    """Brand before, opt-out wording behind (on a promotion that the customer did not ask for), each once."""
    return signed(with_suffix(request), request.say.locale, request.carrier, request.channel)


def signed(text: str, locale: str, carrier: CarrierConfig, channel: str | None = None) -> str:
    """`text` behind the carrier's signature in that language; as it is where the provider signs or it is signed already."""
    config = carrier.channels.get(channel) if channel else None
    mark = signature(locale, carrier)
    return text if (config and config.signature == "provider") or text.startswith(mark) else f"{mark}{text}"


def signature(locale: str, carrier: CarrierConfig) -> str:
    """【brand】, or the carrier's own form of it."""
    language = carrier.language(locale)
    return carrier.signature.get(language) or f"【{carrier.brand[language]}】"


def with_suffix(request: Request) -> str:
    """The opt-out wording in the text's language, where a promotion needs one."""
    text = request.say.text.strip()
    suffixes = request.carrier.opt_out.suffix
    if request.category != "promotion" or request.lane != "promotion" or not suffixes:
        return text
    suffix = (
        suffixes[request.carrier.language(request.say.locale, suffixes)]
        if request.say.locale not in suffixes
        else suffixes[request.say.locale]
    )
    if suffix.lower() in text.lower():
        return text
    stop = "" if text[-1] in "。.!！?？" else ("。" if request.say.locale.startswith("zh") else ".")
    return f"{text}{stop}{suffix}" if request.say.locale.startswith("zh") else f"{text}{stop} {suffix}"
