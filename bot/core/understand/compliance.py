"""Opting out, opting in, asking for help: read without any context, before everything else (law 11)."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.core.understand.frames import bare
from bot.core.understand.lexicon import DEFAULT, Lexicon
from bot.core.understand.sounds import sounds_like, without_accents
from bot.core.understand.text import Text, normalise

_SPELT_OUT: Final = re.compile(r"\w(?:[ .!,。~\-_*·/]{1,2}\w){1,4}")
_BETWEEN: Final = re.compile(r"[ .!,。~\-_*·/]")
_BARE: Final = frozenset({"退订", "退定", "取消订阅", "unsubscribe", "unsub"})
_ASKED: Final = re.compile(
    r"(?:以前|之前|曾经?|上次|原来|从前)[^,]{0,4}退订过|[?吗呢“”\"「」『』]|怎么|如何|咋|什么|啥|会不会|能不能|可不可以|是不是|谁|为何|为什么|误|错|如果|万一|假如|要是|的话|听说|模板|写着|字|(?:他|她|他们|朋友|同事|家人|老婆|老公|别人|人家)(?:们)?(?:都)?(?:说|想|要|让|已)|收到.{0,10}短信|退订的(?:短信|链接|按钮|方式|页面|提示|选项)|退订的(?:人|都|是)|以为|链接|按钮|页面|打不开|短信.{0,3}(?:说|写)|(?<![a-z])(?:how|what|why|who|if|when|does|do|did|is|are|can|could|link|button|page|says|said|works?|working|failed|cant)(?![a-z])"
)
_OF_TEXTS: Final = re.compile(r"(?:的)?(?:短信|简讯|讯息|信息|消息|通知|提醒|广告)(?![单书函卡])")
_REFUSED_BEFORE: Final = re.compile(
    r"[不唔没别莫勿][^,。!?]{0,2}$|(?:谁|凭什么|凭啥|为什么|为啥|怎么|干嘛|干吗|还想|难道|老是?|一直)[^,。!?]{0,4}$|(?<![a-z])(?:why|dont|do not|stop|never|you|they|who)(?: [a-z]{1,8}){0,2} $"
)
_SUPPOSED_BEFORE: Final = re.compile(r"(?:如果|要是|假如|万一|若是?|倘若|是不是|会不会)[^,。!?]{0,8}$")
_SUPPOSED_AFTER: Final = re.compile(r"咗?仲|了?(?:的话|以后|之后|后|了?(?:会不会|是不是|还能|还会))")
_WONDERS: Final = re.compile(r"\?|([攞领收拿用])唔\1|[吗么呢]|怎么(?!还)|如何|还[能会发有]|会不会|能不能|多久|影响")
_ASKED_WHETHER: Final = re.compile(r"(?:成功)?[了掉好]{0,2}(?:吗|么|咩|没有?(?=$|[?])|\?)")
_DOUBTED_BEFORE: Final = re.compile(
    r"(?:没|冇|未|不曾|从未|几时|何时|什么时候|啥时候)(?:有人|有)?(?:让|叫|说|要求|要|讲|想|申请|同意|打算|准备|请|话)(?:过|要|你们?|他们?|谁|人|我|把我|给我|帮我){0,3}$|(?:谁|边个|哪个)[^,。!?]{0,2}(?:说|让|要|叫|想|讲|话)(?:过|要|你们?|我|把我|给我|帮我){0,3}$"
    r"|(?:怎么|怎样|怎|如何|咋|点样|为何|干嘛|干吗)(?:才能?|会|能|就|可以|去|我|样|把我|给我|帮我){0,2}$|(?:^|[a-z\d ])(?:就)?(?:是|等于|=)$|(?:撤|撤销|撤回|恢复|作废|收回|推翻|后悔|反悔)[^,。!?]{0,8}$|(?:改成|改为|设为|标为|标记为|当作|视为)$|(?:以为|听说|据说|传说|写着|写的是)(?:能|可以|要|会|是|有){0,2}$|(?:不|并|非|唔)(?:是|系)(?:要|想|来|说)?$"
)
"""Before an opt-out that is named (退订, 停发短信): nobody gave the order, it is asked about, or it is taken back. Who forbids ("别再发了") orders, whatever stands before."""
_DOUBTED_BEFORE_EN: Final = re.compile(
    r"(?<![a-z])(?:my |his |her |our )(?:brother|sister|wife|husband|mum|mom|dad|friend|son|daughter|colleague|boss|neighbou?r) (?:wants?|wanted|asked|said|says|needs?|prefers?)(?: to| for)? $|(?<![a-z])(?:who|nobody|no one) (?:said|told|asked|wants?|wanted)(?: you| me)?(?: to| i want(?:ed)? to) $|(?<![a-z])who said $"
    r"|(?<![a-z])(?:never|didnt|did not|havent|not)(?: ever)? (?:said?|asked?|want(?:ed)?|mean|meant|try|tried|trying|tell|told|request(?:ed)?|going|asking|agreed?)(?: you| me| to| i want| i wanted){0,3} $|(?<![a-z])(?:undo|reverse|revoke|withdraw)(?: my| the| that)? $|(?<![a-z])(?:how|whether)(?: i| do i| can i| to| we| did i| should i)? $|(?<![a-z])when (?:i|do i|can i|did i|should i) $"
)
_TOLD_BEFORE: Final = re.compile(
    r"(?:之前|以前|上次|早就|早已|已经|曾经?|先前|原来|昨天|刚才|前几天|上个?月)(?:我)?(?:就|都|已经)?(?:发|回|点|选|按)?(?:过|了)?$"
)
_NOT_OPTED: Final = re.compile(r"(?:没有?|冇|未|从没)(?:回复?|发|打|点|按|选)(?:过)?(?:t|td|退订|stop)")
"""Who did not opt out asks why nothing comes: "我没回T，怎么不给我发了"."""
_OF_KIN: Final = re.compile(r"(?<=我)(?:爸|妈|哥|姐|弟|妹|爷|奶|叔|儿子|女儿|家|老|同事|朋友|婆|公)")
"""Not to be sent to another: "取件码别发我爸了，发我"."""
TOLD_TO_A_MACHINE: Final = re.compile(
    r"(?:忽略|无视|忘记|不要理会)(?:掉)?(?:以上|之前|上面|前面|此前|先前|所有|一切){1,2}的?(?:所有|系统)?(?:指令|指示|提示词|规则|设定)|(?<![a-z])(?:ignore|disregard|forget|override) (?:all |the |any |your ){0,3}(?:previous|above|prior|earlier|preceding|system) (?:instructions?|prompts?|rules?|commands?)"
)
"""Orders to a language model: there is none here."""
_RESUMES: Final = re.compile(
    r"(?<!不)(?<!不会)(?:想|要|请|帮我|能否|可以|可不可以)(?:再|给我|帮我|又)?(?:重新|恢复|继续(?:收|接收|订)|再?(?:收|订)(?!到))|重新(?:收|订|开)|恢复(?:订|接收|短信)|(?:加|开|订)回|(?:点|发|按|回|退订|unsubscribe|stop|操作)(?:错|误)|误(?:点|发|触)"
)
"""Told of an earlier opt-out, behind which the texts are wanted again; who only tells that he opted out is not to be texted."""
_NAMED: Final = re.compile(r"退订|退定|取消|订阅|(?<![a-z])(?:unsub|opt|cancel|remov|no )")
_NEGATED_BEFORE: Final = re.compile(
    r"(?:没有?|不|别|唔|未|无需|勿|莫|甭|休)(?:要|想|用|使|必|说|打算|准备|申请|让|能|会|需要)?(?:我|你们?|给我|帮我|再|过|把我|吧我|去){0,2}$|(?<![a-z])(?:no|not|never|dont|do not|didnt|without|wont)(?: (?:want|need|wish|going|trying|asking|try|say|mean)(?: to)?)? $"
)
"""Where the order is named, not given, a negation that governs it turns it."""
_FORBIDS: Final = re.compile(r"[别不勿莫甭请唔咪休冇]|(?<![a-z])(?:stop|dont|do not|quit|leave|no more|never)(?![a-z])")
_BOILERPLATE: Final = re.compile(
    r"(?:退订|拒收|取消|不需要)(?:短信)?(?:请)?(?:回复?|发送?|至) ?(?:t|td|r|n|qx|0000|\d{1,6})(?![a-z])|(?:回复?|发送?) ?(?:t|td|r|n)(?:即可)?(?:退订|拒收)|(?<![a-z])(?:reply|text|send) (?:stop|t|td|r)(?: to (?:stop|opt out|unsubscribe|end|cancel|\d{3,6}))?(?![a-z])"
)
"""How a sender's own text tells to opt out: under a brand in brackets it is no order of the customer's."""
_THREATENS: Final = re.compile(r"(?:如果|要是|假如)[^。!?]{1,14}就[^。!?]{0,2}$")
_WONDERS_WHY: Final = re.compile(r"[了掉]?[, ]?(?:是)?(?:怎么回事|咋回事|什么情况|啥情况|什么原因|怎么了)")
_POLITELY: Final = re.compile(r"能|可以|可否|麻烦|请|帮|(?<![a-z])(?:can|could|would|will|please|pls)(?![a-z])")
_CLAUSE: Final = re.compile(r"[,。;!?\n.]|(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")
_EXPLETIVE: Final = re.compile(
    r"他妈的?|他娘的|特么|tmd|妈的|你妈的?|(?<![a-z])(?:f\*{2,3}king|fucking|fuckin|bloody|damn|goddamn|freaking|frigging) ?(?![a-z])"
)
"""Taken out before opt-out phrases are looked for: "别他妈再发短信了"."""
_SWORN: Final = frozenset("妈娘么")
_TAKEN_BACK: Final = re.compile(r"^不退|^不会$|^不用退|不对|错|不是|oops|no wait|mistake|scratch")
_TAKEN_BACK_BEHIND: Final = re.compile(
    r"[^。!?]{0,3}[,。.! ]{1,3}(?:[哦噢啊呃]?不对|[哦噢啊]不|错了|按错|说错|打错|点错|不是|oops|no wait|i mean)"
)
_UNHEARD: Final = re.compile(
    r"[!,。 ]{1,2}(?:你们?|是)?(?:听不懂|看不懂|听不见|听不到|看不见|聋|瞎|没看见|没看到|没听见|懂不懂|懂[吗没么]|明白[吗没]|听到[吗没]|听见[吗没]|知道吗|有完没完)[^,。!?]{0,6}[?!。 ]{0,2}$"
)
"""Whether they did not hear, behind an order: "退订！听不懂吗"."""
_LETTERS: Final = frozenset({"t", "td"})
_NOT_BESIDE: Final = frozenset({"end", "cancel", "取消", "quit", "r", "t"})
"""Opt-out words that beside others speak of something else as often."""
_BESIDE_OPT_OUT: Final = frozenset({"opt_out_words", "yes", "thanks", "no"})
_LAST_WORD: Final = frozenset({"td", "stop", "退订", "unsubscribe", "unsub", "stopall", "opt out"})
_NO_ORDER: Final = re.compile(
    r"意思|是不是|会不会|能不能|点错|发错|按错|手滑|别人|写着|说是|(?<!再)让我|叫我|不是|不要(?!再|老|总|一直)|[没冇]|别(?!再|老|总|一直|烦)|才怪|收到|短信说|(?<![a-z])(?:he|she|they|shout\w{0,4}|said|told|yell\w{0,4})(?![a-z])|如果|要是|有人|mean|says|wrong|mistake|if|not|dont|friend|who"
)
"""What keeps an opt-out word at the end from being an order."""
Compliance = Literal["opt_out", "opt_in", "help"]
_KEYWORDS: Final[tuple[tuple[str, Compliance], ...]] = (
    ("opt_out_words", "opt_out"),
    ("opt_in_words", "opt_in"),
    ("help_words", "help"),
)

# Operators' templates say "拒收请回复R", and customers answer with either word.
REFUSED_PROMOTION: Final = frozenset(
    {
        "拒收",
        "退",
        "退了",
        "停",
        "停了",
        "停止",
        "拒",
        "屏蔽",
        "拉黑",
        "勿扰",
        "请勿打扰",
        "快停",
        "赶紧停",
        "都停",
        "停掉",
        "拒绝",
        "enough already",
        "拒收请回复r",
    }
)
"""What a bare word refuses where the question is a promotion's."""
AFTER_PROMOTION: Final = REFUSED_PROMOTION | {"n"}
"""And where a promotion asked nothing: N, which is on the mainland's lists, is no answer then."""


