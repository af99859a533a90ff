"""What only the open question makes clear: did you agree, will you come, is the hour convenient, where shall it be left."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.doubts import CONDITIONAL, SOUR
from bot.core.understand.reading import REFUSING, Reading, asking
from bot.core.understand.times import is_vague
from bot.core.understand.wishes import agrees_first, leading_answer
from bot.core.understand.wishing import A_NOT_A, ASKS, ENDS_ASKING, time

_RHETORICAL: Final = re.compile(
    r"谁(?:替|帮|代|给)我?(?:同意|签|答应)|(?<![a-z])when did i (?:ever )?(?:agree|say|allow|sign|consent|authori[sz]e|approve|ask)|怎么可能|怎么会|(?:什么|啥)时候(?:说|同意|答应|让|授权|允许|要)|几时(?:说|同意|答应)|谁说|哪有|哪里(?:有|会)?同意|个鬼|个屁|个头|才怪|凭什么"
)
_CHANGES: Final = re.compile(
    r"[?]|改|换|晚点|早点|迟|再|才|最好|能不能|可不可以|要不|不如|但|不过|只是|[明后]天|[明后]儿|明[早晚]|听日|周|星期|礼拜|号(?!楼|门)|下[周月]|不|没"
    r"|(?<![a-z])(?:but|instead|rather|better|only|tomorrow|tmr|mon|tue|wed|thu|fri|sat|sun|weekend|next|later|earlier|not|cant|can you|could you|after|except)"
)
_ALTHOUGH: Final = re.compile(r"虽然|虽说|尽管|(?<![a-z])(?:although|though|even if|even though)(?![a-z])")
_EARLIER: Final = re.compile(
    r"(?:能|可以|可不可以|能不能|可否|麻烦|想|要)[^,。!?]{0,4}(?:早一?[点些]|提前|晚一?[点些]|推迟|延后|提早)[^,。!?]{0,6}(?:吗|么|不|[?]|$)"
)
_ONLY_ASKED: Final = re.compile(r"(?:吗|么|呢)\??$|\?$|如果|要是|假如|万一|(?<![a-z])(?:if|did) (?:i|we)(?![a-z])")
_SIGNED: Final = re.compile(r"^(?:收到|明白|知道了|已阅)(?![的过])(?![^,]{0,6}再)|(?:收到|明白|知道|已阅)了?$")
_COMES_IN_TIME: Final = re.compile(r"(?:准时|按时|一定|必|保证)(?:到|来|去|参加|出席|到场|到岗)[了吧啊呀哦!。]{0,2}$")
_SEE_YOU: Final = re.compile(r"(?:见|恭候|等着|等(?:你|您|着)(?:们)?|see you(?: then| there)?)[ !.]{0,2}$")
KEEPS_COMING: Final = re.compile(
    r"(?<![a-z])(?:dont|do not|never|not) (?:you )?(?:ever |dare )?(?:dare )?(?:stop|cancel|return|send it back)(?![a-z])|(?:别|不要|不用|没说?要?)(?:给我)?(?:退|拒收|取消)"
)
_CONSEQUENCE: Final = re.compile(
    r"(?:会|又|要|能|将)怎么?样|会如何|有什么后果|会有什么|(?<![a-z])what (?:happens|if)(?![a-z])"
)
_NO_REASON: Final = re.compile(
    r"(?:cant think of|dont have|dont see|havent got|no)(?: any| a)? (?:reasons?|grounds) to (?:object|refuse|disagree|say no)"
)
_ONE_OR_NOT: Final = re.compile(r"([\u3400-\u9fff])[不唔]\1")


def agreement(reading: Reading) -> Meaning | None:
    """Somebody took the parcel: did you agree?"""
    if not (reading.asked and reading.asked.agreement):
        return None
    rhetorical = _RHETORICAL.search(reading.text.tight)
    if rhetorical and rhetorical.group() == "才怪":
        return Meaning("other", "agreement.rhetorical")
    said = _ONE_OR_NOT.sub("?", KEEPS_COMING.sub(" ", _NO_REASON.sub("no problem", reading.text.tight)))
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
    tight = A_NOT_A.sub("?", reading.text.tight)
    if reading.lexicon.phrases["declined_duty"].search(tight) and not ENDS_ASKING.search(tight):
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
    if not (_CHANGES.search(reading.text.tight) or SOUR.search(reading.text.tight)) and agrees_first(
        reading.text, reading.lexicon, reading.asked
    ):
        return Meaning("confirm", "yes.leading", branch=reading.branch("confirm"))
    if _EARLIER.search(reading.text.tight):
        return time(reading) or Meaning("time", "time.vague")
    if table.search(A_NOT_A.sub("?", reading.text.tight)) or is_vague(reading.text.tight):
        return time(reading) or unavailable(reading)
    if _SEE_YOU.search(reading.text.tight) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes":
        return Meaning("confirm", "yes.see_you", branch=reading.branch("confirm"))
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
    asks = ASKS.match(reading.text.tight) or ENDS_ASKING.search(reading.text.tight)
    if reading.asked and reading.asked.agreement:
        return None
    if reading.asked and not asks and table.search(A_NOT_A.sub("?", reading.text.tight)):
        return Meaning("decline", "unavailable.lexicon", branch=reading.branch("decline"))
    return None
