"""Twilio's webhook forms → our facts. Pure: a form in, a value out.

Fields: https://www.twilio.com/docs/messaging/guides/webhook-request (inbound) and .../guides/track-outbound-message-status.
Twilio adds fields without notice, so whatever has no name here is kept in `extra` as received.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from bot.core.errors import Invalid
from bot.core.model import Inbound, Media, StatusReport

CHANNEL: Final = "twilio"
_ANSWERED: Final[Mapping[str, Literal["opt_out", "opt_in", "help"]]] = {
    "STOP": "opt_out",
    "START": "opt_in",
    "HELP": "help",
}
"""`OptOutType` → what Twilio has already answered. Only sent with Advanced Opt-Out."""
_MEDIA_URL: Final = re.compile(r"MediaUrl([0-9]{1,3})")
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without what PostgreSQL cannot store: NUL shown as ␀ (U+2400), half a surrogate pair as � (U+FFFD)."""
    return _UNSTORABLE.sub(lambda found: "\u2400" if found[0] == "\x00" else "\ufffd", text)


def parse_inbound(carrier: str, form: Mapping[str, str], received_at: datetime) -> Inbound:
    """An inbound message webhook → `Inbound`. The text is kept whole, however long; no body is an empty text.

    Raises `Invalid`, with the names of the fields, when `MessageSid` or `From` is missing.
    """
    fields = _fields(form, "MessageSid", "From")
    media = _media(fields)
    answered_as = _ANSWERED.get(fields.get("OptOutType", "").upper())
    named = {"MessageSid", "From", "To", "Body"} | {name for row in media for name in row[:2]}
    if answered_as:
        named.add("OptOutType")
    return Inbound(
        carrier=carrier,
        channel=CHANNEL,
        provider_id=fields["MessageSid"],
        sender=fields["From"],
        recipient=fields.get("To", ""),
        text=fields.get("Body", ""),
        received_at=received_at,
        media=tuple(row[2] for row in media),
        answered_as=answered_as,
        extra={name: value for name, value in fields.items() if name not in named},
    )


def parse_status(carrier: str, form: Mapping[str, str], ours: str | None) -> StatusReport:
    """A status callback → `StatusReport`; `ours` is our own id, from the callback's URL once its signature was checked.

    The status is lower case and kept when unknown. Raises `Invalid`, with the names of the fields, when `MessageSid` or
    both `MessageStatus` and its older name `SmsStatus` are missing.
    """
    status_field = "MessageStatus" if form.get("MessageStatus") or not form.get("SmsStatus") else "SmsStatus"
    fields = _fields(form, "MessageSid", status_field)
    named = {"MessageSid", "MessageStatus", "ErrorCode"}
    return StatusReport(
        carrier=carrier,
        channel=CHANNEL,
        provider_id=fields["MessageSid"],
        status=fields[status_field].strip().lower(),
        error_code=fields.get("ErrorCode") or None,
        ours=ours,
        extra={name: value for name, value in fields.items() if name not in named},
    )


def _fields(form: Mapping[str, str], *required: str) -> dict[str, str]:
    fields = {storable(name): storable(value) for name, value in form.items()}
    missing = [name for name in required if not fields.get(name, "").strip()]
    if missing:
        raise Invalid(f"Twilio's form lacks {', '.join(missing)}.", dict.fromkeys(missing, "is missing"))
    return fields


def _media(fields: Mapping[str, str]) -> list[tuple[str, str, Media]]:
    """Rows of (URL's field, type's field, media) by number. `NumMedia` is not asked: what is listed counts."""
    numbers = sorted(int(found[1]) for name in fields if (found := _MEDIA_URL.fullmatch(name)) and fields[name])
    rows = []
    for number in numbers:
        url, kind = f"MediaUrl{number}", f"MediaContentType{number}"
        rows.append((url, kind, Media(fields.get(url, ""), fields.get(kind, "application/octet-stream"))))
    return rows
