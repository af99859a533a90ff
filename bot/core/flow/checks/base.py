"""What every check of a flow is given."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.carrier import CarrierConfig
from bot.core.flow.kept import kept_kinds, names_of
from bot.core.flow.schema import Flow
from bot.core.flow.source import Path, Source
from bot.core.names import Kind


class Checker:
    """One flow under check, with what every check needs to know about it."""

    def __init__(self, flow: Flow, source: Source, carrier: CarrierConfig | None, whole: Flow | None = None) -> None:
        self.flow, self.source, self.carrier = flow, source, carrier
        whole = whole or flow  # with what it calls built in: values kept there are known here
        self.kept: Mapping[str, Kind] = kept_kinds(whole)
        self.kinds: Mapping[str, Kind] = names_of(whole)
        self.languages = carrier.locales if carrier else tuple(flow.languages)

    def branch_path(self, state: str, trigger: str, index: int) -> Path:
        """Where a branch stands, whichever form its author wrote."""
        kind, _, key = trigger.partition(":")
        steps: tuple[str, ...] = {"reply": ("replies", key), "on": ("on", key)}.get(kind, (trigger,))
        path: Path = ("states", state, *steps)
        value = self.source.values
        if trigger in ("silence", "unclear", "late") and (*path, "go") in value:
            path = (*path, "go")
        return (*path, index) if (*path, index) in value else path
