from __future__ import annotations

import re

import pytest

from bot.core.errors import FlowError
from bot.core.flow import Flow
from bot.core.flow.check import check
from bot.core.flow.load import load
from tests.core.sample import carrier

GOOD = """flow: good
title: Good
category: service
starts_on: out_for_delivery
ends_on: [delivered, returned]
states:
  offered:
    say: menu
    replies:
      1: {go: held, words: {zh-CN: [暂存]}}
      2:
        - {if: shipment.redirectable, go: asking}
        - {go: held}
    silence: {after: 4h, go: quiet}
    unclear: {say: again, at_most: 2, go: staff}
    late: {within: 12h, go: staff}
  asking:
    say: ask_time
    replies:
      time: {go: held, keep: {visit: reply.time}}
      other: staff
    silence: {after: 2h, go: quiet}
  claiming: {claim: autumn, claimed: held, had: held, none: quiet}
  held: {do: [{instruct: hold, until: 3d, window: visit}], say: done, end: true}
  staff: {do: [{case: delivery, due: 2h}], say: done, go: claiming}
  quiet: {end: true}
texts:
  menu: {zh-CN: "尾号{tail}。回复1暂存/2预约", en: "Parcel {tail}. Reply 1 hold, 2 schedule"}
  again: {zh-CN: "请回复1或2", en: "Please reply 1 or 2"}
  ask_time: {zh-CN: "什么时候", en: "When"}
  done: {zh-CN: "好的{visit:window}", en: "Done {visit:window}"}
"""


def findings(text, config=None):
    try:
        flow, source = load(text, "f.yaml", Flow)
    except FlowError as error:
        return [str(finding) for finding in error.findings]
    return [str(finding) for finding in check(flow, source, config or carrier())]


