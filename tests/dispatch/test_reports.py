"""Status reports: stored whatever they say, applied once, only upwards, in whatever order and whenever they come."""

from __future__ import annotations

import itertools

import pytest

from bot import dispatch
from bot.store import tables


def accepted(desk):
    row_id = desk.text()
    desk.send()
    return row_id, desk.row(row_id).provider_id


WORDS = ("queued", "sending", "sent", "delivered")


@pytest.mark.parametrize("order", list(itertools.permutations(WORDS))[::5], ids="-".join)
def test_any_order_ends_at_the_same_place(desk, order):
    """Twilio promises no order: the row ends at the highest, and every report is kept."""
    row_id, sid = accepted(desk)
    for word in order:
        desk.report(word, sid, ours=f"{row_id}.1")
    assert desk.row(row_id).delivery == "delivered"
    assert len(desk.rows(tables.status_reports)) == 4


def test_a_report_without_our_id_finds_its_text_by_the_providers(desk):
    """An address from before a change of settings still serves."""
    row_id, sid = accepted(desk)
    desk.report("delivered", sid)
    assert desk.row(row_id).delivery == "delivered"


def test_a_report_before_our_own_commit_is_not_lost(desk):
    """Without our id it waits, and is applied in the transaction that learns the provider's id."""
    row_id = desk.text()
    with desk.store.write() as connection:
        row = dispatch.claim(desk.parts, connection, 10)[0]
    answer = dispatch._send(desk.parts, row)
    desk.report("delivered", answer.provider_id)
    assert desk.row(row_id).delivery is None
    with desk.store.write() as connection:
        dispatch.settle(desk.parts, connection, [(row, answer)])
    assert (desk.status(row_id), desk.row(row_id).delivery) == ("accepted", "delivered")


def test_a_report_with_our_id_before_our_own_commit_settles_the_text(desk):
    """The callback was faster than the 201: accepted by it, and the worker's own word changes nothing."""
    row_id = desk.text()
    with desk.store.write() as connection:
        row = dispatch.claim(desk.parts, connection, 10)[0]
    answer = dispatch._send(desk.parts, row)
    desk.report("sent", answer.provider_id, ours=row.ours)
    assert (desk.status(row_id), desk.row(row_id).delivery) == ("accepted", "sent")
    with desk.store.write() as connection:
        dispatch.settle(desk.parts, connection, [(row, answer)])
    assert (desk.status(row_id), desk.row(row_id).delivery) == ("accepted", "sent")


def test_callbacks_before_the_201_through_http(desk, web):
    """The same with Twilio posting both callbacks before it answers the POST."""
    desk.twilio.settings(callbacks={"statuses": ["sent", "delivered"], "first": True, "order": "reversed"})
    row_id = desk.text()
    desk.send()
    assert (desk.status(row_id), desk.row(row_id).delivery) == ("accepted", "delivered")
    assert [post["status"] for post in desk.twilio.webhooks()] == [200, 200]


def test_many_callbacks_at_once_through_http(desk, web):
    """Three copies of each status, shuffled, of twenty texts: each row ends delivered, each status is kept once."""
    desk.twilio.settings(callbacks={"statuses": ["queued", "sent", "delivered"], "copies": 3, "order": "shuffled"})
    ids = [desk.text(phone=f"+8613700100{n:03}") for n in range(20)]
    desk.send()
    desk.twilio.wait(lambda twilio: len([w for w in twilio.webhooks() if w["status"]]) == 180, 60)
    assert {desk.row(i).delivery for i in ids} == {"delivered"}
    assert len(desk.rows(tables.status_reports)) == 60
    assert {post["status"] for post in desk.twilio.webhooks()} == {200}


def test_a_word_that_nobody_knows_is_stored(desk):
    """A status that Twilio invents tomorrow moves nothing and is not lost."""
    row_id, sid = accepted(desk)
    desk.report("teleported", sid, ours=f"{row_id}.1")
    assert desk.row(row_id).delivery == "queued"
    assert [report.status for report in desk.rows(tables.status_reports)] == ["teleported"]


def test_a_report_on_a_text_that_is_not_ours_is_stored(desk):
    """Somebody else's text on the same account: kept, and nothing is changed by it."""
    row_id, _ = accepted(desk)
    desk.report("delivered", "SM" + "9" * 32)
    assert desk.row(row_id).delivery == "queued"
    assert desk.rows(tables.status_reports)[0].outbox_id is None


def test_the_same_report_twice_is_one(desk):
    """Twilio may post a status again."""
    row_id, sid = accepted(desk)
    for _ in range(3):
        desk.report("sent", sid, ours=f"{row_id}.1")
    assert len(desk.rows(tables.status_reports)) == 1


@pytest.mark.parametrize(
    ("code", "refuses", "invalid"), [("30004", True, False), ("30005", False, True), ("30003", False, False)]
)
def test_the_code_of_a_failed_delivery_is_obeyed(desk, code, refuses, invalid):
    """Undelivered because blocked, or because the number is dead: remembered as if the POST had said it."""
    row_id, sid = accepted(desk)
    desk.report("undelivered", sid, ours=f"{row_id}.1", code=code)
    row = desk.row(row_id)
    assert (row.status, row.delivery, row.error_code) == ("accepted", "undelivered", code)
    assert bool(desk.refuses()) is refuses
    assert desk.thread().number_invalid is invalid


def test_the_second_copys_reports_are_kept_apart(desk):
    """A text sent once more has two ids: the row shows one of them, the other's reports are stored and change nothing."""
    row_id, sid = accepted(desk)
    desk.report("delivered", sid, ours=f"{row_id}.1")
    desk.report("failed", "SM" + "8" * 32, ours=f"{row_id}.2", code="30008")
    assert (desk.row(row_id).provider_id, desk.row(row_id).delivery) == (sid, "delivered")
    assert len(desk.rows(tables.status_reports)) == 2


def test_a_stray_report_that_waits_is_matched_by_the_sweep(desk):
    """It came without our id at the very moment of our commit, and neither saw the other: the sweep joins them."""
    row_id, sid = accepted(desk)
    desk.report("delivered", sid)
    desk.write(tables.outbox.update().values(delivery="queued"))
    desk.write(tables.status_reports.update().values(outbox_id=None))
    desk.sweep()
    assert desk.row(row_id).delivery == "delivered"
    assert desk.rows(tables.status_reports)[0].outbox_id == row_id
