"""Every text that is said exists in every language, with known placeholders, and fits one message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.core.flow.checks.base import Checker
from bot.core.flow.compile import resolved
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.schema import Flow
from bot.core.flow.source import Path
from bot.core.flow.values import Wordings
from bot.core.names import FORMATS, KNOWN, Kind
from bot.core.policy import dearest
from bot.core.render import BadText, Slot, template


def _said(flow: Flow) -> Iterator[tuple[str, Path]]:
    for name, state in flow.states.items():
        if state.say:
            yield state.say, ("states", name, "say")
        if state.unclear and state.unclear.say:
            yield state.unclear.say, ("states", name, "unclear", "say")
        for index, do in enumerate(state.do):
            for key in ("subject", "say") if do.email else ():
                yield getattr(do.email, key), ("states", name, "do", index, "email", key)


def said_texts_exist(check: Checker) -> Iterator[Finding]:
    """Every text that a state says is there; none is there in vain."""
    flow, source = check.flow, check.source
    said = dict(_said(flow))
    for key, path in _said(flow):
        if key not in flow.texts:
            message = f"'{key}' is no text here.{did_you_mean(key, flow.texts)} Add it under texts:."
            yield source.error(path, "TEXT", message)
    for key in flow.texts:
        if key not in said and key not in flow.closing:
            message = f"Nothing says '{key}'. Remove it, say it in a state, or name it under closing: if a publication is to end with it."
            yield source.warning(("texts", key), "UNSAID", message, of_key=True)


def other_texts_exist(check: Checker) -> Iterator[Finding]:
    """What `closing` and `variants` name is a text."""
    flow, source = check.flow, check.source
    for index, key in enumerate(flow.closing):
        if key not in flow.texts:
            at: Path = ("closing", index) if ("closing", index) in source.values else ("closing",)
            yield source.error(at, "TEXT", f"'{key}' is no text here.{did_you_mean(key, flow.texts)}")
    for letter, of in flow.variants.items():
        for key in of:
            if key not in flow.texts:
                message = (
                    f"'{key}' is no text here, so {letter} cannot say it otherwise.{did_you_mean(key, flow.texts)}"
                )
                yield source.error(("variants", letter, key), "TEXT", message, of_key=True)


def texts_are_complete(check: Checker) -> Iterator[Finding]:
    """Every text is there in every language of the carrier, and each wording can be said."""
    yield from _complete(check, ("texts",), check.flow.texts)
    for letter, of in check.flow.variants.items():
        yield from _complete(check, ("variants", letter), of)


def _complete(check: Checker, root: Path, texts: Mapping[str, Mapping[str, Wordings]]) -> Iterator[Finding]:
    for key, by_language in texts.items():
        path: Path = (*root, key)
        for language in check.languages:
            if language not in by_language:
                message = f"'{key}' is missing in {language}, which the carrier speaks."
                yield check.source.error(path, "LANGUAGE", message, of_key=True)
        for language, wordings in by_language.items():
            yield from _holes(check, (*path, language), wordings)
            for index, wording in enumerate(wordings):
                at = (*path, language, index)
                yield from _wording(check, at if at in check.source.values else at[:-1], wording, language)


_UNSEEN: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control and direction characters: nobody sees them in the file, and a phone shows something else than was meant."""
_WAY_OUT: Final = re.compile(
    r"(?:拒收|退订)\s*请?\s*回复?\s*[A-Z]|回复?\s*[A-Z]{1,4}\s*(?:退订|拒收)"
    r"|\b(?:reply|text|send)\s+['\"“]?(?:stop|unsubscribe|optout|td?)\b", re.IGNORECASE,
)  # fmt: skip
"""How texts say the way out of promotions: as opt_out.suffix does."""


def _as_written(check: Checker, path: Path, wording: str) -> Iterator[Finding]:
    """What has no place in the author's words."""
    if not wording.strip():
        yield check.source.error(path, "TEXT", "This text is empty. Write what is said, or remove it.")
    if unseen := _UNSEEN.search(wording):
        message = (
            f"An invisible character (U+{ord(unseen[0]):04X}) stands at character {unseen.start() + 1}. Remove it."
        )
        yield check.source.error(path, "TEXT", message)
    if wording.startswith("【"):
        yield check.source.error(path, "BRAND", "The 【brand】 is put before every text by itself. Remove it here.")
    if _WAY_OUT.search(wording):
        message = (
            "How to get no more is put after every promotion by itself (opt_out: in carrier.yaml). Remove it here."
        )
        yield check.source.error(path, "OPTOUT", message)


