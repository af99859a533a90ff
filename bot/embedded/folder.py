"""A folder that one program holds at a time, and the lock that says so."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import Final, TextIO

from bot.core.errors import ParceltalkError

ENDING_WITHIN: Final = 20.0
"""Seconds that we wait for the parts of a program that was killed: they notice by themselves and end."""


class FolderError(ParceltalkError):
    """The folder cannot be used, or another process holds it. The message says which and what to do."""


def private(folder: Path) -> None:
    """Make `folder` for its owner only. Raises `FolderError` where it is another user's, as may be in a shared temporary folder."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.lstat().st_uid != os.getuid() or folder.is_symlink():
            raise FolderError(f"{folder} belongs to somebody else. Set BOT_DATA_DIR to a folder of your own.")
        folder.chmod(0o700)
    except OSError as error:
        raise FolderError(
            f"{folder} cannot be used: {error.strerror}. Set BOT_DATA_DIR to a folder that can."
        ) from error


def writable(folder: Path) -> None:
    """Make `folder` if need be and try to write in it. Raises `FolderError`."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise FolderError(
            f"The data folder {folder} cannot be written ({error.strerror}). Set BOT_DATA_DIR to a folder that this program may write in."
        ) from error


def emptied(folder: Path) -> Path:
    """Make `folder`, or remove the files in it: what the processes of an earlier start counted is over."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    return folder


def hold(folder: Path) -> TextIO:
    """Lock `folder` until the answer is closed in this process *and* in every child that inherited it.

    The kernel drops the lock with the last of them, however they end, so nothing is ever left behind. Where the holder has
    been killed and its parts are still ending, waits for them. Raises `FolderError` that names a holder that lives.
    """
    path = folder / "lock"
    lock = path.open("a+", encoding="ascii")
    give_up = time.monotonic() + ENDING_WITHIN
    while not _locked(lock):
        holder = path.read_text(encoding="ascii").strip()
        if _lives(holder) or time.monotonic() > give_up:
            lock.close()
            raise FolderError(
                f"{folder} is in use by process {holder or 'unknown'}: Parceltalk already runs there. "
                "Stop that one first, or give this one a BOT_DATA_DIR of its own."
            )
        time.sleep(0.1)
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _locked(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lives(pid: str) -> bool:
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
