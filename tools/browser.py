"""Finds a Chromium for the browser tests, or installs one, and says which: `make browser`.

In this order: one that is installed; the one that Playwright keeps; the system's package manager (as root, or with a sudo
that asks for no password); Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """The path of a Chromium that starts, or None. Tests call this."""
    return _of_the_system() or _of_playwright()


def _of_the_system() -> str | None:
    for name in NAMES:
        path = shutil.which(name)
        if path and _starts(path):
            return path
    return None


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _starts(path) else None


def _starts(path: str) -> bool:
    """Whether it runs at all: Ubuntu's package is a stub that asks for snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def by_package_manager() -> None:
    """`apt-get install chromium`, where that can be done without a question."""
    if not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not (shutil.which("sudo") and _quiet([*sudo, "true"])):
        return
    print("Installing Chromium through apt-get ...", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _quiet([*sudo, "apt-get", "update"], env)
    _quiet([*sudo, "apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], env)


def by_playwright() -> None:
    """Playwright's own download, with the libraries that it needs where we may install them."""
    print("Downloading Playwright's Chromium ...", flush=True)
    with_libraries = ["--with-deps"] if os.geteuid() == 0 else []
    _quiet([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"])


def _quiet(command: list[str], env: dict[str, str] | None = None) -> bool:
    """Run it; show what it said only when it failed."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, check=False
    )
    if done.returncode != 0:
        print(f"{' '.join(command)} failed:\n{done.stdout.decode(errors='replace')[-2000:]}")
    return done.returncode == 0


def main() -> int:
    """Exit code 1, with what to do, where there is no Chromium and none could be installed."""
    ways: tuple[Callable[[], None], ...] = (lambda: None, by_package_manager, by_playwright)
    for way in ways:
        way()
        path = find()
        if path:
            print(f"Browser tests use {path}")
            return 0
    print("There is no Chromium and none could be installed. Install chromium or google-chrome, then try again.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
