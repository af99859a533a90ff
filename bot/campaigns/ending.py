"""How conversations end that a campaign began and nobody will answer: it was stopped, or its text never left."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from bot.campaigns import lifecycle
from bot.parts import Parts
from bot.store import campaign_holds, campaigns, conversations, threads
from bot.store.session import AnyRow

BATCH: Final = 50
UNASKED_FOR: Final = ("promotion", "survey")
"""Categories whose conversation is over where policy refuses its first text. A notice goes on: its silence brings a person."""


def wind_down(parts: Parts, campaign: AnyRow, until: float) -> None:
    """Cancel what came back to the outbox since, and end conversations whose question nobody will ever read.

    Of a notice all are ended: nobody is reminded of one that was stopped.
    """
    with parts.store.write() as connection:
        campaigns.link(connection, campaign)
        campaign_holds.cancel_texts(connection, campaign, lifecycle.STOPPED)
    _end_talks(parts, campaign, "campaign_stopped", until, heard=campaign.kind == "notice")


def _end_talks(parts: Parts, campaign: AnyRow, reason: str, until: float, *, heard: bool = False) -> None:
    while time.monotonic() < until:
        with parts.store.read() as connection:
            talks = campaign_holds.unheard(connection, campaign.id, BATCH, heard=heard)
        if not talks:
            return
        end_unheard(parts, campaign, talks, reason)
    with parts.store.write() as connection:  # the rest at once, in another job
        campaigns.change(connection, campaign.id, due_at=parts.clock.now(campaign.carrier))
    parts.ring("run_campaigns")


def end_what_was_never_said(parts: Parts, campaign: AnyRow, until: float) -> None:
    """Texts that policy refused only when they were claimed."""
    flow = parts.flows.current(campaign.carrier).get(campaign.flow)
    if flow is not None and flow.category in UNASKED_FOR:
        _end_talks(parts, campaign, "not_said", until)


def end_unheard(parts: Parts, campaign: AnyRow, unheard: Sequence[AnyRow], reason: str) -> None:
    for row in unheard:
        with parts.store.write() as connection:
            threads.lock_id(connection, row.thread_id)
            at = conversations.by_id(connection, row.conversation_id)
            if at is not None and not at.ended:
                now = parts.clock.now(campaign.carrier)
                conversations.close_questions(connection, at, "cancelled", now)
                conversations.end(connection, at.id, now, reason)
