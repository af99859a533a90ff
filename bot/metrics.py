"""What every process counts, for Prometheus. A leaf: any floor above `core` may import it.

Over several processes the counts add up in files: the starter sets PROMETHEUS_MULTIPROC_DIR, emptied at each start, before
any part is imported. Labels are bounded: carriers and channels that are configured, route templates, our own words;
never a phone, an id or a provider's free text.
"""

from __future__ import annotations

from typing import Final

from prometheus_client import Counter, Histogram

FAST: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Seconds; around the goal of 50 ms for an answered webhook."""
SLOW: Final = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 30.0)
"""Seconds; around a provider's answer, which may take up to the 30 s that we wait."""

http_requests = Counter(
    "parceltalk_http_requests", "Requests answered, by route template.", ("method", "route", "status")
)
http_seconds = Histogram(
    "parceltalk_http_request_seconds", "How long an answer took, by route template.", ("method", "route"), buckets=FAST
)
inbound = Counter(
    "parceltalk_inbound",
    "Replies handed to a webhook: taken, duplicate, bad_signature, unusable, failed.",
    ("carrier", "channel", "outcome"),
)
status_reports = Counter(
    "parceltalk_status_reports",
    "Status callbacks: taken, bad_signature, unusable, failed.",
    ("carrier", "channel", "outcome"),
)
signature_failures = Counter(
    "parceltalk_webhook_signature_failures", "Webhook requests with a wrong or no signature.", ("carrier", "channel")
)
tracking_events = Counter("parceltalk_tracking_events", "Tracking events: taken, duplicate.", ("carrier", "outcome"))
turns = Counter("parceltalk_turns", "Turns, by what came and which rule decided.", ("carrier", "fact", "rule"))
turn_seconds = Histogram(
    "parceltalk_turn_seconds", "How long a turn's transaction took, by what came.", ("fact",), buckets=FAST
)
sends = Counter("parceltalk_sends", "Attempts to send a text, by how they ended.", ("carrier", "channel", "outcome"))
send_seconds = Histogram(
    "parceltalk_send_seconds", "How long a provider took to answer one attempt.", ("channel",), buckets=SLOW
)
settled = Counter("parceltalk_settled", "Texts settled, by their last word.", ("carrier", "channel", "status"))
campaigns_stopped = Counter(
    "parceltalk_campaigns_stopped", "Campaigns stopped: hand, complaints, opt_outs, flow.", ("carrier", "why")
)
coupons_low = Counter("parceltalk_coupons_low", "Warnings that a coupon pool runs low.", ("carrier", "pool"))
