"""Every page in both widths and both colour schemes: no violation, no error, no sideways scrolling, readable, labelled."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, Eyes, Open, Phone, Server, sign_in
from tests.browser.test_console import case_link, complain

UNNAMED = """
() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary, [role=log], nav, dialog')]
  .filter((e) => !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.textContent.trim() || e.labels?.length
                   || e.querySelector('img[alt]')))
  .map((e) => e.outerHTML.slice(0, 120))
"""

TWICE = "() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"

FAINT = """
() => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  const rgba = (color) => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = color; paint.fillRect(0, 0, 1, 1); return paint.getImageData(0, 0, 1, 1).data; };
  const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; })
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const over = (top, under) => { const a = top[3] / 255; return [0, 1, 2].map((i) => top[i] * a + under[i] * (1 - a)); };
  const faint = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!own || !box.width || style.visibility === 'hidden' || e.closest('.hidden, .skip, :disabled, dialog:not([open])')) continue;
    const layers = []; let opacity = 1;
    for (let p = e; p; p = p.parentElement) { layers.unshift(rgba(getComputedStyle(p).backgroundColor)); opacity *= +getComputedStyle(p).opacity; }
    const ground = layers.reduce((under, top) => over(top, under), [255, 255, 255]);
    const ink = rgba(style.color); ink[3] *= opacity;
    const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`);
  }
  return faint;
}
"""


def look_over(page: Page) -> None:
    """What holds for every page. Contrast: WCAG 2.2, 1.4.3."""
    assert page.evaluate(UNNAMED) == [], page.url
    assert page.evaluate(TWICE) == [], page.url
    assert page.evaluate(FAINT) == [], page.url
    expect(page.locator("main h1")).to_have_count(1)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow == 0, f"{page.url} scrolls sideways by {overflow} px at {size['width']} px"
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize(("scheme", "locale"), [("light", "en-GB"), ("dark", "zh-CN")])
def test_every_page_is_sound(
    phone: Phone, open_page: Open, server: Server, eyes: Eyes, scheme: str, locale: str
) -> None:
    """Front page, simulator, log-in, queue in each view, case before and after claiming, notes, errors."""
    eyes.expected += ["404", "422"]
    complain(phone)
    href = case_link(phone)
    page = open_page("/", color_scheme=scheme, locale=locale, reduced_motion="reduce")
    look_over(page)
    for path in ("/nothing-here", "/simulator", "/console/login"):
        page.goto(path)
        look_over(page)
    page.locator("#name").fill(server.name)
    page.locator("#password").fill(server.password)
    page.locator("main button").click()
    for path in (
        "/console",
        "/console?view=mine",
        "/console?view=all",
        "/console?view=closed",
        "/console?q=nobody",
        href,
    ):
        page.goto(path)
        look_over(page)
    page.locator("#do-claim button").click()
    expect(page.locator("#text")).to_be_enabled()
    page.locator(".note-form summary").click()
    page.locator(".closing summary").click()
    look_over(page)
    page.goto("/console/cases/99999")
    look_over(page)


def test_the_way_through_by_tabulator_begins_with_a_skip_link(open_page: Open, server: Server) -> None:
    """The first stop leads past the navigation, and the focus is visible."""
    page = open_page("/console")
    sign_in(page, server.name, server.password)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the content")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_assets_are_kept_by_the_browser_and_change_address_with_their_content(open_page: Open) -> None:
    """Scripts and styles come from hashed addresses with a year's life; nothing is fetched from elsewhere."""
    seen: list[tuple[str, str]] = []
    page = open_page("/")
    page.on("response", lambda r: seen.append((r.url, r.headers.get("cache-control", ""))))
    page.goto("/simulator")
    expect(page.locator("#phone-clock")).to_be_visible()
    assets = [(url, cache) for url, cache in seen if "/assets/" in url]
    assert len(assets) >= 5
    assert all("immutable" in cache for _, cache in assets), assets
    assert all(url.startswith(page.url.split("/simulator")[0]) for url, _ in seen)
