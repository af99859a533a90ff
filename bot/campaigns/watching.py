"""What came of campaigns: replies within 72 hours are attributed to the last one that reached the customer, complaints are phoned, too many stop it.

Ids are given before they are committed, so that a reply can appear below one that was seen: everything above the mark of five minutes
ago is looked at again, and what is written a second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Connection

from bot.campaigns import lifecycle
from bot.core.campaigning import CampaignRules, Standing, standings
from bot.parts import Parts
from bot.store import campaigns, opening, threads
from bot.store.session import AnyRow
from bot.store.tables import campaign_recipients as recipients
from bot.store.tables import campaign_watches as watches
from bot.store.tables import campaigns as campaign_rows
from bot.store.tables import cases, inbox, outbox
from bot.store.upsert import insert_if_new

log = structlog.get_logger()

SETTLED: Final = timedelta(minutes=5)
"""A transaction that is older than this has ended."""


def attribute(parts: Parts, carrier: str) -> None:
    """Read this carrier's replies since the last look. Of several workers one does it."""
    rules = parts.flows.carrier(carrier).campaigns
    now = parts.clock.now(carrier)
    with parts.store.write() as connection:
        watch = _taken(connection, carrier, parts.clock.now())
        if watch is None:
            return
        found = _latest(_answers(connection, carrier, watch.read_until, rules.attributed_within))
        complained = _complaints(connection, found)
        for reply, campaign in found.items():
            campaigns.note(connection, campaign.recipient_id, _columns(campaign, reply in complained))
        for reply in sorted(complained):
            _call(connection, found[reply], rules, now)
        _move_on(connection, watch, parts.clock.now())


def _taken(connection: Connection, carrier: str, real: datetime) -> AnyRow | None:
    values = {"carrier": carrier, "read_until": 0, "next_until": 0, "next_at": real}
    insert_if_new(connection, watches, values)
    query = sa.select(watches).where(watches.c.carrier == carrier).with_for_update(skip_locked=True)
    return connection.execute(query).first()


def _move_on(connection: Connection, watch: AnyRow, real: datetime) -> None:
    if real - watch.next_at < SETTLED:
        return
    newest = connection.execute(sa.select(sa.func.max(inbox.c.id))).scalar() or 0
    connection.execute(
        sa.update(watches)
        .where(watches.c.carrier == watch.carrier)
        .values(read_until=watch.next_until, next_until=newest, next_at=real)
    )


def _answers(connection: Connection, carrier: str, above: int, within: timedelta) -> Iterable[AnyRow]:
    """Replies of recipients whose first text had left, not longer ago than that."""
    rows = connection.execute(
        sa.select(
            inbox.c.id.label("reply"), inbox.c.received_at, inbox.c.intent, inbox.c.thread_id, inbox.c.channel, inbox.c.provider_id, outbox.c.leaves_at,
            recipients.c.id.label("recipient_id"), recipients.c.campaign_id, campaign_rows.c.carrier,
        )
        .select_from(
            inbox.join(recipients, recipients.c.thread_id == inbox.c.thread_id)
            .join(outbox, outbox.c.id == recipients.c.outbox_id)
            .join(campaign_rows, campaign_rows.c.id == recipients.c.campaign_id)
        )
        .where(
            inbox.c.carrier == carrier,
            inbox.c.id > above,
            outbox.c.status.in_(campaigns.LEFT),
            outbox.c.leaves_at <= inbox.c.received_at,
        )
        .order_by(inbox.c.id, outbox.c.leaves_at)
    )  # fmt: skip
    return (row for row in rows if row.received_at <= row.leaves_at + within)


def _latest(answers: Iterable[AnyRow]) -> dict[int, AnyRow]:
    """Reply → the campaign that reached the customer last before it."""
    return {row.reply: row for row in answers}


def _complaints(connection: Connection, found: Mapping[int, AnyRow]) -> set[int]:
    """Replies that are a complaint, or hold one besides something else (the turn opened a case for it)."""
    complained = {reply for reply, row in found.items() if row.intent == "complaint"}
    for reply in found.keys() - complained:
        row = found[reply]
        query = sa.select(cases.c.id).where(
            cases.c.thread_id == row.thread_id,
            cases.c.kind == "complaint",
            cases.c.cause.startswith(f"in:{row.channel}:{row.provider_id}/", autoescape=True),
        )
        if connection.execute(query.limit(1)).first() is not None:
            complained.add(reply)
    return complained


def _columns(row: AnyRow, complained: bool) -> Mapping[str, datetime]:
    what = {"opted_out_at" if row.intent == "opt_out" else "replied_at": row.received_at}
    return {**what, "complained_at": row.received_at} if complained else what


def _call(connection: Connection, row: AnyRow, rules: CampaignRules, now: datetime) -> None:
    """Somebody phones the customer within 48 hours."""
    threads.lock_id(connection, row.thread_id)
    cause = f"{campaigns.cause_of(row.campaign_id)}:call:{row.reply}"
    known = sa.select(cases.c.id).where(cases.c.carrier == row.carrier, cases.c.cause == cause)
    if connection.execute(known).first() is not None:
        return
    hours = int(rules.call_within.total_seconds() // 3600)
    opening.open_case(
        connection,
        opening.NewCase(
            carrier=row.carrier,
            thread_id=row.thread_id,
            kind="phone_call",
            reason=f"Complained about campaign {row.campaign_id}: call within {hours} h",
            due_at=now + rules.call_within,
            cause=cause,
            takes_control=False,
        ),
        now,
    )
    log.info("campaign_complaint", campaign_id=row.campaign_id, inbox_id=row.reply)


# ── too many ─────────────────────────────────────────────────────────────────────────────────────


Tallies = Mapping[str, Mapping[str, int]]
"""By variant, as `campaign_counts.tallies` counts them."""


def judged(tallies: Tallies, campaign: AnyRow, rules: CampaignRules) -> tuple[Standing, Standing]:
    """Complaints and opt-outs of a campaign against its limits."""

    def total(name: str) -> int:
        return sum(tally[name] for tally in tallies.values())

    return standings(rules, campaign.limits, total("counted"), total("complained"), total("opted_out"))


def guard(parts: Parts, campaign: AnyRow, tallies: Tallies) -> None:
    """Stop a campaign that too many complain about or leave by."""
    if campaign.kind != "campaign":
        return
    for standing in judged(tallies, campaign, parts.flows.carrier(campaign.carrier).campaigns):
        if standing.passed:
            lifecycle.stop(parts, campaign.carrier, campaign.id, "system", _why(standing))


def _why(standing: Standing) -> str:
    share: Any = standing.share
    return (
        f"{standing.what}: {standing.count} of {standing.of} texts that arrived ({share.value:.2%}; 95 % sure: "
        f"{share.low:.2%} to {share.high:.2%}), over the limit of {standing.limit:.2%}"
    )
