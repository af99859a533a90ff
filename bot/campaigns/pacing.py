"""A campaign that may reach only so many a minute: its texts leave one by one, and not all together when a window opens.

So a recipient of such a campaign is begun only while their own window is open; until then they wait, and take nobody's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import screening
from bot.core import policy
from bot.core.campaigning import Pace
from bot.core.effects import Say
from bot.core.flow import CompiledFlow
from bot.core.policy.windows import next_opening
from bot.parts import Parts
from bot.store import campaigns
from bot.store.session import AnyRow


def pace_of(parts: Parts, campaign: AnyRow) -> Pace | None:
    """The campaign's own pace, else the carrier's; None: as fast as it goes, as notices to employees always do."""
    standard = parts.flows.carrier(campaign.carrier).campaigns.per_minute
    per_minute = campaign.limits.get("per_minute") or standard
    return Pace(per_minute) if per_minute and campaign.kind == "campaign" else None


def take(
    parts: Parts, campaign: AnyRow, flow: CompiledFlow, pace: Pace, lease: timedelta, limit: int
) -> Sequence[AnyRow]:
    """As many recipients as may be begun now, for this worker alone. Whose window is closed is left until it opens."""
    real, now = parts.clock.now(), parts.clock.now(campaign.carrier)
    with parts.store.write() as connection:
        fresh = campaigns.get(connection, campaign.carrier, campaign.id, lock=True)
        used = datetime.fromisoformat(fresh.listed["paced_until"]) if "paced_until" in fresh.listed else None
        room = pace.room(used, now)
        going: list[AnyRow] = []
        while fresh.status == "running" and len(going) < room:
            rows = campaigns.claim(connection, campaign.id, real, real + lease, min(limit, room - len(going)))
            closed = {row.id: opens for row in rows if (opens := _opens(parts, campaign, flow, row, now)) > now}
            for recipient_id, opens in closed.items():
                campaigns.set_back(connection, recipient_id, real + (opens - now), "outside_window")
            going += [row for row in rows if row.id not in closed]
            if not closed or len(going) + len(closed) >= limit:
                break
        listed = {**fresh.listed, "paced_until": pace.after(used, now, len(going)).isoformat()}
        campaigns.change(connection, campaign.id, listed=listed)
    return going


def _opens(parts: Parts, campaign: AnyRow, flow: CompiledFlow, row: AnyRow, now: datetime) -> datetime:
    """When this recipient's window for such texts opens; now, where it is open or never does (policy says why)."""
    config = parts.flows.carrier(campaign.carrier)
    zone = screening.zone_for(row.time_zone, row.phone, config)
    asked = policy.Request(
        Say("", "", ""), flow.category, "promotion" if flow.category == "promotion" else "notice", policy.Consent(),
        config, now, segment=row.segment, zone=zone,
    )  # fmt: skip
    return next_opening(asked, now) or now
