"""What is wrong with the meaning of a flow that has the right shape: every finding with its place and what to do.

Findings of an `error` keep a flow from being used; warnings are shown.
"""

from __future__ import annotations

from bot.core.carrier import CarrierConfig
from bot.core.flow.checks import guards, menus, texts, ways
from bot.core.flow.checks.base import Checker
from bot.core.flow.findings import Finding
from bot.core.flow.schema import Flow
from bot.core.flow.source import Source

CHECKS = (*ways.CHECKS, *guards.CHECKS, *texts.CHECKS, *menus.CHECKS)


def check(flow: Flow, source: Source, carrier: CarrierConfig | None = None, whole: Flow | None = None) -> list[Finding]:
    """Every finding about one flow, in the order of the file. `carrier` gives its languages, facts, coupon pools and opt-out wording.

    `whole` is the flow with what it calls built in, so that values kept there are known here.
    """
    checker = Checker(flow, source, carrier, whole)
    return sorted({finding for each in CHECKS for finding in each(checker)})
