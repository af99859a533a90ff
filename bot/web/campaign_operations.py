"""The API's operations on campaigns, coupon pools and notices, for /openapi.json."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from bot.core.campaigning import NewCampaign, NewNotice
from bot.web import campaign_answers as answers
from bot.web.operation import Operation
from bot.web.schemas import CampaignsQuery, StartIn

INPUTS: Final[tuple[type[BaseModel], ...]] = (NewCampaign, NewNotice, StartIn)
OUTPUTS: Final[tuple[type[BaseModel], ...]] = (
    answers.Campaign, answers.CampaignStatus, answers.CampaignsPage, answers.DryRun, answers.CampaignResult, answers.ListReport,
    answers.Pools, answers.Groups, answers.Notice,
)  # fmt: skip


def _number(name: str) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 1, "maximum": 2**53 - 1}
    return {"name": name, "in": "path", "required": True, "schema": schema}


PARAMETERS: Final[dict[str, dict[str, Any]]] = {
    "campaign_id": _number("campaign_id"),
    "notice_id": _number("notice_id"),
    "pool": {
        "name": "pool",
        "in": "path",
        "required": True,
        "example": "autumn",
        "schema": {"type": "string", "pattern": r"^[A-Za-z0-9_.-]{1,64}$"},
    },
}
_ONE: Final = "/api/v1/campaigns/{campaign_id}"


def _command(word: str, name: str, summary: str, body: type[BaseModel] | None = None) -> Operation:
    return Operation(
        f"{_ONE}/{word}", "post", name, summary, {"200": "The campaign as it is now."}, answers.CampaignStatus,
        body=body, repeatable=True, problems=("409",),
    )  # fmt: skip


OPERATIONS: Final = (
    Operation(
        "/api/v1/campaigns", "post", "postCampaign", "Write the draft of a campaign", {"201": "The draft."},
        answers.Campaign, body=NewCampaign,
    ),
    Operation(
        "/api/v1/campaigns", "get", "listCampaigns", "Campaigns, newest first", {"200": "A page."},
        answers.CampaignsPage, query=CampaignsQuery,
    ),
    Operation(_ONE, "get", "getCampaign", "A campaign and its progress", {"200": "The campaign."}, answers.CampaignStatus),
    Operation(
        f"{_ONE}/recipients", "post", "postRecipients", "Add a list of numbers (CSV: phone, name, locale, …) to a draft",
        {"200": "What became of its rows."}, answers.ListReport, takes_list=True, problems=("409",),
    ),
    Operation(
        f"{_ONE}/recipients", "get", "getRecipients", "Every recipient and what came of it, as CSV", {"200": "The list."}, None,
    ),
    Operation(
        f"{_ONE}/dry-run", "get", "getDryRun", "How many would get it, how many not and why, and its cost",
        {"200": "What would happen; nothing is written."}, answers.DryRun,
    ),
    Operation(
        f"{_ONE}/result", "get", "getResult", "The variants compared", {"200": "Shares and differences."},
        answers.CampaignResult,
    ),
    _command("start", "startCampaign", "Let it begin, now or later", StartIn),
    _command("pause", "pauseCampaign", "Hold it back, with what waits for its window"),
    _command("resume", "resumeCampaign", "Let it go on"),
    _command("stop", "stopCampaign", "End it for good, with what still waits"),
    Operation("/api/v1/coupons", "get", "listPools", "Coupon pools", {"200": "The pools."}, answers.Pools),
    Operation(
        "/api/v1/coupons/{pool}/codes", "post", "postCodes", "Add a list of codes (CSV: code, expires_at) to a pool",
        {"200": "What became of its rows."}, answers.ListReport, takes_list=True,
    ),
    Operation("/api/v1/employees", "get", "listGroups", "Groups of employees", {"200": "The groups."}, answers.Groups),
    Operation(
        "/api/v1/employees", "post", "postEmployees", "Put the people of a list (CSV: phone, group, name, locale) into groups",
        {"200": "What became of its rows."}, answers.ListReport, takes_list=True,
    ),
    Operation(
        "/api/v1/notices", "post", "postNotice", "Send a notice to groups of employees", {"201": "The notice."},
        answers.Notice, body=NewNotice,
    ),
    Operation(
        "/api/v1/notices/{notice_id}", "get", "getNotice", "Who has confirmed a notice", {"200": "The notice."}, answers.Notice,
    ),
    Operation(
        "/api/v1/notices/{notice_id}/stop", "post", "stopNotice", "End a notice for good, with its reminders",
        {"200": "The notice as it is now."}, answers.Notice, repeatable=True,
    ),
)  # fmt: skip
