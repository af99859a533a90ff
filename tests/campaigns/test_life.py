"""A campaign's life on both databases: everybody once, pause, resume, stop, and by itself when too many mind."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import campaigns, cases, turns
from bot.core.errors import Conflict, Invalid, NotFound
from bot.store import tables
from tests.campaigns.conftest import phone_of, sheet
from tests.support.world import NOON, OTHER, PHONE

FEW = [phone_of(n) for n in range(5)]


def test_everybody_gets_it_once(town):
    """From draft to done: one text each with what the campaign offers, counted from the rows."""
    campaign = town.draft(*FEW, data={"offer": "满30减10元"})
    assert town.status(campaign)["status"] == "draft"
    town.go(campaign)
    assert [town.texts(phone) for phone in FEW] == [
        ["【风驰速运】送您满30减10元寄件优惠码，每人限领一张。回复Y立即领取优惠码。回T退订"]
    ] * 5
    assert town.progress(campaign) == {"recipients": 5, "sent": 5, "delivered": 5, "segments": 5}
    assert town.status(campaign)["status"] == "done"
    assert {row.variant for row in town.recipients(campaign)} == {"A"}


def test_a_list_names_each_customer_once(town):
    """Two writings of one number are one customer; a second list adds only who is new."""
    campaign = town.draft()
    first = campaigns.add_list(town.parts, "demo", campaign, sheet("13800138000", "+86 138 0013 8000", "12", ""))
    second = campaigns.add_list(town.parts, "demo", campaign, sheet(PHONE, OTHER))
    assert first.counts() == {"rows": 3, "added": 1, "duplicates": 1, "errors": 1}
    assert [(fault.line, fault.column) for fault in first.faults] == [(4, "phone")]
    assert second.counts() == {"rows": 2, "added": 1, "duplicates": 1, "errors": 0}
    assert town.status(campaign)["listed"] == {"rows": 5, "added": 2, "duplicates": 2, "errors": 1}


def test_a_number_that_no_plan_knows_is_taken_with_a_word(town):
    """148 and 149 are in use, and unknown to the library: warn, do not refuse."""
    told = campaigns.add_list(town.parts, "demo", town.draft(), sheet("14812345678", PHONE)).as_json()
    assert (told["added"], told["errors"], told["doubtful"]) == (2, 0, 1)
    assert [(one["line"], one["column"]) for one in told["warnings"]] == [(2, "phone")]


def test_a_language_that_nothing_is_written_in_is_named_with_its_row(town):
    """The row is taken: the customer gets the carrier's own language. Another form of a language that is spoken is right."""
    rows = sheet(f"{PHONE},fr", f"{OTHER},zh_HK", header="phone,locale")
    told = campaigns.add_list(town.parts, "demo", town.draft(), rows).as_json()
    assert (told["added"], told["errors"]) == (2, 0)
    assert told["warnings"] == [
        {"line": 2, "column": "locale", "message": "no text is written in fr; this customer gets zh-CN"}
    ]


def test_a_list_brings_names_languages_and_words(town):
    """Columns of the list reach its texts; a locale counts where none was known."""
    campaign = town.draft()
    rows = sheet(f"{PHONE},Ann,en,20 off", f"{OTHER},,,满99减20", header="phone,name,locale,offer_en")
    campaigns.add_list(town.parts, "demo", campaign, rows)
    for phone in (PHONE, OTHER):
        town.agrees(phone)
    town.go(campaign)
    assert "Here is 20 off on your next parcel" in town.last(PHONE)
    assert town.rows(tables.threads, tables.threads.c.phone == PHONE)[0].name == "Ann"


def test_it_waits_for_its_moment(town):
    """Scheduled for later it begins then, and not before."""
    campaign = town.draft(*FEW)
    town.go(campaign, at=NOON + timedelta(hours=2))
    assert (town.status(campaign)["status"], town.progress(campaign)) == ("scheduled", {"recipients": 5, "waiting": 5})
    town.pass_(hours=2)
    assert town.progress(campaign) == {"recipients": 5, "on_the_way": 5}


def test_it_waits_for_the_next_window(strict):
    """At noon the next window for promotions opens at two."""
    campaign = strict.draft(*FEW)
    strict.go(campaign, next_window=True)
    assert strict.status(campaign)["starts_at"] == "2026-11-23T06:00:00+00:00"
    strict.pass_(hours=2)
    strict.send()
    assert strict.progress(campaign)["sent"] == 5


