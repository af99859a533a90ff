"""A text whose sending is uncertain: settled by a callback or by the provider's list; then by category, at most one copy more."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import dispatch
from bot.channels.base import LookupFailed, Outcome, SendResult
from bot.settlement import settle
from bot.store import outbox as outbox_store
from bot.store import tables


def in_doubt(desk, deed="drop_after", category="service", text="hello"):
    row_id = desk.text(text, category)
    desk.twilio.rule(deed, times=1)
    desk.send()
    assert desk.status(row_id) == "uncertain"
    return row_id


def looked_after(desk, times=8):
    """Sweeps, minutes apart, with the worker between them."""
    for _ in range(times):
        desk.pass_time(seconds=125)
        desk.sweep()
        desk.send()


def test_a_callback_with_our_id_settles_it(desk):
    """The answer was lost, the status callback was not: accepted, with the id and the status that it brought."""
    row_id = in_doubt(desk)
    sid = desk.twilio.messages()[0]["sid"]
    desk.report("sent", sid, ours=f"{row_id}.1")
    row = desk.row(row_id)
    assert (row.status, row.provider_id, row.delivery) == ("accepted", sid, "sent")
    assert desk.attempts(row_id)[0].provider_id == sid
    looked_after(desk)
    assert desk.sent() == ["hello"]


def test_a_real_signed_callback_settles_it(desk, web):
    """The same through HTTP: the address that went out with the text comes back signed, and finds the row."""
    row_id = desk.text()
    desk.twilio.rule("drop_after", callbacks={"statuses": ["sent", "delivered"]}, times=1)
    desk.send()
    desk.twilio.wait(lambda _: desk.row(row_id).delivery == "delivered")
    assert desk.status(row_id) == "accepted"
    assert all(post["status"] == 200 for post in desk.twilio.webhooks())


@pytest.mark.parametrize("deed", ["drop_after", "500_after", "hang_after", "garbled"])
def test_the_providers_list_settles_it(desk, deed):
    """No callback, but the list shows the text: accepted under the listed id, never sent again."""
    row_id = in_doubt(desk, deed)
    looked_after(desk)
    row = desk.row(row_id)
    assert (row.status, row.provider_id) == ("accepted", desk.twilio.messages()[0]["sid"])
    assert desk.attempts(row_id)[0].outcome == "accepted"
    assert desk.sent() == ["hello"]


@pytest.mark.parametrize("category", ["service", "internal"])
def test_what_the_list_does_not_show_twice_is_sent_once_more(desk, category):
    """A service text that was never accepted: two looks, one more send, and it is there once."""
    row_id = in_doubt(desk, "drop_before", category)
    desk.pass_time(seconds=125)
    desk.sweep()
    assert (desk.status(row_id), desk.row(row_id).lookups) == ("uncertain", 1)
    desk.pass_time(seconds=30)
    desk.sweep()
    assert desk.row(row_id).lookups == 1
    desk.pass_time(seconds=35)
    desk.sweep()
    assert (desk.status(row_id), desk.row(row_id).resends) == ("ready", 1)
    desk.send()
    assert desk.status(row_id) == "accepted"
    assert desk.sent() == ["hello"]


@pytest.mark.parametrize("category", ["promotion", "survey"])
def test_a_promotion_is_never_sent_a_second_time(desk, category):
    """Neither callback nor list knows it: it has failed, without a second attempt and without a case."""
    row_id = in_doubt(desk, "drop_before", category)
    looked_after(desk)
    row = desk.row(row_id)
    assert (row.status, row.attempts, row.reason) == (
        "failed", 1, "nobody knows whether it was sent, and it is not sent a second time",
    )  # fmt: skip
    assert desk.cases() == []


def test_a_second_doubt_ends_before_a_person(desk):
    """Sent once more and in doubt again: no third attempt; a person hears of it."""
    row_id = desk.text()
    desk.twilio.rule("drop_before")
    desk.send()
    looked_after(desk)
    assert (desk.status(row_id), desk.row(row_id).attempts) == ("failed", 2)
    assert [case.kind for case in desk.cases()] == ["not_sent"]


def test_the_documented_second_copy(desk):
    """Accepted, no callback, and a list that lags longer than the grace: the one case with a copy too many, and never two."""
    desk.twilio.settings(listing_lag=3600)
    row_id = in_doubt(desk, "drop_after")
    desk.twilio.rule("drop_after")
    looked_after(desk, 12)
    assert desk.sent() == ["hello", "hello"]
    assert (desk.status(row_id), desk.row(row_id).attempts) == ("failed", 2)
    desk.twilio.settings(listing_lag=0)


def test_a_late_callback_stops_the_second_copy(desk):
    """It was to be sent once more, and then its callback came: accepted, and nothing leaves."""
    row_id = in_doubt(desk, "drop_before")
    for _ in range(2):
        desk.pass_time(seconds=125)
        desk.sweep()
    assert desk.status(row_id) == "ready"
    desk.report("delivered", "SM" + "1" * 32, ours=f"{row_id}.1")
    assert desk.status(row_id) == "accepted"
    desk.send()
    assert desk.sent() == []


def test_a_late_callback_is_believed_after_it_failed(desk):
    """A row that had been given up shows what really happened."""
    row_id = in_doubt(desk, "drop_before", "promotion")
    looked_after(desk)
    desk.report("delivered", "SM" + "2" * 32, ours=f"{row_id}.1")
    assert (desk.status(row_id), desk.row(row_id).delivery) == ("accepted", "delivered")


def test_a_list_that_cannot_be_read_decides_nothing(desk):
    """While Twilio's list answers 500, the text stays uncertain; a look that failed is not a look that found nothing."""
    row_id = in_doubt(desk)
    desk.twilio.rule("500_before", on="list", times=4)
    looked_after(desk, 4)
    assert (desk.status(row_id), desk.row(row_id).lookups) == ("uncertain", 0)
    looked_after(desk, 2)
    assert desk.status(row_id) == "accepted"
    assert desk.sent() == ["hello"]


