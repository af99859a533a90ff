"""Asking Twilio's lists: what it has sent for us, and what it has received that no webhook told us."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels import twilio
from bot.channels.base import LookupFailed, Outcome
from bot.channels.twilio import Twilio, parse_inbound
from bot.channels.twilio_http import HttpClient
from bot.core.model import Inbound, Media
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn, twilio_standin

PHONE = "+14155550100"


@pytest.fixture
def fresh():
    """A stand-in without messages, for tests that read whole lists."""
    with twilio_standin() as standin:
        yield standin


def channel_of(standin: StandIn, **changes: object) -> Twilio:
    keys = {"account_sid": standin.account_sid, "auth_token": standin.auth_token, "sender": standin.number}
    return Twilio(**(keys | changes), api_url=standin.url, read_timeout=10)


def now() -> datetime:
    return datetime.now(UTC)


# ── what was sent ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("deed", ["drop_after", "500_after", "garbled", "reset_after"])
def test_an_uncertain_text_is_found(deed: str, channel: Twilio, standin: StandIn, text) -> None:
    """What was accepted although no answer said so is in the list, with the words that were sent."""
    outgoing, started = text(text="取件码 1-2-3 😀"), now()
    standin.rule(deed, to=outgoing.recipient)
    assert channel.send(outgoing).outcome is Outcome.UNCERTAIN
    [listed] = channel.sent_to(outgoing.recipient, started)
    [message] = standin.messages(to=outgoing.recipient)
    assert (listed.provider_id, listed.recipient, listed.text) == (message["sid"], outgoing.recipient, outgoing.text)
    assert abs(listed.created_at - started) < timedelta(seconds=3)


def test_a_text_that_never_arrived_is_not_found(channel: Twilio, standin: StandIn, text) -> None:
    """What was not accepted is not in the list."""
    outgoing, started = text(), now()
    standin.rule("drop_before", to=outgoing.recipient)
    assert channel.send(outgoing).outcome is Outcome.UNCERTAIN
    assert channel.sent_to(outgoing.recipient, started) == []


def test_not_sent_yet_is_listed_too(channel: Twilio, standin: StandIn, text) -> None:
    """A text that still waits at Twilio has no time of sending, and is found all the same."""
    outgoing = text()
    standin.rule("accept", to=outgoing.recipient, callbacks={"statuses": ["queued"]})
    channel.send(outgoing)
    assert [listed.status for listed in channel.sent_to(outgoing.recipient, now())] == ["queued"]


def test_a_failure_is_listed_with_its_code(channel: Twilio, standin: StandIn, text) -> None:
    """Status and error code come with the listed text."""
    outgoing = text()
    standin.rule("accept", to=outgoing.recipient, callbacks={"statuses": ["undelivered"], "error_code": "30005"})
    channel.send(outgoing)
    standin.wait(lambda s: s.messages(to=outgoing.recipient)[0]["status"] == "undelivered")
    [listed] = channel.sent_to(outgoing.recipient, now())
    assert (listed.status, listed.error_code) == ("undelivered", "30005")


def test_only_since(channel: Twilio, text) -> None:
    """Older texts are left out, with five seconds for the difference between clocks."""
    outgoing = text()
    channel.send(outgoing)
    assert channel.sent_to(outgoing.recipient, now() + timedelta(seconds=3))
    assert channel.sent_to(outgoing.recipient, now() + timedelta(seconds=30)) == []


def test_since_in_another_time_zone(channel: Twilio, text) -> None:
    """`since` may have any offset."""
    outgoing = text()
    channel.send(outgoing)
    assert channel.sent_to(outgoing.recipient, now().astimezone(tz=None))


def test_listing_lag(channel: Twilio, standin: StandIn, text) -> None:
    """A list that lags shows a text later: not finding it at once proves nothing."""
    standin.settings(listing_lag=0.6)
    outgoing, started = text(), now()
    channel.send(outgoing)
    assert channel.sent_to(outgoing.recipient, started) == []
    deadline = time.monotonic() + 5
    while not channel.sent_to(outgoing.recipient, started):
        assert time.monotonic() < deadline


def test_replies_of_the_same_person_are_not_ours(channel: Twilio, standin: StandIn) -> None:
    """A text that came in is never taken for one that was sent."""
    standin.inbound(PHONE, "hello", to="+15559990000")
    assert channel.sent_to("+15559990000", now()) == []


def test_a_trial_account_s_prefix_is_taken_off(channel: Twilio, text) -> None:
    """Twilio writes a line before texts of a trial account; what is compared is our own text."""
    outgoing = text(text=twilio.TRIAL_PREFIX + "Hello")  # the stand-in lists what it got
    channel.send(outgoing)
    assert [listed.text for listed in channel.sent_to(outgoing.recipient, now())] == ["Hello"]


def test_all_pages(channel: Twilio, monkeypatch, text, standin: StandIn) -> None:
    """A list of several pages is read to its end, each text once, newest first."""
    monkeypatch.setattr(twilio, "PAGE_SIZE", 10)
    outgoing, started = text(), now()
    sids = [channel.send(replace(outgoing, text=f"text {n}")).provider_id for n in range(35)]
    assert [listed.provider_id for listed in channel.sent_to(outgoing.recipient, started)] == sids[::-1]
    pages = [r for r in standin.requests() if r["method"] == "GET" and r["form"].get("To") == outgoing.recipient]
    assert [page["form"].get("Page", "0") for page in pages] == ["0", "1", "2", "3"]
    assert all(page["form"]["PageSize"] == "10" and "DateSent" not in page["path"] for page in pages)


def test_old_pages_are_not_read(channel: Twilio, monkeypatch, text, standin: StandIn) -> None:
    """Lists are newest first, so a page of old texts ends the reading."""
    monkeypatch.setattr(twilio, "PAGE_SIZE", 10)
    outgoing = text()
    for _ in range(35):
        channel.send(outgoing)
    assert channel.sent_to(outgoing.recipient, now() + timedelta(minutes=1)) == []
    assert (
        len([r for r in standin.requests() if r["form"].get("To") == outgoing.recipient and r["method"] == "GET"]) == 1
    )


def test_too_long_a_list_is_an_error(channel: Twilio, monkeypatch, text) -> None:
    """A list that is cut short would say "not there" of what is there."""
    monkeypatch.setattr(twilio, "PAGE_SIZE", 5)
    monkeypatch.setattr(twilio, "MAX_PAGES", 2)
    outgoing, started = text(), now()
    for _ in range(11):
        channel.send(outgoing)
    with pytest.raises(LookupFailed, match="more than 10"):
        channel.sent_to(outgoing.recipient, started)


FAILURES = {
    # label: (rule, what the error says)
    "500": ({"do": "500_before"}, "HTTP 500"),
    "429": ({"do": "rate_limit", "retry_after": "1"}, "HTTP 429"),
    "401": ({"do": "error", "status": 401, "code": 20003}, "HTTP 401"),
    "dropped": ({"do": "drop_before"}, "no answer"),
    "reset": ({"do": "reset_before"}, "no answer"),
    "no JSON": ({"do": "not_twilio", "status": 200}, "HTTP 200"),
    "a proxy's page": ({"do": "not_twilio", "status": 503}, "HTTP 503"),
}


@pytest.mark.parametrize(("rule", "says"), FAILURES.values(), ids=FAILURES.keys())
def test_a_list_that_cannot_be_read(rule, says: str, channel: Twilio, standin: StandIn, text) -> None:
    """Whatever is wrong is `LookupFailed`, without number or query string, also in its traceback."""
    recipient = text().recipient
    standin.rule(on="list", **rule)
    with pytest.raises(LookupFailed, match=says) as failure:
        channel.sent_to(recipient, now())
    assert recipient[1:] not in str(failure.value)
    assert failure.value.__cause__ is None
    assert failure.value.__suppress_context__
    with pytest.raises(LookupFailed):
        list(channel.received_since("demo", now()))


def test_a_list_that_takes_too_long(standin: StandIn) -> None:
    """No answer in time is `LookupFailed` too."""
    standin.rule("hang_before", on="list", latency=3)
    channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url, read_timeout=0.3)
    with pytest.raises(LookupFailed, match="no answer"):
        channel.sent_to(PHONE, now())


def test_nobody_listens() -> None:
    """A refused connection is `LookupFailed` too."""
    channel = Twilio("AC1", "t", "+15005550006", f"http://127.0.0.1:{free_port()}")
    with pytest.raises(LookupFailed):
        channel.sent_to(PHONE, now())


# ── what was received ────────────────────────────────────────────────────────────────────────────

RECEIVED = {
    "digit": {"body": "1"},
    "Chinese and emoji": {"body": "放门口吧，谢谢 🙏"},
    "empty": {"body": ""},
    "NUL": {"body": "1\x002"},
    "a picture": {"body": "", "media": [{"content_type": "image/png"}]},
    "two pictures": {"body": "look", "media": [{"content_type": "image/jpeg"}, {"content_type": "image/gif"}]},
    "1,600 characters": {"body": "件" * 1600},
    "through a service": {"body": "2", "service_sid": "MG" + "5" * 32},
}


@pytest.mark.parametrize("row", RECEIVED.values(), ids=RECEIVED.keys())
def test_the_list_tells_what_the_webhook_tells(row, fresh: StandIn) -> None:
    """A text that is polled is the same fact as its webhook's, but for the time and the sender's place."""
    posted = fresh.inbound(PHONE, url=f"http://127.0.0.1:{free_port()}/in#rc=0", **row)["form"]
    [polled] = channel_of(fresh).received_since("demo", now())
    told = parse_inbound("demo", posted, polled.received_at)
    assert replace(polled, extra={}) == replace(told, extra={})
    assert polled.extra.items() <= told.extra.items()
    assert abs(polled.received_at - now()) < timedelta(seconds=3)


def test_only_ours_only_since_oldest_first(fresh: StandIn, text) -> None:
    """Texts to other numbers, texts that we sent, and old ones are not received."""
    channel = channel_of(fresh)
    channel.send(text(recipient=PHONE))
    fresh.inbound(PHONE, "for somebody else", to="+15559990000")
    fresh.inbound(PHONE, "a")
    time.sleep(1.1)  # Twilio's times are whole seconds
    fresh.inbound(PHONE, "b")
    assert [inbound.text for inbound in channel.received_since("demo", now())] == ["a", "b"]
    assert list(channel.received_since("demo", now() + timedelta(minutes=1))) == []


def test_a_messaging_service_reads_the_numbers_of_its_pool(fresh: StandIn) -> None:
    """With a service as sender its numbers are asked once and their texts read."""
    channel = channel_of(fresh, sender=fresh.service_sid)
    fresh.inbound(PHONE, "to the pool")
    fresh.inbound(PHONE, "to another number of the account", to="+15559990000")
    for _ in range(2):
        assert [inbound.text for inbound in channel.received_since("demo", now())] == ["to the pool"]
    assert len([r for r in fresh.requests() if "PhoneNumbers" in r["path"]]) == 1


MAIN = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json?To=%2B1"
POOL = "https://messaging.twilio.com/v1/Services/MG1/PhoneNumbers"
ADDRESSES = {
    # label: (api_url, asked for, goes to)
    "Twilio itself": (None, MAIN, MAIN),
    "its address written out": ("https://api.twilio.com", MAIN, MAIN),
    "its other products stay": ("https://api.twilio.com", POOL, POOL),
    "a region": ("https://api.dublin.ie1.twilio.com", MAIN, MAIN.replace("api.", "api.dublin.ie1.")),
    "a region has its own main API only": ("https://api.dublin.ie1.twilio.com", POOL, POOL),
    "a stand-in gets everything": (
        "http://127.0.0.1:9",
        POOL,
        POOL.replace("https://messaging.twilio.com", "http://127.0.0.1:9"),
    ),
    "below a path": ("http://127.0.0.1:9/tw/", MAIN, MAIN.replace("https://api.twilio.com", "http://127.0.0.1:9/tw")),
    "a name that only looks like it": (
        "http://twilio.com.example",
        POOL,
        POOL.replace("https://messaging.twilio.com", "http://twilio.com.example"),
    ),
}


@pytest.mark.parametrize(("api_url", "asked", "goes_to"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_where_requests_go(api_url: str | None, asked: str, goes_to: str) -> None:
    """A stand-in takes the place of all of Twilio's servers, Twilio's own address of none but its main API."""
    assert HttpClient(api_url, 5, 30, 4).address(asked) == goes_to


def test_a_text_without_sender_hides_no_other(fresh: StandIn) -> None:
    """One row that cannot be used is left out; the others are read."""
    fresh.inbound("", "redacted")
    fresh.inbound(PHONE, "whole")
    assert [inbound.text for inbound in channel_of(fresh).received_since("demo", now())] == ["whole"]


def test_a_list_of_media_that_cannot_be_read(fresh: StandIn) -> None:
    """A text whose attachments cannot be listed now is not handed over without them."""
    sid = fresh.inbound(PHONE, "", media=[{"content_type": "image/png"}])["sid"]
    channel = channel_of(fresh)
    fresh.rule("500_before", on="media")
    with pytest.raises(LookupFailed):
        list(channel.received_since("demo", now()))
    fresh.reset()
    [inbound] = channel.received_since("demo", now())
    assert isinstance(inbound, Inbound)
    assert inbound.provider_id == sid
    assert [m.content_type for m in inbound.media] == ["image/png"]
    assert isinstance(inbound.media[0], Media)


def test_polls_at_once(fresh: StandIn) -> None:
    """Several threads may poll one channel."""
    channel = channel_of(fresh, sender=fresh.service_sid)
    fresh.inbound(PHONE, "1")
    with ThreadPoolExecutor(8) as pool:
        polled = list(pool.map(lambda _: [i.text for i in channel.received_since("demo", now())], range(16)))
    assert polled == [["1"]] * 16
