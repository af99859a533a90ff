"""How many numbers can be reached, and which were lost in a quarter: for the report that the list is cleaned up by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from bot.channels import twilio_codes
from bot.core.carrier import CarrierConfig
from bot.core.errors import Invalid
from bot.core.phones import normalise
from bot.parts import Parts
from bot.store.forgetting import ERASED
from bot.store.session import AnyRow
from bot.store.tables import number_losses, shipments, threads

GOAL: Final = 0.95
"""Share of numbers that can receive texts, at least."""
_QUARTER: Final = re.compile(r"(20\d\d)Q([1-4])")


@dataclass(frozen=True, slots=True)
class Report:
    """`share` is valid ÷ all, None where there is none. `doubtful` are valid as far as anybody said, but unknown to the numbering plan."""

    all: int
    invalid: int
    doubtful: int

    @property
    def share(self) -> float | None:
        return (self.all - self.invalid) / self.all if self.all else None

    @property
    def good(self) -> bool:
        """Whether the goal is reached."""
        return self.share is None or self.share >= GOAL


@dataclass(frozen=True, slots=True)
class Loss:
    """A number that turned out to receive nothing. `back`: it was heard of since. `parcels`: how many it has with us."""

    thread_id: int
    phone: str
    at: datetime
    code: str | None
    cause: str
    back: bool
    parcels: int


def report(parts: Parts, carrier: str) -> Report:
    """The numbers of one carrier as they stand. Sender ids such as 95338 and erased numbers do not count."""
    numbers = sa.select(threads.c.phone, threads.c.number_invalid).where(
        threads.c.carrier == carrier, threads.c.phone.like("+%")
    )
    total = invalid = doubtful = 0
    with parts.store.read() as connection:
        for row in connection.execution_options(yield_per=2000).execute(numbers):
            total += 1
            invalid += row.number_invalid
            doubtful += not row.number_invalid and _doubtful(row.phone)
    return Report(total, invalid, doubtful)


def _doubtful(phone: str) -> bool:
    try:
        return normalise(phone, None).doubt is not None
    except Invalid:
        return True


def quarter(text: str | None, now: datetime, carrier: CarrierConfig) -> tuple[str, datetime, datetime]:
    """`2026Q4` (None: the present one) → its name, beginning and end in the carrier's time. Raises `Invalid`."""
    local = now.astimezone(carrier.zone)
    name = text or f"{local.year}Q{(local.month - 1) // 3 + 1}"
    match = _QUARTER.fullmatch(name)
    if match is None:
        raise Invalid(f"{name!r} is no quarter: write one such as 2026Q4.")
    year, number = int(match[1]), int(match[2])
    begin = datetime(year, 3 * number - 2, 1, tzinfo=carrier.zone)
    end = datetime(year + (number == 4), 3 * number % 12 + 1, 1, tzinfo=carrier.zone)
    return name, begin, end


def losses(parts: Parts, carrier: str, begin: datetime, end: datetime) -> list[Loss]:
    """Numbers that were lost from `begin` to before `end`, the first loss of each, oldest first."""
    parcels = sa.select(sa.func.count()).where(shipments.c.thread_id == threads.c.id).scalar_subquery()
    query = (
        sa.select(number_losses, threads.c.phone, threads.c.number_invalid, parcels.label("parcels"))
        .join(threads, threads.c.id == number_losses.c.thread_id)
        .where(
            number_losses.c.carrier == carrier, number_losses.c.at >= begin, number_losses.c.at < end,
            threads.c.phone.not_like(f"{ERASED}%"),
        )
        .order_by(number_losses.c.at, number_losses.c.id)
    )  # fmt: skip
    with parts.store.read() as connection:
        rows: Sequence[AnyRow] = connection.execute(query).all()
    first: dict[int, Loss] = {}
    for row in rows:
        first.setdefault(row.thread_id, _loss(row))
    return list(first.values())


def _loss(row: AnyRow) -> Loss:
    known = twilio_codes.lookup(row.error_code)
    cause = known.cause if known else "the provider said so"
    return Loss(row.thread_id, row.phone, row.at, row.error_code, cause, not row.number_invalid, row.parcels)
