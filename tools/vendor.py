"""Fetches the browser libraries that we ship, from npm, exactly as `vendor.json` pins them: `python tools/vendor.py`.

Each package is checked against its pinned integrity (SHA-512 of the archive, as npm publishes it) before a file is taken
out, and each file's SHA-256 is written to `vendor.json`; a test compares what is in the tree with it. To upgrade, change
version and integrity (`npm view NAME@VERSION dist.integrity`) and run this again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "vendor.json"
TARGET = HERE.parent / "bot" / "web" / "static" / "vendor"


def fetch(name: str, package: dict[str, Any], folder: Path) -> Path:
    """The package's archive, checked. Exits with a sentence when it is not the pinned one."""
    spec = f"{name}@{package['version']}"
    packed = subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / packed.stdout.strip().splitlines()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package["integrity"]:
        sys.exit(f"{spec}: the archive's integrity is {found}, but vendor.json pins {package['integrity']}")
    return archive


def unpack(archive: Path, files: dict[str, dict[str, str]]) -> None:
    """Copies the wanted files to the tree and notes their hashes."""
    with tarfile.open(archive) as tar:
        for inside, wanted in files.items():
            member = tar.extractfile(f"package/{inside}")
            if member is None:
                sys.exit(f"{archive.name}: there is no file {inside}")
            content = member.read()
            (TARGET / wanted["as"]).write_bytes(content)
            wanted["sha256"] = hashlib.sha256(content).hexdigest()
            print(f"{wanted['as']}: {len(content)} bytes")


def main() -> None:
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, package in manifest.items():
            unpack(fetch(name, package, Path(folder)), package["files"])
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
