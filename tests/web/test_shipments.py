"""PUT and GET of parcels: the answer and the rows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.store.session import Store
from bot.store.tables import conversations, idempotency_keys, shipments, threads
from tests.web.conftest import CUSTOMER, NOW, Caller, on_sqlite


def rows(store: Store, table: sa.Table) -> list:
    with store.read() as connection:
        return list(connection.execute(sa.select(table).order_by(table.c.id)).fetchall())


def test_a_new_parcel_is_made_with_its_customer(demo: Caller, store: Store):
    """PUT of an unknown tracking number answers 201 and writes one parcel and one thread, the phone as E.164."""
    body = {
        "customer": {
            "phone": "138 0013 8000",
            "name": "王五",
            "segment": "loyal",
            "locale": "zh_cn",
            "time_zone": "Asia/Urumqi",
        },
        "order_no": "O-1",
        "category": "电子产品",
        "redirectable": True,
        "courier": {"name": "李师傅"},
    }
    answer = demo("PUT", "/shipments/FY1", body)
    assert answer.status_code == 201
    assert answer.json["warnings"] == []
    assert answer.json["shipment"]["customer"] == {
        "phone": CUSTOMER, "name": "王五", "segment": "loyal", "locale": "zh-CN", "time_zone": "Asia/Urumqi",
    }  # fmt: skip
    assert answer.json["shipment"]["facts"] == {"redirectable": True, "courier": {"name": "李师傅"}}
    [parcel], [thread] = rows(store, shipments), rows(store, threads)
    assert (parcel.carrier, parcel.tracking_no, parcel.thread_id, parcel.order_no) == ("demo", "FY1", thread.id, "O-1")
    assert (thread.carrier, thread.phone, thread.locale, thread.created_at) == ("demo", CUSTOMER, "zh-CN", NOW)


def test_a_known_parcel_is_replaced_and_its_customer_kept(demo: Caller, store: Store):
    """A second PUT answers 200, replaces the parcel's facts, and leaves what it does not say of the customer."""
    demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER, "name": "王五"}, "category": "书", "eta": "18:30"})
    answer = demo.parcel(redirectable=True)
    assert answer.status_code == 200
    assert answer.json["shipment"]["facts"] == {"redirectable": True}
    assert answer.json["shipment"]["category"] is None
    assert answer.json["shipment"]["customer"]["name"] == "王五"
    assert len(rows(store, shipments)) == len(rows(store, threads)) == 1


def test_a_changed_phone_leaves_open_conversations_with_the_former_number(demo: Caller, store: Store):
    """The parcel moves to the new number's thread; the open conversation stays, and the answer says so."""
    demo.parcel()
    [parcel] = rows(store, shipments)
    with store.write() as connection:
        connection.execute(sa.insert(conversations).values(_conversation(parcel.thread_id, parcel.id)))
    answer = demo.parcel(phone="+8613900139000")
    assert [w["field"] for w in answer.json["warnings"]] == ["customer.phone"]
    assert "delivery_options stays with the former number" in answer.json["warnings"][0]["message"]
    before, after = rows(store, threads)
    assert rows(store, shipments)[0].thread_id == after.id
    assert rows(store, conversations)[0].thread_id == before.id


def _conversation(thread: int, parcel: int) -> dict:
    return {
        "carrier": "demo", "thread_id": thread, "shipment_id": parcel, "flow": "delivery_options", "flow_hash": "h",
        "state": "offered", "version": 0, "values": {}, "counters": {}, "cause": "event:1", "started_at": NOW,
    }  # fmt: skip


@on_sqlite
@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("+8614812345678", "in no numbering plan"),
        ("0571-88157000", "landline"),
        ("+15551234567", "in no numbering plan"),
        ("１３８ 0013 8000", None),
        ("0086 138 0013 8000", None),
    ],
)
def test_a_doubtful_number_is_taken_with_a_warning(demo: Caller, phone: str, said: str | None):
    """What could be a number is taken; what the numbering plans doubt is a warning, because they lag behind."""
    answer = demo.parcel(phone=phone)
    assert answer.status_code == 201
    assert (said in answer.json["warnings"][0]["message"]) if said else answer.json["warnings"] == []


