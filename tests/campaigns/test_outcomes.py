"""What came of a campaign: replies within 72 hours, complaints that are phoned and stop it, opt-outs, variants, dry run, export."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot import campaigns, retention
from bot.channels.base import Outcome, SendResult
from bot.channels.simulator import Simulator
from bot.core.campaigning import CampaignRules
from bot.store import tables
from tests.campaigns.conftest import phone_of, sheet
from tests.support.world import OTHER, PHONE

FEW = [phone_of(n) for n in range(10)]


def calls(town):
    return town.rows(tables.cases, tables.cases.c.kind == "phone_call")


def test_replies_are_counted_for_72_hours(town):
    """An answer counts, an opt-out counts as that alone, and what comes on the fourth day is about something else."""
    campaign = town.draft(*FEW)
    town.go(campaign)
    town.reply("Y", FEW[0])
    town.reply("T", FEW[1])
    town.pass_(minutes=2)
    town.clock.move(timedelta(hours=73))
    town.reply("Y", FEW[2])
    town.pass_(minutes=2)
    seen = town.progress(campaign)
    assert (seen["replied"], seen["opted_out"]) == (1, 1)


def test_a_complaint_is_phoned_within_48_hours_and_stops_a_small_campaign(strict):
    """One complaint of ten texts is no chance: it stops at once, what waits is canceled, and a person has to call."""
    phones = [phone_of(n) for n in range(12)]
    strict.change_rules(
        caps=strict.parts.flows.carrier("demo").caps, windows=strict.parts.flows.carrier("demo").windows
    )
    campaign = strict.draft(*phones)
    strict.clock.move(timedelta(hours=2, minutes=10))
    for phone in phones[:2]:  # two of them are elsewhere, where no promotion may leave at this hour
        strict.write(
            sa.update(tables.threads).where(tables.threads.c.phone == phone).values(time_zone="America/New_York")
        )
    strict.go(campaign)
    assert strict.progress(campaign)["on_the_way"] == 2
    strict.reply("你们太差劲了，我要投诉", phones[5])
    strict.pass_(seconds=5)
    seen = strict.status(campaign)
    assert seen["status"] == "stopped"
    assert seen["reason"].startswith("complaints: 1 of 10 texts that arrived (10.00%; 95 % sure: 1.79% to 40.42%)")
    assert seen["limits"]["complaints"]["passed"]
    assert strict.progress(campaign)["not_sent"] == 2
    (call,) = calls(strict)
    assert call.due_at - strict.clock.now() > timedelta(hours=47)
    assert (call.reason, call.takes_control) == ("Complained about campaign 1: call within 48 h", False)


def test_every_complaint_is_phoned_once(town):
    """Looked at again and again, each complaint has one case; also the one that stands behind another answer."""
    town.change_rules(campaigns=CampaignRules(complaints=1.0))
    campaign = town.draft(*FEW)
    town.go(campaign)
    for phone in FEW[:3]:
        town.reply("我要投诉", phone)
    for _ in range(3):
        town.pass_(minutes=2)
    assert len(calls(town)) == 3
    assert town.progress(campaign)["complained"] == 3


def test_a_complaint_counts_for_the_campaign_that_came_last(town):
    """Of two campaigns within 72 hours the later one is meant."""
    town.change_rules(campaigns=CampaignRules(complaints=1.0))
    first = town.draft(PHONE)
    town.go(first)
    town.pass_(hours=1)
    second = town.draft(PHONE, flow="holiday_care")
    town.go(second)
    town.clock.move(timedelta(minutes=1))
    town.reply("我要投诉", PHONE)
    town.pass_(minutes=2)
    assert ("complained" in town.progress(first), "complained" in town.progress(second)) == (False, True)


def test_too_many_opt_outs_stop_it(town):
    """Two of ten are over the carrier's two percent, and no chance."""
    campaign = town.draft(*FEW)
    town.go(campaign)
    town.write(sa.update(tables.campaigns).values(status="running", due_at=town.clock.now()))
    for phone in FEW[:2]:
        town.reply("退订", phone)
    town.pass_(seconds=5)
    assert town.status(campaign)["reason"].startswith("opt_outs: 2 of 10 texts that arrived")


