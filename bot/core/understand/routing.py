"""Which of several open conversations a reply means: the letter of our A/B question, or its place in it. Tails of waybills: `core/tokens.py`."""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.frames import bare
from bot.core.understand.text import normalise

_LETTER: Final = re.compile(
    r"(?:选择?|是|要|回复?|就|我选|option|parcel|package|the|answer|pick|choose|letter)?[ :]?([a-h])[ ]?(?:那个|这个|那件|这件|的那个|包裹|号|项|选项|件|吧|one|please|那单|单)?"
)
_ORDINAL: Final = re.compile(
    r"(?:选|要|是)?第([一二三四五六])(?:个|件|单|票|包|只)?(?:包裹|快递|那个|件|吧)?|(?:the )?(first|second|third|fourth|last|latter|former|1st|2nd|3rd)(?: one| parcel| package)?|(前者|后者|前面|后面|上面|下面|最后一?)(?:那?个|那件|的)?"
)
_PLACES: Final = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "前者": 0, "前面": 0, "上面": 0}  # fmt: skip


def letter(text: str, count: int) -> int | None:
    """Which of `count` lettered parcels the reply names, from 0; None where it names none. Digits are never taken."""
    core = bare(normalise(text).tight)
    named = _LETTER.fullmatch(core)
    if named:
        place: int | None = ord(named.group(1)) - ord("a")
    else:
        ordinal = _ORDINAL.fullmatch(core)
        place = _place(ordinal, count) if ordinal else None
    return place if place is not None and 0 <= place < count else None


def _place(ordinal: re.Match[str], count: int) -> int | None:
    word = next(said for said in ordinal.groups() if said)
    return _PLACES.get(word, count - 1)
