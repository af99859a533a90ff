"""What Twilio calls: verified, stored, answered; nothing written for a wrong signature, never a 500."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from prometheus_client import REGISTRY
from twilio.request_validator import RequestValidator

from bot.channels.callback import callback_url, read_ours
from bot.parts import Parts
from bot.store.session import Store
from bot.store.tables import consents, inbox, outbox, status_reports, threads
from bot.web import create_app
from tests.web.conftest import CUSTOMER, NOW, PUBLIC_URL, TOKENS, Post, inbound_form
from tests.web.test_shipments import rows

INBOUND = "/webhooks/demo/twilio/inbound"
STATUS = "/webhooks/demo/twilio/status"


def test_a_reply_is_stored_before_it_is_answered(twilio: Post, store: Store, bells: list[str]):
    """200 with an empty `<Response/>` as text/xml; one row with the text, one thread; unknown fields are kept; the worker is rung for."""
    form = inbound_form("１。", FromCity="上海", SomethingNew="x")
    answer = twilio(INBOUND, form)
    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    [row], [thread] = rows(store, inbox), rows(store, threads)
    assert (row.carrier, row.channel, row.provider_id, row.text, row.via) == (
        "demo",
        "twilio",
        form["MessageSid"],
        "１。",
        "webhook",
    )
    assert (row.thread_id, thread.phone) == (thread.id, CUSTOMER)
    assert (row.extra["FromCity"], row.extra["SomethingNew"]) == ("上海", "x")
    assert "drain_outbox" in bells


def test_a_repeat_is_answered_alike_and_stored_once(twilio: Post, store: Store):
    """Twilio tries again after a lost answer: same answer, one row."""
    form = inbound_form()
    first, again = twilio(INBOUND, form), twilio(INBOUND, form)
    assert (first.status_code, first.data) == (again.status_code, again.data)
    assert len(rows(store, inbox)) == 1


def test_the_same_message_ten_times_at_once_is_one(parts: Parts, store: Store):
    """Ten threads with one MessageSid: ten times 200, one row."""
    form = inbound_form()
    signature = RequestValidator(TOKENS[0]).compute_signature(PUBLIC_URL + INBOUND, form)
    app = create_app(parts)

    def post(_: int) -> int:
        return app.test_client().post(INBOUND, data=form, headers={"X-Twilio-Signature": signature}).status_code

    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(post, range(10))) == [200] * 10
    assert len(rows(store, inbox)) == 1


def test_two_tokens_hold_while_they_are_rotated(twilio: Post):
    """The new and the old token of the carrier's account both sign."""
    assert [twilio(INBOUND, inbound_form(), token=token).status_code for token in TOKENS] == [200, 200]


def test_the_newer_signature_is_accepted(client: FlaskClient, store: Store):
    """HMAC-SHA256, as `X-Twilio-Webhooks-Signature-Settings` announces it."""
    form = inbound_form()
    signature = RequestValidator(TOKENS[0]).compute_signature(PUBLIC_URL + INBOUND, form, "HMAC_SHA256")
    headers = {
        "X-Twilio-Signature": signature,
        "X-Twilio-Webhooks-Signature-Settings": "key=default,algorithm=HMAC_SHA256",
    }
    assert client.post(INBOUND, data=form, headers=headers).status_code == 200
    assert len(rows(store, inbox)) == 1


@pytest.mark.parametrize("path", [INBOUND, STATUS])
@pytest.mark.parametrize("signature", [None, "", "wrong", "é", "other carrier's"])
def test_a_wrong_signature_writes_nothing(client: FlaskClient, store: Store, bells: list[str], path: str, signature):
    """403, no row, no bell, and one more in the figures."""
    form = inbound_form(MessageStatus="delivered")
    if signature == "other carrier's":
        signature = RequestValidator("token-of-the-other").compute_signature(PUBLIC_URL + path, form)
    before = _failures()
    answer = client.post(path, data=form, headers={} if signature is None else {"X-Twilio-Signature": signature})
    assert answer.status_code == 403
    assert rows(store, inbox) == rows(store, threads) == rows(store, status_reports) == bells == []
    assert _failures() == before + 1


def _failures() -> float:
    labels = {"carrier": "demo", "channel": "twilio"}
    return REGISTRY.get_sample_value("parceltalk_webhook_signature_failures_total", labels) or 0


def test_a_signature_of_other_content_is_wrong(client: FlaskClient, store: Store):
    """One changed character of the text is enough."""
    form = inbound_form("1")
    signature = RequestValidator(TOKENS[0]).compute_signature(PUBLIC_URL + INBOUND, form)
    answer = client.post(INBOUND, data=form | {"Body": "3"}, headers={"X-Twilio-Signature": signature})
    assert answer.status_code == 403
    assert rows(store, inbox) == []


