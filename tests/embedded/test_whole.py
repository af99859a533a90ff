"""`python app.py` as a person meets it: started, stopped, killed, started again, and started where it cannot."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import urllib.request

import pytest

from bot.settings import valkey_socket
from tests.support.processes import ROOT, answers
from tests.support.services import free_port

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]

READY = "Parceltalk runs at"


class Whole:
    """A place for the whole to live in: a data folder and a port; started as often as a test likes."""

    def __init__(self, start, folder):
        self._start, self.folder, self.port = start, folder, free_port()

    def start(self, **env):
        """Starts it without waiting."""
        given = {"BOT_DATA_DIR": str(self.folder), "PORT": str(self.port)} | env
        return self._start("app.py", env={k: v for k, v in given.items() if v is not None})

    def up(self, **env):
        """Starts it and waits until it is ready for work."""
        process = self.start(**env)
        process.wait_for(READY, 60)
        process.wait_for_http(self.url("/readyz"), 60)
        return process

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def checks(self):
        with urllib.request.urlopen(self.url("/readyz"), timeout=5) as answer:
            return json.load(answer)["checks"]

    def logs(self):
        return "\n".join(path.read_text() for path in sorted((self.folder / "log").iterdir()))


@pytest.fixture
def whole(start, tmp_path):
    return Whole(start, tmp_path / "var")


def refused(process):
    """What a whole that cannot start said: one sentence or two, no traceback, exit code 2, nobody left."""
    assert process.wait(60) == 2, process.output()
    said = process.output().strip()
    assert said.startswith("Parceltalk cannot start. ")
    assert "Traceback" not in said
    assert process.family() == {}
    return said


def test_it_starts_says_where_to_look_ends_and_goes_on(whole):
    """From nothing to ready; Ctrl-C ends every process; a second start finds what the first has kept."""
    process = whole.up()
    screen = process.output().strip().splitlines()
    assert len(screen) == 5
    assert whole.url("/simulator") in process.output()
    name, password = re.search(r"name (\S+), password (\S+) \(shown this once\)", process.output()).groups()
    assert name == "demo"
    assert {name for name, check in whole.checks().items() if check["ok"]} == {
        "database", "queue", "worker", "clock", "oldest_unsent"
    }  # fmt: skip
    process.interrupt()
    assert process.wait() == 0
    assert process.family() == {}
    assert "everything is kept" in process.output()
    assert password not in whole.logs()
    assert (whole.folder.stat().st_mode & 0o077, (whole.folder / "parceltalk.db").stat().st_mode & 0o077) == (0, 0)

    again = whole.up()
    assert "shown this once" not in again.output()
    assert again.end() == 0
    with sqlite3.connect(whole.folder / "parceltalk.db") as database:
        assert database.execute("SELECT count(*) FROM staff").fetchone() == (1,)
    database.close()


def test_every_part_that_is_killed_comes_back(whole):
    """kill -9 of queue, worker, clock, web server and one of its processes: the whole is ready again by itself."""
    process = whole.up()
    before = process.family()
    web = [pid for pid, line in before.items() if "bot web" in line]
    for pid in (
        process.child("valkey-server"),
        process.child("bot worker"),
        process.child("bot clock"),
        min(web),
        max(web),
    ):
        os.kill(pid, signal.SIGKILL)

    def everybody_is_back():
        family = process.family()
        stayed = set(family) & set(before)
        return stayed == {process.pid} and len(family) == len(before) and answers(whole.url("/readyz"))

    process.wait_for(everybody_is_back, 60)
    assert process.end() == 0
    assert process.family() == {}


def test_kill_9_of_the_supervisor_leaves_nobody_and_loses_nothing(whole):
    """Every process and grandchild ends by itself; a start right after waits for them and goes on."""
    process = whole.up()
    assert len(process.family()) == 7
    process.kill()
    second = whole.up()
    assert process.family() == {}
    assert second.end() == 0


def test_ctrl_c_during_the_checks_is_quiet(whole):
    """Who changes their mind before anything was started sees no traceback."""
    process = whole.start()
    process.wait_for((whole.folder / "lock").exists)
    process.interrupt()
    assert process.wait() == 0
    assert process.output() == ""


def test_a_second_start_in_one_folder_is_told_who_is_there(whole, start, tmp_path):
    """Two wholes never share a data folder; the first is not disturbed."""
    process = whole.up()
    said = refused(Whole(start, whole.folder).start())
    assert f"is in use by process {process.pid}" in said
    assert "BOT_DATA_DIR" in said
    assert answers(whole.url("/readyz"))


def test_a_taken_port_is_named(whole):
    """Somebody else listens: the port, and what to do, before anything is started."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", whole.port))
        other.listen()
        said = refused(whole.start())
    assert f"Port {whole.port} on 127.0.0.1 cannot be used" in said
    assert "set PORT to another number" in said
    assert not (whole.folder / "valkey").exists()