def compliance(text: str, lexicon: Lexicon = DEFAULT) -> Compliance | None:
    """What the law makes of `text`: a bare keyword with courtesies, or an explicit verb phrase; None where it is neither."""
    found = compliance_of(normalise(text), lexicon)
    return found[0] if found else None


def refuses_promotion(text: str) -> bool:
    """Whether `text` is a bare word that refuses advertising where a promotion is what was answered: 拒收 of a parcel is no opt-out."""
    return bare(normalise(text).tight) in AFTER_PROMOTION


def compliance_of(text: Text, lexicon: Lexicon) -> tuple[Compliance, str] | None:
    """The same of a normalised text, with the name of the rule."""
    core = bare(text.tight)
    if len(core) <= 10:
        core = _BETWEEN.sub("", core) if _spelt_out(core) else core
    kinds = lexicon.whole.of(core)
    for word_table, meaning in _KEYWORDS:
        if word_table in kinds:
            return meaning, f"{meaning}.keyword"
    if TOLD_TO_A_MACHINE.search(text.tight):
        return None
    several = _CLAUSE.search(text.tight) is not None
    if several and _alone_in_clause(text.tight, lexicon):
        return "opt_out", "opt_out.keyword"
    swears = text.has_latin or not _SWORN.isdisjoint(text.tight)
    ordered = _EXPLETIVE.sub("", text.tight) if swears else text.tight
    ordered = _BOILERPLATE.sub(" ", ordered) if ordered.startswith(("【", "[")) else ordered
    ordered = _UNHEARD.sub("!", ordered) if several else ordered
    found = _by_phrase(without_accents(ordered), lexicon) or (_ordered_last(text.tight) if several else None)
    if found is None and len(core) <= 12 and "opt_out_words" in lexicon.whole.of(sounds_like(core)):
        return "opt_out", "sounds.opt_out.keyword"
    return found


