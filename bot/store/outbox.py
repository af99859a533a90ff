"""Texts on their way out: added by a turn, claimed by a worker under a lease, settled by what became of them.

The life of a row is drawn in docs/message-lifecycle.md. A row's `attempts` is its fence: an outcome other than
"accepted" counts only for the attempt that is still the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import attempts, outbox, threads
from bot.store.upsert import insert_if_new, insert_later

UNSETTLED = ("sending", "uncertain")


_UNSETTLED_INDEX = outbox.c.status.in_([sa.literal_column(f"'{status}'") for status in UNSETTLED])
"""The condition of the partial index, as it is written there."""


def _is(status: str) -> sa.ColumnElement[bool]:
    """Written out and not bound: a parameter would hide from the planner that the partial index fits.

    SQLite sees that only where the index's own condition stands in the query, not where something stricter does.
    """
    exactly = outbox.c.status == sa.literal_column(f"'{status}'")
    return sa.and_(_UNSETTLED_INDEX, exactly) if status in UNSETTLED else exactly


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this worker alone may send now, until `lease_until` (real time)."""

    id: int
    carrier: str
    thread_id: int
    channel: str
    recipient: str
    category: str
    lane: int
    text: str
    attempt: int
    lease_until: datetime
    useful_until: datetime | None
    control_version: int
    author: str

    @property
    def ours(self) -> str:
        """Our id of this attempt, as it travels in the status callback."""
        return f"{self.id}.{self.attempt}"


def add(connection: Connection, values: dict[str, Any]) -> int | None:
    """Write a text; its id, or None where the same cause has written it already."""
    return insert_if_new(connection, outbox, values)


def add_later(connection: Connection, values: dict[str, Any]) -> None:
    """`add` where nobody needs the id."""
    insert_later(connection, outbox, values)


def last_said(connection: Connection, thread_id: int, text_key: str) -> datetime | None:
    """When this customer was last told this, by a text that was not refused or canceled."""
    found: datetime | None = connection.execute(
        sa.select(sa.func.max(outbox.c.created_at)).where(
            outbox.c.thread_id == thread_id,
            outbox.c.text_key == text_key,
            outbox.c.status.not_in(("refused", "canceled", "failed")),
        )
    ).scalar_one_or_none()
    return found


def cancel_ready(connection: Connection, thread_id: int, categories: Iterable[str], reason: str) -> int:
    """Cancel what has not left yet in these categories; how many."""
    done = connection.execute(
        sa.update(outbox)
        .where(outbox.c.thread_id == thread_id, outbox.c.status == "ready", outbox.c.category.in_(list(categories)))
        .values(status="canceled", reason=reason)
    )
    return done.rowcount


# ── claim ────────────────────────────────────────────────────────────────────────────────────────

_FIELDS = [
    outbox.c.id, outbox.c.carrier, outbox.c.thread_id, outbox.c.channel, outbox.c.recipient, outbox.c.category,
    outbox.c.lane, outbox.c.text, outbox.c.attempts, outbox.c.useful_until, outbox.c.control_version, outbox.c.author,
    outbox.c.text_key, outbox.c.kind, outbox.c.event, outbox.c.urgent, outbox.c.body, outbox.c.locale, outbox.c.created_at,
]  # fmt: skip

_earlier = outbox.alias("earlier")
_held = sa.exists().where(
    _earlier.c.thread_id == outbox.c.thread_id,
    _earlier.c.id < outbox.c.id,
    _earlier.c.status.in_(("ready", "sending")),
    sa.or_(
        _earlier.c.status == "sending",
        sa.and_(
            _earlier.c.lane <= outbox.c.lane,
            sa.or_(_earlier.c.due_at <= outbox.c.due_at, _earlier.c.attempts > 0),
        ),
    ),
)


