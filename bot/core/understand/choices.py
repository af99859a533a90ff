"""Which option a reply picks by its digit or ordinal, and which digits are no choice at all.

A digit is a choice only where it stands as one: alone, after a word of choosing, or leading the reply or behind a weak word
("要2", "make it 2") with nothing behind it that it could count (`follows.py`). A digit inside a time, date,
floor, gate, phone, waybill, price, count or code is none (law 13: never guess on what costs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.core.understand.asked import Asked
from bot.core.understand.digits import (
    CORRECTING,
    HELD_BEFORE,
    HELD_TIGHT,
    MISTAKEN,
    NEGATING,
    NTH,
    ON_A_DEVICE,
    STRONG,
    UNDONE,
    UNITS,
    WEAK,
)
from bot.core.understand.follows import RIGHT_EDGE, fits
from bot.core.understand.keys import HAN_NUMERAL, NUMERALS, Choice, single_key, whole_key
from bot.core.understand.tables.frames import AFTER, BEFORE, HEDGES

_LISTED: Final = re.compile(r"[^\d,。]{0,6}(1)[^\d。]{2,12}(2)[^\d。]{2,12}(3)[^\d]{1,14}(?:4[^\d]{1,14})?")
_ROMAN: Final = {"ii": "2", "iii": "3", "iv": "4"}
_NUMBER: Final = re.compile(
    rf"\d{{1,30}}|(?:(?<![1-9一二三四两任])选|选择|回复|就要|选项|方案|改|改成|改为|换成|不是|应该是|回|按){{1}}(?={HAN_NUMERAL}){HAN_NUMERAL}"
    r"|(?<![a-z])(?:option|number|choose|choice|pick|select|reply|the|go with|#) ?(?:one|two|three|four|five|first|second|third|fourth|1st|2nd|3rd|4th)(?![a-z0-9])|(?<![a-z])(?:opci[oó]n|n[uú]mero|num[ée]ro) (?:uno|dos|tres|deux|trois)(?![a-z])"
)
_COUNTS: Final = re.compile(
    r"[\d一二三四五六七八九十两壹贰叁肆伍陆柒捌玖俩仨弌弍弎幺头最末中]|one|two|three|four|five|first|second|third|fourth|last|middle|final|uno|dos|tres|один|два|три|deux|trois|eins|zwei|drei|ichi|(?<![a-z])(?:yi|er|san|si)(?![a-z])"
)
"""Without any of these nothing is counted."""
_NUMBERED: Final = re.compile(r" (?:in|on|bus|train|exit|gate|house|line|stop|door|street|road|in the)(?![a-z])")
"""Behind "number 3": what bears the number."""
_LEFT_EDGE: Final = " \n,.;:!?~…。、·\"'“”(['<「『【=*-—>"
_PADDING: Final = " \n.,!~。、…·/\\"
_FALLBACK: Final = re.compile(
    r"的话|实在不|如果|要是|万一|否则|不然|(?<![a-z])(?:if|otherwise|or else|failing)(?![a-z])"
)
"""A second key for the case that the first cannot be had: a person's matter, not a correction."""
_COURTESIES: Final = frozenset((*BEFORE, *AFTER))
_EITHER_WILL_DO: Final = re.compile(r"(?<![\d:.])[1-9][,、/. ]{1,2}[1-9](?:都|皆|随便|任选|任意|选一|哪个)")
_ELSE: Final = re.compile(
    r"[1-9](?:要是|如果|实在)?(?:不行|不成|不可以|没有|满了|来不了|不了)(?:的话)?,?(?:就|再|则)(?:选|回)?[1-9]|(?<![a-z])if not [1-9],? ?(?:then )?[1-9]|[1-9],? (?:and |or )?if not,? (?:then )?[1-9]"
)
"""A key for the case that another cannot be had: "1不行就2"."""
_OF_SO_MANY: Final = re.compile(
    r"(?:\d|two|three|four|five|several|[两三四五])(?: ?个)? ?(?:boxes|parcels|packages|items|pieces|bags|letters|orders|things|bottles|个|件|箱|盒|袋|包裹|快递|瓶)[^\d]{0,14}?(?<![\d第选])(?:[1-9]|one|一)(?!\d)(?: (?:of|was|is|were|are|has|had|came|arrived|got|missing|broken|damaged|lost|smashed|crushed|wet)(?![a-z])|[个件箱盒袋瓶坏破碎丢少没到])"
)
"""One of so many: "2 boxes, 1 was crushed"."""
_SLIPPED: Final = re.compile(
    r"(?:本来|原来|原本|我|是|就)?(?:想|要|打算|准备)(?:要)?(?:选|按|回复?|点|发|打|评)(?:的?是)?([1-9])(?:的|来着)?[,。 ]{0,2}(?:结果|但是?|可是?|却|谁知)?(?:一不小心|不小心|手[滑抖快误]了?|误|错)[,]?(?:就)?(?:按|选|点|回复?|发|打|评)(?:了|成了?|到了?)?[1-9](?!\d)"
    r"|(?<![a-z])(?:meant?|wanted|trying|tried|intended|going) (?:to )?(?:press|send|reply|choose|pick|say|type|hit|give|put)?(?:ing)? ?([1-9]),? (?:but )?(?:pressed|sent|replied|chose|picked|typed|hit|gave|put)(?: a)? [1-9](?!\d)"
)
"""The key that was meant, and the one that slipped: "本来想选2的，手滑按了4"."""
_NUMBERS_AT_MOST: Final = 30
"""Numbers of a reply that are looked at."""
_BOTH_REFUSED: Final = re.compile(r"[ ]?(?:和|与|跟|及|或者?|、|,|/|&|\+|and|or)[ ]?(?:选)?")
_REFUSES_ALL: Final = re.compile(r"[ ,]{0,2}[都也]")
_SO_MANY_OF: Final = re.compile(r"(?<!第)[1-9一二三四两任多][选挑拣][1-9一二三四两](?!楼|号)")
"""How many of them: "二选一" chooses nothing."""
_ENUMERATED: Final = re.compile(rf"({HAN_NUMERAL})[,.。、:] ?(?!\d|{HAN_NUMERAL}[点时号月楼层,.。、:])")
_DATED: Final = re.compile(r"号(?=$|[ ,.。!])")
_JOINED: Final = re.compile(
    r"[1-9] ?(?:和|与|跟|及|或者?|还是|还有|或是|同|定|,? ?然后再?|,再|加上?|外加|&|\+|and|or|,? ?(?:and )?then|plus) ?(?:选|回复?)?$"
)
_ORDINAL: Final = re.compile(
    rf"(?<!倒数)(?:第({HAN_NUMERAL}|\d)(?:(?:个|种|项|条|选项|方案|号)(?:方式|方法|办法|选择|选项|方案|模式|服务)?(?!地址|新地|公司|单位|驿站|网点|站点|门|家|快递|柜|自提|代)|(?=[吧的,。!~ ]|谢|$))|(头一|最后|最末|末尾|中间|居中)(?:[一那的这]{{0,2}})(?:个|种|项|条|选项|(?<=的)(?=[吧,。!~ ]|$)))"
)
_ORDINAL_EN: Final = re.compile(
    r"(?:(?<![a-z])(?:choose|pick|take|want|go with|select|like) the (?=(?:first|second|third|fourth|last|middle|final)(?:$|[ ,.!])))?(?<![a-z])(first|second|third|fourth|1st|2nd|3rd|4th|last|middle|final)(?: (?:one|option|choice)(?![a-z])|(?<=the second)(?=$)|(?<=the first)(?=$)|(?<=the third)(?=$)|(?<=the fourth)(?=$))"
)
_BY_PLACE_EN: Final = frozenset({"last", "middle", "final"})
_TAKES_PLACE: Final = re.compile(
    r"(?:^|[,.!?;] ?|(?<![a-z])(?:choose|pick|take|want|with|like|do|for|have|select|option|prefer|ok|yes|its|please|pls|and) ?)(?:the )?$"
)
"""What may stand before "the last one": "you lost the last one" is no choice."""
_TELLS_ON: Final = re.compile(r" (?:you|i|we|he|they|that|was|got|never|is|arrived|came)(?![a-z])")
"""Behind "the last one": what is told of a parcel, as in "the last one never came"."""
_ONE_MORE: Final = re.compile(
    r" (?:this (?:week|month|year|time)|today|in a row|already|since|missing|lost|damaged|in \w{1,5} (?:days|weeks))(?![a-z])"
)
"""Behind "the third one": so many parcels it has been."""
_REFUSED_DIGIT: Final = re.compile(r"(?:不是|不选|不要|(?<![a-z])not) ?[1-9]")


