"""The rules that are really in force for a carrier: what its file leaves open is filled in as policy fills it in."""

from __future__ import annotations

from typing import Any, Final

from bot.core.carrier import CarrierConfig, ChannelConfig
from bot.core.policy.days import country
from bot.core.policy.form import billing_of, suffixes_of
from bot.core.rulebook import PROVIDER_LIMITS

RULES_OF_SENDING: Final = (
    "opt_out", "consent", "windows", "useful_for", "caps", "form", "content", "holidays", "retention", "signature", "billing",
)  # fmt: skip
"""Keys of carrier.yaml that policy reads, beside each channel's own."""


def in_force(carrier: CarrierConfig) -> dict[str, Any]:
    """As carrier.yaml would say them, with `campaigns` and every channel; `limits` by the beginning of the number."""
    shown: dict[str, Any] = carrier.model_dump(mode="json", by_alias=True, include={*RULES_OF_SENDING, "campaigns"})
    shown["holidays"]["country"] = country(carrier)
    shown["opt_out"]["covers"] = list(carrier.covered_by(""))
    del shown["content"]["links"]  # it follows from the channel
    shown["channels"] = {name: _channel(carrier, name, channel) for name, channel in carrier.channels.items()}
    return shown


def _channel(carrier: CarrierConfig, name: str, channel: ChannelConfig) -> dict[str, Any]:
    billing = billing_of(carrier, name)
    fixed = channel.mainland or billing == "mainland"
    return {
        "kind": channel.kind,
        "signature": channel.signature,
        "opt_out": channel.opt_out,
        "billing": billing,
        "suffix": dict(suffixes_of(carrier, name)),
        "links": carrier.content.links or ("fixed" if fixed else "anywhere"),
        "limits": _limits(channel),
    }


def _limits(channel: ChannelConfig) -> dict[str, dict[str, int | None]]:
    if channel.limits is not None:
        return {"+": channel.limits.model_dump()}
    rows = [row for row in PROVIDER_LIMITS if row.kind == channel.kind]
    return {row.prefix: {"identical_a_day": row.identical_a_day, "a_day": row.a_day} for row in rows}
