"""What the commands for operators share: whose customers, the process's parts, tables, what became of a list."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli_parts import parts_in_force

if TYPE_CHECKING:
    from bot.parts import Parts

DEFAULT_CARRIER: Final = "demo"
SHOWN: Final = 20
"""Lines that are shown of a long list."""
CARRIER = click.option("--carrier", default=DEFAULT_CARRIER, show_default=True, help="Whose customers.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def parts_of(carrier: str) -> Parts:
    """The process's own parts, over a database that is at this version. Raises `NotFound` for an unknown carrier."""
    parts = parts_in_force()
    parts.flows.carrier(carrier)
    return parts


def who() -> str:
    """Who gives the command, for the audit."""
    return f"cli:{os.environ.get('USER') or os.getuid()}"[:64]


def table(rows: Sequence[tuple[object, ...]]) -> None:
    """Columns of equal width; a Chinese character takes two places."""
    from unicodedata import east_asian_width

    def width(text: str) -> int:
        return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)

    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*texts, strict=True)] if texts else []
    for row in texts:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def report(file: Path, told: Mapping[str, Any]) -> None:
    """Say what became of a list's rows. Ends the program with 1 where one could not be used."""
    for fault in told["faults"][:SHOWN]:
        column = f" {fault['column']}" if fault["column"] else ""
        click.echo(f"{file}:{fault['line']}: error{column} {fault['message']}")
    for warning in told.get("warnings", ())[:SHOWN]:
        click.echo(f"{file}:{warning['line']}: warning {warning['column']} {warning['message']}")
    hidden = told["errors"] - min(SHOWN, len(told["faults"]))
    if hidden > 0:
        click.echo(f"… and {hidden} more rows that could not be used")
    click.echo(f"{told['added']} added, {told['duplicates']} there before or twice, {told['errors']} not used")
    if told.get("doubtful"):
        click.echo(f"warning: {told['doubtful']} of the numbers may receive nothing; they are used as given")
    if told["errors"]:
        raise SystemExit(1)
