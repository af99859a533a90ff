"""The doorbell never holds up who rings, never loses a ring, and does not flood the queue."""

from __future__ import annotations

import os
import random
import threading
import time

import pytest
import redis
from rq import Queue
from rq.serializers import JSONSerializer

from bot.doorbell import BEAT_SECONDS, FULL, PENDING_SECONDS, QUEUE, Doorbell, QueueHealth, pending_key

NOWHERE = "unix:///nonexistent/valkey.sock"


@pytest.fixture
def client(valkey_url):
    with redis.Redis.from_url(valkey_url) as connection:
        yield connection


@pytest.fixture
def bell(valkey_url):
    return Doorbell(valkey_url)


def waiting(client):
    return [job.func_name for job in Queue(QUEUE, connection=client, serializer=JSONSerializer).jobs]


def test_a_ring_puts_its_job_on_the_queue(bell, client):
    """One ring, one job of that name with its ids."""
    bell.ring("poll_inbound", "demo")
    assert bell.flush()
    (job,) = Queue(QUEUE, connection=client, serializer=JSONSerializer).jobs
    assert (job.func_name, job.args) == ("poll_inbound", ["demo"])
    assert (job.timeout, job.result_ttl, job.failure_ttl) == (60, 0, 3600)


def test_many_rings_are_one_job(bell, client):
    """A thousand rings before a job has started are one job, which finds all of the work."""
    for _ in range(1000):
        bell.ring("drain_outbox")
    bell.flush()
    bell.ring("drain_outbox")
    bell.flush()
    assert waiting(client) == ["drain_outbox"]
    assert bell.rung == 1


def test_rings_of_other_names_and_ids_are_their_own(bell, client):
    """What stands for one bell does not stand for another."""
    for ids in (("poll_inbound", "a"), ("poll_inbound", "b"), ("sweep",)):
        bell.ring(*ids)
    bell.flush()
    assert sorted(waiting(client)) == ["poll_inbound", "poll_inbound", "sweep"]


def test_a_ring_during_the_job_is_queued_again(bell, client):
    """Once the job has deleted its mark, the next ring is a new job: it may have looked before our commit."""
    bell.ring("drain_outbox")
    bell.flush()
    client.delete(pending_key(("drain_outbox",)))
    bell.ring("drain_outbox")
    bell.flush()
    assert waiting(client) == ["drain_outbox", "drain_outbox"]


def test_no_row_is_left_behind_whatever_the_order(valkey_url, client):
    """Two writers commit and ring at random moments around a job that runs: every row is seen, without the clock's help."""
    seed = int(os.environ.get("SEED", random.randrange(2**32)))
    print(f"seed {seed}")
    dice = random.Random(seed)
    bells = [Doorbell(valkey_url) for _ in range(2)]
    for _ in range(40):
        table: set[int] = set()
        writers = [
            threading.Thread(target=write, args=(table, bell, row, dice.random() * 0.03))
            for row, bell in enumerate(bells)
        ]
        for thread in writers:
            thread.start()
        drain(client, table, writers, bells, dice)
        assert table == set()
    assert sum(bell.coalesced for bell in bells) > 0


def write(table, bell, row, pause):
    """Commits a row after a moment, then rings."""
    time.sleep(pause)
    table.add(row)
    bell.ring("drain_outbox")


def drain(client, table, writers, bells, dice):
    """Works off the queue like `AllowedJob`: the mark first, then a look, then the work; until all have rung."""
    key = Queue(QUEUE, connection=client, serializer=JSONSerializer).key
    finished = False
    while True:
        if client.rpop(key):
            client.delete(pending_key(("drain_outbox",)))
            found = set(table)
            time.sleep(dice.random() * 0.03)
            table.difference_update(found)
        elif finished:
            return
        else:
            finished = not any(writer.is_alive() for writer in writers) and all(bell.flush() for bell in bells)


def test_without_redis_the_caller_does_not_notice():
    """Redis is away: ringing returns, raises nothing, and what was lost is counted."""
    bell = Doorbell(NOWHERE)
    bell.ring("drain_outbox")
    assert bell.flush()
    assert bell.failed == 1
    bell.beat("worker")
    assert bell.health() == QueueHealth(reachable=False)


def test_a_redis_that_hangs_does_not_hold_up_the_caller(make_valkey, monkeypatch):
    """A Redis that is stopped in the middle of it costs the background thread its time, not the caller."""
    server = make_valkey()
    process = server.start()
    bell = Doorbell(server.url)
    bell.ring("sweep")
    assert bell.flush()
    process.send_signal(19)
    before = threading.active_count()
    for _ in range(1000):
        bell.ring("drain_outbox")
    assert threading.active_count() == before
    process.send_signal(18)


def test_a_lost_mark_expires(bell, client):
    """A worker that was killed between popping and starting leaves its mark; bells get through again after its expiry."""
    bell.ring("sweep")
    bell.flush()
    assert 0 < client.ttl(pending_key(("sweep",))) <= PENDING_SECONDS


def test_a_queue_that_nobody_empties_does_not_grow_without_end(bell, client):
    """With all workers away the queue stays at its limit; the clock rings again when there is room."""
    for number in range(FULL + 20):
        bell.ring("poll_inbound", str(number))
    bell.flush(10)
    assert len(waiting(client)) == FULL


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_bell_made_before_a_fork_rings_in_the_child(bell, client):
    """The web server forks its processes: each rings with a thread of its own."""
    bell.ring("sweep")
    bell.flush()
    child = os.fork()
    if child == 0:
        bell.ring("drain_outbox")
        os._exit(0 if bell.flush(5) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert sorted(waiting(client)) == ["drain_outbox", "sweep"]


def test_signs_of_life_are_counted_and_expire(bell, client, valkey_url, monkeypatch):
    """`/readyz` sees how many workers and clocks are alive, by marks that expire by themselves."""
    bell.beat("worker")
    bell.beat("clock")
    assert bell.health() == QueueHealth(reachable=True, waiting=0, alive={"worker": 1, "clock": 1})
    assert bell.health().has("worker")
    assert all(0 < client.ttl(key) <= BEAT_SECONDS for key in client.keys(f"{QUEUE}:alive:*"))
    client.flushall()
    assert not bell.health().has("worker")


def test_ringing_holds_no_reference_to_a_dead_bell(valkey_url):
    """A bell that was never rung can be forgotten: the hook for forks does not keep it."""
    import gc
    import weakref

    bell = Doorbell(valkey_url)
    alive = weakref.ref(bell)
    del bell
    gc.collect()
    assert alive() is None
