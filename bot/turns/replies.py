"""A customer's reply: obeyed, routed to the question it answers, understood, applied, written down, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot import metrics
from bot.core import route as routing
from bot.core.effects import OpenCase, Say
from bot.core.model import Inbound, Meaning, Replied, RepliedLate
from bot.core.route import PendingChoice, Routed
from bot.core.rulebook import PROMOTION_LASTS
from bot.core.understand import compliance, refuses_promotion, understand
from bot.core.understand.beside import without_opt_out
from bot.core.understand.text import normalise
from bot.failpoints import passing
from bot.parts import Parts
from bot.store import conversations, history, opening, outbox, threads
from bot.store.again import again
from bot.store.prepared import Later, Prepared
from bot.store.tables import inbox
from bot.turns import consent
from bot.turns.candidates import Candidate, candidates, closed_of, meaning_of, prompt_of, repeated_of, takes_late
from bot.turns.taken import Taken
from bot.turns.unit import REPLY, Heard, Unit

CHOICE_OPEN: Final = timedelta(hours=4)
"""For how long a letter is waited for; then a person reads the reply."""
LONGEST: Final = 1600
"""Characters of a reply that are read (Twilio's longest); the rest is stored, not understood."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a reply, for its inbox row."""

    route: str
    rule: str | None = None
    intent: str | None = None
    branch: str | None = None
    conversation_id: int | None = None
    state: str | None = None


def take_inbound(parts: Parts, inbound: Inbound, via: str = "webhook") -> Taken:
    """Take one reply. `via`: webhook, poll or simulator. A provider's message id that was seen before changes nothing.

    Raises `NotFound` for an unknown carrier, and what the database raises: the caller must not answer 2xx then.
    """
    parts.flows.carrier(inbound.carrier)
    try:
        return _take(parts, inbound, via)
    except IntegrityError:
        # Somebody brought the same message while we waited for the customer's lock. If it is not that, it is a fault.
        with parts.store.read() as connection:
            seen = conversations.seen_reply(connection, inbound.carrier, inbound.channel, inbound.provider_id)
        if seen is None:
            raise
        return Taken(seen, duplicate=True)


@again
@metrics.turn_seconds.labels("reply").time()
def _take(parts: Parts, inbound: Inbound, via: str) -> Taken:
    now = parts.clock.now(inbound.carrier)
    with parts.store.write() as connection:
        thread, seen = threads.lock_for_reply(
            connection, inbound.carrier, inbound.sender, inbound.channel, inbound.provider_id, now
        )
        if seen is not None:
            return Taken(seen, duplicate=True)
        # Asked again after the lock was had: what this waited for is over.
        now = parts.clock.now(inbound.carrier)
        unit = Unit(parts, connection, thread, now, f"in:{inbound.channel}:{inbound.provider_id}", lane=REPLY)
        unit.heard = Heard(inbound.text[:LONGEST], inbound.media)
        _answer_where_heard(unit, inbound)
        reading = _read(unit, inbound)
        written = _write_down(unit, inbound, reading, via)
        passing("inbound.before_commit")
    passing("inbound.after_commit")
    metrics.turns.labels(inbound.carrier, "reply", reading.route).inc()
    parts.ring("drain_outbox")
    if unit.instructed:
        parts.ring("send_instructions")
    return Taken(written.rows()[0].id, duplicate=False)


def _answer_where_heard(unit: Unit, inbound: Inbound) -> None:
    """The customer is answered over the channel on which they wrote. A number that writes is not a dead one."""
    values: dict[str, Any] = {}
    if unit.thread.channel != inbound.channel:
        values["channel"] = inbound.channel
    if unit.thread.number_invalid:
        values["number_invalid"] = False
    if values:
        threads.update(unit.connection, unit.thread.id, **values)
        unit.thread = replace(unit.thread, **values)


def _write_down(unit: Unit, inbound: Inbound, reading: Reading, via: str) -> Later:
    values = {
        "carrier": inbound.carrier,
        "channel": inbound.channel,
        "provider_id": inbound.provider_id,
        "thread_id": unit.thread.id,
        "text": inbound.text,
        "media": [{"url": media.url, "content_type": media.content_type} for media in inbound.media],
        "extra": dict(inbound.extra),
        "received_at": inbound.received_at,
        "via": via,
        "conversation_id": reading.conversation_id,
        "state": reading.state,
        "intent": reading.intent,
        "branch": reading.branch,
        "route": reading.route,
        "rule": reading.rule,
        "path": unit.path,
    }
    return _insert.later(unit.connection, values)


_WRITTEN = (
    "carrier", "channel", "provider_id", "thread_id", "text", "media", "extra", "received_at", "via", "conversation_id",
    "state", "intent", "branch", "route", "rule", "path",
)  # fmt: skip
_insert = Prepared(sa.insert(inbox).returning(inbox.c.id), _WRITTEN)


# ── law 12, in its order ─────────────────────────────────────────────────────────────────────────


def _read(unit: Unit, inbound: Inbound) -> Reading:
    text = unit.heard.text if unit.heard else ""
    word = inbound.answered_as or compliance(text) or consent.among_others(unit, text)
    if word is not None and word != "unclear" and consent.obey(unit, inbound, word):
        _answer_the_rest(unit, text, word)
        return Reading("compliance", rule=f"compliance:{word}", intent=word)
    if unit.thread.with_person:
        opening.tell_cases(unit.connection, unit.thread.id, "customer", "customer_replied", {}, unit.now)
        return Reading("person")
    maybe = Meaning("opt_out", "opt_out_maybe.beside", ambiguous=True) if word == "unclear" else None
    alone = maybe or understand(text, None, unit.local_now)
    if alone.ambiguous:
        return _unclear_opt_out(unit, inbound, alone)
    return _route(unit, inbound, text)


def _answer_the_rest(unit: Unit, text: str, word: str) -> None:
    """A reply that opts out and complains or asks is both: what it says besides is answered, or brings a person."""
    rest = without_opt_out(normalise(text).tight) if word == "opt_out" else ""
    if not rest:
        return
    meaning = meaning_of(unit, None, rest)
    if meaning.intent in _WORTH_AN_ANSWER and not meaning.ambiguous:
        latest = conversations.latest_parcel(unit.connection, unit.thread.id)
        unit.pass_on(
            meaning, None if latest is None else latest.id, None if latest is None else conversations.parcel(latest)
        )


_WORTH_AN_ANSWER: Final = frozenset({"complaint", "agent", "where_is", "not_received"})


def _unclear_opt_out(unit: Unit, inbound: Inbound, meaning: Meaning) -> Reading:
    """It may be an opt-out or not: promotions stop at once, and a person reads it (law 11)."""
    categories = ("promotion", "survey")
    unit.mark_consent(False, categories, "reply", f"{inbound.channel}:{inbound.provider_id}:unclear")
    outbox.cancel_ready(unit.connection, unit.thread.id, categories, "opt_out_unclear")
    unit.pass_on(Meaning("opt_out", meaning.rule, ambiguous=True), None, None)
    return Reading("compliance", rule=meaning.rule, intent=meaning.intent)


def _route(unit: Unit, inbound: Inbound, text: str) -> Reading:
    found = unit.questions()
    open_, closed = candidates(unit, found, text)
    if _refuses_promotion(unit, open_, text) and consent.obey(unit, inbound, "opt_out"):
        return Reading("compliance", rule="compliance:refused_promotion", intent="opt_out")
    pending = _pending(unit.thread.choice)
    repeated = repeated_of(closed, unit.now) if not open_ and pending is None else None
    if repeated is not None:
        return _noted(repeated, "repeated", repeated.meaning)
    late = [closed_of(one) for one in closed if one.at.late_until is not None and takes_late(unit, one)]
    routed = routing.route(
        text, [prompt_of(one) for one in open_], pending, late, unit.now, [one.meaning for one in open_]
    )
    if pending is not None and routed.rule != "ask":
        _forget_choice(unit)
    return _FOLLOW[routed.rule](unit, routed, open_, closed)


def _refuses_promotion(unit: Unit, open_: Sequence[Candidate], text: str) -> bool:
    """An opt-out by what it answers: 拒收 where a promotion asked, or where a promotion was the last thing said (law 11)."""
    if any(one.meaning.intent == "opt_out" for one in open_):
        return True
    if not refuses_promotion(text):
        return False
    came = history.last_unasked(unit.connection, unit.thread.id, unit.now - PROMOTION_LASTS)
    asked = came is not None and came.conversation_id in {one.at.id for one in open_}  # N is an answer to it
    return came is not None and came.category == "promotion" and not asked


# ── what follows ─────────────────────────────────────────────────────────────────────────────────


def _apply(unit: Unit, routed: Routed, open_: Sequence[Candidate], _: Sequence[Candidate]) -> Reading:
    """The reply answers these questions; usually one."""
    reading = Reading(routed.rule)
    for one in open_:
        if one.at.prompt_id not in routed.prompts:
            continue
        same = unit.heard is not None and routed.text == unit.heard.text
        meaning = one.meaning if same else meaning_of(unit, one.question, routed.text)
        media = unit.heard.media if unit.heard else ()
        decision = unit.move(one.at, Replied(meaning, routed.text, media), closing="answered", answer=meaning.branch)
        if decision.passed_on is not None:
            unit.pass_on(decision.passed_on, one.at.shipment_id, one.at.shipment)
        reading = _noted(one, routed.rule, meaning)
    return reading


def _noted(one: Candidate, rule: str, meaning: Meaning) -> Reading:
    return Reading(rule, meaning.rule, meaning.intent, meaning.branch, one.at.id, one.at.prompt_state)


def _late(unit: Unit, routed: Routed, _: Sequence[Candidate], closed: Sequence[Candidate]) -> Reading:
    one = next(one for one in closed if one.at.prompt_id == routed.prompts[0])
    happening = RepliedLate(one.meaning, routed.text, one.at.prompt_state or "")
    decision = unit.move(one.at, happening, closing="superseded")
    if decision.path:
        conversations.forget_late(unit.connection, one.at.prompt_id or 0)
    if decision.passed_on is not None:
        unit.pass_on(decision.passed_on, one.at.shipment_id, one.at.shipment)
    return _noted(one, "late", one.meaning)


def _anything_else(unit: Unit, routed: Routed, _: Sequence[Candidate], __: Sequence[Candidate]) -> Reading:
    meaning = meaning_of(unit, None, routed.text)
    latest = conversations.latest_parcel(unit.connection, unit.thread.id)
    parcel = None if latest is None else conversations.parcel(latest)
    conversation_id = unit.pass_on(meaning, None if latest is None else latest.id, parcel)
    return Reading(routed.rule, meaning.rule, meaning.intent, None, conversation_id)


# ── several parcels, one phone ───────────────────────────────────────────────────────────────────


def _pending(choice: Mapping[str, Any] | None) -> PendingChoice | None:
    if choice is None:
        return None
    expires_at = datetime.fromisoformat(choice["expires_at"])
    return PendingChoice(tuple(choice["candidates"]), choice["text"], expires_at, choice["asked"])


def _ask(unit: Unit, routed: Routed, open_: Sequence[Candidate], _: Sequence[Candidate]) -> Reading:
    """Ask which one, with letters, and keep the reply until it is known."""
    candidates = [prompt_of(one) for one in open_ if one.at.prompt_id in routed.candidates]
    locale = unit.carrier.language(unit.thread.locale)
    unit.tell(Say("bot.which", routing.ask_text(candidates, locale, unit.carrier), locale), "service", None, None, None)
    expires_at = unit.now + CHOICE_OPEN
    choice = {
        "id": unit.cause,
        "candidates": list(routed.candidates),
        "text": routed.text,
        "asked": routed.asked,
        "expires_at": expires_at.isoformat(),
    }
    threads.update(unit.connection, unit.thread.id, choice=choice)
    timer = {
        "carrier": unit.thread.carrier,
        "thread_id": unit.thread.id,
        "kind": "choice",
        "due_at": expires_at,
        "data": {"id": unit.cause},
        "cause": f"{unit.cause}:choice",
    }
    conversations.set_timer(unit.connection, timer)
    return Reading("ask")


def _unsettled(unit: Unit, routed: Routed, _: Sequence[Candidate], __: Sequence[Candidate]) -> Reading:
    """Asked for the letter in vain: a person reads the original text, and the customer is told so."""
    reason = f"A reply fits {len(routed.candidates)} open questions, and the customer did not say which."
    due = unit.carrier.case_due.get("which", timedelta(hours=2))
    unit.open_case(OpenCase("which", reason, due), None, None)
    unit.pass_on(Meaning("agent", "unsettled"), None, None)
    return Reading("unsettled", intent="agent")


def _forget_choice(unit: Unit) -> None:
    threads.update(unit.connection, unit.thread.id, choice=None)


_FOLLOW = {
    "choice": _apply,
    "token": _apply,
    "only": _apply,
    "ask": _ask,
    "unsettled": _unsettled,
    "late": _late,
    "anything_else": _anything_else,
}
