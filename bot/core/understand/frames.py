"""Takes off what surrounds an answer: courtesies, signatures, quoted menus; and tells machines from people."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.core.understand.lexicon import Lexicon
from bot.core.understand.tables.frames import AFTER, BEFORE

MARKS: Final = " \n\t,.;:!?~…。、·;:'\"“”„«»‹›()[]{}<>「」『』【】《》〈〉_-=*/\\|^`&+￥……'’‘"
_BEFORE_BY: Final[dict[str, list[str]]] = {}
_AFTER_BY: Final[dict[str, list[str]]] = {}
for _word in sorted(BEFORE, key=len, reverse=True):
    _BEFORE_BY.setdefault(_word[0], []).append(_word)
for _word in sorted(AFTER, key=len, reverse=True):
    _AFTER_BY.setdefault(_word[-1], []).append(_word)
_AGAIN: Final = re.compile(r"(.{1,6}?)[ ,.!。、]{0,2}(?:\1[ ,.!。、]{0,2}){1,8}")


@lru_cache(maxsize=2048)
def bare(tight: str) -> str:
    """The reply without punctuation and courtesies at both ends: "好的，退订一下，谢谢" is not bare, "麻烦退订，谢谢" is 退订."""
    text = tight[:120].strip(MARKS)
    for _ in range(4):
        shorter = _without_after(_without_before(text))
        if shorter == text:
            break
        text = shorter
    again = _AGAIN.fullmatch(text) if len(text) <= 40 else None
    return again.group(1) if again and not again.group(1).isdigit() else text


def _without_before(text: str) -> str:
    for word in _BEFORE_BY.get(text[:1], ()):
        if word == "那" and text[1:2] in "个时天边里儿会种件些段":
            continue
        if text.startswith(word) and _stands_apart(word, text[len(word) : len(word) + 1]):
            rest = text[len(word) :].lstrip(MARKS)
            return rest or text
    return text


def _without_after(text: str) -> str:
    for word in _AFTER_BY.get(text[-1:], ()):
        if text.endswith(word) and _stands_apart(word, text[-len(word) - 1 : -len(word)]):
            rest = text[: -len(word)].rstrip(MARKS)
            return rest or text
    return text


def _stands_apart(word: str, neighbour: str) -> bool:
    """A Latin courtesy is a word of its own; a Chinese one may be glued on."""
    return not (word.isascii() and neighbour.isascii() and neighbour.isalnum())


def is_automatic(tight: str, lexicon: Lexicon) -> str | None:
    """The name of the rule, where a machine wrote this: an auto-reply, an operator's notice."""
    for name in ("auto_reply", "operator"):
        if lexicon.phrases[name].search(tight):
            return name
    return None
