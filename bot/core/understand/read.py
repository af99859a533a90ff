"""`understand`: the layers in their order. The first layer that knows decides; its name is the rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.core.model import Intent, Meaning, Question
from bot.core.understand.addresses import Place, address_of, contact_of, looks_certain
from bot.core.understand.asked import Asked, asked_of
from bot.core.understand.choices import Choice, choice_of
from bot.core.understand.compliance import compliance_of, maybe_opts_out
from bot.core.understand.frames import bare, is_automatic
from bot.core.understand.lexicon import DEFAULT, Lexicon
from bot.core.understand.quotes import without_quotes
from bot.core.understand.sounds import respelt
from bot.core.understand.text import Text, normalise, of_light
from bot.core.understand.times import is_vague, window_of
from bot.core.understand.wishes import option_words, rating, short_answer

_INTENTS: Final[tuple[Intent, ...]] = ("agent", "complaint", "not_received", "where_is", "help", "question")
_WORD: Final = re.compile(r"[\w]")


@dataclass(slots=True)
class Reading:
    """One reply on its way through the layers."""

    text: Text
    core: str
    asked: Asked | None
    now: datetime
    lexicon: Lexicon
    home: Place | None

    def branch(self, meaning: str) -> str | None:
        """The key of the option with that meaning."""
        return self.asked.means.get(meaning) if self.asked else None

    def accepts(self, kind: str) -> str | None:
        """`kind`, where the open question takes such a reply."""
        return kind if self.asked and kind in self.asked.question.accepts else None


def understand(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> Meaning:
    """What `text` means against the open `question` (None: nothing is asked).

    `now` is the moment of the reply, aware, in the customer's zone; `home` is the parcel's own city, for a district that several cities
    have. Any string at all gets a Meaning.
    """
    return steps(text, question, now, lexicon=lexicon, home=home)[-1][1] or Meaning("other", "nothing")


def steps(
    text: str, question: Question | None, now: datetime, *, lexicon: Lexicon = DEFAULT, home: Place | None = None
) -> list[tuple[str, Meaning | None]]:
    """The layers that were asked, in order, and what each said; the last one decided."""
    asked = asked_of(question) if question else None
    normal = normalise(text)
    path = _walk(_reading(normal, asked, now, lexicon, home))
    meaning = path[-1][1]
    if meaning and meaning.intent == "other" and meaning.rule == "nothing":
        respelling = respelt(normal)
        if respelling:
            again = _walk(_reading(of_light(text, respelling), asked, now, lexicon, home))
            found = again[-1][1]
            if found and found.rule != "nothing":
                path = [
                    *path,
                    ("sounds", None),
                    *again[:-1],
                    (again[-1][0], replace(found, rule=f"sounds.{found.rule}")),
                ]
    return path


def _reading(text: Text, asked: Asked | None, now: datetime, lexicon: Lexicon, home: Place | None) -> Reading:
    unquoted = without_quotes(text, asked, lexicon)
    return Reading(unquoted, bare(unquoted.tight), asked, now, lexicon, home)


def _walk(reading: Reading) -> list[tuple[str, Meaning | None]]:
    path: list[tuple[str, Meaning | None]] = []
    for layer in LAYERS:
        meaning = layer(reading)
        path.append((layer.__name__.strip("_"), meaning))
        if meaning:
            return path
    return path


# ── layers ───────────────────────────────────────────────────────────────────────────────────────


def _empty(reading: Reading) -> Meaning | None:
    if reading.text.tight.strip():
        return None
    quoted = bool(reading.text.raw.strip()) and any(c.isalnum() for c in reading.text.raw)
    return Meaning("other", "quoted_menu" if quoted else "empty")


def _compliance(reading: Reading) -> Meaning | None:
    found = compliance_of(reading.text, reading.lexicon)
    return Meaning(found[0], found[1]) if found else None


def _automatic(reading: Reading) -> Meaning | None:
    name = is_automatic(reading.text.tight, reading.lexicon)
    return Meaning("other", name) if name else None


def _choice(reading: Reading) -> Meaning | None:
    asked = reading.asked
    if asked is None or not asked.question.options:
        return None
    choice = choice_of(reading.text.tight, reading.core, asked)
    if choice is None:
        return None
    if len(choice.keys) == 1 and not choice.off_menu:
        return _chosen(reading, choice)
    grievance = _grievance(reading.text.tight, reading.lexicon)
    if grievance:
        return Meaning(grievance, f"{grievance}.lexicon")
    if choice.off_menu and (choice.rule == "choice.several" or not _WORD.search(choice.rest.replace(",", ""))):
        return Meaning("other", choice.rule)
    return None


def _chosen(reading: Reading, choice: Choice) -> Meaning:
    """An option by its key, unless the words beside it name another one; with the slots said along."""
    asked = reading.asked
    assert asked is not None
    key = choice.keys[0]
    rest = of_light(reading.text.raw, choice.rest) if choice.rest else None
    meaning_of = {k: meaning for meaning, k in asked.means.items()}
    if rest and rest.tight.strip(" ,"):
        named = option_words(rest, asked, reading.lexicon)
        rated = rating(rest, bare(rest.tight), asked, reading.lexicon) if asked.rates else None
        if rated and {rated, meaning_of.get(key, "")} in ({"rating_1", "rating_4"}, {"rating_2", "rating_4"}):
            return Meaning("other", "choice.contradicted")
        if named and key not in named and meaning_of.get(key) in {"hold", "schedule", "redirect"}:
            return Meaning("other", "choice.contradicted")
    meaning = meaning_of.get(key, "")
    intent: Intent = "claim" if meaning == "claim" else "option"
    return Meaning(
        intent,
        choice.rule,
        branch=key,
        time=window_of(rest.tight, reading.now) if rest and meaning != "redirect" else None,
        address=address_of(_address_text(reading, choice), reading.home)
        if rest and meaning in {"redirect", ""}
        else None,
        rating=_rating_of(meaning, key, asked),
        also=_also(rest, reading.lexicon),
    )


def _address_text(reading: Reading, choice: Choice) -> Text:
    light = reading.text.light
    stripped = light.lstrip(" \"'“(（[【#")
    at = 1 if stripped[:1].isdigit() and not stripped[1:2].isdigit() else 0
    return of_light(reading.text.raw, stripped[at:].lstrip(" .,、。:;)）]】-"))


def _rating_of(meaning: str, key: str, asked: Asked) -> int | None:
    if meaning.startswith("rating_"):
        return int(meaning[-1])
    return int(key) if asked.rates and key.isdigit() and 1 <= int(key) <= 4 else None


def _also(rest: Text | None, lexicon: Lexicon) -> tuple[Intent, ...]:
    if rest is None:
        return ()
    return tuple(name for name in ("agent", "complaint", "not_received") if lexicon.phrases[name].search(rest.tight))  # type: ignore[misc]


def _grievance(tight: str, lexicon: Lexicon) -> Intent | None:
    for name in ("agent", "complaint", "not_received"):
        if lexicon.phrases[name].search(tight):
            return name  # type: ignore[return-value]
    return None


def _short(reading: Reading) -> Meaning | None:
    asked = reading.asked
    if asked and asked.rates:
        rated = _rated(reading)
        if rated:
            return rated
    if asked and asked.means.get("claim") and reading.lexicon.phrases["claim"].fullmatch(reading.core):
        return Meaning("claim", "claim.words", branch=reading.branch("claim"))
    kind = short_answer(reading.text, reading.core, reading.lexicon)
    if kind is None:
        return None
    if kind == "thanks":
        return Meaning("thanks", "thanks.words")
    if kind == "yes":
        if reading.branch("claim"):
            return Meaning("claim", "yes.words", branch=reading.branch("claim"))
        return Meaning("confirm", "yes.words", branch=reading.branch("confirm"))
    return Meaning("decline", "no.words", branch=reading.branch("decline"))


def _rated(reading: Reading) -> Meaning | None:
    assert reading.asked is not None
    found = rating(reading.text, reading.core, reading.asked, reading.lexicon)
    if found is None:
        return None
    return Meaning(
        "option",
        f"{found}.words",
        branch=reading.asked.means[found],
        rating=int(found[-1]),
        also=_also(reading.text, reading.lexicon),
    )


def _grievances(reading: Reading) -> Meaning | None:
    """A person, a grievance, nothing came, where is it."""
    for name in ("agent", "complaint", "not_received", "where_is"):
        if reading.lexicon.phrases[name].search(reading.text.tight):
            return Meaning(name, f"{name}.lexicon", ambiguous=maybe_opts_out(reading.text.tight, reading.lexicon))  # type: ignore[arg-type]
    return None


def _address(reading: Reading) -> Meaning | None:
    found = address_of(reading.text, reading.home)
    if found is None or not (found.detail or found.city or found.district or found.province):
        return None
    branch = reading.accepts("address") or reading.branch("redirect")
    return Meaning("address", "address.grammar", branch=branch if found else None, address=found)


def _options(reading: Reading) -> Meaning | None:
    if reading.asked is None:
        return None
    keys = option_words(reading.text, reading.asked, reading.lexicon)
    if len(keys) > 1:
        return Meaning("other", "wish.several")
    if not keys:
        return None
    return Meaning("option", "wish.words", branch=keys[0], time=window_of(reading.text.tight, reading.now))


def _time(reading: Reading) -> Meaning | None:
    found = window_of(reading.text.tight, reading.now)
    if found:
        return Meaning("time", "time.grammar", branch=reading.accepts("time"), time=found)
    return Meaning("time", "time.vague") if is_vague(reading.text.tight) else None


def _asking(reading: Reading) -> Meaning | None:
    for name in ("help", "question"):
        if reading.lexicon.phrases[name].search(reading.text.tight):
            return Meaning(name, f"{name}.lexicon", ambiguous=maybe_opts_out(reading.text.tight, reading.lexicon))  # type: ignore[arg-type]
    return None


def _otherwise(reading: Reading) -> Meaning | None:
    if reading.accepts("text"):
        return Meaning("other", "text", branch="text")
    contact = contact_of(reading.text)
    if contact:
        return Meaning("other", "address.contact_only", address=contact)
    return Meaning("other", "nothing", ambiguous=maybe_opts_out(reading.text.tight, reading.lexicon))


LAYERS: Final[tuple[Callable[[Reading], Meaning | None], ...]] = (
    _empty,
    _compliance,
    _automatic,
    _choice,
    _short,
    _grievances,
    _address,
    _options,
    _time,
    _asking,
    _otherwise,
)


def media_only(question: Question | None) -> Meaning:
    """What a photo or a voice message without words means: the branch `photo` where the question takes one."""
    branch = "photo" if question and "photo" in question.accepts else None
    return Meaning("other", "media", branch=branch)
