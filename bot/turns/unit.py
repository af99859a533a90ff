"""One turn while it runs: an open transaction, a locked customer, one moment. What was decided becomes rows here, and only here.

Every effect of a decision is written in the turn's own transaction (law 4): state and version, texts, questions, clocks,
instructions, cases. Nothing is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Connection

from bot.core import policy
from bot.core.carrier import CarrierConfig
from bot.core.decide import decide, start
from bot.core.effects import Ask, ClaimCoupon, Decision, Effect, EndOthers, Instruct, Mail, MarkConsent, OpenCase, Say
from bot.core.facts import Facts
from bot.core.flow import CompiledFlow
from bot.core.habits import habits
from bot.core.model import Category, Claimed, Happening, Meaning, Media, Replied
from bot.parts import Parts
from bot.screening import LANES, About, Customer, request, zone_for
from bot.store import conversations, opening, outbox, threads
from bot.store.conversations import Open
from bot.store.past import past_of
from bot.store.threads import Thread
from bot.turns import following

ACKNOWLEDGEMENT, REPLY, NOTICE, PROMOTION = range(4)
"""Places in `screening.LANES`."""

PAST: Final = frozenset({"shipment.window"}) | {
    f"customer.{name}" for name in ("window", "pickups_this_month", "recent_parcels", "loyal", "dormant")
}
"""Facts that take a look into the customer's past."""
NEVER_MADE: Final = frozenset({"promotion", "survey"})
"""Categories whose conversation is over where policy refuses the text that begins it. A notice goes on: its silence brings a person."""
MOST_CLAIMS: Final = 5
"""Coupons that one turn may claim before the flow counts as running in a circle."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it was written. `leaves`: it is on its way, so a clock may wait for it; else policy refused it."""

    id: int
    leaves: bool
    reason: str | None = None
    """Why it was refused or put off."""

    @property
    def never_said(self) -> bool:
        """Policy refused it, and not because it had just been said."""
        return not self.leaves and self.reason != "said_already"


@dataclass(frozen=True, slots=True)
class Heard:
    """The reply that a turn is about."""

    text: str
    media: tuple[Media, ...] = ()


