from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.decide import MAX_TURNS
from bot.core.effects import Ask, ClaimCoupon, Instruct, MarkConsent, OpenCase, Say
from bot.core.model import (
    Address,
    Claimed,
    EventCame,
    HandedBack,
    Meaning,
    Media,
    Replied,
    RepliedLate,
    Silence,
    Started,
    TimeWindow,
)
from tests.core.sample import AFTERNOON, HOME, NOW, PARCEL, Talk, compiled, facts, of, said, standard

COUNTING = """
flow: counting
title: Counting
starts_on: out_for_delivery
states:
  asked:
    say: question
    replies:
      1: {if: GUARD, go: done}
      2: asked
    silence: {after: 1h, go: done}
    unclear: {say: again, at_most: 2, go: done}
  done: {end: true}
texts:
  question: {zh-CN: 问}
  again: {zh-CN: 再问}
"""


def options(**parcel):
    talk = Talk(standard("delivery_options"), facts(PARCEL | parcel))
    talk.begin()
    return talk


def test_the_trigger_says_the_menu_and_asks():
    """The first turn says the menu with the parcel's facts and opens its question with a reply clock."""
    talk = Talk(standard("delivery_options"))
    decision = talk.begin()
    (say,), (ask,) = of(decision, Say), of(decision, Ask)
    assert say.text == "您尾号8896的包裹由李师傅派送，约11:00到。回复1要求暂存/2预约上门/3转寄新地址"
    assert ask.silence_after == timedelta(hours=4)
    assert ask.late_within == timedelta(hours=12)
    assert [option.key for option in ask.question.options] == ["1", "2", "3"]
    assert decision.path == ("(start) -begin-> offered",)
    assert (talk.state, talk.conversation.version, decision.ended) == ("offered", 1, False)


def test_a_digit_gives_the_instruction_and_the_confirmation():
    """1 holds the parcel until three days from now, says so and ends."""
    decision = options().reply("1")
    assert of(decision, Instruct) == [Instruct("hold", {"until": "2026-11-26T09:00:00+08:00"})]
    assert said(decision) == ["held"]
    assert decision.ended


def test_a_reply_that_answers_the_next_question_is_not_asked_it():
    """Option 2 with a time books the visit in one turn, without asking when."""
    decision = options().reply("2", time=AFTERNOON)
    assert said(decision) == ["scheduled"]
    assert decision.conversation.values["visit"] == {"start": "2026-11-25T15:00:00+08:00", "end": None}
    assert of(decision, Instruct)[0].params["window"]["start"] == "2026-11-25T15:00:00+08:00"


def test_a_bare_time_takes_the_option_that_asks_for_one():
    """A time without a digit is the visit: only one option asks for a time."""
    decision = options().reply(None, intent="time", time=AFTERNOON)
    assert decision.path == ("offered -reply:2-> scheduling", "scheduling -reply:time-> scheduled")


def test_a_bare_complete_address_still_needs_its_proof():
    """An address without a digit goes to the proof, never straight to the instruction."""
    talk = options()
    decision = talk.reply(None, intent="address", address=HOME)
    assert talk.state == "proving"
    assert of(decision, Instruct) == []


def test_a_bare_incomplete_address_is_not_guessed_at():
    """Half an address takes no option: what costs is asked about."""
    talk = options()
    decision = talk.reply(None, intent="address", address=Address("上海"))
    assert talk.state == "offered"
    assert said(decision) == ["menu_again"]


def test_a_bare_address_for_a_parcel_that_cannot_be_redirected_is_unclear():
    """The guard of the option is asked before the option is taken for the customer."""
    talk = options(redirectable=False)
    talk.reply(None, intent="address", address=HOME)
    assert talk.state == "offered"


def test_a_window_open_at_both_ends_is_no_time():
    """Any time at all does not book a visit at no time."""
    talk = options()
    talk.reply("2", time=TimeWindow(None, None))
    assert talk.state == "scheduling"


