"""Who may leave, in which order, and that nobody leaves twice."""

from __future__ import annotations

import itertools
import threading
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import dispatch, turns
from bot.channels.simulator import Simulator
from bot.core.model import Inbound
from bot.store import opening, tables, threads
from tests.support.world import PHONE


def phones(number, prefix="+86137001"):
    return [f"{prefix}{n:05}" for n in range(number)]


def refuse(desk, *categories, phone=PHONE):
    now = desk.clock.now()
    with desk.store.write() as connection:
        thread = threads.lock(connection, "demo", phone, now)
        opening.record_consent(connection, "demo", thread.id, False, categories, "reply", "test", now)


# ── asked again at the claim (laws 6 and 14) ─────────────────────────────────────────────────────


def test_an_opt_out_after_the_decision_stops_the_text(desk):
    """Decided while allowed, refused when it is to leave: canceled with the reason, nothing posted."""
    promotion, service = desk.text("coupon", "promotion"), desk.text("code", "service")
    refuse(desk, "promotion")
    desk.send()
    assert (desk.status(promotion), desk.row(promotion).reason) == ("canceled", "opted_out")
    assert desk.status(service) == "accepted"
    assert desk.sent() == ["code"]


def test_the_acknowledgement_of_an_opt_out_still_leaves(desk):
    """The one text after an opt-out says that it was obeyed."""
    refuse(desk, "service", "survey", "promotion")
    acknowledgement = desk.text("unsubscribed", lane=0)
    other = desk.text("late confirmation")
    desk.send()
    assert (desk.status(acknowledgement), desk.status(other)) == ("accepted", "canceled")


def test_consent_that_came_back_counts(desk):
    """The newest line of the ledger decides."""
    refuse(desk, "promotion")
    row_id = desk.text("coupon", "promotion")
    now = desk.clock.now()
    with desk.store.write() as connection:
        opening.record_consent(
            connection, "demo", desk.thread().id, True, ("promotion",), "reply", "opt-in", now
        )  # fmt: skip
    desk.send()
    assert desk.status(row_id) == "accepted"


def test_the_bot_does_not_speak_over_a_person(desk):
    """What the bot decided before a person took the conversation is canceled; the person's own words leave."""
    bot = desk.text("bot says")
    desk.write(sa.update(tables.threads).values(control="person", control_version=1))
    agent = desk.text("agent says", author="staff:1")
    desk.send()
    assert (desk.status(bot), desk.row(bot).reason) == ("canceled", "a person has the conversation")
    assert desk.status(agent) == "accepted"


def test_what_the_handing_over_turn_itself_says_leaves(desk):
    """ "A colleague will contact you" is said in the state of things that it makes."""
    desk.text("before")
    desk.send()
    desk.write(sa.update(tables.threads).values(control="person", control_version=1))
    row_id = desk.text("a colleague will contact you", control_version=1)
    desk.send()
    assert desk.status(row_id) == "accepted"


def test_a_text_that_is_too_late_to_be_useful_is_canceled(desk):
    """A pickup reminder of yesterday is worse than none."""
    row_id = desk.text(useful_until=desk.clock.now() + timedelta(hours=1))
    desk.pass_time(hours=2)
    desk.send()
    assert (desk.status(row_id), desk.row(row_id).reason) == ("canceled", "too late to be useful")


def test_the_provider_is_told_for_how_long_it_is_useful(desk):
    """ValidityPeriod is what is left of the usefulness, so that Twilio's own queue does not make it late either."""
    desk.text(useful_until=desk.clock.now() + timedelta(seconds=600))
    desk.send()
    assert 590 <= int(desk.twilio.messages()[0]["form"]["ValidityPeriod"]) <= 600


def test_a_customer_whose_turn_is_going_on_is_left_for_the_next_claim(desk):
    """On PostgreSQL a claim does not wait for a turn, and does not slip in before what the turn decides."""
    if desk.store.is_sqlite:
        pytest.skip("SQLite has one writer at a time: a claim cannot see a turn that is going on")
    mine, other = desk.text("mine", "promotion"), desk.text("other", phone="+8613700100001")
    with desk.store.write() as turn:
        thread = threads.lock(turn, "demo", PHONE, desk.clock.now())
        desk.send()
        assert (desk.status(mine), desk.status(other)) == ("ready", "accepted")
        opening.record_consent(
            turn, "demo", thread.id, False, ("promotion",), "reply", "test", desk.clock.now()
        )  # fmt: skip
    desk.send()
    assert desk.status(mine) == "canceled"


# ── order ────────────────────────────────────────────────────────────────────────────────────────


def test_lanes_leave_in_their_order(desk):
    """Acknowledgements, replies, notices, promotions, whatever was written first."""
    customers = phones(8)
    for lane, phone in zip([3, 2, 1, 0, 3, 2, 1, 0], customers, strict=True):
        desk.text(f"lane {lane}", phone=phone, lane=lane)
    order = []
    for _ in range(8):
        with desk.store.write() as connection:
            order += [row.lane for row in dispatch.claim(desk.parts, connection, 1)]
    assert order == [0, 0, 1, 1, 2, 2, 3, 3]


def test_one_customers_texts_leave_in_the_order_in_which_they_were_written(desk):
    """Also through many threads: a confirmation does not overtake the question."""
    said = [f"text {n}" for n in range(6)]
    for text in said:
        desk.text(text)
    desk.twilio.settings(latency=0.02)
    desk.send()
    assert desk.sent() == said


