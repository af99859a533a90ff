from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model import Meaning, Option, Question
from bot.core.route import ClosedPrompt, OpenPrompt, PendingChoice, ask_text, route
from bot.core.tokens import letters_named, tails_named, without_tails
from tests.core.sample import NOW, carrier

MENU = Question("delivery_options", "offered", (Option("1"), Option("2")))
NOTICE = Question("pickup_notice", "noticed")
FIRST = OpenPrompt(11, MENU, "FY1234568896", {"zh-CN": "派送安排", "en": "delivery"})
SECOND = OpenPrompt(12, MENU, "FY0000001234", {"zh-CN": "派送安排", "en": "delivery"})
SURVEY = OpenPrompt(13, Question("survey", "asked", (Option("1"),)), "FY1234568896", {"zh-CN": "满意度评价"})
COUPON = OpenPrompt(14, Question("coupon", "offered", (Option("Y"),)), None, {"zh-CN": "优惠码", "en": "coupon"})
PENDING = PendingChoice((11, 12), "1", NOW + timedelta(hours=4))


def closed(id_=21, minutes=5, late=60, tracking_no="FY1234568896"):
    return ClosedPrompt(id_, MENU, NOW - timedelta(minutes=minutes), NOW + timedelta(minutes=late), tracking_no)


def test_the_only_open_question_takes_the_reply():
    """One question, one answer, whether it fits or not."""
    routed = route("哈哈", [FIRST], None, [], NOW)
    assert (routed.rule, routed.prompts, routed.text) == ("only", (11,), "哈哈")


def test_a_notice_that_asks_nothing_is_no_candidate():
    """A pure notice beside one question leaves that question the only one."""
    assert route("1", [OpenPrompt(9, NOTICE), FIRST], None, [], NOW).prompts == (11,)


def test_several_open_questions_are_asked_about():
    """Two parcels and a digit: ask, keep the text, guess nothing."""
    routed = route("1", [FIRST, SECOND], None, [], NOW)
    assert (routed.rule, routed.candidates, routed.text, routed.asked) == ("ask", (11, 12), "1", 1)


def test_a_letter_replays_the_text_that_was_kept():
    """B is the second parcel, and what was said before the letters is what it is told."""
    routed = route("b", [FIRST, SECOND], PENDING, [], NOW)
    assert (routed.rule, routed.prompts, routed.text) == ("choice", (12,), "1")


@pytest.mark.parametrize(("text", "ids"), [("A和B", (11, 12)), ("都是", (11, 12)), ("both", (11, 12))])
def test_several_letters_are_several_parcels(text, ids):
    """The kept reply goes to each parcel that was named."""
    assert route(text, [FIRST, SECOND], PENDING, [], NOW).prompts == ids


def test_a_letter_with_a_new_answer_replaces_the_kept_one():
    """A letter and a digit choose the parcel and say 2."""
    routed = route("B2", [FIRST, SECOND], PENDING, [], NOW)
    assert (routed.prompts, routed.text) == ((12,), "2")


def test_a_tail_chooses_as_well_as_a_letter():
    """Who answers the letters with a waybill's tail is understood."""
    routed = route("1234那个", [FIRST, SECOND], PENDING, [], NOW)
    assert (routed.rule, routed.prompts, routed.text) == ("choice", (12,), "1")


def test_digits_never_answer_the_letters():
    """A 2 after "A or B?" is not B: the question comes again, with the newest answer kept."""
    meanings = [Meaning("option", "t", branch="2")] * 2
    routed = route("2", [FIRST, SECOND], PENDING, [], NOW, meanings)
    assert (routed.rule, routed.text, routed.asked) == ("ask", "2", 2)


def test_words_that_answer_nothing_keep_the_first_text():
    """A question in return does not replace the 1 that is being kept."""
    meanings = [Meaning("question", "t")] * 2
    assert route("什么意思", [FIRST, SECOND], PENDING, [], NOW, meanings).text == "1"


def test_asked_in_vain_it_is_a_persons():
    """After the second time a person reads the original text."""
    asked_twice = PendingChoice((11, 12), "1", NOW + timedelta(hours=1), asked=2)
    routed = route("什么", [FIRST, SECOND], asked_twice, [], NOW)
    assert (routed.rule, routed.text) == ("unsettled", "1")


def test_a_choice_that_has_lapsed_is_forgotten():
    """A letter after the deadline is an ordinary reply."""
    old = PendingChoice((11, 12), "1", NOW - timedelta(seconds=1))
    assert route("b", [FIRST, SECOND], old, [], NOW).rule == "ask"


