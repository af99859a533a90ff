"""Parts of the day in hours, and the hour that a bare "3点" or "half past five" means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.core.understand.times.calendar import number

_PARTS: Final[dict[str, tuple[float, float]]] = {
    "凌晨": (0, 6), "半夜": (22, 24), "深夜": (22, 24), "睡前": (20, 22), "清早": (6, 9), "大清早": (6, 9), "大清早上": (6, 9), "一早": (7, 9), "一大早": (7, 9),
    "一早上": (7, 10), "朝早": (7, 10), "朝头早": (7, 10), "早晨": (7, 10), "早上": (7, 10), "早间": (7, 10), "清晨": (6, 9), "早": (7, 10), "晨": (6, 9),
    "上午": (8, 12), "上昼": (8, 12), "中午": (11, 13), "大中午": (11, 13), "晌午": (11, 13), "正午": (11.5, 12.5), "午间": (11, 13), "午休": (12, 14), "饭点": (11, 13),
    "午后": (13, 17), "午饭后": (13, 15), "下午": (13, 18), "下昼": (13, 18), "晏昼": (12, 18), "后晌": (13, 18), "傍晚": (17, 19), "黄昏": (17, 19), "傍黑": (17, 19), "擦黑": (17, 19), "天黑": (18, 21),
    "晚上": (18, 22), "晚间": (18, 22), "夜晚": (18, 22), "夜里": (19, 23), "夜间": (19, 23), "晚黑": (18, 22), "晚": (18, 22), "夜": (18, 22), "晚饭后": (19, 21), "吃完晚饭": (19, 21), "饭后": (19, 21),
    "白天": (8, 18), "日间": (8, 18), "日头": (8, 18), "全天": (8, 20), "整天": (8, 20), "上班时间": (9, 18), "夜班后": (8, 12),
    "下班": (18, 22), "放工": (18, 22), "收工": (18, 22), "放学": (17, 20), "上班前": (7, 9), "上班之前": (7, 9),
    "early morning": (7, 9), "late morning": (10, 12), "mid morning": (9, 11), "midmorning": (9, 11), "first thing": (8, 10), "first thing in the morning": (8, 10),
    "morning": (8, 12), "morn": (8, 12), "am": (8, 12), "late afternoon": (16, 18), "early afternoon": (13, 15), "mid afternoon": (14, 16), "midafternoon": (14, 16),
    "afternoon": (13, 18), "arvo": (13, 18), "aft": (13, 18), "pm": (13, 18), "early evening": (17, 19), "late evening": (20, 22), "evening": (18, 21), "eve": (18, 21),
    "night": (18, 22), "tonight": (18, 22), "late at night": (21, 23), "daytime": (8, 18), "day time": (8, 18), "during the day": (8, 18), "after work": (18, 22), "after my work": (18, 22),
    "after office hours": (18, 22), "after business hours": (18, 22), "after working hours": (18, 22), "after school": (16, 19), "office hours": (9, 18), "working hours": (9, 18), "business hours": (9, 18),
    "before work": (7, 9), "end of day": (16, 18), "end of the day": (16, 18), "eod": (16, 18), "after lunch": (13, 15), "after dinner": (19, 21), "before lunch": (10, 12), "lunch hour": (12, 14), "lunchhour": (12, 14),
    "lunch": (12, 14), "lunchtime": (12, 14), "lunch time": (12, 14),
}  # fmt: skip
_PM: Final = frozenset(
    {
        "下午",
        "午后",
        "下昼",
        "后晌",
        "傍晚",
        "黄昏",
        "傍黑",
        "擦黑",
        "晏昼",
        "afternoon",
        "late afternoon",
        "early afternoon",
        "arvo",
        "aft",
        "pm",
        "mid afternoon",
    }
)
_NIGHT: Final = frozenset(
    {
        "晚上",
        "晚间",
        "夜晚",
        "夜里",
        "夜间",
        "晚黑",
        "晚",
        "夜",
        "深夜",
        "半夜",
        "evening",
        "eve",
        "night",
        "tonight",
        "early evening",
        "late evening",
        "天黑",
        "下班",
        "after work",
        "放工",
        "收工",
    }
)
_NOON: Final = frozenset({"中午", "大中午", "晌午", "正午", "午间", "午休"})
_MINUTES: Final = {"half": 30, "half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15, "ten past": 10, "ten to": -10, "five past": 5, "five to": -5, "twenty past": 20, "twenty to": -20}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in minutes after midnight; beyond 24 hours it is the next day's."""

    minute: int
    bare: bool
    """No part of the day was said: the half of the day is ours."""


