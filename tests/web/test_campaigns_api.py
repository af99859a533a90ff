"""Campaigns, coupon pools and notices over HTTP, on both databases, with the demo carrier's own flows."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from bot.store import keys, tables
from bot.web import create_app
from tests.campaigns.conftest import ANYTIME, KNOWN_BY_IMPORT, Town, phone_of
from tests.support.world import OTHER, PHONE
from tests.web.conftest import Caller


@pytest.fixture
def town(database_url, tmp_path):
    made = Town(database_url, tmp_path, rules={"windows": ANYTIME, "caps": KNOWN_BY_IMPORT})
    yield made
    made.close()


@pytest.fixture
def client(town) -> FlaskClient:
    return create_app(town.parts).test_client()


@pytest.fixture
def call(client, town) -> Caller:
    return Caller(client, keys.new(town.store, "demo", town.clock.now()))


def send_list(call, path, text, **headers):
    named = {"Authorization": f"Bearer {call.key}", **{k.replace("_", "-"): v for k, v in headers.items()}}
    return call.client.post(f"/api/v1{path}", data=text.encode(), content_type="text/csv", headers=named)


def draft(call, **more):
    return call("POST", "/campaigns", {"name": "Autumn", "flow": "coupon", "data": {"offer": "八折"}, **more})


def test_a_campaign_from_draft_to_result(call, town):
    """Create, list, dry run, start, progress, result and export, each with its own answer."""
    made = draft(call, variants=[{"name": "A"}, {"name": "B", "data": {"offer": "九折"}}])
    assert (made.status_code, made.json["status"]) == (201, "draft")
    path = f"/campaigns/{made.json['id']}"
    report = send_list(call, f"{path}/recipients", f"phone,name\n{PHONE},Wang\n12,\n{OTHER},\n")
    assert report.json == {
        "rows": 3, "added": 2, "duplicates": 0, "errors": 1, "doubtful": 0,
        "faults": [{"line": 3, "column": "phone", "message": report.json["faults"][0]["message"]}],
        "warnings": [],
    }  # fmt: skip
    town.agrees(PHONE)
    told = call("GET", f"{path}/dry-run").json
    assert (told["recipients"], told["would_get_it"], told["would_not"], told["segments"]) == (3, 1, 2, 1)
    assert call("POST", f"{path}/start", {}).json["status"] == "scheduled"
    town.run()
    town.send()
    town.pass_(seconds=5)
    seen = call("GET", path).json
    assert (seen["status"], seen["progress"]["sent"], seen["progress"]["not_sent"]) == ("done", 1, 1)
    assert [each["reason"] for each in seen["reasons"]] == ["no_consent"]
    found = call("GET", f"{path}/result").json
    assert sum(each["arrived"] for each in found["variants"]) == 1
    export = call("GET", f"{path}/recipients")
    assert export.content_type == "text/csv; charset=utf-8"
    assert f"'{PHONE},Wang," in export.text
    page = call("GET", "/campaigns?limit=1").json
    assert [each["id"] for each in page["campaigns"]] == [made.json["id"]]
    assert page["next_cursor"] is None


def test_pause_resume_and_stop(call, town):
    """One request each; where it does not fit, 409 says where the campaign is."""
    path = f"/campaigns/{draft(call).json['id']}"
    assert call("POST", f"{path}/start", {}).status_code == 409
    send_list(call, f"{path}/recipients", f"phone\n{PHONE}\n")
    assert call("POST", f"{path}/start", {"next_window": True}).json["status"] == "scheduled"
    assert call("POST", f"{path}/pause").json["status"] == "paused"
    assert call("POST", f"{path}/resume").json["status"] == "scheduled"
    assert call("POST", f"{path}/stop").json["status"] == "stopped"
    refused = call("POST", f"{path}/resume")
    assert (refused.status_code, refused.json["detail"]) == (409, "This campaign is stopped, so it cannot be resumed.")


def test_the_same_key_does_it_once(call, town):
    """Created, listed and started twice with one key each: one campaign, one list, the same answers."""
    first, again = (
        call("POST", "/campaigns", {"name": "Autumn", "flow": "coupon"}, Idempotency_Key="c1") for _ in range(2)
    )
    assert first.data == again.data
    assert again.headers["Idempotent-Replayed"] == "true"
    path = f"/campaigns/{first.json['id']}"
    lists = [send_list(call, f"{path}/recipients", f"phone\n{PHONE}\n", Idempotency_Key="l1") for _ in range(2)]
    assert lists[0].data == lists[1].data
    assert lists[1].json["added"] == 1
    starts = [call("POST", f"{path}/start", {}, Idempotency_Key="s1") for _ in range(2)]
    assert starts[0].data == starts[1].data
    assert send_list(call, f"{path}/recipients", f"phone\n{OTHER}\n", Idempotency_Key="l1").status_code == 422
    refused = call("POST", f"{path}/resume", Idempotency_Key="r1")
    assert refused.status_code == 200  # already on: nothing to do
    assert len(town.rows(tables.campaigns)) == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "x", "flow": "nothing"}, "flow"),
        ({"name": "x"}, "flow"),
        ({"name": "x", "flow": "coupon", "more": 1}, "more"),
        ({"name": "x", "flow": "coupon", "audience": {"groups": ["rich"]}}, "audience.groups.0"),
        ({"name": "x", "flow": "coupon", "audience": {"everybody": 1}}, "audience.everybody"),
        ({"name": "x", "flow": "coupon", "audience": {"silent_for": "long"}}, "audience.silent_for"),
        ({"name": "x", "flow": "coupon", "variants": [{"name": "A"}, {"name": "A"}]}, ""),
    ],
)
def test_what_is_wrong_with_a_campaign_is_named(call, body, field):
    """422 with the field; nothing is written."""
    refused = call("POST", "/campaigns", body)
    assert refused.status_code == 422
    assert field in [each["field"] for each in refused.json["errors"]]


def test_lists_are_lists(call, town):
    """JSON where CSV is meant is 415; a list without its column is 422; another carrier's or no campaign is 404."""
    path = f"/campaigns/{draft(call).json['id']}/recipients"
    assert call("POST", path, {"phone": PHONE}).status_code == 415
    assert send_list(call, path, "name\nWang\n").status_code == 422
    for missing in ("/campaigns/999", f"/campaigns/{2**70}", "/campaigns/0"):
        assert call("GET", missing).status_code == 404


