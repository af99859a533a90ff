"""The layers, each a function that decides or passes. Their order is the policy:

compliance before everything, then what cannot be mistaken (a key, a full address, a bare yes), then grievances, then wishes in words, times
and loose addresses, then questions; thanks and leading yes or no last.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.core.model import Address, Intent, Meaning, TimeWindow
from bot.core.understand.addresses import Place, address_of, contact_of, looks_certain
from bot.core.understand.asked import Asked
from bot.core.understand.choices import Choice, choice_of
from bot.core.understand.compliance import compliance_of, maybe_opts_out
from bot.core.understand.frames import bare, is_automatic
from bot.core.understand.lexicon import Lexicon
from bot.core.understand.text import Text, of_light
from bot.core.understand.times import is_vague, window_of
from bot.core.understand.wishes import asks_about, leading_answer, option_words, rating, short_answer

_GRIEVANCES: Final[tuple[Intent, ...]] = ("agent", "complaint", "not_received")
_WAYBILL: Final = re.compile(r"[a-z]{0,4}\d{8,20}")
_TRACE: Final = re.compile(r"查|看看|看下|到哪|在哪|物流|(?<![a-z])(?:track|trace|status|check|where|find)(?![a-z])")
_A_NOT_A: Final = re.compile(
    r"(行不行|好不好|可不可以|方不方便|能不能|是不是|在不在|有没有|会不会|得唔得|用不用|要不要)"
)
_REFUSING: Final = re.compile(
    r"没|不(?!好意思|用谢|客气)|未|冇|唔(?!该)|(?<![a-z])(?:not|no|never|dont|doesnt|didnt|havent|hasnt|isnt|wasnt|cant)(?![a-z])"
)
_ASKS: Final = re.compile(r"(?:hi |hello |hey )?(?:does|do|did|what|when|how|why|who|where|which)(?![a-z])")
_HOUR: Final = re.compile(r"点|前别|后别|时")
_NOT_DONE: Final = re.compile(r"(?:没|没有|未|从不|也不|都不|不曾)[^,。!?]{0,2}$")
_MENU: Final = frozenset({"hold", "schedule", "redirect"})
_OPPOSITE: Final = ({"rating_1", "rating_4"}, {"rating_2", "rating_4"})


@dataclass(slots=True)
class Reading:
    """One reply on its way through the layers."""

    text: Text
    core: str
    asked: Asked | None
    now: datetime
    lexicon: Lexicon
    home: Place | None
    _address: tuple[Address | None] | None = None
    _window: tuple[TimeWindow | None] | None = None

    def branch(self, meaning: str) -> str | None:
        """The key of the option with that meaning."""
        return self.asked.means.get(meaning) if self.asked else None

    def accepts(self, kind: str) -> str | None:
        """`kind`, where the open question takes such a reply."""
        return kind if self.asked and kind in self.asked.question.accepts else None

    def says(self, table: str) -> bool:
        """Whether a phrase of that table stands in the reply."""
        return self.lexicon.phrases[table].search(self.text.tight) is not None

    def window(self) -> TimeWindow | None:
        """The time that the reply offers; read once."""
        if self._window is None:
            self._window = (window_of(self.text.tight, self.now),)
        return self._window[0]

    def place(self) -> Address | None:
        """The address in the reply; read once."""
        if self._address is None:
            self._address = (address_of(self.text, self.home),)
        return self._address[0]


Layer = Callable[[Reading], Meaning | None]


# ── before everything ────────────────────────────────────────────────────────────────────────────


def empty(reading: Reading) -> Meaning | None:
    """No letter, digit or sign; or nothing but our own menu."""
    if reading.text.tight.strip():
        return None
    quoted = any(c.isalnum() for c in reading.text.raw)
    return Meaning("other", "quoted_menu" if quoted else "empty")


def compliance_word(reading: Reading) -> Meaning | None:
    """Law 11."""
    found = compliance_of(reading.text, reading.lexicon)
    if found is None and reading.branch("claim") and reading.core == "拒收":
        return Meaning("opt_out", "opt_out.refused_promotion")
    return Meaning(found[0], found[1]) if found else None


def automatic(reading: Reading) -> Meaning | None:
    """A machine wrote it."""
    name = is_automatic(reading.text.tight, reading.lexicon)
    return Meaning("other", name) if name else None


# ── what cannot be mistaken ──────────────────────────────────────────────────────────────────────


def choice(reading: Reading) -> Meaning | None:
    """A key of the menu, by its digit, its ordinal or its letter."""
    asked = reading.asked
    if asked is None or not (asked.digits or asked.letters):
        return None
    found = choice_of(reading.text.tight, reading.core, asked)
    if found is None:
        return None
    if len(found.keys) == 1 and not found.off_menu:
        if not found.leads and asks_about(found.rest):
            return Meaning("question", "choice.asked_about")
        return _chosen(reading, asked, found)
    grievance = _grievance(reading)
    if grievance:
        return grievance
    bare_number = not any(c.isalnum() for c in found.rest)
    if found.off_menu and found.keys and asking(reading):
        return asking(reading)
    if found.off_menu and (found.rule == "choice.several" or bare_number):
        return Meaning("other", found.rule)
    return Meaning("other", found.rule) if found.rule == "choice.only_refused" and bare_number else None


def _chosen(reading: Reading, asked: Asked, found: Choice) -> Meaning:
    """An option by its key, with the slots said along; other words that name another option mean: ask again."""
    key = found.keys[0]
    meaning = _meaning_of(asked, key, found.number)
    rest = of_light(reading.text.raw, found.rest) if any(c.isalnum() for c in found.rest) else None
    if rest and _contradicts(rest, asked, key, meaning, reading.lexicon):
        return Meaning("other", "choice.contradicted")
    return Meaning(
        "claim" if meaning == "claim" else "option",
        found.rule,
        branch=key,
        time=window_of(rest.tight, reading.now) if rest and meaning != "redirect" else None,
        address=_address_behind(reading) if rest and meaning in {"redirect", ""} else None,
        rating=int(meaning[-1]) if meaning.startswith("rating_") else None,
        also=tuple(name for name in _GRIEVANCES if rest and reading.lexicon.phrases[name].search(rest.tight)),
    )


def _meaning_of(asked: Asked, key: str, number: int) -> str:
    if key == "rating":
        return f"rating_{number}"
    return next((meaning for meaning, k in asked.means.items() if k == key), "")


def _contradicts(rest: Text, asked: Asked, key: str, meaning: str, lexicon: Lexicon) -> bool:
    if meaning.startswith("rating_"):
        return {rating(rest, bare(rest.tight), asked, lexicon), meaning} in _OPPOSITE
    named = option_words(rest, asked, lexicon) if meaning in _MENU else []
    return bool(named) and key not in named


def _address_behind(reading: Reading) -> Address | None:
    """The address after the leading digit, from the copy that keeps script and case."""
    light = reading.text.light.lstrip(" \"'“(（[【#")
    leads = light[:1].isdigit() and not light[1:2].isdigit()
    return address_of(of_light(reading.text.raw, light[1 if leads else 0 :].lstrip(" .,、。:;)）]】-")), reading.home)


def full_address(reading: Reading) -> Meaning | None:
    """A place, a street and its number."""
    found = reading.place()
    return _address(reading, found) if found and looks_certain(found) else None


def _address(reading: Reading, found: Address) -> Meaning:
    usable = found.complete or None
    return Meaning(
        "address",
        "address.grammar",
        branch=usable and (reading.accepts("address") or reading.branch("redirect")),
        address=found,
    )


def short(reading: Reading) -> Meaning | None:
    """Nothing but yes, no, thanks or a rating."""
    asked = reading.asked
    if asked and reading.branch("claim") and _claims(reading):
        return Meaning("claim", "claim.words", branch=reading.branch("claim"))
    if {reading.core, reading.text.tight.strip(" .,!。~;")} & reading.lexicon.words["unsure"]:
        return Meaning("other", "unsure.words")
    if asked and asked.rates and (found := _rated(reading, asked)):
        return found
    if not reading.core and "?" in reading.text.tight:
        return Meaning("help", "help.question_mark")
    kind = short_answer(reading.text, reading.core, reading.lexicon, claims=bool(reading.branch("claim")))
    if kind is None and reading.branch("confirm") and reading.lexicon.phrases["affirming"].fullmatch(reading.core):
        kind = "yes"
    return _answered(reading, kind, f"{kind}.words") if kind else None


def _claims(reading: Reading) -> bool:
    tight = reading.text.tight
    found = reading.lexicon.phrases["claim"].search(tight) if len(tight) <= 25 else None
    return bool(found) and not _REFUSING.search(tight) and not asking(reading)


def _answered(reading: Reading, kind: str, rule: str) -> Meaning:
    if kind == "thanks":
        return Meaning("thanks", rule)
    if kind == "no":
        return Meaning("decline", rule, branch=reading.branch("decline"))
    claims = reading.branch("claim")
    return (
        Meaning("claim", rule, branch=claims) if claims else Meaning("confirm", rule, branch=reading.branch("confirm"))
    )


def _rated(reading: Reading, asked: Asked) -> Meaning | None:
    found = rating(reading.text, reading.core, asked, reading.lexicon)
    if found is None:
        return None
    also = tuple(name for name in _GRIEVANCES if reading.says(name))
    return Meaning("option", f"{found}.words", branch=asked.means[found], rating=int(found[-1]), also=also)


# ── grievances and wishes ────────────────────────────────────────────────────────────────────────


def service_question(reading: Reading) -> Meaning | None:
    """When are you open, do you deliver on Sundays: a question, though it names a time."""
    if reading.says("asks_where"):
        return Meaning("where_is", "asks_where.lexicon")
    return Meaning("question", "service_question.lexicon") if reading.says("service_question") else None


def grievances(reading: Reading) -> Meaning | None:
    """A person, a grievance, nothing came."""
    return _grievance(reading)


def _grievance(reading: Reading) -> Meaning | None:
    for name in _GRIEVANCES:
        if reading.says(name) and not (name == "agent" and _uncalled(reading)):
            also = tuple(other for other in _GRIEVANCES if other != name and reading.says(other))
            return Meaning(
                name, f"{name}.lexicon", also=also, ambiguous=bool(maybe_opts_out(reading.text.tight, reading.lexicon))
            )
    return None


def _uncalled(reading: Reading) -> bool:
    """As in "没给我打电话就签收了" reproaches; it asks for no call."""
    found = reading.lexicon.phrases["agent"].search(reading.text.tight)
    return (
        found is not None
        and _NOT_DONE.search(reading.text.tight[max(0, found.start() - 4) : found.start()]) is not None
    )


def annoyed(reading: Reading) -> Meaning | None:
    """Perhaps an opt-out: a person decides, promotions wait."""
    table = maybe_opts_out(reading.text.tight, reading.lexicon)
    if table is None:
        return None
    intents: dict[str, Intent] = {"how_to_opt_out": "question", "annoyed": "complaint", "not_the_person": "other"}
    return Meaning(intents[table], f"opt_out_maybe.{table}", ambiguous=True)


def agreement(reading: Reading) -> Meaning | None:
    """Somebody took the parcel: did you agree?"""
    if not (reading.asked and reading.asked.agreement):
        return None
    if reading.says("disagreed"):
        return Meaning("decline", "disagreed.lexicon", branch=reading.branch("decline"))
    agreed = reading.lexicon.phrases["agreed"].search(reading.text.tight)
    if agreed and not _REFUSING.search(reading.lexicon.phrases["agreed"].without(reading.text.tight)):
        return Meaning("confirm", "agreed.lexicon", branch=reading.branch("confirm"))
    return None


def duty(reading: Reading) -> Meaning | None:
    """A notice to staff: who cannot come says so."""
    table = reading.lexicon.phrases["declined_duty"]
    if reading.asked and reading.asked.notice and table.search(_A_NOT_A.sub("?", reading.text.tight)):
        return Meaning("decline", "declined_duty.lexicon", branch=reading.branch("decline"))
    return None


def slot(reading: Reading) -> Meaning | None:
    """Is the hour convenient: another one, another day, or not."""
    if not (reading.asked and reading.asked.slot):
        return None
    table = reading.lexicon.phrases["unavailable"]
    if table.search(_A_NOT_A.sub("?", reading.text.tight)) or is_vague(reading.text.tight):
        return time(reading) or unavailable(reading)
    return None


def whereabouts(reading: Reading) -> Meaning | None:
    """Where is it, when does it come, hurry up."""
    if reading.says("where_is") or (_WAYBILL.search(reading.text.tight) and _TRACE.search(reading.text.tight)):
        return Meaning("where_is", "where_is.lexicon")
    return None


def wishes(reading: Reading) -> Meaning | None:
    """An option in its own words."""
    if reading.asked is None:
        return None
    keys = option_words(reading.text, reading.asked, reading.lexicon)
    if len(keys) > 1:
        return Meaning("other", "wish.several")
    if not keys:
        return None
    if asks_about(reading.text.tight):
        return Meaning("question", "wish.asked_about")
    place = reading.place() if keys[0] == reading.branch("redirect") else None
    return Meaning("option", "wish.words", branch=keys[0], time=None if place else reading.window(), address=place)


def time(reading: Reading) -> Meaning | None:
    """A time window, or the wish for another time."""
    found = reading.window()
    if found and _ASKS.match(reading.text.tight):
        return Meaning("question", "time.asked_about")
    if found:
        return Meaning("time", "time.grammar", branch=reading.accepts("time") or reading.branch("schedule"), time=found)
    return Meaning("time", "time.vague") if is_vague(reading.text.tight) and _times_matter(reading) else None


def _times_matter(reading: Reading) -> bool:
    """Whether a visit or an hour is spoken of: nothing is asked, or a delivery is."""
    asked = reading.asked
    return asked is None or asked.slot or "schedule" in asked.means or "time" in asked.question.accepts


def loose_wishes(reading: Reading) -> Meaning | None:
    """As in "先别送" holds, "送过来吧" schedules, where no time says more."""
    for table, meaning in (("no_delivery_now", "hold"), ("want_at_home", "schedule")):
        if reading.branch(meaning) and reading.says(table) and not _HOUR.search(reading.text.tight):
            return Meaning("option", f"{table}.lexicon", branch=reading.branch(meaning))
    return None


def refused(reading: Reading) -> Meaning | None:
    """The parcel goes back."""
    if reading.says("refused") and not asking(reading):
        return Meaning("decline", "refused.lexicon", branch=reading.branch("decline"))
    return None


def unavailable(reading: Reading) -> Meaning | None:
    """Not at home then, no time then."""
    table = reading.lexicon.phrases["unavailable"]
    if reading.asked and not _ASKS.match(reading.text.tight) and table.search(_A_NOT_A.sub("?", reading.text.tight)):
        return Meaning("decline", "unavailable.lexicon", branch=reading.branch("decline"))
    return None


def address(reading: Reading) -> Meaning | None:
    """An address that is not whole: "5号楼302", "浦东新区"."""
    found = reading.place()
    return _address(reading, found) if found else None


# ── the rest ─────────────────────────────────────────────────────────────────────────────────────


def asking(reading: Reading) -> Meaning | None:
    """Help with replying, or any question."""
    for name in ("help", "question"):
        if reading.says(name):
            return Meaning(name, f"{name}.lexicon")
    return None


def leading(reading: Reading) -> Meaning | None:
    """Yes or no in the first clause; thanks anywhere."""
    kind = leading_answer(reading.text, reading.lexicon)
    if kind:
        return _answered(reading, kind, f"{kind}.leading")
    return Meaning("thanks", "thanks.lexicon") if reading.says("thanking") else None


def otherwise(reading: Reading) -> Meaning | None:
    """A name and a phone are kept; anything else is for asking again."""
    contact = contact_of(reading.text)
    return Meaning("other", "address.contact_only", address=contact) if contact else Meaning("other", "nothing")


LAYERS: Final[tuple[Layer, ...]] = (
    empty,
    compliance_word,
    automatic,
    choice,
    full_address,
    short,
    service_question,
    duty,
    grievances,
    annoyed,
    agreement,
    slot,
    whereabouts,
    wishes,
    time,
    loose_wishes,
    refused,
    unavailable,
    address,
    asking,
    leading,
    otherwise,
)