def test_a_folder_that_cannot_be_written_is_named(whole):
    """A data folder below a file can never be made."""
    whole.folder.write_text("in the way")
    said = refused(whole.start())
    assert "BOT_DATA_DIR" in said
    assert str(whole.folder) in said


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://u:hunter2@h/d", "DATABASE_URL starts with 'mysql'"),
        ("postgresql://u:hunter2@127.0.0.1:1/d", "Connection refused"),
        ("sqlite:////nonexistent/folder/x.db", "unable to open database file"),
    ],
)
def test_a_wrong_database_url_is_explained(whole, url, words):
    """What is wrong with it, what it should be, and never its password."""
    said = refused(whole.start(DATABASE_URL=url))
    assert words in said
    assert "postgresql://user:password@host/name" in said
    assert "hunter2" not in said


def test_a_database_that_is_something_else_is_refused(whole):
    """A file that is no database is not touched."""
    whole.folder.mkdir()
    (whole.folder / "parceltalk.db").write_text(
        "these are my holiday notes, and they are longer than a page header " * 9
    )
    assert "file is not a database" in refused(whole.start())
    assert (whole.folder / "parceltalk.db").read_text().startswith("these are my holiday notes")


def test_a_broken_flow_is_shown_with_its_place(whole, tmp_path):
    """File, line and column of each finding; nothing is started with half of the flows."""
    flows = tmp_path / "flows"
    shutil.copytree(ROOT / "flows", flows)
    survey = flows / "standard" / "survey.yaml"
    survey.write_text(survey.read_text() + "\nno_such_key: 1\n")
    said = refused(whole.start(FLOWS_DIR=str(flows)))
    line = survey.read_text().splitlines().index("no_such_key: 1") + 1
    assert f"survey.yaml:{line}:1: error" in said


def test_a_deep_data_folder_works(start, tmp_path):
    """A path too long for a unix socket is no obstacle."""
    whole = Whole(start, tmp_path / ("deep-" * 20) / "var")
    socket_folder = valkey_socket(whole.folder).parent
    assert socket_folder != whole.folder / "valkey"
    process = whole.up()
    assert process.end() == 0
    shutil.rmtree(socket_folder)


def test_parts_one_by_one_with_services_of_ones_own(start, postgres_url, valkey_url, tmp_path):
    """Production: `db upgrade`, then web, worker and clock each by itself, on PostgreSQL and a Redis elsewhere."""
    port = free_port()
    env = {
        "DATABASE_URL": postgres_url,
        "REDIS_URL": valkey_url,
        "SECRET_KEY": "k" * 40,
        "PORT": str(port),
        "BOT_DATA_DIR": str(tmp_path / "var"),
    }
    upgraded = start("-m", "bot", "db", "upgrade", env=env)
    assert upgraded.wait() == 0
    assert "already at revision" in upgraded.output()
    parts = [start("-m", "bot", name, env=env) for name in ("web", "worker", "clock")]
    parts[0].wait_for_http(f"http://127.0.0.1:{port}/readyz", 60)
    assert [part.end() for part in parts] == [0, 0, 0]
    assert [part.family() for part in parts] == [{}, {}, {}]


@pytest.mark.parametrize("part", ["web", "worker", "clock"])
def test_a_part_wants_a_migrated_database(start, empty_sqlite_url, tmp_path, part):
    """Without its tables a part says which command makes them."""
    env = {"DATABASE_URL": empty_sqlite_url, "BOT_DATA_DIR": str(tmp_path / "var"), "PORT": str(free_port())}
    process = start("-m", "bot", part, env=env)
    assert process.wait() == 1
    assert "Run: python -m bot db upgrade" in process.output()
    assert "Traceback" not in process.output()


def test_logs_that_grow_too_large_are_moved_away(tmp_path, monkeypatch):
    """A log keeps one predecessor, so that the folder cannot fill a disk; the queue's own log is left to the queue."""
    from bot.embedded import whole as module

    monkeypatch.setattr(module, "BIGGEST_LOG", 10)
    for name, text in {"web.log": "long enough", "clock.log": "short", "queue.log": "long enough"}.items():
        (tmp_path / name).write_text(text)
    module.move_big_logs(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clock.log", "queue.log", "web.log.1"]
