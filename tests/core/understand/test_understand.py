"""What a reading carries beside its intent: the branch, the slots, what else was said, and why."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.model import Option, Question
from bot.core.understand import DEFAULT, media_only, steps, understand
from tests.core.understand.examples import NOW
from tests.core.understand.questions import QUESTIONS

MENU = QUESTIONS["delivery_options"]


def read(text, question=MENU, **more):
    return understand(text, question, NOW, **more)


def test_a_digit_takes_its_branch_and_brings_the_time_along():
    """ "2 后天下午三点以后" books at once."""
    meaning = read("2 后天下午三点以后")
    assert (meaning.intent, meaning.branch) == ("option", "2")
    assert meaning.time.start == datetime.fromisoformat("2026-11-23T15:00+08:00")
    assert meaning.time.end is None


def test_a_choice_and_a_complaint_are_both_heard():
    """The branch is taken and the complaint goes along."""
    meaning = read("1，另外上次那个快递摔坏了我要投诉")
    assert (meaning.intent, meaning.branch) == ("option", "1")
    assert "complaint" in meaning.also


@pytest.mark.parametrize("text", ["1和2", "1 2", "2还是3", "5", "12", "1 预约上门", "1/3", "1、2、3"])
def test_two_choices_or_one_off_the_menu_ask_again(text):
    """Law 13: two different digits, or a digit against its own words, are never guessed."""
    meaning = read(text)
    assert meaning.branch is None
    assert meaning.intent == "other"


def test_yes_takes_the_option_that_confirms():
    """ "好的" under "回复1确认" is branch 1."""
    meaning = read("好的", QUESTIONS["delivery_slot"])
    assert (meaning.intent, meaning.branch) == ("confirm", "1")


def test_no_takes_the_option_that_declines():
    """ "不同意" under "1同意 2有异议" is branch 2."""
    assert read("不同意", QUESTIONS["proxy_signoff"]).branch == "2"


def test_a_time_under_a_menu_that_schedules_takes_that_branch():
    """A bare time is the wish for a visit; the intent says that it was a time."""
    meaning = read("后天下午三点以后")
    assert (meaning.intent, meaning.branch) == ("time", "2")


def test_a_typed_reply_takes_the_branch_of_its_kind():
    """time, address and rating are keys of their own."""
    asks_time = Question("f", "s", accepts=frozenset({"time"}))
    asks_address = Question("f", "s", accepts=frozenset({"address"}))
    asks_rating = Question("f", "s", accepts=frozenset({"rating"}))
    assert read("明天下午3点", asks_time).branch == "time"
    assert read("上海市徐汇区漕溪北路331号 王五 13800001111", asks_address).branch == "address"
    assert (read("不满意", asks_rating).branch, read("不满意", asks_rating).rating) == ("rating", 4)
    assert (read("2", asks_rating).branch, read("2", asks_rating).rating) == ("rating", 2)


def test_an_incomplete_address_takes_no_branch():
    """A redirect costs: "5号楼302" is kept and asked for again."""
    meaning = read("5号楼302", Question("f", "s", accepts=frozenset({"address"})))
    assert (meaning.intent, meaning.branch, meaning.address.complete) == ("address", None, False)


@pytest.mark.parametrize(
    ("text", "branch"),
    [("8896", "text"), ("明天", "text"), ("好的", "text"), ("退订", None), ("我要投诉", None), ("转人工", None)],
)
def test_free_text_is_taken_unless_it_is_a_compliance_word_a_complaint_or_a_call_for_a_person(text, branch):
    """A state that takes text takes any text but these."""
    assert read(text, Question("f", "s", accepts=frozenset({"text"}))).branch == branch


def test_words_of_the_menu_alone_are_enough():
    """`1: held` without `means` and without `words` reads the same, out of the menu that was said."""
    bare = Question("f", "s", tuple(Option(key) for key in "123"), frozenset(), MENU.menus)
    for text in ("暂存", "送上门吧", "改个地址", "hold it", "后天下午", "2"):
        assert read(text, bare).branch == read(text).branch


def test_options_of_a_carriers_own_are_picked_by_their_words():
    """An option that no table knows is picked by its words, and not where it is refused."""
    own = Question(
        "f", "s", (Option("1", words=("放门卫",)), Option("2", words=("放前台",))), frozenset(), ("1放门卫 2放前台",)
    )
    assert read("帮我放前台", own).branch == "2"
    assert read("不要放前台", own).branch is None


@pytest.mark.parametrize("text", ["回复1要求暂存/2预约上门/3转寄新地址", "> 回复1暂存/2预约上门/3转寄新地址"])
def test_our_own_menu_quoted_back_is_no_choice(text):
    """Forwarded or quoted, it says nothing."""
    assert read(text).branch is None


def test_an_answer_behind_the_quoted_menu_counts():
    """The quote is cut, the rest is read."""
    assert read("回复1要求暂存/2预约上门/3转寄新地址\n2").branch == "2"


def test_an_opt_out_that_may_not_be_one_goes_to_a_person():
    """Ambiguous: promotions pause while a person decides."""
    for text in ("leave me alone", "怎么退订", "骚扰短信", "wrong number"):
        meaning = read(text, None)
        assert meaning.intent != "opt_out"
        assert meaning.ambiguous


def test_a_carriers_own_words_extend_the_tables_without_touching_the_default():
    """`lexicon:` of carrier.yaml adds phrases to a table; nobody else's reading changes."""
    own = DEFAULT.extended({"hold": ["塞信报箱"], "yes": ["妥妥地"]})
    assert read("塞信报箱", lexicon=own).branch == "1"
    assert read("妥妥地", QUESTIONS["delivery_slot"], lexicon=own).intent == "confirm"
    assert read("塞信报箱").branch is None


def test_an_unknown_table_is_named():
    """A slip in carrier.yaml is told with the tables there are."""
    with pytest.raises(ValueError, match=r"'holds'.*hold"):
        DEFAULT.extended({"holds": ["x"]})


def test_every_reading_names_its_rule_and_its_path():
    """The path ends with the layer that decided."""
    path = steps("bu tongyi", QUESTIONS["proxy_signoff"], NOW)
    assert path[-1][1].rule.startswith("sounds.")
    assert [name for name, _ in path][:3] == ["empty", "compliance_word", "automatic"]


def test_a_photo_alone_takes_the_branch_photo_where_there_is_one():
    """Media without words is no choice."""
    assert media_only(Question("f", "s", accepts=frozenset({"photo"}))).branch == "photo"
    assert media_only(MENU).branch is None
    assert media_only(None).intent == "other"


def test_the_moment_of_the_reply_is_the_customers():
    """One instant, two zones: tomorrow differs."""
    moment = datetime.fromisoformat("2026-11-21T17:30:00+00:00")
    shanghai = understand("明天", None, moment.astimezone(ZoneInfo("Asia/Shanghai"))).time
    london = understand("明天", None, moment.astimezone(ZoneInfo("Europe/London"))).time
    assert (shanghai.start.day, london.start.day) == (23, 22)
