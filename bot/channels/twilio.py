"""Twilio: sending, and looking up what it has sent and received. Classifies only; `dispatch` decides what follows.

Facts behind it: Create Message has no idempotency key (docs of error 20500), so what may have been accepted must never be
called a failure; and a refusal must never be called uncertain, or it would be looked for in vain.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from twilio.base import values
from twilio.base.exceptions import TwilioRestException, TwilioServiceException
from twilio.rest import Client

from bot.channels import twilio_http
from bot.channels.base import Listed, LookupFailed, Outcome, Outgoing, SendResult
from bot.channels.twilio_forms import CHANNEL, parse_inbound, parse_status, storable
from bot.channels.twilio_outcomes import broken, refused
from bot.core.errors import Invalid
from bot.core.model import Inbound

__all__ = ["Twilio", "parse_inbound", "parse_status", "storable"]

log = structlog.get_logger(__name__)

VALIDITY: Final = (1, 36_000)
"""Bounds of ValidityPeriod in seconds (Messages resource, Create)."""
CLOCK_SKEW: Final = timedelta(seconds=5)
"""How far Twilio's clock may be behind ours; its times are whole seconds."""
TRIAL_PREFIX: Final = "Sent from your Twilio trial account - "
"""Twilio puts it before every text of a trial account."""
PAGE_SIZE: Final = 200
MAX_PAGES: Final = 25
POOL_KEPT: Final = 600.0
"""Seconds for which the numbers of a Messaging Service are remembered."""


