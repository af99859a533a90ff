"""Wishes in words: an option by what it is about, a time, and what a time would overrule."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Meaning
from bot.core.understand.addresses import is_refused
from bot.core.understand.doubts import CONDITIONAL, GIVEN_UP, SENT_BACK, THREATENS, TOLD_OF, leaves_unsure
from bot.core.understand.reading import Reading
from bot.core.understand.text import of_light
from bot.core.understand.times import is_vague, tells_later
from bot.core.understand.times.tokens import tokens_of
from bot.core.understand.wishes import asks_about, option_words

_REPROACH: Final = re.compile(
    r"(?:^|[,。! ])(?:你们?|看?你们?|谁|再)?敢(?:再|给我|来)?(?:上门|转|存|预约|派送|送)|(?:上门|转寄|暂存|预约)(?:一个|一下|个|下)?试试|(?:^|[,。! 这那你什么])(?:破|垃圾|狗屁|鬼|烂|傻[逼比])(?:的)?(?:暂存|上门|预约|转寄|派送|寄存)|(?:所谓|狗屁)的?(?:暂存|上门|预约|转寄|派送)|(?:暂存|上门|预约|转寄|派送|寄存)(?:就)?(?:等于|等同于?|相当于|就是)(?:白|扔|丢|放鸽子|骗|坑|没|不|废|个屁|摆设|玩|浪费|形同)|打断[你他]|谁让|谁叫|谁说|谁(?:同意|准|要|允许|批准|(?:替|帮|代|给)我(?:同意|答应|签))|几时(?:话|说|讲)|何时(?:说|同意)|(?:什么|啥)时候(?:说|同意|要|答应)|个鬼|见鬼|做咩|点解|干嘛|干啥|没有?(?:要求|让|说|选|同意|申请|要)|没人(?:要|让|叫|同意|说|请)(?:你|他|快递)|凭(?:什么|啥)(?!取|拿|领|提)|为什么|为啥|怎么(?:就|又|给|把|是)|你们说|说好|结果(?:还|又|没|不|却|把|给|就)|从来不|从不|(?<![a-z])(?:didnt|did not|never|who told|why|nobody asked|no one asked|noone asked)(?![a-z])"
)
_NOT_WANTED: Final = re.compile(
    r"没|别|甭|勿|冇|唔[好使要]|不(?!好意思|用谢|客气|过|如|然)|(?<![a-z])(?:no|not|dont|never|nobody|stop|without)(?![a-z])"
)
_CHAT: Final = re.compile(
    r"[冷热晒雨雪]|天气|好累|好困|好饿|好忙|无聊|生日|快乐|吃了|睡|离职|考试|作业|电影|^早[啊呀上好]{0,3}$|(?<![a-z])(?:weather|birthday|rain|raining|cold|hot|bored|nice day|lovely day)(?![a-z])"
)
_WHICH_HOUR: Final = re.compile(
    r"(?:几点|几时|何时|什么时候|什么时间|啥时候|多晚|多早)(?:钟)?(?:之前|以前|之后|以后|前|后|到几点)?(?:可以|能|可|还能|才能|方便|接受)"
)
"""Which hour is possible, asked back: "晚上几点前可以约"."""
_IN_TIME: Final = re.compile(
    r"^(?:那)?是[^,。!?]{1,6}(?:吗|么)|(?<![a-z])is (?:it|that|this) (?:today|tomorrow|tonight|for today|for tomorrow)(?![a-z])|几点(?:钟)?[啊呀呢]?\??$|来得及|来不来得及|赶得上|会不会太|算不算|截止|过期"
)
_ANY_HOUR: Final = re.compile(r"(?:几点|时候|时间|几时)[^,。!?]{0,6}都|都(?:来得及|行|可以|赶得上|算)")
_EITHER_OR: Final = re.compile(r"[^,。!?]还是[^,。!?]{1,8}(?:\?|呢|啊|$)")
_BRINGS: Final = re.compile(
    r"送|派|来|到|收|拿|取|(?<![a-z])(?:come|deliver|bring|drop|visit|ok|okay|possible|work|works|suit|about)(?![a-z])"
)
A_NOT_A: Final = re.compile(r"系咪|可不可以|方不方便|有没有|有冇|有否|得不得行|([\u3400-\u9fff])[不唔]\1")
ASKS: Final = re.compile(
    r"(?:你们|请问)?(?:为什么|为啥|为何|怎么|咋|凭什么|干嘛|谁|点解)(?!都)|(?:are|r) (?:you|u) sure|(?:hi |hello |hey )?(?:whos|whens|whys|does|do|did|whats|hows|wheres|what(?! about)|when|how(?! about)|why|who|where|which)(?![a-z])"
)
ENDS_ASKING: Final = re.compile(r"(?:吗|么|嘛|\?)[啊呀]?$")
_WISH_ASKED: Final = re.compile(
    r"\d{1,4}(?:块|元|毛|角)钱?[?]|(?:吗|么|咩)[啊呀,.。!?]{0,2}$|(?:能|可以|可|得|会)[^,。!?]{1,4}不[啊呀]?[?。! ]{0,2}$|[^,。!?]了(?:没|没有|未|冇)[啊呀呢?]{0,2}$|(?:可以|可|能|会|要|行|得|好)[^,。!?]{0,12}(?:嘛|不|没)?\?$|(?:可以|得行|行|好|成|中|要得|方便|能|得|可)(?:不|没|啵|唔)[啊呀哈,.。!?]{0,2}$|[^要怎什这那多]么(?=[,。?])|吗(?=[,。?])"
)
_CHANGED: Final = re.compile(r"[^,。!?]{1,6}(?:改|换|变)(?:成|为|到)?(?=暂存|预约|上门|转寄|存|转|送)")
"""One wish changed into another: "暂存改预约"."""
_ORIGINALLY: Final = re.compile(
    r"原来|本来|原本|之前|刚才|先前|起初|一开始|(?<![a-z])(?:originally|before|at first|was going to|wanted to)(?![a-z])"
)
_NOW: Final = re.compile(r"现在|后来|还是|改|换成|算了|而家|(?<![a-z])(?:but|now|instead|changed)(?![a-z])")
_PAST: Final = re.compile(r"^(?:上次|上回|昨天|前天|以前|之前)(?!我?说)[^,。!?]{0,20}(?:了|过|被|没|结果)")
_TOLD_WISH: Final = re.compile(
    r"(?:暂存|寄存|存|转寄|转|改|约|预约|上门|送)过(?!来|去|几|两|些|后|节|年|完|了?(?:几天|两天|这几|年|节)|[0-9一二三四五]天)|已经?(?:被|给|帮)?(?:我|你们)?(?:送上门|送到家|上门|送过来|暂存|寄存|存|转寄|转走|转)(?:好|完)?了(?![,。]?(?:还|改))"
    r"|(?:去年|上个?月|上个?周|前几天|前阵子?|那天|那次|以前|从前|往常|原先)(?!我?说)[^,。!?]{0,14}(?:了|过|的|来着)[,。! ]{0,2}$"
)
"""A wish told as done: "以前都是上门的"."""
_BLAMED_WISH: Final = re.compile(
    r"(?:转寄|转|存|寄|约|放|派)了(?:都)?(?:半|好几?|几|这么|那么|大半|快|一|两|三|\d)[^,。!?]{0,3}(?:天|日|周|星期|礼拜|月|年|小时|次|回|趟|久)[了,。! ]{0,2}$"
    r"|(?:这|那)(?:也|就|还)?(?:能)?(?:叫|算|是)(?:什么|啥|哪门子)?(?:上门|暂存|预约|转寄|送货)|管(?:这|那)个?叫"
)
"""A wish that took too long, or named in scorn: "转寄转了半个月", "你们管这叫上门"."""
_PRESENT: Final = re.compile(r"这次|现在|还是|改(?!过|了)|今天|明天|今晚|以后|请|帮|麻烦")
_TOLD: Final = re.compile(
    r"(?<![a-z])(?:driver|courier|he|she|they|you|website|app|text|sms|it|tracking)(?: guys| just| had| has)? (?:said|says|told|promised|showed)(?![a-z])|(?<![a-z])i (?:was|went|came|waited|stayed|sat)(?![a-z])|(?:的时候|时)[^,。!?]{0,4}过(?!来|去|后)|^[^\d点]{0,8}早(?:就|都|已经?)?(?:搬|换|卖|退|离|不(?:住|用|在|做)|没在|取消|知道)"
)
_TURNED_HOME: Final = re.compile(r"(?:转寄|转送|改寄|改送|转到|转去|转回|转)(?:到|去|回|给)?我?(?:家|屋企|老家)")
_HOUR: Final = re.compile(r"点|前别|后别|时")
_CAN_ARRIVE: Final = re.compile(
    r"(?:能|会|可以|能不能|会不会|可不可以|还能|得唔得)[^,。!?]{0,8}?(?:到|送到|收到|派到|到货|送达|拿到)(?:不|没|么|吗|嘛|咩|[?])(?:啊|呀)?[?]?$"
    r"|^(?:so |hi |hello |hey |ok |and )?(?:is|will|would|has|does|still|gonna|going to|do you think|you think|any chance|think|likely)(?: it| it'll| itll| my [a-z]{1,12}| the [a-z]{1,12}| this| that| they)?(?![a-z])[^.?!]{0,20}(?<![a-z])(?:here|come|comes|coming|arrive|arrives|arriving|delivered|reach|turn up)(?![a-z])[^.?!]{0,30}[?]"
)
"""Asks whether it will be here by then, where no visit is being arranged: "晚上12点前能到不"."""
_VISITS: Final = re.compile(
    r"送|派|来|到|取|拿|领|提|攞|拎|嚟|去|回|返|喺|在|有[空人]|没[空人]|方便|得[闲空]|放|留|存|等|见|约|过|收"
    r"|(?<![a-z])(?:deliver\w{0,3}|come|coming|collect\w{0,3}|pick\w{0,3}|get|getting|grab|fetch|bring|drop|home|in|back|free|available|around|there|here|keep|hold|works?|suits?|fine|ok|okay|good|leave|send|visit|arrive|swing|stop|pop|head\w{0,3}|away|off|out|after|before|until|till|by|any|time|recoj\w{0,3}|recoger|voy|paso|abhol\w{0,3}|komm\w{0,2}|buscar|vou|ritir\w{0,4}|vengo|chercher|passe|viens|ambil|datang)(?![a-z])|取り|行き|ます|가지러|갈게|забер|приду"
)
_ALLOWED: Final = re.compile(
    r"[我俺咱你您他她们的了吧啊呀哦啦哈嘛呢呗噢哟就再都也才先还要会能可以得想请好行嗯把给帮让叫但又那这个之前后左右时候有空人家里屋头门口楼下上班回老婆公妈爸儿子女孩孙朋友邻居同事室件快递包裹货驿站柜点]"
    r"|(?<![a-z])(?:i|ill|im|i am|ive|we|well|were|you|u|it|its|the|a|an|my|our|your|me|us|is|are|be|am|will|would|can|could|should|may|might|please|pls|plz|ok|okay|yes|no|not|only|and|or|but|so|then|that|this|at|on|in|to|for|of|by|up|with|from|thanks|thank|thx|cheers|sorry|maybe|probably|about|around|just|parcel|package|delivery|order|husband|wife|son|daughter|mum|mom|dad|friend|work|home|house|do|did|have|has|had|if|possible|some|someone|best|better|good|great|fine|lah|la|leh|ah|hi|hello|going|gonna|want|like|need|try)(?![a-z])"
)
_TELLS: Final = re.compile(
    r"每次|次次|回回|总是|老是|从来|^(?:你们?|客服|小哥|快递员?|短信|明明|都|又|不是|当初|昨天|还)?(?:说好?|讲好?|答应|承诺|显示|告诉我?|通知)(?:的|是|了|今|明|上|下|周|早|晚|中|\d|·)"
)
_IS_IT: Final = re.compile(r"(?:is|are|was|do|does) (?!it (?:ok|fine|possible)|there)[a-z]")
_LETTERS: Final = re.compile(r"[a-z]{1,20}|[\u3400-\u9fff]")
_FETCHED: Final = re.compile(
    r"^(?:我们?|俺|咱|我?(?:老公|老婆|妈|爸|儿子|女儿|家人|同事|室友|朋友|邻居))?(?:今[天早]|昨[天晚]|前天|早上|上午|中午|下午|晚上|刚才|刚刚?|已经?|早就?|都|就|先|啱啱|今朝|寻日|琴日){0,4}(?:去|来)?(?:取|拿|领|提|攞|拎|带|收)(?:走|到|回来|回去|回|返)?(?:过了|过|咗|左|了)(?:快递|包裹|件)?[了啊呀哈呢啦喇吧]{0,2}[。!,~ ]{0,3}$"
    r"|^(?:yes |yeah |ok |i |we |ive |already |just |my (?:wife|husband|son|daughter|mum|mom|dad|flatmate|roommate) |she |he ){0,3}(?:have |has )?(?:already |just )?(?:picked|collected|grabbed|fetched|got|took) (?:it|them|mine|my parcel|the parcel|that)(?: up| already| thanks| thank you)?(?: this (?:morning|afternoon|evening)| last night| yesterday| earlier(?: today| on)?| today| on (?:mon|tues|wednes|thurs|fri|satur|sun)day| (?:an hour|a while|ages|two hours|2 hours|a bit) ago| at lunch(?: ?time)?)?(?: already| thanks| thank you| cheers)?[.! ]{0,3}$"
)
"""Collected already, though it says when: "今天早上拿了", "picked it up this morning"."""


_IN_CASE: Final = re.compile(
    r"(?:要是|如果|假如|万一|若是|倘若)[^。!?]{1,14}(?:就|便|则|,|的话)[^,。!?]{0,2}(?:别|不要|不用|莫|甭|勿)|(?<![a-z])(?:dont|do not)[^.]{1,30} if(?! (?:possible|you can))(?![a-z])|(?<![a-z])if [^.]{3,30} (?:dont|do not)(?![a-z])"
)
"""Not to be sent in one case alone: "明天要是下雨就别送"."""


def wishes(reading: Reading) -> Meaning | None:
    """An option in its own words."""
    keys = _wished(reading)
    if not keys:
        return None
    if doubt := _doubted(reading, keys):
        return doubt
    if _PAST.search(reading.text.tight) and not _PRESENT.search(reading.text.tight):
        return None
    if _TOLD_WISH.search(reading.text.tight) and not _PRESENT.search(reading.text.tight):
        return Meaning("other", "wish.told")
    if _BLAMED_WISH.search(reading.text.tight) and not _PRESENT.search(reading.text.tight):
        return Meaning("complaint", "wish.blamed")
    redirects = keys[0] == reading.branch("redirect") and not is_refused(reading.text.tight)
    place = reading.place() if redirects else None
    time = None if place and place.complete else reading.window()
    return Meaning("option", "wish.words", branch=keys[0], time=time, address=place)


def _wished(reading: Reading) -> list[str]:
    """Keys of the options whose words stand in the reply; of two, the later wish and the new place count."""
    if reading.asked is None:
        return []
    keys = option_words(reading.text, reading.asked, reading.lexicon)
    if len(keys) > 1 and (instead := _instead(reading)):
        keys = instead
    changed = _CHANGED.match(reading.text.tight) if len(keys) > 1 else None
    if changed:
        rest = of_light(reading.text.raw, reading.text.tight[changed.end() :])
        keys = option_words(rest, reading.asked, reading.lexicon) or keys
    if len(keys) > 1 and reading.branch("redirect") in keys and _TURNED_HOME.search(reading.text.tight):
        keys = [key for key in keys if key != reading.branch("schedule")]
    return keys


def _doubted(reading: Reading, keys: list[str]) -> Meaning | None:
    """What the words say instead where they are no wish (law 13): a reproach, a condition, a question, a refusal nobody listed, or two wishes."""
    assert reading.asked is not None
    tight = reading.text.tight
    means = {key: meaning for meaning, key in reading.asked.means.items()}
    if _REPROACH.search(tight):
        return Meaning("complaint", "wish.reproached")
    if CONDITIONAL.search(tight) or TOLD_OF.search(tight):
        return Meaning("other", "wish.conditional")
    if asks_about(tight) or _WISH_ASKED.search(tight):
        return Meaning("question", "wish.asked_about")
    if len(keys) > 1:
        return Meaning("other", "wish.several")
    if not leaves_unsure(tight, means.get(keys[0], "")):
        return None
    if GIVEN_UP.search(tight):
        return Meaning("decline", "wish.given_up", branch=reading.branch("decline"))
    return Meaning("other", "wish.unsure")


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
    tight = reading.text.tight
    found = (
        None
        if _TOLD.search(tight) or (reading.asked and reading.asked.digits and _DECIMAL.fullmatch(tight))
        else reading.window()
    )
    if reading.asked and (reading.asked.slot or reading.branch("hold")) and tells_later(tight):
        return Meaning("other", "unsure.tells_later")
    if other := _unasked(tight, timed=found is not None) if reading.asked is None else None:
        return other
    if found is None:
        return Meaning("time", "time.vague") if is_vague(tight) and _times_matter(reading) else None
    if _no_wish(reading):
        return None
    if refuses := _refused_by_then(reading):
        return refuses
    if ASKS.match(tight) or _asks_of_a_time(reading):
        return Meaning("question", "time.asked_about")
    return Meaning("time", "time.grammar", branch=reading.accepts("time") or reading.branch("schedule"), time=found)


_DECIMAL: Final = re.compile(r"[1-9][.~-][1-9]")
"""Under a menu neither two keys nor a day."""
_HOURS_OF_WORK: Final = re.compile(r"[早朝][6-9六七八九]点?(?:到|,|-)?晚[4-9四五六七八九]")
_SAVE_A_DAY: Final = re.compile(r"[到至~-][^,。!?]{1,3}[, ]?除[了去开掉]?(?:周|星期|礼拜|拜)")
"""A range of days with a hole in it: "周一到周五除周三"."""


def _refused_by_then(reading: Reading) -> Meaning | None:
    """What a day or an hour goes with where it is no visit: sent back, a threat, hours that are no window."""
    tight = reading.text.tight
    if THREATENS.search(tight):
        return Meaning("complaint", "time.threat")
    if SENT_BACK.search(tight):
        return Meaning("decline", "refused.by_then", branch=reading.branch("decline"))
    unclear = _HOURS_OF_WORK.search(tight) or _SAVE_A_DAY.search(tight)
    return Meaning("other", "time.unclear") if unclear else None


def _unasked(tight: str, *, timed: bool) -> Meaning | None:
    """What a text is that names a time where nothing was asked: will it be here by then, a parcel fetched then, a question."""
    if timed and _FETCHED.search(tight):
        return Meaning("confirm", "time.fetched")
    if _CAN_ARRIVE.search(tight):
        return Meaning("where_is", "time.can_arrive")
    asks = timed and _IS_IT.match(tight) and not _BRINGS.search(tight)
    return Meaning("question", "time.asked_about") if asks else None


def _no_wish(reading: Reading) -> bool:
    """Whether the time in the reply is no wish: told for later, beside a mark or a notice, in chat or in a tale."""
    tight, asked = reading.text.tight, reading.asked
    if tells_later(tight):
        return True
    if asked is None:
        return _CHAT.search(tight) is not None or _tells_of_a_time(tight)
    unmeant = (asked.rates or asked.notice or "claim" in asked.means) and not _times_matter(reading)
    return unmeant or (asked.rates and not any(c.isalpha() for c in tight))


def _tells_of_a_time(tight: str) -> bool:
    """Whether, nothing being asked, a time only stands in a tale: more words of other things beside it than a wish for a visit has."""
    if _TELLS.search(tight):
        return True
    left = tight
    for token in reversed(tokens_of(tight)):
        left = f"{left[: token.start]}·{left[token.end :]}"
    weight = sum(2 if word.isascii() else 1 for word in _LETTERS.findall(_ALLOWED.sub(" ", _VISITS.sub(" ", left))))
    return weight > (8 if _VISITS.search(left) else 2)


def _asks_of_a_time(reading: Reading) -> bool:
    """Whether a question names a time where no visit is spoken of: "明天轮休也要去?", "6点前来得及吗"."""
    tight = reading.text.tight
    if (_IN_TIME.search(tight) and not _ANY_HOUR.search(tight)) or (
        _WHICH_HOUR.search(tight) and "都" not in tight and "随" not in tight
    ):
        return True
    asks = "?" in tight or ENDS_ASKING.search(tight) or _EITHER_OR.search(tight) or A_NOT_A.search(tight)
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
            and not (reading.says("refused") or _loosely_doubted(reading))
            and not (meaning == "schedule" and _unwanted(reading, table))
            and not _HOUR.search(reading.text.tight)
        ):
            return Meaning("option", f"{table}.lexicon", branch=reading.branch(meaning))
    return None


def _loosely_doubted(reading: Reading) -> bool:
    """Whether what is said beside it overrules the wish: given up, sent back, for one case alone, of another parcel."""
    tight = reading.text.tight
    return any(doubt.search(tight) for doubt in (GIVEN_UP, SENT_BACK, CONDITIONAL, TOLD_OF, _IN_CASE))


def _unwanted(reading: Reading, table: str) -> bool:
    """Whether the clause refuses what it names: "没人给我送来", "no need deliver"."""
    tight = reading.text.tight
    found = reading.lexicon.phrases[table].search(tight)
    return found is not None and _NOT_WANTED.search(re.split(r"[,。;!?]", tight[: found.end()])[-1]) is not None
