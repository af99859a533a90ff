"""Flows that nobody wrote, in dialogues that nobody meant. `RANDOM_FLOWS=10000 pytest tests/core/flow/test_random_flows.py` for the long run."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.effects import Ask, OpenCase, Say
from bot.core.flow import Flow, compile_flow, content_hash, normalised
from bot.core.flow.check import check
from bot.core.flow.findings import errors
from bot.core.flow.graph import mermaid
from bot.core.flow.load import load
from bot.core.model import Silence
from tests.core.flow.strategies import flows
from tests.core.sample import NOW, Talk, carrier, facts, of
from tests.core.test_random_dialogues import happenings, parcels

EXAMPLES = int(os.environ.get("RANDOM_FLOWS", "150"))
MOST_SILENCES = 60
"""Nobody answers any more: a flow of eight states has come to rest long before."""


@pytest.mark.timeout(max(120, EXAMPLES))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written=flows(), parcel=parcels, steps=st.lists(happenings, max_size=8))
def test_any_flow_that_is_right_compiles_draws_and_talks(written, parcel, steps):
    """No error found, one hash for one meaning, a drawing with every state, and whatever is said it ends in a state it states."""
    compiles_draws_and_talks(written, parcel, steps)


def compiles_draws_and_talks(written, parcel, steps):
    flow, source = load(json.dumps(written, ensure_ascii=False), "random.yaml", Flow)
    assert errors(check(flow, source, carrier())) == (), written
    document = normalised(flow)
    compiled = compile_flow(json.loads(json.dumps(document)), content_hash(document))
    drawn = mermaid(compiled)
    assert all(name in drawn for name in written["states"])
    talk = Talk(compiled, facts(parcel))
    decisions = [talk.begin(compiled.starts_on[0])]
    for number, step in enumerate([*steps, *[Silence()] * MOST_SILENCES]):
        if decisions[-1].ended:
            break
        decisions.append(talk.take(step, NOW + timedelta(minutes=number)))
    began = talk.state in written["states"]
    assert began or "fault" in [
        case.kind for case in of(decisions[-1], OpenCase)
    ]  # its first guard needs a fact that did not come
    assert decisions[-1].ended or compiled.states[talk.state].waits or compiled.states[talk.state].claim
    assert all(later.conversation.version >= sooner.conversation.version for sooner, later in pairwise(decisions))
    for decision in decisions:
        assert len(of(decision, Ask)) <= 1
        assert all(say.text and "{" not in say.text and "None" not in say.text for say in of(decision, Say))
