"""What the check says of a carrier's settings, and of folders without any."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli_flows import flows as command

FLOWS = Path(__file__).resolve().parents[2] / "flows"
GOOD = """carrier: dux
brand: {en: Dux}
signature: {en: "Dux: "}
locales: [en]
time_zone: Europe/Berlin
standard: [anything_else, complaint]
channels: {simulator: {kind: simulator}}
"""


@pytest.fixture
def check(tmp_path, monkeypatch):
    flows = tmp_path / "flows"
    shutil.copytree(FLOWS / "standard", flows / "standard")
    (flows / "dux").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FLOWS_DIR", "flows")

    def run(text, *words):
        (flows / "dux" / "carrier.yaml").write_text(text)
        return CliRunner().invoke(command, ["check", "--quick", *(words or ("flows/dux",))]).output

    return run


def test_a_small_carrier_is_right(check):
    """Neither errors nor warnings."""
    assert ", 0 errors, 0 warnings" in check(GOOD)


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ("locales: [en]", "locales: [en, en]", "4:15: error VALUE 'en' stands here a second time."),
        ("carrier: dux", "carrier: dax", "1:10: error CARRIER The folder is 'dux', this says 'dax'."),
        ("carrier: dux", "carrier: dux\ncurrency: EURO", "2:11: error VALUE currency: 'EURO' does not fit: three capital letters"),
        ("carrier: dux", "carrier: dux\ncurrency: ZZZ", "2:11: error VALUE 'ZZZ' is no currency: write its three letters, such as EUR"),
        ("carrier: dux", "carrier: dux\nevents: [ev, a b]", "2:14: error NAME 'a b' is no name"),
        ("carrier: dux", "carrier: dux\nfacts: {weight: number}", "2:9: error NAME 'weight' has no place to come from."),
        ("carrier: dux", "carrier: dux\ntexts: {servey: {}}", "2:9: error FLOW 'servey' is no flow. Did you mean 'survey'?"),
        ("carrier: dux", "carrier: dux\ntexts: {zz: {}}", "2:9: error FLOW 'zz' is no flow."),
        ("complaint]", "complant]", "6:27: error FLOW 'complant' is no standard flow. Did you mean 'complaint'?"),
        ('signature: {en: "Dux: "}\n', "", "2:13: warning SIGNATURE 【】 makes every text in en cost about twice"),
        ("standard: [anything_else, complaint]\n", "", "1:1: error POOL Standard flows hand out coupon codes (coupon, coupon_code). Write coupons: [autumn]"),
        ("brand: {en: Dux}", "brand: {de: Dux}", "2:8: error VALUE brand: is not given in en"),
        ("brand: {en: Dux}", "brand: Dux", "2:8: error VALUE brand: Keys stand here, such as {zh-CN: …, en: …}; found 'Dux'."),
        ('{en: "Dux: "}', '{en: "Dux {tail}: "}', "3:17: error TEXT A signature is said as it stands"),
        ("locales: [en]", "locales: en", "4:10: error VALUE locales: A list stands here, such as [zh-CN, en]; found 'en'."),
        ("locales: [en]", "locales: []", "4:10: error VALUE locales: At least one stands here; found a list."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(check, was, becomes, expected):
    """The line and column, and what to write instead."""
    assert was in GOOD
    output = check(GOOD.replace(was, becomes))
    assert f"flows/dux/carrier.yaml:{expected}" in output, output


def test_a_signature_costs_nothing_where_every_channel_bills_by_characters(check):
    """What `channels.*.billing` says comes before `billing`."""
    unsigned = GOOD.replace('signature: {en: "Dux: "}\n', "")
    assert "SIGNATURE" in check(unsigned)
    assert "SIGNATURE" not in check(unsigned.replace("{kind: simulator}", "{kind: simulator, billing: mainland}"))


def test_a_language_that_the_standard_flows_lack_is_said_once_where_it_can_be_mended(check):
    """Not at each text of files that are not the carrier's."""
    output = check(
        GOOD.replace("[en]", "[en, de]")
        .replace("{en: Dux}", "{en: Dux, de: Dux}")
        .replace('"Dux: "}', '"Dux: ", de: "Dux: "}')
    )
    findings = [line for line in output.splitlines() if " error " in line]
    assert len(findings) == 1, output
    assert findings[0].startswith(
        "flows/dux/carrier.yaml:4:10: error LANGUAGE The standard flows do not speak all of en, de;"
    )
    assert "anything_else 11, complaint 3" in findings[0]


def test_a_folder_without_settings_is_no_carrier(check, tmp_path):
    """The guide's first moment: an empty folder."""
    (tmp_path / "flows" / "acme").mkdir()
    output = check(GOOD, "flows/acme")
    assert "flows/acme:1:1: error FOLDER There is no carrier.yaml here" in output
    (tmp_path / "flows" / "acme" / "visit.yaml").touch()
    assert "flows/acme:1:1: warning FOLDER There is no carrier.yaml here" in check(GOOD, "flows")


def test_a_missing_folder_of_flows_is_a_finding_like_any_other(tmp_path, monkeypatch):
    """file:line:column first."""
    monkeypatch.setenv("FLOWS_DIR", str(tmp_path / "none"))
    result = CliRunner().invoke(command, ["check"])
    assert result.exit_code == 1
    assert result.output.startswith(f"{tmp_path / 'none'}:1:1: error FOLDER There is no such folder.")
