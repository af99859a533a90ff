"""Cases and what happened to them: rows that people work on. `bot.cases` and the turns decide; this module reads and writes.

A case is a period of human work on a customer's thread. `version` counts its changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.errors import Conflict, NotFound
from bot.store.session import AnyRow
from bot.store.staff import Staff
from bot.store.tables import case_events, cases, inbox, outbox, shipments, staff, threads

View = Literal["open", "mine", "all", "closed"]
VIEWS: Final[tuple[View, ...]] = ("open", "mine", "all", "closed")
"""open: nobody has it; mine: I have it; all: open or claimed; closed: done."""

MOST_ROWS: Final = 200
"""The queue shows the most urgent ones; the counts say how many there are."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the queue to show."""

    view: View = "open"
    kind: str | None = None
    search: str | None = None
    """A tracking number, or a phone or its tail (4 digits or more), or a part of the customer's name."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case as the queue shows it."""

    id: int
    carrier: str
    thread_id: int
    kind: str
    reason: str
    status: str
    opened_at: datetime
    due_at: datetime
    closed_at: datetime | None
    outcome: str | None
    claimed_by: int | None
    claimed_name: str | None
    tracking_no: str | None
    phone: str
    name: str | None
    answered: bool
    """A person has answered the customer in this case: its first-answer clock has stopped."""
    last_text: str = ""
    last_from: str = ""
    """customer | bot | staff | "" when there is no message yet."""
    waiting: int = 0
    """Messages of the customer that came after the last answer of a person."""


# ── one case ─────────────────────────────────────────────────────────────────────────────────────


def locked(connection: Connection, case_id: int, person: Staff | None = None) -> AnyRow:
    """The case, held until the transaction ends. Raises `NotFound`, also for a case of a carrier that `person` may not see."""
    return _one(connection, sa.select(cases).where(cases.c.id == case_id).with_for_update(), person)


def get(connection: Connection, case_id: int, person: Staff | None = None) -> AnyRow:
    """The case as it is now. Raises `NotFound` as `locked` does."""
    return _one(connection, sa.select(cases).where(cases.c.id == case_id), person)


def _one(connection: Connection, query: sa.Select[Any], person: Staff | None) -> AnyRow:
    row = connection.execute(query).first()
    if row is None or (person is not None and not person.may_see(row.carrier)):
        raise NotFound("There is no such case.")
    return row


def change(connection: Connection, case: AnyRow, **values: Any) -> None:
    """Write `values` and count the version up. Raises `Conflict` when the case moved on since it was read."""
    changed = connection.execute(
        sa.update(cases)
        .where(cases.c.id == case.id, cases.c.version == case.version)
        .values(version=case.version + 1, **values)
    )
    if not changed.rowcount:
        raise Conflict("The case was changed by somebody else a moment ago.", {"case_id": case.id})


def append(
    connection: Connection, case_id: int, at: datetime, who: str, what: str, data: Mapping[str, Any] | None = None
) -> None:
    """A line in the case's history (`case_events`)."""
    connection.execute(sa.insert(case_events).values(case_id=case_id, at=at, who=who, what=what, data=dict(data or {})))


def holders(connection: Connection, thread_id: int) -> list[int]:
    """Ids of the cases, open or claimed, that keep the bot silent in this thread."""
    query = sa.select(cases.c.id).where(
        cases.c.thread_id == thread_id, cases.c.status != "closed", cases.c.takes_control
    )
    return list(connection.execute(query.order_by(cases.c.id)).scalars())


# ── the queue ────────────────────────────────────────────────────────────────────────────────────


def queue(connection: Connection, person: Staff, filters: Filters) -> list[QueueRow]:
    """The cases that `person` may see and `filters` ask for: most urgent first, then oldest; closed ones newest first."""
    order = (cases.c.closed_at.desc(), cases.c.id.desc()) if filters.view == "closed" else _BY_URGENCY
    query = _rows().where(*_visible(person), *_in_view(filters.view, person), *_matching(filters))
    return _with_messages(connection, connection.execute(query.order_by(*order).limit(MOST_ROWS)).all())


def by_ids(connection: Connection, person: Staff, ids: Collection[int]) -> dict[int, QueueRow]:
    """These cases, whatever became of them, as far as `person` may see them."""
    query = _rows().where(*_visible(person), cases.c.id.in_(list(ids)[:MOST_ROWS]))
    return {row.id: row for row in _with_messages(connection, connection.execute(query).all())}


def of_thread(connection: Connection, thread_id: int) -> list[QueueRow]:
    """Every case of a customer, newest first, without messages."""
    query = _rows().where(cases.c.thread_id == thread_id).order_by(cases.c.id.desc()).limit(50)
    return [_row(row) for row in connection.execute(query)]


def counts(connection: Connection, person: Staff, now: datetime) -> dict[str, int]:
    """How many there are: open, mine, all, overdue (no answer yet and past due)."""
    undone = cases.c.status != "closed"
    row = connection.execute(
        sa.select(
            _count(cases.c.status == "open"),
            _count(sa.and_(undone, cases.c.claimed_by == person.id)),
            _count(undone),
            _count(sa.and_(undone, cases.c.due_at < now, cases.c.first_answer_at.is_(None))),
        ).where(*_visible(person))
    ).one()
    return dict(zip(("open", "mine", "all", "overdue"), map(int, row), strict=True))


def kinds(connection: Connection, person: Staff) -> list[str]:
    """The kinds of case that occur, for the filter."""
    query = sa.select(cases.c.kind).where(*_visible(person)).distinct().order_by(cases.c.kind)
    return list(connection.execute(query).scalars())


