"""`python app.py`: everything in one supervised whole. Checks first, and starts nothing that cannot work."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TextIO

import structlog

from bot import logs, wiring
from bot.core.errors import ParceltalkError
from bot.embedded import checks, flow_watch, folder
from bot.embedded.lifeline import die_with_parent
from bot.embedded.supervisor import Part, Supervisor
from bot.embedded.valkey import Valkey
from bot.embedded.web import COUNTS
from bot.settings import ROOT, Settings, valkey_socket

log = structlog.get_logger(__name__)

CANNOT_START: Final = 2
BROKE_DOWN: Final = 1
BIGGEST_LOG: Final = 20_000_000
"""Bytes; a log that is larger is moved to `<name>.1`, in the place of the one moved before."""


def run(env: Mapping[str, str]) -> int:
    """Runs until it is told to end. The exit code: 0, or 2 where it could not start, or 1 where a part keeps dying."""
    os.umask(0o077)  # what we make holds customers' data
    try:
        settings = Settings.from_env(env)
        folder.writable(settings.data_dir)
        settings.log_dir.mkdir(exist_ok=True)
        lock = folder.hold(settings.data_dir)
        checks.port(settings)
        checks.prepare(settings)
    except ParceltalkError as error:
        print(f"Parceltalk cannot start. {error}", file=sys.stderr)
        return CANNOT_START
    except KeyboardInterrupt:  # before anything was started
        return 0
    logs.configure("supervisor", settings.log_dir)
    with lock:
        return _supervise(settings, env, lock)


def _supervise(settings: Settings, env: Mapping[str, str], lock: TextIO) -> int:
    watch = _Watch(settings)
    if settings.publish_files:
        flow_watch.start(wiring.build(settings, env).parts)
    env = {**env, COUNTS: str(folder.emptied(settings.data_dir / "metrics"))}
    try:
        Supervisor(parts(settings, env, lock), watch).run()
    except ParceltalkError as error:
        print(f"Parceltalk ended. {error}", file=sys.stderr)
        return BROKE_DOWN
    print("Parceltalk has ended; everything is kept. `make run` goes on from here.")
    return 0


def parts(settings: Settings, env: Mapping[str, str], lock: TextIO) -> list[Part]:
    """In the order of their start. Each inherits `lock`, so that the data folder is free when the last has ended."""
    made = [_own(name, settings, env, lock) for name in ("worker", "clock", "web")]
    return [_queue(settings, lock), *made] if settings.embedded_queue else made


def _queue(settings: Settings, lock: TextIO) -> Part:
    log = settings.log_dir / "queue.log"
    valkey = Valkey(settings.data_dir / "valkey", valkey_socket(settings.data_dir), log)
    return Part("queue", lambda: valkey.start(pass_fds=[lock.fileno()]), str(log))


def _own(name: str, settings: Settings, env: Mapping[str, str], lock: TextIO) -> Part:
    path = settings.log_dir / f"{name}.log"
    command = [sys.executable, "-m", "bot", name, "--log-dir", str(settings.log_dir)]

    def start() -> subprocess.Popen[bytes]:
        with path.open("ab") as said:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                env={**env, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), env.get("PYTHONPATH")]))},
                start_new_session=True,  # Ctrl-C of the terminal reaches the supervisor alone, which ends them in order
                pass_fds=[lock.fileno()],
                preexec_fn=die_with_parent(signal.SIGTERM),
            )

    return Part(name, start, str(path))


class _Watch:
    """What the supervisor does between two looks: says where to look once the web server answers, and moves big logs away."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._said = False
        self._looks = 0

    def __call__(self) -> None:
        self._looks += 1
        if not self._said and answers(self._settings.port):
            self._said = True
            print(first_screen(self._settings, self._login()), flush=True)
        if self._looks % 300 == 0:
            move_big_logs(self._settings.log_dir)

    def _login(self) -> tuple[str, str] | None:
        try:
            return checks.first_login(self._settings)
        except Exception:
            log.exception("first_login_failed")  # no reason to end what runs
            return None


def answers(port: int) -> bool:
    """Whether the web server answers on the loopback."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def first_screen(settings: Settings, login: tuple[str, str] | None) -> str:
    """Where to look and what to try, in about five lines."""
    here = f"http://127.0.0.1:{settings.port}"
    python = ".venv/bin/python" if Path(sys.prefix) == ROOT / ".venv" else "python"
    staff = (
        f"name {login[0]}, password {login[1]} (shown this once)"
        if login
        else f"your login; another: {python} -m bot staff add NAME"
    )
    return "\n".join(
        [
            f"Parceltalk runs at {here} (Ctrl-C ends it, everything is kept)",
            f"  Phone    {here}/simulator   press “out for delivery”, then answer 1 as the customer",
            f"  Staff    {here}/console     {staff}",
            f"  API      {python} -m bot carrier key new demo   makes a key for your own parcels; routes at /openapi.json",
            f"  Logs     {settings.log_dir}   warnings also appear here",
        ]
    )


def move_big_logs(log_dir: Path) -> None:
    """Rename what has grown too large; who writes there notices and begins a new file (`WatchedFileHandler`)."""
    for path in log_dir.glob("*.log"):
        if path.name != "queue.log" and path.stat().st_size > BIGGEST_LOG:
            path.replace(path.with_suffix(".log.1"))
