"""A wired application for tests of worker, clock and web server alone: `python -m tests.support.standin worker|clock|web`.

Writes one line for every job that ran to the file named by STANDIN_JOURNAL; what is due it reads from STANDIN_DUE
(names, one a line), afresh each time.
"""

from __future__ import annotations

import os
import sys
import time
import types
from pathlib import Path


class App:
    """Answers like `wiring.get()`, as far as worker and clock ask."""

    def __init__(self) -> None:
        self.journal = Path(os.environ["STANDIN_JOURNAL"])
        self.due_file = Path(os.environ.get("STANDIN_DUE", os.devnull))

    def note(self, line: str) -> None:
        with self.journal.open("a") as journal:
            journal.write(line + "\n")

    def drain_outbox(self) -> None:
        self.note("drain_outbox")

    def fire_timers(self) -> None:
        self.note("fire_timers")
        raise ValueError("a turn went wrong")

    def send_instructions(self) -> None:
        self.note("send_instructions")
        time.sleep(float(os.environ.get("STANDIN_SLOW", "0")))
        self.note("send_instructions done")

    def run_campaigns(self) -> None:
        self.note("run_campaigns")

    def run_retention(self) -> None:
        self.note("run_retention")

    def watch_coupons(self) -> None:
        self.note("watch_coupons")

    def sweep(self) -> None:
        self.note("sweep")

    def poll_inbound(self, carrier: str) -> None:
        self.note(f"poll_inbound {carrier}")

    def due(self) -> list[str]:
        return self.due_file.read_text().split()

    def follow(self) -> None:
        """Flows are not asked for here."""

    def polled_carriers(self) -> list[str]:
        return ["demo"]


def install() -> App:
    """Put it in the place of `bot.wiring` in this process."""
    app = App()
    module = types.ModuleType("bot.wiring")
    module.get = lambda: app  # type: ignore[attr-defined]
    sys.modules["bot.wiring"] = module
    import bot

    bot.wiring = module  # type: ignore[attr-defined]
    return app


if __name__ == "__main__":
    from bot.cli import main

    install()
    main()
