"""What a transcript may expect: each function looks into the store and raises `Differs` where it is otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.clock import SetClock
from bot.core.carrier import CarrierConfig
from bot.core.flow.transcript import CaseStep, TextStep
from bot.store import threads
from bot.store.session import Store
from bot.store.tables import cases, conversations, inbox, instructions, outbox
from bot.store.tables import shipments as parcels

NOTICE: Final = 2
"""The lane from which on a text was not asked for."""


class Differs(Exception):
    """The dialogue went otherwise: what was expected, what was found.

    `found` is what the step would have to say to be right, where a step can say it.
    """

    def __init__(self, message: str, found: Any = None) -> None:
        self.found = found
        super().__init__(message)


@dataclass(slots=True)
class Stand:
    """Where a dialogue stands: how far its texts and instructions have been read."""

    store: Store
    carrier: CarrierConfig
    flow: str
    phone: str
    clock: SetClock
    lines: list[str]
    read: int = 0
    instructed: int = 0

    def at(self, moment: datetime) -> datetime:
        """A moment without zone is the carrier's local time."""
        return moment if moment.tzinfo else moment.replace(tzinfo=self.carrier.zone)


def texts(stand: Stand) -> list[Any]:
    query = sa.select(outbox).where(outbox.c.id > stand.read, outbox.c.status == "accepted").order_by(outbox.c.id)
    with stand.store.read() as connection:
        return list(connection.execute(query))


def bot(stand: Stand, step: TextStep) -> None:
    """The next text. What another flow tells unasked in between (a receipt before the survey) is passed over unless it is meant."""
    unread = texts(stand)
    if not unread:
        raise Differs(f"expected a text with {_quoted(step.contains)}; nothing was said")
    own = [row for row in unread if not _aside(stand, row)]
    asides = [row for row in unread if not own or row.id < own[0].id]
    meant = [row for row in asides if all(words in row.text for words in step.contains)]
    row = (meant or own or unread)[0]
    stand.read = row.id
    stand.lines.append(f"bot       {row.text}")
    missing = [words for words in step.contains if words not in row.text]
    if missing:
        instead = None if step.lacks else row.text
        raise Differs(f"expected a text with {_quoted(missing)}; said was “{row.text}”", instead)
    if found := [words for words in step.lacks if words in row.text]:
        raise Differs(f"expected a text without {_quoted(found)}; said was “{row.text}”")


def _aside(stand: Stand, row: Any) -> bool:
    """A notice of another flow than the one that the transcript is about."""
    return row.lane >= NOTICE and row.kind not in (None, stand.flow)


def silent(stand: Stand, _: bool) -> None:
    if unread := [row for row in texts(stand) if not _aside(stand, row)]:
        raise Differs(f"expected silence; said was “{unread[0].text}”")


def instruct(stand: Stand, wanted: Mapping[str, Any]) -> None:
    """The next instruction; one of another flow (an e-mailed receipt) is passed over unless it is meant."""
    kind, params = next(iter(wanted.items()))
    rows = _instructions(stand)
    own = [row for row in rows if row.flow == stand.flow]
    meant = [row for row in rows if row.kind == kind and (not own or row.id < own[0].id)]
    if not (meant or own):
        raise Differs(f"expected the instruction {kind}; none was given")
    row = (meant or own)[0]
    stand.instructed = row.id
    stand.lines.append(f"instruct  {row.kind} {row.params}")
    if row.kind != kind:
        raise Differs(f"expected the instruction {kind}; given was {row.kind}", row.kind)
    found = dict(row.params) | {"shipment": tracking_no(stand, row.shipment_id)}
    _same(found, params or {}, kind)


def no_instruct(stand: Stand, _: bool) -> None:
    if rows := [row for row in _instructions(stand) if row.flow == stand.flow]:
        raise Differs(f"expected no instruction; given was {rows[0].kind}")


def _instructions(stand: Stand) -> list[Any]:
    """What was asked of the carrier's system since the last look, with the flow that asked."""
    query = (
        sa.select(instructions, conversations.c.flow)
        .outerjoin(conversations, conversations.c.id == instructions.c.conversation_id)
        .where(instructions.c.id > stand.instructed)
        .order_by(instructions.c.id)
    )
    with stand.store.read() as connection:
        return list(connection.execute(query))


def tracking_no(stand: Stand, shipment_id: int | None) -> str | None:
    with stand.store.read() as connection:
        return connection.execute(sa.select(parcels.c.tracking_no).where(parcels.c.id == shipment_id)).scalar()


def state(stand: Stand, wanted: str | Mapping[str, str]) -> None:
    query = (
        sa.select(conversations.c.state, parcels.c.tracking_no)
        .select_from(conversations.outerjoin(parcels, conversations.c.shipment_id == parcels.c.id))
        .where(conversations.c.flow == stand.flow)
        .order_by(conversations.c.id)
    )
    with stand.store.read() as connection:
        rows = list(connection.execute(query))
    if not rows:
        raise Differs(f"expected the state {wanted}; {stand.flow} has not begun")
    states = {row.tracking_no: row.state for row in rows}
    expected = {rows[-1].tracking_no: wanted} if isinstance(wanted, str) else dict(wanted)
    for parcel, state in expected.items():
        if states.get(parcel) != state:
            here = states.get(parcel)
            instead = here if isinstance(wanted, str) else {name: states.get(name, is_) for name, is_ in wanted.items()}
            raise Differs(f"expected the state {state} of {parcel or stand.flow}; it is {here}", here and instead)


