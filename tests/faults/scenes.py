"""The scenes: each makes one fault happen to customers of its own, then waits until all is quiet. The checker judges.

`quick` scenes run under `make test` too; all of them under `make faults`. `only` names the database that a scene is about.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import pytest
import sqlalchemy as sa

from tests.faults.yard import Customer, Yard
from tests.support.installation import wait
from tests.support.services import free_port


@dataclass(frozen=True)
class Scene:
    """What happens, in a sentence, and who plays it."""

    name: str
    play: Callable[[Yard], object]
    quick: bool = True
    only: str | None = None


SCENES: Final[list[Scene]] = []


def scene(
    *, quick: bool = True, only: str | None = None
) -> Callable[[Callable[[Yard], object]], Callable[[Yard], object]]:
    """Puts a function on the programme; its docstring is the scene's name."""

    def put(play: Callable[[Yard], object]) -> Callable[[Yard], object]:
        SCENES.append(Scene((play.__doc__ or "").strip().rstrip("."), play, quick, only))
        return play

    return put


# ── the web server ───────────────────────────────────────────────────────────────────────────────


def _web_dies_at(yard: Yard, failpoint: str) -> list[Customer]:
    """A web server that dies at its second reply, and is started again: the provider tries again until it is answered."""
    customers = yard.asked(2)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    web = yard.start(
        "-m", "bot", "web", "--processes", "1",
        FAILPOINTS=f"{failpoint}=exit:2", PORT=str(port), PUBLIC_URL=url, BOT_DATA_DIR=str(yard.folder / f"web-{port}"),
    )  # fmt: skip
    web.wait_for_http(f"{url}/healthz", 60)
    inbound = f"{url}/webhooks/demo/twilio/inbound"
    answered = []
    for one in customers:
        sid = f"SM{one.tracking_no}1".ljust(34, "0")

        def taken(one: Customer = one, sid: str = sid) -> bool:
            delivery = yard.twilio.inbound(one.phone, "1", sid=sid, url=inbound)["deliveries"][0]
            answered.append(delivery["status"])
            return delivery["status"] == 200

        wait(taken, f"an answer for {one.phone}")
    assert None in answered, "nobody died"
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存")
    yard.quiet()
    yard.once_each(customers, 2)
    yard.held(customers)
    return customers


@scene()
def web_before_commit(yard: Yard) -> None:
    """web killed before commit"""
    _web_dies_at(yard, "inbound.before_commit")


@scene()
def web_after_commit(yard: Yard) -> None:
    """web killed after commit, before the answer"""
    _web_dies_at(yard, "inbound.after_commit")


@scene()
def same_sid(yard: Yard) -> None:
    """the same MessageSid ten times at once"""
    customers = yard.asked(3)
    for one in customers:
        answer = yard.here.text_from(one.phone, "1", copies=10)
        assert {delivery["status"] for delivery in answer["deliveries"]} == {200}
        yard.here.wait_for_text(one.phone, "已暂存")
    yard.quiet()
    yard.once_each(customers, 2)
    yard.held(customers)


@scene()
def two_replies(yard: Yard) -> None:
    """two replies of one customer at once"""
    customers = yard.asked(8)
    works = [lambda one=one, text=text: yard.reply(one, text) for one in customers for text in ("1", "2")]
    assert set(yard.at_once(*works)) == {200}
    yard.quiet()


# ── the worker ───────────────────────────────────────────────────────────────────────────────────


def _worker_dies_at(yard: Yard, failpoint: str, callbacks: bool = True) -> None:
    if not callbacks:
        yard.twilio.settings(callbacks={"off": True})
    customers = yard.customers(6)
    faulty = yard.failing_worker(f"{failpoint}=exit:1")
    yard.ask(customers)
    yard.dead(faulty)
    yard.worker.resume()
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene()
def worker_after_claim(yard: Yard) -> None:
    """worker killed after the claim"""
    _worker_dies_at(yard, "send.after_claim")


@scene(quick=False)
def worker_before_post(yard: Yard) -> None:
    """worker killed before the POST"""
    _worker_dies_at(yard, "send.before_post")


@scene(quick=False)
def worker_after_post(yard: Yard) -> None:
    """worker killed after the POST"""
    _worker_dies_at(yard, "send.after_post")


