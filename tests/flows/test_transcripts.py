from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli_flows import flows as command
from bot.library import load
from bot.transcripts import run

FLOWS = Path(__file__).resolve().parents[2] / "flows"
HEAD = """flow: delivery_options
carrier: demo
given:
  now: 2026-11-23 09:00
  shipment: {tracking_no: FY1234568896, redirectable: true, proof_code: "839201"}
cases:
"""


@pytest.fixture(scope="module")
def library():
    return load(FLOWS)


@pytest.fixture
def ran(library, tmp_path):
    def run_text(cases):
        path = tmp_path / "t.yaml"
        path.write_text(HEAD + cases)
        return run(library, [path])

    return run_text


def test_every_shipped_transcript_passes_and_covers_its_flow(library):
    """All states and transitions of every standard flow are walked by some dialogue."""
    files = sorted((FLOWS / "standard" / "tests").glob("*.yaml"))
    report = run(library, files)
    assert [str(failure) for failure in report.failures] == []
    assert [str(finding) for finding in report.findings] == []
    assert {flow for _, flow in report.ways} == set(library.flows("demo")) - {"coupon_code"}  # others call it
    missing = {key: report.ways[key] - report.taken[key] for key in report.ways if report.ways[key] - report.taken[key]}
    assert missing == {}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("bot: 不存在的话", "expected a text with “不存在的话”; said was “【风驰速运】您尾号8896"),
        ("bot: {contains: 回复1, lacks: 暂存}", "expected a text without “暂存”"),
        ("silent: true", "expected silence; said was"),
        ("instruct: hold", "expected the instruction hold; none was given"),
        ("state: held", "expected the state held of FY1234568896; it is offered"),
        ("case: delivery", "expected a case delivery; there is none"),
        ("consent: {promotion: false}", "expected the consent {'promotion': False}; it is {'promotion': True}"),
        ("refused: opted_out", "expected the last text refused for opted_out; it is accepted"),
        ("rule: only", "expected the rule only; it was none"),
        ("until: 2026-11-22 09:00", "has passed"),
    ],
)
def test_a_failure_says_what_was_expected_what_was_said_and_where(ran, step, expected):
    """With the dialogue so far, the line of the step, the states and the rule."""
    report = ran(f"  - name: one\n    steps:\n      - event: out_for_delivery\n      - {step}\n")
    (failure,) = report.failures
    assert expected in str(failure)
    assert failure.line == 10
    assert "event     out_for_delivery FY1234568896" in str(failure)
    assert "states: delivery_options=offered" in str(failure)


def test_wrong_parameters_of_an_instruction_fail(ran):
    """Moments are compared as moments, everything else as it stands."""
    steps = "      - event: out_for_delivery\n      - customer: '1'\n      - instruct: {hold: {until: %s}}\n"
    assert ran("  - name: one\n    steps:\n" + steps % "2026-11-26T01:00:00+00:00").passed == 1
    assert "expected hold.until" in str(ran("  - name: one\n    steps:\n" + steps % "2026-11-27").failures[0])


@pytest.mark.parametrize(
    ("cases", "found"),
    [
        (
            "  - name: one\n    steps:\n      - evnt: x\n",
            "t.yaml:9:9: error KEY 'evnt' is no key here. Did you mean 'event'?",
        ),
        ("  - name: one\n    steps:\n      - {event: x, bot: y}\n", "t.yaml:9:9: error VALUE a step holds one key"),
        ("  - name: one\n    steps: []\n", "t.yaml:8:12: error VALUE"),
        (
            "  - name: one\n    steps:\n      - instruct: {hold: {}, schedule: {}}\n",
            "t.yaml:9:19: error VALUE one instruction a step",
        ),
        ("  - name: one\n    steps:\n      - instruct: {}\n", "t.yaml:9:19: error VALUE one instruction a step"),
        ("  - name: one\n    steps:\n      - wait: long\n", "t.yaml:9:15: error VALUE 'long' is no duration"),
    ],
)
def test_a_broken_transcript_is_refused_at_its_line(ran, cases, found):
    """As flows are."""
    report = ran(cases)
    assert any(found in str(finding) for finding in report.findings), report.findings


def test_an_unknown_flow_or_carrier_is_named(library, tmp_path):
    """Before anything runs."""
    path = tmp_path / "t.yaml"
    path.write_text(HEAD.replace("delivery_options", "delivery_option") + "  - name: x\n    steps:\n      - event: y\n")
    assert "'delivery_option' is no flow of demo. Did you mean 'delivery_options'?" in str(
        run(library, [path]).findings
    )
    path.write_text(HEAD.replace("carrier: demo", "carrier: dmo") + "  - name: x\n    steps:\n      - event: y\n")
    assert "'dmo' is no carrier. Did you mean 'demo'?" in str(run(library, [path]).findings)


def test_the_transcript_of_the_language_s_own_page_runs(library, tmp_path):
    """The dialogue that the format was designed with."""
    cases = """
  - name: two parcels, one phone, one digit
    steps:
      - event: {type: out_for_delivery, shipment: FY1234568896}
      - event: {type: out_for_delivery, shipment: FY0000001234}
      - bot: "8896"
      - bot: "1234"
      - customer: "1"
      - bot: {contains: [A, "8896", B, "1234"]}
      - customer: b
      - instruct: {hold: {shipment: FY0000001234}}
      - state: {FY0000001234: held, FY1234568896: offered}
  - name: opting out ends it, and nothing more is sent
    steps:
      - event: out_for_delivery
      - bot: 回复1
      - customer: TD
      - consent: {service: true, promotion: false}
      - campaign: {flow: coupon}
      - refused: opted_out
"""
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + cases)
    report = run(library, [path])
    assert (report.passed, report.failures) == (2, [])


