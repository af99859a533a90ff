"""Notices to the carrier's own people: by group, "收到请回复1", a reminder, a phone call for who stays silent, and who has confirmed.

A notice is begun like a campaign and talks through its flow (`flows/standard/staff_notice.yaml`), which reminds and asks for the call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

from sqlalchemy.engine import Connection

from bot.campaigns import lifecycle, lists, result
from bot.core.campaigning import NewNotice, Variant
from bot.core.errors import Invalid
from bot.parts import Parts
from bot.store import audience, campaign_counts, campaigns
from bot.store.session import AnyRow

Stand = Literal["confirmed", "objected", "unanswered", "asked", "waiting", "not_reached"]
STATES: Final[dict[str, Stand]] = {"acknowledged": "confirmed", "objected": "objected", "unanswered": "unanswered"}
"""The states in which a notice's flow ends, and how a person then stands to it."""
STANDS: Final[tuple[Stand, ...]] = ("confirmed", "objected", "unanswered", "asked", "waiting", "not_reached")


def give_notice(parts: Parts, carrier: str, wanted: NewNotice, who: str, connection: Connection | None = None) -> int:
    """Send a notice to everybody in the groups, each person once; its id.

    Raises `Invalid` for a group that nobody is in, and for a flow that starts on no notice.
    """
    if connection is None:
        with parts.store.write() as own:
            notice = give_notice(parts, carrier, wanted, who, own)
        parts.ring("run_campaigns")
        return notice
    lifecycle.flow_for(parts, carrier, wanted.flow, "notice")
    known = audience.groups(connection, carrier)
    if missing := [name for name in wanted.groups if name not in known]:
        there = ", ".join(known) or "none yet"
        raise Invalid(
            f"Nobody is in the group {missing[0]!r}; the groups are: {there}.", {"groups": "has an unknown group"}
        )
    values = {
        "name": wanted.name,
        "flow": wanted.flow,
        "audience": {},
        "variants": [Variant(name="A").model_dump(mode="json")],
        "data": {"notice": _without_the_call(wanted.text), "groups": list(wanted.groups)},
        "limits": {},
    }
    notice = lifecycle.written(parts, connection, carrier, "notice", values, who)
    row = campaigns.get(connection, carrier, notice)
    people = audience.members(connection, carrier, wanted.groups)
    campaigns.add_recipients(connection, notice, [lists.recipient(row, thread_id, None) for thread_id in people])
    now = parts.clock.now(carrier)
    campaigns.change(connection, notice, status="scheduled", starts_at=now, due_at=now)
    return notice


_CALL: Final = re.compile(r"[,，。;； ]*收到请回复?1[。.!！]*$")


def _without_the_call(text: str) -> str:
    """The flow says 收到请回复1 by itself; written by hand too it would stand there twice. Raises `Invalid` where nothing is left."""
    bare = _CALL.sub("", text.strip())
    if not bare:
        raise Invalid(
            "The notice says nothing but 收到请回复1, which is added anyway.", {"text": "is empty without it"}
        )
    return bare


def notice_view(parts: Parts, carrier: str, notice_id: int) -> dict[str, Any]:
    """Who has confirmed and who has not, person by person. Raises `NotFound`."""
    with parts.store.read() as connection:
        return notice_of(connection, carrier, notice_id)


def notice_of(connection: Connection, carrier: str, notice_id: int) -> dict[str, Any]:
    """`notice_view` within a transaction."""
    notice = campaigns.get(connection, carrier, notice_id, "notice")
    people = [_person(row) for row in campaign_counts.states(connection, notice_id)]
    return {
        **{name: value for name, value in result.view(notice).items() if name in _SHOWN},
        "text": notice.data["notice"],
        "groups": notice.data["groups"],
        "counts": {stand: _count(people, stand) for stand in STANDS},
        "people": people,
    }


_SHOWN: Final = ("id", "name", "flow", "status", "reason", "created_by", "created_at", "started_at", "ended_at")


def _person(row: AnyRow) -> dict[str, Any]:
    return {
        "phone": row.phone,
        "name": row.name,
        "stand": _stand(row),
        "at": None if row.replied_at is None else row.replied_at.isoformat(),
        "reason": row.reason,
    }


def _stand(row: AnyRow) -> Stand:
    if row.status in ("skipped", "failed", "canceled"):
        return "not_reached"
    if row.state in STATES:
        return STATES[row.state]
    if row.text_status in ("refused", "failed", "canceled", "undelivered"):
        return "not_reached"
    return "waiting" if row.status == "waiting" or row.text_status in (None, "ready") else "asked"


def _count(people: Sequence[dict[str, Any]], stand: Stand) -> int:
    return sum(person["stand"] == stand for person in people)
