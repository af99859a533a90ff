"""The first layers: compliance before everything, what a machine wrote, and what cannot be mistaken: a key, a full address, a bare yes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.core.model import Address, Meaning
from bot.core.understand.addresses import address_of, looks_certain
from bot.core.understand.asked import Asked
from bot.core.understand.beside import clauses
from bot.core.understand.choices import Choice, choice_of
from bot.core.understand.compliance import REFUSED_PROMOTION, compliance_of
from bot.core.understand.doubts import ASKED_BACK, CONDITIONAL, NO_REFUSAL, SUPPOSED_CLAIM, SUPPOSED_PRAISE, TOLD_CHOICE, UNREAL
from bot.core.understand.frames import bare, is_automatic
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.reading import RHETORIC, GRIEVANCES, REFUSING, Reading, addressed, answered, asking, grievance
from bot.core.understand.text import Text, normalise, of_light
from bot.core.understand.times import window_of
from bot.core.understand.wishes import CONCEDES, asks_about, option_words, rated_by_sound, rating, short_answer

_ASKED_WHAT: Final = re.compile(
    r",[ ]?(?:是|会|代表|指|有|能|叫|就是)?(?:什么|啥|怎样|怎么样|怎么|咋|干嘛|干啥|干什么|干吗|做什么|做啥|做咩|几个意思|哪个|何意|乜|咩|指)"
)
_MEANS_WHAT: Final = re.compile(
    r"(?:什么|啥|咩|乜|几个|何|神马)意思|何意|(?<![a-z])(?:what does|what do|what is|whats|what are|meaning of|mean by|difference between)(?![a-z])"
)
_RHETORICALLY: Final = re.compile(
    r"(?:干嘛|干吗|为什么|为啥|怎么|何必|凭什么|岂能|哪能|怎么会|怎么可能|谁会)不(?:要|领|用|拿|来|是)|不(?:要|领)(?:白不(?:要|领)|是傻)|何乐不为|何乐而不为|(?<![a-z])why (?:wouldnt|not|would i not)(?![a-z])"
)
_TEMPLATE: Final = re.compile(
    r"^[【\[][^】\]\n]{2,20}[】\]][^\n]{0,120}?(?:回复?|发送?|编辑|拨打?|点击|reply|text)[ :：\"“'‘【]{0,2}[0-9a-z]{1,10}[^0-9a-z\n]"
)
"""Another company's text passed on: its brand in brackets and an instruction. What is ours was cut away before."""
_PENDING: Final = re.compile(
    r"等(?!着|你|您|候|们)[^,。!?]{0,6}(?:通知|消息|电话|回复|安排|确认|信儿?(?!息))|(?P<plans>(?:有|另有|别的|其他|其它)(?:事情|事|点)?安排)|(?:再|重新|另外|改天|另行|回头)[^,。!?]{0,2}安排"
    r"|(?<![a-z])(?:will|ill|let me|need to|have to|gotta|got to) (?:confirm|check|decide|ask|see|think)(?: (?:it|this|that|about it))?(?: with [a-z ]{2,20})?(?: (?:later|tonight|tomorrow|soon|when|after|first|in a|by)(?![a-z]))|(?:will|ill|let me|need to|have to|gotta) (?:check|ask|think|decide)(?: (?:with|about)[a-z ]{2,20})?$|(?:waiting for|wait for (?:my|me|us|a)|let you know|get back to you|tell you later)(?![a-z])"
)
"""Under a proposed hour: nothing is settled yet, or something else is planned."""
_NO_EFFECT: Final = "没反应|没有反应|没用|不管用|无效|没人理|不好使|失败|报错|没效果|没动静|发不出"
_DID: Final = "(?:pressed|replied|sent|chose|texted|selected|tried) "
_STOPPED: Final = frozenset({"停", "停了", "停掉", "停止", "快停", "赶紧停", "都停", "屏蔽", "拉黑", "勿扰"})
_NO_OPT_OUT: Final = re.compile(r"(?:不是|不要|别|不|没说|没要|没)(?:要|想)?退订[,。!? ]{0,2}|退(?:什么|啥|个屁|毛|个鬼|哪门子)订[,。!? ]{0,2}")
_COME_THEN: Final = re.compile(r"(?:送|派|配送)(?:过|上)?(?:来|到|货)|上门|(?<![a-z])(?:deliver|bring|come)(?![a-z])")
_SEND: Final = frozenset({"送", "派送", "配送", "送来", "送过来", "来送", "派件", "送货"})
_ANY_TIME: Final = re.compile(r"随时|(?:什么|啥|任何)时(?:候|间)都?|(?:哪一?天|几点|几号|哪个时间|什么时段|啥时段|周几)都|any ?time|any day")
_NO_MACHINE: Final = re.compile(
    r"(?:别|不要|少|讨厌|不想|又是|全是|都是|光|老是|总是)[^,。!?]{0,6}自动(?:回复|答复)|(?<![a-z])(?:no|not|stop|enough|hate)(?![a-z])[^.]{0,20}auto"
)
"""A person who is tired of automatic answers is no machine."""
_EITHER_OPTION: Final = frozenset({"i dont mind", "dont mind", "i dont mind which", "dont mind which", "i do not mind"})
_NOT_AFFIRMED: Final = re.compile(
    r"(?<![a-z])(?:object|refuse|disagree|reject|decline|not|never|no|dont|cant|wont|complain\w{0,4}|busy|away|out|late|later|sick|unless|if|missing|lost|broken|damaged|stolen|gone|empty|wrong|change|another)(?![a-z])"
)
_ASKS_OTHERS: Final = re.compile(
    r"(?:(?:稍等|等下|等一?下|等等|等会儿?)[, ]?)?我?(?:还得|还要|还需|得|要|需要|先|让我|让我先|等我|回去)?先?(?:去|回去)?(?:问一?下|问问|问|跟|和|同)(?:我|我们)?(?:家里人?|家人|老公|老婆|[爸妈]|爸妈|父母|领导|老板|同事|室友|朋友|孩子|媳妇|爱人|他们|[他她]|别人)(?:商量|说|确认)?(?:一?下|商量)?(?:再说|再定|看看|先)?"
)
_IN_QUOTES: Final = re.compile(r"[\"“”「『《‘'【(（]")
_PRAISE: Final = frozenset({"rating_1", "rating_2"})
_SURPRISED: Final = frozenset("嗯 恩 哦 噢 啊 哈 额 诶 嗯嗯 what eh".split())
_ASKS_PRAISE: Final = re.compile(r"(?:吗|么|咩|\?)[!。 ]{0,2}$")
_ONLY_ACK: Final = frozenset({"好的", "好滴", "好哒", "收到", "收到了", "知道了"})
"""A survey is not rated by these: the customer will, or has seen it."""
_CODE: Final = re.compile(
    r"</?[a-z]{1,12}[ >/]|\$\{|\{\{|\{%|--[ ]?$|(?<![a-z])(?:drop table|union select|select \*|insert into|or 1=1|or '1'='1)|\.\./|%[sndx]%|;-{2}|/etc/|javascript:|xp_cmd"
)
_SPACED_NUMERAL: Final = re.compile(r"([一二三四]) (?=[\u3400-\u9fff])")
_MENU: Final = frozenset({"hold", "schedule", "redirect"})
_OPPOSITE: Final = ({"rating_1", "rating_4"}, {"rating_2", "rating_4"})


