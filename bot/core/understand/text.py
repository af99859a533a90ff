"""The copies of a reply that are read: the original is never altered, matching happens on copies.

`light` keeps script and case (what an address is cut from), `plain` is its simplified, lower-case twin of the same length
(so that a position in one is a position in the other), `tight` has no apostrophes and no spaces between Chinese
characters (what the lexicons are matched on).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import opencc

READ_AT_MOST: Final = 240
_READ_OF_THE_END: Final = 60
"""Characters that are read of a long reply: its beginning and its end. All of it is kept and shown to staff."""

_SIMPLIFIER: Final = opencc.OpenCC("t2s")
_LOOKALIKES: Final = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντ",
    "ABEKMHOPCTYXaeopcyxisdhABEZHIKMNOPTYXovt",
)
_IMITATED: Final = frozenset({"stop", "t", "td", "r", "y", "yes", "ok", "no", "start", "help", "quit", "end", "unsubscribe", "cancel", "a", "b", "c", "l"})  # fmt: skip
_ROMAN: Final = {"Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "ⅰ": "1", "ⅱ": "2", "ⅲ": "3", "ⅳ": "4"}
_PLAIN_ASCII: Final = re.compile(r"[\n -~]*\Z")
_ODD: Final = re.compile(r"[^\x00-\x7f\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_FOREIGN_WORD: Final = re.compile(r"[A-Za-z\u0370-\u04ff\u0501\u050b]{1,20}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SPACES: Final = re.compile(r"[ \t\f\v\u3000\xa0]{1,400}")
_INVISIBLE: Final = frozenset({"Cf", "Cc", "Me", "Cs", "Co", "Cn"})
_DOUBLE_NEGATION: Final = re.compile(
    r"(?:没有?(?:什么|啥|哪里|哪点|哪儿|哪个地方|什么地方|任何地方|一处|一点)?(?:可|好|让我)?|哪有(?:什么|啥)?|[没冇]话|不是|并非|并不是|又不是|不能说|没说|谈不上|也不是)(?:很|太|说)?[不唔](?=满意|同意|行|方便|合适|可以|好(?!意)|高兴|愿意|喜欢|认可)"
)
_NOT_BAD: Final = re.compile(
    r"(?<![a-z])(?:not|wasnt|isnt|werent|nothing) (?:too |so |that |all that |at all )?(?:bad|unhappy|dissatisfied|unsatisfied|disappointed|terrible)(?![a-z])"
)
_NOT_SO_BAD: Final = re.compile(
    r"(?:不算|不怎么|并不|也不|不是很|不太|[没不]多|没那么|没有那么)(?:太)?(?:差|慢|糟糕|糟|坏|烂)(?!劲)|(?<![好很极太又])不(?:差|坏)(?![了钱])"
    r"|(?:没|没有|不像|不如)(?:我)?(?:们)?(?:想象|预想|预期|想|听说|评价|评论|网上说|别人说|他们说|传说)(?:的|中|里|上|得|中的|里的|上的)?(?:那么|这么|那样)?(?:差|糟糕|糟|慢|坏|烂)"
)
_DIALECT_GOOD: Final = re.compile(r"一点儿?[都也]不(?:差|慢|坏|糟)|(?<!好)不(?:孬|瓤|赖)|唔(?:差|赖|衰)(?!人)")
_NOT_REALLY: Final = re.compile(r"不怎么(?!样|差|慢|糟|坏|办|回|操作|会)")
_NOT_LET_DOWN: Final = re.compile(
    r"(?:没有?|并没有?|从没|从未|从来没有?|并不|毫不|不会|未|不|冇)(?:让|令|使|教|叫|被)?(?:我|人|咱|大家)?失望过?(?=[,。!?啊呢哦的]|$)"
)
_BEYOND_WORDS: Final = re.compile(
    r"(?:别|甭|不用)提(?:有)?多|(?:好得|快得)?(?:不要|唔好|覅)太(?=满意|好(?!意)|快|棒|赞|爽|专业|靠谱|贴心|准时|到位)|没有最好,?只有更(?=好)|没有(?:比这)?更(?=(?:好|快|满意|贴心)(?:的)?了)"
)
"""Praise by what cannot be said or bettered: "别提多满意了", "不要太好"."""
_NOT_ENOUGH: Final = re.compile(
    r"(?<![a-z])(?:cant|cannot|couldnt|could not|can not) (?:recommend|praise|thank|rate|commend)(?: [a-z]{2,8}){0,2} (?:enough|more)(?: highly)?(?![a-z])"
)
_CANNOT_BUT: Final = re.compile(r"不[得能](?:不|唔)(?=说|给|承认|赞|夸|佩服|服|点|好评|五星|竖|表扬|感谢|谢|满意)")
"""What one cannot but say is said: "不得不说真不错"."""
_NO_BETTER: Final = re.compile(
    r"(?:不能|没法|无法|不可能|没办法)(?:再|更)(?:加)?(?=满意|好|棒|赞|完美|开心|高兴|快|及时|周到|贴心|专业|差|烂|糟|慢|垃圾)|(?:没有|冇|没)(?:什么|哪个|哪家)?比(?:这|你们|这个|这次|这家|他)[^,。!?]{0,4}(?:更|还)(?=满意|好|棒|快|专业|差|烂|糟|慢)"
)
_NONE_BETTER: Final = re.compile(r"再(满意|好|棒|完美|及时|合适|方便|差|糟)(?:也|都)?(?:不过|没有)了?")
_COULD_NOT_BE: Final = re.compile(
    r"(?<![a-z])(?:could ?nt|could not|cannot|cant|never)(?: possibly)?(?: have)? (?:be|been|get|got)(?: any)? (?:more |much |any ){0,2}(?:(happier|better|more pleased|pleased|satisfied|more satisfied|nicer|easier|smoother|quicker|faster)|(worse|slower|ruder|unhappier))(?![a-z])"
)
_SPOKEN: Final = re.compile(
    r"(?<![a-z])(?:(dun|dnt|don|donch|doan)(?= (?:want|wan|need|send|text|txt|like|have|bother|come|disturb|msg|message|sms|spam|call|ever|keep))|sta(?:h|w|a)h?p(?![a-z]))"
)
"""Don't and stop as they are spoken: "dun want", "stahp"."""
_STRAY_MARKS: Final = re.compile(r"[\u0300-\u036f\u20d0-\u20f0]{1,400}")
_HAN_GAP: Final = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_UPPER: Final = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "～": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "﹣": "-"})  # fmt: skip
_ASKING_WU: Final = re.compile(r"伐(?=[?。,! ]|$)")
"""The Wu dialect's 吗."""
_REPEATED: Final = re.compile(r"([!?。,~.])[!?。,~.]{1,400}")


