"""Typos that sound right (推订 is 退订), replies in pinyin ("bu manyi") and English spelling slips ("recieved").

Asked only where nothing else was understood, so that a word that merely sounds alike changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.core.understand.tables.spellings import BY_SOUND, BY_SPELLING, COMMON_ENGLISH, NOT_BY_SOUND
from bot.core.understand.text import Text

_LATIN_RUN: Final = re.compile(r"[a-z]+(?:[ '][a-z]+){0,30}")
_ACCENTED: Final = re.compile(r"[\u00c0-\u024f]")
_LATIN_WORD: Final = re.compile(r"(?<![a-z])[a-z]{4,20}(?![a-z])")
_DOUBLED: Final = re.compile(r"([a-z])\1{1,19}")
_ALONE: Final = frozenset({"hao", "shi", "dui", "xing", "yao", "bu"})
_FUZZY: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


def respelt(text: Text) -> str | None:
    """The reply with its words as they are meant, or None where nothing in it sounds or looks like a known word."""
    plain = without_accents(text.plain[:120])
    changed = _pinyin_to_han(plain) if text.has_latin else plain
    if changed == plain and text.has_latin:
        changed = _LATIN_WORD.sub(_corrected, plain)
    if text.has_han:
        changed = _by_sound(changed)
    return changed if changed != plain else None


@lru_cache(maxsize=4096)
def sounds_like(word: str) -> str:
    """A single word respelt: 推订 and "tui ding" are 退订; itself where it sounds like nothing known."""
    word = without_accents(word)
    if word.isascii():
        return _pinyin_to_han(word) if word.replace(" ", "").isalpha() else word
    return _by_sound(word)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str], dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]]:
    """Pinyin → Han, character → fuzzy sound, first two sounds → (sounds, Han)."""
    from bot.core.understand.tables.sounds import CHARACTERS  # loaded with the first reply that nothing else understood

    sounds = {}
    for line in CHARACTERS.strip().splitlines():
        sound, _, characters = line.partition(" ")
        for character in characters:
            sounds[character] = _fuzzy(sound)
    to_han: dict[str, str] = {}
    by_pair: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for pair in BY_SOUND.split("|"):
        han, _, pinyin = pair.partition(" ")
        to_han[pinyin] = han
        if len(han) > 1 and all(c in sounds for c in han):
            key = tuple(sounds[c] for c in han)
            by_pair.setdefault((key[0], key[1]), []).append((key, han))
    for found in by_pair.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return to_han, sounds, by_pair


def without_accents(text: str) -> str:
    """`text` with é as e: "envíen" is searched for as "envien"."""
    if text.isascii() or not _ACCENTED.search(text):
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


def _fuzzy(sound: str) -> str:
    for precise, loose in _FUZZY:
        sound = sound.replace(precise, loose)
    return sound


def _by_sound(text: str) -> str:
    """Runs of characters that sound like a word of the table, replaced by it."""
    _, sounds, by_pair = _tables()
    said = [sounds.get(c, "") for c in text]
    pairs = [*pairwise(said), ("", "")]
    if by_pair.keys().isdisjoint(pairs):
        return text
    out, at = [], 0
    while at < len(text):
        for key, han in by_pair.get(pairs[at], ()):
            part = text[at : at + len(key)]
            if tuple(said[at : at + len(key)]) == key and part not in NOT_BY_SOUND:
                out.append(han)
                at += len(key)
                break
        else:
            out.append(text[at])
            at += 1
    return "".join(out)


def _pinyin_to_han(text: str) -> str:
    """The text with its Latin runs read as pinyin, where every letter of every run is."""
    out, at = [], 0
    for run in _LATIN_RUN.finditer(text):
        han = _segmented(run.group().replace(" ", "").replace("'", ""))
        if han is None:
            continue
        out += [text[at : run.start()], han]
        at = run.end()
    return "".join([*out, text[at:]]) if out else text


def _segmented(letters: str) -> str | None:
    """`letters` as words of the table, fewest words first; None where some letter is left, or only short syllables are found."""
    if letters in _ALONE:
        return _tables()[0][letters]
    if not 3 < len(letters) <= 60:
        return None
    to_han = _tables()[0]
    best: list[tuple[int, str, int] | None] = [None] * (len(letters) + 1)
    best[0] = (0, "", 0)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 15), end):
            before, han = best[start], to_han.get(letters[start:end])
            if before is not None and han is not None:
                here = (before[0] + 1, before[1] + han, max(before[2], end - start))
                known = best[end]
                if known is None or here[0] < known[0]:
                    best[end] = here
    found = best[-1]
    return found[1] if found and found[2] >= 4 else None


@lru_cache(maxsize=1)
def _deletes() -> dict[str, str]:
    """Every known English word less one letter → the word."""
    found: dict[str, str] = {}
    for word in sorted(BY_SPELLING):
        if len(word) >= 5:
            for less in _less_one(word):
                found.setdefault(less, word)
    return found


def _less_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _exchanged(word: str) -> str | None:
    """The known word that two neighbouring letters exchanged give: "hodl" is hold."""
    for at in range(len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if swapped in BY_SPELLING:
            return swapped
    return None


def _corrected(match: re.Match[str]) -> str:
    """One slip: a letter too many, too few, another, or two exchanged."""
    word = match.group()
    if word in BY_SPELLING or word in COMMON_ENGLISH:
        return word
    once = _DOUBLED.sub(r"\1", word)
    if once in BY_SPELLING:
        return once
    exchanged = _exchanged(word)
    deletes = _deletes()
    if exchanged or len(word) < 5:
        return exchanged or deletes.get(word, word)
    if word in deletes:
        return deletes[word]
    for less in sorted(_less_one(word)):
        if less in BY_SPELLING and len(less) >= 5:
            return less
        if len(word) >= 5 and less in deletes:
            return deletes[less]
    return word
