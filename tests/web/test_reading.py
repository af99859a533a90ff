"""Messages and cases as carriers read them: both directions in time order, page by page."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.store.session import Store
from bot.store.tables import cases, conversations, inbox, instructions, outbox, shipments, threads
from tests.web.conftest import CUSTOMER, NOW, Caller, on_sqlite
from tests.web.test_shipments import rows


class Rows:
    """Writes rows of one thread of carrier `demo`, each a minute after the one before."""

    def __init__(self, store: Store, carrier: str = "demo", phone: str = CUSTOMER) -> None:
        self.store, self.carrier, self.minute = store, carrier, 0
        with store.read() as connection:
            self.thread = connection.execute(
                sa.select(threads.c.id).where(threads.c.carrier == carrier, threads.c.phone == phone)
            ).scalar_one()

    def add(self, table: sa.Table, **values) -> int:
        self.minute += 1
        with self.store.write() as connection:
            return connection.execute(
                sa.insert(table).values(carrier=self.carrier, thread_id=self.thread, **values).returning(table.c.id)
            ).scalar_one()

    @property
    def now(self):
        return NOW + timedelta(minutes=self.minute)

    def reply(self, text: str, **more) -> int:
        return self.add(
            inbox,
            **{"channel": "twilio", "provider_id": f"SM{self.carrier}{self.minute}", "text": text, "media": [], "extra": {},
               "received_at": self.now, "via": "webhook", "path": [], **more},
        )  # fmt: skip

    def text(self, text: str, **more) -> int:
        return self.add(
            outbox,
            **{"channel": "twilio", "recipient": CUSTOMER, "category": "service", "lane": 1, "author": "bot", "text": text,
               "segments": 1, "status": "ready", "created_at": self.now, "due_at": self.now,
               "cause": f"{self.carrier}{self.minute}", **more},
        )  # fmt: skip

    def conversation(self, shipment: int | None, **more) -> int:
        return self.add(
            conversations,
            **{"shipment_id": shipment, "flow": "delivery_options", "flow_hash": "abc", "state": "offered", "version": 3,
               "values": {}, "counters": {}, "turns": 3, "cause": f"c{self.minute}", "started_at": self.now, **more},
        )  # fmt: skip

    def case(self, shipment: int | None = None, **more) -> int:
        return self.add(
            cases,
            **{"shipment_id": shipment, "kind": "delivery", "reason": "unclear reply", "status": "open",
               "opened_at": self.now, "due_at": self.now, "cause": f"k{self.minute}", **more},
        )  # fmt: skip


def parcel_id(store: Store, tracking_no: str) -> int:
    return next(row.id for row in rows(store, shipments) if row.tracking_no == tracking_no)


def test_a_parcel_shows_its_own_messages_in_time_order(demo: Caller, store: Store):
    """Those of its conversations and those that belong to nothing since it exists; not those of another parcel or campaign."""
    demo.parcel("FY1")
    demo.parcel("FY2")
    write = Rows(store)
    write.minute = -10
    write.reply("before the parcel")
    write.minute = 0
    talk, other_talk = write.conversation(parcel_id(store, "FY1")), write.conversation(parcel_id(store, "FY2"))
    campaign = write.conversation(None)
    write.text("menu", conversation_id=talk, shipment_id=parcel_id(store, "FY1"), state="offered")
    write.text("menu of the other", conversation_id=other_talk, shipment_id=parcel_id(store, "FY2"))
    write.text("coupon", conversation_id=campaign)
    write.reply("1", conversation_id=talk, intent="option", branch="1", rule="digit")
    write.text("which one? A/B")
    write.reply("TD")
    page = demo("GET", "/shipments/FY1").json
    assert [(m["direction"], m["text"]) for m in page["messages"]] == [
        ("outbound", "menu"),
        ("inbound", "1"),
        ("outbound", "which one? A/B"),
        ("inbound", "TD"),
    ]
    menu, reply = page["messages"][:2]
    assert (menu["flow"], menu["state"], menu["conversation"]) == ("delivery_options", "offered", talk)
    assert (reply["status"], reply["intent"], reply["branch"], reply["rule"]) == ("received", "option", "1", "digit")
    assert [(c["flow"], c["version"], c["state"]) for c in page["conversations"]] == [
        ("delivery_options", "abc", "offered")
    ]


@pytest.mark.parametrize(
    ("row", "status", "reason"),
    [
        ({"status": "ready"}, "ready", None),
        ({"status": "sending"}, "sending", None),
        ({"status": "accepted", "delivery": "queued"}, "queued", None),
        ({"status": "accepted", "delivery": "delivered"}, "delivered", None),
        ({"status": "accepted"}, "accepted", None),
        ({"status": "refused", "reason": "opted_out"}, "refused", "opted_out"),
        ({"status": "failed", "reason": "no such number", "error_code": "21211"}, "failed", "no such number"),
    ],
)
def test_a_text_has_the_providers_word_or_ours(demo: Caller, store: Store, row: dict, status: str, reason: str | None):
    """`status` is the provider's where it has spoken; `reason` says why a text was not sent (law 16)."""
    demo.parcel()
    Rows(store).text("hello", **row)
    [message] = demo("GET", f"/messages?phone={CUSTOMER.replace('+', '%2B')}").json["messages"]
    assert (message["status"], message["reason"]) == (status, reason)


