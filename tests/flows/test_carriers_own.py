"""What a carrier changes without copying: a text, a setting, a state; and what is wrong only between flows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.core.errors import FlowError
from bot.core.flow import compile_flow
from bot.library import load, survey

FLOWS = Path(__file__).resolve().parents[2] / "flows"
ASK = """flow: {name}
title: Ask
category: service
subject: shipment
starts_on: {starts}
{more}
states:
  asked: {{say: ask, replies: {{1: done}}, silence: {{after: 1h, go: done}}, unclear: done}}
  done: {{{done}end: true}}
texts:
  ask: {{zh-CN: 回复1好, en: Reply 1 yes}}
"""


@pytest.fixture
def flows(tmp_path):
    return Path(shutil.copytree(FLOWS, tmp_path / "flows"))


@pytest.fixture
def own(flows):
    def write(name, text):
        (flows / "demo" / f"{name}.yaml").write_text(text)
        return flows

    return write


def ask(name, starts="shipped", more="", done=""):
    return ASK.format(name=name, starts=starts, more=more, done=done)


def codes(flows):
    return [
        f"{Path(each.file).name}:{each.line}:{each.column}: {each.severity} {each.code} {each.message}"
        for each in survey(flows)[1]
    ]


def test_a_setting_is_changed_without_copying_the_flow(own):
    """The survey two days after delivery instead of one, everything else as in the standard."""
    flows = own("survey", "flow: survey\nextends: standard\nstarts_on: {event: delivered, after: 48h}\n")
    found = load(flows).flows("demo")["survey"]
    flow = compile_flow(found.document, found.hash)
    assert flow.start_after("delivered").total_seconds() == 48 * 3600
    assert len(flow.states) == 10
    assert not found.standard


def test_a_state_a_text_and_an_option_are_changed(own):
    """Mappings are laid over each other, key by key; null removes."""
    text = (
        "flow: survey\nextends: standard\nstates:\n  asked:\n    replies: {decline: null}\n    late: null\n"
        "  declined: null\n  thanked_late: null\n  read_late: null\ntexts:\n  declined: null\n  read_late: null\n  noted: {zh-CN: 知道了}\n"
    )
    found = load(own("survey", text)).flows("demo")["survey"]
    asked = found.document["states"]["asked"]
    assert set(asked["replies"]) == {"1", "2", "3", "4"}
    assert "late" not in asked
    assert found.document["texts"]["noted"]["zh-CN"] == ["知道了"]
    assert found.document["texts"]["noted"]["en"] == ["Thank you for telling us. We will do better"]


def test_a_fault_points_into_the_file_that_says_it(own):
    """What the carrier's file says wrong is found there; what it breaks in the standard flow, there."""
    flows = own("survey", "flow: survey\nextends: standard\nstates:\n  declined: null\n  asked: {say: qestion}\n")
    found = codes(flows)
    assert any(each.startswith("survey.yaml:5:16: error TEXT 'qestion' is no text here.") for each in found)
    assert any("error STATE 'declined' is no state here." in each for each in found)
    files = {Path(each.file).parent.name: each.code for each in survey(flows)[1] if each.code in ("TEXT", "STATE")}
    assert files == {"demo": "TEXT", "standard": "STATE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flow: survey\nextends: stanard\n", "own.yaml:2:10: error EXTENDS 'stanard' is nothing that a flow can extend."),
        ("flow: survay\nextends: standard\n", "own.yaml:1:7: error FLOW 'survay' is no standard flow. Did you mean 'survey'?"),
        (ask("own", "{end_of: survay}"), "own.yaml:5:21: error FLOW 'survay' is no flow of this carrier. Did you mean 'survey'?"),
        (ask("own", more="beside: [survay]"), "own.yaml:6:10: error FLOW 'survay' is no flow of this carrier."),
        (ask("own", done="do: [{end_others: survay}], "), "own.yaml:9:28: error FLOW 'survay' is no flow of this carrier."),
        (ask("own", "{end_of: own}"), "own.yaml:5:12: error CIRCLE 'own' begins where it ends, by way of own."),
        (ask("own", "slot_suggested"), "warning SHARED 1 may be open here and in 'own' at once"),
        (ask("own").replace("done: {end: true}", "done: {call: surve, go: over}\n  over: {end: true}"), "own.yaml:9:16: error CALL 'surve' is no flow of this carrier. Did you mean 'survey'?"),
        (ask("own").replace("done: {end: true}", "done: {call: own, go: over}\n  over: {end: true}"), "own.yaml:9:16: error CALL 'own' would call itself: own → own."),
        (ask("own").replace("done: {end: true}", "done: {call: survey, go: over}\n  over: {end: true}"), "own.yaml:9:16: error CALL 'survey' is survey, this flow service"),
    ],
)  # fmt: skip
def test_what_is_wrong_between_flows(own, text, expected):
    """A flow that is not there, ends that begin each other, one digit in two open questions, a call that cannot be."""
    found = codes(own("own", text))
    assert any(expected in each for each in found), found


def test_ends_may_follow_each_other_with_time_between(own):
    """A reminder an hour after the end is no circle."""
    assert not [
        each for each in codes(own("own", ask("own", "[shipped, {end_of: own, after: 1h}]"))) if "CIRCLE" in each
    ]


def test_what_a_called_flow_says_and_keeps_is_part_of_the_version(flows):
    """The hash of the caller changes with a word of what it calls."""
    before = load(flows).flows("demo")["anything_else"]
    path = flows / "standard" / "complaint.yaml"
    path.write_text(path.read_text().replace("您的投诉已处理完毕", "您的投诉已经处理完毕"))
    after = load(flows).flows("demo")["anything_else"]
    assert "complained__registered" in before.document["states"]
    assert before.hash != after.hash


def test_a_carrier_without_a_flow_for_the_rest_is_warned(flows):
    """A reply that fits no open question would meet silence."""
    with (flows / "demo" / "carrier.yaml").open("a") as file:
        file.write("standard: [coupon]\n")
    (flows / "demo" / "delivery_options.yaml").unlink()
    assert any("warning SILENT No flow answers what fits no open question." in each for each in codes(flows))


def test_an_example_is_no_carrier_of_a_running_system(flows):
    """Packs in flows/examples are a folder of flows of their own."""
    assert set(load(flows).carriers) == {"demo"}
    assert set(load(flows / "examples").carriers) == {"bank", "travel", "property", "retail", "real_estate", "internal"}
    with pytest.raises(FlowError):
        load(flows / "examples" / "bank")


CALLED = ask("own", "call")


def test_a_flow_that_is_only_called_is_not_open_beside_its_caller(own):
    """Its digits are asked inside the caller; but something has to call it."""
    flows = own("own", CALLED)
    assert any(
        "own.yaml:5:1: warning UNCALLED Nothing calls 'own', so it never begins." in each for each in codes(flows)
    )
    assert not any("'own'" in each and "SHARED" in each for each in codes(flows))


def test_a_file_under_another_ending_is_not_overlooked(flows):
    """Nothing of it is used, and that is said."""
    (flows / "demo" / "mine.yml").write_text(ask("mine"))
    assert any(
        "mine.yml:1:1: warning FILE Only files named .yaml are read. Name it mine.yaml." in each
        for each in codes(flows)
    )
