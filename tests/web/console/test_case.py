"""The case page: the whole thread, who has it, answering past each other, handing back, closing."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from bot import cases
from bot.core.carrier import ChannelConfig
from bot.store.tables import audit, case_events, outbox, threads
from bot.store.tables import cases as cases_table
from tests.support.world import PHONE, World
from tests.web.console.conftest import Browser, person
from tests.web.console.test_queue import complain


@pytest.fixture
def number(world: World) -> int:
    """A parcel was announced, the customer answered something odd and then complained."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    return complain(world, "我要投诉，包裹破了")


@pytest.fixture
def mine(world: World, browser: Browser, number: int) -> str:
    """The address of the case, claimed by Lin, its page open."""
    browser.get(f"/console/cases/{number}")
    browser.follow(browser.post(f"/console/cases/{number}/claim"))
    return f"/console/cases/{number}"


def seen(browser: Browser) -> str:
    found = re.search(r'name="seen" value="(\d+)"', browser.page)
    assert found
    return found[1]


def said(world: World) -> list[str]:
    """What staff had sent to the customer, oldest first."""
    with world.store.read() as connection:
        rows = connection.execute(sa.select(outbox).where(outbox.c.author.like("staff:%")).order_by(outbox.c.id))
        return [row.text for row in rows]


def control(world: World) -> str:
    with world.store.read() as connection:
        return str(connection.execute(sa.select(threads.c.control).where(threads.c.phone == PHONE)).scalar_one())


def test_the_thread_shows_who_said_what_at_which_step_and_whether_it_arrived(browser: Browser, number: int) -> None:
    """Event, bot with flow, state and text key, delivery, customer with the rule that routed, the case itself."""
    browser.get(f"/console/cases/{number}")
    for words in (
        "Out for delivery", "Bot", "Delivered", "Delivery options · Offered · menu", "我要投诉，包裹破了",
        "Why here?", "Case #", "Opened",
    ):  # fmt: skip
        assert words in browser.words, words
    keys = re.findall(r'id="((?:in|out|event|case)-\d+)"', browser.page)
    assert len(keys) == len(set(keys)), "each line can be updated in place"


def test_the_phone_is_masked_until_it_is_revealed_and_that_is_audited(
    world: World, browser: Browser, number: int
) -> None:
    """One click shows it, for this case, and leaves a line in the audit trail."""
    browser.get(f"/console/cases/{number}")
    assert "138 0013 8000" not in browser.words
    assert "+86138••••8000" in browser.words
    browser.follow(browser.post(f"/console/cases/{number}/reveal"))
    assert "+86 138 0013 8000" in browser.words
    with world.store.read() as connection:
        row = connection.execute(sa.select(audit).where(audit.c.what == "phone_revealed")).one()
    assert row.data["case_id"] == number
    assert row.who.startswith("staff:")


def test_an_answer_goes_out_in_the_agents_name(world: World, browser: Browser, mine: str) -> None:
    """The text is in the outbox with its brand, the log shows it under the agent's name, the due clock has stopped."""
    answer = browser.post(f"{mine}/answer", text="您好，我是小林，马上处理", seen=seen(browser))
    browser.follow(answer)
    assert said(world) == ["【风驰速运】您好，我是小林，马上处理"]
    assert "Waiting to be sent" in browser.words
    world.send()
    browser.get(mine)
    assert re.search(r"Lin \d\d:\d\d Delivered", browser.words)
    assert "Answered" in browser.words


def test_an_answer_past_an_unseen_message_is_held_back_with_the_draft(
    world: World, browser: Browser, mine: str
) -> None:
    """409: nothing sent, the new messages shown, the draft kept; reading them is enough, or "send anyway"."""
    old = seen(browser)
    world.reply("等一下，找到了")
    answer = browser.post(f"{mine}/answer", text="我们马上赔偿", seen=old)
    assert answer.status_code == 409
    assert said(world) == []
    assert "A new message came while you were writing" in browser.words
    assert "等一下，找到了" in browser.words
    assert ">我们马上赔偿</textarea>" in browser.page
    assert "Send anyway" in browser.words
    anyway = browser.post(f"{mine}/answer", text="我们马上赔偿", seen=old, anyway="1")
    assert anyway.status_code == 303
    assert len(said(world)) == 1