def test_pages_join_without_a_gap_or_a_repeat(demo: Caller, store: Store):
    """Any page size gives the same list, also where a reply and its answers have the same moment."""
    demo.parcel()
    write = Rows(store)
    for number in range(4):
        at = write.now
        write.reply(f"in {number}", received_at=at, provider_id=f"SM{number}")
        write.text(f"out {number}", created_at=at, cause=f"a{number}")
        write.text(f"out again {number}", created_at=at, cause=f"b{number}")
    whole = [m["id"] for m in demo("GET", "/messages?phone=13800138000").json["messages"]]
    texts = [m["text"] for m in demo("GET", "/messages?phone=13800138000").json["messages"]]
    assert texts[:3] == ["in 0", "out 0", "out again 0"]
    assert len(whole) == 12
    for limit in (1, 2, 3, 5, 12):
        assert _walk(demo, f"/messages?phone=13800138000&limit={limit}", "messages") == whole


def _walk(caller: Caller, path: str, name: str) -> list:
    found, cursor = [], ""
    for _ in range(50):
        page = caller("GET", f"{path}{cursor}").json
        found += [row["id"] for row in page[name]]
        if page["next_cursor"] is None:
            return found
        cursor = f"&cursor={page['next_cursor']}"
    raise AssertionError("pages without end")


def test_since_begins_the_list(demo: Caller, store: Store):
    """`since` is included, in any zone."""
    demo.parcel()
    write = Rows(store)
    for number in range(3):
        write.reply(f"in {number}")
    since = "2026-11-21T14:01:00%2B08:00"
    assert [m["text"] for m in demo("GET", f"/messages?phone=13800138000&since={since}").json["messages"]] == [
        "in 1",
        "in 2",
    ]


def test_a_plus_that_was_not_escaped_is_understood(demo: Caller, store: Store):
    """`?phone=+86…` arrives as a space and is read as what was meant; an unknown number has no messages."""
    demo.parcel()
    Rows(store).reply("1")
    assert len(demo("GET", f"/messages?phone={CUSTOMER}").json["messages"]) == 1
    assert demo("GET", "/messages?phone=%2B8613900139000").json == {"messages": [], "next_cursor": None}


@on_sqlite
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "phone"),
        ("phone=12", "phone"),
        ("phone=hello", "phone"),
        ("phone=13800138000&since=2026-11-21", "since"),
        ("phone=13800138000&limit=0", "limit"),
        ("phone=13800138000&limit=501", "limit"),
        ("phone=13800138000&limit=1e2", "limit"),
        ("phone=13800138000&cursor=AAAA", "cursor"),
        ("phone=13800138000&cursor=a%20b", "cursor"),
        ("phone=13800138000&cursor=WzksMSwxLDE", "cursor"),
        ("phone=13800138000&cursor=WzFlOSwwLDAsMV0", "cursor"),
        ("phone=13800138000&cursor=Wzk5OTk5OTk5OTk5OTk5OTksMCwwLDFd", "cursor"),
        ("phone=13800138000&sinse=1", "sinse"),
        ("phone=13800138000&phone=13900139000", "phone"),
    ],
)
def test_an_unusable_query_names_its_parameter(demo: Caller, query: str, field: str):
    """422, also for a name that we would have to ignore."""
    answer = demo("GET", f"/messages?{query}")
    assert (answer.status_code, field in [e["field"] for e in answer.json["errors"]]) == (422, True)


def test_cases_are_listed_by_status_and_paged(demo: Caller, store: Store):
    """In the order in which they were opened, with their parcel and customer."""
    demo.parcel()
    write = Rows(store)
    ids = [write.case(parcel_id(store, "FY1"), status=status) for status in ("open", "closed", "open", "claimed")]
    assert _walk(demo, "/cases?limit=1", "cases") == ids
    assert _walk(demo, "/cases?status=open&limit=1", "cases") == [ids[0], ids[2]]
    [case] = demo("GET", "/cases?status=claimed").json["cases"]
    assert (case["tracking_no"], case["phone"], case["kind"]) == ("FY1", CUSTOMER, "delivery")
    assert demo("GET", "/cases?status=waiting").status_code == 422
    assert [c["id"] for c in demo("GET", "/shipments/FY1").json["cases"]] == ids


def test_instructions_are_shown_with_the_parcel(demo: Caller, store: Store):
    """What was asked of the carrier's system, with its parameters."""
    demo.parcel()
    with store.write() as connection:
        connection.execute(
            sa.insert(instructions).values(
                carrier="demo", shipment_id=parcel_id(store, "FY1"), kind="hold", params={"until": "3d"}, status="recorded",
                due_at=NOW, created_at=NOW, cause="i1",
            )
        )  # fmt: skip
    [instruction] = demo("GET", "/shipments/FY1").json["instructions"]
    assert (instruction["kind"], instruction["params"], instruction["status"]) == ("hold", {"until": "3d"}, "recorded")


def test_a_long_list_is_cut_to_the_newest_and_says_so(demo: Caller, store: Store):
    """500 events are given, the newest, and `truncated` names the list."""
    from bot.store.tables import tracking_events

    demo.parcel()
    event = {"carrier": "demo", "shipment_id": parcel_id(store, "FY1"), "type": "in_transit", "at": NOW, "data": {}}
    with store.write() as connection:
        connection.execute(
            sa.insert(tracking_events), [{**event, "event_id": f"e{n}", "received_at": NOW} for n in range(502)]
        )
    page = demo("GET", "/shipments/FY1").json
    assert [page["events"][0]["event_id"], page["events"][-1]["event_id"], len(page["events"])] == ["e2", "e501", 500]
    assert page["truncated"] == ["events"]
