"""One reply on its way through the layers, and what several layers say in the same words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.core.model import Address, Intent, Meaning, TimeWindow
from bot.core.understand.addresses import Place, address_of
from bot.core.understand.answers import leading_answer
from bot.core.understand.asked import Asked
from bot.core.understand.compliance import maybe_opts_out
from bot.core.understand.doubts import (
    AGREES_LATER,
    CONDITIONAL,
    NOT_FOR_ME,
    NOT_OFFERED,
    PUT_OFF_CLAIM,
    SUPPOSED_CLAIM,
)
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.text import Text
from bot.core.understand.times import window_of
from bot.core.understand.wishes import AS_ONE_LIKES

GRIEVANCES: Final[tuple[Intent, ...]] = ("agent", "complaint", "not_received")
REFUSING: Final = re.compile(
    r"没|别|莫|甭|勿|不(?!好意思|用谢|客气)|未|冇|唔(?!该)|[弗伐](?=要|想|用|领|需)|覅|嫑|[步布部补捕]要|(?<![a-z])bu ?(?=要|领|用)|(?<![a-z])(?:not|no|never|dont|doesnt|didnt|havent|hasnt|isnt|wasnt|cant)(?![a-z])"
)
_ON_ARRIVAL: Final = re.compile(
    r"到时|来时|(?:到|来|送|派)(?:了|之?前|的?时候|楼下|门口|小区)|提前|快到|先| ?(?:when|before|once|if|as soon)(?![a-z])"
)
_ONLY_SEEN: Final = re.compile(
    r"(?:已|我)?(?:收到|收悉|知悉|知道|了解|明白|看到)|(?<![a-z])(?:noted|received|got it|understood|i see)(?![a-z])"
)
_ALREADY: Final = re.compile(
    r"已|[领拿用攞]过|过了|[取拿领提]了|(?<![a-z])(?:already|collected|got it already)(?![a-z])"
)
_HAS_IT: Final = re.compile(
    r"已经?(?:取|拿|领|提|自取|签收|收到货|到手)|(?<!确认)(?:取|拿|领|提)(?:走|到|回)了|(?:快递|包裹|件|货|东西)(?:已经?)?收到了|(?:早就|早|昨天|上午|中午|刚才|刚刚|前天)(?:就|已经?)?(?:都)?(?:收到|收了|签收|到货)|(?<![a-z])(?:already|just|have|ive|i) (?:picked|collected|got my|received my|have it|got it already|fetched|got it(?! ok)|received it)(?![a-z])"
)
_BOTH_WAYS: Final = re.compile(
    r"少没少|坏没坏|破没破|丢没丢|缺没缺|碎没碎|行不行|好不好|可不可以|方不方便|得唔得|好唔好|[行好可得]不(?=$|[,。?])|有(?!人)[^,。!?没不]{1,6}没(?:有)?(?=$|[?])"
)
_NOT_DONE: Final = re.compile(
    r"(?:没|没有|未|从不|也不|都不|不曾|别|不要|不用|勿|怎么不|为什么不|为啥不|咋不|就不|又不|从来不)[^,。!?]{0,2}$|谁$|(?<![a-z])(?:dont|do not|not|no|never|didnt|doesnt|without)(?: need| want| have| necessary| going)?(?: to)? $"
)
_OF_A_CODE: Final = re.compile(
    r"(?:没|未|冇|没有)[^,。!?]{0,2}(?:领|兑换?|抢)(?:到|着|成|上|得到)|领[^,。!?]{0,6}(?:发|到|去|在)[^,。!?]{0,3}(?:哪|边度)|"
    r"(?:码|券|优惠)[^,。!?]{0,6}(?:没|未|冇|不)[^,。!?]{0,3}(?:收到|看到|到|有|见|发)|(?:没|未|冇)[^,。!?]{0,3}(?:收到|看到|见|发|给|来)[^,。!?]{0,5}(?:码|券|优惠)"
    r"|(?<![a-z])wheres? (?:is )?(?:my|the) (?:code|coupon|voucher)(?![a-z])"
    r"|(?<![a-z])(?:code|coupon|voucher|promo)(?![a-z])[^.]{0,20}(?:not|never|didnt|hasnt|yet)|(?:(?:not|never|didnt|havent|hasnt|dont)(?: yet| ever)? (?:got|get|gotten|received?|see|seen|have|find|found|come|arrive)|no)(?![a-z])[^.]{0,20}(?:code|coupon|voucher|promo)(?![a-z])"
)
_EITHER_OR: Final = re.compile(
    r"[^,。!?还\d]{1,8}还是(?![不没要想先算等老那很有这就得按照送改选换再])[^,。!?\d]{1,8}[?啊呀呢]?"
)
_DOUBT: Final = re.compile(
    r"(?:^|[,。])我?(?:先|再)?(?:去|下楼|回去|回家)(?:看|问|查|找)|(?:得|要|先|让我|等我)问|再[说看定回答告决联通]|不知|不确定|不清楚|说不|不晓得|没定|没准|不好说|唔知|(?<![a-z])(?:dont know|not sure|no idea|unsure|depends)(?![a-z])"
)
_A_NOT_A: Final = re.compile(r"([\u3400-\u9fff])[不唔]\1|(?:有|是)[冇没否](?:有|收|开)")
"""Any verb asked both ways: "開唔開", "收不收"."""
_ASKS_ELSEWHERE: Final = re.compile(r"问|商量|再[说看定回答告]|看心情|都(?:行|一样|无所谓|可以)|无所谓")
"""Who decides or asks somebody else first asks nothing of us: "转不转寄我问问老婆"."""
_WHETHER: Final = re.compile(r"会不会|懂不懂")
_WHAT_IF: Final = re.compile(
    r"[没不][^,。!?]{1,6}(?:怎么办|咋办)|(?:万一|如果|要是|假如|若是?)[^。!?]{1,14}(?:怎么办|咋办|咋整|怎么处理|点办|点算)"
)
ASKS_NOTHING: Final = re.compile(
    r"([要领用买收评选])(?:什么|啥)\1|[多再][领来给要发拿]我?[几两些][张个份]?|哪(?:一?[个项样种])?[都也](?:不|唔)"
)
"""Asks nothing: "要什么要"."""
_DOUBTED: Final = re.compile(
    r"(?:^|(?<=[,。]))我?(?:先|再)?(?:去|下楼|回去|回家)(?:看|问|查|找)(?:看|问|一下|下|找)?[^,。!?]{0,6}(?:有没有?|在不在|是不是|到没|收没|收到没)[^,。!?吗]{0,6}|[^,。!?]{1,8}(?:还)?(?:说不准|说不好|难说)$|我?(?:还得|得|还要|要|需要|先|让我|等我|回去)(?:先)?问(?:一下|下|一问|问)?(?:我)?(?:家里人?|家人|老公|老婆|我?妈|我?爸|爸妈|父母|领导|老板|同事|室友|朋友|孩子|媳妇|爱人)[^,。!?]{0,4}|(?:不知道?|没确定|没定|没想好|不确定|不清楚|说不准|说不好|说不定|不晓得|没定|没准|不好说|唔知道?)[^,。!?]{0,4}(?:几点|什么时候|啥时候|几时|哪天|多久|会不会|能不能|在不在|有没有|是不是|有冇)[^,。!?]{0,8}"
    r"|(?:我|等我|我先|让我|先)?(?:去)?(?:问|商量|看|想|确认)(?:一下|一问|下|问|看|想)?[^,。!?]{0,8}再(?:说|看|定|回|答|告诉|决定|联系|通知)"
    r"|(?<![a-z])(?:dont know|not sure|no idea|unsure|depends)(?: yet)?(?: on)? (?:when|what|if|whether|how|where|who|which)(?![a-z])(?![^,.!?]{0,30}(?:press|reply|send|type|choose|text|pick)(?![a-z]))[^,.!?]{0,24}"
)
_ACCUSES: Final = re.compile(
    r"(?:投诉|举报)(?:你|他|她|客服|快递|人工|经理|那个|这个)|(?<![a-z])(?:complain about|report) (?:your|the|this)(?![a-z])"
)
_PASSED_ON: Final = re.compile(r"转|接|联系|打给|回电|来电|(?<![a-z])(?:talk|speak|call me|connect)(?![a-z])")
_SAYS_DELIVERED: Final = re.compile(
    r"(?<![a-z])(?:says|said|marked|shows|showing|claims)(?: it was| as| it| its)? delivered[,.]? ?(?:but |and |yet )?(?:its |it is |it |ive |i |theres |there is |still )?(?:not|isnt|wasnt|hasnt|havent|didnt|nothing|never|no)(?![a-z])"
)
_NEVER_CAME: Final = re.compile(
    r"(?:it|they|mine|(?:my |the |your )?(?:parcels?|package|order|delivery|item|stuff))(?: just| still| has| have)? (?:never|didnt|did not|hasnt|havent|not)(?: even)? (?:came|come|arrived?|(?:shown?|showed|turn|turned) up|got here)(?: yet| today| at all)?[.! ]{0,3}|(?:我的)?(?:快递|件|包裹|东西|货)?(?:是不是|该不会|不会是)(?:弄|搞)?(?:丢|遗失)了吧?[?啊呀]?"
)
"""Of the parcel, told without blame; of a driver it is a grievance."""
A_PARCEL: Final = re.compile(r"快递|包裹|件|货|物流|派送|(?<![a-z])(?:parcel|package|delivery|order|eta|track)")
"""Named where a notice to staff is answered: what did not come is else the notice's own matter ("没看到这个任务")."""
_WILL_THEY_CALL: Final = re.compile(
    r"(?:will|do|does|would|should) (?:i|you|they|he|she|the driver|someone|somebody)(?![a-z])[^?]{0,24}(?<![a-z])(?:call|ring)(?![a-z])[^?]{0,24}[?]"
)
_RING_FIRST: Final = re.compile(
    r"(?<![a-z])(?:ring|call|phone|buzz|text) me (?:first|before(?:hand)?|when|on arrival|once|b4)(?![a-z])"
)
_TOO_LATE_FOR_ME: Final = re.compile(
    r"(?<![a-z])(?:too|bit|very|so|quite) (?:late|early)(?: in| at| of)?[^.,]{0,20}(?:for me|evening|night|for us)"
)
_CLOSED_THEN: Final = re.compile(
    r"(?:这个?点|那个?点|那会儿?|那时候?|到时候?|晚上|[五六]点半?)[^,。!?]{0,3}(?:店|公司|单位|门店|铺子?|前台|物业)[^,。!?]{0,3}(?:关|打烊|没人|下班|锁)"
)
"""Where an hour is proposed: nobody will be there then."""
_ANYBODY_THERE: Final = re.compile(
    r"(?:过去|去|过来|来|去取|来取|来拿|到)(?:取|拿)?[, ]{1,2}(?:那里|那边|店里|驿站)?(?:还)?有人(?:在)?(?:吗|么|没|不)"
)
_AT_A_LOSS: Final = re.compile(
    r"(?<![a-z])(?:dont|do not|cant|didnt) (?:get|follow) (?:it|this|that|what|how|you)(?! ?(?:parcel|package|yet|from))"
)


