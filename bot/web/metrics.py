"""`/metrics` for Prometheus: what all processes counted, and how the database and the queue stand at this moment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa
from flask import Blueprint, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Gauge, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy.engine import Connection, Row

from bot.parts import Parts
from bot.store.tables import cases, outbox, timers
from bot.web.context import parts
from bot.web.health import doorbell, oldest_unsent

UNSETTLED: Final = ("ready", "sending", "uncertain")
"""Rows that still ask for something. The settled ones are counted as they settle: counting them here reads a whole table."""
PARTS: Final = ("worker", "clock")

blueprint = Blueprint("metrics", __name__)


@blueprint.get("/metrics")
def metrics() -> Response:
    """Text format. What is counted adds up over the processes; what is measured comes from the database, once."""
    text = generate_latest(_counted()) + generate_latest(_measured(parts()))
    return Response(text, content_type=CONTENT_TYPE_LATEST)


def _counted() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


def _measured(here: Parts) -> CollectorRegistry:
    registry = CollectorRegistry()
    rows = Gauge("parceltalk_outbox_rows", "Texts not settled.", ("carrier", "status", "lane"), registry=registry)
    oldest = Gauge(
        "parceltalk_oldest_unsent_seconds",
        "Since when the oldest text has been due.",
        ("carrier", "lane"),
        registry=registry,
    )
    open_cases = Gauge("parceltalk_open_cases", "Cases not closed.", ("carrier", "status"), registry=registry)
    overdue = Gauge(
        "parceltalk_overdue_cases", "Cases past their due time, not closed.", ("carrier",), registry=registry
    )
    due = Gauge("parceltalk_timers_due", "Timers past their time, not fired.", ("carrier",), registry=registry)
    with here.store.read() as connection:
        for row in _outbox_rows(connection):
            rows.labels(row.carrier, row.status, str(row.lane)).set(row.many)
        for row in _case_rows(connection):
            open_cases.labels(row.carrier, row.status).set(row.many)
        for carrier in here.flows.carriers():
            now = here.clock.now(carrier)
            overdue.labels(carrier).set(
                _count(connection, cases, carrier, cases.c.status != "closed", cases.c.due_at < now)
            )
            due.labels(carrier).set(
                _count(connection, timers, carrier, timers.c.status == "pending", timers.c.due_at <= now)
            )
    for (carrier, lane), seconds in oldest_unsent(here).items():
        oldest.labels(carrier, str(lane)).set(seconds)
    _measure_queue(here, registry)
    return registry


def _measure_queue(here: Parts, registry: CollectorRegistry) -> None:
    queue = doorbell(here).health()
    reachable = Gauge("parceltalk_queue_reachable", "1 when Redis answers.", registry=registry)
    waiting = Gauge("parceltalk_queue_jobs_waiting", "Jobs that no worker has taken.", registry=registry)
    alive = Gauge("parceltalk_parts_alive", "Processes with a sign of life.", ("part",), registry=registry)
    reachable.set(int(queue.reachable))
    waiting.set(queue.waiting)
    for part in PARTS:
        alive.labels(part).set((queue.alive or {}).get(part, 0))


def _outbox_rows(connection: Connection) -> Iterator[Row[Any]]:
    # One query a status, so that each uses its partial index.
    for status in UNSETTLED:
        yield from connection.execute(
            sa.select(outbox.c.carrier, outbox.c.status, outbox.c.lane, sa.func.count().label("many"))
            .where(outbox.c.status == sa.literal_column(f"'{status}'"))
            .group_by(outbox.c.carrier, outbox.c.status, outbox.c.lane)
        )


def _case_rows(connection: Connection) -> Iterator[Row[Any]]:
    yield from connection.execute(
        sa.select(cases.c.carrier, cases.c.status, sa.func.count().label("many"))
        .where(cases.c.status != "closed")
        .group_by(cases.c.carrier, cases.c.status)
    )


def _count(connection: Connection, table: sa.Table, carrier: str, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(table.c.carrier == carrier, *where)
    return int(connection.execute(query).scalar_one())
