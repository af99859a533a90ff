"""The list of flows, and one flow with its tabs: graph, YAML, simulator, transcripts, versions."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from flask import Blueprint, abort, render_template, request

from bot.drafts import Drafts
from bot.parts import Parts
from bot.store import staff
from bot.web.flows import look
from bot.web.flows.differences import as_yaml, difference, order_of
from bot.web.flows.drawing import KINDS, draw
from bot.web.flows.look import FILES, SHORT, Seen
from bot.web.flows.trying import run_all, transcripts_of

TABS: Final = ("graph", "yaml", "simulator", "transcripts", "versions")


def register(flows: Blueprint, parts: Parts, drafts: Drafts) -> None:
    flows.add_url_rule("", "index", lambda: index(parts, drafts))
    flows.add_url_rule("/<carrier>/<flow>", "flow", lambda carrier, flow: one(parts, drafts, carrier, flow))
    flows.add_url_rule(
        "/<carrier>/<flow>/transcripts",
        "run",
        lambda carrier, flow: run(parts, drafts, carrier, flow),
        methods=["POST"],
    )


def index(parts: Parts, drafts: Drafts) -> str:
    """Every flow: how it stands, who is in it, what is wrong."""
    draft = drafts.look()
    return render_template(
        "flows/index.html",
        carriers=look.carriers(parts, draft),
        stray=[found for found in draft.findings if found.code == "FOLDER"],
        draft=draft,
        may_publish=look.may_publish(),
    )


def one(parts: Parts, drafts: Drafts, carrier: str, flow: str) -> str:
    """One tab of one flow."""
    tab = request.args.get("tab", TABS[0])
    if tab not in TABS:
        abort(404)
    return shown(parts, look.seen(parts, drafts.look(), carrier, flow), tab)


def run(parts: Parts, drafts: Drafts, carrier: str, flow: str) -> str:
    """Run the transcripts, and show what was said."""
    seen = look.seen(parts, drafts.look(), carrier, flow)
    return shown(parts, seen, "transcripts", result=run_all(seen))


def shown(parts: Parts, flow: Seen, tab: str, **more: Any) -> str:
    """The page with that tab; `more` is what an action adds to it."""
    values = _VALUES[tab](parts, flow)
    return render_template(
        f"flows/{tab}.html",
        flow=flow,
        tab=tab,
        tabs=TABS,
        SHORT=SHORT,
        may_publish=look.may_publish(),
        **values,
        **more,
    )


def _graph(parts: Parts, flow: Seen) -> dict[str, Any]:
    wanted = request.args.get("version") or (FILES if flow.source else flow.current or FILES)
    of_files = wanted == FILES
    document = flow.source.document if of_files and flow.source else None
    if document is None:
        document = (flow.document or {}) if wanted in (FILES, flow.current) else look.version(parts, flow, wanted)
    counts: Counter[str] = Counter()
    for standing in flow.standing:
        counts[standing.state] += standing.count
    config = flow.draft.library.carriers.get(flow.carrier.carrier, flow.carrier) if of_files else flow.carrier
    drawing = draw(document, config, flow.files if of_files and flow.source else (), counts)
    gone = (
        {} if drawing is None else {n: c for n, c in counts.items() if n not in {node.name for node in drawing.nodes}}
    )
    return {"drawing": drawing, "kinds": KINDS, "wanted": wanted, "of_files": of_files, "gone": gone}


def _yaml(_: Parts, flow: Seen) -> dict[str, Any]:
    text = as_yaml(flow.document) if not flow.files and flow.document else None
    return {"text": None if text is None else text.splitlines()}


def _simulator(parts: Parts, flow: Seen) -> dict[str, Any]:
    here = (flow.carrier.carrier, "simulator") in parts.channels
    starts = (flow.document or {}).get("starts_on", [])
    return {"has_phone": here, "starts": [start.get("event") or f"end of {start.get('end_of')}" for start in starts]}


def _transcripts(_: Parts, flow: Seen) -> dict[str, Any]:
    return {"files": [flow.draft.shown(str(path)) for path in transcripts_of(flow)]}


def _versions(parts: Parts, flow: Seen) -> dict[str, Any]:
    with parts.store.read() as connection:
        names = staff.names(connection)
    hashes = list(dict.fromkeys(row.hash for row in flow.history if row.hash))
    choices = ([FILES] if flow.source else []) + hashes
    old, new = _compared(flow, choices)
    order = order_of(flow.source.document) if flow.source else ()
    lines = difference(look.version(parts, flow, old), look.version(parts, flow, new), order) if old and new else []
    return {"names": names, "choices": choices, "old": old, "new": new, "lines": lines, "FILES": FILES}


def _compared(flow: Seen, choices: list[str]) -> tuple[str | None, str | None]:
    """What the address asks for; else files against what is published, else the last two."""
    old, new = request.args.get("old"), request.args.get("new")
    if old and new:
        return old, new
    changed = flow.source is not None and flow.current is not None and flow.source.hash != flow.current
    if changed:
        return flow.current, FILES
    published = [choice for choice in choices if choice != FILES]
    return (published[1], published[0]) if len(published) > 1 else (None, None)


_VALUES: Final = {
    "graph": _graph, "yaml": _yaml, "simulator": _simulator, "transcripts": _transcripts, "versions": _versions,
}  # fmt: skip
