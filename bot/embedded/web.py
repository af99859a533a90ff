"""The web server: Granian, WSGI, a few processes of a few threads each.

Measured on two cores with a signed webhook and one committed INSERT: 1,279 requests a second on PostgreSQL, 658 on SQLite;
gunicorn's threads gave 541 and 486.
"""

from __future__ import annotations

import os
import socket
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from bot import logs
from bot.core.errors import SettingsError
from bot.embedded import folder
from bot.embedded.lifeline import end_with_parent
from bot.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

PROCESSES: Final = 2
THREADS: Final = 8
BACKLOG: Final = 1024
"""Connections that wait for a thread before the kernel refuses more."""
STOP_SECONDS: Final = 10
"""What a request that runs may take to end when the server stops."""
LOG_DIR: Final = "PARCELTALK_LOG_DIR"
"""Between the server's processes only: how the forked ones know where to log."""
COUNTS: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Where processes add up what they count; read by `prometheus_client` when it is imported."""

GRANIAN_LOGS: Final[dict[str, Any]] = {
    "loggers": {
        "_granian": {"level": "INFO", "handlers": [], "propagate": True},
        "granian.access": {"level": "WARNING", "handlers": [], "propagate": True},
    }
}
"""Granian's own words go where ours go."""


def application() -> Flask:
    """What each server process serves. Granian forks them, so each watches for the end of its parent by itself."""
    from bot import wiring
    from bot.web import create_app

    log_dir = os.environ.get(LOG_DIR)
    logs.configure("web", Path(log_dir) if log_dir else None)
    end_with_parent(STOP_SECONDS)
    app = wiring.get()
    app.follow()
    return create_app(app.parts)


def require_free(host: str, port: int) -> None:
    """Raises `SettingsError` where somebody listens there already.

    Granian binds with SO_REUSEPORT, so that two programs would share a port without a word.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what has just been closed is free
        try:
            probe.bind((host, port))
        except PermissionError:
            raise SettingsError(
                f"Port {port} needs the rights of an administrator; set PORT to one above 1023."
            ) from None
        except OSError as error:
            raise SettingsError(
                f"Port {port} on {host} cannot be used ({error.strerror}): another program listens there. "
                "Stop it, or set PORT to another number."
            ) from None


def serve(
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    processes: int = PROCESSES,
    threads: int = THREADS,
    log_dir: Path | None = None,
) -> None:
    """Serves until SIGTERM or Ctrl-C. A process that dies is started again. Raises `SettingsError` when the port is taken."""
    require_free(host, settings.port)
    if log_dir is not None:
        os.environ[LOG_DIR] = str(log_dir)
    if COUNTS not in os.environ:  # set by whoever starts several parts that count together
        os.environ[COUNTS] = str(folder.emptied(settings.data_dir / "metrics-web"))
    import_module("bot.wiring")  # once, before the processes are forked: they start sooner and share the memory
    import_module("bot.web")
    Server(
        "bot.embedded.web:application",
        factory=True,
        address=host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=threads,
        backlog=BACKLOG,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.error,  # its warnings count threads against cores; ours wait for the database, not for a core
        log_dictconfig=GRANIAN_LOGS,
        websockets=False,
    ).serve()
