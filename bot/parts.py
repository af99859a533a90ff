"""The concrete parts that one process holds, put together by `wiring` and handed to every function that acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.channels.base import Channel
from bot.clock import Clock
from bot.core.carrier import CarrierConfig
from bot.core.flow import CompiledFlow
from bot.settings import Settings
from bot.store.session import Store


class Flows(Protocol):
    """Carriers and their flows, as published."""

    def carriers(self) -> Mapping[str, CarrierConfig]:
        """By slug."""

    def carrier(self, slug: str) -> CarrierConfig:
        """Raises `NotFound`."""

    def current(self, carrier: str) -> Mapping[str, CompiledFlow]:
        """The version that new conversations of this carrier begin with, by flow name."""

    def version(self, carrier: str, flow: str, flow_hash: str) -> CompiledFlow:
        """The version that a conversation began with, from memory or from the database. Raises `NotFound`."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a turn, a send or a page needs."""

    settings: Settings
    store: Store
    flows: Flows
    clock: Clock
    channels: Mapping[tuple[str, str], Channel]
    """By (carrier, channel name); the ones whose keys are set."""
    endpoints: Mapping[str, tuple[str, str]]
    """Carrier → URL and signing secret of its system; a carrier without one reads its instructions through the API."""
    ring: Callable[[str], None]
    """The doorbell: names a job (`drain_outbox`, `fire_timers` …). Never blocks, never fails."""
    tokens: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """(carrier, channel name) → the secrets that its provider signs webhooks with: two while they are rotated."""

    def channel_of(self, carrier: str, own: str | None) -> str:
        """How a customer is reached: by `own`, as last heard, else by the carrier's first way whose keys are set."""
        if own is not None and (carrier, own) in self.channels:
            return own
        names = self.flows.carrier(carrier).channels
        return next((name for name in names if (carrier, name) in self.channels), next(iter(names)))
