"""The staff console in a real Chromium: from a complaint to the hand-back, with mouse, keys and a colleague."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Eyes, Open, Phone, Server, sign_in


def complain(phone: Phone, words: str = "我要投诉，包裹破了") -> None:
    """A customer complains while a question is open; the case is there."""
    phone.press("Out for delivery")
    phone.hears("回复1")
    phone.write(words)
    expect(phone.page.locator('[id^="sim-case-"]')).to_have_count(1)


def case_link(phone: Phone) -> str:
    found = phone.page.locator('[id^="sim-case-"] a').get_attribute("href")
    assert found
    return found


def open_mine(phone: Phone, console: Page) -> None:
    """The case of this customer, claimed, its page open."""
    console.goto(case_link(phone))
    console.get_by_role("button", name="Claim").click()
    expect(console.locator("#control")).to_have_text("You")


def answer(console: Page, text: str) -> None:
    console.get_by_label("Answer by SMS").fill(text)
    console.get_by_role("button", name="Send SMS").click()


def test_a_customer_who_wants_a_person_gets_one_and_then_the_bot_again(phone: Phone, console: Page) -> None:
    """Case in the queue, claim, answer on the phone, bot silent for a 1, hand back, the question asked again, and answered."""
    complain(phone, "转人工")
    href = case_link(phone)
    console.goto("/console")
    row = console.locator(f'li.row:has(a[href="{href}"])')
    expect(row).to_contain_text("1 unanswered")
    row.get_by_role("button", name="Claim").click()
    expect(console.locator("#control")).to_have_text("You")
    answer(console, "您好，我是客服，马上处理")
    expect(console.locator(".line-staff").last).to_contain_text("Delivered")
    phone.hears("您好，我是客服，马上处理")
    of_the_parcel = phone.received.filter(has_text="暂存")  # the question, later the confirmation
    phone.key("1")
    expect(console.locator(".line-customer").last).to_contain_text("1")
    expect(phone.page.locator(".behind")).to_contain_text("A person has the conversation")
    expect(of_the_parcel).to_have_count(1)
    console.get_by_role("button", name="Hand back to the bot").click()
    expect(console.locator(".flash")).to_contain_text("The bot has the conversation again.")
    expect(of_the_parcel).to_have_count(2)
    expect(of_the_parcel.last).to_contain_text("回复1要求暂存")
    phone.key("1")
    expect(of_the_parcel).to_have_count(3)
    phone.stands("delivery_options", "held")


def test_a_case_is_closed_with_an_outcome(phone: Phone, console: Page) -> None:
    """The popover asks how it ended; afterwards the bot may speak again and the composer is gone."""
    complain(phone)
    href = case_link(phone)
    open_mine(phone, console)
    console.get_by_text("Close…").click()
    console.get_by_label("Solved").check()
    console.get_by_role("button", name="Close the case").click()
    expect(console.locator(".flash")).to_contain_text("The case is closed.")
    console.goto(href)
    expect(console.locator(".case-actions")).to_contain_text("Solved")
    expect(console.get_by_label("Answer by SMS")).to_have_count(0)


def test_new_messages_are_appended_and_nothing_is_drawn_again(phone: Phone, console: Page) -> None:
    """A screen reader hears the new line only: nodes that were there stay the same nodes, an opened detail stays open."""
    complain(phone)
    open_mine(phone, console)
    console.evaluate("document.querySelector('#log .line').__mine = true")
    console.locator(".why summary").first.click()
    lines = console.locator("#log .line-customer").count()
    phone.write("还在吗？")
    expect(console.locator("#log .line-customer")).to_have_count(lines + 1)
    assert console.evaluate("document.querySelector('#log .line').__mine") is True
    expect(console.locator(".why").first).to_have_attribute("open", "")
    assert console.evaluate(
        "(() => { const l = document.getElementById('log'); return l.scrollHeight - l.scrollTop - l.clientHeight < 60 })()"
    )


def test_an_answer_past_a_new_message_is_held_back(phone: Phone, console: Page, eyes: Eyes) -> None:
    """What came while the agent wrote is shown first, the draft is kept, and "send anyway" sends."""
    eyes.expected.append("409")
    complain(phone)
    open_mine(phone, console)
    console.route("**/live*", lambda route: route.abort())
    eyes.expected += ["Failed to fetch", "ERR_FAILED"]
    phone.write("不用了，找到了")
    expect(phone.written.last).to_have_text("不用了，找到了")
    answer(console, "我们马上赔偿您")
    expect(console.get_by_role("alert")).to_contain_text("不用了，找到了")
    expect(console.get_by_label("Answer by SMS")).to_have_value("我们马上赔偿您")
    console.get_by_role("button", name="Send anyway").click()
    phone.hears("我们马上赔偿您")


def test_a_new_case_waits_behind_a_chip(phone: Phone, console: Page) -> None:
    """Rows do not move under the cursor; the chip says how many are new and shows them when it is pressed."""
    complain(phone)
    console.goto("/console?view=all")
    first = console.locator("li.row").first.get_attribute("id")
    shown = console.locator("li.row").count()
    phone.afresh()
    complain(phone, "投诉，态度太差")
    expect(console.locator("#chip")).to_have_text("1 new")
    assert console.locator("li.row").count() == shown
    assert console.locator("li.row").first.get_attribute("id") == first
    console.locator("#chip").click()
    expect(console.locator("li.row")).to_have_count(shown + 1)


def test_a_case_that_a_colleague_took_is_marked_where_it_stands(
    phone: Phone, console: Page, server: Server, open_page: Open
) -> None:
    """The colleague's claim shows within a poll, and the row stays in its place without its button."""
    complain(phone)
    href = case_link(phone)
    console.goto("/console")
    row = console.locator(f'li.row:has(a[href="{href}"])')
    expect(row.get_by_role("button", name="Claim")).to_be_visible()
    password = server.command("staff", "add", "wang", "--carrier", "demo").split()[-1]
    colleague = open_page("/console")
    sign_in(colleague, "wang", password)
    colleague.locator(f'li.row:has(a[href="{href}"])').get_by_role("button", name="Claim").click()
    expect(colleague.locator("#control")).to_have_text("You")
    expect(row).to_contain_text("wang has it now")
    expect(row.get_by_role("button", name="Claim")).to_have_count(0)


