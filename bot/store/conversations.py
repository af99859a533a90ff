"""Conversations, the questions they have open, and the timers they set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.model import Conversation
from bot.store.prepared import Prepared, together
from bot.store.session import AnyRow
from bot.store.tables import conversations, inbox, outbox, prompts, shipments, timers, tracking_events
from bot.store.threads import LEDGER
from bot.store.upsert import insert_if_new, insert_later

REPEATS: Final = timedelta(minutes=10)
"""For how long the same answer once more counts as the same answer, not as a new wish."""


@dataclass(frozen=True, slots=True)
class Open:
    """A conversation as a turn sees it, with its parcel and the question (open or lately closed) that brought it here."""

    id: int
    thread_id: int
    conversation: Conversation
    cause: str
    ended: bool
    shipment_id: int | None
    shipment: dict[str, Any] | None
    """The parcel's facts, flat: tracking_no, order_no, category, status and whatever the carrier sent."""
    prompt_id: int | None = None
    prompt_state: str | None = None
    prompt_status: str | None = None
    prompt_version: int | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    late_until: datetime | None = None
    late_seconds: int | None = None
    asked: bool = False
    """The text that asks has left or may have, so the customer can have read it."""
    answered_by: str | None = None
    """The branch that closed the question, if an answer did."""


_CONVERSATION = [
    conversations.c.id.label("conversation_id"),
    conversations.c.thread_id,
    conversations.c.flow,
    conversations.c.flow_hash,
    conversations.c.state,
    conversations.c.version,
    conversations.c["values"].label("kept"),
    conversations.c.counters,
    conversations.c.turns,
    conversations.c.cause,
    conversations.c.ended_at,
    conversations.c.shipment_id,
    shipments.c.tracking_no,
    shipments.c.order_no,
    shipments.c.category,
    shipments.c.status.label("shipment_status"),
    shipments.c.facts,
]
_PROMPT = [
    prompts.c.id.label("prompt_id"),
    prompts.c.state.label("prompt_state"),
    prompts.c.status.label("prompt_status"),
    prompts.c.version.label("prompt_version"),
    prompts.c.opened_at,
    prompts.c.closed_at,
    prompts.c.late_until,
    prompts.c.late_seconds,
    outbox.c.status.label("text_status"),
    outbox.c.attempts.label("text_attempts"),
    outbox.c.reason.label("text_reason"),
    prompts.c.answer,
]

_questions = Prepared(
    sa.select(*_CONVERSATION, *_PROMPT)
    .select_from(
        prompts.join(conversations, prompts.c.conversation_id == conversations.c.id)
        .outerjoin(shipments, conversations.c.shipment_id == shipments.c.id)
        .outerjoin(outbox, prompts.c.outbox_id == outbox.c.id)
    )
    .where(
        prompts.c.thread_id == sa.bindparam("thread_id"),
        sa.or_(prompts.c.status == "open", prompts.c.late_until > sa.bindparam("now")),
    )
    .order_by(prompts.c.id)
)
_by_id = Prepared(
    sa.select(*_CONVERSATION)
    .select_from(conversations.outerjoin(shipments, conversations.c.shipment_id == shipments.c.id))
    .where(conversations.c.id == sa.bindparam("id"))
)
_open_of_thread = Prepared(
    sa.select(*_CONVERSATION)
    .select_from(conversations.outerjoin(shipments, conversations.c.shipment_id == shipments.c.id))
    .where(conversations.c.thread_id == sa.bindparam("thread_id"), conversations.c.ended_at.is_(None))
    .order_by(conversations.c.id)
)


def parcel(row: Any) -> dict[str, Any] | None:
    """A row's parcel as the flat mapping that guards and texts read."""
    if row.tracking_no is None:
        return None
    return {
        **row.facts,
        "tracking_no": row.tracking_no,
        "order_no": row.order_no,
        "category": row.category,
        "status": row.shipment_status,
    }


def _open(row: Any, **prompt: Any) -> Open:
    conversation = Conversation(row.flow, row.flow_hash, row.state, row.version, row.kept, row.counters, row.turns)
    ended = row.ended_at is not None
    return Open(
        row.conversation_id, row.thread_id, conversation, row.cause, ended, row.shipment_id, parcel(row), **prompt
    )


def _asked(row: Any) -> bool:
    """Whether the customer can have read it. What was refused because it had just been said was read the first time."""
    if row.text_status in ("ready", "refused", "canceled"):
        return bool(row.text_attempts > 0 or row.text_reason == "said_already")
    return True


def _with_prompt(row: Any) -> Open:
    return _open(
        row,
        prompt_id=row.prompt_id,
        prompt_state=row.prompt_state,
        prompt_status=row.prompt_status,
        prompt_version=row.prompt_version,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        late_until=row.late_until,
        late_seconds=row.late_seconds,
        answered_by=row.answer,
        asked=_asked(row),
    )


