"""Reads the flows folder from disk: carriers, their flows, and what is wrong in them. No database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.core.carrier import CarrierConfig
from bot.core.errors import FlowError
from bot.core.flow import compile_flow
from bot.core.flow.calls import BadCall, with_calls
from bot.core.flow.check import check
from bot.core.flow.check_carrier import carrier_findings, said_once
from bot.core.flow.extend import BASE, laid_over
from bot.core.flow.findings import Finding, did_you_mean, errors
from bot.core.flow.load import load as load_text
from bot.core.flow.load import validate
from bot.core.flow.schema import Flow, content_hash, normalised
from bot.core.flow.source import Source, parse
from bot.core.flow.together import CATCHES, check_together
from bot.core.model import Question
from bot.settings import ROOT

STANDARD: Final = BASE
CARRIER_FILE: Final = "carrier.yaml"

Flows = Mapping[str, tuple[Flow, Source]]
Model = TypeVar("Model", CarrierConfig, Flow)


@dataclass(frozen=True, slots=True)
class FlowSource:
    """One flow as a carrier has it: its own texts and languages merged in. `document` is all that compiling needs, as JSON."""

    name: str
    hash: str
    document: Mapping[str, Any]
    file: str
    title: str = ""
    standard: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """Everything under FLOWS_DIR that can be used."""

    carriers: Mapping[str, CarrierConfig]
    sources: Mapping[str, Mapping[str, FlowSource]]
    warnings: tuple[Finding, ...] = field(default=())

    def flows(self, carrier: str) -> Mapping[str, FlowSource]:
        """The flows of a carrier by name, standard ones included; its own come before them. Raises `KeyError` for no such carrier."""
        return self.sources[carrier]


def load(flows_dir: Path) -> Library:
    """Read all of `flows_dir`. All or nothing: raises `FlowError` with every error found, none of it used."""
    library, findings = survey(flows_dir)
    if bad := errors(findings):
        raise FlowError(bad)
    return library


def questions_of(flow: str, flows_dir: Path = ROOT / "flows") -> Mapping[str, Question]:
    """What a flow asks, by state, its first state first; of the first carrier that has it. Raises `KeyError`, `FlowError`."""
    library = _loaded(flows_dir)
    source = next((found[flow] for found in library.sources.values() if flow in found), None)
    if source is None:
        raise KeyError(flow)
    compiled = compile_flow(source.document, source.hash)
    states = sorted(compiled.states, key=lambda state: state != compiled.start_state)
    return {state: question for state in states if (question := compiled.question(state)) is not None}


@lru_cache(maxsize=4)
def _loaded(flows_dir: Path) -> Library:
    return load(flows_dir)


def survey(flows_dir: Path) -> tuple[Library, list[Finding]]:
    """What can be used, and every finding, errors and warnings, sorted by file and line."""
    reading = _Reading(flows_dir)
    reading.read()
    found = sorted(set(reading.findings))
    warnings = tuple(finding for finding in found if finding.severity == "warning")
    return Library(reading.carriers, reading.sources, warnings), found


def standard_beside(flows_dir: Path) -> Path:
    """The standard flows: in `flows_dir` itself, else beside it (packs in flows/examples extend flows/standard), else the shipped ones."""
    places = (flows_dir / STANDARD, flows_dir.parent / STANDARD, ROOT / "flows" / STANDARD)
    return next((place for place in places if place.is_dir()), places[0])


class _Reading:
    def __init__(self, flows_dir: Path) -> None:
        self.dir = flows_dir
        self.findings: list[Finding] = []
        self.carriers: dict[str, CarrierConfig] = {}
        self.sources: dict[str, dict[str, FlowSource]] = {}

    def read(self) -> None:
        if not self.dir.is_dir():
            message = "There is no such folder. Set FLOWS_DIR to the folder of flows."
            raise FlowError((Finding(str(self.dir), 1, 1, "error", "FOLDER", message),))
        standard = self._flows_in(standard_beside(self.dir), {})
        for folder in sorted(path.parent for path in self.dir.glob("*/carrier.yaml")):
            self._carrier(folder, standard)
        for folder in sorted({path.parent for path in self.dir.glob("*/*.yaml")}):
            if folder.name != STANDARD and not (folder / CARRIER_FILE).exists():
                self.findings.append(replace(no_carrier(folder), severity="warning"))
        if not self.carriers and not errors(self.findings):
            message = "No carrier here: a carrier is a folder with a carrier.yaml. Copy flows/demo to begin."
            raise FlowError((Finding(str(self.dir), 1, 1, "error", "FOLDER", message),))

    def _carrier(self, folder: Path, standard: Flows) -> None:
        parsed = self._parsed(folder / "carrier.yaml", CarrierConfig)
        if parsed is None:
            return
        config, source = parsed
        names = {*standard, *(path.stem for path in folder.glob("*.yaml") if path.name != CARRIER_FILE)}
        self.findings += carrier_findings(config, source, folder.name, names, standard)
        self.carriers[config.carrier] = config
        wanted = (
            standard
            if config.standard == "all"
            else {name: standard[name] for name in config.standard if name in standard}
        )
        own = self._flows_in(folder, standard)
        flows = {
            name: (self._in_own_words(flow, config, source), where)
            for name, (flow, where) in (dict(wanted) | own).items()
        }
        callable_ = {
            name: (self._in_own_words(flow, config, source), where)
            for name, (flow, where) in standard.items()
            if name not in flows
        } | flows
        self.sources[config.carrier] = {
            name: found
            for name, (flow, where) in flows.items()
            if (found := self._flow(flow, where, config, callable_, name not in own)) is not None
        }
        self.findings += check_together(flows, standard)
        self.findings = said_once(self.findings, config, source, standard)
        if CATCHES not in flows:
            message = (
                f"No flow answers what fits no open question. Take {CATCHES} among the standard flows, or write one."
            )
            self.findings.append(source.warning(("standard",), "SILENT", message, of_key=True))

    def _flows_in(self, folder: Path, standard: Flows) -> dict[str, tuple[Flow, Source]]:
        found: dict[str, tuple[Flow, Source]] = {}
        for path in sorted(folder.glob("*.yml")):
            message = f"Only files named .yaml are read. Name it {path.stem}.yaml."
            self.findings.append(Finding(str(path), 1, 1, "warning", "FILE", message))
        for path in sorted(each for each in folder.glob("*.yaml") if each.is_file()):
            if path.name in (CARRIER_FILE, f"{folder.name}.yaml") and folder.name != STANDARD:
                continue
            if (parsed := self._read_flow(path, standard)) is not None:
                flow, source = parsed
                if flow.flow != path.stem:
                    message = f"The file is '{path.name}', the flow '{flow.flow}'. Give both one name."
                    self.findings.append(source.error(("flow",), "FLOW", message))
                found[flow.flow] = parsed
        return found

    def _read_flow(self, path: Path, standard: Flows) -> tuple[Flow, Source] | None:
        """One file; where it extends a standard flow, that one with what the file says otherwise."""
        try:
            source = parse(path.read_text(encoding="utf-8"), str(path))
            if isinstance(source.data, dict) and "extends" in source.data:
                source = laid_over(_extended(source, standard), source)
            return validate(source, Flow), source
        except FlowError as error:
            self.findings += [finding for finding in error.findings if isinstance(finding, Finding)]
        except (UnicodeDecodeError, OSError) as error:
            self.findings.append(_unreadable(path, error))
        return None

    def _in_own_words(self, flow: Flow, config: CarrierConfig, source: Source) -> Flow:
        """The flow with the carrier's wordings, languages and facts."""
        own = {
            key: {lang: _listed(words) for lang, words in by.items()}
            for key, by in config.texts.get(flow.flow, {}).items()
        }
        for key in own:
            if key not in flow.texts:
                message = f"'{flow.flow}' has no text '{key}'.{did_you_mean(key, flow.texts)}"
                self.findings.append(source.error(("texts", flow.flow, key), "TEXT", message, of_key=True))
        texts = {key: _spoken(dict(by) | own.get(key, {}), config.locales) for key, by in flow.texts.items()}
        variants = {
            letter: {key: _spoken(dict(by), config.locales) for key, by in of.items()}
            for letter, of in flow.variants.items()
        }
        facts = dict(config.facts) | dict(flow.facts)
        changes = {"texts": texts, "variants": variants, "languages": config.locales, "facts": facts}
        return flow.model_copy(update=changes)

    def _flow(
        self, flow: Flow, source: Source, config: CarrierConfig, flows: Flows, standard: bool
    ) -> FlowSource | None:
        try:
            whole = with_calls(flow, {name: each for name, (each, _) in flows.items()})
        except BadCall as error:
            self.findings.append(source.error(("states", error.state, "call"), "CALL", str(error)))
            return None
        self.findings += check(flow, source, config, whole)
        document = normalised(whole)
        return FlowSource(flow.flow, content_hash(document), document, source.file, flow.title, standard)

    def _parsed(self, path: Path, model: type[Model]) -> tuple[Model, Source] | None:
        try:
            return load_text(path.read_text(encoding="utf-8"), str(path), model)
        except FlowError as error:
            self.findings += [finding for finding in error.findings if isinstance(finding, Finding)]
        except (UnicodeDecodeError, OSError) as error:
            self.findings.append(_unreadable(path, error))
        return None