def test_a_carrier_without_a_token_takes_nothing(client: FlaskClient, parts: Parts, store: Store):
    """No token set: even a signature with the empty token is wrong."""
    bare = create_app(replace(parts, tokens={})).test_client()
    form = inbound_form()
    signature = RequestValidator("").compute_signature(PUBLIC_URL + INBOUND, form)
    assert bare.post(INBOUND, data=form, headers={"X-Twilio-Signature": signature}).status_code == 403
    assert rows(store, inbox) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x" * 1_601,
        "字" * 1_600,
        "👨‍👩‍👧‍👦1️⃣",
        "a\x00b",
        "\u202e1\u202c",
        "\ufeff１",
        "a\r\nb\tc",
        "<script>alert(1)</script>",
        "'; DROP TABLE inbox; --",
        "\U0010ffff\ufffe",
        "%s%n{0}{{7*7}}",
        "\x1b[31m",
    ],
)
def test_any_text_is_stored(twilio: Post, store: Store, text: str):
    """Whatever a phone can send is taken with 200 and kept; NUL, which PostgreSQL cannot hold, as its symbol."""
    assert twilio(INBOUND, inbound_form(text)).status_code == 200
    [row] = rows(store, inbox)
    assert row.text == text.replace("\x00", "␀")


def test_a_picture_is_stored_by_its_address(twilio: Post, store: Store):
    """Media without any text: the row has address and type."""
    form = inbound_form("", NumMedia="1", MediaUrl0="https://api.twilio.com/m/1", MediaContentType0="image/jpeg")
    assert twilio(INBOUND, form).status_code == 200
    assert rows(store, inbox)[0].media == [{"url": "https://api.twilio.com/m/1", "content_type": "image/jpeg"}]


def test_what_twilio_has_answered_itself_is_recorded_in_silence(twilio: Post, store: Store):
    """`OptOutType`: the refusal is in the ledger with its proof, and no text of ours follows."""
    assert twilio(INBOUND, inbound_form("STOP", OptOutType="STOP")).status_code == 200
    lines = rows(store, consents)
    assert lines
    assert not any(line.granted for line in lines)
    assert rows(store, outbox) == []


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_missing_field_is_400(twilio: Post, store: Store, missing: str):
    """Signed, but without what makes it a message: the field is named, nothing is written."""
    form = {name: value for name, value in inbound_form().items() if name != missing}
    answer = twilio(INBOUND, form)
    assert (answer.status_code, answer.json["errors"]) == (400, [{"field": missing, "message": "is missing"}])
    assert rows(store, inbox) == rows(store, threads) == []


@pytest.mark.parametrize(("field", "value"), [("MessageSid", "S" * 129), ("From", "+" + "1" * 40)])
def test_what_does_not_fit_is_400(twilio: Post, store: Store, field: str, value: str):
    """An id or a number longer than its column is refused before the database is."""
    assert twilio(INBOUND, inbound_form() | {field: value}).status_code == 400
    assert rows(store, inbox) == []


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/nobody/twilio/inbound",
        "/webhooks/demo/telegram/inbound",
        "/webhooks/demo/simulator/inbound",
        "/webhooks/demo/twilio/other",
        "/webhooks/nobody/twilio/status",
    ],
)
def test_an_unknown_carrier_or_channel_is_404(twilio: Post, store: Store, path: str):
    """Also the simulator: a page, no provider, stands behind it."""
    assert twilio(path, inbound_form()).status_code == 404
    assert rows(store, inbox) == []


def test_a_body_without_end_is_413(client: FlaskClient):
    """More than 256 KiB is not read."""
    answer = client.post(INBOUND, data={"Body": "x" * 300_000}, headers={"X-Twilio-Signature": "x"})
    assert answer.status_code == 413


def test_json_is_no_form(client: FlaskClient, store: Store):
    """Another content type has no fields, so its signature does not fit."""
    assert client.post(INBOUND, json=inbound_form(), headers={"X-Twilio-Signature": "x"}).status_code == 403
    assert rows(store, inbox) == []


@pytest.mark.parametrize("path", [INBOUND, STATUS])
def test_what_cannot_be_stored_is_503(parts: Parts, monkeypatch, path: str):
    """The database fails: the provider is told to come again (law 1)."""

    def fail(*_, **__):
        raise sa.exc.OperationalError("INSERT", {}, Exception("disk I/O error"))

    monkeypatch.setattr("bot.web.webhooks.take_inbound", fail)
    monkeypatch.setattr("bot.web.webhooks.take_report", fail)
    form = inbound_form(MessageStatus="sent")
    signature = RequestValidator(TOKENS[0]).compute_signature(PUBLIC_URL + path, form)
    answer = create_app(parts).test_client().post(path, data=form, headers={"X-Twilio-Signature": signature})
    assert answer.status_code == 503


# ── statuses ─────────────────────────────────────────────────────────────────────────────────────


def status_form(status: str = "delivered", **more: str) -> dict[str, str]:
    return {"MessageSid": "SM1", "MessageStatus": status, "From": "+12025550123", "To": CUSTOMER, **more}


