"""The labelled examples: how many are read rightly, and that none is read harmfully."""

import pytest

from tests.core.understand.examples import address_faults, judged, load, window_is_right, window_of_row


@pytest.mark.parametrize("name", ["given_replies", "fresh_replies"])
def test_replies_are_read_rightly_and_none_harmfully(name):
    """At least 98 % of the unambiguous replies and 97 % of all are in an acceptable reading, and no forbidden reading occurs."""
    rows = load(name)
    judgements = [(row, *judged(row)) for row in rows]
    assert not [(row["text"], said) for row, _, harmful, said in judgements if harmful]
    plain = [right for row, right, _, _ in judgements if not row.get("ambiguous")]
    assert sum(plain) / len(plain) >= 0.98
    assert sum(right for _, right, _, _ in judgements) / len(rows) >= 0.97


@pytest.mark.parametrize("name", ["given_replies", "fresh_replies"])
def test_every_clear_opt_out_is_found_and_nothing_else_is_taken_for_one(name):
    """An opt-out missed breaks the law; one invented loses a customer."""
    rows = load(name)
    clear = [row for row in rows if row["intent"] == "opt_out" and set(row.get("accept", ())) <= {"opt_out"}]
    assert [row["text"] for row in clear if judged(row)[2] != "opt_out"] == []
    others = [row for row in rows if "opt_out" not in {row["intent"], *row.get("accept", ())}]
    assert [row["text"] for row in others if judged(row)[2] == "opt_out"] == []


@pytest.mark.parametrize("name", ["given_times", "fresh_times"])
def test_times_are_read_rightly_and_none_is_invented(name):
    """At least 95 % of the windows are right; at most 2 % of the texts without a time get one."""
    rows = load(name)
    windows = {row["id"]: window_of_row(row) for row in rows}
    positive = [row for row in rows if row["kind"] not in {"none", "past"}]
    wrong = [(row["text"], windows[row["id"]]) for row in positive if not window_is_right(row, windows[row["id"]])]
    assert len(wrong) <= 0.05 * len(positive), wrong
    silent = [row for row in rows if row["kind"] == "none"]
    assert sum(windows[row["id"]] is not None for row in silent) <= 0.02 * len(silent)


@pytest.mark.parametrize("name", ["given_addresses", "fresh_addresses"])
def test_addresses_are_cut_rightly(name):
    """Division, name, phone and the very question whether it is an address, each at its goal."""
    rows = load(name)
    faults, judged_parts = [], []
    for row in rows:
        wrong, parts = address_faults(row)
        faults += wrong
        judged_parts += parts
    goals = {"is_address": 0.97, "region": 0.95, "name": 0.93, "phone": 0.98, "detail": 0.95}
    for part, goal in goals.items():
        assert 1 - faults.count(part) / judged_parts.count(part) >= goal, part
