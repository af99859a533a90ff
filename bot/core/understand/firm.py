"""The first layers: compliance before everything, what a machine wrote, a full address, an hour that is not settled yet."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.addresses import is_refused, looks_certain
from bot.core.understand.beside import clauses
from bot.core.understand.compliance import REFUSED_PROMOTION, TOLD_TO_A_MACHINE, compliance_of
from bot.core.understand.frames import is_automatic
from bot.core.understand.reading import Reading, addressed
from bot.core.understand.text import normalise

_TEMPLATE: Final = re.compile(
    r"^[【\[][^】\]\n]{2,20}[】\]][^\n]{0,120}?(?:回复?|发送?|编辑|拨打?|点击|reply|text)[ :：\"“'‘【]{0,2}[0-9a-z]{1,10}(?:[^0-9a-z\n]|$)"
)
"""Another company's text passed on: its brand in brackets and an instruction. What is ours was cut away before."""
_PENDING: Final = re.compile(
    r"等(?!着|你|您|候|们)[^,。!?]{0,6}(?:通知|消息|电话|回复|安排|确认|信儿?(?!息))|(?P<plans>(?:有|另有|别的|其他|其它)(?:事情|事|点)?安排)|(?:再|重新|另外|改天|另行|回头)[^,。!?]{0,2}安排"
    r"|看(?:看)?(?:我|老公|老婆|孩子|[他她]|领导|公司|单位|路上|天气)?(?:今天|今晚|晚上|当天|那天|到时候?)?(?:几点(?:钟)?(?:下班|到家|回|忙完|放学|结束)|什么时候(?:下班|到家|回|忙完)|(?:能不能|能否|会不会)(?:赶|早走|走|回|到家|在|下班|忙完|请假|加班|堵)|加不加班|在不在家|堵不堵|有没有(?:空|时间|人在))|想想再(?:说|回|定)|(?<![觉记值懂])[得要]看(?:我|公司|单位)?(?:老板|领导|老婆|老公|孩子|公司|单位|天气|路况|那天|当天|情况)|(?:迟|夜|晚)(?:啲|点|些)(?:再)?(?:覆|复|回覆|话|答)(?:你|返)"
    r"|(?:过一?会儿?|过一?下|晚些时候|晚一?点|稍后|迟些|回头|一会儿?|待会儿?|等会儿?|下班)(?:了)?(?:再|我)?(?:回复|答复|告诉|回(?:你|您)|给(?:你|您)(?:信|答复|回复|消息|准信))"
    r"|(?<![a-z])(?:will|ill|let me|need to|have to|gotta|got to) (?:confirm|check|decide|ask|see|think)(?: (?:it|this|that|about it))?(?: with [a-z ]{2,20})?(?: (?:later|tonight|tomorrow|soon|when|after|first|in a|by)(?![a-z]))|(?:will|ill|let me|need to|have to|gotta) (?:check|ask|think|decide)(?: (?:with|about)[a-z ]{2,20})?$|(?:waiting for|wait for (?:my|me|us|a)|let you know|get back to you|tell you later)(?![a-z])"
)
"""Under a proposed hour: nothing is settled yet, or something else is planned."""
_STOPPED: Final = frozenset({"停", "停了", "停掉", "停止", "快停", "赶紧停", "都停", "屏蔽", "拉黑", "勿扰"})
_DONT_SEND: Final = re.compile(
    r"(?:dont|do not|stop|no need(?: to)?|唔好再|不要再|别再) ?send(?:ing)?(?: me)?(?: these| this| already| any ?more| again| liao| more){0,2}(?: (?:la|lah|leh|lor|ah|pls|please|thanks))?"
)
_CONSENT: Final = re.compile(r"(?:i |we )?(?:hereby )?(?:revoke|withdraw) (?:my |our |all )?(?:consent|permission)")
"""Where agreement is asked for, an objection and no opt-out."""
_STOPS: Final = re.compile("[停屏拉勿]")
_ENDS_IN_KEY: Final = re.compile(r"[,。.!;\n] ?([1-9])[。.! ]{0,2}$")
"""A machine picks no option: "driving. 2" is a person's."""
_NO_MACHINE: Final = re.compile(
    r"(?:别|不要|少|讨厌|不想|又是|全是|都是|光|老是|总是)[^,。!?]{0,6}自动(?:回复|答复)|(?<![a-z])(?:no|not|stop|enough|hate)(?![a-z])[^.]{0,20}auto"
)
"""A person who is tired of automatic answers is no machine."""
_IN_QUOTES: Final = re.compile(r"[\"“”「『《‘'【(（]")
_CODE: Final = re.compile(
    r"^[=+@][a-z]{2,14}\(|^[{\[] ?[\"'][a-z_]{1,14}[\"'] ?:|</?[a-z]{1,12}[ >/]|\$\{|\{\{|\{%|--[ ]?$|(?<![a-z])(?:drop table|union select|select \*|insert into|or 1=1|or '1'='1)|\.\./|%[sndx]%|;-{2}|/etc/|javascript:|xp_cmd"
)


