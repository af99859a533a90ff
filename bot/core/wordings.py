"""The few texts that no flow says: when a step failed, and when it is not clear which parcel a reply meant.

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