class Unit:
    """What the functions of one turn share. `cause` names the fact that came: rows derived from it are unique by it."""

    def __init__(
        self, parts: Parts, connection: Connection, thread: Thread, now: datetime, cause: str, lane: int
    ) -> None:
        self.parts = parts
        self.connection = connection
        self.thread = thread
        self.now = now
        self.cause = cause
        self.lane = lane
        self.event: Mapping[str, Any] | None = None
        self.heard: Heard | None = None
        self.path: list[str] = []
        self.instructed = False
        self.kind = ""
        self.ends = 0
        self._steps = 0
        self._consent: Mapping[str, bool] | None = None

    @property
    def carrier(self) -> CarrierConfig:
        return self.parts.flows.carrier(self.thread.carrier)

    @property
    def consent(self) -> Mapping[str, bool]:
        """What the ledger says, category by category."""
        if self._consent is None:
            self._consent = threads.ledger(self.connection, self.thread.id)
        return self._consent

    def questions(self) -> list[Open]:
        """The thread's questions, open and lately closed; the ledger is read on the same journey."""
        found, self._consent = conversations.questions_and_ledger(self.connection, self.thread.id, self.now)
        return found

    @property
    def zone(self) -> ZoneInfo:
        """The customer's own time zone, else that of the number's country, else the carrier's."""
        return zone_for(self.thread.time_zone, self.thread.phone, self.carrier)

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(self.zone)

    def facts(self, shipment: Mapping[str, Any] | None, needs: Collection[str] = ()) -> Facts:
        """What guards and texts may read; the customer's past only where `needs` names something of it."""
        thread = self.thread
        past = habits(past_of(self.connection, thread.id, self.now), self.now, self.zone) if PAST & set(needs) else {}
        customer = {
            **past,
            "phone": thread.phone,
            "name": thread.name,
            "locale": thread.locale,
            "segment": thread.segment,
            "time_zone": str(self.zone),  # a time is said in the zone in which the reply was read
        }
        return Facts(carrier=self.carrier, customer=customer, shipment=shipment, event=self.event)

    def step(self) -> str:
        """A name for the next row of this turn: the same fact gives the same names, so it cannot write a row twice."""
        self._steps += 1
        return f"{self.cause}/{self._steps}"

    # ── conversations ────────────────────────────────────────────────────────────────────────────

    def move(self, at: Open, happening: Happening, *, closing: str, answer: str | None = None) -> Decision:
        """Let one conversation take one happening, and write what follows.

        `closing` is what its open question becomes, `answer` the branch that closed it.
        """
        flow = self.parts.flows.version(self.thread.carrier, at.conversation.flow, at.conversation.flow_hash)
        decision = self._decide(flow, at.conversation, happening, at.shipment)
        moved = bool(decision.path) or decision.ended or any(isinstance(effect, Ask) for effect in decision.effects)
        if moved or not at.ended:  # what means nothing to a conversation that is over does not bring it back
            ended_at = self.now if decision.ended else None
            conversations.save(
                self.connection, at.id, at.conversation.version, decision.conversation, ended_at, _reason(decision)
            )
        if moved:
            unread = bool(decision.path) and " -unclear-> " in decision.path[0]
            status, answer = ("superseded", None) if unread else (closing, answer)
            conversations.close_questions(self.connection, at, status, self.now, answer)
        self._record(flow, at.id, at.shipment_id, decision)
        if decision.ended:
            following.after_end(self, flow, decision, at.shipment_id, at.shipment)
        return decision

    def begin(
        self,
        flow: CompiledFlow,
        happening: Happening,
        shipment_id: int | None,
        shipment: Mapping[str, Any] | None,
        cause: str | None = None,
    ) -> int | None:
        """Begin a flow. None where this cause has begun it before."""
        decision = self._decide(flow, start(flow), happening, shipment)
        conversation_id = conversations.begin(
            self.connection,
            self.thread.carrier,
            self.thread.id,
            shipment_id,
            decision.conversation,
            cause or self.cause,
            self.now,
        )
        if conversation_id is None:
            return None
        if decision.ended:
            conversations.end(self.connection, conversation_id, self.now, _reason(decision))
        asked = self._record(flow, conversation_id, shipment_id, decision)
        if asked is not None and asked.never_said and flow.category in NEVER_MADE:
            self._take_back(conversation_id)
        if decision.ended:
            following.after_end(self, flow, decision, shipment_id, shipment)
        return conversation_id

    def _take_back(self, conversation_id: int) -> None:
        """Policy refused the offer: nobody can answer it, nothing follows from it, and the next one may come."""
        at = conversations.by_id(self.connection, conversation_id)
        if at is not None and not at.ended:
            conversations.close_questions(self.connection, at, "cancelled", self.now)
            conversations.end(self.connection, at.id, self.now, "not_said")

    def pass_on(self, meaning: Meaning, shipment_id: int | None, shipment: Mapping[str, Any] | None) -> int | None:
        """What no open question could use: `anything_else` answers it, in a conversation of its own."""
        flow = self.parts.flows.current(self.thread.carrier).get("anything_else")
        if flow is None or self.heard is None:
            return None
        happening = Replied(meaning, self.heard.text, self.heard.media)
        return self.begin(flow, happening, shipment_id, shipment, cause=f"{self.step()}:anything_else")

    def _decide(
        self, flow: CompiledFlow, conversation: Any, happening: Happening, shipment: Mapping[str, Any] | None
    ) -> Decision:
        """Decide, and where a coupon is claimed on the way take it and go on."""
        facts, now = self.facts(shipment, flow.needs), self.local_now
        decision = decide(flow, conversation, happening, facts, now)
        effects, path = list(decision.effects), list(decision.path)
        for _ in range(MOST_CLAIMS):
            if decision.waits_for_claim is None:
                break
            answer = self._claim(decision.waits_for_claim)
            passed_on = decision.passed_on
            decision = decide(flow, decision.conversation, answer, facts, now)
            decision = replace(decision, passed_on=decision.passed_on or passed_on)
            effects += decision.effects
            path += decision.path
        self.path += path
        return replace(decision, effects=tuple(effects), path=tuple(path))

    def _claim(self, pool: str) -> Claimed:
        coupon = opening.claim_coupon(self.connection, self.thread.carrier, pool, self.thread.id, self.now)
        self.parts.ring("watch_coupons")  # somebody hears of a pool that runs low before it is empty
        if coupon is None:
            return Claimed("none")
        return Claimed("claimed" if coupon.fresh else "had", coupon.code, coupon.expires_at)

    # ── effects ──────────────────────────────────────────────────────────────────────────────────

    def _record(
        self, flow: CompiledFlow, conversation_id: int, shipment_id: int | None, decision: Decision
    ) -> Said | None:
        """Write what follows from a decision; the text that asks, if one does."""
        # Cases first: a text of this turn is said in the name of the state of things that the turn makes.
        self.kind = flow.name
        ordered = sorted(decision.effects, key=lambda effect: not isinstance(effect, OpenCase))
        asks = any(isinstance(effect, Ask) for effect in ordered)
        asked: Said | None = None
        for effect in ordered:
            match effect:
                case Say():
                    about = flow.category, decision.conversation.state, conversation_id, shipment_id
                    if asks:
                        asked = self.say(effect, *about)
                    else:
                        self.tell(effect, *about)
                case Ask():
                    self._ask(effect, conversation_id, decision, asked)
                case _:
                    self._act(effect, conversation_id, shipment_id)
        return asked

    def _act(self, effect: Effect, conversation_id: int, shipment_id: int | None) -> None:
        match effect:
            case OpenCase():
                self.open_case(effect, conversation_id, shipment_id)
            case Instruct():
                self._instruct(effect, conversation_id, shipment_id)
            case MarkConsent():
                self.mark_consent(effect.granted, (effect.category,), "flow", f"conversation:{conversation_id}")
            case Mail():
                words = {"subject": effect.subject, "text": effect.text, "locale": effect.locale}
                self._instruct(Instruct("email", words), conversation_id, shipment_id)
            case EndOthers():
                following.end_others(self, effect, conversation_id, shipment_id)
            case ClaimCoupon():
                pass  # taken while deciding
            case _:
                raise TypeError(f"no rows are known for {type(effect).__name__}")

    def say(
        self, say: Say, category: Category, state: str | None, conversation_id: int | None, shipment_id: int | None,
        author: str = "bot",
    ) -> Said | None:  # fmt: skip
        """Write a text, or why it is not sent (law 16). None where this turn was taken before."""
        values = self._text(say, category, state, conversation_id, shipment_id, author)
        row_id = outbox.add(self.connection, values)
        return None if row_id is None else Said(row_id, values["status"] == "ready", values["reason"])

    def tell(
        self, say: Say, category: Category, state: str | None, conversation_id: int | None, shipment_id: int | None
    ) -> None:
        """`say` where nothing depends on the text."""
        outbox.add_later(self.connection, self._text(say, category, state, conversation_id, shipment_id, "bot"))

    def _text(
        self, say: Say, category: Category, state: str | None, conversation_id: int | None, shipment_id: int | None,
        author: str,
    ) -> dict[str, Any]:  # fmt: skip
        channel = self.parts.channel_of(self.thread.carrier, self.thread.channel)
        lane = PROMOTION if category == "promotion" and self.lane == NOTICE else self.lane
        event = self.event["type"] if self.event else None
        about = About(category, LANES[lane], channel, event, self.kind)
        asked = request(self.connection, self._customer(), say, about, self.now)
        verdict = policy.screen_request(asked)
        due = verdict.until if isinstance(verdict, policy.Defer) else self.now
        text = verdict.text if isinstance(verdict, policy.Allow) else policy.finished(asked)
        formed_again = isinstance(verdict, policy.Defer) or asked.promotes
        return {
            "carrier": self.thread.carrier,
            "thread_id": self.thread.id,
            "conversation_id": conversation_id,
            "shipment_id": shipment_id,
            "channel": channel,
            "recipient": self.thread.phone,
            "category": category,
            "lane": lane,
            "author": author,
            "state": state,
            "text_key": say.key,
            "kind": self.kind or None,
            "event": event,
            "urgent": say.urgent,
            "text": text,
            "body": say.text if formed_again else None,
            "locale": say.locale,
            "segments": policy.counted(text, say.locale, self.carrier, channel).count,
            "status": "refused" if isinstance(verdict, policy.Refuse) else "ready",
            "reason": None if isinstance(verdict, policy.Allow) else verdict.reason,
            "created_at": self.now,
            "due_at": due,
            "leaves_at": due,
            "useful_until": policy.useful_until(asked),
            "control_version": self.thread.control_version,
            "cause": self.step(),
        }

    def _customer(self) -> Customer:
        thread = self.thread
        consent = policy.Consent(**self.consent)
        return Customer(
            thread.id, self.carrier, thread.phone, thread.segment, self.zone, thread.number_invalid, consent
        )

    def _ask(self, ask: Ask, conversation_id: int, decision: Decision, asked: Said | None) -> None:
        conversation = decision.conversation
        late = None if ask.late_within is None else int(ask.late_within.total_seconds())
        conversations.ask(
            self.connection,
            {
                "carrier": self.thread.carrier,
                "thread_id": self.thread.id,
                "conversation_id": conversation_id,
                "state": conversation.state,
                "version": conversation.version,
                "status": "open",
                "outbox_id": asked.id if asked else None,
                "opened_at": self.now,
                "late_seconds": late,
            },
        )
        if ask.silence_after is None:
            return
        waits = asked is not None and asked.leaves
        conversations.set_timer(
            self.connection,
            {
                "carrier": self.thread.carrier,
                "thread_id": self.thread.id,
                "conversation_id": conversation_id,
                "kind": "silence",
                "state": conversation.state,
                "version": conversation.version,
                "outbox_id": asked.id if asked else None,
                "seconds": int(ask.silence_after.total_seconds()),
                # A question that policy refused was never asked: its silence begins now, so that the flow goes on.
                "due_at": None if waits else self.now + ask.silence_after,
                "cause": f"{self.step()}:silence",
            },
        )

    def open_case(self, case: OpenCase, conversation_id: int | None, shipment_id: int | None) -> int | None:
        """Bring it before a person; where that takes control the bot falls silent from here on, but for this turn's own words."""
        opened = opening.open_case(
            self.connection,
            opening.NewCase(
                carrier=self.thread.carrier,
                thread_id=self.thread.id,
                kind=case.kind,
                reason=case.reason,
                due_at=self.now + case.due,
                cause=f"{self.step()}:{case.kind}",
                shipment_id=shipment_id,
                conversation_id=conversation_id,
                takes_control=case.takes_control,
            ),
            self.now,
        )
        if case.takes_control and not self.thread.with_person:
            version = self.thread.control_version + 1
            self.thread = replace(self.thread, control="person", control_version=version)
        return opened

    def _instruct(self, effect: Instruct, conversation_id: int, shipment_id: int | None) -> None:
        opening.instruct(
            self.connection,
            opening.NewInstruction(
                carrier=self.thread.carrier,
                kind=effect.kind,
                params=effect.params,
                cause=f"{self.step()}:{effect.kind}",
                shipment_id=shipment_id,
                conversation_id=conversation_id,
            ),
            has_endpoint=self.thread.carrier in self.parts.endpoints,
            now=self.parts.clock.now(),
        )
        self.instructed = True

    def mark_consent(self, granted: bool, categories: tuple[str, ...], source: str, ref: str) -> None:
        """Append to the ledger."""
        opening.record_consent(
            self.connection, self.thread.carrier, self.thread.id, granted, categories, source, ref, self.now
        )
        self._consent = None


def _reason(decision: Decision) -> str | None:
    return (decision.path[-1] if decision.path else "ended")[:64] if decision.ended else None
