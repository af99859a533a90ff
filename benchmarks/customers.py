"""Many customers, each with an open `delivery_options` question, and their signed replies.

One customer is made by the product's own turns (parcel, tracking event, text sent); the others are copies of those rows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa
from twilio.request_validator import RequestValidator

from benchmarks.load import request_bytes, write_requests
from bot import dispatch, turns, wiring
from bot.channels.simulator import Simulator
from bot.core.model import TrackingEvent
from bot.settings import Settings
from bot.store import shipments, tables
from bot.store.session import Store

CARRIER = "demo"
PUBLIC_URL = "https://sms.example.com"
ACCOUNT = "AC" + "5" * 32
TOKEN = "stand-in-token"
NUMBER = "+15005550006"
INBOUND = f"/webhooks/{CARRIER}/twilio/inbound"
COPIED = ("threads", "shipments", "tracking_events", "conversations", "outbox", "attempts", "prompts", "timers")
CHUNK = 1000


def environment(database_url: str, redis_url: str, data_dir: Path, **more: str) -> dict[str, str]:
    """What a part of the product is started with."""
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BOT_DATA_DIR": str(data_dir),
        "SECRET_KEY": "k" * 32,
        "PUBLIC_URL": PUBLIC_URL,
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_FROM": NUMBER,
        **more,
    }


def phone(number: int) -> str:
    return f"+86138{number:08}"


def tracking_no(number: int) -> str:
    return f"FY{number:010}"


def fill(env: dict[str, str], count: int, *, sent: bool = True) -> None:
    """`count` customers with an open question. `sent`: it has left; else its text still waits in the outbox."""
    store = Store(env["DATABASE_URL"])
    _first(env, sent)
    with store.write() as connection:
        rows = {name: _only(connection, tables.metadata.tables[name], sent) for name in COPIED}
        for first in range(2, count + 1, CHUNK):
            for name, row in rows.items():
                if row is not None:
                    many = [_copy(name, row, n) for n in range(first, min(first + CHUNK, count + 1))]
                    connection.execute(sa.insert(tables.metadata.tables[name]), many)
        for first in range(1, count + 1, CHUNK):
            numbers = range(first, min(first + CHUNK, count + 1))
            connection.execute(sa.insert(tables.inbox), [_earlier(n) for n in numbers])
            connection.execute(sa.insert(tables.consents), [_agreed(n) for n in numbers])
    if not store.is_sqlite:
        _set_sequences(store)
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    store.close()


def _first(env: dict[str, str], sent: bool) -> None:
    """The one customer that the product's own functions make."""
    parts = wiring.build(Settings.from_env(env), env).parts
    parts = replace(parts, channels={(CARRIER, "twilio"): Simulator()}, ring=lambda *_: None)
    now = datetime.now(UTC)
    customer = shipments.Customer(phone=phone(1), name="王五", locale="zh-CN")
    facts = {"redirectable": True, "proof_code": "839201", "courier": {"name": "李师傅"}}
    facts |= {"eta": (now + timedelta(hours=2)).isoformat()}
    with parts.store.write() as connection:
        shipments.put(connection, CARRIER, tracking_no(1), shipments.Draft(customer=customer, facts=facts), now)
    turns.take_event(parts, TrackingEvent(CARRIER, tracking_no(1), "e1", "out_for_delivery", now, {}))
    if sent:
        dispatch.drain(parts)
    parts.store.close()


def _only(connection: sa.Connection, table: sa.Table, sent: bool) -> dict[str, Any] | None:
    rows = connection.execute(sa.select(table)).mappings().all()
    expected = 0 if table.name == "attempts" and not sent else 1
    if len(rows) != expected:
        raise SystemExit(f"{table.name} should hold {expected} row after the first customer, not {len(rows)}.")
    return dict(rows[0]) if rows else None


def _copy(name: str, row: dict[str, Any], number: int) -> dict[str, Any]:
    """The same row of another customer: every id is the customer's number, as it is 1 in the first."""
    values = {column: number if _is_id(column) and value is not None else value for column, value in row.items()}
    match name:
        case "threads":
            values["phone"] = phone(number)
        case "shipments":
            values["tracking_no"] = tracking_no(number)
        case "tracking_events":
            values["event_id"] = f"e{number}"
        case "outbox":
            values["recipient"] = phone(number)
            values["provider_id"] = row["provider_id"] and f"SM{number:032x}"
        case "attempts":
            values["provider_id"] = row["provider_id"] and f"SM{number:032x}"
    if "cause" in values:
        values["cause"] = values["cause"].replace("event:e1", f"event:e{number}")
    return values


def _earlier(number: int) -> dict[str, Any]:
    """A reply of last month: a table that is empty when statements are planned would be read from end to end for a minute."""
    at = datetime.now(UTC) - timedelta(days=30)
    given = {
        "carrier": CARRIER,
        "channel": "twilio",
        "provider_id": f"SMlast{number}",
        "thread_id": number,
        "text": "谢谢",
    }
    return {
        **given,
        "media": [],
        "extra": {},
        "received_at": at,
        "via": "webhook",
        "route": "anything_else",
        "path": [],
    }


def _agreed(number: int) -> dict[str, Any]:
    at = datetime.now(UTC) - timedelta(days=60)
    given = {"carrier": CARRIER, "thread_id": number, "category": "service", "granted": True}
    return {**given, "at": at, "source": "import", "ref": "order"}


def _is_id(column: str) -> bool:
    return column == "id" or (column.endswith("_id") and column not in ("event_id", "provider_id"))


def _set_sequences(store: Store) -> None:
    with store.write() as connection:
        for name in COPIED:
            connection.exec_driver_sql(f"SELECT setval('{name}_id_seq', (SELECT coalesce(max(id), 1) FROM {name}))")


# ── replies ──────────────────────────────────────────────────────────────────────────────────────


def reply_form(number: int, seed: int) -> dict[str, str]:
    """What Twilio posts for the customer's "1", with the fields of its documentation."""
    sid = f"SM{random.Random(seed * 1_000_003 + number).getrandbits(128):032x}"
    return {
        "ToCountry": "US",
        "ToState": "CA",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "",
        "SmsSid": sid,
        "FromState": "",
        "SmsStatus": "received",
        "FromCity": "",
        "Body": "1",
        "FromCountry": "CN",
        "To": NUMBER,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": ACCOUNT,
        "From": phone(number),
        "ApiVersion": "2010-04-01",
    }


def requests(count: int, seed: int) -> Iterator[bytes]:
    """Signed posts of every customer's reply, in a random order."""
    order = list(range(1, count + 1))
    random.Random(seed).shuffle(order)
    validator = RequestValidator(TOKEN)
    for number in order:
        form = reply_form(number, seed)
        signature = validator.compute_signature(PUBLIC_URL + INBOUND, form)
        headers = {"X-Twilio-Signature": signature, "User-Agent": "TwilioProxy/1.1", "Accept": "*/*"}
        yield request_bytes(INBOUND, urlencode(form).encode(), headers)


def write(file: Path, count: int, seed: int) -> int:
    return write_requests(file, requests(count, seed))
