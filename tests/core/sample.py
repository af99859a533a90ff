"""A carrier, its compiled flows and a conversation that goes to JSON and back between turns."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.carrier import CarrierConfig
from bot.core.decide import decide, start
from bot.core.effects import Decision, Say
from bot.core.facts import Facts
from bot.core.flow import CompiledFlow, Flow, compile_flow, content_hash, normalised
from bot.core.flow.load import load
from bot.core.model import Address, Conversation, Happening, Meaning, Replied, Started, TimeWindow
from bot.library import Library
from bot.library import load as load_library

ROOT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
PARCEL = {
    "tracking_no": "FY1234568896",
    "redirectable": True,
    "proof_code": "839201",
    "courier": {"name": "李师傅", "phone": "13900139000"},
    "eta": "2026-11-23T11:00:00+08:00",
}
AFTERNOON = TimeWindow(datetime(2026, 11, 25, 15, tzinfo=ZONE), None)
HOME = Address("上海市浦东新区世纪大道100号", city="上海市", detail="世纪大道100号", complete=True)


def carrier(**changes: Any) -> CarrierConfig:
    return CarrierConfig.model_validate(
        {
            "carrier": "demo",
            "brand": {"zh-CN": "风驰速运", "en": "Fengchi"},
            "locales": ["zh-CN", "en"],
            "time_zone": "Asia/Shanghai",
            "channels": {"simulator": {"kind": "simulator"}},
            "coupons": ["autumn"],
            **changes,
        }
    )


@cache
def library() -> Library:
    return load_library(ROOT / "flows")


@cache
def standard(name: str) -> CompiledFlow:
    source = library().flows("demo")[name]
    return compile_flow(source.document, source.hash)


def compiled(text: str) -> CompiledFlow:
    """A flow from YAML, without the checks of meaning."""
    flow, _ = load(text, "test.yaml", Flow)
    document = normalised(flow)
    return compile_flow(document, content_hash(document))


def facts(shipment: dict[str, Any] | None = PARCEL, locale: str = "zh-CN", **more: Any) -> Facts:
    return Facts(carrier(), {"phone": "+8613800138000", "locale": locale}, shipment, **more)


class Talk:
    """One conversation of a flow; each turn begins from what JSON kept of the one before."""

    def __init__(self, flow: CompiledFlow, known: Facts | None = None) -> None:
        self.flow = flow
        self.facts = known or facts()
        self.conversation = start(flow)
        self.decision: Decision | None = None

    def take(self, happening: Happening, now: datetime = NOW) -> Decision:
        kept = json.loads(json.dumps(asdict(self.conversation), ensure_ascii=False))
        decision = decide(self.flow, Conversation(**kept), happening, self.facts, now)
        self.conversation, self.decision = decision.conversation, decision
        return decision

    def begin(self, event: str = "out_for_delivery") -> Decision:
        return self.take(Started(event))

    def reply(self, branch: str | None = None, text: str = "", intent: str = "option", **slots: Any) -> Decision:
        meaning = Meaning(intent, "test", branch=branch, **slots)  # type: ignore[arg-type]
        return self.take(Replied(meaning, text or branch or "…"))

    def at(self, state: str, **values: Any) -> Talk:
        self.conversation = replace(self.conversation, state=state, version=3, values=values)
        return self

    @property
    def state(self) -> str:
        return self.conversation.state


def said(decision: Decision) -> list[str]:
    return [effect.key for effect in decision.effects if isinstance(effect, Say)]


def of(decision: Decision, kind: type) -> list[Any]:
    return [effect for effect in decision.effects if isinstance(effect, kind)]
