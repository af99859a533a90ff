"""From pieces to one window: refusals are set apart, a day is joined with its hour, a bound opens an end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, zip_longest
from typing import Final

from bot.core.model import TimeWindow
from bot.core.understand.times.calendar import Days, days_of, number
from bot.core.understand.times.clock import Clock, clock, minutes, part_hours, part_name, spoken
from bot.core.understand.times.tokens import Token, tokens_of

_BREAK: Final = re.compile(r"[,。;!?\n.]")
_TIMED: Final = frozenset({"day", "part", "clock", "span", "offset", "any", "now"})
_VAGUE: Final = re.compile(
    r"晚点|晚一点|晚些|迟点|迟些|迟啲|夜啲|早点来|早一点|改天|改日|过两天|过几天|过些天|等会|待会|一会|稍后|回头|另外?时间|别的时间|换个?时间|其他时间|有空再|到时候?再|等通知|再约"
    r"|(?<![a-z])(?:later|another (?:time|day)|other time|different (?:time|day)|some other|sometime|some time|not now|earlier)(?![a-z])"
)
_INSTEAD: Final = re.compile(r"改|换|还是|要不|不如|最好|sorry|actually|instead|i mean|make it|rather|不对|错")
_PREFIXED: Final = re.compile(
    r"别|不要|不是|莫|甭|勿|除了|除开|不选|不约|not|no|except|instead of|rather than|cant|cannot|dont|never"
)
_BOUND_WORD: Final = {"after": "after", "past": "after", "from": "after", "not before": "after", "before": "before", "by": "before", "till": "before", "til": "before", "until": "before", "not after": "before"}  # fmt: skip


@dataclass(slots=True)
class _Group:
    tokens: list[Token] = field(default_factory=list)
    refused: bool = False
    preferred: bool = False

    def kinds(self) -> set[str]:
        return {token.kind for token in self.tokens}

    @property
    def has_day(self) -> bool:
        return any(token.kind == "day" for token in self.tokens)

    @property
    def has_hour(self) -> bool:
        return bool(self.kinds() & {"part", "clock", "span", "offset"}) or any(
            _hour_inside(token) for token in self.tokens
        )


@dataclass(slots=True)
class _Said:
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


def window_of(text: str, now: datetime) -> TimeWindow | None:
    """The time that `text` offers, seen from `now` (aware, in the customer's zone); None where it offers none.

    Both ends None means that any time suits. A time that is only refused or past offers nothing.
    """
    everything = [group for group in _groups(text) if group.kinds() & _TIMED]
    groups = [group for group in everything if not group.refused]
    if not groups:
        return None
    _inherit_day(everything)
    chosen = _chosen(_joined(groups))
    return _settled(_said(chosen, now), now)


def _inherit_day(groups: list[_Group]) -> None:
    """As in "明天上午要上班，下午可以": the afternoon of the day whose morning was refused."""
    for before, after in pairwise(groups):
        if before.refused and before.has_day and before.has_hour and not after.refused and not after.has_day:
            after.tokens[:0] = [token for token in before.tokens if token.kind == "day"]


def is_vague(text: str) -> bool:
    """Whether another time is wished without naming one: "晚点行吗", "another day"."""
    return bool(_VAGUE.search(text))


def _hour_inside(token: Token) -> bool:
    word = token.said.get("rel") or token.said.get("erel") or ""
    return word.endswith(("晚", "夜", "早", "晨", "下午", "上午", "中午")) or word in {
        "tonight",
        "tonite",
        "2nite",
        "2night",
    }


def _groups(text: str) -> list[_Group]:
    """The wishes and refusals of the reply, in order: broken at clauses, at a refusal, at "but"."""
    grouping = _Grouping([_Group()])
    last_end = 0
    tokens = tokens_of(text)
    for token, following in zip_longest(tokens, tokens[1:]):
        between = text[last_end : token.start]
        if _BREAK.search(between):
            grouping.begin(preferred=bool(_INSTEAD.search(between)))
        last_end = token.end
        if token.kind == "past":
            grouping.begin()
        elif token.kind == "no":
            _refuse(grouping, token, following)
        elif token.kind == "but":
            instead = bool(_INSTEAD.search(token.text))
            if grouping.current.refused or instead:
                grouping.begin(preferred=instead)
        elif token.kind != "skip":
            grouping.current.tokens.append(token)
    return [group for group in grouping.groups if group.tokens]


@dataclass(slots=True)
class _Grouping:
    """Groups so far; the last one is open."""

    groups: list[_Group]

    @property
    def current(self) -> _Group:
        return self.groups[-1]

    def begin(self, *, refused: bool = False, preferred: bool = False) -> None:
        self.groups.append(_Group(refused=refused, preferred=preferred))


def _refuse(grouping: _Grouping, token: Token, following: Token | None) -> None:
    """As in "明天不行" refuses what went before, "别明天" what comes."""
    prefixes = (
        _PREFIXED.fullmatch(token.text) and following and following.kind in _TIMED and following.start - token.end <= 4
    )
    if grouping.current.kinds() & _TIMED and not prefixes:
        grouping.current.refused = True
        grouping.begin()
    else:
        grouping.begin(refused=True)


def _joined(groups: list[_Group]) -> list[_Group]:
    """A day in one clause and its hour in the next are one wish."""
    joined = [groups[0]]
    for group in groups[1:]:
        last = joined[-1]
        if "any" in group.kinds() and (last.has_day or last.has_hour):
            continue
        complementary = (last.has_day and not last.has_hour and group.has_hour and not group.has_day) or (
            last.has_hour and not last.has_day and group.has_day and not group.has_hour
        )
        if complementary:
            last.tokens += group.tokens
        else:
            joined.append(group)
    return joined


def _chosen(groups: list[_Group]) -> _Group:
    for group in reversed(groups):
        if group.preferred:
            return group
    definite = [group for group in groups if group.kinds() != {"any"}]
    return (definite or groups)[0]


def _said(group: _Group, now: datetime) -> _Said:
    said = _Said()
    hint = _hint_of(group)
    for position, token in enumerate(group.tokens):
        _take(token, said, hint, now, position)
        if token.kind == "or" and position and _complete(said) and _has_day_after(group, position):
            break
    return said


def _complete(said: _Said) -> bool:
    return bool(said.days) and bool(said.parts or said.clocks)


def _has_day_after(group: _Group, position: int) -> bool:
    return any(token.kind == "day" for token in group.tokens[position + 1 :])


def _hint_of(group: _Group) -> str | None:
    """The part of the day that stands behind its hour: "7ish tonight", "8 in the evening"."""
    for token in group.tokens:
        if token.kind == "part":
            return part_name(token.text)
        word = token.said.get("rel") or token.said.get("erel") or ""
        if word in {"tonight", "tonite", "2nite", "2night"}:
            return "night"
        if _hour_inside(token):
            return _part_inside(word)
    return None


def _part_inside(word: str) -> str:
    if word in {"tonight", "tonite", "2nite", "2night"}:
        return "night"
    return word[-2:] if word[-1] == "午" else word[-1]


def _take(token: Token, said: _Said, hint: str | None, now: datetime, position: int) -> None:
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
        said.window = _offset(token.said, now) if token.kind == "offset" else TimeWindow(now, _shift(now, 60))
    else:
        _take_mark(token, said, position)


def _take_mark(token: Token, said: _Said, position: int) -> None:
    """Any time, a bound, a range or an alternative."""
    if token.kind in {"after", "before"}:
        _take_bound(token, said, position)
    said.any_time |= token.kind == "any"
    said.ranged |= token.kind == "to"
    said.either |= token.kind == "or"


def _take_day(token: Token, said: _Said, now: datetime) -> None:
    days = days_of(token.said, now.date())
    if days:
        said.days.append(days)
    if _hour_inside(token):
        said.parts.append(_part_inside(token.said.get("rel") or token.said["erel"]))


def _take_part(token: Token, said: _Said) -> None:
    said.parts.append(part_name(token.text))
    if said.clocks and token.text.endswith("后"):
        said.bound = "after"


def _take_bound(token: Token, said: _Said, position: int) -> None:
    if token.kind == "before" and token.text in {"until", "till", "til"} and position and (said.clocks or said.days):
        said.ranged = True
    elif token.text in {"from", "starting"} or said.bound is None:
        said.bound = token.kind
        if token.kind == "before" and token.text == "by":
            said.bound = "by"


def _take_clock(token: Token, said: _Said, part: str | None) -> None:
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


def _take_span(token: Token, said: _Said, part: str | None) -> None:
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
        said.clocks += [first, _later(first, last)]
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


def _later(first: Clock, last: Clock) -> Clock:
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
    if "ohalf" in words or "ohalf2" in words or "ehalf" in words or count.endswith("个半"):
        amount += 0.5
    per = 60 if unit in {"小时", "钟头", "钟"} or unit.startswith("h") else 15 if unit == "刻钟" else 1
    moment = _shift(now, minutes_=amount * per)
    within = words.get("odir", "") in {"内", "以内", "之内"} or words.get("edir") == "within"
    return TimeWindow(None, moment) if within else TimeWindow(moment, _shift(moment, minutes_=60))


def _shift(moment: datetime, minutes_: float) -> datetime:
    """`moment` and so many real minutes, also across a change of summer time."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes_)).astimezone(moment.tzinfo)


def _settled(said: _Said, now: datetime) -> TimeWindow | None:
    if said.window and not said.clocks:
        return said.window
    inferred: list[str] = []
    days = _days(said, inferred)
    if said.clocks:
        return _by_clock(said, days, now, inferred)
    if said.parts:
        return _by_part(said, days, now, inferred)
    if days:
        return _by_days(said, days, now, inferred)
    return TimeWindow(None, None) if said.any_time else None


def _days(said: _Said, inferred: list[str]) -> Days | None:
    if not said.days:
        return None
    first, last = said.days[0], said.days[-1]
    inferred += first.inferred
    if first is last or not (said.ranged or said.either) or last.last <= first.first:
        return first if first is last or not first.named_weekday else _narrower(first, last)
    if said.clocks and not said.ranged:
        return first
    return Days(first.first, max(first.last, last.last), first.inferred, weekly=True)


def _narrower(first: Days, last: Days) -> Days:
    """As in "周三25号": the date says more than the weekday."""
    return last if not last.named_weekday and not last.weekly else first


def _by_clock(said: _Said, days: Days | None, now: datetime, inferred: list[str]) -> TimeWindow:
    first = said.clocks[0]
    ranged = len(said.clocks) > 1 and (said.ranged or said.either)
    last = _later(first, said.clocks[-1]) if ranged else None
    day = days.first if days else now.date()
    if first.bare and 780 <= first.minute < 1140:
        inferred.append("afternoon")
    if _at(day, first.minute, now) <= now and not (last and _at(day, last.minute, now) > now and not said.until):
        first, day = _next_time(first, day, days, now, inferred, late=said.bound == "after")
    elif days is None:
        inferred.append("today")
    start = _at(day, first.minute, now)
    if last:
        return TimeWindow(start, _at(day, _later(first, last).minute, now), tuple(inferred))
    if said.until:
        return TimeWindow(None, start, tuple(inferred))
    if said.bound == "after":
        end = _at(day, 1440, now) if days and days.weekly and first.minute < 1440 else None
        return TimeWindow(start, end, tuple(inferred))
    return TimeWindow(start, _shift(start, 60), tuple(inferred))


def _next_time(
    first: Clock, day: date, days: Days | None, now: datetime, inferred: list[str], *, late: bool
) -> tuple[Clock, date]:
    """A time already past means the next one: tonight for an hour people mean in the evening, else tomorrow."""
    evening = Clock(first.minute + 720, bare=True)
    is_today = days is None or days.first == now.date()
    likely = 420 <= first.minute < (600 if late else 540) or days is not None
    if is_today and first.bare and first.minute < 720 and likely and _at(now.date(), evening.minute, now) > now:
        inferred.append("evening")
        return evening, now.date()
    if days is None or (days.weekly and not days.named_weekday):
        inferred.append("next_day")
        return first, day + timedelta(1)
    if days.named_weekday:
        inferred.append("next_week")
        return first, day + timedelta(7)
    return first, day


def _by_part(said: _Said, days: Days | None, now: datetime, inferred: list[str]) -> TimeWindow:
    hours = [part_hours(part) for part in said.parts]
    start_minute, end_minute = hours[0]
    if len(hours) > 1 and (said.ranged or said.either):
        end_minute = max(end for _, end in hours)
        start_minute = min(start for start, _ in hours)
    day = days.first if days else now.date()
    if _at(day, end_minute, now) <= now:
        if days is None:
            day += timedelta(1)
            inferred.append("next_day")
        elif days.named_weekday:
            day += timedelta(7)
            inferred.append("next_week")
    elif days is None:
        inferred.append("today")
    start, end = _at(day, start_minute, now), _at(day, end_minute, now)
    if said.until:
        noonish = said.parts[0] in {"中午", "大中午", "正午", "晌午"}
        return TimeWindow(
            None, _at(day, 720, now) if noonish else end if said.bound == "by" else start, tuple(inferred)
        )
    if said.bound == "after":
        return TimeWindow(start, None, tuple(inferred))
    return TimeWindow(now if start < now < end else start, end, tuple(inferred))


def _by_days(said: _Said, days: Days, now: datetime, inferred: list[str]) -> TimeWindow:
    start, end = _at(days.first, 0, now), _at(days.last, 0, now)
    if said.bound == "before":
        return TimeWindow(None, start if start > now and not days.until_end else end, tuple(inferred))
    if said.bound == "by":
        return TimeWindow(None, end, tuple(inferred))
    if said.bound == "after":
        return TimeWindow(max(start, now), None, tuple(inferred))
    return TimeWindow(now if start < now < end else start, end, tuple(inferred))


def _at(day: date, minute: int, now: datetime) -> datetime:
    """Wall-clock time in the customer's zone; an hour that summer time skips becomes the one after it."""
    try:
        wall = datetime(day.year, day.month, day.day, tzinfo=now.tzinfo) + timedelta(minutes=minute)
        return wall.astimezone(UTC).astimezone(now.tzinfo)
    except OverflowError:
        return now
