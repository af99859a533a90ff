"""`python -m bot understand`: JSON Lines in, JSON Lines out, in order; a bad line is told by its number and harms no other."""

import json

from click.testing import CliRunner

from bot.cli_understand import understand

NOW = "2026-11-21T14:00:00+08:00"


def run(*lines):
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    result = CliRunner().invoke(understand, input=text + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_a_reply_is_read_against_the_first_state_that_asks():
    """Branch, intent, slots, rule."""
    (found,) = run({"flow": "delivery_options", "text": "2 后天下午三点以后", "now": NOW})
    assert (found["branch"], found["intent"]) == ("2", "option")
    assert found["slots"]["time"] == {"start": "2026-11-23T15:00:00+08:00", "end": None}
    assert found["rule"]


def test_a_state_can_be_named():
    """`state` picks another question of the flow."""
    found = run({"flow": "delivery_options", "state": "scheduling", "text": "明天下午3点", "now": NOW})[0]
    assert found["branch"] == "time"


def test_no_flow_means_that_nothing_is_asked():
    """`null`: compliance words and what needs no question."""
    assert [
        found["intent"]
        for found in run({"flow": None, "text": "1", "now": NOW}, {"flow": None, "text": "T", "now": NOW})
    ] == ["other", "opt_out"]


def test_a_bad_line_is_told_and_the_rest_goes_on():
    """Not JSON, no object, no text, no offset, no such flow, no such state, no UTF-8: each with its number."""
    found = run(
        "garbage",
        "[1]",
        {"flow": None, "now": NOW},
        {"flow": None, "text": "1", "now": "2026-11-21T14:00:00"},
        {"flow": None, "text": "1", "now": "soon"},
        {"flow": "nowhere", "text": "1", "now": NOW},
        {"flow": "delivery_options", "state": "nowhere", "text": "1", "now": NOW},
        {"flow": "delivery_options", "text": "1", "now": NOW},
    )
    assert [row.get("line") for row in found] == [1, 2, 3, 4, 5, 6, 7, None]
    assert all(row["error"] for row in found[:-1])
    assert found[-1]["branch"] == "1"


def test_bytes_that_are_no_text_are_read_as_far_as_they_go():
    """A broken encoding never ends the stream."""
    line = b'{"flow": null, "text": "\xff\xfe1", "now": "' + NOW.encode() + b'"}\n'
    result = CliRunner().invoke(understand, input=line * 2)
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == 2


def test_explain_shows_every_layer_until_one_decides():
    """What staff and flow authors look at."""
    result = CliRunner().invoke(understand, ["--flow", "delivery_options", "--now", NOW, "--explain", "后天下午"])
    assert result.exit_code == 0
    assert result.output.splitlines()[0].startswith("empty")
    assert '"time"' in result.output.splitlines()[-1]


def test_a_wrong_name_in_explain_is_a_usage_error():
    """A sentence, no traceback."""
    result = CliRunner().invoke(understand, ["--flow", "nowhere", "--explain", "1"])
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_the_flows_are_those_of_flows_dir(tmp_path):
    """A folder without flows knows none; one that is not there is named."""
    line = json.dumps({"flow": "delivery_options", "text": "2", "now": NOW}) + "\n"
    missing = CliRunner().invoke(understand, input=line, env={"FLOWS_DIR": str(tmp_path / "nowhere")})
    assert missing.exit_code != 0
    assert "nowhere" in str(missing.exception)
