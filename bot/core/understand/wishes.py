"""Answers in words: yes and no, the options' own words, ratings; aware of negation and of two wishes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.core.understand.addresses.regions import starts_with_place
from bot.core.understand.asked import Asked
from bot.core.understand.compose import composed
from bot.core.understand.frames import bare
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.sounds import sounds_like
from bot.core.understand.text import Text

_NO_PRAISE: Final = re.compile(
    r"满意度|满意(?=调查|评价|短信)|牛(?=奶|肉|排|皮|油|仔|津)|好(?=处|几|奇|友|笑|像|不容易|歹)|可(?=能|是|惜|乐|口)|行(?=李|程|业|车)|中意(?=大利)|赞(?=助)|快(?=过期|到期)|不早不晚|不晚不早|牛(?=皮癣)"
    r"|(?<![a-z])(?:good (?:question|luck(?! (?:getting|with|finding|expecting))|grief|riddance|morning|evening|afternoon|night|day(?! s)|bye|lord|god|heavens|for nothing)|nice try|fine print|happy (?:birthday|new year|christmas|holidays|easter)|great (?:wall|britain))(?![a-z])"
)
"""Characters of praise inside words that praise nothing: 牛奶, 好处, 可能."""
_CLAUSES: Final = re.compile(r"[,。;!?\n~.、]| -{1,2} |(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")
_NEGATED: Final = re.compile(
    r"(?:不要|不用|不想要?|不需要|不必|免去?|别|没说要?|[没冇][话讲说提]过?要?|不是|(?<!要)不|没有?|勿|莫|唔好|唔要|唔使|甭|无需|取消|(?<![a-z])(?:not|dont|do not|dont want to|dont need to|no need to|never|without|cancel(?: the)?|stop(?: the)?|no|rather than|instead of|in place of|in lieu of|except|apart from|other than|anything but)|除了|除去|除开|与其|懒得|省得|犯不着|用不着)(?:再|给我|帮我|你们?|去|您|我|要|想|说要|想要|打算|非要| want| need| to| it| the)?[ ]?$"
)
_SCORE: Final = re.compile(
    r"(?<![\d.])(\d{1,3})(?: ?/ ?(5|10|100)(?!\d)| ?out of (5|10|100)(?!\d)|分(?!钟|之|拣)|颗?星(?!期)| ?stars?(?![a-z]))"
)
_MARKED: Final = re.compile(r"(?:打|给|评|选|就)(?:个|你们?|您)?([1-4])(?:分(?!钟|都|也)|(?:吧|了|就好|啦)?$)")
_GIVES: Final = re.compile(r"^(?:那?就|还是|只能|勉强)?(?:给|打|评|选|算)(?:个|一个|你们个?)?(?=.)")
_NEITHER: Final = re.compile(
    r"(?:不|说不上|谈不上|没多)(?:算|是)?(?:太|很)?(?:好|差|坏|满意)[也又,但]{0,2}(?:不|说不上|谈不上|没多)(?:算|是)?(?:太|很)?(?:好|差|坏|不满意)|[说谈]不上满意不满意|不算(?:太|很)?好[也,]{0,2}还行|好坏参半|有好有坏"
    r"|(?<![a-z])(?:nothing (?:that |too |so |particularly )?(?:great|amazing|special|fancy|outstanding|exceptional|extraordinary|brilliant|spectacular|excellent|fantastic|wow)|neither good|not good,? (?:but )?not bad|not good or bad|not bad,? (?:but )?not (?:good|great)|not (?:great|good|amazing),? (?:but |and )?good|good,? (?:but )?not (?:great|amazing)|could be (?:better|worse),? (?:but |and )?(?:it )?could be (?:worse|better))(?![a-z])"
)
AS_ONE_LIKES: Final = re.compile(
    r"(多久|多快|多晚|多早|多少|几天|几点|几时|几号|哪天|哪里|哪儿|哪个|哪种|哪边|哪家|什么时候|啥时候|怎么|咋|谁|边个|边度|点样)(?:(?!到|至|还|和|跟|是)[^,。!?]){1,6}(?<![到至])\1"
)
"""Asks nothing: "能存多久就存多久", "哪个快选哪个"."""
_YES_NO_QUESTION: Final = re.compile(r"(?:is|are|does|do|will|was|has|have)(?![a-z])[^\n]{0,120}\?")
_INFORMATION: Final = re.compile(
    r"(?:阿姨|邻居|门卫|物业|别人|家人|朋友|同事|室友|保安|前台|老公|老婆|我妈|我爸|他人|其他人)[^,。!?]{0,4}(?:能|可以|会|可不可以|能不能)[^,。!?]{0,10}(?:吗|么|嘛|不)|(?:会|要)(?:晚|迟|多|慢|影响|耽误)[^,。!?]{0,6}(?:吗|么|嘛)|多少|几点|几号(?!楼)|收唔收|使唔使|系唔系|要唔要|会唔会|(?:能|可以|最多|最长|免费|会).{0,4}几天|(?:要|需要|得|需)[几多][天久日](?!以?后|再|之后)|[几多][天久](?:才|就)?(?:能|可以|会)?(?:到|送到|收到|寄到|送达)|多久|几多|几耐|几久|几钱|多长|多远|怎么|如何|什么|啥|哪|边(?:度|个|处|间|位)|乜|咩|点(?=攞|拎|样|计|算钱|收费|搞|整)|(?:想|要)(?:问|知道|咨询)|问一?[下吓]|为什么|为啥|quid|pounds|dollars|bucks|收费|免费|要钱|加钱|钱吗|是不是|吗.{0,3}还是|会不会|(?:能|可以|可)(?:选|换|指定|定|改|约|挑)(?:时间)?(?:吗|么|嘛)|是[^,。]{1,8}(?:吗|么|嘛)[啊呀?]?$|(?<![a-z])(?:what|whats|how|where(?! i (?:work|live|am|stay|study))|when(?! i)|why|which|who|fee|cost|charge|free)(?![a-z])"
)
CONCEDES: Final = re.compile(
    r"但|就是|不过|只是|除了|一般|略|有点|稍|(?<![a-z])(?:but|only|just|though|except)(?![a-z])"
)
_FIRST_WORD: Final = re.compile(
    r"(?:(?:yes|yep|yeah|yup|ok|okay|sure|nope|nah)(?= )|no(?= (?:i|im|it|its|we|they|my|thanks|thank|not|sorry|cant|this|that|ill|way|you)(?![a-z])|,))"
)
_REFUSED_AFTER: Final = re.compile(
    r"(?:(?:吧|啊|呢|吗|一下|着|的话)?\? ?)?(?:那|还是|就|都|也|我|真的)?(?:没(?:有)?(?:这个|那个|啥|什么)?必要|别想|休想|甭想|不用(?:麻烦|费心|折腾|考虑|想|谈)|不要|不用|不行|不需要|不必|不选|免了|算了|取消|就算)(?=$|[,。!?;了吧啦哈呀的])"
)
_RATING_NEGATED: Final = re.compile(
    r"(?:没有?|难|不|唔|冇|无法|从未|未|哪(?!哪|都|儿都|里都|方面都|个都|样都|点都)|(?<!特)别|无)[^,。!?但却过…]{0,4}$|(?<![a-z])(?:not|no|never|hardly|isnt|wasnt|arent|werent|dont|doesnt|didnt|cant|wouldnt|couldnt|shouldnt|wont|aint|barely|without|nowhere near|far from|anything but|pas|nicht|kein|non|nao|não|tidak|khong|không|не|bu)(?: [a-z]{1,12}){0,2} ?$|(?<![a-z])bu$"
)
UNSURE: Final = "unsure"
"""What `rating` says of a reply whose marks contradict each other, or whose praise is doubted in its own clause."""
_NO_BLAME: Final = re.compile(
    r"(?:没有?|[不未无冇]|毫无|毫不|从不|一点[也都]?[不没])(?:任何|一点|半点|什么|啥)?(?:破损|损坏|破|漏|坏|碎|压坏|磨叽|磨蹭|拖拉|拖沓|拖延|耽误|耽搁|迟到|怕|嫌|敷衍|马虎|含糊|推脱|推诿|变形|缺|丢|凶|辞)(?![过个])"
)
"""Blame that is denied beside praise: "不破不漏很好", "态度不敷衍"."""
_SMALL: Final = frozenset({"好", "可", "行", "可以", "中意"})
_SMALL_ENDS: Final = re.compile(r"[,。!?;~ …\n.\"”’'」』》)\]啊呀的了吧哈呢哦噢喔嘞哒滴嘅评]|$")
"""What ends praise of one character; "好家伙" and "可拉倒吧" praise nothing."""
_DOUBTED_BEFORE: Final = re.compile(
    r"谈何|何谈|换[个了一]|怎样才|怎么才|想(?:要)?$|离[^,。!?]{0,3}$|哪来的?$|让我(?:感到|觉得)?$|(?<![a-z])(?:used to be|was once|expected|hoped for|hoping for|promised)(?: a| an)?(?: very| so)? $|(?<![a-z])(?:hope|hoping|hopefully|are you|were you|how (?:is|can|could|am)|wish|if)(?![a-z])[^,.!?]{0,20}$"
)
_DOUBTED_AFTER: Final = re.compile(
    r"的?(?:地方|人|时候|部分|次数|点)?(?:真|也|都|还|实在|很|太|就)?(?:不多|没几|很少|太少|没有|不存在|不起|难|差得远|差远|还远|还早|谈不上|远着)|还?(?:差|有)[^,。!?]{0,3}(?:远|距离|差距)"
)
"""Praise doubted in its own clause: "离满意还差得远", "好的地方不多"."""
EARLIER: Final = re.compile(
    r"(?:上次|上回|以前|之前|前面|前几次|前两次|原来|一开始|开始|先前|刚开始|起初|最初|过去|早先|昨天)[^,。!?;\n]{0,16}[,。;!? ]{1,2}(?=[^,。!?]{0,6}(?:这次|这回|这一次|现在|后来|今天|今次|如今|最后|之后|后面|目前|结果|[^,。!?]{1,5}后))|(?<=[,。;! ])(?:但|不过|可|比)?(?:上次|上回|以前|之前|前几次)(?!好|强|快)[^,。!?;\n]{0,12}$"
    r"|(?<![a-z])(?:last time|before|previously|at first|used to be|initially)(?![a-z])[^,.!?;]{0,30}[,.;]? ?(?=(?:but )?(?:now|this time|today|in the end|later)(?![a-z]))"
)
"""What was once so, where what is so now follows: "上次不满意，这次满意"."""
_SPARED: Final = re.compile(
    r"(?:没有?|没有?(?:任何|什么|啥|半点|一点儿?|丝毫)|不是|并不|并没有?|并非|毫无|无|从没|从不|说不上|谈不上|算不上|冇|怎么会|怎么可能|怎会|哪会|哪能|哪里会|谁说|不敢|不能说|不会|(?<![很太真好极又])不|没|从不)$|(?<![a-z])(?:no|not|never|nothing|without|hardly|isnt|wasnt|cant(?: say| be)?|dont|didnt)(?: (?:a|any|at all|be|been|in the least|the least|bit|much|to be|really|too|that|so))? $"
)
"""Stands before blame that is denied."""
_NOT_THAT: Final = re.compile(r"(?:我|也|倒|又|倒也|也倒|并)?(?:不是|并非|不能说|没说)(?:我)?不满意([,。;])")
"""A mark denied, and the real one behind it: "不是不满意，就是一般"."""
_OF_A_SCALE: Final = re.compile(
    r"(?:(?:满分|总分|一共)(?:是)?(?=[15])|(?=[15]0{0,2}分(?:满分|制|的话|里|中)))(5|10|100)分?(?:满分|制|的话|里|中)?[^\d,。]{0,3}[,]?[^\d,。]{0,4}(?<!\d)(\d{1,2})分"
)
_TENS: Final = re.compile(r"(?<![一二三四五六七八九十百])([二三四五六七八九])十[一二三四五六七八九]?分(?!钟|之)")
_THOUSANDS: Final = re.compile(r"(?<![\d.])[1-9]\d{3,5}分(?!钟|之)|[一两二三九十百]?[千万]分(?!之)")
_GRADE: Final = re.compile(r"(?<![a-z+])(?:grade |打|给|评|个)?a ?\+{1,3}(?![\da-z])")
_ASKING: Final = re.compile(r"[?吗么谁哪]|什么|怎么|多少")
_RHETORICAL: Final = frozenset("哪边点怎咋谁能")
"""What rhetorical blame begins with: "没有哪里满意" denies nothing."""
_DISSATISFIED: Final = re.compile(
    r"(?:很|非常|特别|十分|极其?|完全|一点[都也儿]?|都|也|太|相当|超)?(?:不|没|唔|冇)(?:是|太|很|怎么|够|大|算|有|咋|那么|特别|会|能|再|得)?满意(?:了|的)?|满意(?:不了|个|才怪|什么|啥)"
)
_NOT_MEANT: Final = re.compile(
    r"满意(?:才怪|不了|个|什么|啥|度)|(?:怎么|怎|咋|哪里|哪|谁|要|才|就|让|令|使|叫)(?:能|会|可能|敢)?(?:我|人|你|咱)?(?:们)?满意|满意不|满意\?|满意[吗么]|下次|希望|争取"
)
_FETCHES: Final = re.compile(r"(?:自己|亲自|自行)[^,。!?]{0,3}上门|上门自?(?:取(?!件)|拿|提|领)")
_ECHO: Final = re.compile(r"[^,。!?]{2,10}\? ?[^ ?!]{3}")
"""What was asked said back with a question mark, and more behind: "本人同意?本人在国外呢"."""
_NO_WISH: Final = re.compile(
    r"(?<![a-z])(?:(?:been |been put |was put |got put |is |kept |left |stuck |waiting |am |was |me )on hold|(?<!it )(?<!this )(?<!parcel )on hold (?:for|with)|hold on(?: a| for a| one| just a)? (?:sec|second|secs|moment|minute|min|mo|tick)|hold (?:your horses|me (?:responsible|liable)|your breath)|on hold with|(?:the|an?|my|your|some|this|that|text|comic|school|note|of) books?(?! a)|books|book (?:is|was|inside|says|arrived)|look(?:ing)? forward|(?:the|your|in) store (?:is|was|closed|opens|credit))(?![a-z])"
)
"""Words of an option in other senses."""
_NO_WISH_HAN: Final = re.compile(
    r"(?:保管|暂存|寄存|代存|存放|转寄|转送|改址|上门|派送|配送|预约)(?:服务)?(?:费|员|单(?![位元])|记录|短信)"
    r"|(?:保管|暂存|寄存|存放|转寄|上门|派送|预约)(?:服务(?:不错|挺|很|太|真|好|差|态度|电话|垃圾)|的(?:小哥|师傅|人|快递员|态度)|(?:都|也|是)?(?:太|真|有点|实在)(?:麻烦|慢|贵|累|远|久|难|坑|差|费劲|折腾)|要?排队|女婿|推销|按摩)"
    r"|(?:邻居|他们?|她|房东|室友|对门|楼上|楼下|前任|租客)(?:都|已经?|早就|刚)?搬(?:走|家)?了"
)
"""Words of an option inside the name of something else: "保管费太贵"."""
_TWO_LETTERS: Final = re.compile(r"[a-z][,/ ]{1,2}[a-z][.! ]?")
_X_IS_X: Final = re.compile(r"([\u3400-\u9fff]{1,3})(?:倒|却)?[是系]\1(?![\u3400-\u9fff]{0,2}$)")
_MOVED_TO: Final = re.compile(
    r"(?<![不别莫甭])(?<!不要)(?<!不用)(?<!没有)(?:改|换|转|寄|发|投|改寄|转寄|改送)(?:到|去|往|至|成)(?:我)?(?:的)?"
)
"""Before the name of a place: "改到北京去"."""
_READ_ELSEWHERE: Final = frozenset({"confirm", "decline", "rating_1", "rating_2", "rating_3", "rating_4", "claim"})
_MENU_ORDER: Final = ("redirect", "hold", "schedule")
_RATING_ORDER: Final = ("rating_4", "rating_1", "rating_3", "rating_2")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the words answer."""

    kind: str
    """yes, no, thanks, a meaning of an option ("hold", "rating_2"), or the key of an option with words of its own."""
    rule: str


