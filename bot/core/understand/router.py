"""A small linear model for what no rule understood: it may say complaint, where is it, question or not received, and nothing else.

It never picks an option, a yes, a no or an opt-out. Weights: `tables/router.json`, made by `benchmarks/train_router.py`, scored here in plain
Python: characters, pairs of characters, Latin words and pairs of words; a softmax; below the share that is asked for it says nothing.
"""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, cast

Routed = Literal["complaint", "where_is", "question", "not_received"]
CLASSES: Final = ("other", "complaint", "where_is", "question", "not_received")
SURE: Final = 0.8
"""Share of the probability that a class needs: on fresh replies a lower one mended a few more and broke nearly half as many."""

SURE_UNASKED: Final = 0.65
"""The same where nothing is asked: who writes of his own accord mostly has a concern (of strangers' replies there, 11 mended and 1 broken)."""
_LATIN: Final = re.compile(r"[a-z]{1,20}")
_PRESENTS: Final = re.compile(
    r"(?:hi |hello |hey )?(?:this is|its|it is|my name is|i am|im) [a-z]{2,12}(?: here)?[.! ]{0,2}"
)
"""Somebody says who he is: an unknown word behind "this is" tells nothing."""
_PHONE: Final = re.compile(r"\d{7}")
"""Who sends a number tells it; what stands beside it is its name."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]{1,240}")


def features(tight: str) -> set[str]:
    """The features of a normalised reply."""
    words = _LATIN.findall(tight)
    found = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    for run in _HAN.findall(tight):
        found.update(run)
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    return found


def routed(tight: str, sure: float = SURE) -> Routed | None:
    """The intent that the model gives at least the share `sure`, or None."""
    found = features(tight)
    if len(found) < 2 or _PRESENTS.fullmatch(tight) or _PHONE.search(tight):
        return None
    weights = _weights()
    scale = 1 / math.sqrt(len(found) + 1)
    sums = [0.0] * len(CLASSES)
    for feature in sorted(found):
        for index, weight in enumerate(weights.get(feature, ())):
            sums[index] += weight * scale
    top = max(sums)
    shares = [math.exp(value - top) for value in sums]
    best = shares.index(max(shares))
    return cast("Routed", CLASSES[best]) if best and shares[best] / sum(shares) >= sure else None


@lru_cache(maxsize=1)
def _weights() -> dict[str, list[float]]:
    """Feature → weights by class: part of the package, read with the first reply that needs it."""
    path = Path(__file__).parent / "tables" / "router.json"
    return cast("dict[str, list[float]]", json.loads(path.read_text(encoding="utf-8")))
