"""Yes, no and thanks in words: a whole reply that says nothing else, or the clause that leads one."""

from __future__ import annotations

import re
from typing import Final

from bot.core.understand.asked import Asked
from bot.core.understand.compose import composed
from bot.core.understand.frames import bare
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.text import Text

CLAUSES: Final = re.compile(r"[,。;!?\n~.、]| -{1,2} |(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")
_FIRST_WORD: Final = re.compile(
    r"(?:(?:yes|yep|yeah|yup|ok|okay|sure|nope|nah)(?= )|(?:ok|okay|yes|yep|yeah)(?=[\u3400-\u9fff])|(?:行|好)(?:啊|的|呀|滴)?(?=[a-z]{2})|no(?= (?:i|im|it|its|we|they|my|thanks|thank|not|sorry|cant|this|that|ill|way|you)(?![a-z])|,))"
)
_ECHO: Final = re.compile(r"[^,。!?]{2,10}\? ?[^ ?!]{3}")
"""What was asked said back with a question mark, and more behind: "本人同意?本人在国外呢"."""
_TWO_LETTERS: Final = re.compile(r"[a-z][,/ ]{1,2}[a-z][.! ]?")
_X_IS_X: Final = re.compile(r"([\u3400-\u9fff]{1,3})(?:倒|却)?[是系]\1(?![\u3400-\u9fff]{0,2}$)")


def short_answer(text: Text, core: str, lexicon: Lexicon, asked: Asked | None = None) -> str | None:
    """Yes, no or thanks, where the reply is nothing else (clauses may repeat, thank or soften)."""
    whole = text.tight.strip(" .,!。~;")
    context = asked.context if asked else "none"
    for said in (whole, core):
        kind = _word(said, lexicon, claims=context == "claim")
        if kind:
            return kind
    if len(text.tight) > 60:
        return None
    kinds = [_clause(clause, lexicon, context) for clause in CLAUSES.split(text.tight) if clause.strip(" -*")]
    if not kinds or None in kinds or ("?" in text.tight and "ack" not in kinds and "yes" not in kinds):
        return None
    return _settled([kind for kind in kinds if kind not in {"thanks", "fill"}], thanks="thanks" in kinds)


def _settled(said: list[str | None], *, thanks: bool) -> str | None:
    """What the clauses come to: "好的，不用了" is a no, "不用，好的" neither."""
    decided = {"yes" if kind == "ack" else kind for kind in said}
    if decided == {"yes", "no"}:
        return "no" if said[0] == "ack" and set(said[1:]) == {"no"} else None
    return decided.pop() if len(decided) == 1 else "thanks" if thanks else None


def concedes(tight: str) -> bool:
    """Whether agreement is only conceded: "合适是合适，就是没人在家"."""
    return _X_IS_X.match(tight) is not None


def leading_answer(text: Text, lexicon: Lexicon, asked: Asked | None = None) -> str | None:
    """Yes or no, where the first clause says it and more follows: "行，到时候打我电话"."""
    if concedes(text.tight) or _ECHO.match(text.tight) or _TWO_LETTERS.fullmatch(text.tight):
        return None
    context = asked.context if asked else "none"
    clauses = [clause for clause in CLAUSES.split(text.tight, maxsplit=3) if clause.strip(" -*")]
    kind = _clause(clauses[0], lexicon, context) if len(clauses) > 1 else None
    if kind in {None, "fill"} and (word := _FIRST_WORD.match(text.tight)):
        kind = _word(word.group(), lexicon)
    if kind in {None, "fill"} and len(clauses) > 1:
        kind = _clause(clauses[-1], lexicon, context) if context != "claim" else _word(bare(clauses[-1]), lexicon)
    if kind in {"yes", "ack"} and _refused_behind(clauses, lexicon, context):
        return None
    return "yes" if kind == "ack" else kind if kind in {"yes", "no"} else None


def agrees_first(text: Text, lexicon: Lexicon, asked: Asked | None) -> bool:
    """Whether the first clause of several agrees."""
    if concedes(text.tight):
        return False
    clauses = [clause for clause in CLAUSES.split(text.tight, maxsplit=3) if clause.strip(" -*")]
    if len(clauses) < 2:
        word = _FIRST_WORD.match(text.tight)
        return bool(word and _word(word.group(), lexicon) == "yes")
    context = asked.context if asked else "none"
    return _clause(clauses[0], lexicon, context) in {"yes", "ack"} and not _refused_behind(clauses, lexicon, context)


def _refused_behind(clauses: list[str], lexicon: Lexicon, context: str) -> bool:
    """Whether a later clause refuses under a proposed hour: "家里有人，别送"."""
    return context == "slot" and any(_clause(clause, lexicon, context) == "no" for clause in clauses[1:])


def _clause(clause: str, lexicon: Lexicon, context: str) -> str | None:
    """yes, no, thanks, `ack` (a yes that a later no overrules) or `fill` (nothing): by the tables of whole answers, else by its parts."""
    shorter = bare(clause)
    claims = context == "claim"
    kind = _word(clause.strip(), lexicon, claims=claims) or _word(shorter, lexicon, claims=claims)
    added = composed(clause.strip(), context) if kind in {None, "yes"} else None
    return "ack" if added == "ack" else kind or added


def _word(said: str, lexicon: Lexicon, *, claims: bool = False) -> str | None:
    """What a whole answer of the tables says, a leading 我 aside."""
    for form in (said, said[1:] if said[:1] == "我" and len(said) > 2 else said):
        if kinds := lexicon.whole.of(form):
            if claims and "no_to_offer" in kinds:
                return "no"
            for kind in ("yes", "no", "thanks"):
                if kind in kinds:
                    return kind
        if claims and form and lexicon.phrases["claim"].fullmatch(form):
            return "yes"
    return None
