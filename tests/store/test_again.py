"""A transaction that PostgreSQL gave up, or whose connection was cut, runs anew; any other error is raised at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.store.again import ATTEMPTS, again
from bot.store.session import Store
from tests.support.world import PARCEL, PHONE, World


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    opened = Store(postgres_url)
    with opened.write() as connection:
        connection.execute(sa.text("CREATE TABLE held (id INTEGER PRIMARY KEY, times INTEGER NOT NULL DEFAULT 0)"))
        connection.execute(sa.text("INSERT INTO held (id) VALUES (1), (2)"))
    yield opened
    opened.close()


def times(store: Store) -> list[int]:
    with store.read() as connection:
        return list(connection.execute(sa.text("SELECT times FROM held ORDER BY id")).scalars())


def test_the_victim_of_a_deadlock_runs_anew(store: Store) -> None:
    """Two units that lock two rows crosswise: the database gives one up, and in the end both have done all they do."""
    both_hold_one = threading.Barrier(2, timeout=20)
    runs: list[int] = []

    @again
    def crosswise(first: int, second: int) -> None:
        runs.append(first)
        with store.write() as connection:
            connection.execute(sa.text("UPDATE held SET times = times + 1 WHERE id = :id"), {"id": first})
            if len(runs) <= 2:
                both_hold_one.wait()
            connection.execute(sa.text("UPDATE held SET times = times + 1 WHERE id = :id"), {"id": second})

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(crosswise, 1, 2), pool.submit(crosswise, 2, 1)]:
            done.result(timeout=60)
    assert times(store) == [2, 2]
    assert len(runs) >= 3


def test_a_unit_whose_connection_was_cut_runs_anew(store: Store) -> None:
    """The server ends the connection in the middle: the second run has a fresh one, and nothing is there twice."""
    cut: list[int] = []

    @again
    def unit() -> None:
        with store.write() as connection:
            connection.execute(sa.text("UPDATE held SET times = times + 1 WHERE id = 1"))
            if not cut:
                cut.append(connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one())
                _cut(store, cut[0])
            connection.execute(sa.text("UPDATE held SET times = times + 1 WHERE id = 2"))

    unit()
    assert times(store) == [1, 1]


def _cut(store: Store, pid: int) -> None:
    other = sa.create_engine(store.url, poolclass=sa.NullPool)
    with other.connect() as connection:
        connection.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    other.dispose()


def test_it_gives_up_after_three_and_raises_what_is_no_accident_at_once(store: Store) -> None:
    """What always deadlocks is raised in the end; a broken constraint is not tried twice."""
    runs: list[str] = []

    @again
    def unlucky() -> None:
        runs.append("unlucky")
        with store.write() as connection:
            connection.execute(sa.text("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$"))

    @again
    def wrong() -> None:
        runs.append("wrong")
        with store.write() as connection:
            connection.execute(sa.text("INSERT INTO held (id) VALUES (1)"))

    with pytest.raises(sa.exc.OperationalError):
        unlucky()
    with pytest.raises(sa.exc.IntegrityError):
        wrong()
    assert runs == ["unlucky"] * ATTEMPTS + ["wrong"]


def test_a_reply_whose_connection_is_cut_is_taken_once(postgres_url: str, tmp_path: Path) -> None:
    """The turn runs anew on a fresh connection, and the customer is confirmed once."""
    world = World(postgres_url, tmp_path)
    world.parcel()
    world.event("out_for_delivery")
    world.wait(seconds=5)
    before = len(world.texts())
    ends: list[int] = []

    def cut_once(driver: object, *_: object) -> None:
        if not ends:
            ends.append(driver.info.backend_pid)  # type: ignore[attr-defined]
            _cut(world.store, ends[0])

    sa.event.listen(world.store.engine, "checkout", cut_once)
    taken = world.reply("1")
    assert ends
    assert not taken.duplicate
    assert len(world.texts(PHONE)) == before + 1
    assert world.states()[f"delivery_options@{PARCEL[-4:]}"] == "held"
    world.close()
