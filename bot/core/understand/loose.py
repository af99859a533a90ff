"""The later layers: grievances, what only the question makes clear, wishes in words, times and loose addresses, and the rest."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Intent, Meaning
from bot.core.understand.addresses import contact_of
from bot.core.understand.compliance import maybe_opts_out
from bot.core.understand.doubts import CONDITIONAL, NO_REFUSAL, SOUR, TOLD_OF, leaves_unsure
from bot.core.understand.reading import (
    REFUSING,
    Reading,
    addressed,
    answered,
    asking,
    called_on_arrival,
    grievance,
    of_a_code,
    without_doubt,
)
from bot.core.understand.text import of_light
from bot.core.understand.times import is_vague, tells_later
from bot.core.understand.wishes import agrees_first, asks_about, leading_answer, option_words

_REPROACH: Final = re.compile(
    r"谁让|谁叫|谁说|谁(?:同意|准|要|允许|批准|(?:替|帮|代|给)我(?:同意|答应|签))|几时(?:话|说|讲)|何时(?:说|同意)|(?:什么|啥)时候(?:说|同意|要|答应)|个鬼|见鬼|做咩|点解|干嘛|干啥|没有?(?:要求|让|说|选|同意|申请|要)|凭什么|为什么|为啥|怎么(?:就|又|给|把|是)|你们说|说好|结果(?:还|又|没|不|却|把|给|就)|从来不|从不|(?<![a-z])(?:didnt|did not|never|who told|why|nobody asked|no one asked|noone asked)(?![a-z])"
)
_RHETORICAL: Final = re.compile(
    r"谁(?:替|帮|代|给)我?(?:同意|签|答应)|(?<![a-z])when did i (?:ever )?(?:agree|say|allow|sign|consent|authori[sz]e|approve|ask)|怎么可能|怎么会|(?:什么|啥)时候(?:说|同意|答应|让|授权|允许|要)|几时(?:说|同意|答应)|谁说|哪有|哪里(?:有|会)?同意|个鬼|个屁|个头|才怪|凭什么"
)
_WAYBILL: Final = re.compile(r"[a-z]{0,4}\d{8,20}")
_TRACE: Final = re.compile(r"查|看看|看下|到哪|在哪|物流|(?<![a-z])(?:track|trace|status|check|where|find)(?![a-z])")
_PLEASE: Final = re.compile(
    r"(?:can|could|will|would) (?:you|u) [^?]{0,60}(?<![a-z])(?:please|pls|plz)(?![a-z])|^(?:please|pls|plz) "
)
_NOT_WANTED: Final = re.compile(
    r"没|别|甭|勿|冇|唔[好使要]|不(?!好意思|用谢|客气)|(?<![a-z])(?:no|not|dont|never|nobody|stop|without)(?![a-z])"
)
_CHANGES: Final = re.compile(
    r"[?]|改|换|晚点|早点|迟|再|才|最好|能不能|可不可以|要不|不如|但|不过|只是|[明后]天|[明后]儿|明[早晚]|听日|周|星期|礼拜|号(?!楼|门)|下[周月]|不|没"
    r"|(?<![a-z])(?:but|instead|rather|better|only|tomorrow|tmr|mon|tue|wed|thu|fri|sat|sun|weekend|next|later|earlier|not|cant|can you|could you|after|except)"
)
_ALTHOUGH: Final = re.compile(r"虽然|虽说|尽管|(?<![a-z])(?:although|though|even if|even though)(?![a-z])")
_CHAT: Final = re.compile(
    r"[冷热晒雨雪]|天气|好累|好困|好饿|好忙|无聊|生日|快乐|吃了|睡|离职|考试|作业|电影|^早[啊呀上好]{0,3}$|(?<![a-z])(?:weather|birthday|rain|raining|cold|hot|bored|nice day|lovely day)(?![a-z])"
)
_NEW_NUMBER: Final = re.compile(r"(?:换|改|新)[^,。]{0,3}(?:号|电话|手机)[^\d]{0,8}\d{7,13}")
_WHICH_HOUR: Final = re.compile(
    r"(?:几点|几时|何时|什么时候|什么时间|啥时候|多晚|多早)(?:钟)?(?:之前|以前|之后|以后|前|后|到几点)?(?:可以|能|可|还能|才能|方便|接受)"
)
"""Which hour is possible, asked back: "晚上几点前可以约"."""
_IN_TIME: Final = re.compile(r"几点(?:钟)?[啊呀呢]?\??$|来得及|来不来得及|赶得上|会不会太|算不算|截止|过期")
_EITHER_OR: Final = re.compile(r"[^,。!?]还是[^,。!?]{1,8}(?:\?|呢|啊|$)")
_BRINGS: Final = re.compile(
    r"送|派|来|到|收|拿|取|(?<![a-z])(?:come|deliver|bring|drop|visit|ok|okay|possible|work|works|suit|about)(?![a-z])"
)
_A_NOT_A: Final = re.compile(
    r"(系咪|系唔系|行不行|好不好|可不可以|方不方便|能不能|是不是|在不在|有没有|会不会|得唔得|得不得(?:行)?|用不用|要不要|成不成|中不中|系唔系)"
)
_ASKS: Final = re.compile(
    r"(?:你们|请问)?(?:为什么|为啥|为何|怎么|咋|凭什么|干嘛|谁|点解)(?!都)|(?:are|r) (?:you|u) sure|(?:hi |hello |hey )?(?:whos|whens|whys|does|do|did|whats|hows|wheres|what(?! about)|when|how(?! about)|why|who|where|which)(?![a-z])"
)
_ENDS_ASKING: Final = re.compile(r"(?:吗|么|嘛|\?)[啊呀]?$")
_WISH_ASKED: Final = re.compile(
    r"(?:吗|么|咩)[啊呀,.。!?]{0,2}$|(?:可以|可|能|会|要|行|得|好)[^,。!?]{0,12}(?:嘛|不|没)?\?$|[^要怎什这那多]么(?=[,。?])|吗(?=[,。?])"
)
_NO_HURRY: Final = re.compile(
    r"(?:不|别|莫|唔|没那么|不用|不是很|也不|不太|甭)(?:着|用|赶|太|是很)?(?:急用?|着急|赶时间)|(?:什么时候|啥时候?|几点|哪天|几时|什么时间)[^,。!?]{0,6}(?:都|也)(?:行|可以|好|成|方便|没问题|中|ok)"
)
_A_PARCEL: Final = re.compile(r"快递|包裹|件|货|物流|派送|(?<![a-z])(?:parcel|package|delivery|order|eta|track)")
_ORIGINALLY: Final = re.compile(
    r"原来|本来|原本|之前|刚才|先前|起初|一开始|(?<![a-z])(?:originally|before|at first|was going to|wanted to)(?![a-z])"
)
_NOW: Final = re.compile(r"现在|后来|还是|改|换成|算了|而家|(?<![a-z])(?:but|now|instead|changed)(?![a-z])")
_EARLIER: Final = re.compile(
    r"(?:能|可以|可不可以|能不能|可否|麻烦|想|要)[^,。!?]{0,4}(?:早一?[点些]|提前|晚一?[点些]|推迟|延后|提早)[^,。!?]{0,6}(?:吗|么|不|[?]|$)"
)
_NOBODY_AUTHORISED: Final = re.compile(r"没有?(?:授权|让|叫|允许|同意|委托|准)过?谁")
_ONLY_ASKED: Final = re.compile(r"(?:吗|么|呢)\??$|\?$|如果|要是|假如|万一|(?<![a-z])(?:if|did) (?:i|we)(?![a-z])")
_PAST: Final = re.compile(r"^(?:上次|上回|昨天|前天|以前|之前)(?!我?说)[^,。!?]{0,20}(?:了|过|被|没|结果)")
_PRESENT: Final = re.compile(r"这次|现在|还是|改|今天|明天|今晚|以后|请|帮|麻烦")
_SIGNED: Final = re.compile(r"^(?:收到|明白|知道了|已阅)(?![的过])(?![^,]{0,6}再)|(?:收到|明白|知道|已阅)了?$")
_COMES_IN_TIME: Final = re.compile(r"(?:准时|按时|一定|必|保证)(?:到|来|去|参加|出席|到场|到岗)[了吧啊呀哦!。]{0,2}$")
_SEE_YOU: Final = re.compile(r"(?:见|恭候|等着|等(?:你|您|着)(?:们)?|see you(?: then| there)?)[ !.]{0,2}$")
_TOLD: Final = re.compile(r"(?:的时候|时)[^,。!?]{0,4}过(?!来|去|后)")
_KEEPS_COMING: Final = re.compile(
    r"(?<![a-z])(?:dont|do not|never|not) (?:you )?(?:ever |dare )?(?:dare )?(?:stop|cancel|return|send it back)(?![a-z])|(?:别|不要|不用|没说?要?)(?:给我)?(?:退|拒收|取消)"
)
_WAITED: Final = re.compile(r"等|晚|迟|(?<![a-z])(?:wait|late|delay|slow)")
_CONSEQUENCE: Final = re.compile(r"(?:会|又|要|能|将)怎么?样|会如何|有什么后果|会有什么|(?<![a-z])what (?:happens|if)(?![a-z])")
_NO_REASON: Final = re.compile(r"(?:cant think of|dont have|dont see|havent got|no)(?: any| a)? (?:reasons?|grounds) to (?:object|refuse|disagree|say no)")
_ONE_OR_NOT: Final = re.compile(r"([\u3400-\u9fff])[不唔]\1")
_TURNED_HOME: Final = re.compile(r"(?:转寄|转送|改寄|改送|转到|转去|转回|转)(?:到|去|回|给)?我?(?:家|屋企|老家)")
_NOT_MINE: Final = re.compile(r"(?:不是|唔系|并非)(?:我|我们|本人)?(?:家|的|这|本人)|(?<![a-z])(?:isnt|not|wasnt|aint) (?:mine|my|our|ours)(?![a-z])")
_FORBIDS: Final = re.compile(r"[^,。!?]{0,3}(?:不要|别(?!墅|院|苑)|勿|唔好|不许|不能)[发停放扔堆挡堵丢]")
_NOT_SIGNED: Final = re.compile(r"(?:不是|并非|唔系|非)(?:我|本人)(?:本人|自己)?(?:签收?|收|取|拿|领)(?:的|走|嘅)?(?:[,。!? ]|$)")
_HOUR: Final = re.compile(r"点|前别|后别|时")


# ── grievances and wishes ────────────────────────────────────────────────────────────────────────


def service_question(reading: Reading) -> Meaning | None:
    """When are you open, do you deliver on Sundays: a question, though it names a time."""
    if reading.says("asks_where"):
        return Meaning("where_is", "asks_where.lexicon")
    if (
        reading.asked
        and _PLEASE.search(reading.text.tight)
        and option_words(reading.text, reading.asked, reading.lexicon)
    ):
        return None
    if reading.asked and reading.asked.agreement and _NOBODY_AUTHORISED.search(reading.text.tight):
        return None
    if "监控" in reading.text.tight:
        return None
    asks = reading.lexicon.phrases["service_question"].search(without_doubt(reading.text.tight))
    return Meaning("question", "service_question.lexicon") if asks else None


def grievances(reading: Reading) -> Meaning | None:
    """A person, a grievance, nothing came; "ok, call me when you arrive" is a yes."""
    if reading.asked and called_on_arrival(reading):
        return answered(reading, "yes", "yes.call_on_arrival")
    complains = grievance(reading)
    if complains and not (complains.intent == "agent" and reading.asked and reading.asked.notice and asking(reading)):
        return complains
    signed = not (reading.asked and reading.asked.agreement) and _NOT_SIGNED.search(reading.text.tight)
    return Meaning("not_received", "not_received.signed_by_another") if signed else None


def annoyed(reading: Reading) -> Meaning | None:
    """Perhaps an opt-out: a person decides, promotions wait."""
    table = maybe_opts_out(reading.text.tight, reading.lexicon)
    disputed = table == "not_the_person" and reading.asked and reading.asked.agreement and reading.says("disagreed")
    if table is None or disputed:
        return None
    intents: dict[str, Intent] = {"how_to_opt_out": "question", "annoyed": "complaint", "not_the_person": "other"}
    return Meaning(intents[table], f"opt_out_maybe.{table}", ambiguous=True)


def agreement(reading: Reading) -> Meaning | None:
    """Somebody took the parcel: did you agree?"""
    if not (reading.asked and reading.asked.agreement):
        return None
    rhetorical = _RHETORICAL.search(reading.text.tight)
    if rhetorical and rhetorical.group() == "才怪":
        return Meaning("other", "agreement.rhetorical")
    said = _ONE_OR_NOT.sub("?", _KEEPS_COMING.sub(" ", _NO_REASON.sub("no problem", reading.text.tight)))
    if _CONSEQUENCE.search(said):
        return Meaning("question", "agreement.asked_about")
    if rhetorical or reading.lexicon.phrases["disagreed"].search(said):
        objection = reading.branch("decline")
        return Meaning("option" if objection else "decline", "disagreed.lexicon", branch=objection)
    agreed = reading.lexicon.phrases["agreed"].search(reading.text.tight)
    if agreed and _ONLY_ASKED.search(reading.text.tight):
        return None
    if agreed and CONDITIONAL.search(reading.text.tight):
        return Meaning("other", "agreed.conditional")
    if agreed and not REFUSING.search(reading.lexicon.phrases["agreed"].without(reading.text.tight)):
        return Meaning("confirm", "agreed.lexicon", branch=reading.branch("confirm"))
    return None


def duty(reading: Reading) -> Meaning | None:
    """A notice to staff: who cannot come says so."""
    if not (reading.asked and reading.asked.notice):
        return None
    tight = _A_NOT_A.sub("?", reading.text.tight)
    if reading.lexicon.phrases["declined_duty"].search(tight) and not _ENDS_ASKING.search(tight):
        return Meaning("decline", "declined_duty.lexicon", branch=reading.branch("decline"))
    signed = _SIGNED.search(tight) or _COMES_IN_TIME.search(tight)
    if len(tight) <= 12 and signed and not (REFUSING.search(tight) or asking(reading)):
        return Meaning("confirm", "received.signed", branch=reading.branch("confirm"))
    return None


def slot(reading: Reading) -> Meaning | None:
    """Is the hour convenient: another one, another day, or not."""
    if not (reading.asked and reading.asked.slot):
        return None
    table = reading.lexicon.phrases["unavailable"]
    if _ALTHOUGH.search(reading.text.tight) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes":
        return Meaning("confirm", "yes.although", branch=reading.branch("confirm"))
    if not (_CHANGES.search(reading.text.tight) or SOUR.search(reading.text.tight)) and agrees_first(reading.text, reading.lexicon, reading.asked):
        return Meaning("confirm", "yes.leading", branch=reading.branch("confirm"))
    if _EARLIER.search(reading.text.tight):
        return time(reading) or Meaning("time", "time.vague")
    if table.search(_A_NOT_A.sub("?", reading.text.tight)) or is_vague(reading.text.tight):
        return time(reading) or unavailable(reading)
    if _SEE_YOU.search(reading.text.tight) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes":
        return Meaning("confirm", "yes.see_you", branch=reading.branch("confirm"))
    return None


def whereabouts(reading: Reading) -> Meaning | None:
    """Where is it, when does it come, hurry up; under a notice to staff a parcel must be named."""
    if missing := of_a_code(reading):
        return missing
    unhurried = _NO_HURRY.sub(" ", reading.text.tight)
    if reading.asked and reading.asked.notice and not _A_PARCEL.search(unhurried):
        return None
    if reading.asked and reading.asked.rates and _WAITED.search(unhurried):
        return Meaning("complaint", "complaint.waited")
    if reading.lexicon.phrases["where_is"].search(unhurried) or (
        _WAYBILL.search(reading.text.tight) and _TRACE.search(reading.text.tight)
    ):
        return Meaning("where_is", "where_is.lexicon")
    return None


def wishes(reading: Reading) -> Meaning | None:
    """An option in its own words."""
    if reading.asked is None:
        return None
    keys = option_words(reading.text, reading.asked, reading.lexicon)
    if len(keys) > 1 and (instead := _instead(reading)):
        keys = instead
    if len(keys) > 1 and reading.branch("redirect") in keys and _TURNED_HOME.search(reading.text.tight):
        keys = [key for key in keys if key != reading.branch("schedule")]
    if keys and _REPROACH.search(reading.text.tight):
        return Meaning("complaint", "wish.reproached")
    if keys and (CONDITIONAL.search(reading.text.tight) or TOLD_OF.search(reading.text.tight)):
        return Meaning("other", "wish.conditional")
    if keys and (asks_about(reading.text.tight) or _WISH_ASKED.search(reading.text.tight)):
        return Meaning("question", "wish.asked_about")
    means = {key: meaning for meaning, key in reading.asked.means.items()}
    if len(keys) == 1 and leaves_unsure(reading.text.tight, means.get(keys[0], "")):
        return Meaning("other", "wish.unsure")
    if len(keys) > 1:
        return Meaning("other", "wish.several")
    if not keys or (_PAST.search(reading.text.tight) and not _PRESENT.search(reading.text.tight)):
        return None
    place = reading.place() if keys[0] == reading.branch("redirect") else None
    return Meaning(
        "option",
        "wish.words",
        branch=keys[0],
        time=None if place and place.complete else reading.window(),
        address=place,
    )


def _instead(reading: Reading) -> list[str]:
    """What is wished now, where the first wish is told as an earlier one: "原来想转寄，现在改预约"."""
    assert reading.asked is not None
    earlier = _ORIGINALLY.search(reading.text.tight)
    now = _NOW.search(reading.text.tight, earlier.end() + 2) if earlier else None
    if now is None:
        return []
    rest = of_light(reading.text.raw, reading.text.tight[now.start() :])
    return option_words(rest, reading.asked, reading.lexicon)


def time(reading: Reading) -> Meaning | None:
    """A time window, or the wish for another time."""
    found = None if _TOLD.search(reading.text.tight) else reading.window()
    if tells_later(reading.text.tight) and reading.asked and (reading.asked.slot or reading.branch("hold")):
        return Meaning("other", "unsure.tells_later")
    if found and tells_later(reading.text.tight):
        return None
    if found and reading.asked and (reading.asked.rates or reading.asked.notice) and not _times_matter(reading):
        return None
    if found and reading.asked is None and _CHAT.search(reading.text.tight):
        return None
    if found and reading.asked and reading.asked.rates and not any(c.isalpha() for c in reading.text.tight):
        return None
    if found and (_ASKS.match(reading.text.tight) or _asks_of_a_time(reading)):
        return Meaning("question", "time.asked_about")
    if found:
        return Meaning("time", "time.grammar", branch=reading.accepts("time") or reading.branch("schedule"), time=found)
    return Meaning("time", "time.vague") if is_vague(reading.text.tight) and _times_matter(reading) else None


def _asks_of_a_time(reading: Reading) -> bool:
    """Whether a question names a time where no visit is spoken of: "明天轮休也要去?", "6点前来得及吗"."""
    tight = reading.text.tight
    if (_IN_TIME.search(tight) and "都" not in tight) or (_WHICH_HOUR.search(tight) and "都" not in tight and "随" not in tight):
        return True
    asks = "?" in tight or _ENDS_ASKING.search(tight) or _EITHER_OR.search(tight) or _A_NOT_A.search(tight)
    return (bool(asks) and not _times_matter(reading)) or (
        reading.asked is None and bool(asks) and not _BRINGS.search(tight)
    )


def _times_matter(reading: Reading) -> bool:
    """Whether a visit or an hour is spoken of: nothing is asked, or a delivery is."""
    asked = reading.asked
    return asked is None or asked.slot or "schedule" in asked.means or "time" in asked.question.accepts


def loose_wishes(reading: Reading) -> Meaning | None:
    """Wishes that a time would overrule: "先别送" holds, "送过来吧" schedules."""
    for table, meaning in (("no_delivery_now", "hold"), ("want_at_home", "schedule")):
        if (
            reading.branch(meaning)
            and reading.says(table)
            and not _WISH_ASKED.search(reading.text.tight)
            and not reading.says("refused")
            and not (meaning == "schedule" and _unwanted(reading, table))
            and not _HOUR.search(reading.text.tight)
        ):
            return Meaning("option", f"{table}.lexicon", branch=reading.branch(meaning))
    return None


def _unwanted(reading: Reading, table: str) -> bool:
    """Whether the clause refuses what it names: "没人给我送来", "no need deliver"."""
    tight = reading.text.tight
    found = reading.lexicon.phrases[table].search(tight)
    return found is not None and _NOT_WANTED.search(re.split(r"[,。;!?]", tight[: found.end()])[-1]) is not None


def refused(reading: Reading) -> Meaning | None:
    """The parcel goes back."""
    if NO_REFUSAL.search(reading.text.tight):
        return None
    if reading.says("refused") and not _KEEPS_COMING.search(reading.text.tight) and not asking(reading):
        return Meaning("decline", "refused.lexicon", branch=reading.branch("decline"))
    return None


def left_somewhere(reading: Reading) -> Meaning | None:
    """Where a menu holds and delivers, "leave it with the neighbour" is neither: ask again."""
    spoken = reading.branch("hold") or (reading.asked is not None and reading.asked.slot)
    if not spoken or not reading.says("left_somewhere") or asking(reading) or reading.window():
        return None
    agrees = reading.branch("confirm") and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes"
    return None if agrees else Meaning("other", "left_somewhere.lexicon")


def unavailable(reading: Reading) -> Meaning | None:
    """Not at home then, no time then."""
    table = reading.lexicon.phrases["unavailable"]
    asks = _ASKS.match(reading.text.tight) or _ENDS_ASKING.search(reading.text.tight)
    if reading.asked and reading.asked.agreement:
        return None
    if reading.asked and not asks and table.search(_A_NOT_A.sub("?", reading.text.tight)):
        return Meaning("decline", "unavailable.lexicon", branch=reading.branch("decline"))
    return None


def address(reading: Reading) -> Meaning | None:
    """An address that is not whole: "5号楼302", "浦东新区"."""
    found = reading.place()
    if found is None or (not found.complete and (_NOT_MINE.search(reading.text.tight) or _FORBIDS.match(reading.text.tight))):
        return None
    return addressed(reading, found)


# ── the rest ─────────────────────────────────────────────────────────────────────────────────────


def leading(reading: Reading) -> Meaning | None:
    """Yes or no in the first clause; thanks anywhere."""
    kind = leading_answer(reading.text, reading.lexicon, reading.asked)
    if kind == "yes" and SOUR.search(reading.text.tight):
        return Meaning("other", "yes.soured")
    if kind:
        return answered(reading, kind, f"{kind}.leading")
    return Meaning("thanks", "thanks.lexicon") if reading.says("thanking") else None


def otherwise(reading: Reading) -> Meaning | None:
    """A name and a phone are kept; anything else is for asking again."""
    if _NEW_NUMBER.search(reading.text.tight):
        return Meaning("other", "contact.new_number")
    contact = contact_of(reading.text)
    return Meaning("other", "address.contact_only", address=contact) if contact else Meaning("other", "nothing")