@dataclass(slots=True)
class Reading:
    """One reply on its way through the layers."""

    text: Text
    core: str
    asked: Asked | None
    now: datetime
    lexicon: Lexicon
    home: Place | None
    _address: tuple[Address | None] | None = field(default=None, init=False)
    _window: tuple[TimeWindow | None] | None = field(default=None, init=False)
    _undoubted: str | None = field(default=None, init=False)

    @property
    def whole(self) -> str:
        """The reply without marks at its ends."""
        return self.text.tight.strip(" .,!。~;")

    def branch(self, meaning: str) -> str | None:
        """The key of the option with that meaning."""
        return self.asked.means.get(meaning) if self.asked else None

    def accepts(self, kind: str) -> str | None:
        """`kind`, where the open question takes such a reply."""
        return kind if self.asked and kind in self.asked.question.accepts else None

    def says(self, table: str) -> bool:
        """Whether a phrase of that table stands in the reply."""
        return self.lexicon.phrases[table].search(self.text.tight) is not None

    def window(self) -> TimeWindow | None:
        """The time that the reply offers; read once."""
        if self._window is None:
            self._window = (window_of(self.text.tight, self.now),)
        return self._window[0]

    @property
    def undoubted(self) -> str:
        """The reply less what its writer does not know himself; cut once."""
        if self._undoubted is None:
            self._undoubted = _without_doubt(self.text.tight)
        return self._undoubted

    def place(self) -> Address | None:
        """The address in the reply; read once."""
        if self._address is None:
            self._address = (address_of(self.text, self.home),)
        return self._address[0]


