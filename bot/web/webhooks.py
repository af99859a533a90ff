"""What SMS providers call: verify, parse, hand over, answer. A 2xx only after COMMIT (law 1); a wrong signature writes nothing.

Kept short on purpose: this is the busiest path of the house.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeVar

from flask import Blueprint, Response, request
from prometheus_client import Counter

from bot import metrics
from bot.channels import signature, twilio
from bot.channels.callback import FIELD, read_ours
from bot.core.errors import Invalid, NotFound
from bot.core.model import Inbound, StatusReport
from bot.dispatch import take_report
from bot.parts import Parts
from bot.settings import Settings
from bot.turns import take_inbound
from bot.web.context import parts
from bot.web.problems import problem


@dataclass(frozen=True, slots=True)
class Provider:
    """How one kind of channel speaks. `genuine` decides from the request alone; the parsers raise `Invalid`."""

    genuine: Callable[[Settings, Sequence[str]], bool]
    inbound: Callable[[str, Mapping[str, str], datetime], Inbound]
    status: Callable[[str, Mapping[str, str], str | None], StatusReport]
    thanks: tuple[bytes, str]
    """Body and content type of "we have it, and say nothing now"."""


def _twilio_genuine(settings: Settings, tokens: Sequence[str]) -> bool:
    query = request.query_string.decode("latin-1")
    return signature.valid(settings.public_url, request.path, query, request.form, request.headers, tokens)


PROVIDERS: Final[Mapping[str, Provider]] = {
    "twilio": Provider(
        genuine=_twilio_genuine,
        inbound=twilio.parse_inbound,
        status=twilio.parse_status,
        thanks=(b'<?xml version="1.0" encoding="UTF-8"?><Response/>', "text/xml"),
    ),
}
"""By a channel's `kind`. What is not here has no webhooks."""

LONGEST_ID: Final = 128
LONGEST_SENDER: Final = 40
LONGEST_STATUS: Final = 24
LONGEST_CODE: Final = 64
"""Characters of the columns that these are kept in."""

Fact = TypeVar("Fact")

blueprint = Blueprint("webhooks", __name__, url_prefix="/webhooks")


@blueprint.post("/<carrier>/<channel>/inbound")
def inbound(carrier: str, channel: str) -> Response:
    """A customer's reply."""
    here, provider = parts(), _provider(parts(), carrier, channel)

    def read() -> Inbound:
        fact = provider.inbound(carrier, request.form, here.clock.now(carrier))
        _require_fit(fact.provider_id, fact.sender)
        return fact if fact.channel == channel else replace(fact, channel=channel)

    def take(fact: Inbound) -> str:
        return "duplicate" if take_inbound(here, fact).duplicate else "taken"

    return _answer(provider, Counted(metrics.inbound, carrier, channel), read, take)


@blueprint.post("/<carrier>/<channel>/status")
def status(carrier: str, channel: str) -> Response:
    """What became of one of our texts."""
    here, provider = parts(), _provider(parts(), carrier, channel)

    def read() -> StatusReport:
        report = provider.status(carrier, request.form, read_ours(here.settings, request.args.get(FIELD)))
        _require_fit(report.provider_id)
        # A word that we do not know is kept, as far as its column is long (law 8).
        word, code = report.status[:LONGEST_STATUS], report.error_code and report.error_code[:LONGEST_CODE]
        return replace(report, channel=channel, status=word, error_code=code)

    def take(report: StatusReport) -> str:
        take_report(here, report)
        return "taken"

    return _answer(provider, Counted(metrics.status_reports, carrier, channel), read, take)


@dataclass(frozen=True, slots=True)
class Counted:
    """How requests of one kind ended, for one channel."""

    counter: Counter
    carrier: str
    channel: str

    def __call__(self, outcome: str) -> None:
        self.counter.labels(self.carrier, self.channel, outcome).inc()


def _answer(provider: Provider, count: Counted, read: Callable[[], Fact], take: Callable[[Fact], str]) -> Response:
    if not _genuine(provider, count):
        return problem(
            403, "The signature does not fit this request. Is PUBLIC_URL the address that the provider calls?"
        )
    try:
        fact = read()
    except Invalid as error:
        count("unusable")
        return problem(400, str(error), error.fields)
    try:
        count(take(fact))
    except Exception:
        count("failed")
        raise
    body, content_type = provider.thanks
    return Response(body, content_type=content_type)


def _genuine(provider: Provider, count: Counted) -> bool:
    here = parts()
    if provider.genuine(here.settings, here.tokens.get((count.carrier, count.channel), ())):
        return True
    count("bad_signature")
    metrics.signature_failures.labels(count.carrier, count.channel).inc()
    return False


def _provider(here: Parts, carrier: str, channel: str) -> Provider:
    config = here.flows.carrier(carrier).channels.get(channel)
    provider = PROVIDERS.get(config.kind) if config else None
    if provider is None:
        raise NotFound(f"Carrier {carrier} has no channel {channel} that receives webhooks.")
    return provider


def _require_fit(provider_id: str, sender: str = "") -> None:
    wrong = {}
    if len(provider_id) > LONGEST_ID:
        wrong["MessageSid"] = f"is longer than {LONGEST_ID} characters"
    if len(sender) > LONGEST_SENDER:
        wrong["From"] = f"is longer than {LONGEST_SENDER} characters"
    if wrong:
        raise Invalid("The form holds an id or a number that is too long.", wrong)
