"""One case: the customer's whole thread, where the bot stands, what may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, make_response, render_template, request, session
from sqlalchemy.engine import Connection

from bot.core.carrier import CarrierConfig
from bot.core.errors import NotFound
from bot.parts import Parts
from bot.store import cases as rows
from bot.store import thread_log, threads_view
from bot.store.cases import QueueRow
from bot.store.session import AnyRow
from bot.store.thread_log import Line
from bot.web import shape
from bot.web.console.login import me
from bot.web.live import part, version_of
from bot.web.shape import Mark

ALL_LINES: Final = 5000
OUTCOMES: Final = ("solved", "promised_call", "compensated", "no_answer", "not_our_matter", "duplicate")
"""How a case can end, as the close form offers it."""


@dataclass(frozen=True, slots=True)
class View:
    """What the case page shows."""

    case: QueueRow
    carrier: CarrierConfig
    zone: ZoneInfo
    now: datetime
    customer: AnyRow
    lines: Sequence[Line]
    older: bool
    seen: int
    due: Mark
    control: Mark
    opted_out: bool
    parcels: Sequence[AnyRow]
    instructions: Sequence[AnyRow]
    consent: Mapping[str, AnyRow]
    others: Sequence[QueueRow]
    talks: Sequence[threads_view.Talk]
    phone: str
    revealed: bool

    @property
    def mine(self) -> bool:
        return self.case.claimed_by == me().id

    @property
    def closed(self) -> bool:
        return self.case.status == "closed"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the agent was writing when something came between."""

    text: str = ""
    error: str | None = None
    unseen: Sequence[str] = ()
    """Messages that came while they wrote."""
    note: str = ""


def register(console: Blueprint, parts: Parts) -> None:
    console.add_url_rule("/cases/<int:case_id>", "case", lambda case_id: page(parts, case_id))
    console.add_url_rule("/cases/<int:case_id>/live", "case_live", lambda case_id: live(parts, case_id))


def page(parts: Parts, case_id: int, draft: Draft | None = None, status: int = 200) -> Response:
    """The whole page, with what the agent had written where a form is shown again."""
    view = look(parts, case_id)
    body = _live(view)
    drawn = render_template(
        "console/case.html", view=view, body=body, version=version_of(body), draft=draft or Draft(), outcomes=OUTCOMES
    )
    return make_response(drawn, status)


def live(parts: Parts, case_id: int) -> Response:
    """The parts that change: log, header, sidebar."""
    return part(_live(look(parts, case_id)))


def look(parts: Parts, case_id: int) -> View:
    """Everything about the case, in one consistent view of the database. Raises `NotFound`."""
    with parts.store.read() as connection:
        found = rows.by_ids(connection, me(), [case_id]).get(case_id)
        if found is None:
            raise NotFound("There is no such case.")
        return _view(parts, connection, found)


def _view(parts: Parts, connection: Connection, case: QueueRow) -> View:
    customer = threads_view.thread(connection, case.thread_id)
    assert customer is not None, "a case has a thread: a foreign key"
    carrier = parts.flows.carrier(case.carrier)
    now = parts.clock.now(case.carrier)
    lines, older = thread_log.log(connection, case.thread_id, ALL_LINES if "all" in request.args else thread_log.LATEST)
    consent = threads_view.consent(connection, case.thread_id)
    revealed = case.id in session.get("revealed", ())
    return View(
        case=case,
        carrier=carrier,
        zone=carrier.zone,
        now=now,
        customer=customer,
        lines=lines,
        older=older,
        seen=threads_view.last_heard(connection, case.thread_id),
        due=shape.due(case.due_at, now, answered=case.answered, closed_at=case.closed_at),
        control=control(customer.control, case),
        opted_out="service" in consent and not consent["service"].granted,
        parcels=threads_view.parcels(connection, case.thread_id),
        instructions=threads_view.told(connection, case.thread_id),
        consent=consent,
        others=[other for other in rows.of_thread(connection, case.thread_id) if other.id != case.id],
        talks=threads_view.talks(connection, case.thread_id),
        phone=shape.spaced(case.phone) if revealed else shape.masked(case.phone),
        revealed=revealed,
    )


def control(held_by: str, case: QueueRow) -> Mark:
    """Who has the conversation: Bot, Waiting (nobody yet), You, or a colleague."""
    if held_by == "bot":
        return Mark("off", "Bot", "The bot answers this customer")
    if case.claimed_by is None:
        return Mark("wait", "Waiting", "The bot is silent, and nobody has claimed the case")
    if case.claimed_by == me().id:
        return Mark("good", "You", "The bot is silent; you have the conversation")
    return Mark("bad", case.claimed_name or "Other", "The bot is silent; a colleague has the conversation")


def _live(view: View) -> str:
    return render_template("console/_case_live.html", view=view)
