"""Three years and then no longer: text and number are removed, counts and the ledger stay. And at once, where somebody asks for it.

An opt-out outlives both: it is kept under a keyed hash of the number (`store.suppressions`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from time import monotonic
from typing import Any, Final, Literal

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot.core.errors import NotFound
from bot.parts import Parts
from bot.store import consents, forgetting, suppressions
from bot.store.session import AnyRow
from bot.store.staff import record
from bot.store.tables import inbox, outbox, threads

log = structlog.get_logger()

BATCH: Final = 200
"""Rows that are looked at together."""
CHUNK: Final = {"customers": 5, "texts": 200, "replies": 200}
"""Rows that one transaction changes: some milliseconds, so that nobody's turn waits for it. A customer is a statement a table."""
NIGHT: Final = (time(2), time(5))
"""When the clock's passes work, in the carrier's local time: no window for promotions or notices is open anywhere near."""
SLICE: Final = 0.5
"""Seconds of one job: texts to customers who have just written wait no longer than this behind it."""
LEASE: Final = timedelta(seconds=60)
"""For how long a pass is one worker's; one that died lets go of it then."""

Phase = Literal["customers", "texts", "replies"]
PHASES: Final[tuple[Phase, ...]] = ("customers", "texts", "replies")


@dataclass(slots=True)
class Removed:
    """How much a pass removed: numbers with all that was said, and the words of old messages of customers who stay."""

    customers: int = 0
    texts: int = 0
    replies: int = 0

    def add(self, phase: Phase, count: int) -> None:
        setattr(self, phase, getattr(self, phase) + count)


@dataclass(slots=True)
class Pass:
    """How far a pass has come: phase → the highest id that was dealt with; a phase that is over stands in `over`."""

    marks: dict[str, int] = field(default_factory=dict)
    over: list[str] = field(default_factory=list)
    removed: Removed = field(default_factory=Removed)

    @property
    def phase(self) -> Phase | None:
        """What comes next; None at the end."""
        return next((phase for phase in PHASES if phase not in self.over), None)


def erase(parts: Parts, carrier: str, phone: str, who: str) -> None:
    """Remove one customer's data now, on request; `phone` is E.164, `who` asked us to. Raises `NotFound`."""
    now = parts.clock.now(carrier)
    with parts.store.write() as connection:
        row = connection.execute(
            sa.select(threads.c.id, threads.c.phone)
            .where(threads.c.carrier == carrier, threads.c.phone == phone)
            .with_for_update()
        ).first()
        if row is None:
            raise NotFound(f"The carrier {carrier!r} has no customer with this number.")
        _forget(parts, connection, carrier, row)
        record(connection, now, who, "erased", carrier, {"thread_id": row.id})
    log.info("customer_erased", carrier=carrier, thread_id=row.id)


def run(parts: Parts, carrier: str, progress: Callable[[int], None] = lambda _: None) -> Removed:
    """Remove what is older than the carrier keeps (carrier.yaml, `retention.keep`), all of it now. Killed half way it may be run again.

    `progress` is told how many rows each batch looked at.
    """
    whole = Pass()
    while whole.phase is not None:
        progress(_step(parts, carrier, whole))
    _tell(carrier, whole.removed)
    return whole.removed


def preview(parts: Parts, carrier: str) -> Removed:
    """How much `run` would remove now; nothing is written."""
    found = Removed()
    cutoff = parts.clock.now(carrier) - parts.flows.carrier(carrier).retention.keep
    gone: set[int] = set()
    with parts.store.read() as connection:
        for phase in PHASES:
            after = 0
            while page := _PAGES[phase](connection, carrier, cutoff, after, BATCH):
                after = page[-1]
                if phase == "customers":
                    idle = {row.id for row in forgetting.idle(connection, page, cutoff)}
                    gone |= idle
                    found.customers += len(idle)
                else:
                    owners = forgetting.owners(connection, outbox if phase == "texts" else inbox, page)
                    found.add(phase, sum(thread_id not in gone for thread_id in owners))
    return found


# ── by itself, at night ──────────────────────────────────────────────────────────────────────────


def plan(parts: Parts) -> None:
    """Every carrier has a pass that is due."""
    with parts.store.read() as connection:
        planned = set(forgetting.planned(connection))
    for carrier in parts.flows.carriers().keys() - planned:
        with parts.store.write() as connection:
            forgetting.plan(connection, carrier, _night(parts, carrier))


def run_due(parts: Parts, seconds: float = SLICE) -> None:
    """Go on for `seconds` with the passes that are due. At the end of one the audit trail says what it removed."""
    until = monotonic() + seconds
    for carrier in parts.flows.carriers():
        _go_on(parts, carrier, until)


