"""The job: begins what is due, a slice at a time, in as many workers as there are; looks after what came of it.

Exactly once: a recipient is taken under a lease and begun in a turn whose cause is the campaign; a conversation of that cause is begun
once (UNIQUE). A worker that dies lets go of its recipients when the lease runs out; whoever takes them next finds those that it had
begun, and begins the others.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot.campaigns import ending, lifecycle, lists, pacing, watching
from bot.campaigns.pacing import pace_of
from bot.core.campaigning import Audience
from bot.core.errors import NotFound
from bot.failpoints import passing
from bot.parts import Parts
from bot.store import audience, campaign_counts, campaigns, conversations
from bot.store.session import AnyRow, Store

log = structlog.get_logger()

SLICE: Final = 1.0
"""Seconds of one job: texts to customers who have just written wait no longer than this behind a campaign."""
LEAST: Final = 0.1
"""Seconds that each campaign has of it at least."""
BATCH: Final = 50
LEASE: Final = timedelta(seconds=30)
"""For how long recipients are one worker's, at most; not longer than a text is (SEND_LEASE_SECONDS)."""
MOST_ATTEMPTS: Final = 5
BUSY: Final = timedelta(seconds=3)
"""Between two looks at a campaign that runs or is paused."""
AFTER: Final = timedelta(seconds=60)
"""Between two looks at one that has ended, as long as replies to it count."""
WINDS_DOWN: Final = timedelta(minutes=10)
"""For how long after its end it is looked after what was never said."""
IN_IT: Final = "already in this conversation"
NOT_FOR: Final = "the flow's own condition does not hold"


class Start(Protocol):
    """`bot.turns.start_flow`."""

    def __call__(
        self, parts: Parts, carrier: str, flow: str, phone: str, cause: str, shipment: str | None = None,
        event: str = "campaign", data: Any = None, *, may: Any = None,
    ) -> bool: ...  # fmt: skip


def run(parts: Parts, begin: Start, seconds: float = SLICE) -> int:
    """Do what is due for `seconds`, then ring for the rest. How many recipients were begun."""
    until = time.monotonic() + seconds
    due: list[AnyRow] = []
    for carrier in parts.flows.carriers():
        with parts.store.read() as connection:
            of_carrier = campaigns.due(connection, carrier, parts.clock.now(carrier))
        if of_carrier:
            watching.attribute(parts, carrier)
        due += of_carrier
    begun = 0
    for at, campaign in enumerate(due):
        share = (until - time.monotonic()) / (len(due) - at)  # none waits until another has finished
        begun += _look(parts, campaign, begin, time.monotonic() + max(share, LEAST))
    return begun


def _look(parts: Parts, campaign: AnyRow, begin: Start, until: float) -> int:
    """Take one campaign as far as the time allows."""
    _tie(parts, campaign)
    over = campaign.status in ("running", "paused") and _judge(parts, campaign)
    begun = 0
    if campaign.status == "scheduled":
        _collect(parts, campaign, until)
    elif campaign.status == "running":
        begun = _begin(parts, campaign, begin, until)
    if _next_look(parts, campaign, over=over and not begun):
        parts.ring("run_campaigns")
    if campaign.status == "stopped":
        ending.wind_down(parts, campaign, until)
    elif campaign.status == "done" and parts.clock.now(campaign.carrier) < campaign.ended_at + WINDS_DOWN:
        ending.end_what_was_never_said(parts, campaign, until)
    return begun


def _tie(parts: Parts, campaign: AnyRow) -> None:
    """Find the first texts of those whose worker died before it could, or whom a person has handed back."""
    with parts.store.write() as connection:
        campaigns.link(connection, campaign)
        campaigns.let_off(connection, campaign)


