"""Versions of flows, what is published of them, and who is mid-conversation in which.

A version is a content hash and never changes. A publication names the version that new conversations begin with; the newest
of a flow counts. Publications of one database are written one after the other, so a reader that has seen an id has seen all below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import conversations, flow_versions, prompts, publications, timers
from bot.store.upsert import insert_if_new

CARRIER_FILE: Final = "carrier.yaml"
"""Stands in the column `flow` for the carrier's own settings, which are published like a flow."""
STAY: Final[Mapping[str, Any]] = {"kind": "stay"}
# Any fixed number that no other lock of this program uses.
_ADVISORY_LOCK: Final = 0x7075626C


@dataclass(frozen=True, slots=True)
class New:
    """A version to publish; `hash` None withdraws the flow."""

    flow: str
    hash: str | None
    document: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many conversations are open in one state of one version."""

    hash: str
    state: str
    count: int


def lock(connection: Connection) -> None:
    """From here to the end of the transaction nobody else publishes. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def newest(connection: Connection) -> int:
    """The id of the last publication; 0 where there is none."""
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(publications.c.id), 0))).scalar_one())


def current(connection: Connection, carrier: str | None = None) -> Sequence[AnyRow]:
    """The newest publication of every flow and carrier file, withdrawn ones too: publications' columns."""
    latest = sa.select(sa.func.max(publications.c.id)).group_by(publications.c.carrier, publications.c.flow)
    if carrier is not None:
        latest = latest.where(publications.c.carrier == carrier)
    query = sa.select(publications).where(publications.c.id.in_(latest)).order_by(publications.c.id)
    return connection.execute(query).all()


def hashes(connection: Connection, carrier: str) -> dict[str, str | None]:
    """What is current, by flow."""
    return {row.flow: row.hash for row in current(connection, carrier)}


def documents(connection: Connection, wanted: Sequence[tuple[str, str, str]]) -> dict[tuple[str, str, str], Any]:
    """The documents of these (carrier, flow, hash)."""
    columns = (flow_versions.c.carrier, flow_versions.c.flow, flow_versions.c.hash)
    if not wanted:
        return {}
    query = sa.select(*columns, flow_versions.c.document).where(
        flow_versions.c.hash.in_({hash_ for *_, hash_ in wanted})
    )
    found = {(row.carrier, row.flow, row.hash): row.document for row in connection.execute(query)}
    return {key: found[key] for key in wanted if key in found}


def document(connection: Connection, carrier: str, flow: str, flow_hash: str) -> Any:
    """One version's document; None where it was never published."""
    return documents(connection, [(carrier, flow, flow_hash)]).get((carrier, flow, flow_hash))


def publish(
    connection: Connection,
    carrier: str,
    versions: Sequence[New],
    who: str,
    now: datetime,
    fate: Mapping[str, Any] = STAY,
) -> list[int]:
    """Make these what new conversations begin with, together with the transaction. The ids of the publications."""
    made = []
    for new in versions:
        if new.hash is not None:
            values = {"carrier": carrier, "flow": new.flow, "hash": new.hash, "document": dict(new.document)}
            insert_if_new(connection, flow_versions, {**values, "published_at": now})
        settled = now if fate["kind"] == "stay" or new.flow == CARRIER_FILE else None
        row = {"carrier": carrier, "flow": new.flow, "hash": new.hash, "who": who, "published_at": now}
        insert = sa.insert(publications).values(**row, fate=dict(fate), settled_at=settled)
        made.append(int(connection.execute(insert.returning(publications.c.id)).scalar_one()))
    return made


# ── who is where ─────────────────────────────────────────────────────────────────────────────────


def standing(connection: Connection, carrier: str, flow: str | None = None) -> dict[str, list[Standing]]:
    """Open conversations of a carrier, by flow: counted by version and state."""
    query = (
        sa.select(conversations.c.flow, conversations.c.flow_hash, conversations.c.state, sa.func.count().label("n"))
        .where(conversations.c.carrier == carrier, conversations.c.ended_at.is_(None))
        .group_by(conversations.c.flow, conversations.c.flow_hash, conversations.c.state)
        .order_by(conversations.c.flow, conversations.c.flow_hash, conversations.c.state)
    )
    if flow is not None:
        query = query.where(conversations.c.flow == flow)
    found: dict[str, list[Standing]] = {}
    for row in connection.execute(query):
        found.setdefault(row.flow, []).append(Standing(row.flow_hash, row.state, row.n))
    return found


def history(connection: Connection, carrier: str, flow: str) -> Sequence[AnyRow]:
    """Every publication of a flow, newest first."""
    query = sa.select(publications).where(publications.c.carrier == carrier, publications.c.flow == flow)
    return connection.execute(query.order_by(publications.c.id.desc())).all()


def unsettled(connection: Connection, carrier: str | None = None) -> Sequence[AnyRow]:
    """Publications whose conversations are still being moved or ended, oldest first."""
    query = sa.select(publications).where(publications.c.settled_at.is_(None)).order_by(publications.c.id)
    if carrier is not None:
        query = query.where(publications.c.carrier == carrier)
    return connection.execute(query).all()


def left_behind(connection: Connection, publication: AnyRow, after: int, limit: int) -> Sequence[AnyRow]:
    """Open conversations of the flow in another version than the published one: `id`, `thread_id`, by id from `after` on."""
    query = sa.select(conversations.c.id, conversations.c.thread_id).where(
        conversations.c.carrier == publication.carrier,
        conversations.c.flow == publication.flow,
        conversations.c.ended_at.is_(None),
        conversations.c.id > after,
    )
    if publication.hash is not None:
        query = query.where(conversations.c.flow_hash != publication.hash)
    return connection.execute(query.order_by(conversations.c.id).limit(limit)).all()


def values_behind(
    connection: Connection, carrier: str, flow: str, flow_hash: str | None
) -> Iterator[Mapping[str, Any]]:
    """The kept values of every open conversation of the flow in another version than this one, all where it is None."""
    query = sa.select(conversations.c["values"]).where(
        conversations.c.carrier == carrier, conversations.c.flow == flow, conversations.c.ended_at.is_(None)
    )
    if flow_hash is not None:
        query = query.where(conversations.c.flow_hash != flow_hash)
    yield from connection.execution_options(yield_per=1000).execute(query).scalars()


def settle(connection: Connection, publication_id: int, now: datetime) -> None:
    """Nobody is left behind."""
    connection.execute(sa.update(publications).where(publications.c.id == publication_id).values(settled_at=now))


def repoint(connection: Connection, conversation_id: int, seen: int, flow_hash: str, state: str) -> bool:
    """Put a conversation into a state of another version, with its open question and the clock that runs for it.

    `seen` is the version of the row that was decided on. False where it has moved meanwhile.
    """
    moved = connection.execute(
        sa.update(conversations)
        .where(conversations.c.id == conversation_id, conversations.c.version == seen)
        .values(flow_hash=flow_hash, state=state, version=seen + 1)
    )
    if not moved.rowcount:
        return False
    for table, status in ((prompts, "open"), (timers, "pending")):
        where = (table.c.conversation_id == conversation_id, table.c.status == status, table.c.version == seen)
        connection.execute(sa.update(table).where(*where).values(state=state, version=seen + 1))
    return True
