"""The README is true: its settings are the program's, and what it points to is there."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import Settings
from bot.web import webhooks

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_settings_table_is_the_programs() -> None:
    """Every setting with its help, word for word, and no other."""
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    written = re.findall(r"^\| `([A-Z_]+)` \| (.*) \|$", table, re.MULTILINE)
    assert written == Settings.documented()


def test_every_link_of_the_documents_leads_somewhere() -> None:
    """Files that README and docs link to exist."""
    broken = [
        f"{page.name} → {target}"
        for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_webhook_address_of_the_readme_is_routed() -> None:
    """The path that a reader copies into Twilio's console is one that the server answers."""
    assert webhooks.blueprint.url_prefix == "/webhooks"
    assert "/webhooks/demo/twilio/inbound" in README


def test_every_law_names_a_test_that_exists() -> None:
    """The table of laws points at tests, all seventeen of them, and the tests are there."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) .*$", page, re.MULTILINE)
    assert [int(number) for number in rows] == list(range(1, 18))
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) >= 17
    missing = [f"{file}::{test}" for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")]
    assert missing == []
