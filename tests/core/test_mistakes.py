"""What a validator found, told to a person: places that they wrote, words that are not the program's."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.core.campaigning import NewCampaign
from bot.core.mistakes import mistakes


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"data": {"offer": ["a"]}}, {"data.offer": "should be a text or a whole number or a number"}),
        ({"variants": [{"name": "Z"}]}, {"variants.0.name": "should be one letter from A to H"}),
        ({"variants": {}}, {"variants": "should be a list"}),
        ({"flow": "No Flow"}, {"flow": "should be small letters, digits and _, beginning with a letter"}),
        ({"colour": 1}, {"colour": "is no name that is known here"}),
        ({"flow": None}, {"flow": "should be a text"}),
        ({"limits": {"opt_outs": 2}}, {"limits.opt_outs": "should be less than or equal to 1"}),
        ({"audience": {"segments": "vip"}}, {"audience.segments": "should be a list"}),
    ],
)
def test_mistakes_are_told_in_plain_words(changes, found):
    """Neither a pattern nor a program's type, and one line for a place whatever kinds were tried."""
    given = {"name": "Autumn", "flow": "coupon", **changes}
    with pytest.raises(ValidationError) as caught:
        NewCampaign.model_validate(given)
    assert mistakes(caught.value, given) == found


def test_what_is_missing_is_named_where_it_should_stand():
    """Though nothing stands there."""
    given = {"name": "Autumn", "variants": [{"weight": 1}]}
    with pytest.raises(ValidationError) as caught:
        NewCampaign.model_validate(given)
    assert mistakes(caught.value, given) == {"flow": "is missing", "variants.0.name": "is missing"}
