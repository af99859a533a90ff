"""The tables: every row is shown by its own example, and nothing in them can repeat without bound."""

import opencc
import pytest

from bot.core.understand import DEFAULT
from bot.core.understand.phrases import Phrases
from bot.core.understand.rows import Row, rows
from bot.core.understand.text import normalise, simplified
from bot.core.understand.whole import expand

ROWS = [(table, row) for table, phrases in DEFAULT.phrases.items() for row in phrases.rows]


@pytest.mark.parametrize("table", sorted(DEFAULT.phrases))
def test_every_row_is_shown_by_its_example(table):
    """A row whose example it does not match is a row that nobody checked."""
    unshown = [row for row in DEFAULT.phrases[table].rows if not Phrases([row]).search(normalise(row.example).tight)]
    assert unshown == []


def test_a_row_without_an_example_is_refused():
    """The example or source is part of the row."""
    with pytest.raises(ValueError, match="line 2"):
        rows("\n退订\n")


@pytest.mark.parametrize("phrase", ["退+", "退*", "[退]", "退{3}", "(?=退)", "^退", "退$"])
def test_what_could_repeat_or_look_around_is_refused(phrase):
    """Only alternatives, options and bounded gaps."""
    with pytest.raises(ValueError, match="line 1"):
        rows(f"{phrase}  x")


def test_a_table_of_whole_replies_expands():
    """`(a|b)c?` stands for four replies."""
    assert sorted(expand("(a|b)c?")) == ["a", "ac", "b", "bc"]


def test_a_gap_stays_within_its_clause():
    """`别…发` is not found across a comma."""
    phrases = Phrases([Row("别…发", "别再给我发")])
    assert phrases.search("别再给我发")
    assert not phrases.search("别,发")
    assert not phrases.search("别一二三四五六七发")


def test_latin_phrases_end_at_word_boundaries():
    """ "stop" is not in "nonstop" or "stopped"."""
    phrases = Phrases([Row("stop", "stop")])
    assert phrases.search("please stop now")
    assert not phrases.search("nonstop")
    assert not phrases.search("stopped")


@pytest.mark.parametrize(
    "words", ["回覆 覆蓋", "沈默 沈先生", "明瞭 瞭望", "藉以", "甦生", "乾坤 乾淨", "一隻 著名", "快遞到了嗎"]
)
def test_traditional_characters_that_only_some_compounds_simplify(words):
    """Simplified as the converter does it, though most texts are never handed to it."""
    assert simplified(words) == str(opencc.OpenCC("t2s").convert(words))


def test_a_carriers_own_phrases_are_found_beside_those_of_the_product():
    """An extended table is cut anew; the tables that it leaves alone are the same ones."""
    own = DEFAULT.extended({"complaint": ["包裹长毛了"]})
    assert own.phrases["complaint"].search("我的包裹长毛了")
    assert own.phrases["complaint"].search("我要投诉")
    assert not DEFAULT.phrases["complaint"].search("我的包裹长毛了")
    assert own.phrases["agent"] is DEFAULT.phrases["agent"]
