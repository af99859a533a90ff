"""The way in: `python app.py` runs everything; a WSGI server finds the application as `app:create()`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create() -> Flask:
    """The web application, put together from the environment."""
    from bot.settings import Settings
    from bot.web import create_app
    from bot.wiring import build

    app = build(Settings.from_env(os.environ))
    app.follow()
    return create_app(app.parts)


if __name__ == "__main__":
    from bot.embedded.whole import run

    sys.exit(run(os.environ))
