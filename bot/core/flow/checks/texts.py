"""Every text that is said exists in every language, with known placeholders, and fits one message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from bot.core.flow.checks.base import Checker
from bot.core.flow.compile import resolved
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.schema import Flow
from bot.core.flow.source import Path
from bot.core.names import FORMATS, KNOWN, Kind
from bot.core.policy import signature
from bot.core.render import BadText, Slot, template
from bot.core.segments import segments


def _said(flow: Flow) -> Iterator[tuple[str, Path]]:
    for name, state in flow.states.items():
        if state.say:
            yield state.say, ("states", name, "say")
        if state.unclear and state.unclear.say:
            yield state.unclear.say, ("states", name, "unclear", "say")


def said_texts_exist(check: Checker) -> Iterator[Finding]:
    """Every text that a state says is there; none is there in vain."""
    flow, source = check.flow, check.source
    said = dict(_said(flow))
    for key, path in _said(flow):
        if key not in flow.texts:
            message = f"'{key}' is no text here.{did_you_mean(key, flow.texts)} Add it under texts:."
            yield source.error(path, "TEXT", message)
    for key in flow.texts:
        if key not in said:
            yield source.warning(("texts", key), "UNSAID", f"Nothing says '{key}'. Remove it, or say it in a state.")


def texts_are_complete(check: Checker) -> Iterator[Finding]:
    """Every text is there in every language of the carrier, and each wording can be said."""
    for key, by_language in check.flow.texts.items():
        path: Path = ("texts", key)
        for language in check.languages:
            if language not in by_language:
                message = f"'{key}' is missing in {language}, which the carrier speaks."
                yield check.source.error(path, "LANGUAGE", message, of_key=True)
        for language, wordings in by_language.items():
            for index, wording in enumerate(wordings):
                at = (*path, language, index)
                yield from _wording(check, at if at in check.source.values else at[:-1], wording, language)


def _wording(check: Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    line, column = check.source.place(path)
    try:
        parts = template(wording)
    except BadText as error:
        yield Finding(
            check.source.file, line, column, "error", "TEXT", f"{error} It stands at character {error.column}."
        )
        return
    for part in parts:
        if isinstance(part, Slot) and (problem := _slot(check, part)):
            yield Finding(check.source.file, line, column, "error", "PLACEHOLDER", problem)
    if wording.startswith("【"):
        yield Finding(
            check.source.file,
            line,
            column,
            "error",
            "BRAND",
            "The 【brand】 is put before every text by itself. Remove it here.",
        )
    yield from _length(check, path, wording, language)


def _slot(check: Checker, slot: Slot) -> str | None:
    name = resolved(slot.name, check.kinds, check.kept)
    if name is None:
        shorts = {known.partition(".")[2] or known for known in check.kinds} | set(check.kept)
        return f"{{{slot.name}}} is no known name.{did_you_mean(slot.name, shorts)}"
    if name in KNOWN and KNOWN[name].secret:
        return f"{{{slot.name}}} may be compared but not said."
    if slot.format and slot.format not in FORMATS:
        return f"'{slot.format}' is no format.{did_you_mean(slot.format, FORMATS)}"
    kind = check.kinds[name]
    if slot.format and kind not in FORMATS[slot.format]:
        return f"{{{slot.name}:{slot.format}}}: '{slot.name}' is a {kind}, which '{slot.format}' cannot write."
    return None


_LONGEST: Final[Mapping[Kind, str]] = {
    "window": "11月25日18:30-19:30",
    "time": "11月25日18:30",
    "address": "上海市浦东新区世纪大道100号8楼",
    "number": "36",
}


def longest(wording: str, kinds: Mapping[str, Kind], kept: Mapping[str, Kind]) -> str:
    """The wording with the longest ordinary value in every place."""
    return "".join(part if isinstance(part, str) else _sample(part, kinds, kept) for part in template(wording))


def _sample(slot: Slot, kinds: Mapping[str, Kind], kept: Mapping[str, Kind]) -> str:
    name = resolved(slot.name, kinds, kept) or slot.name
    if slot.format == "date":
        return "11月25日"
    if name in KNOWN:
        return "18:30" if slot.format == "time" else KNOWN[name].longest
    return _LONGEST.get(kinds.get(name, "text"), "********")


def _length(check: Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    if check.carrier is None or language not in check.carrier.locales:
        return
    suffix = check.carrier.opt_out.suffix.get(language, "") if check.flow.category == "promotion" else ""
    text = signature(language, check.carrier) + longest(wording, check.kinds, check.kept) + suffix
    count = segments(text, check.carrier.billing)
    if language.startswith("zh") and count.count > 1:
        line, column = check.source.place(path)
        message = f"This takes {count.count} messages ({count.units} characters with 【brand】 and its longest values); 70 fit one."
        yield Finding(check.source.file, line, column, "warning", "LONG", message)


CHECKS = (said_texts_exist, texts_are_complete)
