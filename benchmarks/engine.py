"""What one decision costs: `decide` for a reply, beside `transitions` alone doing the same move. Goal: at most 100 µs.

    python benchmarks/engine.py [rounds]

Both run in the same process, in turns, best of several rounds, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from transitions import Machine, State  # noqa: E402

from bot.core.decide import decide, start  # noqa: E402
from bot.core.facts import Facts  # noqa: E402
from bot.core.flow import compile_flow  # noqa: E402
from bot.core.model import Conversation, Meaning, Replied, Silence, Started, TimeWindow  # noqa: E402
from bot.library import load  # noqa: E402

GOAL = 100.0
BATCH = 500
ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)
PARCEL = {
    "tracking_no": "FY1234568896", "redirectable": True, "proof_code": "839201",
    "courier": {"name": "李师傅"}, "eta": "2026-11-23T11:00:00+08:00",
}  # fmt: skip


class Detached:
    """What a shared machine's event is triggered on."""

    state = "offered"


def alone() -> Callable[[], None]:
    """`transitions` alone: the same flat machine shape, one move, no guard, no text."""
    machine = Machine(
        model=None, states=[State("offered"), State("held")], initial="offered",
        transitions=[{"trigger": "reply", "source": "offered", "dest": "held"}],
        auto_transitions=False, send_event=True, queued=False,
    )  # fmt: skip
    event = machine.events["reply"]

    def move() -> None:
        model = Detached()
        model.state = "offered"
        event.trigger(model)

    return move


def scenes() -> dict[str, Callable[[], object]]:
    """The turns that customers take most."""
    library = load(ROOT / "flows")
    source = library.flows("demo")["delivery_options"]
    flow = compile_flow(source.document, source.hash)
    facts = Facts(library.carriers["demo"], {"phone": "+8613800138000", "locale": "zh-CN"}, PARCEL, None)
    opened = decide(flow, start(flow), Started("out_for_delivery"), facts, NOW).conversation
    window = TimeWindow(datetime(2026, 11, 25, 15, tzinfo=ZONE), None)
    proving = Conversation(flow.name, flow.hash, "proving", 3, {"new_address": {"raw": "x"}})

    def replied(at: Conversation, meaning: Meaning, text: str) -> Callable[[], object]:
        return lambda: decide(flow, at, Replied(meaning, text), facts, NOW)

    return {
        "start, with the menu": lambda: decide(flow, start(flow), Started("out_for_delivery"), facts, NOW),
        "1 (hold)": replied(opened, Meaning("option", "b", branch="1"), "1"),
        "2 with a time (two moves)": replied(opened, Meaning("option", "b", branch="2", time=window), "2"),
        "3 (a guard)": replied(opened, Meaning("option", "b", branch="3"), "3"),
        "a code (a guard)": replied(proving, Meaning("other", "b", branch="text"), "839201"),
        "unreadable (asked again)": replied(opened, Meaning("other", "b"), "?"),
        "silence": lambda: decide(flow, opened, Silence(), facts, NOW),
        "conversation to JSON and back": lambda: Conversation(**json.loads(json.dumps(asdict(opened)))),
    }


def best(run: Callable[[], object], rounds: int) -> float:
    """µs a call, the best batch of `rounds`."""
    found = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        for _ in range(BATCH):
            run()
        found = min(found, (time.perf_counter() - begun) / BATCH)
    return found * 1e6


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    floor = best(alone(), rounds)
    print(f"{'transitions alone, one move':<32} {floor:8.1f} µs")
    for name, run in scenes().items():
        cost = best(run, rounds)
        verdict = "" if cost <= GOAL else f"  over the goal of {GOAL:.0f} µs"
        print(f"{name:<32} {cost:8.1f} µs  {cost / floor:5.1f} ×{verdict}")


if __name__ == "__main__":
    main()
