"""The simulator without a browser: who may use it, that it goes the real way, and that it never deletes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import CarrierClock
from bot.store import tables
from bot.store.tables import conversations, inbox, outbox, shipments, threads, tracking_events
from tests.support.world import PARCEL, PHONE, World
from tests.web.console.conftest import Browser

FRESH = "+8613800138001"


@pytest.fixture
def bench(world: World) -> Browser:
    """The simulator's page."""
    browser = Browser(world)
    assert browser.get("/simulator").status_code == 200
    return browser


def press(browser: Browser, act: str, **form: str) -> str:
    """A button of the page, as htmx presses it; what the page then says."""
    page = browser.page
    data = {"csrf_token": browser.token(), **form}
    answer = browser.client.post(f"/simulator/{act}", data=data, headers={"HX-Request": "true"})
    browser.page = page
    assert answer.status_code in {200, 422}, answer.text
    return answer.text


def count(world: World, table: sa.Table) -> int:
    return len(world.rows(table))


def test_looking_changes_nothing(world: World, bench: Browser) -> None:
    """A GET writes no row: neither customer nor parcel are there before a button is pressed."""
    bench.get("/simulator/live")
    assert count(world, threads) == count(world, shipments) == 0


def test_an_event_and_a_reply_go_through_the_real_turns(world: World, bench: Browser) -> None:
    """Tracking event, outbox, worker, phone; reply, state; each in the tables of the real thing."""
    press(bench, "event", tracking_no=PARCEL, type="out_for_delivery")
    assert count(world, tracking_events) == 1
    [text] = world.rows(outbox)
    assert text.status == "ready"
    assert "【风驰速运】" not in bench.get("/simulator/live").text.split('id="behind"')[0].split("#behind")[0]
    world.send()
    assert "回复1要求暂存" in bench.get("/simulator/live").text
    bench.get("/simulator")
    press(bench, "reply", text="1")
    [heard] = world.rows(inbox)
    assert (heard.via, heard.text, heard.branch) == ("simulator", "1", "1")
    assert [row.state for row in world.rows(conversations)] == ["held"]


def test_a_second_delivery_of_a_message_is_the_first(world: World, bench: Browser) -> None:
    """The inbox holds it once, and the page says so."""
    assert "has not written anything" in press(bench, "again")
    press(bench, "reply", text="你好")
    assert "nothing happened twice" in press(bench, "again")
    assert count(world, inbox) == 1


def test_an_unchanged_phone_is_answered_204(world: World, bench: Browser) -> None:
    """The page asks every second and pays nothing while nothing happens."""
    version = re.search(r'data-version="(\w+)"', bench.page)
    assert version
    assert bench.client.get("/simulator/live", headers={"X-Version": version[1]}).status_code == 204
    press(bench, "reply", text="你好")
    assert bench.client.get("/simulator/live", headers={"X-Version": version[1]}).status_code == 200


def test_starting_afresh_deletes_nothing(world: World, bench: Browser) -> None:
    """The next customer has the next number and parcels with the same tails; the former rows are all still there."""
    press(bench, "event", tracking_no=PARCEL, type="out_for_delivery")
    before = {table.name: count(world, table) for table in tables.metadata.sorted_tables}
    answer = bench.client.post("/simulator/restart", data={"csrf_token": bench.token()}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == "/simulator?carrier=demo" or "/simulator" in answer.headers["HX-Redirect"]
    after = {table.name: count(world, table) for table in tables.metadata.sorted_tables}
    assert all(after[name] >= before[name] for name in before)
    bench.get("/simulator")
    assert FRESH in bench.page
    fresh = world.rows(shipments, shipments.c.tracking_no != PARCEL)
    assert {row.tracking_no[-4:] for row in fresh} == {"8896", "1234"}
    former = bench.client.get("/simulator", query_string={"phone": PHONE})
    assert former.status_code == 200


def test_no_text_to_a_made_up_number_can_leave_through_a_provider(world: World, bench: Browser) -> None:
    """The demo's customer is tied to the simulator's channel, also where the carrier's first channel is another."""
    press(bench, "event", tracking_no=PARCEL, type="out_for_delivery")
    assert [row.channel for row in world.rows(threads)] == ["simulator"]
    assert {row.channel for row in world.rows(outbox)} == {"simulator"}


def test_a_customer_of_another_channel_is_no_phone_here(world: World, bench: Browser) -> None:
    """Whoever wrote by Twilio can be neither watched nor spoken for."""
    world.parcel("FY0000000099", "+12025550177")
    world.reply("hello", phone="+12025550177", channel="twilio")
    assert bench.client.get("/simulator", query_string={"phone": "+12025550177"}).status_code == 404
    form = {"csrf_token": bench.token(), "phone": "+12025550177", "text": "1"}
    assert bench.client.post("/simulator/reply", data=form).status_code == 404


@pytest.mark.parametrize(
    ("host", "address", "headers"),
    [
        ("127.0.0.1", "192.0.2.9", {}),
        ("127.0.0.1", "127.0.0.1", {"X-Forwarded-For": "192.0.2.9"}),
        ("127.0.0.1", "127.0.0.1", {"Forwarded": "for=192.0.2.9"}),
        ("rebound.example", "127.0.0.1", {}),
    ],
)
def test_only_this_machine_may_speak_as_the_customer(
    bench: Browser, host: str, address: str, headers: dict[str, str]
) -> None:
    """Neither from afar, nor through a proxy, nor by a foreign name that points here."""
    environ = {"REMOTE_ADDR": address}
    answer = bench.client.get("/simulator", base_url=f"http://{host}", environ_base=environ, headers=headers)
    assert answer.status_code == 403
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["localhost:5000", "127.0.0.1:5000", "[::1]:5000"])
def test_this_machine_by_any_of_its_names(bench: Browser, host: str) -> None:
    """Loopback has several names."""
    assert bench.client.get("/simulator", base_url=f"http://{host}").status_code == 200


