"""A conversation and a newer version of its flow: moved there or ended, as one turn of the customer's thread."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa

from bot.core.effects import Say
from bot.core.fate import End, Move, means_the_same, of_json
from bot.core.flow import CompiledFlow
from bot.core.model import HandedBack
from bot.core.turn import Turn
from bot.failpoints import passing
from bot.parts import Parts
from bot.store import conversations, flow_versions, threads
from bot.store.again import again
from bot.store.conversations import Open
from bot.store.session import AnyRow
from bot.store.tables import outbox
from bot.turns.unit import NOTICE, Unit

Became = Literal["moved", "asked", "ended", "stays", "gone"]
"""moved: nobody notices. asked: the question is asked anew. stays: its state has no place in the new version. gone: it ended meanwhile."""

SUPERSEDED = "flow_changed"
"""Reason of a text that had not left when its conversation was moved or ended."""


@again
def take_fate(parts: Parts, publication: AnyRow, conversation_id: int, thread_id: int) -> Became:
    """Do to one conversation what the publication says, under its thread's lock. A second time changes nothing."""
    with parts.store.write() as connection:
        thread = threads.lock_id(connection, thread_id)
        at = conversations.by_id(connection, conversation_id)
        if thread is None or at is None or at.ended:
            return "gone"
        if at.conversation.flow_hash == publication.hash:
            return "moved"  # the sweep of another process was there first
        cause = f"publication:{publication.id}:{conversation_id}"
        unit = Unit(parts, connection, thread, parts.clock.now(thread.carrier), cause, lane=NOTICE)
        match of_json(publication.fate):
            case Move() as move if publication.hash is not None:
                became = _move(unit, at, publication.hash, move)
            case End(text):
                became = _end(unit, at, _flow_with(parts, publication, at, text), text)
            case _:
                return "stays"
        passing("publication.before_commit")
    if became in ("asked", "ended"):
        parts.ring("drain_outbox")
    return became


def _move(unit: Unit, at: Open, flow_hash: str, move: Move) -> Became:
    flows, carrier, was = unit.parts.flows, unit.thread.carrier, at.conversation
    old = flows.version(carrier, was.flow, was.flow_hash)
    new = flows.version(carrier, was.flow, flow_hash)
    target = move.target(was.state)
    if target not in new.states or not new.states[target].waits:
        return "stays"
    if not flow_versions.repoint(unit.connection, at.id, was.version, flow_hash, target):
        return "gone"
    if unit.thread.with_person or means_the_same(old, was.state, new, target, move):
        return "moved"  # a person who hands it back lets the new version ask by itself
    _cancel_unsent(unit, at)
    moved = conversations.by_id(unit.connection, at.id)
    assert moved is not None, "its row was written in this transaction"
    unit.move(moved, HandedBack(), closing="superseded")
    return "asked"


def _end(unit: Unit, at: Open, flow: CompiledFlow, key: str) -> Became:
    _cancel_unsent(unit, at)
    conversations.close_questions(unit.connection, at, "cancelled", unit.now)
    conversations.end(unit.connection, at.id, unit.now, "ended by a publication")
    if unit.thread.with_person or key not in flow.texts:
        return "ended"  # the bot is silent while a person has the customer (law 14)
    turn = Turn(flow, at.conversation, unit.facts(at.shipment), unit.local_now)
    turn.say(key)
    unit.kind = flow.name
    for said in turn.effects:
        if isinstance(said, Say):
            unit.tell(said, flow.category, at.conversation.state, at.id, at.shipment_id)
    return "ended"


def _flow_with(parts: Parts, publication: AnyRow, at: Open, key: str) -> CompiledFlow:
    """The new version where it has the text, else the conversation's own."""
    own = parts.flows.version(publication.carrier, at.conversation.flow, at.conversation.flow_hash)
    if publication.hash is None:
        return own
    new = parts.flows.version(publication.carrier, publication.flow, publication.hash)
    return new if key in new.texts else own


def _cancel_unsent(unit: Unit, at: Open) -> None:
    """What waits for its window says what is no longer so."""
    waiting = (outbox.c.thread_id == at.thread_id, outbox.c.conversation_id == at.id, outbox.c.status == "ready")
    unit.connection.execute(sa.update(outbox).where(*waiting).values(status="canceled", reason=SUPERSEDED))
