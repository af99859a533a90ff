"""A parcel's conversation through the whole system: real server, queue, worker and clock; Twilio and the carrier's system outside."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.parse
import urllib.request

import pytest

from bot.settings import valkey_socket
from bot.store import tables
from tests.support.installation import Installation, wait

LI, WANG, ANN = "+8613800138001", "+8613800138002", "+14155550123"


@pytest.mark.timeout(300)
def test_a_reply_goes_all_the_way(here, run, twilio, system):
    """Event in, text out, reply in, confirmation out, instruction delivered and signed, a case for the furious; shown by GET."""
    process = run(here)
    here.parcel("FY1234568896", LI)
    here.event("FY1234568896")
    assert "回复1要求暂存" in here.wait_for_text(LI, "8896")

    answer = here.text_from(LI, "1")
    assert [d["status"] for d in answer["deliveries"]] == [200]
    assert answer["deliveries"][0]["body"].endswith("<Response/>")
    assert "已暂存" in here.wait_for_text(LI, "暂存，为您保留3天")

    wait(system.taken, "the instruction")
    payload = system.taken()[0]
    assert (payload["type"], payload["data"]["tracking_no"]) == ("instruction.hold", "FY1234568896")
    assert [d["status"] for d in system.deliveries] == [200]

    here.text_from(LI, "太差劲了，我要投诉你们！")
    wait(lambda: len(here.phone(LI)) == 3, "an answer to the complaint")
    wait(lambda: here.settled(LI), "everything settled")
    wait(lambda: {row.delivery for row in here.outbox(LI)} == {"delivered"}, "delivery reports")
    everything_is_shown(here)

    assert process.end() == 0
    process.wait_for_nobody()


def everything_is_shown(here: Installation) -> None:
    seen = here.shipment("FY1234568896")
    assert [event["type"] for event in seen["events"]] == ["out_for_delivery"]
    assert {"flow": "delivery_options", "state": "held"}.items() <= seen["conversations"][0].items()
    assert [m["text"] for m in seen["messages"] if m["direction"] == "inbound"] == ["1", "太差劲了，我要投诉你们！"]
    assert [m["status"] for m in seen["messages"] if m["direction"] == "outbound"] == ["delivered"] * 3
    assert [case["kind"] for case in seen["cases"]] == ["complaint"]
    assert [(i["kind"], i["status"]) for i in seen["instructions"]] == [("hold", "delivered")]
    assert [case["kind"] for case in here.api("GET", "/cases?status=open")["cases"]] == ["complaint"]


@pytest.mark.timeout(300)
def test_it_goes_on_where_it_left_off(here, run, twilio, system):
    """Ended between question and answer, and killed outright between reply and confirmation: nothing is lost, nothing doubled."""
    process = run(here)
    for number, phone in (("FY0000000001", LI), ("FY0000000002", WANG)):
        here.parcel(number, phone)
        here.event(number)
        here.wait_for_text(phone, "回复1要求暂存")
    assert process.end() == 0
    process.wait_for_nobody()

    process = run(here)
    here.text_from(LI, "1")
    here.wait_for_text(LI, "已暂存")
    wait(lambda: len(system.taken()) == 1, "the instruction")

    twilio.rule("rate_limit", to=WANG, times=1, retry_after="3")
    assert here.text_from(WANG, "1")["deliveries"][0]["status"] == 200
    wait(lambda: here.outbox(WANG)[-1].attempts == 1 and here.outbox(WANG)[-1].status == "ready", "a first try")
    process.kill()
    process.wait_for_nobody()
    process = run(here)
    here.wait_for_text(WANG, "已暂存")
    wait(lambda: len(system.taken()) == 2, "the second instruction")
    wait(here.settled, "everything settled")
    for phone in (LI, WANG):
        assert len(here.phone(phone)) == 2
    assert process.end() == 0


@pytest.mark.timeout(300)
def test_a_second_worker_and_a_second_clock_do_no_harm(here, run, start, twilio, system):
    """Two of each on the same database and queue: every customer is asked once, confirmed once, instructed once."""
    run(here)
    redis_url = f"unix://{valkey_socket(here.folder / 'data')}"
    for part in (("worker",), ("clock", "--tick", "0.2")):
        start("-m", "bot", *part, env=here.environment(REDIS_URL=redis_url))
    health = f"{here.url}/metrics"
    customers = [f"+86138001381{n:02}" for n in range(12)]
    for n, phone in enumerate(customers):
        here.parcel(f"FY20000000{n:02}", phone)
        here.event(f"FY20000000{n:02}")
    for phone in customers:
        here.wait_for_text(phone, "回复1要求暂存")
        here.text_from(phone, "1")
    for phone in customers:
        here.wait_for_text(phone, "已暂存")
    wait(lambda: len(system.taken()) == len(customers), "all instructions")
    wait(here.settled, "everything settled")
    assert [len(here.phone(phone)) for phone in customers] == [2] * len(customers)
    assert len({d["id"] for d in system.deliveries}) == len(system.deliveries) == len(customers)
    with urllib.request.urlopen(health, timeout=10) as answer:
        assert answer.status == 200


@pytest.mark.timeout(300)
def test_replies_are_recovered_that_no_webhook_brought(here, run, twilio):
    """The webhook's address is wrong at Twilio: the poll of Twilio's own list brings the reply."""
    run(here, POLL_SECONDS="1")
    here.parcel("FY1234568896", LI)
    here.event("FY1234568896")
    here.wait_for_text(LI, "回复1要求暂存")
    twilio.inbound(LI, "1", post=False)
    here.wait_for_text(LI, "已暂存")
    assert [(row.via, row.text) for row in here.rows(tables.inbox)] == [("poll", "1")]


# ── without Twilio ───────────────────────────────────────────────────────────────────────────────


class Browser:
    """Opens pages and sends their forms, cookies and all."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open

    def get(self, path: str) -> str:
        with self._open(self.url + path, timeout=20) as answer:
            return answer.read().decode()

    def send(self, path: str, **form: str) -> str:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/simulator"))
        assert token is not None
        body = urllib.parse.urlencode({"csrf_token": token[1], "carrier": "demo", **form}).encode()
        with self._open(self.url + path, body, timeout=20) as answer:
            return answer.read().decode()


@pytest.mark.timeout(300)
def test_without_any_provider_the_simulator_is_the_phone(tmp_path, database_url, run):
    """No Twilio account at all: an event pressed and a reply typed on the simulator's page move the same machine."""
    here = Installation(tmp_path, database_url, twilio=None)
    process = run(here)
    page = Browser(here.url)
    first = page.get("/simulator")
    phone = re.search(r'name="phone" value="([^"]+)"', first)
    tracking = re.search(r'name="tracking_no" value="([^"]+)"', first)
    assert phone is not None
    assert tracking is not None
    page.send("/simulator/event", phone=phone[1], tracking_no=tracking[1], type="out_for_delivery")
    wait(lambda: "回复1要求暂存" in page.get("/simulator"), "the question on the page")
    page.send("/simulator/reply", phone=phone[1], text="1")
    wait(lambda: "已暂存" in page.get("/simulator"), "the confirmation on the page")
    seen = here.shipment(tracking[1])
    assert [(i["kind"], i["status"]) for i in seen["instructions"]] == [("hold", "recorded")]
    wait(lambda: {row.status for row in here.rows(tables.outbox)} == {"accepted"}, "everything sent")
    here.close()
    assert process.end() == 0
    process.wait_for_nobody()
