"""The layers in their order, which is the policy: compliance before everything, then what cannot be mistaken, then grievances, then wishes in
words, times and loose addresses, then questions; a leading yes or no and thanks last. The first that knows decides.
"""

from __future__ import annotations

from typing import Final

from bot.core.understand import agreeing, brief, chosen, contextual, firm, loose, rated, wishing
from bot.core.understand.reading import Layer, asking

LAYERS: Final[tuple[Layer, ...]] = (
    firm.empty,
    firm.compliance_word,
    firm.automatic,
    chosen.choice,
    firm.full_address,
    firm.pending,
    brief.claimed,
    brief.unsettled,
    rated.rated,
    brief.short,
    loose.service_question,
    contextual.duty,
    loose.grievances,
    loose.annoyed,
    agreeing.agreement,
    contextual.slot,
    loose.whereabouts,
    wishing.wishes,
    wishing.time,
    wishing.loose_wishes,
    loose.refused,
    contextual.left_somewhere,
    contextual.unavailable,
    loose.address,
    asking,
    loose.leading,
    loose.otherwise,
)
