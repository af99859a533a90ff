"""What only the open question makes clear: will you come, is the hour convenient, where shall it be left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.answers import agrees_first, leading_answer, short_answer
from bot.core.understand.doubts import SCORNS, SOUR
from bot.core.understand.reading import REFUSING, Reading, asking
from bot.core.understand.text import of_light
from bot.core.understand.times import is_vague
from bot.core.understand.wishing import A_NOT_A, ASKS, ENDS_ASKING, time

_CHANGES: Final = re.compile(
    r"[?]|改|换|晚点|早点|迟|再|才|最好|能不能|可不可以|要不|不如|但|不过|只是|[明后]天|[明后]儿|明[早晚]|听日|周|星期|礼拜|号(?!楼|门)|下[周月]|不|没"
    r"|(?<![a-z])(?:but|instead|rather|better|only|tomorrow|tmr|mon|tue|wed|thu|fri|sat|sun|weekend|next|later|earlier|not|cant|can you|could you|after|except)"
)
TAKEN_BACK: Final = re.compile(
    r"(?:^|[,。! ])(?:可|然而|就是)(?:我|人|是)|(?:[他她]|老[公婆]|家人|家里人|爸|妈)(?:们)?(?:都|又|也|会|肯定)?(?:不|拒)(?:会|肯|想|愿意?)?[签收]|在(?:医院|外地|外面|外边|外省|国外|老家|出差|高铁|火车|飞机|机场|路上|北京|上海|广州|深圳)(?![^,。!?]{0,6}(?:等|门口|楼下|收|取|拿|签))"
    r"|(?<![a-z])(?:no|if(?! (?:possible|im (?:late|not|out|away|stuck|running)|its ok|thats ok|you (?:can|could|please|dont mind|like|get|are|cant)|i (?:dont|do not|am not|miss|cant)|no(?:body|one)?|anything|any|needed|there)(?![a-z]))|unless)(?![a-z])(?! (?:problem|worries|issue|prob|need|rush))"
)
"""Behind a yes to the hour: what takes it back or ties it to a case ("好，可我在上海", "yes if you call first")."""
_ALTHOUGH: Final = re.compile(r"虽然|虽说|尽管|(?<![a-z])(?:although|though|even if|even though)(?![a-z])")
_ANOTHER_HOUR: Final = re.compile(
    r"(?:能|可以|可不可以|能不能|可否|麻烦|想|要)[^,。!?]{0,4}(?:早一?[点些]|提前(?!下楼|准备|通知|说|打|告|联系|等|去|到)|晚一?[点些]|推迟|延后|提早)[^,。!?]{0,6}(?:吗|么|不|[?]|$)"
)
_SIGNED: Final = re.compile(
    r"^(?:收到|明白|知道了|已阅)(?![的过个吗没啥后])(?!请回|请复|什么|一半|不)(?![^,]{0,6}再)|(?:收到|明白|知道|已阅)了?$"
)
_SEES_THEM: Final = re.compile(
    r"(?:(?:ok|okay|sure|noted|yes|great|fine|will|copy|received|alright),? ){0,2}(?:see|catch|meet) (?:you|u|ya|yous|yall|everyone)(?: all| guys)?(?: there| then| at| on| tomorrow| tmr| tonight| later)[^?]{0,20}"
)
_COMES_IN_TIME: Final = re.compile(r"(?:准时|按时|一定|必|保证)(?:到|来|去|参加|出席|到场|到岗)[了吧啊呀哦!。]{0,2}$")
_KEEPS_THE_HOUR: Final = re.compile(
    r"(?:不用|不必|无需|别|不要|(?<!要)不|唔使|甭|没必要|不需要)(?:再|另外|另|去)?(?:换|改|变|调整?|更改|变更|推迟|提前|延后)(?:别的|个|了)?(?:时间|时段|点|日子)?|(?<![a-z])(?:no need to|dont|do not|dont need to|not necessary to|please dont) (?:change|move|reschedule|rearrange)(?: (?:it|that|this|the|time|slot|anything)){0,3}(?![a-z])"
)
"""Another hour is what is refused: "不用改时间"."""
_NO_MORE_TALK: Final = re.compile(
    r"(?:不用|不必|无需|别|不要|唔使|甭|不需要)(?:再|都)?(?:确认|问|通知|打电话|联系|发短信|回复)(?:我)?了?[,。! ]{0,2}(?:你们?)?(?:直接|就|尽管|按时|准时|到时候?)?(?:给我)?(?:送|来|派)(?:过来|上来|上门|过|上)?(?:来|到)?(?:就行|就好|吧|即可|好了)?"
)
"""Nothing more needs asking: "不用确认，直接送"."""
_AT_YOUR_SERVICE: Final = re.compile(
    r"随时(?:都)?(?:恭候|欢迎|恭迎|等候|等着|在家等)(?:您|你|你们|着|大驾|光临)?[吧啊呀哦]?"
)
_TOO_EARLY_OR_LATE: Final = re.compile(
    r"(?:太|有点|好|咁|那么|这么|实在|确实|稍微|稍|未免|忒|贼|老)(?:晚|早|夜|迟|黑)(?:了|喇|啦)?(?:点|些|啲)?|[晚早迟夜][了咗]{1,2}(?:点|些|啲)|睡得?早"
)
_OWN_HOUR: Final = re.compile(
    r"(?:今晚|今天晚上|今天|今日|晚上|夜里|傍晚|大晚上|大?半夜|后半夜|[早中晚夜白](?:班|自习|饭|宴|课|宵|市|跑|校)|(?:前台|公司|店里?|单位|门卫|物业)(?:都|已经|早)?下班|没[那这]么早|上班|下班(?=得|太|很|要|都|没|,|$))(?!的?[\d一二两三四五六七八九十])|(?<![a-z\d])(?:tonight|this evening|today|then)(?![a-z])"
)
"""Words for the proposed hour itself: "晚上有局" wishes for no other one."""
_NOT_BY_THEN: Final = re.compile(
    r"(?:(?:1?\d|2[0-3])(?:点半?|:[0-5]\d)|[一二两三四五六七八九十]{1,2}点半?)(?:钟|左右|的?时候)?(?:我|人)?(?:还|都|也|肯定|根本|可能|应该|估计|怕是?|恐怕){0,2}(?:到不了|回不[来去了到]|赶不[到回及上]|没到家|没下班|没回)(?:家|来|去)?(?:了)?(?=[,。!? ]|$)"
    r"|(?<![a-z\d.:])(?:at )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?pm)?|half (?:six|6)|seven|six) ?(?:is|s|would be|will be) (?:way |much |a bit |far |just |really )?too (?:early|late|soon)(?![a-z])"
)
"""The proposed hour cannot be kept: "18点半到不了家"."""
_SOMEONE_ELSE: Final = re.compile(
    r"(?:(?:家里|屋里|屋头|屋企|家)(?:一直|都|会|还|倒)?有(?:人|老人|阿姨)(?:在|收|等|可以收|能收)?|(?:老婆|老公|媳妇|爱人|我?妈|我?爸|爸妈|父母|老人|家人|家里人|室友|阿姨|保姆|奶奶|爷爷|婆婆|公公|[他她]们?)(?:都|会|一直|能|可以|那时|到时|倒是?){0,2}在(?:家里?)?(?:的|呢|等|等着|收|可以收|能收|可以签收)?)(?:的|呢|啊|吧)?(?=[,。! ]|$)"
    r"|(?<![a-z])(?:(?:my |the )?(?:wife|husband|mum|mom|mother|dad|father|partner|roommate|flatmate|housemate|son|daughter|parents|family|nanny|girlfriend|boyfriend|maid|helper)|someone|somebody) ?(?:is|are|will be|ll be|s|can be|should be)? (?:home|in|at home|there|around)(?![a-z])"
)
"""Away himself, but the parcel will be taken: "我加班，家里有人"."""
_OWN_ABSENCE: Final = re.compile(
    r"(?:不|没|唔)(?:在|喺)(?:家里?|屋企|这边|这里|本地)?|[没未](?:下班|回来|回家|到家|空|时间)|回不[来去了]|赶不[回及到](?:来|去|家)?|到不了家|(?<![a-z])(?:not|wont|cant) (?:be )?(?:home|in|there|here|around|back|at home)(?![a-z])"
)
_SUPPOSES: Final = re.compile(
    r"只有|大人|如果|要是|万一|可能|也许|不知|吗|(?<!什)么|\?|(?<![a-z])(?:if|maybe|might|unless|only|but (?:i|we|they|he|she)|refuse)(?![a-z])"
)
_CHANGES_TO: Final = re.compile(r"改|换|再|以后|之后|后|[明后]天|周|星期|礼拜|吧")
_CLOCK_BEFORE: Final = re.compile(
    r"(?:(?:1?\d|2[0-3])(?:点半?|:[0-5]\d)|[一二两三四五六七八九十]{1,2}点半?)(?:钟|左右|的?时候)?(?=(?:我|人|家里|那会|正|还|都|也|要|得|肯定|可能|一般|刚好|正好){0,3}$)"
)
"""The hour at which somebody is busy: "六点半我还在单位"."""
_CLOCK_FIRST: Final = re.compile(
    r"(?<![a-z])(?:at|by|around|from|until|till) \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)? (?=(?:i|im|ill|we|were|ive|id) )"
)
"""The same in English: "at 7 I have class"."""
_YES_IF: Final = re.compile(
    r"^(?!.{0,30}(?:\d|[一二三四五六七八九十]点))(?:要是|如果|假如|万一|除非|只要|若)[^,。!?]{1,14}(?:就|才|,)?(?:可以|行|没问题|方便|在家?|好|成)(?:[了吧啊的。! ]|$)"
)
"""A yes for one case alone that names no hour: "要是下班早就可以"."""
_FREE_THEN: Final = re.compile(
    r"(?:不|没有?|无|不用|不会|不需要|不去|没有?什么|没有?啥)(?:要|去|在|用)?(?:加班|出差|出门|外出|开会|值班|上班|上课|应酬|饭局|安排|出去)(?!人)"
)
"""What might have kept the customer away and does not: "不加班，可以"."""
_TAKES_IT_THERE: Final = re.compile(
    r"(?:在|去)(?:公司|单位|店里|学校|酒店|宾馆|医院|厂里)[^,。!?]{0,4}(?:收|取|拿|等|签)"
)
_HOME_BY_THEN: Final = re.compile(
    r"(?:[五六]点半?|1[78](?:点半?|:[0-5]\d)|(?<!\d)[56](?:点半?|:[0-5]\d)|这个(?:时间|点)|那个(?:时间|点)|那会儿?|那时候?|到时候?)(?:之?前|左右|多)?(?:我|人)?(?:应该|一般|基本|肯定|都|已经|早就|正好|刚好|差不多|能|会|就|也){0,3}(?:到家|在家|下班|回家|回来|到屋企|放工)(?:里)?了?[,。! ]{1,2}"
)
_SEE_YOU: Final = re.compile(r"(?:见|恭候|等着|等(?:你|您|着)(?:们)?|see you(?: then| there)?)[ !.]{0,2}$")
_ABOUT_LEAVE: Final = re.compile(
    r"(?:请假|不去|不参加|不来|不到|缺席|迟到|调休|休假|病假|事假|年假|去不了|来不了)[^,。!?]{0,4}(?:谁|怎么|咋|如何|点样|哪|多少|几|什么(?!的)|啥(?!的)|会怎|扣不扣|算不算|行不行|可不可以|能不能|批不批|(?:扣|罚|算|批|要)[^,。!?]{0,4}(?:吗|不|么)$)"
    r"|(?:谁|哪里|哪儿|怎么|如何|咋|找谁|问谁)(?:那里?)?(?:批|请|办|提|交|填)[^,。!?]{0,2}(?:假|休)"
)
"""Of leave in general, not who cannot come: "请假找谁"."""
_OF_OVERTIME: Final = re.compile(r"如果|要是|凭(?:什么|啥)|又(?:要|让|叫)?加班|加班(?:费|补贴|工资)|给[^,。!?]{0,6}就")
"""Overtime as a condition or a reproach, not as what keeps from coming."""


def duty(reading: Reading) -> Meaning | None:
    """A notice to staff: who cannot come says so."""
    if not (reading.asked and reading.asked.notice):
        return None
    tight = A_NOT_A.sub("?", reading.text.tight)
    if _ABOUT_LEAVE.search(reading.text.tight):
        return Meaning("question", "duty.asked_about")
    if reading.lexicon.phrases["declined_duty"].search(tight) and not ENDS_ASKING.search(tight):
        return Meaning("decline", "declined_duty.lexicon", branch=reading.branch("decline"))
    signed = _SIGNED.search(tight) or _COMES_IN_TIME.search(tight) or _SEES_THEM.fullmatch(tight)
    if (
        len(tight) <= (12 if reading.text.has_han else 40)
        and signed
        and not SCORNS.search(tight)
        and not (REFUSING.search(tight) or asking(reading))
    ):
        return Meaning("confirm", "received.signed", branch=reading.branch("confirm"))
    return None


def slot(reading: Reading) -> Meaning | None:
    """Is the hour convenient: another one, another day, or not."""
    if not (reading.asked and reading.asked.slot) or _ASKS_HOW.search(reading.text.tight):
        return None
    if rule := _agreed_then(reading):
        return Meaning("confirm", rule, branch=reading.branch("confirm"))
    if _ANOTHER_HOUR.search(reading.text.tight):
        return time(reading) or Meaning("time", "time.vague")
    if _YES_IF.search(reading.text.tight):
        return Meaning("other", "slot.conditional")
    if found := None if _IF_AWAY.search(reading.text.tight) else _away(reading):
        return found
    if _SEE_YOU.search(reading.text.tight) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes":
        return Meaning("confirm", "yes.see_you", branch=reading.branch("confirm"))
    return None


def _agreed_then(reading: Reading) -> str | None:
    """The rule by which a reply that is more than a yes agrees to the hour."""
    tight = reading.text.tight
    if _ALTHOUGH.search(tight) and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes":
        return None if _keeps_away(reading) else "yes.although"
    changes = _CHANGES.search(tight) or TAKEN_BACK.search(tight) or SOUR.search(tight)
    if not changes and agrees_first(reading.text, reading.lexicon, reading.asked):
        return "yes.leading"
    if _KEEPS_THE_HOUR.fullmatch(reading.whole) or _NO_MORE_TALK.fullmatch(reading.whole) or _home_by_then(reading):
        return "yes.keeps_the_hour"
    if _AT_YOUR_SERVICE.fullmatch(reading.whole):
        return "yes.see_you"
    return "yes.taken_by_another" if _SOMEONE_ELSE.fullmatch(reading.whole) else None


def _keeps_away(reading: Reading) -> bool:
    """Whether the reply says that nobody can take it then: "ok although nobody will be home"."""
    said = _TOO_EARLY_OR_LATE.sub(" ", _KEEPS_THE_HOUR.sub(" ", reading.text.tight))
    phrases = reading.lexicon.phrases
    away = phrases["unavailable"].search(said) or phrases["busy_then"].search(said)
    return bool(away or REFUSING.search(_ALTHOUGH.split(said, maxsplit=1)[-1]))


def _home_by_then(reading: Reading) -> bool:
    """Whether a yes follows on being home by then: "六点我就到家了，没问题"."""
    first = _HOME_BY_THEN.match(reading.text.tight)
    rest = reading.text.tight[first.end() :] if first and "才" not in first.group() else ""
    return bool(rest) and short_answer(of_light(reading.text.raw, rest), rest, reading.lexicon, reading.asked) == "yes"


def _away(reading: Reading) -> Meaning | None:
    """Not then, and another time where one is wished; words for the proposed hour itself wish for none."""
    said = A_NOT_A.sub("?", _FREE_THEN.sub(" ", _KEEPS_THE_HOUR.sub(" ", reading.text.tight)))
    phrases = reading.lexicon.phrases
    away = phrases["unavailable"].search(said)
    busy = phrases["busy_then"].search(said) if not _TAKES_IT_THERE.search(said) else None
    if not (away or busy or is_vague(said)):
        return None
    if _taken_by_another(said):
        return Meaning("confirm", "yes.taken_by_another", branch=reading.branch("confirm"))
    if _NOT_BY_THEN.search(said) and not _CHANGES_TO.search(said):
        return Meaning("decline", "unavailable.by_then", branch=reading.branch("decline"))
    without = _TOO_EARLY_OR_LATE.sub(" ", said)
    if busy and busy.start() and without == said:
        without = _CLOCK_BEFORE.sub(" ", said[: busy.start()]) + said[busy.start() :]
    without = _CLOCK_FIRST.sub(" ", without) if busy or away else without
    without = without if away and not busy else _OWN_HOUR.sub(" ", without)
    found = time(replace(reading, text=of_light(reading.text.raw, without)))
    asks = ASKS.match(said) or ENDS_ASKING.search(said)
    if found or asks or not (away or busy):
        return found
    return Meaning("decline", "unavailable.lexicon", branch=reading.branch("decline"))


def _taken_by_another(said: str) -> bool:
    """Whether somebody else is at home, and nothing but the customer's own absence is negated."""
    if not _SOMEONE_ELSE.search(said):
        return False
    rest = _OWN_ABSENCE.sub(" ", _SOMEONE_ELSE.sub(" ", said))
    return not (REFUSING.search(rest) or _SUPPOSES.search(rest))