def no_carrier(folder: Path) -> Finding:
    """What is said of a folder that holds flows, or shall, and says nothing of whose they are."""
    message = f"There is no {CARRIER_FILE} here, so nothing in this folder is used. Write one: carrier: {folder.resolve().name}, brand, locales, time_zone, channels."
    return Finding(str(folder), 1, 1, "error", "FOLDER", message)


def _extended(source: Source, standard: Flows) -> Source:
    """The source that `source` extends. Raises `FlowError`."""
    wanted, name = source.data["extends"], str(source.data.get("flow"))
    if wanted != BASE:
        message = f"'{wanted}' is nothing that a flow can extend. Write extends: {BASE}."
        raise FlowError((source.error(("extends",), "EXTENDS", message),))
    if name not in standard:
        message = f"'{name}' is no standard flow.{did_you_mean(name, standard)}"
        raise FlowError((source.error(("flow",), "FLOW", message),))
    return standard[name][1]


def _unreadable(path: Path, error: UnicodeDecodeError | OSError) -> Finding:
    if isinstance(error, OSError):
        return Finding(str(path), 1, 1, "error", "FILE", f"It cannot be read: {error.strerror}.")
    line = error.object[: error.start].count(b"\n") + 1
    return Finding(str(path), line, 1, "error", "ENCODING", "This line is not UTF-8. Save the file as UTF-8.")


def _listed(words: str | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _spoken(by_language: Mapping[str, tuple[str, ...]], locales: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """A text in each of the carrier's languages: its own, else the same language of another country (`en` for `en-GB`)."""
    found = {}
    for locale in locales:
        near = [lang for lang in by_language if lang == locale or lang.split("-")[0] == locale.split("-")[0]]
        if near:
            found[locale] = by_language[locale if locale in near else near[0]]
    return found
