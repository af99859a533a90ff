"""The copies of a reply that are read: the original is never altered, matching happens on copies.

`light` keeps script and case (what an address is cut from), `plain` is its simplified, lower-case twin of the same length
(so that a position in one is a position in the other), `tight` has no apostrophes and no spaces between Chinese
characters (what the lexicons are matched on).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import opencc

from bot.core.understand import idioms

READ_AT_MOST: Final = 240
_READ_OF_THE_END: Final = 60
"""Characters that are read of a long reply: its beginning and its end. All of it is kept and shown to staff."""

_SIMPLIFIER: Final = opencc.OpenCC("t2s")
_IDEOGRAPHS: Final = "\n".join(
    chr(code) for code in (*range(0x2E80, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x323B0))
)
_IN_COMPOUNDS: Final = frozenset("覆瞭坏甦沈藉")
"""Simplified in compounds alone: 回覆 is 回复, 覆盖 stays."""
_CONVERTED: Final = _IN_COMPOUNDS | {
    c for c, simple in zip(_IDEOGRAPHS, str(_SIMPLIFIER.convert(_IDEOGRAPHS)), strict=True) if c != simple
}
"""What holds none of these is simplified already."""
_LOOKALIKES: Final = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντ",
    "ABEKMHOPCTYXaeopcyxisdhABEZHIKMNOPTYXovt",
)
_IMITATED: Final = frozenset({"stop", "t", "td", "r", "y", "yes", "ok", "no", "start", "help", "quit", "end", "unsubscribe", "cancel", "a", "b", "c", "l"})  # fmt: skip
_ROMAN: Final = {"Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "ⅰ": "1", "ⅱ": "2", "ⅲ": "3", "ⅳ": "4"}
_PLAIN: Final = re.compile(r"[\n -_a-~\u4e00-\u9fff。、]*\Z")
"""What compatibility forms, look-alikes and our signs for quotes leave as it is."""
_ODD: Final = re.compile(r"[^\x00-\x7f\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_FOREIGN_WORD: Final = re.compile(r"[A-Za-z\u0370-\u04ff\u0501\u050b]{1,20}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SPACES: Final = re.compile(r" {2,400}")
_INVISIBLE: Final = frozenset({"Cf", "Cc", "Me", "Cs", "Co", "Cn"})
_SPOKEN: Final = re.compile(
    r"(?<![a-z])(?:(dun|dnt|don|donch|doan)(?= (?:want|wan|need|send|text|txt|like|have|bother|come|disturb|msg|message|sms|spam|call|ever|keep))|sta(?:h|w|a)h?p(?![a-z]))"
)
"""Don't and stop as they are spoken: "dun want", "stahp"."""
_STRAY_MARKS: Final = re.compile(r"[\u0300-\u036f\u20d0-\u20f0]{1,400}")
HAN_GAP: Final = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_UPPER: Final = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "～": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "﹣": "-"})  # fmt: skip
_MISHEARD_NOT: Final = re.compile(r"(?:^|(?<=[,。!? ]))[布步补部捕](?=满意|同意|可以|方便|合适)")
"""不 as the keyboard offers it: 布满意."""
_ASKING_WU: Final = re.compile(r"伐(?=[?。,! ]|$)")
"""The Wu dialect's 吗."""
_REPEATED: Final = re.compile(r"[!?。,~.]{2,401}")
_LATIN: Final = re.compile(r"[a-z]")


class Text(NamedTuple):
    """One reply and its copies for matching."""

    raw: str
    light: str
    plain: str
    tight: str
    has_han: bool
    has_latin: bool


def normalise(raw: str) -> Text:
    """The copies of `raw` (any string at all) that the rules are matched on."""
    return of_light(raw, _short(_light(_short(raw))).strip())


def _short(text: str) -> str:
    if len(text) <= READ_AT_MOST:
        return text
    return text[: READ_AT_MOST - _READ_OF_THE_END] + "\n" + text[-_READ_OF_THE_END:]


def of_light(raw: str, light: str) -> Text:
    """The copies, from a light copy that was already made or cut."""
    has_han = _HAN.search(light) is not None
    plain = simplified(light) if has_han else light
    lowered = plain.lower()
    plain = lowered if len(lowered) == len(plain) else plain.translate(_UPPER)
    tight = plain.replace("'", "")
    if has_han:
        if " " in tight:
            tight = HAN_GAP.sub("", tight)
        if "满意" in tight or "同意" in tight or "合适" in tight or "可以" in tight or "方便" in tight:
            tight = _MISHEARD_NOT.sub("不", tight)
        tight = idioms.straight(tight)
        if "伐" in tight:
            tight = _ASKING_WU.sub("吗", tight)
    has_latin = _LATIN.search(tight) is not None
    if has_latin:
        if "d" in tight or "sta" in tight:
            tight = _SPOKEN.sub(_said, tight)
        tight = idioms.straight_english(tight)
    tight = _REPEATED.sub(_first, tight)
    return Text(raw, light, plain, tight, has_han, has_latin)


def _said(match: re.Match[str]) -> str:
    return "dont" if match[1] else "stop"


def _first(match: re.Match[str]) -> str:
    return match[0][0]


def simplified(text: str) -> str:
    """Traditional characters as simplified ones, of the same length."""
    if _CONVERTED.isdisjoint(text):
        return text
    converted = str(_SIMPLIFIER.convert(text))
    if len(converted) == len(text):
        return converted
    return "".join(_simplified_character(c) for c in text)


@lru_cache(maxsize=4096)
def _simplified_character(character: str) -> str:
    converted = str(_SIMPLIFIER.convert(character))
    return converted if len(converted) == 1 else character


def _light(text: str) -> str:
    if not _PLAIN.match(text):
        if _ODD.search(text):
            text = "".join([_usual(c) for c in text])
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
        if _ODD.search(text):
            text = _FOREIGN_WORD.sub(_imitated, text)
            text = _STRAY_MARKS.sub("", text)
        text = "".join([c if c.isprintable() or c == "\n" else _blank(c) for c in text])
    return _SPACES.sub(" ", text) if "  " in text else text


def _blank(character: str) -> str:
    return " " if character.isspace() else ""


@lru_cache(maxsize=8192)
def _usual(character: str) -> str:
    """What NFKC leaves odd: circled and dingbat digits, digits of other scripts, lettered blocks, invisible marks."""
    if character in _ROMAN:
        return _ROMAN[character]
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF:
        return ""
    if unicodedata.category(character) in _INVISIBLE and character not in "\n\t":
        return ""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    number = unicodedata.numeric(character, None)
    if number is not None and number.is_integer() and 0 <= number <= 20 and not "㐀" <= character <= "鿿":
        return str(int(number))
    if 0x1F130 <= code <= 0x1F149 or 0x1F150 <= code <= 0x1F169 or 0x1F170 <= code <= 0x1F189:
        return chr(ord("A") + (code - 0x1F130) % 32)
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(ord("A") + code - 0x1F1E6)
    return character


def _imitated(match: re.Match[str]) -> str:
    """STОP with a Cyrillic О is STOP; a Russian word stays Russian."""
    word = match.group()
    if word.isascii():
        return word
    latin = word.translate(_LOOKALIKES)
    return latin if latin.isascii() and latin.lower() in _IMITATED else word
