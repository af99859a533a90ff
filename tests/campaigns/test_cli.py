"""Campaigns, coupons and notices from the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from bot import cli_campaign_results, cli_campaigns, cli_notices
from bot.cli import main
from bot.core.campaigning import GROUPS, CampaignRules
from tests.support.processes import ROOT
from tests.support.world import OTHER, PHONE


@pytest.fixture
def call(town, monkeypatch):
    for module in (cli_campaigns, cli_campaign_results, cli_notices):
        monkeypatch.setattr(module, "parts_of", lambda _: town.parts)
    monkeypatch.setattr(cli_campaign_results, "BETWEEN_LOOKS", 0)

    def run(*words, code=0):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == code, done.output
        return done.output

    return run


def test_a_campaign_by_commands(call, town, tmp_path):
    """Draft with a list, dry run, start, progress, result, export: each says what a person needs."""
    sheet = tmp_path / "customers.csv"
    sheet.write_text(f"phone,name\n{PHONE},王五\n12,\n{OTHER},\n", encoding="utf-8")
    told = call(
        "campaign", "new", "Autumn", "--flow", "coupon", "--csv", str(sheet), "--variant", "A:1:offer=八折", code=1
    )
    assert "Campaign 1 is a draft." in told
    assert f"{sheet}:3: error phone is not" in told
    assert "2 added, 0 there before or twice, 1 not used" in told
    town.agrees(PHONE)
    told = call("campaign", "dry-run", "1")
    assert "would get it" in told
    assert "The customer has not agreed to such messages" in told
    assert json.loads(call("campaign", "dry-run", "1", "--json"))["would_not"] == 2
    assert "Campaign 1 is scheduled" in call("campaign", "start", "1")
    town.run()
    town.send()
    town.pass_(seconds=5)
    assert "Campaign 1 is done." in call("campaign", "status", "1", "--watch")
    assert "complaints against the limit" in call("campaign", "status", "1")
    assert "A" in call("campaign", "result", "1")
    assert f"'{PHONE},王五,A,begun" in call("campaign", "export", "1")
    assert "done" in call("campaign", "list")
    assert "is done, so it cannot be paused" in call("campaign", "pause", "1", code=1)


def test_pause_resume_stop_by_commands(call, town):
    """One command each."""
    town.draft(PHONE)
    call("campaign", "start", "1", "--at", "2026-11-24 09:00")
    assert "is paused" in call("campaign", "pause", "1")
    assert "is scheduled, begins at 2026-11-24T01:00:00+00:00" in call("campaign", "resume", "1")
    assert "is stopped: stopped by hand" in call("campaign", "stop", "1")


def test_coupons_and_notices_by_commands(call, town, tmp_path):
    """Codes and people come from lists; what is left and who has confirmed is shown."""
    codes, people = tmp_path / "codes.csv", tmp_path / "staff.csv"
    codes.write_text("code\nA1\nA1\n", encoding="utf-8")
    people.write_text(f"phone,group,name\n{PHONE},hub2,王五\n", encoding="utf-8")
    assert "1 added, 1 there before or twice" in call("coupons", "import", "autumn", str(codes))
    assert "runs low" in call("coupons", "list")
    call("coupons", "warn-below", "autumn", "1")
    assert "runs low" not in call("coupons", "list")
    call("notice", "people", str(people))
    assert "Notice 1 is on its way." in call("notice", "new", "开班前会", "--group", "hub2")
    town.rung.append("run_campaigns")
    town.run()
    town.send()
    town.reply("1", PHONE)
    town.pass_(seconds=5)
    assert "confirmed" in call("notice", "status", "1").splitlines()[-1]


def test_what_is_wrong_is_one_sentence(call):
    """No traceback for a typo."""
    assert "flow 'nothing' cannot be begun" in call("campaign", "new", "x", "--flow", "nothing", code=1)
    assert "groups" in call("campaign", "new", "x", "--flow", "coupon", "--group", "rich", code=1)
    assert "is no NAME=VALUE" in call("campaign", "new", "x", "--flow", "coupon", "--data", "offer", code=2)


def test_the_manual_has_the_codes_defaults():
    """docs/campaigns.md: every group in its words, every setting with its default."""
    manual = (ROOT / "docs" / "campaigns.md").read_text(encoding="utf-8")
    for name, words in GROUPS.items():
        assert f"| `groups: {name}` | {words} |" in manual
    written = {"attributed_within": "72h", "call_within": "48h"}
    for name, value in CampaignRules().model_dump(exclude=set(written)).items():
        assert f"| `{name}` | {'none' if value is None else value} |" in manual
    for name, value in written.items():
        assert f"| `{name}` | {value} |" in manual
        assert f"{getattr(CampaignRules(), name).total_seconds() / 3600:.0f}h" == value
