"""Opt-out, opt-in and help: before everything, in every state, also while a person has the conversation (law 11)."""

from __future__ import annotations

from typing import Literal

from bot.core.carrier import EVERYTHING
from bot.core.effects import Say
from bot.core.model import Inbound, Meaning
from bot.core.rulebook import CONFIRM_WITHIN, PROMOTION_LASTS, PROVIDER_WORDS
from bot.core.understand.beside import opt_out_clause, opt_out_edge
from bot.core.understand.text import normalise
from bot.core.wordings import wording
from bot.store import consents, conversations, history, opening, outbox, threads
from bot.turns.unit import ACKNOWLEDGEMENT, Unit

Word = Literal["opt_out", "opt_in", "help"]


def among_others(unit: Unit, text: str) -> Word | Literal["unclear"] | None:
    """An opt-out word that stands in a reply beside something else: "再骚扰我报警 T", "STOP. Where is my parcel?".

    As a clause of its own it is an opt-out where a promotion came last. Where none did, and where it only begins or ends a sentence
    ("STOP or I will complain"), it is unclear: promotions wait, and a person reads it (law 11).
    """
    tight = normalise(text).tight
    clause = opt_out_clause(tight)
    if clause is None and not opt_out_edge(tight):
        return None
    last = history.last_unasked(unit.connection, unit.thread.id, unit.now - PROMOTION_LASTS)
    if last is not None and last.category == "promotion":
        return "unclear" if clause is None else "opt_out"
    return "unclear" if clause is not None and len(clause) > 1 else None


def obey(unit: Unit, inbound: Inbound, word: Word) -> bool:
    """Do what the compliance word asks. False where it is none here: YES from somebody who never opted out is an answer.

    Acknowledged by one text ahead of everything else; not where nothing changed, nor where the provider has answered already.
    """
    told: str | None = None
    match word:
        case "opt_out":
            told, changed = _opt_out(unit, inbound)
            if not changed:
                return True
        case "opt_in":
            back = _comes_back(unit)
            if not back:
                return False
            unit.mark_consent(True, back, *_proof(inbound))
            told = "opted_in"
        case "help":
            pass
    if _answered(unit, inbound) is None:
        lane, unit.lane = unit.lane, ACKNOWLEDGEMENT
        _acknowledge(unit, told)
        unit.lane = lane
    return True


def _answered(unit: Unit, inbound: Inbound) -> Word | None:
    """What the provider has answered by itself: it says so, or it is known to (channels: {…: {opt_out: provider}})."""
    if inbound.answered_as is not None:
        return inbound.answered_as
    channel = unit.carrier.channels.get(inbound.channel)
    if channel is None or channel.opt_out == "ours":
        return None
    return PROVIDER_WORDS.get(inbound.text.strip().upper())


def _acknowledge(unit: Unit, told: str | None) -> None:
    if told is None:
        unit.pass_on(Meaning("help", "compliance:help"), None, None)
        return
    locale = unit.carrier.language(unit.thread.locale)
    say = Say(f"bot.{told}", wording(told, locale, unit.carrier), locale, useful_for=CONFIRM_WITHIN)
    unit.tell(say, "service", None, None, None)


def _opt_out(unit: Unit, inbound: Inbound) -> tuple[str, bool]:
    """What to tell, and whether anything is refused now that was not before. Each time is written down, as a proof."""
    categories = _covered(unit, inbound)
    changed = any(unit.consent.get(category) is not False for category in categories)
    unit.mark_consent(False, categories, *_proof(inbound))
    outbox.cancel_ready(unit.connection, unit.thread.id, categories, "opted_out")
    for at in conversations.running(unit.connection, unit.thread.id):
        conversations.close_questions(unit.connection, at, "cancelled", unit.now)
        conversations.end(unit.connection, at.id, unit.now, "opted_out")
    conversations.cancel_timers(unit.connection, unit.thread.id)
    threads.update(unit.connection, unit.thread.id, choice=None)
    opening.tell_cases(unit.connection, unit.thread.id, "customer", "opted_out", {}, unit.now)
    return ("opted_out_all" if "service" in categories else "opted_out"), changed


def _covered(unit: Unit, inbound: Inbound) -> tuple[str, ...]:
    """What this word switches off: the carrier's setting; everything where the provider itself has blocked the number."""
    return EVERYTHING if _answered(unit, inbound) == "opt_out" else unit.carrier.covered_by(inbound.text)


def _comes_back(unit: Unit) -> tuple[str, ...]:
    """What START brings back: what is refused and was held before, by the customer's word or without one.

    A promotion that nobody had agreed to before STOP stays refused: START takes STOP back and agrees to nothing new.
    """
    refused = {category for category, granted in unit.consent.items() if not granted}
    if not refused:
        return ()
    held = unit.carrier.consent.without_a_word | consents.ever_granted(unit.connection, unit.thread.id)
    return tuple(sorted(refused & held))


def _proof(inbound: Inbound) -> tuple[str, str]:
    return ("provider" if inbound.answered_as else "reply"), f"{inbound.channel}:{inbound.provider_id}"[:160]
