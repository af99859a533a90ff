"""Reads the flows folder from disk: carriers, their flows, and what is wrong in them. No database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.core.carrier import CarrierConfig
from bot.core.errors import FlowError
from bot.core.flow import compile_flow
from bot.core.flow.check import check
from bot.core.flow.findings import Finding, did_you_mean, errors
from bot.core.flow.load import load as load_text
from bot.core.flow.schema import Flow, content_hash, normalised
from bot.core.flow.source import Source
from bot.core.model import Question
from bot.settings import ROOT

STANDARD: Final = "standard"

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


class _Reading:
    def __init__(self, flows_dir: Path) -> None:
        self.dir = flows_dir
        self.findings: list[Finding] = []
        self.carriers: dict[str, CarrierConfig] = {}
        self.sources: dict[str, dict[str, FlowSource]] = {}

    def read(self) -> None:
        if not self.dir.is_dir():
            raise FlowError(
                (
                    Finding(
                        str(self.dir),
                        1,
                        1,
                        "error",
                        "FOLDER",
                        "There is no such folder. Set FLOWS_DIR to the folder of flows.",
                    ),
                )
            )
        standard = self._flows_in(self.dir / STANDARD)
        for folder in sorted(path.parent for path in self.dir.glob("*/carrier.yaml")):
            self._carrier(folder, standard)
        if not self.carriers and not errors(self.findings):
            message = "No carrier here: a carrier is a folder with a carrier.yaml. Copy flows/demo to begin."
            raise FlowError((Finding(str(self.dir), 1, 1, "error", "FOLDER", message),))

    def _carrier(self, folder: Path, standard: Mapping[str, tuple[Flow, Source]]) -> None:
        parsed = self._parsed(folder / "carrier.yaml", CarrierConfig)
        if parsed is None:
            return
        config, source = parsed
        self._consistent(folder, config, source, standard)
        self.carriers[config.carrier] = config
        wanted = (
            standard
            if config.standard == "all"
            else {name: standard[name] for name in config.standard if name in standard}
        )
        own = self._flows_in(folder)
        self.sources[config.carrier] = {
            name: self._flow(flow, where, config, name not in own)
            for name, (flow, where) in (dict(wanted) | own).items()
        }

    def _consistent(
        self, folder: Path, config: CarrierConfig, source: Source, standard: Mapping[str, tuple[Flow, Source]]
    ) -> None:
        if config.carrier != folder.name:
            self.findings.append(
                source.error(
                    ("carrier",),
                    "CARRIER",
                    f"The folder is '{folder.name}', this says '{config.carrier}'. Make them one.",
                )
            )
        names = set(standard) | {path.stem for path in folder.glob("*.yaml")}
        for flow in config.texts:
            if flow not in names | {"bot"}:
                self.findings.append(
                    source.error(
                        ("texts", flow), "FLOW", f"'{flow}' is no flow.{did_you_mean(flow, names)}", of_key=True
                    )
                )
        for index, name in enumerate(config.standard if config.standard != "all" else ()):
            if name not in standard:
                self.findings.append(
                    source.error(
                        ("standard", index), "FLOW", f"'{name}' is no standard flow.{did_you_mean(name, standard)}"
                    )
                )

    def _flows_in(self, folder: Path) -> dict[str, tuple[Flow, Source]]:
        found: dict[str, tuple[Flow, Source]] = {}
        for path in sorted(folder.glob("*.yaml")):
            if path.name in ("carrier.yaml", f"{folder.name}.yaml") and folder.name != STANDARD:
                continue
            if (parsed := self._parsed(path, Flow)) is not None:
                flow, source = parsed
                if flow.flow != path.stem:
                    self.findings.append(
                        source.error(
                            ("flow",), "FLOW", f"The file is '{path.name}', the flow '{flow.flow}'. Give both one name."
                        )
                    )
                found[flow.flow] = parsed
        return found

    def _flow(self, flow: Flow, source: Source, config: CarrierConfig, standard: bool) -> FlowSource:
        own = {
            key: {lang: _listed(words) for lang, words in by.items()}
            for key, by in config.texts.get(flow.flow, {}).items()
        }
        for key in own:
            if key not in flow.texts:
                message = f"'{flow.flow}' has no text '{key}'.{did_you_mean(key, flow.texts)}"
                self.findings.append(
                    Finding(str(self.dir / config.carrier / "carrier.yaml"), 1, 1, "error", "TEXT", message)
                )
        texts = {key: _spoken(dict(by) | own.get(key, {}), config.locales) for key, by in flow.texts.items()}
        merged = flow.model_copy(
            update={"texts": texts, "languages": config.locales, "facts": dict(config.facts) | dict(flow.facts)}
        )
        self.findings += check(merged, source, config)
        document = normalised(merged)
        return FlowSource(flow.flow, content_hash(document), document, source.file, flow.title, standard)

    def _parsed(self, path: Path, model: type[Model]) -> tuple[Model, Source] | None:
        try:
            return load_text(path.read_text(encoding="utf-8"), str(path), model)
        except FlowError as error:
            self.findings += [finding for finding in error.findings if isinstance(finding, Finding)]
        except UnicodeDecodeError:
            self.findings.append(
                Finding(str(path), 1, 1, "error", "ENCODING", "The file is not UTF-8. Save it as UTF-8.")
            )
        except OSError as error:
            self.findings.append(Finding(str(path), 1, 1, "error", "FILE", f"It cannot be read: {error.strerror}."))
        return None


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