def part_name(said: str) -> str:
    """The table's name of a part: plural s and 以后 taken off."""
    if said in _PARTS:
        return said
    if (short := said.replace("以后", "后").replace("之后", "后")) in _PARTS:
        return short
    for tail in ("以后", "之后", "后", "了", "再", "回家", "s"):
        if said.endswith(tail) and said[: -len(tail)] in _PARTS:
            return said[: -len(tail)]
    return said.replace("以后", "") if said.replace("以后", "") in _PARTS else "白天"


def part_hours(name: str) -> tuple[int, int]:
    """Start and end of a part, in minutes after midnight."""
    start, end = _PARTS[name]
    return int(start * 60), int(end * 60)


def clock(hour: int, minute: int, part: str | None, *, exact: bool = False) -> Clock | None:
    """`hour` o'clock in the sense of `part` ("下午", "pm"); a bare hour from 1 to 6 is in the afternoon."""
    if hour > 24 or not 0 <= minute < 60:
        return None
    if hour > 12 or exact:
        return Clock(hour * 60 + minute, bare=False)
    if part in _PM or (part in _NOON and hour < 6):
        return Clock((hour % 12 + 12) * 60 + minute, bare=False)
    if part in _NIGHT:
        return Clock(((hour + 12) if 5 <= hour <= 12 else hour + 24) * 60 + minute, bare=False)
    if part:
        return Clock((0 if part in {"am", "凌晨"} and hour == 12 else hour) * 60 + minute, bare=False)
    if 1 <= hour <= 6:
        return Clock((hour + 12) * 60 + minute, bare=True)
    return Clock(hour * 60 + minute, bare=True)


def minutes(said: str | None) -> int:
    """半 is 30, 一刻 is 15, 四十 is 40, ":45" is 45."""
    if not said:
        return 0
    if "半" in said:
        return 30
    if said.endswith("刻"):
        return 15 * number(said[0])
    if "字" in said:
        return 5 * number(said.strip("个字"))
    digits = "".join(c for c in said if c.isdigit())
    if digits:
        return int(digits)
    return number(said.strip("点时分钟零")) if said.strip("点时分钟零") else 0


def spoken(said: dict[str, str], part: str | None) -> Clock | None:
    """The clock time of a clock token."""
    if "h" in said:
        exact = said["h"].startswith("0") and len(said["h"]) == 2
        return clock(
            number(said["h"]),
            minutes(said.get("mi")),
            _meridiem(said.get("zap") or said.get("zap2")) or part,
            exact=exact,
        )
    if "qh" in said:
        back = {"一刻": 15, "十分": 10, "五分": 5}[said["qto"]]
        return _shifted(clock(number(said["qh"]), 0, part), -back)
    if "noon" in said:
        return Clock(0 if said["noon"] == "midnight" else 12 * 60, bare=False)
    if "half" in said:
        base = clock(number(said["hh"]), 0, _meridiem(said.get("hap")) or part)
        return _shifted(base, _MINUTES[said["half"]])
    if "wh" in said:
        minute = {"thirty": 30, "fifteen": 15}.get(said.get("wm", "").strip(), 45 if said.get("wm") else 0)
        return clock(number(said["wh"]), minute, _meridiem(said.get("wap")) or part)
    if "mil" in said:
        return clock(int(said["mil"][:2]), int(said["mil"][2:]), None, exact=True)
    if "eh" in said:
        said_half = _meridiem(said.get("eap2")) or _meridiem(said["eap"])
        return clock(int(said["eh"]), int(said.get("emi", 0)), said_half or part)
    return clock(int(said["bh"]), int(said.get("bm", 0)), part) if "bh" in said else None


def _meridiem(said: str | None) -> str | None:
    word = (said or "").replace(".", "").strip()
    return word if word in {"am", "pm"} else None


def _shifted(base: Clock | None, by: int) -> Clock | None:
    return Clock(base.minute + by, base.bare) if base else None
