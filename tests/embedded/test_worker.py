"""The worker as a real process: what it does with bells, when it is told to stop, when it is killed, when Redis goes away."""

from __future__ import annotations

import pytest
import redis

from bot.doorbell import Doorbell
from tests.support.processes import Start

pytestmark = pytest.mark.process


@pytest.fixture
def run(start: Start, tmp_path, sqlite_url):
    """Starts a real worker over a stand-in application; its journal has a line for every job."""

    def begin(url, **env):
        given = {
            "REDIS_URL": url,
            "DATABASE_URL": sqlite_url,
            "SECRET_KEY": "k" * 40,
            "STANDIN_JOURNAL": str(tmp_path / "journal"),
            "BOT_DATA_DIR": str(tmp_path / "var"),
        }
        process = start("-m", "tests.support.standin", "worker", env=given | env)
        process.wait_for(lambda: Doorbell(url).health().has("worker"))
        return process

    (tmp_path / "journal").touch()
    return begin


@pytest.fixture
def journal(tmp_path):
    return lambda: (tmp_path / "journal").read_text().splitlines()


def test_it_answers_a_bell(run, journal, valkey_url):
    """A bell that rings in one process makes another do the job."""
    worker = run(valkey_url)
    bell = Doorbell(valkey_url)
    bell.ring("drain_outbox")
    worker.wait_for(lambda: journal() == ["drain_outbox"])
    bell.ring("drain_outbox")
    worker.wait_for(lambda: journal() == ["drain_outbox"] * 2)


def test_it_finishes_its_job_when_told_to_stop(run, journal, valkey_url):
    """SIGTERM in the middle of a job: the job ends, then the worker."""
    worker = run(valkey_url, STANDIN_SLOW="1")
    Doorbell(valkey_url).ring("send_instructions")
    worker.wait_for(lambda: journal() == ["send_instructions"])
    assert worker.end() == 0
    assert journal() == ["send_instructions", "send_instructions done"]


def test_a_failing_job_neither_stops_it_nor_shows_its_words_on_the_screen(run, journal, valkey_url):
    """An exception in a job leaves the worker at work."""
    worker = run(valkey_url)
    bell = Doorbell(valkey_url)
    bell.ring("fire_timers")
    worker.wait_for(lambda: journal() == ["fire_timers"])
    bell.ring("sweep")
    worker.wait_for(lambda: journal() == ["fire_timers", "sweep"])


def test_bells_get_through_after_a_worker_was_killed(run, journal, valkey_url):
    """kill -9 in the middle of a job: the next worker answers the next bell, whatever the first left in Redis."""
    worker = run(valkey_url, STANDIN_SLOW="60")
    bell = Doorbell(valkey_url)
    bell.ring("send_instructions")
    worker.wait_for(lambda: journal() == ["send_instructions"])
    worker.kill()
    second = run(valkey_url)
    bell.ring("send_instructions")
    second.wait_for(lambda: journal()[1:] == ["send_instructions", "send_instructions done"])


def test_it_survives_a_restart_of_redis_that_lost_everything(run, journal, make_valkey):
    """Valkey killed and started empty: the worker connects again and answers bells."""
    server = make_valkey()
    process = server.start()
    worker = run(server.url)
    process.kill()
    process.wait()
    for path in (server.folder / "appendonlydir").iterdir():
        path.unlink()
    server.stop()
    server.start()
    bell = Doorbell(server.url)

    def answered():
        with redis.Redis.from_url(server.url) as client:
            client.flushall()
        bell.ring("sweep")
        bell.flush()
        return "sweep" in journal()

    worker.wait_for(answered)


def test_it_waits_for_a_redis_that_is_not_there_yet(start, tmp_path, sqlite_url, make_valkey, journal):
    """Started before its Redis, the worker tries again until it is there; and can be told to stop meanwhile."""
    (tmp_path / "journal").touch()
    server = make_valkey()
    env = {
        "REDIS_URL": server.url,
        "DATABASE_URL": sqlite_url,
        "SECRET_KEY": "k" * 40,
        "STANDIN_JOURNAL": str(tmp_path / "journal"),
        "BOT_DATA_DIR": str(tmp_path / "var"),
    }
    worker = start("-m", "tests.support.standin", "worker", env=env)
    impatient = start("-m", "tests.support.standin", "worker", env=env)
    worker.wait_for("queue_away")
    impatient.wait_for("queue_away")
    impatient.end()
    server.start()
    bell = Doorbell(server.url)
    worker.wait_for(lambda: bell.health().has("worker"))
    bell.ring("sweep")
    worker.wait_for(lambda: journal() == ["sweep"])
    assert worker.end() == 0