Layer = Callable[[Reading], Meaning | None]


def grievance(reading: Reading) -> Meaning | None:
    if _SAYS_DELIVERED.search(reading.text.tight):
        return Meaning("not_received", "not_received.says_delivered")
    tight = _BOTH_WAYS.sub("?", reading.text.tight)
    for name in GRIEVANCES:
        if name == "not_received" and (missing := of_a_code(reading)):
            return missing
        if _grieves(reading, name, tight) and not _no_grievance(reading, name):
            also = tuple(other for other in GRIEVANCES if other != name and reading.says(other))
            return Meaning(
                name,
                f"{name}.lexicon",
                time=reading.window() if name == "agent" else None,
                also=also,
                ambiguous=bool(maybe_opts_out(reading.text.tight, reading.lexicon)),
            )
    return None


def _grieves(reading: Reading, name: str, tight: str) -> bool:
    """Whether the table speaks in `tight`, where what is asked both ways ("晚一小时行不行") has no negation."""
    phrases = reading.lexicon.phrases
    if name == "not_received":
        tight = _AT_A_LOSS.sub("?", tight) if "dont get" in tight or "follow" in tight else tight
    if name == "not_received" and reading.asked and reading.asked.notice and not A_PARCEL.search(tight):
        return False
    if not phrases[name].search(tight) or (name == "not_received" and phrases["not_the_person"].search(tight)):
        return False
    return phrases[name].search(phrases["innocent"].without(tight)) is not None


