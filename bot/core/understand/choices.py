"""Which option a reply picks by its digit, its ordinal or its letter, and which digits are no choice at all.

A digit is a choice only where it stands as one: alone, after a word of choosing, or leading the reply. A digit inside a time, date,
floor, gate, phone, waybill, price, count or code is none (law 13: never guess on what costs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.core.understand.asked import Asked
from bot.core.understand.tables.frames import AFTER, BEFORE

_NUMERALS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2, "俩": 2, "仨": 3, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "弌": 1, "弍": 2, "弎": 3, "幺": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "ichi": 1, "uno": 1, "dos": 2, "tres": 3, "один": 1, "два": 2, "три": 3, "deux": 2, "trois": 3, "eins": 1, "zwei": 2, "drei": 3, "yi": 1, "er": 2, "san": 3, "si": 4}  # fmt: skip
_HAN_NUMERAL: Final = "[一二三四五六七八九十两壹贰叁肆伍陆]"
_NUMBER: Final = re.compile(
    rf"\d{{1,30}}|(?:选|选择|回复|就要|选项|方案|改|改成|改为|换成|不是|应该是|回|按){{1}}(?={_HAN_NUMERAL}){_HAN_NUMERAL}"
    r"|(?<![a-z])(?:option|number|choose|choice|pick|select|reply|the|go with|#) ?(?:one|two|three|four|five|first|second|third|fourth|1st|2nd|3rd|4th)(?![a-z0-9])"
)
_UNITS: Final = re.compile(
    r"""(?:点|时|:|：|号(?!选|方案|$|[ ,。!吧,谢])|楼|层|单元|栋|幢|室|座|弄|巷|排|期|区|门(?!头|源)|天(?![津河台门长宁心水等峨府祝])|日(?!照|喀|土)|月(?!湖)|年|周(?![一二三四五六日天1-7末口至村宁])|星期(?![一二三四五六日天])
    |\ (?:点|楼|层|单元|栋|号楼|个|件|天(?![津河台门长宁心水等峨府祝])|小时|分钟|元|块)|个(?!旧)|件|箱|单|份|袋|人|元(?!氏|江|谋)|块|毛|角|折|斤|公斤|千克|小时|钟|分|秒|刻|次|遍|回(?!民)|多|来(?!吧|宾|安|凤)|位|岁|米|公里|里地|万(?![州宁柏秀盛载安荣源全])|千|百|十|条|张(?![家掖北店湾])|封(?![丘开])|包(?![裹头河])|本(?!周|人|月)|台(?![州北中南湾儿江山])|级|星|路(?![南北桥])|线|街|村|组|队|厂|幼|中学|小学|%|℃|度
    |下(?!午|班|周|个|楼|城|关|花|陆)|半|\.\d|/\d|-\d|:\d|~\d|\+|(?!or|to)[a-z]{1,2}\d
    |\ (?:[a-z]{2,20}\ ){1,2}(?:road|rd|street|st|avenue|ave|lane|drive|boulevard|blvd|crescent|court|square|terrace)(?![a-z])
    |\ ?(?:st|nd|rd|th)\ (?:floor|street|st|avenue|ave|road|rd|of|time|attempt|block|building|gate|day|parcel|package)
    |\ ?(?:am|pm|a\.m|p\.m|hrs?|hours?|days?|weeks?|months?|mins?|minutes?|years?|oclock|parcels?|packages?|boxes|items?|times?|pieces?|people|floors?|blocks?|km|kg|miles?|yuan|rmb|usd|dollars?|pounds?|percent|stars?|more|digits?|of\ (?:us|them|my|the)|bags?|letters?|orders?|calls|messages|texts|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|f|m|d|h|ish)(?![a-z]))""",
    re.VERBOSE,
)
_HELD_BEFORE: Final = re.compile(
    r"""(?:周|星期|礼拜|拜|尾号|单号|编号|工号|电话|手机|号码|邮编|取件码|验证码|密码|码是?|\#\ ?order|[￥¥$€£]|\bno\.?|\bnr\.?|room|rm|apt|unit|gate|floor|flat|block|building|bldg|suite|terminal|line|locker|shelf|tower|street|road|order|parcel|package|waybill|code|pin|phone|tel|at|by|after|before|until|till|around|from|to|between|past|for|in|within|about|since|last|next|another|only|over|than|every|all|my|these|those|of|age|level|door|bus|route|zone|phase|area|ward|district|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|下午|上午|早上|晚上|今晚|明晚|中午|凌晨|大约|大概|差不多|超过|不到|至少|最少|最多|一共|总共)\ ?$""",
    re.VERBOSE,
)
_HELD_TIGHT: Final = re.compile(
    r"(?:第\d{0,3}|[\d.:/@=_~]|\d-|[a-z]-|班|约|还有|才|过了|等了|了|每|前|后|近|满|仅|只有|共|收到|买了|寄了|有|住|在|到|楼|栋|座|幢|村|路|街|弄|巷|区|排|架|柜)$"
)
_CHOOSING: Final = re.compile(
    r"(?:选|拣|要么|要不|[哦噢啊呃]不,?|选择|回复?|按|要|就|想要|第|选项|方案|改|改成|改为|换成|换|是|系|应该是|发|答|填|打|给|评|点|走|来|办|办理|用|做|给你|给您|\#|＃|option|options|opt|choose|choice|pick|number|no|reply|press|select|answer|go with|going with|ill take|take|want|id like|like|prefer|mean|meant|it is|its|change to|switch to|sorry|actually|make it|send|enter|choosing|vote|type|do|答案|服务|项|条|的是|num[ée]ro|número|nummer|opci[oó]n|nr|n°|номер|пункт|番号?|番目|说的|写的|嗯|好|好的|ok|ok的|yes|那|收到|可以|明白|知道了|确认)[ :：=,.'\"“”]{0,3}$"
)
_NEGATING: Final = re.compile(
    r"(?:不要|不是|不选|不想要?|不用|别|没选|不按|非|除了|取消|而不是|(?<![哦噢啊呃额])不|莫|唔要|(?<![a-z])(?:not|(?:dont|do not|never) (?:do|choose|pick|select|want|take|need|like|use|press)|dont want|dont|do not want|instead of|rather than|except|never|isnt|cancel|never mind|nevermind|forget|scrap|ignore|skip|anything but|any but|all but|but not))"
    r"(?:让|叫|要|说)?(?:你们?|您)?(?:给我|帮我|再)?(?:选|要|按|选项|回复| the| option| number)?[ '\"]{0,2}$"
)
_UNDONE: Final = re.compile(
    r"[ ,]{0,2}(?:以外|之外|除外|不对|错了|按错|选错|点错|打错|发错|作废|不算|算错|不选|不要了?(?=[,。! ]|$)|不行|太(?:贵|慢|晚|麻烦|远|久)|不好(?=[,。! ]|$)|取消|撤销|删了|是错|is wrong|was wrong|was a mistake|wrong|by mistake|oops|no wait|no,)"
)
_CORRECTING: Final = re.compile(
    r"改|换|应该|是说|不对|错|更正|重选|重新|不是|算了|哦不|噢不|啊不|sorry|i mean|meant|actually|correction|oops|no wait|no,|wait|scratch|make it|instead|changed my mind|change|(?<=[?,。! ])不,|还是(?=选|要|\d\D{0,2}吧)|,还是|。还是|\.{2,3}还是|→|->|=>"
)
_LEFT_EDGE: Final = " \n,.;:!?~…。、·\"'“”(['<「『【=*-—>"
_RIGHT_EDGE: Final = " \n,.;:!?~…。、·\"'“”)]'>」』】*-—/"
_PADDING: Final = " \n.,!~。、…·/\\"
_PARTICLES: Final = re.compile(
    r"(?:吧|啊|呀|哦|噢|啦|嘛|呗|哈|咯|了|的|就行|就好|就可以|可以|好了|谢|多谢|麻烦|号(?:选项|方案|吧|$|[ ,。!谢])|那个|那项|选项|项|可以|先|喽|嘞|哟|捏|please|pls|plz|thanks|thx|thank|ok|then|ty)"
)
_COURTESIES: Final = frozenset((*BEFORE, *AFTER))
_SLASHED: Final = re.compile(r"([1-9])/([1-9])")
_LETTER_VERB: Final = re.compile(r"(?:回复?|发送?|选择?|输入|按|就|要|reply|send|text|press|type|option) ?:?")
_LATIN_NOUN: Final = re.compile(
    r" [a-z]{3,}(?<!please)(?<!pls)(?<!plz)(?<!thanks)(?<!thx)(?<!thank)(?<!then)(?<!and)(?<!but)(?<!now)(?![a-z])"
)
_EITHER_WILL_DO: Final = re.compile(r"(?<![\d:.])[1-9][,、/. ]{1,2}[1-9](?:都|皆|随便|任选|任意|选一|哪个)")
_ENUMERATED: Final = re.compile(rf"({_HAN_NUMERAL})[,.。、:] ?(?!\d|{_HAN_NUMERAL}[点时号月楼层,.。、:])")
_DATED: Final = re.compile(r"号(?=$|[ ,.。!])")
_JOINED: Final = re.compile(r"[1-9] ?(?:和|与|跟|及|或者?|还是|或是|同|&|\+|and|or) ?$")
_JOINS: Final = re.compile(r" ?(?:和|与|跟|及|或者?|还是|或是|同|&|\+|and|or) ?[1-9](?!\d)")
_WHOLE_NUMERAL: Final = re.compile(
    rf"(?:选|第|选项|方案|号|the |number )?({_HAN_NUMERAL}|one|two|three|four|five|first|second|third|fourth|1st|2nd|3rd|4th|uno|dos|tres|один|два|три|deux|trois|eins|zwei|drei|yi|er|san)(?:个|号|项|种|条|方案|选项|one|option|choice)?(?:方案|选项)?"
)
_ORDINAL: Final = re.compile(
    rf"(?<!倒数)第({_HAN_NUMERAL}|\d)(?:(?:个|种|项|条|选项|方案|号)(?!月|星期|礼拜|小时|快递|包裹|人|路口|红绿灯|地址|电话|号码|公司|门|楼|单元|路|次|天)|(?=[吧的,。!~ ]|谢|$))"
)
_ORDINAL_EN: Final = re.compile(
    r"(?:(?<![a-z])(?:choose|pick|take|want|go with|select|like) the (?=(?:first|second|third|fourth|last)(?:$|[ ,.!])))?(?<![a-z])(first|second|third|fourth|1st|2nd|3rd|4th|last)(?: (?:one|option|choice)(?![a-z])|(?<=the second)(?=$)|(?<=the first)(?=$)|(?<=the third)(?=$)|(?<=the fourth)(?=$))"
)


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