def _judge(parts: Parts, campaign: AnyRow) -> bool:
    """Count what came of it, and stop it where that is too much. Whether it is over: nobody waits, for a worker or for a person's
    hand-back, and every first text has left or will not leave.

    Counting a million recipients takes a second or two, so each process counts a tenth of its time at most. It holds no lock.
    """
    known = _judged.setdefault(parts.store, {})
    now = parts.clock.now(campaign.carrier)
    at = (campaign.id, campaign.status)
    if now < known.get(at, now):
        return False
    began = time.monotonic()
    with parts.store.read() as connection:
        tallies = campaign_counts.tallies(connection, campaign.id)
    watching.guard(parts, campaign, tallies)
    known[at] = now + max(BUSY, 10 * timedelta(seconds=time.monotonic() - began))
    return not any(tally["is_waiting"] or tally["held"] or tally["on_the_way"] for tally in tallies.values())


_judged: WeakKeyDictionary[Store, dict[tuple[int, str], datetime]] = WeakKeyDictionary()
"""Campaign and status → before when it is not counted again, in its carrier's time."""


def _next_look(parts: Parts, campaign: AnyRow, *, over: bool) -> bool:
    """Write down when somebody has to look again, and whether it is over; True where there is more to do at once."""
    with parts.store.write() as connection:
        now_is = campaigns.get(connection, campaign.carrier, campaign.id, lock=True)
        now = parts.clock.now(campaign.carrier)
        if now_is.status == "draft" or (now_is.status == "scheduled" and now_is.starts_at > now):
            return False
        if now_is.status == "scheduled" or (now_is.status == "running" and _claimable(parts, connection, now_is)):
            paced = campaign.status == "running" and pace_of(parts, now_is) is not None
            campaigns.change(connection, campaign.id, due_at=now + BUSY if paced else now)
            return not paced
        if now_is.status == "running" and over:
            campaigns.change(connection, campaign.id, status="done", ended_at=now, due_at=now + AFTER)
            return False
        campaigns.change(connection, campaign.id, due_at=_again_at(parts, now_is, now))
    return False


def _again_at(parts: Parts, campaign: AnyRow, now: datetime) -> datetime | None:
    if campaign.ended_at is None:
        return now + BUSY
    rules = parts.flows.carrier(campaign.carrier).campaigns
    return now + AFTER if now < campaign.ended_at + rules.attributed_within + timedelta(hours=1) else None


def _claimable(parts: Parts, connection: Connection, campaign: AnyRow) -> bool:
    return campaigns.waiting(connection, campaign.id, parts.clock.now())


# ── who gets it ──────────────────────────────────────────────────────────────────────────────────


def _collect(parts: Parts, campaign: AnyRow, until: float) -> None:
    """Write down who gets it, page by page, then let it run. Interrupted, it goes on after the last page."""
    while True:
        with parts.store.write() as connection:
            current = campaigns.get(connection, campaign.carrier, campaign.id, lock=True)
            if current.status != "scheduled":
                return
            now = parts.clock.now(campaign.carrier)
            wanted = Audience.model_validate(current.audience)
            after = int(current.listed.get("read_to", 0))
            found = audience.page(connection, campaign.carrier, wanted, now, after, campaigns.CHUNK)
            rows = [lists.recipient(current, row.thread_id, row.shipment_id) for row in found]
            campaigns.add_recipients(connection, campaign.id, rows)
            if not found:
                campaigns.change(connection, campaign.id, status="running", started_at=now, due_at=now)
                return
            campaigns.change(connection, campaign.id, listed={**current.listed, "read_to": found[-1].thread_id})
        if time.monotonic() > until:
            return


# ── begin ────────────────────────────────────────────────────────────────────────────────────────


def _begin(parts: Parts, campaign: AnyRow, begin: Start, until: float) -> int:
    flow = parts.flows.current(campaign.carrier).get(campaign.flow)
    if flow is None or not lifecycle.fits(flow, campaign.kind):
        why = "is no flow" if flow is None else f"starts on no {campaign.kind}"
        lifecycle.stop(
            parts, campaign.carrier, campaign.id, "system", f"flow: {campaign.flow} {why} any more", campaign.kind
        )
        return 0
    begun = 0
    pace = pace_of(parts, campaign)
    while time.monotonic() < until:
        taken = (
            _take(parts, campaign) if pace is None else pacing.take(parts, campaign, flow, pace, _lease(parts), BATCH)
        )
        if not taken:
            break
        passing("campaign.after_claim")
        begun += _begin_all(parts, campaign, begin, taken)
    return begun


