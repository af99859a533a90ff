"""The later layers: questions to the service, grievances, whereabouts, refusals, loose addresses, and the rest."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Intent, Meaning
from bot.core.understand.addresses import contact_of, is_refused
from bot.core.understand.agreeing import KEEPS_COMING
from bot.core.understand.answers import leading_answer
from bot.core.understand.compliance import maybe_opts_out
from bot.core.understand.contextual import TAKEN_BACK
from bot.core.understand.doubts import GRUDGED, NO_REFUSAL, NOT_HONEST, SCORNS, SOUR, SPOILED
from bot.core.understand.reading import (
    A_PARCEL,
    Reading,
    addressed,
    answered,
    asking,
    called_on_arrival,
    grievance,
    of_a_code,
)
from bot.core.understand.wishes import option_words

_WAYBILL: Final = re.compile(r"[a-z]{0,4}\d{8,20}")
_TRACE: Final = re.compile(r"查|看看|看下|到哪|在哪|物流|(?<![a-z])(?:track|trace|status|check|where|find)(?![a-z])")
_PLEASE: Final = re.compile(
    r"(?:can|could|will|would) (?:you|u) [^?]{0,60}(?<![a-z])(?:please|pls|plz)(?![a-z])|^(?:please|pls|plz) "
)
_MIS_SENT: Final = re.compile(r"(?:我|刚才|刚刚|刚|上面|上一?条|不好意思|抱歉)?[,]?(?:发|打|回|按|点|选)错了?[,。! ]")
"""What was sent before was a slip; an option in words follows."""
_BROUGHT: Final = re.compile("送(?:一下|过来|上来|来|到家|上门|上楼)|上门")
_NEW_NUMBER: Final = re.compile(r"(?:换|改|新)[^,。]{0,3}(?:号|电话|手机)[^\d]{0,8}\d{7,13}")
_KEEP_ON: Final = re.compile(r"(?<![a-z])(?:dont|do not|never) (?:stop|cancel|end)(?![a-z])")
"""Of the updates themselves: "don't stop the updates"."""
_NO_HURRY: Final = re.compile(
    r"(?:别|不要|莫|唔好|甭|勿)(?:再|老|一直)?催(?:我|了)?|催(?:什么|啥|个屁|命)|再快一?[点些][^,。!?]{0,3}就|(?:不|别|莫|唔|没那么|不用|不是很|也不|不太|甭)(?:着|用|赶|太|是很)?(?:急用?|着急|赶时间)|(?:什么时候|啥时候?|几点|哪天|几时|什么时间)[^,。!?]{0,6}(?:都|也)(?:行|可以|好|成|方便|没问题|中|ok)"
)
_IN_THAT_CASE: Final = re.compile(r"(?:要是|如果|假如|若是?|只要)[^,。!?]{0,12}(?:就|的话)(?![是在])")
"""What only might be asks nothing: "要是今天能到就上门"."""
_I_COME: Final = re.compile(
    r"^(?:先|再|等)?过[几两](?:天|日)(?:吧|哈|啊|再说)?[,。! ]{0,2}$|(?:我|俺|咱|人|偶)?(?:再)?(?:过|隔|晚|迟|缓|等)(?:个|上)?[几两一三](?:天|日|周|个?星期|个?礼拜|个月)(?:后|之后|以后)?(?:我|俺)?(?:再|就|才|过)?(?:自己|自家|自个|亲自)?(?:来|去|过来|过去|回来)?(?:取|拿|领|提|攞)"
)
"""Who comes for it in some days does not ask when it comes."""
_THE_OFFER: Final = re.compile(
    r"(?:什么时候|几时|几号|多久|啥时候|何时)[^,。!?]{0,4}(?:过期|到期|截止|失效|结束|有效)|(?:优惠|券|码|活动)[^,。!?]{0,6}(?:什么时候|几时|几号|多久|啥时候|何时)|(?<![a-z])(?:when|how long|what (?:time|date|day))(?![a-z])[^.?]{0,14}(?<![a-z])(?:offer|coupon|voucher|deal|promo|promotion|discount|code)(?![a-z])"
)
"""When the coupon ends, not where a parcel is."""
_NOBODY_AUTHORISED: Final = re.compile(r"没有?(?:授权|让|叫|允许|同意|委托|准)过?谁")
_WAITED: Final = re.compile(
    r"(?<!稍)等(?!会|下|一下|等|我|到了|有空|有时间|级|于|拆|收|用|看)|(?<![今明昨当傍早夜])晚(?!点|些|上|饭|会|安|间)|迟|(?<![a-z])(?:wait|late(?!r)|delay|slow)"
)
_NOT_MINE: Final = re.compile(
    r"(?:不是|唔系|并非)(?:我|我们|本人)?(?:家|的|这|本人)|(?<![a-z])(?:isnt|not|wasnt|aint) (?:mine|my|our|ours)(?![a-z])"
)
_FORBIDS: Final = re.compile(
    r"[^,。!?]{0,4}(?:不要|别(?!墅|院|苑)|勿|唔好|不许|不能|莫|甭|咪)(?:再|给我|帮我)?[发停放扔堆挡堵丢存搁留寄塞投转]"
)
_WONT_FETCH: Final = re.compile(
    r"^我?(?:就|也|都|坚决|反正)?(?:不|唔)(?:会|想|打算|准备)?(?:去|来|再)?(?:取|拿|领|提|攞|拎)(?:件|快递|包裹)?(?:了|喇|啦)(?=[,。! ]|$)"
    r"|(?<![a-z])(?:dont want to|dont wanna|wont|wont be|not going to|not gonna|im not|refuse to|no way im|never going to) (?:come |go |be )?(?:and )?(?:collect|collecting|pick(?:ing)? (?:it |this |that |them )?up|fetch|fetching)(?: it| this| that| them| the parcel| anything)?(?! (?:today|tomorrow|tonight|now|until|till|this|on|before|from)(?![a-z]))"
)
"""Will not fetch it, where nothing is asked."""
_UNTIL_WHEN: Final = re.compile(r"(?:until|till?|by|up to) (?:when|what (?:time|day|date))(?![a-z])")
_NOT_SIGNED: Final = re.compile(
    r"(?:不是|并非|唔系|非)(?:我|本人)(?:本人|自己)?(?:签收?|收|取|拿|领)(?:的|走|嘅)?(?:[,。!? ]|$)|签收?的?人[^,。!?]{0,6}(?:不认识|不是我)"
)


def service_question(reading: Reading) -> Meaning | None:
    """When are you open, do you deliver on Sundays: a question, though it names a time."""
    if reading.says("asks_where") and not _UNTIL_WHEN.match(reading.text.tight):
        return Meaning("where_is", "asks_where.lexicon")
    if (
        reading.asked
        and _PLEASE.search(reading.text.tight)
        and option_words(reading.text, reading.asked, reading.lexicon)
    ):
        return None
    if reading.asked and reading.asked.agreement and _NOBODY_AUTHORISED.search(reading.text.tight):
        return None
    if "监控" in reading.text.tight or reading.text.tight.startswith("not me"):
        return None
    asks = reading.lexicon.phrases["service_question"].search(reading.undoubted)
    return Meaning("question", "service_question.lexicon") if asks else None


def grievances(reading: Reading) -> Meaning | None:
    """A person, a grievance, nothing came; "ok, call me when you arrive" is a yes."""
    if reading.asked and called_on_arrival(reading):
        return answered(reading, "yes", "yes.call_on_arrival")
    complains = grievance(reading)
    if complains and not (complains.intent == "agent" and reading.asked and reading.asked.notice and asking(reading)):
        return complains
    asks_who = reading.asked and (reading.asked.agreement or reading.branch("claim"))
    signed = not asks_who and _NOT_SIGNED.search(reading.text.tight)
    return Meaning("not_received", "not_received.signed_by_another") if signed else None


def annoyed(reading: Reading) -> Meaning | None:
    """Perhaps an opt-out: a person decides, promotions wait."""
    table = maybe_opts_out(reading.text.tight, reading.lexicon)
    if (
        table == "not_the_person"
        and reading.asked
        and _MIS_SENT.match(reading.text.tight)
        and option_words(reading.text, reading.asked, reading.lexicon)
    ):
        return None
    disputed = table == "not_the_person" and reading.asked and reading.asked.agreement and reading.says("disagreed")
    if table is None or disputed:
        return None
    intents: dict[str, Intent] = {"how_to_opt_out": "question", "annoyed": "complaint", "not_the_person": "other"}
    return Meaning(intents[table], f"opt_out_maybe.{table}", ambiguous=True)


def whereabouts(reading: Reading) -> Meaning | None:
    """Where is it, when does it come, hurry up; under a notice to staff a parcel must be named."""
    if missing := of_a_code(reading):
        return missing
    if _KEEP_ON.search(reading.text.tight):
        return None
    unhurried = _IN_THAT_CASE.sub(" ", _I_COME.sub(" ", _NO_HURRY.sub(" ", reading.undoubted)))
    if reading.asked and reading.asked.notice and not A_PARCEL.search(unhurried):
        return None
    if reading.branch("claim") and _THE_OFFER.search(unhurried):
        return Meaning("question", "question.of_the_offer")
    if reading.asked and reading.asked.rates and _WAITED.search(unhurried):
        return Meaning("complaint", "complaint.waited")
    if reading.lexicon.phrases["where_is"].search(unhurried) or (
        _WAYBILL.search(reading.text.tight) and _TRACE.search(reading.text.tight)
    ):
        return Meaning("where_is", "where_is.lexicon")
    return None


def refused(reading: Reading) -> Meaning | None:
    """The parcel goes back."""
    if NO_REFUSAL.search(reading.text.tight):
        return None
    if reading.asked is None and _WONT_FETCH.search(reading.text.tight) and not asking(reading):
        return Meaning("decline", "refused.wont_fetch")
    if reading.says("refused") and not KEEPS_COMING.search(reading.text.tight) and not asking(reading):
        return Meaning("decline", "refused.lexicon", branch=reading.branch("decline"))
    return None


def address(reading: Reading) -> Meaning | None:
    """An address that is not whole: "5号楼302", "浦东新区"."""
    found = reading.place()
    beside = reading.asked is not None and (reading.asked.agreement or reading.asked.notice)
    if found and beside and not found.complete and reading.branch("redirect") is None:
        return None  # where it was signed, where the van stands
    if found is None or (
        not found.complete and (_NOT_MINE.search(reading.text.tight) or _FORBIDS.match(reading.text.tight))
    ):
        return None
    return Meaning("other", "address.refused") if is_refused(reading.text.tight) else addressed(reading, found)


def leading(reading: Reading) -> Meaning | None:
    """Yes or no in the first clause; thanks anywhere."""
    kind = leading_answer(reading.text, reading.lexicon, reading.asked)
    if kind == "yes" and SCORNS.search(reading.text.tight):
        return Meaning("other", "yes.scorned")
    grudged = SPOILED.search(reading.text.tight) or GRUDGED.search(reading.text.tight)
    if kind == "yes" and reading.asked and reading.asked.agreement and grudged:
        return Meaning("other", "yes.soured")
    if kind == "yes" and (SOUR.search(reading.text.tight) or NOT_HONEST.match(reading.text.tight)):
        return Meaning("other", "yes.soured")
    if kind == "yes" and _wants_it_brought(reading):
        return Meaning("other", "yes.brought")
    if kind == "yes" and reading.asked and reading.asked.slot and TAKEN_BACK.search(reading.text.tight):
        return Meaning("other", "yes.taken_back")
    if kind == "no" and reading.asked and reading.asked.agreement and reading.text.tight.startswith("算了"):
        return Meaning("other", "agreed.grudged")
    if kind:
        return answered(reading, kind, f"{kind}.leading")
    return Meaning("thanks", "thanks.lexicon") if reading.says("thanking") else None


def _wants_it_brought(reading: Reading) -> bool:
    """Whether a visit is wished where the question offers none: "我腿脚不便，麻烦送一下"."""
    asked = reading.asked
    fits = asked is not None and (asked.slot or "schedule" in asked.means)
    return not fits and _BROUGHT.search(reading.text.tight) is not None


def otherwise(reading: Reading) -> Meaning | None:
    """A name and a phone are kept; an opt-out that was doubted is a person's (law 11); anything else is for asking again."""
    if _NEW_NUMBER.search(reading.text.tight):
        return Meaning("other", "contact.new_number")
    if reading.says("opt_out") and not reading.says("keeps_texts"):
        return Meaning("other", "opt_out_maybe.doubted", ambiguous=True)
    contact = contact_of(reading.text)
    return Meaning("other", "address.contact_only", address=contact) if contact else Meaning("other", "nothing")