@pytest.mark.parametrize("text", ["839201", "８３９２０１。", " 839201 ", "验证码是839201，谢谢"])
def test_the_code_in_any_dress_proves(text):
    """The proof code is found whatever stands around it."""
    talk = options().at("proving", new_address={"raw": "x"})
    decision = talk.reply("text", text=text, intent="other")
    assert talk.state == "redirected"
    assert of(decision, Instruct)[0].params["address"] == {"raw": "x"}


@pytest.mark.parametrize("text", ["839202", "83920", "839201 839202", "", "。"])
def test_another_code_proves_nothing(text):
    """A wrong, partial or doubled code redirects nothing."""
    talk = options().at("proving", new_address={"raw": "x"})
    decision = talk.take(Replied(Meaning("other", "test", branch="text"), text))
    assert of(decision, Instruct) == []


def test_what_cannot_be_read_is_asked_again_and_then_given_to_a_person():
    """Two more questions, then a case that says why."""
    talk = options()
    assert said(talk.reply(intent="other")) == ["menu_again"]
    assert said(talk.reply(intent="other")) == ["menu_again"]
    decision = talk.reply(intent="other")
    (case,) = of(decision, OpenCase)
    assert talk.state == "with_staff"
    assert case.due == timedelta(hours=2)
    assert "could not be read, after asking 3 times" in case.reason


def test_an_answer_that_was_read_forgets_the_failed_ones():
    """The counter of a question belongs to that asking of it."""
    talk = options(redirectable=False)
    talk.reply(intent="other")
    talk.reply("3")
    assert talk.state == "offered"
    assert talk.conversation.counters == {}


@pytest.mark.parametrize("intent", ["where_is", "complaint", "agent", "not_received", "thanks", "confirm", "help"])
def test_other_wishes_are_passed_on_and_leave_the_question_open(intent):
    """What no option means goes to anything_else; the open question and its clock are untouched."""
    talk = options()
    version = talk.conversation.version
    decision = talk.reply(intent=intent)
    assert decision.passed_on.intent == intent
    assert (talk.state, talk.conversation.version, decision.effects) == ("offered", version, ())


def test_a_further_wish_in_the_same_reply_is_passed_on_too():
    """One, and I want to complain" holds the parcel and registers the complaint."""
    decision = options().reply("1", also=("complaint",))
    assert said(decision) == ["held"]
    assert decision.passed_on.intent == "complaint"


def test_a_complaint_beside_an_answer_that_brings_a_person_is_theirs():
    """One reply, one case: what else was said stands in its reason, and nobody is told of a second person."""
    talk = Talk(standard("proxy_signoff"))
    talk.begin()
    decision = talk.reply("2", also=("complaint", "agent"))
    [case] = of(decision, OpenCase)
    assert case.takes_control
    assert case.reason.endswith("; also complains")
    assert decision.passed_on is None


def test_silence_leaves_the_plan_alone():
    """Nobody answers: the conversation ends without a word or a case."""
    decision = options().take(Silence())
    assert decision.conversation.state == "as_planned"
    assert decision.ended
    assert decision.effects == ()


def test_an_answer_after_the_question_closed_goes_where_late_says():
    """The state that asked decides about the late answer, not the one that stands now."""
    talk = options()
    talk.take(Silence())
    decision = talk.take(RepliedLate(Meaning("option", "test", branch="1"), "1", "offered"))
    assert talk.state == "with_staff"
    assert "after that question had closed" in of(decision, OpenCase)[0].reason


def test_a_further_wish_in_a_late_answer_is_passed_on_too():
    """Two days late, and a complaint with it: neither is lost."""
    talk = Talk(standard("survey"))
    talk.begin()
    talk.take(Silence())
    decision = talk.take(
        RepliedLate(Meaning("option", "test", branch="2", rating=2, also=("complaint",)), "2", "asked")
    )
    assert talk.state == "thanked_late"
    assert decision.passed_on.intent == "complaint"