def test_started_outside_the_window_policy_keeps_the_texts(strict):
    """Started at noon, every text waits for two o'clock with the reason; the campaign runs until they have left."""
    campaign = strict.draft(*FEW)
    strict.go(campaign)
    assert strict.progress(campaign) == {"recipients": 5, "on_the_way": 5}
    assert [(r["reason"], r["count"]) for r in strict.status(campaign)["reasons"]] == [("outside_window", 5)]
    assert strict.status(campaign)["status"] == "running"
    strict.wait(hours=2)
    strict.run()
    assert (strict.status(campaign)["status"], strict.progress(campaign)["sent"]) == ("done", 5)


def test_paused_nothing_leaves_and_resumed_it_goes_on(strict):
    """What waits for its window is held back too; resumed it asks policy anew."""
    campaign = strict.draft(*FEW)
    strict.go(campaign)
    campaigns.pause(strict.parts, "demo", campaign, "test")
    strict.wait(hours=3)
    strict.run()
    assert strict.progress(campaign) == {"recipients": 5, "on_the_way": 5}
    campaigns.resume(strict.parts, "demo", campaign, "test")
    strict.send()
    strict.run()
    assert (strict.status(campaign)["status"], strict.progress(campaign)["sent"]) == ("done", 5)


def test_paused_before_anybody_was_begun(town):
    """Nobody is begun while it is paused."""
    campaign = town.draft(*FEW)
    town.start(campaign)
    campaigns.pause(town.parts, "demo", campaign, "test")
    assert town.run() == 0
    campaigns.resume(town.parts, "demo", campaign, "test")
    assert town.run() == 5


def test_resumed_after_a_text_was_of_use_it_is_not_sent(strict):
    """Four days later the offer is over: each text keeps the reason."""
    campaign = strict.draft(*FEW)
    strict.go(campaign)
    campaigns.pause(strict.parts, "demo", campaign, "test")
    strict.pass_(days=4)
    campaigns.resume(strict.parts, "demo", campaign, "test")
    strict.send()
    strict.run()
    assert strict.progress(campaign) == {"recipients": 5, "not_sent": 5}
    assert strict.status(campaign)["reasons"][0]["reason"] == "too late to be useful"


def test_stopped_what_waits_is_canceled(strict):
    """Nobody else is begun, no text leaves, and the questions that nobody will read are closed."""
    campaign = strict.draft(*FEW)
    strict.go(campaign)
    more = strict.draft(OTHER, name="another")
    strict.start(more)
    campaigns.stop(strict.parts, "demo", campaign, "test")
    strict.run()
    strict.wait(hours=3)
    assert strict.progress(campaign) == {"recipients": 5, "not_sent": 5}
    assert [strict.texts(phone) for phone in FEW] == [[]] * 5
    open_talks = strict.rows(tables.conversations, tables.conversations.c.ended_at.is_(None))
    assert [row.cause for row in open_talks] == [f"campaign:{more}:{strict.recipients(more)[0].thread_id}"]
    assert len(strict.texts(OTHER)) == 1
    assert campaigns.stop(strict.parts, "demo", campaign, "test") is False


def test_stopped_between_claim_and_turn_nobody_is_begun(town):
    """Whoever holds claimed recipients asks within each one's turn: none is begun after stop has returned."""
    campaign = town.draft(*FEW)
    town.start(campaign)
    town.collect()
    begun = []

    def stops_after_two(*args, **more):
        if len(begun) == 2:
            campaigns.stop(town.parts, "demo", campaign, "test")
        done = turns.start_flow(*args, **more)
        begun.append(done)
        return done

    campaigns.run(town.parts, stops_after_two, seconds=5)
    town.run()
    town.send()
    assert begun == [True, True, False, False, False]
    assert sum(len(town.texts(phone)) for phone in FEW) == 0
    assert town.progress(campaign) == {"recipients": 5, "not_sent": 2, "skipped": 3}


def test_commands_may_be_repeated_but_not_misplaced(town):
    """The same command again changes nothing; one that does not fit says where the campaign is."""
    campaign = town.draft(*FEW)
    with pytest.raises(Conflict, match="is draft, so it cannot be paused"):
        campaigns.pause(town.parts, "demo", campaign, "test")
    town.start(campaign)
    town.start(campaign)
    campaigns.stop(town.parts, "demo", campaign, "test")
    with pytest.raises(Conflict, match="is stopped, so it cannot be resumed"):
        campaigns.resume(town.parts, "demo", campaign, "test")
    with pytest.raises(Conflict, match="a list is added to a draft"):
        campaigns.add_list(town.parts, "demo", campaign, sheet(PHONE))
    audit = [row.what for row in town.rows(tables.audit)]
    assert audit == ["campaign_created", "campaign_started", "campaign_stopped"]


