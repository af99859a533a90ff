"""What is wrong in a carrier.yaml beyond its shape: names that are not there, a signature that costs, standard flows that lack something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from babel.numbers import list_currencies

from bot.core.carrier import CarrierConfig
from bot.core.flow.checks.guards import wrong_fact
from bot.core.flow.findings import Finding, did_you_mean
from bot.core.flow.schema import Flow
from bot.core.flow.source import Source
from bot.core.flow.values import IDENTIFIER
from bot.core.policy import billing_of, signature
from bot.core.segments import segments

Flows = Mapping[str, tuple[Flow, Source]]
_BOT: Final = "bot"
"""Under `texts:` what the bot says outside of every flow."""


def carrier_findings(
    config: CarrierConfig, source: Source, folder: str, flows: Collection[str], standard: Collection[str]
) -> Iterator[Finding]:
    """Every finding about the settings themselves. `flows`: names that may be written under texts:; `standard`: those that may be used."""
    if config.carrier != folder:
        yield source.error(
            ("carrier",), "CARRIER", f"The folder is '{folder}', this says '{config.carrier}'. Make them one."
        )
    for flow in config.texts:
        if flow not in flows and flow != _BOT:
            message = f"'{flow}' is no flow.{did_you_mean(flow, flows)}"
            yield source.error(("texts", flow), "FLOW", message, of_key=True)
    for index, name in enumerate(config.standard if config.standard != "all" else ()):
        if name not in standard:
            message = f"'{name}' is no standard flow.{did_you_mean(name, standard)}"
            yield source.error(("standard", index), "FLOW", message)
    yield from _words(config, source)
    yield from _values(config, source)
    yield from _costs(config, source)


def _words(config: CarrierConfig, source: Source) -> Iterator[Finding]:
    for index, event in enumerate(config.events):
        if not re.fullmatch(IDENTIFIER, event):
            message = f"'{event}' is no name: use small letters, digits and _, beginning with a letter."
            yield source.error(("events", index), "NAME", message)
    for name, kind in config.facts.items():
        if problem := wrong_fact(name, kind):
            yield source.error(("facts", name), "NAME", problem, of_key=True)


def _values(config: CarrierConfig, source: Source) -> Iterator[Finding]:
    for index, locale in enumerate(config.locales):
        if locale in config.locales[:index]:
            yield source.error(("locales", index), "VALUE", f"'{locale}' stands here a second time. Keep one.")
    for locale, words in config.signature.items():
        if "{" in words or "}" in words:
            yield source.error(
                ("signature", locale), "TEXT", "A signature is said as it stands: it holds no placeholder."
            )
    if config.currency not in list_currencies():
        message = f"'{config.currency}' is no currency: write its three letters, such as EUR or CNY."
        yield source.error(("currency",), "VALUE", message)


def _costs(config: CarrierConfig, source: Source) -> Iterator[Finding]:
    for locale in config.locales:
        if locale.split("-")[0] != "zh" and _signature_costs(locale, config):
            message = (
                f"【】 makes every text in {locale} cost about twice (70 characters fit one message, not 160). "
                f"Write signature: {{{locale}: '{config.brand[locale]}: '}}."
            )
            yield source.warning(("brand", locale), "SIGNATURE", message)


def _signature_costs(locale: str, config: CarrierConfig) -> bool:
    """Whether what stands before a text in plain letters keeps it from being counted as plain letters."""
    by_encoding = any(billing_of(config, channel) == "gsm" for channel in config.channels)
    return by_encoding and segments(f"{signature(locale, config)}a").encoding != "gsm7"


def said_once(found: list[Finding], config: CarrierConfig, source: Source, standard: Flows) -> list[Finding]:
    """What a carrier's settings lack for the standard flows is said once, in the file that its author can mend."""
    names = {where.file: name for name, (_, where) in standard.items()}
    theirs = [each for each in found if each.file in names and each.code in ("LANGUAGE", "POOL")]
    kept = [each for each in found if each not in theirs]
    ways = "or say by standard: [anything_else, …] which standard flows are used."
    if texts := Counter(names[each.file] for each in theirs if each.code == "LANGUAGE"):
        counted = ", ".join(f"{name} {count}" for name, count in sorted(texts.items()))
        message = (
            f"The standard flows do not speak all of {', '.join(config.locales)}; texts that are missing: {counted}. "
            f"Write them here, texts: {{FLOW: {{KEY: {{LANGUAGE: …}}}}}}, {ways}"
        )
        kept.append(source.error(("locales",), "LANGUAGE", message))
    if flows := sorted({names[each.file] for each in theirs if each.code == "POOL"}):
        claimed = {state.claim for name in flows for state in standard[name][0].states.values() if state.claim}
        pools = ", ".join(sorted(claimed - set(config.coupons)))
        message = f"Standard flows hand out coupon codes ({', '.join(flows)}). Write coupons: [{pools}], {ways}"
        kept.append(source.error(("coupons",), "POOL", message))
    return kept
