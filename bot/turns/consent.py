"""Opt-out, opt-in and help: before everything, in every state, also while a person has the conversation (law 11)."""

from __future__ import annotations

from typing import Final, Literal

from bot.core.effects import Say
from bot.core.model import Inbound, Meaning
from bot.core.wordings import wording
from bot.store import conversations, opening, outbox, threads
from bot.turns.unit import ACKNOWLEDGEMENT, Unit

EVERYTHING: Final = ("service", "survey", "promotion")
Word = Literal["opt_out", "opt_in", "help"]


def obey(unit: Unit, inbound: Inbound, word: Word) -> bool:
    """Do what the compliance word asks. False where it is none here: YES from somebody who never opted out is an answer.

    Acknowledged by one text ahead of everything else, not where the provider has answered already.
    """
    match word:
        case "opt_out":
            told = _opt_out(unit, inbound)
        case "opt_in":
            if all(unit.consent.values()):
                return False
            told = _opt_in(unit, inbound)
        case "help":
            told = None
    if inbound.answered_as is None:
        lane, unit.lane = unit.lane, ACKNOWLEDGEMENT
        _acknowledge(unit, told)
        unit.lane = lane
    return True


def _acknowledge(unit: Unit, told: str | None) -> None:
    if told is None:
        unit.pass_on(Meaning("help", "compliance:help"), None, None)
        return
    locale = unit.carrier.language(unit.thread.locale)
    unit.say(Say(f"bot.{told}", wording(told, locale, unit.carrier), locale), "service", None, None, None)


def _opt_out(unit: Unit, inbound: Inbound) -> str:
    categories = _covered(unit, inbound)
    unit.mark_consent(False, categories, *_proof(inbound))
    outbox.cancel_ready(unit.connection, unit.thread.id, categories, "opted_out")
    for at in conversations.running(unit.connection, unit.thread.id):
        conversations.close_questions(unit.connection, at.id, "cancelled", unit.now)
        conversations.end(unit.connection, at.id, unit.now, "opted_out")
    conversations.cancel_timers(unit.connection, unit.thread.id)
    threads.update(unit.connection, unit.thread.id, choice=None)
    opening.tell_cases(unit.connection, unit.thread.id, "customer", "opted_out", {}, unit.now)
    return "opted_out_all" if "service" in categories else "opted_out"


def _covered(unit: Unit, inbound: Inbound) -> tuple[str, ...]:
    """What this word switches off: the carrier's setting; everything where the provider itself has blocked the number."""
    if inbound.answered_as == "opt_out":
        return EVERYTHING
    config = unit.carrier.opt_out
    return tuple(config.words.get(inbound.text.strip().upper(), config.covers))


def _opt_in(unit: Unit, inbound: Inbound) -> str:
    """Only what was refused comes back, and only by an explicit word, never by an ordinary reply or an import."""
    refused = tuple(category for category, granted in unit.consent.items() if not granted)
    unit.mark_consent(True, refused, *_proof(inbound))
    return "opted_in"


def _proof(inbound: Inbound) -> tuple[str, str]:
    return ("provider" if inbound.answered_as else "reply"), f"{inbound.channel}:{inbound.provider_id}"

