"""Lists are read with the place of each fault and the good rows kept; what is written runs in no spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Invalid
from bot.core.sheets import Fault, Row, decoded, read, write


def test_good_rows_are_kept_beside_bad_ones():
    """Line and column of each fault, counted as a spreadsheet counts them, also after a cell with a line break."""
    text = 'Phone,name\r\n13800138000,"王\n五"\r\n1,2,3\r\n\r\n13900139000,\r\n' + "1" * 600 + ",x\r\n"
    assert list(read(text, ["phone"])) == [
        Row(2, {"phone": "13800138000", "name": "王\n五"}),
        Fault(4, "", "has 3 cells where the header has 2"),
        Row(6, {"phone": "13900139000"}),
        Fault(7, "phone", "is longer than 500 characters"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lists_of_chinese_spreadsheets_are_read(encoding):
    """UTF-8 with and without its mark, GB18030, and UTF-16 with its mark."""
    assert list(read(decoded("phone,name\n13800138000,王五".encode(encoding)), ["phone"])) == [
        Row(2, {"phone": "13800138000", "name": "王五"})
    ]


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"PK\x03\x04rest", "is a workbook"),
        (b"\xff\xfep\x00h\x00o", "begins as UTF-16 and ends within"),
        ("phone\n1".encode("utf-16-le"), "UTF-16 without its mark"),
    ],
)
def test_why_a_file_cannot_be_read_is_said(raw, cause):
    """A workbook under another ending, a broken or unmarked UTF-16."""
    with pytest.raises(Invalid, match=cause):
        list(read(decoded(raw), ["phone"]))


def test_tabs_part_cells_too():
    """As spreadsheets write Unicode text."""
    assert list(read("phone\tname\n1\ta,b", ["phone"])) == [Row(2, {"phone": "1", "name": "a,b"})]


def test_semicolons_part_cells_too():
    """As spreadsheets write CSV where the comma is a decimal sign."""
    assert list(read("phone;name\n1;a,b", ["phone"])) == [Row(2, {"phone": "1", "name": "a,b"})]


@pytest.mark.parametrize("text", ["", "name\n王五", "phone,phone\n1,2", "phone\n\x00"])
def test_a_list_that_cannot_be_one_is_refused(text):
    """No header, no such column, a column twice, a binary file: one sentence and no row."""
    with pytest.raises(Invalid):
        list(read(text, ["phone"]))


def test_a_broken_row_does_not_hide_the_next():
    """A quote in the wrong place costs its own row."""
    found = list(read('phone\n"1"2\n3\n', ["phone"]))
    assert isinstance(found[0], Fault)
    assert found[0].line == 2
    assert found[1:] == [Row(3, {"phone": "3"})]


@given(st.lists(st.lists(st.text(alphabet="=+-@\t',;\"\na1王 ", max_size=6), min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_safe_and_comes_back(rows):
    """No cell begins with what a spreadsheet runs, and reading gives what was written, but for blanks at the edges."""
    lines = "".join(write(["phone", "x"], rows))
    for row in list(read(lines, ["phone"])):
        assert isinstance(row, Row)
    cells = [cell for row in _parsed(lines) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def _parsed(lines):
    import csv
    import io

    return list(csv.reader(io.StringIO(lines.removeprefix("\ufeff"), newline="")))[1:]


def test_a_number_comes_back_as_it_was():
    """The plus of a number is kept through a spreadsheet."""
    lines = "".join(write(["phone", "n"], [["+8613800138000", 5]]))
    assert "'+8613800138000,5" in lines
    assert list(read(lines, ["phone"])) == [Row(2, {"phone": "+8613800138000", "n": "5"})]
