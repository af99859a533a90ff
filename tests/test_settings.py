"""Settings: what each variable may hold, and what a person is told when it does not."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.core.errors import SettingsError
from bot.settings import LONGEST_SOCKET_PATH, Settings, valkey_socket

SID = "AC" + "0" * 32
TWILIO = {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": "t" * 32, "TWILIO_FROM": "+12025550123"}
PARTS = {"DATABASE_URL": "postgres://u:p@h/d", "REDIS_URL": "redis://h/0"}


@pytest.fixture
def env(tmp_path):
    return {"BOT_DATA_DIR": str(tmp_path / "var")}


def test_nothing_needs_to_be_set(env):
    """With an empty environment everything is embedded: SQLite, our own queue, the loopback."""
    settings = Settings.from_env(env)
    assert settings.database_url == f"sqlite:///{settings.data_dir / 'parceltalk.db'}"
    assert settings.embedded_queue
    assert settings.redis_url == f"unix://{settings.data_dir}/valkey/valkey.sock"
    assert (settings.port, settings.public_url) == (5000, "http://127.0.0.1:5000")
    assert settings.flows_dir.name == "flows"
    assert settings.twilio_account_sid is None
    assert settings.twilio_auth_token is None


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgres_is_spoken_through_psycopg_3(env, scheme):
    """Every usual way to write a PostgreSQL address leads to the driver that we ship."""
    settings = Settings.from_env(env | {"DATABASE_URL": f"{scheme}://u:p@h/d"})
    assert settings.database_url == "postgresql+psycopg://u:p@h/d"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"PORT": "http"}, "PORT is 'http'"),
        ({"PORT": "0"}, "1 to 65535"),
        ({"PORT": "70000"}, "1 to 65535"),
        ({"PORT": "５０００"}, "PORT"),
        ({"DATABASE_URL": "mysql://h/d"}, "DATABASE_URL starts with 'mysql'"),
        ({"DATABASE_URL": "parcels.db"}, "sqlite:///path/to/file.db"),
        ({"REDIS_URL": "localhost:6379"}, "REDIS_URL should start with redis://"),
        ({"PUBLIC_URL": "sms.example.com"}, "PUBLIC_URL is 'sms.example.com'"),
        ({"PUBLIC_URL": "https://sms.example.com/?a=b"}, r"without \? or #"),
        ({"TWILIO_API_URL": "ftp://x"}, "TWILIO_API_URL"),
        ({"FLOWS_DIR": "/nowhere/at/all"}, "FLOWS_DIR is '/nowhere/at/all', which is not a folder"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY has 5 characters"),
        ({"SEND_LEASE_SECONDS": "0"}, "SEND_LEASE_SECONDS is '0'; it should be a number of seconds from 1 to 3600"),
        ({"DOUBT_GRACE_SECONDS": "2m"}, "DOUBT_GRACE_SECONDS is '2m'; it should be a number of seconds"),
        ({"SWEEP_SECONDS": "nan"}, "SWEEP_SECONDS is 'nan'"),
        ({"POLL_SECONDS": "inf"}, "POLL_SECONDS is 'inf'"),
        (TWILIO | {"TWILIO_ACCOUNT_SID": "12"}, "TWILIO_ACCOUNT_SID should be `AC`"),
        (TWILIO | {"TWILIO_FROM": "0755-1234"}, "TWILIO_FROM should be a number"),
        ({"TWILIO_ACCOUNT_SID": SID}, "TWILIO_AUTH_TOKEN and TWILIO_FROM not"),
        (PARTS, "SECRET_KEY is not set"),
    ],
)
def test_a_wrong_value_names_the_variable_and_the_mend(env, given, said):
    """Each wrong value gives one sentence with the variable's name and what it should hold."""
    with pytest.raises(SettingsError, match=said):
        Settings.from_env(env | given)


def test_an_empty_variable_counts_as_not_set(env):
    """`PORT=` in an .env file means the default."""
    assert Settings.from_env(env | {"PORT": " ", "REDIS_URL": ""}).port == 5000


def test_two_tokens_while_one_is_rotated(env):
    """Both tokens are accepted on webhooks; the first signs our own requests."""
    settings = Settings.from_env(env | TWILIO | {"TWILIO_AUTH_TOKEN": "new, old"})
    assert settings.twilio_auth_tokens == ("new", "old")
    assert settings.twilio_auth_token == "new"


def test_the_secret_key_is_made_once_and_private(env, tmp_path):
    """Processes that start together agree on one key, which only its owner can read."""
    with ThreadPoolExecutor(16) as pool:
        keys = {s.secret_key for s in pool.map(lambda _: Settings.from_env(env), range(16))}
    assert len(keys) == 1
    path = tmp_path / "var" / "secret_key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["secret_key"]


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    """A file in the place of the data folder is a sentence with BOT_DATA_DIR, not a traceback."""
    (tmp_path / "var").write_text("")
    with pytest.raises(SettingsError, match=r"BOT_DATA_DIR is .*var.*cannot be used"):
        Settings.from_env({"BOT_DATA_DIR": str(tmp_path / "var")})


def test_no_secret_shows_in_its_repr(env):
    """Settings in a traceback or a log show no password, token or key."""
    settings = Settings.from_env(env | TWILIO | PARTS | {"SECRET_KEY": "k" * 40})
    for secret in ("t" * 32, "k" * 40, "u:p@h"):
        assert secret not in repr(settings)


def test_the_socket_of_a_deep_folder_is_elsewhere_and_always_the_same(tmp_path):
    """A unix socket's path is short by the kernel's rule; a deep data folder gets one in a private temporary folder."""
    deep = tmp_path / ("d" * 120)
    assert valkey_socket(deep) == valkey_socket(deep)
    assert len(str(valkey_socket(deep))) <= LONGEST_SOCKET_PATH
    assert valkey_socket(deep) != valkey_socket(tmp_path / ("e" * 120))


def test_every_variable_explains_itself():
    """Each variable has a sentence of help that says its default or its shape."""
    documented = dict(Settings.documented())
    assert len(documented) == 16
    assert all(len(text) > 40 for text in documented.values())
