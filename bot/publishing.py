"""Publishing a carrier's flows: what would change, who is mid-conversation, what becomes of them, and doing it.

A publication is rows in one transaction: every process takes it within a second (`catalogue`), new conversations begin with it.
Whoever is mid-conversation stays in the version they began with, unless the publication says otherwise (`core.fate`): then
each conversation is moved or ended in a turn of its own, and `settle` goes on where a crash left off.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.engine import Connection

from bot.catalogue import versions_of
from bot.core.errors import Conflict, FlowError, NotFound
from bot.core.fate import Fate, Stay, as_json
from bot.core.flow.findings import did_you_mean
from bot.drafts import Draft
from bot.parts import Parts
from bot.plans import Change, NoPlace, Plan, require_fits
from bot.store import flow_versions, staff
from bot.store.flow_versions import CARRIER_FILE, New
from bot.turns.moving import take_fate

__all__ = ["Change", "NoPlace", "Plan", "plan", "publish", "publish_files", "require_fits", "settle"]

GRACE: Final = timedelta(seconds=5)
"""A process that has not seen the publication yet may begin in the old version for so long: until then it is not settled."""
BATCH: Final = 200


def plan(parts: Parts, draft: Draft, carrier: str, flow: str | None = None) -> Plan:
    """What of the files is not published yet; `flow`: of this one only, and of the carrier's file that it was made with.

    A flow that is named stands in the plan also where the files are what is published, if somebody is still in an older version:
    they can be moved or ended afterwards (files that publish themselves let everybody stay).
    Raises `FlowError` with every error of the carrier's files, and `NotFound` for an unknown carrier or flow.
    """
    if bad := draft.faults(carrier):
        raise FlowError(bad)
    if carrier not in draft.library.carriers:
        raise NotFound(f"'{carrier}' is no carrier here.{did_you_mean(carrier, draft.library.carriers)}")
    with parts.store.read() as connection:
        before = flow_versions.hashes(connection, carrier)
        standing = flow_versions.standing(connection, carrier)
    files = {new.flow: new for new in versions_of(draft.library, carrier)}
    gone = [New(name, None) for name in before if name not in files]
    candidates = {new.flow: new for new in (*files.values(), *gone)}
    if flow is not None and flow not in candidates:
        raise NotFound(f"'{flow}' is no flow of {carrier}.{did_you_mean(flow, files)}")
    changes = [
        Change(new.flow, before.get(new.flow), new.hash, new.document, tuple(standing.get(new.flow, ())))
        for new in candidates.values()
        if before.get(new.flow) != new.hash and (flow is None or new.flow in (flow, CARRIER_FILE))
    ]
    if flow is not None and flow not in {change.flow for change in changes}:
        same = before.get(flow)
        behind = Change(flow, same, same, candidates[flow].document, tuple(standing.get(flow, ())))
        changes += [behind] if behind.elsewhere else []
    return Plan(carrier, tuple(changes))


def publish(parts: Parts, planned: Plan, who: str, fate: Fate | None = None) -> list[int]:
    """Publish what was planned, all of it or nothing; the ids of the publications, none where there was nothing left to do.

    `who` is `system`, `files` or `staff:<id>`. What `fate` says is then done conversation by conversation: by `settle`, which the
    sweep calls. Where somebody published the very same meanwhile (files publish themselves under `python app.py`) it is done to
    who is still in older versions. Raises `Conflict` where somebody published something else meanwhile or an earlier publication
    is not settled, `Invalid` for a fate that does not fit.
    """
    fate = fate or Stay()
    if isinstance(fate, Stay):
        planned = Plan(planned.carrier, planned.new)
    now = parts.clock.now()
    with parts.store.write() as connection:
        flow_versions.lock(connection)
        changes = [one for one in _still(connection, planned) if _matters(one, fate)]
        if not changes:
            return []
        if not isinstance(fate, Stay):
            require_fits(parts, planned.carrier, changes, fate)
        versions = [New(change.flow, change.new, change.document) for change in changes]
        ids = flow_versions.publish(connection, planned.carrier, versions, who, now, as_json(fate))
        for id_, change in zip(ids, changes, strict=True):
            data = {"publication": id_, "flow": change.flow, "from": change.old, "to": change.new}
            told = {**data, "fate": as_json(fate), "open": change.behind}
            staff.record(connection, now, who, "flow_published", planned.carrier, told)
    if not isinstance(fate, Stay):
        parts.ring("sweep")
    return ids


def _matters(change: Change, fate: Fate) -> bool:
    """Whether it publishes something, or moves or ends somebody."""
    return change.old != change.new or (not isinstance(fate, Stay) and bool(change.elsewhere))


def _still(connection: Connection, planned: Plan) -> list[Change]:
    """The planned changes with what is published and who is open now. Raises `Conflict`."""
    before = flow_versions.hashes(connection, planned.carrier)
    standing = flow_versions.standing(connection, planned.carrier)
    busy = {row.flow for row in flow_versions.unsettled(connection, planned.carrier)}
    for change in planned.changes:
        if before.get(change.flow) not in (change.old, change.new):
            raise Conflict(
                f"Somebody has published '{change.flow}' meanwhile: nothing was changed by you. Look again at what would change."
            )
        if change.flow in busy:
            raise Conflict(
                f"The publication of '{change.flow}' before is still moving or ending conversations, so nothing was changed by you: "
                "try again when it has settled, in half a minute if they are few."
            )
    return [
        replace(one, old=before.get(one.flow), standing=tuple(standing.get(one.flow, ()))) for one in planned.changes
    ]


# ── doing what the fate says ─────────────────────────────────────────────────────────────────────


def settle(parts: Parts, seconds: float = 20.0) -> Counter[str]:
    """Move or end the conversations of every publication that is not settled, for so many seconds at most.

    How many were moved, asked, ended, or stay. Called by whoever published and by the sweep; two at once do no harm.
    """
    done: Counter[str] = Counter()
    give_up = time.monotonic() + seconds
    with parts.store.read() as connection:
        waiting = flow_versions.unsettled(connection)
    for publication in waiting:
        began = parts.clock.now()
        after: int | None = 0
        while after is not None and time.monotonic() < give_up:
            after = _batch(parts, publication, after, done)
        if after is None and began >= publication.published_at + GRACE:
            with parts.store.write() as connection:
                flow_versions.settle(connection, publication.id, began)
    return done


def _batch(parts: Parts, publication: Any, after: int, done: Counter[str]) -> int | None:
    """The next conversations; the id of the last one, or None where there was none."""
    with parts.store.read() as connection:
        rows = flow_versions.left_behind(connection, publication, after, BATCH)
    for row in rows:
        done[take_fate(parts, publication, row.id, row.thread_id)] += 1
    return rows[-1].id if rows else None


# ── files that publish themselves ────────────────────────────────────────────────────────────────


def publish_files(parts: Parts, draft: Draft, carriers: Iterable[str] | None = None) -> list[Plan]:
    """Publish what changed in the files of each carrier without a fault, everybody mid-conversation to stay; what was published.

    For the first start (`carriers` that were never published) and for `python app.py`.
    """
    done: list[Plan] = []
    for slug in draft.library.carriers if carriers is None else carriers:
        if draft.faults(slug):
            continue
        planned = plan(parts, draft, slug)
        if planned.changes and publish(parts, planned, "files"):
            done.append(planned)
    return done
