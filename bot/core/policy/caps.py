"""How many: promotions to one customer, and what a provider carries to one number. Each cap says when it lets a text through next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.core.policy.request import Request
from bot.core.rulebook import PROVIDER_LIMITS, Limits

MONTH: Final = timedelta(days=31)
WEEK: Final = timedelta(days=7)
DAY: Final = timedelta(hours=24)

Earliest = Callable[[Request, datetime, str], datetime]
"""(request, not before, the text as it would be sent) → the first moment at which this cap lets it through."""


def a_month(request: Request, at: datetime, _: str) -> datetime:
    """Promotions in any 31 days."""
    return _free_from(_times(request), request.carrier.caps.promotion.a_month, MONTH, at)


def a_week(request: Request, at: datetime, _: str) -> datetime:
    """Promotions in any 7 days."""
    return _free_from(_times(request), request.carrier.caps.promotion.a_week, WEEK, at)


def apart(request: Request, at: datetime, _: str) -> datetime:
    """Promotions of one kind."""
    same = [promoted.at for promoted in request.history.promotions if promoted.kind == request.kind]
    return _free_from(same, 1, request.carrier.caps.promotion.apart, at)


def identical(request: Request, at: datetime, text: str) -> datetime:
    """The same words to the same number."""
    most = limits_of(request).identical_a_day
    same = [carried.at for carried in request.history.carried if carried.text == text]
    return at if most is None else _free_from(same, most, DAY, at)


def per_day(request: Request, at: datetime, _: str) -> datetime:
    """All texts to the same number."""
    most = limits_of(request).a_day
    return at if most is None else _free_from([carried.at for carried in request.history.carried], most, DAY, at)


def limits_of(request: Request) -> Limits:
    """What the channel carries to this number: the carrier's own setting, else the provider's rule for the country."""
    over = request.over
    if over is None:
        return _NONE
    return over.limits or _standing(over.kind, request.phone)


_NONE: Final = Limits()
_BY_PREFIX: Final = tuple((row.kind, row.prefix, Limits(identical_a_day=row.identical_a_day, a_day=row.a_day)) for row in PROVIDER_LIMITS)  # fmt: skip


def _standing(kind: str, phone: str) -> Limits:
    return next((limits for of, prefix, limits in _BY_PREFIX if of == kind and phone.startswith(prefix)), _NONE)


def _times(request: Request) -> list[datetime]:
    return [promoted.at for promoted in request.history.promotions]


def _free_from(times: Sequence[datetime], most: int, span: timedelta, at: datetime) -> datetime:
    """The first moment from `at` on with fewer than `most` of `times` within `span` of it, before or after.

    A text that is planned counts like one that has left, so that two decisions of one night do not both go in the morning.
    """
    if most < 1:
        return datetime.max.replace(tzinfo=at.tzinfo)
    while True:
        near = [moment for moment in times if abs(at - moment) < span]
        if len(near) < most:
            return at
        at = min(near) + span
