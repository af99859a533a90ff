"""The tests' own services."""

from __future__ import annotations

import socket

import psycopg
import pytest
import redis

from bot.store import migrate
from bot.store.session import Store
from tests.support.loopback import NotLoopback


def test_postgres_is_the_newest_and_empty(empty_postgres_url):
    """A test gets a PostgreSQL 18 database without tables."""
    with psycopg.connect(empty_postgres_url.replace("+psycopg", "")) as connection:
        assert connection.info.server_version // 10_000 == 18
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


@pytest.mark.parametrize("round_", [1, 2])
def test_valkey_is_empty_for_each_test(valkey_url, round_):
    """What one test leaves in the queue the next does not find."""
    with redis.Redis.from_url(valkey_url) as client:
        assert client.dbsize() == 0
        client.set("left", "behind")


@pytest.mark.parametrize("address", ["203.0.113.7", "example.com", "2001:db8::1"])
def test_the_outside_is_out_of_reach(address):
    """A test that tries to leave the machine fails, at the name as at the address."""
    with pytest.raises(NotLoopback):
        socket.create_connection((address, 80), timeout=1)


def test_each_test_has_a_migrated_database_of_its_own(database_url):
    """A fresh database is at the newest revision, on each kind."""
    store = Store(database_url)
    assert migrate.current(store) == migrate.head()
    store.close()
