"""The questions that the shipped flows really ask are read like the ones the examples were labelled for."""

from dataclasses import replace

import pytest

from bot.core.understand import understand
from bot.library import questions_of
from tests.core.understand.examples import NOW, judged, load
from tests.core.understand.questions import QUESTIONS

FLOWS = ("delivery_options", "survey", "delivery_slot", "coupon", "proxy_signoff", "staff_notice")


@pytest.fixture(scope="module")
def compiled():
    return {flow: next(iter(questions_of(flow).values())) for flow in FLOWS}


def test_compiled_questions_read_the_examples_as_well(compiled):
    """Same goals on the given examples, no harm."""
    rows = [(row, *judged(row, compiled)) for row in load("given_replies")]
    assert not [row["text"] for row, _, harmful, _ in rows if harmful]
    assert sum(right for _, right, _, _ in rows) / len(rows) >= 0.97


def test_without_means_the_menus_alone_are_enough(compiled):
    """An author who writes `1: held` and nothing more loses nothing that the menu says."""
    for flow, question in compiled.items():
        bare = replace(question, options=tuple(replace(option, means=None) for option in question.options))
        for row in load("given_replies"):
            if row["flow"] == flow:
                assert understand(row["text"], bare, NOW).branch == understand(row["text"], question, NOW).branch, row[
                    "text"
                ]


def test_the_questions_of_the_examples_are_the_questions_of_the_flows(compiled):
    """Same keys: what is measured is what is shipped."""
    for flow, question in compiled.items():
        assert {option.key for option in question.options} == {option.key for option in QUESTIONS[flow].options}