_NUMBERED: Final = re.compile(r"\d|[一二三四五六七八九十]号|[村屯寨庄组队]|大厦|广场|中心|小区|大学|医院")
"""Without any of these an address is not complete."""


def empty(reading: Reading) -> Meaning | None:
    """No letter, digit or sign; or nothing but our own menu."""
    if reading.text.tight.strip():
        return None
    quoted = any(c.isalnum() for c in reading.text.raw)
    if (
        quoted
        and len(reading.text.raw) <= 12
        and not _IN_QUOTES.match(reading.text.raw.lstrip())
        and (found := compliance_of(normalise(reading.text.raw), reading.lexicon))
    ):
        return Meaning(found[0], f"{found[0]}.echoed")
    return Meaning("other", "quoted_menu" if quoted else "empty")


def compliance_word(reading: Reading) -> Meaning | None:
    """Law 11."""
    found = compliance_of(reading.text, reading.lexicon)
    if found and reading.asked and reading.asked.agreement and _CONSENT.fullmatch(reading.whole):
        found = None
    if found is None and _refuses_promotion(reading):
        return Meaning("opt_out", "opt_out.refused_promotion")
    return Meaning(found[0], found[1]) if found else None


def _refuses_promotion(reading: Reading) -> bool:
    """停了吧 to a promotion, alone or as a clause of its own; and beside annoyance at texts whatever was asked."""
    if reading.branch("claim") and (reading.core in REFUSED_PROMOTION or _DONT_SEND.fullmatch(reading.core)):
        return True
    stops = _STOPS.search(reading.text.tight) and any(clause in _STOPPED for clause in clauses(reading.text.tight))
    return bool(stops) and (reading.branch("claim") is not None or reading.says("annoyed"))


def automatic(reading: Reading) -> Meaning | None:
    """A machine wrote it."""
    if _TEMPLATE.match(reading.text.tight):
        return Meaning("other", "template")
    foreign = _CODE.search(reading.text.plain) or TOLD_TO_A_MACHINE.search(reading.text.tight)
    name = "code" if foreign else is_automatic(reading.text.tight, reading.lexicon)
    if (
        name == "auto_reply"
        and reading.asked
        and (key := _ENDS_IN_KEY.search(reading.text.tight))
        and key[1] in reading.asked.digits
    ):
        return None
    if name is None or (name == "auto_reply" and _NO_MACHINE.search(reading.text.tight)):
        return None
    return Meaning("other", name)


def full_address(reading: Reading) -> Meaning | None:
    """A place, a street and its number, unless it is named to be refused."""
    found = reading.place() if _NUMBERED.search(reading.text.tight) else None
    if found is None or not looks_certain(found):
        return None
    return Meaning("other", "address.refused") if is_refused(reading.text.tight) else addressed(reading, found)


def pending(reading: Reading) -> Meaning | None:
    """An hour was proposed: who waits for word has not settled, who has other plans declines."""
    found = _PENDING.search(reading.text.tight) if reading.asked and reading.asked.slot else None
    if found is None:
        return None
    if found["plans"]:
        return Meaning("decline", "slot.plans", branch=reading.branch("decline"))
    return Meaning("other", "unsure.pending")