def newest_case(stand: Stand, kind: str = "") -> Any:
    with stand.store.read() as connection:
        row = connection.execute(sa.select(cases).order_by(cases.c.id.desc())).first()
    if row is None:
        raise Differs(f"expected a case{kind and ' '}{kind}; there is none")
    return row


def case(stand: Stand, wanted: CaseStep) -> None:
    row = newest_case(stand, wanted.kind or "")
    stand.lines.append(f"case      {row.kind}: {row.reason}")
    if wanted.kind is not None and row.kind != wanted.kind:
        raise Differs(f"expected a case {wanted.kind}; the newest is {row.kind}", row.kind)
    if wanted.due is not None and row.due_at - row.opened_at != wanted.due:
        raise Differs(f"expected it due in {wanted.due}; it is due in {row.due_at - row.opened_at}")
    if wanted.reason and wanted.reason not in row.reason:
        raise Differs(f"expected a reason with “{wanted.reason}”; it is “{row.reason}”")


def no_case(stand: Stand, _: bool) -> None:
    with stand.store.read() as connection:
        row = connection.execute(sa.select(cases)).first()
    if row is not None:
        raise Differs(f"expected no case; there is {row.kind}: {row.reason}")


def consent(stand: Stand, wanted: Mapping[str, bool]) -> None:
    with stand.store.write() as connection:
        thread = threads.lock(connection, stand.carrier.carrier, stand.phone, stand.clock.now())
        ledger = threads.ledger(connection, thread.id)
    found = {category: ledger.get(category, category != "promotion") for category in wanted}
    if found != dict(wanted):
        raise Differs(f"expected the consent {dict(wanted)}; it is {found}")


def last_text(stand: Stand) -> Any:
    with stand.store.read() as connection:
        row = connection.execute(sa.select(outbox).order_by(outbox.c.id.desc())).first()
    if row is None:
        raise Differs("no text was written")
    return row


def refused(stand: Stand, reason: str) -> None:
    row = last_text(stand)
    if row.status != "refused" or row.reason != reason:
        raise Differs(f"expected the last text refused for {reason}; it is {row.status} {row.reason or ''}")


def deferred(stand: Stand, moment: datetime) -> None:
    row = last_text(stand)
    if row.status != "ready" or row.due_at != stand.at(moment):
        raise Differs(f"expected the last text put off until {moment}; it is {row.status}, due {row.due_at}")


def rule(stand: Stand, wanted: str) -> None:
    with stand.store.read() as connection:
        row = connection.execute(sa.select(inbox).order_by(inbox.c.id.desc())).first()
    if row is None or row.route != wanted:
        raise Differs(f"expected the rule {wanted}; it was {row.route if row else 'none'}", row and row.route)


def why(stand: Stand) -> str:
    """What decided about the last reply, for a failure's text."""
    with stand.store.read() as connection:
        row = connection.execute(sa.select(inbox).order_by(inbox.c.id.desc())).first()
        at = connection.execute(sa.select(conversations.c.flow, conversations.c.state)).all()
        fault = connection.execute(sa.select(cases.c.reason).where(cases.c.kind == "fault")).scalars().all()
    states = ", ".join(f"{one.flow}={one.state}" for one in at)
    reply = (
        f"; the last reply was routed by {row.route}, read by {row.rule} as {row.intent}/{row.branch}, path {row.path}"
        if row
        else ""
    )
    stopped = "".join(f"\n      a flow could not go on: {reason}" for reason in fault)
    return f"\n      states: {states}{reply}{stopped}"


def _same(found: Mapping[str, Any], wanted: Mapping[str, Any], where: str) -> None:
    """What is wanted stands in what was found; moments are compared as moments."""
    for name, value in wanted.items():
        here, at = found.get(name), f"{where}.{name}"
        if isinstance(value, Mapping) and isinstance(here, Mapping):
            _same(here, value, at)
        elif here != value and not _same_moment(here, value):
            raise Differs(f"expected {at} to be {value}; it is {here}")


def _same_moment(one: Any, other: Any) -> bool:
    try:
        return datetime.fromisoformat(str(one)) == datetime.fromisoformat(str(other))
    except (TypeError, ValueError):
        return False


def _quoted(words: Any) -> str:
    return " and ".join(f"“{word}”" for word in words)


EXPECT: Final[Mapping[str, Callable[[Stand, Any], None]]] = {
    "bot": bot, "silent": silent, "instruct": instruct, "no_instruct": no_instruct, "state": state, "case": case,
    "no_case": no_case, "consent": consent, "refused": refused, "deferred": deferred, "rule": rule,
}  # fmt: skip
