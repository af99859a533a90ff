"""What may stand behind a key of a menu: an edge, a particle, or what the option is about. Anything else makes the digit a count.

Measure words and nouns cannot be listed ("3瓶酒", "2 bottles", "3幅画"), so what may follow is listed and the rest counts things (law 13).
"""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.addresses.regions import starts_with_place
from bot.core.understand.asked import Asked

RIGHT_EDGE: Final = " \n,.;:!?~…。、·\"'“”)]'>」』】*-—/"
_PARTICLES: Final = re.compile(
    r"(?:喇|啰|㗎|吧|撒|噻|哒|嗒|咧|勒|哉|滴(?=[ ,。.!~]|$)|啊|呀|哦|噢|啦|嘛|呗|哈|咯|了|的(?=[ ,。.!?~吧啊哈那]|$)|就行|就好|就可以|即可|可(?=$|[ ,。.!])|为好|为宜|足矣|可以|好了|谢|多谢|麻烦|号(?:选项|方案|吧|$|[ ,。!谢])|叭|那个|那项|选项|项(?=[ ,。.!吧的]|$)|先|喽|嘞|哟|捏|please|pls|plz|thanks|thx|thank|ok|then|ty)"
)
_JOINS: Final = re.compile(
    r" ?(?:和|与|跟|及|或者?|还是|还有|或是|同|定|,? ?然后再?|,再|加上?|&|\+|and|or|then|plus) ?[1-9](?!\d)"
)
_MATTER: Final = re.compile(
    r"[又别呢吗么咩嘛是不没无冇唔我你您他她请给但另还也都就再那这错改换有要能好很满蛮送派配寄转投存暂预约放搁留摆自拿번确知明超懂赞]|会(?!儿)|帮[我忙他她你]|对(?=[了的吧不,。!]|$)|行(?=[吗不的吧了么,。!?]|$)|番(?=[でお目,。!]|$)|挺(?=[好满可不])|种(?=[,。!吧]|$)"
    r"|到(?![\d一二两三四五六七八九十])|等[我你他到过下周明后]|非常|特别|十分|相当|比较|比上|一般|还行|差评|差劲|差(?:$|[,。!吧])|同意|异议|反对|认可|收(?:到|悉|件|$)|了解|谢|多谢|感谢|辛苦|麻烦|劳|选|按|打错|打[我这那他她电给个]|应该|代[表收签存管保]|保[管留存]|取(?!件码)|门口|门卫|家里|家人有|公司|单位|学校|办公|老家|新家|新地|地址|驿站|网点|站[里点]|快递柜|柜[子里]"
    r"|现在|今[天日晚儿早明]|后[天日儿续]|大后|周[一二三四五六日末天1-7]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|下[午周班个星礼]|本周|上[午门楼来班]|早[上点]|晚[上点些饭]|中午|凌晨|傍晚|随[时便意]|任|元旦|国庆|春节|过[几两一段年节]|直接|立[即刻]|马上|尽快|尽早|赶|快[点些]|急|方案|服务|办|处理|操作|可[以能]|只[能要有想收在]|因为|由于|最好|算|当然|必须|肯定|嗯|在(?!线)|时间|优惠|领|来(?:一?张|一?个|领|之?前|的?时|我)|老板|亲(?=[,。!爱 ]|$)|记得|越|一[定直会]|千万|[一二三四五六七八九十两]{1,3}点|十?[一二三四五六七八九十]月|意思意思|太(?!太)|真|极|慢|准时|按时|五星|听[日晚朝早]|天光|邻居|小哥|小姑娘|小伙|师傅|快递[员小]|阿姨|老[婆公爸妈人]|爸妈|物业|保安|下次|这次|以后|吧|作废|で|が|を|に|です|お|로|을|를|이요|입니다|번|요|门牌|晚[了点到]|怎|什么|啥|多少|哪|咋|干|啵"
)
_SIGNED_BY: Final = re.compile(r"[张方段路毛项单管支班包门户][\u3400-\u9fff]{1,2}(?=[ ,。.!]|$)")
"""A surname that counts things too: "1 张三" under a notice to staff is signed."""
_MEASURES: Final = frozenset(
    "个只双对套副幅张片块条根支枝颗粒瓶盒箱袋包筒桶罐壶杯碗盘碟盆篮筐篓捆束把串扎卷匹件台部架辆艘座栋幢层间户家门扇道面口亩斤两克吨升米尺寸里公元角分毛钱岁年月日天周时点秒刻次回遍趟场番阵顿餐人位名员群伙帮队班组代辈"
    "本册页篇章节首曲集封份期版号款种类样项级等倍成排列行棵株朵丛滴团堆摊坨坛沓叠叶尾头床席帖剂味发枚顶身手股缕丝声句段路线站楼区单批打令摞提挂节盏柄轮艇桌盘扎屉刀尊樽听管板版幕通宗桩码丈担石斗撮汪胎泡眼绺锅抔堵窝枪壮"
)
"""What counts things, for a digit that opens the reply and is set off by a space: "3 门牌错了" is a choice, "3 瓶酒" is none."""
_LATIN: Final = re.compile(
    r"[ ]?(?:please|pls|plz|thanks?|thankyou|thx|thanx|tks|ty|ta|cheers|mate|bro|sir|dear|ok|okay|kk|lah|la|lor|leh|then|now|asap|yes|yep|yeah|sure|fine|good|great|perfect|best|and|but|not|or|as|because|cos|cuz|since|so|with|if|i|im|ill|id|ive|we|were|well|my|me|our|it|its|for|to|at|on|in the|in my|after|before|from|until|till|by|around|between|next week|next|this|tomorrow|tomorow|tommorow|tommorrow|tomorro|2moro|2morrow|tmr|tmrw|tmw|today|tonight|evening|morning|afternoon|weekend|noon|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|any ?time|later|soon|any|every|whenever|whichever|someone|somebody|nobody|no one|husband|wife|mum|mom|dad|neighbou?r|here|mornings?|afternoons?|evenings?|late|bit|a bit|prompt|slow|rude|driver|courier|service|friendly|polite|quick|fast|attend|attending|decent|too|weekday"
    r"|hold~|keep~|store~|storage|wait|schedule~|book~|appointment|visit|home|deliver~|bring|come|send|ship|drop|leave|redirect~|forward~|reroute|change~|move|new|different|another address|address|office|work|very|satisfied|average|unsatisfied|dissatisfied|happy|excellent|terrible|agree~|consent|object~|disagree|confirm~|received|noted|claim|code"
    r"|call|ring|phone|text|tell|ask|mañana|manana|demain|morgen|is|was|does|do|did|can|could|would|will|should|may|might|the same|the|that|what|why|how|when|where|actually|sorry|no|instead|rather|definitely|def|defo|deffo|pretty|kindly|obviously|probably|only|just|all|either|again|works|looks|sounds|seems|nvr|neva|wrong|oops|scratch|never|dont|cant|wont|have|has|had|gracias|svp|s il vous|por favor|merci|sil|bitte|danke|grazie|deliver到|送)(?![a-z])".replace(
        "~", "[a-z]{0,8}"
    )
)


