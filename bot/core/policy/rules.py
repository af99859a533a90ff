"""The rules in the order in which they are asked: those that refuse for good, the final form, then those that only put off.

`screen` is called twice, when a text is decided and again in the transaction that claims it for sending, so it needs nothing
but its arguments. Whatever the rules say, it ends: a time is found before the text is useless, or it is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Any, Final

from bot.core.carrier import CarrierConfig
from bot.core.effects import Say
from bot.core.model import Category
from bot.core.policy import caps, content
from bot.core.policy.form import counted, finished
from bot.core.policy.reasons import INVALID_NUMBER, NO_TIME
from bot.core.policy.request import Allow, Consent, Defer, Lane, Refuse, Request, Verdict
from bot.core.policy.windows import next_opening

MAX_SEGMENTS: Final = 8
"""What mainland operators carry at most (500 characters); nothing of ours comes near it."""
MAX_ASKED: Final = 1000
"""How often caps and windows are asked while they push each other on; each push moves the text later, so `useful_until` comes first."""

Never = Callable[[Request], "Refuse | None"]


def screen(
    say: Say,
    category: Category,
    lane: Lane,
    consent: Consent,
    carrier: CarrierConfig,
    now: datetime,
    **more: Any,
) -> Verdict:
    """Ask every rule. `say.text` has neither brand nor suffix; `Allow.text` has both, once. `more`: fields of `Request`."""
    return screen_request(Request(say, category, lane, consent, carrier, now, **more))


def screen_request(request: Request) -> Verdict:
    """`screen`, for a caller that needs the request again."""
    for rule in NEVER:
        if (objection := rule(request)) is not None:
            return objection
    text = finished(request)
    count = counted(text, request.say.locale, request.carrier, request.channel)
    if count.count > MAX_SEGMENTS:
        return Refuse("too_long")
    return _in_time(request, text) or Allow(text, count)


# ── never ────────────────────────────────────────────────────────────────────────────────────────


def _is_something(request: Request) -> Refuse | None:
    return None if request.say.text.strip() else Refuse("empty")


def _reaches_somebody(request: Request) -> Refuse | None:
    return Refuse(INVALID_NUMBER) if request.number_invalid else None


def _consents(request: Request) -> Refuse | None:
    """Who opted out of a category gets nothing of it; an answer to the customer's own message stays possible while service texts are.

    Who opted out of everything (STOP in the US) gets the acknowledgement of that and nothing else. Internal notices go to employees.
    """
    consent, category = request.consent, request.category
    if request.lane == "acknowledgement" or category == "internal":
        return None
    if consent.service is False:
        return Refuse("opted_out")
    if request.lane == "reply" or category == "service":
        return None
    standing = consent.survey if category == "survey" else consent.promotion
    if standing is False:
        return Refuse("opted_out")
    return None if standing or _goes_without_saying(request) else Refuse("no_consent")


def _goes_without_saying(request: Request) -> bool:
    """Nothing is recorded: a survey belongs to the contract, a promotion to nobody but an existing customer of a soft opt-in."""
    rules = request.carrier.consent
    if request.category == "survey":
        return rules.survey == "contract"
    return rules.promotion == "soft" and bool(request.history.known & {"text", "reply"})


def _is_known(request: Request) -> Refuse | None:
    known = request.history.known & set(request.carrier.caps.promotion.known_by)
    return Refuse("new_customer") if request.promotes and not known else None


def _not_twice(request: Request) -> Refuse | None:
    once_in, last = request.say.once_in, request.last_said
    return Refuse("said_already") if once_in and last and request.now - last < once_in else None


def _holds_no_blocked_word(request: Request) -> Refuse | None:
    word = content.sensitive_word(request.say.text, request.carrier)
    return None if word is None else Refuse(f"sensitive_word:{word}")


def _holds_no_link(request: Request) -> Refuse | None:
    if not request.say.filled or not content.links_are_fixed(request):
        return None
    return Refuse("link") if any(content.has_link(words) for words in request.say.filled) else None


NEVER: Final[Sequence[Never]] = (
    _is_something, _reaches_somebody, _consents, _is_known, _not_twice, _holds_no_blocked_word, _holds_no_link,
)  # fmt: skip


# ── not now ──────────────────────────────────────────────────────────────────────────────────────


def _window(request: Request, at: datetime, _: str) -> datetime:
    opening = next_opening(request, at)
    return opening if opening is not None else datetime.max.replace(tzinfo=UTC)


_WINDOW: Final = ("outside_window", _window)
_CAPS: Final = (("cap_month", caps.a_month), ("cap_week", caps.a_week), ("same_kind", caps.apart))
_LIMITS: Final = (("provider_identical", caps.identical), ("provider_day", caps.per_day))


def _not_now(request: Request) -> Sequence[tuple[str, caps.Earliest]]:
    """The rules that may put this text off."""
    asked: list[tuple[str, caps.Earliest]] = [] if request.at_once else [_WINDOW]
    if request.promotes:
        asked += _CAPS
    if request.lane != "acknowledgement" and request.history.carried:
        asked += _LIMITS
    return asked


def _in_time(request: Request, text: str) -> Defer | Refuse | None:
    """The first moment that suits every rule; None where that is now."""
    rules = _not_now(request)
    at, pushed = request.now, set[str]()
    until = useful_until(request)
    content = 0
    for name, earliest in islice(cycle(rules), MAX_ASKED):
        later = earliest(request, at, text)
        if later > at:
            at, content = later, 0
            pushed.add(name)
        if later > until:
            return Refuse(f"{NO_TIME}:{_mostly(request, text, rules, pushed or {name})}")
        content += 1  # a rule that has just named a moment is content with it
        if content == len(rules):
            return Defer(at, _mostly(request, text, rules, pushed)) if at > request.now else None
    return Refuse(f"{NO_TIME}:{_mostly(request, text, rules, pushed)}") if rules else None


def _mostly(request: Request, text: str, rules: Sequence[tuple[str, caps.Earliest]], pushed: Collection[str]) -> str:
    """Of the rules that pushed a text on the one that alone would keep it longest: what staff should read."""
    if len(pushed) == 1:
        return next(iter(pushed))
    alone = {name: earliest(request, request.now, text) for name, earliest in rules if name in pushed}
    return max(alone, key=lambda name: alone[name])


def useful_until(request: Request) -> datetime:
    """After this the text is worth nothing."""
    if request.useful_until is not None:
        return request.useful_until
    if request.say.useful_for is not None:
        return request.now + request.say.useful_for
    spans = request.carrier.useful_for
    return request.now + (spans.at_once if request.at_once else getattr(spans, request.category))
