"""The dry run: every recipient through the flow's first turn and the real policy, and not a row written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot import screening
from bot.campaigns import lifecycle, lists
from bot.campaigns.pacing import pace_of
from bot.campaigns.running import IN_IT, NOT_FOR, data_for
from bot.core import policy
from bot.core.campaigning import Audience, Pace
from bot.core.decide import decide, start
from bot.core.effects import Say
from bot.core.facts import Facts
from bot.core.flow import CompiledFlow
from bot.core.habits import habits
from bot.core.model import Started
from bot.core.policy.caps import limits_of
from bot.core.rulebook import PROVIDER_LIMITS, Limits
from bot.core.starting import starts
from bot.core.turn import variant_of
from bot.parts import Parts
from bot.store import audience, campaigns, consents, history, outbox
from bot.store.conversations import parcel
from bot.store.past import past_of
from bot.store.session import AnyRow
from bot.store.tables import conversations, shipments, threads

Progress = Callable[[int, int], None]
PAST: Final = (
    "customer.window",
    "customer.pickups_this_month",
    "customer.recent_parcels",
    "customer.loyal",
    "customer.dormant",
)
NOT_LISTED: Final = "the list's row could not be used"
SILENT: Final = "the flow says nothing at first"


MOST_KNOWN: Final = 10_000
"""Classes of recipients that are remembered at once: where each text names its customer there are as many as recipients."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What policy says of the first text, when it was asked, and what all that may leave costs, in segments."""

    verdict: policy.Verdict
    now: datetime
    segments: int


@dataclass(slots=True)
class Preview:
    """What would happen. Reasons are those of docs/policy.md."""

    recipients: int = 0
    now: int = 0
    later: Counter[str] = field(default_factory=Counter)
    """Sent, but not at once: reason → how many."""
    never: Counter[str] = field(default_factory=Counter)
    segments: int = 0
    by_variant: Counter[str] = field(default_factory=Counter)
    first: datetime | None = None
    last: datetime | None = None
    pace: Pace | None = None

    def add(self, one: Foreseen, variant: str) -> None:
        """One more of whom it is known what would become of theirs."""
        match one.verdict:
            case policy.Refuse(reason=why):
                self.never[why] += 1
            case policy.Defer(until=until, reason=why):
                self.later[why] += 1
                self._sent(until, variant, one.segments)
            case policy.Allow():
                self.now += 1
                self._sent(one.now, variant, one.segments)

    def _sent(self, at: datetime, variant: str, count: int) -> None:
        self.by_variant[variant] += 1
        self.segments += count
        self.first = at if self.first is None else min(at, self.first)
        self.last = at if self.last is None else max(at, self.last)

    def as_json(self) -> dict[str, Any]:
        later, never = sum(self.later.values()), sum(self.never.values())
        return {
            "recipients": self.recipients,
            "would_get_it": self.now + later,
            "at_once": self.now,
            "later": _reasons(self.later),
            "would_not": never,
            "not_because": _reasons(self.never),
            "segments": self.segments,
            "by_variant": dict(sorted(self.by_variant.items())),
            "first_at": None if self.first is None else self.first.isoformat(),
            "per_minute": None if self.pace is None else self.pace.per_minute,
            "minutes": None if self.pace is None else -(-(self.now + later) // self.pace.per_minute),
            "last_at": None if self.last is None else self.last.isoformat(),
        }


def _reasons(counted: Counter[str]) -> list[dict[str, Any]]:
    return [{"reason": why, "means": policy.explain(why), "count": n} for why, n in counted.most_common()]


def dry_run(
    parts: Parts, carrier: str, campaign_id: int, kind: str = "campaign", progress: Progress = lambda _done, _of: None
) -> Preview:
    """How many would get it if it began now (a draft) or at its time, how many not and why, and what it would cost in segments.

    `progress` is told how many recipients were looked at, of at most how many. Raises `NotFound`.
    """
    with parts.store.read() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, kind)
        now = parts.clock.now(carrier)
        moment = max(now, campaign.starts_at) if campaign.status == "scheduled" else now
        flow = lifecycle.flow_for(parts, carrier, campaign.flow, kind)
        found = Preview(pace=pace_of(parts, campaign))
        found.never.update({NOT_LISTED: campaign.listed.get("errors", 0)} if campaign.listed.get("errors") else {})
        found.recipients = found.never.total()
        needed = sorted(name.removeprefix("customer.") for name in (*flow.needs, *PAST) if name.startswith("customer."))
        look = _Look(parts, connection, campaign, flow, moment, needed)
        total, done = _at_most(connection, campaign, now), 0
        for page in _pages(connection, campaign, now):
            look.at(page, found)
            done += len(page)
            progress(done, total)
        return found


