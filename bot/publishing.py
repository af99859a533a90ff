"""Publishing a carrier's flows: what would change, who is mid-conversation, what becomes of them, and doing it.

A publication is rows in one transaction: every process takes it within a second (`catalogue`), new conversations begin with it.
Whoever is mid-conversation stays in the version they began with, unless the publication says otherwise (`core.fate`): then
each conversation is moved or ended in a turn of its own, and `settle` goes on where a crash left off.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.engine import Connection

from bot.catalogue import versions_of
from bot.core.errors import Conflict, FlowError, Invalid, NotFound
from bot.core.fate import End, Fate, Move, Stay, as_json
from bot.core.flow import CompiledFlow, compile_flow
from bot.core.flow.findings import did_you_mean
from bot.core.render import Slot
from bot.drafts import Draft
from bot.parts import Parts
from bot.store import flow_versions, staff
from bot.store.flow_versions import CARRIER_FILE, New, Standing
from bot.turns.moving import take_fate

GRACE: Final = timedelta(seconds=5)
"""A process that has not seen the publication yet may begin in the old version for so long: until then it is not settled."""
BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One flow, or the carrier's file, that would be published. `old` and `new` are versions; None: there was or will be none."""

    flow: str
    old: str | None
    new: str | None
    document: Mapping[str, Any]
    standing: tuple[Standing, ...] = ()
    """Its open conversations, whatever their version."""

    @property
    def word(self) -> str:
        """new, changed, withdrawn, or published where only who is in older versions is concerned."""
        if self.old == self.new:
            return "published"
        return "withdrawn" if self.new is None else "new" if self.old is None else "changed"

    @property
    def elsewhere(self) -> tuple[Standing, ...]:
        """Those that are open in another version than the new one."""
        return tuple(one for one in self.standing if one.hash != self.new)

    @property
    def occupied(self) -> Mapping[str, int]:
        """The states in which they are, counted."""
        counts: Counter[str] = Counter()
        for one in self.elsewhere:
            counts[one.state] += one.count
        return dict(counts)


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing would do. Nothing has happened yet."""

    carrier: str
    changes: tuple[Change, ...]

    @property
    def new(self) -> tuple[Change, ...]:
        """Without a flow that is published already."""
        return tuple(change for change in self.changes if change.old != change.new)

    @property
    def flows(self) -> tuple[Change, ...]:
        """Without the carrier's file."""
        return tuple(change for change in self.changes if change.flow != CARRIER_FILE)


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
    gone = [New(name, None) for name, hash_ in before.items() if hash_ is not None and name not in files]
    candidates = {new.flow: new for new in (*files.values(), *gone)}
    if flow is not None and flow not in candidates:
        raise NotFound(f"'{flow}' is no flow of {carrier}.{did_you_mean(flow, files)}")
    changes = [
        Change(new.flow, before.get(new.flow), new.hash, new.document, tuple(standing.get(new.flow, ())))
        for new in candidates.values()
        if before.get(new.flow) != new.hash and (flow is None or new.flow in (flow, CARRIER_FILE))
    ]
    if flow is not None and flow not in {change.flow for change in changes}:
        behind = Change(flow, before.get(flow), before.get(flow), files[flow].document, tuple(standing.get(flow, ())))
        changes += [behind] if flow in files and behind.elsewhere else []
    return Plan(carrier, tuple(changes))


def publish(parts: Parts, planned: Plan, who: str, fate: Fate | None = None) -> list[int]:
    """Publish what was planned, all of it or nothing; the ids of the publications.

    `who` is `system`, `files` or `staff:<id>`. What `fate` says is then done conversation by conversation: by `settle`, which the
    sweep calls. Raises `Conflict` where somebody published meanwhile or an earlier publication is not settled, `Invalid` for a
    fate that does not fit.
    """
    fate = fate or Stay()
    if isinstance(fate, Stay):
        planned = Plan(planned.carrier, planned.new)
    if not planned.changes:
        return []
    now = parts.clock.now()
    with parts.store.write() as connection:
        flow_versions.lock(connection)
        changes = _still(connection, planned)
        if not isinstance(fate, Stay):
            require_fits(parts, planned.carrier, changes, fate)
        versions = [New(change.flow, change.new, change.document) for change in changes]
        ids = flow_versions.publish(connection, planned.carrier, versions, who, now, as_json(fate))
        for id_, change in zip(ids, changes, strict=True):
            data = {"publication": id_, "flow": change.flow, "from": change.old, "to": change.new}
            told = {**data, "fate": as_json(fate), "open": sum(change.occupied.values())}
            staff.record(connection, now, who, "flow_published", planned.carrier, told)
    if not isinstance(fate, Stay):
        parts.ring("sweep")
    return ids