def short_answer(text: Text, core: str, lexicon: Lexicon, asked: Asked | None = None) -> str | None:
    """Yes, no or thanks, where the reply is nothing else (clauses may repeat, thank or soften)."""
    whole = text.tight.strip(" .,!。~;")
    context = asked.context if asked else "none"
    for said in (whole, core):
        kind = _word(said, lexicon, claims=context == "claim")
        if kind:
            return kind
    if len(text.tight) > 60:
        return None
    kinds = [_clause(clause, lexicon, context) for clause in _CLAUSES.split(text.tight) if clause.strip(" -*")]
    if not kinds or None in kinds or ("?" in text.tight and "ack" not in kinds and "yes" not in kinds):
        return None
    return _settled([kind for kind in kinds if kind not in {"thanks", "fill"}], thanks="thanks" in kinds)


def _settled(said: list[str | None], *, thanks: bool) -> str | None:
    """What the clauses come to: "好的，不用了" is a no, "不用，好的" neither."""
    decided = {"yes" if kind == "ack" else kind for kind in said}
    if decided == {"yes", "no"}:
        return "no" if said[0] == "ack" and set(said[1:]) == {"no"} else None
    return decided.pop() if len(decided) == 1 else "thanks" if thanks else None


def _concedes(tight: str) -> bool:
    """Whether agreement is only conceded: "合适是合适，就是没人在家"."""
    return _X_IS_X.match(tight) is not None


