"""The layer of marks: one given in words, none where it is asked about, supposed, mocked or stands beside a grievance."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.answers import short_answer
from bot.core.understand.asked import Asked
from bot.core.understand.doubts import (
    ASKED_BACK,
    ASKS_MARK,
    CONDITIONAL,
    IRONY,
    SUPPOSED_PRAISE,
    UNREAL_MARK,
    waited_long,
)
from bot.core.understand.frames import bare
from bot.core.understand.ratings import CONCEDES, ONCE_SO, UNSURE, rated_by_sound, rating
from bot.core.understand.reading import GRIEVANCES, REFUSING, Reading, grievance
from bot.core.understand.text import of_light

_PRAISE: Final = frozenset({"rating_1", "rating_2"})
_MARK_FIRST: Final = re.compile(
    r"^[^,。!?]{0,6}满意|^[^,。!?]{0,4}好评|(?<![a-z])(?:satisfied|happy|pleased)(?![a-z])|满意[,。! ]{0,2}$"
)
_HARMED: Final = re.compile(
    r"(?<![没不未无])(?<!没有)(?:压|破|碎|坏|摔|烂|湿|漏|扁|撕|磕|瘪|变形|弄丢|丢|少)(?:了|烂|扁|坏|破|碎|瘪|的|得|件|到|一)|变形|骂|凶|态度(?:很|极|太|非常|特别|也)?(?:差|恶劣|不好|冲)|(?<![a-z])(?:rude|shouted|swore|threw|thrown|stolen|broken|crushed|damaged|smashed|torn|soaked|wet|ripped|dented|squashed|leaking|cracked|missing|lost)(?![a-z])"
)
_MOCKS: Final = re.compile(
    r"呵|做梦|你们?(?:说|觉得|猜|认为|自己|妹|妈|大爷)|怪|个[屁鬼头毛]|开玩笑|搞笑|逗|扯|想得美|笑话|谁|哪|(?<![a-z])(?:lol|lmao|ha ?ha|kidding|kid|seriously|joking|joke|as if|hardly|really|dream|please|guess|hell|hahaha)(?![a-z])"
)
"""Behind praise said back as a question: nobody means it."""
_RATHER_NOT: Final = re.compile(
    r"(?<![a-z])(?:(?:id |would |i )?(?:rather|prefer) not(?: to)?|(?:dont|do not) (?:want|wish|care) to|no wish to) (?:say|rate|answer|comment|tell|score|respond|give)|(?:别|不要|甭)(?:再|老)?(?:让|叫|找|喊)我(?:评价?|打分|评分|填)|(?:不想|不愿意?|不方便|懒得|拒绝)(?:评价?|打分|评分|说|回答)(?:了|$|[,。!])"
)
_RATES_LATER: Final = re.compile(
    r"(?:想想|考虑|等[下会]|晚点|回头|之后|有空|过后|看看|用用|试试)[^,。!?]{0,3}再(?:评|打分|给分|说|填)"
)
_ASKS_PRAISE: Final = re.compile(r"(?:吗|么|咩|\?)[!。 ]{0,2}$")
_ONLY_ACK: Final = frozenset({"好的", "好滴", "好哒", "收到", "收到了", "知道了"})
"""A survey is not rated by these: the customer will, or has seen it."""


def rated(reading: Reading) -> Meaning | None:
    """A mark in words, where marks are asked for."""
    asked = reading.asked
    return _rated(reading, asked) if asked and asked.rates and reading.whole not in _ONLY_ACK else None


def _blames(reading: Reading) -> bool:
    """Whether a grievance stands beside the praise, not in its words ("can't complain"): "好得很，箱子都踩扁了"."""
    phrases = reading.lexicon.phrases
    rest = phrases["rating_2"].without(phrases["rating_1"].without(ONCE_SO.sub("", reading.text.tight)))
    return any(phrases[name].search(phrases["innocent"].without(rest)) for name in ("complaint", "not_received"))


def _satisfied_though(tight: str) -> bool:
    """Whether the mark is given and something then conceded: "满意，就是盒子有点压了"."""
    return CONCEDES.search(tight) is not None and _MARK_FIRST.search(tight) is not None


def _conceded(tight: str) -> bool:
    """Whether the blame beside praise is only conceded: "都挺好，就是慢了点"; not "送货快但盒子压了", where something was harmed."""
    if CONCEDES.search(tight) is None:
        return False
    return _MARK_FIRST.search(tight) is not None or _HARMED.search(tight) is None


def _unmeant(reading: Reading) -> Meaning | None:
    """A mark that would have been, and a question which mark means what, give none."""
    tight = reading.text.tight
    if _RATHER_NOT.search(tight):
        return Meaning("decline", "rating.rather_not", branch=reading.branch("decline"))
    if _RATES_LATER.search(tight):
        return Meaning("other", "rating.later")
    if UNREAL_MARK.search(tight):
        return (grievance(reading) if _HARMED.search(tight) else None) or Meaning("other", "rating.unreal")
    return Meaning("question", "rating.asked_about") if ASKS_MARK.search(tight) else None


def _soured(reading: Reading) -> bool:
    """Whether praise is meant to mock, or stands beside a grievance that is not merely conceded."""
    tight = reading.text.tight
    if IRONY.search(tight) or (waited_long(tight) and not _satisfied_though(tight)):
        return True
    return _blames(reading) and not _conceded(tight)


def _mark(reading: Reading, asked: Asked) -> str | None:
    """The mark in the words of a reply, or behind our question where it is said back."""
    found = rating(reading.text, reading.core, asked, reading.lexicon)
    if not found or found == UNSURE or "rating_4" not in asked.means:
        return found
    asked_back = ASKED_BACK.match(reading.text.tight)
    return _mark_behind(reading, asked, found, asked_back.end()) if asked_back else found


def _mark_behind(reading: Reading, asked: Asked, echo: str, start: int) -> str:
    """The mark that follows our question said back: "满意吗？满意", "满意？嗯", "satisfied? are you kidding"."""
    behind = of_light(reading.text.raw, reading.text.tight[start:])
    core = bare(behind.tight)
    found = rating(behind, core, asked, reading.lexicon)
    if found in asked.means and not (found in _PRAISE and echo not in _PRAISE):
        return found
    if echo not in _PRAISE:
        return UNSURE if found else echo
    if _MOCKS.search(behind.tight) or REFUSING.search(behind.tight):
        return "rating_4"
    return echo if short_answer(behind, core, reading.lexicon, asked) == "yes" else UNSURE


def _rated(reading: Reading, asked: Asked) -> Meaning | None:
    tight = reading.text.tight
    if SUPPOSED_PRAISE.search(tight) or CONDITIONAL.search(tight):
        return None
    if unmeant := _unmeant(reading):
        return unmeant
    found = _mark(reading, asked)
    if found == UNSURE:
        return Meaning("other", "rating.unsure")
    if found in _PRAISE and ((asks := _ASKS_PRAISE.search(tight)) or _soured(reading)):
        return None if asks else grievance(reading) or Meaning("complaint", "rating.sour")
    if found is None and reading.text.has_han and len(reading.core) <= 6:
        found = rated_by_sound(reading.core, asked, reading.lexicon)
    if found is None:
        return None
    also = tuple(name for name in GRIEVANCES if reading.says(name))
    return Meaning("option", f"{found}.words", branch=asked.means[found], rating=int(found[-1]), also=also)
