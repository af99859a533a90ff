"""Keys and logins by the command line, over a real database: who may come in, and who may not any more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from bot import wiring
from bot.cli import main
from bot.core.errors import Denied
from bot.store import keys, staff
from bot.store.migrate import upgrade
from bot.store.session import Store

NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
LONG = "a long password"


@pytest.fixture
def store(database_url: str, monkeypatch):
    opened = Store(database_url)
    upgrade(opened)
    monkeypatch.setenv("DATABASE_URL", opened.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("SECRET_KEY", "k" * 40)
    wiring.get.cache_clear()
    yield opened
    if wiring.get.cache_info().currsize:
        wiring.get().parts.store.close()
    wiring.get.cache_clear()
    opened.close()


@pytest.fixture
def call(store):
    def run(*words: str, code: int = 0, stdin: str = "") -> str:
        done = CliRunner().invoke(main, words, input=stdin)
        assert done.exit_code == code, done.output
        return done.output

    return run


def carrier_of(store: Store, key: str) -> str | None:
    with store.read() as connection:
        return keys.carrier_of(connection, key)


def test_a_key_opens_until_it_is_revoked(call, store):
    """A new key is its carrier's, is listed by its first characters alone, and after `revoke` it is nobody's."""
    key = call("carrier", "key", "new", "demo").strip()
    assert carrier_of(store, key) == "demo"
    listed = call("carrier", "key", "list", "demo")
    shown = listed.split("…")[0]
    assert key.startswith(shown)
    assert key not in listed
    assert "in use" in listed
    call("carrier", "key", "revoke", "demo", shown)
    assert carrier_of(store, key) is None
    assert "revoked" in call("carrier", "key", "list", "demo")


def test_a_key_that_is_not_there_cannot_be_revoked(call):
    """The answer names what was asked for, and the command that shows what there is."""
    told = call("carrier", "key", "revoke", "demo", "abcdefgh", code=1)
    assert "no key in use that begins with abcdefgh" in told
    assert "key list demo" in told


def test_a_login_with_a_password_of_ones_own(call, store):
    """A password from standard input works and is not printed; a short one is refused, and so is none."""
    assert LONG not in call("staff", "add", "Lin", "--password-stdin", stdin=f"{LONG}\n")
    assert staff.log_in(store, "Lin", LONG, "192.0.2.1", NOW)[1].role == "agent"
    assert "at least 12" in call("staff", "add", "Mo", "--password-stdin", stdin="short\n", code=1)
    assert "standard input is empty" in call("staff", "add", "Mo", "--password-stdin", code=2)


def test_a_role_that_there_is_not_is_refused(call):
    """A misspelt role would quietly be one without rights."""
    assert "'auhtor' is not one of" in call("staff", "add", "Lin", "--role", "auhtor", code=2)


def test_somebody_who_leaves_is_locked_out_at_once(call, store):
    """`disable` ends the open session and refuses the password; `enable` lets the same password in again."""
    password = call("staff", "add", "Lin", "--carrier", "demo", "--role", "author").strip()
    token = staff.log_in(store, "Lin", password, "192.0.2.1", NOW)[0]
    call("staff", "disable", "lin")
    assert staff.session(store, token, NOW) is None
    with pytest.raises(Denied):
        staff.log_in(store, "Lin", password, "192.0.2.1", NOW)
    assert "disabled" in call("staff", "list")
    call("staff", "enable", "lin")
    assert staff.log_in(store, "Lin", password, "192.0.2.1", NOW)[1].carrier == "demo"


def test_a_new_password_replaces_the_old(call, store):
    """The old one does not open any more; an unknown name is told where the names are."""
    old = call("staff", "add", "Lin").strip()
    new = call("staff", "password", "Lin").strip()
    with pytest.raises(Denied):
        staff.log_in(store, "Lin", old, "192.0.2.1", NOW)
    assert staff.log_in(store, "Lin", new, "192.0.2.1", NOW)
    assert "staff list" in call("staff", "password", "Nobody", code=1)
