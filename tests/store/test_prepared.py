"""Statements that run on the driver keep the order, the types and the errors of those that SQLAlchemy runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.core.model import Conversation
from bot.store import conversations, threads
from bot.store.prepared import Prepared, together
from bot.store.session import Store
from bot.store.tables import conversations as conversations_table
from bot.store.tables import threads as threads_table
from bot.store.upsert import insert_if_new, insert_later

NOW = datetime(2026, 11, 23, 4, 0, 0, 123456, tzinfo=UTC)
CHOICE = {"candidates": [1, 2], "text": "8896 的呢"}
by_phone = Prepared(sa.select(threads_table).where(threads_table.c.phone == sa.bindparam("phone")))


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A migrated database, SQLite and PostgreSQL in turn."""
    store = Store(database_url)
    yield store
    store.close()


def thread(phone: str = "+8613800138000", **more: object) -> dict[str, object]:
    return {"carrier": "demo", "phone": phone, "created_at": NOW, **more}


def phones(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.execute(sa.select(threads_table.c.phone).order_by(threads_table.c.id)).scalars())


def conversation(store: Store) -> int:
    """A conversation at version 0."""
    with store.write() as connection:
        thread_id = insert_if_new(connection, threads_table, thread())
        assert thread_id is not None
        begun = conversations.begin(connection, "demo", thread_id, None, Conversation("f", "h", "s"), "c", NOW)
    assert begun is not None
    return begun


def test_values_come_back_as_they_went(store: Store) -> None:
    """Moments keep their microseconds and zone, JSON its shape, booleans are booleans."""
    with store.write() as connection:
        insert_if_new(connection, threads_table, thread(choice=CHOICE, number_invalid=True))
        row = by_phone.first(connection, {"phone": "+8613800138000"})
    assert (row.created_at, row.choice, row.number_invalid, row.name) == (NOW, CHOICE, True, None)
    with store.read() as connection:
        assert tuple(connection.execute(sa.select(threads_table)).one()) == tuple(row)


def test_what_was_put_off_is_there_when_it_is_read(store: Store) -> None:
    """Both ways of reading see it: a prepared statement and one that SQLAlchemy runs."""
    with store.write() as connection:
        insert_later(connection, threads_table, thread("+8613800138001"))
        assert by_phone.first(connection, {"phone": "+8613800138001"}) is not None
        insert_later(connection, threads_table, thread("+8613800138002"))
        count = connection.execute(sa.select(sa.func.count()).select_from(threads_table)).scalar_one()
    assert count == 2
    assert phones(store) == ["+8613800138001", "+8613800138002"]


def test_what_was_put_off_is_committed_and_then_has_its_id(store: Store) -> None:
    """Nothing is read after it: it goes with COMMIT, and its answer is there afterwards."""
    with store.write() as connection:
        put_off = insert_later(connection, threads_table, thread())
    with store.read() as connection:
        assert put_off.rows()[0].id == by_phone.first(connection, {"phone": "+8613800138000"}).id


def test_an_update_after_an_insert_finds_it(store: Store) -> None:
    """The order in which they were written down is the order in which they run."""
    with store.write() as connection:
        made = insert_if_new(connection, threads_table, thread())
        assert made is not None
        threads.update(connection, made, channel="twilio", choice=CHOICE)
        threads.update(connection, made, channel="simulator")
    with store.read() as connection:
        row = by_phone.first(connection, {"phone": "+8613800138000"})
    assert (row.channel, row.choice) == ("simulator", CHOICE)


def test_an_exception_undoes_what_was_put_off(store: Store) -> None:
    """Also for whoever uses the same connection next."""
    with pytest.raises(RuntimeError), store.write() as connection:  # noqa: PT012 what fails is the end of the block
        insert_later(connection, threads_table, thread())
        raise RuntimeError
    with store.write() as connection:
        insert_later(connection, threads_table, thread("+8613800138009"))
    assert phones(store) == ["+8613800138009"]


def test_one_that_fails_undoes_the_others(store: Store) -> None:
    """An error that shows only at the end is raised, as SQLAlchemy's own, and nothing was committed."""
    broken = Prepared(sa.insert(threads_table), ("carrier", "phone", "created_at"))
    with pytest.raises(IntegrityError), store.write() as connection:  # noqa: PT012 what fails is the end of the block
        insert_later(connection, threads_table, thread("+8613800138001"))
        broken.later(connection, thread("+8613800138002"))
        broken.later(connection, thread("+8613800138002"))
        insert_later(connection, threads_table, thread("+8613800138003"))
    assert phones(store) == []


def test_a_conversation_that_moved_on_is_not_overwritten(store: Store) -> None:
    """A turn that holds an old version fails as a whole."""
    begun = conversation(store)
    with store.write() as connection:
        conversations.save(connection, begun, 0, Conversation("f", "h", "next", version=1), None, None)
    with pytest.raises(IntegrityError), store.write() as connection:  # noqa: PT012 what fails is the end of the block
        insert_later(connection, threads_table, thread("+8613800138001"))
        conversations.save(connection, begun, 0, Conversation("f", "h", "other", version=1), None, None)
    with store.read() as connection:
        row = connection.execute(sa.select(conversations_table)).one()
    assert (row.state, row.version, len(phones(store))) == ("next", 1, 1)


def test_several_are_read_together(store: Store) -> None:
    """Each answer in its place, one that waits before them."""
    count = Prepared(sa.select(sa.func.count().label("many")).select_from(threads_table))
    with store.write() as connection:
        insert_later(connection, threads_table, thread())
        rows, (counted,) = together(connection, (by_phone, {"phone": "+8613800138000"}), (count, {}))
    assert (len(rows), counted.many) == (1, 1)


def test_a_list_cannot_be_prepared(store: Store) -> None:
    """Its text would be another for every length."""
    listed = Prepared(sa.select(threads_table.c.id).where(threads_table.c.id.in_([1, 2])))
    with store.read() as connection, pytest.raises(TypeError, match="list"):
        listed.all(connection)


def test_a_connection_that_was_cut_is_replaced(postgres_url: str) -> None:
    """What runs when the server ends the connection fails as a lost database does; the next is served."""
    store = Store(postgres_url)
    with store.write() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    killer = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with killer.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
    killer.dispose()
    with pytest.raises(sa.exc.OperationalError), store.write() as connection:
        by_phone.first(connection, {"phone": "+8613800138000"})
    with store.write() as connection:
        assert by_phone.first(connection, {"phone": "+8613800138000"}) is None
    store.close()
