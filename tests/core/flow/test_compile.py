from __future__ import annotations

import json
import threading
from datetime import timedelta

import pytest

from bot.core.errors import FlowError
from bot.core.flow import Flow, compile_flow, content_hash, normalised
from bot.core.flow.expressions import BadExpression, GuardFailed, compile_expression
from bot.core.flow.graph import mermaid
from bot.core.flow.load import load
from bot.core.flow.questions import own_words
from tests.core.flow.test_check import GOOD
from tests.core.sample import Talk, compiled, library, standard


def document(text=GOOD):
    return normalised(load(text, "f.yaml", Flow)[0])


def test_a_document_survives_json_and_any_order_of_keys():
    """What the database gives back (JSONB keeps no order) compiles to the same flow, with the same start."""
    first = document()
    shuffled = json.loads(json.dumps(first, sort_keys=True))
    assert content_hash(shuffled) == content_hash(first)
    one, other = compile_flow(first, "h"), compile_flow(shuffled, "h")
    assert one.start_state == other.start_state == "offered"
    assert one.question("offered").options == other.question("offered").options


def test_the_hash_follows_the_meaning_not_the_writing():
    """Comments, order and short forms change nothing; a word of a text does."""
    same = "# a comment\n" + GOOD.replace("- {go: held}", "- held").replace("4h", "240m")
    assert content_hash(document(same)) == content_hash(document())
    assert content_hash(document(GOOD.replace("请回复1或2", "请回复1或者2"))) != content_hash(document())


def test_a_document_that_no_longer_fits_says_so():
    """An old version that this program cannot run is an error with a name, not a stack trace."""
    with pytest.raises(FlowError, match=r"good@abc.*states\.quiet\.end"):
        compile_flow(document() | {"states": {"quiet": {"end": 7}}}, "abc")


def test_what_turns_ask_of_a_compiled_flow():
    """Names, triggers, delays and questions."""
    survey = standard("survey")
    assert (survey.category, survey.subject, survey.starts_on) == ("survey", "shipment", ("delivered",))
    assert survey.start_after("delivered") == timedelta(hours=24)
    assert standard("coupon").starts_on == ("campaign",)
    assert standard("pickup_notice").question("noticed") is None
    assert standard("delivery_options").question("scheduling").accepts == frozenset({"time"})
    assert standard("anything_else").starts_on == ("reply",)


def test_options_know_their_own_words():
    """From `words:` and out of the menu, in every language; words of two options belong to none."""
    menus = ["回复1要求暂存/2预约上门/3转寄新地址", "Reply 1 hold, 2 schedule a visit, 3 redirect"]
    assert own_words(["1", "2", "3"], menus) == {
        "1": ["要求暂存", "暂存", "hold"], "2": ["预约上门", "schedule a visit"], "3": ["转寄新地址", "redirect"],
    }  # fmt: skip
    assert own_words(["1", "2"], ["1好 2好"]) == {"1": [], "2": []}
    question = standard("delivery_options").question("offered")
    assert [option.means for option in question.options] == ["hold", "schedule", "redirect"]
    assert len(question.menus) == 6


def test_one_machine_serves_every_thread():
    """Eight threads, one compiled flow: each conversation goes its own way."""
    flow = standard("delivery_options")
    wrong = []

    def talk(branch, state):
        for _ in range(50):
            one = Talk(flow)
            one.begin()
            one.reply(branch)
            if one.state != state:
                wrong.append((branch, one.state))

    ways = [("1", "held"), ("2", "scheduling"), ("3", "redirecting"), (None, "offered")] * 2
    threads = [threading.Thread(target=talk, args=way) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert flow.machine.models == []


NAMES = {
    "shipment.eta": "time",
    "shipment.delay_hours": "number",
    "shipment.ok": "flag",
    "reply.text": "text",
    "visit": "window",
}


@pytest.mark.parametrize(
    ("source", "facts", "holds"),
    [
        ("shipment.delay_hours > 24", {"shipment.delay_hours": 26}, True),
        ("shipment.delay_hours > 24", {"shipment.delay_hours": 3.5}, False),
        ("shipment.ok", {}, False),
        ("!shipment.ok && known.reply.text", {"reply.text": "x"}, True),
        ("known.shipment.eta", {}, False),
        ('reply.text == "known.visit"', {"reply.text": "known.visit"}, True),
        ('reply.text in ["a", "b"]', {"reply.text": "b"}, True),
        ('reply.text.matches("^[0-9]{4}$")', {"reply.text": "1234"}, True),
    ],
)
def test_guards(source, facts, holds):
    """The expressions that authors write, on the facts that carriers send."""
    assert compile_expression(source, NAMES, wants="flag").value(facts.get) is holds


def test_a_guard_without_its_fact_fails_by_name():
    """Never a wrong answer for want of a fact."""
    with pytest.raises(GuardFailed, match=r"needs shipment\.delay_hours"):
        compile_expression("shipment.delay_hours > 24", NAMES).value({}.get)
    with pytest.raises(GuardFailed):
        compile_expression("shipment.delay_hours > 24", NAMES).value({"shipment.delay_hours": "many"}.get)


@pytest.mark.parametrize(
    "source", ["__import__('os')", "shipment.__class__", "reply.text > 3", "x", "1 +", "shipment.ok ? 1 : 'a'", "(" * 500]
)  # fmt: skip
def test_what_is_no_guard(source):
    """Refused when the flow is read."""
    with pytest.raises(BadExpression):
        compile_expression(source, NAMES)


def test_a_pattern_cannot_hang():
    """CEL's patterns are RE2: linear in the text."""
    guard = compile_expression('reply.text.matches("(a+)+$")', NAMES)
    assert guard.value({"reply.text": "a" * 5000 + "!"}.get) is False


def test_every_flow_can_be_drawn():
    """Each state and each way stands in the Mermaid text."""
    for source in library().flows("demo").values():
        flow = compile_flow(source.document, source.hash)
        drawn = mermaid(flow)
        assert drawn.startswith("---\ntitle: ")
        assert all(re_state in drawn for re_state in flow.states)
    assert "offered --> redirecting : 3 [shipment.redirectable]" in mermaid(standard("delivery_options"))


def test_mermaid_is_not_confused_by_names_that_are_words_of_its_own():
    """A state called note, one that begins with default, a title with a colon and quotes."""
    text = """flow: odd
title: 'A "title": with [signs]'
starts_on: shipped
states:
  note: {say: hello, go: default_way}
  default_way: {do: [{case: delivery}], end: true}
texts:
  hello: {en: Hello}
"""
    drawn = mermaid(compiled(text)).splitlines()
    assert drawn[1] == 'title: "A \\"title\\": with [signs]"'
    assert drawn[4:6] == ['    state "note" as s_note', '    state "default_way" as s_default_way']
    assert "    s_note --> s_default_way" in drawn
    assert "    note right of s_default_way: case delivery" in drawn
