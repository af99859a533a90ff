"""How sure a share is: 95 % intervals of one share and of the difference between two.

Wilson's score interval and Newcombe's difference of two (method 10), without continuity correction: right for small counts
and for shares near 0, where the usual formula gives nothing or less than nothing. They are written out here because the libraries
that have them (statsmodels, scipy) weigh a hundred megabytes; the tests hold them against the published examples.

Sources: R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872 (one share) and 873-890 (the difference).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

Z: Final = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Interval:
    """A share, or a difference of two, with the bounds that hold it 19 times in 20."""

    value: float
    low: float
    high: float


def wilson(count: int, of: int) -> Interval | None:
    """The share `count` / `of`; None of nothing. Raises `ValueError` for a count that cannot be."""
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no share")
    if of == 0:
        return None
    share, squared = count / of, Z * Z
    middle = (count + squared / 2) / (of + squared)
    half = Z * sqrt(share * (1 - share) * of + squared / 4) / (of + squared)
    return Interval(share, 0.0 if count == 0 else middle - half, 1.0 if count == of else middle + half)


def difference(count: int, of: int, other: int, of_other: int) -> Interval | None:
    """The first share less the other; None where one of them is of nothing."""
    one, two = wilson(count, of), wilson(other, of_other)
    if one is None or two is None:
        return None
    apart = one.value - two.value
    low = apart - sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    high = apart + sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    return Interval(apart, low, high)
