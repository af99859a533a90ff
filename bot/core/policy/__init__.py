"""May this text be sent to this person, when, and in which final form: `Allow`, `Defer` or `Refuse`, always with a reason (laws 6, 16).

Every rule, its source and its setting stand in docs/policy.md.
"""

from bot.core.policy.days import warnings
from bot.core.policy.force import RULES_OF_SENDING, in_force
from bot.core.policy.form import billing_of, counted, dearest, finished, signature, signed, with_suffix
from bot.core.policy.reasons import REASONS, explain
from bot.core.policy.request import (
    NOTHING_SAID,
    Allow,
    Carried,
    Consent,
    Defer,
    History,
    Lane,
    Promoted,
    Refuse,
    Request,
    Verdict,
)
from bot.core.policy.rules import MAX_SEGMENTS, screen, screen_request, useful_until

__all__ = [
    "MAX_SEGMENTS", "NOTHING_SAID", "REASONS", "RULES_OF_SENDING", "Allow", "Carried", "Consent", "Defer", "History", "Lane", "Promoted", "Refuse",
    "Request", "Verdict", "billing_of", "counted", "dearest", "explain", "finished", "in_force", "screen", "screen_request", "signature", "signed", "useful_until", "warnings", "with_suffix",
]  # fmt: skip
