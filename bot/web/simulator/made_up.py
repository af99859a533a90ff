"""A demo for a carrier that wrote none: one parcel, and whatever its published flows hear."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from bot.core.flow import CompiledFlow
from bot.core.flow.checks.menus import CASE_EVENTS, FLOW_EVENTS
from bot.transcripts import manner

PARCEL: Final[Mapping[str, Any]] = {
    "redirectable": True,
    "proof_code": "839201",
    "courier": {"name": "Li", "phone": "+12025550142"},
    "link": "https://t.example.com/1",
    "station": {"name": "East Gate", "shelf": "A-1"},
    "pickup_code": "12-3",
}
"""Facts that the standard flows read."""


def shipment(carrier: str, flows: Iterable[CompiledFlow]) -> dict[str, Any]:
    """One parcel, with a value for every fact of the carrier's own that its texts say."""
    own: dict[str, Any] = {}
    for flow in flows:
        own |= manner.made_up(flow)
    return {"tracking_no": f"{carrier[:8].upper()}00000001", **PARCEL, **own}


def events(flows: Collection[CompiledFlow]) -> list[str]:
    """Tracking events that one of the flows hears: those that begin one first."""
    begins = {event for flow in flows for event in flow.starts_on} - FLOW_EVENTS
    also = {event for flow in flows for event in flow.ends_on}
    also |= {event for flow in flows for state in flow.states.values() for event in state.on}
    heard = [*sorted(begins), *sorted(also - begins - CASE_EVENTS)]
    return [event for event in heard if not event.startswith("ended:")]


def event_data(event: str, flows: Iterable[CompiledFlow]) -> dict[str, Any]:
    """A value for every fact of the event that a text of a flow says which begins on it."""
    data: dict[str, Any] = {}
    for flow in flows:
        if event in flow.starts_on:
            data |= manner.made_up(flow, "event")
    return data


def campaigns(flows: Iterable[CompiledFlow]) -> list[dict[str, Any]]:
    """A campaign for each flow that one may begin."""
    return [
        {"flow": flow.name, "title": flow.title, "data": manner.made_up(flow, "event")}
        for flow in sorted(flows, key=lambda flow: flow.name)
        if "campaign" in flow.starts_on
    ]


def coupons(pools: Iterable[str]) -> dict[str, list[str]]:
    """Three codes for each pool that the carrier has."""
    return {pool: [f"{pool.upper()}-{number}" for number in (1, 2, 3)] for pool in pools}
