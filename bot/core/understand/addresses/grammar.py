"""Is it an address, and what are its parts? The detail is kept word for word, to be read back to the customer."""

from __future__ import annotations

import re
from typing import Final

from bot.core.model import Address
from bot.core.understand.addresses.contacts import Contact, contact_in
from bot.core.understand.addresses.regions import Found, Place, Region, find, forwards
from bot.core.understand.text import Text

_PLACED: Final = frozenset("省市区县州盟旗路街道巷弄号楼栋幢座室村镇乡厦园苑站场店院厂学校隔壁面门台里府城湾")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_DIGIT: Final = re.compile(r"\d")
_LATIN: Final = re.compile(r"[a-z]")
_STREET: Final = re.compile(
    r"[\u4e00-\u9fff](?:路|街|大道|道|巷|弄|胡同|里|条|公路)[东西南北中一二三四五六七八九十\d]{0,3}(?:段|支路|街)?[ ]?\d{1,5}(?:-\d{1,4})?(?:号|弄|号院)?|\d{1,5}号(?![就该都才还又到发下寄买签收说前后晚早上])院?|[\u4e00-\u9fff](?:路|街|大道|巷|胡同)(?=[^\u4e00-\u9fff]|$|与|和|口|交)"
)
_BUILDING: Final = re.compile(
    r"\d{1,4}(?:号楼|栋|幢|单元|弄|座|室|楼|层|号院|号门|排)|[a-z]座|[\u4e00-\u9fff]{2}(?:大厦|小区|花园|家园|广场|中心|公寓|大楼|写字楼|新村|苑|府|城|湾|园区|工业园|软件园|科技园|产业园|宿舍|医院|学校|小学|中学|大学|学院|酒店|宾馆|商场|超市|便利店|驿站|工厂|村|镇|庄|屯|家属院|大院|菜场|市场|银行|派出所|门卫室|传达室|收发室)"
)
_PLACE_OF_INTEREST: Final = re.compile(
    r"楼下|隔壁|对面|旁边|附近|门口|前台|物业|保安室|丰巢|菜鸟|快递柜|代收点|便利店|超市|驿站|门卫"
)
_ENGLISH_STREET: Final = re.compile(
    r"(?<![a-z])(?:road|rd|street|st|avenue|ave|lane|ln|drive|dr|boulevard|blvd|building|bldg|block|flat|unit|room|rm|apt|apartment|tower|court|close|way|plaza|suite|highway|terrace|crescent|square|house|villa|lu|jie|dadao|xiaoqu|compound|jalan|jln|lorong|persiaran|soi|calle|grove|gardens|mews|quay|parade|wharf|no\.)(?![a-z])"
)
_ENGLISH_ROAD: Final = re.compile(
    r"\d{1,5}[a-z]? (?:[a-z']{2,20} ){1,3}(?:road|rd|street|st|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|close|way|plaza|highway|terrace|crescent|square|grove|gardens|mews|quay|parade|wharf|lu|jie|dadao)(?![a-z])|\d{1,5}[a-z]?,? (?:jalan|jln|lorong|persiaran|soi) [a-z]{2,20}|(?:unit|flat|room|rm|apt|apartment|block|building|suite) ?[a-z]?\d{1,5}[a-z]?(?![a-z\d])"
)
_ENGLISH_STREETED: Final = re.compile(
    r"\d{1,5}[a-z]? (?:[a-z']{2,20} ){1,3}(?:road|rd|street|st|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|close|way|plaza|highway|terrace|crescent|square|grove|gardens|mews|quay|parade|wharf|lu|jie|dadao)(?![a-z])"
)
_LEAD_IN: Final = re.compile(
    r"(?:(?:我的?|新的?|收货|收件|派送|送货|寄件|现在的?|正确的?|详细|请|麻烦|帮我|帮忙|把|将|包裹|快递|它|件|给我|可以|能不能|那就|就|好的|嗯|你好|您好|是)[ ,，:：]?){0,6}"
    r"(?:地址(?:改成|改为|改到|换成|变更为|更改为|是|为|在|如下|改)?|(?:转寄|转送|改送|改寄|改派|转派|转|寄|送|改|换|派|投|放|发|送货|派送|配送|快递)(?:到|至|去|往|给|成|为)?|到|住在?|在)[ :：,，]{0,3}"
)
_LEAD_IN_EN: Final = re.compile(
    r"(?:(?:please|pls|can you|could you|kindly|hi|hello|ok|yes|3|redirect|forward|send|deliver|ship|change|my|the|new|it|parcel|package|address|is|to|at|delivery)[ ,:]{1,2}){1,9}"
)
_SENT_TO: Final = re.compile(r"(?:帮我|请|麻烦|就)?(?:转寄|转送|改寄|改送|改派|转|寄|改|派)(?:到|去|往|至)")
_COMPANY: Final = re.compile(r"^(?:我?(?:的)?(?:公司|单位|家|学校|老家|父母家|朋友家))[ ,，:：]{1,2}")
_OTHERWISE: Final = re.compile(
    r"[?？]|吗|哪[个家一]|[在是]几号|等你|等您|见面|别放|不放|不要放|什么|多少|如何|没有?人|没到|没收|还没|没送|没看|怎么|为什么|为啥|什么时候|几点|几天|多久|到哪|在哪|搬哪|去哪|(?:可以|能|行|可)[^,。]{0,6}(?:不|吗|么)$|哪了|哪里|哪儿|谁|投诉|接电话|打电话|不接|坏了|破了|丢|等了|发错|送错|写错|填错|错了|不对|退货|退订|不要了|快递员|小哥|派送员|的人|难听|去了(?:[,，。! ]|$)|[套思网半让]路|一路(?!\d)|路上|走路|迷路|顺路|路过|(?:别|不要|莫)再?往|门铃|门禁|对讲|别来|别送|不用[来送]|换个?(?:驿站|网点|快递?柜)|客服|找不[到着]|你们|态度|垃圾|收不到|来电|话费|尊敬|验证码|取件码|能到|可以到|拿了|签收了|没|扔"
    r"|(?<![a-z])(?:where|when|why|how|who|what|stop|driver|didnt|not|never|wrong|havent|nobody|waiting|still|broken|left|says|cant|dont|complain)(?![a-z])"
)
_CORRECTED: Final = re.compile(
    r"(?:(?:上次|刚才|之前|上面)?(?=说|写|发|填|打)|(?:地址|门牌号?|房号|楼号)[^,，。\n]{0,3})(?:说|发|打|写|填|搞|留|选|弄)?(?:错|不对|有误)了?[,，。;； ]{0,2}(?:正确的?(?:地址)?|实际|其实|现在)?(?:应该?是|应为|是|改成|改为|为)"
)
"""What announces an address, though it speaks of a wrong one."""
_LOCKER: Final = re.compile(r"\d号?(?:快递|丰巢|储物)?柜|(?:快递|丰巢)柜")
_SPOT: Final = re.compile(
    r"(?:我们)?(?:小区|学校|公司|单位|厂区|园区)[东南西北正后侧大]{1,2}门(?:口|旁边?)?的?(?:丰巢|菜鸟|快递|蜂巢)?柜子?"
)
"""A locker told by where it stands is a place, though not a whole address."""
_TRAILING: Final = re.compile(
    r"[ ,，。;；:：\n]{0,3}(?:谢谢|多谢|麻烦了|辛苦了|感谢|thanks|thank you|please|pls|电话|手机号?|联系电话|tel|phone|联系人|收件人|姓名|吧|了)[:： .。!]{0,3}$",
    re.IGNORECASE,
)
_CONTACT_ONLY: Final = re.compile(r"[ ,，。;；:：\n()（）]{0,12}")