def _at_most(connection: Connection, campaign: AnyRow, now: datetime) -> int:
    """How many recipients there can be: whoever is in a list and in the audience is counted twice."""
    listed = campaigns.count(connection, campaign.id)
    if campaign.status not in ("draft", "scheduled"):
        return listed
    return listed + audience.count(connection, campaign.carrier, Audience.model_validate(campaign.audience), now)


def _pages(connection: Connection, campaign: AnyRow, now: datetime) -> Iterator[Sequence[AnyRow]]:
    """Who is written down already, then who matches the audience besides."""
    seen: set[int] = set()
    for page in campaigns.pages(connection, campaign.id):
        seen.update(row.thread_id for row in page)
        yield page
    if campaign.status not in ("draft", "scheduled"):
        return
    wanted, after = Audience.model_validate(campaign.audience), 0
    while found := audience.page(connection, campaign.carrier, wanted, now, after, campaigns.CHUNK):
        after = found[-1].thread_id
        new = {row.thread_id: row.shipment_id for row in found if row.thread_id not in seen}
        yield _as_recipients(connection, campaign, new)


def _as_recipients(connection: Connection, campaign: AnyRow, new: Mapping[int, int | None]) -> list[Any]:
    rows = connection.execute(sa.select(threads).where(threads.c.id.in_(list(new))).order_by(threads.c.id))
    return [_Would(row, lists.recipient(campaign, row.id, new[row.id])) for row in rows]


class _Would:
    """A customer as the recipient that they would be."""

    def __init__(self, thread: AnyRow, recipient: Mapping[str, Any]) -> None:
        self.phone, self.name, self.segment = thread.phone, thread.name, thread.segment
        self.locale, self.time_zone, self.channel = thread.locale, thread.time_zone, thread.channel
        self.number_invalid = thread.number_invalid
        self.thread_id = recipient["thread_id"]
        self.shipment_id, self.variant, self.data = recipient["shipment_id"], recipient["variant"], recipient["data"]


T = TypeVar("T")


