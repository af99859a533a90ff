"""Why a text was refused or put off: the word that rows keep, and the sentence that staff read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

INVALID_NUMBER: Final = "the number cannot receive texts"
TOO_LATE: Final = "too late to be useful"
NO_TIME: Final = "no_time_left"

REASONS: Final[Mapping[str, str]] = {
    "empty": "The text was empty",
    "too_long": "The text was too long",
    INVALID_NUMBER: "The number cannot receive texts",
    "opted_out": "The customer has opted out of such messages",
    "opt_out_unclear": "The customer may have opted out; a person decides",
    "no_consent": "The customer has not agreed to such messages",
    "new_customer": "A promotion is never the first text to a new customer",
    "said_already": "The same was said a short while ago",
    "sensitive_word": "It holds a word that operators block",
    "link": "It holds a link where mainland operators allow none",
    "outside_window": "It is outside the hours for such texts",
    "cap_month": "The customer has had this month's promotions",
    "cap_week": "The customer has had this week's promotions",
    "same_kind": "The customer has lately had a promotion of this kind",
    "provider_identical": "The provider carries the same text to a number only so often a day",
    "provider_day": "The provider carries only so many texts to a number a day",
    NO_TIME: "No allowed time was left before it would be useless",
    "erased": "The customer's data was removed on request or because of its age",
    TOO_LATE: "It was too late to be useful",
}


def explain(reason: str) -> str:
    """A row's reason as a sentence; `word:detail` gets its detail in brackets, what is no word of ours stays as it is."""
    if reason in REASONS:
        return REASONS[reason]
    word, colon, detail = reason.partition(":")
    if not colon or word not in REASONS:
        return reason
    inner = REASONS.get(detail)
    return f"{REASONS[word]} ({inner[0].lower() + inner[1:] if inner else detail})"