def address_of(text: Text, home: Place | None = None) -> Address | None:
    """The address in `text`, or None where it is none. `home`: the parcel's own city, for a district that several cities have."""
    light, plain = forwards(text.light[:300], text.plain[:300])
    if not light or not (_may_be(plain) or _SENT_TO.match(plain)):
        return None
    found = find(plain, home)
    if (
        found
        and (sent := _SENT_TO.match(plain))
        and found.start <= sent.end()
        and found.end >= len(plain.rstrip("吧。. "))
    ):
        return (
            None
            if _OTHERWISE.search(plain)
            else _assembled(light, _only(found), "", contact_in(light, plain, None), complete=False)
        )
    if (
        found
        and found.names == 1
        and not found.full
        and not _STREET.search(plain[found.end :])
        and not _BUILDING.search(plain[found.end :])
    ):
        found = None
    contact = contact_in(light, plain, (found.start, found.end) if found else None)
    return _judged(light, plain, found, contact)


def _only(found: Found) -> Region | None:
    return found.regions[0] if len(found.regions) == 1 else None


def contact_of(text: Text) -> Address | None:
    """A name and a phone and nothing else: no address, yet worth keeping."""
    light, plain = text.light[:120], text.plain[:120]
    if not any(c.isdigit() for c in light):
        return None
    contact = contact_in(light, plain, None)
    if not contact.phone or not contact.name:
        return None
    rest = _without(light, contact.spans)
    if not _CONTACT_ONLY.fullmatch(rest):
        return None
    return Address(raw=text.raw, name=contact.name, phone=contact.phone)


