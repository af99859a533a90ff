"""How somebody plays a flow: in which language, from which number, with which facts of the parcel, saved where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.core.carrier import CarrierConfig
from bot.core.errors import FlowError, Invalid
from bot.core.flow import CompiledFlow
from bot.core.flow.source import parse
from bot.core.names import KNOWN, Kind
from bot.core.phones import normalise
from bot.core.render import Slot

_SAMPLES: Final[Mapping[Kind, Any]] = {"number": 36, "flag": True}


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody wants to play. `facts` are of the parcel; they stand above the ones made up."""

    locale: str | None = None
    phone: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    save: Path | None = None

    def require(self, config: CarrierConfig) -> None:
        """Raises `Invalid` for a language that the carrier does not speak, a number that is none, a place where nothing can be saved."""
        _require_spoken(config, self.locale)
        if self.phone is not None:
            normalise(self.phone, config.home)
        _require_place(self.save)


def _require_spoken(config: CarrierConfig, locale: str | None) -> None:
    stems = {spoken.split("-")[0] for spoken in config.locales}
    if locale is not None and locale.split("-")[0] not in stems:
        raise Invalid(f"{config.carrier} does not speak {locale}. It speaks {', '.join(config.locales)}.")


def _require_place(path: Path | None) -> None:
    if path is None:
        return
    if path.exists():
        raise Invalid(f"{path} is there already. Choose another name, or remove it first.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        path.unlink()
    except OSError as error:
        raise Invalid(f"Nothing can be saved as {path}: {error.strerror}.") from None


def _value(text: str) -> Any:
    """As YAML would read it: 79 is a number, true a flag, anything else a text."""
    return parse(f"v: {text}", "fact").data["v"] if text.strip() else ""


def pairs(words: Iterable[str]) -> dict[str, Any]:
    """`["fee=79", "model=AEG"]` → facts. Raises `Invalid`."""
    found: dict[str, Any] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not (name and equals):
            raise Invalid(f"'{word}' is no fact: write name=value, such as fee=79.")
        try:
            _put(found, name.removeprefix("shipment.").split("."), _value(text))
        except FlowError:
            _put(found, name.removeprefix("shipment.").split("."), text)
    return found


def _put(facts: dict[str, Any], path: list[str], value: Any) -> None:
    *above, last = path
    for step in above:
        facts = facts.setdefault(step, {})
    facts[last] = value


def made_up(flow: CompiledFlow, of: str = "shipment") -> dict[str, Any]:
    """A value for each text or number of the carrier's own that a text of this flow says, so that no text has a hole in it.

    `of`: whose facts, shipment or event.
    """
    said = {
        part.name
        for texts in (flow.texts, *flow.variants.values())
        for by_language in texts.values()
        for wordings in by_language.values()
        for wording in wordings
        for part in wording
        if isinstance(part, Slot)
    }
    own = sorted(name for name in said if name.startswith(f"{of}.") and name not in KNOWN)
    facts: dict[str, Any] = {}
    for name in own:
        kind = flow.kinds.get(name, "text")
        if kind in ("text", *_SAMPLES):
            _put(facts, name.split(".")[1:], _SAMPLES.get(kind, name.rpartition(".")[2].upper()))
    return facts
