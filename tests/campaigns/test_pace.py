"""A campaign with a pace: no minute holds more, nothing piles up for an opening window, and everybody gets it in the end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import campaigns, turns
from bot.core.campaigning import CampaignRules, Pace
from bot.store import tables
from tests.campaigns.conftest import phone_of
from tests.support.world import NOON

MANY = [phone_of(n) for n in range(30)]


@pytest.mark.parametrize("per_minute", [1, 2, 7, 20, 60, 599, 6000])
def test_no_minute_holds_more(per_minute):
    """However often it is asked, any sixty seconds hold at most so many, and three minutes not much less than three times that."""
    pace, used, gone = Pace(per_minute), None, []
    for tenth in range(1800):
        now = NOON + tenth * timedelta(seconds=0.1)
        count = pace.room(used, now)
        used = pace.after(used, now, count)
        gone += [now] * count
    for first in gone[:: max(1, per_minute // 50)]:
        assert sum(first <= at < first + timedelta(minutes=1) for at in gone) <= per_minute
    assert len(gone) >= 3 * (per_minute - pace.at_once)


def minute_by_minute(town, campaign, minutes):
    """How many have been begun after each minute, the worker looking every three seconds."""
    seen = []
    for _ in range(minutes):
        for _ in range(20):
            town.pass_(seconds=3)
        seen.append(len(town.rows(tables.conversations)))
    return seen


def test_it_keeps_its_pace(town):
    """Ten a minute: thirty take three minutes, by one worker or by two that look at once."""
    campaign = town.draft(*MANY, limits={"per_minute": 10})
    told = campaigns.dry_run(town.parts, "demo", campaign).as_json()
    assert (told["per_minute"], told["minutes"]) == (10, 3)
    town.start(campaign)
    town.run()
    for _ in range(3):
        campaigns.run(town.parts, turns.start_flow, seconds=1)
    assert len(town.rows(tables.conversations)) == 1
    assert minute_by_minute(town, campaign, 3) == [11, 21, 30]
    town.send()
    town.pass_(seconds=5)
    assert (town.status(campaign)["status"], town.progress(campaign)["sent"]) == ("done", 30)


def test_it_does_not_pile_up_for_the_window(strict):
    """Started while the window is closed nobody is begun; when it opens they go one by one, by the carrier's own pace."""
    strict.change_rules(campaigns=CampaignRules(per_minute=10))
    campaign = strict.draft(*MANY[:15])
    strict.start(campaign)
    strict.run()
    assert strict.progress(campaign) == {"recipients": 15, "waiting": 15}
    assert {each["reason"]: each["count"] for each in strict.status(campaign)["reasons"]} == {"outside_window": 15}
    strict.clock.set(NOON + timedelta(hours=2))
    strict.run()
    assert minute_by_minute(strict, campaign, 2) == [10, 15]
    strict.send()
    strict.pass_(seconds=5)
    assert strict.progress(campaign)["sent"] == 15


def test_pause_and_stop_hold_those_who_wait_for_a_window(strict):
    """Stopped before the window opened, nobody is begun then."""
    campaign = strict.draft(*MANY[:3], limits={"per_minute": 10})
    strict.start(campaign)
    strict.run()
    campaigns.pause(strict.parts, "demo", campaign, "test")
    campaigns.resume(strict.parts, "demo", campaign, "test")
    campaigns.stop(strict.parts, "demo", campaign, "test")
    strict.clock.set(NOON + timedelta(hours=2))
    strict.run()
    assert strict.rows(tables.conversations) == []
    assert strict.progress(campaign) == {"recipients": 3, "skipped": 3}
