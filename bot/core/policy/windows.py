"""Send windows in the customer's own time: is it open now, and when does it open next?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.core.policy.days import is_workday
from bot.core.policy.request import Request
from bot.core.rulebook import Span

DAYS_AHEAD: Final = 45
"""How far an opening is looked for: longer than any run of holidays, and than any text is worth waiting for."""


def spans_of(request: Request) -> Sequence[Span]:
    """The windows of this category for this segment."""
    hours = getattr(request.carrier.windows, request.category)
    found: Sequence[Span] = hours.get(request.segment) or hours["default"]
    return found


def is_open(request: Request, at: datetime) -> bool:
    """Whether the text may leave at that moment."""
    local = at.astimezone(request.local)
    minute = local.hour * 60 + local.minute
    return any(span.start <= minute < span.end and _on(span, local.date(), request) for span in spans_of(request))


def next_opening(request: Request, at: datetime) -> datetime | None:
    """The first moment from `at` on at which the text may leave; None where there is none for weeks."""
    if is_open(request, at):
        return at
    today = at.astimezone(request.local).date()
    for ahead in range(DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        opens = [_moment(day, span, request) for span in spans_of(request) if _on(span, day, request)]
        # A clock that jumps forward may leave out the very beginning of a window.
        later = [moment for moment in opens if moment > at and is_open(request, moment)]
        if later:
            return min(later)
    return None


def _on(span: Span, day: date, request: Request) -> bool:
    return span.days == "all" or is_workday(day, request.carrier) == (span.days == "workdays")


def _moment(day: date, span: Span, request: Request) -> datetime:
    start = time(span.start // 60, span.start % 60)
    return datetime.combine(day, start, request.local).astimezone(UTC)