def make_text(store: Store, **more) -> int:
    """A text of ours that Twilio has taken as SM1."""
    with store.write() as connection:
        thread = connection.execute(
            sa.insert(threads).values(carrier="demo", phone=CUSTOMER, created_at=NOW).returning(threads.c.id)
        ).scalar_one()
        values = {
            "carrier": "demo", "thread_id": thread, "channel": "twilio", "recipient": CUSTOMER, "category": "service",
            "lane": 1, "author": "bot", "text": "hello", "segments": 1, "status": "accepted", "delivery": "queued",
            "provider_id": "SM1", "created_at": NOW, "due_at": NOW, "accepted_at": NOW, "cause": "test", **more,
        }  # fmt: skip
        return connection.execute(sa.insert(outbox).values(values).returning(outbox.c.id)).scalar_one()


def test_a_status_climbs_once(twilio: Post, store: Store):
    """Delivered, delivered again, then a late `sent`: 200 each time, the text stays delivered, every status is kept once."""
    make_text(store)
    answers = [twilio(STATUS, status_form(status)) for status in ("delivered", "delivered", "sent")]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert rows(store, outbox)[0].delivery == "delivered"
    assert [report.status for report in rows(store, status_reports)] == ["delivered", "sent"]


@pytest.mark.parametrize("status", ["partially_delivered", "something_new", "x" * 100])
def test_an_unknown_status_is_kept(twilio: Post, store: Store, status: str):
    """200, stored as far as its column is long, and the text's own status does not move."""
    make_text(store)
    assert twilio(STATUS, status_form(status)).status_code == 200
    assert rows(store, status_reports)[0].status == status[:24]
    assert rows(store, outbox)[0].delivery == "queued"


def test_a_status_of_an_unknown_text_is_kept(twilio: Post, store: Store):
    """The callback may be faster than our own commit: it waits in its table."""
    assert twilio(STATUS, status_form()).status_code == 200
    assert [(r.provider_id, r.status) for r in rows(store, status_reports)] == [("SM1", "delivered")]


def test_our_own_id_settles_a_text_whose_sending_was_uncertain(twilio: Post, store: Store, parts: Parts):
    """The address of the callback names the text: it is found without the provider's id."""
    text = make_text(store, status="uncertain", delivery=None, provider_id=None, accepted_at=None, attempts=1)
    path = callback_url(parts.settings, "demo", "twilio", f"{text}.1").removeprefix(PUBLIC_URL)
    assert twilio(path, status_form()).status_code == 200
    [row] = rows(store, outbox)
    assert (row.status, row.delivery, row.provider_id) == ("accepted", "delivered", "SM1")


def test_a_forged_id_is_ignored(twilio: Post, store: Store, parts: Parts):
    """A token that we have not made names nothing; the status is stored all the same."""
    text = make_text(store, status="uncertain", delivery=None, provider_id=None, accepted_at=None, attempts=1)
    assert twilio(f"{STATUS}?ours={text}.1.{'0' * 32}", status_form()).status_code == 200
    assert rows(store, outbox)[0].status == "uncertain"
    assert len(rows(store, status_reports)) == 1


def test_another_carriers_status_does_not_touch_our_text(twilio: Post, store: Store, parts: Parts):
    """Signed by the other carrier's account, with our text's own id: our row stays as it was (law 15)."""
    text = make_text(store, status="uncertain", delivery=None, provider_id=None, accepted_at=None, attempts=1)
    path = callback_url(parts.settings, "other", "twilio", f"{text}.1").removeprefix(PUBLIC_URL)
    assert twilio(path, status_form(), token="token-of-the-other").status_code == 200
    assert rows(store, outbox)[0].status == "uncertain"


@pytest.mark.parametrize("missing", ["MessageSid", "MessageStatus"])
def test_a_status_without_its_fields_is_400(twilio: Post, store: Store, missing: str):
    """The field is named, nothing is written."""
    form = {name: value for name, value in status_form().items() if name != missing}
    assert twilio(STATUS, form).status_code == 400
    assert rows(store, status_reports) == []


def test_a_callback_address_carries_our_id_and_no_other(parts: Parts):
    """What we sign we read back; a changed id, a changed seal, another key or nothing at all is None."""
    settings = parts.settings
    url = callback_url(settings, "demo", "twilio", "12.3")
    token = url.rpartition("=")[2]
    assert url.startswith(f"{PUBLIC_URL}/webhooks/demo/twilio/status?ours=12.3.")
    assert read_ours(settings, token) == "12.3"
    for wrong in (None, "", "12.3", f"1{token}", f"{token}0", token[:-1] + "g", "é.é", "."):
        assert read_ours(settings, wrong) is None
    assert read_ours(replace(settings, secret_key="j" * 32), token) is None


def test_replies_carry_the_carriers_time(twilio: Post, store: Store, clock):
    """The moment of receipt is the carrier's present, which a simulator may have moved."""
    clock.move(timedelta(days=2))
    twilio(INBOUND, inbound_form())
    assert rows(store, inbox)[0].received_at == NOW + timedelta(days=2)
