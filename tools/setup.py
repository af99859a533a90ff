"""Makes `.venv` with the pinned packages of the files named on the command line; does nothing when they are there already.

Run by whatever `python3` a fresh machine has, also one that is too old, so that it can say so: no newer syntax here.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
OLDEST = (3, 11)


def fail(message):
    """End with a sentence."""
    sys.stderr.write("Cannot set up: %s\n" % message)
    sys.exit(2)


def stamp_of(requirements):
    """Where it is kept which version of a requirements file is installed, and that version."""
    with open(os.path.join(ROOT, requirements), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return os.path.join(VENV, ".installed-" + requirements), digest


def installed(requirements):
    """Whether exactly this version of the file was installed, completely."""
    path, digest = stamp_of(requirements)
    if not os.path.exists(path):
        return False
    with open(path) as file:
        return file.read() == digest


def works(python):
    """Whether this virtual environment can still be used: its Python may have been removed or replaced."""
    check = "import sys, pip; sys.exit(sys.version_info < (%d, %d))" % OLDEST
    return os.path.exists(python) and subprocess.call([python, "-c", check], stderr=subprocess.DEVNULL) == 0


def make_venv():
    """A fresh virtual environment by the running Python."""
    if sys.version_info < OLDEST:
        fail(
            "Python %d.%d or newer is needed, this is %s (%s). Install a newer one, or name it: make run PYTHON=/path/to/python3.12"
            % (OLDEST + (sys.version.split()[0], sys.executable))
        )
    shutil.rmtree(VENV, ignore_errors=True)
    print("Making .venv with Python %s ..." % sys.version.split()[0])
    made = subprocess.run([sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        fail(
            "this Python has no working `venv` module. On Debian and Ubuntu: apt-get install python%d.%d-venv. It said: %s"
            % (sys.version_info[:2] + (made.stdout.decode(errors="replace").strip(),))
        )


def install(requirements):
    """Install a pinned file, each package checked against its hash."""
    print("Installing what %s names ..." % requirements)
    sys.stdout.flush()
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    if subprocess.call(command + ["-r", os.path.join(ROOT, requirements)], stdin=subprocess.DEVNULL) != 0:
        fail("the packages of %s could not be installed; the lines above say why. Is there a network?" % requirements)
    path, digest = stamp_of(requirements)
    with open(path, "w") as file:
        file.write(digest)


def main(files):
    """See the module's docstring."""
    if not works(PYTHON):
        make_venv()
    for requirements in files:
        if not installed(requirements):
            install(requirements)


if __name__ == "__main__":
    main(sys.argv[1:])
