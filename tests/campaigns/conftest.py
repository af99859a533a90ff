"""A world with campaigns on each database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot import campaigns, turns
from bot.core.campaigning import NewCampaign
from bot.core.rulebook import Caps, Windows
from bot.store import tables
from tests.support.world import World

ANYTIME = Windows.model_validate(
    {category: {"default": ["00:00-24:00"]} for category in ("service", "survey", "promotion")}
)
KNOWN_BY_IMPORT = Caps.model_validate({"promotion": {"known_by": ["import", "text", "reply"]}})


def phone_of(number: int) -> str:
    return f"+861380013{number:04}"


def sheet(*phones: str, header: str = "phone") -> bytes:
    return "\n".join((header, *phones)).encode()


class Town(World):
    """Many customers, and the verbs of campaigns."""

    def draft(self, *phones: str, flow: str = "coupon", agree: bool = True, **wanted: Any) -> int:
        """A campaign to these numbers, who have agreed to promotions."""
        asked = {"name": "Autumn", "flow": flow, **wanted}
        campaign = campaigns.create(self.parts, "demo", NewCampaign.model_validate(asked), "test")
        if phones:
            campaigns.add_list(self.parts, "demo", campaign, sheet(*phones))
        for phone in phones if agree else ():
            self.agrees(phone)
        return campaign

    def start(self, campaign: int, **when: Any) -> None:
        campaigns.start(self.parts, "demo", campaign, "test", **when)

    def collect(self) -> None:
        """The recipients are written down, and nobody is begun yet."""
        campaigns.run(self.parts, turns.start_flow, seconds=0)

    def run(self) -> int:
        """The worker does what is due until nothing is."""
        begun, self.rung[:] = 0, ["run_campaigns"]
        while "run_campaigns" in self.rung:
            self.rung.clear()
            begun += campaigns.run(self.parts, turns.start_flow, seconds=5)
        return begun

    def go(self, campaign: int, **when: Any) -> None:
        """Start it, begin everybody, send what may leave, look at what came of it."""
        self.start(campaign, **when)
        self.run()
        self.send()
        self.pass_(seconds=5)

    def pass_(self, **span: float) -> None:
        """Time passes, and the worker looks again."""
        self.clock.move(timedelta(**span))
        self.run()

    def status(self, campaign: int) -> dict[str, Any]:
        return campaigns.status(self.parts, "demo", campaign)

    def progress(self, campaign: int) -> dict[str, int]:
        return {name: count for name, count in self.status(campaign)["progress"].items() if count}

    def recipients(self, campaign: int) -> list[Any]:
        return self.rows(tables.campaign_recipients, tables.campaign_recipients.c.campaign_id == campaign)

    def write(self, statement: sa.sql.expression.Executable) -> None:
        with self.store.write() as connection:
            connection.execute(statement)


@pytest.fixture
def town(database_url: str, tmp_path: Path) -> Iterator[Town]:
    """Promotions at any hour, and consent by import makes a customer known."""
    made = Town(database_url, tmp_path, rules={"windows": ANYTIME, "caps": KNOWN_BY_IMPORT})
    yield made
    made.close()


@pytest.fixture
def strict(database_url: str, tmp_path: Path) -> Iterator[Town]:
    """The demo carrier's own windows: at its noon no promotion may leave."""
    made = Town(database_url, tmp_path)
    yield made
    made.close()
