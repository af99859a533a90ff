"""The final form of a text: signature before, opt-out wording behind, each once, and how long it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.core.carrier import Billing, CarrierConfig
from bot.core.policy.request import Request
from bot.core.segments import Segments, segments

MAINLAND_SUFFIX: Final = {"zh-CN": "拒收请回复R"}
"""What templates of promotions must end with over Aliyun, Tencent and Huawei (help.aliyun.com/document_detail/91975.html)."""
_STOPS: Final = "。.!！?？"


def finished(request: Request) -> str:
    """Brand before, opt-out wording behind (on a promotion that the customer did not ask for), each once."""
    return signed(with_suffix(request), request.say.locale, request.carrier, request.channel)


def signed(text: str, locale: str, carrier: CarrierConfig, channel: str | None = None) -> str:
    """`text` behind the carrier's signature in that language; once; without it where the provider signs."""
    config = carrier.channels.get(channel) if channel else None
    mark = signature(locale, carrier)
    bare = text.removeprefix(mark)
    return bare if config and config.signature == "provider" else f"{mark}{bare}"


def counted(text: str, locale: str, carrier: CarrierConfig, channel: str | None = None) -> Segments:
    """What a finished text costs over this channel, with the signature that the provider puts before it where it does."""
    config = carrier.channels.get(channel) if channel else None
    if config is not None and config.signature == "provider":
        text = f"{signature(locale, carrier)}{text}"
    return segments(text, billing_of(carrier, channel))


def dearest(body: str, locale: str, carrier: CarrierConfig, *, promotes: bool) -> Segments:
    """What `body` costs with everything around it over that of the carrier's channels where it costs most: who writes
    a text does not know which of them will send it. `promotes`: it ends as a promotion does.
    """
    costs = []
    for channel in carrier.channels:
        text = ended(body, locale, carrier, channel) if promotes else body.strip()
        costs.append(counted(signed(text, locale, carrier, channel), locale, carrier, channel))
    return max(costs, key=lambda cost: (cost.count, cost.units))


def billing_of(carrier: CarrierConfig, channel: str | None = None) -> Billing:
    """How texts over this channel are counted."""
    config = carrier.channels.get(channel) if channel else None
    if config is None:
        return carrier.billing
    return config.billing or ("mainland" if config.mainland else carrier.billing)


def signature(locale: str, carrier: CarrierConfig) -> str:
    """【brand】, or the carrier's own form of it."""
    language = carrier.language(locale)
    return carrier.signature.get(language) or f"【{carrier.brand[language]}】"


def with_suffix(request: Request) -> str:
    """The opt-out wording in the text's language, where a promotion needs one."""
    say = request.say
    return ended(say.text, say.locale, request.carrier, request.channel) if request.promotes else say.text.strip()


def ended(text: str, locale: str, carrier: CarrierConfig, channel: str | None) -> str:
    """`text` with the opt-out wording of its language and channel behind it, once."""
    text, suffixes = text.strip(), suffixes_of(carrier, channel)
    if not suffixes:
        return text
    suffix = suffixes.get(locale) or suffixes.get(carrier.language(locale, suffixes)) or next(iter(suffixes.values()))
    bare = text.rstrip(_STOPS)
    if bare.lower().endswith(suffix.lower()):
        return bare
    chinese = locale.startswith("zh")
    stop = "" if not text or text[-1] in _STOPS else ("。" if chinese else ".")
    return f"{text}{stop}{'' if chinese else ' '}{suffix}"


def suffixes_of(carrier: CarrierConfig, channel: str | None) -> Mapping[str, str]:
    """How promotions over this channel end, by language."""
    config = carrier.channels.get(channel) if channel else None
    if config is not None and config.suffix is not None:
        return config.suffix
    if config is not None and config.mainland:
        return {**carrier.opt_out.suffix, **MAINLAND_SUFFIX}
    return carrier.opt_out.suffix
