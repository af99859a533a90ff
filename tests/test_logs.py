"""Logs hold events and ids, and nothing of a customer (law 17)."""

from __future__ import annotations

import io
import json
import logging
import sys
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
import structlog

from bot import logs
from bot.store import tables
from bot.store.session import Store


@pytest.fixture
def written(tmp_path):
    """Configures logging into a folder; gives what was written, as objects."""
    hook = sys.excepthook
    logs.configure("worker", tmp_path)
    yield lambda: [json.loads(line) for line in (tmp_path / "worker.log").read_text().splitlines()]
    for handler in logging.getLogger().handlers[:]:
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter):
            logging.getLogger().removeHandler(handler)
            handler.close()
    sys.excepthook = hook
    structlog.reset_defaults()


def test_an_event_is_one_line_of_json_with_its_ids(written):
    """What we log is machine-readable, with part, level and time."""
    structlog.get_logger("bot.dispatch").info("text_sent", outbox=42, carrier="demo")
    (line,) = written()
    assert (
        line.items()
        >= {"event": "text_sent", "outbox": 42, "carrier": "demo", "part": "worker", "level": "info"}.items()
    )
    assert line["at"].endswith("Z")


@pytest.mark.parametrize(
    "text",
    [
        "sent to +8613800138000",
        "sent to +1 202-555-0123.",
        "sent to 13800138000",
        "sent to 8613800138000",
        "GET /Messages.json?To=%2B8613800138000&From=x",
        "postgresql://u:+8613800138000@h/d",
        "(psycopg.errors.UniqueViolation) Key (phone)=(+8613800138000) already exists.",
    ],
)
def test_no_number_gets_through_whoever_logs_it(written, text):
    """A number inside a library's message, an exception or a field of ours is hidden."""
    logging.getLogger("some.library").warning("%s", text)
    structlog.get_logger("bot").warning("refused", reason=text)
    try:
        raise ValueError(text)
    except ValueError:
        logging.getLogger("bot").exception("turn_failed")
    assert len(written()) == 3
    for line in written():
        del line["at"]  # its microseconds may hold any digits
        assert "138001" not in json.dumps(line)
        assert "555" not in json.dumps(line)
        assert "[hidden]" in json.dumps(line)


@pytest.mark.parametrize("field", ["text", "phone", "body", "token", "password", "recipient", "address"])
def test_fields_that_hold_people_are_hidden_by_name(written, field):
    """A field that is named after what must not be logged never shows its value."""
    structlog.get_logger("bot").info("oops", **{field: "转寄到 3 号楼"})
    assert written()[0][field] == "[hidden]"


@pytest.mark.parametrize("kept", ["SM" + "a1" * 16, "2026-11-21T14:00:00+08:00", "SF1234567890123", "0.1.2-9876543210"])
def test_ids_and_times_stay_readable(written, kept):
    """A provider's message id, a time or a waybill number is no phone number."""
    structlog.get_logger("bot").info("seen", what=kept)
    assert written()[0]["what"] == kept


def test_the_screen_shows_warnings_only_and_short(written, tmp_path, monkeypatch):
    """With a log folder, the screen has one line a warning and no traceback."""
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    logs.configure("worker", tmp_path)
    log = structlog.get_logger("bot")
    log.info("calm")
    try:
        raise RuntimeError("inside")
    except RuntimeError:
        log.exception("broken", outbox=7)
    assert screen.getvalue() == "worker error: broken outbox=7 error=RuntimeError\n"
    assert "Traceback" in written()[1]["exception"]


def test_a_log_may_be_moved_away_while_it_is_written(written, tmp_path):
    """After a rotation by renaming, the next line begins a new file."""
    log = structlog.get_logger("bot")
    log.info("before")
    (tmp_path / "worker.log").rename(tmp_path / "worker.log.1")
    log.info("after")
    assert [line["event"] for line in written()] == ["after"]


def test_a_database_error_quotes_no_text_and_no_number(sqlite_url):
    """What SQLAlchemy says of a failed statement holds its words, not its parameters."""
    store = Store(sqlite_url)
    row = {"carrier": "demo", "phone": "+8613800138000", "created_at": datetime.now(UTC)}
    with store.write() as connection:
        connection.execute(sa.insert(tables.threads).values(row))
    with store.write() as connection, pytest.raises(sa.exc.IntegrityError) as caught:
        connection.execute(sa.insert(tables.threads).values(row))
    store.close()
    assert "13800138000" not in str(caught.value)
