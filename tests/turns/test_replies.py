"""A reply goes all the way: laws 2 to 4 and 10 to 14, on both databases, through the real engine, store and policy."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import cases as case_desk
from bot import turns
from bot.core.errors import Conflict, NotFound
from bot.store import tables
from tests.support.world import OTHER, PARCEL, PHONE, SECOND, TEN, World


def test_one_holds_the_parcel(world: World) -> None:
    """Event, menu, "1", held: state, confirmation and instruction are there after the one turn."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    assert "回复1要求暂存" in world.last()
    assert world.last().startswith("【风驰速运】")
    world.reply("１。")
    assert world.states() == {"delivery_options@8896": "held"}
    assert "暂存" in world.last()
    (instruction,) = world.rows(tables.instructions)
    assert (instruction.kind, instruction.status) == ("hold", "recorded")
    assert instruction.params["until"].startswith("2026-11-26")
    (row,) = world.inbox()
    assert (row.route, row.intent, row.branch, row.state) == ("only", "option", "1", "offered")


def test_a_time_in_words_books_the_visit(world: World) -> None:
    """What the next question would ask is taken from the same reply."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("2 后天下午三点以后吧")
    assert world.states() == {"delivery_options@8896": "scheduled"}
    (instruction,) = world.rows(tables.instructions)
    assert instruction.params["window"]["start"] == "2026-11-25T15:00:00+08:00"
    assert "已预约" in world.last()


def test_a_redirect_needs_its_code(world: World) -> None:
    """An address is not enough: the wrong code brings a person, the right one redirects."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("3")
    world.send()
    world.reply("上海市浦东新区世纪大道100号 王五 13800138000")
    assert world.states() == {"delivery_options@8896": "proving"}
    assert not world.rows(tables.instructions)
    world.send()
    world.reply("839201")
    assert world.states() == {"delivery_options@8896": "redirected"}
    (instruction,) = world.rows(tables.instructions)
    assert instruction.kind == "redirect"
    assert "世纪大道100号" in instruction.params["address"]["raw"]


def test_the_same_message_changes_nothing_twice(world: World) -> None:
    """A provider's message id is applied once (law 2)."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    first = world.reply("1", sid="SM1")
    again = world.reply("1", sid="SM1")
    assert (first.duplicate, again.duplicate, again.id) == (False, True, first.id)
    assert len(world.rows(tables.instructions)) == 1
    assert len(world.texts()) == 2


def test_a_repeated_event_is_applied_once(world: World) -> None:
    """A repeated event_id answers as the first and says nothing twice."""
    world.parcel()
    first = world.event("out_for_delivery", event_id="e-1")
    again = world.event("out_for_delivery", event_id="e-1")
    assert again == turns.Taken(first.id, duplicate=True)
    assert len(world.texts()) == 1


def test_an_event_of_an_unknown_parcel_is_not_found(world: World) -> None:
    """Nothing is made up for a parcel that nobody told us of."""
    with pytest.raises(NotFound):
        world.event("out_for_delivery", tracking_no="NOPE")


def test_the_same_answer_twice_is_one_answer(world: World) -> None:
    """An impatient second "1" is written down and answered by the confirmation that is under way already."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("1")
    world.reply("1")
    assert [row.route for row in world.inbox()] == ["only", "repeated"]
    assert len(world.texts()) == 2
    assert not world.cases()


def test_two_parcels_are_told_apart_by_letters(world: World) -> None:
    """One digit, two open questions: ask with A and B, keep the digit, apply it to the parcel that was meant (law 12)."""
    world.parcel(PARCEL)
    world.parcel(SECOND)
    world.event("out_for_delivery", PARCEL)
    world.event("out_for_delivery", SECOND)
    world.send()
    world.reply("1")
    assert world.states() == {"delivery_options@8896": "offered", "delivery_options@1234": "offered"}
    asked = world.last()
    assert "A 尾号8896" in asked
    assert "B 尾号1234" in asked
    world.send()
    world.reply("b")
    assert world.states() == {"delivery_options@8896": "offered", "delivery_options@1234": "held"}
    assert [row.route for row in world.inbox()] == ["ask", "choice"]
    assert "1234" in world.last()


