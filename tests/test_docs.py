"""The README is true: its settings are the program's, and what it points to is there."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import Settings

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
    from bot.web.webhooks import webhooks

    assert webhooks.url_prefix == "/webhooks"
    assert "/webhooks/demo/twilio/inbound" in README
