"""How the stand-in answers a create: programmed misbehaviour, Twilio's own checks, its magic test numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from typing import Any

from tests.support.twilio_standin.account import Callbacks, Settings

DEEDS = {
    "accept": "as usual; for `latency` and `callbacks` of one text",
    "error": "`status` and `code`, nothing accepted",
    "rate_limit": "429, code 20429, Retry-After `retry_after`",
    "500_before": "500, nothing accepted",
    "500_after": "accepted, but 500 is answered",
    "drop_before": "the connection is closed, nothing accepted",
    "drop_after": "accepted, then the connection is closed without an answer",
    "reset_before": "the connection is reset (RST), nothing accepted",
    "reset_after": "accepted, then reset",
    "hang_before": "no answer for `latency` seconds (an hour by default), nothing accepted",
    "hang_after": "accepted, then no answer for `latency` seconds",
    "garbled": "accepted, and 201 with a body that is no JSON",
    "not_twilio": "`status` with a page of HTML, as a proxy in between would",
}


@dataclass
class Rule:
    """The first rule that matches a request, and is not used up, decides. No condition: every request."""

    do: str
    on: str = "create"
    """create, list, or media (the list of one text's attachments)."""
    to: str | None = None
    body: str | None = None
    """A part of the text."""
    nth: int | None = None
    """Only the nth create since the start or the last reset, from 1."""
    every: int | None = None
    """Every nth create."""
    chance: float = 1.0
    """By the server's seeded dice."""
    times: int | None = None
    """How often it applies; None: always."""
    status: int = 400
    code: int | None = None
    retry_after: str | None = None
    latency: float | None = None
    callbacks: Callbacks | None = None

    @classmethod
    def of(cls, row: dict[str, Any]) -> Rule:
        """From JSON. Raises ValueError for an unknown deed or field."""
        if unknown := set(row) - {f.name for f in fields(cls)}:
            raise ValueError(f"unknown fields of a rule: {', '.join(sorted(unknown))}")
        if row.get("do") not in DEEDS:
            raise ValueError(f"unknown deed {row.get('do')!r}; there are {', '.join(DEEDS)}")
        row = dict(row)
        if row.get("callbacks"):
            row["callbacks"] = Callbacks(**row["callbacks"])
        return cls(**row)


class Rules:
    """The programme."""

    def __init__(self, seed: int) -> None:
        self.rows: list[Rule] = []
        self.creates = 0
        self.dice = random.Random(seed)

    def choose(self, on: str, to: str, body: str = "") -> Rule:
        """The rule for this request; counts creates and uses the rule up."""
        self.creates += on == "create"
        for rule in self.rows:
            if self._matches(rule, on, to, body):
                if rule.times is not None:
                    rule.times -= 1
                return rule
        return Rule("accept")

    def _matches(self, rule: Rule, on: str, to: str, body: str) -> bool:
        return (
            rule.on == on
            and rule.times != 0
            and rule.to in (None, to)
            and (rule.body is None or rule.body in body)
            and rule.nth in (None, self.creates)
            and (rule.every is None or self.creates % rule.every == 0)
            and (rule.chance >= 1 or self.dice.random() < rule.chance)
        )


MAGIC_TO = {
    "+15005550001": (21211, "Invalid 'To' Phone Number"),
    "+15005550002": (21612, "No route to the 'To' number"),
    "+15005550003": (21408, "Permission to send an SMS has not been enabled for the region"),
    "+15005550004": (21610, "Attempt to send to unsubscribed recipient"),
    "+15005550009": (21614, "'To' number is not a valid mobile number"),
}
"""https://www.twilio.com/docs/iam/test-credentials#test-sms-messages."""

MAGIC_FROM = {
    "+15005550001": (21212, "Invalid From Number"),
    "+15005550007": (21606, "The From phone number is not owned by your account or not SMS-capable"),
    "+15005550008": (21611, "This From number has exceeded the maximum number of queued messages"),
}


def complaint(form: dict[str, str], settings: Settings, opted_out: set[str]) -> tuple[int, str] | None:
    """Twilio's own refusal of a form: code and message, or None."""
    to, sender, body = form.get("To", ""), form.get("From", ""), form.get("Body", "")
    validity = form.get("ValidityPeriod", "36000")
    checks = (
        (not to, (21604, "A 'To' phone number is required")),
        (not sender and not form.get("MessagingServiceSid"), (21603, "A 'From' phone number is required")),
        (not body and not form.get("MediaUrl"), (21602, "Message body is required")),
        (len(body) > 1600, (21617, "The concatenated message body exceeds the 1600 character limit")),
        (not (to.startswith("+") and to[1:].isdigit() and 7 <= len(to) <= 16), (21211, f"Invalid 'To' number: {to}")),
        (not validity.isdigit() or not 1 <= int(validity) <= 36000, (21624, "Invalid validity period value")),
        (to in MAGIC_TO, MAGIC_TO.get(to)),
        (sender in MAGIC_FROM, MAGIC_FROM.get(sender)),
        (bool(sender) and sender != settings.number, (21606, f"The 'From' number {sender} is not yours")),
        (
            form.get("MessagingServiceSid", settings.service_sid) != settings.service_sid,
            (21701, "The Messaging Service does not exist"),
        ),
        (to in opted_out, (21610, "Attempt to send to unsubscribed recipient")),
    )
    return next((refusal for wrong, refusal in checks if wrong), None)
