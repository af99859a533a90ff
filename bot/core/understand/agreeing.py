"""Somebody else took the parcel: agreement, objection, or neither."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.doubts import AGREES_LATER, CONDITIONAL, GRUDGED, GUESSED, NOBODY_TOOK, SPOILED
from bot.core.understand.reading import REFUSING, Reading, asking

_SCORNED: Final = re.compile(
    r"谁(?:替|帮|代|给)我?(?:同意|答应)|谁(?:会|能|敢|想|肯)(?:同意|签|答应|认)|鬼才(?:会)?(?:同意|签|信)|(?<![a-z])when did i (?:ever )?(?:agree|say|allow|sign|consent|authori[sz]e|approve|ask)|那?(?:怎么|哪|咋)(?:能|会)?行(?!李)|怎么可能|怎么会|(?:什么|啥)时候(?:说|同意|答应|让|授权|允许|要)|几时(?:说|同意|答应)|谁说|哪有|哪里(?:有|会)?同意|个鬼|个屁|个头|才怪|凭什么"
)
_ONLY_ASKED: Final = re.compile(
    r"^(?:which|what|whose)(?![a-z])|^(?:did|was|is|were|has|does|are) (?:it|my|the|he|she|they|our|that|this)(?![a-z])|(?:吗|么|呢)\??$|\?$|如果|要是|假如|万一|(?<![a-z])(?:if|did) (?:i|we)(?![a-z])"
)
KEEPS_COMING: Final = re.compile(
    r"(?<![a-z])(?:dont|do not|never|not) (?:you )?(?:ever |dare )?(?:dare )?(?:stop|cancel|return|send it back)(?![a-z])|(?:别|不要|不用|没说?要?)(?:给我)?(?:退|拒收|取消)"
)
_CONSEQUENCE: Final = re.compile(
    r"(?:异议|不同意|反对|不认可?|拒绝|意见)(?:的话|了|要|该|应该|就|,)?(?:怎么|咋|如何|点样|找谁|跟谁|向谁|联系谁|去哪|在哪|打哪|拨哪|打什么|打多少|联系哪)(?!不|没|又|还)"
    r"|(?:能|可以|可不可以|能不能|可否|还会)(?:再)?(?:退|拒收|反对|不同意|取消|反悔|撤[回销]|改)[^,。!?]{0,4}(?:吗|么|不|嘛|\?)$"
    r"|(?<![a-z])(?:can|could|may|should|must|do) i (?:still |even |also |then |later |always |have to |need to ){0,2}(?:return|refuse|reject|object|send|dispute|disagree|change|cancel|sign|agree|give|appeal)(?![a-z])"
    r"|(?<![a-z])is it (?:still |too late |possible |ok |okay |allowed ){1,2}(?:for me )?to (?:return|refuse|reject|object|dispute|disagree|change|cancel|sign|agree|appeal)(?![a-z])"
    r"|(?:会|又|要|能|将)怎么?样|会如何|有什么后果|会有什么|(?<![a-z])what (?:happens|if)(?![a-z])"
)
_NO_OBJECTION: Final = re.compile(
    r"(?:没有?|冇|未|并没有?|从没)(?:说|讲|话)(?:过)?(?:我)?(?:有|不|反对|要)[^,。!?]{0,4}|(?<!不是)(?<!并非)(?:没有?|冇|无|木有|莫得)(?:任何|什么|啥|半点)?(?:异议|意见|问题|疑问|毛病|不同意|反对)(?!才怪)"
)
_NO_REASON: Final = re.compile(
    r"(?:cant think of|dont have|dont see|havent got|no)(?: any| a)? (?:reasons?|grounds) to (?:object|refuse|disagree|say no)"
)
_ABSENT: Final = re.compile(
    r"(?:我|人|当时|那天|昨天|今天|正好|刚好|因为|由于){0,3}(?:不在家|没在家|不在公司|不在单位|没在公司|不在|没在|没空|没时间|不方便|来不及|走不开|没法|没办法)(?:取|拿|收|签|领|下楼|去)?|不是(?:外人|陌生人|别人|生人)"
    r"|(?<![a-z])(?:(?:i|we|id|as|since|cos|because) ){0,3}(?:was|were|wasnt|werent|am|im|couldnt|could|cant|wont)(?: not)? (?:be )?(?:at )?(?:home|in|there|around|out|available|able to|away|at work)(?![a-z])|no need to worry|dont worry|not to worry|not a stranger"
)
"""Why another took it: no refusal."""
_WAS_IN: Final = re.compile(
    r"(?:我|咱|俺|家里)[^,。!?]{0,3}(?:整天|全天|一天|当时|当天|那天|那会儿?|那时候?|明明|一直|从早到晚)[^,。!?]{0,4}(?:在(?:家|屋企|公司|单位|宿舍|办公室)|有人)|(?:整天|全天|当时|当天|那天|那会儿?|那时候?|明明|一直)[^,。!?]{0,3}(?:我|咱|俺)[^,。!?]{0,4}在(?:家|屋企|公司|单位|宿舍|办公室)"
)
"""Who was in need not have had it signed by another: a reproach, not a time."""
_DENIED: Final = re.compile(
    r"恕|(?<!困|为|灾)难(?!道|题|受|怪|得)|[无没]法|拒|撤[回销]|收回|反悔|作废|谁(?![签收拿取领]?都)|哪|怎么|凭|鬼知|陌生|冒充|骗|只有你|(?<![a-z])(?:none|neither|nobody|noone|without|cannot|couldnt|wouldnt|wont|shouldnt|arent|werent|aint|unable|hardly|barely|wish|hope|would|supposed|should|nothing(?! (?:wrong|missing|broken|damaged|else|to)))(?![a-z])"
)
"""What keeps a name of who took it from telling agreement: "none of my neighbours have it"."""
_NEVER_AGREES: Final = re.compile(r"(?<!不)(?:同意|认可|认账|答应|接受)[^,。!?]{0,3}才怪")
_ONE_OR_NOT: Final = re.compile(r"([\u3400-\u9fff])[不唔]\1")


def agreement(reading: Reading) -> Meaning | None:
    """Somebody took the parcel: did you agree?"""
    if not (reading.asked and reading.asked.agreement):
        return None
    said = _ONE_OR_NOT.sub(
        "?", _NO_OBJECTION.sub(" ", KEEPS_COMING.sub(" ", _NO_REASON.sub("no problem", reading.text.tight)))
    )
    found = _not_agreed(reading, said)
    if found is None and reading.says("agreed"):
        found = None if _ONLY_ASKED.search(reading.text.tight) else _agreed(reading)
    if found is None and _WAS_IN.search(said):
        return Meaning("complaint", "agreement.was_in")
    return found


def _not_agreed(reading: Reading, said: str) -> Meaning | None:
    """Nobody took it, what happens if, an objection, or a yes for later."""
    rhetorical = _SCORNED.search(reading.text.tight)
    if rhetorical and rhetorical.group() == "才怪" and not _NEVER_AGREES.search(reading.text.tight):
        return Meaning("other", "agreement.rhetorical")
    if NOBODY_TOOK.search(said):
        return Meaning("not_received", "agreement.nobody_took")
    if _CONSEQUENCE.search(said):
        return Meaning("question", "agreement.asked_about")
    if rhetorical or reading.lexicon.phrases["disagreed"].search(said):
        objection = reading.branch("decline")
        return Meaning("option" if objection else "decline", "disagreed.lexicon", branch=objection)
    later = AGREES_LATER.search(said) and not reading.says("where_is") and not asking(reading)
    return Meaning("other", "agreed.conditional") if later else None


def _agreed(reading: Reading) -> Meaning | None:
    """Agreement told by who took it, unless that is a guess, for one case alone or no good news."""
    tight = reading.text.tight
    if GUESSED.search(tight):
        return Meaning("other", "agreed.guessed")
    if GRUDGED.search(tight):
        return Meaning("other", "agreed.grudged")
    if CONDITIONAL.search(tight) or AGREES_LATER.search(tight):
        return Meaning("other", "agreed.conditional")
    if _DENIED.search(tight) or _objects_beside(reading):
        return None
    return Meaning("confirm", "agreed.lexicon", branch=reading.branch("confirm"))


def _objects_beside(reading: Reading) -> bool:
    """Whether a refusal, a denial or a mishap stands beside the words that tell who took it."""
    rest = _ABSENT.sub(" ", reading.lexicon.phrases["agreed"].without(reading.text.tight))
    return REFUSING.search(rest) is not None or SPOILED.search(rest) is not None
