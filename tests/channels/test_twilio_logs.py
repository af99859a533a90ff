"""Nothing private in logs, whatever level is on and whatever happens (law 17)."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime

import pytest

from bot.channels.base import LookupFailed
from bot.channels.twilio import Twilio
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn

WORDS = "Your pickup code is 7-7-7"
TOKEN = "an-auth-token-nobody-must-see"
PHONE, NUMBER = "+14155550177", "+15005550006"
CALLBACK = "https://a.example/status/1.1.signature-of-ours"
PRIVATE = (WORDS, "pickup", PHONE, PHONE[1:], NUMBER[1:], TOKEN, "signature-of-ours")


@pytest.mark.parametrize(
    "deed", ["accept", "error", "rate_limit", "500_after", "drop_after", "garbled", "not_twilio", "nobody"]
)
def test_nothing_private_is_logged(deed: str, standin: StandIn, text, caplog) -> None:
    """Sending and looking up, with every logger at DEBUG, log no words, no numbers, no secrets."""
    caplog.set_level(logging.DEBUG)
    for name in ("twilio.http_client", "urllib3.connectionpool", "requests", "bot"):
        caplog.set_level(logging.DEBUG, logger=name)
    standin.settings(auth_token=TOKEN)
    url = f"http://127.0.0.1:{free_port()}" if deed == "nobody" else standin.url
    if deed != "nobody":
        standin.rule(deed, code=21610)
        standin.rule(deed, on="list", code=20003)
    channel = Twilio(standin.account_sid, TOKEN, NUMBER, url, read_timeout=10)
    outgoing = text(recipient=PHONE, text=WORDS, status_callback=CALLBACK)
    told = repr(channel.send(outgoing).error)
    for look_up in (
        lambda since: channel.sent_to(PHONE, since),
        lambda since: list(channel.received_since("demo", since)),
    ):
        try:
            look_up(datetime.now(UTC))
        except LookupFailed as failure:
            told += "".join(traceback.format_exception(failure))
    standin.settings(auth_token=standin.auth_token)
    assert any(record.name.startswith("urllib3") for record in caplog.records), "the levels are not on"
    for private in PRIVATE:
        assert private not in caplog.text
        assert private not in told


def test_the_channel_shows_no_secret(standin: StandIn) -> None:
    """Neither `repr` of the channel nor of its HTTP client holds the token."""
    channel = Twilio(standin.account_sid, TOKEN, NUMBER, standin.url)
    assert TOKEN not in repr(channel) + repr(channel._client) + repr(channel._client.http_client)
