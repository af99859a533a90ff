"""What a text holds: sensitive words, found in one pass however many there are, and links where none are allowed.

A word is looked for in a copy of the text without what hides it: width, case, traditional forms, blanks and signs between
Chinese characters and between single Latin letters, invisible characters. Latin words count as whole words only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.core.carrier import CarrierConfig
from bot.core.policy.form import billing_of
from bot.core.policy.request import Request
from bot.core.policy.words import shipped
from bot.core.rulebook import Content
from bot.core.understand.text import simplified

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN: Final = re.compile(r"[a-z0-9]")
_NOT_WORD: Final = re.compile(r"[\W_]+")
_SPELT_OUT: Final = re.compile(r"(?<![a-z0-9])(?:[a-z0-9] ){3,40}[a-z0-9](?![a-z0-9])")
_HAN_GAP: Final = re.compile(r"(?<=[\u3400-\u9fff])[\W_]+(?=[\u3400-\u9fff])")
_LABEL: Final = r"(?<![a-z0-9@._%+-])[a-z0-9](?:[a-z0-9-]{0,62})"
_ENDING: Final = (
    "com|cn|net|org|co|io|me|top|cc|vip|xyz|info|app|link|site|shop|ly|gl|tv|ru|de|uk|jp|kr|hk|tw|eu|fr|us|in|biz|club|online|store|mobi"
    "|ink|wang|ltd|group|pro|work|live|news|asia|so|to|is|im|pw|tk|ws"
)
_LINK: Final = re.compile(
    rf"[a-z][a-z0-9+.-]{{1,20}}://|www\.[a-z0-9\u3400-\u9fff]"
    rf"|{_LABEL}(?:\.[a-z0-9-]{{1,63}}){{0,3}}\.(?:{_ENDING})(?![a-z0-9-])"  # ends as an address does
    rf"|{_LABEL}(?:\.[a-z0-9-]{{1,63}}){{0,3}}\.[a-z]{{2,24}}/[^\s/]"  # or goes on as one
    r"|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?/|[\u3400-\u9fffa-z0-9-]\.(?:中国|公司|网络|网址|xn--[a-z0-9]+)",
    re.IGNORECASE | re.ASCII,
)
"""What phones make tappable. A Chinese character is no part of a Latin address: nobody writes a blank between the two."""


class Words:
    """A list of words, compiled once."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = sorted({copy.strip() for word in words if (copy := bare(word)).strip()})
        self._search = AhoCorasick(self._words, matchkind=MatchKind.Standard) if self._words else None

    def __len__(self) -> int:
        return len(self._words)

    def found_in(self, text: str) -> str | None:
        """The first of these words that `text` holds, hidden or not; None where it holds none."""
        if self._search is None:
            return None
        copy = bare(text)
        for index, start, end in self._search.find_matches_as_indexes(copy, overlapping=True):
            word = self._words[index]
            if _HAN.search(word) or not (_LATIN.match(copy[start - 1]) or _LATIN.match(copy[end])):
                return word
        return None


def bare(text: str) -> str:
    """The copy that words are looked for in: simplified, lower case, nothing between Chinese characters, one blank elsewhere.

    It begins and ends with a blank, so that a whole word has one on either side.
    """
    copy = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if not copy.isascii():
        copy = "".join([letter for letter in copy if letter.isprintable()])
        if _HAN.search(copy):
            copy = simplified(_HAN_GAP.sub("", copy))
    copy = _NOT_WORD.sub(" ", copy).strip().casefold()
    return f" {_SPELT_OUT.sub(_joined, copy)} "


def _joined(spelt: re.Match[str]) -> str:
    return spelt.group().replace(" ", "")


@lru_cache(maxsize=64)
def _compiled(own: tuple[str, ...], allow: tuple[str, ...], with_shipped: bool) -> Words:
    return Words((shipped() if with_shipped else frozenset()) - set(allow) | set(own))


def words_of(content: Content) -> Words:
    """The carrier's words and the shipped ones, compiled once for each list."""
    return _compiled(content.words, content.allow, content.shipped)


def sensitive_word(text: str, carrier: CarrierConfig) -> str | None:
    """A word in `text` that operators block."""
    return words_of(carrier.content).found_in(text)


def has_link(text: str) -> bool:
    """Whether a phone would show something in `text` as a link."""
    return _LINK.search(unicodedata.normalize("NFKC", text)) is not None


def links_are_fixed(request: Request) -> bool:
    """Whether what is filled into a text may hold no link (mainland templates: Aliyun, Tencent and Huawei refuse it)."""
    chosen = request.carrier.content.links
    if chosen is not None:
        return chosen == "fixed"
    over = request.over
    return (over is not None and over.mainland) or billing_of(request.carrier, request.channel) == "mainland"
