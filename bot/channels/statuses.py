"""The ladder of delivery statuses: a report moves a text up or is only stored, whatever the order of arrival.

The values are Twilio's (`MessageInstance.Status` of its library); channels of other providers translate theirs into them.
Twilio gives no order of its callbacks ("not guaranteed", Messaging docs), so the order is ours. Every rung has a height
of its own: were two equal, the same reports in another order would end in another place.
"""

from __future__ import annotations

from typing import Final

LADDER: Final[dict[str, int]] = {
    "accepted": 0,  # a Messaging Service has taken it and looks for a sender
    "scheduled": 1,
    "queued": 2,
    "sending": 3,
    "sent": 4,  # the mobile operator has it
    "undelivered": 5,
    "delivered": 6,  # above undelivered: a receipt from the phone outweighs an operator that had given up
    "read": 7,
    "canceled": 8,
    "failed": 9,
}
"""Status → height. What is not here is stored as received and never becomes the status of a text."""

ENDS: Final = frozenset({"undelivered", "delivered", "read", "canceled", "failed"})
"""Statuses after which the provider is not expected to say more, except the rare rung above."""

ARRIVED: Final = frozenset({"delivered", "read"})


def climbs(current: str | None, new: str) -> bool:
    """Whether a text that stands at `current` (None: nothing reported yet) moves to `new`, both in lower case."""
    if new not in LADDER:
        return False
    return LADDER[new] > LADDER.get(current or "", -1)
