"""What is pressed in the simulator: the customer writes, the parcel moves, the clock jumps. Each goes the way of the real thing."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Final

import sqlalchemy as sa
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from bot import turns
from bot.clock import CarrierClock
from bot.core.durations import HELP, parse_duration
from bot.core.errors import Invalid, NotFound
from bot.core.model import Inbound, TrackingEvent
from bot.parts import Parts
from bot.store import opening, threads
from bot.store.tables import inbox
from bot.web.simulator import demo as demos
from bot.web.simulator import made_up
from bot.web.simulator.demo import Demo, Parcel
from bot.web.simulator.showing import View, look
from bot.web.times import moment
from bot.web.words import t

LONGEST: Final = 1600
FARTHEST: Final = 60 * 86400
"""Seconds that the clock may be skipped at once: sixty days."""

Act = Callable[[Parts, View], str]


def register(simulator: Blueprint, parts: Parts) -> None:
    acts: dict[str, Act] = {
        "reply": reply,
        "again": again,
        "event": event,
        "campaign": campaign,
        "clock": clock,
        "language": language,
        "restart": restart,
    }
    for name, act in acts.items():
        simulator.add_url_rule(f"/{name}", name, lambda act=act: _do(parts, act), methods=["POST"])


def _do(parts: Parts, act: Act) -> BaseResponse:
    """Act, and say in one sentence what happened; the page shows the rest by itself."""
    view = look(parts)
    try:
        said, bad = act(parts, view), False
    except (Invalid, NotFound) as error:
        said, bad = t(str(error)), True
    if "HX-Request" in request.headers and act is not restart:
        text = render_template("simulator/_notice.html", said=said, bad=bad)
        return Response(text, 422 if bad else 200, content_type="text/html; charset=utf-8")
    phone = None if act is restart else request.form.get("phone")
    here = url_for("simulator.page", carrier=request.form.get("carrier"), phone=phone)
    if "HX-Request" in request.headers:
        return Response(headers={"HX-Redirect": here})
    return redirect(here, 303)


# ── the customer ─────────────────────────────────────────────────────────────────────────────────


def reply(parts: Parts, view: View) -> str:
    """The customer sends a text."""
    text = request.form.get("text", "")[:LONGEST].replace("\x00", "\u2400")  # PostgreSQL stores no NUL
    _ensure(parts, view)
    turns.take_inbound(parts, _inbound(parts, view, text, f"SIMIN{uuid.uuid4().hex}"), via="simulator")
    return ""


def again(parts: Parts, view: View) -> str:
    """The network delivers the last message a second time, as providers do."""
    with parts.store.read() as connection:
        last = connection.execute(
            sa.select(inbox.c.text, inbox.c.provider_id)
            .where(inbox.c.thread_id == (view.thread.id if view.thread is not None else None))
            .order_by(inbox.c.id.desc())
        ).first()
    if last is None:
        raise NotFound("The customer has not written anything yet.")
    taken = turns.take_inbound(parts, _inbound(parts, view, last.text, last.provider_id), via="simulator")
    if taken.duplicate:
        return t("The last message was delivered once more. It was recognised, and nothing happened twice.")
    return t("The last message was delivered once more and taken as new.")


def _inbound(parts: Parts, view: View, text: str, provider_id: str) -> Inbound:
    carrier = view.carrier.carrier
    return Inbound(
        carrier=carrier,
        channel="simulator",
        provider_id=provider_id,
        sender=view.phone,
        recipient="simulator",
        text=text,
        received_at=parts.clock.now(carrier),
    )


# ── the carrier's systems ────────────────────────────────────────────────────────────────────────


def event(parts: Parts, view: View) -> str:
    """Something happens to a parcel."""
    kind, tracking_no = request.form.get("type", ""), request.form.get("tracking_no", "")
    if kind not in view.demo.events:
        raise Invalid("The demo has no such event.")
    _ensure(parts, view)
    now = parts.clock.now(view.carrier.carrier)
    flows = parts.flows.current(view.carrier.carrier).values()
    usual = demos.event_data(kind, _parcel(view.demo, tracking_no), now.astimezone(view.zone))
    data = {**made_up.event_data(kind, flows), **usual}
    fact = TrackingEvent(view.carrier.carrier, tracking_no, f"SIMEV{uuid.uuid4().hex}", kind, now, data)
    turns.take_event(parts, fact)
    return ""


def _parcel(demo: Demo, tracking_no: str) -> Parcel:
    return next((parcel for parcel in demo.parcels if parcel.tracking_no == tracking_no), Parcel(tracking_no))


def campaign(parts: Parts, view: View) -> str:
    """A campaign reaches this customer."""
    number = request.form.get("number", "")
    if not number.isdigit() or int(number) >= len(view.demo.campaigns):
        raise Invalid("The demo has no such campaign.")
    chosen = view.demo.campaigns[int(number)]
    _ensure(parts, view)
    with parts.store.write() as connection:
        for pool, codes in view.demo.coupons.items():
            opening.fill_pool(connection, view.carrier.carrier, pool, codes, None)
    cause = f"simulator:{uuid.uuid4().hex[:12]}"
    turns.start_flow(parts, view.carrier.carrier, str(chosen["flow"]), view.phone, cause, data=chosen.get("data") or {})
    return ""


# ── the clock, the language, a fresh start ───────────────────────────────────────────────────────


def clock(parts: Parts, view: View) -> str:
    """The carrier's clock runs ahead; what is due by then happens now."""
    if not isinstance(parts.clock, CarrierClock):
        raise Invalid("The clock of this installation cannot be skipped.")
    try:
        length = parse_duration(request.form.get("by", "").strip().lower().replace(" ", ""))
    except ValueError:
        raise Invalid(f"That is no duration: {HELP}.") from None
    seconds = int(length.total_seconds())
    if not 0 < seconds <= FARTHEST:
        raise Invalid("The clock can be skipped by up to 60 days at once.")
    parts.clock.skip(view.carrier.carrier, seconds)
    parts.ring("fire_timers")
    parts.ring("drain_outbox")
    return t("It is now {moment}.", moment=moment(parts.clock.now(view.carrier.carrier), view.zone))


def language(parts: Parts, view: View) -> str:
    """The customer speaks another of the carrier's languages from now on."""
    wanted = request.form.get("locale", "")
    if wanted not in view.carrier.locales:
        raise Invalid("The carrier does not speak this language.")
    _ensure(parts, view)
    now = parts.clock.now(view.carrier.carrier)
    with parts.store.write() as connection:
        thread = threads.lock(connection, view.carrier.carrier, view.phone, now)
        threads.update(connection, thread.id, locale=wanted)
    return t("The customer reads {language} from now on.", language=wanted)


def restart(parts: Parts, view: View) -> str:
    """A customer who has never heard from us: the next number. What was said before stays stored."""
    first = demos.read(parts, view.carrier.carrier)
    fresh = demos.of_run(first, view.present + 1)
    if fresh.run > demos.MOST_RUNS:
        raise Invalid("All demo numbers have been used. Empty the database to begin again.")
    with parts.store.write() as connection:
        demos.ensure(connection, parts, view.carrier.carrier, fresh)
    return ""


def _ensure(parts: Parts, view: View) -> None:
    """The demo's customer and parcels exist. Customers that came in through the API are left as they are."""
    if view.is_demo:
        with parts.store.write() as connection:
            demos.ensure(connection, parts, view.carrier.carrier, view.demo)
