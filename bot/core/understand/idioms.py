"""Idioms that say a thing by its opposite, said straight: "不能再好了" is very good, "not bad" is good, "不是不同意" agrees.

Marks are given so, and so is a yes to an hour or to an offer ("再合适不过了"), hence before anything is matched. Where the clause asks, wishes or
supposes, the same words say nothing of the kind ("能不能再好一点", "能送上楼就再好不过了"), and are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DOUBLE_NEGATION: Final = re.compile(
    r"(?:没有?(?:什么|啥|哪里|哪点|哪儿|哪个地方|什么地方|任何地方|一处|一点)?(?:可|好|让我)?|哪有(?:什么|啥)?|[没冇]话|不是|并非|并不是|又不是|不能说|没说|谈不上|也不是)(?:很|太|说)?[不唔](?=满意|同意|行|方便|合适|可以|好(?!意)|高兴|愿意|喜欢|认可)"
)
_NOT_BAD: Final = re.compile(
    r"(?<![a-z])(?:not|wasnt|isnt|werent|nothing) (?:too |so |that |all that |at all )?(?:bad|unhappy|dissatisfied|unsatisfied|disappointed|terrible)(?![a-z])"
)
_CANNOT_SAY: Final = re.compile(
    r"(?<![a-z])cant (?:really )?say (?:that )?(?:im|i am|i was|it was) (?:un|dis)(?:happy|satisfied)(?![a-z])"
)
_NOT_SO_BAD: Final = re.compile(
    r"(?:不算|不怎么|并不|也不|不是很|不太|[没不]多|没那么|没有那么)(?:太)?(?:差|慢|糟糕|糟|坏|烂)(?!劲)|(?<![好很极太又])不(?:差|坏)(?![了钱])"
    r"|(?:没|没有|不像|不如)(?:我)?(?:们)?(?:想象|预想|预期|想|听说|评价|评论|网上说|别人说|他们说|传说)(?:的|中|里|上|得|中的|里的|上的)?(?:那么|这么|那样)?(?:差|糟糕|糟|慢|坏|烂)"
)
BLAMED: Final = "(?:我|你|他|她|它|您|咱|俺|人家|别人|谁|小哥|师傅|老师傅|快递(?:员|小哥)|派[件送]员|配送员|司机|骑手|客服|驿站|公司|物业|保安|门卫|邻居|天气)"
"""Whom 赖 blames: "慢不赖小哥" praises nobody."""
_DIALECT_GOOD: Final = re.compile(
    rf"一点儿?[都也]不(?:差|慢|坏|糟)|(?<!好)不(?:孬|瓤|赖(?!{BLAMED}))|唔(?:差|赖(?!{BLAMED})|衰)(?!人)"
)
_NOT_REALLY: Final = re.compile(r"不怎么(?!样|差|慢|糟|坏|办|回|操作|会)")
_NOT_LET_DOWN: Final = re.compile(
    r"(?:没有?|并没有?|从没|从未|从来没有?|并不|毫不|不会|未|不|冇)(?:让|令|使|教|叫|被)?(?:我|人|咱|大家)?失望过?(?=[,。!?啊呢哦的]|$)"
)
_BEYOND_WORDS: Final = re.compile(
    r"(?:别|甭|不用)提(?:有)?多|(?:好得|快得)?(?:不要|唔好|覅)太(?=满意|好(?!意)|快|棒|赞|爽|专业|靠谱|贴心|准时|到位)|没有最好,?只有更(?=好)|(?<!有)没有(?:比这)?更(?=(?:好|快|满意|贴心)(?:的)?了)"
)
"""Praise by what cannot be said or bettered: "别提多满意了", "不要太好"."""
_NOT_ENOUGH: Final = re.compile(
    r"(?<![a-z])(?:cant|cannot|couldnt|could not|can not) (?:recommend|praise|thank|rate|commend)(?: [a-z]{2,8}){0,2} (?:enough|more)(?: highly)?(?![a-z])"
)
_CANNOT_BUT: Final = re.compile(r"不[得能](?:不|唔)(?=说|给|承认|赞|夸|佩服|服|点|好评|五星|竖|表扬|感谢|谢|满意)")
"""What one cannot but say is said: "不得不说真不错"."""
_NO_BETTER: Final = re.compile(
    r"(?:(?<!能)(?<!可以)不能|没法|无法|(?<!可)不可能|没办法)(?:再|更)(?:加)?(?=满意|好|棒|赞|完美|开心|高兴|快|及时|周到|贴心|专业|差|烂|糟|慢|垃圾)|(?:没有|冇|没)(?:什么|哪个|哪家)?比(?:这|你们|这个|这次|这家|他)[^,。!?]{0,4}(?:更|还)(?=满意|好|棒|快|专业|差|烂|糟|慢)"
)
_NONE_BETTER: Final = re.compile(r"再(满意|好|棒|完美|及时|合适|方便|差|糟)(?:也|都)?(?:不过|没有)了?")
_COULD_NOT_BE: Final = re.compile(
    r"(?<![a-z])(?:(?:could ?nt|could not|cannot|cant|(?:could|can) never)(?: possibly)?(?: have)? (?:be|been|get|got)|never(?: have| had)? (?:been|had|got))(?: any)? (?:more |much |any ){0,2}(?:(happier|better|(?<=more )(?:pleased|satisfied)|nicer|easier|smoother|quicker|faster)|(worse|slower|ruder|unhappier))(?![a-z]| ?\?)"
)
_POOR: Final = re.compile("[差慢糟坏烂孬瓤赖衰]")
_COMPARED: Final = re.compile("[提太更失再还]")
"""One of these stands in every idiom of the kind; most replies hold none."""
_ENDS: Final = ",。!?;\n"
_NOT_SAID: Final = re.compile(
    r"[?吗嘛么](?=[,。!? ]|$)|能不能|可不可|会不会|是不是|有没有|希望|但愿|盼|最好能|如果|要是|假如|若|倘|万一|只要|下次|以后|难道|为什么|为啥|怎么就|就(?=再|不能)|那(?=再|就)|一[点些](?:$|[吧呀啊呢嘛,。!?])"
)
"""In the clause of such an idiom: it is asked, wished or supposed."""


def straight(tight: str) -> str:
    """A Chinese reply with its idioms said straight."""
    if "不" in tight or "唔" in tight or "没" in tight:
        if "么" in tight:
            tight = _NOT_REALLY.sub("不太", tight)
        if _POOR.search(tight):
            tight = _NOT_SO_BAD.sub("还行", _DIALECT_GOOD.sub("不错", tight))
        tight = _DOUBLE_NEGATION.sub("", _CANNOT_BUT.sub("", tight))
    if _COMPARED.search(tight) is None:
        return tight
    tight = _BEYOND_WORDS.sub(_where_said(lambda _: "非常"), tight)
    tight = _NOT_LET_DOWN.sub(_where_said(lambda _: "满意"), tight)
    tight = _NO_BETTER.sub(_where_said(lambda _: "非常"), tight)
    return _NONE_BETTER.sub(_where_said(lambda match: f"非常{match[1]}"), tight)


def straight_english(tight: str) -> str:
    """The same for English."""
    if "cant say" in tight:
        tight = _CANNOT_SAY.sub("good", tight)
    if "bad" in tight or "not " in tight:
        tight = _NOT_BAD.sub("good", tight)
    if " be" in tight or " get" in tight:
        tight = _COULD_NOT_BE.sub(_superlative, tight)
    if " enough" in tight or " more" in tight:
        tight = _NOT_ENOUGH.sub("very satisfied", tight)
    return tight


def _where_said(straight: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    """The idiom said straight, or left where its clause asks, wishes or supposes."""
    return lambda match: match.group() if _NOT_SAID.search(_clause(match)) else straight(match)


def _clause(match: re.Match[str]) -> str:
    """The clause that a match stands in, with the mark that ends it."""
    text = match.string
    start = 1 + max(text.rfind(end, 0, match.start()) for end in _ENDS)
    behind = [at for end in _ENDS if (at := text.find(end, match.end())) >= 0]
    return text[start : min(behind, default=len(text)) + 1]


def _superlative(match: re.Match[str]) -> str:
    """The best mark for "couldnt be happier", the worst for "couldnt be worse"."""
    return "very satisfied" if match[1] else "terrible"