def due(connection: Connection, now_of: dict[str, datetime], now: datetime, limit: int) -> Sequence[AnyRow]:
    """Rows that may be sent now, locked, best lane first.

    `now_of` holds the carriers whose clock runs ahead; `now` is everybody else's. A text waits for an earlier one of
    the same customer that is being sent or tried again, so that a confirmation never overtakes the question; the
    acknowledgement of an opt-out waits for nobody.
    """
    carriers = tuple(sorted(now_of))
    moments = {f"ahead_{place}": now_of[slug] for place, slug in enumerate(carriers)}
    return connection.execute(_due(carriers), {"now": now, "most": limit, **moments}).all()


@lru_cache(maxsize=256)
def _due(carriers: tuple[str, ...]) -> sa.Select[Any]:
    """The query of `due`: writing it out anew costs more than the database needs to answer it."""
    in_time = [outbox.c.due_at <= sa.bindparam("now")]
    in_time += [
        sa.and_(outbox.c.carrier == slug, outbox.c.due_at <= sa.bindparam(f"ahead_{place}"))
        for place, slug in enumerate(carriers)
    ]
    return (
        sa.select(*_FIELDS)
        .where(_is("ready"), sa.or_(*in_time), sa.or_(outbox.c.lane == 0, ~_held))
        .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .with_for_update(of=outbox, skip_locked=True)
    )


def hold_threads(connection: Connection, thread_ids: Iterable[int]) -> dict[int, AnyRow]:
    """Lock the customers of these rows against a turn that is going on; those busy with one are left out.

    This is what makes "no claim after an opt-out" strict: either the claim commits before the opt-out's turn takes the
    thread, or the row is left for the next claim, which sees the opt-out.
    """
    query = (
        sa.select(
            threads.c.id,
            threads.c.control,
            threads.c.control_version,
            threads.c.number_invalid,
            threads.c.segment,
            threads.c.time_zone,
        )
        .where(threads.c.id.in_(set(thread_ids)))
        .with_for_update(read=True, skip_locked=True)
    )
    return {row.id: row for row in connection.execute(query)}


def claim(
    connection: Connection, rows: Sequence[AnyRow], now: datetime, lease_until: datetime,
    ahead: Mapping[str, datetime], words: Mapping[int, str],
) -> list[Claimed]:  # fmt: skip
    """Mark rows from `due` as being sent, and write down the attempt before it is made.

    `ahead`: as `now_of` of `due`; `words`: the text of those rows that have got another since.
    """
    if not rows:
        return []
    of_carrier: dict[datetime, list[int]] = {}
    for row in rows:
        of_carrier.setdefault(ahead.get(row.carrier, now), []).append(row.id)
    for leaves_at, ids in of_carrier.items():
        connection.execute(
            sa.update(outbox)
            .where(outbox.c.id.in_(ids))
            .values(
                status="sending",
                attempts=outbox.c.attempts + 1,
                lease_until=lease_until,
                attempted_at=now,
                leaves_at=leaves_at,
            )
        )
    connection.execute(
        sa.insert(attempts),
        [
            {"outbox_id": row.id, "number": row.attempts + 1, "fence": row.attempts + 1, "started_at": now}
            for row in rows
        ],
    )
    return [_claimed(row, lease_until, words.get(row.id, row.text)) for row in rows]


def _claimed(row: AnyRow, lease_until: datetime, text: str) -> Claimed:
    return Claimed(
        id=row.id,
        carrier=row.carrier,
        thread_id=row.thread_id,
        channel=row.channel,
        recipient=row.recipient,
        category=row.category,
        lane=row.lane,
        text=text,
        attempt=row.attempts + 1,
        lease_until=lease_until,
        useful_until=row.useful_until,
        control_version=row.control_version,
        author=row.author,
    )


_put_off = (
    sa.update(outbox)
    .where(outbox.c.id == sa.bindparam("row_id"), outbox.c.status == "ready")
    .values(due_at=sa.bindparam("until"), leaves_at=sa.bindparam("until"), reason=sa.bindparam("why"))
)
_reword = (
    sa.update(outbox)
    .where(outbox.c.id == sa.bindparam("row_id"))
    .values(text=sa.bindparam("words"), segments=sa.bindparam("count"))
)


