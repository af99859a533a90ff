"""What a customer's past parcels tell: when they are usually in, how often they collect, whether they are regulars or have fallen silent.

Pure: the moments come from the store. The window is half-open and begins on a full or half hour, as couriers plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

LAST: Final = 10
"""Deliveries that the usual window is computed from: "根据您过去10次的收件习惯"."""
ENOUGH: Final = 3
"""Fewer deliveries than this are no habit."""
LOYAL: Final = 3
"""Parcels within `MONTHS` that make a regular."""
MONTHS: Final = 3
_STEP: Final = 30
_LENGTH: Final = 60
_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Past:
    """What the store knows of a customer. Moments are aware."""

    deliveries: Sequence[datetime] = ()
    """When the last ten parcels were handed over, newest first."""
    pickups: Sequence[datetime] = ()
    """When parcels became ready for pickup, in the last 31 days."""
    parcels: Sequence[datetime] = ()
    """When each parcel was last heard of."""


def habits(past: Past, now: datetime, zone: ZoneInfo) -> Mapping[str, Any]:
    """The facts `customer.window`, `pickups_this_month`, `recent_parcels`, `loyal` and `dormant`, by their last part."""
    local = now.astimezone(zone)
    since = months_before(local, MONTHS)
    recent = sum(moment >= since for moment in past.parcels)
    this_month = [
        at for at in past.pickups if (at.astimezone(zone).year, at.astimezone(zone).month) == (local.year, local.month)
    ]
    return {
        "window": usual_window(past.deliveries, local, zone),
        "pickups_this_month": len(this_month),
        "recent_parcels": recent,
        "loyal": recent >= LOYAL,
        "dormant": bool(past.parcels) and recent == 0,
    }


def usual_window(deliveries: Sequence[datetime], now: datetime, zone: ZoneInfo) -> Mapping[str, str] | None:
    """The hour that holds most of the last ten deliveries, today or, where it has begun, tomorrow. None for fewer than three.

    Of two hours that hold as many, the one whose middle is nearer to the deliveries in it.
    """
    minutes = [_minute_of_day(at.astimezone(zone)) for at in deliveries[:LAST]]
    if len(minutes) < ENOUGH:
        return None
    start = max(
        range(0, _DAY - _LENGTH + 1, _STEP), key=lambda begin: (_inside(begin, minutes), -_off(begin, minutes), -begin)
    )
    today = _at(now.date(), start, zone)
    begins = today if today > now else _at(now.date() + timedelta(days=1), start, zone)
    return {"start": begins.isoformat(), "end": (begins + timedelta(minutes=_LENGTH)).isoformat()}


def _minute_of_day(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _inside(begin: int, minutes: Sequence[int]) -> int:
    return sum(begin <= minute < begin + _LENGTH for minute in minutes)


def _off(begin: int, minutes: Sequence[int]) -> int:
    middle = begin + _LENGTH // 2
    return sum(abs(minute - middle) for minute in minutes if begin <= minute < begin + _LENGTH)


def _at(day: date, minute: int, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)


def months_before(at: datetime, months: int) -> datetime:
    """The same moment so many calendar months before; the last day of a month that is shorter."""
    month = at.month - 1 - months
    year, month = at.year + month // 12, month % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return at.replace(year=year, month=month, day=min(at.day, (first_of_next - timedelta(days=1)).day))
