"""Workdays and free days, from the `holidays` library (MIT), which knows the mainland's make-up workdays once they are published.

The State Council publishes a year's make-up workdays in the last quarter of the year before; a year without any is not known yet.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

import holidays

from bot.core.carrier import CarrierConfig
from bot.core.phones import country_of
from bot.core.rulebook import Holidays

SHIFTS_DAYS: Final = frozenset({"CN"})
"""Countries that work on some weekends to make holidays longer."""
_WEEKEND: Final = 5


def country(carrier: CarrierConfig) -> str | None:
    """Whose holidays count for this carrier (two letters)."""
    return carrier.holidays.country or country_of(carrier.time_zone)


def is_workday(day: date, carrier: CarrierConfig) -> bool:
    """Whether people work on that day; the carrier's own days come before the calendar."""
    own: Holidays = carrier.holidays
    if day in own.workdays:
        return True
    return day not in own.freedays and _is_workday(day, country(carrier))


def makeup_days_unknown(year: int, carrier: CarrierConfig) -> bool:
    """Whether the make-up workdays of that year are still to come, so that `workdays` may be wrong near holidays."""
    where = country(carrier)
    told = any(day.year == year for day in carrier.holidays.workdays)
    return where in SHIFTS_DAYS and not told and not _makeup_days(where, year)


def warnings(carrier: CarrierConfig, now: datetime) -> list[str]:
    """What about this carrier's workdays cannot be known yet, as sentences: for this year, and for the next from November on."""
    local = now.astimezone(carrier.zone)
    years = (local.year, local.year + 1) if local.month >= 11 else (local.year,)
    return [
        f"The make-up workdays of {year} are not known: add them under holidays.workdays in carrier.yaml, or update the "
        "holidays library, once they are published. Until then windows of workdays count every weekend as free."
        for year in years
        if makeup_days_unknown(year, carrier)
    ]


@lru_cache(maxsize=4096)
def _is_workday(day: date, where: str | None) -> bool:
    if where in SHIFTS_DAYS and day in _makeup_days(where, day.year):
        return True
    return day.weekday() < _WEEKEND and day not in _calendar(where, day.year)


@lru_cache(maxsize=64)
def _calendar(where: str | None, year: int) -> Any:
    supported = where in holidays.list_supported_countries()
    return holidays.country_holidays(str(where), years=year) if supported else frozenset()


@lru_cache(maxsize=64)
def _makeup_days(where: str | None, year: int) -> AbstractSet[date]:
    return frozenset(day for day in getattr(_calendar(where, year), "weekend_workdays", ()) if day.year == year)
