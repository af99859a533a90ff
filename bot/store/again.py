"""A unit of work once more, where the database gave it up through no fault of its own."""

from __future__ import annotations

import functools
import random
import time
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

ATTEMPTS: Final = 3
PAUSE: Final = 0.02
"""Seconds before the second attempt, more or less; twice that before the third."""
GIVEN_UP: Final = frozenset({"40001", "40P01"})
"""SQLSTATE of a transaction that was rolled back so that another could go on: serialization_failure, deadlock_detected
(PostgreSQL's manual, appendix A: retry the whole transaction)."""

log = structlog.get_logger()

P = ParamSpec("P")
R = TypeVar("R")


def again(unit: Callable[P, R]) -> Callable[P, R]:
    """Let `unit` run anew, up to three times, after a deadlock or on a connection that was cut.

    Only for a unit that is one transaction of its own and changes nothing when it has been done before: after a cut at COMMIT
    nobody knows whether it was.
    """

    @functools.wraps(unit)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(1, ATTEMPTS):
            try:
                return unit(*args, **kwargs)
            except DBAPIError as error:
                state = getattr(error.orig, "sqlstate", None)
                if state not in GIVEN_UP and not error.connection_invalidated:
                    raise
                log.warning("unit_runs_again", unit=unit.__name__, sqlstate=state, attempt=attempt)
                time.sleep(random.uniform(0.5, 1.5) * attempt * PAUSE)  # noqa: S311 - no secret: the winner gets through
        return unit(*args, **kwargs)

    return run