def test_reading_the_new_message_lets_the_answer_pass(world: World, browser: Browser, mine: str) -> None:
    """The page that shows the message knows that it was seen."""
    world.reply("还在吗？")
    browser.get(mine)
    assert browser.post(f"{mine}/answer", text="在的", seen=seen(browser)).status_code == 303
    assert len(said(world)) == 1


@pytest.mark.parametrize(("text", "why"), [("   ", "empty"), ("长" * 1001, "1001")])
def test_an_unusable_answer_is_refused_and_kept(world: World, browser: Browser, mine: str, text: str, why: str) -> None:
    """422 with the reason; what was typed is still there."""
    answer = browser.post(f"{mine}/answer", text=text, seen=seen(browser))
    assert answer.status_code == 422
    assert why in browser.words
    assert text.strip() in browser.page
    assert said(world) == []


def test_only_who_has_the_case_answers(world: World, browser: Browser, number: int) -> None:
    """Without a claim the composer is off, and a forged form changes nothing."""
    browser.get(f"/console/cases/{number}")
    assert re.search(r"<textarea[^>]*id=\"text\"[^>]*disabled", browser.page, re.DOTALL)
    assert browser.post(f"/console/cases/{number}/answer", text="hello", seen="99").status_code == 409
    assert said(world) == []


def test_a_note_is_kept_and_never_sent(world: World, browser: Browser, mine: str) -> None:
    """It stands in the log as not sent; the outbox knows nothing of it."""
    browser.follow(browser.post(f"{mine}/note", text="客户很生气"))
    assert "客户很生气" in browser.words
    assert "Note by Lin, not sent" in browser.words
    with world.store.read() as connection:
        assert not connection.execute(sa.select(outbox.c.id).where(outbox.c.text.contains("客户很生气"))).all()


def test_releasing_returns_it_to_the_queue_and_not_to_the_bot(world: World, browser: Browser, mine: str) -> None:
    """Nobody has it; the bot stays silent."""
    browser.follow(browser.post(f"{mine}/release"))
    assert "The case is back in the queue." in browser.words
    assert control(world) == "person"
    browser.get(mine)
    assert "Conversation with Waiting" in browser.words


def test_handing_back_asks_the_open_question_again(world: World, browser: Browser, mine: str) -> None:
    """The case closes, the bot speaks again: the complaint is dealt with, and the question from before is asked again."""
    with world.store.read() as connection:
        before = connection.execute(sa.select(sa.func.count()).select_from(outbox)).scalar_one()
    browser.follow(browser.post(f"{mine}/hand-back"))
    assert "The bot has the conversation again." in browser.words
    assert control(world) == "bot"
    with world.store.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(outbox)).scalar_one() == before + 2


def test_closing_needs_an_outcome_and_says_it_afterwards(world: World, browser: Browser, mine: str) -> None:
    """Without one nothing changes; with one the case is closed, and its page has no composer."""
    assert browser.post(f"{mine}/close").status_code == 422
    browser.follow(browser.post(f"{mine}/close", outcome="solved"))
    assert "The case is closed." in browser.words
    browser.get(mine)
    assert "Solved" in browser.words
    assert 'id="text"' not in browser.page
    assert browser.post(f"{mine}/note", text="late thought").status_code == 303


def test_taking_over_is_told_and_audited(world: World, browser: Browser, number: int) -> None:
    """The button names the colleague; the former holder's answer is refused, and the trail shows who took what."""
    wang = person(world, "Wang")
    cases.claim(world.parts, number, wang)
    browser.get(f"/console/cases/{number}")
    assert "Take over from Wang" in browser.words
    assert "Conversation with Wang" in browser.words
    browser.follow(browser.post(f"/console/cases/{number}/claim", **{"from": str(wang.id)}))
    assert "Conversation with You" in browser.words
    with world.store.read() as connection:
        assert connection.execute(sa.select(audit.c.data).where(audit.c.what == "case_taken_over")).one()
        events = connection.execute(sa.select(case_events.c.what, case_events.c.data).order_by(case_events.c.id)).all()
    assert (events[-1].what, events[-1].data) == ("claimed", {"from": wang.id})