@dataclass(slots=True)
class _Pick:
    number: int
    start: int
    end: int
    negated: bool


def choice_of(tight: str, core: str, asked: Asked) -> Choice | None:
    """The choice that digits, numerals or letters of `tight` make; None where they make none."""
    whole = _whole(core, asked)
    if whole:
        return whole
    if _EITHER_WILL_DO.search(tight):
        return Choice((), True, "choice.several", 0, "")
    tight = tight.lstrip(_PADDING)
    picks = [pick for match in _NUMBER.finditer(tight) if (pick := _pick(match, tight))]
    picks += _ordinals(tight, asked, {pick.start for pick in picks})
    leading = _ENUMERATED.match(tight)
    if leading and not picks:
        picks = [_Pick(_NUMERALS[leading.group(1)], 0, 1, negated=False)]
    if len(picks) == 2 and _DATED.match(tight, picks[1].end) and picks[0].start == 0 and picks[0].end < picks[1].start:
        picks = picks[:1]
    return _settled(sorted(picks, key=lambda pick: pick.start), tight, asked)


def _whole(core: str, asked: Asked) -> Choice | None:
    """A reply that is nothing but a key."""
    if core in asked.letters:
        return Choice((asked.letters[core],), False, "choice.letter", 0, "")
    verb = _LETTER_VERB.match(core)
    if verb and core[verb.end() :] in asked.letters:
        return Choice((asked.letters[core[verb.end() :]],), False, "choice.letter", 0, "")
    slashed = _SLASHED.fullmatch(core)
    if slashed and {*slashed.groups()} <= set(asked.digits):
        return Choice((), True, "choice.several", 0, "")
    numeral = _WHOLE_NUMERAL.fullmatch(core)
    if numeral and asked.digits:
        return _single(str(_NUMERALS[numeral.group(1)]), asked, "choice.numeral")
    if asked.digits and core in {"l", "i", "|", "!"} and "1" in asked.digits:
        return Choice((asked.digits["1"],), False, "choice.lookalike", 1, "")
    return None


