"""What becomes of a text for each way in which an attempt to send it can end, against a server that does it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import settlement
from bot.store import tables
from tests.support.world import OTHER, PHONE

THIRD = "+8613700137000"


def test_an_accepted_text_has_the_providers_id(desk):
    """One POST, one accepted row with Twilio's id and first word, one attempt that says so."""
    row_id = desk.text("您好")
    assert desk.send() == 1
    row = desk.row(row_id)
    message = desk.twilio.messages()[0]
    assert (row.status, row.provider_id, row.delivery) == ("accepted", message["sid"], "queued")
    assert (message["body"], message["to"]) == ("您好", PHONE)
    assert [(a.number, a.outcome, a.provider_id) for a in desk.attempts(row_id)] == [(1, "accepted", message["sid"])]
    assert row.lease_until is None


UNCERTAIN = [
    "500_before",
    "500_after",
    "drop_before",
    "drop_after",
    "reset_after",
    "hang_after",
    "hang_before",
    "garbled",
]


@pytest.mark.parametrize("deed", UNCERTAIN)
def test_an_unknown_end_is_never_sent_again_blindly(desk, deed):
    """Whatever the request may have done after it left, the row is uncertain and no worker picks it up."""
    row_id = desk.text()
    desk.twilio.rule(deed, times=1)
    desk.send()
    desk.send()
    assert desk.status(row_id) == "uncertain"
    assert len(desk.attempts(row_id)) == 1
    assert len(desk.sent()) <= 1


NOT_YET: list[dict[str, Any]] = [
    {"do": "rate_limit"},
    {"do": "error", "status": 400, "code": 21611},
    {"do": "error", "status": 401, "code": 20003},
    {"do": "not_twilio", "status": 403},
]


@pytest.mark.parametrize("rule", NOT_YET, ids=lambda rule: f"{rule['do']}-{rule.get('code', '')}")
def test_a_definite_no_for_now_is_tried_again_later(desk, rule):
    """Too many requests, a full queue, a wrong token, a proxy in between: ready again after a pause, then sent once."""
    row_id = desk.text()
    desk.twilio.rule(times=1, **rule)
    before = desk.clock.now()
    desk.send()
    row = desk.row(row_id)
    assert row.status == "ready"
    assert timedelta(seconds=1) <= row.due_at - before <= timedelta(seconds=30)
    assert desk.send() == 0
    desk.pass_time(seconds=30)
    desk.send()
    assert desk.status(row_id) == "accepted"
    assert desk.sent() == ["hello"]


def test_the_provider_says_how_long_to_wait(desk):
    """Retry-After is the least that is waited."""
    row_id = desk.text()
    desk.twilio.rule("rate_limit", times=1, retry_after="40")
    before = desk.clock.now()
    desk.send()
    assert desk.row(row_id).due_at - before >= timedelta(seconds=40)


def test_nobody_listening_is_a_definite_no(desk):
    """A refused connection has taken nothing with it: ready again."""
    row_id = desk.text()
    desk.twilio.refuse(0.7)
    desk.send()
    assert (desk.status(row_id), desk.row(row_id).attempts) == ("ready", 1)
    desk.twilio.wait(_reachable)
    desk.pass_time(seconds=30)
    desk.send()
    assert desk.sent() == ["hello"]


def _reachable(twilio):
    try:
        twilio.requests()
    except OSError:
        return False
    return True


def test_a_definite_no_is_not_tried_for_ever(desk, monkeypatch):
    """After the last of its tries the text has failed, and a person has it on the table; pauses grow meanwhile."""
    monkeypatch.setattr(settlement, "MOST_ATTEMPTS", 4)
    row_id = desk.text()
    desk.twilio.rule("rate_limit")
    pauses = []
    for _ in range(4):
        desk.send()
        row = desk.row(row_id)
        pauses.append((row.due_at - desk.clock.now()).total_seconds())
        desk.pass_time(minutes=6)
    assert (row.status, row.attempts) == ("failed", 4)
    assert pauses[0] < 2.1 < 4 * 0.5 * 2 < pauses[2] + 0.1
    assert [case.kind for case in desk.cases()] == ["not_sent"]
    assert len(desk.twilio.requests()) == 4


def test_pauses_double_and_are_spread(desk):
    """Between half and the whole of 2, 4, 8 … 300 seconds, so that what failed together does not come back together."""
    for attempt, most in [(1, 2), (2, 4), (5, 32), (9, 300), (12, 300)]:
        waits = {settlement.pause(attempt).total_seconds() for _ in range(50)}
        assert len(waits) > 40
        assert most / 2 <= min(waits) <= max(waits) <= most


