"""The worker: takes bells from the queue and does what they ask, one after the other."""

from __future__ import annotations

import threading
import time
from typing import Final

import redis
import structlog
from rq.exceptions import StopRequested

from bot.doorbell import BEAT_SECONDS, JOB_SECONDS, Doorbell
from bot.jobs import BellWorker
from bot.settings import Settings

HUNG_AFTER: Final = JOB_SECONDS + 60
"""Seconds without progress of the main loop after which the worker no longer counts as alive."""


RECONNECT_EVERY: Final = 1.0
"""Seconds between two tries where Redis is away."""

log = structlog.get_logger(__name__)


class Pulse:
    """Gives a sign of life a few times in `BEAT_SECONDS`, as long as the main loop makes progress."""

    def __init__(self, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        self._moved = float("-inf")
        self._begun = threading.Event()

    def moved(self) -> None:
        """The main loop made progress."""
        self._moved = time.monotonic()
        self._begun.set()

    def start(self) -> None:
        """Beat from the first progress on, in a thread that ends with the process."""
        threading.Thread(target=self._beat, name="pulse", daemon=True).start()

    def _beat(self) -> None:
        self._begun.wait()
        while True:
            if time.monotonic() - self._moved < HUNG_AFTER:
                self._doorbell.beat("worker")
            time.sleep(BEAT_SECONDS / 3)


def run(settings: Settings) -> None:
    """Works until SIGTERM or Ctrl-C; a job that runs is finished first."""
    from bot import wiring

    wiring.get().follow()  # what cannot be put together should fail here, not in the first job
    pulse = Pulse(Doorbell(settings.redis_url))
    pulse.start()
    try:
        while not _worked(settings.redis_url, pulse):
            log.warning("queue_away", again_in_seconds=RECONNECT_EVERY)
            time.sleep(RECONNECT_EVERY)
    except StopRequested:  # told to stop while Redis was away
        return


def _worked(redis_url: str, pulse: Pulse) -> bool:
    """Work until told to stop (true), or until RQ gives up: it does on any error of Redis but one while it waits for a job."""
    connection = redis.Redis.from_url(redis_url)
    try:
        worker = BellWorker(connection, on_progress=pulse.moved)
        worker.work(logging_level="WARNING")
    except redis.RedisError:
        return False
    finally:
        connection.close()
    return worker.told_to_stop