def _spelt_out(core: str) -> bool:
    """退-订, "S T O P": single characters with something between each."""
    return bool(_SPELT_OUT.fullmatch(core))


def _alone_in_clause(tight: str, lexicon: Lexicon) -> bool:
    """A long keyword as a clause of its own beside nothing but a key or a courtesy: "Y 退订", "收到，退订"."""
    clauses = [bare(clause) for clause in _CLAUSE.split(tight[:60]) if clause.strip()]
    if not 1 < len(clauses) <= 4 or "?" in tight:
        return False
    kinds = {clause: lexicon.whole.of(clause) for clause in clauses}
    beside = clauses[1:] if clauses[0] in _LETTERS else clauses[:-1] if clauses[-1] in _LETTERS else []
    if beside and not any(_TAKEN_BACK.search(clause) for clause in beside):
        return all("no" in kinds[clause] or "thanks" in kinds[clause] for clause in beside)
    keyed = [clause for clause, found in kinds.items() if "opt_out_words" in found and clause not in _NOT_BESIDE]
    if not keyed:
        return False
    rest = [clause for clause in clauses if clause not in keyed]
    if any(_TAKEN_BACK.search(clause) for clause in rest):
        return False
    return all(len(clause) <= 2 or not _BESIDE_OPT_OUT.isdisjoint(kinds[clause]) for clause in rest)