def leading_answer(text: Text, lexicon: Lexicon, asked: Asked | None = None) -> str | None:
    """Yes or no, where the first clause says it and more follows: "行，到时候打我电话"."""
    if _concedes(text.tight) or _ECHO.match(text.tight) or _TWO_LETTERS.fullmatch(text.tight):
        return None
    context = asked.context if asked else "none"
    clauses = [clause for clause in _CLAUSES.split(text.tight, maxsplit=3) if clause.strip(" -*")]
    kind = _clause(clauses[0], lexicon, context) if len(clauses) > 1 else None
    if kind in {None, "fill"} and (word := _FIRST_WORD.match(text.tight)):
        kind = _word(word.group(), lexicon)
    if kind in {None, "fill"} and len(clauses) > 1:
        kind = _clause(clauses[-1], lexicon, context) if context != "claim" else _word(bare(clauses[-1]), lexicon)
    if kind in {"yes", "ack"} and _refused_behind(clauses, lexicon, context):
        return None
    return "yes" if kind == "ack" else kind if kind in {"yes", "no"} else None


def agrees_first(text: Text, lexicon: Lexicon, asked: Asked | None) -> bool:
    """Whether the first clause of several agrees."""
    if _concedes(text.tight):
        return False
    clauses = [clause for clause in _CLAUSES.split(text.tight, maxsplit=3) if clause.strip(" -*")]
    if len(clauses) < 2:
        word = _FIRST_WORD.match(text.tight)
        return bool(word and _word(word.group(), lexicon) == "yes")
    context = asked.context if asked else "none"
    return _clause(clauses[0], lexicon, context) in {"yes", "ack"} and not _refused_behind(clauses, lexicon, context)


