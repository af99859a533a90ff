"""The layers in their order, which is the policy: compliance before everything, then what cannot be mistaken, then grievances, then wishes in
words, times and loose addresses, then questions; a leading yes or no and thanks last. The first that knows decides.
"""

from __future__ import annotations

from typing import Final

from bot.core.understand import firm, loose
from bot.core.understand.reading import Layer, asking

LAYERS: Final[tuple[Layer, ...]] = (
    firm.empty,
    firm.compliance_word,
    firm.automatic,
    firm.choice,
    firm.full_address,
    firm.pending,
    firm.short,
    loose.service_question,
    loose.duty,
    loose.grievances,
    loose.annoyed,
    loose.agreement,
    loose.slot,
    loose.whereabouts,
    loose.wishes,
    loose.time,
    loose.loose_wishes,
    loose.refused,
    loose.left_somewhere,
    loose.unavailable,
    loose.address,
    asking,
    loose.leading,
    loose.otherwise,
)