def put_off(connection: Connection, rows: Mapping[int, tuple[datetime, str]]) -> None:
    """Ready rows that may not leave yet: id → until when, and the reason that staff read."""
    if rows:
        connection.execute(_put_off, [{"row_id": i, "until": at, "why": why} for i, (at, why) in rows.items()])


def reword(connection: Connection, rows: Mapping[int, tuple[str, int]]) -> None:
    """Rows whose final form has changed since they were decided: id → text, segments."""
    if rows:
        connection.execute(_reword, [{"row_id": i, "words": text, "count": n} for i, (text, n) in rows.items()])


def end(connection: Connection, ids: Sequence[int], status: str, reason: str) -> None:
    """Ready rows that shall not be sent after all (`canceled`, `refused`), with the reason that staff read."""
    if ids:
        connection.execute(
            sa.update(outbox)
            .where(outbox.c.id.in_(ids), outbox.c.status == "ready")
            .values(status=status, reason=reason)
        )


# ── settle ───────────────────────────────────────────────────────────────────────────────────────

_accept = (
    sa.update(outbox)
    .where(outbox.c.id == sa.bindparam("row_id"), outbox.c.status != "accepted")
    .values(
        status="accepted",
        provider_id=sa.bindparam("sid"),
        delivery=sa.bindparam("first"),
        accepted_at=sa.bindparam("at"),
        lease_until=None,
        reason=None,
        error_code=None,
    )
)
_still_ours = (
    outbox.c.id == sa.bindparam("row_id"),
    outbox.c.attempts == sa.bindparam("attempt"),
    outbox.c.status.in_(UNSETTLED),
)
_retry = (
    sa.update(outbox)
    .where(*_still_ours)
    .values(status="ready", due_at=sa.bindparam("due"), lease_until=None, reason=sa.bindparam("why"),
            error_code=sa.bindparam("code"))
)  # fmt: skip
_fail = (
    sa.update(outbox)
    .where(*_still_ours)
    .values(status="failed", lease_until=None, reason=sa.bindparam("why"), error_code=sa.bindparam("code"))
)
_doubt = (
    sa.update(outbox)
    .where(*_still_ours, outbox.c.status == "sending")
    .values(status="uncertain", lease_until=None, reason=sa.bindparam("why"), error_code=sa.bindparam("code"))
)
_finish_attempt = (
    sa.update(attempts)
    .where(attempts.c.outbox_id == sa.bindparam("row_id"), attempts.c.number == sa.bindparam("attempt"))
    .values(finished_at=sa.bindparam("at"), outcome=sa.bindparam("outcome"), provider_id=sa.bindparam("sid"),
            error_code=sa.bindparam("code"))
)  # fmt: skip


def accept(connection: Connection, row_id: int, provider_id: str, first: str | None, at: datetime) -> bool:
    """The provider has it. A late "accepted" is always believed, so that nothing is sent again that was sent."""
    done = connection.execute(_accept, {"row_id": row_id, "sid": provider_id, "first": first, "at": at})
    return done.rowcount == 1


