"""Two versions side by side, without a page around them."""

from __future__ import annotations

from bot.web.flows.differences import as_yaml, difference, order_of


def test_a_difference_keeps_the_order_of_the_file() -> None:
    """States do not stand by name: the first one that is said comes first."""
    flow = {"flow": "a", "states": {"zebra": {"say": "x"}, "ant": {"end": True}}, "texts": {"x": {"en": ["one"]}}}
    changed = {**flow, "states": {"zebra": {"say": "x", "go": [{"go": "ant"}]}, "ant": {"end": True}}}
    text = as_yaml(changed, order_of(flow))
    assert text.index("zebra:") < text.index("  ant:")
    assert [line.text for line in difference(flow, changed, order_of(flow)) if line.kind == "added"] == ["    go: ant"]