def looks_certain(address: Address) -> bool:
    """A place and a street with its number: nothing else looks like this."""
    return address.complete and bool(address.district or address.city)


def _may_be(plain: str) -> bool:
    return len(plain) >= 3 and (
        not _PLACED.isdisjoint(plain)
        or (_DIGIT.search(plain) is not None and _HAN.search(plain) is not None)
        or (_LATIN.search(plain) is not None and _ENGLISH_STREET.search(plain) is not None)
    )


def _judged(light: str, plain: str, found: Found | None, contact: Contact) -> Address | None:
    region = _only(found) if found else None
    detail, has_number = _detail(light, plain, found, contact)
    english = not any("\u4e00" <= c <= "\u9fff" for c in plain)
    structured = bool(detail) and _structured(detail.lower(), english=english)
    if not _is_address(plain, found, detail, structured=structured, english=english):
        return None
    complete = (
        structured and has_number and (region is not None or (english and _ENGLISH_STREETED.search(plain) is not None))
    )
    return _assembled(light, region, detail, contact, complete=complete)


def _structured(detail: str, *, english: bool) -> bool:
    if english:
        return bool(_ENGLISH_STREET.search(detail)) and any(c.isdigit() for c in detail)
    return bool(_STREET.search(detail) or _BUILDING.search(detail))


def _is_address(plain: str, found: Found | None, detail: str, *, structured: bool, english: bool) -> bool:
    if _SPOT.fullmatch(plain):
        return True
    if _OTHERWISE.search(_CORRECTED.sub("", plain).replace("'", "")) or (found is None and _LOCKER.search(plain)):
        return False
    if english:
        return structured and (bool(found) or _ENGLISH_ROAD.search(plain) is not None or plain.count(",") > 0)
    if found and found.names and (structured or _only_place(plain, found, detail)):
        return True
    if structured:
        return True
    if found and found.names >= 2 and len(detail) >= 2:
        return True
    return bool(_PLACE_OF_INTEREST.search(plain)) and len(plain) <= 14 and not re.search(r"放|代收|拿|取|存|给", plain)


def _only_place(plain: str, found: Found, detail: str) -> bool:
    """Nothing but a place: "浦东新区", "送到上海市徐汇区"."""
    return (found.full or found.names > 1) and len(detail) <= 1 and len(plain) <= 24


def _detail(light: str, plain: str, found: Found | None, contact: Contact) -> tuple[str, bool]:
    spans = list(contact.spans)
    if found and any("\u4e00" <= c <= "\u9fff" for c in plain[found.start : found.end]):
        head = light[: found.start]
        tail = _without(light[found.end :], [(a - found.end, b - found.end) for a, b in spans if a >= found.end])
        detail = _tidy(tail)
        if len(detail) < 2 and found.start != 0:
            before = _tidy(_without(head, spans), lead=True)
            detail = before if _STREET.search(before) or _BUILDING.search(before) else detail
    else:
        detail = _tidy(_without(light, spans), lead=True)
    return detail, any(c.isdigit() for c in detail) or bool(
        re.search(r"[一二三四五六七八九十]号|[村屯寨庄组队][\u4e00-\u9fff]{2}|大厦|广场|中心|小区|大学|医院", detail)
    )


def _without(light: str, spans: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> str:
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at and start < len(light):
            kept += [light[at:start], " "]
            at = max(at, end)
    return "".join([*kept, light[at:]])


def _tidy(detail: str, *, lead: bool = False) -> str:
    detail = detail.strip(" ,，。;；:：、.!\n-/()（）的")
    if lead:
        for pattern in (_LEAD_IN, _COMPANY):
            cut = pattern.match(detail)
            detail = detail[cut.end() :] if cut else detail
        english = _LEAD_IN_EN.match(detail.lower())
        detail = detail[english.end() :] if english else detail
    for _ in range(3):
        shorter = _TRAILING.sub("", detail)
        if shorter == detail:
            break
        detail = shorter
    return re.sub(r"\s{2,}", " ", detail).strip(" ,，。;；:：、.!\n-/(（的")


def _assembled(light: str, region: Region | None, detail: str, contact: Contact, *, complete: bool) -> Address:
    return Address(
        raw=light,
        province=region.province if region else None,
        city=region.city if region else None,
        district=region.district if region else None,
        detail=detail or None,
        name=contact.name,
        phone=contact.phone,
        postcode=contact.postcode,
        complete=complete,
    )
