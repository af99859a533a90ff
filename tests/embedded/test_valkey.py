"""The embedded queue keeps what it was given, and never stays behind."""

from __future__ import annotations

import os
import stat

import pytest
import redis

from bot.embedded.folder import FolderError
from bot.embedded.valkey import Valkey, ValkeyError, answers

OWNER = """
import signal, sys
from pathlib import Path
from bot.embedded.valkey import Valkey
folder = Path(sys.argv[1])
Valkey(folder / "data", folder / "valkey.sock", folder / "log").start()
print("up", flush=True)
signal.pause()
"""


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_jobs_survive_a_restart(make_valkey, how):
    """What was queued is still there after an orderly stop, and after a kill -9 (of what was written a second before)."""
    server = make_valkey()
    process = server.start()
    with redis.Redis.from_url(server.url) as client:
        client.rpush("jobs", *range(500))
        client.execute_command("WAITAOF", 1, 0, 5000)
    if how == "kill":
        process.kill()
        process.wait()
    else:
        server.stop()
    server.start()
    with redis.Redis.from_url(server.url) as client:
        assert client.llen("jobs") == 500


def test_only_its_owner_can_reach_it(make_valkey):
    """It listens on a unix socket that only its owner may use, and on no port."""
    server = make_valkey()
    server.start()
    assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700
    with redis.Redis.from_url(server.url) as client:
        config = client.config_get("port", "maxmemory-policy", "appendonly")
    assert config == {"port": "0", "maxmemory-policy": "noeviction", "appendonly": "yes"}


def test_a_second_start_on_one_folder_says_who_holds_it(make_valkey):
    """Two servers never write one folder; the second is told the holder's process id."""
    first = make_valkey()
    first.start()
    second = Valkey(first.folder, first.socket, first.log)
    with pytest.raises(FolderError, match=rf"in use by process {os.getpid()}"):
        second.start()
    assert answers(first.url)


def test_it_dies_with_its_owner_and_can_start_again(start, tmp_path):
    """After kill -9 of its owner the server ends by itself, and the next start waits for that and has the data."""
    owner = start("-c", OWNER, str(tmp_path))
    owner.wait_for("up")
    server = Valkey(tmp_path / "data", tmp_path / "valkey.sock", tmp_path / "log")
    with redis.Redis.from_url(server.url) as client:
        client.set("kept", "yes")
    owner.kill()
    server.start()
    try:
        assert owner.family() == {}
        with redis.Redis.from_url(server.url) as client:
            assert client.get("kept") == b"yes"
    finally:
        server.stop()


def test_a_server_that_cannot_start_points_to_its_log(make_valkey):
    """A damaged file of the queue gives one sentence with the place of the log, and frees the folder."""
    server = make_valkey()
    server.folder.mkdir()
    (server.folder / "appendonlydir").write_text("a file where a folder should be")
    with pytest.raises(ValkeyError, match=str(server.log)):
        server.start()
    (server.folder / "appendonlydir").unlink()
    server.start()
    assert answers(server.url)


def test_a_folder_of_somebody_else_is_refused(make_valkey):
    """In a shared temporary folder another user could have laid a trap: a link in place of the folder is refused."""
    server = make_valkey()
    elsewhere = server.log.parent / "elsewhere"
    elsewhere.mkdir()
    server.folder.symlink_to(elsewhere)
    with pytest.raises(FolderError, match="belongs to somebody else"):
        server.start()


def test_a_stopped_server_is_gone(make_valkey):
    """`stop` waits for the end of the process."""
    server = make_valkey()
    process = server.start()
    server.stop()
    assert process.returncode == 0
    assert not answers(server.url)
