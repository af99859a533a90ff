"""What a turn knows: the carrier, the customer, the parcel, the event, and what one reply said, looked up by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.core.carrier import CarrierConfig
from bot.core.model import NOTHING, Meaning
from bot.core.names import Kind

MISSING_KIND: Final[Kind] = "text"
_EDGES: Final = " \t\r\n.,;:!?。，；：！？、“”\"'「」『』()（）[]【】<>《》~～…"
_CODE: Final = re.compile(r"(?=[A-Z-]*\d)[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the store knows when a turn begins. Values are JSON; times are ISO 8601 texts or aware datetimes."""

    carrier: CarrierConfig
    customer: Mapping[str, Any]
    """phone, name, locale, segment, time_zone."""
    shipment: Mapping[str, Any] | None = None
    """tracking_no, order_no, category, status, status_at and what else the carrier sent: eta, courier {name, phone}, proof_code …"""
    event: Mapping[str, Any] | None = None
    """type, at, data: what came now. What started a conversation is kept in its values."""


def plain_text(text: str) -> str:
    """A reply as guards see it: compatibility forms made plain (１２ → 12), edges trimmed of blanks and punctuation."""
    return unicodedata.normalize("NFKC", text).strip(_EDGES)


def only_code(text: str) -> str:
    """The one word of letters and digits that holds a digit ("取件码是8862，谢谢" → "8862"); empty where there is none or more than one."""
    found = _CODE.findall(unicodedata.normalize("NFKC", text))
    return found[0].upper() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Looks names up. `kinds` types them; a fact that is absent, null or empty is None."""

    facts: Facts
    values: Mapping[str, Any]
    kinds: Mapping[str, Kind]
    now: datetime
    locale: str
    meaning: Meaning | None = None
    text: str = ""

    def get(self, name: str) -> Any:
        """The value of a full name (`shipment.eta`, `visit`, `visit.start`), as JSON holds it; None where it did not come."""
        head, _, rest = name.partition(".")
        match head:
            case "shipment":
                value = self._shipment(rest)
            case "reply":
                value = self._reply(rest)
            case "carrier":
                value = {"brand": self.facts.carrier.brand_in(self.locale), "hotline": self.facts.carrier.hotline}.get(
                    rest
                )
            case "customer":
                value = _walk(self.facts.customer, rest)
            case "event":
                value = self._event(rest)
            case "now" if not rest:
                value = self.now
            case _:
                value = _walk(self.values, name)
        return None if value == "" else value

    def typed(self, name: str) -> Any:
        """The same for a guard: times as aware datetimes, other kinds as declared; None where it does not fit its kind."""
        value = self.get(name)
        if value is None:
            return None
        match self.kinds.get(name, MISSING_KIND):
            case "time":
                return moment(value, self.facts.carrier.zone)
            case "text":
                return str(value)
            case "flag":
                return value if isinstance(value, bool) else None
            case "number":
                return value if isinstance(value, int | float) and not isinstance(value, bool) else None
            case _:
                return value

    def _shipment(self, name: str) -> Any:
        shipment = self.facts.shipment or NOTHING
        if name == "tail":
            return str(shipment.get("tracking_no") or "")[-4:]
        value = _walk(shipment, name)
        if value is None:
            value = _walk(self._started_by().get("data") or NOTHING, name)
        if value is None and name in _COMPUTED:
            return _COMPUTED[name](self, shipment)
        return _walk(self.facts.customer, name) if value is None and name.partition(".")[0] == "window" else value

    def _delay_hours(self, shipment: Mapping[str, Any]) -> float | None:
        """From the estimate that stood to the one that the event brings."""
        zone = self.facts.carrier.zone
        before = moment(shipment.get("eta"), zone)
        after = moment(_walk(self._started_by().get("data") or NOTHING, "eta"), zone)
        return round((after - before).total_seconds() / 3600, 1) if before and after else None

    def _expected_days(self, shipment: Mapping[str, Any]) -> int | None:
        zone = self.facts.carrier.zone
        data = self._started_by().get("data") or NOTHING
        eta = moment(shipment.get("eta") or _walk(data, "eta"), zone)
        return max(0, (eta.astimezone(zone).date() - self.now.astimezone(zone).date()).days) if eta else None

    def _started_by(self) -> Mapping[str, Any]:
        """The event that started the flow: as its first turn kept it, else (the first turn itself) as it came."""
        return self.values.get("event") or self.facts.event or NOTHING

    def _event(self, name: str) -> Any:
        event = self._started_by()
        return event.get(name) if name in ("type", "at") else _walk(event.get("data") or NOTHING, name)

    def _reply(self, name: str) -> Any:
        if name == "text":
            return plain_text(self.text)
        if name == "code":
            return only_code(self.text)
        if self.meaning is None:
            return None
        if name in ("intent", "rating"):
            return getattr(self.meaning, name)
        return _walk({"time": window_value(self.meaning), "address": address_value(self.meaning)}, name)


_COMPUTED: Final[Mapping[str, Callable[[Scope, Mapping[str, Any]], Any]]] = {
    "delay_hours": Scope._delay_hours,  # noqa: SLF001 - its own
    "expected_days": Scope._expected_days,  # noqa: SLF001
}
"""Facts of a parcel that follow from others where the carrier does not send them."""


def _walk(tree: Any, dotted: str) -> Any:
    for step in dotted.split("."):
        if not isinstance(tree, Mapping):
            return None
        tree = tree.get(step)
    return tree


def window_value(meaning: Meaning) -> dict[str, str | None] | None:
    """The named time as JSON: `{"start": ISO 8601 or None, "end": ISO 8601 or None}`."""
    if meaning.time is None:
        return None
    start, end = meaning.time.start, meaning.time.end
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}


def address_value(meaning: Meaning) -> dict[str, Any] | None:
    """The named address as JSON: what was said, in its parts, and `raw` verbatim."""
    if meaning.address is None:
        return None
    parts = ("raw", "province", "city", "district", "detail", "name", "phone", "postcode", "complete")
    return {part: value for part in parts if (value := getattr(meaning.address, part)) is not None}


def moment(value: Any, zone: Any) -> datetime | None:
    """An ISO 8601 text or datetime as an aware datetime; a naive one is the carrier's local time; None where it is neither."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=zone)