def _ordered_last(tight: str) -> tuple[Compliance, str] | None:
    """An opt-out word as the last clause, whatever was vented before: "评什么评，TD"."""
    said = [clause for clause in _CLAUSE.split(tight[-80:]) if clause.strip()]
    if len(said) < 2 or tight.rstrip().endswith(("?", "吗", "呢")) or bare(said[-1]) not in _LAST_WORD:
        return None
    return None if _NO_ORDER.search(",".join(said[:-1])) else ("opt_out", "opt_out.last_word")


def _by_phrase(tight: str, lexicon: Lexicon) -> tuple[Compliance, str] | None:
    keeps = lexicon.phrases["keeps_texts"]
    found = lexicon.phrases["opt_out"].search(tight)
    kept = keeps.search(tight) if found else None
    if (
        found
        and (kept is None or _OF_TEXTS.match(tight, kept.end()))
        and not ((found.group() in _BARE or found.group() in lexicon.words["opt_out_words"]) and _ASKED.search(tight))
        and not _supposed(tight, found.start(), found.end())
    ):
        return "opt_out", "opt_out.phrase"
    if found and not (kept or _RESUMES.search(tight)):
        return None
    wanted = lexicon.phrases["opt_in"].search(tight)
    refused = wanted is not None and _REFUSED_BEFORE.search(tight, max(0, wanted.start() - 12), wanted.start())
    return ("opt_in", "opt_in.phrase") if wanted and not refused else None


def _supposed(tight: str, start: int, end: int) -> bool:
    """Whether the wish is only supposed or asked about: "退订的话取件码还发吗", "把提醒关了吗"; "能把短信停了吗" is a polite wish."""
    clause = max((end.end() for end in _CLAUSE.finditer(tight, 0, start)), default=0)
    told = _TOLD_BEFORE.search(tight, clause, start) and _RESUMES.search(tight, end)
    if told or _DOUBTED_BEFORE_EN.search(tight, clause, start):
        return True
    if not _FORBIDS.match(tight, start) and _DOUBTED_BEFORE.search(tight, clause, start):
        return True
    if _OF_KIN.match(tight, end) or _NOT_OPTED.search(tight, clause, end):
        return True
    if _NAMED.match(tight, start) and _NEGATED_BEFORE.search(tight, clause, start):
        return True
    if (
        _TAKEN_BACK_BEHIND.match(tight, end)
        or _WONDERS_WHY.match(tight, end)
        or _THREATENS.search(tight, max(0, start - 20), start)
    ):
        return True
    if _ASKED_WHETHER.match(tight, end) and not _POLITELY.search(tight, max(0, start - 12), end):
        return True
    supposed = _SUPPOSED_BEFORE.search(tight, max(0, start - 12), start) or _SUPPOSED_AFTER.match(tight, end)
    return supposed is not None and _WONDERS.search(tight, start) is not None


def maybe_opts_out(tight: str, lexicon: Lexicon) -> str | None:
    """The table that makes it look like an opt-out without being one: a person looks at it, promotions wait meanwhile."""
    for table in ("how_to_opt_out", "annoyed", "not_the_person"):
        if lexicon.phrases[table].search(tight):
            return table
    return None