@dataclass(frozen=True, slots=True)
class Text:
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
        tight = _HAN_GAP.sub("", tight)
        if "不" in tight or "唔" in tight or "没" in tight:
            tight = _NOT_REALLY.sub("不太", _DIALECT_GOOD.sub("不错", _CANNOT_BUT.sub("", tight)))
            tight = _NOT_SO_BAD.sub("还行", _DOUBLE_NEGATION.sub("", tight))
        tight = _BEYOND_WORDS.sub("非常", tight)
        tight = _NOT_LET_DOWN.sub("满意", tight)
        tight = _NONE_BETTER.sub(r"非常\1", _NO_BETTER.sub("非常", tight))
    if "伐" in tight:
        tight = _ASKING_WU.sub("吗", tight)
    if "bad" in tight or "not " in tight:
        tight = _NOT_BAD.sub("good", tight)
    if "d" in tight or "sta" in tight:
        tight = _SPOKEN.sub(lambda match: "dont" if match[1] else "stop", tight)
    if " be" in tight or " get" in tight:
        tight = _COULD_NOT_BE.sub(_superlative, tight)
    if " enough" in tight or " more" in tight:
        tight = _NOT_ENOUGH.sub("very satisfied", tight)
    tight = _REPEATED.sub(r"\1", tight)
    return Text(raw, light, plain, tight, has_han, any("a" <= c <= "z" for c in tight))


def _superlative(match: re.Match[str]) -> str:
    """The best mark for "couldnt be happier", the worst for "couldnt be worse"."""
    return "very satisfied" if match[1] else "terrible"


def simplified(text: str) -> str:
    """Traditional characters as simplified ones, of the same length."""
    converted = str(_SIMPLIFIER.convert(text))
    if len(converted) == len(text):
        return converted
    return "".join(_simplified_character(c) for c in text)


@lru_cache(maxsize=4096)
def _simplified_character(character: str) -> str:
    converted = str(_SIMPLIFIER.convert(character))
    return converted if len(converted) == 1 else character


def _light(text: str) -> str:
    if _PLAIN_ASCII.match(text):
        return _SPACES.sub(" ", text)
    if _ODD.search(text):
        text = "".join([_usual(c) for c in text])
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    if _ODD.search(text):
        text = _FOREIGN_WORD.sub(_imitated, text)
        text = _STRAY_MARKS.sub("", text)
    text = "".join([c if c.isprintable() or c == "\n" else _blank(c) for c in text])
    return _SPACES.sub(" ", text)


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
