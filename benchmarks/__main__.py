"""All benchmarks, one after the other, each in a process of its own: `python -m benchmarks [NAME …] [--quick] [--seed N]`.

Every one measures both sides in the same run and prints the machine, its seed and ratios. One that fails does not stop the
others; the exit code says that one failed, never that a goal was missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from benchmarks.rig import ROOT, say

BENCHMARKS = ("turn", "send", "engine", "understand", "peer", "memory", "month")
OPTIONS = {"month": ["--texts", "100000"]}
"""What one is given besides; a tenth of the month shows the same, the whole is `python -m benchmarks.month`."""
WITHIN = 1800
"""Seconds after which one is given up."""


def run(name: str, options: list[str]) -> tuple[bool, list[str]]:
    """Whether it came to its end, and what it said."""
    say(f"── {name} ".ljust(100, "─"))
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{name}", *options]
    said = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            say(line.rstrip())
            said.append(line.rstrip())
        code = process.wait(WITHIN)
    return code == 0, said


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHMARKS)}; default: all")
    parser.add_argument("--quick", action="store_true", help="short runs, to see that all of it works")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    shared = ["--seed", str(given.seed), *(["--quick"] if given.quick else [])]
    broken, table = [], []
    for name in given.names or BENCHMARKS:
        if not (ROOT / "benchmarks" / f"{name}.py").exists():
            continue
        # The two that measure functions take no options of ours.
        ended, said = run(name, [] if name in ("engine", "understand") else [*OPTIONS.get(name, []), *shared])
        table += [line for line in said if "goal" in line or "µs" in line]
        broken += [] if ended else [name]
    say("── goals ".ljust(100, "─"))
    for line in table:
        say(line)
    for name in broken:
        say(f"{name}: did not come to its end")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
