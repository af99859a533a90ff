"""Puts before policy what it asks: who the customer is, where their consent stands, what was said to them. Twice for each text.

A turn asks when it decides (`Screen.decided`), the worker asks again in the transaction that claims (`reask`): a rule, a consent or a number
that changed while the text waited counts then (laws 6 and 14).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.engine import Connection

from bot.core import policy
from bot.core.carrier import CarrierConfig
from bot.core.effects import Say
from bot.core.model import Category
from bot.core.phones import zone_of
from bot.core.policy.caps import limits_of
from bot.core.policy.reasons import TOO_LATE
from bot.core.rulebook import Limits
from bot.parts import Parts
from bot.store import consents, history, outbox
from bot.store.history import Said
from bot.store.session import AnyRow

LANES: Final[tuple[policy.Lane, ...]] = ("acknowledgement", "reply", "notice", "promotion")
"""Lanes of the outbox, best first; a row keeps the place in this list."""
PROMOTION: Final = 3
_NO_LIMITS: Final = Limits()


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_for(own: str | None, phone: str, carrier: CarrierConfig) -> ZoneInfo:
    """The customer's time zone: as the carrier told us, else the only one of the number's country, else the carrier's."""
    for name in (own, zone_of(phone)):
        if name and (zone := _zone(name)) is not None:
            return zone
    return carrier.zone


