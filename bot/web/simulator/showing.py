"""What the simulator shows: the phone, and beside it everything that happened behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask import Blueprint, Response, abort, render_template, request
from sqlalchemy.engine import Connection

from bot.core.carrier import CarrierConfig
from bot.core.errors import NotFound
from bot.core.model import Question
from bot.parts import Parts
from bot.store import thread_log, threads_view
from bot.store.cases import QueueRow, of_thread
from bot.store.session import AnyRow
from bot.store.tables import clocks
from bot.store.thread_log import Line
from bot.store.threads_view import Talk
from bot.web.live import part, version_of
from bot.web.simulator import demo as demos
from bot.web.simulator.demo import Demo

KEYS: Final = ("1", "2", "3", "4", "Y", "A", "B", "TD")
SKIPS: Final = (("+10 min", 600), ("+4 h", 4 * 3600), ("+1 day", 86400))
ON_PHONE: Final = frozenset({"accepted"})
"""Statuses of the outbox that mean: the phone has it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A conversation and what it waits for."""

    talk: Talk
    title: str
    question: Question | None


@dataclass(frozen=True, slots=True)
class View:
    """One customer of one carrier, seen from the phone and from behind."""

    carrier: CarrierConfig
    zone: ZoneInfo
    now: datetime
    ahead: int
    demo: Demo
    present: int
    """The newest run of the demo; `demo` is the one that is looked at."""
    phone: str
    is_demo: bool
    thread: AnyRow | None
    on_phone: Sequence[Line] = ()
    sent: Sequence[Line] = ()
    talks: Sequence[Asked] = ()
    later: Sequence[AnyRow] = ()
    instructions: Sequence[AnyRow] = ()
    cases: Sequence[QueueRow] = ()
    parcels: Sequence[AnyRow] = ()
    consent: Mapping[str, AnyRow] | None = None

    @property
    def locale(self) -> str:
        return self.carrier.language((self.thread.locale if self.thread is not None else None) or self.demo.locale)

    @property
    def statuses(self) -> dict[str, str | None]:
        return {row.tracking_no: row.status for row in self.parcels}


def register(simulator: Blueprint, parts: Parts) -> None:
    simulator.add_url_rule("", "page", lambda: page(parts))
    simulator.add_url_rule("/live", "live", lambda: live(parts))


def page(parts: Parts) -> str:
    view = look(parts)
    body = render_template("simulator/_live.html", view=view)
    with parts.store.read() as connection:
        others = [row for row in threads_view.phones(connection, view.carrier.carrier) if row.phone != view.phone]
    return render_template(
        "simulator/page.html", view=view, version=version_of(body), keys=KEYS, skips=SKIPS, others=others
    )


def live(parts: Parts) -> Response:
    """The phone's log and the panels beside it, when they changed."""
    return part(render_template("simulator/_live.html", view=look(parts)))


def look(parts: Parts) -> View:
    """The customer that the address names (`carrier`, `phone`), else the present run of the demo."""
    carrier = chosen_carrier(parts)
    first = demos.read(parts, carrier.carrier)
    with parts.store.read() as connection:
        present = demos.present(connection, carrier.carrier, first)
        phone = request.values.get("phone") or demos.of_run(first, present).phone
        thread = threads_view.thread_of(connection, carrier.carrier, phone)
        run = demos.run_of(first, phone)
        is_demo = run is not None and run <= present
        demo = demos.of_run(first, run if run is not None and is_demo else present)
        if not is_demo and (thread is None or not reaches(parts, carrier.carrier, thread.channel)):
            raise NotFound("There is no such phone in the simulator.")
        skipped = sa.select(clocks.c.ahead_seconds).where(clocks.c.carrier == carrier.carrier)
        ahead = int(connection.execute(skipped).scalar() or 0)
        known: dict[str, Any] = {} if thread is None else _known(parts, connection, thread)
        now = parts.clock.now(carrier.carrier)
        return View(carrier, carrier.zone, now, ahead, demo, present, phone, is_demo, thread, **known)


def chosen_carrier(parts: Parts) -> CarrierConfig:
    """The carrier that the address names, else the first with a simulator channel. Answers 404 for one that has none."""
    having = sorted(slug for slug, channel in parts.channels if channel == "simulator")
    chosen = request.values.get("carrier") or having[0]
    if chosen not in having:
        abort(404)
    return parts.flows.carrier(chosen)


def reaches(parts: Parts, carrier: str, channel: str | None) -> bool:
    """Whether texts to a customer with this last channel go to the simulator and nowhere else."""
    if channel is not None:
        return channel == "simulator"
    return {name for slug, name in parts.channels if slug == carrier} == {"simulator"}


def _known(parts: Parts, connection: Connection, thread: AnyRow) -> dict[str, Any]:
    lines, _ = thread_log.log(connection, thread.id)
    sent = [line for line in lines if line.key.startswith("out-")]
    return {
        "on_phone": [line for line in lines if line.kind == "customer" or line.status in ON_PHONE],
        "sent": sent[::-1][:12],
        "talks": [_asked(parts, thread.carrier, talk) for talk in threads_view.talks(connection, thread.id)],
        "later": threads_view.waiting_timers(connection, thread.id),
        "instructions": threads_view.told(connection, thread.id),
        "cases": of_thread(connection, thread.id),
        "parcels": threads_view.parcels(connection, thread.id),
        "consent": threads_view.consent(connection, thread.id),
    }


def _asked(parts: Parts, carrier: str, talk: Talk) -> Asked:
    try:
        flow = parts.flows.version(carrier, talk.flow, talk.flow_hash)
    except NotFound:
        return Asked(talk, talk.flow, None)
    question = flow.question(talk.question.state) if talk.question is not None else None
    return Asked(talk, flow.title, question)
