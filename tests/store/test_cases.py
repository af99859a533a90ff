"""The queue of cases as rows: order, scope, filters, counts, previews, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.core.errors import Conflict, NotFound
from bot.store import cases
from bot.store.cases import Filters
from bot.store.session import Store
from bot.store.staff import Staff
from bot.store.tables import staff as staff_table
from tests.store import console_rows as rows
from tests.store.console_rows import NOW

HOUR = timedelta(hours=1)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def lin(store: Store) -> Staff:
    with store.write() as connection:
        return Staff(
            rows.insert(connection, staff_table, name="Lin", password_hash="-", carrier="demo", created_at=NOW),
            "Lin",
            "demo",
            "agent",
        )


def ids(store: Store, person: Staff, filters: Filters | None = None) -> list[int]:
    with store.read() as connection:
        return [row.id for row in cases.queue(connection, person, filters or Filters())]


def test_the_most_urgent_case_comes_first_then_the_oldest(store: Store, lin: Staff) -> None:
    """Sorted by due time; of two that are due together, the one that waits longer."""
    with store.write() as connection:
        customer = rows.thread(connection)
        late = rows.case(connection, customer, due_at=NOW + 3 * HOUR)
        young = rows.case(connection, customer, due_at=NOW + HOUR, opened_at=NOW)
        old = rows.case(connection, customer, due_at=NOW + HOUR, opened_at=NOW - HOUR)
    assert ids(store, lin) == [old, young, late]


def test_another_carriers_cases_do_not_exist(store: Store, lin: Staff) -> None:
    """Not in the queue, not in the counts, not by id, not under lock."""
    with store.write() as connection:
        foreign = rows.case(connection, rows.thread(connection, carrier="other"), carrier="other")
    assert ids(store, lin, Filters(view="all")) == []
    with store.write() as connection:
        assert cases.counts(connection, lin, NOW)["all"] == 0
        assert cases.by_ids(connection, lin, [foreign]) == {}
        assert cases.kinds(connection, lin) == []
        for look in (cases.get, cases.locked):
            with pytest.raises(NotFound):
                look(connection, foreign, lin)
    everywhere = Staff(lin.id, "Lin", None, "agent")
    assert ids(store, everywhere) == [foreign]


def test_the_views_hold_what_they_say(store: Store, lin: Staff) -> None:
    """open: nobody's; mine: claimed by me; all: both and colleagues'; closed: done."""
    with store.write() as connection:
        customer = rows.thread(connection)
        free = rows.case(connection, customer)
        mine = rows.case(connection, customer, status="claimed", claimed_by=lin.id)
        done = rows.case(connection, customer, status="closed", closed_at=NOW, claimed_by=lin.id)
    assert ids(store, lin, Filters(view="open")) == [free]
    assert ids(store, lin, Filters(view="mine")) == [mine]
    assert ids(store, lin, Filters(view="all")) == [free, mine]
    assert ids(store, lin, Filters(view="closed")) == [done]
    with store.read() as connection:
        assert cases.counts(connection, lin, NOW + 3 * HOUR) == {"open": 1, "mine": 1, "all": 2, "overdue": 2}


def test_an_answered_case_is_not_overdue(store: Store, lin: Staff) -> None:
    """The clock that counts is the first answer of a person."""
    with store.write() as connection:
        rows.case(connection, rows.thread(connection), first_answer_at=NOW)
    with store.read() as connection:
        assert cases.counts(connection, lin, NOW + 3 * HOUR)["overdue"] == 0


@pytest.mark.parametrize(
    "words", ["FY0000008896", "fy0000008896", "8896", "王", "13900001234", "1234", "+86 139 0000 1234"]
)
def test_a_search_finds_parcel_phone_and_name(store: Store, lin: Staff, words: str) -> None:
    """By the waybill or its tail, by the phone however it is written, by a part of the name."""
    with store.write() as connection:
        customer = rows.thread(connection, phone="+8613900001234", name="王小明")
        parcel = rows.shipment(connection, customer, tracking_no="FY0000008896")
        wanted = rows.case(connection, customer, shipment_id=parcel)
        rows.case(connection, rows.thread(connection, phone="+8613800138000", name="李四"))
    assert ids(store, lin, Filters(search=words)) == [wanted]


@pytest.mark.parametrize("words", ["%", "_", "137", "nobody"])
def test_a_search_that_matches_nothing_finds_nothing(store: Store, lin: Staff, words: str) -> None:
    """Wildcards of SQL are plain characters, and three digits are too few for a tail."""
    with store.write() as connection:
        rows.case(connection, rows.thread(connection, phone="+8613900000137"))
    assert ids(store, lin, Filters(search=words)) == []


def test_a_row_tells_the_last_message_and_how_many_wait_for_an_answer(store: Store, lin: Staff) -> None:
    """A bot's text is no answer to a case; a person's is."""
    with store.write() as connection:
        customer = rows.thread(connection)
        rows.case(connection, customer, opened_at=NOW)
        for minutes, text in ((1, "first"), (2, "second")):
            rows.heard(connection, customer, text, received_at=NOW + timedelta(minutes=minutes))
        rows.said(connection, customer, "automatic", created_at=NOW + timedelta(minutes=3))
    with store.read() as connection:
        [row] = cases.queue(connection, lin, Filters())
    assert (row.last_text, row.last_from, row.waiting) == ("automatic", "bot", 2)
    with store.write() as connection:
        rows.said(connection, customer, "from Lin", author=lin.who, created_at=NOW + timedelta(minutes=4))
        rows.heard(connection, customer, "third", received_at=NOW + timedelta(minutes=5))
    with store.read() as connection:
        [row] = cases.queue(connection, lin, Filters())
    assert (row.last_text, row.last_from, row.waiting) == ("third", "customer", 1)


def test_a_change_over_a_newer_version_is_refused(store: Store) -> None:
    """Two people who read the same case cannot both change it."""
    with store.write() as connection:
        number = rows.case(connection, rows.thread(connection))
    with store.write() as connection:
        read = cases.locked(connection, number)
        cases.change(connection, read, status="claimed")
        with pytest.raises(Conflict):
            cases.change(connection, read, status="closed")


def test_the_holders_of_a_thread_are_its_undone_controlling_cases(store: Store) -> None:
    """A closed case, and one that leaves the bot talking, hold nothing."""
    with store.write() as connection:
        customer = rows.thread(connection)
        holding = rows.case(connection, customer)
        rows.case(connection, customer, status="closed")
        rows.case(connection, customer, takes_control=False)
        assert cases.holders(connection, customer) == [holding]
