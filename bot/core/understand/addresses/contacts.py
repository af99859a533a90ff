"""The phone, the postcode and the name beside an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.core.understand.addresses.regions import starts_with_place
from bot.core.understand.rows import words
from bot.core.understand.tables.places import DOUBLE_SURNAMES, SURNAMES

_PHONE: Final = re.compile(
    r"(?<![\da-z])(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
    r"|(?<![\d-])0\d{2,3}[- ]?\d{7,8}(?:(?:[-转#]|转分机| ?ext\.? ?)\d{1,5})?(?!\d)"
    r"|(?<!\d)[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"
    r"|(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)"
    r"|(?<!\d)07\d{3}[- ]?\d{3}[- ]?\d{3}(?!\d)"
    r"|(?<!\d)\+\d{1,3}[- ]?\(?\d{1,4}\)?(?:[- ]?\d{2,4}){2,4}(?!\d)"
    r"|(?<!\d)\(?\d{3}\)?[- ]\d{3}[- ]\d{4}(?!\d)"
    r"|(?<![\d-])[569]\d{3}[- ]?\d{4}(?![\d-])",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(
    r"(?:邮编|邮政编码|邮码|postcode|post code|postal code|zip(?: code)?)[是为:： ]{0,2}(\d{6}|\d{5}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})"
    r"|(?<![\da-z])([a-z]{1,2}\d[a-z\d]? \d[a-z]{2})(?![a-z\d])|(?<=[a-z]{2} )(\d{5})(?:-\d{4})?(?!\d)|(?<![\d-])(\d{6})(?![\d-]|号|室|弄)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:收件人|收货人|联系人|姓名|名字|接收人|收件|收货|本人|我是|我叫|name|attn|recipient|contact|c/o|for)(?:姓名|名字|是|为)?[:： ]{0,2}",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\d ?(?:号|室|楼|栋|幢|弄|座|单元|层|院)")
_TITLE: Final = "先生|女士|小姐|老师|师傅|经理|太太|阿姨|大哥|姐|哥|总|同学|主任|老板|医生|叔叔|奶奶|爷爷|大爷|大妈|院长|科长|律师|女生|男士"
_NOT_A_NAME: Final = re.compile(
    r"[路街号楼室座栋幢弄巷村镇区县市省厦院园苑店站湾桥门口层库厂司校府居屋场]|小区|大道|单元|银行|超市|收货|地址|电话|手机|前台|保安|谢谢|麻烦|送|寄|放|转|今天|明天|后天|明早|明晚|今晚|周[一二三四五六日末]|上午|下午|晚上|改|公司|家里|这里|那里|代收|自提|快递|包裹|不要|可以|现在|好的|你好|您好|知道|没有"
)
_COURTESIES: Final = words("谢谢 谢啦 谢了 谢谢啊 谢谢您 谢谢你 麻烦了 麻烦您 辛苦了 多谢 感谢 好的 师傅")
"""谢 is a surname too."""
_LATIN_NAME: Final = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr)\.? )?[A-Z][a-z'-]{1,14}(?: (?:[A-Z]\.|[A-Z][a-z'-]{0,14})){0,2}"
)
_NO_LATIN_NAME: Final = words(
    "room unit flat apt building block tower road street avenue lane floor district city province house china shanghai beijing shenzhen guangzhou please thanks send london tel phone mobile name no number the to new my deliver parcel address pudong uk usa plaza park centre center hotel office suite level gate square court drive way close north south east west central hello hi redirect forward change ring call leave door bell reception tomorrow monday tuesday wednesday thursday friday saturday sunday"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """What was found, and the spans of the text that it takes up."""

    name: str | None
    phone: str | None
    postcode: str | None
    spans: tuple[tuple[int, int], ...]


def phone_in(light: str) -> tuple[str, tuple[int, int]] | None:
    """The first phone number and where it stands. Mobiles as digits, landlines with the hyphen that was written."""
    for match in _PHONE.finditer(light):
        said = match.group()
        digits = re.sub(r"\D", "", said)
        if re.fullmatch(r"(?:00)?(?:86)?1[3-9]\d{9}", digits):
            return digits[-11:], match.span()
        if said.startswith("0") and not said.startswith(("07", "09")) and len(digits) >= 10:
            return re.sub(r"\s", "", said), match.span()
        if re.fullmatch(r"09\d{8}", digits):
            return digits, match.span()
        if _is_valid(said):
            return ("+" if said.startswith("+") else "") + digits if "-" not in said else said.replace(
                " ", ""
            ), match.span()
    return None


def _is_valid(said: str) -> bool:
    """Whether a number that is no mainland one is somebody's: Hong Kong, Taiwan, the United Kingdom, North America."""
    import phonenumbers  # 2 MB and 40 ms: loaded with the first foreign number

    for region in (None,) if said.startswith("+") else ("CN", "HK", "TW", "GB", "US"):
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(said, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def contact_in(light: str, plain: str, place: tuple[int, int] | None) -> Contact:
    """Phone, postcode and name in `light`; `place` is where the divisions stand."""
    spans: list[tuple[int, int]] = []
    phone = phone_in(light)
    if phone:
        spans.append(phone[1])
    postcode = None
    for match in _POSTCODE.finditer(light):
        if not _overlaps(match.span(), spans):
            postcode = next(said for said in match.groups() if said)
            spans.append(match.span())
            break
    name = _name(light, plain, phone[1] if phone else None, place, spans)
    if name:
        spans.append(name[1])
    return Contact(name[0] if name else None, phone[0] if phone else None, postcode, tuple(spans))


def _overlaps(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _name(
    light: str, plain: str, phone: tuple[int, int] | None, place: tuple[int, int] | None, taken: list[tuple[int, int]]
) -> tuple[str, tuple[int, int]] | None:
    finders = (_labelled, _before_receiving, _beside_phone, _apart, _latin, _closing)
    for finder in finders:
        found = finder(light, plain, phone)
        if found and not _overlaps(found[1], taken) and not (place and _overlaps(found[1], [place])):
            return found
    return None


def _is_name(said: str, plain: str) -> bool:
    if not 2 <= len(said) <= 4 or not all("\u4e00" <= c <= "\u9fff" for c in said) or plain in _COURTESIES:
        return False
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})", plain) and plain[0] not in "找给请让叫由":
        return True
    if _NOT_A_NAME.search(plain[1:]):
        return False
    if plain[0] in "小老阿" and len(plain) <= 3:
        return True
    return plain.startswith(DOUBLE_SURNAMES) or plain[0] in SURNAMES


