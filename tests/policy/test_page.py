"""docs/policy.md states every rule with its default, and no rule that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML

from bot.core.carrier import ChannelConfig, OptOutConfig
from bot.core.durations import short_duration
from bot.core.policy import REASONS, RULES_OF_SENDING, in_force
from bot.core.rulebook import CONFIRM_WITHIN, PROVIDER_LIMITS, PROVIDER_WORDS
from bot.numbers import GOAL
from tests.core.sample import carrier

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "policy.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows[2:]]


def written(value: Any) -> str:
    """A default as the page writes it."""
    match value:
        case None:
            return "unset"
        case bool():
            return f"`{str(value).lower()}`"
        case timedelta():
            return f"`{short_duration(value)}`"
        case dict() if value:
            return "`{" + ", ".join(f"{key}: {word}" for key, word in value.items()) + "}`"
        case tuple() if value:
            return f"`{', '.join(map(str, value))}`"
        case tuple() | dict():
            return "none"
        case _:
            return f"`{value}`"


def settings(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every setting below, with its default."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from settings(f"{path}.{name}", getattr(value, name))
    elif path.startswith("windows.") and isinstance(value, Mapping):
        for segment, spans in value.items():
            yield f"{path}.{segment}", written(spans)
    else:
        yield path, written(value)


def test_every_setting_is_on_the_page_with_its_default():
    """And the page has no other."""
    config = carrier(coupons=[]).model_copy(update={"opt_out": OptOutConfig()})
    expected = dict(pair for name in RULES_OF_SENDING for pair in settings(name, getattr(config, name)))
    channel = ChannelConfig(kind="simulator")
    for name in ("signature", "opt_out", "suffix", "limits", "billing"):
        expected[f"channels.*.{name}"] = written(getattr(channel, name))
    page = {row[2].strip("`"): row[1] for row in table("Rules")}
    assert page == expected
    assert all(row[3] for row in table("Rules")), "every rule has its source"


def test_every_limit_of_a_provider_is_on_the_page():
    """Row by row, with where it is from."""
    rows = [
        [r.kind, r.prefix, str(r.identical_a_day or "no limit"), str(r.a_day or "no limit"), r.source]
        for r in PROVIDER_LIMITS
    ]
    assert table("Provider's own limits") == rows


def test_every_reason_is_on_the_page():
    """As staff read it."""
    assert {row[0].strip("`"): row[1] for row in table("Reasons")} == dict(REASONS)


def test_the_figures_in_its_sentences_are_the_programs():
    """The confirmation's five minutes, the goal of valid numbers, the provider's words."""
    assert f"within {CONFIRM_WITHIN // timedelta(minutes=1)} minutes" in PAGE
    assert f"goal {100 * GOAL:.0f} %" in PAGE
    assert ", ".join(PROVIDER_WORDS) in PAGE.replace("\n  ", " ")


def test_the_example_is_one_that_the_program_takes():
    """What an author copies is valid, and says what it seems to say."""
    example = YAML(typ="safe", pure=True).load(PAGE.partition("```yaml\n")[2].partition("```")[0])
    config = carrier(**example)
    assert [str(span) for span in config.windows.promotion["default"]] == ["09:00-11:30", "14:00-17:30"]
    assert (config.caps.promotion.a_month, config.opt_out.suffix) == (2, {"zh-CN": "回TD退订"})


def test_a_window_that_is_no_list_is_explained():
    """In the author's words, not the program's."""
    with pytest.raises(ValidationError, match=r"default: write a list of windows, such as \['09:00-11:30'"):
        carrier(windows={"promotion": {"default": "00:00-24:00"}})


def test_the_rules_in_force_leave_nothing_open():
    """What follows from channel, time zone and provider is filled in as policy fills it in."""
    sms = {"kind": "aliyun", "signature": "provider"}
    shown = in_force(
        carrier(channels={"cn": sms, "us": {"kind": "twilio", "limits": {"a_day": 3}}, "try": {"kind": "twilio"}})
    )
    cn, us, tried = (shown["channels"][name] for name in ("cn", "us", "try"))
    assert (cn["billing"], cn["links"], cn["suffix"]["zh-CN"]) == ("mainland", "fixed", "拒收请回复R")
    assert cn["limits"] == {"+": {"identical_a_day": None, "a_day": 50}}
    assert us["limits"] == {"+": {"identical_a_day": None, "a_day": 3}}
    assert (tried["billing"], tried["links"], tried["limits"]["+86"]["identical_a_day"]) == ("gsm", "anywhere", 2)
    assert shown["holidays"]["country"] == "CN"
    assert shown["opt_out"]["covers"] == ["survey", "promotion"]
    assert shown["campaigns"]["opt_outs"] == 0.02