class _Known:
    """What was found out for a class of recipients: neither the engine nor policy is asked the same twice."""

    def __init__(self) -> None:
        self._found: dict[Hashable, Any] = {}

    def get(self, key: Hashable, find: Callable[[], T]) -> T:
        if key not in self._found:
            if len(self._found) >= MOST_KNOWN:
                self._found.clear()
            self._found[key] = find()
        found: T = self._found[key]
        return found


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks at recipients, page by page: what policy needs is read once a page, and asked once for all who are alike."""

    parts: Parts
    connection: Connection
    campaign: AnyRow
    flow: CompiledFlow
    now: datetime
    needed: Sequence[str]
    """What the flow reads of a customer."""
    known: _Known = field(default_factory=_Known)

    def at(self, page: Sequence[Any], found: Preview) -> None:
        ids = [row.thread_id for row in page]
        ledger = consents.standings(self.connection, ids)
        said = history.of(self.connection, ids, self.now, planned=True, texts=True)
        busy = self._in_this_flow(ids)
        parcels = self._parcels([row.shipment_id for row in page if row.shipment_id])
        for row in page:
            found.recipients += 1
            if row.thread_id in busy and self.flow.again != "restart":
                found.never[IN_IT] += 1
                continue
            self._judge(row, parcels.get(row.shipment_id), ledger[row.thread_id], said[row.thread_id], found)

    def _in_this_flow(self, ids: Sequence[int]) -> set[int]:
        running = sa.select(conversations.c.thread_id).where(
            conversations.c.thread_id.in_(ids),
            conversations.c.flow == self.flow.name,
            conversations.c.ended_at.is_(None),
        )
        return set(self.connection.execute(running).scalars())

    def _parcels(self, ids: Sequence[int]) -> Mapping[int | None, Mapping[str, Any] | None]:
        columns = (shipments, shipments.c.status.label("shipment_status"))
        rows = self.connection.execute(sa.select(*columns).where(shipments.c.id.in_(ids)))
        return {row.id: parcel(row) for row in rows}

    def _judge(
        self, row: Any, shipment: Mapping[str, Any] | None, consent: policy.Consent, said: history.Said, found: Preview
    ) -> None:
        config = self.parts.flows.carrier(self.campaign.carrier)
        zone = screening.zone_for(row.time_zone, row.phone, config)
        facts = self._facts(row, shipment, zone)
        alike = self._class(row, facts, zone)
        opening = self.known.get(alike, lambda: self._opening(facts, zone))
        if isinstance(opening, str):
            found.never[opening] += 1
            return
        asked = self._asked(row, opening, consent, said, zone)
        numbers = tuple(row.phone.startswith(limit.prefix) for limit in PROVIDER_LIMITS)
        same = (alike, asked.channel, consent, asked.number_invalid, asked.segment, asked.history, numbers)
        last = self._last_said(row, opening)
        found.add(self.known.get((*same, *last), lambda: _foreseen(asked, opening, last)), row.variant)

    def _class(self, row: Any, facts: Facts, zone: Any) -> Hashable:
        """What the first turn may read of a recipient: the same for all whose texts are the same."""
        needed = [facts.customer.get(name) for name in self.needed]
        letter = variant_of(self.flow, row.phone, facts.event) if self.flow.variants else ""
        own = json.dumps([needed, row.data, facts.shipment], default=str, sort_keys=True)
        return zone.key, row.locale, row.variant, letter, own

    def _opening(self, facts: Facts, zone: Any) -> tuple[Say, ...] | str:
        """What the flow's first turn says, or why it says nothing."""
        event, local = self.campaign.kind, self.now.astimezone(zone)
        if not starts(self.flow, event, facts, local):
            return NOT_FOR
        decision = decide(self.flow, start(self.flow), Started(event), facts, local)
        return tuple(effect for effect in decision.effects if isinstance(effect, Say)) or SILENT

    def _facts(self, row: Any, shipment: Mapping[str, Any] | None, zone: Any) -> Facts:
        names = ("phone", "name", "locale", "segment", "time_zone")
        customer = {name: getattr(row, name) for name in names}
        if set(PAST) & set(self.flow.needs) or "shipment.window" in self.flow.needs:
            past = past_of(self.connection, row.thread_id, self.now)
            customer = {**habits(past, self.now, zone), **customer}
        config = self.parts.flows.carrier(self.campaign.carrier)
        event = {
            "type": self.campaign.kind,
            "at": self.now.isoformat(),
            "data": data_for(self.campaign, row),
        }
        return Facts(carrier=config, customer=customer, shipment=shipment, event=event)

    def _asked(
        self, row: Any, says: Sequence[Say], consent: policy.Consent, said: history.Said, zone: Any
    ) -> policy.Request:
        """As `bot.turns` asks when it writes the first of these texts (`screening.request`)."""
        config = self.parts.flows.carrier(self.campaign.carrier)
        channel = self.parts.channel_of(self.campaign.carrier, row.channel)
        lane: policy.Lane = "promotion" if self.flow.category == "promotion" else "notice"
        return policy.Request(
            says[0], self.flow.category, lane, consent, config, self.now, channel, phone=row.phone, segment=row.segment,
            zone=zone, event=self.campaign.kind, kind=self.flow.name, number_invalid=row.number_invalid,
            history=said.over(channel),
        )  # fmt: skip

    def _last_said(self, row: Any, says: Sequence[Say]) -> tuple[datetime | None, ...]:
        return tuple(outbox.last_said(self.connection, row.thread_id, say.key) if say.once_in else None for say in says)


def _foreseen(first: policy.Request, says: Sequence[Say], last: Sequence[datetime | None]) -> Foreseen:
    """The first text decides whether a recipient counts as reached; what may leave costs."""
    counts = first.promotes or limits_of(first) != Limits()
    said = first.history if counts else policy.NOTHING_SAID
    asked = [replace(first, say=say, last_said=at, history=said) for say, at in zip(says, last, strict=True)]
    verdicts = [policy.screen_request(one) for one in asked]
    cost = sum(
        policy.counted(policy.finished(one), one.say.locale, one.carrier, one.channel).count
        for one, verdict in zip(asked, verdicts, strict=True)
        if not isinstance(verdict, policy.Refuse)
    )
    return Foreseen(verdicts[0], first.now, cost)
