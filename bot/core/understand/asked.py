"""The open question, prepared for matching: what each option means, and how its menu looks when quoted back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.core.model import Option, Question
from bot.core.understand.lexicon import DEFAULT
from bot.core.understand.text import normalise

_ITEM: Final = re.compile(r"(?<![\d:.-])([1-9](?!\d)|(?<![a-z])y(?![a-z]))[ .、:)]{0,2}([^\d/,;。!?\n|]{0,30})")
_MEANINGS: Final = ("hold", "schedule", "redirect", "rating_4", "rating_1", "rating_3", "claim", "rating_2")
_DECLINES: Final = re.compile(
    r"异议|不同意|拒|取消|不|没|否|(?<![a-z])(?:no|not|decline|object|disagree|refuse|didnt|cancel)(?![a-z])"
)
_CONFIRMS: Final = re.compile(
    r"确认|同意|收到|合适|是|可以|好|知|(?<![a-z])(?:yes|confirm|agree|ok|received|accept|fine|suits?)(?![a-z])"
)
_RATES: Final = re.compile(r"满意|一般|satisf|average|ok|poor|good|bad")
_NO_OBJECTION: Final = re.compile(r"没意见|无异议|no problem")
_ASKS_AGREEMENT: Final = re.compile(r"代收|代签|同意|异议|neighbou?r|on your behalf|agree|signed for|proxy")
_ASKS_SLOT: Final = re.compile(r"\d:\d\d|合适|派送是否|suit|slot|window")
_CLAIMS: Final = re.compile(r"领|券|码|优惠|coupon|code|claim|voucher")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the meaning of every option known where it can be known."""

    question: Question
    means: dict[str, str]
    """Meaning → key of the option."""
    digits: dict[str, str]
    """Digit → key."""
    letters: dict[str, str]
    """Letter or word, lower case → key."""
    words: tuple[tuple[str, str], ...]
    """The options' own words, longest first → key."""
    rates: bool
    agreement: bool
    """Somebody else took the parcel: did you agree?"""
    slot: bool
    """Is this hour convenient?"""
    notice: bool
    """Nothing but "received" is asked."""

    @property
    def context(self) -> str:
        """Which words of `tables/composition.py` mean more here than elsewhere."""
        if "claim" in self.means:
            return "claim"
        return "agreement" if self.agreement else "slot" if self.slot else "notice" if self.notice else ""


@lru_cache(maxsize=512)
def asked_of(question: Question) -> Asked:
    """What `question` asks; kept for each compiled question."""
    said = _said_per_key(question.menus)
    means = {f"rating_{n}": "rating" for n in range(1, 5)} if "rating" in question.accepts else {}
    inferred = [_meaning(option, said, alone=len(question.options) == 1) for option in question.options]
    for option, guess in zip(question.options, inferred, strict=True):
        meaning = option.means or (guess if inferred.count(guess) == 1 else None)
        if meaning:
            means.setdefault(meaning, option.key)
    menus = " ".join(normalise(menu).tight for menu in question.menus)
    keys = [option.key for option in question.options]
    return Asked(
        question=question,
        means=means,
        digits={meaning[-1]: key for meaning, key in means.items() if key == "rating"}
        | {k: k for k in keys if k.isdigit()},
        letters={key.lower(): key for key in keys if not key.isdigit()},
        words=_words(question.options, said),
        rates=any(meaning.startswith("rating_") for meaning in means) or "rating" in question.accepts,
        agreement="decline" in means and bool(_ASKS_AGREEMENT.search(menus)),
        slot="confirm" in means and bool(_ASKS_SLOT.search(menus)),
        notice=set(means) == {"confirm"} and not _ASKS_SLOT.search(menus),
    )


def _said_per_key(menus: tuple[str, ...]) -> dict[str, list[str]]:
    """What the menu says beside each key: "1要求暂存/2预约上门" is {"1": ["要求暂存"], "2": ["预约上门"]}."""
    said: dict[str, list[str]] = {}
    for menu in menus:
        for item in _ITEM.finditer(normalise(menu).tight):
            said.setdefault(item.group(1), []).append(item.group(2).strip(" ,.;:()\"'"))
    return said


def _meaning(option: Option, said: dict[str, list[str]], *, alone: bool) -> str | None:
    texts = [text for text in (*(word.lower() for word in option.words), *said.get(option.key.lower(), [])) if text]
    wish = next((meaning for text in texts if (meaning := _wish(text))), None)
    if wish or option.key.lower() == "y":
        return wish or "claim"
    found = next((meaning for text in texts if (meaning := _answer(text, alone=alone))), None)
    return found or ("confirm" if alone else None)


def _wish(text: str) -> str | None:
    """The wish or rating that a menu's wording offers."""
    tight = normalise(text).tight
    for meaning in _MEANINGS:
        rates = meaning.startswith("rating")
        if DEFAULT.phrases[meaning].search(tight) and not (rates and not _RATES.search(text)):
            return meaning
    return None


def _answer(text: str, *, alone: bool) -> str | None:
    """Whether a menu's wording claims, declines or confirms."""
    if alone and _CLAIMS.search(text):
        return "claim"
    if _DECLINES.search(text) and not _NO_OBJECTION.search(text):
        return "decline"
    return "confirm" if _CONFIRMS.search(text) else None


def _words(options: tuple[Option, ...], said: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    pairs = {
        normalise(word).tight.strip(): option.key
        for option in options
        for word in (*option.words, *said.get(option.key.lower(), []))
    }
    return tuple(sorted(((word, key) for word, key in pairs.items() if len(word) > 1), key=lambda p: -len(p[0])))
