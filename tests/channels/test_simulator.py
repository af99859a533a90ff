"""The channel of the phone simulator."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.channels.base import Outcome
from bot.channels.simulator import Simulator

NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)


def test_a_text_arrives_at_once(text) -> None:
    """Sending is accepted and delivered, under an id that the same attempt gets again and another does not."""
    first, again, other = (Simulator().send(text(ours=ours)) for ours in ("7.1", "7.1", "7.2"))
    assert (first.outcome, first.status) == (Outcome.ACCEPTED, "delivered")
    assert first == again
    assert first.provider_id != other.provider_id
    assert first.provider_id.startswith("SIM")


def test_its_lists_are_empty(text) -> None:
    """There is no provider that knows more than our own store."""
    simulator = Simulator()
    simulator.send(text(recipient="+15550000001"))
    assert simulator.sent_to("+15550000001", NOW) == []
    assert list(simulator.received_since("demo", NOW)) == []
