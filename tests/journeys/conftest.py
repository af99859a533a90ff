"""The embedded whole as a real process, with everything outside it real too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.installation import CarrierSystem, Installation, carrier_system
from tests.support.processes import Process, Start
from tests.support.twilio_standin import StandIn, twilio_standin_process


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.process)


@pytest.fixture
def twilio(tmp_path: Path) -> Iterator[StandIn]:
    with twilio_standin_process(history=tmp_path / "twilio.jsonl", latency=0.02) as running:
        yield running


@pytest.fixture
def system() -> Iterator[CarrierSystem]:
    with carrier_system() as running:
        yield running


@pytest.fixture
def here(tmp_path: Path, database_url: str, twilio: StandIn, system: CarrierSystem) -> Iterator[Installation]:
    """An installation with Twilio and a carrier's system, on SQLite and on PostgreSQL."""
    made = Installation(tmp_path, database_url, twilio, system)
    yield made
    made.close()


@pytest.fixture
def run(start: Start) -> Callable[..., Process]:
    """Starts `python app.py` for an installation and waits until it answers."""

    def begin(installation: Installation, **env: str) -> Process:
        process = start("app.py", env=installation.environment(**env))
        process.wait_for("Parceltalk runs at", 90)
        process.wait_for_http(f"{installation.url}/readyz", 90)
        return process

    return begin
