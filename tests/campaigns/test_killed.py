"""Two campaigns, four workers, kill -9 in the middle, on both databases: nobody twice, nobody left out.

Real workers and a real clock as processes, a real queue, and a provider in a process of its own that keeps what it accepted. Who got what
is read from the provider's side alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import campaigns
from bot.catalogue import Catalogue
from bot.clock import CarrierClock
from bot.core.campaigning import NewCampaign
from bot.library import load
from bot.parts import Parts
from bot.settings import Settings
from bot.store import tables
from tests.support.installation import Installation, wait
from tests.support.processes import Process, Start
from tests.support.twilio_standin import StandIn, twilio_standin_process

RECIPIENTS = 120
WORDS = {"storm": "storm on route seven", "flood": "flood on route nine"}
FLOW = """\
flow: {name}
title: A notice to everybody on a route
category: service
subject: customer
starts_on: campaign
states:
  told: {{say: told, end: true}}
texts:
  told:
    zh-CN: {words}
    en: {words}
"""


@pytest.fixture
def twilio(tmp_path: Path) -> Iterator[StandIn]:
    with twilio_standin_process(history=tmp_path / "twilio.jsonl", latency=0.02, callbacks={"off": True}) as running:
        yield running


@pytest.fixture
def here(tmp_path: Path, database_url: str, valkey_url: str, twilio: StandIn) -> Iterator[Installation]:
    made = Installation(
        tmp_path,
        database_url,
        twilio,
        REDIS_URL=valkey_url,
        SEND_LEASE_SECONDS="3",
        DOUBT_GRACE_SECONDS="1",
        SWEEP_SECONDS="0.3",
        POLL_SECONDS="3600",
    )
    rules = made.flows / "demo" / "carrier.yaml"
    rules.write_text(rules.read_text("utf-8") + '\nwindows: {service: {default: ["00:00-24:00"]}}\n', "utf-8")
    for name, words in WORDS.items():
        (made.flows / "demo" / f"{name}.yaml").write_text(FLOW.format(name=name, words=words), "utf-8")
    yield made
    made.close()


@pytest.fixture
def parts(here: Installation) -> Parts:
    """What a command of the operator has."""
    settings = Settings.from_env(here.environment())
    catalogue = Catalogue(here.store, load(here.flows))
    clock = CarrierClock(here.store)
    catalogue.publish(clock.now())
    return Parts(settings, here.store, catalogue, clock, {}, {}, lambda *_: None)


def phones() -> list[str]:
    return [f"+8613800{n:06}" for n in range(RECIPIENTS)]


def draft(parts: Parts, flow: str) -> int:
    wanted = NewCampaign(name=flow, flow=flow)
    campaign = campaigns.create(parts, "demo", wanted, "test")
    campaigns.add_list(parts, "demo", campaign, "\n".join(("phone", *phones())).encode())
    return campaign


@pytest.mark.process
@pytest.mark.fault
@pytest.mark.timeout(150)
def test_four_workers_two_campaigns_killed_in_the_middle(
    here: Installation, parts: Parts, start: Start, twilio: StandIn
):
    """Two of four workers are killed at a third of the way and two more at two thirds, each replaced: every recipient has one text of each."""
    both = [draft(parts, flow) for flow in WORDS]
    env = here.environment()
    start("-m", "bot", "clock", "--tick", "0.1", env=env)
    workers: list[Process] = [start("-m", "bot", "worker", env=env) for _ in range(4)]
    for campaign in both:
        campaigns.start(parts, "demo", campaign, "test")

    whole = len(WORDS) * RECIPIENTS
    begun_at_kill = []
    for share in (1 / 3, 2 / 3):
        wait(lambda share=share: len(here.rows(tables.conversations)) >= whole * share, "a part of it", 60)
        for worker in workers[:2]:
            worker.kill()
        begun_at_kill.append(len(here.rows(tables.conversations)))
        workers = workers[2:] + [start("-m", "bot", "worker", env=env) for _ in range(2)]
    assert begun_at_kill[0] < whole, "the first kill came too late to be in the middle"

    wait(lambda: all(status(parts, each)["status"] == "done" for each in both), "both done", 60)
    wait(here.settled, "every text settled", 60)
    got = Counter((message["to"], flow(message["body"])) for message in twilio.messages())
    assert got == Counter({(phone, name): 1 for phone in phones() for name in WORDS})
    for campaign in both:
        progress = status(parts, campaign)["progress"]
        assert (progress["recipients"], progress["sent"]) == (RECIPIENTS, RECIPIENTS)
    assert {row.status for row in here.rows(tables.outbox)} == {"accepted"}
    print(f"{datetime.now(UTC):%H:%M:%S} begun at the kills: {begun_at_kill} of {whole}")


def flow(body: str) -> str:
    return next(name for name, words in WORDS.items() if words in body)


def status(parts: Parts, campaign: int) -> dict:
    return campaigns.status(parts, "demo", campaign)
