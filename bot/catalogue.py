"""Carriers and flows as this process knows them: read from files at start, published to the database, old versions from there.

A conversation keeps the version it began with (law 9). Publishing only ever adds a row; nobody who is mid-conversation moves.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from bot.core.carrier import CarrierConfig
from bot.core.errors import NotFound
from bot.core.flow import CompiledFlow, compile_flow
from bot.library import Library
from bot.store.session import Store
from bot.store.tables import flow_versions
from bot.store.upsert import insert_if_new


class Catalogue:
    """The `Flows` of `parts`. Versions are compiled once a process and shared by its threads."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library
        self._compiled: dict[str, CompiledFlow] = {}
        self._lock = threading.Lock()
        self._current = {
            slug: {name: self._compile(source.document, source.hash) for name, source in library.flows(slug).items()}
            for slug in library.carriers
        }

    def publish(self, now: datetime) -> int:
        """Write the versions of this process's files to the database; how many were new."""
        with self._store.read() as connection:
            known = {
                (row.carrier, row.flow, row.hash)
                for row in connection.execute(
                    sa.select(flow_versions.c.carrier, flow_versions.c.flow, flow_versions.c.hash)
                )
            }
        missing = [
            {
                "carrier": slug,
                "flow": source.name,
                "hash": source.hash,
                "document": source.document,
                "published_at": now,
            }
            for slug in self._library.carriers
            for source in self._library.flows(slug).values()
            if (slug, source.name, source.hash) not in known
        ]
        if not missing:
            return 0
        with self._store.write() as connection:
            return sum(insert_if_new(connection, flow_versions, values) is not None for values in missing)

    def carriers(self) -> Mapping[str, CarrierConfig]:
        return self._library.carriers

    def carrier(self, slug: str) -> CarrierConfig:
        try:
            return self._library.carriers[slug]
        except KeyError:
            raise NotFound(f"There is no carrier {slug!r} here.") from None

    def current(self, carrier: str) -> Mapping[str, CompiledFlow]:
        return self._current.get(carrier, {})

    def version(self, carrier: str, flow: str, flow_hash: str) -> CompiledFlow:
        found = self._compiled.get(flow_hash)
        if found is not None:
            return found
        with self._store.read() as connection:
            document = connection.execute(
                sa.select(flow_versions.c.document).where(
                    flow_versions.c.carrier == carrier, flow_versions.c.flow == flow, flow_versions.c.hash == flow_hash
                )
            ).scalar_one_or_none()
        if document is None:
            raise NotFound(f"No version {flow_hash[:12]} of the flow {flow!r} was ever published here.")
        return self._compile(document, flow_hash)

    def _compile(self, document: Mapping[str, object], flow_hash: str) -> CompiledFlow:
        with self._lock:
            if flow_hash not in self._compiled:
                self._compiled[flow_hash] = compile_flow(document, flow_hash)
            return self._compiled[flow_hash]