def _refused_behind(clauses: list[str], lexicon: Lexicon, context: str) -> bool:
    """Whether a later clause refuses under a proposed hour: "家里有人，别送"."""
    return context == "slot" and any(_clause(clause, lexicon, context) == "no" for clause in clauses[1:])


def _clause(clause: str, lexicon: Lexicon, context: str) -> str | None:
    """yes, no, thanks, `ack` (a yes that a later no overrules) or `fill` (nothing): by the tables of whole answers, else by its parts."""
    shorter = bare(clause)
    claims = context == "claim"
    kind = _word(clause.strip(), lexicon, claims=claims) or _word(shorter, lexicon, claims=claims)
    added = composed(clause.strip(), context) if kind in {None, "yes"} else None
    return "ack" if added == "ack" else kind or added


def _word(said: str, lexicon: Lexicon, *, claims: bool = False) -> str | None:
    """What a whole answer of the tables says, a leading 我 aside."""
    for form in (said, said[1:] if said[:1] == "我" and len(said) > 2 else said):
        if claims and form in lexicon.words["no_to_offer"]:
            return "no"
        for kind in ("yes", "no", "thanks"):
            if form in lexicon.words[kind]:
                return kind
        if claims and form and lexicon.phrases["claim"].fullmatch(form):
            return "yes"
    return None


