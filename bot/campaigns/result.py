"""How far a campaign is and what came of it, counted from its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy.engine import Connection

from bot.campaigns.watching import judged
from bot.core import policy, proportions, sheets
from bot.core.proportions import Interval
from bot.parts import Parts
from bot.store import campaign_counts, campaigns, coupons
from bot.store.session import AnyRow

ENOUGH: Final = 100
"""Texts that must have arrived of each variant before a difference is worth reading."""
OUTCOMES: Final = ("replied", "claimed", "opted_out", "complained")
Tally = Mapping[str, int]


def campaign_list(
    parts: Parts, carrier: str, before: int | None, limit: int, kind: str = "campaign"
) -> list[dict[str, Any]]:
    """The carrier's campaigns, newest first, without their counts."""
    with parts.store.read() as connection:
        return [view(row) for row in campaigns.listing(connection, carrier, kind, before, limit)]


def status(parts: Parts, carrier: str, campaign_id: int, kind: str = "campaign") -> dict[str, Any]:
    """The campaign, its progress, why who was left out, and how it stands to its limits. Raises `NotFound`."""
    with parts.store.read() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, kind)
        return shown(parts, connection, campaign)


def draft_view(connection: Connection, carrier: str, campaign_id: int) -> dict[str, Any]:
    """A campaign as it was asked for, within a transaction. Raises `NotFound`."""
    return view(campaigns.get(connection, carrier, campaign_id, "campaign"))


def shown(parts: Parts, connection: Connection, campaign: AnyRow) -> dict[str, Any]:
    """`status` within a transaction."""
    rules = parts.flows.carrier(campaign.carrier).campaigns
    tallies = campaign_counts.tallies(connection, campaign.id)
    return {
        **view(campaign),
        "progress": progress(tallies),
        "reasons": [
            {"reason": why, "means": policy.explain(why), "count": n}
            for why, n in campaign_counts.reasons(connection, campaign.id).items()
        ],
        "limits": {standing.what: standing.as_json() for standing in judged(tallies, campaign, rules)},
    }


def view(campaign: AnyRow) -> dict[str, Any]:
    """What was asked for and where it is in its life."""
    listed = {name: campaign.listed.get(name, 0) for name in ("rows", "added", "duplicates", "errors")}
    return {
        "id": campaign.id,
        "name": campaign.name,
        "flow": campaign.flow,
        "status": campaign.status,
        "reason": campaign.reason,
        "audience": campaign.audience,
        "variants": campaign.variants,
        "data": campaign.data,
        "per_minute": campaign.limits.get("per_minute"),
        "listed": listed,
        "created_by": campaign.created_by,
        **{name: _iso(getattr(campaign, name)) for name in ("created_at", "starts_at", "started_at", "ended_at")},
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def progress(tallies: Mapping[str, Tally]) -> dict[str, int]:
    """Recipients by where they are. Everybody is in one of waiting, on_the_way, sent, not_sent, skipped."""

    def total(name: str) -> int:
        return sum(tally[name] for tally in tallies.values())

    everybody, sent, on_the_way = total("recipients"), total("accepted"), total("on_the_way")
    waiting, skipped = (
        total("is_waiting") + total("held"),
        total("is_skipped") + total("is_failed") + total("is_canceled"),
    )
    return {
        "recipients": everybody,
        "waiting": waiting,
        "on_the_way": on_the_way,
        "sent": sent,
        "delivered": total("delivered"),
        "not_sent": everybody - waiting - skipped - sent - on_the_way,
        "skipped": skipped,
        "replied": total("replied"),
        "opted_out": total("opted_out"),
        "complained": total("complained"),
        "segments": total("segments"),
    }


# ── variants compared ────────────────────────────────────────────────────────────────────────────


def result(parts: Parts, carrier: str, campaign_id: int) -> dict[str, Any]:
    """Each variant's outcomes with 95 % intervals, and its difference from the first one; opt-outs guard. Raises `NotFound`."""
    with parts.store.read() as connection:
        campaign = campaigns.get(connection, carrier, campaign_id, "campaign")
        tallies = campaign_counts.tallies(connection, campaign_id)
        claims = coupons.claims_of(connection, campaign_id)
    counted = {letter: {**tally, "claimed": claims.get(letter, 0)} for letter, tally in tallies.items()}
    base = next(iter(counted.items()), None)
    return {
        "id": campaign.id,
        "status": campaign.status,
        "final": campaign.status in ("done", "stopped"),
        "variants": [_variant(letter, tally, base) for letter, tally in counted.items()],
        "note": _note(campaign.status, counted),
    }


def _variant(letter: str, tally: Tally, base: tuple[str, Tally] | None) -> dict[str, Any]:
    arrived = tally["arrived"]
    shares = {name: _interval(proportions.wilson(min(tally[name], arrived), arrived)) for name in OUTCOMES}
    described: dict[str, Any] = {
        "name": letter,
        "recipients": tally["recipients"],
        "arrived": arrived,
        **{name: tally[name] for name in OUTCOMES},
        "shares": shares,
        "against": None,
        "differences": {},
        "guardrail": "ok",
    }
    if base is not None and letter != base[0]:
        apart = {name: _apart(tally, base[1], name) for name in OUTCOMES}
        described |= {
            "against": base[0],
            "differences": {name: _interval(each) for name, each in apart.items()},
            "guardrail": _guardrail(apart["opted_out"]),
        }
    return described


def _apart(tally: Tally, base: Tally, name: str) -> Interval | None:
    one, other = tally["arrived"], base["arrived"]
    return proportions.difference(min(tally[name], one), one, min(base[name], other), other)


def _guardrail(opt_outs: Interval | None) -> str:
    """worse: more opt-outs than the first variant, and chance is ruled out."""
    return "worse" if opt_outs is not None and opt_outs.low > 0 else "ok"


def _interval(found: Interval | None) -> dict[str, float] | None:
    if found is None:
        return None
    return {"value": round(found.value, 6), "low": round(found.low, 6), "high": round(found.high, 6)}


def _note(status_: str, tallies: Mapping[str, Tally]) -> str:
    if status_ not in ("done", "stopped"):
        return "Still going on: do not pick a winner before it has ended and its 72 hours for replies are over."
    if any(tally["arrived"] < ENOUGH for tally in tallies.values()):
        return (
            f"Fewer than {ENOUGH} texts of a variant arrived: the intervals are wide, and a difference may be chance."
        )
    return "A difference whose interval holds 0 may be chance."


# ── export ───────────────────────────────────────────────────────────────────────────────────────

COLUMNS: Final = (
    "phone", "name", "variant", "status", "reason", "text_status", "sent_at", "state", "replied_at", "opted_out_at", "complained_at",
)  # fmt: skip


def export(parts: Parts, carrier: str, campaign_id: int, kind: str = "campaign") -> Iterator[str]:
    """Every recipient as a line of CSV that no spreadsheet runs as a formula. Raises `NotFound` before the first line."""
    with parts.store.read() as connection:
        campaigns.get(connection, carrier, campaign_id, kind)
        rows = campaign_counts.states(connection, campaign_id)
    return sheets.write(COLUMNS, (_cells(row) for row in rows))


def _cells(row: AnyRow) -> Sequence[object]:
    moments = [_iso(at) or "" for at in (row.replied_at, row.opted_out_at, row.complained_at)]
    sent_at = _iso(row.accepted_at) or ""
    return [
        row.phone, row.name or "", row.variant, row.status, row.reason or "", row.text_status or "", sent_at, row.state or "", *moments,
    ]  # fmt: skip