def _take(parts: Parts, campaign: AnyRow) -> Sequence[AnyRow]:
    real = parts.clock.now()
    with parts.store.write() as connection:
        if not campaigns.running(connection, campaign.id):
            return []
        return campaigns.claim(connection, campaign.id, real, real + _lease(parts), BATCH)


def _begin_all(parts: Parts, campaign: AnyRow, begin: Start, taken: Sequence[AnyRow]) -> int:
    """Begin these, and write down what became of each; who was not reached in time is let go of."""
    give_up = time.monotonic() + _lease(parts).total_seconds() / 2
    became: list[tuple[int, tuple[str, str | None] | None]] = []
    tried: set[int] = set()
    for row in taken:
        if time.monotonic() >= give_up:
            became.append((row.id, None))
            continue
        tried.add(row.id)
        became.append((row.id, _begin_one(parts, campaign, begin, row)))
        passing("campaign.after_begin")
    now = parts.clock.now(campaign.carrier)
    with parts.store.write() as connection:
        for recipient_id, what in became:
            if what is None:
                campaigns.let_go(connection, recipient_id, tried=recipient_id in tried)
            else:
                campaigns.settle(connection, recipient_id, *what, now)
        campaigns.link(connection, campaign, [recipient_id for recipient_id, _ in became])
    passing("campaign.after_settle")
    return sum(what is not None and what[0] == "begun" for _, what in became)


def _lease(parts: Parts) -> timedelta:
    return min(LEASE, timedelta(seconds=parts.settings.send_lease_seconds))


def _begin_one(parts: Parts, campaign: AnyRow, begin: Start, row: AnyRow) -> tuple[str, str | None] | None:
    """What became of one; None where the campaign was paused or stopped meanwhile, or a fault may pass."""
    cause = campaigns.cause_of(campaign.id)

    def may(connection: Connection) -> bool:
        return campaigns.running(connection, campaign.id) and not campaigns.begun_before(
            connection, campaign.carrier, campaign.flow, f"{cause}:{row.thread_id}"
        )

    try:
        begun = begin(
            parts, campaign.carrier, campaign.flow, row.phone, cause, row.tracking_no, campaign.kind,
            data_for(campaign, row), may=may,
        )  # fmt: skip
    except NotFound as error:
        return "failed", str(error)
    except sa.exc.OperationalError:
        raise
    except Exception as error:
        log.exception("campaign_recipient_failed", campaign_id=campaign.id, recipient_id=row.id)
        return ("failed", type(error).__name__) if row.attempts >= MOST_ATTEMPTS else None
    return ("begun", None) if begun else _not_begun(parts, campaign, row, cause)


def data_for(campaign: AnyRow, row: AnyRow) -> dict[str, Any]:
    """What this recipient's texts may use as event.…: the campaign's, over it the variant's, over that the list's own."""
    of_variant: dict[str, Any] = next((each["data"] for each in campaign.variants if each["name"] == row.variant), {})
    return {**campaign.data, **of_variant, **row.data, "variant": row.variant}


def _not_begun(parts: Parts, campaign: AnyRow, row: AnyRow, cause: str) -> tuple[str, str | None] | None:
    with parts.store.read() as connection:
        if campaigns.begun_before(connection, campaign.carrier, campaign.flow, f"{cause}:{row.thread_id}"):
            return "begun", None
        if campaigns.get(connection, campaign.carrier, campaign.id).status != "running":
            return None
        running = conversations.running(connection, row.thread_id)
    in_it = any(one.conversation.flow == campaign.flow for one in running)
    return "skipped", IN_IT if in_it else NOT_FOR
