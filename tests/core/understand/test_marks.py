"""Marks in words: what inverts a mark, what gives none, and what only sounds like praise."""

import pytest

from bot.core.understand import understand
from tests.core.understand.examples import NOW, prediction
from tests.core.understand.questions import QUESTIONS


@pytest.mark.parametrize(
    "text",
    ["能不能再好一点", "服务能不能更好一点", "能不能更及时", "能不能再快点", "可不可能更专业一点", "有没有更好的了", "能送上楼就再好不过了", "如果能送上门就再好不过了", "希望下次不会让我失望", "慢不赖小哥",
     "这事不赖快递员", "不赖我", "不能更及时吗", "难道不能更好吗", "为什么不能更快", "it will never be better", "this service will never get better", "never be satisfied", "快递千万分清", "万分感谢"],
)  # fmt: skip
def test_a_wish_a_question_or_blame_is_no_praise(text):
    """The words of a superlative praise only where something is stated."""
    assert prediction(understand(text, QUESTIONS["survey"], NOW)) not in {"option:1", "option:2"}


def test_a_wish_for_a_better_hour_is_no_hour():
    """ "能不能更方便一点" names no one o'clock."""
    assert understand("能不能更方便一点", QUESTIONS["delivery_slot"], NOW).intent != "confirm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("万分不满意", "option:4"), ("我对你们万分不满意", "option:4"), ("一万分的不满意", "option:4"), ("十二万分满意", "option:1"), ("打1000分", "option:1"), ("一万分满意", "option:1"),
     ("never been better", "option:1"), ("could never be happier", "option:1"), ("真不赖", "option:2"), ("不是不满意。就是一般", "option:3")],
)  # fmt: skip
def test_a_mark_is_what_its_words_say(text, expected):
    """万分 is "very", and takes its mark from what stands behind it."""
    assert prediction(understand(text, QUESTIONS["survey"], NOW)) == expected
