"""Opt-out, opt-in and help: before everything, in every state, also while a person has the conversation (law 11)."""

from __future__ import annotations

from typing import Final, Literal

from bot.core.model import Inbound, Meaning
from bot.store import conversations, opening, outbox, threads
from bot.turns.unit import ACKNOWLEDGEMENT, Unit

EVERYTHING: Final = ("service", "survey", "promotion")
Word = Literal["opt_out", "opt_in", "help"]


def obey(unit: Unit, inbound: Inbound, word: Word) -> bool:
    """Do what the compliance word asks. False where it is none here: YES from somebody who never opted out is an answer."""
    match word:
        case "opt_out":
            _opt_out(unit, inbound)
        case "opt_in":
            if not any(not granted for granted in unit.consent.values()):
                return False
            _opt_in(unit, inbound)
    if inbound.answered_as is None:
        acknowledge(unit, word)
    return True


def acknowledge(unit: Unit, word: Word) -> None:
    """One text, ahead of everything else. Not where the provider has answered already."""
    lane, unit.lane = unit.lane, ACKNOWLEDGEMENT
    unit.pass_on(Meaning(word, f"compliance:{word}"), None, None)
    unit.lane = lane


def _opt_out(unit: Unit, inbound: Inbound) -> None:
    categories = _covered(unit, inbound)
    unit.mark_consent(False, categories, *_proof(inbound))
    outbox.cancel_ready(unit.connection, unit.thread.id, categories, "opted_out")
    for at in conversations.running(unit.connection, unit.thread.id):
        conversations.close_questions(unit.connection, at.id, "cancelled", unit.now)
        conversations.end(unit.connection, at.id, unit.now, "opted_out")
    conversations.cancel_timers(unit.connection, unit.thread.id)
    threads.update(unit.connection, unit.thread.id, choice=None)
    opening.tell_cases(unit.connection, unit.thread.id, "customer", "opted_out", {}, unit.now)


def _covered(unit: Unit, inbound: Inbound) -> tuple[str, ...]:
    """What this word switches off: the carrier's setting; everything where the provider itself has blocked the number."""
    if inbound.answered_as == "opt_out":
        return EVERYTHING
    config = unit.carrier.opt_out
    return tuple(config.words.get(inbound.text.strip().upper(), config.covers))


def _opt_in(unit: Unit, inbound: Inbound) -> None:
    """Only what was refused comes back, and only by an explicit word, never by an ordinary reply or an import."""
    refused = tuple(category for category, granted in unit.consent.items() if not granted)
    unit.mark_consent(True, refused, *_proof(inbound))


def _proof(inbound: Inbound) -> tuple[str, str]:
    return ("provider" if inbound.answered_as else "reply"), f"{inbound.channel}:{inbound.provider_id}"


def pause_promotions(unit: Unit, inbound: Inbound) -> None:
    """An opt-out that may not be one: nothing promotional until a person has read it."""
    categories = ("promotion", "survey")
    unit.mark_consent(False, categories, "reply", f"{inbound.channel}:{inbound.provider_id}:unclear")
    outbox.cancel_ready(unit.connection, unit.thread.id, categories, "opt_out_unclear")
