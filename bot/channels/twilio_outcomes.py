"""What an attempt has come to when Twilio did not simply accept: refused, not reached, or uncertain.

2xx with an id                                   accepted
4xx with a code of Twilio's                      refused; LATER and ACCOUNT codes: not reached
425, 429, 3xx and 4xx without a code             not reached: nobody looked at the text
408, 5xx, 2xx without a readable id              uncertain
no answer, and a byte of the request had left    uncertain
no answer, and nothing had left                  not reached
it could not be made into a request              refused
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from requests import RequestException
from twilio.base.exceptions import TwilioRestException, TwilioServiceException
from urllib3.exceptions import HTTPError

from bot.channels.base import Outcome, SendResult
from bot.channels.twilio_codes import Action, Code, lookup
from bot.channels.twilio_http import Exchange

LONGEST_WAIT: Final = 3600.0


def refused(exchange: Exchange, refusal: TwilioRestException | TwilioServiceException) -> SendResult:
    """An HTTP answer that is no 2xx. The message that comes with it quotes the number, so it is not kept."""
    status = exchange.status or refusal.status
    code = refusal.code if refusal.code and refusal.code != status else None
    row = lookup(code)
    return SendResult(
        _outcome(status, code, row),
        error_code=str(code or status),
        error=f"{row.cause} (Twilio {row.code})" if row else _unnamed(status, code),
        retry_after=_retry_after(exchange),
        suppress=row is not None and row.action is Action.SUPPRESS,
        invalid_number=row is not None and row.action is Action.INVALID_NUMBER,
    )


def _outcome(status: int, code: int | None, row: Code | None) -> Outcome:
    if status >= 500 or status == 408:
        return Outcome.UNCERTAIN
    if status in (425, 429) or code is None:  # too many, or something before Twilio answered: nobody looked at the text
        return Outcome.NOT_REACHED
    if row is not None and row.action in (Action.LATER, Action.ACCOUNT):
        return Outcome.NOT_REACHED
    return Outcome.REFUSED


def broken(exchange: Exchange, error: Exception) -> SendResult:
    """No answer, or one that cannot be read. Whether the request had left decides; the kind of the error is only told."""
    kind = type(error).__name__
    if exchange.left:
        return SendResult(Outcome.UNCERTAIN, error=f"The request left, but no readable answer came ({kind})")
    if isinstance(error, (RequestException, HTTPError, OSError)):
        return SendResult(Outcome.NOT_REACHED, error=f"Twilio could not be reached ({kind})")
    return SendResult(Outcome.REFUSED, error=f"The text could not be made into a request ({kind})")


def _retry_after(exchange: Exchange) -> float | None:
    """Seconds of a Retry-After header, at most an hour: a number, or a date (RFC 9110, 10.2.3)."""
    header = exchange.headers.get("Retry-After")
    if not header:
        return None
    try:
        return min(max(0.0, float(header)), LONGEST_WAIT)
    except ValueError:
        pass
    try:
        seconds = (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds()
        return min(max(0.0, seconds), LONGEST_WAIT)
    except (TypeError, ValueError):
        return None


def _unnamed(status: int, code: int | None) -> str:
    return f"Twilio answered with HTTP {status}, code {code}" if code else f"HTTP {status}, and not from Twilio itself"
