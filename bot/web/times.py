"""Times as a person reads them, in the carrier's zone and the reader's language."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Final

from babel.dates import format_date, format_datetime

from bot.web.words import language, t

_LOCALES: Final = {"en": "en_GB", "zh": "zh_CN"}
_UNITS: Final = ((86400, "{n} d"), (3600, "{n} h"), (60, "{n} min"))


def clock(moment: datetime, zone: tzinfo) -> str:
    """`14:05`."""
    return moment.astimezone(zone).strftime("%H:%M")


def day(moment: datetime, zone: tzinfo) -> str:
    """`Monday 23 November`."""
    return format_date(moment.astimezone(zone).date(), _day_pattern("EEEE d MMMM", "M月d日 EEEE"), locale=_locale())


def moment(when: datetime, zone: tzinfo) -> str:
    """`Mon 23 Nov, 14:05`."""
    pattern = _day_pattern("EEE d MMM, HH:mm", "M月d日 EEE HH:mm")
    return format_datetime(when.astimezone(zone), pattern, locale=_locale())


def span(length: timedelta) -> str:
    """`2 d 3 h`, `1 h 40 min`, `5 min`, `under a minute`: its two largest units, rounded down."""
    seconds = abs(int(length.total_seconds()))
    if seconds < 60:
        return t("under a minute")
    words = []
    for size, unit in _UNITS:
        if seconds >= size:
            words.append(t(unit, n=seconds // size))
        seconds %= size
    return " ".join(words[:2])


def _locale() -> str:
    return _LOCALES[language()]


def _day_pattern(english: str, chinese: str) -> str:
    return chinese if language() == "zh" else english
