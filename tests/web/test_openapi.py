"""`/openapi.json` is true: every route is in it, and a generator that reads it finds the running server as described."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from flask import Flask

from bot.store import keys
from bot.store.session import Store
from bot.web.openapi import describe
from tests.support.processes import ROOT, Start
from tests.support.services import free_port
from tests.web.conftest import NOW

SCHEMATHESIS = Path(sys.executable).with_name("st")
EXAMPLES = 20
"""Of each operation and phase; the whole run stays below a minute."""


def test_every_route_of_the_api_is_described(app: Flask):
    """Paths and methods of the document are those of the application, no more and no less."""
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") or rule.rule == "/healthz"
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    described = {
        (path, method) for path, item in describe()["paths"].items() for method in item if method != "parameters"
    }
    assert described == served


def test_every_reference_leads_somewhere():
    """No `$ref` of the document points to a schema that is not in it."""
    document = describe()
    wanted = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert wanted == set(document["components"]["schemas"])


def test_the_manual_names_every_route():
    """docs/api.md has a row for every path and method that the document describes."""
    manual = re.sub(r"<(\w+)>", r"{\1}", (ROOT / "docs" / "api.md").read_text())
    for path, item in describe()["paths"].items():
        for method in item.keys() - {"parameters"}:
            wanted = f"{method.upper()} {path.removeprefix('/api/v1')}" if path.startswith("/api/") else f"`{path}`"
            assert wanted in manual


@pytest.mark.process
def test_a_generator_finds_the_server_as_described(start: Start, sqlite_url: str, valkey_url: str, tmp_path: Path):
    """Schemathesis, all checks but one, against a real server.

    Left out is `positive_data_acceptance`: no schema says which phone numbers exist, which languages are known, or that an
    Idempotency-Key must be new for a new request.
    """
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    env = {
        "DATABASE_URL": sqlite_url,
        "REDIS_URL": valkey_url,
        "SECRET_KEY": "k" * 32,
        "PUBLIC_URL": base,
        "PORT": str(port),
        "FLOWS_DIR": str(ROOT / "flows"),
        "BOT_DATA_DIR": str(tmp_path / "var"),
    }
    store = Store(sqlite_url)
    key = keys.new(store, "demo", NOW)
    server = start("-m", "bot", "web", "--processes", "1", env=env)
    server.wait_for_http(f"{base}/healthz")
    seed = os.environ.get("SCHEMATHESIS_SEED", str(int.from_bytes(os.urandom(4))))
    run = subprocess.run(
        [
            SCHEMATHESIS, "run", f"{base}/openapi.json", "--header", f"Authorization: Bearer {key}",
            "--max-examples", str(EXAMPLES), "--seed", seed, "--exclude-checks", "positive_data_acceptance",
            "--phases", "examples,coverage,fuzzing,stateful", "--no-shrink",
        ],
        cwd=tmp_path, capture_output=True, text=True, timeout=110, check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )  # fmt: skip
    print(f"seed {seed}")
    assert run.returncode == 0, f"seed {seed}\n{run.stdout[-6000:]}\n{run.stderr[-2000:]}"
    assert '"level": "error"' not in server.output()
    with urllib.request.urlopen(f"{base}/metrics") as answer:
        assert b'status="500"' not in answer.read()
    store.close()