CASE = """  - name: one   # as it is
    steps:
      - event: out_for_delivery
      - bot: 旧的话          # the menu
      - customer: "1"
      - instruct: {redirect: {}}
      - bot:
          contains: [也是旧的]
      - state:   'offered'  # where it ends
"""


def update(path, monkeypatch, ci=None):
    monkeypatch.setenv("FLOWS_DIR", str(FLOWS))
    monkeypatch.delenv("CI", raising=False)
    if ci is not None:
        monkeypatch.setenv("CI", ci)
    return CliRunner().invoke(command, ["test", str(path), "--update"])


def test_update_writes_what_is_said_now_and_leaves_the_rest_of_the_file(tmp_path, monkeypatch):
    """Comments, blanks and the order of keys stay; the file passes afterwards."""
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + CASE)
    result = update(path, monkeypatch)
    assert result.exit_code == 0, result.output
    assert "4 expectations written anew" in result.output
    lines = path.read_text().removeprefix(HEAD).splitlines()
    assert lines[0] == "  - name: one   # as it is"
    assert lines[3].startswith('      - bot: "【风驰速运】您尾号8896')
    assert lines[3].endswith('"          # the menu')
    assert lines[5] == "      - instruct: hold"
    assert lines[-1] == "      - state:   held  # where it ends"
    assert "也是旧的" not in path.read_text()
    assert "1 passed" in update(path, monkeypatch, ci="true").output


def test_update_writes_nothing_in_ci(tmp_path, monkeypatch):
    """There a difference is a failure."""
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + CASE)
    result = update(path, monkeypatch, ci="true")
    assert result.exit_code == 1
    assert "--update writes nothing in CI" in result.output
    assert "expected a text with “旧的话”" in result.output
    assert path.read_text() == HEAD + CASE


def test_update_invents_nothing(tmp_path, monkeypatch):
    """Where nothing was said there is nothing to write: the case fails as ever."""
    path = tmp_path / "t.yaml"
    text = HEAD + "  - name: one\n    steps:\n      - bot: 您好\n"
    path.write_text(text)
    result = update(path, monkeypatch)
    assert result.exit_code == 1
    assert "nothing was said" in result.output
    assert path.read_text() == text


def test_an_event_that_there_is_not_is_found_before_anything_runs(ran):
    """A typo would otherwise pass as an event that nothing listens to."""
    report = ran("  - name: one\n    steps:\n      - event: out_for_delivry\n      - silent: true\n")
    (finding,) = report.findings
    assert ":9:16: error EVENT 'out_for_delivry' is no event. Did you mean 'out_for_delivery'?" in str(finding)


OWN = """flow: own
title: Own
starts_on: shipped
facts: {shipment.weight: number}
states:
  asked:
    say: ask
    replies: {1: [{if: shipment.weight > 20, go: heavy}, {go: done}]}
    silence: {after: 1h, go: done}
    unclear: done
  done: {end: true}
  heavy: {end: true}
texts:
  ask: {en: Reply 1}
"""
OWN_CARRIER = """carrier: own
brand: {en: Own}
signature: {en: "Own: "}
locales: [en]
time_zone: Asia/Shanghai
standard: []
channels: {simulator: {kind: simulator}}
"""


def test_a_failure_tells_of_a_guard_that_could_not_be_read(tmp_path):
    """A fact that did not come brings a person: the reason stands with the failure."""
    folder = tmp_path / "flows" / "own"
    folder.mkdir(parents=True)
    (folder / "carrier.yaml").write_text(OWN_CARRIER)
    (folder / "own_flow.yaml").write_text(OWN.replace("flow: own", "flow: own_flow"))
    path = tmp_path / "t.yaml"
    path.write_text(
        "flow: own_flow\ncarrier: own\ngiven: {now: 2026-11-23 10:00, shipment: {tracking_no: AB1}}\n"
        'cases:\n  - name: one\n    steps: [{event: shipped}, {customer: "1"}, {state: heavy}]\n'
    )
    report = run(load(tmp_path / "flows"), [path])
    assert report.findings == [], report
    (failure,) = report.failures
    assert "a flow could not go on: " in str(failure)
    assert "shipment.weight" in str(failure)


def test_one_wrong_step_is_one_finding(ran):
    """What holds it is not told as empty besides."""
    report = ran("  - name: one\n    steps:\n      - evnt: out_for_delivery\n")
    assert len(report.findings) == 1, report.findings
    assert "error KEY 'evnt' is no key here. Did you mean 'event'?" in str(report.findings[0])


def test_a_case_may_be_expected_by_its_hour_alone(ran):
    """Its kind is another matter."""
    steps = "  - name: one\n    steps:\n      - event: out_for_delivery\n      - customer: 我要投诉\n      - case: {due: 5h}\n"
    (failure,) = ran(steps).failures
    assert "expected it due in 5:00:00" in str(failure)
