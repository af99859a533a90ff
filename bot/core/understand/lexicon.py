"""All tables of the understanding as one value that a carrier can extend without touching code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from bot.core.understand.phrases import SHARED, Openings, Phrases
from bot.core.understand.rows import Row
from bot.core.understand.tables import answers, compliance, contexts, frames, intents, wishes
from bot.core.understand.text import simplified
from bot.core.understand.whole import Answers, Whole

_TABLES: Final[Mapping[str, tuple[Row, ...]]] = {
    "opt_out": compliance.OPT_OUT_PHRASES,
    "how_to_opt_out": compliance.HOW_TO_OPT_OUT,
    "annoyed": compliance.ANNOYED,
    "not_the_person": compliance.NOT_THE_PERSON,
    "keeps_texts": compliance.KEEPS_TEXTS,
    "opt_in": compliance.OPT_IN_PHRASES,
    "auto_reply": frames.AUTO_REPLY,
    "operator": frames.OPERATOR,
    "signature": frames.SIGNATURES,
    "agent": intents.AGENT,
    "innocent": intents.INNOCENT,
    "complaint": intents.COMPLAINT,
    "not_received": intents.NOT_RECEIVED,
    "where_is": intents.WHERE_IS,
    "asks_where": intents.ASKS_WHERE,
    "question": intents.QUESTION,
    "help": intents.HELP,
    "affirming": answers.AFFIRMING,
    "thanking": answers.THANKING,
    "refused": contexts.REFUSED,
    "offer_declined": contexts.OFFER_DECLINED,
    "unavailable": contexts.UNAVAILABLE,
    "busy_then": contexts.BUSY_THEN,
    "agreed": contexts.AGREED,
    "disagreed": contexts.DISAGREED,
    "declined_duty": contexts.DECLINED_DUTY,
    "service_question": contexts.SERVICE_QUESTION,
    "no_delivery_now": contexts.NO_DELIVERY_NOW,
    "left_somewhere": contexts.LEFT_SOMEWHERE,
    "want_at_home": contexts.WANT_AT_HOME,
    **wishes.WISHES,
    **wishes.RATINGS,
}
_WORDS: Final[Mapping[str, tuple[Row, ...]]] = {
    "opt_out_words": compliance.OPT_OUT_WORDS,
    "opt_in_words": compliance.OPT_IN_WORDS,
    "help_words": compliance.HELP_WORDS,
    "yes": answers.YES,
    "no": answers.NO,
    "no_to_offer": answers.NO_TO_OFFER,
    "unsure": answers.UNSURE,
    "thanks": answers.THANKS,
}


@dataclass(frozen=True)
class Lexicon:
    """Compiled tables. `phrases` are looked for inside a reply, `words` are whole replies (courtesies aside)."""

    phrases: Mapping[str, Phrases]
    words: Mapping[str, Answers]

    @cached_property
    def whole(self) -> Whole:
        """All tables of whole replies, asked together."""
        return Whole(self.words)

    def extended(self, more: Mapping[str, Iterable[str]]) -> Lexicon:
        """The lexicon with a carrier's own phrases, from the `lexicon:` mapping of its carrier.yaml.

        Each key names a table, each value is a list of plain phrases. Raises ValueError naming an unknown table.
        """
        phrases, words, openings = dict(self.phrases), dict(self.words), Openings()
        for table, said in more.items():
            found = tuple(
                Row(re.sub(r"[^\w ]", ".", simplified(phrase.strip()).lower()), phrase)
                for phrase in said
                if phrase.strip()
            )
            if table in phrases:
                phrases[table] = Phrases((*phrases[table].rows, *found), openings)
            elif table in words:
                words[table] = words[table].with_more(row.phrase for row in found)
            else:
                known = ", ".join(sorted({**self.phrases, **self.words}))
                message = f"lexicon: no table called {table!r}; there are {known}"
                raise ValueError(message)
        return replace(self, phrases=phrases, words=words)


DEFAULT: Final = Lexicon(
    phrases={name: Phrases(table, SHARED) for name, table in _TABLES.items()},
    words={name: Answers(table) for name, table in _WORDS.items()},
)