def questions(connection: Connection, thread_id: int, now: datetime) -> list[Open]:
    """The questions of this thread that are open, and those closed so lately that `late` still holds; oldest first."""
    return [_with_prompt(row) for row in _questions.all(connection, {"thread_id": thread_id, "now": now})]


def questions_and_ledger(connection: Connection, thread_id: int, now: datetime) -> tuple[list[Open], dict[str, bool]]:
    """`questions` and `threads.ledger` in one journey: a reply to a question nearly always needs both."""
    rows, lines = together(
        connection, (_questions, {"thread_id": thread_id, "now": now}), (LEDGER, {"thread_id": thread_id})
    )
    return [_with_prompt(row) for row in rows], {line.category: line.granted for line in lines}


def by_id(connection: Connection, conversation_id: int) -> Open | None:
    """One conversation, without a question."""
    row = _by_id.first(connection, {"id": conversation_id})
    return None if row is None else _open(row)


def running(connection: Connection, thread_id: int) -> list[Open]:
    """The conversations of this thread that have not ended."""
    return [_open(row) for row in _open_of_thread.all(connection, {"thread_id": thread_id})]


def begin(
    connection: Connection,
    carrier: str,
    thread_id: int,
    shipment_id: int | None,
    conversation: Conversation,
    cause: str,
    now: datetime,
) -> int | None:
    """Write a new conversation. None where this cause has begun this flow already."""
    return insert_if_new(
        connection,
        conversations,
        {
            "carrier": carrier,
            "thread_id": thread_id,
            "shipment_id": shipment_id,
            "flow": conversation.flow,
            "flow_hash": conversation.flow_hash,
            "state": conversation.state,
            "version": conversation.version,
            "values": dict(conversation.values),
            "counters": dict(conversation.counters),
            "turns": conversation.turns,
            "cause": cause,
            "started_at": now,
        },
    )


_save = Prepared(
    sa.update(conversations)
    .where(conversations.c.id == sa.bindparam("row_id"))
    .values(
        {
            "state": sa.bindparam("state"),
            # NULL where the conversation moved under a turn that held its thread: the column refuses it.
            "version": sa.case(
                (conversations.c.version == sa.bindparam("seen"), sa.bindparam("version", type_=sa.Integer))
            ),
            "values": sa.bindparam("kept"),
            "counters": sa.bindparam("counters"),
            "turns": sa.bindparam("turns"),
            "ended_at": sa.bindparam("ended_at"),
            "end_reason": sa.bindparam("end_reason"),
        }
    )
)


def save(
    connection: Connection,
    row_id: int,
    seen: int,
    conversation: Conversation,
    ended_at: datetime | None,
    end_reason: str | None,
) -> None:
    """Move a conversation on from version `seen`. Were it at another, a lock would be missing somewhere: the
    transaction fails with an `IntegrityError`, here or at its end, and nothing of it stays.
    """
    _save.later(
        connection,
        {
            "row_id": row_id,
            "seen": seen,
            "state": conversation.state,
            "version": conversation.version,
            "kept": dict(conversation.values),
            "counters": dict(conversation.counters),
            "turns": conversation.turns,
            "ended_at": ended_at,
            "end_reason": end_reason,
        },
    )


def end(connection: Connection, row_id: int, at: datetime, reason: str | None) -> None:
    """The conversation is over."""
    connection.execute(
        sa.update(conversations)
        .where(conversations.c.id == row_id, conversations.c.ended_at.is_(None))
        .values(ended_at=at, end_reason=reason)
    )


# ── questions ────────────────────────────────────────────────────────────────────────────────────


def ask(connection: Connection, values: dict[str, Any]) -> None:
    """Open a question."""
    insert_later(connection, prompts, values)


_open_in = (
    prompts.c.thread_id == sa.bindparam("of_thread"),  # the index is by thread
    prompts.c.conversation_id == sa.bindparam("of_conversation"),
    prompts.c.status == "open",
)
_late_seconds = Prepared(sa.select(prompts.c.late_seconds).where(*_open_in))
_close = Prepared(
    sa.update(prompts)
    .where(*_open_in)
    .values(
        status=sa.bindparam("new_status"),
        closed_at=sa.bindparam("at"),
        late_until=sa.bindparam("until"),
        answer=sa.bindparam("by"),
    )
)
_cancel_timers = Prepared(
    sa.update(timers)
    .where(timers.c.conversation_id == sa.bindparam("of_conversation"), timers.c.status == "pending")
    .values(status="cancelled")
)


