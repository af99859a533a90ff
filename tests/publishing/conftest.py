"""A carrier with one flow in a folder of its own, on each database, and hands to change the file, publish it, and talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import publishing
from bot.catalogue import Catalogue
from bot.core.fate import Fate
from bot.drafts import Draft, Drafts
from bot.store import tables
from tests.support.world import PHONE, World

CARRIER = """
carrier: demo
brand: {en: Fengchi}
locales: [en]
time_zone: Asia/Shanghai
standard: []
channels: {simulator: {kind: simulator}}
"""
FLOW = """
flow: visit
title: A visit
starts_on: in_transit
states:
  offered:
    say: menu
    replies: {1: {go: when, means: schedule}, 2: {go: dropped}}
    silence: {after: 4h, go: dropped}
    unclear: dropped
  when:
    say: ask_when
    replies: {text: {go: done}}
    silence: {after: 2h, go: dropped}
  done: {say: thanks, end: true}
  dropped: {end: true}
texts:
  menu: {en: "Parcel {tail}: reply 1 to choose a time, 2 to leave it"}
  ask_when: {en: When shall we come?}
  thanks: {en: Thank you}
"""
RENAMED = FLOW.replace("  offered:", "  asked:").replace('menu: {en: "Parcel', 'menu: {en: "Your parcel')
"""The first state has another name; what its answers lead to is the same."""
OTHER = RENAMED.replace(
    "1: {go: when, means: schedule}, 2: {go: dropped}", "1: {go: dropped}, 2: {go: when, means: schedule}"
)
"""The digits have changed places."""
ENDING = FLOW.replace("  menu:", "  sorry: {en: We have changed how visits work. Please call us.}\n  menu:")


class Desk:
    """A flow author at work beside a running product."""

    def __init__(self, database_url: str, tmp: Path) -> None:
        self.folder = tmp / "flows"
        (self.folder / "demo").mkdir(parents=True)
        (self.folder / "standard").mkdir()
        self.world = World(database_url, tmp)
        self.write(FLOW)
        (self.folder / "demo" / "carrier.yaml").write_text(CARRIER)
        self.drafts = Drafts(self.folder)
        self.catalogue = Catalogue(self.world.store)
        settings = replace(self.world.parts.settings, flows_dir=self.folder)
        self.world.parts = replace(self.world.parts, settings=settings, flows=self.catalogue)
        publishing.publish_files(self.world.parts, self.draft)
        self.catalogue.refresh()

    def write(self, flow: str) -> None:
        (self.folder / "demo" / "visit.yaml").write_text(flow)

    @property
    def draft(self) -> Draft:
        return self.drafts.look()

    @property
    def plan(self) -> publishing.Plan:
        return publishing.plan(self.world.parts, self.draft, "demo", "visit")

    def publish(self, flow: str, fate: Fate | None = None) -> None:
        self.write(flow)
        publishing.publish(self.world.parts, self.plan, "system", fate)
        self.catalogue.refresh()

    @property
    def current(self) -> str:
        return self.catalogue.current("demo")["visit"].hash

    def begin(self, number: int = 0) -> str:
        """A customer is asked; their phone."""
        phone = f"{PHONE[:-3]}{number:03}"
        parcel = f"FY000000{number:04}"
        self.world.parcel(parcel, phone, locale="en")
        self.world.event("in_transit", parcel)
        self.world.send()
        return phone

    def talks(self) -> list[tuple[str, str, bool]]:
        """Version, state, ended of every conversation."""
        return [(row.flow_hash, row.state, row.ended_at is not None) for row in self.world.rows(tables.conversations)]


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(database_url, tmp_path)
    yield made
    made.world.close()