@dataclass(slots=True)
class _Pick:
    number: int
    start: int
    end: int
    negated: bool


def choice_of(tight: str, core: str, asked: Asked) -> Choice | None:
    """The choice that digits, numerals or letters of `tight` make; None where they make none."""
    if tight in _ROMAN:
        return single_key(_ROMAN[tight], asked, "choice.numeral")
    counts = _COUNTS.search(tight) is not None
    whole = whole_key(core, asked) if counts or asked.letters or len(core) == 1 else None
    if whole or not counts:
        return whole
    if _OF_SO_MANY.search(tight):
        return None
    if (slip := _SLIPPED.search(tight)) and (meant := slip[1] or slip[2]) in asked.digits:
        return Choice((asked.digits[meant],), False, "choice.corrected", int(meant), "")
    if _lists_the_menu(tight) or _EITHER_WILL_DO.search(tight) or _SO_MANY_OF.search(tight) or _ELSE.search(tight):
        return Choice((), True, "choice.several", 0, "")
    tight = tight.lstrip(_PADDING)
    numbers = islice(_NUMBER.finditer(tight), _NUMBERS_AT_MOST)
    picks = [pick for match in numbers if (pick := _pick(match, tight, asked))]
    picks += _ordinals(tight, asked, {pick.start for pick in picks})
    leading = _ENUMERATED.match(tight)
    if leading and not picks:
        picks = [_Pick(NUMERALS[leading.group(1)], 0, 1, negated=False)]
    if len(picks) == 2 and _DATED.match(tight, picks[1].end) and picks[0].start == 0 and picks[0].end < picks[1].start:
        picks = picks[:1]
    return _settled(sorted(picks, key=lambda pick: pick.start), tight, asked)


