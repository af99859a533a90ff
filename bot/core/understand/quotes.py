"""Takes our own text out of a reply that quotes it: the menu, and what a phone puts under an answer."""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.asked import Asked
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.text import HAN_GAP, Text, of_light

_MENU: Final = re.compile(
    r"(?:请)?(?:回复|回|发送|reply|press)?[ ]?[1-9][^\d/,;。!?\n|」』”\"\])】>]{1,14}[/,;、 ]{1,2}(?:[1-9][^\d/,;。!?\n|」』”\"\])】>]{1,14}[/,;、 ]{0,2}){1,6}"
)
_UNBROKEN: Final = re.compile(
    r"(?:请)?(?:回复|回|发送|reply|press)?[ ]?(?:[1-9][:.、)]?[^\d,。!\n]{2,8}[?/,;、 ]{0,2}){2,6}"
)
"""The menu without anything between its options: "1暂存2预约上门3转寄"."""
_TWO_KEYS: Final = re.compile("[1-9][^1-9]*[1-9]")
_ASKING: Final = re.compile(
    r"(?:您?的?包裹?由?代收,)?[^,。;\n]{0,30}(?:是否合适|是否本人同意|是否同意)[?,。]?\s?(?:请?回复?[1-9][^\d,。;\n/ ]{0,8}[ /]?(?:[2-9][^\d,。;\n/ ]{1,8}[ /]?){0,3})?|收到请回复?[1-9yY]?|请?回复?y立即领取优惠码|回t退订|回td退订|拒收请回复?r"
)
_QUOTED_LINES: Final = re.compile(r"^>[^\n]{0,240}\n?", re.MULTILINE)
_MAIL: Final = re.compile(r"\n?(?:on [^\n]{4,60} wrote:|-{2,}[ ]?(?:original message|原始邮件|转发)|发件人:|from: )")


_BRAND: Final = re.compile(r"[【\[][^】\]]{1,12}[】\]] ?$")
_OUR_OPENING: Final = re.compile(
    r"(?:[【\[][^】\]]{1,12}[】\]])?(?:尊敬的[^,，]{1,6}[,，:：])?您(?:的|有)?(?:一个|一件)?(?:快件|包裹|快递|邮件|订单)[^。!?\n]{0,40}[,，。:：]? ?$"
)
"""What stands before the menu in our own text."""


def without_quotes(text: Text, asked: Asked | None, lexicon: Lexicon) -> Text:
    """`text` less what is ours in it. Nothing left means that only our own text came back."""
    if text.light.startswith(">") and (own := _QUOTED_LINES.sub("", text.light).strip()):
        text = of_light(text.raw, own)
    tight = text.tight
    light = text.light
    cut = light
    for match in reversed(lexicon.phrases["signature"].finditer(text.plain)):
        cut = cut[: match.start()] if match.start() > 0 else cut
    mail = _MAIL.search(text.plain) if ":" in text.plain or "--" in text.plain else None
    if mail and mail.start() > 0:
        cut = cut[: mail.start()]
    if cut != light:
        text = of_light(text.raw, cut.rstrip(" -—\n"))
        tight = text.tight
    asks = "回" in text.plain or "是否" in text.plain
    if asked is None or len(tight) < 6 or not (asks or _TWO_KEYS.search(text.plain)):
        return text
    for pattern in (_ASKING, _ASKING, _ASKING, _MENU):
        found = pattern.search(text.plain)
        if found and (pattern is not _MENU or _is_our_menu(found.group(), asked)):
            end = found.start() + _menu_length(found.group(), asked) if pattern is _MENU else found.end()
            before = _OUR_OPENING.sub("", text.light[: found.start()])
            rest = _BRAND.sub("", before) + " " + text.light[end:]
            text = of_light(text.raw, rest.strip(" ,。;/\n\"'“”:「」『』【】()[]<>"))
    unbroken = _UNBROKEN.fullmatch(text.tight.strip(" ?。.!"))
    return of_light(text.raw, "") if unbroken and _names_all(unbroken.group(), asked) else text


def _names_all(said: str, asked: Asked) -> bool:
    """Whether every key stands before the beginning of its own words and nothing else is said."""
    digits = [c for c in said if c.isdigit()]
    return digits == sorted(asked.digits) and all(
        any(said[at:].startswith(word[:2]) for word, key in asked.words if key == asked.digits[digit])
        for digit in digits
        if (
            at := said.index(digit) + 1 + (said[said.index(digit) + 1 : said.index(digit) + 2] in {":", ".", "、", ")"})
        )
    )


def _menu_length(said: str, asked: Asked) -> int:
    """Where the menu ends: a key that comes a second time is the answer."""
    seen: set[str] = set()
    last = 0
    for at, character in enumerate(said):
        if character.isdigit():
            if character in seen:
                return at
            seen.add(character)
            last = at
    own = next((word for word, _ in asked.words if said.startswith(word, last + 1)), None)
    if own and said[last + 1 + len(own) :].strip(" /,;、"):
        return last + 1 + len(own)
    answer = HAN_GAP.search(said, last)  # words behind the last option, set off by a space
    return answer.start() if answer else len(said)


def _is_our_menu(said: str, asked: Asked) -> bool:
    """Whether at least two keys and two words of the menu that was sent stand in it."""
    digits = {c for c in said if c.isdigit()}
    return len(digits & set(asked.digits)) >= 2 and sum(1 for word, _ in asked.words if word in said) >= 2
