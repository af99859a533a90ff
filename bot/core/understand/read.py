"""`understand`: the layers in their order. The first layer that knows decides; its name is the rule."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.core.model import Intent, Meaning, Question
from bot.core.understand.addresses import Place
from bot.core.understand.asked import Asked, asked_of
from bot.core.understand.frames import bare
from bot.core.understand.layers import LAYERS
from bot.core.understand.lexicon import DEFAULT, Lexicon
from bot.core.understand.quotes import without_quotes
from bot.core.understand.reading import Reading
from bot.core.understand.router import SURE, SURE_UNASKED, routed
from bot.core.understand.sounds import respelt
from bot.core.understand.text import Text, normalise, of_light

_NEVER_TEXT: Final[frozenset[Intent]] = frozenset({"opt_out", "opt_in", "help", "complaint", "agent"})
_NUMBER: Final = re.compile(r"\d{7}")
"""Who sends a phone or a waybill writes no slip of the keyboard beside it."""
Path = list[tuple[str, Meaning | None]]


def understand(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> Meaning:
    """What `text` means against the open `question` (None: nothing is asked).

    `now` is the moment of the reply, aware, in the customer's zone; `home` is the parcel's own city, for a district that several cities
    have. Any string at all gets a Meaning.
    """
    decided = steps(text, question, now, lexicon=lexicon, home=home)[-1][1]
    return decided or Meaning("other", "nothing")


def steps(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> Path:
    """The layers that were asked, in order, and what each said; the last one decided."""
    asked = asked_of(question) if question else None
    normal = normalise(text)
    path = _walk(_reading(normal, asked, now, lexicon, home))
    if _nothing(path):
        path = _respelt(path, normal, asked, now, lexicon, home)
    if (
        _nothing(path)
        and not lexicon.phrases["innocent"].search(normal.tight)
        and (guess := routed(normal.tight, SURE if asked else SURE_UNASKED))
    ):
        path = [*path, ("router", Meaning(guess, f"router.{guess}"))]
    name, meaning = path[-1]
    if (
        meaning
        and meaning.branch is None
        and question
        and "text" in question.accepts
        and meaning.intent not in _NEVER_TEXT
    ):
        path[-1] = (name, replace(meaning, branch="text"))
    return path


def _nothing(path: Path) -> bool:
    meaning = path[-1][1]
    return meaning is None or meaning.rule == "nothing"


def _respelt(
    path: Path, normal: Text, asked: Asked | None, now: datetime, lexicon: Lexicon, home: Place | None
) -> Path:
    """The walk once more with words as they sound or should be spelt, where the first one came to nothing."""
    respelling = None if _NUMBER.search(normal.tight) else respelt(normal)
    if respelling is None:
        return path
    again = _walk(_reading(of_light(normal.raw, respelling), asked, now, lexicon, home))
    if _nothing(again) or again[-1][0] == "address":
        return path
    name, found = again[-1]
    assert found is not None
    return [*path, ("sounds", None), *again[:-1], (name, replace(found, rule=f"sounds.{found.rule}"))]


def _reading(text: Text, asked: Asked | None, now: datetime, lexicon: Lexicon, home: Place | None) -> Reading:
    unquoted = without_quotes(text, asked, lexicon)
    return Reading(unquoted, bare(unquoted.tight), asked, now, lexicon, home)


def _walk(reading: Reading) -> Path:
    path: Path = []
    for layer in LAYERS:
        meaning = layer(reading)
        path.append((layer.__name__, meaning))
        if meaning:
            break
    return path


def media_only(question: Question | None) -> Meaning:
    """What a photo or a voice message without words means: the branch `photo` where the question takes one."""
    branch = "photo" if question and "photo" in question.accepts else None
    return Meaning("other", "media", branch=branch)
