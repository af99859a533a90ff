"""Intervals against the examples that Newcombe published, and the rule that stops a campaign."""

from __future__ import annotations

import pytest

from bot.core.campaigning import CampaignRules, Variant, standings, variant_for
from bot.core.proportions import difference, wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval(count, of, low, high):
    """Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    found = wilson(count, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_difference(one, other, low, high):
    """Statistics in Medicine 17 (1998), 873-890, table II, method 10."""
    found = difference(*one, *other)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_of_nothing_there_is_no_share():
    """No text arrived: no share, no difference; and a count beyond the whole is a mistake of ours."""
    assert wilson(0, 0) is None
    assert difference(0, 0, 1, 2) is None
    with pytest.raises(ValueError, match="is no share"):
        wilson(3, 2)


@pytest.mark.parametrize(
    ("complaints", "arrived", "stops"),
    [
        (0, 10, False),
        (1, 10, True),  # 1 in 10 is no chance: its interval begins at 1.8 %
        (1, 1000, False),  # 0.1 %, but one in a thousand may be chance
        (2, 1000, True),  # twice is not
        (1, 3334, False),  # below 0.03 %
        (3, 10_000, False),  # exactly at the limit
        (4, 10_000, True),
    ],
)
def test_when_complaints_stop_a_campaign(complaints, arrived, stops):
    """Over 0.03 %, by two complaints, or by one where even the lower end of its interval is over it."""
    assert standings(CampaignRules(), {}, arrived, complaints, 0)[0].passed is stops


@pytest.mark.parametrize(
    ("opt_outs", "arrived", "own", "stops"),
    [(4, 190, None, False), (5, 190, None, True), (2, 10, None, True), (5, 190, 0.05, False), (1, 10, None, False)],
)
def test_when_opt_outs_stop_a_campaign(opt_outs, arrived, own, stops):
    """The carrier's limit (2 %), or the campaign's own, by five opt-outs or where chance is ruled out."""
    assert standings(CampaignRules(), {"opt_outs": own}, arrived, 0, opt_outs)[1].passed is stops


def test_a_customer_keeps_a_variant():
    """The same letter each time, in proportion to the weights, another lot in another campaign."""
    variants = [Variant(name="A", weight=3), Variant(name="B")]
    first = [variant_for(7, thread, variants) for thread in range(4000)]
    assert first == [variant_for(7, thread, variants) for thread in range(4000)]
    assert 2900 < first.count("A") < 3100
    assert first != [variant_for(8, thread, variants) for thread in range(4000)]
