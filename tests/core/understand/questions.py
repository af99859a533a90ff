"""The questions of the flows that the labelled examples name, as their menus are worded there."""

from bot.core.model import Option, Question


def _question(flow, menu, means, *, en=""):
    options = tuple(Option(key, meaning) for key, meaning in means.items())
    return Question(flow, "asked", options, frozenset(), (menu, en) if en else (menu,))


QUESTIONS = {
    question.flow: question
    for question in (
        _question(
            "delivery_options",
            "回复1要求暂存/2预约上门/3转寄新地址",
            {"1": "hold", "2": "schedule", "3": "redirect"},
            en="Reply 1 hold, 2 schedule a visit, 3 redirect",
        ),
        _question(
            "survey",
            "请评价：1非常满意 2满意 3一般 4不满意",
            {"1": "rating_1", "2": "rating_2", "3": "rating_3", "4": "rating_4"},
            en="How was it? 1 very satisfied 2 satisfied 3 average 4 not satisfied",
        ),
        _question(
            "delivery_slot",
            "本次将在18:30-19:30派送是否合适?回复1确认",
            {"1": "confirm"},
            en="Delivery 18:30-19:30, does it suit you? Reply 1 to confirm",
        ),
        _question(
            "coupon", "回复Y立即领取优惠码。回T退订", {"Y": "claim"}, en="Reply Y to claim your code. T to opt out"
        ),
        _question(
            "proxy_signoff",
            "您的包裹由代收，是否本人同意?回复1同意 2有异议",
            {"1": "confirm", "2": "decline"},
            en="Signed for by a neighbour. Did you agree? 1 yes 2 no",
        ),
        _question("staff_notice", "收到请回复1", {"1": "confirm"}, en="Reply 1 when received"),
    )
}