def option_words(text: Text, asked: Asked, lexicon: Lexicon) -> list[str]:
    """Keys of the options whose words stand in the reply unrefused, in the order of the menu."""
    if text.has_latin and _NO_WISH.search(text.tight):
        text = replace(text, tight=_NO_WISH.sub("…", text.tight))
    if text.has_han and _NO_WISH_HAN.search(text.tight):
        text = replace(text, tight=_NO_WISH_HAN.sub("…", text.tight))
    keys = [
        asked.means[meaning] for meaning in _MENU_ORDER if meaning in asked.means and _wished(meaning, text, lexicon)
    ]
    if not keys:
        means = {key: meaning for meaning, key in asked.means.items()}
        keys = [key for word, key in asked.words if means.get(key) not in _READ_ELSEWHERE and _holds(word, text.tight)]
    return list(dict.fromkeys(keys))


def asks_about(tight: str) -> bool:
    """Whether the words of an option stand in a question about it: "暂存收费吗"."""
    return bool(_INFORMATION.search(AS_ONE_LIKES.sub(" ", tight)) or _YES_NO_QUESTION.match(tight))


def _holds(word: str, tight: str) -> bool:
    at = tight.find(word)
    if at < 0 or _NEGATED.search(tight, max(0, at - 12), at) or _REFUSED_AFTER.match(tight, at + len(word)):
        return False
    return not word.isascii() or bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", tight))