def _no_grievance(reading: Reading, name: Intent) -> bool:
    """Whether the words of the table are told without blame, or call for nobody."""
    if name == "complaint":
        tight = reading.text.tight
        then = reading.asked and reading.asked.slot and (_CLOSED_THEN.match(tight) or _TOO_LATE_FOR_ME.search(tight))
        return bool(then) or _NEVER_CAME.fullmatch(reading.text.tight) is not None
    if name == "agent" and reading.asked and _RING_FIRST.search(reading.text.tight) and reading.window():
        return True
    if name == "agent" and _ANYBODY_THERE.search(reading.text.tight):
        return True
    return name == "agent" and _uncalled(reading)


def _uncalled(reading: Reading) -> bool:
    """Whether the call is a reproach, not a request: "没给我打电话就签收了"."""
    tight = reading.text.tight
    if _WILL_THEY_CALL.match(tight):
        return True
    if _ACCUSES.search(tight) and not _PASSED_ON.search(tight):
        return True
    found = reading.lexicon.phrases["agent"].search(tight)
    return found is not None and _NOT_DONE.search(tight[max(0, found.start() - 16) : found.start()]) is not None


def called_on_arrival(reading: Reading) -> bool:
    """A yes, and the driver shall ring when he is there: "好的，到了打我电话". No call for a person of ours."""
    tight = reading.text.tight
    found = reading.lexicon.phrases["agent"].search(tight)
    if found is None:
        return False
    before = _ON_ARRIVAL.search(tight, max(0, found.start() - 8), found.start())
    arriving = before or _ON_ARRIVAL.match(tight, found.end()) or (reading.asked and reading.asked.slot)
    return bool(arriving) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes"


def of_a_code(reading: Reading) -> Meaning | None:
    """Where the code of a coupon has gone: a question about the coupon, not about a parcel."""
    missing = reading.branch("claim") and _OF_A_CODE.search(reading.text.tight)
    return Meaning("question", "question.code_missing") if missing else None


def asking(reading: Reading) -> Meaning | None:
    """Help with replying, or any question; who does not know yet does not ask ("还不知道几点下班")."""
    tight = ASKS_NOTHING.sub(" ", reading.undoubted)
    if _WHAT_IF.search(tight):
        return Meaning("question", "question.what_if")
    for name in ("help", "question"):
        if reading.lexicon.phrases[name].search(_WHETHER.sub("会否", tight) if name == "help" else tight):
            return Meaning(name, f"{name}.lexicon")
    if _EITHER_OR.fullmatch(tight):
        return Meaning("question", "question.either_or")
    asks = _A_NOT_A.search(tight) and not _ASKS_ELSEWHERE.search(reading.text.tight)
    return Meaning("question", "question.a_not_a") if asks else None


def _without_doubt(tight: str) -> str:
    tight = AS_ONE_LIKES.sub(" ", tight)
    return _DOUBTED.sub(" ", tight) if _DOUBT.search(tight) and "?" not in tight else tight


def answered(reading: Reading, kind: str, rule: str) -> Meaning:
    if kind == "thanks":
        return Meaning("thanks", rule)
    if kind == "no":
        return Meaning("decline", rule, branch=reading.branch("decline"))
    later = AGREES_LATER.search(reading.text.tight) or CONDITIONAL.search(reading.text.tight)
    if later and reading.asked and reading.asked.agreement:
        return Meaning("other", "agreed.conditional")
    if reading.branch("claim") and _ALREADY.search(reading.text.tight):
        return Meaning("other", "claim.already")
    if reading.asked and (reading.asked.slot or reading.branch("hold")) and _HAS_IT.search(reading.text.tight):
        return Meaning("other", "already_collected")
    if reading.branch("claim") and claim_in_doubt(reading.text.tight):
        return Meaning("other", "claim.in_doubt")
    claims = None if _ONLY_SEEN.search(reading.text.tight) else reading.branch("claim")
    return (
        Meaning("claim", rule, branch=claims) if claims else Meaning("confirm", rule, branch=reading.branch("confirm"))
    )


def claim_in_doubt(tight: str) -> bool:
    """Whether a coupon is wanted in one case alone, put off, or another's matter."""
    return any(doubt.search(tight) for doubt in (CONDITIONAL, SUPPOSED_CLAIM, PUT_OFF_CLAIM, NOT_FOR_ME, NOT_OFFERED))


def addressed(reading: Reading, found: Address) -> Meaning:
    usable = found.complete or None
    return Meaning(
        "address",
        "address.grammar",
        branch=usable and (reading.accepts("address") or reading.branch("redirect")),
        address=found,
    )
