"""The least that a webhook for replies can do: check the signature, commit one INSERT, answer. No framework, no ORM.

Served by the same program (`serve`: Granian, as many processes and threads), with the same signature check and the same
settings of the database, through its driver alone.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

import psycopg
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from sqlalchemy.engine import make_url
from werkzeug.wrappers import Request

from benchmarks.customers import PUBLIC_URL, TOKEN
from bot.channels import signature
from bot.embedded.lifeline import end_with_parent
from bot.embedded.web import BACKLOG, PROCESSES, THREADS

TABLE = (
    "CREATE TABLE floor_replies (id {id} PRIMARY KEY, provider_id VARCHAR(128) NOT NULL UNIQUE, sender VARCHAR(20) NOT NULL, "
    "text TEXT NOT NULL, extra {json} NOT NULL, received_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"
)
INSERT = "INSERT INTO floor_replies (provider_id, sender, text, extra) VALUES ({0}, {0}, {0}, {0})"
ANSWER = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'

Insert = Callable[[tuple[str, str, str, str]], None]


def create_table(url: str) -> None:
    if url.startswith("sqlite"):
        with sqlite3.connect(make_url(url).database or "") as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(TABLE.format(id="INTEGER", json="TEXT"))
        return
    with psycopg.connect(_dsn(url)) as connection:
        connection.execute(TABLE.format(id="BIGINT GENERATED ALWAYS AS IDENTITY", json="JSONB"))  # type: ignore[arg-type]


def _dsn(url: str) -> str:
    parts = make_url(url)
    return f"host={parts.query['host']} user={parts.username} dbname={parts.database}"


def application() -> Callable[..., Iterable[bytes]]:
    """A WSGI application with one connection a thread."""
    end_with_parent(10)
    url = os.environ["DATABASE_URL"]
    local = threading.local()
    connect = _sqlite if url.startswith("sqlite") else _postgres

    def serve_one(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        request = Request(environ)
        form = request.form
        if not signature.valid(PUBLIC_URL, request.path, "", form, request.headers, (TOKEN,)):
            start_response("403 Forbidden", [("Content-Length", "0")])
            return [b""]
        if not hasattr(local, "insert"):
            local.insert = connect(url)
        rest = {name: value for name, value in form.items() if name not in ("MessageSid", "From", "Body")}
        local.insert((form["MessageSid"], form["From"], form["Body"], json.dumps(rest)))
        start_response("200 OK", [("Content-Type", "text/xml"), ("Content-Length", str(len(ANSWER)))])
        return [ANSWER]

    return serve_one


def _postgres(url: str) -> Insert:
    connection = psycopg.connect(_dsn(url), autocommit=True)
    statement = INSERT.format("%s")

    def insert(row: tuple[str, str, str, str]) -> None:
        connection.execute(statement, row)  # type: ignore[arg-type]

    return insert


def _sqlite(url: str) -> Insert:
    path = make_url(url).database or ""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in ("synchronous=FULL", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")
    queue = os.open(path + "-floor", os.O_RDWR | os.O_CREAT, 0o600)  # writers queue, as the product's do
    statement = INSERT.format("?")

    def insert(row: tuple[str, str, str, str]) -> None:
        fcntl.flock(queue, fcntl.LOCK_EX)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(statement, row)
            connection.execute("COMMIT")
        finally:
            fcntl.flock(queue, fcntl.LOCK_UN)

    return insert


def serve(port: int) -> None:
    Server(
        "benchmarks.floor:application", factory=True, address="127.0.0.1", port=port, interface=Interfaces.WSGI,
        workers=PROCESSES, blocking_threads=THREADS, backlog=BACKLOG, log_level=LogLevels.error, websockets=False,
    ).serve()  # fmt: skip


if __name__ == "__main__":
    serve(int(sys.argv[1]))
