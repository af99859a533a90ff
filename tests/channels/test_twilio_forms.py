"""Twilio's webhook forms, in full, become facts; nothing received is lost."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from bot.channels.twilio import parse_inbound, parse_status, storable
from bot.core.errors import Invalid
from bot.core.model import Inbound, Media, StatusReport

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
SID = "SM" + "a" * 32
BASE = "https://api.twilio.com/2010-04-01/Accounts/ACx/Messages/MMx/Media/"

PLAIN = {
    # a long code in the US: the fields and their order as Twilio posts them
    "ToCountry": "US",
    "ToState": "CA",
    "SmsMessageSid": SID,
    "NumMedia": "0",
    "ToCity": "",
    "FromZip": "94016",
    "SmsSid": SID,
    "FromState": "CA",
    "SmsStatus": "received",
    "FromCity": "DALY CITY",
    "Body": "2",
    "FromCountry": "US",
    "To": "+15005550006",
    "ToZip": "",
    "NumSegments": "1",
    "MessageSid": SID,
    "AccountSid": "AC" + "b" * 32,
    "From": "+14155550100",
    "ApiVersion": "2010-04-01",
}
SERVICE = PLAIN | {"MessagingServiceSid": "MG" + "c" * 32}
PICTURES = PLAIN | {
    "Body": "",
    "NumMedia": "2",
    "MediaUrl0": BASE + "ME0",
    "MediaContentType0": "image/jpeg",
    "MediaUrl1": BASE + "ME1",
    "MediaContentType1": "video/3gpp",
}
WHATSAPP = PLAIN | {
    "From": "whatsapp:+14155550100",
    "To": "whatsapp:+15005550006",
    "ProfileName": "Li Lei",
    "WaId": "14155550100",
    "MessageType": "button",
    "ButtonText": "Hold it",
    "ButtonPayload": "1",
    "ChannelMetadata": '{"type":"whatsapp"}',
    "OriginalRepliedMessageSid": "SM0",
}


def inbound(form: dict[str, str]) -> Inbound:
    return parse_inbound("demo", MultiDict(form), AT)


def test_a_plain_text() -> None:
    """A text from a long code: named fields by name, all others kept as received."""
    named = {"MessageSid", "From", "To", "Body"}
    assert inbound(PLAIN) == Inbound(
        carrier="demo",
        channel="twilio",
        provider_id=SID,
        sender="+14155550100",
        recipient="+15005550006",
        text="2",
        received_at=AT,
        extra={name: value for name, value in PLAIN.items() if name not in named},
    )


@pytest.mark.parametrize("form", [PLAIN, SERVICE, PICTURES, WHATSAPP], ids=["plain", "service", "pictures", "whatsapp"])
def test_nothing_is_lost(form: dict[str, str]) -> None:
    """Every field of a form is found again, in the fact or in what is kept beside it."""
    fact = inbound(form)
    told = {"MessageSid": fact.provider_id, "From": fact.sender, "To": fact.recipient, "Body": fact.text}
    for number, media in enumerate(fact.media):
        told |= {f"MediaUrl{number}": media.url, f"MediaContentType{number}": media.content_type}
    assert told | dict(fact.extra) == form


TEXTS = {
    # label: (Body, text)
    "digit": ("2", "2"),
    "full width digit": ("２", "２"),
    "keycap emoji": ("1️⃣", "1️⃣"),
    "spaces kept": ("  1 \n", "  1 \n"),
    "Chinese": ("选2吧，谢谢", "选2吧，谢谢"),
    "family emoji": ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"),
    "right to left": ("مرحبا\u202e1", "مرحبا\u202e1"),
    "NUL": ("1\x002", "1␀2"),
    "half a pair": ("a\ud83db", "a�b"),
    "pair the wrong way round": ("\ude00\ud83d", "��"),
    "other control characters": ("\x01\x1b\x7f\u2028", "\x01\x1b\x7f\u2028"),
    "1,600 characters": ("件" * 1600, "件" * 1600),
    "more than 1,600": ("x" * 5000, "x" * 5000),
    "empty": ("", ""),
    "markup": ("<script>1</script>", "<script>1</script>"),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_texts(body: str, expected: str) -> None:
    """A text is kept whole and verbatim; only what no database stores is shown in its place."""
    assert inbound(PLAIN | {"Body": body}).text == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_whatever_comes_can_be_stored(text: str) -> None:
    """Any Python string becomes UTF-8 without NUL, no longer and no shorter, and once is enough."""
    stored = storable(text)
    assert "\x00" not in stored.encode("utf-8").decode("utf-8")
    assert len(stored) == len(text)
    assert storable(stored) == stored


anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)
names = st.one_of(anything, st.sampled_from([*PICTURES, "OptOutType", "MessageStatus", "ErrorCode", "MediaUrl999"]))


@given(st.dictionaries(names, anything, max_size=12))
def test_any_form_is_a_fact_or_a_refusal(form: dict[str, str]) -> None:
    """Whatever is signed and posted ends as a fact that can be stored, or as an error that names its fields."""
    for parse in (lambda: parse_inbound("demo", form, AT), lambda: parse_status("demo", form, None)):
        try:
            fact = parse()
        except Invalid as error:
            fact, refused = None, error.fields
        stored = json.dumps(asdict(fact), ensure_ascii=False, default=str).encode() if fact else b""
        assert fact or refused
        assert b"\\u0000" not in stored


def test_unstorable_beside_the_text() -> None:
    """Kept fields and ids are made storable too."""
    fact = inbound(PLAIN | {"FromCity": "A\x00B", "ProfileName\x00": "x"})
    assert fact.extra["FromCity"] == "A␀B"
    assert fact.extra["ProfileName␀"] == "x"


def test_no_body_field() -> None:
    """A form without Body is an empty text."""
    assert inbound({k: v for k, v in PLAIN.items() if k != "Body"}).text == ""


MEDIA = {
    # label: (fields, media)
    "two": (PICTURES, (Media(BASE + "ME0", "image/jpeg"), Media(BASE + "ME1", "video/3gpp"))),
    "no type": (PLAIN | {"MediaUrl0": "u"}, (Media("u", "application/octet-stream"),)),
    "count wrong": (PLAIN | {"NumMedia": "7", "MediaUrl0": "u", "MediaContentType0": "t"}, (Media("u", "t"),)),
    "count no number": (PLAIN | {"NumMedia": "many"}, ()),
    "a hole": (PLAIN | {"MediaUrl3": "d", "MediaContentType3": "t"}, (Media("d", "t"),)),
    "eleven, by number": (
        PLAIN | {f"MediaUrl{n}": f"u{n}" for n in (10, 9, 2)},
        tuple(Media(f"u{n}", "application/octet-stream") for n in (2, 9, 10)),
    ),
    "type without an address": (PLAIN | {"MediaContentType0": "image/png"}, ()),
    "not a number": (PLAIN | {"MediaUrl²": "u", "MediaUrl": "v"}, ()),
}


@pytest.mark.parametrize(("form", "media"), MEDIA.values(), ids=MEDIA.keys())
def test_media(form: dict[str, str], media: tuple[Media, ...]) -> None:
    """What is attached is what has an address, in order of number, whatever the count says."""
    assert inbound(form).media == media


@pytest.mark.parametrize(
    ("kind", "answered_as"),
    [("STOP", "opt_out"), ("START", "opt_in"), ("HELP", "help"), ("stop", "opt_out"), ("", None), ("LATER", None)],
)
def test_what_twilio_has_answered(kind: str, answered_as: str | None) -> None:
    """OptOutType says which compliance word Twilio has answered; a kind that we do not know is kept."""
    fact = inbound(PLAIN | {"OptOutType": kind})
    assert fact.answered_as == answered_as
    assert ("OptOutType" in fact.extra) is (answered_as is None)


MISSING = {
    "no id": ({"From": "+1"}, {"MessageSid"}),
    "empty id": ({"MessageSid": " ", "From": "+1"}, {"MessageSid"}),
    "no sender": ({"MessageSid": "SM1", "Body": "1"}, {"From"}),
    "nothing": ({}, {"MessageSid", "From"}),
}


@pytest.mark.parametrize(("form", "fields"), MISSING.values(), ids=MISSING.keys())
def test_unusable_inbound(form: dict[str, str], fields: set[str]) -> None:
    """Without id or sender it is refused, and the error names the fields."""
    with pytest.raises(Invalid) as refusal:
        inbound(form)
    assert set(refusal.value.fields) == fields
    assert all(name in str(refusal.value) for name in fields)


STATUS = {
    "AccountSid": "AC" + "b" * 32,
    "ApiVersion": "2010-04-01",
    "From": "+15005550006",
    "MessageSid": SID,
    "MessageStatus": "delivered",
    "RawDlrDoneDate": "2611210631",
    "SmsSid": SID,
    "SmsStatus": "delivered",
    "To": "+14155550100",
}


def test_a_delivery_receipt() -> None:
    """A status callback in full: status, no error, our own id, and the rest kept."""
    assert parse_status("demo", MultiDict(STATUS), "17.2") == StatusReport(
        carrier="demo",
        channel="twilio",
        provider_id=SID,
        status="delivered",
        ours="17.2",
        extra={name: value for name, value in STATUS.items() if name not in ("MessageSid", "MessageStatus")},
    )


STATUSES = {
    # label: (changed fields, status, error code)
    "undelivered": ({"MessageStatus": "undelivered", "ErrorCode": "30005"}, "undelivered", "30005"),
    "failed": ({"MessageStatus": "failed", "ErrorCode": "21610"}, "failed", "21610"),
    "read on a channel": ({"MessageStatus": "read", "EventType": "READ", "ChannelPrefix": "whatsapp"}, "read", None),
    "upper case": ({"MessageStatus": "SENT"}, "sent", None),
    "a word that we do not know": ({"MessageStatus": "teleported"}, "teleported", None),
    "only the older name": ({"MessageStatus": "", "SmsStatus": "sent"}, "sent", None),
    "empty error": ({"ErrorCode": ""}, "delivered", None),
}


@pytest.mark.parametrize(("fields", "status", "code"), STATUSES.values(), ids=STATUSES.keys())
def test_statuses(fields: dict[str, str], status: str, code: str | None) -> None:
    """Statuses come out in lower case, unknown ones too, with their error code."""
    report = parse_status("demo", MultiDict(STATUS | fields), None)
    assert (report.status, report.error_code, report.ours) == (status, code, None)


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ({"MessageStatus": "sent"}, {"MessageSid"}),
        ({"MessageSid": "SM1"}, {"MessageStatus"}),
        ({}, {"MessageSid", "MessageStatus"}),
    ],
)
def test_unusable_status(form: dict[str, str], fields: set[str]) -> None:
    """Without id or status it is refused, and the error names the fields."""
    with pytest.raises(Invalid) as refusal:
        parse_status("demo", form, None)
    assert set(refusal.value.fields) == fields