class Twilio:
    """One account and sender of Twilio as a `Channel`. Thread-safe.

    `sender` is a number (E.164, or a short code) or a Messaging Service's SID ("MG…"). `api_url` is where the API
    answers: Twilio's own (also None, or one of its regions), or a stand-in, which then gets every request. Time-outs are seconds. A request that has not left
    within twice the connect time-out is given up unsent, so `send` answers within `twice connect + read` and a pause of the
    process cannot make it post late.
    """

    name = CHANNEL

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        sender: str,
        api_url: str | None = None,
        connect_timeout: float = twilio_http.CONNECT_TIMEOUT,
        read_timeout: float = twilio_http.READ_TIMEOUT,
        pool_size: int = twilio_http.POOL_SIZE,
    ) -> None:
        self.sender = sender
        http_client = twilio_http.HttpClient(api_url, connect_timeout, read_timeout, pool_size)
        self._client: Any = Client(account_sid, auth_token, http_client=http_client)
        self._pool: tuple[float, tuple[str, ...]] = (-POOL_KEPT, ())
        self._lock = threading.Lock()

    # ── sending ──────────────────────────────────────────────────────────────────────────────────

    def send(self, outgoing: Outgoing) -> SendResult:
        """One POST, no retries. Never raises for what the network or Twilio does."""
        twilio_http.begin()
        try:
            message = self._client.messages.create(
                to=outgoing.recipient,
                body=outgoing.text,
                attempt=outgoing.attempt,
                smart_encoded=False,  # else the listed text may differ from ours, and would count as not sent
                status_callback=outgoing.status_callback or values.unset,
                validity_period=_validity(outgoing.useful_for),
                **self._from(outgoing.sender),
            )
        except (TwilioRestException, TwilioServiceException) as refusal:
            return refused(twilio_http.exchange(), refusal)
        except Exception as error:  # noqa: BLE001 whatever it is, whether the request had left is known
            return broken(twilio_http.exchange(), error)
        if not message.sid:
            return SendResult(Outcome.UNCERTAIN, error="Twilio's answer holds no message id")
        return SendResult(Outcome.ACCEPTED, provider_id=message.sid, status=message.status)

    def _from(self, sender: str) -> dict[str, str]:
        """A number of a Messaging Service's pool is sent from within the service, whose opt-outs then hold."""
        sender = sender or self.sender
        if sender.startswith("MG"):
            return {"messaging_service_sid": sender}
        if self.sender.startswith("MG"):
            return {"messaging_service_sid": self.sender, "from_": sender}
        return {"from_": sender}

    # ── looking up ───────────────────────────────────────────────────────────────────────────────

    def sent_to(self, recipient: str, since: datetime) -> list[Listed]:
        """Texts created for `recipient` (E.164) at or after `since` minus 5 s, newest first. Raises `LookupFailed`.

        By recipient alone: the time of sending is empty until it was sent, and the sender of a Messaging Service is
        unknown before. A list that is cut short would say "not there" of what is there, so that raises too.
        """
        return [
            Listed(m.sid, m.to, _body(m.body), m.status, m.date_created, _text(m.error_code))
            for m in self._created_since(recipient, since)
            if m.direction != "inbound"
        ]

    def received_since(self, carrier: str, since: datetime) -> Iterator[Inbound]:
        """Texts that came in at or after `since` minus 5 s, for each as its webhook would have told it, oldest first.

        Lists by our numbers; those of a Messaging Service are asked of Twilio every ten minutes. `OptOutType` is not in
        lists. Of attachments only the list is read, never the content. Raises `LookupFailed`.
        """
        found = [
            m for number in self._numbers() for m in self._created_since(number, since) if m.direction == "inbound"
        ]
        for message in sorted(found, key=lambda m: m.date_created):
            try:
                yield self._inbound(carrier, message)
            except Invalid:  # a message without a sender, as redaction leaves it: one must not hide the others
                log.warning("listed_text_unusable", provider_id=message.sid)

    def _created_since(self, number: str, since: datetime) -> list[Any]:
        """All messages to `number` created since then. Lists are newest first, so an older page ends it."""
        earliest = since.astimezone(UTC) - CLOCK_SKEW
        found: list[Any] = []
        with _Lookup():
            page = self._client.messages.page(to=number, page_size=PAGE_SIZE)
            for _ in range(MAX_PAGES):
                messages = list(page)
                fresh = [m for m in messages if m.date_created is None or m.date_created >= earliest]
                found += [m for m in fresh if m.date_created and m.sid]
                if not fresh or not page.next_page_url:
                    return found
                page = page.next_page()
        raise LookupFailed(f"Twilio lists more than {MAX_PAGES * PAGE_SIZE} texts since then; ask for a shorter time.")

    def _inbound(self, carrier: str, message: Any) -> Inbound:
        form = {
            "MessageSid": message.sid,
            "From": message.from_ or "",
            "To": message.to or "",
            "Body": message.body or "",
            "AccountSid": message.account_sid,
            "MessagingServiceSid": message.messaging_service_sid,
            "NumMedia": message.num_media,
            "NumSegments": message.num_segments,
            "SmsStatus": message.status,
            "ApiVersion": message.api_version,
        }
        if message.num_media not in (None, "", "0"):
            form |= self._media(message.sid)
        kept = {name: str(value) for name, value in form.items() if value is not None}
        return parse_inbound(carrier, kept, message.date_created)

    def _media(self, sid: str) -> dict[str, str]:
        """The media fields of a webhook, from the list of a message's media."""
        fields: dict[str, str] = {}
        with _Lookup():
            for number, media in enumerate(self._client.messages(sid).media.list(limit=100)):
                fields[f"MediaUrl{number}"] = f"https://api.twilio.com{(media.uri or '').removesuffix('.json')}"
                fields[f"MediaContentType{number}"] = media.content_type or "application/octet-stream"
        return fields

    def _numbers(self) -> tuple[str, ...]:
        """The numbers that customers can write to."""
        if not self.sender.startswith("MG"):
            return (self.sender,)
        with self._lock:
            asked, numbers = self._pool
            if time.monotonic() - asked >= POOL_KEPT:
                with _Lookup():
                    service = self._client.messaging.v1.services(self.sender)
                    numbers = tuple(n.phone_number for n in service.phone_numbers.list(limit=1000))
                    numbers += tuple(s.short_code for s in service.short_codes.list(limit=1000))
                self._pool = (time.monotonic(), numbers)
            return numbers


class _Lookup:
    """Turns whatever a look-up meets into `LookupFailed`, without the chain: those errors quote numbers, texts and query strings."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Exception) and not isinstance(error, LookupFailed):
            status = twilio_http.exchange().status
            what = "no answer" if status is None else f"HTTP {status}"
            raise LookupFailed(f"Twilio's list could not be read: {what} ({type(error).__name__}).") from None


def _validity(useful_for: int | None) -> Any:
    return values.unset if useful_for is None else min(max(int(useful_for), VALIDITY[0]), VALIDITY[1])


def _body(listed: str | None) -> str:
    return storable(listed or "").removeprefix(TRIAL_PREFIX)


def _text(code: int | str | None) -> str | None:
    return None if code is None else str(code)
