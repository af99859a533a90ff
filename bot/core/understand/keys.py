"""Replies that are a key of the menu and nothing else: a digit, a numeral, a letter, counted from the end, two by a slash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.core.understand.asked import Asked

NUMERALS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2, "俩": 2, "仨": 3, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "弌": 1, "弍": 2, "弎": 3, "幺": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "ichi": 1, "uno": 1, "dos": 2, "tres": 3, "один": 1, "два": 2, "три": 3, "deux": 2, "trois": 3, "eins": 1, "zwei": 2, "drei": 3, "yi": 1, "er": 2, "san": 3, "si": 4}  # fmt: skip
HAN_NUMERAL: Final = "[一二三四五六七八九十两壹贰叁肆伍陆]"
_SLASHED: Final = re.compile(r"([1-9]) ?[/+&] ?([1-9])")
_LETTER_VERB: Final = re.compile(
    r"(?:i )?(?:reply|send|text|press|type|option|choose|pick|select)(?:ing)?(?: with)? ?:?"
    r"|(?:我?(?:就|要|想|来)?(?:回复?|发送?|选择?|输入|按|打|填|写|编辑|敲)|我?就?要|就是?|我的?(?:答案|选择|回复)是)?(?:一?个|了)?(?:大写|小写)?的?(?:英文|字母)? ?:?"
)
_WHOLE_NUMERAL: Final = re.compile(
    rf"(?:选|第|选项|方案|号|the |number )?({HAN_NUMERAL}|one|two|three|four|five|first|second|third|fourth|1st|2nd|3rd|4th|uno|dos|tres|один|два|три|deux|trois|eins|zwei|drei|yi|er|san)(?:个|号|项|种|条|方案|选项|one|option|choice)?(?:方案|选项)?"
)
_LETTER_LEADS: Final = re.compile(
    r"([a-z])(?:[,。!~;:]| ?-{1,2} | (?=[\u3400-\u9fff])| (?=(?:please|pls|plz|thanks|thx|for me|ill take|claim|want|need|mate|lah)(?![a-z])))(?P<rest>.{1,60})",
    re.DOTALL,
)
_LETTER_TAKEN_BACK: Final = re.compile(
    r"^ ?[a-z]$|[?吗么]|不|没|别|错|退订|td|什么|啥|怎么|意思|取消|(?<![a-z])(?:not|no|stop|wrong|what|why|how|dont|cancel|or)(?![a-z])"
)
_LETTER_CORRECTED: Final = re.compile(
    r"(?:[a-z][ ,]{0,2})?(?:刚才|刚刚|刚)?(?:发|打|按|回|点|选)错了?[, ]{0,2}(?:应该)?(?:是|要|选|回) ?([a-z])|(?:不是|bu ?shi|not) ?[a-z][, ]{0,2}(?:而?是|选|回|要|shi|but|its)? ?([a-z])"
)
_NO_LETTER: Final = re.compile(
    r"[\u2600-\u27bf\U0001f300-\U0001faff\u200d]{1,20}$|(?:and |please |pls )?(?:dont|do not|never) stop(?! ?(?:at|by))[^,.]{0,24}"
)
"""An emoji behind a letter, and what shall not stop: "Y👍", "Y and don't stop the deals"."""
_COUNTED_BACK: Final = re.compile(r"(?:选|要)?倒数第?([一二三四1-4])(?:个|项|条|种)?")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the digits of a reply say."""

    keys: tuple[str, ...]
    """Keys picked: one is a choice, several are a conflict."""
    off_menu: bool
    rule: str
    number: int
    rest: str = ""
    """The reply with the picked digits blanked, for the time, the address and the complaint beside it."""
    leads: bool = True
    """The key opens the reply (courtesies aside), or stands alone."""


def whole_key(core: str, asked: Asked) -> Choice | None:
    """A reply that is nothing but a key."""
    if asked.letters and (letter := _letter(core, asked)):
        return letter
    if not asked.digits:
        return None
    back = _COUNTED_BACK.fullmatch(core)
    if back:
        return single_key(
            str(len(asked.digits) + 1 - int(NUMERALS.get(back[1], back[1]))), asked, "choice.counted_back"
        )
    slashed = _SLASHED.fullmatch(core)
    if slashed and {*slashed.groups()} <= set(asked.digits):
        return Choice((), True, "choice.several", 0, "")
    numeral = _WHOLE_NUMERAL.fullmatch(core)
    if numeral:
        return single_key(str(NUMERALS[numeral.group(1)]), asked, "choice.numeral")
    if core in {"l", "i", "|", "!"} and "1" in asked.digits:
        return Choice((asked.digits["1"],), False, "choice.lookalike", 1, "")
    return None


def _letter(core: str, asked: Asked) -> Choice | None:
    """A key that is a letter: alone, behind a verb, corrected, or with more behind it ("Y，快点发")."""
    core = _NO_LETTER.sub("", core).rstrip() or core
    verb = _LETTER_VERB.match(core)
    corrected = _LETTER_CORRECTED.fullmatch(core)
    letter = (corrected[1] or corrected[2]) if corrected else core[verb.end() :] if verb else core
    if letter in asked.letters:
        return Choice((asked.letters[letter],), False, "choice.corrected" if corrected else "choice.letter", 0, "")
    leads = _LETTER_LEADS.fullmatch(core)
    if leads and leads[1] in asked.letters and not _LETTER_TAKEN_BACK.search(leads["rest"]):
        return Choice((asked.letters[leads[1]],), False, "choice.letter", 0, f",{leads['rest']}")
    return None


def single_key(digit: str, asked: Asked, rule: str) -> Choice:
    if digit in asked.digits:
        return Choice((asked.digits[digit],), False, rule, int(digit), "")
    return Choice((), True, "choice.off_menu", 0, "")
