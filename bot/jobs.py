"""What the worker can be asked to do. The names are a wire contract: a queue may hold jobs of an older version.

Arguments are ids, as JSON. What runs is decided by `JOBS` alone: RQ itself would import and call whatever a job names, so that
anybody who can write to Redis could run anything (with `JSONSerializer` too: a queued `os.system` is executed).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import redis
from rq import Queue, SimpleWorker
from rq.job import Job
from rq.serializers import JSONSerializer

from bot.core.errors import ParceltalkError
from bot.doorbell import QUEUE, pending_key


class JobRefused(ParceltalkError):
    """A queued job that this program does not do."""


def drain_outbox() -> None:
    """Send what is due, in order of lane, until nothing is."""
    _app().drain_outbox()


def fire_timers() -> None:
    """Take a turn for each timer that is due."""
    _app().fire_timers()


def send_instructions() -> None:
    """Tell the carriers' systems what is due."""
    _app().send_instructions()


def run_campaigns() -> None:
    """Begin what campaigns are to begin, a slice at a time, and look after what came of them."""
    _app().run_campaigns()


def run_retention() -> None:
    """Empty what is older than carriers keep, at night, a slice at a time."""
    _app().run_retention()


def watch_coupons() -> None:
    """Tell somebody of coupon pools that run low."""
    _app().watch_coupons()


def sweep() -> None:
    """Settle what is stuck: leases that ran out, texts whose sending was uncertain."""
    _app().sweep()


def poll_inbound(carrier: str) -> None:
    """Read the provider's list of received texts of one carrier for what a webhook missed."""
    _app().poll_inbound(carrier)


JOBS: Final[dict[str, Callable[..., None]]] = {
    "drain_outbox": drain_outbox,
    "fire_timers": fire_timers,
    "send_instructions": send_instructions,
    "run_campaigns": run_campaigns,
    "run_retention": run_retention,
    "watch_coupons": watch_coupons,
    "sweep": sweep,
    "poll_inbound": poll_inbound,
}
"""Every job, by the name on the wire."""


def _app() -> Any:
    from bot import wiring

    return wiring.get()


class AllowedJob(Job):
    """A job that can be one of `JOBS` and nothing else: no other function, no method of an object, no callback, no webhook."""

    @property
    def func(self) -> Callable[..., None]:
        name = self.func_name
        if name not in JOBS or self.instance is not None or self.kwargs:
            raise JobRefused(f"Job {self.id} asks for something else than {', '.join(sorted(JOBS))}.")
        return JOBS[name]

    @property
    def success_callback(self) -> None:
        return None

    @property
    def failure_callback(self) -> None:
        return None

    @property
    def stopped_callback(self) -> None:
        return None

    def send_webhooks(self, *_: Any, **__: Any) -> None:
        """None: RQ's are unsigned and go wherever the queue says."""

    def _execute(self) -> None:
        run = self.func
        ids = [str(value) for value in self.args]
        self.connection.delete(pending_key((self.func_name or "", *ids)))  # before it looks: see `bot.doorbell`
        run(*ids)


class BellWorker(SimpleWorker):
    """Runs jobs in its own process (measured 4 times as fast as RQ's forks). A supervisor restarts it when it dies."""

    job_class = AllowedJob
    max_connection_wait_time = 2.0
    log_result_lifespan = False

    def __init__(self, connection: redis.Redis, on_progress: Callable[[], None] = lambda: None) -> None:
        """`on_progress` is called whenever the main loop moves: between jobs, and at least every 45 s."""
        self._on_progress = on_progress
        self.told_to_stop = False
        super().__init__(
            [Queue(QUEUE, connection=connection, serializer=JSONSerializer, job_class=AllowedJob)],
            connection=connection,
            job_class=AllowedJob,
            serializer=JSONSerializer,
            worker_ttl=60,  # an idle worker blocks for 15 s less, so its maintenance runs at least every 45 s
            maintenance_interval=30,
            default_result_ttl=0,
            log_job_description=False,  # a description would show arguments
        )

    def request_stop(self, *args: Any) -> None:
        self.told_to_stop = True
        super().request_stop(*args)  # type: ignore[no-untyped-call]  # RQ leaves it untyped

    def heartbeat(self, *args: Any, **kwargs: Any) -> None:
        super().heartbeat(*args, **kwargs)
        self._on_progress()
