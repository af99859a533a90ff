"""A campaign's life: draft → scheduled → running ⇄ paused → done, and stopped from anywhere. One command each; repeated, it changes nothing.

Whoever changes the status holds the campaign's row, and whoever begins a recipient holds it shared within the recipient's turn: once
`pause` or `stop` has returned, nobody is begun any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy.engine import Connection

from bot import metrics
from bot.core import policy
from bot.core.campaigning import NewCampaign, Variant
from bot.core.carrier import CarrierConfig
from bot.core.effects import Say
from bot.core.errors import Conflict, Invalid
from bot.core.flow import CompiledFlow
from bot.core.policy.windows import next_opening
from bot.parts import Parts
from bot.store import campaign_holds, campaigns, staff
from bot.store.session import AnyRow

log = structlog.get_logger()

PARKED: Final = "the campaign is paused"
STOPPED: Final = "the campaign was stopped"
LONG: Final = timedelta(days=365)
"""For how long a text is put off when its campaign is paused: until it is let go of."""
LATEST: Final = timedelta(days=366)
"""How far ahead a campaign may be scheduled."""


def create(parts: Parts, carrier: str, wanted: NewCampaign, who: str, connection: Connection | None = None) -> int:
    """Write a draft; its id. `who` is for the audit. Raises `Invalid` where the flow is none that a campaign may begin."""
    flow = flow_for(parts, carrier, wanted.flow, "campaign")
    variants = wanted.variants or tuple(Variant(name=letter) for letter in ("A", *sorted(flow.variants)))
    values = {
        "name": wanted.name,
        "flow": wanted.flow,
        "audience": wanted.audience.model_dump(mode="json", exclude_defaults=True),
        "variants": [variant.model_dump(mode="json") for variant in variants],
        "data": dict(wanted.data),
        "limits": wanted.limits.model_dump(exclude_none=True),
    }
    if connection is not None:
        return written(parts, connection, carrier, "campaign", values, who)
    with parts.store.write() as own:
        return written(parts, own, carrier, "campaign", values, who)


def written(parts: Parts, connection: Connection, carrier: str, kind: str, values: Mapping[str, Any], who: str) -> int:
    """A draft of a campaign or notice, with its line in the audit."""
    now = parts.clock.now(carrier)
    empty: dict[str, Any] = {"listed": {}, "status": "draft", "created_at": now, "created_by": who}
    campaign_id = campaigns.add(connection, {"carrier": carrier, "kind": kind, **empty, **values})
    _audit(parts, connection, carrier, campaign_id, f"{kind}_created", who)
    return campaign_id


def flow_for(parts: Parts, carrier: str, name: str, kind: str) -> CompiledFlow:
    """The flow that is to be begun for many. Raises `Invalid` with those that can be."""
    flows = parts.flows.current(carrier)
    flow = flows.get(name)
    if flow is not None and fits(flow, kind):
        return flow
    usable = sorted(other for other, each in flows.items() if fits(each, kind))
    wrong = f"should be a flow that starts on {kind}: {', '.join(usable) or 'there is none'}"
    raise Invalid(f"The flow {name!r} cannot be begun by a {kind}.", {"flow": wrong})


def fits(flow: CompiledFlow, kind: str) -> bool:
    """A campaign is for customers, a notice for the carrier's own people: what policy lets employees have no customer gets, nor the reverse."""
    return kind in flow.starts_on and (flow.category == "internal") == (kind == "notice")


# ── one command each ─────────────────────────────────────────────────────────────────────────────


def start(
    parts: Parts,
    carrier: str,
    campaign_id: int,
    who: str,
    *,
    at: datetime | None = None,
    next_window: bool = False,
    kind: str = "campaign",
) -> None:
    """Let it begin: now, at a moment, or when the carrier's next window for such texts opens.

    Each text keeps to its own customer's window besides. One that has not begun is moved to the moment that is given. Raises `NotFound`; `Invalid` for a moment that cannot be; `Conflict` where
    nobody would get it, it has ended, or it began at another moment.
    """
    now = parts.clock.now(carrier)
    if at is not None and (next_window or not now - timedelta(minutes=5) <= at <= now + LATEST):
        wrong = "either a moment or the next window" if next_window else "should be within a year from now"
        raise Invalid("The campaign cannot be started then.", {"at": wrong})
    with parts.store.write() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, kind, lock=True)
        flow = parts.flows.current(carrier).get(campaign.flow)
        starts_at = _opening(parts.flows.carrier(carrier), flow, now) if next_window else max(at or now, now)
        if campaign.status in ("scheduled", "running"):
            _move(parts, connection, campaign, starts_at, who, asked=at is not None or next_window)
            return
        _require(campaign, ("draft",), "started")
        if not campaign.audience and not campaigns.count(connection, campaign_id):
            raise Conflict("Nobody would get it: give it an audience or add a list of numbers.", {"status": "draft"})
        campaigns.change(connection, campaign_id, status="scheduled", starts_at=starts_at, due_at=starts_at)
        _audit(parts, connection, carrier, campaign_id, f"{campaign.kind}_started", who)
    parts.ring("run_campaigns")


