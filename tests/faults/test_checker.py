"""The checker finds what it is there to find: each rule is broken once, by hand."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.faults.checker import Seen, check

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PHONE = "+8613800138000"
SID, REPLY = "SM" + "1" * 32, "SM" + "2" * 32


def sound() -> Seen:
    """One customer, asked, answered 1, confirmed."""
    message = {
        "sid": SID, "to": PHONE, "body": "hello", "direction": "outbound-api", "created": NOW.timestamp(),
        "form": {"StatusCallback": "http://h/webhooks/demo/twilio/status?ours=1.1.abc"},
    }  # fmt: skip
    reply = {"sid": REPLY, "to": "+1", "from_": PHONE, "body": "1", "direction": "inbound", "created": 0.0, "form": {}}
    post = {
        "url": "http://h/webhooks/demo/twilio/inbound", "status": 200, "at": NOW.timestamp() + 5, "seconds": 0.1,
        "form": {"MessageSid": REPLY, "From": PHONE, "Body": "1"},
    }  # fmt: skip
    tables: dict[str, list[dict[str, Any]]] = {
        "threads": [{"id": 1, "phone": PHONE}],
        "inbox": [
            {
                "id": 1,
                "carrier": "demo",
                "channel": "twilio",
                "provider_id": REPLY,
                "thread_id": 1,
                "text": "1",
                "received_at": NOW,
            }
        ],
        "outbox": [
            {
                "id": 1,
                "carrier": "demo",
                "cause": "e1/1",
                "status": "accepted",
                "category": "service",
                "lane": 2,
                "thread_id": 1,
                "recipient": PHONE,
                "text": "hello",
                "provider_id": SID,
                "resends": 0,
                "reason": None,
            }
        ],
        "attempts": [{"id": 1, "outbox_id": 1, "number": 1, "outcome": "accepted", "started_at": NOW}],
        "conversations": [
            {
                "id": 1,
                "carrier": "demo",
                "flow": "delivery_options",
                "cause": "e1",
                "thread_id": 1,
                "state": "held",
                "started_at": NOW,
                "ended_at": NOW,
            }
        ],
        "instructions": [{"id": 1, "conversation_id": 1, "kind": "hold", "status": "delivered", "error": None}],
        "cases": [],
        "consents": [],
        "shipments": [],
        "tracking_events": [],
        "edges": [{"outbox_id": 1, "was": "new", "becomes": "ready"}],
    }
    return Seen(tables, [message, reply], [post], lease=4.0)


def test_a_sound_run_is_found_sound():
    """No violation where there is none."""
    assert check(sound()) == []


def lost(seen):
    seen.tables["inbox"].clear()
    seen.tables["conversations"][0].update(state="offered", ended_at=None)
    seen.tables["instructions"].clear()


def twice_in(seen):
    seen.tables["inbox"] *= 2


def instructed_twice(seen):
    seen.tables["instructions"] *= 2


def not_moved(seen):
    seen.tables["conversations"][0]["state"] = "offered"


def third_copy(seen):
    for number in (2, 3):
        copy = deepcopy(seen.messages[0]) | {"sid": f"SM{number}"}
        copy["form"]["StatusCallback"] = f"http://h/status?ours=1.{number}.abc"
        seen.messages.append(copy)


def copy_after_a_no(seen):
    copy = deepcopy(seen.messages[0]) | {"sid": "SM9"}
    copy["form"]["StatusCallback"] = "http://h/status?ours=1.2.abc"
    seen.messages.append(copy)
    seen.tables["attempts"][0]["outcome"] = "not_reached"


def promotion_twice(seen):
    copy_after_a_no(seen)
    seen.tables["attempts"][0]["outcome"] = "uncertain"
    seen.tables["outbox"][0]["category"] = "promotion"


def claimed_after_stop(seen):
    seen.webhooks[0]["form"]["Body"] = "STOP"
    seen.webhooks[0]["at"] -= 10
    seen.tables["inbox"][0]["text"] = "STOP"


def accepted_long_after_stop(seen):
    claimed_after_stop(seen)
    seen.tables["attempts"][0]["started_at"] = NOW - timedelta(seconds=30)


def stuck(seen):
    seen.tables["outbox"][0]["status"] = "uncertain"


def failed_in_silence(seen):
    seen.tables["outbox"][0]["status"] = "failed"


def undelivered_instruction(seen):
    seen.tables["instructions"][0]["status"] = "pending"


def not_at_twilio(seen):
    del seen.messages[0]


def wrong_words(seen):
    seen.messages[0]["body"] = "other"


def undocumented(seen):
    seen.tables["edges"].append({"outbox_id": 1, "was": "sending", "becomes": "canceled"})


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (lost, "acknowledged:"),
        (twice_in, "acknowledged:"),
        (instructed_twice, "once: instructions"),
        (not_moved, "fold: conversation 1 stands at ('offered', True, 1)"),
        (third_copy, "accepted 3 times"),
        (copy_after_a_no, "although attempt 1 had ended as not_reached"),
        (promotion_twice, "(promotion) was accepted 2 times"),
        (claimed_after_stop, "was claimed 4.9"),
        (accepted_long_after_stop, "was accepted 4.9"),
        (stuck, "is still uncertain"),
        (failed_in_silence, "failed without a case"),
        (undelivered_instruction, "instruction 1 is pending"),
        (not_at_twilio, "which Twilio does not know"),
        (wrong_words, "accepted as another text"),
        (undocumented, "went from sending to canceled"),
    ],
)
def test_each_violation_is_found(breaks, said):
    """A history that breaks a rule is told by that rule's sentence."""
    seen = sound()
    breaks(seen)
    assert any(said in wrong for wrong in check(seen)), check(seen)
