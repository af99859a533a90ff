"""YAML 1.2 text → plain data, with the line and column of every key and value.

Built from the parser's events rather than its loader: so `yes`, `on` and `2026-11-23` stay words, nothing is constructed from tags,
an alias cannot expand, and a key that stands twice is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.core.errors import FlowError
from bot.core.flow.findings import Finding

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 24

Path = tuple[str | int, ...]
Place = tuple[int, int]

_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT: Final = re.compile(r"[-+]?(0|[1-9]\d{0,15})\.\d{1,15}")
_WORDS: Final[dict[str, Any]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(slots=True)
class Source:
    """One parsed file. `keys` and `values` give line and column (from 1) by path into `data`."""

    file: str
    data: Any = None
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    files: dict[Path, str] = field(default_factory=dict)
    """Where a path stands in another file than `file`: the standard flow that this one extends."""

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Where `path` stands; the nearest thing around it that stands in the file where it does not itself."""
        return self._at(path, of_key)[1:]

    def _at(self, path: Path, of_key: bool) -> tuple[str, int, int]:
        if of_key and path in self.keys:
            return (self.files.get(path, self.file), *self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        return (self.files.get(path, self.file), *self.values.get(path, (1, 1)))

    def error(self, path: Path, code: str, message: str, *, of_key: bool = False, column: int = 1) -> Finding:
        """An error at `path`; `column` counts from 1 within what stands there."""
        file, line, start = self._at(path, of_key)
        return Finding(file, line, start + column - 1, "error", code, message)

    def warning(self, path: Path, code: str, message: str, *, of_key: bool = False) -> Finding:
        """A warning at `path`."""
        return Finding(*self._at(path, of_key), "warning", code, message)


def parse(text: str, file: str) -> Source:
    """Read one document. Raises `FlowError` with the first fault of YAML: syntax, tab, alias, tag, key written twice, size."""
    _check_size(text, file)
    source = Source(file)
    try:
        _Reader(source, YAML(typ="safe", pure=True).parse(text)).read()
    except MarkedYAMLError as error:
        raise _syntax_error(error, file) from None
    except YAMLError as error:
        before = text[: getattr(error, "position", 0)]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise FlowError((Finding(file, line, column, "error", "YAML", str(error).splitlines()[0]),)) from None
    return source


def _check_size(text: str, file: str) -> None:
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES // 1024} KB. Split it: one flow a file."
        raise FlowError((Finding(file, 1, 1, "error", "SIZE", message),))
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            message = "A tab indents this line. YAML indents by spaces only: use two spaces a level."
            raise FlowError((Finding(file, number, indent.index("\t") + 1, "error", "TAB", message),))


def _syntax_error(error: MarkedYAMLError, file: str) -> FlowError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    what = ", ".join(part for part in (error.context, error.problem) if part)
    message = f"This is not YAML: {what}. A text that holds ': ' or ' #', or begins with * & ! % @ `, stands in quotes."
    return FlowError((Finding(file, line, column, "error", "YAML", message),))


class _Reader:
    def __init__(self, source: Source, events: Iterator[Event]) -> None:
        self.source = source
        self.events = events
        self.documents = 0

    def read(self) -> None:
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self.refuse(
                        event, "YAML", "A second document begins here. One file holds one flow: remove the ---."
                    )
                self.source.data = self.node(next(self.events), ())

    def refuse(self, event: Event, code: str, message: str) -> NoReturn:
        mark = event.start_mark
        raise FlowError((Finding(self.source.file, mark.line + 1, mark.column + 1, "error", code, message),))

    def node(self, event: Event, path: Path) -> Any:
        self.check(event, path)
        self.source.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(path)
        assert isinstance(event, ScalarEvent)
        if any("\ud800" <= letter <= "\udfff" for letter in event.value):
            self.refuse(
                event, "YAML", "Half of a character (a lone surrogate) stands in this text. Write the character itself."
            )
        return event.value if event.style else _plain(event.value)

    def check(self, event: Event, path: Path) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.refuse(event, "ALIAS", "Anchors (&) and aliases (*) are not allowed. Write the value out.")
        if str(getattr(event, "tag", None) or "!") != "!":
            self.refuse(event, "TAG", "Tags (!) are not allowed. Write a plain value, or put it in quotes.")
        if len(path) > MAX_DEPTH:
            self.refuse(event, "DEPTH", f"More than {MAX_DEPTH} levels deep. Nothing in a flow is.")

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            self.check(event, path)
            if not isinstance(event, ScalarEvent):
                self.refuse(event, "YAML", "A key is a word or a number.")
            key = event.value
            if key in found:
                line = self.source.keys[(*path, key)][0]
                self.refuse(
                    event, "DUPLICATE", f"'{key}' stands here a second time; the first is in line {line}. Keep one."
                )
            self.source.keys[(*path, key)] = (event.start_mark.line + 1, event.start_mark.column + 1)
            found[key] = None
            value = next(self.events)
            found[key] = self.node(value, (*path, key))
            if isinstance(value, ScalarEvent) and not value.value and not value.style:
                # the parser says that nothing stands where the next thing does
                self.source.values[*path, key] = self.source.keys[*path, key]
        return found

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            found.append(self.node(event, (*path, len(found))))
        return found


def _plain(text: str) -> Any:
    """A scalar without quotes, by the YAML 1.2 core schema: null, true, false, numbers; every other word is text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def spans(text: str, file: str) -> dict[Path, tuple[int, int]]:
    """Where each value of a document that `parse` takes begins and ends, as offsets into `text`. Raises `FlowError`."""
    parse(text, file)
    found: dict[Path, tuple[int, int]] = {}
    _Spans(text, YAML(typ="safe", pure=True).parse(text), found).read()
    return found


class _Spans:
    def __init__(self, text: str, events: Iterator[Event], found: dict[Path, tuple[int, int]]) -> None:
        self.text, self.events, self.found = text, events, found

    def read(self) -> None:
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                self.node(next(self.events), ())

    def node(self, event: Event, path: Path) -> int:
        start, end = int(event.start_mark.index), int(event.end_mark.index)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            end = self.inside(event, path, end)
        end = start + len(self.text[start:end].rstrip())
        self.found[path] = (start, end)
        return end

    def inside(self, opened: MappingStartEvent | SequenceStartEvent, path: Path, end: int) -> int:
        """A block ends with what stands last in it: the parser says so only where the next thing begins."""
        count = 0
        while not isinstance(event := next(self.events), MappingEndEvent | SequenceEndEvent):
            if isinstance(opened, MappingStartEvent):
                assert isinstance(event, ScalarEvent)
                end = self.node(next(self.events), (*path, event.value))
            else:
                end = self.node(event, (*path, count))
            count += 1
        return int(event.end_mark.index) if opened.flow_style else end