@scene()
def worker_after_201(yard: Yard) -> None:
    """worker killed after the 201, before it was settled, and no callback comes"""
    _worker_dies_at(yard, "send.after_accepted", callbacks=False)


@scene(quick=False)
def worker_after_settle(yard: Yard) -> None:
    """worker killed after settling"""
    _worker_dies_at(yard, "send.after_settle")


@scene(quick=False)
def worker_in_instruction(yard: Yard) -> None:
    """worker killed after the carrier's system took an instruction, before that was written down"""
    customers = yard.asked(2)
    faulty = yard.failing_worker("instruct.after_post=exit:1")
    for one in customers:
        yard.reply_until_taken(one, "1")
    yard.dead(faulty)
    yard.worker.resume()
    yard.execute("UPDATE instructions SET lease_until = NULL WHERE status = 'sending'")  # its lease of a minute is over
    yard.quiet(90)
    ids = [d["id"] for d in yard.system.deliveries if d["payload"]["data"]["tracking_no"] == customers[0].tracking_no]
    assert len(set(ids)) == 1
    yard.held(customers)


@scene()
def worker_stopped(yard: Yard) -> None:
    """worker stopped (SIGSTOP) past its lease, then continued"""
    customers = yard.customers(3)
    sleeper = yard.failing_worker("send.before_post=sleep:1.5")
    yard.ask(customers)
    yard.until_status(customers, "sending")
    sleeper.pause()
    yard.worker.resume()
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")  # the other worker has asked the list, and sent once more
    sleeper.resume()
    yard.hold_still(2.0)  # what it would do wrong, it would do now
    yard.quiet()
    yard.once_each(customers, 1)


@scene(quick=False)
def worker_stopped_after_post(yard: Yard) -> None:
    """worker stopped after the POST, past its lease, then continued"""
    yard.twilio.settings(callbacks={"off": True})
    customers = yard.customers(3)
    sleeper = yard.failing_worker("send.after_post=sleep:1.5")
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    sleeper.pause()
    yard.worker.resume()
    yard.until_status(customers, "accepted")
    sleeper.resume()
    yard.quiet()
    yard.once_each(customers, 1)


# ── Twilio ───────────────────────────────────────────────────────────────────────────────────────


@scene()
def lost_answers(yard: Yard) -> None:
    """response dropped, reset, garbled; 500 after acceptance; no callbacks"""
    yard.twilio.settings(callbacks={"off": True})
    customers = yard.customers(8)
    for number, deed in enumerate(("drop_after", "500_after", "reset_after", "garbled")):
        for one in customers[number::4]:
            yard.twilio.rule(deed, to=one.phone, times=1)
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene()
def lost_requests(yard: Yard) -> None:
    """500 and dropped connections before acceptance"""
    customers = yard.customers(6)
    for number, deed in enumerate(("drop_before", "500_before", "reset_before")):
        for one in customers[number::3]:
            yard.twilio.rule(deed, to=one.phone, times=1)
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene()
def storm(yard: Yard) -> None:
    """429 storm"""
    customers = yard.customers(20)
    for one in customers:
        yard.twilio.rule("rate_limit", to=one.phone, times=2)
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene(quick=False)
def nobody_listens(yard: Yard) -> None:
    """Twilio refuses connections for three seconds"""
    customers = yard.customers(10)
    yard.twilio.refuse(3.0)
    yard.ask(customers)
    for one in customers:
        wait(lambda one=one: _phone(yard, one), f"{one.phone} asked")
    yard.quiet()
    yard.once_each(customers, 1)


def _phone(yard: Yard, one: Customer) -> list[str]:
    try:
        return yard.here.phone(one.phone)
    except OSError:
        return []


@scene()
def callbacks_first(yard: Yard) -> None:
    """status callbacks reversed, doubled, and before the send was recorded"""
    yard.twilio.settings(
        callbacks={"statuses": ["queued", "sent", "delivered"], "order": "reversed", "copies": 2, "first": True}
    )
    customers = yard.asked(12)
    yard.quiet()
    yard.once_each(customers, 1)
    for one in customers:
        assert [row.delivery for row in yard.here.outbox(one.phone)] == ["delivered"]


