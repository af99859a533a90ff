"""Is this process alive, and is the whole able to do its work. For load balancers and supervisors; holds no secret."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa
import structlog
from flask import Blueprint, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from bot.doorbell import Doorbell, QueueHealth
from bot.parts import Parts
from bot.store import migrate
from bot.store.tables import outbox
from bot.web.context import parts
from bot.web.problems import answer

PROMOTIONS: Final = 3
"""The lane that may wait long: a campaign is more than a minute's work on purpose."""
LONGEST_WAIT: Final = timedelta(minutes=5)
"""For a text that is due and no promotion."""
DOORBELL: Final = "parceltalk.doorbell"

Check = dict[str, Any]

blueprint = Blueprint("health", __name__)
log = structlog.get_logger(__name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Whether this process answers. Reads nothing, so that a slow database does not get it restarted."""
    return answer({"status": "ok"})


@blueprint.get("/readyz")
def readyz() -> Response:
    """200 when everything that a text needs is there, 503 when not; each check with what it saw."""
    here = parts()
    queue = doorbell(here).health()
    checks = {
        "database": _guarded(lambda: _database(here)),
        "oldest_unsent": _guarded(lambda: _oldest_unsent(here)),
        "queue": {"ok": queue.reachable, "waiting": queue.waiting},
        "worker": _alive(queue, "worker"),
        "clock": _alive(queue, "clock"),
    }
    ready = all(check["ok"] for check in checks.values())
    return answer({"status": "ready" if ready else "not ready", "checks": checks}, 200 if ready else 503)


def doorbell(here: Parts) -> Doorbell:
    """One for an app: it is only asked how the queue is, and never rung here."""
    found = current_app.extensions.get(DOORBELL)
    if found is None:
        found = current_app.extensions[DOORBELL] = Doorbell(here.settings.redis_url)
    return found


def oldest_unsent(here: Parts) -> dict[tuple[str, int], float]:
    """(carrier, lane) → seconds for which the oldest text that is ready has been due, on that carrier's clock."""
    query = (
        sa.select(outbox.c.carrier, outbox.c.lane, sa.func.min(outbox.c.due_at).label("due_at"))
        .where(outbox.c.status == "ready")
        .group_by(outbox.c.carrier, outbox.c.lane)
    )
    with here.store.read() as connection:
        rows = connection.execute(query).fetchall()
    return {
        (row.carrier, row.lane): max(0.0, (here.clock.now(row.carrier) - row.due_at).total_seconds()) for row in rows
    }


def _database(here: Parts) -> Check:
    revision = migrate.current(here.store)
    return {"ok": revision == _head(), "revision": revision, "expected": _head()}


@lru_cache(maxsize=1)
def _head() -> str:
    return migrate.head()


def _oldest_unsent(here: Parts) -> Check:
    seconds = max((age for (_, lane), age in oldest_unsent(here).items() if lane != PROMOTIONS), default=0.0)
    limit = LONGEST_WAIT.total_seconds()
    return {"ok": seconds <= limit, "seconds": round(seconds, 1), "limit_seconds": limit}


def _alive(queue: QueueHealth, part: str) -> Check:
    count = (queue.alive or {}).get(part, 0)
    return {"ok": count > 0, "count": count}


def _guarded(check: Callable[[], Check]) -> Check:
    """A check that cannot be made is a check that failed. The error's own words stay here: they may hold a password."""
    try:
        return check()
    except (SQLAlchemyError, OSError) as error:
        log.warning("readiness_check_failed", error=type(error).__name__)
        return {"ok": False, "error": type(error).__name__}
