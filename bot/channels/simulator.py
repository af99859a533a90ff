"""The channel of the phone simulator: every text arrives at once, because the phone is a page that reads our own outbox.

Honest in what it answers: the text *is* on the simulated phone the moment it is stored as accepted, since the page shows
exactly those rows; so `delivered` is true, and nothing needs to be kept here. There is no provider whose lists could know
more than our store does, so both look-ups answer with nothing: no attempt can be uncertain, and every reply typed on the
page goes through the same inbox as a webhook's, before it is answered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from bot.channels.base import Listed, Outcome, Outgoing, SendResult
from bot.core.model import Inbound


class Simulator:
    """A `Channel` without a provider."""

    name = "simulator"

    def send(self, outgoing: Outgoing) -> SendResult:
        """Accepted and delivered. The id is made from `ours`, so that the same attempt has the same id again."""
        digest = hashlib.sha256(outgoing.ours.encode("utf-8", "surrogatepass")).hexdigest()
        return SendResult(Outcome.ACCEPTED, provider_id=f"SIM{digest[:32]}", status="delivered")

    def sent_to(self, recipient: str, since: datetime) -> list[Listed]:  # noqa: ARG002 the protocol's arguments
        """Always empty: what was sent is in our outbox and nowhere else."""
        return []

    def received_since(self, carrier: str, since: datetime) -> Iterator[Inbound]:  # noqa: ARG002 the protocol's
        """Always empty: a reply from the page is either in our inbox or was answered with an error."""
        return iter(())
