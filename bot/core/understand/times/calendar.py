"""Days and clock times in numbers: what "下周三", "the 5th" or "晚上十二点" are, seen from the moment of the reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_DIGITS: Final = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "几": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "a few": 3, "a couple of": 2, "couple of": 2}  # fmt: skip
_WEEKDAYS: Final = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "7": 6, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5}  # fmt: skip
_WEEKDAYS_EN: Final = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "fi": 4, "sa": 5, "su": 6}
_WEEKDAYS_ELSEWHERE: Final = {"lunes": 0, "martes": 1, "miércoles": 2, "miercoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "domingo": 6, "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6, "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonntag": 6, "月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6}  # fmt: skip
_MONTHS_EN: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RELATIVE: Final = {
    "今天": 0, "今日": 0, "今儿": 0, "今儿个": 0, "当天": 0, "今晚": 0, "今夜": 0, "今早": 0, "今下午": 0, "今中午": 0, "今晨": 0, "今朝": 0, "天光": 1, "明朝": 1,
    "明天": 1, "明日": 1, "明儿": 1, "明儿个": 1, "听日": 1, "明晚": 1, "听晚": 1, "明早": 1, "听早": 1, "听朝": 1, "明下午": 1, "明上午": 1, "明中午": 1,
    "明晨": 1, "翌日": 1, "次日": 1, "第二天": 1, "隔天": 2, "后天": 2, "后日": 2, "后儿": 2, "后儿个": 2, "后晚": 2, "后早": 2,
    "大后天": 3, "大后日": 3, "大后儿": 3, "大后儿个": 3, "hoy": 0, "aujourdhui": 0, "aujourd'hui": 0, "heute": 0, "сегодня": 0, "오늘": 0, "today": 0, "tday": 0, "2day": 0, "tonight": 0, "tonite": 0, "2nite": 0, "2night": 0,
    "day after tomorrow": 2, "day after tmrw": 2, "overmorrow": 2,
}  # fmt: skip


_SPRING_FESTIVALS: Final = tuple(
    date(*day)
    for day in ((2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3), (2031, 1, 23), (2032, 2, 11))
)
"""First day of the lunar year (Hong Kong Observatory's tables)."""
_FEASTS: Final = {
    "元旦": (1, 1), "新年第一天": (1, 1), "平安夜": (12, 24), "圣诞": (12, 25), "国庆": (10, 1), "五一": (5, 1), "劳动节": (5, 1), "情人节": (2, 14), "儿童节": (6, 1),
    "双十一": (11, 11), "双11": (11, 11), "双十二": (12, 12), "双12": (12, 12), "christmas eve": (12, 24), "christmas": (12, 25), "xmas": (12, 25),
    "boxing day": (12, 26), "new year eve": (12, 31), "new years eve": (12, 31), "new year": (1, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """A day or a run of days, half-open, and how it was come by."""

    first: date
    last: date
    inferred: tuple[str, ...] = ()
    weekly: bool = False
    """"周末", "工作日": several days, of which the first will do when an hour is given."""
    named_weekday: bool = False
    until_end: bool = False
    """"月底前" ends with the month, not with the days that 月底 names."""


def number(said: str) -> int:
    """十二 is 12, 两 is 2, "25" is 25."""
    if said.isdigit():
        return int(said)
    if said in _DIGITS:
        return _DIGITS[said]
    if said.startswith("廿"):
        return 20 + _DIGITS.get(said[1:], 0)
    tens, ten, ones = said.partition("十")
    if ten:
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(said[:1], 0)


def days_of(said: dict[str, str], today: date) -> Days | None:
    """The days that a day token names; None where there is no such date (31 February)."""
    for known, read in _READERS:
        if known in said:
            return read(said, today)
    return None


def _relative(said: dict[str, str], today: date) -> Days:
    word = said.get("rel") or said["erel"]
    spans = {
        "今明两天": (0, 2),
        "今明": (0, 2),
        "明后天": (1, 3),
        "明后两天": (1, 3),
        "明后": (1, 3),
        "这两天": (0, 2),
        "这几天": (0, 3),
    }
    if word in spans:
        start, end = spans[word]
        return Days(today + timedelta(start), today + timedelta(end))
    ahead = _RELATIVE.get(word, 1)
    return _one(today + timedelta(ahead))


def _one(day: date, *inferred: str, named: bool = False) -> Days:
    return Days(day, day + timedelta(1), inferred, named_weekday=named)


def _weekday(said: dict[str, str], today: date) -> Days:
    prefix, name = said.get("wkpre", ""), said["wk"]
    weeks = prefix.count("下") + (-1 if "上" in prefix else 0)
    if name == "末":
        return _weekend(today, weeks)
    index = _WEEKDAYS[name]
    first = _coming(today, index, weeks, explicit=prefix in {"这", "这个", "本"})
    if "wk2" in said:
        last = first + timedelta((_WEEKDAYS[said["wk2"]] - index) % 7)
        return Days(first, last + timedelta(1), weekly=True, named_weekday=True)
    return _one(first, named=not prefix)


def _coming(today: date, index: int, weeks: int, *, explicit: bool) -> date:
    monday = today - timedelta(today.weekday())
    if weeks > 0:
        return monday + timedelta(7 * weeks + index)
    if explicit:
        return max(monday + timedelta(index), today) if index >= today.weekday() else monday + timedelta(7 + index)
    return today + timedelta((index - today.weekday()) % 7)


def _weekend(today: date, weeks: int) -> Days:
    saturday = today - timedelta(today.weekday()) + timedelta(5 + 7 * weeks)
    return Days(max(saturday, today), saturday + timedelta(2), weekly=True)


def _index_en(name: str) -> int:
    """0 for a Monday, in English, Spanish, French, German or Japanese."""
    plain = name.removesuffix("日").removesuffix("曜") or name
    return _WEEKDAYS_ELSEWHERE[plain] if plain in _WEEKDAYS_ELSEWHERE else _WEEKDAYS_EN[name[:2]]


def _weekday_en(said: dict[str, str], today: date) -> Days:
    index = _index_en(said["ew"])
    ahead = (index - today.weekday()) % 7
    if "week" in said.get("ewpre", "") or (said.get("ewpre") == "next" and ahead == 0):
        ahead += 7
    first = today + timedelta(ahead)
    if "ew2" in said:
        last = first + timedelta((_index_en(said["ew2"]) - index) % 7)
        return Days(first, last + timedelta(1), weekly=True, named_weekday=True)
    return _one(first, named=True)


def _week(said: dict[str, str], today: date) -> Days:
    word = said.get("week") or said["eweek"]
    weeks = word.count("下") or (1 if word.startswith(("next", "the following")) else 0)
    monday = today - timedelta(today.weekday()) + timedelta(7 * weeks)
    return Days(max(monday, today), monday + timedelta(7), weekly=True)


def _workdays(_said: dict[str, str], today: date) -> Days:
    first = today if today.weekday() < 5 else today + timedelta(7 - today.weekday())
    return Days(first, first + timedelta(5 - first.weekday()), weekly=True)


def _weekend_en(said: dict[str, str], today: date) -> Days:
    return _weekend(today, 1 if said["ewend"].startswith("next") else 0)


def _daily(_said: dict[str, str], today: date) -> Days:
    return Days(today, today + timedelta(1), weekly=True)


def _feast(said: dict[str, str], today: date) -> Days | None:
    word = said["feast"]
    if word in {"除夕", "年三十", "大年初一", "春节"}:
        coming = [day for day in _SPRING_FESTIVALS if day >= today]
        if not coming:
            return None
        return _one(coming[0] - timedelta(1) if word in {"除夕", "年三十"} else coming[0])
    month, day = next(fixed for name, fixed in _FEASTS.items() if word.startswith(name))
    return _in_year(month, day, None, today)


def _full_date(said: dict[str, str], _today: date) -> Days | None:
    day = _date(int(said["y"]), int(said["ym"]), int(said["yd"]))
    return _one(day) if day else None


def _month_day(said: dict[str, str], today: date) -> Days | None:
    return _in_year(number(said["mo"]), number(said["md"]), number(said["md2"]) if "md2" in said else None, today)


def _slashed(said: dict[str, str], today: date) -> Days | None:
    return _in_year(int(said["sm"]), int(said["sd"]), None, today)


def _month_day_en(said: dict[str, str], today: date) -> Days | None:
    month = _MONTHS_EN.index((said.get("em") or said["em2"])[:3]) + 1
    last = said.get("edb")
    return _in_year(month, int(said.get("ed") or said["ed2"]), int(last) if last else None, today)


def _in_year(month: int, first: int, last: int | None, today: date) -> Days | None:
    day = _date(today.year, month, first)
    inferred: tuple[str, ...] = ()
    if day is None or day < today:
        day, inferred = _date(today.year + 1, month, first), ("next_year",)
    if day is None:
        return None
    until = _date(day.year, month, last) if last else day
    return Days(day, max(until or day, day) + timedelta(1), inferred, weekly=bool(last))


def _next_month_day(said: dict[str, str], today: date) -> Days | None:
    year, month = (today.year, today.month) if said["nm"][0] in "本这当" else _following(today)
    day = _date(year, month, number(said["nd"]))
    return _one(day) if day else None


def _part_of_month(said: dict[str, str], today: date) -> Days:
    word = said.get("nmw") or "月底"
    year, month = (
        _following(today) if word.startswith("下") or (word == "月初" and today.day > 3) else (today.year, today.month)
    )
    if word == "年底":
        return Days(date(today.year, 12, 29), date(today.year + 1, 1, 1), weekly=True)
    first = date(year, month, 1)
    end = date(*_following(first), 1)
    if word.endswith("初"):
        return Days(first, first + timedelta(3), weekly=True)
    if word.endswith("中"):
        return Days(date(year, month, 14), date(year, month, 17), weekly=True)
    if word.endswith(("底", "末")):
        return Days(max(end - timedelta(3), today), end, weekly=True, until_end=True)
    return Days(max(first, today), end, weekly=True)


def _day_of_month(said: dict[str, str], today: date) -> Days | None:
    first = number(said.get("d") or said.get("ed3") or said.get("ed4") or said["ed5"])
    last = number(said["d2"]) if "d2" in said else None
    year, month = today.year, today.month
    inferred: tuple[str, ...] = ()
    for _ in range(3):
        day = _date(year, month, first)
        if day and day >= today:
            until = _date(year, month, last) if last else day
            return Days(day, max(until or day, day) + timedelta(1), inferred, weekly=bool(last))
        year, month = _following(date(year, month, 1))
        inferred = ("next_month",)
    return None


def _days_of_month_en(said: dict[str, str], today: date) -> Days | None:
    return _day_of_month({"d": said["er1"], "d2": said["er2"]}, today)


def _week_ahead(said: dict[str, str], today: date) -> Days:
    return _one(today + timedelta(8 if "tomorrow" in said["ewk"] else 7))


def _ahead(said: dict[str, str], today: date) -> Days:
    count = number(said.get("in") or said.get("in2") or said.get("ein") or said["ein2"])
    unit = said.get("inu") or said.get("inu3") or said.get("einu") or said["einu2"]
    if unit.startswith(("周", "星期", "礼拜", "个星期", "个礼拜", "week")):
        count *= 7
    elif unit.startswith(("个月", "month")):
        count *= 30
    return _one(today + timedelta(count))


def _following(day: date) -> tuple[int, int]:
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS: Final = (
    ("rel", _relative), ("erel", _relative), ("wk", _weekday), ("ew", _weekday_en), ("ewend", _weekend_en), ("week", _week), ("eweek", _week),
    ("daily", _daily), ("feast", _feast), ("work", _workdays), ("ework", _workdays), ("y", _full_date), ("nm", _next_month_day), ("nmw", _part_of_month), ("eom", _part_of_month),
    ("mo", _month_day), ("sm", _slashed), ("em", _month_day_en), ("em2", _month_day_en), ("in", _ahead), ("in2", _ahead), ("ein", _ahead), ("ein2", _ahead),
    ("d", _day_of_month), ("ed3", _day_of_month), ("ed4", _day_of_month), ("ed5", _day_of_month), ("er1", _days_of_month_en), ("ewk", _week_ahead),
)  # fmt: skip