# ── before everything ────────────────────────────────────────────────────────────────────────────


def empty(reading: Reading) -> Meaning | None:
    """No letter, digit or sign; or nothing but our own menu."""
    if reading.text.tight.strip():
        return None
    quoted = any(c.isalnum() for c in reading.text.raw)
    if (
        quoted
        and len(reading.text.raw) <= 12
        and not _IN_QUOTES.match(reading.text.raw.lstrip())
        and (found := compliance_of(normalise(reading.text.raw), reading.lexicon))
    ):
        return Meaning(found[0], f"{found[0]}.echoed")
    return Meaning("other", "quoted_menu" if quoted else "empty")


def compliance_word(reading: Reading) -> Meaning | None:
    """Law 11."""
    found = compliance_of(reading.text, reading.lexicon)
    if found is None and _refuses_promotion(reading):
        return Meaning("opt_out", "opt_out.refused_promotion")
    return Meaning(found[0], found[1]) if found else None


def _refuses_promotion(reading: Reading) -> bool:
    """停了吧 to a promotion, alone or as a clause of its own; and beside annoyance at texts whatever was asked."""
    if reading.branch("claim") and reading.core in REFUSED_PROMOTION:
        return True
    stops = any(clause in _STOPPED for clause in clauses(reading.text.tight))
    return stops and (reading.branch("claim") is not None or reading.says("annoyed"))


def automatic(reading: Reading) -> Meaning | None:
    """A machine wrote it."""
    if _TEMPLATE.match(reading.text.tight):
        return Meaning("other", "template")
    name = "code" if _CODE.search(reading.text.plain) else is_automatic(reading.text.tight, reading.lexicon)
    if name is None or (name == "auto_reply" and _NO_MACHINE.search(reading.text.tight)):
        return None
    return Meaning("other", name)


# ── what cannot be mistaken ──────────────────────────────────────────────────────────────────────


