"""What one group of pieces says: days, parts, hours, a bound, before it is set against the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.core.model import TimeWindow
from bot.core.understand.times.calendar import Days, days_of, number
from bot.core.understand.times.clock import Clock, clock, minutes, part_name, spoken
from bot.core.understand.times.groups import Group, hour_inside
from bot.core.understand.times.tokens import Token

_BOUND_WORD: Final = {"after": "after", "past": "after", "from": "after", "not before": "after", "before": "before", "by": "before", "till": "before", "til": "before", "until": "before", "not after": "before"}  # fmt: skip


@dataclass(slots=True)
class Said:
    """What one group says, before it is set against the calendar."""

    days: list[Days] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    bound: str | None = None
    ranged: bool = False
    either: bool = False
    window: TimeWindow | None = None
    any_time: bool = False

    @property
    def until(self) -> bool:
        """Whether only the end is said."""
        return self.bound in {"before", "by"}


def said_by(group: Group, now: datetime) -> Said:
    said = Said()
    hint = _hint_of(group)
    for position, token in enumerate(group.tokens):
        _take(token, said, hint, now, position)
        if token.kind == "or" and position and _complete(said) and _has_day_after(group, position):
            break
    return said


def _complete(said: Said) -> bool:
    return bool(said.days) and bool(said.parts or said.clocks)


def _has_day_after(group: Group, position: int) -> bool:
    return any(token.kind == "day" for token in group.tokens[position + 1 :])


def _hint_of(group: Group) -> str | None:
    """The part of the day that stands behind its hour: "7ish tonight", "8 in the evening"."""
    for token in group.tokens:
        if token.kind == "part":
            return part_name(token.text)
        word = token.said.get("rel") or token.said.get("erel") or ""
        if word in {"tonight", "tonite", "2nite", "2night"}:
            return "night"
        if hour_inside(token):
            return part_inside(word)
    return None


def part_inside(word: str) -> str:
    if word in {"tonight", "tonite", "2nite", "2night"}:
        return "night"
    if word.endswith("朝"):
        return "朝早"
    return word[-2:] if word[-1] == "午" else word[-1]


def _take(token: Token, said: Said, hint: str | None, now: datetime, position: int) -> None:
    """Add one piece to what is said."""
    part = said.parts[-1] if said.parts else hint
    if token.kind == "day":
        _take_day(token, said, now)
    elif token.kind == "part":
        _take_part(token, said)
    elif token.kind == "clock":
        _take_clock(token, said, part)
    elif token.kind == "span":
        _take_span(token, said, part)
    elif token.kind in {"offset", "now"}:
        said.window = _offset(token.said, now) if token.kind == "offset" else TimeWindow(now, shift(now, 60))
    else:
        _take_mark(token, said, position)


def _take_mark(token: Token, said: Said, position: int) -> None:
    """Any time, a bound, a range or an alternative."""
    if token.kind in {"after", "before"}:
        _take_bound(token, said, position)
    said.any_time |= token.kind == "any"
    said.ranged |= token.kind == "to"
    said.either |= token.kind == "or"


def _take_day(token: Token, said: Said, now: datetime) -> None:
    days = days_of(token.said, now.date())
    if days:
        said.days.append(days)
    if hour_inside(token):
        said.parts.append(part_inside(token.said.get("rel") or token.said["erel"]))


def _take_part(token: Token, said: Said) -> None:
    said.parts.append(part_name(token.text))
    if said.clocks and token.text.endswith("后"):
        said.bound = "after"


def _take_bound(token: Token, said: Said, position: int) -> None:
    if token.kind == "before" and token.text in {"until", "till", "til"} and position and (said.clocks or said.days):
        said.ranged = True
    elif token.text in {"from", "starting"} or said.bound is None:
        said.bound = token.kind
        if token.kind == "before" and token.text == "by":
            said.bound = "by"


def _take_clock(token: Token, said: Said, part: str | None) -> None:
    found = spoken(token.said, part)
    if found is None:
        return
    said.clocks.append(found)
    if "bh" in token.said:
        word = re.sub(r" ?(?:about |around )?\d.*", "", token.text)
        bound = _BOUND_WORD.get(word)
        if bound == "before" and len(said.clocks) > 1:
            said.ranged = True
        elif bound:
            said.bound = bound


def _take_span(token: Token, said: Said, part: str | None) -> None:
    words = token.said
    if "p1" in words:
        first = clock(number(words["p1"]), 0, part)
        last = clock(number(words["p2"]) if "p2" in words else number(words["p1"]) + 1, 0, part)
    elif "s1" in words:
        half = (words.get("sap") or "").replace(".", "").strip() or None
        first = clock(number(words["s1"]), minutes(words.get("s1m")), part or half, exact=_zero(words["s1"]))
        last = clock(
            number(words["s2"]), minutes(words.get("s2m")), words.get("spart") or part or half, exact=_zero(words["s2"])
        )
    else:
        first, last = _english_span(words, part)
    if first and last:
        said.clocks += [first, later(first, last)]
        said.ranged = True


def _zero(digits: str) -> bool:
    return len(digits) == 2 and digits[0] == "0"


def _english_span(words: dict[str, str], part: str | None) -> tuple[Clock | None, Clock | None]:
    first_half = (words.get("e1ap") or "").replace(".", "") or None
    last_half = (words.get("e2ap") or "").replace(".", "").strip() or None
    if words["e2"] in {"noon", "midday"}:
        last: Clock | None = Clock(720, bare=False)
    elif words["e2"] == "midnight":
        last = Clock(1440, bare=False)
    else:
        last = clock(int(words["e2"]), minutes(words.get("e2m")), last_half or part)
    inherited = first_half
    if (
        first_half is None
        and last_half
        and int(words["e1"]) % 12 < (int(words["e2"]) % 12 if words["e2"].isdigit() else 12)
    ):
        inherited = last_half
    if inherited is None and last_half == "pm":
        inherited = "am"
    first = clock(int(words["e1"]), minutes(words.get("e1m")), inherited or part)
    return first, last


def later(first: Clock, last: Clock) -> Clock:
    """The end of a range lies after its start: "上午9点到1点" ends at 13:00."""
    if last.minute > first.minute:
        return last
    if last.minute + 720 > first.minute and last.minute < 720:
        return Clock(last.minute + 720, last.bare)
    return Clock(last.minute + 1440, last.bare)


def _offset(words: dict[str, str], now: datetime) -> TimeWindow:
    count = words.get("on") or words.get("eon") or words["eon2"]
    unit = words.get("ou") or words.get("eou") or words["eou2"]
    amount = (
        0.5
        if count in {"半", "half an", "half a"}
        else float(2 if count == "两三" else number(count.replace("个半", "")))
    )
    if "ohalf" in words or "ohalf2" in words or "ehalf" in words or "ehalf2" in words or count.endswith("个半"):
        amount += 0.5
    per = 60 if unit in {"小时", "钟头", "钟"} or unit.startswith("h") else 15 if unit == "刻钟" else 1
    moment = shift(now, minutes_=amount * per)
    within = words.get("odir", "") in {"内", "以内", "之内"} or words.get("edir") == "within"
    return TimeWindow(None, moment) if within else TimeWindow(moment, shift(moment, minutes_=60))


def shift(moment: datetime, minutes_: float) -> datetime:
    """`moment` and so many real minutes, also across a change of summer time."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes_)).astimezone(moment.tzinfo)