def _labelled(light: str, plain: str, _phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    for label in _LABEL.finditer(light):
        rest = re.match(r"[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}", light[label.end() :])
        if rest:
            said = rest.group()
            for length in (4, 3, 2):
                part = said[:length]
                if len(part) == length and _is_name(part, plain[label.end() : label.end() + length]):
                    return part, (label.start(), label.end() + length)
        latin = _LATIN_NAME.match(light, label.end())
        if latin and latin.group().split()[0].lower() not in _NO_LATIN_NAME:
            return latin.group(), (label.start(), latin.end())
    return None


def _before_receiving(light: str, plain: str, _phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    """A name before 收: "小王收", "王五(收)"."""
    match = re.search(
        r"(?:^|[ ,，。;；:\n\d号室楼栋层座厦给由])((?:[\u4e00-\u9fff]{2,4}|[A-Z][a-z]{1,12}))[ (（]{0,2}(?:亲?收|签收|代收|接收)[)）]?(?=$|[ ,，。;\n\d+])",
        light,
    )
    if match is None:
        return None
    for length in (4, 3, 2):
        start = match.end(1) - length
        if start >= match.start(1) and _is_name(light[start : match.end(1)], plain[start : match.end(1)]):
            return light[start : match.end(1)], (start, match.end())
    return (match.group(1), (match.start(1), match.end())) if match.group(1).isascii() else None


def _beside_phone(light: str, plain: str, phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    if phone is None:
        return None
    before = re.search(
        r"([\u4e00-\u9fff]{2,8})[ ,，:：;；、/()（）]{0,3}(?:的?(?:电话|手机号?|联系电话|联系方式|tel|电话号码|号码)[是为:： ]{0,2})?[ (（+]{0,2}$",
        light[: phone[0]],
        re.IGNORECASE,
    )
    if before:
        found = _tail_name(light, plain, before.start(1), before.end(1)) or _standing(light, plain, before)
        if found:
            return found
    after = re.match(r"[ ,，:：;；、/()（）]{0,3}([\u4e00-\u9fff]{2,4})(?=$|[ ,，。;；:\n(（])", light[phone[1] :])
    if after and _is_name(after.group(1), plain[phone[1] + after.start(1) : phone[1] + after.end(1)]):
        return after.group(1), (phone[1] + after.start(1), phone[1] + after.end(1))
    glued = re.match(r"[ ,，:：]{0,2}([\u4e00-\u9fff]{2,3})", light[phone[1] :])
    if glued:
        start = phone[1] + glued.start(1)
        for length in (3, 2):
            said = plain[start : start + length]
            if _is_name(light[start : start + length], said) and starts_with_place(plain, start + length):
                return light[start : start + length], (start, start + length)
    return None


def _tail_name(light: str, plain: str, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """A name at the end of a run of Chinese characters: whole run, or what follows a word of a building."""
    run = plain[start:end]
    if _is_name(light[start:end], run):
        return light[start:end], (start, end)
    boundary = re.search(
        r"[号楼室座栋幢层厦院店苑区园村口旁边内里处城居庭湾馆校厂司部门台阁轩府]([\u4e00-\u9fff]{2,4})$", run
    )
    if boundary:
        at = start + boundary.start(1)
        for cut in range(at, end - 1):
            if _is_name(light[cut:end], plain[cut:end]) and (cut == at or (len(plain[cut:end]) >= 2 and cut - at <= 1)):
                return light[cut:end], (cut, end)
    for length in (4, 3, 2):
        at = end - length
        if at > start and length >= 3 and re.search(rf"(?:{_TITLE})$", run) and _is_name(light[at:end], plain[at:end]):
            return light[at:end], (at, end)
    return None


def _standing(light: str, plain: str, run: re.Match[str]) -> tuple[str, tuple[int, int]] | None:
    """A short word of its own between an address and its phone, whatever its first character: "北京中路33号 卓玛 139…"."""
    start, end = run.span(1)
    alone = (
        2 <= end - start <= 4
        and start > 0
        and not re.search("[打拨到找请]", plain[start:end])
        and light[start - 1] in " ,，\n;；"
        and bool(_NUMBERED.search(light[:start]))
    )
    return (light[start:end], (start, end)) if alone and not _NOT_A_NAME.search(plain[start:end]) else None


def _closing(light: str, plain: str, phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    """A name glued to the number that ends the text, where the phone came first."""
    run = re.search(r"[号室楼栋座层]([\u4e00-\u9fff]{2,3})$", light) if phone and phone[1] < len(light) // 2 else None
    if run is None or not _is_name(run.group(1), plain[run.start(1) : run.end(1)]):
        return None
    return run.group(1), run.span(1)


def _apart(light: str, plain: str, _phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    """A token of its own that can only be a name."""
    tokens = list(re.finditer(r"[^ ,，。;；:：\n/|()（）]{1,40}", light))
    for match in reversed(tokens) if len(tokens) > 1 else ():
        if _is_name(match.group(), plain[match.start() : match.end()]):
            return match.group(), match.span()
    return None


def _latin(light: str, _plain: str, phone: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    """In "…, John Smith 13800001111": capitalised words beside the phone, or closing the text."""
    if phone is None:
        return None
    head = light[: phone[0]].rstrip(" ,:;+(")
    head = re.sub(
        r"[ ,.;]{0,2}(?:tel|phone|mobile|mob|cell|ph|call|contact|no\.?)[ :.]{0,2}$", "", head, flags=re.IGNORECASE
    ).rstrip(" ,:;")
    found = list(_LATIN_NAME.finditer(head[-40:]))
    if found and found[-1].end() == len(head[-40:]):
        return _trimmed(found[-1], max(0, len(head) - 40))
    after = re.match(r"[ ,:;]{1,3}", light[phone[1] :])
    start = phone[1] + (after.end() if after else 0)
    following = _LATIN_NAME.match(light, start)
    return _trimmed(following, 0) if following else None


def _trimmed(match: re.Match[str], offset: int) -> tuple[str, tuple[int, int]] | None:
    parts = match.group().split(" ")
    start = match.start()
    while parts and parts[0].strip(".,").lower() in _NO_LATIN_NAME:
        start += len(parts[0]) + 1
        parts = parts[1:]
    if not parts or any(part.lower() in _NO_LATIN_NAME for part in parts):
        return None
    return " ".join(parts), (offset + start, offset + match.end())
