"""Whether a flow begins on what has come: its trigger names the event, and the trigger's guard holds on the facts."""

from __future__ import annotations

from datetime import datetime

from bot.core.facts import Facts, Scope
from bot.core.flow import CompiledFlow
from bot.core.flow.expressions import GuardFailed


def starts(flow: CompiledFlow, event: str, facts: Facts, now: datetime) -> bool:
    """True if one of the flow's triggers fits. A guard that cannot be told (a fact is missing) does not hold."""
    scope = Scope(facts, {}, flow.kinds, now, facts.carrier.language(facts.customer.get("locale")))
    return any(
        trigger.event == event and (trigger.if_ is None or _holds(flow, trigger.if_, scope))
        for trigger in flow.triggers
    )


def _holds(flow: CompiledFlow, guard: str, scope: Scope) -> bool:
    try:
        return flow.guards[guard].value(scope.typed) is True
    except GuardFailed:
        return False