_BY_URGENCY: Final = (cases.c.due_at, cases.c.opened_at, cases.c.id)


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def _rows() -> sa.Select[Any]:
    return (
        sa.select(
            cases,
            staff.c.name.label("claimed_name"),
            shipments.c.tracking_no,
            threads.c.phone,
            threads.c.name.label("customer_name"),
        )
        .join(threads, threads.c.id == cases.c.thread_id)
        .outerjoin(shipments, shipments.c.id == cases.c.shipment_id)
        .outerjoin(staff, staff.c.id == cases.c.claimed_by)
    )


def _visible(person: Staff) -> list[sa.ColumnElement[bool]]:
    return [] if person.carrier is None else [cases.c.carrier == person.carrier]


def _in_view(view: View, person: Staff) -> list[sa.ColumnElement[bool]]:
    views: dict[View, list[sa.ColumnElement[bool]]] = {
        "open": [cases.c.status == "open"],
        "mine": [cases.c.status == "claimed", cases.c.claimed_by == person.id],
        "all": [cases.c.status != "closed"],
        "closed": [cases.c.status == "closed"],
    }
    return views[view]


def _matching(filters: Filters) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if filters.kind:
        conditions.append(cases.c.kind == filters.kind)
    if filters.search:
        words = filters.search.strip()
        either = [
            sa.func.upper(shipments.c.tracking_no) == words.upper(),
            threads.c.name.icontains(words, autoescape=True),
        ]
        digits = "".join(filter(str.isdigit, words))
        if len(digits) >= 4:
            either += [threads.c.phone.endswith(digits), shipments.c.tracking_no.endswith(digits)]
        conditions.append(sa.or_(*either))
    return conditions


def _row(row: AnyRow) -> QueueRow:
    return QueueRow(
        id=row.id,
        carrier=row.carrier,
        thread_id=row.thread_id,
        kind=row.kind,
        reason=row.reason,
        status=row.status,
        opened_at=row.opened_at,
        due_at=row.due_at,
        closed_at=row.closed_at,
        outcome=row.outcome,
        claimed_by=row.claimed_by,
        claimed_name=row.claimed_name,
        tracking_no=row.tracking_no,
        phone=row.phone,
        name=row.customer_name,
        answered=row.first_answer_at is not None,
    )


def _with_messages(connection: Connection, rows: Collection[AnyRow]) -> list[QueueRow]:
    """Adds the last message and the unanswered ones, in four queries for all rows together."""
    ids = {row.thread_id for row in rows}
    heard = _last(connection, inbox, ids, [inbox.c.text, inbox.c.received_at.label("at")])
    said = _last(connection, outbox, ids, [outbox.c.text, outbox.c.author, outbox.c.created_at.label("at")])
    waiting = _waiting(connection, ids)
    return [_told(row, heard.get(row.thread_id), said.get(row.thread_id), waiting) for row in rows]


def _told(row: AnyRow, heard: AnyRow | None, said: AnyRow | None, waiting: Mapping[int, int]) -> QueueRow:
    text, source = "", ""
    if heard is not None and (said is None or heard.at >= said.at):
        text, source = heard.text, "customer"
    elif said is not None:
        text, source = said.text, "staff" if said.author.startswith("staff:") else "bot"
    shown = _row(row)
    count = waiting.get(row.thread_id, 0) if row.status != "closed" else 0
    return QueueRow(**{**_fields(shown), "last_text": text, "last_from": source, "waiting": count})


def _fields(row: QueueRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in QueueRow.__dataclass_fields__}


def _last(
    connection: Connection, table: sa.Table, thread_ids: Collection[int], columns: list[sa.ColumnElement[Any]]
) -> dict[int, AnyRow]:
    newest = sa.select(sa.func.max(table.c.id)).where(table.c.thread_id.in_(thread_ids)).group_by(table.c.thread_id)
    found = connection.execute(sa.select(table.c.thread_id, *columns).where(table.c.id.in_(newest)))
    return {row.thread_id: row for row in found}


def _waiting(connection: Connection, thread_ids: Collection[int]) -> dict[int, int]:
    """How many messages of each customer came after the last word of a person."""
    answered = (
        sa.select(outbox.c.thread_id, sa.func.max(outbox.c.created_at).label("at"))
        .where(outbox.c.thread_id.in_(thread_ids), outbox.c.author.like("staff:%"))
        .group_by(outbox.c.thread_id)
        .subquery()
    )
    # Without an answer yet, what counts is what came since the oldest undone case was opened, and the messages that opened one.
    opened = (
        sa.select(cases.c.thread_id, sa.func.min(cases.c.opened_at).label("at"))
        .where(cases.c.thread_id.in_(thread_ids), cases.c.status != "closed")
        .group_by(cases.c.thread_id)
        .subquery()
    )
    found = connection.execute(
        sa.select(inbox.c.thread_id, sa.func.count())
        .join(opened, opened.c.thread_id == inbox.c.thread_id)
        .outerjoin(answered, answered.c.thread_id == inbox.c.thread_id)
        .where(
            sa.or_(inbox.c.received_at >= opened.c.at, _opened_a_case()),
            sa.or_(answered.c.at.is_(None), inbox.c.received_at > answered.c.at),
        )
        .group_by(inbox.c.thread_id)
    )
    return {row.thread_id: row[1] for row in found}


def _opened_a_case() -> sa.ColumnElement[bool]:
    """Whether this message's own turn opened a case that is not done: a turn names its cause by the message it took."""
    of_message = sa.literal("in:") + inbox.c.channel + ":" + inbox.c.provider_id + "/"
    opened_by = cases.c.cause.startswith(of_message, autoescape=False)
    return sa.exists().where(cases.c.thread_id == inbox.c.thread_id, cases.c.status != "closed", opened_by)
