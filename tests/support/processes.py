"""Real processes of the product, for journeys and fault tests: started, watched, stopped, killed, and always reaped.

    process = start("app.py", env={"PORT": str(port), "BOT_DATA_DIR": str(folder)})
    process.wait_for("Parceltalk runs at")
    process.kill()                 # kill -9 of this one
    process.pause(); process.resume()
    process.family()               # pids of all that it started, at any depth, also orphaned ones
    process.end()                  # SIGTERM and wait; returns the exit code

`start` is a fixture; at the end of the test everything it started is gone, whatever the test did. Processes are found by a
mark in their environment, which is inherited, so that a child whose parent was killed is found too.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bot.embedded.lifeline import die_with_parent

ROOT = Path(__file__).resolve().parents[2]
MARK = "PARCELTALK_TEST_PROCESS"
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONDONTWRITEBYTECODE")
"""What of pytest's own environment a process gets; everything else is given, so that no setting of the machine leaks in."""


class Process:
    """One started process and its family."""

    def __init__(self, command: list[str], env: Mapping[str, str], output: Path, cwd: Path) -> None:
        self.mark = uuid.uuid4().hex
        self.command = command
        self.path = output
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        with output.open("wb") as out:
            self.popen = subprocess.Popen(
                command,
                env={**passed_on, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT), **env, MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=cwd,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )

    @property
    def pid(self) -> int:
        return self.popen.pid

    def output(self) -> str:
        """What it has said so far, on both streams."""
        return self.path.read_text(errors="replace")

    def wait_for(self, what: str | Callable[[], object], seconds: float = 30.0) -> None:
        """Wait until its output holds `what`, or `what()` is true. Fails with the output when it ends before, or in time."""
        holds = (lambda: what in self.output()) if isinstance(what, str) else what
        give_up = time.monotonic() + seconds
        while not holds():
            if self.popen.poll() is not None and not holds():
                pytest.fail(
                    f"{self.command} ended with {self.popen.returncode} while waited for {what}:\n{self.output()}"
                )
            if time.monotonic() > give_up:
                pytest.fail(f"{self.command}: {what} did not come within {seconds} s:\n{self.output()}")
            time.sleep(0.02)

    def wait_for_http(self, url: str, seconds: float = 30.0) -> None:
        """Wait until `url` answers with 200."""
        self.wait_for(lambda: answers(url), seconds)

    def family(self) -> dict[int, str]:
        """Pid and command line of every living process that carries this one's mark, itself among them."""
        return living(self.mark)

    def wait_for_nobody(self, seconds: float = 20.0) -> None:
        """Wait until it and all that it started are gone by themselves. Fails with who is left."""
        give_up = time.monotonic() + seconds
        while left := self.family():
            if time.monotonic() > give_up:
                pytest.fail(f"{self.command} left behind: {left}\n{self.output()}")
            time.sleep(0.02)

    def child(self, words: str) -> int:
        """The pid of the one member of the family whose command line holds `words`. Fails where it is not exactly one."""
        found = [pid for pid, line in self.family().items() if words in line and pid != self.pid]
        assert len(found) == 1, f"{words!r}: {found} of {self.family()}"
        return found[0]

    def kill(self) -> None:
        """kill -9 of this process alone."""
        self.popen.kill()
        self.popen.wait()

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.popen.send_signal(signal.SIGINT)

    def pause(self) -> None:
        """SIGSTOP."""
        self.popen.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """SIGCONT."""
        self.popen.send_signal(signal.SIGCONT)

    def end(self, seconds: float = 30.0) -> int:
        """SIGTERM, then wait. The exit code."""
        self.popen.terminate()
        return self.popen.wait(seconds)

    def wait(self, seconds: float = 30.0) -> int:
        """Wait for it to end by itself. The exit code."""
        return self.popen.wait(seconds)

    def reap(self) -> None:
        """Nothing of it is left afterwards: paused, orphaned or in another session."""
        while left := self.family():
            for pid in left:
                signal_quietly(pid, signal.SIGKILL)
            if self.popen.pid in left:
                self.popen.wait()
            time.sleep(0.01)


def signal_quietly(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process that may just have ended."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def living(mark: str) -> dict[int, str]:
    """Processes with `mark` in their environment: pid and command line. A zombie does not live."""
    found = {}
    wanted = f"{MARK}={mark}".encode()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if wanted in (entry / "environ").read_bytes().split(b"\0"):
                found[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
        except OSError:  # it ended meanwhile, or belongs to somebody else
            continue
    return found


def answers(url: str) -> bool:
    """Whether `url` answers with 200 now."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except OSError:
        return False


Start = Callable[..., Process]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `python <arguments>` with just the environment given; see the module."""
    started: list[Process] = []

    def begin(*arguments: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> Process:
        output = tmp_path / f"process-{len(started)}.out"
        started.append(Process([sys.executable, *arguments], env or {}, output, cwd))
        return started[-1]

    yield begin
    for process in started:
        process.reap()
