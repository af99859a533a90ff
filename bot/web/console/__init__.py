"""The staff console: log in, take cases from the queue, talk to customers, hand back."""

from __future__ import annotations

from flask import Blueprint

from bot.parts import Parts
from bot.web import csrf
from bot.web.console import answering, case, login, queue


def console_blueprint(parts: Parts) -> Blueprint:
    """Everything under `/console`. Each view runs for somebody who is logged in, and each form has proved where it comes from."""
    console = Blueprint("console", __name__, url_prefix="/console", template_folder="templates")
    console.before_request(lambda: login.load(parts))
    console.before_request(csrf.protect)
    console.before_request(login.require)
    for room in (login, queue, case, answering):
        room.register(console, parts)
    return console
