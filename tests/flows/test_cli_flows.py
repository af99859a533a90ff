from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from click.testing import CliRunner

from bot.cli_flows import flows
from bot.core.flow.source import parse
from tests.core.flow.test_check import GOOD

FLOWS = Path(__file__).resolve().parents[2] / "flows"


@pytest.fixture
def call(monkeypatch):
    monkeypatch.setenv("FLOWS_DIR", str(FLOWS))

    def run(*words, **more):
        return CliRunner().invoke(flows, words, **more)

    return run


def test_check_passes_on_what_is_shipped(call):
    """Nothing to report, exit 0."""
    result = call("check")
    assert result.exit_code == 0, result.output
    assert "30 flows, 0 errors, 0 warnings" in result.output


def test_check_shows_each_finding_and_fails(call, tmp_path):
    """file:line:column: error CODE message, exit 1."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "carrier.yaml").write_text(
        (FLOWS / "demo" / "carrier.yaml").read_text().replace("carrier: demo", "carrier: own")
    )
    (tmp_path / "own" / "good.yaml").write_text(GOOD.replace("say: menu", "say: manu"))
    result = call("check", env={"FLOWS_DIR": str(tmp_path)})
    assert result.exit_code == 1
    assert "good.yaml:8:10: error TEXT 'manu' is no text here. Did you mean 'menu'?" in result.output


def test_test_prints_coverage(call):
    """pytest-like results and shares, exit 0."""
    result = call("test", str(FLOWS / "standard" / "tests" / "coupon.yaml"))
    assert result.exit_code == 0, result.output
    assert "demo/coupon" in result.output
    assert "transitions  10 of 10  100 %" in result.output
    assert "8 passed, 0 failed" in result.output


def test_graph_draws_a_flow_and_names_what_it_does_not_know(call):
    """Mermaid on stdout; a typo gets a hint."""
    assert "stateDiagram-v2" in call("graph", "survey").output
    result = call("graph", "survy")
    assert result.exit_code == 1
    assert "Did you mean 'survey'?" in result.output


@pytest.mark.parametrize("kind", ["flow", "carrier", "transcript"])
def test_schema_is_a_json_schema(call, kind):
    """Editors complete the same language that is checked."""
    described = json.loads(call("schema", "--of", kind).output)
    assert described["$schema"].endswith("2020-12/schema")
    whole = described.get("else", described)
    assert whole["additionalProperties"] is False


def test_every_shipped_file_fits_the_schema(call):
    """What the editor is told is what the program takes: flows, those that extend, carriers and transcripts."""
    kinds = {
        kind: jsonschema_rs.Draft202012Validator(json.loads(call("schema", "--of", kind).output))
        for kind in ("flow", "carrier", "transcript")
    }
    for path in FLOWS.rglob("*.yaml"):
        if path.name == "demo.yaml":
            continue  # what the simulator shows
        kind = "carrier" if path.name == "carrier.yaml" else "transcript" if path.parent.name == "tests" else "flow"
        faults = [
            f"{path.name}: {fault.instance_path} {fault.message}"
            for fault in kinds[kind].iter_errors(parse(path.read_text(), "f").data)
        ]
        assert faults == []


def test_play_talks_and_saves_a_transcript_that_passes(call, tmp_path):
    """A dialogue typed in the terminal is a test afterwards."""
    saved = tmp_path / "played.yaml"
    result = call(
        "play", "delivery_options", "--save", str(saved), input="2\n明天下午3点以后\n/wait soon\n/state\n/quit\n"
    )
    assert "已预约" in result.output
    assert "/wait needs a duration" in result.output
    assert "scheduled" in result.output
    assert call("test", str(saved)).exit_code == 0


def test_play_begins_as_each_flow_does(call):
    """A delay is waited out, a campaign started, a reply awaited."""
    assert "满意" in call("play", "survey", input="/quit\n").output
    assert "优惠码" in call("play", "coupon", input="/quit\n").output
    assert "投诉已登记" in call("play", "anything_else", input="我要投诉\n/quit\n").output


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("    silence: {after: 4h", "    silense: {after: 4h"),
        ("title: Good\n", ""),
        ("category: service", "category: servce"),
        ("after: 4h", "after: 4x"),
        ("at_most: 2", "at_most: 99"),
        ("  quiet: {end", "  Quiet: {end"),
        ("{go: held, words", "{goo: held, words"),
        ("end: true}\ntexts", "end: maybe}\ntexts"),
        ("{consent: {promotion", "{consent: {adverts"),
        ("title: Good\n", "title: Good\nagain: maybe\n"),
    ],
)
def test_an_editor_refuses_what_has_the_wrong_shape(call, was, becomes):
    """The schema knows keys, kinds, names and choices; what it takes is left to the check."""
    good = GOOD.replace("{case: delivery, due: 2h}", "{consent: {promotion: false}}")
    validator = jsonschema_rs.Draft202012Validator(json.loads(call("schema").output))
    assert was in good
    assert validator.is_valid(parse(good, "f").data)
    assert not validator.is_valid(parse(good.replace(was, becomes, 1), "f").data)


@pytest.mark.parametrize("kind", ["flow", "carrier", "transcript"])
def test_an_editor_has_words_for_every_key_that_needs_them(call, kind):
    """What is completed is explained, in the flow language all of it."""
    described = json.loads(call("schema", "--of", kind).output)
    parts = {"": described.get("else", described), **described["$defs"]}
    bare = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, value in part.get("properties", {}).items()
        if "description" not in value
    ]
    assert bare == [] if kind == "flow" else len(bare) < 60
