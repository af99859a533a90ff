"""The few texts that no flow says: a step that failed, which parcel a reply meant, and that an opt-out was heard.

A carrier overrides them in `carrier.yaml` under `texts: {bot: {…}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.core.carrier import CarrierConfig

BUILT_IN: Final[Mapping[str, Mapping[str, str]]] = {
    "fault": {
        "zh-CN": "抱歉，这一步没能办成。客服将在2小时内联系您",
        "en": "Sorry, that step did not go through. A colleague will contact you within 2 hours",
    },
    "which": {
        "zh-CN": "您有{count}件事待回复：{choices}。请回复字母",
        "en": "You have {count} open questions: {choices}. Please reply with the letter",
    },
    "which_parcel": {
        "zh-CN": "您有{count}个包裹：{choices}。请回复字母",
        "en": "You have {count} parcels: {choices}. Please reply with the letter",
    },
    "opted_out": {
        "zh-CN": "已为您退订推广和调查短信，包裹通知照常发送。恢复请回复START",
        "en": "You will get no more offers or surveys from us; parcel notices continue. Reply START to get them again",
    },
    "opted_out_all": {
        "zh-CN": "已为您退订，不再给您发送短信。恢复请回复START",
        "en": "You are unsubscribed and will get no more texts from us. Reply START to get them again",
    },
    "opted_in": {
        "zh-CN": "已恢复接收我们的短信。退订请回复TD",
        "en": "You will get our texts again. Reply STOP to opt out",
    },
    "parcel": {"zh-CN": "尾号{tail}", "en": "parcel {tail}"},
}


def wording(key: str, locale: str, carrier: CarrierConfig) -> str:
    """The carrier's own wording of a built-in text, else ours; in the nearest language."""
    own = carrier.texts.get("bot", {}).get(key, {})
    spoken = {**BUILT_IN[key], **own}
    found = (
        spoken[carrier.language(locale, spoken)] if any(lang in spoken for lang in carrier.locales) else spoken["en"]
    )
    return found if isinstance(found, str) else found[0]
