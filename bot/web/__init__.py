"""The web: webhooks, API, console, simulator, health. Thin: verify, parse, call one function below, answer.

Nothing here decides by the Host header: the public address is configured (PUBLIC_URL), and signatures are checked over it.
"""

from __future__ import annotations

from typing import Final

from flask import Flask

from bot.parts import Parts
from bot.web import api, campaigns_api, edge, health, metrics, openapi, problems, webhooks
from bot.web.console import console_blueprint
from bot.web.context import EXTENSION
from bot.web.flows import flows_blueprint
from bot.web.pages import pages_blueprint
from bot.web.simulator import simulator_blueprint

BIGGEST_BODY: Final = 256 * 1024
"""Bytes. The longest text of a provider is 1,600 characters, some 20 kB as a form; the biggest facts are 16 kB."""


def create_app(parts: Parts) -> Flask:
    """The WSGI application over these parts. Make one for a process."""
    app = Flask("bot.web", static_folder=None)
    app.config.update(
        SECRET_KEY=parts.settings.secret_key,
        MAX_CONTENT_LENGTH=BIGGEST_BODY,
        MAX_FORM_MEMORY_SIZE=BIGGEST_BODY,
    )
    app.extensions[EXTENSION] = parts
    edge.register(app, parts.settings.public_url)
    problems.register(app)
    for room in (webhooks, api, campaigns_api, health, metrics, openapi):
        app.register_blueprint(room.blueprint)
    for made in (pages_blueprint, console_blueprint, flows_blueprint, simulator_blueprint):
        app.register_blueprint(made(parts))
    return app
