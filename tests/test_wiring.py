"""Parts that start together on a fresh database do not stumble over each other's first publication."""

from __future__ import annotations

import threading
from pathlib import Path

from bot import wiring
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]


def test_parts_that_start_together_publish_once(database_url: str, tmp_path: Path) -> None:
    """Four parts on an empty, migrated database: each comes up with the demo carrier's flows, and nothing raises."""
    env = {"DATABASE_URL": database_url, "BOT_DATA_DIR": str(tmp_path), "FLOWS_DIR": str(ROOT / "flows")}
    gate = threading.Barrier(4)
    raised: list[Exception] = []
    flows: list[set[str]] = []

    def start() -> None:
        settings = Settings.from_env(env)
        gate.wait()
        try:
            app = wiring.build(settings, env)
        except Exception as error:  # noqa: BLE001 whatever it is, the test shows it
            raised.append(error)
            return
        flows.append(set(app.parts.flows.current("demo")))
        app.parts.store.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert raised == []
    assert len(flows) == 4
    assert all("delivery_options" in found for found in flows)
