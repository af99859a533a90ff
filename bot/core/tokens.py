"""What in a reply names one of several parcels: a letter of our question, or the end of a waybill number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from bot.core.understand import letter

LETTERS: Final = "ABCDEFGH"
MIN_TAIL: Final = 4
"""Characters of a waybill number that name it: what our texts show."""

_EDGES: Final = " \t\r\n.,;:!?。，；：！？、“”\"'「」()（）[]【】~～…"
_BEFORE: Final = r"(?:我?(?:要|选择?|回复?|是)|就|选项|包裹|字母|option|letter|parcel|the|reply|choose|i mean)?\s*"
_AFTER: Final = r"\s*(?:吧|的|呢|啊|哦|呀|那个|这个|那件|这件|包裹|件|please|pls|thanks|谢谢|one|parcel)*"
_ALL: Final = re.compile(r"(?:都|全部|全都|两个都|都要|both|all(?: of them)?)(?:要|是|的|吧)?", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[0-9A-Z]{4,32}")
_NAMED: Final = re.compile(r"(?:运?单号|尾号|快递)?[:：\s]*([0-9A-Za-z]{4,32})\s*(?:的|那个|那件|the)?")
_WORD: Final = re.compile(r"[^\W_]")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(_EDGES).upper()


def letters_named(text: str, count: int) -> tuple[str, str] | None:
    """Which of the first `count` letters a reply names, and what else it says: "B" → ("B", ""), "选b吧", "第二个包裹" → ("B", ""), "a 2" → ("A", "2"),
    "A和B", "都是" → ("AB", ""). None where it names none, or a letter that was not offered.
    """
    plain, offered = _plain(text), LETTERS[:count]
    if _ALL.fullmatch(plain):
        return offered, ""
    one = rf"[{offered}]"
    if match := re.fullmatch(
        rf"{_BEFORE}({one}(?:\s*(?:[,，、/&+]|和|跟|AND)?\s*{one})*){_AFTER}", plain, re.IGNORECASE
    ):
        return "".join(dict.fromkeys(letter for letter in match[1] if letter in offered)), ""
    # "a book" is no choice: what follows a letter without a mark between begins with a digit or a Chinese character.
    if match := re.fullmatch(
        rf"{_BEFORE}({one})(?:\s*[,，、:：。/-]\s*|\s*(?=[\d\u4e00-\u9fff]))(.+)", plain, re.IGNORECASE | re.DOTALL
    ):
        return match[1], _rest(text, match[2])
    place = letter(text, count)
    return (LETTERS[place], "") if place is not None else None


def _rest(text: str, rest: str) -> str:
    """The rest of the reply as it was written: a text keeps its own case and shapes where lengths allow."""
    stripped = text.strip(_EDGES)
    return stripped[-len(rest) :] if len(unicodedata.normalize("NFKC", stripped)) == len(stripped) else rest


def tails_named(text: str, waybills: Sequence[str]) -> tuple[str, ...]:
    """The waybill numbers that a reply names by at least their last four characters: "8896的" of FY1234568896."""
    tokens = _TOKEN.findall(_plain(text))
    return tuple(dict.fromkeys(number for number in waybills if any(_ends(number, token) for token in tokens)))


def without_tails(text: str, waybills: Sequence[str]) -> str:
    """The reply without the numbers that named a parcel: "1 8896" is read as "1"; the whole of it where nothing else is said."""
    plain = unicodedata.normalize("NFKC", text)
    rest = _NAMED.sub(lambda found: " " if any(_ends(n, found[1].upper()) for n in waybills) else found[0], plain)
    rest = rest.strip(_EDGES)
    return rest if _WORD.search(rest) else text


def _ends(waybill: str, token: str) -> bool:
    return len(token) >= MIN_TAIL and waybill.upper().endswith(token)


def lettered(choices: Sequence[str]) -> Mapping[str, str]:
    """Letter → choice, for as many as there are letters."""
    return dict(zip(LETTERS, choices, strict=False))
