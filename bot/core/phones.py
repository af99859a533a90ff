"""Phone numbers as people and order systems write them → E.164.

`phonenumbers` knows numbering plans, and lags behind them: all of 148 and 149 (mainland, in use) are invalid to it, and so are
numbers of films. So a number of a possible length is taken, and what the library doubts is said as a warning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import phonenumbers
from babel.core import get_global
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

from bot.core.errors import Invalid

CHINA: Final = 86
CHINESE_ZONES: Final = frozenset(
    {"Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "Asia/Kashgar", "PRC"}
)
"""Names of mainland time zones (IANA). All of the mainland keeps Asia/Shanghai."""
_CHINESE_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
"""MIIT numbering plan of public telecommunications networks (2017): eleven digits from 13 to 19."""
_NO_COUNTRY: Final = re.compile(r"\s*[+＋][\s(]*[0０]")
_LETTER: Final = re.compile(r"[A-Za-z]")
_CANNOT_TEXT: Final = {
    PhoneNumberType.FIXED_LINE: "is a landline number, which most networks cannot text",
    PhoneNumberType.TOLL_FREE: "is a toll-free number, which cannot be texted from everywhere",
    PhoneNumberType.PREMIUM_RATE: "is a premium-rate number",
    PhoneNumberType.PAGER: "is a pager's number",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` is E.164; `doubt` says what may be wrong with it, as the end of a sentence that begins with the number."""

    number: str
    doubt: str | None = None


@lru_cache(maxsize=256)
def country_of(time_zone: str) -> str | None:
    """The country (ISO 3166, two letters) that a time zone lies in: where a carrier's local numbers are from."""
    territory: str | None = get_global("zone_territories").get(time_zone)
    return territory if territory and len(territory) == 2 else None


@cache
def _only_zones() -> dict[str, str]:
    """Country → its time zone, for countries that have one."""
    zones: dict[str, list[str]] = defaultdict(list)
    for zone, country in get_global("zone_territories").items():
        zones[country].append(zone)
    return {country: found[0] for country, found in zones.items() if len(found) == 1} | {"CN": "Asia/Shanghai"}


@lru_cache(maxsize=4096)
def _zone_of_prefix(prefix: str) -> str | None:
    for digits in (prefix[:length] for length in (3, 2, 1)):
        regions = phonenumbers.region_codes_for_country_code(int(digits)) if digits else ()
        if regions:
            return _only_zones().get(regions[0]) if len(regions) == 1 else None
    return None


def zone_of(number: str) -> str | None:
    """The time zone of an E.164 number whose country has one only; None where a country code leaves it open (+1, +7, +61).

    A mainland number is in Asia/Shanghai. Elsewhere an area code would be a guess: numbers move with people.
    """
    digits = number[1:4]
    return _zone_of_prefix(digits) if number.startswith("+") and digits.isdigit() else None


def example_of(country: str | None) -> str:
    """An E.164 mobile number of a country (two letters), for trying things out; a mainland one where none is known."""
    found = (
        phonenumbers.example_number_for_type(country, PhoneNumberType.MOBILE) if country not in (None, "CN") else None
    )
    return phonenumbers.format_number(found, PhoneNumberFormat.E164) if found else "+8613800138000"


def normalise(text: str, country: str | None) -> Phone:
    """`text` in any usual writing (spaces, dashes, full-width digits, 0086, with or without +) as E.164.

    `country` (two letters) is that of numbers without a country code. Raises `Invalid`: no number, or not one that can exist.
    """
    if _LETTER.search(text):
        raise Invalid("has letters; write the number in digits, such as +8613800138000")
    if _NO_COUNTRY.match(text):
        raise Invalid("begins with + and 0, which no country code does; write it as +8613800138000 or 008613800138000")
    try:
        parsed = phonenumbers.parse(text.strip(), country)
    except NumberParseException as error:
        raise Invalid(_why(error, country)) from None
    if parsed.extension or not _can_exist(parsed):
        raise Invalid("is not a phone number that can receive texts; write it as +8613800138000 or +12025550123")
    return Phone(phonenumbers.format_number(parsed, PhoneNumberFormat.E164), _doubt(parsed))


def number_in(text: str, country: str | None) -> str:
    """`normalise` for a number that was typed alone: the E.164, and an `Invalid` that is a sentence."""
    try:
        return normalise(text, country).number
    except Invalid as error:
        raise Invalid(f"'{text}' {error}.") from None


def _can_exist(parsed: PhoneNumber) -> bool:
    if parsed.country_code == CHINA and not phonenumbers.is_valid_number(parsed):
        # Sender ids such as 95338 and 1069… are of a possible length; only what looks like a mobile gets the benefit.
        return bool(_CHINESE_MOBILE.fullmatch(str(parsed.national_number)))
    return bool(phonenumbers.is_possible_number(parsed))


def _doubt(parsed: PhoneNumber) -> str | None:
    if not phonenumbers.is_valid_number(parsed):
        return "is in no numbering plan that we know; it is used as given"
    return _CANNOT_TEXT.get(phonenumbers.number_type(parsed))


def _why(error: NumberParseException, country: str | None) -> str:
    if error.error_type == NumberParseException.INVALID_COUNTRY_CODE and country is None:
        return "has no country code; write it with + and the country code, such as +12025550123"
    return "is not a phone number; write it with + and the country code, such as +8613800138000"