def test_a_claim_that_comes_second_says_who_was_first(world: World, browser: Browser, number: int) -> None:
    """The page that still showed "Claim" answers with the name and the case as it is."""
    browser.get(f"/console/cases/{number}")
    cases.claim(world.parts, number, person(world, "Wang"))
    browser.follow(browser.post(f"/console/cases/{number}/claim"))
    assert "Wang has claimed this case." in browser.words


def test_the_live_part_is_204_until_something_happens(world: World, browser: Browser, mine: str) -> None:
    """A poll costs nothing while nothing happens; then it brings log, head and side."""
    version = re.search(r'data-version="(\w+)"', browser.page)
    assert version
    assert browser.client.get(f"{mine}/live", headers={"X-Version": version[1]}).status_code == 204
    world.reply("喂？")
    part = browser.client.get(f"{mine}/live", headers={"X-Version": version[1]})
    assert part.status_code == 200
    assert part.text.count("<hx-partial") == 3
    assert "喂？" in part.text


def test_the_length_is_counted_with_the_brand(browser: Browser, mine: str) -> None:
    """Segments as the carrier is billed for them."""
    browser.get(mine)
    page = browser.page
    counted = browser.post(f"{mine}/segments", text="字" * 65)
    assert "2 SMS" in counted.text
    browser.page = page
    assert "1 SMS" in browser.post(f"{mine}/segments", text="字" * 60).text


def test_the_length_is_counted_as_the_channel_bills(world: World, browser: Browser, mine: str) -> None:
    """With the carrier's own signature, and by the customer's channel, whatever the carrier's other channels do."""
    channels = {"simulator": ChannelConfig(kind="simulator", billing="mainland")}
    world.change_rules(channels=channels, signature={"zh-CN": "风驰："})
    browser = Browser(world)
    browser.sign_in("Lin")
    browser.get(mine)
    page = browser.page
    assert "70 characters, 1 SMS" in browser.post(f"{mine}/segments", text="字" * 67).text
    browser.page = page
    counted = browser.post(f"{mine}/segments", text="a" * 100).text
    assert "103 characters, 2 SMS" in counted
    assert "Unicode" not in counted


def test_what_a_customer_writes_is_text_and_nothing_else(world: World, browser: Browser, number: int) -> None:
    """Markup in a message is shown, not obeyed, on the case page and in the queue."""
    world.reply("<script>alert(1)</script><img src=x onerror=alert(1)>")
    browser.get(f"/console/cases/{number}")
    assert "<script>alert" not in browser.page
    assert "&lt;script&gt;alert(1)" in browser.page
    browser.get("/console?view=all")
    assert "<img src=x" not in browser.page


def test_an_unknown_case_is_a_page_that_says_so(browser: Browser) -> None:
    """404 in the look of the others, with a way out."""
    answer = browser.get("/console/cases/4711")
    assert answer.status_code == 404
    assert "There is no such case." in browser.words
    assert "To the front page" in browser.words


def test_a_person_keeps_the_conversation_over_two_cases(world: World, browser: Browser, mine: str) -> None:
    """Closing one of two cases that hold the thread leaves the bot silent."""
    with world.store.write() as connection:
        first = connection.execute(sa.select(cases_table).order_by(cases_table.c.id)).first()
        assert first is not None
        values = {**first._mapping, "kind": "delivery", "cause": "second", "status": "open", "claimed_by": None}
        del values["id"]
        connection.execute(sa.insert(cases_table).values(values))
    browser.get(mine)
    browser.post(f"{mine}/close", outcome="solved")
    assert control(world) == "person"