def test_a_late_word_of_thanks_opens_no_case():
    """A late reply that answers nothing is answered by anything_else."""
    talk = options()
    talk.take(Silence())
    decision = talk.take(RepliedLate(Meaning("thanks", "test"), "谢谢", "offered"))
    assert decision.passed_on.intent == "thanks"
    assert decision.effects == ()


def test_an_event_of_ends_on_ends_it_where_it_stands():
    """Delivered: the conversation ends in the state it was in."""
    decision = options().take(EventCame("delivered"))
    assert decision.ended
    assert decision.path == ("offered -delivered-> (ended)",)


def test_any_other_event_changes_nothing():
    """An event that the flow does not name only counts a turn."""
    talk = options()
    before = talk.conversation
    decision = talk.take(EventCame("in_transit"))
    assert decision.effects == ()
    assert decision.conversation == replace(before, turns=before.turns + 1)


def test_hand_back_asks_again_with_a_fresh_clock():
    """The question is said once more, and the prompt of the old version is stale."""
    talk = options()
    before = talk.conversation.version
    decision = talk.take(HandedBack())
    assert said(decision) == ["menu"]
    assert of(decision, Ask)
    assert talk.conversation.version == before + 1


@pytest.mark.parametrize(
    ("result", "state", "key"),
    [("claimed", "given", "code"), ("had", "given_before", "same_code"), ("none", "all_gone", "all_gone")],
)
def test_a_coupon_waits_for_the_store_and_then_goes_on(result, state, key):
    """The claim stops the turn; its answer says which way on and brings the code into the text."""
    talk = Talk(standard("coupon"))
    talk.begin("campaign")
    decision = talk.reply("Y", intent="claim")
    assert decision.waits_for_claim == "autumn"
    assert of(decision, ClaimCoupon) == [ClaimCoupon("autumn")]
    decision = talk.take(Claimed(result, None if result == "none" else "QIU-1"))
    assert (talk.state, said(decision)) == (state, [key])
    assert result == "none" or "QIU-1" in of(decision, Say)[0].text


def test_a_flow_that_a_reply_starts_reads_it_as_its_first_answer():
    """anything_else takes the reply itself: no question comes first."""
    talk = Talk(standard("anything_else"), facts(PARCEL | {"status": "out_for_delivery"}))
    decision = talk.reply(intent="where_is", text="到哪了")
    assert said(decision) == ["coming"]
    assert decision.ended


def test_anything_else_answers_every_intent_in_both_languages():
    """Whatever comes, it ends (a complaint waits for the person who handles it), says something, and leaves no hole."""
    intents = "option confirm decline opt_out opt_in help claim complaint not_received where_is question agent thanks address time other"
    for intent in intents.split():
        for locale in ("zh-CN", "en"):
            for parcel in (PARCEL, {"tracking_no": "FY8896"}, None):
                talk = Talk(standard("anything_else"), facts(parcel, locale))
                decision = talk.reply(intent=intent, text="x")
                assert decision.ended or decision.conversation.state == "complained__registered", intent
                for say in of(decision, Say):
                    assert say.text
                    assert not set("{}") & set(say.text)
                    assert "None" not in say.text


def test_an_ambiguous_opt_out_pauses_promotions_and_brings_a_person():
    """What may be an opt-out is treated as one for promotions until somebody has asked."""
    decision = Talk(standard("anything_else")).reply(intent="opt_out", text="怎么退订", ambiguous=True)
    assert of(decision, MarkConsent) == [MarkConsent("promotion", granted=False)]
    assert of(decision, OpenCase)[0].kind == "opt_out"


def test_a_photo_reaches_a_person():
    """A picture without words is not lost."""
    talk = Talk(standard("anything_else"))
    picture = (Media("https://media.example/1", "image/jpeg"),)
    decision = talk.take(Replied(Meaning("other", "test"), "", picture))
    assert of(decision, OpenCase)[0].kind == "agent"


