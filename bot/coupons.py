"""Coupon pools as people deal with them: codes from a list, how many are left, a warning before none is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.engine import Connection

from bot import metrics
from bot.core import sheets
from bot.core.errors import Invalid, NotFound
from bot.core.policy.content import has_link
from bot.core.sheets import Fault, Row
from bot.parts import Parts
from bot.store import coupons, staff
from bot.store.coupons import Code, Pool

log = structlog.get_logger()

MOST_FAULTS: Final = 100
LONGEST_CODE: Final = 64
_ADDRESS: Final = re.compile(r"[\s:/?&=@<>\"'\\]")
LAST: Final = time(23, 59, 59)
"""When a day is over: a text that names the day of this moment names the right one."""


def import_codes(
    parts: Parts, carrier: str, pool: str, raw: bytes, who: str, connection: Connection | None = None
) -> dict[str, Any]:
    """Add the codes of a CSV (code, and expires_at: a day or a moment) to a pool; what became of each row.

    Raises `NotFound` for a pool that carrier.yaml does not name, `Invalid` where the list as a whole cannot be read.
    """
    _require(parts, carrier, pool)
    if connection is None:
        with parts.store.write() as own:
            return import_codes(parts, carrier, pool, raw, who, own)
    now = parts.clock.now(carrier)
    rows = list(_codes(raw, parts.flows.carrier(carrier).zone, now))
    codes = [(line, code) for line, code in rows if isinstance(code, Code)]
    elsewhere = coupons.pools_of(connection, carrier, pool, [code.code for _, code in codes])
    faults = [fault for _, fault in rows if isinstance(fault, Fault)]
    faults += [
        Fault(line, "code", f"is in the pool {elsewhere[code.code]} already; a code is in one pool only")
        for line, code in codes
        if code.code in elsewhere
    ]
    good = {code.code: code for _, code in codes if code.code not in elsewhere}
    added = coupons.add(connection, carrier, pool, list(good.values()))
    if added:
        coupons.set_warning(connection, carrier, pool, warned_at=None)
    staff.record(connection, parts.clock.now(), who, "coupons_imported", carrier, {"pool": pool, "added": added})
    return {
        "rows": len(rows),
        "added": added,
        "duplicates": len(rows) - len(faults) - added,
        "errors": len(faults),
        "faults": [fault.as_json() for fault in faults[:MOST_FAULTS]],
    }


def _codes(raw: bytes, zone: ZoneInfo, now: datetime) -> Iterator[tuple[int, Code | Fault]]:
    for row in sheets.read(sheets.decoded(raw), ["code"]):
        yield row.line, row if isinstance(row, Fault) else _code(row, zone, now)


def _code(row: Row, zone: ZoneInfo, now: datetime) -> Code | Fault:
    code = one_writing(row.cells.get("code", ""))
    if _ADDRESS.search(code) or has_link(code):
        return Fault(row.line, "code", "is an address or holds signs of one; a code is letters, digits and dashes")
    if not 1 <= len(code) <= LONGEST_CODE or not code.isprintable():
        return Fault(row.line, "code", f"should be 1 to {LONGEST_CODE} printable characters")
    written = row.cells.get("expires_at")
    if written is None:
        return Code(code)
    expires_at = _moment(written, zone)
    if expires_at is None:
        return Fault(row.line, "expires_at", "is no day or moment; write 2026-12-31, or 2026-12-31T18:00:00+08:00")
    if expires_at <= now:
        return Fault(row.line, "expires_at", "is over already")
    return Code(code, expires_at)


def one_writing(code: str) -> str:
    """A code as it is kept and said: full-width forms made plain, no blanks around it, capital letters."""
    return unicodedata.normalize("NFKC", code).strip().upper()


def _moment(written: str, zone: ZoneInfo) -> datetime | None:
    """A day lasts until its end; a moment without a zone is the carrier's."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    whole_day = len(written) == len("2026-12-31")
    at = at if at.tzinfo else at.replace(tzinfo=zone)
    return datetime.combine(at.date(), LAST, zone) if whole_day else at


def pools(parts: Parts, carrier: str) -> list[dict[str, Any]]:
    """Every pool that carrier.yaml names, with what is left in it."""
    with parts.store.read() as connection:
        found = {pool.name: pool for pool in coupons.pools(connection, carrier, parts.clock.now(carrier))}
    named = parts.flows.carrier(carrier).coupons
    empty = {name: Pool(name, 0, 0, 0, coupons.LEAST_LEFT, None) for name in named}
    return [_view(pool) for pool in (empty | found).values()]


def pool(parts: Parts, carrier: str, name: str) -> dict[str, Any]:
    """One of them. Raises `NotFound`."""
    _require(parts, carrier, name)
    return next(found for found in pools(parts, carrier) if found["pool"] == name)


def warn_below(parts: Parts, carrier: str, name: str, codes: int | None) -> None:
    """Below how many free codes somebody is told; None: one in ten, at least ten. Raises `NotFound`, `Invalid`."""
    _require(parts, carrier, name)
    if codes is not None and codes < 0:
        raise Invalid("The number of codes cannot be negative.", {"warn_below": "should be 0 or more"})
    with parts.store.write() as connection:
        coupons.set_warning(connection, carrier, name, warn_below=codes, warned_at=None)


def _view(found: Pool) -> dict[str, Any]:
    return {
        "pool": found.name,
        "codes": found.codes,
        "claimed": found.claimed,
        "expired": found.expired,
        "free": found.free,
        "warn_below": found.warn_below,
        "low": found.low,
        "warned_at": None if found.warned_at is None else found.warned_at.isoformat(),
    }


def _require(parts: Parts, carrier: str, name: str) -> None:
    named = parts.flows.carrier(carrier).coupons
    if name not in named:
        known = ", ".join(named) or "none"
        raise NotFound(f"There is no coupon pool {name!r}; carrier.yaml names: {known}.")


def warn(parts: Parts) -> int:
    """Tell once of every pool that runs low: in the log, in the metrics, in the audit trail that staff read. How many."""
    return sum(_warn(parts, carrier) for carrier, config in parts.flows.carriers().items() if config.coupons)


def _warn(parts: Parts, carrier: str) -> int:
    now = parts.clock.now(carrier)
    with parts.store.read() as connection:
        low = [found for found in coupons.pools(connection, carrier, now) if found.low and found.warned_at is None]
    told = 0
    for found in low:
        with parts.store.write() as connection:
            if not coupons.warn_once(connection, carrier, found.name, now):
                continue
            left = {"pool": found.name, "free": found.free, "codes": found.codes}
            staff.record(connection, parts.clock.now(), "system", "coupons_low", carrier, left)
        log.warning("coupons_low", carrier=carrier, pool=found.name, free=found.free, codes=found.codes)
        metrics.coupons_low.labels(carrier, found.name).inc()
        told += 1
    return told