def _holes(check: Checker, path: Path, wordings: Wordings) -> Iterator[Finding]:
    """The last wording is said whatever came: a fact of the carrier's own that did not come leaves a hole there."""
    try:
        parts = template(wordings[-1])
    except BadText:
        return
    slots = {part.name: resolved(part.name, check.kinds, check.kept) for part in parts if isinstance(part, Slot)}
    own = {short: name for short, name in slots.items() if name and _may_leave_a_hole(name, check.flow)}
    missing = {short: name for short, name in own.items() if name and not _always(check.flow, name)}
    if missing:
        shown = " or ".join(f"{{{short}}}" for short in missing)
        guard = " && ".join(f"known.{name}" for name in missing.values())
        message = f"If {shown} does not come, this text has a hole there. Add a last wording without it, or start only if: {guard}."
        at = (*path, len(wordings) - 1)
        yield check.source.warning(at if at in check.source.values else path, "HOLE", message)


def _may_leave_a_hole(name: str, flow: Flow) -> bool:
    """Whether a fact may not come and has no plain words to fall back on."""
    if name not in KNOWN:
        return name in flow.facts
    return (
        name.startswith(("shipment.", "event."))
        and not any(KNOWN[name].fallback.values())
        and KNOWN[name].kind == "text"
    )


def _always(flow: Flow, name: str) -> bool:
    """Whether no trigger starts the flow without this fact."""
    known = re.compile(rf"(?<![!\w.])known\.{re.escape(name)}(?![\w.])")
    return all(trigger.if_ and "||" not in trigger.if_ and known.search(trigger.if_) for trigger in flow.starts_on)


def _wording(check: Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    try:
        parts = template(wording)
    except BadText as error:
        yield check.source.error(path, "TEXT", f"{error} It stands at character {error.column}.")
        return
    for part in parts:
        if isinstance(part, Slot) and (problem := _slot(check, part)):
            yield check.source.error(path, "PLACEHOLDER", problem)
    yield from _as_written(check, path, wording)
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
    if name.rpartition(".")[2] in ("link", "url") and _fixed_links(check):
        return f"{{{slot.name}}}: mainland operators carry no link that is filled in. Write it out in a text of its own, or leave it."
    kind = check.kinds[name]
    if slot.format and kind not in FORMATS[slot.format]:
        return f"{{{slot.name}:{slot.format}}}: '{slot.name}' is a {kind}, which '{slot.format}' cannot write."
    return None


def _fixed_links(check: Checker) -> bool:
    """Whether some channel of this carrier refuses links in what is filled into a text (docs/policy.md)."""
    carrier = check.carrier
    if carrier is None or carrier.content.links is not None:
        return carrier is not None and carrier.content.links == "fixed"
    return carrier.billing == "mainland" or any(channel.mainland for channel in carrier.channels.values())


_LONGEST: Final[Mapping[Kind, tuple[str, str]]] = {
    "address": ("上海市浦东新区世纪大道100号8楼", "100 Century Avenue, Pudong, Shanghai"),
    "number": ("36", "36"),
}
_WHEN: Final = {
    # format → the longest as a Chinese text and as another one writes it
    "window": ("11月25日18:30-19:30", "Nov 25 6:30 PM-7:30 PM"),
    "date": ("11月25日", "Nov 25"),
}
_CLOCK: Final = ("18:30", "6:30 PM")
_MOMENT: Final = ("11月25日18:30", "Nov 25 6:30 PM")


def longest(wording: str, kinds: Mapping[str, Kind], kept: Mapping[str, Kind], language: str) -> str:
    """The wording with the longest ordinary value in every place, as that language writes it."""
    return "".join(
        part if isinstance(part, str) else _sample(part, kinds, kept, language) for part in template(wording)
    )


def _sample(slot: Slot, kinds: Mapping[str, Kind], kept: Mapping[str, Kind], language: str) -> str:
    name = resolved(slot.name, kinds, kept) or slot.name
    kind = kinds.get(name, "text")
    other = not language.startswith("zh")
    if slot.format in _WHEN:
        return _WHEN[slot.format][other]
    if slot.format == "tail":
        return "8896"
    if slot.format == "time" and name in KNOWN:
        return _CLOCK[other]
    if name in KNOWN:
        return KNOWN[name].sample(language)
    return {**_LONGEST, "time": _MOMENT, "window": _WHEN["window"]}.get(kind, ("********", "********"))[other]


def _length(check: Checker, path: Path, wording: str, language: str) -> Iterator[Finding]:
    """Over one message, or, in Chinese, over what authors aim at (`form: {aim: 65}` in carrier.yaml)."""
    carrier = check.carrier
    if carrier is None or language not in carrier.locales:
        return
    promotes = check.flow.category == "promotion"
    count = dearest(longest(wording, check.kinds, check.kept, language), language, carrier, promotes=promotes)
    with_all = (
        f"{count.units} characters with 【brand】{' and opt-out wording' if promotes else ''} and its longest values"
    )
    if count.count > 1:
        fits = 160 if count.encoding == "gsm7" else 70
        yield check.source.warning(path, "LONG", f"This takes {count.count} messages ({with_all}); {fits} fit one.")
    elif language.startswith("zh") and count.units > carrier.form.aim:
        yield check.source.warning(path, "LENGTH", f"This is long ({with_all}); aim at {carrier.form.aim}.")


CHECKS = (said_texts_exist, other_texts_exist, texts_are_complete)