def test_what_cannot_be_started_says_why(town):
    """A flow that no campaign begins, nobody to send to, a moment that is over, another carrier's campaign."""
    with pytest.raises(Invalid, match="cannot be begun"):
        town.draft(flow="delivery_options")
    empty = town.draft()
    with pytest.raises(Conflict, match="Nobody would get it"):
        town.start(empty)
    with pytest.raises(Invalid, match="cannot be started then"):
        town.start(empty, at=NOON - timedelta(days=1))
    with pytest.raises(NotFound):
        campaigns.status(town.parts, "other", empty)


def test_workers_that_die_leave_nobody_out_and_nobody_is_begun_twice(town):
    """A worker dies after it has begun two and before it could say so: another one finishes, everybody has one text."""
    campaign = town.draft(*FEW)
    town.start(campaign)
    town.collect()
    begun = []

    class Killed(BaseException):
        pass

    def dies(*args, **more):
        if len(begun) == 2:
            raise Killed
        begun.append(turns.start_flow(*args, **more))
        return begun[-1]

    with pytest.raises(Killed):
        campaigns.run(town.parts, dies, seconds=5)
    assert {row.status for row in town.recipients(campaign)} == {"waiting"}
    assert town.run() == 0  # the lease of the dead holds
    town.pass_(seconds=40)
    town.send()
    town.pass_(seconds=5)
    assert [len(town.texts(phone)) for phone in FEW] == [1] * 5
    assert town.progress(campaign)["sent"] == 5
    assert len(town.rows(tables.conversations)) == 5