def test_a_chosen_question_that_closed_meanwhile_leaves_the_other():
    """Delivered while we asked: the letter of a closed question cannot be chosen any more."""
    assert route("x", [SECOND], PENDING, [], NOW).prompts == (12,)
    assert route("a", [SECOND], PENDING, [], NOW).prompts == (12,)


@pytest.mark.parametrize("intent", ["complaint", "agent", "not_received", "thanks", "help"])
def test_wishes_that_need_no_parcel_are_not_asked_about(intent):
    """A complaint with two parcels open goes straight on."""
    meanings = [Meaning(intent, "t")] * 2
    assert route("x", [FIRST, SECOND], None, [], NOW, meanings).rule == "anything_else"
    assert route("x", [FIRST, SECOND], PENDING, [], NOW, meanings).rule == "anything_else"


def test_where_is_it_asks_which():
    """The answer differs by parcel."""
    assert route("到哪了", [FIRST, SECOND], None, [], NOW, [Meaning("where_is", "t")] * 2).rule == "ask"


def test_a_tail_goes_before_the_number_of_questions():
    """The tail names the parcel; the digit alone is what it is told."""
    routed = route("1 8896", [FIRST, SECOND], None, [], NOW)
    assert (routed.rule, routed.prompts, routed.text) == ("token", (11,), "1")


def test_two_tails_are_two_parcels():
    """One reply may speak about both."""
    assert route("8896和1234都暂存", [FIRST, SECOND], None, [], NOW).prompts == (11, 12)


def test_a_tail_with_two_questions_is_no_answer():
    """The parcel is known, but it has a survey open too: ask."""
    assert route("1 8896", [FIRST, SURVEY], None, [], NOW).rule == "ask"


def test_nothing_open_but_one_closed_lately():
    """The newest of the closed questions is meant, or the one that is named."""
    late = [closed(21, 50), closed(22, 5, tracking_no="FY0000001234")]
    assert route("1", [], None, late, NOW).prompts == (22,)
    assert route("1 8896", [], None, late, NOW).prompts == (21,)


def test_nothing_open_and_nothing_late():
    """After the late time, or without any question, anything_else answers."""
    assert route("1", [], None, [closed(late=-1)], NOW).rule == "anything_else"
    assert route("1", [], None, [], NOW).rule == "anything_else"


def test_letters_name_parcels_by_their_tails():
    """The question shows what the customer sees on the parcel, in one short text."""
    assert ask_text([FIRST, SECOND], "zh-CN", carrier()) == "您有2个包裹：A 尾号8896 / B 尾号1234。请回复字母"
    english = "You have 2 parcels: A parcel 8896 / B parcel 1234. Please reply with the letter"
    assert ask_text([FIRST, SECOND], "en", carrier()) == english


def test_two_questions_about_one_parcel_are_named_by_what_they_are_about():
    """The tail alone would not tell them apart."""
    text = ask_text([FIRST, SURVEY, COUPON], "zh-CN", carrier())
    assert "A 尾号8896 派送安排 / B 尾号8896 满意度评价 / C 优惠码" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b", ("B", "")), ("Ｂ。", ("B", "")), ("选b吧", ("B", "")), ("option B please", ("B", "")), ("a 2", ("A", "2")),
        ("A，暂存吧", ("A", "暂存吧")), ("第二个包裹", ("B", "")), ("the first one", ("A", "")), ("AB", ("AB", "")), ("c", None), ("1", None), ("apple", None), ("a book", None), ("", None),
    ],
)  # fmt: skip
def test_letters(text, expected):
    """Letters in every dress, and what is none."""
    assert letters_named(text, 2) == expected


@pytest.mark.parametrize(
    ("text", "named", "rest"),
    [
        ("8896暂存", 1, "暂存"), ("尾号8896的暂存", 1, "暂存"), ("FY1234568896", 1, "FY1234568896"), ("8896", 1, "8896"),
        ("88967", 0, "88967"), ("896", 0, "896"), ("我在8896号楼", 1, "我在 号楼"), ("", 0, ""),
    ],
)  # fmt: skip
def test_tails(text, named, rest):
    """At least four characters from the end of the number; what is left is the answer."""
    assert len(tails_named(text, ["FY1234568896"])) == named
    assert without_tails(text, ["FY1234568896"]) == rest
