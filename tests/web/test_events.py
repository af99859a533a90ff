"""Tracking events: taken once, answered as the first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.store.session import Store
from bot.store.tables import idempotency_keys, tracking_events
from tests.web.conftest import Caller, on_sqlite
from tests.web.test_shipments import rows


def test_an_event_is_stored_and_rings(demo: Caller, store: Store, bells: list[str]):
    """201 with the event as kept: its time in UTC, its data, its parcel; the parcel shows it; the worker is rung for."""
    demo.parcel()
    answer = demo.event(type="out_for_delivery", data={"courier": {"name": "李师傅"}})
    assert answer.status_code == 201
    [row] = rows(store, tracking_events)
    assert answer.json == {
        "id": row.id,
        "event_id": "e1",
        "tracking_no": "FY1",
        "type": "out_for_delivery",
        "at": "2026-11-21T05:00:00Z",
        "received_at": "2026-11-21T06:00:00Z",
        "data": {"courier": {"name": "李师傅"}},
    }
    assert bells == ["drain_outbox"]
    page = demo("GET", "/shipments/FY1").json
    assert page["events"] == [answer.json]
    assert page["shipment"]["status"] == "out_for_delivery"


def test_a_repeat_is_answered_as_the_first(demo: Caller, store: Store, clock, bells: list[str]):
    """The same event_id later, even with other data: same status, same bytes, one row, one bell; a header tells it apart."""
    demo.parcel()
    first = demo.event()
    clock.set(clock.now().replace(hour=9))
    again = demo.event(type="delivered", data={"x": 1})
    assert (again.status_code, again.data) == (first.status_code, first.data)
    assert (first.headers.get("Idempotent-Replayed"), again.headers["Idempotent-Replayed"]) == (None, "true")
    assert len(rows(store, tracking_events)) == len(bells) == 1


def test_an_event_ten_times_at_once_is_applied_once(demo: Caller, store: Store):
    """Ten threads get the same answer; one row is written."""
    demo.parcel()

    def post(_: int):
        return Caller(demo.client.application.test_client(), demo.key).event()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(post, range(10)))
    assert {(answer.status_code, answer.data) for answer in answers} == {(201, answers[0].data)}
    assert len(rows(store, tracking_events)) == 1


def test_an_event_id_of_another_parcel_is_a_conflict(demo: Caller, store: Store):
    """Every event needs an id of its own: 409, and the other parcel gets nothing."""
    demo.parcel("FY1")
    demo.parcel("FY2")
    demo.event("FY1")
    answer = demo.event("FY2")
    assert answer.status_code == 409
    assert "e1 was used before for another parcel" in answer.json["detail"]
    assert demo("GET", "/shipments/FY2").json["events"] == []


def test_an_event_of_an_unknown_parcel_is_404(demo: Caller, store: Store):
    """Nothing is written; and a key that came with it stays free."""
    assert demo("POST", "/shipments/NEVER/events", event("e1"), Idempotency_Key="k").status_code == 404
    assert rows(store, tracking_events) == rows(store, idempotency_keys) == []
    demo.parcel("NEVER")
    assert demo("POST", "/shipments/NEVER/events", event("e1"), Idempotency_Key="k").status_code == 201


def event(event_id: str, **more) -> dict:
    return {"event_id": event_id, "type": "in_transit", "at": "2026-11-21T13:00:00+08:00", **more}


def test_a_key_keeps_an_events_answer(demo: Caller, store: Store):
    """The same key and event are answered alike; the same key with another event is 422 and applies nothing."""
    demo.parcel()
    first = demo("POST", "/shipments/FY1/events", event("e1"), Idempotency_Key="k")
    again = demo("POST", "/shipments/FY1/events", event("e1"), Idempotency_Key="k")
    assert (again.status_code, again.data) == (201, first.data)
    other = demo("POST", "/shipments/FY1/events", event("e2"), Idempotency_Key="k")
    assert (other.status_code, other.json["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert len(rows(store, tracking_events)) == 1


def test_a_key_whose_request_died_half_way_lets_the_same_request_through(demo: Caller, store: Store):
    """The process ended between event and answer: the repeat gets the event's answer, another request does not get the key."""
    demo.parcel()
    first = demo("POST", "/shipments/FY1/events", event("e1"), Idempotency_Key="k")
    with store.write() as connection:
        connection.execute(sa.update(idempotency_keys).values(status=0, body={}))
    again = demo("POST", "/shipments/FY1/events", event("e1"), Idempotency_Key="k")
    assert (again.status_code, again.data) == (201, first.data)
    assert rows(store, idempotency_keys)[0].status == 201
    with store.write() as connection:
        connection.execute(sa.update(idempotency_keys).values(status=0, body={}))
    assert demo("POST", "/shipments/FY1/events", event("e2"), Idempotency_Key="k").status_code == 422


@on_sqlite
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"at": "2026-11-21T13:00:00"}, "at"),
        ({"at": "2026-11-21"}, "at"),
        ({"at": 1795240800}, "at"),
        ({"at": "1795240800"}, "at"),
        ({"at": "2026-13-41T13:00:00Z"}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"at": "yesterday"}, "at"),
        ({"at": None}, "at"),
        ({"event_id": ""}, "event_id"),
        ({"event_id": "e 1"}, "event_id"),
        ({"event_id": "x" * 129}, "event_id"),
        ({"event_id": 7}, "event_id"),
        ({"type": "Out For Delivery"}, "type"),
        ({"type": "delivered\n"}, "type"),
        ({"data": []}, "data"),
        ({"data": {"x": "y" * 8_000, "z": "y" * 8_000, "w": "é" * 500}}, "data"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_an_unusable_event_names_its_field(demo: Caller, store: Store, change: dict, field: str):
    """422 with the field; nothing is written."""
    demo.parcel()
    answer = demo("POST", "/shipments/FY1/events", event("e1") | change)
    assert answer.status_code == 422
    assert field in [error["field"] for error in answer.json["errors"]]
    assert rows(store, tracking_events) == []


@pytest.mark.parametrize(
    "at", ["2026-11-21T13:00+08:00", "2026-11-21t05:00:00z", "2026-11-21 05:00:00.000000Z", "2026-11-21T13:00:00+0800"]
)
def test_times_are_read_as_people_write_them(demo: Caller, at: str):
    """ISO 8601 with a zone, with or without seconds."""
    demo.parcel()
    assert demo.event(at=at).json["at"] == "2026-11-21T05:00:00Z"
