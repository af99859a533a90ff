"""The only place where settings and concrete parts meet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot import dispatch, instructions, turns, upkeep
from bot.catalogue import Catalogue
from bot.channels.base import Channel
from bot.channels.simulator import Simulator
from bot.channels.twilio import Twilio
from bot.clock import CarrierClock
from bot.core.carrier import CarrierConfig, ChannelConfig
from bot.core.model import Inbound
from bot.doorbell import Doorbell
from bot.library import load
from bot.parts import Parts
from bot.settings import Settings
from bot.store.session import Store


@dataclass(frozen=True, slots=True)
class App:
    """The parts, and what the worker's jobs do with them."""

    parts: Parts

    def due(self) -> set[str]:
        """The jobs that have something due now: one look at the database, in each carrier's own time."""
        return upkeep.due_jobs(self.parts)

    def polled_carriers(self) -> list[str]:
        """Carriers with a channel whose provider lists what it received."""
        return sorted(
            {slug for (slug, _), channel in self.parts.channels.items() if not isinstance(channel, Simulator)}
        )

    def drain_outbox(self) -> None:
        dispatch.drain(self.parts)

    def fire_timers(self) -> None:
        turns.fire_due_timers(self.parts)

    def send_instructions(self) -> None:
        instructions.send_due(self.parts)

    def sweep(self) -> None:
        upkeep.sweep(self.parts)

    def poll_inbound(self, carrier: str) -> None:
        def take(inbound: Inbound) -> bool:
            return not turns.take_inbound(self.parts, inbound, via="poll").duplicate

        upkeep.poll(self.parts, carrier, take)


def build(settings: Settings, env: Mapping[str, str] | None = None) -> App:
    """All parts of one process. Raises `SettingsError` and `FlowError`; the database must be migrated."""
    env = os.environ if env is None else env
    store = Store(settings.database_url)
    library = load(settings.flows_dir)
    catalogue = Catalogue(store, library)
    clock = CarrierClock(store)
    catalogue.publish(clock.now())
    parts = Parts(
        settings=settings,
        store=store,
        flows=catalogue,
        clock=clock,
        channels=channels_of(settings, library.carriers, env),
        endpoints=endpoints_of(library.carriers, env),
        ring=Doorbell(settings.redis_url).ring,
        tokens=tokens_of(library.carriers, env),
    )
    return App(parts)


@cache
def get() -> App:
    """The process's own app, from its environment: for jobs, which know nothing but their names."""
    return build(Settings.from_env(os.environ))


def channels_of(
    settings: Settings, carriers: Mapping[str, CarrierConfig], env: Mapping[str, str]
) -> dict[tuple[str, str], Channel]:
    """The channels of every carrier whose keys are set."""
    made: dict[tuple[str, str], Channel] = {}
    for slug, carrier in carriers.items():
        for name, config in carrier.channels.items():
            channel = _channel(settings, config, env)
            if channel is not None:
                made[slug, name] = channel
    return made


def _channel(settings: Settings, config: ChannelConfig, env: Mapping[str, str]) -> Channel | None:
    if config.kind == "simulator":
        return Simulator()
    if config.kind != "twilio":
        return None
    account, secret, sender = (
        env.get(name or "", "").strip() for name in (config.account, config.secret, config.sender)
    )
    if not (account and secret and sender):
        return None
    return Twilio(account, secret.split(",")[0].strip(), sender, api_url=settings.twilio_api_url)


def tokens_of(carriers: Mapping[str, CarrierConfig], env: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The secrets that providers sign webhooks with, by carrier and channel: one, or two with a comma between them."""
    return {
        (slug, name): tuple(token.strip() for token in env.get(config.secret or "", "").split(",") if token.strip())
        for slug, carrier in carriers.items()
        for name, config in carrier.channels.items()
    }


def endpoints_of(carriers: Mapping[str, CarrierConfig], env: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Where each carrier's system is told, with the secret that signs it."""
    found = {}
    for slug, carrier in carriers.items():
        if carrier.instructions is None:
            continue
        url = env.get(carrier.instructions.url, "").strip()
        secret = env.get(carrier.instructions.secret, "").strip()
        if url and secret:
            found[slug] = (url, secret)
    return found