def test_a_rating_of_four_is_kept_and_brings_a_person():
    """Not satisfied: the carrier is told the rating, a person calls."""
    talk = Talk(standard("survey"))
    talk.begin("delivered")
    decision = talk.reply("4")
    assert of(decision, Instruct) == [Instruct("rate", {"rating": 4})]
    assert of(decision, OpenCase)[0].kind == "survey"


# ── what must not break it ───────────────────────────────────────────────────────────────────────


def test_a_guard_whose_fact_is_missing_brings_a_person_and_moves_nothing():
    """The customer is told, staff read which fact is missing, the state stays."""
    talk = Talk(compiled(COUNTING.replace("GUARD", "shipment.delay_hours > 2")), facts({"tracking_no": "FY8896"}))
    talk.begin()
    decision = talk.reply("1")
    (case,) = of(decision, OpenCase)
    assert "shipment.delay_hours" in case.reason
    assert said(decision) == ["bot.fault"]
    assert (talk.state, decision.ended) == ("asked", False)


def test_no_branch_whose_guard_holds_brings_a_person():
    """An author's gap is a case, not an exception."""
    talk = Talk(compiled(COUNTING.replace("GUARD", "shipment.redirectable")), facts({"tracking_no": "FY8896"}))
    talk.begin()
    assert "no way on" in of(talk.reply("1"), OpenCase)[0].reason


def test_a_missing_flag_counts_as_false():
    """redirectable that never came is no permission."""
    talk = options(redirectable=None)
    assert said(talk.reply("3")) == ["no_redirect", "menu"]


def test_a_circle_ends_in_a_case():
    """States that go round without waiting stop at the engine's limit."""
    circle = """
flow: circle
title: Circle
starts_on: out_for_delivery
states:
  a: {go: b}
  b: {go: a}
"""
    decision = Talk(compiled(circle)).begin()
    assert "runs in a circle" in of(decision, OpenCase)[0].reason
    assert decision.ended


def test_two_machines_talking_to_each_other_are_stopped():
    """After MAX_TURNS the conversation ends with a person."""
    talk = Talk(compiled(COUNTING.replace("GUARD", "true")))
    talk.begin()
    for _ in range(MAX_TURNS):
        decision = talk.reply("2")
    assert decision.ended
    assert str(MAX_TURNS) in of(decision, OpenCase)[0].reason


@pytest.mark.parametrize("happening", [Started("x"), Silence(), Claimed("none"), HandedBack(), EventCame("delivered")])
def test_a_happening_that_means_nothing_here_changes_nothing(happening):
    """An ended conversation takes late timers and events without effect."""
    talk = Talk(standard("delivery_options")).at("nowhere")
    if isinstance(happening, EventCame):
        talk.at("held")
        happening = EventCame("shipped")
    decision = talk.take(happening, NOW)
    assert decision.effects == ()
    assert decision.path == ()


def test_the_same_arguments_give_the_same_decision():
    """The engine keeps nothing between calls: one shared machine, any number of conversations."""
    one, other = options(), options()
    assert one.reply("2") == other.reply("2")
    assert one.reply(intent="other") == other.reply(intent="other")


def test_what_started_the_flow_is_known_in_later_turns():
    """A reminder says the notice again, although its turn brings no event."""
    told = {"type": "notice", "at": NOW, "data": {"notice": "16:00开会"}}
    talk = Talk(standard("staff_notice"), facts(None, event=told))
    talk.begin("notice")
    talk.facts = facts(None)
    decision = talk.take(Silence())
    assert of(decision, Say)[0].text == "提醒：16:00开会。收到请回复1"


def test_a_fact_that_only_the_event_brought_is_the_parcels():
    """eta and courier may come with the event instead of the parcel."""
    event = {"type": "out_for_delivery", "at": NOW.isoformat(), "data": {"courier": {"name": "钱师傅"}}}
    talk = Talk(standard("delivery_options"), facts({"tracking_no": "FY1234568896"}, event=event))
    assert "钱师傅" in of(talk.begin(), Say)[0].text
