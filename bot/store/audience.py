"""Whom a campaign is for: customers by segment, by the groups that the system keeps, by route and by last contact; and lists of numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.campaigning import STAFF, Audience
from bot.core.habits import LOYAL, MONTHS, months_before
from bot.store import suppressions
from bot.store.session import AnyRow
from bot.store.tables import cases, employee_groups, inbox, outbox, shipments, threads, tracking_events
from bot.store.upsert import insert_later

FREQUENT: Final = 3
MONTH: Final = timedelta(days=31)
LATELY: Final = timedelta(days=90)
PROBLEM_CASES: Final = ("complaint", "not_received", "damaged", "lost", "delivery", "delay", "proxy", "survey")
PROBLEM_EVENTS: Final = ("delayed", "damaged", "lost", "returned")
OVER: Final = ("delivered", "delivered_proxy", "returned", "cancelled", "lost")
"""Events after which a parcel is no longer under way."""

Holds = sa.ColumnElement[bool]


def matching(carrier: str, audience: Audience, now: datetime, after: int, limit: int | None) -> sa.Select[Any]:
    """Customers above the thread id `after` for whom everything given holds: `thread_id`, `shipment_id` (of the route, else NULL)."""
    where = [threads.c.carrier == carrier, threads.c.id > after, threads.c.phone.startswith("+")]
    where += [threads.c.segment != STAFF, ~sa.exists().where(employee_groups.c.thread_id == threads.c.id)]
    where += [threads.c.segment.in_(audience.segments)] if audience.segments else []
    if audience.groups:
        where.append(sa.or_(*(_GROUPS[name](now) for name in audience.groups)))
    if audience.silent_for is not None:
        where.append(~_in_touch_since(now - audience.silent_for))
    if audience.in_touch_within is not None:
        where.append(_in_touch_since(now - audience.in_touch_within))
    parcel: Any = sa.cast(sa.null(), shipments.c.id.type)
    if audience.routes:
        on_route = _on_route(audience.routes)
        parcel = sa.select(sa.func.max(shipments.c.id)).where(*on_route).scalar_subquery()
        where.append(sa.exists().where(*on_route))
    columns = (threads.c.id.label("thread_id"), parcel.label("shipment_id"))
    return sa.select(*columns).where(*where).order_by(threads.c.id).limit(limit)


def page(
    connection: Connection, carrier: str, audience: Audience, now: datetime, after: int, limit: int
) -> Sequence[AnyRow]:
    """The next of them; empty at the end, and where the audience names nobody."""
    if not audience.chosen:
        return []
    return connection.execute(matching(carrier, audience, now, after, limit)).all()


def count(connection: Connection, carrier: str, audience: Audience, now: datetime) -> int:
    """How many they are."""
    if not audience.chosen:
        return 0
    query = matching(carrier, audience, now, 0, None).order_by(None).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(query)).scalar_one())


# ── groups that the system keeps ─────────────────────────────────────────────────────────────────


def _parcels_since(since: datetime) -> sa.ScalarSelect[Any]:
    """Parcels last heard of since then, as `core.habits` counts them."""
    heard = sa.exists().where(tracking_events.c.shipment_id == shipments.c.id, tracking_events.c.at >= since)
    return (
        sa.select(sa.func.count())
        .select_from(shipments)
        .where(shipments.c.thread_id == threads.c.id, sa.or_(shipments.c.created_at >= since, heard))
        .scalar_subquery()
    )


def _frequent(now: datetime) -> Holds:
    made = (
        sa.select(sa.func.count())
        .select_from(shipments)
        .where(shipments.c.thread_id == threads.c.id, shipments.c.created_at >= now - MONTH)
    )
    return made.scalar_subquery() >= FREQUENT


def _had_problem(now: datetime) -> Holds:
    case = sa.exists().where(
        cases.c.thread_id == threads.c.id, cases.c.kind.in_(PROBLEM_CASES), cases.c.opened_at >= now - LATELY
    )
    event = sa.exists().where(
        shipments.c.thread_id == threads.c.id,
        tracking_events.c.shipment_id == shipments.c.id,
        tracking_events.c.type.in_(PROBLEM_EVENTS),
        tracking_events.c.at >= now - LATELY,
    )
    return sa.or_(case, event)


def _dormant(now: datetime) -> Holds:
    ever = sa.exists().where(shipments.c.thread_id == threads.c.id)
    return sa.and_(ever, _parcels_since(months_before(now, MONTHS)) == 0)


_GROUPS: Final[Mapping[str, Callable[[datetime], Holds]]] = {
    "frequent": _frequent,
    "enterprise": lambda _: threads.c.segment == "enterprise",
    "had_problem": _had_problem,
    "loyal": lambda now: _parcels_since(months_before(now, MONTHS)) >= LOYAL,
    "dormant": _dormant,
}


def _in_touch_since(since: datetime) -> Holds:
    heard = sa.exists().where(inbox.c.thread_id == threads.c.id, inbox.c.received_at >= since)
    told = sa.exists().where(
        outbox.c.thread_id == threads.c.id, outbox.c.status == "accepted", outbox.c.leaves_at >= since
    )
    return sa.or_(heard, told)


def _on_route(routes: Sequence[str]) -> Sequence[Holds]:
    return (
        shipments.c.thread_id == threads.c.id,
        shipments.c.facts["route"].as_string().in_(routes),
        sa.func.coalesce(shipments.c.status, "").not_in(OVER),
    )


# ── lists ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Listed:
    """One number of a list, E.164, and what the list says of its owner."""

    phone: str
    name: str | None = None
    locale: str | None = None


def thread_ids(
    connection: Connection, carrier: str, listed: Sequence[Listed], now: datetime, segment: str | None = None
) -> dict[str, int]:
    """The threads of these numbers, made where they are new. Name and locale fill what is not known of a customer yet.

    A number that was erased has refused still what it had refused (as in `store.threads`).
    """
    values = {"carrier": carrier, "created_at": now} | ({"segment": segment} if segment else {})
    phones = [one.phone for one in listed]
    which = sa.select(threads.c.id, threads.c.phone, threads.c.name, threads.c.locale).where(
        threads.c.carrier == carrier, threads.c.phone.in_(phones)
    )
    before = {row.phone for row in connection.execute(which)}
    for one in listed:
        insert_later(connection, threads, {**values, "phone": one.phone, "name": one.name, "locale": one.locale})
    rows = connection.execute(which).all()
    known = {row.phone: row for row in rows}
    for row in rows:
        if row.phone not in before:
            suppressions.restore(connection, row.id, carrier, row.phone, now)
    for one in listed:
        row = known[one.phone]
        told = {"name": one.name, "locale": one.locale}
        new = {key: value for key, value in told.items() if value and getattr(row, key) is None}
        if new:
            connection.execute(sa.update(threads).where(threads.c.id == row.id).values(**new))
    return {row.phone: row.id for row in rows}


# ── the carrier's own people ─────────────────────────────────────────────────────────────────────


def join_group(connection: Connection, carrier: str, name: str, ids: Sequence[int]) -> int:
    """These threads belong to a group of employees; how many are new in it."""
    before = _members(connection, carrier, name)
    for thread_id in ids:
        insert_later(connection, employee_groups, {"carrier": carrier, "name": name, "thread_id": thread_id})
    return _members(connection, carrier, name) - before


def leave_groups(connection: Connection, carrier: str, names: Sequence[str]) -> None:
    """These groups have no members any more."""
    connection.execute(
        sa.delete(employee_groups).where(employee_groups.c.carrier == carrier, employee_groups.c.name.in_(list(names)))
    )


def _members(connection: Connection, carrier: str, name: str) -> int:
    query = sa.select(sa.func.count()).select_from(employee_groups)
    return int(
        connection.execute(
            query.where(employee_groups.c.carrier == carrier, employee_groups.c.name == name)
        ).scalar_one()
    )


def groups(connection: Connection, carrier: str) -> Mapping[str, int]:
    """The carrier's groups of employees and how many belong to each."""
    rows = connection.execute(
        sa.select(employee_groups.c.name, sa.func.count().label("n"))
        .where(employee_groups.c.carrier == carrier)
        .group_by(employee_groups.c.name)
        .order_by(employee_groups.c.name)
    )
    return {row.name: row.n for row in rows}


def members(connection: Connection, carrier: str, names: Sequence[str]) -> Sequence[int]:
    """Thread ids of everybody in one of these groups, each once."""
    return list(
        connection.execute(
            sa.select(employee_groups.c.thread_id)
            .where(employee_groups.c.carrier == carrier, employee_groups.c.name.in_(list(names)))
            .distinct()
            .order_by(employee_groups.c.thread_id)
        ).scalars()
    )
