"""Lists of numbers: recipients of a campaign, members of employee groups. Good rows are kept, every other one is named with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from sqlalchemy.engine import Connection

from bot.core import phones, sheets
from bot.core.campaigning import STAFF, Variant, variant_for
from bot.core.carrier import CarrierConfig
from bot.core.errors import Conflict, Invalid
from bot.core.sheets import Fault, Row
from bot.parts import Parts
from bot.store import audience, campaigns
from bot.store.audience import Listed
from bot.store.session import AnyRow

MOST_FAULTS: Final = 100
"""Faults that a report names one by one; it counts all of them."""
KNOWN: Final = ("phone", "name", "locale")
LONGEST_LOCALE: Final = 16


@dataclass(slots=True)
class Report:
    """What became of a list."""

    rows: int = 0
    added: int = 0
    duplicates: int = 0
    """Numbers that the list has twice, or that were there before."""
    errors: int = 0
    doubtful: int = 0
    """Numbers that were taken although they may receive nothing: in no numbering plan that we know, or landlines."""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    """What may be wrong with rows that were taken."""

    def fault(self, fault: Fault) -> None:
        self.errors += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)

    def warn(self, one: Wanted) -> None:
        self.doubtful += one.doubtful
        self.warnings += one.warnings[: MOST_FAULTS - len(self.warnings)]

    def counts(self) -> dict[str, int]:
        return {"rows": self.rows, "added": self.added, "duplicates": self.duplicates, "errors": self.errors}

    def as_json(self) -> dict[str, Any]:
        listed = {"faults": self.faults, "warnings": self.warnings}
        lists = {name: [fault.as_json() for fault in faults] for name, faults in listed.items()}
        return {**self.counts(), "doubtful": self.doubtful, **lists}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One good row: whose number, and what else the list says."""

    listed: Listed
    more: Mapping[str, str]
    doubtful: bool
    warnings: tuple[Fault, ...] = ()


def add_list(parts: Parts, carrier: str, campaign_id: int, raw: bytes, connection: Connection | None = None) -> Report:
    """Add the numbers of a CSV (phone, name, locale, and columns for the texts) to a draft, each customer once.

    Raises `NotFound`; `Conflict` once it was started; `Invalid` where the list as a whole cannot be read.
    """
    if connection is None:
        with parts.store.write() as own:
            return add_list(parts, carrier, campaign_id, raw, own)
    campaign = campaigns.get(connection, carrier, campaign_id, "campaign", lock=True)
    if campaign.status != "draft":
        raise Conflict(f"This campaign is {campaign.status}; a list is added to a draft.", {"status": campaign.status})
    report = Report()
    for batch in _batches(_wanted(parts.flows.carrier(carrier), raw, report)):
        ids = audience.thread_ids(connection, carrier, [one.listed for one in batch], parts.clock.now(carrier))
        rows = [recipient(campaign, ids[one.listed.phone], None, one.more) for one in batch]
        report.added += campaigns.add_recipients(connection, campaign_id, rows)
    report.duplicates = report.rows - report.errors - report.added
    before = campaign.listed
    listed = {name: before.get(name, 0) + count for name, count in report.counts().items()}
    campaigns.change(connection, campaign_id, listed=listed)
    return report


def recipient(
    campaign: AnyRow, thread_id: int, shipment_id: int | None, data: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The row of one who is to get it."""
    variants = [Variant.model_validate(variant) for variant in campaign.variants]
    return {
        "thread_id": thread_id,
        "shipment_id": shipment_id,
        "variant": variant_for(campaign.id, thread_id, variants),
        "data": dict(data or {}),
    }


def join_groups(
    parts: Parts, carrier: str, raw: bytes, *, replace: bool = False, connection: Connection | None = None
) -> Report:
    """Put the people of a CSV (phone, group, name, locale) into groups of employees. `replace`: who is not in it leaves them.

    Raises `Invalid` where the list as a whole cannot be read.
    """
    if connection is None:
        with parts.store.write() as own:
            return join_groups(parts, carrier, raw, replace=replace, connection=own)
    report = Report()
    members = list(_wanted(parts.flows.carrier(carrier), raw, report, ("phone", "group"), once=False))
    names = sorted({one.more["group"] for one in members})
    if replace:
        audience.leave_groups(connection, carrier, names)
    now = parts.clock.now(carrier)
    for batch in _batches(iter(members)):
        people = {one.listed.phone: one.listed for one in batch}
        ids = audience.thread_ids(connection, carrier, list(people.values()), now, STAFF)
        for name in sorted({one.more["group"] for one in batch}):
            in_it = [ids[one.listed.phone] for one in batch if one.more["group"] == name]
            report.added += audience.join_group(connection, carrier, name, in_it)
    report.duplicates = report.rows - report.errors - report.added
    return report


def _batches(wanted: Iterator[Wanted]) -> Iterator[list[Wanted]]:
    while batch := list(islice(wanted, campaigns.CHUNK)):
        yield batch


def _wanted(
    carrier: CarrierConfig, raw: bytes, report: Report, required: Iterable[str] = ("phone",), *, once: bool = True
) -> Iterator[Wanted]:
    seen: set[tuple[str, str]] = set()
    for row in sheets.read(sheets.decoded(raw), list(required)):
        report.rows += 1
        one = row if isinstance(row, Fault) else _checked(row, carrier, required)
        if isinstance(one, Fault):
            report.fault(one)
            continue
        key = (one.listed.phone, "" if once else one.more["group"])
        if key not in seen:
            seen.add(key)
            report.warn(one)
            yield one


def _checked(row: Row, carrier: CarrierConfig, required: Iterable[str]) -> Wanted | Fault:
    cells = dict(row.cells)
    if missing := next((name for name in required if name not in cells), None):
        return Fault(row.line, missing, "is empty")
    long = next((name for name in ("group",) if len(cells.get(name, "")) > 64), None)
    if long:
        return Fault(row.line, long, "is longer than 64 characters")
    try:
        phone = phones.normalise(cells["phone"], carrier.home)
    except Invalid as error:
        return Fault(row.line, "phone", str(error))
    locale = cells.get("locale")
    if locale and (len(locale) > LONGEST_LOCALE or not locale.replace("-", "").replace("_", "").isalnum()):
        return Fault(row.line, "locale", "is no language; write one such as zh-CN or en")
    more = {name: cell for name, cell in cells.items() if name not in KNOWN}
    named = cells.get("name", "")[:100] or None
    locale = locale.replace("_", "-") if locale else None
    doubts = {"phone": phone.doubt, "locale": carrier.unspoken(locale)}
    warnings = tuple(Fault(row.line, column, doubt) for column, doubt in doubts.items() if doubt)
    return Wanted(Listed(phone.number, named, locale), more, phone.doubt is not None, warnings)