@scene()
def webhook_down(yard: Yard) -> None:
    """the provider's webhook is down; the poll recovers, and the webhook comes late"""
    customers = yard.asked(6)
    for one in customers:
        yard.here.text_from(one.phone, "1", sid=_sid(one), post=False)
    yard.poll()
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存")
    for one in customers:
        assert yard.reply(one, "1", sid=_sid(one)) == 200
    yard.quiet()
    yard.once_each(customers, 2)
    yard.held(customers)
    yard.verdict(polled=True)


def _sid(one: Customer) -> str:
    return f"SM{one.tracking_no}".ljust(34, "0")


@scene()
def stop_race(yard: Yard) -> None:
    """STOP racing a claimed send, sixty customers"""
    customers = yard.customers(60)
    works = []
    for one in customers:
        works += [lambda one=one: yard.here.event(one.tracking_no), lambda one=one: yard.reply(one, "STOP")]
    yard.at_once(*works)
    yard.quiet()
    for one in customers:
        assert any("退订" in text or "不再" in text for text in yard.here.phone(one.phone)), yard.here.phone(one.phone)


# ── upkeep, queue and clock ──────────────────────────────────────────────────────────────────────


@scene(quick=False)
def two_sweeps(yard: Yard) -> None:
    """two sweeps racing, two workers, two clocks"""
    yard.twilio.settings(callbacks={"off": True})
    yard.start("-m", "bot", "worker")
    yard.start("-m", "bot", "clock", "--tick", "0.1")
    customers = yard.customers(16)
    for number, deed in enumerate(("drop_after", "drop_before")):
        for one in customers[number::2]:
            yard.twilio.rule(deed, to=one.phone, times=1)
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene(quick=False)
def sweep_killed(yard: Yard) -> None:
    """worker killed while it asks the provider's list"""
    yard.twilio.settings(callbacks={"off": True})
    customers = yard.customers(4)
    for one in customers:
        yard.twilio.rule("drop_after", to=one.phone, times=1)
    faulty = yard.failing_worker("sweep.before_look=exit:6")
    yard.ask(customers)
    yard.dead(faulty)
    yard.worker.resume()
    yard.quiet(90)
    yard.once_each(customers, 1)


@scene()
def queue_flushed(yard: Yard) -> None:
    """Valkey flushed again and again"""
    before, customers = yard.asked(5), yard.customers(10)
    over = threading.Event()

    def flush() -> None:
        with yard.redis() as client:
            while not over.wait(0.05):
                client.flushall()

    flusher = threading.Thread(target=flush)
    flusher.start()
    try:
        yard.ask(customers)
        assert {yard.reply(one, "1") for one in before} == {200}
        yard.hold_still(1.0)
    finally:
        over.set()
        flusher.join()
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(before, 2)
    yard.once_each(customers, 1)
    yard.held(before)


def _queue_gone(yard: Yard, seconds: float, emptied: bool) -> None:
    """Kill Valkey; replies are taken all the same; start it again, and all goes on."""
    customers = yard.asked(6)
    assert yard.valkey.process is not None
    yard.valkey.process.kill()
    yard.valkey.process.wait()
    yard.valkey.stop()
    for one in customers:
        assert yard.reply(one, "1") == 200
    assert yard.status_of(f"{yard.here.url}/healthz") == 200
    yard.hold_still(seconds)
    if emptied:
        shutil.rmtree(yard.valkey.folder)
    yard.valkey.start()
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存", 90)
    yard.quiet(90)
    yard.once_each(customers, 2)
    yard.held(customers)


@scene()
def queue_killed(yard: Yard) -> None:
    """Valkey killed and empty"""
    _queue_gone(yard, 0.5, emptied=True)


@scene(quick=False)
def queue_down(yard: Yard) -> None:
    """Valkey down for a minute"""
    _queue_gone(yard, 60.0, emptied=False)


@scene(quick=False)
def clock_killed(yard: Yard) -> None:
    """clock killed; what waited for it happens when it is back"""
    customers = yard.customers(4)
    yard.clock.kill()
    yard.twilio.rule("rate_limit", times=4)
    yard.ask(customers)
    wait(lambda: all(row.attempts for one in customers for row in yard.here.outbox(one.phone)), "a first try of each")
    yard.clock = yard.start("-m", "bot", "clock", "--tick", "0.2")
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    yard.quiet()
    yard.once_each(customers, 1)


