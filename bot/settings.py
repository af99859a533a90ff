"""What the environment decides: frozen, validated, each field with its help. Only this module reads it.

`Settings.from_env(os.environ)` raises `SettingsError` with the variable's name and what it should hold.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from bot.core.errors import SettingsError

ROOT: Final = Path(__file__).resolve().parent.parent
"""Where `app.py` stands; the defaults of folders count from here, so that they do not depend on the caller's folder."""

LONGEST_SOCKET_PATH: Final = 100
"""Bytes. A unix socket's path is at most 107 (Linux) or 103 (macOS): unix(7), `sun_path`; Valkey adds nothing to it."""


def setting(env: str, help_: str, *, secret: bool = False, seconds: tuple[float, float, float] | None = None) -> Any:
    """A field of `Settings` that the variable `env` fills. A secret never shows in `repr`. `seconds`: default, least, most."""
    return field(repr=not secret, metadata={"env": env, "help": help_, "secret": secret, "seconds": seconds})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, ready to use. See `from_env` for the defaults."""

    database_url: str = setting(
        "DATABASE_URL",
        "Where everything is kept: `sqlite:///…` or `postgresql://user:password@host/name`. "
        "Default: SQLite, `parceltalk.db` under `BOT_DATA_DIR`.",
        secret=True,
    )
    redis_url: str = setting(
        "REDIS_URL",
        "The queue: `redis://…`, `rediss://…` or `unix:///…`. "
        "Default: a Valkey that the program starts itself, data under `BOT_DATA_DIR`.",
        secret=True,
    )
    flows_dir: Path = setting("FLOWS_DIR", "The folder with the carriers' flows. Default: `flows/`.")
    public_url: str = setting(
        "PUBLIC_URL",
        "How the outside reaches this server: `https://sms.example.com`. Providers' signatures are checked over it and status "
        "callbacks point to it. Default: `http://127.0.0.1:PORT`.",
    )
    port: int = setting("PORT", "The port to listen on, 1 to 65535. Default: 5000.")
    secret_key: str = setting(
        "SECRET_KEY",
        "Signs sessions and status callbacks: at least 32 characters, the same for every part. "
        "Default: made once and kept under `BOT_DATA_DIR`; must be set where both `DATABASE_URL` and `REDIS_URL` are.",
        secret=True,
    )
    twilio_account_sid: str | None = setting(
        "TWILIO_ACCOUNT_SID",
        "Twilio account, `AC` and 32 hexadecimal digits. Default: none, texts go to the simulator.",
    )
    twilio_auth_tokens: tuple[str, ...] = setting(
        "TWILIO_AUTH_TOKEN",
        "The account's auth token; two with a comma between them while you rotate it: the first signs our requests, both are accepted on webhooks.",
        secret=True,
    )
    twilio_api_url: str = setting(
        "TWILIO_API_URL",
        "Where Twilio's API answers. Default: `https://api.twilio.com`; another for a stand-in server.",
    )
    twilio_from: str | None = setting(
        "TWILIO_FROM", "The sender: a number such as `+12025550123`, or a Messaging Service's SID (`MG…`)."
    )
    data_dir: Path = setting(
        "BOT_DATA_DIR",
        "Where the program keeps what it makes itself: database, queue, logs, secret key. Default: `var/`.",
    )
    send_lease_seconds: float = setting(
        "SEND_LEASE_SECONDS",
        "For how long a text that a worker is sending is that worker's alone; after that nobody knows whether it was sent. "
        "Default: 90, twice what one attempt may take. Shorter only in tests.",
        seconds=(90, 1, 3600),
    )
    doubt_grace_seconds: float = setting(
        "DOUBT_GRACE_SECONDS",
        "For how long a text that may or may not have been sent is left to the provider's status callbacks before the "
        "provider's list is asked; half of it passes before the list is asked again. Must be longer than the provider's list "
        "lags behind, which Twilio does not publish: a text that the list does not show twice is sent once more. Default: 120.",
        seconds=(120, 0.5, 86400),
    )
    sweep_seconds: float = setting(
        "SWEEP_SECONDS",
        "How often texts and bells that are stuck are looked for. Default: 15.",
        seconds=(15, 0.2, 3600),
    )
    poll_seconds: float = setting(
        "POLL_SECONDS",
        "How often the provider's own list of received texts is read for what a webhook missed. Default: 60.",
        seconds=(60, 0.2, 86400),
    )
    publish_files: bool = setting(
        "PUBLISH_FILES",
        "Whether `python app.py` publishes a changed flow by itself, within two seconds: `yes` or `no`. Parts that run one by one "
        "publish only when told, by `python -m bot flows publish` or on the page. Default: yes.",
    )
    embedded_queue: bool = field(default=False)
    """Whether `redis_url` is the Valkey that `python app.py` starts (true where `REDIS_URL` is not set)."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """The settings that `env` asks for; a variable that is empty counts as not set.

        Makes `BOT_DATA_DIR` and the kept secret key where they are needed. Raises `SettingsError`.
        """
        given = {name: value.strip() for name, value in env.items() if value.strip()}
        port = _port(given.get("PORT", "5000"))
        data_dir = Path(given.get("BOT_DATA_DIR", ROOT / "var")).absolute()
        _require_twilio_whole(given)
        return cls(
            database_url=_database_url(given.get("DATABASE_URL", f"sqlite:///{data_dir / 'parceltalk.db'}")),
            redis_url=_redis_url(given.get("REDIS_URL", f"unix://{valkey_socket(data_dir)}")),
            flows_dir=_flows_dir(given.get("FLOWS_DIR", str(ROOT / "flows"))),
            public_url=_http_url("PUBLIC_URL", given.get("PUBLIC_URL", f"http://127.0.0.1:{port}")),
            port=port,
            secret_key=_secret_key(given, data_dir),
            twilio_account_sid=_optional(given, "TWILIO_ACCOUNT_SID", _ACCOUNT_SID, "`AC` and 32 hexadecimal digits"),
            twilio_auth_tokens=tuple(t.strip() for t in given.get("TWILIO_AUTH_TOKEN", "").split(",") if t.strip()),
            twilio_api_url=_http_url("TWILIO_API_URL", given.get("TWILIO_API_URL", "https://api.twilio.com")),
            twilio_from=_optional(
                given, "TWILIO_FROM", _SENDER, "a number such as +12025550123, or `MG` and 32 hexadecimal digits"
            ),
            data_dir=data_dir,
            publish_files=_yes("PUBLISH_FILES", given.get("PUBLISH_FILES", "yes")),
            embedded_queue="REDIS_URL" not in given,
            **_spans(cls, given),
        )

    @property
    def twilio_auth_token(self) -> str | None:
        """The token that signs our own requests."""
        return self.twilio_auth_tokens[0] if self.twilio_auth_tokens else None

    @property
    def log_dir(self) -> Path:
        """Where the embedded whole writes its logs."""
        return self.data_dir / "log"

    @classmethod
    def documented(cls) -> list[tuple[str, str]]:
        """(variable, help) of every setting, in the order in which the README lists them."""
        return [(f.metadata["env"], f.metadata["help"]) for f in _from_environment(cls)]


def valkey_socket(data_dir: Path) -> Path:
    """The unix socket of the embedded Valkey of a data folder, the same for every process that asks.

    In the folder itself, or, where that path is too long for a unix socket, in a private folder of the system's temporary one.
    """
    inside = data_dir / "valkey" / "valkey.sock"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_PATH:
        return inside
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"parceltalk-{os.getuid()}-{digest}" / "valkey.sock"


def _from_environment(cls: type[Settings]) -> list[Field[Any]]:
    return [f for f in fields(cls) if "env" in f.metadata]


# ── one function a kind of value ─────────────────────────────────────────────────────────────────

_ACCOUNT_SID: Final = re.compile(r"AC[0-9a-fA-F]{32}")
_SENDER: Final = re.compile(r"\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32}")
_DRIVERS: Final = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"PORT is {text!r}; it should be a whole number from 1 to 65535, for example 5000.")
    return int(text)


def _spans(cls: type[Settings], given: Mapping[str, str]) -> dict[str, float]:
    """Every setting that is a number of seconds."""
    spans = {}
    for entry in _from_environment(cls):
        if entry.metadata["seconds"] is not None:
            env, (default, least, most) = entry.metadata["env"], entry.metadata["seconds"]
            spans[entry.name] = _seconds(env, given.get(env, str(default)), least, most)
    return spans


def _seconds(name: str, text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise SettingsError(f"{name} is {text!r}; it should be a number of seconds from {least:g} to {most:g}.")
    return value


def _database_url(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    if not separator or scheme not in _DRIVERS:
        raise SettingsError(
            f"DATABASE_URL starts with {scheme[:24]!r}; it should be sqlite:///path/to/file.db or postgresql://user:password@host/name."
        )
    return f"{_DRIVERS[scheme]}://{rest}"


def _redis_url(text: str) -> str:
    if not text.startswith(("redis://", "rediss://", "unix://")):
        raise SettingsError(
            "REDIS_URL should start with redis://, rediss:// or unix://, for example redis://127.0.0.1:6379/0."
        )
    return text


def _http_url(name: str, text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise SettingsError(
            f"{name} is {text!r}; it should be an address such as https://sms.example.com, without ? or #."
        )
    return text.rstrip("/")


def _flows_dir(text: str) -> Path:
    path = Path(text).absolute()
    if not path.is_dir():
        raise SettingsError(
            f"FLOWS_DIR is {text!r}, which is not a folder; it should be the folder that holds standard/ and the carriers."
        )
    return path


def _yes(name: str, text: str) -> bool:
    if text not in ("yes", "no"):
        raise SettingsError(f"{name} is {text!r}; it should be yes or no.")
    return text == "yes"


def _optional(given: Mapping[str, str], name: str, pattern: re.Pattern[str], shape: str) -> str | None:
    value = given.get(name)
    if value is not None and not pattern.fullmatch(value):
        raise SettingsError(f"{name} should be {shape}.")
    return value


def _require_twilio_whole(given: Mapping[str, str]) -> None:
    needed = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM")
    missing = [name for name in needed if name not in given]
    if "TWILIO_ACCOUNT_SID" in given and missing:
        raise SettingsError(
            f"TWILIO_ACCOUNT_SID is set, but {' and '.join(missing)} not; Twilio needs all of {', '.join(needed)}."
        )


def _secret_key(given: Mapping[str, str], data_dir: Path) -> str:
    key = given.get("SECRET_KEY")
    if key is None and {"DATABASE_URL", "REDIS_URL"} <= given.keys():
        raise SettingsError(
            "SECRET_KEY is not set; where DATABASE_URL and REDIS_URL are given it must be, with at least 32 characters, "
            "the same for every part. Make one with: python -c 'import secrets; print(secrets.token_hex(32))'."
        )
    key = key or _kept_secret(data_dir)
    if len(key) < 32:
        raise SettingsError(f"SECRET_KEY has {len(key)} characters; it should have at least 32.")
    return key


def _kept_secret(data_dir: Path) -> str:
    """The key kept in the data folder, made on the first call: also when several processes ask at once."""
    path = data_dir / "secret_key"
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _publish(path, secrets.token_hex(32))
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"BOT_DATA_DIR is {str(data_dir)!r}, which cannot be used ({_reason(error)}); it should be a folder that this program may write in."
        ) from error


def _publish(path: Path, text: str) -> None:
    """Write `text` where nobody else has: whole or not at all, readable by its owner only."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret_key.")  # mkstemp gives mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text + "\n")
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        Path(draft).unlink()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