def test_the_console_works_from_the_keyboard(phone: Phone, console: Page) -> None:
    """j and k walk, Enter opens, c claims, r writes, Ctrl+Enter sends, u goes back, ? helps, and the keys can be switched off."""
    complain(phone)
    phone.afresh()
    complain(phone, "投诉，等了三天")
    console.goto("/console")
    links = console.locator(".row-link")
    expect(links.nth(1)).to_be_visible()
    console.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    console.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    console.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()
    console.keyboard.press("Enter")
    expect(console.locator("#log")).to_be_visible()
    console.keyboard.press("c")
    expect(console.locator("#control")).to_have_text("You")
    console.keyboard.press("r")
    expect(console.get_by_label("Answer by SMS")).to_be_focused()
    console.keyboard.type("jkcu? are letters here")
    console.keyboard.press("Control+Enter")
    expect(console.locator(".line-staff .bubble").last).to_contain_text("jkcu? are letters here")
    expect(console.get_by_label("Answer by SMS")).to_have_value("")
    console.keyboard.press("?")
    expect(console.get_by_role("dialog")).to_be_visible()
    console.get_by_label("Single keys are on").uncheck()
    console.keyboard.press("Escape")
    expect(console.get_by_role("dialog")).to_be_hidden()
    console.locator("body").press("u")
    expect(console.locator("#log")).to_be_visible()
    console.keyboard.press("?")
    console.get_by_label("Single keys are on").check()
    console.keyboard.press("Escape")
    console.locator("body").press("u")
    expect(console.locator("#queue")).to_be_visible()


def test_a_half_written_answer_survives_a_reload(phone: Phone, console: Page) -> None:
    """And is gone once it was sent."""
    complain(phone)
    open_mine(phone, console)
    console.get_by_label("Answer by SMS").fill("还没写完")
    console.reload()
    expect(console.get_by_label("Answer by SMS")).to_have_value("还没写完")
    expect(console.locator("#segments")).to_contain_text("1 SMS")
    console.get_by_role("button", name="Send SMS").click()
    expect(console.locator(".line-staff")).to_have_count(1)
    console.reload()
    expect(console.get_by_label("Answer by SMS")).to_have_value("")


def test_a_lost_connection_and_a_lost_session_are_said(phone: Phone, console: Page, eyes: Eyes) -> None:
    """The page does not pretend: it says that it may be out of date, recovers by itself, and says when one was signed out."""
    eyes.expected += ["Failed to fetch", "ERR_FAILED", "401"]
    complain(phone)
    console.goto(case_link(phone))
    console.route("**/live*", lambda route: route.abort())
    expect(console.locator("#stale")).to_contain_text("No connection")
    console.unroute("**/live*")
    expect(console.locator("#stale")).to_be_hidden()
    console.context.clear_cookies()
    expect(console.locator("#stale")).to_contain_text("You were signed out")
