"""What the stand-in knows: settings, messages, who has opted out. Kept in an append-only file, if one is given."""

from __future__ import annotations

import json
import secrets
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, field, fields
from email.utils import formatdate
from pathlib import Path
from typing import IO, Any

GSM7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€"
)


@dataclass
class Callbacks:
    """How status callbacks of a text are posted."""

    statuses: list[str] = field(default_factory=lambda: ["sent", "delivered"])
    order: str = "in_order"
    """in_order, reversed, shuffled."""
    delay: float = 0.0
    """Seconds from acceptance to the first one."""
    gap: float = 0.0
    """Seconds between two."""
    copies: int = 1
    """How often each is posted."""
    first: bool = False
    """Post them before the 201 is answered."""
    error_code: str | None = None
    """Goes with failed and undelivered."""
    off: bool = False
    """Post none (the list shows the last status all the same)."""


@dataclass
class Settings:
    """Everything that can be set at start or through `POST /_control`."""

    account_sid: str = "AC" + "5" * 32
    auth_token: str = "stand-in-token"
    number: str = "+15005550006"
    service_sid: str = "MG" + "5" * 32
    """A Messaging Service with `number` in its pool."""
    latency: float = 0.0
    """Seconds before each answer to a create."""
    listing_lag: float = 0.0
    """Seconds until an accepted text shows in lists."""
    inbound_url: str | None = None
    """Where the phone's texts are posted; None: they are only listed."""
    auto_opt_out: str = "off"
    """off; default: Twilio answers STOP and START itself; advanced: and adds OptOutType."""
    callbacks: Callbacks = field(default_factory=Callbacks)
    seed: int = 0

    def change(self, **values: Any) -> None:
        """Set by name; raises ValueError for a name that does not exist."""
        known = {f.name for f in fields(self)}
        if unknown := set(values) - known:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
        for name, value in values.items():
            setattr(self, name, Callbacks(**value) if name == "callbacks" else value)


@dataclass
class Message:
    """One text, in either direction."""

    sid: str
    to: str
    from_: str | None
    body: str
    direction: str
    status: str
    created: float
    service_sid: str | None = None
    sent: float | None = None
    error_code: str | None = None
    media: list[dict[str, str]] = field(default_factory=list)
    form: dict[str, str] = field(default_factory=dict)
    """The form that created it."""

    def resource(self, account_sid: str) -> dict[str, Any]:
        """Its JSON as Twilio shows it."""
        uri = f"/2010-04-01/Accounts/{account_sid}/Messages/{self.sid}"
        unassigned = self.direction == "outbound-api" and self.service_sid and self.status == "accepted"
        return {
            "account_sid": account_sid,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": _rfc2822(self.created),
            "date_sent": _rfc2822(self.sent),
            "date_updated": _rfc2822(self.sent or self.created),
            "direction": self.direction,
            "error_code": int(self.error_code) if self.error_code else None,
            "error_message": None,
            "from": None if unassigned else self.from_,
            "messaging_service_sid": self.service_sid,
            "num_media": str(len(self.media)),
            "num_segments": "0" if unassigned else str(segments(self.body)),
            "price": None,
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


class Account:
    """Messages by number, newest last, and opt-outs."""

    def __init__(self, settings: Settings, history: Path | None = None) -> None:
        self.settings = settings
        self.messages: dict[str, Message] = {}
        self.by_to: dict[str, list[Message]] = defaultdict(list)
        self.opted_out: set[str] = set()
        self._file: IO[str] | None = None
        if history:
            self._replay(history)
            self._file = history.open("a", encoding="utf-8")

    def add(self, message: Message) -> Message:
        self._remember(message)
        self._write({"message": asdict(message)})
        return message

    def report(self, message: Message, status: str, error_code: str | None = None) -> None:
        """The text now has this status, in lists too."""
        message.status, message.error_code = status, error_code or message.error_code
        if status not in ("accepted", "queued", "failed", "canceled"):
            message.sent = message.sent or time.time()
        self._write({"status": [message.sid, status, message.error_code, message.sent]})

    def opt_out(self, number: str, out: bool) -> None:
        (self.opted_out.add if out else self.opted_out.discard)(number)
        self._write({"opted_out": [number, out]})

    def listed(self, to: str | None, from_: str | None, now: float) -> list[Message]:
        """Newest first, without what the listing does not show yet."""
        rows = self.by_to.get(to, []) if to else self.messages.values()
        shown = now - self.settings.listing_lag
        return [m for m in reversed(list(rows)) if m.created <= shown and (not from_ or m.from_ == from_)]

    def close(self) -> None:
        if self._file:
            self._file.close()

    def _remember(self, message: Message) -> None:
        self.messages[message.sid] = message
        self.by_to[message.to].append(message)

    def _write(self, fact: dict[str, Any]) -> None:
        if self._file:
            self._file.write(json.dumps(fact) + "\n")
            self._file.flush()  # out of this process, so that its own kill -9 loses nothing

    def _replay(self, history: Path) -> None:
        lines = history.read_text("utf-8").splitlines() if history.exists() else []
        for line in lines:
            fact = json.loads(line)
            if row := fact.get("message"):
                self._remember(Message(**row))
            elif row := fact.get("status"):
                message = self.messages[row[0]]
                message.status, message.error_code, message.sent = row[1:]
            elif row := fact.get("opted_out"):
                (self.opted_out.add if row[1] else self.opted_out.discard)(row[0])


def new_sid(prefix: str) -> str:
    return prefix + secrets.token_hex(16)


def segments(text: str) -> int:
    """SMS segments: 160/153 septets in GSM-7 (extension characters take two), else 70/67 UTF-16 units."""
    if all(c in GSM7 for c in text):
        units, single, part = len(text) + sum(c in "\f^{}\\[~]|€" for c in text), 160, 153
    else:
        units, single, part = len(text.encode("utf-16-be", "surrogatepass")) // 2, 70, 67
    return 1 if units <= single else -(-units // part)


def _rfc2822(at: float | None) -> str | None:
    return None if at is None else formatdate(int(at)).replace("-0000", "+0000")
