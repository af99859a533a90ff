"""Marks, the yards, and the table that a fault run prints at its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import migrate
from bot.store.session import Store
from tests.faults.servers import own_postgres, small_disk
from tests.faults.yard import Yard


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.path.name != "test_checker.py":
            item.add_marker(pytest.mark.fault)
            item.add_marker(pytest.mark.process)


def _migrated(url: str) -> str:
    store = Store(url)
    migrate.upgrade(store)
    store.close()
    return url


@pytest.fixture(scope="module")
def sqlite_yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """SQLite, on a small disk of its own where we may mount one."""
    folder = tmp_path_factory.mktemp("yard-sqlite")
    disk = folder / "disk"
    disk.mkdir()
    with small_disk(disk) as fill:
        yard = Yard("sqlite", _migrated(f"sqlite:///{disk / 'parceltalk.db'}"), folder, fill_disk=fill)
        yield yard
        yard.close()


@pytest.fixture(scope="module")
def postgres_yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """A PostgreSQL server of its own, which a scene may kill."""
    with own_postgres() as server, server.database() as url:
        yard = Yard("postgres", _migrated(url), tmp_path_factory.mktemp("yard-postgres"), server.restart)
        yield yard
        yard.close()


# ── scene × database × result ────────────────────────────────────────────────────────────────────


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows = []
    for result in ("passed", "failed"):
        for report in terminalreporter.getreports(result):
            told = dict(report.user_properties)
            if report.when == "call" and "scene" in told:
                word = "held" if result == "passed" else "BROKEN"
                rows.append((told["scene"], told["database"], word, f"{report.duration:.0f} s", told.get("seen", "")))
    if not rows:
        return
    terminalreporter.section("faults")
    widths = [max(len(str(row[n])) for row in rows) for n in range(4)]
    for row in sorted(rows):
        cells = [str(cell).ljust(width) for cell, width in zip(row, widths, strict=False)]
        terminalreporter.write_line("  ".join([*cells, str(row[4])]))
