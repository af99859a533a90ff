"""People who work here: their passwords (argon2), their sessions (opaque tokens, hashed at rest) and the audit trail.

Passwords are hashed with argon2-cffi's defaults (RFC 9106, low-memory profile), always outside of a transaction: a hash
takes tens of milliseconds, and a writer must not wait for it. Attempts to log in are counted in the audit trail *before*
the password is looked at, so that many tries at once cannot slip under the limit. There is no permanent lockout.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.engine import Connection

from bot.core.errors import Conflict, Denied, Invalid
from bot.store.session import AnyRow, Store
from bot.store.tables import audit, staff, staff_sessions

IDLE: Final = timedelta(minutes=30)
"""A session without a person's action for so long is over; a page that refreshes itself is no action."""
ABSOLUTE: Final = timedelta(hours=12)
TOUCH_EVERY: Final = timedelta(minutes=1)
"""How exactly `seen_at` is kept: one write a minute and session, not one a request."""

WINDOW: Final = timedelta(minutes=15)
LIMITS: Final = {"name_and_address": 5, "address": 30, "name": 50}
"""Failed attempts within WINDOW. The one for a name alone is wide: a stranger must not be able to keep a colleague out."""

SHORTEST_PASSWORD: Final = 12


class TooManyAttempts(Denied):
    """Wait `retry_after` seconds before the next attempt to log in."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__("Too many attempts to log in.")


@dataclass(frozen=True, slots=True)
class Staff:
    """A person who is logged in. `carrier` None: works for every carrier of this installation."""

    id: int
    name: str
    carrier: str | None
    role: str

    @property
    def who(self) -> str:
        """How this person signs rows of `case_events`, `outbox` and `audit`."""
        return f"staff:{self.id}"

    def may_see(self, carrier: str) -> bool:
        return self.carrier is None or self.carrier == carrier


@dataclass(frozen=True, slots=True)
class Session:
    """A login that holds."""

    id: int
    staff: Staff
    csrf: str


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────


def add(
    store: Store,
    name: str,
    now: datetime,
    *,
    carrier: str | None = None,
    role: str = "agent",
    password: str | None = None,
) -> str:
    """A new login; returns its password, made here when none is given: shown once, kept only as a hash.

    Raises `Invalid` for a name or password that cannot be used and `Conflict` where the name is taken.
    """
    name = name.strip()
    if not 1 <= len(name) <= 64 or not name.isprintable():
        raise Invalid("a name has 1 to 64 printable characters", {"name": "1 to 64 printable characters"})
    password = _usable(password) if password is not None else secrets.token_urlsafe(12)
    hashed = _hasher().hash(password)
    with store.write() as connection:
        if connection.execute(sa.select(staff.c.id).where(sa.func.lower(staff.c.name) == name.lower())).first():
            raise Conflict(f"there is already a login named {name}; choose another name or set its password")
        row = {"name": name, "password_hash": hashed, "carrier": carrier, "role": role, "created_at": now}
        new = connection.execute(sa.insert(staff).values(row).returning(staff.c.id)).scalar_one()
        record(connection, now, "system", "staff_added", carrier, {"staff_id": new, "role": role})
    return password


def set_password(store: Store, name: str, now: datetime, password: str | None = None) -> str:
    """A new password for an existing login; ends all its sessions. Returns it. Raises `Invalid`."""
    password = _usable(password) if password is not None else secrets.token_urlsafe(12)
    hashed = _hasher().hash(password)
    with store.write() as connection:
        found = connection.execute(
            sa.update(staff)
            .where(sa.func.lower(staff.c.name) == name.strip().lower())
            .values(password_hash=hashed)
            .returning(staff.c.id)
        ).scalar()
        if found is None:
            raise _unknown(name)
        _revoke_all(connection, found, now)
        record(connection, now, "system", "password_set", None, {"staff_id": found})
    return password


def set_disabled(store: Store, name: str, now: datetime, *, disabled: bool) -> None:
    """Lock a login out, which ends its sessions, or let it in again. Raises `Invalid` for an unknown name."""
    with store.write() as connection:
        found = connection.execute(
            sa.update(staff)
            .where(sa.func.lower(staff.c.name) == name.strip().lower())
            .values(disabled_at=now if disabled else None)
            .returning(staff.c.id)
        ).scalar()
        if found is None:
            raise _unknown(name)
        if disabled:
            _revoke_all(connection, found, now)
        record(connection, now, "system", "staff_disabled" if disabled else "staff_enabled", None, {"staff_id": found})


def listed(connection: Connection) -> Sequence[AnyRow]:
    """`name`, `role`, `carrier`, `created_at`, `disabled_at` of every login, by name."""
    columns = (staff.c.name, staff.c.role, staff.c.carrier, staff.c.created_at, staff.c.disabled_at)
    return connection.execute(sa.select(*columns).order_by(staff.c.name)).fetchall()


def _unknown(name: str) -> Invalid:
    return Invalid(f"there is no login named {name}; see `python -m bot staff list`", {"name": "unknown"})


def _usable(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid(
            f"a password has at least {SHORTEST_PASSWORD} characters",
            {"password": f"at least {SHORTEST_PASSWORD} characters"},
        )
    return password


# ── logging in and out ───────────────────────────────────────────────────────────────────────────


def log_in(store: Store, name: str, password: str, address: str, now: datetime) -> tuple[str, Staff]:
    """A fresh session's token, and whose it is.

    Raises `TooManyAttempts` when the limits are reached, and `Denied` when name and password do not
    belong together; an unknown name costs as much time as a wrong password.
    """
    name = name.strip()[:64]
    with store.write() as connection:
        _admit(connection, name, address, now)
        row = connection.execute(
            sa.select(staff).where(sa.func.lower(staff.c.name) == name.lower(), staff.c.disabled_at.is_(None))
        ).first()
    if not _matches(None if row is None else row.password_hash, password) or row is None:
        with store.write() as connection:
            record(connection, now, _login_of(name), "login_failed", None, {"address": address})
        raise Denied("That name and password do not belong together.")
    person = Staff(row.id, row.name, row.carrier, row.role)
    rehashed = _hasher().hash(password) if _hasher().check_needs_rehash(row.password_hash) else None
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        if rehashed is not None:
            connection.execute(sa.update(staff).where(staff.c.id == person.id).values(password_hash=rehashed))
        opened = {
            "token_hash": _hashed(token),
            "staff_id": person.id,
            "csrf": secrets.token_urlsafe(32),
            "created_at": now,
            "seen_at": now,
        }
        connection.execute(sa.insert(staff_sessions).values(opened))
        record(connection, now, _login_of(name), "login", person.carrier, {"address": address, "staff_id": person.id})
    return token, person


def session(store: Store, token: str, now: datetime, *, by_person: bool = True) -> Session | None:
    """The session that `token` opens, or None when it is over. `by_person`: this request counts against idleness."""
    with store.read() as connection:
        row = connection.execute(
            sa.select(
                staff_sessions.c.id,
                staff_sessions.c.csrf,
                staff_sessions.c.seen_at,
                staff.c.id.label("staff_id"),
                staff.c.name,
                staff.c.carrier,
                staff.c.role,
            )
            .join(staff, staff.c.id == staff_sessions.c.staff_id)
            .where(
                staff_sessions.c.token_hash == _hashed(token),
                staff_sessions.c.revoked_at.is_(None),
                staff_sessions.c.created_at > now - ABSOLUTE,
                staff_sessions.c.seen_at > now - IDLE,
                staff.c.disabled_at.is_(None),
            )
        ).first()
    if row is None:
        return None
    if by_person and now - row.seen_at > TOUCH_EVERY:
        with store.write() as connection:
            connection.execute(sa.update(staff_sessions).where(staff_sessions.c.id == row.id).values(seen_at=now))
    return Session(row.id, Staff(row.staff_id, row.name, row.carrier, row.role), row.csrf)


def log_out(store: Store, opened: Session, now: datetime) -> None:
    """End the login; its token opens nothing any more."""
    with store.write() as connection:
        connection.execute(sa.update(staff_sessions).where(staff_sessions.c.id == opened.id).values(revoked_at=now))
        record(connection, now, opened.staff.who, "logout", opened.staff.carrier, {})


def revoke(store: Store, token: str, now: datetime) -> None:
    """End the session of a token that is about to be replaced, if there is one."""
    with store.write() as connection:
        connection.execute(
            sa.update(staff_sessions)
            .where(staff_sessions.c.token_hash == _hashed(token), staff_sessions.c.revoked_at.is_(None))
            .values(revoked_at=now)
        )


def _revoke_all(connection: Connection, staff_id: int, now: datetime) -> None:
    connection.execute(
        sa.update(staff_sessions)
        .where(staff_sessions.c.staff_id == staff_id, staff_sessions.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def _admit(connection: Connection, name: str, address: str, now: datetime) -> None:
    """Count this attempt, or refuse it. Attempts less successes within WINDOW are failures, or still being checked."""
    from_here = audit.c.data["address"].as_string() == address
    of_name = audit.c.who == _login_of(name)
    scopes = {"name_and_address": of_name & from_here, "address": from_here, "name": of_name}
    for scope, condition in scopes.items():
        failures = [
            sa.func.coalesce(sa.func.sum(sa.case((audit.c.what == "login_tried", 1), else_=-1)), 0),
            sa.func.min(audit.c.at),
        ]
        failed, first = connection.execute(
            sa.select(*failures).where(audit.c.at > now - WINDOW, audit.c.what.in_(("login_tried", "login")), condition)
        ).one()
        if failed >= LIMITS[scope]:
            wait = max(1, int((first + WINDOW - now).total_seconds()))
            raise TooManyAttempts(wait)
    record(connection, now, _login_of(name), "login_tried", None, {"address": address})


def _login_of(name: str) -> str:
    return f"login:{name.lower()[:57]}"


def _matches(hashed: str | None, password: str) -> bool:
    try:
        _hasher().verify(_nobody() if hashed is None else hashed, password)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    """A hash that no password is known for: verifying against it hides that a name is unknown."""
    return _hasher().hash(secrets.token_urlsafe(32))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


# ── audit ────────────────────────────────────────────────────────────────────────────────────────


def record(
    connection: Connection, at: datetime, who: str, what: str, carrier: str | None, data: dict[str, Any]
) -> None:
    """Append a line to the audit trail."""
    connection.execute(sa.insert(audit).values(at=at, who=who, what=what, carrier=carrier, data=data))


def names(connection: Connection) -> dict[int, str]:
    """Everybody's name by id, also of those who left: rows that they signed keep their name."""
    return {row.id: row.name for row in connection.execute(sa.select(staff.c.id, staff.c.name))}
