"""The flow page in a real Chromium: the graph is drawn under the strict policy, chosen by mouse and keyboard, and fits a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Open, Phone, Server, sign_in
from tests.browser.test_every_page import look_over

OPTIONS = "/flows/demo/delivery_options"
TABS = ("graph", "yaml", "simulator", "transcripts", "versions")


@pytest.fixture
def flows(open_page: Open, server: Server) -> Page:
    """Signed in, at the list of flows."""
    page = open_page("/console")
    sign_in(page, server.name, server.password)
    page.goto("/flows")
    return page


def test_from_the_list_to_the_graph(flows: Page) -> None:
    """Every state and edge of the list is drawn, labelled, with no error and no violation."""
    flows.get_by_role("link", name="delivery_options").click()
    graph = flows.locator("svg.flow")
    expect(graph).to_be_visible()
    listed = flows.locator("[data-state]").count()
    assert listed >= 9
    expect(graph.locator("[data-node]")).to_have_count(listed)
    labels = graph.locator(".edge-label").all_text_contents()
    for words in ("out_for_delivery", "1", "2", "[shipment.redirectable]", "silence", "not understood", "a time"):
        assert any(words in label for label in labels), (words, labels)
    missing = flows.evaluate(
        "() => [...document.querySelectorAll('.states .way')].map((way) => [way.closest('[data-state]')?.dataset.state ?? '[*]', way.dataset.to])"
        ".filter(([a, b]) => b !== '[*]' && !document.querySelector(`path[data-from='${a}'][data-to='${b}']`))"
    )
    assert missing == []


def test_nothing_drawn_lies_on_another_state(flows: Page) -> None:
    """States do not overlap, in each flow of the carrier."""
    links = flows.locator(".flow-rows .row-link").evaluate_all("all => all.map((a) => a.href)")
    assert len(links) > 8
    for link in links:
        flows.goto(link)
        expect(flows.locator("svg.flow")).to_be_visible()
        overlapping = flows.evaluate(
            "() => { const boxes = [...document.querySelectorAll('[data-node] > .shape:first-child')].map((e) => e.getBoundingClientRect());"
            "return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length; }"
        )
        assert overlapping == 0, link


def test_a_click_shows_a_state_and_leads_to_its_line(flows: Page) -> None:
    """Texts in both languages with their cost, what it leads to, and the line of the YAML."""
    flows.goto(OPTIONS)
    flows.locator("[data-node=offered] .name").click()
    detail = flows.locator("#detail")
    expect(detail.locator("h3")).to_contain_text("offered")
    expect(detail.locator('[lang="zh-CN"]').first).to_contain_text("回复1")
    expect(detail.locator('[lang="en"].bubble').first).to_contain_text("Reply 1")
    expect(detail).to_contain_text("1 SMS")
    expect(flows.locator("[data-node=offered]")).to_have_attribute("aria-pressed", "true")
    detail.locator("[data-goes=held]").first.click()
    expect(detail.locator("h3")).to_have_text("held")
    expect(flows.locator("[data-node=held]")).to_be_focused()
    detail.locator(".kind a").click()
    line = flows.locator(".lines li:target")
    expect(line).to_contain_text("held:")
    expect(line).to_be_in_viewport()


def test_the_graph_is_walked_by_keyboard(flows: Page) -> None:
    """Tab reaches the states, Enter chooses one, the one that has the focus is in sight."""
    flows.goto(OPTIONS)
    flows.locator("[data-zoom=fit]").focus()
    flows.keyboard.press("Tab")
    first = flows.locator("[data-node]").first
    expect(first).to_be_focused()
    flows.keyboard.press("Enter")
    expect(flows.locator("#detail h3")).to_contain_text(first.get_attribute("data-node") or "?")
    for _ in range(flows.locator("[data-node]").count() - 1):
        flows.keyboard.press("Tab")
    last = flows.locator("[data-node]").last
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()


def test_zoom_pan_and_fit(flows: Page) -> None:
    """Buttons and dragging move what is seen; Fit shows all of it."""
    flows.goto(OPTIONS)
    graph = flows.locator("svg.flow")
    seen = graph.get_attribute("viewBox")
    flows.get_by_role("button", name="Larger").click()
    larger = graph.get_attribute("viewBox")
    assert float(larger.split()[2]) < float(seen.split()[2])
    box = graph.bounding_box()
    flows.mouse.move(box["x"] + 20, box["y"] + box["height"] - 20)
    flows.mouse.down()
    flows.mouse.move(box["x"] + 120, box["y"] + box["height"] - 90)
    flows.mouse.up()
    assert graph.get_attribute("viewBox").split()[:2] != larger.split()[:2]
    flows.get_by_role("button", name="Fit").click()
    outside = flows.evaluate(
        "() => { const all = document.querySelector('svg.flow').getBoundingClientRect();"
        "return [...document.querySelectorAll('[data-node]')].filter((e) => { const b = e.getBoundingClientRect();"
        "return b.left < all.left - 1 || b.right > all.right + 1 || b.top < all.top - 1 || b.bottom > all.bottom + 1; }).length; }"
    )
    assert outside == 0


def test_who_is_where_shows_on_the_graph(phone: Phone, flows: Page) -> None:
    """A customer who was asked is counted at the state that waits for them."""
    phone.press("Out for delivery")
    phone.hears("回复1")
    flows.goto(OPTIONS)
    expect(flows.locator("[data-node=offered] .now")).to_be_visible()
    assert int(flows.locator("[data-node=offered] .now").text_content() or 0) >= 1


def test_without_javascript_the_list_says_it(open_page: Open, server: Server) -> None:
    """No empty canvas: the states, their ways and texts are there as a list."""
    page = open_page("/console/login?next=/flows", java_script_enabled=False)
    page.locator("#name").fill(server.name)
    page.locator("#password").fill(server.password)
    page.locator("main button").click()
    page.goto(OPTIONS)
    expect(page.locator("#graph")).to_be_hidden()
    expect(page.locator("#state-offered .way").first).to_be_visible()


def test_transcripts_run_and_show_the_dialogue(flows: Page) -> None:
    """One press: what passed, how much of the flow, and what was said."""
    flows.goto("/flows/demo/proxy_signoff?tab=transcripts")
    flows.get_by_role("button", name="Run them").click()
    expect(flows.locator(".result .mark").first).to_contain_text("passed")
    flows.locator(".case-run summary").first.click()
    expect(flows.locator(".case-run .said-bot").first).to_be_visible()


@pytest.mark.parametrize(("scheme", "locale"), [("light", "en-GB"), ("dark", "zh-CN")])
def test_every_flow_page_is_sound(open_page: Open, server: Server, scheme: str, locale: str) -> None:
    """List, every tab, a chosen state: names, contrast, no sideways scrolling at 1280 and 360 px."""
    page = open_page("/console/login?next=/flows", color_scheme=scheme, locale=locale, reduced_motion="reduce")
    page.locator("#name").fill(server.name)
    page.locator("#password").fill(server.password)
    page.locator("main button").click()
    page.goto("/flows")
    look_over(page)
    for tab in TABS:
        page.goto(f"{OPTIONS}?tab={tab}")
        look_over(page)
    page.set_viewport_size(NARROW)
    page.goto(OPTIONS)
    page.locator("[data-node=offered]").click()
    look_over(page)
