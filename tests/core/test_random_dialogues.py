from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.effects import Ask, Say
from bot.core.model import Claimed, EventCame, HandedBack, Meaning, Replied, RepliedLate, Silence, Started
from tests.core.sample import AFTERNOON, HOME, NOW, PARCEL, Talk, facts, library, of, standard

INTENTS = [
    "option",
    "confirm",
    "decline",
    "opt_out",
    "opt_in",
    "help",
    "claim",
    "complaint",
    "not_received",
    "where_is",
    "question",
    "agent",
    "thanks",
    "address",
    "time",
    "other",
]
FLOWS = sorted(library().flows("demo"))

meanings = st.builds(
    Meaning,
    intent=st.sampled_from(INTENTS),
    rule=st.just("random"),
    branch=st.sampled_from([None, "1", "2", "3", "4", "Y", "time", "address", "text", "nonsense"]),
    time=st.sampled_from([None, AFTERNOON]),
    address=st.sampled_from([None, HOME]),
    also=st.sampled_from([(), ("complaint",), ("thanks", "agent")]),
)
texts = st.sampled_from(["1", "839201", "", "到哪了", "{proof_code}", "\u202e", "x" * 1600])
happenings = st.one_of(
    st.builds(Replied, meanings, texts),
    st.builds(RepliedLate, meanings, texts, st.sampled_from(["offered", "asked", "nowhere", ""])),
    st.just(Silence()),
    st.just(HandedBack()),
    st.builds(EventCame, st.sampled_from(["delivered", "in_transit"])),
    st.builds(Claimed, st.sampled_from(["claimed", "had", "none"]), st.sampled_from([None, "CODE"])),
    st.just(Started("again")),
)
parcels = st.sampled_from(
    [PARCEL, PARCEL | {"redirectable": False}, {"tracking_no": "X"}, {"eta": 7, "courier": "?"}, None]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(FLOWS),
    parcel=parcels,
    locale=st.sampled_from(["zh-CN", "en", "fr", None]),
    steps=st.lists(happenings, max_size=12),
)
def test_no_dialogue_breaks_the_engine(name, parcel, locale, steps):
    """Whatever happens in whatever order: no exception, a state of the flow, versions that only grow, texts without holes."""
    flow = standard(name)
    talk = Talk(flow, facts(parcel, locale))
    talk.begin(flow.starts_on[0])
    for number, step in enumerate(steps):
        before = talk.conversation
        decision = talk.take(step, NOW + timedelta(minutes=number))
        assert talk.state in flow.states
        assert talk.conversation.version >= before.version
        assert talk.conversation.turns == before.turns + 1
        assert len(of(decision, Ask)) <= 1
        for say in of(decision, Say):
            assert say.text
            assert "{" not in say.text
            assert "None" not in say.text
