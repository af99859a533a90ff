"""Broken flows that take more than one changed word: each with the exact place and code of what is found."""

from __future__ import annotations

import pytest

from bot.core.errors import FlowError
from bot.core.flow import Flow
from bot.core.flow.check import check
from bot.core.flow.load import load
from bot.core.flow.source import MAX_BYTES
from tests.core.flow.test_check import GOOD
from tests.core.sample import carrier


def found(text, **settings):
    """`line:column: severity CODE` of every finding."""
    try:
        flow, source = load(text, "f.yaml", Flow)
    except FlowError as error:
        findings = error.findings
    else:
        findings = check(flow, source, carrier(**settings))
    return [" ".join(str(finding).removeprefix("f.yaml:").split()[:3]) for finding in findings]


def with_(*changes):
    text = GOOD
    for was, becomes in changes:
        assert was in text
        text = text.replace(was, becomes, 1)
    return text


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # YAML
        ("a key twice", with_(("title: Good\n", "title: Good\ntitle: Better\n")), "3:1: error DUPLICATE"),
        ("a state twice", with_(("  quiet: {end: true}", "  held: {end: true}")), "26:3: error DUPLICATE"),
        ("an option twice", with_(("      2:\n", "      1:\n")), "11:7: error DUPLICATE"),
        ("an anchor", with_(("texts:\n", "texts: &t\n")), "27:8: error ALIAS"),
        ("an alias", with_(("title: Good", "title: *title")), "2:8: error ALIAS"),
        ("a tab", with_(("    say: menu", "\tsay: menu")), "8:1: error TAB"),
        ("a tag", with_(("title: Good", "title: !!python/object:os.system Good")), "2:8: error TAG"),
        ("too large", GOOD + "#" * MAX_BYTES, "1:1: error SIZE"),
        ("too deep", "flow: " + "[" * 40 + "]" * 40, "1:31: error DEPTH"),
        ("two documents", GOOD + "---\nflow: other\n", "32:1: error YAML"),
        ("a colon in a text", with_(("title: Good", "title: Good: better")), "2:12: error YAML"),
        ("an open quote", with_(("title: Good", 'title: "Good')), "28:18: error YAML"),
        ("a control character", with_(("title: Good", "title: Go\0od")), "2:10: error YAML"),
        ("no mapping", "- a\n- b\n", "1:1: error SHAPE"),
        ("nothing at all", "", "1:1: error SHAPE"),
        ("an option that leads nowhere", with_(("other: staff", "other:")), "21:7: error VALUE"),
        # effects
        ("no such effect", with_(("{case: delivery, due: 2h}", "{caze: delivery}")), "25:16: error EFFECT"),
        ("two effects in one", with_(("{case: delivery, due: 2h}", "{case: delivery, count: tries}")), "25:16: error EFFECT"),
        ("an e-mail without its text", with_(("{case: delivery, due: 2h}", "{email: {subject: done, say: mail}}")), "25:45: error TEXT"),
        ("an e-mail without a subject", with_(("{case: delivery, due: 2h}", "{email: {say: done}}")), "25:24: error MISSING"),
        ("a counter that is no name", with_(("{case: delivery, due: 2h}", "{count: 3 tries}")), "25:24: error NAME"),
        ("consent to nothing", with_(("{case: delivery, due: 2h}", "{consent: {adverts: true}}")), "25:36: error VALUE"),
        ("a due that is no time", with_(("due: 2h", "due: soon")), "25:38: error VALUE"),
        # triggers
        ("no trigger", with_(("starts_on: out_for_delivery\n", "")), "1:1: error MISSING"),
        ("two triggers in one", with_(("starts_on: out_for_delivery", "starts_on: {event: shipped, end_of: survey}")), "4:12: error VALUE"),
        ("before what", with_(("starts_on: out_for_delivery", "starts_on: {event: shipped, before: 2h}")), "4:12: error VALUE"),
        ("before something that is no moment", with_(("starts_on: out_for_delivery", "starts_on: {event: shipped, before: 2h, of: shipment.tail}")), "4:45: error NAME"),
        ("a trigger's guard", with_(("starts_on: out_for_delivery", "starts_on: {event: shipped, if: shipment.wait}")), "4:33: error GUARD"),
        ("an unknown event in a list", with_(("starts_on: out_for_delivery", "starts_on: [shipped, shiped]")), "4:22: error EVENT"),
        ("what to do again", with_(("title: Good\n", "title: Good\nagain: maybe\n")), "3:8: error VALUE"),
        ("an unknown event in a state", with_(("    silence: {after: 4h, go: quiet}", "    on: {lost: quiet}\n    silence: {after: 4h, go: quiet}")), "14:10: error EVENT"),
        # calls
        ("a call that never comes back", with_(("  claiming: {claim: autumn, claimed: held, had: held, none: quiet}", "  claiming: {call: prove}")), "23:3: error CALL"),
        ("a call and an end", with_(("  quiet: {end: true}", "  quiet: {call: prove, go: held, end: true}")), "26:3: error WAYS"),
        # guards
        ("a pattern that looks around", with_(("shipment.redirectable", '"reply.text.matches(\'(?=a)b\')"')), "12:16: error REGEX"),
        ("a pattern that refers back", with_(("shipment.redirectable", "'reply.text.matches(r\"(a)\\1\")'")), "12:16: error REGEX"),
        ("a pattern out of a fact", with_(("shipment.redirectable", "reply.text.matches(shipment.tail)")), "12:16: error REGEX"),
        ("a guard that is too long", with_(("shipment.redirectable", " || ".join(["shipment.redirectable"] * 30))), "12:16: error GUARD"),
        ("text against a number", with_(("shipment.redirectable", "shipment.tail > 3")), "12:30: error GUARD"),
        # menus
        *((f"{word} in a menu", with_(("      1: {go: held", f"      {word}: {{go: held")), "10:7: error RESERVED")
          for word in ("STOP", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "START", "YES", "UNSTOP", "HELP", "INFO", "TD", "T", "R", "ｔｄ", "退订")),
        ("a reserved word among an option's own", with_(("{zh-CN: [暂存]}", "{zh-CN: [暂存, 退订]}")), "10:41: error RESERVED"),
        ("the same in another language", with_(("{zh-CN: [暂存]}", "{zh-CN: [暂存], en: stop}")), "10:46: error RESERVED"),
        ("a digit and its word", with_(("      2:\n", "      2: held\n      二:\n")), "12:7: error OVERLAP"),
        ("a digit's word among another's own", with_(("{zh-CN: [暂存]}", "{en: [two]}")), "11:7: error OVERLAP"),
        ("an option that is half a number", with_(("      2:\n", "      1.5:\n")), "11:7: error OPTION"),
        ("an option that is a date", with_(("      2:\n", "      2026-01-01:\n")), "11:7: error OPTION"),
        ("an option that is no word", with_(("      2:\n", "      true:\n")), "11:7: error OPTION"),
        ("one word for two options", with_(("{zh-CN: [暂存]}", "{zh-CN: ['2']}")), "11:7: error OVERLAP"),
        ("an option that is a sentence", with_(("      2:\n", "      please bring it to my neighbour:\n")), "11:7: error OPTION"),
        # names
        ("a kept value that hides facts", with_(("keep: {visit: reply.time}", "keep: {shipment: reply.text}")), "20:31: error NAME"),
        ("a counter that hides facts", with_(("{case: delivery, due: 2h}", "{count: customer}")), "25:24: error NAME"),
        ("a fact of nothing", with_(("title: Good\n", "title: Good\nfacts: {weight: number}\n")), "3:9: error NAME"),
        ("a fact that is known as something else", with_(("title: Good\n", "title: Good\nfacts: {shipment.tail: number}\n")), "3:9: error NAME"),
        ("a guard that always holds", with_(("if: shipment.redirectable", "if: true")), "12:11: error NEVER"),
        ("a guard that never holds", with_(("if: shipment.redirectable", "if: false")), "12:11: error NEVER"),
        ("a silence of no time", with_(("after: 4h", "after: 0h")), "14:22: error VALUE"),
        ("a question that is asked for ever", with_(("silence: {after: 2h, go: quiet}", "silence: {after: 2h, go: asking}")), "22:5: warning AGAIN"),
        ("two that take turns for ever", with_(("silence: {after: 2h, go: quiet}", "silence: {after: 2h, go: offered}"), ("silence: {after: 4h, go: quiet}", "silence: {after: 4h, go: asking}")), "14:5: warning AGAIN"),
        # texts
        ("an empty text", with_(('en: "When"', 'en: " "')), "30:33: error TEXT"),
        ("an invisible character", with_(('en: "When"', 'en: "Wh\u202een"')), "30:33: error TEXT"),
        ("the way out by hand", with_(('en: "When"', 'en: "When? Reply STOP to opt out"')), "30:33: error OPTOUT"),
        ("the way out by hand in Chinese", with_(('"什么时候"', '"什么时候，拒收请回复R"')), "30:21: error OPTOUT"),
        ("a closing text that is none", with_(("title: Good\n", "title: Good\nclosing: [sory]\n")), "3:11: error TEXT"),
        ("a hole where a fact may not come", with_(("title: Good\n", "title: Good\nfacts: {shipment.model: text}\n"), ('en: "When"', 'en: "When, {model}?"')), "31:33: warning HOLE"),
        ("a variant of no text", with_(("texts:\n", "variants: {B: {manu: {zh-CN: 一, en: One}}}\ntexts:\n")), "27:16: error TEXT"),
        ("a variant in one language", with_(("texts:\n", "variants: {B: {menu: {zh-CN: 一}}}\ntexts:\n")), "27:16: error LANGUAGE"),
        ("a variant that is A", with_(("texts:\n", "variants: {A: {menu: {zh-CN: 一, en: One}}}\ntexts:\n")), "27:12: error NAME"),
        ("a long English text", with_(('en: "When"', 'en: "' + "When shall we come? " * 9 + '"')), "30:33: warning LONG"),
        ("over 65 but one message", with_(('"什么时候"', '"' + "什么时候来" * 12 + '"')), "30:21: warning LENGTH"),
        ("a placeholder inside a placeholder", with_(("{tail}。", "{{tail}}。")), "28:17: error TEXT"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_place(name, text, expected):
    """The line and column of the word to change, and a code to look up."""
    assert expected in found(text), found(text)


@pytest.mark.parametrize(
    "change",
    [
        ('en: "When"', 'en: ["When, {model}?", "When?"]'),
        ("starts_on: out_for_delivery", "starts_on: {event: out_for_delivery, if: known.shipment.model}"),
    ],
)  # fmt: skip
def test_a_text_without_holes_is_not_warned_of(change):
    """A last wording that needs nothing, or a start that waits for the fact."""
    declared = ("title: Good\n", "title: Good\nfacts: {shipment.model: text}\n")
    said = ('en: "When"', 'en: "When, {model}?"')
    changes = (declared, change) if "When" in change[0] else (declared, said, change)
    assert found(with_(*changes)) == []


def test_a_promotion_says_how_to_get_no_more():
    """A carrier that gives its promotions no way out cannot send them."""
    promotion = with_(("category: service", "category: promotion"))
    assert "3:11: error OPTOUT" in [
        " ".join(str(each).removeprefix("f.yaml:").split()[:3])
        for each in _check_without_suffix(promotion)
    ]  # fmt: skip


def _check_without_suffix(text):
    flow, source = load(text, "f.yaml", Flow)
    config = carrier()
    without = config.model_copy(update={"opt_out": config.opt_out.model_copy(update={"suffix": {}})})
    return check(flow, source, without)