def _single(digit: str, asked: Asked, rule: str) -> Choice:
    if digit in asked.digits:
        return Choice((asked.digits[digit],), False, rule, int(digit), "")
    return Choice((), True, "choice.off_menu", 0, "")


def _pick(match: re.Match[str], text: str) -> _Pick | None:
    """The match as a choice, or None where the digit belongs to something else."""
    said = match.group()
    start, end = match.span()
    if not said.isdigit():
        word = said.split(" ")[-1] if said.isascii() else said[-1]
        if _UNITS.match(text, end) or (
            said.startswith("the ") and not text[end:].lstrip().startswith(("one", "option", "choice"))
        ):
            return None
        start = end - len(word)
        negated = bool(_NEGATING.search(text, max(0, start - 14), start))
        return _Pick(_NUMERALS.get(word, 0), start, end, negated)
    if len(said) > 2 and (len(set(said)) > 1 or said != text.strip()):
        return None
    if _UNITS.match(text, end) or (
        len(said) == 2 and said != text.strip() and not _CHOOSING.search(text[max(0, start - 14) : start])
    ):
        return None
    negated = _is_negated(text, start, end)
    if not negated and not _stands_as_choice(text, start, end):
        return None
    number = int(said[0]) if len(said) > 2 else int(said)
    return _Pick(number, start, end, negated)


