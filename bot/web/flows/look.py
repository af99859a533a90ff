"""What the pages know of a carrier's flows: what its files say, what is published, who is mid-conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.catalogue import config_of
from bot.core.carrier import CarrierConfig
from bot.core.errors import FlowError, NotFound
from bot.core.flow.findings import Finding, errors
from bot.drafts import Draft
from bot.library import FlowSource, standard_beside
from bot.parts import Parts
from bot.store import flow_versions
from bot.store.flow_versions import CARRIER_FILE, Standing
from bot.store.session import AnyRow
from bot.web.console.login import me
from bot.web.flows.files import File, files_of, findings_of
from bot.web.words import t

SHORT: Final = 8
"""Characters of a version that a page shows."""
FILES: Final = "files"
"""Stands for the version that the files on disk would be."""
MAY_PUBLISH: Final = frozenset({"author", "admin"})
"""Roles."""


@dataclass(frozen=True, slots=True)
class Row:
    """One flow in the list."""

    name: str
    title: str
    standard: bool
    status: str
    open: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """One carrier with its flows."""

    slug: str
    brand: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    """Of its carrier.yaml."""
    faults: int
    settings_changed: bool

    @property
    def changed(self) -> int:
        """How many flows would be published."""
        return sum(row.status in ("changed", "new", "removed") for row in self.rows)


@dataclass(frozen=True, slots=True)
class Seen:
    """One flow of one carrier."""

    carrier: CarrierConfig
    name: str
    draft: Draft
    source: FlowSource | None
    """What the files say; None where there is no file, or one that cannot be read."""
    files: tuple[File, ...]
    history: Sequence[AnyRow]
    standing: tuple[Standing, ...]
    document: Mapping[str, Any] | None
    """Of the published version."""

    @property
    def current(self) -> str | None:
        """The published version."""
        return self.history[0].hash if self.history else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return findings_of(self.files)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Every error of the carrier's files: with one of them nothing is published."""
        return self.draft.faults(self.carrier.carrier)

    @property
    def title(self) -> str:
        if self.source is not None:
            return self.source.title
        return str((self.document or {}).get("title", self.name))

    @property
    def status(self) -> str:
        return status(self.source.hash if self.source else None, self.current, self.findings, bool(self.files))

    @property
    def open(self) -> int:
        return sum(one.count for one in self.standing)

    @property
    def behind(self) -> int:
        """How many are still in a version before the published one."""
        return sum(one.count for one in self.standing if one.hash != self.current)


def status(file_hash: str | None, published: str | None, findings: Sequence[Finding], has_file: bool) -> str:
    """How a flow stands: published, changed, new, removed, faulty or withdrawn."""
    if errors(findings) or (has_file and file_hash is None):
        return "faulty"
    if file_hash is None:
        return "removed" if published else "withdrawn"
    if published is None:
        return "new"
    return "published" if file_hash == published else "changed"


def may_publish() -> bool:
    """Whether the person at the console may change what customers are told."""
    return me().role in MAY_PUBLISH


def carriers(parts: Parts, draft: Draft) -> list[Carrier]:
    """Every carrier that this person may see, with its flows."""
    slugs = sorted({*parts.flows.carriers(), *draft.library.carriers})
    return [_carrier(parts, draft, slug) for slug in slugs if me().may_see(slug)]


def _carrier(parts: Parts, draft: Draft, slug: str) -> Carrier:
    config = config_for(parts, draft, slug)
    with parts.store.read() as connection:
        published = flow_versions.hashes(connection, slug)
        standing = flow_versions.standing(connection, slug)
    names = _names(draft, slug, published)
    every = (_row(draft, slug, name, published.get(name), standing.get(name, ())) for name in names)
    rows = tuple(row for row in every if row.status != "withdrawn" or row.open)
    mine = draft.folder / slug / CARRIER_FILE
    findings = tuple(found for found in draft.findings if found.file == str(mine))
    before, now = _settings(parts, slug), draft.library.carriers.get(slug)
    changed = now is not None and before is not None and now != before
    return Carrier(slug, config.brand_in(config.locales[0]), rows, findings, len(draft.faults(slug)), changed)


def _settings(parts: Parts, slug: str) -> CarrierConfig | None:
    with parts.store.read() as connection:
        row = next((row for row in flow_versions.current(connection, slug) if row.flow == CARRIER_FILE), None)
        document = None if row is None else flow_versions.document(connection, slug, CARRIER_FILE, row.hash)
    try:
        return None if document is None else config_of(document)
    except FlowError:
        return None


def _names(draft: Draft, slug: str, published: Mapping[str, str | None]) -> list[str]:
    own = {path.stem for path in (draft.folder / slug).glob("*.yaml")} - {"carrier", slug}
    standard = {path.stem for path in standard_beside(draft.folder).glob("*.yaml")}
    config = draft.library.carriers.get(slug)
    wanted = standard if config is not None and config.standard == "all" else set(config.standard if config else ())
    return sorted((own | (wanted & standard) | set(published)) - {CARRIER_FILE})


def _row(draft: Draft, slug: str, name: str, published: str | None, standing: Sequence[Standing]) -> Row:
    source = draft.library.sources.get(slug, {}).get(name)
    files = files_of(draft, slug, name)
    findings = findings_of(files)
    bad = len(errors(findings))
    return Row(
        name=name,
        title=source.title if source else name,
        standard=source.standard if source else False,
        status=status(source.hash if source else None, published, findings, bool(files)),
        open=sum(one.count for one in standing),
        errors=bad,
        warnings=len(findings) - bad,
    )


def config_for(parts: Parts, draft: Draft, slug: str) -> CarrierConfig:
    """The carrier as published, else as its file says. Raises `NotFound`, also for one that this person may not see."""
    found = parts.flows.carriers().get(slug) or draft.library.carriers.get(slug)
    if found is None or not me().may_see(slug):
        raise NotFound(t("There is no such carrier."))
    return found


def seen(parts: Parts, draft: Draft, slug: str, name: str) -> Seen:
    """One flow. Raises `NotFound`."""
    config = config_for(parts, draft, slug)
    with parts.store.read() as connection:
        history = flow_versions.history(connection, slug, name) if name != CARRIER_FILE else []
        standing = tuple(flow_versions.standing(connection, slug, name).get(name, ()))
        current = history[0].hash if history else None
        document = None if current is None else flow_versions.document(connection, slug, name, current)
    source = draft.library.sources.get(slug, {}).get(name)
    known = name in _names(draft, slug, {name: None} if history else {})
    if not known:
        raise NotFound(t("There is no such flow."))
    return Seen(config, name, draft, source, files_of(draft, slug, name), history, standing, document)


def version(parts: Parts, flow: Seen, wanted: str) -> Mapping[str, Any]:
    """The document of a version: `files`, or the beginning of a hash. Raises `NotFound`."""
    if wanted == FILES and flow.source is not None:
        return flow.source.document
    hashes = {row.hash for row in flow.history if row.hash} | {one.hash for one in flow.standing}
    found = [hash_ for hash_ in hashes if len(wanted) >= SHORT and hash_.startswith(wanted)]
    if len(found) != 1:
        raise NotFound(t("There is no such version."))
    with parts.store.read() as connection:
        document = flow_versions.document(connection, flow.carrier.carrier, flow.name, found[0])
    if document is None:
        raise NotFound(t("There is no such version."))
    return dict(document)
