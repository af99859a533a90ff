"""Whether and when a flow begins on what has come: its trigger names the event, the guard holds, and the moment is now or later."""

from __future__ import annotations

from datetime import datetime

from bot.core.facts import Facts, Scope, moment
from bot.core.flow import CompiledFlow
from bot.core.flow.expressions import GuardFailed
from bot.core.flow.schema import Trigger


def starts(flow: CompiledFlow, event: str, facts: Facts, now: datetime) -> bool:
    """True if one of the flow's triggers fits. A guard that cannot be told (a fact is missing) does not hold."""
    return trigger_for(flow, event, facts, now) is not None


def trigger_for(flow: CompiledFlow, event: str, facts: Facts, now: datetime) -> Trigger | None:
    """The first trigger of this event whose guard holds."""
    scope = _scope(flow, facts, now)
    fits = (one for one in flow.triggers if one.event == event and (one.if_ is None or _holds(flow, one.if_, scope)))
    return next(fits, None)


def begins_at(flow: CompiledFlow, trigger: Trigger, at: datetime, facts: Facts, now: datetime) -> datetime:
    """When it begins, at the earliest: `after` counts from `at`, the event's moment; `before` from the moment that `of` names.

    A fact that did not come holds nothing up.
    """
    due = at + trigger.after
    if trigger.before is None or trigger.of is None:
        return due
    named = moment(_scope(flow, facts, now).get(trigger.of), facts.carrier.zone)
    return due if named is None else max(due, named - trigger.before)


def _scope(flow: CompiledFlow, facts: Facts, now: datetime) -> Scope:
    return Scope(facts, {}, flow.kinds, now, facts.carrier.language(facts.customer.get("locale")))


def _holds(flow: CompiledFlow, guard: str, scope: Scope) -> bool:
    try:
        return flow.guards[guard].value(scope.typed) is True
    except GuardFailed:
        return False
