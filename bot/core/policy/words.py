"""Words that operators and providers block, whoever writes them. A carrier adds its own (`content.words`) or lifts some (`content.allow`).

One a line, by the reason they are blocked. Deliberately narrow: a word that an honest parcel notice may need is not here.
Sources: content that Aliyun, Tencent and Huawei refuse (help.aliyun.com/document_detail/101346.html, isv.SMS_CONTENT_ILLEGAL; SMS
content rules of support.huaweicloud.com), and Twilio's forbidden categories of the US and Canada (gambling, high-risk finance,
debt relief, controlled substances, phishing: www.twilio.com/guidelines/forbidden-messages).
"""

from __future__ import annotations

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "gambling": """
        赌博 博彩 赌场 网赌 赌球 六合彩 时时彩 百家乐 老虎机 澳门新葡京 棋牌下注 真人荷官 开盘下注 彩金 彩票投注 彩票代购 购彩 casino sportsbook slot_machine
        online_betting
    """,
    "loans": """
        无抵押贷款 低息贷款 网贷 裸贷 校园贷 套路贷 秒批贷款 信用卡套现 信用卡提额 代还信用卡 征信修复 黑户贷款 花呗套现
        payday_loan debt_relief credit_repair
    """,
    "invoices": "代开发票 开发票联系 发票代开 增值税票代开 办假证 办证刻章 刻章办证 假证 假发票",
    "fraud": """
        恭喜中奖 您已中奖 幸运中奖 特等奖 刷单 兼职日结 日赚千元 躺赚 高额返利 内幕消息 稳赚不赔 安全账户 洗钱 跑分 杀猪盘
        you_have_won claim_your_prize wire_transfer_now
    """,
    "securities": "荐股 牛股推荐 涨停黑马 配资炒股 股票配资 原始股认购 外汇保证金 虚拟币投资",
    "sex": "裸聊 约炮 一夜情 援交 上门特服 成人影片 色情 嫖娼 escort_service",
    "drugs": "毒品 冰毒 海洛因 摇头丸 大麻 麻古 迷药 迷奸药 听话水 cannabis cocaine viagra 伟哥",
    "cults": "法轮功 法轮大法 全能神",
    "weapons": "枪支 弹药 仿真枪 军用匕首 气枪货到付款",
    "praise": "邀请好评 好评返现 五星好评返现 晒单返现 刷好评",
}
"""Reason → words; `_` is a blank within one."""


def shipped() -> frozenset[str]:
    """Every shipped word."""
    return frozenset(word.replace("_", " ") for words in SHIPPED.values() for word in words.split())