def _wished(meaning: str, text: Text, lexicon: Lexicon) -> bool:
    if meaning == "redirect" and (moved := _MOVED_TO.search(text.tight)) and starts_with_place(text.tight, moved.end()):
        return True
    if meaning == "schedule" and _FETCHES.search(text.tight):
        return False
    for match in lexicon.phrases[meaning].finditer(text.tight):
        before = _NEGATED.search(text.tight, max(0, match.start() - 12), match.start())
        if not before and not _REFUSED_AFTER.match(text.tight, match.end()):
            return True
    return False


def rating(text: Text, core: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The meaning rating_1 … rating_4 that the words give, refusals read as such ("不满意" is not 满意)."""
    if _NO_PRAISE.search(text.tight):
        text = replace(text, tight=_NO_PRAISE.sub("…", text.tight))
    text = replace(text, tight=_NO_BLAME.sub("…", EARLIER.sub("", text.tight)))
    if _NOT_THAT.match(text.plain):
        return _first_of(text.tight[text.tight.find(",") + 1 :], asked, lexicon)
    if _says_both(text):
        return UNSURE
    found = _by_neither(text) or _by_clause(text.tight, asked, lexicon) or _by_mark(text.tight)
    if (
        found == "rating_4"
        and lexicon.phrases["rating_1"].search(text.tight)
        and not lexicon.phrases["rating_4"].search(text.tight)
    ):
        found = "rating_1"
    if found:
        return found if found in asked.means else None
    found = _by_words(text.tight, core, asked, lexicon)
    return found or (UNSURE if _only_denied(text.tight, lexicon) else None)


def _only_denied(tight: str, lexicon: Lexicon) -> bool:
    """Whether blame is named and denied ("不会不满意"): no mark, and no grievance either."""
    if _ASKING.search(tight):
        return False
    blame = lexicon.phrases["rating_4"].search(tight)
    return blame is not None and next(_unspared("rating_4", tight, lexicon), None) is None


def _by_words(tight: str, core: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The mark whose words stand anywhere in the reply, blame before praise."""
    for meaning in _RATING_ORDER:
        phrases = lexicon.phrases[meaning]
        if meaning in asked.means and phrases.fullmatch(core):
            return meaning
        praise = next(_unspared(meaning, tight, lexicon), None) if meaning in asked.means else None
        if praise:
            return _meant(meaning, praise, tight)
    return None


def _meant(meaning: str, said: re.Match[str], tight: str) -> str:
    """The mark as it is meant: praise taken back is the worst one, praise doubted in its clause none."""
    if meaning in {"rating_3", "rating_4"}:
        return meaning
    if _denied(tight, said):
        return "rating_4"
    before = re.split(r"[,。!?;\n]", tight[max(0, said.start() - 24) : said.start()])[-1]
    return UNSURE if _DOUBTED_BEFORE.search(before) or _DOUBTED_AFTER.match(tight, said.end()) else meaning


def _first_of(tight: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The mark that stands in what follows a denied one."""
    for meaning in ("rating_4", "rating_3", "rating_1"):
        if meaning in asked.means and next(_unspared(meaning, tight, lexicon), None):
            return meaning
    return None


def _unspared(meaning: str, tight: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Where the words of that mark stand; blame that is denied is none ("没有任何不满"), nor is praise within it."""
    spared = [
        blame.span()
        for blame in lexicon.phrases["rating_4"].finditer(tight)
        if blame.group()[0] not in _RHETORICAL and _SPARED.search(tight, 0, blame.start())
    ]
    for match in lexicon.phrases[meaning].finditer(tight):
        small = match.group() in _SMALL and not _SMALL_ENDS.match(tight, match.end())
        if not small and not any(start <= match.start() < end for start, end in spared):
            yield match


def _says_both(text: Text) -> bool:
    """Whether one thing satisfied and another did not: "早上那件满意，晚上的不满意"; neither is the mark."""
    tight = text.tight
    if "是不满意" in text.plain:
        return False
    rest = _DISSATISFIED.sub("…", tight)
    praise = rest.find("满意") if rest != tight else -1
    return praise >= 0 and not _RATING_NEGATED.search(rest, 0, praise) and not _NOT_MEANT.search(rest)


def _by_clause(tight: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The rating that the first clause is, corrected by what follows, or the one that the last clause is."""
    first = _CLAUSES.split(tight, maxsplit=1)[0]
    if first != tight and (found := _exactly(bare(first), asked, lexicon)):
        regrets = found != "rating_4" and lexicon.phrases["rating_4"].search(tight, len(first))
        if found == "rating_2" and lexicon.phrases["rating_1"].search(tight, len(first)):
            return "rating_1"
        return "rating_4" if regrets and not CONCEDES.search(tight) else found
    last = _CLAUSES.split(tight[-40:])[-1]
    return _exactly(bare(last), asked, lexicon) if last != tight[-40:] else None


def _by_neither(text: Text) -> str | None:
    """The middle mark that "不好也不坏" gives, in the copy whose negations were not turned round."""
    return "rating_3" if _NEITHER.search(text.plain) else None


def _by_scale(tight: str) -> str | None:
    """The mark on a scale that is told or out of proportion: "10分满分给6分", "七十分", "1000分"."""
    if told := _OF_A_SCALE.search(tight):
        share = int(told[2]) / int(told[1])
        return (
            "rating_1" if share >= 0.9 else "rating_2" if share >= 0.7 else "rating_3" if share >= 0.5 else "rating_4"
        )
    if tens := _TENS.search(tight):
        return {"九": "rating_1", "八": "rating_2", "七": "rating_2", "六": "rating_3", "五": "rating_3"}.get(
            tens[1], "rating_4"
        )
    return "rating_1" if _THOUSANDS.search(tight) else None


def _by_mark(tight: str) -> str | None:
    """The rating that "打4分", "8/10" or "neither good nor bad" gives."""
    if _NEITHER.search(tight):
        return "rating_3"
    if scale := _by_scale(tight):
        return scale
    if mark := _MARKED.search(tight):
        return f"rating_{mark[1]}"
    if _GRADE.search(tight):
        return "rating_1"
    scored = _SCORE.search(tight)
    return _scored(scored) if scored else None


def rated_by_sound(core: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The rating that a slip of the keyboard means: "不满艺" is 不满意."""
    meant = sounds_like(core)
    return _exactly(meant, asked, lexicon) if meant != core else None


def _denied(tight: str, praise: re.Match[str]) -> bool:
    """Whether praise is taken back: "很难满意", "满意才怪", "not a good experience"."""
    return bool(
        _RATING_NEGATED.search(tight, 0, praise.start())
        or tight.startswith(("才怪", "不了", "不起来", "就怪", "得了才"), praise.end())
    )


def _exactly(said: str, asked: Asked, lexicon: Lexicon) -> str | None:
    said = _GIVES.sub("", said)
    return next((m for m in _RATING_ORDER if m in asked.means and lexicon.phrases[m].fullmatch(said)), None)


def _scored(match: re.Match[str]) -> str:
    """A mark on a scale of 5, 10 or 100 as a rating from 1 (best) to 4."""
    mark = int(match.group(1))
    scale = int(match.group(2) or match.group(3) or 0) or (5 if mark <= 5 else 10 if mark <= 10 else 100)
    share = mark / scale
    return "rating_1" if share >= 0.9 else "rating_2" if share >= 0.7 else "rating_3" if share >= 0.5 else "rating_4"
