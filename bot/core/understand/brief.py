"""Short answers: nothing but yes, no, thanks, a claim, or that nothing is decided yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.answers import concedes, short_answer
from bot.core.understand.doubts import GRUDGED, GUESSED, NO_REFUSAL, NOBODY_TOOK, NOT_HONEST, PUT_OFF_CLAIM, SCORNS
from bot.core.understand.frames import bare
from bot.core.understand.reading import ASKS_NOTHING, REFUSING, Reading, answered, asking, claim_in_doubt, grievance
from bot.core.understand.text import of_light
from bot.core.understand.wishes import option_words

_WHY_NOT: Final = re.compile(
    r"(?:干嘛|干吗|为什么|为啥|怎么|何必|凭什么|岂能|哪能|怎么会|怎么可能|谁会)不(?:要|领|用|拿|来|是)|不(?:要|领)(?:白不(?:要|领)|是傻)|何乐不为|来者不拒|恭敬不如从命|却之不恭|盛情难却|多多益善|何乐而不为|(?<![a-z])why (?:wouldnt|not|would i not)(?![a-z])"
)
_NO_OPT_OUT: Final = re.compile(
    r"(?:不是|不要|别|不|没说|没要|没)(?:要|想)?退订[,。!? ]{0,2}|退(?:什么|啥|个屁|毛|个鬼|哪门子)订[,。!? ]{0,2}"
)
_ASKED_WHY: Final = re.compile(r"怎么|哪|岂|谁")
_COME_THEN: Final = re.compile(
    r"(?:送|派|配送)(?:过|上)?(?:来|到|货|吧|呗)|上门|(?<![a-z])(?:deliver|bring|come)(?![a-z])"
)
_SEND: Final = frozenset({"送", "派送", "配送", "送来", "送过来", "来送", "派件", "送货"})
_ANY_TIME: Final = re.compile(
    r"随时|(?:什么|啥|任何)时(?:候|间)都?|(?:哪一?天|几点|几号|哪个时间|什么时段|啥时段|周几)都|any ?time|any day"
)
_EITHER_OPTION: Final = frozenset({"i dont mind", "dont mind", "i dont mind which", "dont mind which", "i do not mind"})
_NOT_AFFIRMED: Final = re.compile(
    r"(?<![a-z])(?:object|refuse|disagree|reject|decline|not|never|no|dont|cant|wont|complain\w{0,4}|busy|away|out|late|later|sick|unless|if|missing|lost|broken|damaged|stolen|gone|empty|wrong|change|another)(?![a-z])"
)
_ASKS_OTHERS: Final = re.compile(
    r"(?:(?:稍等|等下|等一?下|等等|等会儿?)[, ]?)?我?(?:还得|还要|还需|得|要|需要|先|让我|让我先|等我|回去)?先?(?:去|回去)?(?:问一?下|问问|问|跟|和|同)(?:我|我们)?(?:家里人?|家人|老公|老婆|[爸妈]|爸妈|父母|领导|老板|同事|室友|朋友|孩子|媳妇|爱人|他们|[他她]|别人)(?:商量|说|确认)?(?:一?下|商量)?(?:再说|再定|看看|先)?"
)
_TAKES_BACK: Final = re.compile(
    r"(?:(?:刚才|刚刚|刚|上面|前面|上一条|上条|不好意思|抱歉|对不起|哎呀?|啊|呀|哦|sorry|oops|wait|no wait|hang on)[,。! ]{0,2}){0,2}(?:我|是我)?"
    r"(?:(?:回|发|按|打|点|选|写|说|输)错[了啦咯]?|错了|不对|不是的?|手滑了?|手误|oops|my mistake|typo|wrong (?:key|button|one|letter)|i meant?)(?:[,。!; ]{0,2}(?:不对|错了)){0,2}[,。!;: ]{1,2}(?=.)"
)
"""What was sent before was a slip: what follows is the answer."""
_WONDERS_WHETHER: Final = re.compile(
    r"(?:不知道?|不确定|没想好|没决定|纠结|犹豫|在想|考虑|想想|想一下|问问|问一?下|商量|不晓得|唔知)[^,。!?]{0,8}(?:([要领用存转送约选])[不唔]\1|该不该|需不需要|要不要(?:存|转寄?|上门|约|预约|送|暂存))(?:领|要|拿|用|这个|它)?[了呢啊好吧。]{0,2}$|([要领拿])[不唔]\2(?:都|也)?(?:行|可以|好|无所谓|随便|一样|没差|成|中|ok)"
)
_PERHAPS: Final = re.compile(r"(?<!怎么)(?<![咋不哪岂])可能(?!性)|说不定|兴许|没准|也许|或许")
"""Beside a yes these leave open whether it is one."""
_BRINGS: Final = re.compile(r"(?<![a-z])(?:come|drop|bring|send|deliver|pop|swing|put|see you)(?![a-z])")
_UNDECIDED: Final = re.compile(
    r"(?:[,，]|^)(?:但是?|可是?|不过)?(?:我|我们|自己|本人)?(?:还|暂时|现在|暂)?(?:没有?|未)(?:想好|想清楚|决定|考虑好|商量好|拿定主意|想明白)(?:呢|啊|哦|呀)?[。! ]{0,2}$"
)
_ONE_MOMENT: Final = re.compile(
    r"(?:不好意思|抱歉|你好|您好|麻烦)?[, ]?(?:请)?(?:稍等|等一?下|等等|等我)(?:一会儿?|一下|片刻|下)?(?:[,。! ]{1,2}我?(?:在|正在|现在|先|马上)[^,。!?]{1,8})?[。! ]{0,2}$"
)
_WHERE_THEN: Final = re.compile(r"(?:东西|快递|件|包裹|货|人|券)呢[?!。 ]{0,2}$|我买(?:了)?(?:啥|什么|咩)")
_AWAY: Final = re.compile(
    r"(?<![a-z])(?:away|out|abroad|travell?ing|at work|busy|not (?:home|in|there|around|here))(?![a-z])|不在|没空|出差|外地"
)
_REFUSES: Final = re.compile(r"(?<![a-z])(?:want|need|refus\w{0,3}|return|cancel)(?![a-z])|不要|退|拒")
_SURPRISED: Final = frozenset(["嗯", "恩", "哦", "噢", "啊", "哈", "额", "诶", "嗯嗯", "what", "eh"])
_ASKED_BACK_HAN: Final = re.compile(r"[\u3400-\u9fff]{2,8}\?")
"""A word of ours said back: "合适?"."""


def claimed(reading: Reading) -> Meaning | None:
    """A coupon wanted in words."""
    claim = reading.branch("claim")
    if claim and (found := _TAKES_BACK.match(reading.text.tight)):
        return _corrected(reading, found.end())
    if claim and reading.says("offer_declined") and "?" not in reading.text.tight:
        rest = reading.lexicon.phrases["offer_declined"].without(reading.text.tight)
        if not reading.lexicon.phrases["claim"].search(rest):
            return Meaning("decline", "offer_declined.lexicon", branch=reading.branch("decline"))
    if claim and PUT_OFF_CLAIM.search(reading.text.tight):
        wanted = reading.says("claim") and not (REFUSING.search(reading.text.tight) or asking(reading))
        return Meaning("other", "claim.in_doubt") if wanted else None
    return Meaning("claim", "claim.words", branch=claim) if claim and _claims(reading) else None


def _corrected(reading: Reading, start: int) -> Meaning | None:
    """The answer to an offer behind "按错了" or "不对不对", where it is one."""
    tight = reading.text.tight[start:]
    behind = replace(reading, text=of_light(reading.text.raw, tight), core=bare(tight))
    found = claimed(behind) or short(behind)
    return found if found and found.intent in {"claim", "decline", "other"} else None


def unsettled(reading: Reading) -> Meaning | None:
    """Nothing is decided yet: "不知道", "我得问下家里人", "不是不要，是现在没空收"."""
    if _ASKS_OTHERS.fullmatch(reading.core) or _WONDERS_WHETHER.search(reading.text.tight):
        return Meaning("other", "unsure.asks_others")
    known = reading.lexicon.whole.of
    if "unsure" in known(reading.core) or "unsure" in known(reading.whole):
        return Meaning("other", "unsure.words")
    if _ONE_MOMENT.match(reading.text.tight):
        return Meaning("other", "unsure.one_moment")
    if _UNDECIDED.search(reading.text.tight):
        return Meaning("other", "unsure.words")
    if _denies_refusal(reading):
        return Meaning("other", "unsure.no_refusal")
    if reading.branch("hold") and reading.core in _EITHER_OPTION:
        return Meaning("other", "unsure.words")
    surprised = "?" in reading.text.tight and reading.core in _SURPRISED
    return Meaning("other", "unsure.surprised") if surprised else None


def _denies_refusal(reading: Reading) -> bool:
    """Whether a refusal is denied or only asked in scorn; where nothing can be refused, a courier or a locker is asked why it takes nothing."""
    tight = reading.text.tight
    denied = NO_REFUSAL.search(tight)
    if not denied or _wishes_behind(reading, denied.end()):
        return False
    offered = reading.branch("hold") or reading.branch("decline") or reading.branch("claim")
    slot = reading.asked is not None and reading.asked.slot
    if not (offered or slot) and _ASKED_WHY.match(tight, denied.start()):
        return False
    return grievance(reading) is None


def _wishes_behind(reading: Reading, at: int) -> bool:
    """Whether an option is wished in words after a denied refusal: "我不是不要，先存着"."""
    rest = of_light(reading.text.raw, reading.text.tight[at:])
    return reading.asked is not None and len(option_words(rest, reading.asked, reading.lexicon)) == 1


def short(reading: Reading) -> Meaning | None:
    """Nothing but yes, no or thanks."""
    if not reading.core and "?" in reading.text.tight:
        return Meaning("help", "help.question_mark")
    if reading.branch("schedule") and (found := _sent_for(reading)):
        return found
    if _WHERE_THEN.search(reading.text.tight):
        return None
    if (reading.asked is None and reading.says("not_the_person")) or NOT_HONEST.match(reading.text.tight):
        return None
    kind = short_answer(reading.text, reading.core, reading.lexicon, reading.asked)
    if reading.asked and reading.asked.agreement and _told_by_others(reading, kind):
        return None
    if kind == "no" and reading.branch("hold") and _wishes_beside(reading):
        return None
    if kind == "yes" or (kind is None and _affirms(reading)):
        return _yes(reading)
    return answered(reading, kind, f"{kind}.words") if kind else None


def _wishes_beside(reading: Reading) -> bool:
    """Whether a wish stands beside a no that only gives its reason: "I'm away, keep it"."""
    tight = reading.text.tight
    if not _AWAY.search(tight) or _REFUSES.search(tight):
        return False
    return reading.asked is not None and len(option_words(reading.text, reading.asked, reading.lexicon)) == 1


def _yes(reading: Reading) -> Meaning | None:
    """A plain yes, unless it is doubted or only the courtesy before a wish: "没事，我自己拿"."""
    if reading.asked and reading.branch("hold") and option_words(reading.text, reading.asked, reading.lexicon):
        return None
    if SCORNS.search(reading.text.tight):
        return grievance(reading) or Meaning("other", "yes.scorned")
    if (
        reading.asked
        and reading.asked.agreement
        and (GRUDGED.search(reading.text.tight) or concedes(reading.text.tight))
    ):
        return None
    if doubt := _doubted_yes(reading):
        return doubt
    if reading.branch("schedule") and _COME_THEN.search(reading.text.tight):
        return Meaning("option", "schedule.send", branch=reading.branch("schedule"))
    return answered(reading, "yes", "yes.words")


def _told_by_others(reading: Reading, kind: str | None) -> bool:
    """Whether the words tell who took the parcel or that nobody did, so that they are no plain yes or no: "不在家，让邻居收的"."""
    if kind == "no":
        return reading.says("not_received") or reading.says("agreed") or bool(NOBODY_TOOK.search(reading.text.tight))
    if reading.core in _SEND or reading.core == "来":
        return True
    return kind == "yes" and ("?" in reading.text.tight or GUESSED.search(reading.text.tight) is not None)


def _doubted_yes(reading: Reading) -> Meaning | None:
    """What a yes is that is asked back or only perhaps one."""
    if reading.asked and reading.asked.slot and _ASKED_BACK_HAN.fullmatch(reading.text.tight):
        return Meaning("question", "yes.asked_back")
    return Meaning("other", "unsure.words") if _PERHAPS.search(reading.text.tight) else None


def _affirms(reading: Reading) -> bool:
    """Whether a sentence of the table says yes: "that time is good"."""
    if not reading.branch("confirm") or "?" in reading.text.tight or _NOT_AFFIRMED.search(reading.core):
        return False
    if reading.asked and reading.asked.agreement and _BRINGS.search(reading.core):
        return False
    return reading.lexicon.phrases["affirming"].fullmatch(reading.core)


def _sent_for(reading: Reading) -> Meaning | None:
    """Words that are a yes elsewhere, but where a visit is on the menu ask for it: "麻烦送一下", "随时都可以"."""
    window = reading.window() if _ANY_TIME.match(reading.text.tight) else None
    if window:
        return Meaning("time", "time.any", branch=reading.accepts("time") or reading.branch("schedule"), time=window)
    if reading.core in _SEND:
        return Meaning("option", "schedule.send", branch=reading.branch("schedule"))
    return None


def _claims(reading: Reading) -> bool:
    if _WHY_NOT.search(reading.text.tight):
        return True
    tight = _NO_OPT_OUT.sub("", reading.text.tight)
    if claim_in_doubt(tight) or ASKS_NOTHING.search(tight) or "心领" in tight:
        return False
    if tight != reading.text.tight:
        reading = replace(reading, text=of_light(reading.text.raw, tight))
    found = reading.lexicon.phrases["claim"].search(tight) if len(tight) <= 25 and "已" not in tight else None
    return bool(found) and not (REFUSING.search(tight) or asking(reading) or grievance(reading))