def test_a_waybill_tail_names_the_parcel(world: World) -> None:
    """An explicit token needs no question."""
    world.parcel(PARCEL)
    world.parcel(SECOND)
    world.event("out_for_delivery", PARCEL)
    world.event("out_for_delivery", SECOND)
    world.send()
    world.reply("8896那个，1")
    assert world.states() == {"delivery_options@8896": "held", "delivery_options@1234": "offered"}


def test_nobody_tells_which_parcel_so_a_person_reads_it(world: World) -> None:
    """The unanswered A/B question does not swallow the reply."""
    world.parcel(PARCEL)
    world.parcel(SECOND)
    world.event("out_for_delivery", PARCEL)
    world.event("out_for_delivery", SECOND)
    world.send()
    world.reply("1")
    world.wait(hours=5)
    assert "which" in [case.kind for case in world.cases()]


def test_silence_leaves_the_plan_alone(world: World) -> None:
    """Nobody answers: no text, no instruction, the flow's own end."""
    world.parcel()
    world.event("out_for_delivery")
    world.wait(hours=3, minutes=59)
    assert world.states() == {"delivery_options@8896": "offered"}
    world.wait(minutes=2)
    assert world.states() == {"delivery_options@8896": "as_planned"}
    assert len(world.texts()) == 1


def test_the_reply_clock_starts_when_the_text_left(world: World) -> None:
    """A text that waits in the outbox starts nobody's clock (law 10)."""
    world.parcel()
    world.event("out_for_delivery")
    (timer,) = world.rows(tables.timers)
    assert timer.due_at is None
    world.clock.move(timedelta(hours=6))
    world.send()
    (timer,) = world.rows(tables.timers)
    assert timer.due_at == world.clock.now() + timedelta(hours=4)


def test_a_timer_of_a_state_that_moved_on_does_nothing(world: World) -> None:
    """The silence of "offered" means nothing once "1" came."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    (timer,) = world.rows(tables.timers)
    world.reply("2")
    world.clock.move(timedelta(hours=4, minutes=1))
    assert turns.take_timer(world.parts, timer.id) is False
    assert world.states() == {"delivery_options@8896": "scheduling"}


def test_unclear_twice_then_a_person(world: World) -> None:
    """Asked again, at most as often as the author said, then a case with the reason."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    for _ in range(3):
        world.reply("7")
        world.send()
    assert world.states() == {"delivery_options@8896": "with_staff"}
    (case,) = world.cases()
    assert case.kind == "delivery"
    assert "could not be read" in case.reason


