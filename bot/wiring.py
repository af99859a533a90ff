"""The only place where settings and concrete parts meet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import structlog

from bot import campaigns, coupons, dispatch, instructions, publishing, retention, turns, upkeep
from bot.catalogue import Catalogue
from bot.channels.base import Channel
from bot.channels.simulator import Simulator
from bot.channels.twilio import Twilio
from bot.clock import CarrierClock
from bot.core.carrier import CarrierConfig, ChannelConfig
from bot.core.errors import Conflict, FlowError
from bot.core.model import Inbound
from bot.doorbell import Doorbell
from bot.drafts import Drafts
from bot.parts import Parts
from bot.settings import Settings
from bot.store import suppressions
from bot.store.session import Store

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """The parts, and what the worker's jobs do with them."""

    parts: Parts
    catalogue: Catalogue

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

    def run_campaigns(self) -> None:
        campaigns.run(self.parts, turns.start_flow)

    def run_retention(self) -> None:
        retention.run_due(self.parts)

    def watch_coupons(self) -> None:
        coupons.warn(self.parts)

    def sweep(self) -> None:
        upkeep.sweep(self.parts)
        publishing.settle(self.parts)
        coupons.warn(self.parts)
        retention.plan(self.parts)

    def follow(self) -> None:
        """Take what is published from now on. Call it in a process that goes on, after a fork."""
        self.catalogue.follow()

    def poll_inbound(self, carrier: str) -> None:
        def take(inbound: Inbound) -> bool:
            return not turns.take_inbound(self.parts, inbound, via="poll").duplicate

        upkeep.poll(self.parts, carrier, take)


def build(settings: Settings, env: Mapping[str, str] | None = None, *, publish_new: bool = True) -> App:
    """All parts of one process, with the flows that are published. The database must be migrated.

    With `publish_new` a carrier that was never published is, from its files. Raises `SettingsError`, and `FlowError` where
    nothing can be used.
    """
    env = os.environ if env is None else env
    store = Store(settings.database_url)
    suppressions.use(store, settings.secret_key)
    catalogue = Catalogue(store)
    parts = Parts(
        settings=settings,
        store=store,
        flows=catalogue,
        clock=CarrierClock(store),
        channels={},
        endpoints={},
        ring=Doorbell(settings.redis_url).ring,
        tokens={},
    )
    if publish_new:
        _first_publication(parts, catalogue)
    _follow_carriers(parts, catalogue, env)
    return App(parts, catalogue)


def _first_publication(parts: Parts, catalogue: Catalogue) -> None:
    draft = Drafts(parts.settings.flows_dir).look()
    new = [slug for slug in draft.library.carriers if slug not in catalogue.carriers()]
    bad = [slug for slug in new if draft.faults(slug)]
    if not catalogue.carriers() and (bad or not new):
        raise FlowError(tuple(finding for finding in draft.findings if finding.severity == "error"))
    for slug in bad:
        log.warning("carrier_not_published", carrier=slug, faults=len(draft.faults(slug)))
    if new:
        try:
            publishing.publish_files(parts, draft, new)
        except Conflict:
            log.info("published_by_another_part")  # parts that start together on a fresh database have the same files
        catalogue.refresh()


def _follow_carriers(parts: Parts, catalogue: Catalogue, env: Mapping[str, str]) -> None:
    """Channels, keys and endpoints are those of the carriers that are published, also of one that is published later."""

    def take(carriers: Mapping[str, CarrierConfig]) -> None:
        for kept, found in (
            (parts.channels, channels_of(parts.settings, carriers, env)),
            (parts.endpoints, endpoints_of(carriers, env)),
            (parts.tokens, tokens_of(carriers, env)),
        ):
            assert isinstance(kept, dict), "made in `build`"
            kept.update(found)
            for gone in kept.keys() - found.keys():
                del kept[gone]

    catalogue.on_change(take)


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
