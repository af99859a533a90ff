"""Consent that a carrier holds already, brought into the ledger from a CSV file, line by line, each with its proof."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy.engine import Connection

from bot.core import sheets
from bot.core.carrier import CarrierConfig
from bot.core.errors import Invalid, NotFound
from bot.core.phones import normalise, number_in
from bot.core.sheets import Fault, Row
from bot.parts import Parts
from bot.store import consents, opening, threads
from bot.store.session import AnyRow

COLUMNS: Final = ("phone", "category", "granted", "at", "proof")
"""Only `phone` must be there. Category: promotion; granted: yes; at: now; proof: where the consent can be seen."""
_YES: Final = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
BATCH: Final = 500


@dataclass(slots=True)
class Imported:
    """What an import did. `errors` and `warnings` hold (line of the file, what is wrong with it)."""

    recorded: int = 0
    known: int = 0
    """Lines of the same file that were recorded before, or that it has twice."""
    errors: list[tuple[int, str]] = field(default_factory=list)
    warnings: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    phone: str
    doubt: str | None
    category: str
    granted: bool
    at: datetime
    ref: str


def import_file(parts: Parts, carrier: str, raw: bytes, progress: Callable[[int], None] = lambda _: None) -> Imported:
    """Record every line of a CSV file; a line that cannot be is reported and holds up no other.

    The same file again records nothing twice. Nobody who has opted out is brought back: only they can do that. Raises `Invalid`
    for a file without a column `phone`.
    """
    config = parts.flows.carrier(carrier)
    now = parts.clock.now(carrier)
    text = sheets.decoded(raw)
    rows = sheets.read(text, ["phone"], COLUMNS)
    done = Imported()
    lines = _lines(rows, config, now, hashlib.sha256(text.encode()).hexdigest()[:12], done)
    while batch := [line for _, line in zip(range(BATCH), lines, strict=False)]:
        with parts.store.write() as connection:
            # In one order everywhere, so that two imports wait for each other and do not deadlock.
            for line in sorted(batch, key=lambda one: one.phone):
                _record(connection, carrier, line, now, done)
        progress(len(batch))
    return done


def _lines(
    rows: Iterator[Row | Fault], config: CarrierConfig, now: datetime, digest: str, done: Imported
) -> Iterator[_Line]:
    seen: set[tuple[str, str, bool, datetime]] = set()
    for row in rows:
        if isinstance(row, Fault):
            done.errors.append((row.line, f"{row.column} {row.message}".strip()))
            continue
        try:
            line = _line(row.line, row.cells, config, now, digest)
        except Invalid as error:
            done.errors.append((row.line, str(error)))
            continue
        said = (line.phone, line.category, line.granted, line.at)
        if said in seen:
            done.known += 1
        else:
            seen.add(said)
            yield line


def _line(number: int, cells: Mapping[str, str], config: CarrierConfig, now: datetime, digest: str) -> _Line:
    given = {name: cells.get(name, "") for name in COLUMNS}
    try:
        phone = normalise(given["phone"], config.home)
    except Invalid as error:
        raise Invalid(f"phone {error}") from None
    category = given["category"] or "promotion"
    if category not in consents.CATEGORIES:
        raise Invalid(f"category is '{category}'; there are {', '.join(consents.CATEGORIES)}")
    granted = _YES.get(given["granted"].lower())
    if granted is None:
        raise Invalid(f"granted is '{given['granted']}'; write yes or no")
    ref = f"import {digest}:{number} {given['proof']}".strip()[:160]
    return _Line(number, phone.number, phone.doubt, category, granted, _moment(given["at"], config, now), ref)


def _moment(text: str, config: CarrierConfig, now: datetime) -> datetime:
    if not text:
        return now
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(f"at is '{text}'; write a day such as 2026-11-23, or a time with it") from None
    at = at if at.tzinfo else at.replace(tzinfo=config.zone)
    if at > now:
        raise Invalid("at lies in the future")
    return at


def _record(connection: Connection, carrier: str, line: _Line, now: datetime, done: Imported) -> None:
    if line.doubt:
        done.warnings.append((line.number, f"{line.phone} {line.doubt}"))
    thread = threads.lock(connection, carrier, line.phone, now)
    if consents.has_ref(connection, carrier, thread.id, line.ref):
        done.known += 1
        return
    if line.granted and threads.ledger(connection, thread.id).get(line.category) is False:
        done.errors.append((line.number, "this customer has opted out, and only they can opt in again"))
        return
    opening.record_consent(connection, carrier, thread.id, line.granted, (line.category,), "import", line.ref, line.at)
    done.recorded += 1


def proof(parts: Parts, carrier: str, phone: str) -> list[AnyRow]:
    """Every line of one customer's ledger, oldest first. Raises `NotFound`, and `Invalid` for what is no number."""
    config = parts.flows.carrier(carrier)
    number = number_in(phone, config.home)
    with parts.store.read() as connection:
        thread_id = consents.thread_of(connection, carrier, number)
        if thread_id is None:
            raise NotFound(f"The carrier {carrier!r} has no customer with this number.")
        return list(consents.lines(connection, thread_id))