def test_an_offer_that_was_refused_was_never_made(strict):
    """Who has not agreed is asked nothing: no Y claims a code, nothing of the offer is said again, and the next campaign may come."""
    strict.coupons("C1")
    strict.clock.move(timedelta(hours=2))
    stranger = phone_of(7)
    campaign = strict.draft(stranger, agree=False)
    strict.go(campaign)
    for text in ("你好", "Y"):
        strict.reply(text, stranger)
    strict.send()
    assert not any("优惠码" in text for text in strict.texts(stranger))
    assert not [row for row in strict.rows(tables.coupons) if row.thread_id]
    strict.agrees(stranger)
    second = strict.draft(stranger, agree=False)
    assert campaigns.dry_run(strict.parts, "demo", second).as_json()["would_get_it"] == 1


def test_an_offer_that_is_refused_when_it_is_claimed_was_never_made(strict):
    """Consent went while the text waited: the conversation ends with the campaign, and an answer to nothing is answered as such."""
    strict.coupons("C1")
    campaign = strict.draft(PHONE)
    strict.go(campaign)
    strict.write(sa.update(tables.threads).where(tables.threads.c.phone == PHONE).values(number_invalid=True))
    strict.pass_(hours=2)
    strict.send()
    strict.pass_(seconds=5)
    strict.pass_(minutes=2)
    (talk,) = strict.rows(tables.conversations)
    assert talk.end_reason == "not_said"
    strict.reply("Y", PHONE)
    assert not [row for row in strict.rows(tables.coupons) if row.thread_id]


class Blocking:
    """A provider with which some numbers have opted out, which it says only when a text is sent to them."""

    name = "simulator"

    def __init__(self, blocked):
        self.blocked, self._well = set(blocked), Simulator()

    def send(self, outgoing):
        if outgoing.recipient in self.blocked:
            return SendResult(Outcome.REFUSED, error_code="21610", error="opted out with the provider", suppress=True)
        return self._well.send(outgoing)


def through(town, blocked):
    town.parts = replace(town.parts, channels={("demo", "simulator"): Blocking(blocked)})


def test_opt_outs_that_only_the_provider_knows_are_counted(town):
    """A refusal with 21610 is an opt-out of the campaign whose text it refused, and so many stop it."""
    through(town, FEW[:3])
    campaign = town.draft(*FEW)
    town.start(campaign)
    town.run()
    town.send()
    town.pass_(seconds=5)
    assert town.progress(campaign)["opted_out"] == 3
    standing = town.status(campaign)["limits"]["opt_outs"]
    assert (standing["count"], standing["of"], standing["passed"]) == (3, 10, True)


def test_such_an_opt_out_counts_for_the_campaign_that_reached_them(town):
    """They had the first campaign's text, opted out with the provider, and the second one's was refused."""
    first = town.draft(PHONE)
    town.go(first)
    town.pass_(hours=1)
    through(town, [PHONE])
    second = town.draft(PHONE, flow="holiday_care")
    town.go(second)
    assert ("opted_out" in town.progress(first), "opted_out" in town.progress(second)) == (True, False)


def test_an_opt_out_beside_a_complaint_is_both(town):
    """Counted as an opt-out and as a complaint, and a person phones."""
    town.change_rules(campaigns=CampaignRules(complaints=1.0, opt_outs=1.0))
    campaign = town.draft(PHONE, flow="route_notice")
    town.go(campaign)
    town.reply("再发我就去工信部投诉，TD", PHONE)
    town.pass_(minutes=2)
    seen = town.progress(campaign)
    assert (seen["opted_out"], seen["complained"], len(calls(town))) == (1, 1, 1)


# ── variants ─────────────────────────────────────────────────────────────────────────────────────


