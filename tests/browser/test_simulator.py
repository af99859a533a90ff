"""The phone simulator in a real Chromium, over the real whole: events, replies, letters, the clock."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Phone


def test_an_event_becomes_a_text_and_one_digit_holds_the_parcel(phone: Phone) -> None:
    """The whole spine: event, text on the phone, reply 1, confirmation, state, instruction, delivery, the rule that decided."""
    phone.press("Out for delivery")
    phone.hears("回复1要求暂存")
    phone.stands("delivery_options", "offered")
    expect(phone.talk("delivery_options").locator(".timer")).to_contain_text(re.compile(r"in \d h"))
    phone.key("1")
    expect(phone.written.last).to_have_text("1")
    phone.hears("暂存")
    phone.stands("delivery_options", "held")
    expect(phone.page.locator(".instruction").first).to_contain_text("hold")
    expect(phone.talk("delivery_options")).to_contain_text("offered -reply:1-> held")
    expect(phone.page.locator(".sent").first).to_contain_text("Delivered")


def test_two_parcels_and_one_digit_are_told_apart_by_letters(phone: Phone) -> None:
    """With two questions open the bot asks A or B, keeps the 1, and applies it to the parcel that the letter names."""
    phone.press("Out for delivery", 0)
    expect(phone.received).to_have_count(1)
    phone.press("Out for delivery", 1)
    expect(phone.received).to_have_count(2)
    phone.key("1")
    expect(phone.received).to_have_count(3)
    for words in ("A", "8896", "B", "1234"):
        phone.hears(words)
    phone.key("B")
    expect(phone.received).to_have_count(4)
    phone.hears("1234")
    expect(phone.page.locator(".instruction")).to_have_count(1)
    expect(phone.page.locator(".instruction")).to_contain_text("1234")


def test_silence_is_found_by_skipping_the_clock(phone: Phone) -> None:
    """Four hours pass at a press: the silence timer fires, the plan stays, the phone's clock shows it."""
    phone.press("Out for delivery")
    phone.hears("回复1")
    phone.page.get_by_role("button", name="+4 h").click()
    phone.stands("delivery_options", "as_planned")
    expect(phone.page.locator("#phone-clock")).to_contain_text("clock ahead")
    expect(phone.received).to_have_count(1)


def test_a_message_that_is_delivered_twice_counts_once(phone: Phone) -> None:
    """The network's second delivery of the same message is recognised: no bubble, no second instruction."""
    phone.press("Out for delivery")
    phone.hears("回复1")
    phone.key("1")
    phone.stands("delivery_options", "held")
    phone.page.get_by_role("button", name="Deliver the last message twice").click()
    expect(phone.page.locator("#notice")).to_contain_text("nothing happened twice")
    expect(phone.written).to_have_count(1)
    expect(phone.page.locator(".instruction")).to_have_count(1)


def test_the_customer_can_read_english(phone: Phone) -> None:
    """The language is the customer's, from the next text on."""
    phone.page.get_by_role("button", name="English", exact=True).click()
    expect(phone.page.locator("#notice")).to_contain_text("reads en")
    phone.press("Out for delivery")
    phone.hears("Reply 1")


def test_a_coupon_is_claimed_by_y_within_the_hours_of_promotions(phone: Phone) -> None:
    """The campaign's text waits until its hours, and the page says so; then Y brings a code."""
    phone.press("Out for delivery")  # a promotion is nobody's first text
    phone.hears("回复1")
    phone.key("1")
    phone.hears("暂存")
    phone.page.get_by_role("button", name="秋季优惠").click()
    hour = int(phone.page.locator("#phone-clock time").inner_text().split(":")[0])
    if hour not in {9, 10, 14, 15, 16}:  # promotions go out 09:00-11:30 and 14:00-17:30
        expect(phone.page.locator(".sent").first).to_contain_text("Waits")
        phone.skip(f"{(34 - hour) % 24}h")
    phone.hears("回复Y")
    phone.hears("满30减10元")
    phone.key("Y")
    phone.hears("QIU-")
    phone.stands("coupon", "given")


def test_a_fresh_start_keeps_what_was(phone: Phone) -> None:
    """The next customer has the next number; the former one can still be looked at."""
    phone.press("Out for delivery")
    phone.hears("回复1")
    former = phone.page.locator(".sender .nums").inner_text()
    phone.afresh()
    assert phone.page.locator(".sender .nums").inner_text() != former
    phone.page.get_by_text("Other phones").click()
    phone.page.get_by_role("link", name=former).click()
    phone.hears("回复1")


def test_a_length_that_is_none_is_explained(phone: Phone, eyes) -> None:
    """The clock does not move, and the page says how to write a duration."""
    eyes.expected.append("422")
    phone.page.get_by_label("Other length").fill("soon")
    phone.page.get_by_role("button", name="Skip", exact=True).click()
    expect(phone.page.locator("#notice .bad")).to_contain_text("That is no duration")
    assert phone.page.get_by_label("Other length").input_value() == "soon"


def test_what_is_typed_stays_while_the_page_updates_itself(phone: Phone) -> None:
    """A text that arrives does not disturb the one being written, nor take the focus."""
    phone.page.get_by_label("Write as the customer").fill("half a sen")
    phone.press("Out for delivery")
    phone.hears("回复1")
    phone.page.get_by_label("Write as the customer").focus()
    assert phone.page.get_by_label("Write as the customer").input_value() == "half a sen"
    phone.page.keyboard.type("tence")
    phone.page.wait_for_timeout(1500)
    assert phone.page.get_by_label("Write as the customer").input_value() == "half a sentence"