def left_somewhere(reading: Reading) -> Meaning | None:
    """Where a menu holds and delivers, "leave it with the neighbour" is neither: ask again."""
    spoken = reading.branch("hold") or (reading.asked is not None and reading.asked.slot)
    if not spoken or not reading.says("left_somewhere") or asking(reading) or reading.window():
        return None
    agrees = reading.branch("confirm") and leading_answer(reading.text, reading.lexicon, reading.asked) == "yes"
    return None if agrees else Meaning("other", "left_somewhere.lexicon")


_IF_AWAY: Final = re.compile(
    r"(?<![a-z])(?:if|in case) (?:(?:im|i am|were|we are) (?:out|away|not (?:in|home|there|around))|(?:nobodys?|nobody is|no ?ones?|no one is|there is no ?one|theres no ?one) (?:is )?(?:in|home|there|around|at home))(?![a-z])"
)
_ASKS_HOW: Final = re.compile(r"(?:怎么|咋|怎样|如何|点样)(?:回复?|操作|选择?|改|弄|发|填)(?:$|[呢啊呀,。!?])")
_SUPPOSED_AWAY: Final = re.compile(
    r"(?:那|请问)?(?:我)?(?:万一|如果|要是|假如|若是?|倘若)[^。!?]{1,14}(?:呢|怎么办|咋办|咋整|怎么处理)"
)
"""What if nobody is there: a question."""
_BACK_THEN: Final = re.compile(
    r"(?:回去|回来|回家|返嚟|返来|到家)(?:再|就|后|以后|之后)?(?:联系|说|取|拿|领|通知|约)|(?<![a-z])(?:til|till|until) [a-z\d]"
)
"""Away till then, and a menu that can hold the parcel: that is no refusal of it."""


def unavailable(reading: Reading) -> Meaning | None:
    """Not at home then, no time then."""
    table = reading.lexicon.phrases["unavailable"]
    if reading.asked and reading.asked.notice and _OF_OVERTIME.search(reading.text.tight):
        return None
    asks = ASKS.match(reading.text.tight) or ENDS_ASKING.search(reading.text.tight)
    if reading.asked and reading.asked.agreement:
        return None
    if (
        _SUPPOSED_AWAY.match(reading.text.tight)
        or _IF_AWAY.search(reading.text.tight)
        or _ASKS_HOW.search(reading.text.tight)
    ):
        return None
    if reading.asked and not asks and table.search(A_NOT_A.sub("?", reading.text.tight)):
        if reading.branch("hold") and _BACK_THEN.search(reading.text.tight):
            return Meaning("other", "unavailable.back_then")
        return Meaning("decline", "unavailable.lexicon", branch=reading.branch("decline"))
    return None