def test_opting_out_ends_it_and_stops_promotions_only(world: World) -> None:
    """TD on the mainland: survey and promotion off, service stays, the question is closed, one acknowledgement (law 11)."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("TD")
    ledger = {row.category: row.granted for row in world.rows(tables.consents)}
    assert ledger == {"survey": False, "promotion": False}
    assert [prompt.status for prompt in world.rows(tables.prompts)] == ["cancelled"]
    assert world.rows(tables.conversations)[0].end_reason == "opted_out"
    assert "退订" in world.last()
    world.campaign()
    refused = world.rows(tables.outbox)[-1]
    assert (refused.status, refused.reason, refused.text_key) == ("refused", "opted_out", "offer")


def test_stop_covers_everything_and_is_acknowledged_once(world: World) -> None:
    """STOP switches every category off; the acknowledgement is in lane 0; nothing more is said."""
    world.parcel()
    world.reply("STOP")
    world.reply("STOP")
    ledger = {row.category: row.granted for row in world.rows(tables.consents)}
    assert ledger == {"service": False, "survey": False, "promotion": False}
    assert {row.lane for row in world.rows(tables.outbox)} == {0}
    world.event("out_for_delivery")
    assert world.rows(tables.outbox)[-1].status == "refused"


def test_where_the_provider_has_answered_we_stay_silent(world: World) -> None:
    """Advanced opt-out has told the customer already."""
    world.parcel()
    world.reply("STOP", answered_as="opt_out")
    assert world.texts() == []
    assert {row.source for row in world.rows(tables.consents)} == {"provider"}


def test_stop_sending_it_to_the_office_is_no_opt_out(world: World) -> None:
    """A domain request that begins with STOP changes no consent."""
    world.parcel(locale="en")
    world.event("out_for_delivery")
    world.send()
    world.reply("STOP sending it to the office")
    assert not any(not row.granted and row.category == "service" for row in world.rows(tables.consents))


def test_opting_in_needs_an_opt_out(world: World) -> None:
    """START brings back who had opted out; to somebody else YES is an answer like any other."""
    world.parcel()
    world.reply("STOP")
    world.reply("START")
    newest = {row.category: row.granted for row in world.rows(tables.consents)}
    assert newest == {"service": True, "survey": True, "promotion": False}  # nobody had agreed to promotions
    world.reply("YES", phone=OTHER)
    assert not [row for row in world.rows(tables.consents) if row.thread_id != 1]


def test_a_coupon_once_per_customer(world: World) -> None:
    """Y claims one code; the next customer another; an empty pool says so politely."""
    world.clock.set(TEN)
    world.coupons("A-1", "B-2")
    for number, phone in enumerate((PHONE, OTHER, "+8613700137000")):
        world.campaign(phone=phone, cause="c")
        world.send()
        world.reply("Y", phone=phone, sid=f"SM-{number}")
    assert "A-1" in world.last(PHONE)
    assert "B-2" in world.last(OTHER)
    assert not any(code in world.last("+8613700137000") for code in ("A-1", "B-2"))


def test_an_offer_carries_the_opt_out_wording(world: World) -> None:
    """A promotion that nobody asked for ends with the way out."""
    world.coupons("A-1")
    world.campaign()
    assert world.last().endswith("回T退订")
    assert world.rows(tables.outbox)[-1].lane == 3


def test_a_campaign_reaches_a_customer_once(world: World) -> None:
    """The same campaign started again finds that it has begun."""
    world.coupons("A-1")
    assert world.campaign() is True
    assert world.campaign() is False
    assert len(world.texts()) == 1


def test_the_survey_comes_a_day_after_delivery(world: World) -> None:
    """1 is best; 4 brings a person."""
    world.parcel()
    world.event("delivered")
    assert [text for text in world.texts() if "满意" in text] == []  # the receipt alone
    world.wait(hours=24, minutes=1)
    assert "满意" in world.last()
    world.reply("4")
    assert [case.kind for case in world.cases()] != []


def test_a_furious_sentence_reaches_a_person(world: World) -> None:
    """A complaint in the middle of a question opens a case due in two hours, and the bot falls silent."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("你们什么垃圾快递，东西都摔烂了，我要投诉！")
    (case,) = world.cases()
    assert case.kind == "complaint"
    assert case.due_at == world.clock.now() + timedelta(hours=2)
    assert "投诉" in world.last()
    count = len(world.texts())
    world.reply("1")
    assert len(world.texts()) == count
    assert world.inbox()[-1].route == "person"


def test_compliance_words_work_while_a_person_has_it(world: World) -> None:
    """Law 14 yields to law 11."""
    world.parcel()
    world.reply("我要投诉")
    world.reply("STOP")
    assert world.inbox()[-1].route == "compliance"
    assert any(not row.granted for row in world.rows(tables.consents))