@pytest.mark.parametrize(("category", "cases"), [("service", 1), ("internal", 1), ("survey", 0), ("promotion", 0)])
def test_a_refusal_for_good_fails_and_brings_a_service_text_before_a_person(desk, category, cases):
    """Twilio's no to this text is final; only where somebody misses something is it somebody's work."""
    row_id = desk.text(category=category)
    desk.twilio.rule("error", status=400, code=21617)
    desk.send()
    row = desk.row(row_id)
    assert (row.status, row.error_code) == ("failed", "21617")
    assert "1,600 characters" in row.reason
    assert len(desk.cases()) == cases


@pytest.mark.parametrize("code", [21610, 30004])
def test_an_opt_out_at_the_provider_is_an_opt_out_here(desk, code):
    """Nothing more goes to that number: the ledger says no with the row as its proof, and what is queued is canceled."""
    first, later = desk.text("one"), desk.text("two", due_at=desk.clock.now() + timedelta(hours=1))
    promotion = desk.text("three", "promotion", due_at=desk.clock.now() + timedelta(hours=1))
    desk.twilio.rule("error", status=400, code=code, times=1)
    desk.send()
    assert [desk.status(i) for i in (first, later, promotion)] == ["failed", "canceled", "canceled"]
    assert desk.refuses() == {"service", "survey", "promotion"}
    refused = [line for line in desk.rows(tables.consents) if not line.granted]
    assert {(c.source, c.ref) for c in refused} == {("provider", f"outbox:{first}")}


@pytest.mark.parametrize("to", ["+15005550001", "+15005550009"])
def test_a_number_that_cannot_receive_is_remembered(desk, to):
    """Twilio's magic numbers for "not valid" and "not mobile": later texts do not even leave."""
    first = desk.text(phone=to)
    desk.send()
    second = desk.text("again", phone=to)
    desk.send()
    assert (desk.status(first), desk.status(second)) == ("failed", "canceled")
    assert desk.row(second).reason == "the number cannot receive texts"
    assert desk.thread(to).number_invalid
    assert len(desk.twilio.requests()) == 1


def test_a_channel_whose_keys_are_gone_fails_the_text(desk):
    """A row for a channel that is no longer set up does not turn round for ever."""
    row_id = desk.text(channel="aliyun")
    desk.send()
    assert (desk.status(row_id), desk.row(row_id).error_code) == ("failed", "no_channel")


class Broken:
    """A channel with a fault for one number."""

    name = "twilio"

    def __init__(self, inner: Any, phone: str) -> None:
        self.inner, self.phone = inner, phone

    def send(self, outgoing: Any) -> Any:
        if outgoing.recipient == self.phone:
            raise ZeroDivisionError("a fault of ours")
        return self.inner.send(outgoing)

    def sent_to(self, recipient: str, since: Any) -> Any:
        return self.inner.sent_to(recipient, since)


def test_a_poison_text_ends_before_a_person_and_holds_up_nobody(desk):
    """A text that breaks the channel itself: others go on at once, and it ends as failed with a case, tried twice at most."""
    poison = desk.text(phone=OTHER)
    others = [desk.text(f"n{n}", phone=f"+86137001370{n:02}") for n in range(5)]
    channels = dict(desk.parts.channels)
    channels["demo", "twilio"] = Broken(channels["demo", "twilio"], OTHER)
    object.__setattr__(desk.parts, "channels", channels)
    desk.send()
    assert {desk.status(i) for i in others} == {"accepted"}
    for _ in range(6):
        desk.pass_time(seconds=200)
        desk.sweep()
        desk.send()
    row = desk.row(poison)
    assert (row.status, row.attempts, row.resends) == ("failed", 2, 1)
    assert [case.kind for case in desk.cases()] == ["not_sent"]


def test_a_result_that_cannot_be_written_down_takes_no_other_with_it(desk, monkeypatch):
    """One row whose settlement fails is left to its lease; the others of the same round are settled."""
    ids = [desk.text(f"n{n}", phone=f"+86137001370{n:02}") for n in range(4)]
    desk.twilio.rule("error", status=400, code=21617, to="+8613700137002")
    real = settlement.failed

    def breaks(parts, connection, row_id):
        if row_id == ids[2]:
            raise sa.exc.NoResultFound("a fault of ours")
        real(parts, connection, row_id)

    monkeypatch.setattr(settlement, "failed", breaks)
    desk.send()
    assert [desk.status(i) for i in ids] == ["accepted", "accepted", "sending", "accepted"]
    monkeypatch.setattr(settlement, "failed", real)
    for _ in range(6):
        desk.pass_time(seconds=200)
        desk.sweep()
        desk.send()
    assert desk.status(ids[2]) == "failed"
    assert [case.kind for case in desk.cases()] == ["not_sent"]
