"""Opt-out words that stand beside something else in a reply, and what is left of it without them."""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.frames import bare
from bot.core.understand.lexicon import DEFAULT

_CLAUSE: Final = re.compile(
    r"[,。;!?\n.]|(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]),?(?=(?:t|td|r)$)"
)
_ELSEWHERE: Final = frozenset(
    {"end", "cancel", "取消", "quit", "停止", "停发", "别发", "停送", "remove", "baja", "parar"}
)
"""Opt-out words when they are all of a reply; beside others they speak of the parcel as often."""
_EDGES: Final = frozenset({"stop", "unsubscribe", "stopall", "optout", "td", "退订"})


def clauses(tight: str) -> list[str]:
    """The clauses of a reply, without marks and courtesies; none where it is one only."""
    found = [clause for part in _CLAUSE.split(tight[:240]) if (clause := bare(part))]
    return found if len(found) > 1 else []


def opt_out_clause(tight: str) -> str | None:
    """The clause that is an opt-out word and nothing else, beside others that are not."""
    words = DEFAULT.words["opt_out_words"]
    return next((clause for clause in clauses(tight) if clause in words and clause not in _ELSEWHERE), None)


def opt_out_edge(tight: str) -> bool:
    """Whether a reply of several words begins or ends with one that hardly means anything else."""
    tokens = [token.strip(",。;!?.") for token in tight.split()]
    return len(tokens) > 1 and (tokens[0] in _EDGES or tokens[-1] in _EDGES)


def without_opt_out(tight: str) -> str:
    """What a reply says besides."""
    words = DEFAULT.words["opt_out_words"]
    return ",".join(clause for clause in clauses(tight) if clause not in words)
