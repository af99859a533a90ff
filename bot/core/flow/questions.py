"""What a waiting state asks, as the understanding of replies needs it: options with their own words, read out of the menu that is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.core.flow.schema import INTENTS, TYPED, Flow, State
from bot.core.model import Option, Question

_MEANS_BY_KEY: Final = {"yes": "confirm", "no": "decline"}
_LEAD: Final = re.compile(r"^(?:(?:请|即可|立即|马上|直接|要求|申请|选择|需要|to|for|if|is|=|-)\s*)+", re.IGNORECASE)
_TAIL: Final = re.compile(r"(?:\s|或|及|和|,|\bor\b|\band\b)+$", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")


def option_keys(state: State) -> list[str]:
    """The `replies:` keys that are options: no typed kind and no intent; digits first, in their order."""
    keys = [key for key in state.replies if key not in TYPED and key not in INTENTS]
    return sorted(keys, key=lambda key: (not key.isdigit(), int(key) if key.isdigit() else 0, key))


def question_of(flow: Flow, name: str) -> Question | None:
    """The question of a state; None where it does not wait."""
    state = flow.states[name]
    if not state.waits:
        return None
    said = [key for key in (state.say, state.unclear.say if state.unclear else None) if key]
    menus = [
        wording
        for texts in (flow.texts, *(of for _, of in sorted(flow.variants.items())))
        for key in said
        if key in texts
        for _, wordings in sorted(texts[key].items())
        for wording in wordings
    ]
    keys = option_keys(state)
    found = own_words(keys, menus)
    options = tuple(_option(key, state, found[key]) for key in keys)
    return Question(flow.flow, name, options, frozenset(key for key in state.replies if key in TYPED), tuple(menus))


def _option(key: str, state: State, found: Sequence[str]) -> Option:
    branches = state.replies[key]
    means = next((branch.means for branch in branches if branch.means), _MEANS_BY_KEY.get(key.lower()))
    written = [word for branch in branches for _, words in sorted(branch.words.items()) for word in words]
    return Option(key, means, tuple(dict.fromkeys([*written, *found])))


def own_words(keys: Sequence[str], menus: Iterable[str]) -> Mapping[str, list[str]]:
    """What the menus say behind each key: "回复1要求暂存/2预约上门" → 1: 要求暂存, 暂存; 2: 预约上门. Words of two options are dropped."""
    words: dict[str, list[str]] = {key: [] for key in keys}
    for menu in menus:
        plain = _PLACEHOLDER.sub("·", menu)
        for key in keys:
            for phrase in _behind(key, plain):
                words[key] += [word for word in _with_core(phrase) if word not in words[key]]
    shared = {word for key in keys for word in words[key] if sum(word in other for other in words.values()) > 1}
    return {key: [word for word in found if word not in shared] for key, found in words.items()}


def _behind(key: str, menu: str) -> list[str]:
    edge = r"(?<![0-9A-Za-z·])" if key.isascii() else ""
    shape = rf"{edge}{re.escape(key)}(?![0-9])[\s.、:：)）=-]*([^\d/，,。.；;、？?！!·\n()（）]{{1,40}})"
    phrases = [_TAIL.sub("", match[1].strip()) for match in re.finditer(shape, menu)]
    return [re.split(r"\s+(?=\d)", phrase)[0] for phrase in phrases if phrase]


def _with_core(phrase: str) -> list[str]:
    core = _LEAD.sub("", phrase).strip()
    return [word for word in dict.fromkeys([phrase, core]) if word]