def _lists_the_menu(tight: str) -> bool:
    """Whether the keys stand in their order, each with its words, and nothing behind the last: a menu sent back."""
    listed = _LISTED.fullmatch(tight.strip(_PADDING))
    return listed is not None and not any(UNITS.match(tight.strip(_PADDING), listed.end(n)) for n in (1, 2, 3))


def _pick(match: re.Match[str], text: str, asked: Asked) -> _Pick | None:
    """The match as a choice, or None where the digit belongs to something else."""
    said = match.group()
    start, end = match.span()
    if not said.isdigit():
        word = said.split(" ")[-1] if said.isascii() else said[-1]
        if UNITS.match(text, end) or (
            (not said.isascii() and not fits(text, end, asked))
            or (said.startswith("the ") and text.startswith(" one", end) and _ONE_MORE.match(text, end + 4))
            or (said.startswith("the ") and not text[end:].lstrip().startswith(("one", "option", "choice")))
        ):
            return None
        start = end - len(word)
        negated = bool(NEGATING.search(text, max(0, start - 24), start))
        return _Pick(NUMERALS.get(word, 0), start, end, negated)
    if len(said) > 2 and (len(set(said)) > 1 or said != text.strip()):
        return None
    if (
        UNITS.match(text, end)
        or NTH.match(text, end)
        or (_NUMBERED.match(text, end) and text.endswith("number ", 0, start))
        or (len(said) == 2 and said != text.strip() and not STRONG.search(text, max(0, start - 14), start))
    ):
        return None
    negated = _is_negated(text, start, end, asked)
    if not negated and not _stands_as_choice(text, start, end, asked):
        return None
    number = int(said[0]) if len(said) > 2 else int(said)
    return _Pick(number, start, end, negated)


def _is_negated(text: str, start: int, end: int, asked: Asked) -> bool:
    """Whether the key is refused or taken back; a mark is not taken back by "太慢了", it is given for it."""
    undone = UNDONE.match(text, end)
    takes_back = undone is not None and not (asked.rates and "太" in undone.group())
    if takes_back and undone is not None and MISTAKEN.search(undone.group()):
        takes_back = not _REFUSED_DIGIT.search(text, 0, start)  # "不是2，是1，按错了": the mistake was the other one
    return takes_back or NEGATING.search(text, max(0, start - 24), start) is not None


def _stands_as_choice(text: str, start: int, end: int, asked: Asked) -> bool:
    """Whether a digit is a key: behind a word of choosing, or where an answer may stand with nothing behind it that it could count."""
    joined = _JOINED.search(text, max(0, start - 8), start)
    if joined:
        return _stands_as_choice(text, joined.start(), joined.start() + 1, asked)
    if text[end:].strip(_PADDING) == "" and _named_before(text[:start], text[start:end], asked):
        return True
    if STRONG.search(text, max(0, start - 18), start) and not ON_A_DEVICE.search(text, max(0, start - 10), start):
        return True
    before = text[max(0, start - 14) : start]
    chosen = (
        not ON_A_DEVICE.search(text, max(0, start - 10), start)
        and WEAK.search(text, max(0, start - 28), start) is not None
    )
    if not chosen and (
        HELD_BEFORE.search(before)
        or HELD_TIGHT.search(before)
        or _glued_to_latin(text, start)
        or not _left_is_free(text, start)
    ):
        return False
    return fits(text, end, asked)