def _go_on(parts: Parts, carrier: str, until: float) -> None:
    now = parts.clock.now(carrier)
    with parts.store.write() as connection:
        row = forgetting.take(connection, carrier, now, now + LEASE)
        if row is None:
            return
        night = _night(parts, carrier)
        if night > now:
            forgetting.keep(connection, carrier, due_at=night)
            return
    marks = dict(row.marks)
    this = Pass(marks, marks.pop("over", []), Removed(**row.removed))
    while this.phase is not None:  # a step at least, however little time there is
        _step(parts, carrier, this, kept=True)
        if monotonic() >= until:
            break
    with parts.store.write() as connection:
        if this.phase is not None:
            _keep(connection, carrier, this, due_at=now)
        else:
            _finish(parts, connection, carrier, this)
    if this.phase is not None:
        parts.ring("run_retention")


def _finish(parts: Parts, connection: Connection, carrier: str, this: Pass) -> None:
    """Texts and replies go on the next night where they are; customers are looked at anew, because any may have fallen silent."""
    this.marks.pop("customers", None)
    tomorrow = _night(parts, carrier, after_this_one=True)
    forgetting.keep(connection, carrier, marks=this.marks, removed={}, due_at=tomorrow)
    if this.removed != Removed():
        record(connection, parts.clock.now(), "system", "retention_run", carrier, asdict(this.removed))
    _tell(carrier, this.removed)


def _night(parts: Parts, carrier: str, *, after_this_one: bool = False) -> datetime:
    """Now, where it is night at the carrier's; else when it is next."""
    zone, now = parts.flows.carrier(carrier).zone, parts.clock.now(carrier)
    local = now.astimezone(zone)
    begin, end = NIGHT
    if not after_this_one and begin <= local.time() < end:
        return now
    day = local.date() + timedelta(days=local.time() >= begin)
    return datetime.combine(day, begin, zone)


# ── one step ─────────────────────────────────────────────────────────────────────────────────────


def _step(parts: Parts, carrier: str, this: Pass, *, kept: bool = False) -> int:
    """Look at the next rows of the present phase, and empty those that are old; how many were looked at.

    `kept`: what was done is written down in the transaction that did it, for a pass that goes on in another job.
    """
    phase = this.phase
    assert phase is not None
    cutoff = parts.clock.now(carrier) - parts.flows.carrier(carrier).retention.keep
    with parts.store.read() as connection:
        page = _PAGES[phase](connection, carrier, cutoff, this.marks.get(phase, 0), BATCH)
        old = [row.id for row in forgetting.idle(connection, page, cutoff)] if phase == "customers" else page
    for first in range(0, len(old), CHUNK[phase]):
        ids = old[first : first + CHUNK[phase]]
        with parts.store.write() as connection:
            this.removed.add(phase, _empty(parts, connection, carrier, phase, ids, cutoff))
            this.marks[phase] = ids[-1]
            if kept:
                _keep(connection, carrier, this)
    if page:
        this.marks[phase] = page[-1]
    else:
        this.over.append(phase)
    return len(page)


_PAGES: Final[Mapping[Phase, Callable[[Connection, str, datetime, int, int], Sequence[int]]]] = {
    "customers": forgetting.customers,
    "texts": forgetting.texts,
    "replies": forgetting.replies,
}


def _empty(
    parts: Parts, connection: Connection, carrier: str, phase: Phase, ids: Sequence[int], cutoff: datetime
) -> int:
    match phase:
        case "texts":
            return forgetting.clear_texts(connection, ids)
        case "replies":
            return forgetting.clear_replies(connection, ids)
        case "customers":
            rows = forgetting.idle(connection, ids, cutoff, lock=True)
            for row in rows:
                _forget(parts, connection, carrier, row)
            return len(rows)


def _keep(connection: Connection, carrier: str, this: Pass, **values: Any) -> None:
    marks = {**this.marks, "over": this.over}
    forgetting.keep(connection, carrier, marks=marks, removed=asdict(this.removed), **values)


def _tell(carrier: str, removed: Removed) -> None:
    log.info("retention_run", carrier=carrier, **asdict(removed))


def _forget(parts: Parts, connection: Connection, carrier: str, row: AnyRow) -> None:
    now = parts.clock.now(carrier)
    standing = consents.standings(connection, [row.id])[row.id]
    refused = [category for category in consents.CATEGORIES if getattr(standing, category) is False]
    suppressions.remember(connection, carrier, row.phone, refused, now)
    forgetting.forget(connection, row.id, now)
