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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("满意吗？满意", "option:2"), ("是否满意？满意", "option:2"), ("满意？满意！", "option:2"), ("satisfied? yes satisfied", "option:2"), ("满意？很满意", "option:1"), ("满意？嗯", "option:2"), ("满意？一般", "option:3"),
     ("满意？谢谢", "other"), ("满意？呵呵", "option:4"), ("满意？不存在的", "option:4"), ("satisfied? are you kidding", "option:4"), ("不满意？满意", "other")],
)  # fmt: skip
def test_our_question_said_back_is_marked_by_what_follows_it(text, expected):
    """A question mark by itself chooses no mark."""
    assert prediction(understand(text, QUESTIONS["survey"], NOW)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("一直用你们家，满意，十年了", "option:2"), ("非常满意，老客户十年了", "option:1"), ("好评，用了8年", "option:1"), ("满意，才等了一个月", "complaint"), ("拖到现在，真满意，一个月", "complaint"), ("满意，三个月了才到", "complaint")],
)  # fmt: skip
def test_years_of_custom_are_no_wait(text, expected):
    """Only a wait sours praise."""
    assert prediction(understand(text, QUESTIONS["survey"], NOW)) == expected


@pytest.mark.parametrize(
    ("flow", "text", "intent"),
    [
        (None, "快递员怎么不收我的件，气死了", "complaint"),
        (None, "驿站怎么不收快递", "question"),
        ("survey", "谁不想快点收到，等了半个月", "complaint"),
        ("delivery_options", "怎么不收我的件，气死了", "complaint"),
        ("delivery_options", "不是不要，是现在没空收", "other"),
        ("delivery_slot", "怎么会不收", "other"),
        (None, "我没有说不收", "other"),
    ],
)
def test_a_grievance_is_heard_beside_a_refusal_that_is_denied(flow, text, intent):
    """ "怎么不收" asks a courier why, where nothing was offered that could be refused."""
    assert understand(text, QUESTIONS.get(flow), NOW).intent == intent
