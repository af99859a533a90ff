"""Law 11: the words that are law, and what only looks like them."""

import pytest

from bot.core.understand import compliance


@pytest.mark.parametrize(
    "text",
    ["T", "td", "ＴＤ", "退订", "退訂", "退 订", "回T", "回复TD退订", "TD退订", "麻烦退订一下，谢谢", "STOP", "Stop.", "STОP", "s t o p", "stopall",
     "UNSUBSCRIBE", "quit", "End", "cancel", "revoke", "opt out", "退订！！！", "tuiding", "推订", "别再发了", "不要再给我发短信", "唔好再send嚟",
     "unsubscribe me please", "please stop texting me", "take me off your list", "no more texts", "Y 退订", "\u200bTD\u200b", "🆃🅳"],
)  # fmt: skip
def test_an_explicit_wish_to_stop_is_an_opt_out(text):
    """Keyword with courtesies, or a verb phrase, in any script and shape."""
    assert compliance(text) == "opt_out"


@pytest.mark.parametrize(
    "text",
    ["不要退订", "我没说要退订", "退订是什么意思", "谁让你们给我退订的", "退货", "T恤", "T3航站楼", "TTYL", "TBD", "thanks", "Tuesday", "STOP sending it to the office",
     "can I stop by the station", "the bus stop", "don't stop", "please don't unsubscribe me", "nonstop ringing", "别再让那个快递员送了", "别再给我发货了", "我要拒收这个包裹",
     "endless", "not the end of it", "", "好的", "1", "派件员把我拉黑了"],
)  # fmt: skip
def test_negated_quoted_or_other_stops_are_none(text):
    """A parcel lost to a word that was not said is harm."""
    assert compliance(text) != "opt_out"


@pytest.mark.parametrize("text", ["START", "unstop", "取消退订", "重新订阅", "我想重新收到优惠信息", "subscribe"])
def test_opting_in_again(text):
    """The way back is as plain as the way out."""
    assert compliance(text) == "opt_in"


@pytest.mark.parametrize("text", ["HELP", "info", "帮助", "help please"])
def test_asking_for_help(text):
    """HELP and INFO are the law's words too."""
    assert compliance(text) == "help"
