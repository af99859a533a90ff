"""Campaigns, coupon pools and notices over the API. See docs/campaigns.md."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask import Blueprint, Response, g, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from bot import campaigns, coupons
from bot.core.campaigning import NewCampaign, NewNotice
from bot.core.errors import Invalid, NotFound
from bot.store import audience
from bot.store.idempotency import Answer
from bot.web import cursors
from bot.web.auth import authenticate
from bot.web.body import read_json
from bot.web.context import parts
from bot.web.once import done_once, written_once
from bot.web.problems import answer
from bot.web.schemas import CampaignsQuery, StartIn, refused, validated

BY: Final = "api"
LARGEST_ID: Final = 2**53 - 1
LISTS: Final = ("text/csv", "text/plain")
_POOL: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
Schema = TypeVar("Schema", bound=BaseModel)

blueprint = Blueprint("campaigns_api", __name__, url_prefix="/api/v1")
blueprint.before_request(authenticate)


# ── campaigns ────────────────────────────────────────────────────────────────────────────────────


@blueprint.post("/campaigns")
def post_campaign() -> Response:
    """Write a draft."""
    body = read_json()
    wanted = _wanted(NewCampaign, body, "campaign")

    def work(connection: Any) -> Answer:
        made = campaigns.create(parts(), g.carrier, wanted, BY, connection)
        return Answer(201, campaigns.draft_view(connection, g.carrier, made))

    return written_once(body, work)


@blueprint.get("/campaigns")
def list_campaigns() -> Response:
    """Campaigns, newest first."""
    query = validated(CampaignsQuery, _query({"cursor", "limit"}), "query")
    before = cursors.row_id(query.cursor) if query.cursor else None
    rows = campaigns.campaign_list(parts(), g.carrier, before, query.limit + 1)
    more = cursors.of_id(rows[query.limit - 1]["id"]) if len(rows) > query.limit else None
    return answer({"campaigns": rows[: query.limit], "next_cursor": more})


@blueprint.get("/campaigns/<int:campaign_id>")
def get_campaign(campaign_id: int) -> Response:
    """A campaign and its progress."""
    _query(set())
    return answer(campaigns.status(parts(), g.carrier, _id(campaign_id)))


@blueprint.post("/campaigns/<int:campaign_id>/recipients")
def post_recipients(campaign_id: int) -> Response:
    """Add a list of numbers to a draft."""
    raw = _list()

    def work(connection: Any) -> Answer:
        return Answer(200, campaigns.add_list(parts(), g.carrier, _id(campaign_id), raw, connection).as_json())

    return written_once(raw, work)


@blueprint.get("/campaigns/<int:campaign_id>/recipients")
def get_recipients(campaign_id: int) -> Response:
    """Every recipient and what came of it, as CSV."""
    _query(set())
    lines = campaigns.export(parts(), g.carrier, _id(campaign_id))
    return Response("".join(lines), content_type="text/csv; charset=utf-8")


@blueprint.get("/campaigns/<int:campaign_id>/dry-run")
def get_dry_run(campaign_id: int) -> Response:
    """How many would get it, how many not and why, and what it would cost."""
    _query(set())
    return answer(campaigns.dry_run(parts(), g.carrier, _id(campaign_id)).as_json())


@blueprint.get("/campaigns/<int:campaign_id>/result")
def get_result(campaign_id: int) -> Response:
    """The variants compared."""
    _query(set())
    return answer(campaigns.result(parts(), g.carrier, _id(campaign_id)))


@blueprint.post("/campaigns/<int:campaign_id>/start")
def post_start(campaign_id: int) -> Response:
    """Let it begin, now or later."""
    body = read_json()
    wanted = validated(StartIn, body, "start")

    def begin() -> None:
        campaigns.start(parts(), g.carrier, _id(campaign_id), BY, at=wanted.at, next_window=wanted.next_window)

    return _commanded(campaign_id, begin, body)


@blueprint.post("/campaigns/<int:campaign_id>/pause")
def post_pause(campaign_id: int) -> Response:
    """Hold it back."""
    return _commanded(campaign_id, lambda: campaigns.pause(parts(), g.carrier, _id(campaign_id), BY))


@blueprint.post("/campaigns/<int:campaign_id>/resume")
def post_resume(campaign_id: int) -> Response:
    """Let it go on."""
    return _commanded(campaign_id, lambda: campaigns.resume(parts(), g.carrier, _id(campaign_id), BY))


@blueprint.post("/campaigns/<int:campaign_id>/stop")
def post_stop(campaign_id: int) -> Response:
    """End it for good."""
    return _commanded(campaign_id, lambda: campaigns.stop(parts(), g.carrier, _id(campaign_id), BY))


def _commanded(campaign_id: int, command: Callable[[], object], body: Any = None) -> Response:
    def work() -> Answer:
        command()
        return Answer(200, campaigns.status(parts(), g.carrier, campaign_id))

    return done_once(body, work)


# ── coupons ──────────────────────────────────────────────────────────────────────────────────────


@blueprint.get("/coupons")
def list_pools() -> Response:
    """The pools that carrier.yaml names, and what is left in them."""
    _query(set())
    return answer({"pools": coupons.pools(parts(), g.carrier)})


@blueprint.post("/coupons/<pool>/codes")
def post_codes(pool: str) -> Response:
    """Add a list of codes to a pool."""
    if not _POOL.fullmatch(pool):
        raise NotFound("There is no such coupon pool.")
    raw = _list()

    def work(connection: Any) -> Answer:
        return Answer(200, coupons.import_codes(parts(), g.carrier, pool, raw, BY, connection))

    return written_once(raw, work)


# ── the carrier's own people ─────────────────────────────────────────────────────────────────────


@blueprint.get("/employees")
def list_groups() -> Response:
    """Groups of employees."""
    _query(set())
    with parts().store.read() as connection:
        return answer({"groups": audience.groups(connection, g.carrier)})


@blueprint.post("/employees")
def post_employees() -> Response:
    """Put the people of a list into groups."""
    raw = _list()
    return written_once(
        raw,
        lambda connection: Answer(200, campaigns.join_groups(parts(), g.carrier, raw, connection=connection).as_json()),
    )


@blueprint.post("/notices")
def post_notice() -> Response:
    """Send a notice to groups of employees."""
    body = read_json()
    wanted = _wanted(NewNotice, body, "notice")

    def work(connection: Any) -> Answer:
        made = campaigns.give_notice(parts(), g.carrier, wanted, BY, connection)
        return Answer(201, campaigns.notice_of(connection, g.carrier, made))

    response = written_once(body, work)
    parts().ring("run_campaigns")
    return response


@blueprint.get("/notices/<int:notice_id>")
def get_notice(notice_id: int) -> Response:
    """Who has confirmed a notice."""
    _query(set())
    return answer(campaigns.notice_view(parts(), g.carrier, _id(notice_id)))


@blueprint.post("/notices/<int:notice_id>/stop")
def post_notice_stop(notice_id: int) -> Response:
    """End it for good."""

    def work() -> Answer:
        campaigns.stop(parts(), g.carrier, _id(notice_id), BY, kind="notice")
        return Answer(200, campaigns.notice_view(parts(), g.carrier, notice_id))

    return done_once(None, work)


# ── parts of a request ───────────────────────────────────────────────────────────────────────────


def _id(number: int) -> int:
    if not 1 <= number <= LARGEST_ID:
        raise NotFound("There is nothing with this id.")
    return number


def _query(known: set[str]) -> dict[str, str]:
    """The query as given. Raises `Invalid` for a name that we would silently ignore."""
    wrong = {name: "is no parameter of this address" for name in request.args if name not in known}
    wrong |= {name: "is given more than once" for name, values in request.args.lists() if len(values) > 1}
    if wrong:
        raise Invalid("The query is not usable; see errors for each parameter.", wrong)
    return request.args.to_dict()


def _list() -> bytes:
    if request.mimetype not in LISTS:
        raise UnsupportedMediaType("Send a list as CSV, with the header `Content-Type: text/csv`.")
    raw = request.get_data(cache=False)
    if request.content_length is None and len(raw) >= (request.max_content_length or 0):
        raise RequestEntityTooLarge
    return raw


def _wanted(schema: type[Schema], body: Mapping[str, Any], what: str) -> Schema:
    """As JSON, so that lists stand for what the core keeps as tuples, and strictly."""
    try:
        return schema.model_validate_json(json.dumps(body), strict=True)
    except ValidationError as error:
        raise refused(error, what, body) from None