def choice(reading: Reading) -> Meaning | None:
    """A key of the menu, by its digit, its ordinal or its letter."""
    asked = reading.asked
    if asked is None or not (asked.digits or asked.letters):
        return None
    spaced = _SPACED_NUMERAL.match(reading.text.plain)
    tight = f"{spaced[1]},{reading.text.tight[1:]}" if spaced else reading.text.tight
    found = choice_of(tight, reading.core, asked)
    if found is None:
        return None
    if len(found.keys) == 1 and not found.off_menu:
        if (
            _ASKED_WHAT.search(found.rest)
            or _MEANS_WHAT.search(found.rest)
            or (not found.leads and asks_about(found.rest))
        ):
            return Meaning("question", "choice.asked_about")
        return _chosen(reading, asked, found)
    if complains := grievance(reading):
        return complains
    bare_number = not any(c.isalnum() for c in found.rest)
    if found.off_menu and found.keys and asking(reading):
        return asking(reading)
    if found.off_menu and (found.rule == "choice.several" or bare_number):
        return Meaning("other", found.rule)
    return Meaning("other", found.rule) if found.rule == "choice.only_refused" and bare_number else None


def _told_of_key(number: int, tight: str) -> Meaning | None:
    """A key that is asked about or told of, not chosen: "选1的人多吗", "回2没反应"."""
    if re.search(rf"{number}(?:[^,。!?;\s\d]{{2,12}}|是|对)[吗么不没]\??$", tight):
        return Meaning("question", "choice.asked_about")
    if re.search(rf"{number}(?:的话|以后|之后)[^。!?]{{0,16}}(?:吗|么|不|\?|怎么|多久|几)", tight):
        return Meaning("question", "choice.asked_about")
    failed = re.search(
        rf"(?:选|按|回复?|发)了?{number}[^,。!?;\d]{{0,4}}(?:{_NO_EFFECT})|(?<![a-z]){_DID}{number}(?!\d)[^.]{{0,20}}nothing",
        tight,
    )
    return Meaning("complaint", "choice.failed") if failed else None


def _chosen(reading: Reading, asked: Asked, found: Choice) -> Meaning:
    """An option by its key, with the slots said along; other words that name another option mean: ask again."""
    if found.number and (told := _told_of_key(found.number, reading.text.tight)):
        return told
    told = TOLD_CHOICE.search(reading.text.tight) and found.rule != "choice.corrected"
    if told or UNREAL.search(reading.text.tight):
        return grievance(reading) or Meaning("other", "choice.unreal")
    key = found.keys[0]
    meaning = _meaning_of(asked, key, found.number)
    rest = of_light(reading.text.raw, found.rest) if any(c.isalnum() for c in found.rest) else None
    if rest and _contradicts(rest, asked, key, meaning, reading.lexicon):
        return Meaning("other", "choice.contradicted")
    return Meaning(
        "claim" if meaning == "claim" else "option",
        found.rule,
        branch=key,
        time=window_of(rest.tight, reading.now) if rest and meaning != "redirect" else None,
        address=_address_behind(reading) if rest and meaning in {"redirect", ""} else None,
        rating=int(meaning[-1]) if meaning.startswith("rating_") else None,
        also=tuple(name for name in GRIEVANCES if rest and reading.lexicon.phrases[name].search(rest.tight)),
    )


def _meaning_of(asked: Asked, key: str, number: int) -> str:
    if key == "rating":
        return f"rating_{number}"
    return next((meaning for meaning, k in asked.means.items() if k == key), "")


def _contradicts(rest: Text, asked: Asked, key: str, meaning: str, lexicon: Lexicon) -> bool:
    if meaning.startswith("rating_"):
        if CONCEDES.search(rest.tight) and not rest.tight.lstrip(",").startswith(("不", "很不", "非常不")):
            return False
        return {rating(rest, bare(rest.tight), asked, lexicon), meaning} in _OPPOSITE
    named = option_words(rest, asked, lexicon) if meaning in _MENU else []
    return bool(named) and key not in named


def _address_behind(reading: Reading) -> Address | None:
    """The address after the leading digit, from the copy that keeps script and case."""
    light = reading.text.light.lstrip(" \"'“(（[【#")
    leads = light[:1].isdigit() and not light[1:2].isdigit()
    return address_of(of_light(reading.text.raw, light[1 if leads else 0 :].lstrip(" .,、。:;)）]】-")), reading.home)


def full_address(reading: Reading) -> Meaning | None:
    """A place, a street and its number."""
    found = reading.place()
    return addressed(reading, found) if found and looks_certain(found) else None


