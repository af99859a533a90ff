"""The options' own words: which are wished, unrefused and not asked about."""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.addresses.regions import starts_with_place
from bot.core.understand.asked import Asked
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.text import Text

_NUMBERED: Final = re.compile(r"(?<=[a-z]) (?:no\.? ?)?\d")
"""Behind a flat or a house: an address, not one's own home."""
_NEGATED: Final = re.compile(
    r"(?:不要|不用|不想要?|不需要|不必|免去?|别|没说要?|[没冇][话讲说提]过?要?|不是|(?<!要)不|没有?|勿|莫|唔好|唔要|唔使|甭|无需|取消|(?<![a-z])(?:not|dont|do not|dont want to|dont need to|no need to|never|without|cancel(?: the)?|stop(?: the)?|no|rather than|instead of|in place of|in lieu of|except|apart from|other than|anything but)|除了|除去|除开|与其|懒得|省得|犯不着|用不着)(?:再|给我|帮我|你们?|去|您|我|要|想|说要|想要|打算|非要| want| need| to| it| the)?[ ]?$"
)
AS_ONE_LIKES: Final = re.compile(
    r"(多久|多快|多晚|多早|多少|几天|几点|几时|几号|哪天|哪里|哪儿|哪个|哪种|哪边|哪家|什么时候|啥时候|怎么|咋|谁|边个|边度|点样)(?:(?!到|至|还|和|跟|是)[^,。!?]){1,6}(?<![到至])\1"
)
"""Asks nothing: "能存多久就存多久", "哪个快选哪个"."""
_YES_NO_QUESTION: Final = re.compile(r"(?:is|are|does|do|will|was|has|have)(?![a-z])[^\n]{0,120}\?")
_INFORMATION: Final = re.compile(
    r"(?:阿姨|邻居|门卫|物业|别人|家人|朋友|同事|室友|保安|前台|老公|老婆|我妈|我爸|他人|其他人)[^,。!?]{0,4}(?:能|可以|会|可不可以|能不能)[^,。!?]{0,10}(?:吗|么|嘛|不)|(?:会|要)(?:晚|迟|多|慢|影响|耽误)[^,。!?]{0,6}(?:吗|么|嘛)|多少|几点|几号(?!楼)|收唔收|使唔使|系唔系|要唔要|会唔会|(?:能|可以|最多|最长|免费|会).{0,4}几天|(?:要|需要|得|需)[几多][天久日](?!以?后|再|之后)|[几多][天久](?:才|就)?(?:能|可以|会)?(?:到|送到|收到|寄到|送达)|多久|几多|几耐|几久|几钱|多长|多远|怎么|如何|什么|啥|哪|边(?:度|个|处|间|位)|乜|咩|点(?=攞|拎|样|计|算钱|收费|搞|整)|(?:想|要)(?:问|知道|咨询)|问一?[下吓]|为什么|为啥|quid|pounds|dollars|bucks|收费|免费|要钱|加钱|钱吗|是不是|吗.{0,3}还是|会不会|(?:能|可以|可)(?:选|换|指定|定|改|约|挑)(?:时间)?(?:吗|么|嘛)|是[^,。]{1,8}(?:吗|么|嘛)[啊呀?]?$|(?<![a-z])(?:what|whats|how|where(?! i (?:work|live|am|stay|study))|when(?! i)|why|which|who|fee|cost|charge|free)(?![a-z])"
)
_REFUSED_AFTER: Final = re.compile(
    r"(?:(?:吧|啊|呢|吗|一下|着|的话)?\? ?)?(?:那|还是|就|都|也|我|真的)?(?:没(?:有)?(?:这个|那个|啥|什么)?必要|别想|休想|甭想|不用(?:麻烦|费心|折腾|考虑|想|谈)|不要|不用|不行|不需要|不必|不选|免了|算了|取消|就算)(?=$|[,。!?;了吧啦哈呀的])"
)
_FETCHES: Final = re.compile(r"(?:自己|亲自|自行)[^,。!?]{0,3}上门|上门自?(?:取(?!件)|拿|提|领)")
_NO_WISH: Final = re.compile(
    r"(?<![a-z])(?:(?:schedule|book|arrange) (?:me )?(?:a|an|the|my|another)? ?(?:phone ?call|call ?back|call(?! to deliver)|return|refund|pick ?up of (?:a|the|my) return)|(?:forward|redirect|transfer|pass) (?:this|me|us|it|my (?:complaint|call|message|case)) (?:on )?to (?:an? |the |your |my )?(?:real |actual |live )?(?:manager|human|person|agent|boss|supervisor|someone (?:real|human|else|who)|operator|customer|support|staff|team|police|lawyer)|(?:been |been put |was put |got put |is |kept |left |stuck |waiting |am |was |me )on hold|(?<!it )(?<!this )(?<!parcel )on hold (?:for|with)|hold on(?: a| for a| one| just a)? (?:sec|second|secs|moment|minute|min|mo|tick)|hold (?:your horses|me (?:responsible|liable)|your breath)|on hold with|(?:the|an?|my|your|some|this|that|text|comic|school|note|of) books?(?! a)|books|book (?:is|was|inside|says|arrived)|look(?:ing)? forward|(?:the|your|in) store (?:is|was|closed|opens|credit))(?![a-z])"
)
"""Words of an option in other senses."""
_NO_WISH_HAN: Final = re.compile(
    r"(?:预约|上门|约|派人)(?:一下|个)?(?:上门)?(?:取)?退(?:货|件|回|换|款)|上门(?:来)?(?:取|收)(?:走)?(?:退货|退件)|(?<=退货)[^。!?]{0,6}上门[取收]件?|上门(?:取|收)(?:走)?件?(?=[^。!?]{0,8}退)|(?:保管|暂存|寄存|代存|存放|转寄|转送|改址|上门|派送|配送|预约)(?:服务)?(?:费|员|单(?![位元])|记录|短信)"
    r"|(?:保管|暂存|寄存|存放|转寄|上门|派送|预约)(?:服务(?:不错|挺|很|太|真|好|差|态度|电话|垃圾)|的(?:小哥|师傅|人|快递员|态度)|(?:都|也|是)?(?:太|真|有点|实在)(?:麻烦|慢|贵|累|远|久|难|坑|差|费劲|折腾)|要?排队|女婿|推销|按摩)"
    r"|(?:大爷|大妈|邻居|门卫|保安|物业|前台|阿姨|同事|室友|对门|楼[上下]|隔壁|爷爷|奶奶|我妈|我爸)[^,。!?]{0,4}(?:帮我|替我|代)(?:收|存|放)(?:了|的|着)?(?=[,。! ]|$)"
    r"|(?:邻居|他们?|她|房东|室友|对门|楼上|楼下|前任|租客)(?:都|已经?|早就|刚)?搬(?:走|家)?了"
)
"""Words of an option inside the name of something else: "保管费太贵"."""
_MOVED_TO: Final = re.compile(
    r"(?<![不别莫甭])(?<!不要)(?<!不用)(?<!没有)(?:改|换|转|寄|发|投|改寄|转寄|改送)(?:到|去|往|至|成)(?:我)?(?:的)?"
)
"""Before the name of a place: "改到北京去"."""
_READ_ELSEWHERE: Final = frozenset({"confirm", "decline", "rating_1", "rating_2", "rating_3", "rating_4", "claim"})
_MENU_ORDER: Final = ("redirect", "hold", "schedule")


def option_words(text: Text, asked: Asked, lexicon: Lexicon) -> list[str]:
    """Keys of the options whose words stand in the reply unrefused, in the order of the menu."""
    if text.has_latin and _NO_WISH.search(text.tight):
        text = text._replace(tight=_NO_WISH.sub("…", text.tight))
    if text.has_han and _NO_WISH_HAN.search(text.tight):
        text = text._replace(tight=_NO_WISH_HAN.sub("…", text.tight))
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
        before = _NEGATED.search(text.tight, max(0, match.start() - 12), match.start()) or (
            meaning == "schedule" and _NUMBERED.match(text.tight, match.end())
        )
        if not before and not _REFUSED_AFTER.match(text.tight, match.end()):
            return True
    return False
