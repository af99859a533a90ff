"""Rows that a turn or a worker writes for people and for the carrier's system: cases, ledger lines, instructions, coupons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import case_events, cases, consents, coupons, instructions, threads
from bot.store.upsert import insert_if_new, insert_later


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to open. `due_at` is when a person must have answered."""

    carrier: str
    thread_id: int
    kind: str
    reason: str
    due_at: datetime
    cause: str
    shipment_id: int | None = None
    conversation_id: int | None = None
    takes_control: bool = True


def open_case(connection: Connection, case: NewCase, now: datetime) -> int | None:
    """Open it, or add to the one that is open for the same matter, which becomes as urgent as the more urgent of both.

    Returns the case's id, or None where this cause has been dealt with already. A case that takes control silences the
    bot in the thread and makes what it still had to say stale (law 14).
    """
    same = _open_like(connection, case)
    if same is not None:
        connection.execute(
            sa.update(cases)
            .where(cases.c.id == same.id)
            .values(due_at=min(same.due_at, case.due_at), version=cases.c.version + 1)
        )
        _event(connection, same.id, now, "again", {"reason": case.reason})
        return int(same.id)
    values = {
        "carrier": case.carrier,
        "thread_id": case.thread_id,
        "shipment_id": case.shipment_id,
        "conversation_id": case.conversation_id,
        "kind": case.kind,
        "reason": case.reason,
        "status": "open",
        "takes_control": case.takes_control,
        "opened_at": now,
        "due_at": case.due_at,
        "cause": case.cause,
    }
    made = insert_if_new(connection, cases, values)
    if made is None:
        return None
    _event(connection, made, now, "opened", {"reason": case.reason})
    if case.takes_control:
        give_to_person(connection, case.thread_id)
    return made


def _open_like(connection: Connection, case: NewCase) -> AnyRow | None:
    matter = cases.c.shipment_id.is_(None) if case.shipment_id is None else cases.c.shipment_id == case.shipment_id
    return connection.execute(
        sa.select(cases.c.id, cases.c.due_at)
        .where(
            cases.c.thread_id == case.thread_id,
            cases.c.kind == case.kind,
            cases.c.status != "closed",
            cases.c.takes_control == case.takes_control,
            matter,
        )
        .limit(1)
    ).first()


def _event(connection: Connection, case_id: int, now: datetime, what: str, data: Mapping[str, Any]) -> None:
    connection.execute(sa.insert(case_events).values(case_id=case_id, at=now, who="bot", what=what, data=dict(data)))


def tell_cases(
    connection: Connection, thread_id: int, who: str, what: str, data: Mapping[str, Any], now: datetime
) -> int:
    """Append a line to every open case of the thread; how many there are."""
    ids = (
        connection.execute(sa.select(cases.c.id).where(cases.c.thread_id == thread_id, cases.c.status != "closed"))
        .scalars()
        .all()
    )
    if ids:
        rows = [{"case_id": i, "at": now, "who": who, "what": what, "data": dict(data)} for i in ids]
        connection.execute(sa.insert(case_events), rows)
    return len(ids)


def give_to_person(connection: Connection, thread_id: int) -> None:
    """The bot falls silent in this thread."""
    connection.execute(
        sa.update(threads)
        .where(threads.c.id == thread_id, threads.c.control != "person")
        .values(control="person", control_version=threads.c.control_version + 1)
    )


def give_to_bot(connection: Connection, thread_id: int) -> None:
    """The bot may speak again."""
    connection.execute(
        sa.update(threads)
        .where(threads.c.id == thread_id, threads.c.control != "bot")
        .values(control="bot", control_version=threads.c.control_version + 1)
    )


def record_consent(
    connection: Connection,
    carrier: str,
    thread_id: int,
    granted: bool,
    categories: Iterable[str],
    source: str,
    ref: str | None,
    now: datetime,
) -> None:
    """Append to the ledger: who, which category, yes or no, when, by which message or report."""
    rows = [
        {"carrier": carrier, "thread_id": thread_id, "category": category, "granted": granted, "at": now,
         "source": source, "ref": ref}
        for category in categories
    ]  # fmt: skip
    if rows:
        connection.execute(sa.insert(consents), rows)


@dataclass(frozen=True, slots=True)
class NewInstruction:
    """What the carrier's system shall do. `params` is JSON."""

    carrier: str
    kind: str
    params: Mapping[str, Any]
    cause: str
    shipment_id: int | None = None
    conversation_id: int | None = None


def instruct(connection: Connection, new: NewInstruction, has_endpoint: bool, now: datetime) -> None:
    """Write it down; it is sent where the carrier has an endpoint, else the carrier reads it through the API."""
    values = {
        "carrier": new.carrier,
        "shipment_id": new.shipment_id,
        "conversation_id": new.conversation_id,
        "kind": new.kind,
        "params": dict(new.params),
        "status": "pending" if has_endpoint else "recorded",
        "due_at": now,
        "created_at": now,
        "cause": new.cause,
    }
    insert_later(connection, instructions, values)


@dataclass(frozen=True, slots=True)
class Coupon:
    """What a customer got from a pool: `fresh` False means that it is the code handed out before."""

    code: str
    fresh: bool
    expires_at: datetime | None = None


def claim_coupon(connection: Connection, carrier: str, pool: str, thread_id: int, now: datetime) -> Coupon | None:
    """One code a customer, never twice; None where the pool has none left. The caller holds the thread's lock."""
    of_pool = (coupons.c.carrier == carrier, coupons.c.pool == pool)
    had = connection.execute(
        sa.select(coupons.c.code, coupons.c.expires_at).where(*of_pool, coupons.c.thread_id == thread_id)
    ).first()
    if had is not None:
        return Coupon(had.code, fresh=False, expires_at=had.expires_at)
    free = connection.execute(
        sa.select(coupons.c.id, coupons.c.code, coupons.c.expires_at)
        .where(
            *of_pool, coupons.c.thread_id.is_(None), sa.or_(coupons.c.expires_at.is_(None), coupons.c.expires_at > now)
        )
        .order_by(coupons.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if free is None:
        return None
    connection.execute(sa.update(coupons).where(coupons.c.id == free.id).values(thread_id=thread_id, claimed_at=now))
    return Coupon(free.code, fresh=True, expires_at=free.expires_at)


def fill_pool(
    connection: Connection, carrier: str, pool: str, codes: Iterable[str], expires_at: datetime | None
) -> int:
    """Add codes to a pool; how many were new."""
    return sum(
        insert_if_new(connection, coupons, {"carrier": carrier, "pool": pool, "code": code, "expires_at": expires_at})
        is not None
        for code in codes
    )
