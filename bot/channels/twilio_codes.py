"""Twilio's error codes: what each means for a text, and what is done about it. One row a code.

A code comes with a refused request, or later in a status report; its meaning is the same. The page of a code is
https://www.twilio.com/docs/api/errors/<code>. A code that is not here is a plain refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Action(StrEnum):
    """What a code asks of us."""

    INVALID_NUMBER = "invalid_number"
    """The number can receive no text, now or ever."""
    SUPPRESS = "suppress"
    """The person (or somebody for them) has blocked us: never write again before a new opt-in."""
    ACCOUNT = "account"
    """Credentials or the account itself are wrong: every text would be refused, so wait for the operator."""
    CONFIG = "config"
    """The sender, its registration or a permission is wrong: this text fails, the operator must act."""
    CONTENT = "content"
    """The text itself is the reason: never send the same text again."""
    LATER = "later"
    """Nothing is wrong with the text; another try later may work."""
    EXPIRED = "expired"
    """It was no longer useful before it could be sent."""
    REFUSED = "refused"
    """This text to this number does not go; nothing follows for others."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row: the code, its action, and a plain cause for staff without number or text."""

    code: str
    action: Action
    cause: str


_ROWS: Final[tuple[tuple[int, Action, str], ...]] = (
    # Account
    (20003, Action.ACCOUNT, "Twilio does not accept the account SID or auth token"),
    (20005, Action.ACCOUNT, "The Twilio account is not active"),
    (20008, Action.ACCOUNT, "Twilio's test credentials cannot send real texts"),
    (20403, Action.ACCOUNT, "The Twilio account may not do this"),
    (20404, Action.ACCOUNT, "Twilio does not know this account"),
    (30002, Action.ACCOUNT, "The Twilio account is suspended"),
    (63038, Action.LATER, "The account has reached its daily number of texts"),
    # The recipient's number
    (21211, Action.INVALID_NUMBER, "Not a valid phone number"),
    (21265, Action.INVALID_NUMBER, "The recipient is a short code"),
    (21614, Action.INVALID_NUMBER, "Not a mobile number"),
    (21635, Action.INVALID_NUMBER, "A landline, which cannot receive texts"),
    (30005, Action.INVALID_NUMBER, "The number is unknown or no longer in use"),
    (30006, Action.INVALID_NUMBER, "A landline, or an operator that takes no texts"),
    # Opt-out
    (21610, Action.SUPPRESS, "The number has opted out"),
    (30004, Action.SUPPRESS, "The number blocks texts from us"),
    # Our sender, its registration, permissions, parameters
    (21212, Action.CONFIG, "The sender number is not valid"),
    (21219, Action.CONFIG, "A trial account may only text verified numbers"),
    (21408, Action.CONFIG, "The account has no permission to text this country"),
    (21601, Action.CONFIG, "The sender number cannot send texts"),
    (21603, Action.CONFIG, "No sender was given"),
    (21604, Action.REFUSED, "No recipient was given"),
    (21606, Action.CONFIG, "The sender number does not belong to the account or cannot text this country"),
    (21607, Action.CONFIG, "The sender number is not one of the account's"),
    (21608, Action.CONFIG, "A trial account may only text verified numbers"),
    (21609, Action.CONFIG, "The address for status reports (PUBLIC_URL) is not acceptable"),
    (21612, Action.REFUSED, "No route from this sender to this number"),
    (21624, Action.CONFIG, "The validity period is out of range"),
    (21659, Action.CONFIG, "The sender number is not one of the account's"),
    (21660, Action.CONFIG, "The sender number belongs to another account"),
    (21701, Action.CONFIG, "The Messaging Service does not exist"),
    (21703, Action.CONFIG, "The Messaging Service has no sender"),
    (21704, Action.CONFIG, "The Messaging Service has no sender for this country"),
    (21705, Action.CONFIG, "The Messaging Service's SID is not valid"),
    (21712, Action.CONFIG, "The sender number is not in the Messaging Service"),
    (30018, Action.CONFIG, "The country asks for a registered sender ID"),
    (30024, Action.CONFIG, "The operator has not provisioned the sender"),
    (30032, Action.CONFIG, "The toll-free sender is not verified"),
    (30033, Action.CONFIG, "The A2P 10DLC campaign is suspended"),
    (30034, Action.CONFIG, "The US sender is not registered for A2P 10DLC"),
    (30035, Action.CONFIG, "The sender is still being set up at the operator"),
    (30042, Action.CONFIG, "The sender ID is too general or has characters that are not allowed"),
    (30045, Action.CONFIG, "The validity period is out of range"),
    (90007, Action.CONFIG, "The validity period is out of range"),
    # The text
    (21602, Action.CONTENT, "The text is empty"),
    (21617, Action.CONTENT, "The text is longer than 1,600 characters"),
    (21619, Action.CONTENT, "The text is empty"),
    (30007, Action.CONTENT, "An operator or Twilio filtered the text as unwanted"),
    (30010, Action.CONTENT, "The text costs more than the price limit"),
    (30019, Action.CONTENT, "The text is too long for the operator"),
    (30044, Action.CONTENT, "The text is too long for a trial account"),
    # Not now
    (20429, Action.LATER, "Too many requests at once"),
    (20500, Action.LATER, "An internal error of Twilio"),
    (20503, Action.LATER, "Twilio is not available"),
    (21611, Action.LATER, "The sender's queue is full"),
    (14107, Action.LATER, "Too many texts between the same two numbers in 30 seconds"),
    (30001, Action.LATER, "Twilio's queue for the sender was full"),
    (30003, Action.LATER, "The phone is switched off or out of reach"),
    (30008, Action.LATER, "The operator gave no reason"),
    (30017, Action.LATER, "The operator's network is congested"),
    (30022, Action.LATER, "The A2P 10DLC rate of the sender is used up"),
    (30023, Action.LATER, "The operator's daily limit for the sender is used up"),
    (30027, Action.LATER, "The operator's daily limit for the brand is used up"),
    (
        30410,
        Action.REFUSED,
        "The operator did not answer Twilio in time; Twilio does not send again, to avoid a double",
    ),
    (30036, Action.EXPIRED, "It waited longer than it was useful"),
    (30450, Action.REFUSED, "Twilio blocked the text as a part of SMS pumping"),
    # Other channels (WhatsApp, RCS)
    (63016, Action.CONTENT, "Outside the 24-hour window only an approved template may be sent"),
    (63018, Action.LATER, "The channel's rate limit is used up"),
    (63024, Action.INVALID_NUMBER, "The recipient cannot be reached on this channel"),
    (63032, Action.REFUSED, "The channel does not send this kind of text to this person"),
)

CODES: Final[dict[str, Code]] = {str(code): Code(str(code), action, cause) for code, action, cause in _ROWS}


def lookup(code: str | int | None) -> Code | None:
    """The row of a code as a request's error or a status report carries it; None if there is none."""
    return CODES.get(str(code))
