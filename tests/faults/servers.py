"""A PostgreSQL that may be killed, and a disk that may be filled."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

from tests.support.services import Postgres

with warnings.catch_warnings():  # its library looks for a folder of the login session, which we do not use
    warnings.simplefilter("ignore")
    from tests.support import keeper

DISK = "48m"
"""Room for the scenes' rows; filled in an instant."""


class OwnPostgres(Postgres):
    """The server of one yard. Its processes die with ours."""

    def start(self) -> None:
        data, user = self.folder / "data", keeper.run_as()
        if not data.exists():
            keeper.make_cluster(self.folder, user)
        process = keeper.serve(self.folder, data, user)
        object.__setattr__(self, "process", process)
        keeper.wait_until_ready(self.folder, data, process)

    def kill(self) -> None:
        """Immediate shutdown: every connection is cut, nothing is written any more; the next start recovers."""
        process: subprocess.Popen[bytes] = self.__dict__["process"]
        process.send_signal(signal.SIGQUIT)
        process.wait()

    def restart(self) -> None:
        """From the main thread: the server would end with another."""
        self.kill()
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)
        self.start()


@contextmanager
def own_postgres() -> Iterator[OwnPostgres]:
    folder = Path(tempfile.mkdtemp(prefix="parceltalk-pgf-"))
    server = OwnPostgres(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[], AbstractContextManager[None]] | None]:
    """Mounts a small file system in memory there, if we may; gives what fills it for a while."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        yield None
        return

    @contextmanager
    def fill() -> Iterator[None]:
        ballast = folder / "ballast"
        # Pages of the write-ahead log that are used again need no room: without this a short write could still succeed.
        with closing(sqlite3.connect(folder / "parceltalk.db", timeout=30)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        try:
            handle = os.open(ballast, os.O_WRONLY | os.O_CREAT)
            with suppress(OSError):
                while True:
                    os.write(handle, b"x" * 4096)
            os.close(handle)
            yield
        finally:
            ballast.unlink()

    try:
        yield fill
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)
