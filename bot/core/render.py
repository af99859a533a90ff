"""Texts: `{name}` and `{name:format}` and nothing else. No logic, no attribute access, no second pass over what was filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.dates import format_skeleton, format_time
from babel.numbers import format_currency, format_decimal

from bot.core.carrier import pick_language
from bot.core.facts import Scope, moment
from bot.core.names import KNOWN, STATUS_WORDS, Kind

MAX_VALUE: Final = 80
"""Characters of one filled-in value: a carrier's fact must not turn a text into ten segments."""

_SLOT: Final = re.compile(r"\{([A-Za-z_][\w.]*)(?::([a-z_]+))?\}")
_BLANKS: Final = re.compile(r"[^\S\n]{2,}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
_DEFAULT_FORMAT: Final[Mapping[Kind, str]] = {"time": "time", "window": "window"}


class BadText(ValueError):
    """A text that cannot be used: a brace that stands alone. `column` counts from 1 within it."""

    def __init__(self, message: str, column: int) -> None:
        self.column = column
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder. `name` is the full name once compiled."""

    name: str
    format: str | None
    column: int


Template = tuple[str | Slot, ...]


@lru_cache(maxsize=4096)
def template(text: str) -> Template:
    """Cut a text into literals and placeholders. Raises `BadText` for a brace that is neither."""
    parts: list[str | Slot] = []
    at = 0
    for match in _SLOT.finditer(text):
        parts.append(_literal(text[at : match.start()], at))
        parts.append(Slot(match[1], match[2], match.start() + 1))
        at = match.end()
    parts.append(_literal(text[at:], at))
    return tuple(part for part in parts if part != "")


def _literal(text: str, at: int) -> str:
    for offset, letter in enumerate(text):
        if letter in "{}":
            raise BadText("A brace stands alone here. A placeholder is {name} or {name:format}.", at + offset + 1)
    return text


def render(wordings: Sequence[Template], scope: Scope) -> str:
    """Fill the first wording whose facts have all come; else the last one, with fallback words for what is missing."""
    return rendered(wordings, scope)[0]


def rendered(wordings: Sequence[Template], scope: Scope) -> tuple[str, tuple[str, ...]]:
    """As `render`, and what was filled into the author's words."""
    chosen = wordings[-1]
    for wording in wordings:
        if all(isinstance(part, str) or scope.get(part.name) is not None for part in wording):
            chosen = wording
            break
    words = [part if isinstance(part, str) else filled(part, scope) for part in chosen]
    values = tuple(word for word, part in zip(words, chosen, strict=True) if isinstance(part, Slot))
    return _BLANKS.sub(" ", "".join(words)).strip(), values


def filled(slot: Slot, scope: Scope) -> str:
    """One placeholder's words; its fallback where the fact is missing or of another kind."""
    value = scope.get(slot.name)
    words = None if value is None else _words(value, slot, scope)
    if words is None:
        known = KNOWN.get(slot.name)
        return _in_language(known.fallback, scope.locale) if known else ""
    return _clean(words)


def _words(value: Any, slot: Slot, scope: Scope) -> str | None:
    kind = scope.kinds.get(slot.name, "text")
    zone = customer_zone(scope)
    match slot.format or _DEFAULT_FORMAT.get(kind):
        case "tail":
            return str(value)[-4:]
        case "money":
            return _money(value, scope)
        case "window" | "time" | "date" as wanted:
            return _when(value, wanted, zone, scope)
    if slot.name == "shipment.status":
        return _in_language(STATUS_WORDS.get(str(value), KNOWN["shipment.status"].fallback), scope.locale)
    if kind == "address" and isinstance(value, Mapping):
        return address_words(value)
    if isinstance(value, bool | Mapping | list):
        return None
    return format_decimal(value, locale=babel_locale(scope.locale)) if isinstance(value, int | float) else str(value)


def _when(value: Any, wanted: str, zone: ZoneInfo, scope: Scope) -> str | None:
    is_window = isinstance(value, Mapping)
    start = moment(value.get("start") if is_window else value, zone)
    end = moment(value.get("end"), zone) if is_window else None
    start, end = (start.astimezone(zone) if start else None), (end.astimezone(zone) if end else None)
    if wanted == "window":
        return window_words(start, end, scope.locale)
    at = start or end
    if at is None:
        return None
    today = scope.now.astimezone(zone).date() == at.date()
    if wanted == "date":
        return _day(at, scope.locale)
    return (
        _clock(at, scope.locale) if today else _joined(_day(at, scope.locale), _clock(at, scope.locale), scope.locale)
    )


def window_words(start: datetime | None, end: datetime | None, locale: str) -> str | None:
    """11月25日15:00-16:00; 11月25日15:00后; 11月25日18:00前; 11月25日 for a whole day; None where both ends are open."""
    chinese = locale.startswith("zh")
    if start and end:
        return _between(start, end, locale)
    if start:
        clock = _joined(
            _day(start, locale), _clock(start, locale) if chinese else f"after {_clock(start, locale)}", locale
        )
        return f"{clock}后" if chinese else clock
    if end:
        clock = _joined(_day(end, locale), _clock(end, locale) if chinese else f"before {_clock(end, locale)}", locale)
        return f"{clock}前" if chinese else clock
    return None


def _between(start: datetime, end: datetime, locale: str) -> str:
    midnight = start.hour == start.minute == end.hour == end.minute == 0
    if midnight and end.date() - start.date() == timedelta(days=1):
        return _day(start, locale)
    if midnight:
        return f"{_day(start, locale)}-{_day(end - timedelta(days=1), locale)}"
    first = _joined(_day(start, locale), _clock(start, locale), locale)
    if start == end:
        return first
    last_day = (end - timedelta(minutes=1)).date()
    last = (
        _clock(end, locale)
        if end.date() == start.date() or last_day == start.date()
        else _joined(_day(end, locale), _clock(end, locale), locale)
    )
    return f"{first}-{'24:00' if last_day == start.date() and end.date() != start.date() else last}"


def _joined(day: str, clock: str, locale: str) -> str:
    return f"{day}{clock}" if locale.startswith("zh") else f"{day} {clock}"


def _day(at: datetime, locale: str) -> str:
    return _day_words(at.date(), locale)


def _clock(at: datetime, locale: str) -> str:
    return _clock_words(at.hour, at.minute, locale)


@lru_cache(maxsize=1024)
def _day_words(day: date, locale: str) -> str:
    return str(format_skeleton("MMMd", datetime.combine(day, time()), locale=babel_locale(locale)))


@lru_cache(maxsize=2048)
def _clock_words(hour: int, minute: int, locale: str) -> str:
    """Babel writes a narrow blank before AM and PM, which would make the whole text UCS-2: a plain one costs nothing."""
    pattern = "HH:mm" if locale.startswith("zh") else "short"
    return str(format_time(time(hour, minute), pattern, locale=babel_locale(locale))).replace("\u202f", " ")


def _money(value: Any, scope: Scope) -> str | None:
    if not isinstance(value, int | float):
        return None
    return str(format_currency(value, scope.facts.carrier.currency, locale=babel_locale(scope.locale))).replace(
        "\xa0", " "
    )


def address_words(address: Mapping[str, Any]) -> str:
    """An address as it is read back: its parts without name and phone, else what was said."""
    parts = [address.get(part) or "" for part in ("province", "city", "district", "detail")]
    if parts[0] == parts[1]:
        parts[0] = ""
    return "".join(parts) if address.get("detail") and address.get("city") else str(address.get("raw", ""))


@lru_cache(maxsize=64)
def babel_locale(name: str) -> Locale:
    """Babel's data of a language."""
    return Locale.parse(name, sep="-")


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def customer_zone(scope: Scope) -> ZoneInfo:
    """The customer's own time zone, else (none given, or one that does not exist) the carrier's."""
    name = scope.facts.customer.get("time_zone")
    return (_zone(str(name)) if name else None) or scope.facts.carrier.zone


def _in_language(words: Mapping[str, str], locale: str) -> str:
    return words.get(locale.split("-", maxsplit=1)[0]) or words.get("en", "")


def _clean(words: str) -> str:
    """A value on one line, without control or direction characters, without 【】 (which mark the sender), cut to `MAX_VALUE`."""
    words = _CONTROL.sub(" ", words).replace("【", "[").replace("】", "]").strip()
    return words if len(words) <= MAX_VALUE else f"{words[: MAX_VALUE - 1]}…"


def in_language(texts: Mapping[str, Any], wanted: str | None, languages: Sequence[str]) -> str:
    """Which of a text's languages to say: the wanted one, its relative, the carrier's default, any."""
    spoken = [language for language in languages if language in texts] or list(texts)
    return pick_language(wanted, spoken, languages[0] if languages else spoken[0])