def test_a_lease_that_ran_out_is_doubt_and_not_readiness(desk, parts):
    """A worker that claimed and never came back: uncertain first, then asked after, then sent once."""
    row_id = desk.text()
    with desk.store.write() as connection:
        dispatch.claim(parts, connection, 10)
    desk.sweep()
    assert desk.status(row_id) == "sending"
    desk.pass_time(seconds=91)
    assert desk.send() == 0
    desk.sweep()
    assert desk.status(row_id) == "uncertain"
    looked_after(desk, 3)
    assert desk.status(row_id) == "accepted"
    assert desk.sent() == ["hello"]


def claimed(desk):
    with desk.store.write() as connection:
        return dispatch.claim(desk.parts, connection, 10)[0]


def finish(desk, row, result):
    with desk.store.write() as connection:
        settle(desk.parts, connection, [(row, result)])


def test_a_worker_that_comes_back_late_is_believed_when_it_says_yes(desk):
    """Its lease had run out and the row was in doubt: "accepted" settles it."""
    row_id = desk.text()
    row = claimed(desk)
    desk.pass_time(seconds=91)
    desk.sweep()
    finish(desk, row, SendResult(Outcome.ACCEPTED, "SM" + "3" * 32, "queued"))
    assert desk.status(row_id) == "accepted"


def test_a_worker_that_comes_back_too_late_cannot_undo_the_next_attempt(desk):
    """A "no" of attempt 1 says nothing about attempt 2 that is under way."""
    row_id = desk.text()
    first = claimed(desk)
    desk.pass_time(seconds=91)
    desk.sweep()
    for _ in range(2):
        desk.pass_time(seconds=125)
        desk.sweep()
    second = claimed(desk)
    assert second.attempt == 2
    for result in (Outcome.REFUSED, Outcome.NOT_REACHED, Outcome.UNCERTAIN):
        finish(desk, first, SendResult(result, error="late"))
        assert desk.status(row_id) == "sending"
    finish(desk, second, SendResult(Outcome.ACCEPTED, "SM" + "4" * 32, "queued"))
    assert desk.status(row_id) == "accepted"


def test_a_worker_that_was_stopped_does_not_send_when_little_lease_is_left(desk, parts):
    """SIGSTOP between claim and POST: it wakes up, sees that its time is nearly over, and sends nothing."""
    desk.text()
    row = claimed(desk)
    desk.pass_time(seconds=60)
    result = dispatch._send(parts, row)
    assert (result.outcome, result.error_code) == (Outcome.NOT_REACHED, "lease_over")
    assert desk.twilio.requests() == []


def test_two_doubtful_texts_with_the_same_words_are_two(desk):
    """Each listed text is one row's: two in doubt, two listed, two accepted with different ids."""
    ids = [desk.text("收到"), desk.text("收到")]
    desk.twilio.rule("drop_after", times=2)
    desk.send()
    desk.send()
    looked_after(desk)
    assert [desk.status(i) for i in ids] == ["accepted", "accepted"]
    assert len({desk.row(i).provider_id for i in ids}) == 2
    assert len(desk.sent()) == 2


def test_an_older_text_with_the_same_words_is_not_taken_for_this_one(desk):
    """What was listed before this attempt began, or belongs to another row, proves nothing."""
    first = desk.text("收到")
    desk.send()
    desk.pass_time(seconds=20)
    second = in_doubt(desk, "drop_before", text="收到")
    desk.pass_time(seconds=125)
    desk.sweep()
    assert desk.status(second) == "uncertain"
    assert desk.row(first).provider_id == desk.twilio.messages()[0]["sid"]


def adopted_the_wrong_one(desk):
    """Row A (never accepted) takes the listed text of row B, which is still waiting for the answer to its own POST."""
    row_a = in_doubt(desk, "drop_before", text="收到")
    row_b = desk.text("收到")
    being_sent = claimed(desk)
    answer = dispatch._send(desk.parts, being_sent)
    desk.pass_time(seconds=60)
    desk.sweep(before=30)
    return row_a, row_b, being_sent, answer


