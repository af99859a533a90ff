"""One stand-in Twilio for the tests of this folder, and a channel that talks to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from bot.channels.base import Outgoing
from bot.channels.twilio import Twilio
from tests.support.twilio_standin import StandIn, twilio_standin


@pytest.fixture(scope="module")
def one_standin() -> Iterator[StandIn]:
    with twilio_standin() as standin:
        yield standin


@pytest.fixture
def standin(one_standin: StandIn) -> StandIn:
    one_standin.reset()
    one_standin.settings(latency=0, listing_lag=0, inbound_url=None, auto_opt_out="off", callbacks={})
    return one_standin


@pytest.fixture
def channel(standin: StandIn) -> Twilio:
    return Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url, read_timeout=10)


numbers = count()


@pytest.fixture
def text() -> Callable[..., Outgoing]:
    """An attempt to send, to a number of its own where none is asked for."""

    def make(**fields: object) -> Outgoing:
        defaults = {
            "ours": "1.1",
            "sender": "",
            "recipient": f"+1555{next(numbers):07}",
            "text": "Your parcel 8896 arrives today.",
            "status_callback": None,
        }
        return Outgoing(**(defaults | fields))

    return make
