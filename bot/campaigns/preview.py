"""The dry run: every recipient through the flow's first turn and the real policy, and not a row written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

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
from bot.core.rulebook import Limits
from bot.core.starting import starts
from bot.parts import Parts
from bot.store import audience, campaigns, consents, history, outbox
from bot.store.conversations import parcel
from bot.store.past import past_of
from bot.store.session import AnyRow
from bot.store.tables import conversations, shipments, threads

PAST: Final = (
    "customer.window",
    "customer.pickups_this_month",
    "customer.recent_parcels",
    "customer.loyal",
    "customer.dormant",
)
NOT_LISTED: Final = "the list's row could not be used"
SILENT: Final = "the flow says nothing at first"


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

    def sent(self, at: datetime, variant: str, count: int) -> None:
        """One more who would get it then, in so many segments."""
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


def dry_run(parts: Parts, carrier: str, campaign_id: int, kind: str = "campaign") -> Preview:
    """How many would get it if it began now (a draft) or at its time, how many not and why, and what it would cost in segments.

    Raises `NotFound`.
    """
    with parts.store.read() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, kind)
        now = parts.clock.now(carrier)
        moment = max(now, campaign.starts_at) if campaign.status == "scheduled" else now
        flow = lifecycle.flow_for(parts, carrier, campaign.flow, kind)
        found = Preview(pace=pace_of(parts, campaign))
        found.never.update({NOT_LISTED: campaign.listed.get("errors", 0)} if campaign.listed.get("errors") else {})
        found.recipients = found.never.total()
        look = _Look(parts, connection, campaign, flow, moment)
        for page in _pages(connection, campaign, now):
            look.at(page, found)
        return found


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


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks at recipients, page by page: what policy needs is read once a page."""

    parts: Parts
    connection: Connection
    campaign: AnyRow
    flow: CompiledFlow
    now: datetime

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
        event = self.campaign.kind
        if not starts(self.flow, event, facts, self.now.astimezone(zone)):
            found.never[NOT_FOR] += 1
            return
        decision = decide(self.flow, start(self.flow), Started(event), facts, self.now.astimezone(zone))
        says = [effect for effect in decision.effects if isinstance(effect, Say)]
        if not says:
            found.never[SILENT] += 1
            return
        asked = [self._request(row, say, consent, said, zone, event) for say in says]
        _count(asked, row.variant, found)

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

    def _request(
        self, row: Any, say: Say, consent: policy.Consent, said: history.Said, zone: Any, event: str
    ) -> policy.Request:
        """As `bot.turns` asks when it writes the text (`screening.request`)."""
        config = self.parts.flows.carrier(self.campaign.carrier)
        channel = self.parts.channel_of(self.campaign.carrier, row.channel)
        last = outbox.last_said(self.connection, row.thread_id, say.key) if say.once_in else None
        lane: policy.Lane = "promotion" if self.flow.category == "promotion" else "notice"
        asked = policy.Request(
            say, self.flow.category, lane, consent, config, self.now, channel, last, phone=row.phone, segment=row.segment,
            zone=zone, event=event, kind=self.flow.name, number_invalid=row.number_invalid,
            history=said.over(channel),
        )  # fmt: skip
        counts = asked.promotes or limits_of(asked) != Limits()
        return asked if counts else replace(asked, history=policy.NOTHING_SAID)


def _count(asked: Sequence[policy.Request], variant: str, found: Preview) -> None:
    """The first text decides whether a recipient counts as reached; what may leave costs."""
    first = policy.screen_request(asked[0])
    if isinstance(first, policy.Refuse):
        found.never[first.reason] += 1
        return
    cost = sum(
        policy.counted(policy.finished(one), one.say.locale, one.carrier, one.channel).count
        for one in asked
        if not isinstance(policy.screen_request(one), policy.Refuse)
    )
    if isinstance(first, policy.Defer):
        found.later[first.reason] += 1
        found.sent(first.until, variant, cost)
    else:
        found.now += 1
        found.sent(asked[0].now, variant, cost)
