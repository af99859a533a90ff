"""Playing a flow in the terminal: what is said before, what may be typed, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli_flows import flows as command

FLOWS = Path(__file__).resolve().parents[2] / "flows"
CARRIER = """carrier: own
brand: {en: Own}
signature: {en: "Own: "}
locales: [en]
time_zone: Europe/Berlin
standard: []
channels: {simulator: {kind: simulator}}
events: [machine_delivered]
"""
FLOW = """flow: fitting
title: Fitting
starts_on: {event: machine_delivered, if: "!known.shipment.fitted_at"}
facts: {shipment.model: text, shipment.fitted_at: time}
ends_on: cancelled
states:
  asked:
    say: when
    replies:
      time: {go: booked, keep: {visit: reply.time}}
      photo: done
    silence: {after: 4h, go: done}
    unclear: done
  booked: {say: booked, do: [{instruct: fit, window: visit}], end: true}
  done: {end: true}
texts:
  when: {en: "When shall we fit your {model}?"}
  booked: {en: "The fitter comes {visit:window}"}
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    folder = tmp_path / "flows" / "own"
    folder.mkdir(parents=True)
    (folder / "carrier.yaml").write_text(CARRIER)
    (folder / "fitting.yaml").write_text(FLOW)
    monkeypatch.setenv("FLOWS_DIR", str(tmp_path / "flows"))
    return folder


def play(*words, typed="/quit\n"):
    return CliRunner().invoke(command, ["play", "fitting", "--carrier", "own", *words], input=typed)


@pytest.mark.parametrize("phone", [(), ("--phone", "+8613800138000"), ("--phone", "+4915112345678")])
def test_a_time_is_confirmed_in_the_zone_in_which_it_was_read(own, phone):
    """Three in the afternoon is three in the afternoon, wherever the number is from."""
    assert "3:00 PM-4:00 PM" in play(*phone, typed="Thursday 3pm\n/quit\n").output


def test_a_place_for_the_transcript_is_made_before_anything_is_said(own):
    """The guide saves into a folder that does not exist yet."""
    saved = own / "tests" / "played.yaml"
    assert "saved:" in play("--save", str(saved), typed="Thursday 3pm\n/quit\n").output
    result = CliRunner().invoke(command, ["test", str(saved)])
    assert "1 passed" in result.output, result.output


def test_where_nothing_can_be_saved_nothing_is_played(own, tmp_path):
    """A dialogue is not lost at its end; a file that is there is not written over."""
    (tmp_path / "a_file").touch()
    for place, why in (("a_file/x.yaml", "Nothing can be saved"), ("a_file", "is there already")):
        result = play("--save", str(tmp_path / place))
        assert result.exit_code == 1
        assert why in result.output
        assert "When shall we" not in result.output


def test_facts_are_made_up_unless_they_are_given(own):
    """No text has a hole in it while one plays."""
    assert "fit your MODEL?" in play().output
    assert "(made up: model=MODEL" in play().output
    assert "fit your AEG 7?" in play("--fact", "model=AEG 7").output


def test_a_flow_that_does_not_begin_says_why(own):
    """Its guard is named."""
    assert "has not begun: its guard !known.shipment.fitted_at" in play("--fact", "fitted_at=2026-11-23").output


def test_a_picture_is_sent(own):
    """/photo is a reply of its own kind."""
    assert "[done] you" in play(typed="/photo\n/quit\n").output


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/event machine_deliverd", "'machine_deliverd' is no event. Did you mean 'machine_delivered'?"),
        ("/event delivered model", "'model' is no fact: write name=value"),
        ("/agent", "/agent needs claim, close, hand_back"),
        ("/foto", "'/foto' is no command"),
    ],
)
def test_what_cannot_be_done_is_said_and_the_dialogue_goes_on(own, typed, expected):
    """A slip of the finger costs nothing."""
    result = play(typed=f"{typed}\nThursday 3pm\n/quit\n")
    assert expected in result.output
    assert "The fitter comes" in result.output


def test_a_language_that_the_carrier_does_not_speak_is_refused(own):
    """It is not silently another one."""
    result = play("--locale", "fr")
    assert result.exit_code == 1
    assert "own does not speak fr. It speaks en." in result.output


def test_every_way_that_no_transcript_takes_is_told_at_its_line(own):
    """Written down as it was played, a dialogue covers what it walked."""
    (own / "fitting.yaml").write_text(FLOW.replace('if: "', 'if: "known.shipment.model && '))

    def untested():
        lines = CliRunner().invoke(command, ["check", str(own)]).output.splitlines()
        return [line.partition("fitting.yaml:")[2].partition(". ")[0] for line in lines if "UNTESTED" in line]

    assert untested() == [
        "3:1: warning UNTESTED No transcript takes (start) -begin-> asked",
        "10:7: warning UNTESTED No transcript takes asked -reply:time-> booked",
        "11:7: warning UNTESTED No transcript takes asked -reply:photo-> done",
        "12:5: warning UNTESTED No transcript takes asked -silence-> done",
        "13:5: warning UNTESTED No transcript takes asked -unclear-> done",
    ]
    play("--save", str(own / "tests" / "played.yaml"), typed="Thursday 3pm\n/quit\n")
    assert [line.split(":")[0] for line in untested()] == ["11", "12", "13"]