def test_variants_are_compared_with_intervals(town):
    """Two offers, by weight; shares and the difference with their 95 % intervals; claims are counted."""
    town.coupons(*(f"C{n}" for n in range(60)))
    phones = [phone_of(n) for n in range(40)]
    variants = [{"name": "A", "data": {"offer": "满30减10元"}}, {"name": "B", "data": {"offer": "八折"}}]
    campaign = town.draft(*phones, variants=variants)
    town.go(campaign)
    by = {letter: [] for letter in "AB"}
    for row, phone in zip(town.recipients(campaign), phones, strict=True):
        by[row.variant].append(phone)
        assert ("八折" in town.last(phone)) == (row.variant == "B")
    for phone in by["B"]:
        town.reply("Y", phone)
    town.reply("T", by["A"][0])
    town.pass_(minutes=2)
    found = campaigns.result(town.parts, "demo", campaign)
    one, two = found["variants"]
    assert (one["name"], one["claimed"], two["name"], two["claimed"]) == ("A", 0, "B", len(by["B"]))
    assert one["opted_out"] == 1
    assert two["shares"]["claimed"]["value"] == 1.0
    assert two["differences"]["claimed"]["value"] == 1.0
    assert 0.7 < two["differences"]["claimed"]["low"] < 1
    assert two["guardrail"] == "ok"
    assert "intervals are wide" in found["note"]


# ── dry run ──────────────────────────────────────────────────────────────────────────────────────


def test_the_dry_run_tells_what_then_happens(strict):
    """Counts by reason are those of the run itself, and nothing is written by asking."""
    strict.clock.move(timedelta(hours=2))
    campaign = strict.draft(*FEW[:6], agree=False)
    campaigns.add_list(strict.parts, "demo", campaign, sheet("12"))
    for phone in FEW[1:6]:
        strict.agrees(phone)
    strict.reply("退订", FEW[1])
    for phone, values in ((FEW[2], {"number_invalid": True}), (FEW[3], {"segment": "office"})):
        strict.write(sa.update(tables.threads).where(tables.threads.c.phone == phone).values(**values))
    strict.campaign(phone=FEW[4], cause="earlier")
    before = {table.name: len(strict.rows(table)) for table in (tables.outbox, tables.conversations, tables.timers)}
    told = campaigns.dry_run(strict.parts, "demo", campaign).as_json()
    assert {table: len(strict.rows(tables.metadata.tables[table])) for table in before} == before
    assert (told["recipients"], told["would_get_it"], told["at_once"], told["would_not"]) == (7, 2, 1, 5)
    assert {each["reason"]: each["count"] for each in told["later"]} == {"outside_window": 1}
    assert {each["reason"] for each in told["not_because"]} == {
        "no_consent", "opted_out", "the number cannot receive texts", "already in this conversation",
        "the list's row could not be used",
    }  # fmt: skip
    strict.go(campaign)
    seen = strict.status(campaign)
    came = {each["reason"]: each["count"] for each in seen["reasons"]}
    never = {each["reason"]: each["count"] for each in told["not_because"]}
    never.pop("the list's row could not be used")
    assert came == never | {"outside_window": 1}
    texts = [row for row in strict.rows(tables.outbox) if row.cause.startswith(f"campaign:{campaign}:")]
    assert sum(row.segments for row in texts if row.status != "refused") == told["segments"]


def test_the_export_runs_no_formula(town):
    """A name that a spreadsheet would run comes out as text, and the list can be read again."""
    campaign = town.draft()
    campaigns.add_list(town.parts, "demo", campaign, sheet(f"{PHONE},=1+1", header="phone,name"))
    lines = list(campaigns.export(town.parts, "demo", campaign))
    assert lines[1].startswith("'+8613800138000,'=1+1,A,waiting")
    again = town.draft()
    assert campaigns.add_list(town.parts, "demo", again, "".join(lines).encode()).added == 1


