"""What staff do with a case besides talking to the customer: claim it, release it, take it over, write a note, see a phone.

Each is one transaction that locks the case's row, checks that it is as the person believed, and appends to its history.
Answering, handing back and closing also touch the customer's thread; they are turns (`bot.turns`).
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Connection

from bot.core.errors import Conflict, Invalid, NotFound
from bot.parts import Parts
from bot.store import cases, conversations, staff
from bot.store.cases import Filters, QueueRow
from bot.store.session import AnyRow
from bot.store.staff import Staff

LONGEST_NOTE = 4000


def queue(parts: Parts, person: Staff, filters: Filters) -> list[QueueRow]:
    """The cases that `filters` ask for and `person` may see: most urgent first, then oldest."""
    with parts.store.read() as connection:
        return cases.queue(connection, person, filters)


def counts(parts: Parts, person: Staff) -> dict[str, int]:
    """How many cases are open, mine, all (not closed) and overdue."""
    now = parts.clock.now(person.carrier)
    with parts.store.read() as connection:
        return cases.counts(connection, person, now)


def claim(parts: Parts, case_id: int, person: Staff, *, taking_over_from: int | None = None) -> None:
    """`person` works on the case from now on. Claiming what one has already changes nothing.

    `taking_over_from` is the id of the colleague whom the person saw as its owner. Raises `NotFound`; raises `Conflict` when it is
    closed, or when somebody else has it than the person saw.
    """
    with parts.store.write() as connection:
        case = cases.locked(connection, case_id, person)
        _undone(case)
        if case.claimed_by == person.id:
            return
        if case.claimed_by not in {None, taking_over_from}:
            holder = staff.names(connection).get(case.claimed_by, "A colleague")
            raise Conflict(f"{holder} has claimed this case.", {"claimed_by": case.claimed_by})
        now = parts.clock.now(case.carrier)
        cases.change(connection, case, status="claimed", claimed_by=person.id, claimed_at=now)
        taken_over = {} if case.claimed_by is None else {"from": case.claimed_by}
        cases.append(connection, case_id, now, person.who, "claimed", taken_over)
        _tell_conversation(connection, case, now)
        if taken_over:
            staff.record(
                connection, parts.clock.now(), person.who, "case_taken_over", case.carrier, {"case_id": case_id}
            )
    parts.ring("fire_timers")


def _tell_conversation(connection: Connection, case: AnyRow, now: datetime) -> None:
    """The conversation that opened the case may have something to say about it: in a turn of its own, which the clock takes."""
    if case.conversation_id is None or case.claimed_by is not None:
        return
    values = {
        "carrier": case.carrier,
        "thread_id": case.thread_id,
        "conversation_id": case.conversation_id,
        "kind": "case",
        "due_at": now,
        "data": {"event": "case_claimed"},
        "cause": f"case:{case.id}:claimed",
    }
    conversations.set_timer(connection, values)


def release(parts: Parts, case_id: int, person: Staff) -> None:
    """The case goes back to the queue, not to the bot. Raises `NotFound`, and `Conflict` when `person` does not have it."""
    with parts.store.write() as connection:
        case = cases.locked(connection, case_id, person)
        _undone(case)
        if case.claimed_by != person.id:
            raise Conflict("You do not have this case, so you cannot release it.", {"claimed_by": case.claimed_by})
        now = parts.clock.now(case.carrier)
        cases.change(connection, case, status="open", claimed_by=None, claimed_at=None)
        cases.append(connection, case_id, now, person.who, "released")


def note(parts: Parts, case_id: int, person: Staff, text: str) -> None:
    """Write something down for colleagues; the customer never sees it. Anyone who sees the case may, also when it is closed.

    Raises `NotFound`, and `Invalid` when the note is empty or has more than LONGEST_NOTE characters.
    """
    text = text.strip()
    if not 1 <= len(text) <= LONGEST_NOTE:
        raise Invalid(f"A note has 1 to {LONGEST_NOTE} characters.", {"text": f"1 to {LONGEST_NOTE} characters"})
    with parts.store.write() as connection:
        case = cases.locked(connection, case_id, person)
        cases.append(connection, case_id, parts.clock.now(case.carrier), person.who, "note", {"text": text})


def reveal_phone(parts: Parts, case_id: int, person: Staff) -> None:
    """Leave in the audit trail that `person` looked at the customer's whole number. Raises `NotFound`."""
    with parts.store.write() as connection:
        case = cases.get(connection, case_id, person)
        seen = {"case_id": case_id, "thread_id": case.thread_id}
        staff.record(connection, parts.clock.now(), person.who, "phone_revealed", case.carrier, seen)


def _undone(case: AnyRow) -> None:
    if case.status == "closed":
        raise Conflict("This case is closed.", {"status": "closed"})


__all__ = ["Filters", "NotFound", "QueueRow", "claim", "counts", "note", "queue", "release", "reveal_phone"]
