"""A child that cannot outlive its parent, also when the parent is killed and can clean up nothing."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

PR_SET_PDEATHSIG: Final = 1
"""prctl(2), Linux. The signal follows the *thread* that forked, so children are started from the main thread."""


def die_with_parent(sig: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """For `Popen(preexec_fn=…)`: the kernel sends `sig` to the child when the starting thread ends.

    Elsewhere than on Linux it does nothing there; our own parts also call `end_with_parent`.
    """
    parent = os.getpid()
    prctl = ctypes.CDLL(None, use_errno=True).prctl if sys.platform == "linux" else None

    def in_child() -> None:
        if prctl is not None:
            prctl(PR_SET_PDEATHSIG, int(sig))
        if os.getppid() != parent:  # the parent was gone before the call
            os._exit(1)

    return in_child


def end_with_parent(grace: float = 10.0) -> None:
    """In a part of ours: when the parent is gone, end as by SIGTERM, and after `grace` seconds by force.

    A thread that compares `getppid` with what it was, twice a second: works on every Unix, through forks that a
    library makes, and whatever thread of the parent started us.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(grace)
        os._exit(1)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
