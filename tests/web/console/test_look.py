"""What all pages share: vendored libraries as pinned, words in both languages, nothing inline, assets by content."""

from __future__ import annotations

import hashlib
import json
import re
import string
from pathlib import Path

import pytest

from bot.store.staff import Staff
from bot.web import shape
from bot.web.console.case import OUTCOMES
from bot.web.flows import drawing
from bot.web.words import chinese
from tests.support.world import World
from tests.web.console.conftest import Browser

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "bot" / "web"
PAGES = sorted(WEB.rglob("*.html"))
CODE = sorted(WEB.rglob("*.py"))
SAID = re.compile(r"""\bt\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def words_on_pages() -> set[str]:
    """Every text that a template or a view asks a translation for, and every row of the tables of words."""
    found = {a or b for file in (*PAGES, *CODE) for a, b in SAID.findall(file.read_text(encoding="utf-8"))}
    tables = [words for _, words in (*shape.DELIVERY.values(), *shape.OURS.values())]
    named = [shape.LABELS.get(key) or key.replace("_", " ").capitalize() for key in (*OUTCOMES, *shape.LABELS)]
    tables += [*drawing.KINDS.values(), *drawing.READINGS.values(), *drawing.CLAIMS.values()]
    return found | set(tables) | set(shape.REASONS.values()) | set(shape.ROUTES.values()) | set(named)


def test_what_is_vendored_is_what_is_pinned() -> None:
    """Each file of `static/vendor` has the hash that `tools/vendor.json` notes, and there is no other."""
    pinned = {
        file["as"]: file["sha256"]
        for package in json.loads((ROOT / "tools" / "vendor.json").read_text()).values()
        for file in package["files"].values()
    }
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (WEB / "static" / "vendor").iterdir()}
    assert there == pinned
    assert any("LICENSE" in name for name in there)


def test_every_text_has_its_chinese() -> None:
    """A Chinese agent meets no English but what flows and carriers themselves say."""
    assert sorted(words_on_pages() - chinese().keys()) == []


def test_translations_keep_their_blanks() -> None:
    """`{n}` in English is `{n}` in Chinese, so that no page breaks in one language only."""

    def blanks(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [
        english for english, said in chinese().items() if "`" not in english and blanks(english) != blanks(said)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_inline(page: Path) -> None:
    """No script, style or event handler in a template: the policy forbids them, and a page must not find out in use."""
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:|hx-vals=.js:", text)
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.DOTALL):
        assert "csrf_token" in form or "hidden()" in form, page.name


def test_assets_change_address_with_their_content(world: World, lin: Staff) -> None:
    """A page names each asset by its hash: kept for a year under it, not kept under another, 404 for what is not there."""
    browser = Browser(world)
    browser.get("/")
    [style] = re.findall(r'href="(/assets/[0-9a-f]{16}/css/base\.css)"', browser.page)
    kept = browser.client.get(style)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert kept.mimetype == "text/css"
    old = browser.client.get("/assets/0000000000000000/css/base.css")
    assert (old.status_code, old.headers["Cache-Control"]) == (200, "no-cache")
    for path in ("css/none.css", "../pages.py", "%2e%2e/pages.py", "css/../../pages.py"):
        assert browser.client.get(f"/assets/0000000000000000/{path}").status_code == 404, path


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+8613800138000", "+86138••••8000"),
        ("+12025550123", "+120••••0123"),
        ("+4917612345678", "+49176••••5678"),
        ("+85251234567", "+852••••4567"),
        ("+12345", "••••"),
    ],
)
def test_a_masked_phone_hides_enough(phone: str, shown: str) -> None:
    """At most country, first digits and the last four are left, and never the whole number."""
    assert shape.masked(phone) == shown