def test_four_workers_share_two_campaigns(town):
    """Threads stand for workers: every recipient of both is begun once, whoever takes whom."""
    phones = [phone_of(n) for n in range(60)]
    one, two = town.draft(*phones[:40]), town.draft(*phones[20:], flow="route_notice")
    for campaign in (one, two):
        town.start(campaign)
    counted = []

    def worker():
        counted.extend(campaigns.run(town.parts, turns.start_flow, seconds=0.5) for _ in range(6))

    workers = [threading.Thread(target=worker) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    town.run()
    assert [town.progress(campaign)["on_the_way"] for campaign in (one, two)] == [40, 40]
    assert sum(counted) == 80
    with town.store.read() as connection:
        texts = connection.execute(sa.select(sa.func.count()).select_from(tables.outbox)).scalar()
    assert texts == 80


def test_whoever_is_in_the_same_conversation_is_left_in_it(town):
    """A second campaign of the same flow does not ask a second time over the first question."""
    town.go(town.draft(PHONE))
    second = town.draft(PHONE, OTHER)
    town.go(second)
    assert town.progress(second)["skipped"] == 1
    assert town.status(second)["reasons"] == [
        {"reason": "already in this conversation", "means": "already in this conversation", "count": 1}
    ]
    assert len(town.texts(PHONE)) == 1


# ── while a person has the customer ──────────────────────────────────────────────────────────────


@pytest.fixture
def held(town):
    """A campaign to two customers, one of whom a person has: the other has got it."""
    town.reply("转人工", PHONE)
    campaign = town.draft(PHONE, OTHER)
    town.go(campaign)
    return campaign


def hand_back(town) -> None:
    (case,) = town.rows(tables.cases, tables.cases.c.status != "closed")
    anna = town.agent()
    cases.claim(town.parts, case.id, anna)
    turns.hand_back(town.parts, case.id, anna)
    town.wait(seconds=1)


def test_who_waits_for_a_person_waits_with_a_reason(town, held):
    """The campaign is not done before they have got it, which is when the person hands back."""
    seen = town.status(held)
    assert seen["status"] == "running"
    assert town.progress(held)["waiting"] == 1
    assert [each["reason"] for each in seen["reasons"]] == ["waits until a person hands the customer back"]
    assert any("waits until a person" in line for line in campaigns.export(town.parts, "demo", held))
    hand_back(town)
    town.pass_(seconds=5)
    assert town.progress(held)["sent"] == 2
    assert town.status(held)["status"] == "done"


def test_pause_and_stop_hold_who_waits_for_a_person(town, held):
    """Handed back while it is paused, the flow begins when it is resumed; stopped, it never does."""
    campaigns.pause(town.parts, "demo", held, "test")
    hand_back(town)
    town.run()
    town.send()
    assert not any("优惠码" in text for text in town.texts(PHONE))
    campaigns.resume(town.parts, "demo", held, "test")
    town.wait(seconds=1)
    town.pass_(seconds=5)
    assert "优惠码" in town.last(PHONE)
    assert town.status(held)["status"] == "done"


def test_stopped_it_never_begins(town, held):
    """Who waited for the hand-back is counted as canceled."""
    campaigns.stop(town.parts, "demo", held, "test")
    hand_back(town)
    assert not any("优惠码" in text for text in town.texts(PHONE))
    assert town.progress(held) == {"recipients": 2, "sent": 1, "delivered": 1, "skipped": 1, "segments": 1}


def test_a_dry_run_asks_once_for_all_who_are_alike(town, monkeypatch):
    """Forty customers of two languages are two questions; it says how far it is."""
    from bot.campaigns import preview

    asked, told = [], []
    decide = preview.decide
    monkeypatch.setattr(preview, "decide", lambda *given: asked.append(given) or decide(*given))
    rows = sheet(
        *(f"{phone_of(number)},{'en' if number % 2 else 'zh-CN'}" for number in range(40)), header="phone,locale"
    )
    campaign = town.draft()
    campaigns.add_list(town.parts, "demo", campaign, rows)
    for number in range(30):
        town.agrees(phone_of(number))
    found = campaigns.dry_run(town.parts, "demo", campaign, progress=lambda *far: told.append(far))
    assert (found.recipients, found.now, found.never) == (40, 30, {"no_consent": 10})
    assert len(asked) == 2
    assert told == [(40, 40)]


def test_a_dry_run_keeps_apart_who_is_not_alike(town):
    """The list's own words make one text longer than the other; who has had the same offer waits; an invalid number gets none."""
    rows = sheet(f"{PHONE},近", f"{OTHER},{'远' * 60}", f"{phone_of(1)},近", f"{phone_of(2)},近", header="phone,route")
    earlier = town.draft(phone_of(1), flow="route_notice", data={"route": "近", "offer": "八折"})
    town.go(earlier)
    campaign = town.draft(flow="route_notice", data={"offer": "八折"})
    campaigns.add_list(town.parts, "demo", campaign, rows)
    for phone in (PHONE, OTHER, phone_of(2)):
        town.agrees(phone)
    town.write(sa.update(tables.threads).where(tables.threads.c.phone == phone_of(2)).values(number_invalid=True))
    told = campaigns.dry_run(town.parts, "demo", campaign)
    assert (told.now, told.later.total(), told.never.total()) == (2, 1, 1)
    assert told.segments == 1 + 2 + 1


def test_a_start_at_another_moment_moves_what_has_not_begun(town):
    """Never silently the old time: it is moved, or refused with the time that stands."""
    campaign = town.draft(PHONE, flow="coupon")
    first, second = NOON + timedelta(hours=2), NOON + timedelta(hours=5)
    town.start(campaign, at=first)
    town.start(campaign, at=first)
    with pytest.raises(Conflict, match="begins at 2026-11-23 14:00 where the carrier is"):
        town.start(campaign)
    town.start(campaign, at=second)
    town.pass_(hours=3)
    assert town.status(campaign)["status"] == "scheduled"
    town.pass_(hours=3)
    assert town.last(PHONE)
    with pytest.raises(Conflict, match="began at 2026-11-23 17:00"):
        town.start(campaign, at=NOON + timedelta(hours=9))


@pytest.fixture
def silent(town):
    """A campaign whose texts have left and have not been answered for three days: its silences are due. It is not known to be done yet."""
    campaign = town.draft(*FEW)
    town.start(campaign)
    town.run()
    town.send()
    town.clock.move(timedelta(days=3, hours=1))
    return campaign


def silences(town):
    return {row.status for row in town.rows(tables.timers, tables.timers.c.kind == "silence")}


def reasons(town):
    return {row.end_reason for row in town.rows(tables.conversations) if row.ended_at is not None}


def test_while_it_is_paused_nobody_is_reminded(town, silent):
    """Silences that come due stand still, and go on when it is resumed."""
    campaigns.pause(town.parts, "demo", silent, "test")
    turns.fire_due_timers(town.parts)
    assert (silences(town), reasons(town)) == ({"parked"}, set())
    campaigns.resume(town.parts, "demo", silent, "test")
    turns.fire_due_timers(town.parts)
    assert silences(town) == {"fired"}
    assert len(reasons(town)) == 1
    assert "campaign_stopped" not in reasons(town)


@pytest.mark.parametrize("paused", [False, True])
def test_stopped_its_questions_close_without_a_word(town, silent, paused):
    """Nobody is reminded any more, and nobody's open question keeps them out of the next campaign."""
    if paused:
        campaigns.pause(town.parts, "demo", silent, "test")
        turns.fire_due_timers(town.parts)
    campaigns.stop(town.parts, "demo", silent, "test")
    texts = len(town.rows(tables.outbox))
    turns.fire_due_timers(town.parts)
    assert reasons(town) == {"campaign_stopped"}
    assert len(town.rows(tables.outbox)) == texts
