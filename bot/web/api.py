"""The carrier's API: shipments and tracking events in, everything that became of them out. See docs/api.md."""

from __future__ import annotations

import re
from typing import Any, Final

from flask import Blueprint, Response, g, request

from bot import metrics
from bot.core import phones
from bot.core.errors import Conflict, Invalid, NotFound
from bot.core.model import TrackingEvent
from bot.store import idempotency, reading, shipments
from bot.store.idempotency import Answer
from bot.turns import take_event
from bot.web import cursors
from bot.web.auth import authenticate
from bot.web.body import read_json
from bot.web.context import parts
from bot.web.once import REPLAYED, idempotency_key, replayed
from bot.web.problems import answer
from bot.web.schemas import (
    TRACKING_NO,
    CasesQuery,
    EventIn,
    MessagesQuery,
    ShipmentIn,
    checked_facts,
    validated,
)

_TRACKING_NO: Final = re.compile(TRACKING_NO.rstrip("$") + r"\Z")

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
blueprint.before_request(authenticate)


@blueprint.put("/shipments/<tracking_no>")
def put_shipment(tracking_no: str) -> Response:
    """Create a parcel, or bring it up to date."""
    _require_tracking_no(tracking_no)
    body = read_json()
    draft, warnings = _draft(validated(ShipmentIn, body, "shipment"))
    now = parts().clock.now(g.carrier)
    key = idempotency_key()
    with parts().store.write() as connection:
        if key:
            request_hash = idempotency.fingerprint("PUT", request.path, body)
            if kept := idempotency.reserve(connection, g.carrier, key, request_hash, now):
                return replayed(kept)
        put = shipments.put(connection, g.carrier, tracking_no, draft, now)
        row = shipments.get(connection, g.carrier, tracking_no)
        warnings += [_stays(flow) for flow in put.left_behind]
        given = Answer(201 if put.created else 200, {"shipment": reading.shipment_view(row), "warnings": warnings})
        if key:
            idempotency.settle(connection, g.carrier, key, given)
    return answer(given.body, given.status)


@blueprint.get("/shipments/<tracking_no>")
def get_shipment(tracking_no: str) -> Response:
    """A parcel and all that belongs to it."""
    _require_tracking_no(tracking_no)
    _query({})
    with parts().store.read() as connection:
        return answer(reading.shipment(connection, g.carrier, tracking_no))


@blueprint.post("/shipments/<tracking_no>/events")
def post_event(tracking_no: str) -> Response:
    """Tell what happened to a parcel. Applied once by its `event_id`; a repeat is answered as the first."""
    _require_tracking_no(tracking_no)
    body = read_json()
    wanted = validated(EventIn, body, "event")
    event = TrackingEvent(g.carrier, tracking_no, wanted.event_id, wanted.type, wanted.at, wanted.data)
    key = idempotency_key()
    if key is None:
        return _taken(event)
    # `event_id` alone makes it happen once and its answer is read from its row, so key and event may be two transactions:
    # a key that was reserved and not settled leads to the same answer.
    request_hash = idempotency.fingerprint("POST", request.path, body)
    with parts().store.write() as connection:
        now = parts().clock.now(g.carrier)
        if kept := idempotency.reserve(connection, g.carrier, key, request_hash, now):
            return replayed(kept)
    return _taken_with_key(event, key)


@blueprint.get("/messages")
def list_messages() -> Response:
    """A customer's messages of both directions, oldest first."""
    query = validated(MessagesQuery, _query({"phone", "since", "cursor", "limit"}), "query")
    # A plus that was not escaped arrives as a space.
    number = f"+{query.phone[1:]}" if query.phone.startswith(" ") else query.phone
    phone = _phone(number, "phone").number
    after = cursors.position(query.cursor) if query.cursor else None
    with parts().store.read() as connection:
        rows, more = reading.messages(connection, g.carrier, phone, query.since, after, query.limit)
    return answer({"messages": rows, "next_cursor": cursors.of_position(more) if more else None})


@blueprint.get("/cases")
def list_cases() -> Response:
    """Cases in the order in which they were opened."""
    query = validated(CasesQuery, _query({"status", "cursor", "limit"}), "query")
    after = cursors.row_id(query.cursor) if query.cursor else None
    with parts().store.read() as connection:
        rows, more = reading.case_list(connection, g.carrier, query.status, after, query.limit)
    return answer({"cases": rows, "next_cursor": cursors.of_id(more) if more else None})


# ── parts of a request ───────────────────────────────────────────────────────────────────────────


def _require_tracking_no(tracking_no: str) -> None:
    if not _TRACKING_NO.match(tracking_no):
        raise Invalid(
            "The tracking number is not usable.",
            {"tracking_no": "should be 1 to 64 letters, digits, dots, dashes or underscores, a letter or digit first"},
        )


def _query(known: set[str] | dict[str, str]) -> dict[str, str]:
    """The query as given, each name once. Raises `Invalid` for a name that we would silently ignore."""
    wrong = {name: "is no parameter of this address" for name in request.args if name not in known}
    wrong |= {name: "is given more than once" for name, values in request.args.lists() if len(values) > 1}
    if wrong:
        raise Invalid("The query is not usable; see errors for each parameter.", wrong)
    return request.args.to_dict()


def _phone(text: str, field: str) -> phones.Phone:
    try:
        return phones.normalise(text, parts().flows.carrier(g.carrier).home)
    except Invalid as error:
        raise Invalid("The phone number is not usable.", {field: str(error)}) from None


def _draft(wanted: ShipmentIn) -> tuple[shipments.Draft, list[dict[str, str]]]:
    phone = _phone(wanted.customer.phone, "customer.phone")
    told = wanted.customer
    customer = shipments.Customer(phone.number, told.name, told.segment, told.locale, told.time_zone)
    warnings = [{"field": "customer.phone", "message": phone.doubt}] if phone.doubt else []
    if message := parts().flows.carrier(g.carrier).unspoken(told.locale):
        warnings.append({"field": "customer.locale", "message": message})
    return shipments.Draft(customer, wanted.order_no, wanted.category, checked_facts(wanted)), warnings


# ── parts of an answer ───────────────────────────────────────────────────────────────────────────


def _taken(event: TrackingEvent) -> Response:
    taken = take_event(parts(), event)
    with parts().store.read() as connection:
        view = reading.event(connection, event.carrier, taken.id)
    if view["tracking_no"] != event.tracking_no:
        raise Conflict(
            f"The event_id {event.event_id} was used before for another parcel; every event needs an id of its own."
        )
    metrics.tracking_events.labels(event.carrier, "duplicate" if taken.duplicate else "taken").inc()
    response = answer(view, 201)
    if taken.duplicate:
        response.headers[REPLAYED] = "true"
    return response


def _taken_with_key(event: TrackingEvent, key: str) -> Response:
    store = parts().store
    try:
        response = _taken(event)
    except (NotFound, Conflict):
        with store.write() as connection:
            idempotency.release(connection, event.carrier, key)
        raise
    body: Any = response.get_json()
    with store.write() as connection:
        idempotency.settle(connection, event.carrier, key, Answer(response.status_code, body))
    return response


def _stays(flow: str) -> dict[str, str]:
    message = f"the open conversation {flow} stays with the former number; what begins later goes to this one"
    return {"field": "customer.phone", "message": message}
