"""What time it is, for each carrier. The only module that reads the system's clock for the business of a turn."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

import sqlalchemy as sa

from bot.store.session import Store
from bot.store.tables import clocks


class Clock(Protocol):
    """Gives an aware UTC moment."""

    def now(self, carrier: str | None = None) -> datetime:
        """The carrier's present; without a carrier, the real one."""


class CarrierClock:
    """Real time, plus what the simulator let a demo carrier's clock run ahead (kept in the database, shared by all processes)."""

    def __init__(self, store: Store, refresh_seconds: float = 0.5) -> None:
        self._store = store
        self._refresh = refresh_seconds
        self._read_at = float("-inf")
        self._ahead: Mapping[str, int] | None = None
        self._reading = threading.Lock()

    def now(self, carrier: str | None = None) -> datetime:
        real = datetime.now(UTC)
        return real if carrier is None else real + timedelta(seconds=self._ahead_of(carrier))

    def skip(self, carrier: str, seconds: int) -> None:
        """Let the carrier's clock run ahead by so many more seconds. It never runs back."""
        if seconds < 0:
            raise ValueError("a clock does not run back")
        with self._store.write() as connection:
            changed = connection.execute(
                sa.update(clocks)
                .where(clocks.c.carrier == carrier)
                .values(ahead_seconds=clocks.c.ahead_seconds + seconds)
            )
            if not changed.rowcount:
                connection.execute(sa.insert(clocks).values(carrier=carrier, ahead_seconds=seconds))
        self._read_at = float("-inf")

    def _ahead_of(self, carrier: str) -> int:
        """One thread reads; the others go on with what was known, unless nothing is: sixty-four that send would all ask at once."""
        expired = time.monotonic() - self._read_at > self._refresh
        if expired and self._reading.acquire(blocking=self._ahead is None):
            try:
                if time.monotonic() - self._read_at > self._refresh:
                    self._read()
            finally:
                self._reading.release()
        return (self._ahead or {}).get(carrier, 0)

    def _read(self) -> None:
        with self._store.read() as connection:
            rows = connection.execute(sa.select(clocks.c.carrier, clocks.c.ahead_seconds))
            self._ahead = {row.carrier: row.ahead_seconds for row in rows}
        self._read_at = time.monotonic()


class SetClock:
    """A clock that stands still until it is moved: for tests and transcripts."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self, carrier: str | None = None) -> datetime:  # noqa: ARG002 the protocol's argument
        return self._now

    def move(self, by: timedelta) -> None:
        self._now += by

    def set(self, now: datetime) -> None:
        self._now = now