def _still(connection: Connection, planned: Plan) -> list[Change]:
    """The planned changes with who is open now. Raises `Conflict`."""
    before = flow_versions.hashes(connection, planned.carrier)
    standing = flow_versions.standing(connection, planned.carrier)
    busy = {row.flow for row in flow_versions.unsettled(connection, planned.carrier)}
    for change in planned.changes:
        if before.get(change.flow) != change.old:
            raise Conflict(f"Somebody has published '{change.flow}' meanwhile: look again at what would change.")
        if change.flow in busy:
            raise Conflict(
                f"The publication of '{change.flow}' before is still moving or ending conversations: try again when it has settled."
            )
    return [
        Change(one.flow, one.old, one.new, one.document, tuple(standing.get(one.flow, ()))) for one in planned.changes
    ]


# ── does the fate fit ────────────────────────────────────────────────────────────────────────────


def require_fits(parts: Parts, carrier: str, changes: Iterable[Change], fate: Fate) -> None:
    """Raises `Invalid` where a conversation would have no place in the new version, or a name is unknown."""
    flows = [change for change in changes if change.flow != CARRIER_FILE]
    if isinstance(fate, Stay):
        return
    if len(flows) != 1:
        raise Invalid("Name one flow to move or end conversations of: states and texts belong to one flow.")
    change = flows[0]
    former = {one.hash for one in change.elsewhere} | ({change.old} if change.old else set())
    old = [parts.flows.version(carrier, change.flow, hash_) for hash_ in sorted(former)]
    new = None if change.new is None else compile_flow(change.document, change.new)
    if isinstance(fate, End):
        _require_text(change, fate, old, new)
    else:
        _require_places(change, fate, old, new)


def _require_text(change: Change, fate: End, old: Sequence[CompiledFlow], new: CompiledFlow | None) -> None:
    saying = [new] if new is not None and fate.text in new.texts else [flow for flow in old if fate.text in flow.texts]
    if saying and (saying == [new] or len(saying) == len(old)):
        if names := sorted({name for flow in saying for name in _of_a_turn(flow, fate.text)}):
            raise Invalid(
                f"'{fate.text}' says {', '.join(names)}, which is only known in an answer. Choose another text."
            )
        return
    known = {key for flow in (new, *old) if flow is not None for key in flow.texts}
    raise Invalid(f"'{fate.text}' is no text of '{change.flow}'.{did_you_mean(fate.text, known)}")


def _of_a_turn(flow: CompiledFlow, key: str) -> set[str]:
    """Names of the text that have no value where a publication says it: a code that is being claimed, the reply."""
    slots = {part.name for wordings in flow.texts[key].values() for part in wordings[-1] if isinstance(part, Slot)}
    return {f"{{{name}}}" for name in slots if name.partition(".")[0] in ("coupon", "reply")}


def _require_places(change: Change, fate: Move, old: Sequence[CompiledFlow], new: CompiledFlow | None) -> None:
    if new is None:
        raise Invalid(f"'{change.flow}' is withdrawn: there is no new version to move to. Let them stay, or end them.")
    known = {state for flow in old for state in flow.states}
    for was, becomes in fate.states.items():
        if was not in known:
            raise Invalid(f"'{was}' is no state of an earlier version of '{change.flow}'.{did_you_mean(was, known)}")
        _require_waits(new, was, becomes)
    for was, count in change.occupied.items():
        if was not in fate.states and was not in new.states:
            raise Invalid(
                f"{count} open in '{was}', which the new version does not have. Say where they go: --move {was}=STATE."
            )
        _require_waits(new, was, fate.target(was))


def _require_waits(new: CompiledFlow, was: str, becomes: str) -> None:
    waiting = [name for name, state in new.states.items() if state.waits]
    if becomes not in new.states:
        raise Invalid(f"{was}={becomes}: '{becomes}' is no state of the new version.{did_you_mean(becomes, waiting)}")
    if becomes not in waiting:
        raise Invalid(
            f"{was}={becomes}: '{becomes}' does not wait, so nobody can be put there. States that wait: {', '.join(waiting)}."
        )


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


def publish_files(parts: Parts, draft: Draft, carriers: Iterable[str] | None = None) -> list[Change]:
    """Publish what changed in the files of each carrier without a fault, everybody mid-conversation to stay; the changes.

    For the first start (`carriers` that were never published) and for `python app.py`.
    """
    done: list[Change] = []
    for slug in draft.library.carriers if carriers is None else carriers:
        if draft.faults(slug):
            continue
        planned = plan(parts, draft, slug)
        publish(parts, planned, "files")
        done += planned.changes
    return done