def test_coupon_pools(call, town):
    """Codes come in by list, and what is left can be asked."""
    told = send_list(call, "/coupons/autumn/codes", "code,expires_at\nA1,2026-12-31\nA1,\n,x\n").json
    assert (told["added"], told["duplicates"], told["errors"]) == (1, 1, 1)
    (pool,) = call("GET", "/coupons").json["pools"]
    assert (pool["pool"], pool["free"], pool["low"]) == ("autumn", 1, True)
    assert send_list(call, "/coupons/winter/codes", "code\nA1\n").status_code == 404


def test_notices(call, town):
    """People come in by list, a notice goes to their groups, and who has confirmed can be asked."""
    told = send_list(call, "/employees", f"phone,group\n{phone_of(1)},hub2\n{phone_of(2)},hub2\n")
    assert told.json["added"] == 2
    assert call("GET", "/employees").json == {"groups": {"hub2": 2}}
    made = call("POST", "/notices", {"name": "Meeting", "text": "今天16:00开班前会", "groups": ["hub2"]})
    assert made.status_code == 201
    town.run()
    town.send()
    town.reply("1", phone_of(1))
    town.pass_(seconds=5)
    seen = call("GET", f"/notices/{made.json['id']}").json
    assert [person["stand"] for person in seen["people"]] == ["confirmed", "asked"]
    assert call("POST", "/notices", {"name": "x", "text": "x", "groups": ["hub9"]}).status_code == 422
