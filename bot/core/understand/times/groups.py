"""Which pieces belong together, which are refused, and which wish counts where several are said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from typing import Final

from bot.core.understand.times.tokens import Token, tokens_of

_BREAK: Final = re.compile(r"[,。;!?\n.]")
TIMED: Final = frozenset({"day", "part", "clock", "span", "offset", "any", "now"})
_INSTEAD: Final = re.compile(r"改|换|还是|要不|不如|最好|sorry|actually|instead|i mean|make it|rather|不对|错")
_PAST_DAY: Final = re.compile(r"yesterday|昨[天日儿晚]?|大?前天|寻日|琴日")
_FORBIDS: Final = re.compile(r"别|莫|甭|勿|不要|不用|唔好|dont")
_UNTIL: Final = re.compile(r"(?:till?|until) ")
_PREFIXED: Final = re.compile(
    r"别|不要|不是|莫|甭|勿|除了|除开|不选|不约|not|no|except|instead of|rather than|cant|cannot|dont|never"
)


@dataclass(slots=True)
class Group:
    tokens: list[Token] = field(default_factory=list)
    refused: bool = False
    preferred: bool = False
    past: bool = False
    """Told of an earlier day: "昨天下午三点" offers nothing."""
    forbidden: bool = False
    """Refused as an hour to come at, not as one that the customer is busy at: "9点之前别来"."""

    def kinds(self) -> set[str]:
        return {token.kind for token in self.tokens}

    @property
    def has_day(self) -> bool:
        return any(token.kind == "day" for token in self.tokens)

    @property
    def has_hour(self) -> bool:
        return bool(self.kinds() & {"part", "clock", "span", "offset"}) or any(
            hour_inside(token) for token in self.tokens
        )


def inherit_day(groups: list[Group]) -> None:
    """The afternoon of the day whose morning was refused ("明天上午要上班，下午可以")."""
    for before, after in pairwise(groups):
        if before.refused and before.has_day and before.has_hour and not after.refused and not after.has_day:
            after.tokens[:0] = [token for token in before.tokens if token.kind == "day"]


def hour_inside(token: Token) -> bool:
    word = token.said.get("rel") or token.said.get("erel") or ""
    return word.endswith(("晚", "夜", "早", "晨", "下午", "上午", "中午", "听朝")) or word in {
        "tonight",
        "tonite",
        "2nite",
        "2night",
    }


def groups_of(text: str) -> list[Group]:
    """The wishes and refusals of the reply, in order: broken at clauses, at a refusal, at "but"."""
    grouping = _Grouping([Group()])
    last_end = 0
    tokens = tokens_of(text)
    for token, following in zip_longest(tokens, tokens[1:]):
        between = text[last_end : token.start]
        if _BREAK.search(between):
            grouping.begin(preferred=bool(_INSTEAD.search(between)))
        last_end = token.end
        if token.kind == "past":
            over = _PAST_DAY.match(token.text) is not None
            grouping.begin(refused=over or token.text.startswith("last time"), past=over)
        elif token.kind == "no":
            _refuse(grouping, token, following)
        elif token.kind == "but":
            instead = bool(_INSTEAD.search(token.text))
            if grouping.current.refused or instead:
                grouping.begin(preferred=instead)
        elif token.kind != "skip":
            grouping.add(token)
    found = [group for group in grouping.groups if group.tokens]
    _free_after(found)
    _bounded_by_refusals(found)
    return found


def _free_after(groups: list[Group]) -> None:
    """Who is at work till six is free from then on: "at work till 6", "加班到八点"."""
    for group in groups:
        timed = [token for token in group.tokens if token.kind in TIMED]
        if not group.refused or group.past or group.forbidden or len(timed) != 1 or timed[0].kind != "clock":
            continue
        glued = _UNTIL.match(timed[0].text)
        marks = group.kinds() - {"clock"}
        if glued or (marks and marks <= {"to", "before", "after"} and marks != {"after"}):
            hour = timed[0]
            hour = replace(hour, text=f"after {hour.text[glued.end() :]}") if glued else hour
            bound = Token("after", hour.end, hour.end, {}, "以后")
            group.tokens, group.refused = [hour, bound], False


def _bounded_by_refusals(groups: list[Group]) -> None:
    """A bare bound after a refused time is measured by it: "后天中午要出门，之前送"."""
    for before, after in pairwise(groups):
        if before.refused and before.kinds() & TIMED and after.kinds() in ({"before"}, {"after"}) and not after.refused:
            after.tokens[:0] = [token for token in before.tokens if token.kind in TIMED]


@dataclass(slots=True)
class _Grouping:
    """Groups so far; the last one is open."""

    groups: list[Group]

    @property
    def current(self) -> Group:
        return self.groups[-1]

    def add(self, token: Token) -> None:
        """Another day than the past one that was told of opens a wish of its own: "昨天说今天下午送"."""
        if token.kind == "day" and self.current.past:
            self.begin()
        self.current.tokens.append(token)

    def begin(self, *, refused: bool = False, preferred: bool = False, past: bool = False) -> None:
        self.groups.append(Group(refused=refused, preferred=preferred, past=past))


def _refuse(grouping: _Grouping, token: Token, following: Token | None) -> None:
    """Set a refusal: "明天不行" refuses what went before, "别明天" what comes."""
    prefixes = (
        _PREFIXED.fullmatch(token.text) and following and following.kind in TIMED and following.start - token.end <= 4
    )
    if grouping.current.kinds() & TIMED and not prefixes:
        grouping.current.refused = True
        grouping.current.forbidden = _FORBIDS.fullmatch(token.text) is not None
        grouping.begin()
    else:
        grouping.begin(refused=True)


def joined(groups: list[Group]) -> list[Group]:
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


def _clock_of(group: Group) -> str:
    """The hour as it was said, "" where none was: what is said again with a bound is what is meant ("五点到家，五点以后来")."""
    return next((token.text for token in group.tokens if token.kind == "clock"), "")


def chosen_of(groups: list[Group]) -> Group:
    for group in reversed(groups):
        if group.preferred:
            return group
    definite = [group for group in groups if group.kinds() != {"any"}]
    for group in definite[1:]:
        if group.kinds() & {"after", "before"} and _clock_of(group) and _clock_of(group) == _clock_of(definite[0]):
            return group
    return (definite or groups)[0]
