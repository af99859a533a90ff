"""Alive, ready, and the figures."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from bot.doorbell import Doorbell
from bot.parts import Parts
from bot.store.migrate import head
from bot.store.session import Store
from bot.web import create_app
from tests.web.conftest import Caller
from tests.web.test_reading import Rows


@pytest.fixture
def ready(parts: Parts, valkey_url: str) -> FlaskClient:
    """An app whose queue is there and whose worker and clock have just given a sign of life."""
    bell = Doorbell(valkey_url)
    bell.beat("worker")
    bell.beat("clock")
    return create_app(replace(parts, settings=replace(parts.settings, redis_url=valkey_url))).test_client()


def test_alive_needs_nothing(parts: Parts):
    """`/healthz` answers also when the database is gone."""
    away = replace(parts, store=Store("sqlite:////nowhere/at/all.db"))
    answer = create_app(away).test_client().get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_ready_when_everything_is_there(ready: FlaskClient):
    """200, with what each check saw."""
    answer = ready.get("/readyz")
    assert (answer.status_code, answer.json["status"]) == (200, "ready")
    checks = answer.json["checks"]
    assert set(checks) == {"database", "oldest_unsent", "queue", "worker", "clock"}
    assert checks["database"] == {"ok": True, "revision": head(), "expected": head()}
    assert checks["worker"] == {"ok": True, "count": 1}


def test_not_ready_without_a_queue(client: FlaskClient):
    """503 names the queue, the worker and the clock; the database is well."""
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert [name for name, check in answer.json["checks"].items() if not check["ok"]] == ["clock", "queue", "worker"]


def test_not_ready_without_a_database(parts: Parts):
    """503 with the kind of error and no password."""
    away = replace(parts, store=Store("postgresql+psycopg://bot:hunter2@/x?host=/nowhere"))
    answer = create_app(away).test_client().get("/readyz")
    assert (answer.status_code, answer.json["checks"]["database"]["ok"]) == (503, False)
    assert "hunter2" not in answer.text


def test_not_ready_before_the_migration(parts: Parts, ready: FlaskClient, store: Store):
    """503 with the revision found and the one expected."""
    with store.write() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0000'"))
    answer = ready.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["checks"]["database"] == {"ok": False, "revision": "0000", "expected": head()}


def test_not_ready_when_texts_are_not_sent(ready: FlaskClient, demo: Caller, store: Store, clock):
    """A text that has been due for too long is 503; a promotion may wait, and what is not due is not late."""
    demo.parcel()
    write = Rows(store)
    write.text("not due", due_at=clock.now() + timedelta(hours=3))
    write.text("promotion", lane=3)
    clock.move(timedelta(hours=1))
    assert ready.get("/readyz").status_code == 200
    write.text("notice", lane=2)
    answer = ready.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["checks"]["oldest_unsent"]["ok"] is False
    assert 300 < answer.json["checks"]["oldest_unsent"]["seconds"] <= 3600


def test_figures_of_the_database(ready: FlaskClient, demo: Caller, store: Store, clock):
    """Unsettled texts, open and overdue cases, by carrier; settled ones are not counted here."""
    demo.parcel()
    write = Rows(store)
    for status in ("ready", "ready", "sending", "uncertain", "failed"):
        write.text("x", status=status)
    write.case()
    write.case(status="closed")
    clock.move(timedelta(hours=1))
    text = ready.get("/metrics").text
    assert 'parceltalk_outbox_rows{carrier="demo",lane="1",status="ready"} 2.0' in text
    assert 'parceltalk_outbox_rows{carrier="demo",lane="1",status="uncertain"} 1.0' in text
    assert 'status="failed"' not in text.partition("parceltalk_outbox_rows")[2]
    assert 'parceltalk_open_cases{carrier="demo",status="open"} 1.0' in text
    assert 'parceltalk_overdue_cases{carrier="demo"} 1.0' in text
    assert 'parceltalk_parts_alive{part="worker"} 1.0' in text


def test_a_turn_is_timed_by_what_came(ready: FlaskClient, demo: Caller):
    """An event's turn adds one to the turns of events, and to no other's."""
    demo.parcel()
    before = _turns_timed(ready.get("/metrics").text)
    demo.event()
    after = _turns_timed(ready.get("/metrics").text)
    assert after.get("event", 0) - before.get("event", 0) == 1
    assert after.get("reply", 0) == before.get("reply", 0)


def _turns_timed(text: str) -> dict[str, float]:
    return {what: float(many) for what, many in re.findall(r'parceltalk_turn_seconds_count{fact="(\w+)"} (\S+)', text)}


def test_requests_are_counted_by_template(ready: FlaskClient, demo: Caller):
    """The route's template and never its values; invented methods and paths share one label."""
    demo("GET", "/shipments/FY-SECRET-1")
    demo.client.open("/api/v1/cases", method="BREW")
    demo.client.get("/invented/by/a/scanner")
    text = ready.get("/metrics").text
    assert 'route="/api/v1/shipments/<tracking_no>"' in text
    assert 'method="other"' in text
    for leak in ("FY-SECRET-1", "BREW", "scanner"):
        assert leak not in text


PROCESS = """
import json, sys
from bot import metrics
metrics.sends.labels("demo", "twilio", "accepted").inc(float(sys.argv[1]))
metrics.http_seconds.labels("GET", "/x").observe(0.01)
"""

SCRAPE = """
from bot.web.metrics import _counted
from prometheus_client import generate_latest
print(generate_latest(_counted()).decode())
"""


def test_several_processes_add_up(tmp_path):
    """Two processes count, a third is asked: it tells the sum, also of those that have ended."""
    env = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    for number in ("2", "3"):
        subprocess.run([sys.executable, "-c", PROCESS, number], env=env, check=True)
    text = subprocess.run([sys.executable, "-c", SCRAPE], env=env, check=True, capture_output=True, text=True).stdout
    assert 'parceltalk_sends_total{carrier="demo",channel="twilio",outcome="accepted"} 5.0' in text
    assert 'parceltalk_http_request_seconds_count{method="GET",route="/x"} 2.0' in text


def test_answers_of_health_hold_no_secret(ready: FlaskClient, parts: Parts):
    """Neither address nor key shows on any of the three."""
    for path in ("/healthz", "/readyz", "/metrics"):
        text = ready.get(path).text
        for secret in (parts.settings.secret_key, parts.settings.database_url, "socket"):
            assert secret not in text
    json.loads(ready.get("/readyz").text)