# ── when a text is decided ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Customer:
    """Who would get the text, as the locked thread knows them."""

    id: int
    carrier: CarrierConfig
    phone: str
    segment: str
    zone: ZoneInfo
    number_invalid: bool
    consent: policy.Consent


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about: `event` is the tracking event it tells, `kind` the flow, or what a campaign calls it."""

    category: Category
    lane: policy.Lane
    channel: str
    event: str | None = None
    kind: str = ""


def request(connection: Connection, customer: Customer, say: Say, about: About, now: datetime) -> policy.Request:
    """What policy is to be asked now. Reads what was said only where a cap or a limit may need it."""
    last = outbox.last_said(connection, customer.id, say.key) if say.once_in else None
    asked = policy.Request(
        say, about.category, about.lane, customer.consent, customer.carrier, now, about.channel, last,
        phone=customer.phone, segment=customer.segment, zone=customer.zone, event=about.event, kind=about.kind,
        number_invalid=customer.number_invalid,
    )  # fmt: skip
    limited = limits_of(asked) != _NO_LIMITS
    if not asked.promotes and not limited:
        return asked
    if asked.promotes:
        said = history.of(connection, (customer.id,), now, planned=True, texts=limited)[customer.id]
    else:
        said = history.of_a_day(connection, customer.id, now)
    return replace(asked, history=said.over(about.channel))


# ── when it is claimed ───────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Standing:
    """What is known, in the claiming transaction, of the customers of a batch."""

    consents: Mapping[int, policy.Consent]
    said: Mapping[int, Said]


def standing(
    parts: Parts, connection: Connection, rows: Sequence[Any], thread_ids: Collection[int], now: datetime
) -> Standing:
    """Read it for all of them: one query for the ledger, one for what was said, that only where a row may need it."""
    limited = any(_limits(parts, row) != _NO_LIMITS for row in rows)
    counted = {row.thread_id for row in rows if row.thread_id in thread_ids and (limited or row.lane == PROMOTION)}
    said = history.of(connection, counted, now, planned=False, texts=limited)
    return Standing(consents.standings(connection, thread_ids), said)


def _limits(parts: Parts, row: Any) -> Limits:
    carrier = parts.flows.carrier(row.carrier)
    asked = policy.Request(Say("", "", ""), "service", "notice", policy.Consent(), carrier, row.created_at, row.channel, phone=row.recipient)  # fmt: skip
    return limits_of(asked)


def reask(parts: Parts, row: Any, thread: Any, standing: Standing, now: datetime) -> policy.Verdict:
    """Ask policy about a row of the outbox as the rules and the customer are now. What is let go counts for the rest of the batch."""
    carrier = parts.flows.carrier(row.carrier)
    locale = row.locale or carrier.locales[0]
    body = row.body if row.body is not None else _unsigned(row.text, locale, carrier)
    said = standing.said.get(row.thread_id)
    asked = policy.Request(
        Say(row.text_key or "", body, locale, bool(row.urgent)), row.category, LANES[row.lane],
        standing.consents[row.thread_id], carrier, now, row.channel,
        phone=row.recipient, segment=thread.segment, zone=zone_for(thread.time_zone, row.recipient, carrier), event=row.event,
        kind=row.kind or row.text_key or "", history=said.over(row.channel) if said else policy.NOTHING_SAID,
        number_invalid=thread.number_invalid, useful_until=row.useful_until,
    )  # fmt: skip
    verdict = policy.screen_request(asked)
    if said is not None and isinstance(verdict, policy.Allow):
        if asked.promotes:
            said.promotions.append(policy.Promoted(now, asked.kind))
        said.carried.append((row.channel, policy.Carried(now, verdict.text)))
    return verdict


def _unsigned(text: str, locale: str, carrier: CarrierConfig) -> str:
    """A finished text without its signature; one that was signed otherwise stays as it is."""
    return text.removeprefix(policy.signature(locale, carrier))


# ── a batch of due rows ──────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Sorted:
    """What policy and law 14 said of a batch of due rows."""

    leaving: list[AnyRow] = field(default_factory=list)
    stopped: dict[str, list[int]] = field(default_factory=dict)
    """Reason → ids."""
    deferred: dict[int, policy.Defer] = field(default_factory=dict)
    formed: dict[int, policy.Allow] = field(default_factory=dict)
    """Rows whose final form is no longer the one that was decided."""

    @property
    def words(self) -> dict[int, str]:
        """The present form of those."""
        return {row_id: formed.text for row_id, formed in self.formed.items()}


def sort(
    parts: Parts,
    connection: Connection,
    rows: Sequence[AnyRow],
    held: Mapping[int, AnyRow],
    ahead: Mapping[str, datetime],
    now: datetime,
) -> Sorted:
    """Ask again about every row whose thread is `held`. `ahead`: the present of carriers that have another than `now`."""
    earliest = min(ahead.get(row.carrier, now) for row in rows)
    known = standing(parts, connection, rows, held, earliest)
    found = Sorted()
    for row in rows:
        if row.thread_id not in held:
            continue
        thread, local_now = held[row.thread_id], ahead.get(row.carrier, now)
        reason = _overtaken(row, thread, local_now)
        match policy.Refuse(reason) if reason else reask(parts, row, thread, known, local_now):
            case policy.Refuse(reason=why):
                found.stopped.setdefault(why, []).append(row.id)
            case policy.Defer() as later:
                found.deferred[row.id] = later
            case policy.Allow() as formed:
                found.leaving.append(row)
                if row.body is not None and formed.text != row.text:
                    found.formed[row.id] = formed
    return found


def _overtaken(row: AnyRow, thread: AnyRow, now: datetime) -> str | None:
    """Why a text is not even asked about again; None if policy decides."""
    if row.useful_until is not None and row.useful_until < now:
        return TOO_LATE
    person = thread.control == "person" and row.control_version != thread.control_version
    return "a person has the conversation" if person and row.lane > 0 and row.author == "bot" else None


def keep_back(connection: Connection, found: Sorted) -> int:
    """Write down what does not leave now and what leaves in other words; how many were kept back."""
    for reason, ids in found.stopped.items():
        outbox.end(connection, ids, "canceled", reason)
    outbox.put_off(connection, {row_id: (later.until, later.reason) for row_id, later in found.deferred.items()})
    outbox.reword(connection, {row_id: (new.text, new.segments.count) for row_id, new in found.formed.items()})
    return sum(map(len, found.stopped.values())) + len(found.deferred)
