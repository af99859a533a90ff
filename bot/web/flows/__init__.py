"""A carrier's flows on screen: the graph, the files with what is wrong in them, transcripts, versions, and publishing."""

from __future__ import annotations

from flask import Blueprint

from bot.drafts import Drafts
from bot.parts import Parts
from bot.web import csrf
from bot.web.console import login
from bot.web.flows import page, publishing


def flows_blueprint(parts: Parts) -> Blueprint:
    """Everything under `/flows`, for people who are logged in, each for the carriers that they may see."""
    flows = Blueprint("flows", __name__, url_prefix="/flows", template_folder="templates")
    drafts = Drafts(parts.settings.flows_dir)
    flows.before_request(lambda: login.load(parts))
    flows.before_request(csrf.protect)
    flows.before_request(login.require)
    for room in (page, publishing):
        room.register(flows, parts, drafts)
    return flows
