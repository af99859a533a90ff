"""Opting out, opting in, asking for help: read without any context, before everything else (law 11)."""

from __future__ import annotations

from typing import Literal

from bot.core.understand.frames import bare
from bot.core.understand.lexicon import DEFAULT, Lexicon
from bot.core.understand.sounds import sounds_like
from bot.core.understand.text import Text, normalise

Compliance = Literal["opt_out", "opt_in", "help"]


def compliance(text: str, lexicon: Lexicon = DEFAULT) -> Compliance | None:
    """What the law makes of `text`: a bare keyword with courtesies, or an explicit verb phrase; None where it is neither."""
    found = compliance_of(normalise(text), lexicon)
    return found[0] if found else None


def compliance_of(text: Text, lexicon: Lexicon) -> tuple[Compliance, str] | None:
    """The same of a normalised text, with the name of the rule."""
    core = bare(text.tight)
    for word_table, meaning in (("opt_out_words", "opt_out"), ("opt_in_words", "opt_in"), ("help_words", "help")):
        if core in lexicon.words[word_table]:
            return meaning, f"{meaning}.keyword"  # type: ignore[return-value]
    found = _by_phrase(text.tight, lexicon)
    if found is None and len(core) <= 12 and sounds_like(core) in lexicon.words["opt_out_words"]:
        return "opt_out", "sounds.opt_out.keyword"
    return found


def _by_phrase(tight: str, lexicon: Lexicon) -> tuple[Compliance, str] | None:
    if lexicon.phrases["opt_in"].search(tight):
        return "opt_in", "opt_in.phrase"
    if lexicon.phrases["opt_out"].search(tight) and not lexicon.phrases["keeps_texts"].search(tight):
        return "opt_out", "opt_out.phrase"
    return None


def maybe_opts_out(tight: str, lexicon: Lexicon) -> str | None:
    """The table that makes it look like an opt-out without being one: a person looks at it, promotions wait meanwhile."""
    for table in ("how_to_opt_out", "annoyed", "not_the_person"):
        if lexicon.phrases[table].search(tight):
            return table
    return None
