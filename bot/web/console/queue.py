"""The queue: which cases wait, which are mine, how urgent they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import Blueprint, Response, render_template, request

from bot import cases
from bot.core.carrier import CarrierConfig
from bot.parts import Parts
from bot.store import cases as rows
from bot.store.cases import VIEWS, Filters, QueueRow
from bot.web import shape
from bot.web.console.login import me
from bot.web.live import part, version_of
from bot.web.shape import Mark

PREVIEW: Final = 90
"""Characters of the last message that the queue shows."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as the queue draws it."""

    case: QueueRow
    due: Mark
    phone: str
    preview: str
    owner: str | None
    mine: bool
    gone: str | None
    """Why it is no longer in this view, where it was when the page was drawn."""
    now: datetime
    carrier: CarrierConfig


def register(console: Blueprint, parts: Parts) -> None:
    console.add_url_rule("", "queue", lambda: page(parts))
    console.add_url_rule("/rows", "queue_rows", lambda: live(parts))


def page(parts: Parts) -> str:
    """The whole page, rows in their order."""
    filters = _filters()
    found = cases.queue(parts, me(), filters)
    listing = _listing(parts, filters, [_shown(parts, row) for row in found], 0)
    with parts.store.read() as connection:
        kinds = rows.kinds(connection, me())
    return render_template(
        "console/queue.html",
        filters=filters,
        listing=listing,
        version=version_of(listing),
        kinds=kinds,
        shown=len(found),
    )


def live(parts: Parts) -> Response:
    """The rows that the page shows, in the order in which it shows them, as they are now; and how many it does not show.

    So nothing moves under the cursor: new cases wait behind "3 new", and one that a colleague took stays, marked, until then.
    """
    filters = _filters()
    current = {row.id: row for row in cases.queue(parts, me(), filters)}
    shown = _ids(request.args.get("shown", ""))
    if not shown:
        return part(_listing(parts, filters, [_shown(parts, row) for row in current.values()], 0))
    with parts.store.read() as connection:
        left = rows.by_ids(connection, me(), [number for number in shown if number not in current])
    drawn = [
        _shown(parts, current[n]) if n in current else _shown(parts, left[n], gone=True)
        for n in shown
        if n in current or n in left
    ]
    return part(_listing(parts, filters, drawn, len(current.keys() - set(shown))))


def _listing(parts: Parts, filters: Filters, drawn: Sequence[Shown], new: int) -> str:
    counts = cases.counts(parts, me())
    searching = bool(filters.kind or filters.search)
    return render_template(
        "console/_rows.html",
        filters=filters,
        rows=drawn,
        new=new,
        counts=counts,
        searching=searching,
        wide=me().carrier is None,
    )


def _filters() -> Filters:
    view = request.args.get("view", "open")
    return Filters(
        view=view if view in VIEWS else "open",
        kind=request.args.get("kind") or None,
        search=request.args.get("q", "").strip()[:100] or None,
    )


def _ids(text: str) -> list[int]:
    numbers = [int(word) for word in text.split(",") if word.isascii() and word.isdigit() and len(word) < 19]
    return list(dict.fromkeys(numbers))[: rows.MOST_ROWS]


def _shown(parts: Parts, row: QueueRow, *, gone: bool = False) -> Shown:
    now = parts.clock.now(row.carrier)
    mine = row.claimed_by == me().id
    return Shown(
        case=row,
        due=shape.due(row.due_at, now, answered=row.answered, closed_at=row.closed_at),
        phone=shape.masked(row.phone),
        preview=_preview(row.last_text),
        owner=row.claimed_name,
        mine=mine,
        gone=_gone(row, mine=mine) if gone else None,
        now=now,
        carrier=parts.flows.carrier(row.carrier),
    )


def _gone(row: QueueRow, *, mine: bool) -> str:
    if row.status == "closed":
        return "closed"
    if row.status == "claimed":
        return "mine" if mine else "taken"
    return "released"


def _preview(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= PREVIEW else line[: PREVIEW - 1] + "…"
