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


@pytest.mark.parametrize(("count", "of"), [(81, 263), (15, 148), (1, 29), (1, 1000), (3, 10), (48, 80)])
def test_wilsons_bounds_are_where_the_score_test_stands(count, of):
    """By its definition: at each bound p the share is exactly z standard errors of p away, |share - p| = z sqrt(p (1 - p) / n)."""
    found = wilson(count, of)
    for bound in (found.low, found.high):
        assert abs(found.value - bound) == pytest.approx(1.959963985 * (bound * (1 - bound) / of) ** 0.5, rel=1e-6)


def test_newcombes_difference_by_hand():
    """56 of 70 less 48 of 80, worked out step by step with z = 1.96: squares of the distances to Wilson's bounds, then their roots."""
    l1, u1 = 0.691831, 0.876954  # (2*70*0.8 + 3.8416 -+ 1.96*sqrt(3.8416 + 4*70*0.8*0.2)) / (2*(70 + 3.8416))
    l2, u2 = 0.490451, 0.700385  # (2*80*0.6 + 3.8416 -+ 1.96*sqrt(3.8416 + 4*80*0.6*0.4)) / (2*(80 + 3.8416))
    for (count, of), (low, high) in (((56, 70), (l1, u1)), ((48, 80), (l2, u2))):
        share, root = count / of, 1.96 * (3.8416 + 4 * of * count / of * (1 - count / of)) ** 0.5
        by_hand = [(2 * of * share + 3.8416 + sign * root) / (2 * (of + 3.8416)) for sign in (-1, 1)]
        assert by_hand == pytest.approx([low, high], abs=1e-5)
    low = 0.2 - ((0.8 - l1) ** 2 + (u2 - 0.6) ** 2) ** 0.5
    high = 0.2 + ((u1 - 0.8) ** 2 + (0.6 - l2) ** 2) ** 0.5
    found = difference(56, 70, 48, 80)
    assert (found.low, found.high) == pytest.approx((low, high), abs=2e-5)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


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
        (1, 10, True),
        (1, 1000, True),  # 0.1 %
        (1, 3333, True),  # 0.030003 %
        (1, 3334, False),  # below 0.03 %
        (3, 10_000, False),  # exactly at the limit
        (4, 10_000, True),
    ],
)
def test_when_complaints_stop_a_campaign(complaints, arrived, stops):
    """Over 0.03 %, by the first complaint."""
    assert standings(CampaignRules(), {}, arrived, complaints, 0)[0].passed is stops


@pytest.mark.parametrize(("complaints", "arrived", "stops"), [(1, 10, True), (1, 1000, False), (2, 1000, True)])
def test_a_carrier_may_wait_for_a_second_complaint(complaints, arrived, stops):
    """At least two, or one where even the lower end of its interval is over the limit: 1 of 10 begins at 1.8 %."""
    rules = CampaignRules(complaints_at_least=2)
    assert standings(rules, {}, arrived, complaints, 0)[0].passed is stops


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
