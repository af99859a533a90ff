"""Walks every line of the table in docs/message-lifecycle.md; the database notes which changes really happened."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import dispatch
from bot.channels.base import Outcome, SendResult
from bot.settlement import settle
from bot.store import outbox, tables
from tests.support.edges import documented_edges
from tests.support.world import PHONE

SID = "SM" + "7" * 32


def _claim(desk):
    with desk.store.write() as connection:
        return dispatch.claim(desk.parts, connection, 1)[0]


def _settle(desk, row, result):
    with desk.store.write() as connection:
        settle(desk.parts, connection, [(row, result)])


def _doubt(desk, category="service"):
    row_id = desk.text(category=category)
    desk.twilio.rule("drop_before", times=1)
    desk.send()
    return row_id


def _sweep_twice(desk):
    for _ in range(2):
        desk.pass_time(seconds=125)
        desk.sweep()


def said(desk):
    desk.text()


def refused_by_policy(desk):
    desk.coupons("A1")
    desk.reply("TD", channel="twilio")
    desk.campaign()
    assert [row.reason for row in desk.rows(tables.outbox) if row.status == "refused"] == ["opted_out"]


def claimed(desk):
    desk.text()
    _claim(desk)


def not_wanted(desk):
    desk.text()
    desk.write(sa.update(tables.threads).where(tables.threads.c.phone == PHONE).values(number_invalid=True))
    desk.send()


def yes_before_the_second_send(desk):
    row_id = _doubt(desk)
    _sweep_twice(desk)
    desk.report("sent", SID, ours=f"{row_id}.1")


def sent(desk):
    desk.text()
    desk.send()


def not_now(desk):
    desk.text()
    desk.twilio.rule("rate_limit")
    desk.send()


def not_ever(desk):
    desk.text()
    desk.twilio.rule("error", status=400, code=21617)
    desk.send()


def nobody_knows(desk):
    _doubt(desk)


def found_in_the_list(desk):
    desk.text()
    desk.twilio.rule("drop_after")
    desk.send()
    _sweep_twice(desk)


def sent_once_more(desk):
    _doubt(desk)
    _sweep_twice(desk)


def not_sent_again(desk):
    _doubt(desk, "promotion")
    _sweep_twice(desk)


def yes_after_it_failed(desk):
    row_id = _doubt(desk, "promotion")
    _sweep_twice(desk)
    desk.report("sent", SID, ours=f"{row_id}.1")


def yes_after_it_was_canceled(desk):
    row_id = _doubt(desk)
    _sweep_twice(desk)
    desk.reply("STOP", channel="twilio")
    desk.report("sent", SID, ours=f"{row_id}.1")


def anothers_text(desk):
    row_a, row_b = _doubt(desk), desk.text("another")
    row = _claim(desk)
    with desk.store.write() as connection:
        outbox.accept(connection, row_a, SID, "queued", desk.clock.now())
    _settle(desk, row, SendResult(Outcome.ACCEPTED, SID, "queued"))
    assert desk.row(row_b).provider_id == SID


WALKS = {
    ("new", "ready"): said,
    ("new", "refused"): refused_by_policy,
    ("ready", "sending"): claimed,
    ("ready", "canceled"): not_wanted,
    ("ready", "accepted"): yes_before_the_second_send,
    ("sending", "accepted"): sent,
    ("sending", "ready"): not_now,
    ("sending", "failed"): not_ever,
    ("sending", "uncertain"): nobody_knows,
    ("uncertain", "accepted"): found_in_the_list,
    ("uncertain", "ready"): sent_once_more,
    ("uncertain", "failed"): not_sent_again,
    ("failed", "accepted"): yes_after_it_failed,
    ("canceled", "accepted"): yes_after_it_was_canceled,
    ("accepted", "uncertain"): anothers_text,
}


@pytest.mark.parametrize("edge", WALKS, ids=" → ".join)
def test_the_change_happens_as_it_is_drawn(desk, edge):
    """Each line of the table is walked by what it says makes it, through nothing but documented changes."""
    WALKS[edge](desk)
    walked = desk.edges()
    assert edge in walked
    assert set(walked) <= documented_edges()


def test_every_line_is_walked():
    """A line without a walk, or a walk without a line, is a document that does not tell the truth."""
    assert set(WALKS) == documented_edges()


def test_the_drawing_and_the_table_agree():
    """The diagram shows the same changes as the table."""
    from tests.support.edges import LIFECYCLE

    drawn = set()
    for line in LIFECYCLE.read_text("utf-8").splitlines():
        was, arrow, rest = line.strip().partition(" --> ")
        becomes = rest.partition(":")[0].strip()
        if arrow and becomes != "[*]":
            drawn.add(("new" if was == "[*]" else was, becomes))
    assert drawn == documented_edges()


def test_nothing_stays_unsettled(desk):
    """Whatever happens to a text, sweeps and sends bring it to an end within a few graces."""
    deeds = ["drop_before", "drop_after", "500_before", "hang_before", "rate_limit", "garbled", "accept", "reset_after"]
    for number, deed in enumerate(deeds):
        phone = f"+8613700100{number:03}"
        desk.twilio.rule(deed, to=phone, times=2)
        desk.text(phone=phone)
        desk.text(category="promotion", phone=phone)
    for _ in range(10):
        desk.send()
        desk.pass_time(seconds=125)
        desk.sweep()
    assert {row.status for row in desk.rows(tables.outbox)} <= {"accepted", "failed"}
    assert set(desk.edges()) <= documented_edges()
    assert max(row.attempts for row in desk.rows(tables.outbox, tables.outbox.c.category == "promotion")) <= 3
    assert timedelta() < desk.clock.ahead