@on_sqlite
@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "customer"),
        ({"customer": {}}, "customer.phone"),
        ({"customer": {"phone": 13800138000}}, "customer.phone"),
        ({"customer": {"phone": "95338"}}, "customer.phone"),
        ({"customer": {"phone": "106912345678"}}, "customer.phone"),
        ({"customer": {"phone": "+86138"}}, "customer.phone"),
        ({"customer": {"phone": "1-800-FLOWERS"}}, "customer.phone"),
        ({"customer": {"phone": "+8613800138000 ext 5"}}, "customer.phone"),
        ({"customer": {"phone": CUSTOMER, "phnoe": "1"}}, "customer.phnoe"),
        ({"customer": {"phone": CUSTOMER, "locale": "xx-YY"}}, "customer.locale"),
        ({"customer": {"phone": CUSTOMER, "time_zone": "Mars/Olympus"}}, "customer.time_zone"),
        ({"customer": {"phone": CUSTOMER, "time_zone": "../etc/passwd"}}, "customer.time_zone"),
        ({"customer": {"phone": CUSTOMER, "segment": "x" * 33}}, "customer.segment"),
        ({"customer": {"phone": CUSTOMER}, "order_no": 7}, "order_no"),
        ({"customer": {"phone": CUSTOMER}, "note": "a\x00b"}, "note"),
        ({"customer": {"phone": CUSTOMER}, "deep": [[[[[[[[1]]]]]]]]}, "deep.0.0.0.0.0.0.0"),
        ({"customer": {"phone": CUSTOMER}, "big": 10**30}, "big"),
        ({"customer": {"phone": CUSTOMER}, **{f"f{n}": n for n in range(65)}}, ""),
        ({"customer": {"phone": CUSTOMER}, **{f"f{n}": "x" * 5_000 for n in range(4)}}, ""),
    ],
)
def test_what_is_not_usable_is_named_field_by_field(demo: Caller, store: Store, body: dict, field: str):
    """422 names the field, says what is wrong with it, and nothing is written."""
    answer = demo("PUT", "/shipments/FY1", body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert field in [error["field"] for error in answer.json["errors"]]
    assert rows(store, shipments) == rows(store, threads) == []


def test_half_a_surrogate_pair_is_refused_in_names_and_values(demo: Caller, store: Store):
    """JSON can write what UTF-8 cannot: that is 422, not a broken database write."""
    for text in (
        '{"customer":{"phone":"+8613800138000"},"x":"\\ud800"}',
        '{"customer":{"phone":"+8613800138000"},"\\udfff":1}',
    ):
        answer = demo.client.put(
            "/api/v1/shipments/FY1",
            data=text,
            content_type="application/json",
            headers={"Authorization": f"Bearer {demo.key}"},
        )
        assert answer.status_code == 422
    assert rows(store, shipments) == []


@on_sqlite
@pytest.mark.parametrize("tracking_no", ["-FY1", "F Y", "运单1", "x" * 65, "FY1%00", "FY1%0A"])
def test_an_impossible_tracking_number_is_refused(demo: Caller, store: Store, tracking_no: str):
    """422 before anything is read or written."""
    answer = demo.parcel(tracking_no)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "tracking_no")
    assert rows(store, shipments) == []


def test_a_language_that_no_text_has_is_a_warning(demo: Caller):
    """The customer's language is kept, and the answer says which one they will read."""
    answer = demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER, "locale": "fr-CA"}})
    assert answer.json["shipment"]["customer"]["locale"] == "fr-CA"
    assert answer.json["warnings"] == [
        {"field": "customer.locale", "message": "no text is written in fr-CA; this customer gets zh-CN"}
    ]


