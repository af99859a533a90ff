"""The clock: finds what is due in the database and rings for it. What is due stays due until it is done, so a bell that
is lost, a queue that was flushed or a clock that was away costs seconds. Two clocks ring twice, and the second bell finds nothing.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

import structlog

from bot.doorbell import BEAT_SECONDS, Doorbell
from bot.parts import Parts
from bot.settings import Settings
from bot.store import due

log = structlog.get_logger(__name__)

TICK: Final = 1.0
"""Seconds between two looks at the database."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the clock rings for."""

    job: str
    every: float
    """Seconds between two bells at least."""
    only_when_due: bool
    """Ring only when the database has something due for this job."""


def rules(sweep_every: float) -> tuple[Rule, ...]:
    """What is rung for besides the poll. Seconds."""
    return (
        Rule("fire_timers", every=0, only_when_due=True),
        Rule("drain_outbox", every=0, only_when_due=True),
        Rule("send_instructions", every=0, only_when_due=True),
        Rule("run_campaigns", every=0, only_when_due=True),
        Rule("run_retention", every=0, only_when_due=True),
        Rule("sweep", every=sweep_every, only_when_due=False),
    )


class Ticker:
    """Decides at each tick what to ring for. Knows no time of its own: `tick` is told (monotonic seconds)."""

    def __init__(
        self,
        due: Callable[[], Iterable[str]],
        polled: Callable[[], Iterable[str]],
        ring: Callable[..., None],
        sweep_every: float = 15.0,
        poll_every: float = 60.0,
    ) -> None:
        """`due` names the jobs that have something due, `polled` the carriers whose provider has a list of received texts.

        A poll covers hours, and a sweep everything, so one that is missed costs nothing.
        """
        self._due, self._polled, self._ring = due, polled, ring
        self._rules, self._poll_every = rules(sweep_every), poll_every
        self._last: dict[str, float] = {}

    def tick(self, now: float) -> None:
        """Ring for everything whose time has come. Raises what `due` raises."""
        due = set(self._due())
        for rule in self._rules:
            if self._time_for(rule.job, rule.every, now) and (not rule.only_when_due or rule.job in due):
                self._rang(rule.job, now)
                self._ring(rule.job)
        if self._time_for("poll_inbound", self._poll_every, now):
            self._rang("poll_inbound", now)
            for carrier in self._polled():
                self._ring("poll_inbound", carrier)

    def _time_for(self, job: str, every: float, now: float) -> bool:
        return now - self._last.get(job, float("-inf")) >= every

    def _rang(self, job: str, now: float) -> None:
        self._last[job] = now


def due_in(parts: Parts) -> set[str]:
    """The jobs that have something due in the database."""
    with parts.store.read() as connection:
        slugs = due.carriers_ahead(connection)
    ahead = {slug: parts.clock.now(slug) for slug in slugs}
    with parts.store.read() as connection:
        return due.jobs(connection, parts.clock.now(), ahead)


def polled_in(parts: Parts) -> set[str]:
    """Carriers with a channel whose provider keeps a list; the simulator's texts are our own rows."""
    return {slug for (slug, _), channel in parts.channels.items() if channel.name != "simulator"}


def run(settings: Settings, tick: float = TICK) -> None:
    """Ticks every `tick` seconds until SIGTERM or Ctrl-C."""
    from bot import wiring

    app = wiring.get()
    app.follow()
    parts = app.parts
    doorbell = Doorbell(settings.redis_url)
    every = (settings.sweep_seconds, settings.poll_seconds)
    ticker = Ticker(partial(due_in, parts), partial(polled_in, parts), doorbell.ring, *every)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    beat_at = float("-inf")
    while not stop.wait(tick):
        now = time.monotonic()
        try:
            ticker.tick(now)
        except Exception:
            log.exception("tick_failed")  # the database may be away; it is asked again at the next tick
            stop.wait(2)
        if now - beat_at >= BEAT_SECONDS / 3:
            doorbell.beat("clock")
            beat_at = now
    doorbell.flush()