def _is_negated(text: str, start: int, end: int) -> bool:
    return bool(_NEGATING.search(text, max(0, start - 14), start) or _UNDONE.match(text, end))


def _stands_as_choice(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 14) : start]
    joined = _JOINED.search(text, max(0, start - 8), start)
    if joined:
        return _stands_as_choice(text, joined.start(), joined.start() + 1)
    chosen = bool(_CHOOSING.search(before))
    if not chosen and (
        _HELD_BEFORE.search(before)
        or _HELD_TIGHT.search(before)
        or _glued_to_latin(text, start)
        or not _left_is_free(text, start)
    ):
        return False
    if end == len(text) or text[end] in _RIGHT_EDGE or _JOINS.match(text, end) or _PARTICLES.match(text, end):
        return True
    if chosen:
        return True
    if _JOINED.search(before):
        return True
    leads = not text[:start].strip(_LEFT_EDGE)
    return leads and not ("a" <= text[end] <= "z")


def _glued_to_latin(text: str, start: int) -> bool:
    """A digit behind a Latin word of a long sentence is no choice; "definitely 2" is one."""
    before = text[:start].rstrip()
    if text[start - 1 : start] == "(":
        before = before[:-1]
    if not before or not "a" <= before[-1] <= "z":
        return False
    return (
        before.count(" ") >= 3
        or start == len(before)
        or text[start - 1] == "("
        or bool(_LATIN_NOUN.match(text, start + 1))
    )


def _left_is_free(text: str, start: int) -> bool:
    return (
        start == 0
        or text[start - 1] in _LEFT_EDGE
        or text[:start] in _COURTESIES
        or bool(_JOINED.search(text, max(0, start - 6), start))
    )


def _ordinals(text: str, asked: Asked, taken: set[int]) -> list[_Pick]:
    found = []
    for match in _ORDINAL.finditer(text):
        if match.start(1) not in taken:
            number = match.group(1)
            found.append(
                _Pick(
                    int(number) if number.isdigit() else _NUMERALS[number],
                    match.start(),
                    match.end(),
                    _is_negated(text, match.start(), match.end()),
                )
            )
    for match in _ORDINAL_EN.finditer(text):
        number = len(asked.digits) if match.group(1) == "last" else _NUMERALS[match.group(1)]
        found.append(_Pick(number, match.start(), match.end(), _is_negated(text, match.start(), match.end())))
    return found


def _settled(picks: list[_Pick], text: str, asked: Asked) -> Choice | None:
    if not picks:
        return None
    wanted = [pick for pick in picks if not pick.negated]
    rest = _blanked(text, picks)
    if not wanted:
        return Choice((), False, "choice.only_refused", 0, rest)
    numbers = list(dict.fromkeys(pick.number for pick in wanted))
    if len(numbers) > 1:
        between = text[wanted[0].end : wanted[-1].start]
        asked_which = "还是" in between and text.rstrip(" .!").endswith(("?", "呢", "好", "啊"))
        if asked_which or (not _CORRECTING.search(between) and not _CORRECTING.search(text[wanted[-1].end :])):
            known = tuple(asked.digits[str(n)] for n in numbers if str(n) in asked.digits)
            return Choice(known, True, "choice.several", 0, rest) if len(known) != 1 or len(numbers) > 1 else None
        numbers = [wanted[-1].number]
    digit = str(numbers[0])
    if digit not in asked.digits:
        return Choice((), True, "choice.off_menu", 0, rest)
    rule = "choice.corrected" if len(picks) > 1 else "choice.digit"
    leads = rest.startswith(",") and (len(rest) == 1 or rest[1] in _RIGHT_EDGE or rest[1] == ",")
    return Choice((asked.digits[digit],), False, rule, numbers[0], rest, leads)


def _blanked(text: str, picks: list[_Pick]) -> str:
    for pick in picks:
        text = text[: pick.start] + "," * (pick.end - pick.start) + text[pick.end :]
    return text
