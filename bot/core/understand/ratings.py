"""Marks in words: how satisfied, with denials, both-sided judgements, scales and slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.core.understand.answers import CLAUSES
from bot.core.understand.asked import Asked
from bot.core.understand.frames import bare
from bot.core.understand.idioms import BLAMED
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.sounds import sounds_like
from bot.core.understand.text import Text

_NO_PRAISE: Final = re.compile(
    rf"不赖(?={BLAMED})|(?<=的)一次(?=$|[。!,~])|满意度|满意(?=调查|评价|短信)|牛(?=奶|肉|排|皮|油|仔|津)|好(?=处|几|奇|友|笑|像|不容易|歹)|可(?=能|是|惜|乐|口)|行(?=李|程|业|车)|中意(?=大利)|赞(?=助)|快(?=过期|到期)|不早不晚|不晚不早|牛(?=皮癣)"
    r"|(?<![a-z])(?:good (?:question|luck(?! (?:getting|with|finding|expecting))|grief|riddance|morning|evening|afternoon|night|day(?! s)|bye|lord|god|heavens|for nothing)|nice try|fine print|happy (?:birthday|new year|christmas|holidays|easter)|great (?:wall|britain))(?![a-z])"
)
"""Characters of praise inside words that praise nothing: 牛奶, 好处, 可能."""
_SCORE: Final = re.compile(
    r"(?<![\d.])(\d{1,3})(?: ?/ ?(5|10|100)(?!\d)| ?out of (5|10|100)(?!\d)|分(?!钟|之|拣)|颗?星(?!期)| ?stars?(?![a-z]))"
)
_MARKED: Final = re.compile(r"(?:打|给|评|选|就)(?:个|你们?|您)?([1-4])(?:分(?!钟|都|也)|(?:吧|了|就好|啦)?$)")
_GIVES: Final = re.compile(r"^(?:那?就|还是|只能|勉强)?(?:给|打|评|选|算)(?:个|一个|你们个?)?(?=.)")
_NEITHER: Final = re.compile(
    r"(?:不能算|算不上|谈不上|说不上|不至于)(?:是)?不满意|(?:不|说不上|谈不上|没多)(?:算|是)?(?:太|很)?(?:好|差|坏|满意)[也又,但]{0,2}(?:不|说不上|谈不上|没多)(?:算|是)?(?:太|很)?(?:好|差|坏|不满意)|[说谈]不上满意不满意|不算(?:太|很)?好[也,]{0,2}还行|好坏参半|有好有坏"
    r"|(?<![a-z])(?:nothing (?:that |too |so |particularly )?(?:great|amazing|special|fancy|outstanding|exceptional|extraordinary|brilliant|spectacular|excellent|fantastic|wow)|neither good|not good,? (?:but )?not bad|not good or bad|not bad,? (?:but )?not (?:good|great)|not (?:great|good|amazing),? (?:but |and )?good|good,? (?:but )?not (?:great|amazing)|could be (?:better|worse),? (?:but |and )?(?:it )?could be (?:worse|better))(?![a-z])"
)
CONCEDES: Final = re.compile(
    r"但|就是|不过|只是|除了|一般|略|有点|稍|(?<![a-z])(?:but|only|just|though|except)(?![a-z])"
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
ONCE_SO: Final = re.compile(
    r"(?:上次|上回|以前|之前|前面|前几次|前两次|原来|一开始|开始|先前|刚开始|起初|最初|过去|早先|昨天)[^,。!?;\n]{0,16}[,。;!? ]{1,2}(?=[^,。!?]{0,6}(?:这次|这回|这一次|现在|后来|今天|今次|如今|最后|之后|后面|目前|结果|[^,。!?]{1,5}后))|(?<=[,。;! ])(?:但|不过|可|比)?(?:上次|上回|以前|之前|前几次)(?!好|强|快)[^,。!?;\n]{0,12}$"
    r"|(?<![a-z])(?:last time|before|previously|at first|used to be|initially)(?![a-z])[^,.!?;]{0,30}[,.;]? ?(?=(?:but )?(?:now|this time|today|in the end|later)(?![a-z]))"
)
"""What was once so, where what is so now follows: "上次不满意，这次满意"."""
_SPARED: Final = re.compile(
    r"(?:没有?|没有?(?:任何|什么|啥|半点|一点儿?|丝毫)|不是|并不|并没有?|并非|毫无|无|从没|从不|说不上|谈不上|算不上|冇|怎么会|怎么可能|怎会|哪会|哪能|哪里会|谁说|不敢|不能说|不会|(?<![很太真好极又])不|没)$|(?<![a-z])(?:no|not|never|nothing|without|hardly|isnt|wasnt|cant(?: say| be)?|dont|didnt)(?: (?:a|any|at all|be|been|in the least|the least|bit|much|to be|really|too|that|so))? $"
)
"""Stands before blame that is denied."""
_NOT_THAT: Final = re.compile(r"(?:我|也|倒|又|倒也|也倒|并)?(?:不是|并非|不能说|没说)(?:我)?不满意([,。;])")
"""A mark denied, and the real one behind it: "不是不满意，就是一般"."""
_OF_A_SCALE: Final = re.compile(
    r"(?:(?:满分|总分|一共)(?:是)?(?=[15])|(?=[15]0{0,2}分(?:满分|制|的话|里|中)))(5|10|100)分?(?:满分|制|的话|里|中)?[^\d,。]{0,3}[,]?[^\d,。]{0,4}(?<!\d)(\d{1,2})分"
)
_TENS: Final = re.compile(r"(?<![一二三四五六七八九十百])([二三四五六七八九])十[一二三四五六七八九]?分(?!钟|之)")
_THOUSANDS: Final = re.compile(
    r"(?<![\d.])[1-9]\d{3,5}分(?!钟|之)|(?<!十)[一两二三四五六七八九十百几]{1,2}[千万]分(?![之清辨])"
)
"""Marks out of all proportion; 万分 by itself is "very", and 十二万分 too."""
_GRADE: Final = re.compile(r"(?<![a-z+])(?:grade |打|给|评|个)?a ?\+{1,3}(?![\da-z])")
_ASKING: Final = re.compile(r"[?吗么谁哪]|什么|怎么|多少")
_ASKING_BLAME: Final = frozenset("哪边点怎咋谁能")
"""What rhetorical blame begins with: "没有哪里满意" denies nothing."""
_DISSATISFIED: Final = re.compile(
    r"(?:很|非常|特别|十分|极其?|完全|一点[都也儿]?|都|也|太|相当|超)?(?:不|没|唔|冇)(?:是|太|很|怎么|够|大|算|有|咋|那么|特别|会|能|再|得)?满意(?:了|的)?|满意(?:不了|个|才怪|什么|啥)"
)
_NOT_MEANT: Final = re.compile(
    r"满意(?:才怪|不了|个|什么|啥|度)|(?:怎么|怎|咋|哪里|哪|谁|要|才|就|让|令|使|叫)(?:能|会|可能|敢)?(?:我|人|你|咱)?(?:们)?满意|满意不|满意\?|满意[吗么]|下次|希望|争取"
)
_GIVEN: Final = re.compile(
    r"(?<![不没别唔勿莫])(?:[给打评]|选择?|我答|我选|我回|答个?)(?:你们?|他|她|小哥|了|个|一个|是|:){0,3}(非常满意|很满意|满意|一般|不满意|好评|中评|差评)(?:吧|了|啊|呗)?[。! ]{0,2}$"
)
"""The mark that is given in so many words at the end, whatever was told before."""
_GIVEN_MARKS: Final = {
    "非常满意": "rating_1",
    "很满意": "rating_1",
    "好评": "rating_1",
    "满意": "rating_2",
    "一般": "rating_3",
    "中评": "rating_3",
    "不满意": "rating_4",
    "差评": "rating_4",
}
_MOCKED_AFTER: Final = re.compile("[个你](?:头|屁|鬼|毛|铲|锤|妹|妈|蛋|大爷)")
_STARS: Final = re.compile("[⭐🌟★☆]{2,10}|[⭐★]")
"""So many of five."""
_RATING_ORDER: Final = ("rating_4", "rating_1", "rating_3", "rating_2")


def rating(text: Text, core: str, asked: Asked, lexicon: Lexicon) -> str | None:
    """The meaning rating_1 … rating_4 that the words give, refusals read as such ("不满意" is not 满意)."""
    if _NO_PRAISE.search(text.tight):
        text = text._replace(tight=_NO_PRAISE.sub("…", text.tight))
    text = text._replace(tight=_NO_BLAME.sub("…", ONCE_SO.sub("", text.tight)))
    if (given := _GIVEN.search(text.plain)) and (mark := _GIVEN_MARKS[given[1]]) in asked.means:
        return mark
    if not_that := _NOT_THAT.match(text.plain):
        return _first_of(text.tight.partition(not_that[1])[2], asked, lexicon)
    if _says_both(text):
        return UNSURE
    found = _by_neither(text) or _by_clause(text.tight, asked, lexicon) or _by_mark(text.tight)
    if (
        found == "rating_4"
        and lexicon.phrases["rating_1"].search(text.tight)
        and not lexicon.phrases["rating_4"].search(text.tight)
    ):
        found = "rating_1"
    beside = _THOUSANDS.sub("…", text.tight)
    if found == "rating_1" and beside != text.tight and _first_of(beside, asked, lexicon) == "rating_4":
        found = "rating_4"
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
        if blame.group()[0] not in _ASKING_BLAME and _SPARED.search(tight, 0, blame.start())
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
    first = CLAUSES.split(tight, maxsplit=1)[0]
    if first != tight and (found := _exactly(bare(first), asked, lexicon)):
        regrets = found != "rating_4" and lexicon.phrases["rating_4"].search(tight, len(first))
        if found == "rating_2" and lexicon.phrases["rating_1"].search(tight, len(first)):
            return "rating_1"
        return "rating_4" if regrets and not CONCEDES.search(tight) else found
    last = CLAUSES.split(tight[-40:])[-1]
    return _exactly(bare(last), asked, lexicon) if last != tight[-40:] else None


def _by_neither(text: Text) -> str | None:
    """The middle mark that "不好也不坏" gives, in the copy whose negations were not turned round."""
    return "rating_3" if _NEITHER.search(text.plain) else None


def _by_scale(tight: str) -> str | None:
    """The mark on a scale that is told or out of proportion: "10分满分给6分", "七十分", "1000分"."""
    if stars := _STARS.fullmatch(tight.strip()):
        return _by_share(len(stars[0]) / 5)
    if told := _OF_A_SCALE.search(tight):
        return _by_share(int(told[2]) / int(told[1]))
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
        _MOCKED_AFTER.match(tight, praise.end())
        or _RATING_NEGATED.search(tight, 0, praise.start())
        or tight.startswith(
            ("才怪", "就奇", "才奇", "才有鬼", "就有鬼", "不了", "不起来", "就怪", "得了才"), praise.end()
        )
    )


def _exactly(said: str, asked: Asked, lexicon: Lexicon) -> str | None:
    said = _GIVES.sub("", said)
    return next((m for m in _RATING_ORDER if m in asked.means and lexicon.phrases[m].fullmatch(said)), None)


def _scored(match: re.Match[str]) -> str:
    """A mark on a scale of 5, 10 or 100 as a rating from 1 (best) to 4."""
    mark = int(match.group(1))
    scale = int(match.group(2) or match.group(3) or 0) or (5 if mark <= 5 else 10 if mark <= 10 else 100)
    return _by_share(mark / scale)


def _by_share(share: float) -> str:
    """The mark that a share of the best possible one is worth."""
    return "rating_1" if share >= 0.9 else "rating_2" if share >= 0.7 else "rating_3" if share >= 0.5 else "rating_4"
