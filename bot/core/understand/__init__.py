"""What a customer's reply means, read against the question that is open.

`understand` reads a reply; `compliance` reads only what the law asks, without context; `letter` reads the answer to
"A … / B …?", for routing between open conversations. Nothing here does I/O, reads a clock or the environment.
"""

from bot.core.understand.addresses import Place
from bot.core.understand.compliance import compliance, refuses_promotion
from bot.core.understand.lexicon import DEFAULT, Lexicon
from bot.core.understand.read import media_only, steps, understand
from bot.core.understand.routing import letter

__all__ = [
    "DEFAULT",
    "Lexicon",
    "Place",
    "compliance",
    "letter",
    "media_only",
    "refuses_promotion",
    "steps",
    "understand",
]
