"""What the database has waiting for the worker at this moment: a look-up each in a small table or a partial index, for the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.tables import campaigns, clocks, instructions, outbox, retention_runs, timers


def carriers_ahead(connection: Connection) -> list[str]:
    """Carriers whose clock the simulator let run ahead."""
    return list(connection.execute(sa.select(clocks.c.carrier)).scalars())


def jobs(connection: Connection, now: datetime, ahead: Mapping[str, datetime]) -> set[str]:
    """Names of the jobs that have something to do. `ahead`: the present of the carriers that have another than `now`.

    A text that waits behind an earlier one of its customer counts as due: a bell too many finds nothing.
    """
    return {name for name, query in _QUERIES.items() if connection.execute(query(now, ahead)).first() is not None}


def _waiting(table: sa.Table, status: str, now: datetime, ahead: Mapping[str, datetime]) -> sa.Select[Any]:
    # The status is written out, because a bound parameter hides from the planner that a partial index fits.
    own_time = [sa.and_(table.c.carrier == slug, table.c.due_at <= moment) for slug, moment in ahead.items()]
    waiting = table.c.status == sa.literal_column(f"'{status}'")
    return sa.select(table.c.id).where(waiting, sa.or_(table.c.due_at <= now, *own_time)).limit(1)


def _instructions(now: datetime, _: Mapping[str, datetime]) -> sa.Select[Any]:
    """On real time: another company's system lives in it."""
    free = sa.or_(instructions.c.lease_until.is_(None), instructions.c.lease_until < now)
    waiting = instructions.c.status.in_([sa.literal_column("'pending'"), sa.literal_column("'sending'")])
    return sa.select(instructions.c.id).where(waiting, instructions.c.due_at <= now, free).limit(1)


def _campaigns(now: datetime, ahead: Mapping[str, datetime]) -> sa.Select[Any]:
    own_time = [sa.and_(campaigns.c.carrier == slug, campaigns.c.due_at <= moment) for slug, moment in ahead.items()]
    return sa.select(campaigns.c.id).where(sa.or_(campaigns.c.due_at <= now, *own_time)).limit(1)


def _retention(now: datetime, ahead: Mapping[str, datetime]) -> sa.Select[Any]:
    runs = retention_runs
    own_time = [sa.and_(runs.c.carrier == slug, runs.c.due_at <= moment) for slug, moment in ahead.items()]
    return sa.select(runs.c.carrier).where(sa.or_(runs.c.due_at <= now, *own_time)).limit(1)


_QUERIES: Final = {
    "drain_outbox": lambda now, ahead: _waiting(outbox, "ready", now, ahead),
    "fire_timers": lambda now, ahead: _waiting(timers, "pending", now, ahead),
    "send_instructions": _instructions,
    "run_campaigns": _campaigns,
    "run_retention": _retention,
}
