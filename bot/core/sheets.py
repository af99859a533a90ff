"""Lists as CSV: read with the place of every fault and the good rows kept, written so that no spreadsheet runs a cell as a formula."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.core.errors import Invalid

LONGEST_CELL: Final = 500
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell (owasp.org/www-community/attacks/CSV_Injection)."""
WORKBOOK: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx (a ZIP) and .xls (an OLE file) begin."""
SAFE: Final = "'"
"""Before such a cell: a spreadsheet then shows it as text. Taken away again when a list is read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row. `line` counts from 1 with the header; `column` is the header's word, empty for the whole row."""

    line: int
    column: str
    message: str

    def as_json(self) -> dict[str, Any]:
        return {"line": self.line, "column": self.column, "message": self.message}


@dataclass(frozen=True, slots=True)
class Row:
    """One row that could be read: `cells` by column, trimmed, empty ones left out."""

    line: int
    cells: Mapping[str, str]


def decoded(raw: bytes) -> str:
    """UTF-16 where it has its mark ("Unicode text"), UTF-8 with or without, else GB18030, which Chinese spreadsheets write. Raises `Invalid`."""
    if raw.startswith(WORKBOOK):
        raise Invalid("The list is a workbook, not a text; save it as CSV UTF-8.")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(raw)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid("The list is neither UTF-8 nor GB18030 text; save it as CSV UTF-8.")


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise Invalid("The list begins as UTF-16 and ends within a character; save it as CSV UTF-8.") from None


def read(text: str, required: Collection[str], known: Collection[str] | None = None) -> Iterator[Row | Fault]:
    """Every row of a list with a header, or what is wrong with it. Raises `Invalid` where no row could be read.

    A column's name is taken in small letters; columns may stand in any order, with commas, semicolons or tabs between.
    `known`: all columns that there may be; None: any.
    """
    if "\x00" in text:
        raise Invalid("The list holds a NUL character, as UTF-16 without its mark does; save it as CSV UTF-8.")
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise Invalid(f"The list cannot be read: line 1: {error}.") from None
    _require(header, required)
    if known is not None and (unknown := [name for name in header if name and name not in known]):
        raise Invalid(f"{', '.join(unknown)}: no such column. There are {', '.join(known)}.")
    yield from _rows(reader, header)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return next((mark for mark in (",", ";", "\t") if mark in first), ",")


def _require(header: Sequence[str], required: Collection[str]) -> None:
    if missing := [name for name in required if name not in header]:
        raise Invalid(
            f"The list's first line must name its columns; {', '.join(missing)} is not among them.",
            dict.fromkeys(missing, "is no column of the list"),
        )
    if twice := sorted({name for name in header if name and header.count(name) > 1}):
        raise Invalid(f"The list has two columns named {twice[0]}.", {twice[0]: "is named twice"})


def _rows(reader: Any, header: Sequence[str]) -> Iterator[Row | Fault]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Fault(line, "", f"cannot be read: {error}")
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _row(line, header, cells)


def _row(line: int, header: Sequence[str], cells: Sequence[str]) -> Row | Fault:
    if len(cells) > len(header):
        return Fault(line, "", f"has {len(cells)} cells where the header has {len(header)}")
    if long := next((name for name, cell in zip(header, cells, strict=False) if len(cell) > LONGEST_CELL), None):
        return Fault(line, long, f"is longer than {LONGEST_CELL} characters")
    plain = {name: _plain(cell) for name, cell in zip(header, cells, strict=False) if name}
    return Row(line, {name: cell for name, cell in plain.items() if cell})


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith(SAFE) and cell[1:].startswith(FORMULA) else cell


def write(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Lines of CSV (RFC 4180) with a mark that spreadsheets know UTF-8 by; see `safe`."""
    yield "\ufeff" + _line(header)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([safe(cell) for cell in cells])
    return out.getvalue()


def safe(cell: object) -> object:
    """A cell that no spreadsheet runs as a formula; numbers stay numbers."""
    return f"{SAFE}{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