@scene(quick=False)
def whole_killed(yard: Yard) -> None:
    """supervisor killed -9: no orphans, and a new one goes on"""
    port = free_port()
    env = {
        "PORT": str(port), "PUBLIC_URL": f"http://127.0.0.1:{port}", "REDIS_URL": "",
        "BOT_DATA_DIR": str(yard.folder / "whole"),
    }  # fmt: skip
    for part in (yard.worker, yard.clock):
        part.pause()
    whole = yard.start("app.py", **env)
    whole.wait_for("Parceltalk runs at", 90)
    customers = yard.customers(5)
    yard.ask(customers)
    for one in customers:
        yard.here.wait_for_text(one.phone, "回复1要求暂存")
    whole.kill()
    whole.wait_for_nobody(30)
    for one in customers:
        yard.reply_until_taken(one, "1")
    again = yard.start("app.py", **env)
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存", 90)
    yard.quiet(90)
    assert again.end() == 0
    again.wait_for_nobody()
    yard.clock.resume()
    yard.once_each(customers, 2)
    yard.held(customers)


# ── the database ─────────────────────────────────────────────────────────────────────────────────


@scene(only="sqlite")
def write_lock(yard: Yard) -> None:
    """SQLite's write lock held for five seconds"""
    customers = yard.asked(4)
    path = str(sa.make_url(yard.here.database_url).database)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(5.0, other.execute, ("ROLLBACK",))
    release.start()
    assert set(yard.at_once(*(lambda one=one: yard.reply(one, "1") for one in customers))) == {200}
    release.join()
    other.close()
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存")
    yard.quiet()
    yard.once_each(customers, 2)


@scene(quick=False, only="postgres")
def connections_cut(yard: Yard) -> None:
    """PostgreSQL ends every connection, again and again"""
    customers = yard.customers(10)
    over = threading.Event()
    name = sa.make_url(yard.here.database_url).database

    def cut() -> None:
        engine = sa.create_engine(yard.here.database_url.replace(f"/{name}", "/postgres"), isolation_level="AUTOCOMMIT")
        statement = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        with engine.connect() as connection:
            while not over.wait(0.3):
                connection.exec_driver_sql(statement)
        engine.dispose()

    cutter = threading.Thread(target=cut)
    cutter.start()
    try:
        for one in customers:
            wait(lambda one=one: yard.here.call("POST", *_event(one))[0] in (200, 201, 202), f"event of {one.phone}")
        for one in customers:
            yard.here.wait_for_text(one.phone, "回复1要求暂存")
            yard.reply_until_taken(one, "1")
    finally:
        over.set()
        cutter.join()
    yard.quiet(90)
    yard.once_each(customers, 2)
    yard.held(customers)


def _event(one: Customer) -> tuple[str, dict[str, object]]:
    body = {"event_id": f"e-{one.tracking_no}", "type": "out_for_delivery", "at": datetime.now(UTC).isoformat()}
    return f"/shipments/{one.tracking_no}/events", {**body, "data": {}}


@scene(quick=False, only="postgres")
def postgres_restarted(yard: Yard) -> None:
    """PostgreSQL killed and restarted while customers talk"""
    customers = yard.asked(6)
    assert yard.restart_database is not None
    with ThreadPoolExecutor(6) as pool:
        replies = [pool.submit(yard.reply_until_taken, one, "1") for one in customers]
        yard.restart_database()
        for reply in replies:
            reply.result()
    for one in customers:
        yard.here.wait_for_text(one.phone, "已暂存")
    yard.quiet(90)
    yard.once_each(customers, 2)
    yard.held(customers)


@scene(quick=False, only="sqlite")
def disk_full(yard: Yard) -> None:
    """the disk is full"""
    if yard.fill_disk is None:
        pytest.skip("needs a small disk of its own: SQLite only, and the right to mount one")
    customers = yard.asked(6)
    with yard.fill_disk():
        answers = {yard.reply(one, "1", sid=_sid(one)) for one in customers}
        assert 200 not in answers, answers
        assert yard.status_of(f"{yard.here.url}/healthz") == 200
    for one in customers:
        yard.reply_until_taken(one, "1", sid=_sid(one))
        yard.here.wait_for_text(one.phone, "已暂存")
    yard.quiet(90)
    yard.once_each(customers, 2)
    yard.held(customers)
