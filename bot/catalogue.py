"""Carriers and flows as this process knows them: what the database holds as published, compiled once and shared by its threads.

A conversation keeps the version it began with (law 9). Publishing only ever adds rows; nobody who is mid-conversation moves by it.
Every process looks once a second whether something was published (`follow`), compiles all of it, and only then takes it at
once: what cannot be compiled here changes nothing here, and says so in the log.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

import structlog
from pydantic import ValidationError

from bot.core.carrier import CarrierConfig
from bot.core.durations import format_duration
from bot.core.errors import FlowError, NotFound
from bot.core.flow import CompiledFlow, compile_flow
from bot.core.flow.findings import Finding
from bot.core.flow.schema import content_hash
from bot.library import Library
from bot.store import flow_versions
from bot.store.flow_versions import CARRIER_FILE, New
from bot.store.session import AnyRow, Store

EVERY: Final = 1.0
"""Seconds between two looks for a new publication."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What new conversations begin with, in one piece: replaced as a whole."""

    carriers: Mapping[str, CarrierConfig] = field(default_factory=dict)
    current: Mapping[str, Mapping[str, CompiledFlow]] = field(default_factory=dict)


class Catalogue:
    """The `Flows` of `parts`."""

    def __init__(self, store: Store, library: Library | None = None) -> None:
        """With a library it knows that until something published is taken; without, what is published."""
        self._store = store
        self._library = library
        self._compiled: dict[str, CompiledFlow] = {}
        self._lock = threading.Lock()
        self._seen = 0
        self._refused = 0
        self._on_change: list[Callable[[Mapping[str, CarrierConfig]], None]] = []
        self._taken = self._of_library(library) if library else Taken()
        if library is None:
            self.refresh()

    # ── what others ask ──────────────────────────────────────────────────────────────────────────

    def carriers(self) -> Mapping[str, CarrierConfig]:
        return self._taken.carriers

    def carrier(self, slug: str) -> CarrierConfig:
        try:
            return self._taken.carriers[slug]
        except KeyError:
            raise NotFound(f"There is no carrier {slug!r} here.") from None

    def current(self, carrier: str) -> Mapping[str, CompiledFlow]:
        return self._taken.current.get(carrier, {})

    def version(self, carrier: str, flow: str, flow_hash: str) -> CompiledFlow:
        found = self._compiled.get(flow_hash)
        if found is not None:
            return found
        with self._store.read() as connection:
            document = flow_versions.document(connection, carrier, flow, flow_hash)
        if document is None:
            raise NotFound(f"No version {flow_hash[:12]} of the flow {flow!r} was ever published here.")
        return self._compile(document, flow_hash)

    # ── what is published ────────────────────────────────────────────────────────────────────────

    def publish(self, now: datetime) -> int:
        """Publish what differs in this process's library, for who is mid-conversation to stay; how many flows and carrier files."""
        library = self._library
        assert library is not None, "a catalogue without files has nothing to publish"
        count = 0
        for slug in library.carriers:
            with self._store.write() as connection:
                flow_versions.lock(connection)
                before = flow_versions.hashes(connection, slug)
                new = [one for one in versions_of(library, slug) if before.get(one.flow) != one.hash]
                count += len(flow_versions.publish(connection, slug, new, "start", now))
        self.refresh()
        return count

    def on_change(self, call: Callable[[Mapping[str, CarrierConfig]], None]) -> None:
        """`call` is told the carriers now, and whenever others are taken."""
        self._on_change.append(call)
        call(self._taken.carriers)

    def refresh(self) -> bool:
        """Take what was published since the last look; whether anything was. Where it cannot be used, nothing of it is taken."""
        with self._store.read() as connection:
            newest = flow_versions.newest(connection)
            if newest in (self._seen, self._refused):
                return False
            rows = [row for row in flow_versions.current(connection) if row.hash is not None]
            unknown = [key for row in rows if (key := _key(row))[2] not in self._compiled]
            documents = flow_versions.documents(connection, unknown)
        try:
            taken = self._of_rows(rows, documents)
        except FlowError as error:
            self._refused = newest
            log.warning("publication_not_taken", publication=newest, why=str(error))
            return False
        self._taken, self._seen = taken, newest
        for call in self._on_change:
            call(taken.carriers)
        return True

    def follow(self, every: float = EVERY) -> None:
        """Look for new publications every so many seconds, in a thread that ends with the process. Call it after a fork."""
        pause = threading.Event()

        def run() -> None:
            while not pause.wait(every):
                try:
                    if self.refresh():
                        log.info("publication_taken", publication=self._seen)
                except Exception:
                    log.warning("publications_not_read", exc_info=True)  # the database may be away; the next look tells

        threading.Thread(target=run, name="catalogue", daemon=True).start()

    # ── compiling ────────────────────────────────────────────────────────────────────────────────

    def _of_library(self, library: Library) -> Taken:
        current = {
            slug: {name: self._compile(source.document, source.hash) for name, source in library.flows(slug).items()}
            for slug in library.carriers
        }
        return Taken(dict(library.carriers), current)

    def _of_rows(self, rows: list[AnyRow], documents: Mapping[tuple[str, str, str], Mapping[str, object]]) -> Taken:
        carriers: dict[str, CarrierConfig] = {}
        current: dict[str, dict[str, CompiledFlow]] = {}
        for row in rows:
            if row.flow == CARRIER_FILE:
                carriers[row.carrier] = config_of(documents[_key(row)])
                continue
            known = self._compiled.get(row.hash)
            compiled = known or self._compile(documents[_key(row)], row.hash)
            current.setdefault(row.carrier, {})[row.flow] = compiled
        return Taken(carriers, current)

    def _compile(self, document: Mapping[str, object], flow_hash: str) -> CompiledFlow:
        with self._lock:
            if flow_hash not in self._compiled:
                self._compiled[flow_hash] = compile_flow(document, flow_hash)
            return self._compiled[flow_hash]


def _key(row: AnyRow) -> tuple[str, str, str]:
    return row.carrier, row.flow, row.hash


def versions_of(library: Library, carrier: str) -> list[New]:
    """Everything that can be published of a carrier: its settings, then its flows."""
    document = document_of(library.carriers[carrier])
    flows = [New(source.name, source.hash, source.document) for source in library.flows(carrier).values()]
    return [New(CARRIER_FILE, content_hash(document), document), *flows]


def document_of(config: CarrierConfig) -> dict[str, str]:
    """A carrier's settings as a document. The order of its channels means something, and a database keeps no order of keys: so, as text."""
    dumped = config.model_dump(by_alias=True, exclude_defaults=True)
    return {"json": json.dumps(dumped, ensure_ascii=False, separators=(",", ":"), default=_as_written)}


def _as_written(value: object) -> object:
    """A value as a carrier's file writes it."""
    match value:
        case timedelta():
            return format_duration(value)
        case date() | time():
            return value.isoformat()
        case set() | frozenset():
            return sorted(value)
    raise TypeError(f"no form in YAML is known for {type(value).__name__}")


def config_of(document: Mapping[str, object]) -> CarrierConfig:
    """The settings in a document. Raises `FlowError` for ones that no longer fit the language."""
    try:
        return CarrierConfig.model_validate_json(str(document["json"]))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise FlowError((Finding(CARRIER_FILE, 1, 1, "error", "DOCUMENT", f"{where}: {first['msg']}"),)) from None
