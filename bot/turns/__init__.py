"""One inbound fact (a reply, a tracking event, a timer, an agent's word), one transaction.

Each function locks the customer's thread, decides, and writes everything that follows before it returns; then it rings the
doorbell, which may be lost, because the sweep finds the rows. What raises has changed nothing.
"""

from bot.turns.agents import answer_case, close_case, hand_back
from bot.turns.events import fire_due_timers, start_flow, take_event, take_timer
from bot.turns.replies import take_inbound
from bot.turns.taken import Taken

__all__ = [
    "Taken",
    "answer_case",
    "close_case",
    "fire_due_timers",
    "hand_back",
    "start_flow",
    "take_event",
    "take_inbound",
    "take_timer",
]