def test_without_a_simulator_channel_there_is_no_simulator(world: World) -> None:
    """404 with what to write into carrier.yaml; the front page does not offer it."""
    world.parts = replace(world.parts, channels={})
    browser = Browser(world)
    assert browser.get("/simulator").status_code == 404
    assert "kind: simulator" in browser.words
    browser.get("/")
    assert 'href="/simulator"' not in browser.page


def test_the_clock_skips_forward_and_never_back(world: World) -> None:
    """Seconds that were skipped are in the database, for all processes; nonsense is explained."""
    world.parts = replace(world.parts, clock=CarrierClock(world.store, refresh_seconds=0))
    browser = Browser(world)
    browser.get("/simulator")
    before = world.parts.clock.now("demo")
    assert "It is now" in press(browser, "clock", by="1h30m")
    assert world.parts.clock.now("demo") - before >= timedelta(minutes=90)
    assert {"fire_timers", "drain_outbox"} <= set(world.rung)
    for nonsense in ("", "-4h", "soon", "9999d", "0m"):
        assert "bad" in press(browser, "clock", by=nonsense), nonsense


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("event", {"type": "explode", "tracking_no": PARCEL}),
        ("event", {"type": "delivered", "tracking_no": "NOPE"}),
        ("campaign", {"number": "7"}),
        ("campaign", {"number": "x"}),
        ("language", {"locale": "tlh"}),
    ],
)
def test_what_the_page_does_not_offer_is_refused_in_words(
    world: World, bench: Browser, act: str, form: dict[str, str]
) -> None:
    """A forged press changes nothing and says what is wrong."""
    assert 'class="notice bad"' in press(bench, act, **form)
    assert count(world, outbox) == 0


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud83d", "😀" * 900, "长" * 2000, "<b>x</b>"])
def test_any_text_can_be_typed(world: World, bench: Browser, text: str) -> None:
    """Whatever a phone can send, the page takes and shows as text."""
    press(bench, "reply", text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    assert count(world, inbox) == 1
    assert "<b>x</b>" not in bench.client.get("/simulator/live").text


def test_a_coupon_campaign_says_what_the_demo_file_says(world: World, bench: Browser) -> None:
    """The offer's words are in the text; Y brings a code from the file's pool, and a second campaign the same one."""
    press(bench, "event", tracking_no=PARCEL, type="out_for_delivery")  # a promotion is nobody's first text
    world.send()
    press(bench, "reply", text="1")
    world.send()
    press(bench, "campaign", number="0")
    world.wait(hours=2, minutes=30)  # promotions wait for the afternoon
    assert "满30减10元" in world.texts()[-1]
    press(bench, "reply", text="Y")
    world.send()
    code = re.search(r"QIU-[A-Z0-9-]+", world.texts()[-1])
    assert code


def test_a_carrier_without_a_demo_file_has_what_its_flows_hear(world: World, tmp_path: Path) -> None:
    """A parcel made up, a button for every event that begins a flow, and the flow begins when it is pressed."""
    empty = tmp_path / "flows"
    empty.mkdir()
    world.parts = replace(world.parts, settings=replace(world.parts.settings, flows_dir=empty))
    browser = Browser(world)
    assert browser.get("/simulator").status_code == 200
    for event in ("out_for_delivery", "delivered", "slot_suggested"):
        assert f'value="{event}"' in browser.page
    [tracking_no] = re.findall(r'name="tracking_no" value="([^"]+)"', browser.page)
    press(browser, "event", tracking_no=tracking_no, type="out_for_delivery")
    world.send()
    assert "回复1要求暂存" in browser.get("/simulator/live").text