_ABUSE: Final = re.compile(
    r" ?(?:你(?:妹|妈|大爷|奶奶|个[头鬼屁锤])|个(?:屁|鬼|锤子|毛线?|蛋|铲铲)|尼玛|泥马|特么|他妈|屁(?!股)|鬼(?=$|[,。! ]))"
)
"""A digit thrown at us: "1你妹"."""


def _ends_there(text: str, end: int) -> bool:
    """Whether the digit ends there: an edge with no word of a count behind it, a particle, or a second key."""
    return (
        end == len(text)
        or _JOINS.match(text, end) is not None
        or _PARTICLES.match(text, end) is not None
        or _ends(text, end)
    )


def _ends(text: str, end: int) -> bool:
    return text[end] in RIGHT_EDGE and not (text[end] == " " and text[end + 1 : end + 2].isalpha())


def fits(text: str, end: int, asked: Asked) -> bool:
    """Whether what follows a digit lets it be a key of the menu."""
    if _ABUSE.match(text, end):
        return False
    if _ends_there(text, end):
        return True
    at = end + 1 if text[end] == " " else end
    following = text[at : at + 1]
    if not following.isalpha():
        return True
    if text[end] == " " and not text[:end].strip("0123456789") and following not in _MEASURES and following > "\u33ff":
        return True
    if following.isascii():
        return text[end] == " " and _LATIN.match(text, at) is not None
    return (
        _MATTER.match(text, at) is not None
        or (asked.notice and _SIGNED_BY.match(text, at) is not None)
        or any(text.startswith(word, at) for word, _ in asked.words)
        or starts_with_place(text, at)
    )
