"""From what is said to one window, seen from the moment of the reply: a day joined with its hour, a bound that opens an end."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.core.model import TimeWindow
from bot.core.understand.times.calendar import Days
from bot.core.understand.times.clock import Clock, part_hours
from bot.core.understand.times.groups import TIMED, Group, chosen_of, groups_of, inherit_day, joined
from bot.core.understand.times.said import Said, later, said_by, shift

_VAGUE: Final = re.compile(
    r"周中|晏[点些歇]|晚点|晚一点|晚些|迟点|迟些|迟啲|夜啲|早点来|早一点|改天|改日|过两天|过几天|过些天|过完[年节]|年后|节后|假后|考完试|出院后|开学后|放假后|等会|待会|一会|稍后|回头|另外?时间|别的时间|换个?时间|改个时间|其他时间|有空再|到时候?再|等通知|再约|除了(?!\d[都其别也])(?!转寄|暂存|存|上门|预约|选)[^,。!?]{1,8}(?:都|其他|其它|别的)[^,。!?]{0,4}(?:可以|行|方便|在|有空|ok)|(?<![a-z])(?:any ?day|any ?time|every ?day) (?:but|except|apart from)(?![a-z])|(?:大年)?初[一二三四五六七八九十](?:以后|之后|后|再)|顺延|延后|(?:往|朝)后(?:推|挪|拖)|推后|推迟|往后推|往后延|改期|提前(?!打|给|联系|通知|说|电|下|准备|等|去|到)"
    r"|(?<![a-z])(?:later|end of (?:the|this|next) week|during the week|midweek|another (?:time|day(?! (?:off|wasted|gone|lost|of|at home|waiting)))|other time|different (?:time|day)|some other|sometime|some time|(?:push|move|put) (?:it |this |that |the delivery )?(?:back|later)|postpone|bring it forward|not now|earlier)(?![a-z])"
)


_THEN: Final = re.compile(
    r",? ?(?<![a-z])(?:so |then |and |but )?(?:any ?time |ok |fine |free )?(?:after (?:that|then|this)(?! ?time)|from then(?: on)?)(?![a-z])"
)
_THEN_HAN: Final = re.compile(r"(?<=[点半刻班家])[^,。!?]{0,3},(?:那)?(?:之后|以后|过后)(?=[都再就来送行可有空在家]|$)")
_TELLS_LATER: Final = re.compile(
    r"(?:一会儿?|稍后|回头|晚点|待会儿?|等会儿?|等下|到时候?|改天|迟点|(?:\d{1,3}|[一二两三几半]{1,2})(?:个?(?:半)?小时|分钟|个?钟头?|天)(?:之|以)?后|[今明后]天|[今明]晚|晚上|下午|周[一二三四五六日])(?:我)?(?:(?:回家|回去|到家|下班){0,2}(?:看|问|查|确认|核实|商量|核对)(?:看|下|问|一下|了|过|完|好|清楚){0,2}(?:后|,)?)?(?:再|我|就)?(?:给)?(?:回(?!家|来|去)|说|告诉|看看|看情况|联系你|答复|讲|通知你|(?:和|跟|与|同)(?:您|你)联系|联系您|发你|发给|给你|打给你|打你电话|打电话给你|考虑|定)"
    r"|(?<![a-z])(?:tell|let|reply|text|message|get back to|know|decide|confirm|answer|talk|see|ttyl|speak|update)(?: (?:you|u|to you|ya))?(?: know| back)?(?: it| on this)? later(?![a-z])|later (?:ill|i will|we)(?![a-z])"
)


def window_of(text: str, now: datetime) -> TimeWindow | None:
    """The time that `text` offers, seen from `now` (aware, in the customer's zone); None where it offers none.

    Both ends None means that any time suits. A time that is only refused, or wholly past, offers nothing.
    """
    text = _THEN.sub(" or later", text) if "after" in text or "then" in text else _THEN_HAN.sub("以后", text)
    everything = [group for group in groups_of(text) if group.kinds() & TIMED]
    groups = [group for group in everything if not group.refused]
    if not groups:
        return None
    inherit_day(everything)
    chosen = chosen_of(joined(groups))
    found = _settled(said_by(chosen, now), now)
    if found and found.start and not chosen.has_day and _refuses_the_day(everything, found.start.date(), now):
        return None
    return None if found and found.end and found.end <= now else found


def _refuses_the_day(groups: list[Group], day: date, now: datetime) -> bool:
    """Whether that whole day is refused, so that it cannot be meant: "at 3 but not today"."""
    whole = [group for group in groups if group.refused and not group.past and group.has_day and not group.has_hour]
    return any(said.first <= day <= said.last for group in whole for said in said_by(group, now).days)


def is_vague(text: str) -> bool:
    """Whether another time is wished without naming one: "晚点行吗", "another day"."""
    found = _VAGUE.search(text)
    return found is not None and not tells_later(text)


def tells_later(text: str) -> bool:
    """Whether an answer is promised for then, and nothing wished: "明天回你", "I'll let you know later"."""
    return _TELLS_LATER.search(text) is not None


def _settled(said: Said, now: datetime) -> TimeWindow | None:
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


def _days(said: Said, inferred: list[str]) -> Days | None:
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
    """A date says more than a weekday ("周三25号")."""
    return last if not last.named_weekday and not last.weekly else first


def _by_clock(said: Said, days: Days | None, now: datetime, inferred: list[str]) -> TimeWindow:
    first = said.clocks[0]
    ranged = len(said.clocks) > 1 and (said.ranged or said.either)
    last = later(first, said.clocks[-1]) if ranged else None
    day = days.first if days else now.date()
    if first.bare and 780 <= first.minute < 1140:
        inferred.append("afternoon")
    if _at(day, first.minute, now) <= now and not (last and _at(day, last.minute, now) > now and not said.until):
        first, day = _next_time(first, day, days, now, inferred, late=said.bound == "after")
    elif days is None:
        inferred.append("today")
    start = _at(day, first.minute, now)
    if last:
        return TimeWindow(start, _at(day, later(first, last).minute, now), tuple(inferred))
    if said.until:
        return TimeWindow(None, start, tuple(inferred))
    if said.bound == "after":
        end = _at(day, 1440, now) if days and days.weekly and first.minute < 1440 else None
        return TimeWindow(start, end, tuple(inferred))
    return TimeWindow(start, shift(start, 60), tuple(inferred))


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


def _by_part(said: Said, days: Days | None, now: datetime, inferred: list[str]) -> TimeWindow:
    hours = [part_hours(part) for part in said.parts]
    start_minute, end_minute = hours[0]
    if len(hours) > 1 and (said.ranged or said.either):
        end_minute = max(end for _, end in hours)
        start_minute = min(start for start, _ in hours)
    day = _part_day(end_minute, days, now, inferred)
    start, end = _at(day, start_minute, now), _at(day, end_minute, now)
    if said.until:
        noonish = said.parts[0] in {"中午", "大中午", "正午", "晌午"}
        return TimeWindow(
            None, _at(day, 720, now) if noonish else end if said.bound == "by" else start, tuple(inferred)
        )
    if said.bound == "after":
        return TimeWindow(start, None, tuple(inferred))
    return TimeWindow(now if start < now < end else start, end, tuple(inferred))


def _part_day(end_minute: int, days: Days | None, now: datetime, inferred: list[str]) -> date:
    """The day that a part of the day falls on: one that is over means the next one that was said, tomorrow or next week."""
    day = days.first if days else now.date()
    over = _at(day, end_minute, now) <= now
    if days is None:
        inferred.append("next_day" if over else "today")
        return day + timedelta(1 if over else 0)
    if over and day + timedelta(1) < days.last:
        return day + timedelta(1)
    if over and days.named_weekday:
        inferred.append("next_week")
        return day + timedelta(7)
    return day


def _by_days(said: Said, days: Days, now: datetime, inferred: list[str]) -> TimeWindow:
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