def test_a_text_that_is_being_sent_is_not_mistaken_for_its_twin(desk):
    """While another row with the same words is on its way, the list decides nothing about the doubtful one."""
    row_a, row_b, being_sent, answer = adopted_the_wrong_one(desk)
    assert (desk.status(row_a), desk.row(row_a).lookups) == ("uncertain", 0)
    finish(desk, being_sent, answer)
    looked_after(desk, 3)
    assert [desk.status(i) for i in (row_a, row_b)] == ["accepted", "accepted"]
    assert len(desk.sent()) == 2


@pytest.mark.parametrize("by", ["answer", "callback"])
def test_our_own_id_outweighs_a_guess_from_the_list(desk, by):
    """A row that took another's listed text gives it back when the text itself says whose it is, and is in doubt again."""
    row_a = in_doubt(desk, "drop_before", text="收到")
    row_b = desk.text("收到")
    being_sent = claimed(desk)
    answer = dispatch._send(desk.parts, being_sent)
    sid = answer.provider_id
    with desk.store.write() as connection:
        outbox_store.accept(connection, row_a, sid, "queued", desk.clock.now())
    if by == "answer":
        finish(desk, being_sent, answer)
    else:
        desk.report("sent", sid, ours=f"{row_b}.1")
    assert (desk.status(row_b), desk.row(row_b).provider_id) == ("accepted", sid)
    assert (desk.status(row_a), desk.row(row_a).provider_id) == ("uncertain", None)


def test_two_sweeps_at_once_look_after_each_text_once(desk):
    """The second sweep leaves alone what the first has taken to itself."""
    row_id = in_doubt(desk, "drop_before")
    desk.pass_time(seconds=125)
    now = desk.clock.now()
    with desk.store.write() as connection:
        first = outbox_store.take_doubtful(connection, now, now, now + timedelta(seconds=60), 10)
    with desk.store.write() as connection:
        second = outbox_store.take_doubtful(connection, now, now, now + timedelta(seconds=60), 10)
    assert ([row.id for row in first], list(second)) == ([row_id], [])


def test_a_sweep_that_was_overtaken_writes_nothing(desk):
    """Its hold had run out and another took the row: what it found out is old."""
    row_id = in_doubt(desk, "drop_before")
    desk.pass_time(seconds=125)
    fences = []
    for _ in range(2):
        now = desk.clock.now()
        with desk.store.write() as connection:
            taken = outbox_store.take_doubtful(connection, now, now, now + timedelta(seconds=60), 10)
        fences.append(taken[0].fence + 1)
        desk.pass_time(seconds=61)
    with desk.store.write() as connection:
        assert not outbox_store.looked_up(connection, row_id, fences[0], status="failed")
        assert outbox_store.looked_up(connection, row_id, fences[1])
    assert desk.status(row_id) == "uncertain"


def test_a_look_that_fails_is_repeated_soon(desk, monkeypatch):
    """`LookupFailed` leaves the row to the next sweep after its hold."""
    row_id = in_doubt(desk)
    channel = desk.parts.channels["demo", "twilio"]
    real = channel.sent_to

    def fails(*_):
        raise LookupFailed("away")

    monkeypatch.setattr(channel, "sent_to", fails)
    desk.pass_time(seconds=125)
    desk.sweep()
    monkeypatch.setattr(channel, "sent_to", real)
    desk.pass_time(seconds=61)
    desk.sweep()
    assert desk.status(row_id) == "accepted"


def test_the_grace_is_the_operators_to_set(desk, tmp_path):
    """DOUBT_GRACE_SECONDS and SEND_LEASE_SECONDS reach the sweep and the claim."""
    from bot import upkeep
    from bot.settings import Settings

    given = {"BOT_DATA_DIR": str(tmp_path), "DOUBT_GRACE_SECONDS": "600", "SEND_LEASE_SECONDS": "300"}
    object.__setattr__(desk.parts, "settings", Settings.from_env(given))
    row_id = in_doubt(desk)
    desk.pass_time(seconds=500)
    upkeep.sweep(desk.parts)
    assert desk.status(row_id) == "uncertain"
    desk.pass_time(seconds=120)
    upkeep.sweep(desk.parts)
    assert desk.status(row_id) == "accepted"
    desk.text()
    lease = claimed(desk).lease_until - desk.clock.now()
    assert timedelta(seconds=290) < lease <= timedelta(seconds=300)


def test_a_doubt_without_attempt_rows_still_ends(desk):
    """A channel that is no longer set up has no list: the text is sent once more, finds no channel, and fails with a case."""
    row_id = in_doubt(desk)
    object.__setattr__(desk.parts, "channels", {})
    looked_after(desk)
    assert (desk.status(row_id), desk.row(row_id).error_code) == ("failed", "no_channel")
    assert desk.rows(tables.cases, sa.true())
