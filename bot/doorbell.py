"""Rings for the worker that there is work in the database. A bell that is lost costs seconds, never work.

Ringing is fire and forget: `ring` notes the name and returns; one background thread does the rest, at most every
`PAUSE` seconds a name. Bells coalesce, because a job drains everything that is due and a second one behind it finds nothing.

Why coalescing never loses a ring. Each bell has a *pending* mark in Redis, set by who rings and deleted by the job as its
very first act, before it looks at the database (`bot.jobs`).
 1. The caller commits its rows, then rings. `ring` notes the name *after* that commit.
 2. The thread takes the noted names away first and only then asks Redis, so a name noted meanwhile is taken in the next round.
 3. `SET pending NX` fails: a job was queued that has not deleted its mark. It will delete it after this moment, hence after
    our commit, and look at the database after that: it sees our rows. Nothing to do.
 4. `SET pending NX` succeeds: whatever job ran last deleted its mark before this moment and may have looked before our
    commit. We queue a new one.
What is left is the loss of Redis, or of a worker between popping and starting: then the mark stays. It expires after
`PENDING_SECONDS`, and the clock rings for whatever is due in the database every second (`bot.embedded.clock`).

A worker that is away does not make the queue grow without end: from `FULL` waiting jobs on nothing more is queued. The
clock rings again when there is room.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import redis
import structlog
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer

QUEUE: Final = "parceltalk"
"""One queue: a worker that listens to two and is killed between popping and starting loses the job for good (RQ 3.0, queue.py)."""
JOB_SECONDS: Final = 60
KEEP_FAILED_SECONDS: Final = 3600
PAUSE: Final = 0.02
PENDING_SECONDS: Final = 5
FULL: Final = 100
BEAT_SECONDS: Final = 15
"""For how long a sign of life counts."""

Bell = tuple[str, ...]
"""A job's name and its arguments, which are ids."""

log = structlog.get_logger(__name__)


def connect(redis_url: str, seconds: float = 1.0) -> redis.Redis:
    """A client that gives up after `seconds` and does not try again by itself."""
    return redis.Redis.from_url(
        redis_url, socket_connect_timeout=seconds, socket_timeout=seconds, retry=Retry(NoBackoff(), 0)
    )


def pending_key(bell: Bell) -> str:
    """The mark of a bell that a job has yet to answer."""
    return f"{QUEUE}:pending:{':'.join(bell)}"


@dataclass(frozen=True, slots=True)
class QueueHealth:
    """What `/readyz` and `/metrics` tell about the queue."""

    reachable: bool
    waiting: int = 0
    """Jobs that no worker has taken yet."""
    alive: Mapping[str, int] | None = None
    """How many of each part ("worker", "clock") gave a sign of life within `BEAT_SECONDS`."""

    def has(self, part: str) -> bool:
        return bool(self.alive and self.alive.get(part))


def _weakly(method: Callable[[], None]) -> Callable[[], None]:
    """Calls `method` as long as its object lives, without keeping it alive."""
    reference = weakref.WeakMethod(method)

    def call() -> None:
        alive = reference()
        if alive is not None:
            alive()

    return call


class Doorbell:
    """One for a process; thread-safe, and safe to have been made before a fork."""

    def __init__(self, redis_url: str) -> None:
        self.redis_url = redis_url
        self.rung = self.coalesced = self.failed = 0
        """Bells queued, bells that one already pending stood for, bells lost because Redis did not answer."""
        self._redis = connect(redis_url)
        self._queue = Queue(QUEUE, connection=self._redis, serializer=JSONSerializer)
        self._start_afresh()
        os.register_at_fork(after_in_child=_weakly(self._start_afresh))

    def _start_afresh(self) -> None:
        """Also in a forked child: threads do not survive a fork, and a lock may have been held at that moment."""
        self._noted: set[Bell] = set()
        self._wake = threading.Condition()
        self._busy = False
        self._thread: threading.Thread | None = None

    def ring(self, job: str, *ids: str) -> None:
        """Ask for `job` to run soon. Returns at once and never raises; call it after COMMIT."""
        with self._wake:
            self._noted.add((job, *ids))
            self._ensure_thread()
            self._wake.notify_all()

    def flush(self, seconds: float = 2.0) -> bool:
        """Wait until everything rung so far was handed to Redis or given up; for short-lived programs. False: not within `seconds`."""
        with self._wake:
            return self._wake.wait_for(lambda: not self._noted and not self._busy, seconds)

    def _ensure_thread(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="doorbell", daemon=True)
            self._thread.start()
            atexit.register(self.flush)

    def _serve(self) -> None:
        while True:
            with self._wake:
                self._busy = False
                self._wake.notify_all()
                self._wake.wait_for(lambda: self._noted)
                bells, self._noted = self._noted, set()
                self._busy = True
            for bell in sorted(bells):
                self._hand_over(bell)
            time.sleep(PAUSE)

    def _hand_over(self, bell: Bell) -> None:
        key = pending_key(bell)
        try:
            if self._redis.llen(self._queue.key) >= FULL or not self._redis.set(key, 1, nx=True, ex=PENDING_SECONDS):
                self.coalesced += 1
                return
            self._enqueue(bell)
            self.rung += 1
        except redis.RedisError as error:
            self.failed += 1
            log.warning("bell_lost", job=bell[0], error=type(error).__name__, lost=self.failed)

    def _enqueue(self, bell: Bell) -> None:
        name, *ids = bell
        self._queue.enqueue_call(
            name,
            args=tuple(ids),
            timeout=JOB_SECONDS,
            result_ttl=0,
            failure_ttl=KEEP_FAILED_SECONDS,
            description=name,
        )

    # ── signs of life ────────────────────────────────────────────────────────────────────────────

    def beat(self, part: str) -> None:
        """Say that this process, a `part`, is alive. Never raises."""
        try:
            self._redis.set(f"{QUEUE}:alive:{part}:{os.uname().nodename}:{os.getpid()}", 1, ex=BEAT_SECONDS)
        except redis.RedisError:
            self.failed += 1

    def health(self) -> QueueHealth:
        """How the queue is now, within a second. Never raises."""
        try:
            waiting = self._redis.llen(self._queue.key)
            keys = [key.decode().split(":")[2] for key in self._redis.scan_iter(f"{QUEUE}:alive:*", count=1000)]
        except redis.RedisError:
            return QueueHealth(reachable=False)
        return QueueHealth(reachable=True, waiting=waiting, alive={part: keys.count(part) for part in set(keys)})