def test_an_agent_answers_hands_back_and_the_question_is_asked_again(world: World) -> None:
    """Claim, answer by SMS, hand back: the menu comes again with a fresh clock, and "1" works."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("找人工客服")
    anna = world.agent()
    (case,) = world.cases()
    case_desk.claim(world.parts, case.id, anna)
    seen = world.inbox()[-1].id
    turns.answer_case(world.parts, case.id, anna, "您好，我是客服小安，请讲", seen)
    assert world.last() == "【风驰速运】您好，我是客服小安，请讲"
    world.reply("没事了，谢谢")
    with pytest.raises(Conflict) as stale:
        turns.answer_case(world.parts, case.id, anna, "好的", seen)
    assert stale.value.latest["messages"][0]["text"] == "没事了，谢谢"  # type: ignore[index]
    turns.hand_back(world.parts, case.id, anna)
    assert "回复1" in world.last()
    world.send()
    world.reply("1")
    assert world.states()["delivery_options@8896"] == "held"


def test_events_wait_while_a_person_has_the_customer(world: World) -> None:
    """A notice that became due is said when the case closes, if it is still true (law 14)."""
    world.parcel()
    world.reply("我要投诉")
    world.send()
    count = len(world.texts())
    world.event("out_for_delivery")
    world.send()
    assert len(world.texts()) == count
    anna = world.agent()
    (case,) = world.cases()
    case_desk.claim(world.parts, case.id, anna)
    turns.close_case(world.parts, case.id, anna, "solved")
    turns.fire_due_timers(world.parts)
    assert "回复1要求暂存" in world.last()


def test_a_late_answer_falls_under_its_rule(world: World) -> None:
    """Answered after the parcel moved on: the author's `late`, here a person."""
    world.parcel()
    world.event("out_for_delivery")
    world.wait(hours=4, minutes=1)
    world.reply("1")
    assert world.inbox()[-1].route == "late"
    assert world.states() == {"delivery_options@8896": "with_staff"}
    assert len(world.cases()) == 1


@pytest.mark.parametrize(
    "text", ["", "   ", "\u202e\u200b", "😜" * 400, "一" * 1600, "1" * 1600, "\ud83d\ude1c" * 3, "؟" * 70]
)
def test_any_text_is_stored_and_answered(world: World, text: str) -> None:
    """No text is too strange to be kept."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply(text.encode("utf-16", "surrogatepass").decode("utf-16"))
    assert len(world.inbox()) == 1
    assert world.states()["delivery_options@8896"] in ("offered", "held")


def test_delivery_ends_the_conversation(world: World) -> None:
    """`ends_on` closes the question; the menu's digit has no meaning any more but a late one."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.event("delivered")
    conversation = world.rows(tables.conversations)[0]
    assert conversation.ended_at is not None
    assert world.rows(tables.prompts)[0].status == "expired"


def test_a_conversation_keeps_its_version(world: World) -> None:
    """The hash it began with is in its row, and that version is in the database (law 9)."""
    world.parcel()
    world.event("out_for_delivery")
    conversation = world.rows(tables.conversations)[0]
    hashes = {row.hash for row in world.rows(tables.flow_versions) if row.flow == "delivery_options"}
    assert conversation.flow_hash in hashes


def test_a_complaint_after_the_end_does_not_bring_the_conversation_back(world: World) -> None:
    """A late reply that the ended conversation has no use for goes to a person, and the end stays the end."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("1")
    world.send()
    world.reply("我要投诉")
    first = world.rows(tables.conversations)[0]
    assert (first.flow, first.state) == ("delivery_options", "held")
    assert first.ended_at is not None
    assert "complaint" in [case.kind for case in world.cases()]


def test_handing_back_a_complaint_asks_the_parcels_question_again(world: World) -> None:
    """The complaint is over, and what was open before it is asked again, once."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("我要投诉")
    world.send()
    anna = world.agent()
    (case,) = world.cases()
    case_desk.claim(world.parts, case.id, anna)
    before = len(world.texts())
    turns.hand_back(world.parts, case.id, anna)
    menus = [text for text in world.texts()[before:] if "1要求暂存" in text]
    assert len(menus) == 1
    world.send()
    world.reply("1")
    assert world.states()["delivery_options@8896"] == "held"
