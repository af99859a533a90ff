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
_NAMED: Final = tuple((layer.__name__, layer) for layer in LAYERS)
Path = list[tuple[str, Meaning | None]]


def understand(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> Meaning:
    """What `text` means against the open `question` (None: nothing is asked).

    `now` is the moment of the reply, aware, in the customer's zone; `home` is the parcel's own city, for a district that several cities
    have. Any string at all gets a Meaning.
    """
    return _understood(text, question, now, lexicon, home, None)


def steps(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> Path:
    """The layers that were asked, in order, and what each said; the last one decided."""
    path: Path = []
    decided = _understood(text, question, now, lexicon, home, path)
    path[-1] = (path[-1][0], decided)
    return path


def _understood(
    text: str, question: Question | None, now: datetime, lexicon: Lexicon, home: Place | None, path: Path | None
) -> Meaning:
    """What `text` means; the layers that were asked are added to `path`, where there is one."""
    asked = asked_of(question) if question else None
    normal = normalise(text)
    meaning = _walk(_reading(normal, asked, now, lexicon, home), path)
    if _nothing(meaning):
        meaning = _respelt(meaning, normal, asked, now, lexicon, home, path)
    if (
        _nothing(meaning)
        and not lexicon.phrases["innocent"].search(normal.tight)
        and (guess := routed(normal.tight, SURE if asked else SURE_UNASKED))
    ):
        meaning = Meaning(guess, f"router.{guess}")
        _note(path, ("router", meaning))
    if meaning.branch is None and question and "text" in question.accepts and meaning.intent not in _NEVER_TEXT:
        return replace(meaning, branch="text")
    return meaning


def _nothing(meaning: Meaning) -> bool:
    return meaning.rule == "nothing"


def _respelt(
    first: Meaning,
    normal: Text,
    asked: Asked | None,
    now: datetime,
    lexicon: Lexicon,
    home: Place | None,
    path: Path | None,
) -> Meaning:
    """The walk once more with words as they sound or should be spelt, where the first one came to nothing."""
    respelling = None if _NUMBER.search(normal.tight) else respelt(normal)
    if respelling is None:
        return first
    again: Path = []
    meaning = _walk(_reading(of_light(normal.raw, respelling), asked, now, lexicon, home), again)
    name = again[-1][0]
    if _nothing(meaning) or name == "address":
        return first
    meaning = replace(meaning, rule=f"sounds.{meaning.rule}")
    _note(path, ("sounds", None), *again[:-1], (name, meaning))
    return meaning


def _note(path: Path | None, *asked: tuple[str, Meaning | None]) -> None:
    if path is not None:
        path += asked


def _reading(text: Text, asked: Asked | None, now: datetime, lexicon: Lexicon, home: Place | None) -> Reading:
    unquoted = without_quotes(text, asked, lexicon)
    return Reading(unquoted, bare(unquoted.tight), asked, now, lexicon, home)


def _walk(reading: Reading, path: Path | None) -> Meaning:
    """What the first layer that knows says; the last layer always does."""
    for name, layer in _NAMED:
        meaning = layer(reading)
        if path is not None:
            path.append((name, meaning))
        if meaning:
            return meaning
    return Meaning("other", "nothing")


def media_only(question: Question | None) -> Meaning:
    """What a photo or a voice message without words means: the branch `photo` where the question takes one."""
    branch = "photo" if question and "photo" in question.accepts else None
    return Meaning("other", "media", branch=branch)