def close_questions(connection: Connection, at: Open, status: str, now: datetime, answer: str | None = None) -> None:
    """Close what this conversation asked (one question at most is open in it) and stop its clocks. `answer` is the branch taken.

    A late reply finds the question until `late_until`; the same reply sent twice finds it for `REPEATS`.
    """
    which = {"of_thread": at.thread_id, "of_conversation": at.id}
    late = at.late_seconds if at.prompt_status == "open" else _late_seconds.scalar(connection, which)
    stays = max(timedelta(seconds=late or 0), REPEATS if status == "answered" else timedelta(0))
    until = None if status == "cancelled" else now + stays
    _close.later(connection, {**which, "new_status": status, "at": now, "until": until, "by": answer})
    _cancel_timers.later(connection, {"of_conversation": at.id})


def forget_late(connection: Connection, prompt_id: int) -> None:
    """The late reply to this question has been dealt with."""
    connection.execute(sa.update(prompts).where(prompts.c.id == prompt_id).values(late_until=None))


# ── timers ───────────────────────────────────────────────────────────────────────────────────────


def set_timer(connection: Connection, values: dict[str, Any]) -> None:
    """Set a timer, unless this cause has set it already. `due_at` None: it starts when its text was sent."""
    insert_later(connection, timers, {"data": {}, "status": "pending", **values})


def cancel_timers(connection: Connection, thread_id: int) -> None:
    """Stop every clock of a customer."""
    connection.execute(
        sa.update(timers)
        .where(timers.c.thread_id == thread_id, timers.c.status == "pending")
        .values(status="cancelled")
    )


_start_clock = Prepared(
    sa.update(timers).where(timers.c.id == sa.bindparam("row_id")).values(due_at=sa.bindparam("due"))
)


def arm(connection: Connection, sent: dict[int, datetime]) -> None:
    """Start the clocks that waited for these texts. `sent`: outbox id → when it left, in the carrier's time."""
    clocks = connection.execute(
        sa.select(timers.c.id, timers.c.outbox_id, timers.c.seconds, timers.c.due_at).where(
            timers.c.outbox_id.in_(list(sent)), timers.c.status == "pending"
        )
    ).all()
    for row in clocks:
        # Not asked in the query: the planner would read every clock that waits, by the index of due times.
        if row.due_at is None:
            due = sent[row.outbox_id] + timedelta(seconds=row.seconds or 0)
            _start_clock.later(connection, {"row_id": row.id, "due": due})


def due_timers(connection: Connection, now_of: dict[str, datetime], limit: int) -> Sequence[int]:
    """Ids of the timers that are due in their carrier's time, oldest first."""
    # `|| ''` keeps SQLite from reading every timer that the carrier ever had by the index of causes.
    carrier = timers.c.carrier + sa.literal_column("''")
    due = sa.or_(*(sa.and_(carrier == slug, timers.c.due_at <= now) for slug, now in now_of.items()))
    pending = timers.c.status == sa.literal_column("'pending'")  # written out, so that the partial index serves
    query = (
        sa.select(timers.c.id)
        .where(pending, timers.c.due_at <= max(now_of.values()), due)
        .order_by(timers.c.due_at)
        .limit(limit)
    )
    return connection.execute(query).scalars().all()


# ── what else a turn looks up ────────────────────────────────────────────────────────────────────


def latest_event(connection: Connection, shipment_id: int) -> AnyRow | None:
    """The newest tracking event of a parcel by its own time."""
    return connection.execute(
        sa.select(tracking_events)
        .where(tracking_events.c.shipment_id == shipment_id)
        .order_by(tracking_events.c.at.desc(), tracking_events.c.id.desc())
        .limit(1)
    ).first()


def latest_parcel(connection: Connection, thread_id: int) -> AnyRow | None:
    """The parcel of this customer that changed last: what "where is my parcel" is about when nothing is open."""
    return connection.execute(
        sa.select(
            shipments.c.id,
            shipments.c.tracking_no,
            shipments.c.order_no,
            shipments.c.category,
            shipments.c.status.label("shipment_status"),
            shipments.c.facts,
        )
        .where(shipments.c.thread_id == thread_id)
        .order_by(shipments.c.updated_at.desc(), shipments.c.id.desc())
        .limit(1)
    ).first()


_seen_reply = Prepared(
    sa.select(inbox.c.id).where(
        inbox.c.carrier == sa.bindparam("carrier"),
        inbox.c.channel == sa.bindparam("channel"),
        inbox.c.provider_id == sa.bindparam("provider_id"),
    )
)


def seen_reply(connection: Connection, carrier: str, channel: str, provider_id: str) -> int | None:
    """The inbox row of a provider's message id, if it has been taken."""
    which = {"carrier": carrier, "channel": channel, "provider_id": provider_id}
    found: int | None = _seen_reply.scalar(connection, which)
    return found
