"""The clock rings for what is due, as often as it should, and survives a database that is away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.embedded.clock import Ticker, rules
from bot.jobs import JOBS
from bot.store import due
from bot.store.session import Store
from bot.store.tables import clocks, instructions

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


class Rung(list):
    def __call__(self, *bell):
        self.append(bell)

    def take(self):
        rung, self[:] = sorted(self), []
        return rung


@pytest.fixture
def rung():
    return Rung()


def test_it_rings_for_what_is_due_at_every_tick(rung):
    """What stays due is rung for again and again: a bell that was lost costs a second."""
    has = {"drain_outbox"}
    ticker = Ticker(lambda: has, list, rung)
    ticker.tick(0)
    assert rung.take() == [("drain_outbox",), ("sweep",)]
    ticker.tick(1)
    assert rung.take() == [("drain_outbox",)]
    has.clear()
    ticker.tick(2)
    assert rung.take() == []


def test_the_sweep_and_the_poll_come_regularly(rung):
    """In ten minutes: a sweep every 15 s and a poll of each carrier a minute, whatever is due."""
    ticker = Ticker(set, lambda: ["demo", "other"], rung)
    for second in range(600):
        ticker.tick(second)
    assert rung.count(("sweep",)) == 40
    assert rung.count(("poll_inbound", "demo")) == rung.count(("poll_inbound", "other")) == 10


def test_how_often_is_the_operators_to_say(rung):
    """SWEEP_SECONDS and POLL_SECONDS decide how often."""
    ticker = Ticker(set, lambda: ["demo"], rung, sweep_every=2, poll_every=5)
    for second in range(20):
        ticker.tick(second)
    assert (rung.count(("sweep",)), rung.count(("poll_inbound", "demo"))) == (10, 4)


def test_every_rule_names_a_job():
    """The clock rings for nothing that the worker does not know; what a turn rings for, it knows too."""
    assert {rule.job for rule in rules(15)} | {"poll_inbound", "watch_coupons"} == JOBS.keys()


def test_a_database_that_is_away_is_asked_again(rung):
    """An error while looking loses no sweep: the next tick rings for it."""
    answers = iter([RuntimeError("away"), set()])

    def look():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    ticker = Ticker(look, list, rung)
    with pytest.raises(RuntimeError):
        ticker.tick(0)
    ticker.tick(1)
    assert rung.take() == [("sweep",)]


@pytest.fixture
def store(database_url):
    opened = Store(database_url)
    yield opened
    opened.close()


def instruct(store, **values):
    row = {"carrier": "demo", "kind": "hold", "params": {}, "status": "pending", "due_at": NOW, "created_at": NOW}
    with store.write() as connection:
        connection.execute(sa.insert(instructions).values(cause=str(values), **(row | values)))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {"send_instructions"}),
        ({"due_at": NOW + timedelta(seconds=1)}, set()),
        ({"status": "delivered"}, set()),
        ({"status": "recorded"}, set()),
        ({"status": "sending", "lease_until": NOW + timedelta(seconds=5)}, set()),
        ({"status": "sending", "lease_until": NOW - timedelta(seconds=5)}, {"send_instructions"}),
    ],
)
def test_instructions_are_due_when_nobody_has_them(store, values, expected):
    """Pending and due, or left by a worker whose lease ran out."""
    instruct(store, **values)
    with store.read() as connection:
        assert due.jobs(connection, NOW, {}) == expected


def test_an_empty_database_has_nothing_due(store):
    """Nothing is rung for in a quiet night."""
    with store.read() as connection:
        assert due.jobs(connection, NOW, {"demo": NOW}) == set()
        assert due.carriers_ahead(connection) == []
    with store.write() as connection:
        connection.execute(sa.insert(clocks).values(carrier="demo", ahead_seconds=60))
    with store.read() as connection:
        assert due.carriers_ahead(connection) == ["demo"]