def test_a_good_flow_has_no_findings():
    """The flow that every case below breaks is right."""
    assert findings(GOOD) == []


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        # shape
        ("    silence: {after: 4h", "    silense: {after: 4h", "14:5: error KEY 'silense' is no key here. Did you mean 'silence'?"),
        ("title: Good\n", "", "1:1: error MISSING 'title' is missing here."),
        ("category: service", "category: servce", "3:11: error VALUE category: Input should be 'service'"),
        ("after: 4h", "after: 4x", "14:22: error VALUE '4x' is no duration: write a duration such as 30m, 4h"),
        ("at_most: 2", "at_most: 99", "15:36: error VALUE states.offered.unclear.at_most: Input should be less than or equal to 5"),
        ("  quiet: {end", "  Quiet: {end", "26:3: error NAME 'Quiet' is no name: use small letters"),
        ("{go: held, words", "{goo: held, words", "10:11: error KEY 'goo' is no key here. Did you mean 'go'?"),
        ("        - {if: shipment", "        - {fi: shipment", "12:12: error KEY 'fi' is no key here. Known: go, if, keep, means, words."),
        ("end: true}\ntexts", "end: maybe}\ntexts", "26:16: error VALUE states.quiet.end"),
        # states
        ("1: {go: held", "1: {go: hold", "10:15: error STATE 'hold' is no state here. Did you mean 'held'?"),
        ("- {go: held}", "- {go: heldd}", "13:16: error STATE 'heldd' is no state here."),
        ("4h, go: quiet", "4h, go: quit", "14:30: error STATE 'quit' is no state here. Did you mean 'quiet'?"),
        ("other: staff", "other: stuff", "21:14: error STATE 'stuff' is no state here."),
        ("states:\n", "states:\n  lonely: {end: true}\n", "8:3: error UNREACHABLE Nothing leads to 'offered'."),
        ("  quiet: {end: true}", "  quiet: {}", "26:3: error STUCK 'quiet' leads nowhere."),
        ("say: done, end: true", "say: done, end: true, go: quiet", "24:3: error WAYS 'held' has go and end."),
        ("say: done, end: true", "say: done, go: held", "24:3: error CIRCLE 'held' comes back to itself"),
        # waits
        ("    silence: {after: 2h, go: quiet}\n", "", "17:3: error SILENCE 'asking' waits, but not what happens on silence."),
        ("      other: staff\n", "", "17:3: error UNCLEAR 'asking' waits, but not what happens with a reply it cannot read."),
        ("    say: ask_time\n", "", "17:3: error SAY 'asking' waits for a reply, but asks nothing."),
        ("  quiet: {end: true}", "  quiet: {end: true, late: {within: 1h, go: staff}}", "26:22: error WAYS 'late' needs replies"),
        (", none: quiet", "", "23:14: error CLAIM A claim may end in claimed"),
        ("claim: autumn", "claim: autum", "23:21: error POOL 'autum' is no pool of coupons. Did you mean 'autumn'?"),
        # guards and names
        ("shipment.redirectable", "shipment.redirectible", "12:16: error GUARD 'shipment.redirectible' is no known name. Did you mean"),
        ("shipment.redirectable", "shipment.redirectable > 3", "12:38: error GUARD The guard cannot be used"),
        ("shipment.redirectable", "shipment.tail", "12:16: error GUARD 'shipment.tail' gives string; a guard gives true or false."),
        ("shipment.redirectable", "'1 +'", "12:19: error GUARD The guard cannot be used: Syntax error: mismatched input '<EOF>'."),
        ("reply.time", "reply.tyme", "20:38: error GUARD 'reply.tyme' is no known name."),
        ("        - {go: held}\n", "", "12:11: error NOELSE No branch is left"),
        ("{if: shipment.redirectable, go: asking}", "{go: asking}", "12:11: error NEVER The branches after this one"),
        ("window: visit", "window: visitt", "24:51: error NAME 'visitt' is no known name. Did you mean 'visit'?"),
        ("{case: delivery, due: 2h}", "{case: delivery, do: 2h}", "25:33: error KEY 'do' is no key of case."),
        ("{case: delivery, due: 2h}", "{case: delivery, instruct: x}", "25:16: error EFFECT One of instruct, case, consent, email, end_others, count stands here"),
        # texts
        ("say: menu", "say: manu", "8:10: error TEXT 'manu' is no text here. Did you mean 'menu'?"),
        ("{tail}。", "{tial}。", "28:17: error PLACEHOLDER {tial} is no known name. Did you mean 'tail'?"),
        ("{tail}。", "{tail:tale}。", "28:17: error PLACEHOLDER 'tale' is no format. Did you mean 'tail'?"),
        ("{tail}。", "{tail:time}。", "28:17: error PLACEHOLDER {tail:time}: 'tail' is a text, which 'time' cannot write."),
        ("{tail}。", "{proof_code}。", "28:17: error PLACEHOLDER {proof_code} may be compared but not said."),
        ("{tail}。", "{tail。", "28:17: error TEXT A brace stands alone here."),
        ("{tail}。", "【风驰】。", None),
        ('"尾号', '"【风驰】尾号', "28:17: error BRAND The 【brand】 is put before every text by itself."),
        (', en: "When"', "", "30:3: error LANGUAGE 'ask_time' is missing in en, which the carrier speaks."),
        ("什么时候", "什么时候" * 20, "30:21: warning LONG This takes 2 messages"),
        ("  done:", "  never: {zh-CN: 无, en: Nothing}\n  done:", "31:3: warning UNSAID Nothing says 'never'."),
        # menus and triggers
        ("      1: {go: held", "      T: {go: held", "10:7: error RESERVED 'T' is a word that providers or operators act on"),
        ("      1: {go: held", "      stop: {go: held", "10:7: error RESERVED 'stop'"),
        ("      2:\n", "      暂存:\n", "11:7: error OVERLAP '暂存' is said for 1 too."),
        ("other: staff", "other: staff\n      text: staff", "21:7: error OVERLAP 'text' takes every reply"),
        ("starts_on: out_for_delivery", "starts_on: out_for_delivry", "4:12: error EVENT 'out_for_delivry' is no event. Did you mean 'out_for_delivery'?"),
        ("[delivered, returned]", "[delivered, retuned]", "5:22: error EVENT 'retuned' is no event. Did you mean 'returned'?"),
    ],
)  # fmt: skip
def test_a_broken_flow_is_refused_at_its_line(was, becomes, found):
    """Each fault has its place, its code, and says what to do."""
    assert was in GOOD
    text = GOOD.replace(was, becomes, 1)
    if found is None:
        assert findings(text) == []
        return
    assert any(finding.startswith(f"f.yaml:{found}") for finding in findings(text)), "\n".join(findings(text))


def test_several_faults_are_found_at_once_in_the_order_of_the_file():
    """An author mends a file in one go."""
    broken = GOOD.replace("say: menu", "say: manu").replace("1: {go: held", "1: {go: hold").replace("{tail}", "{tial}")
    found = findings(broken)
    assert len(found) >= 4
    lines = [int(re.match(r"f\.yaml:(\d+):", finding)[1]) for finding in found]
    assert lines == sorted(lines)


def test_texts_are_counted_as_their_channels_bill_them():
    """100 plain letters are one message by encoding and two in the mainland; of several channels the dearest counts."""
    text = GOOD.replace('en: "When"', f'en: "{"When " * 20}"')
    sms, cn = {"kind": "twilio"}, {"kind": "aliyun", "signature": "provider"}
    signed = {"en": "Fengchi: "}
    assert findings(text, carrier(signature=signed, channels={"sms": sms})) == []
    (found,) = findings(text, carrier(signature=signed, channels={"sms": sms, "cn": cn}))
    assert "warning LONG This takes 2 messages (108 characters with 【brand】" in found