def test_a_text_that_is_tried_again_holds_the_later_ones_of_its_customer(desk):
    """The second waits for the first one's pause; another customer does not."""
    first, second, other = desk.text("first"), desk.text("second"), desk.text("other", phone="+8613700100002")
    desk.twilio.rule("rate_limit", to=PHONE, times=1)
    desk.send()
    assert [desk.status(i) for i in (first, second, other)] == ["ready", "ready", "accepted"]
    desk.pass_time(seconds=10)
    desk.send()
    assert desk.sent() == ["first", "second"]


def test_an_acknowledgement_waits_for_nobody(desk):
    """STOP is answered although an earlier text of the same customer is being tried again."""
    desk.text("first")
    desk.twilio.rule("rate_limit", body="first")
    desk.send()
    acknowledgement = desk.text("unsubscribed", lane=0)
    desk.send()
    assert desk.status(acknowledgement) == "accepted"


def test_a_text_for_later_holds_nobody(desk):
    """What is due tomorrow does not hold what is due now."""
    desk.text("tomorrow", due_at=desk.clock.now() + timedelta(days=1))
    now = desk.text("now")
    desk.send()
    assert desk.status(now) == "accepted"


def test_a_doubtful_text_holds_nobody(desk):
    """Doubt takes minutes to settle; a customer who goes on talking is answered meanwhile."""
    desk.text("question")
    desk.twilio.rule("drop_after", times=1)
    desk.send()
    answer = desk.text("answer")
    desk.send()
    assert desk.status(answer) == "accepted"


class Stuck(Simulator):
    """A provider that answers no promotion before something else has been sent."""

    def __init__(self) -> None:
        self.begun, self.passed = threading.Event(), threading.Event()
        self.waited_in_vain = False

    def send(self, outgoing):
        if "coupon" in outgoing.text:
            self.begun.set()
            self.waited_in_vain |= not self.passed.wait(20)
        else:
            self.passed.set()
        return super().send(outgoing)


def test_promotions_leave_a_thread_for_a_confirmation(desk):
    """However slow the provider is with a campaign, what a customer waits for finds a thread free."""
    stuck = Stuck()
    desk.parts = replace(desk.parts, channels={("demo", "twilio"): stuck})
    for phone in phones(12):
        desk.text("coupon", "promotion", phone=phone)
    draining = threading.Thread(target=lambda: dispatch.drain(desk.parts, threads_=4))
    draining.start()
    assert stuck.begun.wait(20)
    confirmation = desk.text("confirmed", phone="+8613511111111")
    draining.join(60)
    assert not stuck.waited_in_vain
    assert desk.status(confirmation) == "accepted"
    assert {row.status for row in desk.rows(tables.outbox)} == {"accepted"}


# ── nobody twice ─────────────────────────────────────────────────────────────────────────────────


def test_many_drains_at_once_send_nobody_twice(desk):
    """Four workers on the same rows: each text accepted once, each customer's in order."""
    customers = phones(25)
    for n, phone in itertools.product(range(4), customers):
        desk.text(f"text {n}", phone=phone)
    desk.twilio.settings(latency=0.005)
    together(*[lambda: dispatch.drain(desk.parts, threads_=6)] * 4)
    desk.send()
    messages = desk.twilio.messages()
    assert set(Counter((m["to"], m["body"]) for m in messages).values()) == {1}
    assert len(messages) == 100
    for phone in customers:
        assert desk.sent(phone) == [f"text {n}" for n in range(4)]
    assert {row.attempts for row in desk.rows(tables.outbox)} == {1}


def together(*works):
    """Run at once; an exception in one fails the test."""
    failed = []
    barrier = threading.Barrier(len(works))

    def run(work):
        barrier.wait()
        try:
            work()
        except BaseException as error:  # noqa: BLE001 told below
            failed.append(error)

    running = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(60)
    assert not failed, failed


def test_no_claim_after_an_opt_out_has_committed(desk):
    """A hundred customers say STOP while workers drain their promotions: whatever was claimed, was claimed before."""
    customers = phones(100)
    for phone in customers:
        desk.text("coupon", "promotion", phone=phone)
    stopped_at = {}

    def stop(some):
        for phone in some:
            inbound = Inbound("demo", "twilio", f"SM{phone}", phone, desk.twilio.number, "STOP", desk.clock.now())
            turns.take_inbound(desk.parts, inbound)
            stopped_at[phone] = desk.clock.now()

    def drain():
        while len(stopped_at) < len(customers):
            dispatch.drain(desk.parts, threads_=4)

    together(lambda: stop(customers[::2]), lambda: stop(customers[1::2]), drain, drain)
    desk.send()
    claimed_after = [
        row
        for row in desk.rows(tables.outbox, tables.outbox.c.category == "promotion")
        if row.attempts and row.attempted_at > stopped_at[row.recipient]
    ]
    assert claimed_after == []
    rows = desk.rows(tables.outbox, tables.outbox.c.category == "promotion")
    assert {row.status for row in rows} <= {"accepted", "canceled"}
    assert {row.reason for row in rows if row.status == "canceled"} <= {"opted_out"}


def test_opt_outs_and_refusals_at_once_lock_each_other_out_of_nothing(desk):
    """Turns and settlements of the same customers at the same time: nobody fails, every row ends."""
    customers = phones(40)
    for phone in customers:
        desk.text("question", phone=phone)
    desk.twilio.rule("error", status=400, code=21610)

    def stop():
        for phone in customers:
            inbound = Inbound("demo", "twilio", f"SM{phone}", phone, desk.twilio.number, "STOP", desk.clock.now())
            turns.take_inbound(desk.parts, inbound)

    together(stop, desk.send, desk.send)
    desk.send()
    assert {row.status for row in desk.rows(tables.outbox)} <= {"failed", "canceled"}
