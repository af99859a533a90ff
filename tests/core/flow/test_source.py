from __future__ import annotations

import pytest

from bot.core.errors import FlowError
from bot.core.flow.source import MAX_BYTES, parse


def fault(text):
    with pytest.raises(FlowError) as caught:
        parse(text, "f.yaml")
    return str(caught.value)


def test_words_stay_words():
    """YAML 1.2: yes, no, on, dates and clock times are text; numbers, true and null are not."""
    data = parse("a: yes\nb: no\nc: on\nd: 2026-11-23\ne: 15:00\nf: 12\ng: true\nh:\ni: 007\nj: 1.5\nk: '1'", "f").data
    assert data == {
        "a": "yes", "b": "no", "c": "on", "d": "2026-11-23", "e": "15:00", "f": 12, "g": True, "h": None, "i": "007", "j": 1.5, "k": "1",
    }  # fmt: skip


def test_keys_are_always_text():
    """`1: held` and `Y: …` are options, not a number and a truth."""
    assert list(parse("1: a\nY: b\nno: c", "f").data) == ["1", "Y", "no"]


def test_every_key_and_value_knows_its_place():
    """Lines and columns count from 1."""
    source = parse("a:\n  b: [x, {c: d}]\n", "f")
    assert source.place(("a", "b"), of_key=True) == (2, 3)
    assert source.place(("a", "b", 1, "c")) == (2, 14)
    assert source.place(("a", "b", 9, "z")) == (2, 6)


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("a: 1\nb: 2\na: 3", "f.yaml:3:1", "DUPLICATE"),
        ("a: {x: 1, x: 2}", "f.yaml:1:11", "DUPLICATE"),
        ("a: &x 1\nb: *x", "f.yaml:1:4", "ALIAS"),
        ("a: *x", "f.yaml:1:4", "ALIAS"),
        ("a: !!python/object:os.system x", "f.yaml:1:4", "TAG"),
        ("a: !x {b: 1}", "f.yaml:1:4", "TAG"),
        ("a:\n\tb: 1", "f.yaml:2:1", "TAB"),
        ("a: [1, 2", "f.yaml:1:9", "YAML"),
        ("a: b: c", "f.yaml:1:5", "YAML"),
        ("a: 1\n---\nb: 2", "f.yaml:2:1", "YAML"),
        ("? [a]\n: b", "f.yaml:1:3", "YAML"),
        ('a: "\\ud800"', "f.yaml:1:4", "YAML"),
        ("a: \x00", "f.yaml:1:4", "YAML"),
        ("[" * 40 + "]" * 40, "f.yaml:1:26", "DEPTH"),
    ],
)
def test_what_is_no_yaml_of_ours(text, where, code):
    """Each fault is named at its line and column."""
    assert fault(text).startswith(f"{where}: error {code} ")


def test_a_file_that_is_too_large_is_not_read():
    """A quarter of a megabyte is a hundred flows."""
    assert " SIZE " in fault("a: " + "x" * MAX_BYTES)