def pending(reading: Reading) -> Meaning | None:
    """An hour was proposed: who waits for word has not settled, who has other plans declines."""
    found = _PENDING.search(reading.text.tight) if reading.asked and reading.asked.slot else None
    if found is None:
        return None
    if found["plans"]:
        return Meaning("decline", "slot.plans", branch=reading.branch("decline"))
    return Meaning("other", "unsure.pending")


def short(reading: Reading) -> Meaning | None:
    """Nothing but yes, no, thanks or a rating."""
    asked = reading.asked
    if asked and reading.branch("claim") and _claims(reading):
        return Meaning("claim", "claim.words", branch=reading.branch("claim"))
    whole = reading.text.tight.strip(" .,!。~;")
    if _ASKS_OTHERS.fullmatch(reading.core):
        return Meaning("other", "unsure.asks_others")
    if {reading.core, whole} & reading.lexicon.words["unsure"]:
        return Meaning("other", "unsure.words")
    if NO_REFUSAL.search(reading.text.tight):
        return Meaning("other", "unsure.no_refusal")
    if reading.branch("hold") and reading.core in _EITHER_OPTION:
        return Meaning("other", "unsure.words")
    if asked and asked.rates and whole not in _ONLY_ACK and (found := _rated(reading, asked)):
        return found
    if not reading.core and "?" in reading.text.tight:
        return Meaning("help", "help.question_mark")
    if reading.branch("schedule") and (found := _sent_for(reading)):
        return found
    if asked is None and reading.says("not_the_person"):
        return None
    kind = short_answer(reading.text, reading.core, reading.lexicon, asked)
    if kind == "yes" and "?" in reading.text.tight and reading.core in _SURPRISED:
        return Meaning("other", "unsure.surprised")
    affirmed = kind is None and reading.branch("confirm") and reading.lexicon.phrases["affirming"].fullmatch(reading.core)
    if affirmed and "?" not in reading.text.tight and not _NOT_AFFIRMED.search(reading.core):
        kind = "yes"
    if kind == "yes" and reading.branch("schedule") and _COME_THEN.search(reading.text.tight):
        return Meaning("option", "schedule.send", branch=reading.branch("schedule"))
    return answered(reading, kind, f"{kind}.words") if kind else None


def _sent_for(reading: Reading) -> Meaning | None:
    """Words that are a yes elsewhere, but where a visit is on the menu ask for it: "麻烦送一下", "随时都可以"."""
    window = reading.window() if _ANY_TIME.match(reading.text.tight) else None
    if window:
        return Meaning("time", "time.any", branch=reading.accepts("time") or reading.branch("schedule"), time=window)
    if reading.core in _SEND:
        return Meaning("option", "schedule.send", branch=reading.branch("schedule"))
    return None


def _claims(reading: Reading) -> bool:
    if _RHETORICALLY.search(reading.text.tight):
        return True
    tight = _NO_OPT_OUT.sub("", reading.text.tight)
    if CONDITIONAL.search(tight) or SUPPOSED_CLAIM.search(tight) or RHETORIC.search(tight) or "心领" in tight:
        return False
    if tight != reading.text.tight:
        reading = replace(reading, text=of_light(reading.text.raw, tight))
    found = reading.lexicon.phrases["claim"].search(tight) if len(tight) <= 25 and "已" not in tight else None
    return bool(found) and not REFUSING.search(tight) and not asking(reading)


def _blames(reading: Reading) -> bool:
    """Whether a grievance stands beside the praise, not in its words ("can't complain"): "好得很，箱子都踩扁了"."""
    phrases = reading.lexicon.phrases
    rest = phrases["rating_2"].without(phrases["rating_1"].without(reading.text.tight))
    return any(phrases[name].search(phrases["innocent"].without(rest)) for name in ("complaint", "not_received"))


def _rated(reading: Reading, asked: Asked) -> Meaning | None:
    tight = reading.text.tight
    if SUPPOSED_PRAISE.search(tight) or CONDITIONAL.search(tight):
        return None
    found = rating(reading.text, reading.core, asked, reading.lexicon)
    if found in _PRAISE and "rating_4" in asked.means and ASKED_BACK.match(tight):
        found = "rating_4"
    elif found in _PRAISE and _ASKS_PRAISE.search(tight):
        return None
    elif found in _PRAISE and not CONCEDES.search(tight) and _blames(reading):
        return grievance(reading)
    if found is None and reading.text.has_han and len(reading.core) <= 6:
        found = rated_by_sound(reading.core, asked, reading.lexicon)
    if found is None:
        return None
    also = tuple(name for name in GRIEVANCES if reading.says(name))
    return Meaning("option", f"{found}.words", branch=asked.means[found], rating=int(found[-1]), also=also)