def test_an_unknown_parcel_is_404(demo: Caller):
    """GET of a parcel that was never made says what to do."""
    answer = demo("GET", "/shipments/NEVER")
    assert answer.status_code == 404
    assert "PUT /api/v1/shipments/NEVER" in answer.json["detail"]


def test_a_parcel_shows_all_that_belongs_to_it(demo: Caller):
    """GET answers with every list, empty where there is nothing."""
    demo.parcel()
    page = demo("GET", "/shipments/FY1").json
    assert page["shipment"]["tracking_no"] == "FY1"
    empty = ("events", "conversations", "messages", "cases", "instructions", "truncated")
    assert [page[name] for name in empty] == [[]] * 6


# ── Idempotency-Key ──────────────────────────────────────────────────────────────────────────────


def test_the_same_key_and_request_get_the_same_answer(demo: Caller, store: Store, clock):
    """Also when the second would be an update: the bytes are those of the first, and nothing is written again."""
    body = {"customer": {"phone": CUSTOMER}, "weight": 1.5, "b": {"z": 1, "a": 2}}
    first = demo("PUT", "/shipments/FY1", body, Idempotency_Key="k1")
    again = demo("PUT", "/shipments/FY1", dict(reversed(body.items())), Idempotency_Key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.data == again.data
    assert (first.headers.get("Idempotent-Replayed"), again.headers["Idempotent-Replayed"]) == (None, "true")
    assert len(rows(store, idempotency_keys)) == 1


def test_a_key_used_for_another_request_is_refused(demo: Caller, store: Store):
    """422 with a clear word, and the other request changes nothing."""
    demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER}}, Idempotency_Key="k1")
    answer = demo("PUT", "/shipments/FY2", {"customer": {"phone": CUSTOMER}}, Idempotency_Key="k1")
    assert answer.status_code == 422
    assert answer.json["errors"] == [
        {"field": "Idempotency-Key", "message": "was used before with another method, path or body"}
    ]
    assert [parcel.tracking_no for parcel in rows(store, shipments)] == ["FY1"]


def test_carriers_may_use_the_same_key(demo: Caller, other: Caller):
    """A key belongs to the carrier that sent it."""
    assert demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER}}, Idempotency_Key="k").status_code == 201
    assert other("PUT", "/shipments/FY9", {"customer": {"phone": CUSTOMER}}, Idempotency_Key="k").status_code == 201


def test_a_refused_request_leaves_its_key_free(demo: Caller, store: Store):
    """What was not usable can be mended and sent with the same key."""
    assert demo("PUT", "/shipments/FY1", {"customer": {}}, Idempotency_Key="k").status_code == 422
    assert demo("PUT", "/shipments/FY1", {"customer": {"phone": CUSTOMER}}, Idempotency_Key="k").status_code == 201


def test_one_request_ten_times_at_once_is_one(demo: Caller, store: Store):
    """Ten threads with one key get one answer; one says that it is the first."""
    body = {"customer": {"phone": CUSTOMER}}

    def put(_: int):
        return Caller(demo.client.application.test_client(), demo.key)(
            "PUT", "/shipments/FY1", body, Idempotency_Key="k"
        )

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(put, range(10)))
    assert {(answer.status_code, answer.data) for answer in answers} == {(201, answers[0].data)}
    assert [answer.headers.get("Idempotent-Replayed") for answer in answers].count(None) == 1
    assert len(rows(store, shipments)) == 1


def test_a_parcel_made_ten_times_at_once_is_made_once(demo: Caller, store: Store):
    """Without a key: one of ten says that it made the parcel, nine that they brought it up to date."""

    def put(number: int) -> int:
        return Caller(demo.client.application.test_client(), demo.key).parcel(number=number).status_code

    with ThreadPoolExecutor(10) as pool:
        assert sorted(pool.map(put, range(10))) == [200] * 9 + [201]
    assert len(rows(store, shipments)) == len(rows(store, threads)) == 1
