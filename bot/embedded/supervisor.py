"""Starts the parts of the whole, starts again what dies, and ends them all in order, whatever happens to it.

A part is a process. It dies with the supervisor: by the kernel's parent-death signal, and by its own watch (`lifeline`).
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

import structlog

from bot.core.errors import ParceltalkError

log = structlog.get_logger(__name__)

AT_ONCE: Final = 5.0
"""A part that lived for fewer seconds died "at once"."""
GIVE_UP_AFTER: Final = 5
"""Deaths at once in a row."""
LONGEST_PAUSE: Final = 10.0
LOOK_EVERY: Final = 0.2
STOP_SECONDS: Final = 15.0
"""What a part may take to end before it is killed. The web server and the worker finish what they are at."""


class Patience:
    """How long to wait before a part is started again: longer after each death at once."""

    def __init__(self) -> None:
        self.deaths_at_once = 0

    def after(self, lived: float) -> float | None:
        """Seconds to wait after a life of `lived` seconds; None: give up."""
        self.deaths_at_once = self.deaths_at_once + 1 if lived < AT_ONCE else 0
        if self.deaths_at_once >= GIVE_UP_AFTER:
            return None
        return float(min(LONGEST_PAUSE, 0.2 * 2**self.deaths_at_once))


@dataclass
class Part:
    """One process of the whole. `start` gives it running; what it raises as `ParceltalkError` counts as a death at once."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    log: str
    """Where a person finds what it said."""
    process: subprocess.Popen[bytes] | None = None
    patience: Patience = field(default_factory=Patience)
    started_at: float = 0.0
    not_before: float = 0.0

    def launch(self, now: float) -> None:
        """Start it."""
        self.started_at = now
        with contextlib.suppress(ParceltalkError):  # its log has the words; `watch` finds it dead
            self.process = self.start()
            log.info("part_started", started=self.name, pid=self.process.pid)

    def watch(self, now: float) -> None:
        """Start it again when it has died. Raises `PartKeepsDying`."""
        if self.process is not None:
            status = self.process.poll()
            if status is None:
                return
            self._died(status, now)
        elif self.started_at > self.not_before:
            self._died(None, now)
        if now >= self.not_before:
            self.launch(now)

    def _died(self, status: int | None, now: float) -> None:
        self.process = None
        pause = self.patience.after(now - self.started_at)
        if pause is None:
            raise PartKeepsDying(
                f"The {self.name} ended {GIVE_UP_AFTER} times right after its start, so all of it was stopped. Its last words are in {self.log}."
            )
        self.not_before = now + pause
        log.warning("part_died", died=self.name, status=status, again_in_seconds=pause)

    def ask_to_stop(self) -> None:
        """SIGTERM, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for its end; kill it after `seconds`."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, seconds))
        except subprocess.TimeoutExpired:
            log.warning("part_killed", killed=self.name)
            self.process.kill()
            self.process.wait()


class PartKeepsDying(ParceltalkError):
    """A part cannot run. The message names it and its log."""


class Supervisor:
    """Runs `parts`, which start in their order and stop in the reverse one."""

    def __init__(self, parts: Sequence[Part], each_look: Callable[[], None] = lambda: None) -> None:
        """`each_look` is called a few times a second while all goes on."""
        self.parts, self._each_look = parts, each_look
        self._stop = threading.Event()
        self._hurry = False

    def run(self) -> None:
        """Until SIGTERM, SIGHUP or Ctrl-C (a second one kills what is slow to end). Raises `PartKeepsDying`. Main thread only."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # started by nohup
                signal.signal(number, self._on_signal)
        try:
            for part in self.parts:
                part.launch(time.monotonic())
            while not self._stop.wait(LOOK_EVERY):
                for part in self.parts:
                    part.watch(time.monotonic())
                self._each_look()
        finally:
            self.stop()

    def stop(self) -> None:
        """End them one after the other: what feeds the others first, the queue last."""
        for part in reversed(self.parts):
            part.ask_to_stop()
            give_up = time.monotonic() + STOP_SECONDS
            while part.process is not None and part.process.poll() is None and time.monotonic() < give_up:
                if self._hurry:
                    break
                time.sleep(0.02)
            part.wait(0)

    def _on_signal(self, _: int, __: FrameType | None) -> None:
        self._hurry = self._stop.is_set()
        self._stop.set()
