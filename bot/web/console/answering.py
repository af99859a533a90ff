"""What an agent does on a case page. Each form posts here and comes back to the page; nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from bot import cases, turns
from bot.core import policy
from bot.core.errors import Conflict, Invalid
from bot.parts import Parts
from bot.turns.agents import LONGEST
from bot.web.console import case
from bot.web.console.case import OUTCOMES, Draft
from bot.web.console.login import me
from bot.web.words import t

MOST_REVEALED = 50


def register(console: Blueprint, parts: Parts) -> None:
    actions: dict[str, Callable[[Parts, int], BaseResponse]] = {
        "claim": claim,
        "release": release,
        "answer": answer,
        "note": note,
        "hand-back": hand_back,
        "close": close,
        "reveal": reveal,
        "segments": count,
    }
    for path, act in actions.items():
        console.add_url_rule(
            f"/cases/<int:case_id>/{path}",
            f"case_{act.__name__}",
            lambda case_id, act=act: act(parts, case_id),
            methods=["POST"],
        )


def claim(parts: Parts, case_id: int) -> BaseResponse:
    """Mine, or taken over from the colleague whom the page showed."""
    holder = request.form.get("from", "")
    taking_over_from = int(holder) if holder.isascii() and holder.isdigit() else None
    return _do(case_id, lambda: cases.claim(parts, case_id, me(), taking_over_from=taking_over_from))


def release(parts: Parts, case_id: int) -> BaseResponse:
    return _do(case_id, lambda: cases.release(parts, case_id, me()), t("The case is back in the queue."), to_queue=True)


def answer(parts: Parts, case_id: int) -> BaseResponse:
    """Send a text to the customer. 409 shows what came meanwhile and keeps the draft; "send anyway" overrides it."""
    text = request.form.get("text", "").strip()
    before = case.look(parts, case_id)
    draft = Draft(text=text)
    if not text:
        return case.page(parts, case_id, Draft(error=t("The message is empty.")), 422)
    if len(text) > LONGEST:
        error = t("The message has {n} characters; {most} are possible.", n=len(text), most=LONGEST)
        return case.page(parts, case_id, Draft(text=text, error=error), 422)
    if not before.mine:
        error = t("Claim the case first: then colleagues see that you are answering.")
        return case.page(parts, case_id, Draft(text=text, error=error), 409)
    try:
        turns.answer_case(parts, case_id, me(), text, _seen(), anyway="anyway" in request.form)
    except Conflict as error:
        return case.page(parts, case_id, _overtaken(parts, case_id, draft, error), 409)
    except Invalid as error:
        return case.page(parts, case_id, Draft(text=text, error=t(str(error))), 422)
    return redirect(url_for("console.case", case_id=case_id) + "#end", 303)


def note(parts: Parts, case_id: int) -> BaseResponse:
    text = request.form.get("text", "")
    try:
        cases.note(parts, case_id, me(), text)
    except Invalid as error:
        return case.page(parts, case_id, Draft(note=text, error=t(str(error))), 422)
    return redirect(url_for("console.case", case_id=case_id) + "#end", 303)


def hand_back(parts: Parts, case_id: int) -> BaseResponse:
    """The bot goes on, beginning with the question that was open."""
    case.look(parts, case_id)
    return _do(case_id, lambda: turns.hand_back(parts, case_id, me()), t("The bot has the conversation again."))


def close(parts: Parts, case_id: int) -> BaseResponse:
    outcome = request.form.get("outcome", "")
    if outcome not in OUTCOMES:
        return case.page(parts, case_id, Draft(error=t("Choose how the case ended.")), 422)
    case.look(parts, case_id)
    return _do(
        case_id, lambda: turns.close_case(parts, case_id, me(), outcome), t("The case is closed."), to_queue=True
    )


def reveal(parts: Parts, case_id: int) -> BaseResponse:
    """Show the whole number, for the rest of this login, and leave that in the audit trail."""
    cases.reveal_phone(parts, case_id, me())
    session["revealed"] = [*session.get("revealed", ()), case_id][-MOST_REVEALED:]
    return redirect(url_for("console.case", case_id=case_id), 303)


def count(parts: Parts, case_id: int) -> BaseResponse:
    """How many segments the answer would be billed as, signature included, over the channel that would carry it."""
    view = case.look(parts, case_id)
    text = request.form.get("text", "").strip()
    locale = view.carrier.language(view.customer.locale)
    channel = parts.channel_of(view.case.carrier, view.customer.channel)
    signed = policy.signed(text, locale, view.carrier, channel)
    counted = policy.counted(signed, locale, view.carrier, channel) if text else None
    return Response(render_template("console/_segments.html", counted=counted), content_type="text/html; charset=utf-8")


def _do(case_id: int, act: Callable[[], object], done: str | None = None, *, to_queue: bool = False) -> BaseResponse:
    """Act, say how it went, and show the case as it is now."""
    try:
        act()
    except Conflict as error:
        flash(t(str(error)), "bad")
        return redirect(url_for("console.case", case_id=case_id), 303)
    if done:
        flash(done)
    return redirect(url_for("console.queue") if to_queue else url_for("console.case", case_id=case_id), 303)


def _seen() -> int:
    given = request.form.get("seen", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0


def _overtaken(parts: Parts, case_id: int, draft: Draft, error: Conflict) -> Draft:
    """The draft beside the messages that the agent had not seen."""
    seen = _seen()
    lines = case.look(parts, case_id).lines
    unseen = [line.text for line in lines if line.kind == "customer" and int(line.key.split("-")[1]) > seen]
    said = None if unseen else t(str(error))
    return Draft(text=draft.text, error=said, unseen=unseen)
