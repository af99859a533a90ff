"""The supervisor starts again what dies, gives up on what cannot live, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal

import pytest

from bot.embedded.supervisor import AT_ONCE, GIVE_UP_AFTER, LONGEST_PAUSE, Patience

PROGRAM = """
import json, signal, subprocess, sys
from bot.core.errors import ParceltalkError
from bot.embedded.lifeline import die_with_parent
from bot.embedded.supervisor import Part, Supervisor

def part(name, code):
    def start():
        return subprocess.Popen([sys.executable, "-c", code], start_new_session=True, preexec_fn=die_with_parent())
    return Part(name, start, f"{name}.log")

try:
    Supervisor([part(*pair) for pair in json.loads(sys.argv[1])]).run()
except ParceltalkError as error:
    print(error)
    sys.exit(1)
print("ended in order")
"""

ENDS_BY_ITSELF = """
import signal, sys
def end(*_):
    print("NAME ended", flush=True)
    LAST
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("NAME is up", flush=True)
while True:
    signal.pause()
"""


def named(name, last="pass"):
    """A part that lives until SIGTERM, says that it started, and says `name ended` then."""
    return name, ENDS_BY_ITSELF.replace("NAME", name).replace("LAST", last)


@pytest.fixture
def supervise(start):
    """Runs a supervisor over parts, each a (name, program)."""
    return lambda *parts: start("-c", PROGRAM, json.dumps(parts))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_all_in_order(supervise, number):
    """SIGTERM, Ctrl-C and a closed terminal end the parts one after the other, the one that started first last."""
    process = supervise(named("queue"), named("worker"), named("web"))
    process.wait_for(lambda: process.output().count("is up") == 3)
    process.popen.send_signal(number)
    assert process.wait() == 0
    said = [line for line in process.output().splitlines() if "ended" in line]
    assert said == ["web ended", "worker ended", "queue ended", "ended in order"]
    assert process.family() == {}


def test_a_part_that_dies_is_started_again(supervise):
    """kill -9 of one part starts that part again, and leaves the others alone."""
    process = supervise(named("queue"), named("worker"))
    process.wait_for(lambda: process.output().count("is up") == 2)
    others = process.child('print("queue is up"')
    os.kill(process.child('print("worker is up"'), signal.SIGKILL)
    process.wait_for(lambda: process.output().count("worker is up") == 2)
    assert process.child('print("queue is up"') == others
    assert process.end() == 0


def test_kill_9_of_the_supervisor_leaves_no_orphan(supervise):
    """The kernel tells the parts that their parent is gone."""
    process = supervise(named("queue"), named("worker"))
    process.wait_for(lambda: process.output().count("is up") == 2)
    process.kill()
    process.wait_for_nobody()


def test_a_part_that_cannot_live_ends_the_whole_with_a_word(supervise):
    """Five deaths at once in a row: all the others are ended, and the message names the part and its log."""
    process = supervise(named("queue"), ("worker", "import sys; sys.exit(3)"))
    assert process.wait(60) == 1
    assert f"The worker ended {GIVE_UP_AFTER} times right after its start" in process.output()
    assert "worker.log" in process.output()
    assert "queue ended" in process.output()
    assert process.family() == {}


def test_a_second_ctrl_c_does_not_wait_for_a_slow_part(supervise):
    """A part that takes its time to end is killed when the person insists."""
    process = supervise(named("slow", "import time; time.sleep(60)"))
    process.wait_for("slow is up")
    process.interrupt()
    process.wait_for("slow ended")
    process.interrupt()
    assert process.wait(10) == 0
    assert process.family() == {}


def test_patience_grows_and_ends():
    """The pause before a new start doubles with each death at once, up to a limit; a long life forgives."""
    patience = Patience()
    assert [patience.after(0.1) for _ in range(GIVE_UP_AFTER)] == [0.4, 0.8, 1.6, 3.2, None]
    patience = Patience()
    for _ in range(100):
        assert patience.after(0.1) is not None
        assert patience.after(AT_ONCE) == 0.2
    assert LONGEST_PAUSE >= 3.2
