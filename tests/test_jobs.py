"""The worker does what it is asked to by name, and nothing that is not on its list."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
import redis
from rq import Callback, Queue, SimpleWorker
from rq.job import Job
from rq.serializers import JSONSerializer

from bot import jobs
from bot.doorbell import QUEUE, Doorbell, pending_key
from tests.support.standin import App


@pytest.fixture
def client(valkey_url):
    with redis.Redis.from_url(valkey_url) as connection:
        yield connection


@pytest.fixture
def app(tmp_path, monkeypatch):
    """A stand-in for the wired application that notes what was called."""
    monkeypatch.setenv("STANDIN_JOURNAL", str(tmp_path / "journal"))
    (tmp_path / "journal").touch()
    wired = App()
    monkeypatch.setattr(jobs, "_app", lambda: wired)
    return wired


@pytest.fixture
def work(client):
    """Runs a real worker until the queue is empty; RQ takes the process's signals, so they are given back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def burst(worker=None):
        (worker or jobs.BellWorker(client)).work(burst=True, logging_level="CRITICAL")

    yield burst
    for number, handler in before.items():
        signal.signal(number, handler)


def queue(client):
    return Queue(QUEUE, connection=client, serializer=JSONSerializer)


def failures(client):
    registry = queue(client).failed_job_registry
    return [Job.fetch(i, client, JSONSerializer).latest_result().exc_string for i in registry.get_job_ids()]


def test_the_names_on_the_wire():
    """The queue of a running installation holds these names: they may grow, they are never renamed."""
    assert {*jobs.JOBS} >= {"drain_outbox", "fire_timers", "send_instructions", "sweep", "poll_inbound"}


@pytest.mark.parametrize("name", ["drain_outbox", "send_instructions", "sweep"])
def test_a_job_calls_the_function_of_its_name(valkey_url, client, app, work, name):
    """A job on the wire becomes a call on the wired application, and leaves nothing in Redis."""
    bell = Doorbell(valkey_url)
    bell.ring(name)
    assert bell.flush()
    work()
    assert app.journal.read_text().split("\n")[0] == name
    assert client.keys("rq:job:*") == []


def test_an_id_reaches_the_function(client, app, work):
    """Arguments are ids, as JSON."""
    queue(client).enqueue_call("poll_inbound", args=("demo",))
    work()
    assert app.journal.read_text() == "poll_inbound demo\n"


def test_os_system_is_refused(client, app, work, tmp_path):
    """Whoever can write to the queue can still not run a command; without our job class RQ would do it."""
    target = tmp_path / "owned"
    queue(client).enqueue_call("os.system", args=(f"touch {target}",))
    work()
    assert not target.exists()
    assert "JobRefused" in failures(client)[0]
    # the control: RQ as it comes does run it, so the test above can fail
    queue(client).enqueue_call("os.system", args=(f"touch {target}",))
    work(SimpleWorker([queue(client)], connection=client, serializer=JSONSerializer))
    assert target.exists()


@pytest.mark.parametrize(
    "payload",
    [
        '["bot.jobs.drain_outbox", null, [], {}]',
        '["system", "os", ["true"], {}]',
        '["drain_outbox", null, [], {"carrier": "demo"}]',
        '["__class__", null, [], {}]',
        '[["drain_outbox"], null, [], {}]',
        '["drain_outbox"]',
        '"drain_outbox"',
        "not json",
        "\x80\x04\x95\x00",
    ],
)
def test_a_forged_payload_runs_nothing_and_stops_nothing(client, app, work, payload):
    """A job whose payload we did not write runs nothing, and the worker goes on with the next one."""
    bad = queue(client).enqueue_call("sweep")
    client.hset(bad.key, "data", payload)
    queue(client).enqueue_call("drain_outbox")
    work()
    assert app.journal.read_text() == "drain_outbox\n"


@pytest.mark.parametrize("when", ["on_success", "on_failure"])
def test_a_forged_callback_is_not_called(client, app, work, tmp_path, monkeypatch, when):
    """RQ would import and call a callback by its name, too."""
    name = {"on_success": "sweep", "on_failure": "fire_timers"}[when]
    queue(client).enqueue_call(name, **{when: Callback("tests.test_jobs.forged")})
    monkeypatch.setenv("FORGED", str(tmp_path / "forged"))
    work()
    assert name in app.journal.read_text()
    assert not (tmp_path / "forged").exists()


def forged(*_):
    """What a forged callback would do."""
    Path(os.environ["FORGED"]).touch()


def test_a_job_that_fails_does_not_stop_the_worker(client, app, work):
    """An exception in one job is kept for an hour, and the next job runs."""
    failing = queue(client).enqueue_call("fire_timers", failure_ttl=3600)
    queue(client).enqueue_call("sweep")
    work()
    assert app.journal.read_text() == "fire_timers\nsweep\n"
    assert "a turn went wrong" in failures(client)[0]
    assert 3500 < client.ttl(failing.key) <= 3600


def test_the_pending_mark_is_gone_before_the_work_begins(client, app, work, monkeypatch):
    """A bell that is rung while the job runs is queued again: the job may have looked already."""
    seen = []
    client.set(pending_key(("sweep",)), 1)
    monkeypatch.setattr(App, "sweep", lambda _: seen.append(client.exists(pending_key(("sweep",)))))
    queue(client).enqueue_call("sweep")
    work()
    assert seen == [0]


def test_worker_settings_that_bound_what_a_crash_costs(client):
    """One queue, short lives, own job class: each was measured or read in RQ's source (docs of `bot.jobs`)."""
    worker = jobs.BellWorker(client)
    assert [q.name for q in worker.queues] == [QUEUE]
    assert (worker.worker_ttl, worker.maintenance_interval, worker.default_result_ttl) == (60, 30, 0)
    assert worker.job_class is jobs.AllowedJob
    assert worker.dequeue_timeout == 45
