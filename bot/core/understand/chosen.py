"""The layer of choices: a key of the menu by its digit, ordinal or letter, with what is said along."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Address, Meaning
from bot.core.understand.addresses import address_of, is_refused
from bot.core.understand.answers import short_answer
from bot.core.understand.asked import Asked
from bot.core.understand.choices import choice_of
from bot.core.understand.digits import MISTAKEN
from bot.core.understand.doubts import ASKS_MARK, TOLD_CHOICE, UNREAL
from bot.core.understand.frames import bare
from bot.core.understand.keys import Choice
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.ratings import CONCEDES, rating
from bot.core.understand.reading import GRIEVANCES, Reading, asking, claim_in_doubt, grievance
from bot.core.understand.text import Text, of_light
from bot.core.understand.times import window_of
from bot.core.understand.wishes import asks_about, option_words

_ASKED_WHAT: Final = re.compile(
    r",[ ]?(?:是|会|代表|指|有|能|叫|就是)?(?:什么|啥|怎样|怎么样|怎么|咋|干嘛|干啥|干什么|干吗|做什么|做啥|做咩|几个意思|哪个|何意|乜|咩|指|how (?:long|much|many|far|does|do|is)|what (?:is|does|time|for)|why(?![a-z]))"
)
_MEANS_WHAT: Final = re.compile(
    r"(?:什么|啥|咩|乜|几个|何|神马)意思|何意|(?<![a-z])(?:what does|what do|what is|whats|what are|meaning of|mean by|difference between)(?![a-z])"
)
_NO_EFFECT: Final = "没反应|没有反应|没用|不管用|无效|没人理|不好使|失败|报错|没效果|没动静|发不出"
_DID: Final = "(?:pressed|replied|sent|chose|texted|selected|tried) "
_USELESS: Final = re.compile(
    r"(?<!\d)([1-9])(?:也|都|了|又|还是|根本|压根|又能)?(?:没人(?:来|理|管|送|应)|没(?:有)?(?:效果|作用)|坏了|失灵|不好用|是(?:假|骗|坑|摆设)|骗人|白选)"
    r"|(?<![a-z])(?:press|reply|send|choose|text|select|option|number|key)?(?:ing)? ?(?<!\d)([1-9])(?!\d)(?:,| and| but)? ?(?:nothing (?:happens|happened|works)|(?:is|was|seems|looks|are)(?: just| totally| completely| so| all)? (?:broken|useless|pointless|a (?:lie|joke|scam)|fake|nonsense|rubbish|not working|no use|dead)|(?:never|doesnt|does not|didnt|wont) works?(?! for me)(?![a-z]))"
)
"""A key that does nothing, told of: "选2也没人来", "option 2 is broken"."""
_SCORNED: Final = re.compile(
    r"^[^,。!?1-9]{0,4}[1-9][^,。!?1-9]{0,3}[?][ ]?(?:我)?(?:做梦|想得美|不可能|休想|别想|没门|怎么可能|才怪|呵呵|哈哈|笑死|开玩笑|凭什么|no way|never|as if|you must|are you|dream on|seriously|lol|haha|really)|^要我[^,。!?1-9]{0,3}[1-9][?]|[1-9][?,。! ]{0,2}(?:做梦|想得美|休想|没门|才怪)"
)
"""A key asked back in scorn: "2？做梦"."""
_FOR_ANOTHER: Final = re.compile(
    r"[, ]{1,3}(?:was|were|is) (?:for|about|to|on|of) (?:my |the |an |a )?(?:other|another|last|previous|old|earlier|first|different)(?![a-z])"
)
_OTHERS_CHOICE: Final = re.compile(
    r"(?:同事|朋友|邻居|别人|人家|老公|老婆|室友|我妈|我爸)[^,。!?我]{0,3}(?:那[件个票]|的[件个])[^,。!?我]{0,3}(?:选|按|回复?|发)[1-9]|(?:同事|朋友|邻居|网上|有人|别人|人家|客服|小哥)[^,。!?我]{0,2}说(?:选|按|回复?|发)[1-9](?:有坑|不行|不好|没用|也没)"
)
"""A key that was for another parcel, or that somebody else tells of."""
_IN_ONE_CASE: Final = re.compile(
    r"(?<![a-z])(?:if|only (?:if|when)|unless)(?! (?:possible|its ok|thats ok|you (?:can|could|dont mind|like|please|must|need)|i (?:may|can|could)|no(?:body|one| one)?|not|needed|necessary|poss|available|ok|(?:thats|its) (?:ok|okay|all ?right|alright|fine|possible|good|not too much))(?![a-z]))(?![a-z])"
)
_BELOW_ZERO: Final = re.compile(r" ?(?:-|负|minus ?)[1-9]\d{0,3}分?[.! ]{0,2}")
_SPACED_NUMERAL: Final = re.compile(r"([一二三四]) (?=[\u3400-\u9fff])")
_ONLY_REFUSES: Final = re.compile(r"[,。! 也都和与不要选别的了吧我]{0,20}")
_MENU: Final = frozenset({"hold", "schedule", "redirect"})
_OPPOSED: Final = {"confirm": "no", "claim": "no", "decline": "yes"}
_OPPOSITE: Final = ({"rating_1", "rating_4"}, {"rating_2", "rating_4"})


def choice(reading: Reading) -> Meaning | None:
    """A key of the menu, by its digit, its ordinal or its letter."""
    asked = reading.asked
    if asked is None or not (asked.digits or asked.letters):
        return None
    spaced = _SPACED_NUMERAL.match(reading.text.plain)
    tight = f"{spaced[1]},{reading.text.tight[1:]}" if spaced else reading.text.tight
    if asked.rates and _BELOW_ZERO.fullmatch(tight):
        return None
    if asked.rates and ASKS_MARK.search(tight):
        return Meaning("question", "choice.asked_about")
    found = choice_of(tight, reading.core, asked)
    return _picked(reading, asked, found) if found else None


def _picked(reading: Reading, asked: Asked, found: Choice) -> Meaning | None:
    """What the keys found come to: an option, a question about one, a grievance beside two, or asking again."""
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
    bare_number = not any(c.isalnum() for c in found.rest) or _ONLY_REFUSES.fullmatch(found.rest) is not None
    if found.off_menu and found.keys and (asks := asking(reading)):
        return asks
    if found.off_menu and (found.rule == "choice.several" or bare_number):
        return Meaning("other", found.rule)
    return Meaning("other", found.rule) if found.rule == "choice.only_refused" and bare_number else None


def _told_of_key(number: int, tight: str) -> Meaning | None:
    """A key that is asked about or told of, not chosen: "选1的人多吗", "回2没反应"."""
    if re.search(
        rf"(?<!\d){number}(?:(?:[^,。!?;\s\d]{{2,12}}|是|对)[吗么不没]|吗)\??$|(?<!\d){number}是[^,。!?]{{1,8}}(?:还是|谁|什么|哪|啥|几|多少)|(?<!\d){number}(?:[係系是]咪|是不是|是否|算不算|[係系]唔[係系])",
        tight,
    ):
        return Meaning("question", "choice.asked_about")
    if re.search(rf"(?<!\d){number}(?:的话|以后|之后)[^。!?]{{0,16}}(?:呢|吗|么|不|\?|怎么|多久|几)", tight):
        return Meaning("question", "choice.asked_about")
    if re.search(
        rf"(?<!\d){number}(?:就|了|之?后)(?:[^,。!?]{{1,10}}(?:吗|么|\?)|(?:不能|不用|算是?|等于|代表)[^,。!?]{{0,8}}吧)$",
        tight,
    ):
        return Meaning("question", "choice.asked_about")
    useless = _USELESS.search(tight)
    if useless and str(number) in useless.groups():
        return Meaning("complaint", "choice.failed")
    failed = re.search(
        rf"(?:选|按|回复?|发)了?{number}[^,。!?;\d]{{0,4}}(?:{_NO_EFFECT})|(?<![a-z]){_DID}{number}(?!\d)[^.]{{0,20}}nothing",
        tight,
    )
    return Meaning("complaint", "choice.failed") if failed else None


def _chosen(reading: Reading, asked: Asked, found: Choice) -> Meaning:
    """An option by its key, with the slots said along; other words that name another option mean: ask again."""
    if found.number and (told := _told_of_key(found.number, reading.text.tight)):
        return told
    once = found.rule != "choice.corrected" and TOLD_CHOICE.search(reading.text.tight)
    if once or UNREAL.search(reading.text.tight):
        return grievance(reading) or Meaning("other", "choice.unreal")
    if _FOR_ANOTHER.match(found.rest) or _OTHERS_CHOICE.search(reading.text.tight):
        return Meaning("other", "choice.of_another")
    if _SCORNED.search(reading.text.tight):
        return grievance(reading) or Meaning("other", "choice.scorned")
    key = found.keys[0]
    meaning = _meaning_of(asked, key, found.number)
    if meaning in _MENU and _IN_ONE_CASE.search(found.rest):
        return Meaning("other", "choice.conditional")
    if meaning == "claim" and claim_in_doubt(found.rest):
        return Meaning("other", "claim.in_doubt")
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
    if meaning in _OPPOSED:
        return _denies(rest, asked, meaning, lexicon)
    named = option_words(rest, asked, lexicon) if meaning in _MENU else []
    return bool(named) and key not in named


def _denies(rest: Text, asked: Asked, meaning: str, lexicon: Lexicon) -> bool:
    """Whether what stands beside the key says its opposite: "1 没空", "1 有异议", "Y 算了"."""
    if MISTAKEN.search(rest.tight) or "不对" in rest.tight:
        return False
    if short_answer(rest, bare(rest.tight), lexicon, asked) == _OPPOSED[meaning]:
        return True
    tables = [
        table
        for table, fits in (
            ("unavailable", asked.slot),
            ("busy_then", asked.slot),
            ("disagreed", asked.agreement),
            ("declined_duty", asked.notice),
        )
        if fits
    ]
    return meaning != "decline" and any(lexicon.phrases[table].search(rest.tight) for table in tables)


def _address_behind(reading: Reading) -> Address | None:
    """The address after the leading digit, from the copy that keeps script and case; none that is refused."""
    if is_refused(reading.text.tight):
        return None
    light = reading.text.light.lstrip(" \"'“(（[【#")
    leads = light[:1].isdigit() and not light[1:2].isdigit()
    return address_of(of_light(reading.text.raw, light[1 if leads else 0 :].lstrip(" .,、。:;)）]】-")), reading.home)
