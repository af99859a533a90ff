"""Publishing from the page: first what would happen to whom, then, confirmed, the publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from bot import publishing as publications
from bot.core.errors import Conflict, Denied, FlowError, Invalid
from bot.core.fate import End, Fate, Move, Stay
from bot.core.flow import compile_flow
from bot.drafts import Drafts
from bot.parts import Parts
from bot.publishing import Change, Plan
from bot.store.flow_versions import CARRIER_FILE
from bot.web.console.login import me
from bot.web.flows import look
from bot.web.words import t

KINDS: Final = ("stay", "move", "end")


def register(flows: Blueprint, parts: Parts, drafts: Drafts) -> None:
    for path, act in (("review", review), ("publish", publish)):
        flows.add_url_rule(
            f"/<carrier>/<flow>/{path}",
            act.__name__,
            lambda carrier, flow, act=act: act(parts, drafts, carrier, flow),
            methods=["POST"],
        )
        flows.add_url_rule(
            f"/<carrier>/{path}-all",
            f"{act.__name__}_all",
            lambda carrier, act=act: act(parts, drafts, carrier, None),
            methods=["POST"],
        )


def review(parts: Parts, drafts: Drafts, carrier: str, flow: str | None) -> BaseResponse | str | tuple[str, int]:
    """What publishing would do, with the fate that is chosen; nothing has happened yet."""
    planned = _plan(parts, drafts, carrier, flow)
    if isinstance(planned, BaseResponse):
        return planned
    fate, error = _fate(request.form), None
    try:
        publications.require_fits(parts, carrier, planned.changes, fate)
    except Invalid as refused:
        error = str(refused)
    page = _page(parts, drafts, planned, flow, fate, error)
    return (page, 422) if error else page


def publish(parts: Parts, drafts: Drafts, carrier: str, flow: str | None) -> BaseResponse | str | tuple[str, int]:
    """Publish what the review showed. 409 where the files, or what is published, have changed since."""
    planned = _plan(parts, drafts, carrier, flow)
    if isinstance(planned, BaseResponse):
        return planned
    if request.form.get("seen") != _seen(planned):
        raise Conflict(t("The files have changed since you looked: look again at what would change."))
    fate = _fate(request.form)
    if isinstance(fate, Stay) and not planned.new:
        flash(t("There is nothing to publish: the files are what is published."))
        return redirect(_back(carrier, flow), 303)
    try:
        publications.publish(parts, planned, me().who, fate)
    except Invalid as refused:
        return _page(parts, drafts, planned, flow, fate, str(refused)), 422
    flash(t("Published. Every process takes it within a second."))
    return redirect(_back(carrier, flow), 303)


def _plan(parts: Parts, drafts: Drafts, carrier: str, flow: str | None) -> Plan | BaseResponse:
    draft = drafts.look()
    look.config_for(parts, draft, carrier)
    if flow is not None:
        look.seen(parts, draft, carrier, flow)
    if not look.may_publish():
        raise Denied(t("Publishing needs a login with the role author or admin."))
    try:
        planned = publications.plan(parts, draft, carrier, flow)
    except FlowError:
        raise Conflict(t("The files have errors: nothing can be published until they are mended.")) from None
    if not planned.changes:
        flash(t("There is nothing to publish: the files are what is published."))
        return redirect(_back(carrier, flow), 303)
    return planned


def _back(carrier: str, flow: str | None) -> str:
    return url_for("flows.index") if flow is None else url_for("flows.flow", carrier=carrier, flow=flow, tab="versions")


def _fate(form: Mapping[str, str]) -> Fate:
    match form.get("fate"):
        case "move":
            return Move({name.removeprefix("to:"): to for name, to in form.items() if name.startswith("to:") and to})
        case "end":
            return End(form.get("text", ""))
    return Stay()


def _seen(planned: Plan) -> str:
    """What was shown, in a line: the versions from and to."""
    return " ".join(f"{change.flow}:{change.old or ''}:{change.new or ''}" for change in planned.changes)


def _page(parts: Parts, drafts: Drafts, planned: Plan, flow: str | None, fate: Fate, error: str | None) -> str:
    changed = planned.flows
    alone = changed[0] if flow is not None and len(changed) == 1 else None
    values: dict[str, Any] = {"waiting": [], "texts": [], "states": {}}
    if alone is not None:
        values = _choices(parts, planned.carrier, alone)
    return render_template(
        "flows/review.html", plan=planned, changes=changed, settings=len(changed) < len(planned.changes), alone=alone,
        flow_name=flow, fate=fate, kind={Move: "move", End: "end"}.get(type(fate), "stay"), error=error, seen=_seen(planned),
        carrier=look.config_for(parts, drafts.look(), planned.carrier), SHORT=look.SHORT, CARRIER_FILE=CARRIER_FILE, back=_back(planned.carrier, flow), **values,
    )  # fmt: skip


def _choices(parts: Parts, carrier: str, change: Change) -> dict[str, Any]:
    """States that people can be put in, texts that can end it, and who is where."""
    former = [
        parts.flows.version(carrier, change.flow, hash_) for hash_ in sorted({one.hash for one in change.elsewhere})
    ]
    new = None if change.new is None else compile_flow(change.document, change.new)
    texts = {} if new is None else dict(new.texts)
    if not texts and former:
        texts = dict(former[0].texts)
    waiting = [] if new is None else [name for name, state in new.states.items() if state.waits]
    return {"waiting": waiting, "texts": sorted(texts), "states": change.occupied}
