"""Logins, sessions and the limits on guessing, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.core.errors import Conflict, Denied, Invalid
from bot.store import staff
from bot.store.session import Store
from bot.store.tables import audit, staff_sessions
from bot.store.tables import staff as staff_table
from tests.store.console_rows import NOW

HERE = "192.0.2.7"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def log_in(store: Store, password: str, *, name: str = "Lin", address: str = HERE, at: timedelta = timedelta()) -> str:
    return staff.log_in(store, name, password, address, NOW + at)[0]


def test_a_new_login_works_with_the_password_that_was_shown_once(store: Store) -> None:
    """`add` makes a password, keeps only its argon2 hash, and the password opens a session as that person."""
    password = staff.add(store, "Lin", NOW, carrier="demo")
    token, person = staff.log_in(store, "lin", password, HERE, NOW)
    session = staff.session(store, token, NOW)
    assert session is not None
    assert session.staff == person
    assert (person.name, person.carrier, person.role) == ("Lin", "demo", "agent")
    with store.read() as connection:
        kept = connection.execute(sa.select(staff_table.c.password_hash)).scalar_one()
    assert kept.startswith("$argon2id$")
    assert password not in kept


def test_the_token_is_not_in_the_database(store: Store) -> None:
    """Whoever reads the table of sessions cannot use them: only SHA-256 of the token is kept."""
    token = log_in(store, staff.add(store, "Lin", NOW))
    with store.read() as connection:
        kept = connection.execute(sa.select(staff_sessions.c.token_hash)).scalar_one()
    assert token != kept
    assert len(kept) == 64


@pytest.mark.parametrize("name", ["Lin", "Nobody"])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(store: Store, name: str) -> None:
    """The answer does not tell whether the name exists, and the audit trail keeps the failure."""
    staff.add(store, "Lin", NOW)
    with pytest.raises(Denied, match="do not belong together"):
        log_in(store, "not the password", name=name)
    with store.read() as connection:
        rows = connection.execute(sa.select(audit.c.what).where(audit.c.who == f"login:{name.lower()}")).scalars()
        assert list(rows) == ["login_tried", "login_failed"]


def test_guessing_is_slowed_down_and_never_locks_for_good(store: Store) -> None:
    """The sixth attempt within a quarter of an hour is refused even with the right password; later it is let in again."""
    password = staff.add(store, "Lin", NOW)
    for _ in range(5):
        with pytest.raises(Denied):
            log_in(store, "wrong password")
    with pytest.raises(staff.TooManyAttempts) as refused:
        log_in(store, password)
    assert 0 < refused.value.retry_after <= 15 * 60
    assert log_in(store, password, address="198.51.100.1"), "a colleague elsewhere is not kept out by a stranger"
    assert log_in(store, password, at=timedelta(minutes=16))


def test_one_address_cannot_try_many_names(store: Store) -> None:
    """The limit of an address counts over all names."""
    for number in range(staff.LIMITS["address"]):
        with pytest.raises(Denied):
            log_in(store, "wrong password", name=f"name{number}")
    with pytest.raises(staff.TooManyAttempts):
        log_in(store, "wrong password", name="one more")


def test_logging_in_often_is_no_attack(store: Store) -> None:
    """Successes do not count against the limits."""
    password = staff.add(store, "Lin", NOW)
    assert len({log_in(store, password) for _ in range(8)}) == 8


def test_a_session_ends_after_half_an_hour_without_a_person(store: Store) -> None:
    """A page that refreshes itself does not keep a session alive; a person's request does."""
    token = log_in(store, staff.add(store, "Lin", NOW))
    assert staff.session(store, token, NOW + timedelta(minutes=20), by_person=False)
    assert staff.session(store, token, NOW + timedelta(minutes=31)) is None
    assert staff.session(store, token, NOW + timedelta(minutes=29))
    assert staff.session(store, token, NOW + timedelta(minutes=58)), "the request at 29 minutes counted"


def test_a_session_ends_after_twelve_hours_however_busy(store: Store) -> None:
    """The absolute limit holds."""
    token = log_in(store, staff.add(store, "Lin", NOW))
    for minutes in range(0, 12 * 60, 25):
        assert staff.session(store, token, NOW + timedelta(minutes=minutes))
    assert staff.session(store, token, NOW + timedelta(hours=12, minutes=1)) is None


def test_logging_out_ends_the_session(store: Store) -> None:
    """The token of a session that was logged out opens nothing."""
    token = log_in(store, staff.add(store, "Lin", NOW))
    session = staff.session(store, token, NOW)
    assert session is not None
    staff.log_out(store, session, NOW)
    assert staff.session(store, token, NOW) is None


def test_a_new_password_ends_all_sessions(store: Store) -> None:
    """Whoever held a session before the password was changed has none any more."""
    token = log_in(store, staff.add(store, "Lin", NOW))
    fresh = staff.set_password(store, "lin", NOW)
    assert staff.session(store, token, NOW) is None
    assert log_in(store, fresh)


def test_a_disabled_login_is_out_at_once(store: Store) -> None:
    """A session of somebody who was disabled is over, and they cannot log in."""
    password = staff.add(store, "Lin", NOW)
    token = log_in(store, password)
    with store.write() as connection:
        connection.execute(sa.update(staff_table).values(disabled_at=NOW))
    assert staff.session(store, token, NOW) is None
    with pytest.raises(Denied):
        log_in(store, password)


def test_a_name_is_taken_once_in_any_case(store: Store) -> None:
    """`lin` and `Lin` are the same person."""
    staff.add(store, "Lin", NOW)
    with pytest.raises(Conflict, match="lin"):
        staff.add(store, "lin", NOW)


@pytest.mark.parametrize(("name", "password"), [("", None), ("a\nb", None), ("x" * 65, None), ("Lin", "short")])
def test_an_unusable_name_or_password_is_refused(store: Store, name: str, password: str | None) -> None:
    """What cannot be used is named, and nothing is written."""
    with pytest.raises(Invalid):
        staff.add(store, name, NOW, password=password)
    with store.read() as connection:
        assert not connection.execute(sa.select(staff_table)).all()