def _move(
    parts: Parts, connection: Connection, campaign: AnyRow, starts_at: datetime, who: str, *, asked: bool
) -> None:
    """What was started is started again: at another moment, if one is asked for and nothing has begun."""
    now = parts.clock.now(campaign.carrier)
    begun = campaign.status == "running" or campaign.starts_at <= now
    if campaign.starts_at == starts_at or (begun and not asked):
        return
    local = campaign.starts_at.astimezone(parts.flows.carrier(campaign.carrier).zone)
    when = f"{local:%Y-%m-%d %H:%M} where the carrier is"
    if begun:
        raise Conflict(f"This {campaign.kind} began at {when}: pause or stop it.", {"status": campaign.status})
    if not asked:
        raise Conflict(
            f"This {campaign.kind} begins at {when}: give another moment to move it.", {"status": campaign.status}
        )
    campaigns.change(connection, campaign.id, starts_at=starts_at, due_at=starts_at)
    _audit(
        parts, connection, campaign.carrier, campaign.id, f"{campaign.kind}_moved", who, {"at": starts_at.isoformat()}
    )


def _opening(carrier: CarrierConfig, flow: CompiledFlow | None, now: datetime) -> datetime:
    """When the window for most customers opens next."""
    category = flow.category if flow else "promotion"
    asked = policy.Request(Say("", "", ""), category, "notice", policy.Consent(), carrier, now)
    return next_opening(asked, now) or now


def pause(parts: Parts, carrier: str, campaign_id: int, who: str) -> None:
    """Nothing more begins or leaves until it is resumed. Raises `NotFound`, and `Conflict` where it is neither scheduled nor running."""
    with parts.store.write() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, "campaign", lock=True)
        if campaign.status == "paused":
            return
        _require(campaign, ("scheduled", "running"), "paused")
        now = parts.clock.now(carrier)
        campaigns.change(connection, campaign_id, status="paused", due_at=now)
        campaigns.own_up(connection, campaign, now)
        campaigns.link(connection, campaign)
        campaign_holds.park(connection, campaign, now + LONG, PARKED)
        _audit(parts, connection, carrier, campaign_id, "campaign_paused", who)


def resume(parts: Parts, carrier: str, campaign_id: int, who: str) -> None:
    """Go on. What was held back asks policy anew, and leaves when its window is open and while it is of use. Raises as `pause`."""
    with parts.store.write() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, "campaign", lock=True)
        if campaign.status in ("scheduled", "running"):
            return
        _require(campaign, ("paused",), "resumed")
        now = parts.clock.now(carrier)
        begun = campaign.started_at is not None
        due_at = now if begun else campaign.starts_at
        campaigns.change(connection, campaign_id, status="running" if begun else "scheduled", due_at=due_at)
        campaign_holds.unpark(connection, campaign, now, PARKED)
        _audit(parts, connection, carrier, campaign_id, "campaign_resumed", who)
    for job in ("run_campaigns", "drain_outbox"):
        parts.ring(job)


def stop(
    parts: Parts, carrier: str, campaign_id: int, who: str, reason: str = "stopped by hand", kind: str = "campaign"
) -> bool:
    """End it for good, with what still waits in the outbox. False where it had ended already. Raises `NotFound`."""
    with parts.store.write() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, kind, lock=True)
        # A notice goes on after its texts have left: people are reminded.
        if campaign.status == "stopped" or (campaign.status == "done" and kind == "campaign"):
            return False
        now = parts.clock.now(carrier)
        campaigns.change(connection, campaign_id, status="stopped", reason=reason, ended_at=now, due_at=now)
        campaigns.own_up(connection, campaign, now)
        campaigns.link(connection, campaign)
        texts = campaign_holds.cancel_texts(connection, campaign, STOPPED)
        waiting = campaign_holds.cancel_waiting(connection, campaign, STOPPED)
        canceled = {"reason": reason, "texts": texts, "recipients": waiting}
        _audit(parts, connection, carrier, campaign_id, f"{campaign.kind}_stopped", who, canceled)
    metrics.campaigns_stopped.labels(carrier, "hand" if who != "system" else reason.partition(":")[0]).inc()
    log.warning("campaign_stopped", campaign_id=campaign_id, carrier=carrier, by=who, texts=texts, recipients=waiting)
    parts.ring("run_campaigns")
    return True


def _require(campaign: AnyRow, among: tuple[str, ...], verb: str) -> None:
    if campaign.status not in among:
        raise Conflict(
            f"This {campaign.kind} is {campaign.status}, so it cannot be {verb}.", {"status": campaign.status}
        )


def _audit(
    parts: Parts,
    connection: Connection,
    carrier: str,
    campaign_id: int,
    what: str,
    who: str,
    more: Mapping[str, Any] | None = None,
) -> None:
    data = {"campaign_id": campaign_id, **(more or {})}
    staff.record(connection, parts.clock.now(), who, what, carrier, data)
