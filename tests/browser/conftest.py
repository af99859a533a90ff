"""The whole product as a real process, and a real Chromium in front of it.

Each test begins with a customer who has never heard from us. A test fails when a page wrote an error to the console, threw,
or broke its Content-Security-Policy, unless the test said that it would.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect, sync_playwright

from tests.support.processes import ROOT, Process
from tests.support.services import free_port

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
PATIENCE = 20_000
"""Milliseconds after which something that should appear counts as missing; no test waits so long when all is well."""

WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.__violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.process)
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass(frozen=True)
class Server:
    """`python app.py`, running."""

    url: str
    name: str
    password: str
    process: Process
    data: Path

    def command(self, *words: str) -> str:
        """Run `python -m bot …` against the same data; what it printed."""
        output = self.data / "command.out"
        process = Process([sys.executable, "-m", "bot", *words], self.environment, output, ROOT)
        assert process.wait() == 0, process.output()
        return process.output()

    @property
    def environment(self) -> dict[str, str]:
        return {"PORT": self.url.rpartition(":")[2], "BOT_DATA_DIR": str(self.data)}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The embedded whole on a port and a folder of its own."""
    folder = tmp_path_factory.mktemp("browser")
    port = free_port()
    process = Process(
        [sys.executable, "app.py"], {"PORT": str(port), "BOT_DATA_DIR": str(folder / "data")}, folder / "app.out", ROOT
    )
    try:
        url = f"http://127.0.0.1:{port}"
        process.wait_for("/simulator", 60)
        process.wait_for_http(f"{url}/readyz", 60)
        login = re.search(r"name (\S+), password (\S+)", process.output())
        assert login, process.output()
        yield Server(url, login[1], login[2], process, folder / "data")
    finally:
        process.reap()


def chromium() -> str | None:
    """Where a Chromium is: CHROMIUM, the system's, or None for Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chrome(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


@dataclass
class Eyes:
    """Watches every page of a test for what must not happen."""

    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"threw: {error}"))

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(words in text for words in self.expected):
            self.complaints.append(f"{kind}: {text}")


@pytest.fixture
def eyes() -> Iterator[Eyes]:
    watching = Eyes()
    yield watching
    assert watching.complaints == []


Open = Callable[..., Page]


@pytest.fixture
def open_page(chrome: Browser, server: Server, eyes: Eyes) -> Iterator[Open]:
    """Opens a path in a browser of its own (`context=None`) or in one that is there already."""
    contexts: list[BrowserContext] = []

    def begin(path: str = "/", context: BrowserContext | None = None, **options: object) -> Page:
        if context is None:
            given = {"viewport": WIDE, "locale": "en-GB", "base_url": server.url, **options}
            context = chrome.new_context(**given)
            context.set_default_timeout(PATIENCE)
            context.add_init_script(WATCH)
            contexts.append(context)
        page = context.new_page()
        eyes.watch(page)
        page.goto(path)
        return page

    expect.set_options(timeout=PATIENCE)
    yield begin
    for context in contexts:
        for page in context.pages:
            violations = page.evaluate("window.__violations ?? []")
            assert violations == [], page.url
        context.close()


class Phone:
    """The simulator's page in the hands of a test."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def afresh(self) -> Phone:
        """A customer who has never heard from us."""
        number = self.page.locator(".sender .nums")
        former = number.inner_text()
        self.page.get_by_role("button", name="Start afresh with a new number").click()
        expect(number).not_to_have_text(former)
        expect(self.page.locator("#phone-empty")).to_be_visible()
        return self

    def press(self, event: str, parcel: int = 0) -> None:
        self.page.locator(".parcel").nth(parcel).get_by_role("button", name=event, exact=True).click()

    def write(self, text: str) -> None:
        self.page.get_by_label("Write as the customer").fill(text)
        self.page.keyboard.press("Enter")

    def key(self, key: str) -> None:
        self.page.locator(".digits").get_by_role("button", name=key, exact=True).click()

    def skip(self, by: str) -> None:
        self.page.get_by_label("Other length").fill(by)
        self.page.get_by_role("button", name="Skip", exact=True).click()
        expect(self.page.locator("#notice")).to_contain_text("It is now")

    @property
    def received(self) -> Locator:
        return self.page.locator(".text-theirs .bubble")

    @property
    def written(self) -> Locator:
        return self.page.locator(".text-ours .bubble")

    def hears(self, words: str) -> None:
        """The newest text on the phone says so."""
        expect(self.received.last).to_contain_text(words)

    def talk(self, flow: str) -> Locator:
        return self.page.locator(f'.talk-card[data-flow="{flow}"]').first

    def stands(self, flow: str, state: str) -> None:
        """The newest conversation of this flow is in this state."""
        expect(self.page.locator(f'.talk-card[data-flow="{flow}"][data-state="{state}"]').first).to_be_visible()


@pytest.fixture
def phone(open_page: Open) -> Phone:
    """The simulator with a fresh customer."""
    return Phone(open_page("/simulator")).afresh()


@pytest.fixture
def console(open_page: Open, server: Server) -> Page:
    """The console, signed in."""
    page = open_page("/console")
    sign_in(page, server.name, server.password)
    return page


def sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#queue")).to_be_visible()