# ── who ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def customers(town):
    """Five customers with different pasts."""
    now = town.clock.now()
    for n in range(3):
        town.parcel(f"F{n}", phone_of(1))
    town.parcel("E1", phone_of(2), route="R7")
    town.parcel("P1", phone_of(3), route="R8")
    town.event("delayed", "P1")
    town.parcel("D1", phone_of(4), route="R7")
    town.event("delivered", "D1")
    old = now - timedelta(days=120)
    town.write(sa.update(tables.shipments).where(tables.shipments.c.tracking_no == "D1").values(created_at=old))
    town.write(sa.update(tables.tracking_events).where(tables.tracking_events.c.type == "delivered").values(at=old))
    town.write(sa.update(tables.threads).where(tables.threads.c.phone == phone_of(2)).values(segment="enterprise"))
    town.reply("你好", phone_of(5))
    return town


@pytest.mark.parametrize(
    ("audience", "wanted"),
    [
        ({"groups": ["frequent"]}, {1}),
        ({"groups": ["loyal"]}, {1}),
        ({"groups": ["enterprise"]}, {2}),
        ({"segments": ["enterprise", "vip"]}, {2}),
        ({"groups": ["had_problem"]}, {3}),
        ({"groups": ["dormant"]}, {4}),
        ({"groups": ["frequent", "enterprise"]}, {1, 2}),
        ({"groups": ["frequent"], "segments": ["enterprise"]}, set()),
        ({"routes": ["R7"]}, {2}),
        ({"routes": ["R7", "R8"]}, {2, 3}),
        ({"in_touch_within": "1d"}, {3, 4, 5}),
        ({"everybody": True}, {1, 2, 3, 4, 5}),
        ({}, set()),
    ],
)
def test_whom_an_audience_names(customers, audience, wanted):
    """All that is given holds; of several groups, segments or routes one is enough; an empty one names nobody."""
    customers.send()
    campaign = customers.draft(flow="weather_warning", audience=audience)
    told = campaigns.dry_run(customers.parts, "demo", campaign)
    assert told.recipients == len(wanted)
    if wanted:
        customers.start(campaign)
        customers.collect()
    threads = {row.id: row.phone for row in customers.rows(tables.threads)}
    assert {threads[row.thread_id] for row in customers.recipients(campaign)} == {phone_of(n) for n in wanted}


def test_whoever_is_reached_by_route_is_told_of_that_parcel(customers):
    """The parcel under way on the route is the conversation's."""
    campaign = customers.draft(flow="weather_warning", audience={"routes": ["R8"]})
    customers.go(campaign)
    (talk,) = customers.rows(tables.conversations, tables.conversations.c.flow == "weather_warning")
    parcels = {row.id: row.tracking_no for row in customers.rows(tables.shipments)}
    assert parcels[talk.shipment_id] == "P1"


def test_a_list_and_an_audience_add_up_to_each_customer_once(customers):
    """Who is listed and matches too is one recipient."""
    campaign = customers.draft(phone_of(1), OTHER, flow="weather_warning", audience={"groups": ["loyal"]}, agree=False)
    assert campaigns.dry_run(customers.parts, "demo", campaign).recipients == 2
    customers.go(campaign)
    assert customers.progress(campaign)["recipients"] == 2


def test_an_erased_customer_stays_out_of_lists(town):
    """Erased and listed anew, the number has refused still; what a list said of its owner is gone, and who waited is let off."""
    town.agrees(PHONE)
    town.reply("退订", PHONE)
    waiting = town.draft()
    campaigns.add_list(town.parts, "demo", waiting, sheet(f"{PHONE},八折", header="phone,offer"))
    retention.erase(town.parts, "demo", PHONE, "test")
    (gone,) = town.recipients(waiting)
    assert (gone.status, gone.reason, gone.data) == ("canceled", "erased", {})
    campaign = town.draft(PHONE, agree=False)
    town.go(campaign)
    assert [each["reason"] for each in town.status(campaign)["reasons"]] == ["opted_out"]
    talks = town.rows(tables.conversations)
    assert not [talk.cause for talk in talks if PHONE in talk.cause]
