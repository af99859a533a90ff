"""Send windows in the customer's own time: is it open now, and when does it open next?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.core.policy.days import is_workday
from bot.core.policy.request import Request
from bot.core.rulebook import Span

QUARTER: Final = timedelta(minutes=15)
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
        spans = [span for span in spans_of(request) if _on(span, day, request)]
        opens = [moment for span in spans for moment in _beginnings(day, span, request)]
        later = [moment for moment in opens if moment > at]
        if later:
            return min(later)
    return None


def _on(span: Span, day: date, request: Request) -> bool:
    return span.days == "all" or is_workday(day, request.carrier) == (span.days == "workdays")


def _beginnings(day: date, span: Span, request: Request) -> list[datetime]:
    """When the window begins that day; where the clock jumps over that moment, when it has landed within, if it does."""
    start = datetime.combine(day, time(span.start // 60, span.start % 60), request.local)
    usual, other = start.astimezone(UTC), start.replace(fold=1).astimezone(UTC)
    if other >= usual:
        return [usual]
    around = (other + QUARTER * step for step in range((usual - other) // QUARTER + 1))
    return [moment for moment in around if is_open(request, moment)]