def _named_before(before: str, digit: str, asked: Asked) -> bool:
    """Whether the option's own words stand before its key, and nothing else: "同意1"."""
    said = before.strip(_PADDING + ":")
    return any(asked.digits.get(digit) == key and said in {word, word.removeprefix("有")} for word, key in asked.words)


def _glued_to_latin(text: str, start: int) -> bool:
    """A digit behind a Latin word of a long sentence is no choice; "definitely 2" is one."""
    before = text[:start].rstrip(" (")
    if not before or not "a" <= before[-1] <= "z":
        return False
    clause = re.split(r"[,.;:!?\n]", before)[-1].strip()
    return text[start - 1] == "(" or start == len(before) or not all(word in HEDGES for word in clause.split())


def _left_is_free(text: str, start: int) -> bool:
    return (
        start == 0
        or text[start - 1] in _LEFT_EDGE
        or ("\u2600" <= text[start - 1] < "\u3000" or text[start - 1] >= "\U0001f000")
        or text[:start] in _COURTESIES
        or bool(_JOINED.search(text, max(0, start - 6), start))
    )


def _ordinals(text: str, asked: Asked, taken: set[int]) -> list[_Pick]:
    found = []
    for match in _ORDINAL.finditer(text):
        if match.start(1) not in taken and fits(text, match.end(), asked):
            number = _by_place(match[2], len(asked.digits)) if match[2] else int(NUMERALS.get(match[1], match[1]))
            negated = _is_negated(text, match.start(), match.end(), asked)
            found += [_Pick(number, match.start(), match.end(), negated)] if number else []
    for match in _ORDINAL_EN.finditer(text):
        if _ONE_MORE.match(text, match.end()):
            continue
        if match[1] in _BY_PLACE_EN and (
            not _TAKES_PLACE.search(text, 0, match.start()) or _TELLS_ON.match(text, match.end())
        ):
            continue
        number = NUMERALS.get(match[1]) or _by_place(match[1], len(asked.digits))
        negated = _is_negated(text, match.start(), match.end(), asked)
        found += [_Pick(number, match.start(), match.end(), negated)] if number else []
    return found


def _by_place(place: str, options: int) -> int:
    """The option by its place in the menu, from 1; 0 where the menu has no middle."""
    if place == "头一":
        return 1
    return options if place.startswith(("最", "末", "last", "final")) else (options + 1) // 2 if options % 2 else 0


def _settled(picks: list[_Pick], text: str, asked: Asked) -> Choice | None:
    if not picks:
        return None
    _refuse_together(picks, text)
    wanted = [pick for pick in picks if not pick.negated]
    rest = _blanked(text, picks)
    if not wanted:
        return Choice((), False, "choice.only_refused", 0, rest)
    numbers = list(dict.fromkeys(pick.number for pick in wanted))
    if len(numbers) > 1:
        between = text[wanted[0].end : wanted[-1].start]
        if _FALLBACK.search(between):
            return Choice((), True, "choice.several", 0, rest)
        asked_which = "还是" in between and text.rstrip(" .!").endswith(("?", "呢", "好", "啊"))
        if asked_which or (not CORRECTING.search(between) and not CORRECTING.search(text[wanted[-1].end :])):
            known = tuple(asked.digits[str(n)] for n in numbers if str(n) in asked.digits)
            return Choice(known, True, "choice.several", 0, rest)
        numbers = [wanted[-1].number]
    digit = str(numbers[0])
    if digit not in asked.digits:
        return Choice((), True, "choice.off_menu", 0, rest)
    rule = "choice.corrected" if len(picks) > 1 else "choice.digit"
    leads = rest.startswith(",") and (len(rest) == 1 or rest[1] in RIGHT_EDGE or rest[1] == ",")
    return Choice((asked.digits[digit],), False, rule, numbers[0], rest, leads)


def _refuse_together(picks: list[_Pick], text: str) -> None:
    """What is refused of the last of several joined keys is refused of all: "1和2都不要"."""
    for pick, later in zip(picks[-2::-1], picks[:0:-1], strict=True):
        joined = _BOTH_REFUSED.fullmatch(text, pick.end, later.start)
        if later.negated and joined and _REFUSES_ALL.match(text, later.end):
            pick.negated = True


def _blanked(text: str, picks: list[_Pick]) -> str:
    for pick in picks:
        text = text[: pick.start] + "," * (pick.end - pick.start) + text[pick.end :]
    return text
