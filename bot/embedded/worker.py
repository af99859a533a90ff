"""The worker: takes bells from the queue and does what they ask, one after the other."""

from __future__ import annotations

import threading
import time
from typing import Final

import redis

from bot.doorbell import BEAT_SECONDS, JOB_SECONDS, Doorbell
from bot.jobs import BellWorker
from bot.settings import Settings

HUNG_AFTER: Final = JOB_SECONDS + 60
"""Seconds without progress of the main loop after which the worker no longer counts as alive."""


class Pulse:
    """Gives a sign of life a few times in `BEAT_SECONDS`, as long as the main loop makes progress."""

    def __init__(self, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        self._moved = time.monotonic()

    def moved(self) -> None:
        """The main loop made progress."""
        self._moved = time.monotonic()

    def start(self) -> None:
        """Beat from now on, in a thread that ends with the process."""
        threading.Thread(target=self._beat, name="pulse", daemon=True).start()

    def _beat(self) -> None:
        while True:
            if time.monotonic() - self._moved < HUNG_AFTER:
                self._doorbell.beat("worker")
            time.sleep(BEAT_SECONDS / 3)


def run(settings: Settings) -> None:
    """Works until SIGTERM or Ctrl-C; a job that runs is finished first."""
    from bot import wiring

    wiring.get()  # what cannot be put together should fail here, not in the first job
    pulse = Pulse(Doorbell(settings.redis_url))
    worker = BellWorker(redis.Redis.from_url(settings.redis_url), on_progress=pulse.moved)
    pulse.start()
    worker.work(logging_level="WARNING")