def accept_all(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """`accept` for many at once; keys row_id, sid, first, at."""
    if rows:
        connection.execute(_accept, rows)


def retry(connection: Connection, row_id: int, attempt: int, due_at: datetime, why: str, code: str | None) -> bool:
    """A definite no that another try may change: ready again at `due_at`."""
    done = connection.execute(_retry, {"row_id": row_id, "attempt": attempt, "due": due_at, "why": why, "code": code})
    return done.rowcount == 1


def fail(connection: Connection, row_id: int, attempt: int, why: str, code: str | None) -> bool:
    """It will not be sent. True where this attempt was still the row's latest."""
    done = connection.execute(_fail, {"row_id": row_id, "attempt": attempt, "why": why, "code": code})
    return done.rowcount == 1


def doubt(connection: Connection, row_id: int, attempt: int, why: str, code: str | None) -> bool:
    """It may have been sent: to be settled by a callback or by the provider's list, never sent again blindly."""
    done = connection.execute(_doubt, {"row_id": row_id, "attempt": attempt, "why": why, "code": code})
    return done.rowcount == 1


def finish_attempts(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Write down how attempts ended; keys row_id, attempt, at, outcome, sid, code."""
    if rows:
        connection.execute(_finish_attempt, rows)


# ── rows that nobody settled ─────────────────────────────────────────────────────────────────────


def expire_leases(connection: Connection, now: datetime) -> int:
    """Rows whose worker did not come back: uncertain, never ready (law 7). How many."""
    done = connection.execute(
        sa.update(outbox)
        .where(_is("sending"), outbox.c.lease_until < now)
        .values(status="uncertain", lease_until=None, reason="the worker that was sending it did not come back")
    )
    return done.rowcount


def take_doubtful(
    connection: Connection, before: datetime, now: datetime, hold_until: datetime, limit: int
) -> Sequence[AnyRow]:
    """Uncertain rows whose grace is over, held by this sweep alone until `hold_until` while it asks the provider."""
    rows = connection.execute(
        sa.select(outbox)
        .where(
            _is("uncertain"),
            outbox.c.attempted_at < before,
            sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < now),
        )
        .order_by(outbox.c.attempted_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if rows:
        connection.execute(
            sa.update(outbox)
            .where(outbox.c.id.in_([row.id for row in rows]))
            .values(lease_until=hold_until, fence=outbox.c.fence + 1)
        )
    return rows


def looked_up(connection: Connection, row_id: int, fence: int, **values: Any) -> bool:
    """Write what a look-up found out, unless the row was settled or taken by another sweep meanwhile."""
    written = {"lease_until": None, "lookups": outbox.c.lookups + 1, **values}
    done = connection.execute(
        sa.update(outbox)
        .where(outbox.c.id == row_id, outbox.c.status == "uncertain", outbox.c.fence == fence)
        .values(written)
    )
    return done.rowcount == 1


def twin_under_way(connection: Connection, row: Any) -> bool:
    """Whether another text with the same words is being sent to the same customer: the one that is listed may be that."""
    twin = sa.select(outbox.c.id).where(
        outbox.c.thread_id == row.thread_id,
        outbox.c.id != row.id,
        outbox.c.text == row.text,
        outbox.c.channel == row.channel,
        outbox.c.status == "sending",
    )
    return connection.execute(twin.limit(1)).first() is not None


def give_back(connection: Connection, channel: str, owners: dict[str, int]) -> list[int]:
    """Take provider ids away from rows that took them by a guess from the list; `owners`: id → the row that it is known to be.

    Those rows are in doubt again. Returns them.
    """
    taken = connection.execute(
        sa.select(outbox.c.id, outbox.c.provider_id)
        .where(outbox.c.channel == channel, outbox.c.provider_id.in_(list(owners)))
        .with_for_update()
    ).all()
    wrong = [row.id for row in taken if owners[row.provider_id] != row.id]
    if wrong:
        again = {"status": "uncertain", "provider_id": None, "delivery": None, "accepted_at": None, "lookups": 0}
        why = "the listed text that it was taken for is another's"
        connection.execute(sa.update(outbox).where(outbox.c.id.in_(wrong)).values(**again, reason=why))
        guessed = sa.and_(attempts.c.outbox_id.in_(wrong), attempts.c.provider_id.in_(list(owners)))
        connection.execute(sa.update(attempts).where(guessed).values(provider_id=None, outcome="uncertain"))
    return wrong


def bound_ids(connection: Connection, provider_ids: Sequence[str]) -> set[str]:
    """Which of these provider ids belong to a text or an attempt of ours already."""
    if not provider_ids:
        return set()
    in_outbox = sa.select(outbox.c.provider_id).where(outbox.c.provider_id.in_(provider_ids))
    in_attempts = sa.select(attempts.c.provider_id).where(attempts.c.provider_id.in_(provider_ids))
    return set(connection.execute(in_outbox.union(in_attempts)).scalars())
