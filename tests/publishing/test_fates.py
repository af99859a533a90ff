"""What becomes of who is mid-conversation when a version is published: stay, move, end; the whole of it or nothing; also after a crash."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import publishing
from bot.core.errors import Conflict, FlowError, Invalid
from bot.core.fate import End, Move
from bot.embedded import checks
from bot.store import tables
from bot.turns import moving
from tests.publishing.conftest import ENDING, FLOW, OTHER, RENAMED, Desk


def settle(desk: Desk) -> dict[str, int]:
    return dict(publishing.settle(desk.world.parts))


def test_who_is_mid_conversation_stays(desk: Desk) -> None:
    """The old conversation goes on in its version, a new one begins in the new; both say what their version says."""
    before = desk.current
    li = desk.begin(1)
    desk.publish(OTHER)
    wang = desk.begin(2)
    assert desk.talks() == [(before, "offered", False), (desk.current, "asked", False)]
    desk.world.reply("1", li)
    desk.world.reply("2", wang)
    assert desk.talks() == [(before, "when", False), (desk.current, "when", False)]
    assert settle(desk) == {}


def test_a_move_that_changes_no_answer_is_not_noticed(desk: Desk) -> None:
    """The open question is the new version's, its clock runs on, and the customer gets no second text."""
    before = desk.current
    li = desk.begin()
    desk.publish(RENAMED, Move({"offered": "asked"}))
    assert settle(desk) == {"moved": 1}
    assert desk.talks() == [(desk.current, "asked", False)]
    assert before != desk.current
    assert len(desk.world.texts(li)) == 1
    desk.world.wait(hours=4, minutes=1)
    assert desk.talks() == [(desk.current, "dropped", True)]


def test_a_move_that_changes_an_answer_asks_again(desk: Desk) -> None:
    """Where a digit means something else now, the new question is asked before any digit counts."""
    li = desk.begin()
    desk.publish(OTHER, Move({"offered": "asked"}))
    assert settle(desk) == {"asked": 1}
    desk.world.send()
    assert [text.split(" 0000")[0] for text in desk.world.texts(li)] == ["【Fengchi】Parcel", "【Fengchi】Your parcel"]
    desk.world.reply("2", li)
    assert desk.talks() == [(desk.current, "when", False)]


def test_an_answer_after_an_unnoticed_move_is_taken(desk: Desk) -> None:
    """The prompt that was open before the move takes the digit after it."""
    li = desk.begin()
    desk.publish(RENAMED, Move({"offered": "asked"}))
    settle(desk)
    desk.world.reply("1", li)
    assert desk.talks() == [(desk.current, "when", False)]


def test_an_end_tells_the_customer(desk: Desk) -> None:
    """The text of the new version is said, the question is closed, no clock is left."""
    li = desk.begin()
    desk.publish(ENDING, End("sorry"))
    assert settle(desk) == {"ended": 1}
    desk.world.send()
    assert desk.world.last(li).endswith("We have changed how visits work. Please call us.")
    assert [ended for *_, ended in desk.talks()] == [True]
    assert [row.status for row in desk.world.rows(tables.prompts)] == ["cancelled"]
    assert {row.status for row in desk.world.rows(tables.timers)} == {"cancelled"}


def test_a_person_is_not_talked_over(desk: Desk) -> None:
    """While a person has the customer nothing is said: the conversation moves, and the hand-back asks in the new version."""
    li = desk.begin()
    with desk.world.store.write() as connection:
        connection.execute(tables.threads.update().values(control="person", control_version=1))
    desk.publish(OTHER, Move({"offered": "asked"}))
    assert settle(desk) == {"moved": 1}
    desk.world.send()
    assert len(desk.world.texts(li)) == 1


def test_a_text_that_still_waits_is_not_sent_after_the_end(desk: Desk) -> None:
    """What had not left says what is no longer so: it is canceled with the reason."""
    desk.world.parcel("FY1", locale="en")
    desk.world.event("in_transit", "FY1")
    desk.publish(ENDING, End("sorry"))
    settle(desk)
    menu, sorry = desk.world.rows(tables.outbox)
    assert (menu.status, menu.reason) == ("canceled", moving.SUPERSEDED)
    assert sorry.status == "ready"


@pytest.mark.parametrize(
    ("flow", "fate", "words"),
    [
        (
            ENDING.replace("We have changed how visits work. Please call us.", '"Your code is {coupon.code}"'),
            End("sorry"),
            "'sorry' says {coupon.code}, which 1 of 1 open conversations do not have. Choose another text, or give it a last wording",
        ),
        (
            ENDING.replace("We have changed how visits work. Please call us.", '"You said {reply.rating}"'),
            End("sorry"),
            "'sorry' says {reply.rating}, which is only known in an answer.",
        ),
        (
            RENAMED,
            Move({}),
            "1 open in 'offered', which the new version does not have. Say where they go.",
        ),
        (
            RENAMED,
            Move({"offered": "aksed"}),
            "'aksed', where who is in 'offered' would go, is no state of the new version. Did you mean 'asked'?",
        ),
        (
            RENAMED,
            Move({"ofered": "asked"}),
            "'ofered' is no state of an earlier version of 'visit'. Did you mean 'offered'?",
        ),
        (
            RENAMED,
            Move({"offered": "done"}),
            "'done', where who is in 'offered' would go, does not wait, so nobody can be put there. States that wait: asked, when.",
        ),
        (ENDING, End("sory"), "'sory' is no text of 'visit'. Did you mean 'sorry'?"),
    ],
)
def test_a_fate_that_does_not_fit_changes_nothing(desk: Desk, flow: str, fate: Move | End, words: str) -> None:
    """An occupied state without a place, an unknown name or a state nobody can be put in: refused, nothing is published."""
    before = desk.current
    desk.begin()
    with pytest.raises(Invalid) as refused:
        desk.publish(flow, fate)
    assert words in str(refused.value)
    desk.catalogue.refresh()
    assert desk.current == before
    assert desk.talks() == [(before, "offered", False)]


def test_a_crash_half_way_is_gone_on_with(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dead after two of five: their turns are whole, the other three follow at the next sweep, and nobody gets two texts."""
    phones = [desk.begin(number) for number in range(5)]
    passed = []

    def die_at_the_third(_: str) -> None:
        passed.append(1)
        if len(passed) == 3:
            raise SystemExit(137)

    desk.publish(OTHER, Move({"offered": "asked"}))
    monkeypatch.setattr(moving, "passing", die_at_the_third)
    with pytest.raises(SystemExit):
        settle(desk)
    assert [state for _, state, _ in desk.talks()] == ["asked", "asked", "offered", "offered", "offered"]
    monkeypatch.undo()
    assert settle(desk) == {"asked": 3}
    assert settle(desk) == {}
    desk.world.send()
    assert [len(desk.world.texts(phone)) for phone in phones] == [2] * 5


def test_an_unsettled_publication_comes_first(desk: Desk) -> None:
    """Until it has settled nobody publishes over it; a straggler that began in the old version within the grace is moved too."""
    desk.begin(1)
    desk.publish(RENAMED, Move({"offered": "asked"}))
    settle(desk)
    with desk.world.store.write() as connection:  # as a process does that has not seen the publication yet
        old = next(row.hash for row in desk.world.rows(tables.flow_versions, tables.flow_versions.c.flow == "visit"))
        connection.execute(tables.conversations.update().values(flow_hash=old, state="offered"))
        connection.execute(tables.prompts.update().values(state="offered"))
    with pytest.raises(Conflict, match="still moving or ending"):
        desk.publish(FLOW)
    desk.write(RENAMED)
    desk.world.clock.move(publishing.GRACE + timedelta(seconds=1))
    assert settle(desk) == {"moved": 1}
    desk.publish(FLOW)


def test_two_who_publish_the_same_at_once(desk: Desk) -> None:
    """The files published themselves a moment before: the move is done all the same, and to let them stay is nothing."""
    desk.begin()
    desk.write(RENAMED)
    mine, nobodys = desk.plan, desk.plan
    publishing.publish_files(desk.world.parts, desk.draft)
    desk.catalogue.refresh()
    assert publishing.publish(desk.world.parts, nobodys, "system") == []
    assert len(publishing.publish(desk.world.parts, mine, "system", Move({"offered": "asked"}))) == 1
    assert settle(desk) == {"moved": 1}
    assert desk.talks() == [(desk.current, "asked", False)]


def test_a_second_fate_for_the_same_people_is_refused(desk: Desk) -> None:
    """While one moves them nobody ends them: the loser is told that nothing of theirs was done."""
    desk.begin()
    desk.write(ENDING)
    mine = desk.plan
    publishing.publish(desk.world.parts, desk.plan, "system", Move({}))
    with pytest.raises(Conflict, match="nothing was changed by you"):
        publishing.publish(desk.world.parts, mine, "system", End("sorry"))
    assert settle(desk) == {"moved": 1}


def test_two_who_publish_at_once(desk: Desk) -> None:
    """The second one planned on what is no longer so: refused, and asked to look again."""
    desk.write(RENAMED)
    mine = desk.plan
    desk.publish(ENDING)
    with pytest.raises(Conflict, match="Somebody has published 'visit' meanwhile"):
        publishing.publish(desk.world.parts, mine, "system")


def test_going_back_is_a_publication_too(desk: Desk) -> None:
    """An earlier version can be current again; its row is not written twice."""
    first = desk.current
    desk.publish(RENAMED)
    desk.publish(FLOW)
    assert desk.current == first
    versions = desk.world.rows(tables.flow_versions, tables.flow_versions.c.flow == "visit")
    assert len(versions) == 2


def test_a_withdrawn_flow_begins_no_more(desk: Desk) -> None:
    """A file that is gone: the flow starts nothing, who is in it goes on, and may be ended with a text of theirs."""
    li = desk.begin(1)
    (desk.folder / "demo" / "visit.yaml").unlink()
    assert [(change.flow, change.word) for change in desk.plan.flows] == [("visit", "withdrawn")]
    with pytest.raises(Invalid, match="withdrawn"):
        publishing.publish(desk.world.parts, desk.plan, "system", Move({"offered": "when"}))
    publishing.publish(desk.world.parts, desk.plan, "system", End("thanks"))
    desk.catalogue.refresh()
    assert settle(desk) == {"ended": 1}
    assert desk.world.last(li).endswith("Thank you")
    desk.begin(2)
    assert len(desk.talks()) == 1


def test_each_publication_leaves_a_line_in_the_audit_trail(desk: Desk) -> None:
    """Who published what over what, what was to become of how many."""
    before = desk.current
    desk.begin()
    desk.publish(RENAMED, Move({"offered": "asked"}))
    line = desk.world.rows(tables.audit, tables.audit.c.what == "flow_published")[-1]
    assert (line.who, line.carrier) == ("system", "demo")
    told = {"flow": "visit", "from": before, "to": desk.current, "open": 1}
    assert told.items() <= line.data.items()
    assert line.data["fate"] == {"kind": "move", "states": {"offered": "asked"}}


def test_a_broken_file_changes_nothing(desk: Desk) -> None:
    """Also a fault in another file of the carrier: everything or nothing, with file, line and column."""
    before = desk.current
    desk.write(RENAMED)
    (desk.folder / "demo" / "second.yaml").write_text("flow: second\ntitle: x\nstarts_on: in_transit\nstats: {}\n")
    with pytest.raises(FlowError) as refused:
        desk.plan  # noqa: B018
    assert "demo/second.yaml:4:1: error KEY 'stats' is no key here. Did you mean 'states'?" in str(refused.value)
    assert publishing.publish_files(desk.world.parts, desk.draft) == []
    desk.catalogue.refresh()
    assert desk.current == before


def test_another_carriers_fault_is_no_obstacle(desk: Desk) -> None:
    """A broken file in another carrier's folder stops that carrier alone."""
    other = desk.folder / "other"
    other.mkdir()
    (other / "carrier.yaml").write_text("carrier: other\nbrand: {en: Other}\n")
    desk.publish(RENAMED)
    assert desk.draft.faults("other")


def test_the_whole_starts_while_a_publication_settles(desk: Desk) -> None:
    """A changed file and a move that a crash cut short: `python app.py` starts, and the file is taken later."""
    before = desk.begin() and desk.current
    desk.publish(RENAMED, Move({"offered": "asked"}))
    moving_to = desk.current
    desk.write(ENDING)
    url = desk.world.store.url.render_as_string(hide_password=False)
    checks.prepare(replace(desk.world.parts.settings, database_url=url))
    desk.catalogue.refresh()
    assert desk.current == moving_to != before


def test_who_is_in_a_withdrawn_flow_can_be_ended_afterwards(desk: Desk) -> None:
    """The file was removed and that published itself: the flow still has a name, and its people can be ended with a text of theirs."""
    li = desk.begin()
    (desk.folder / "demo" / "visit.yaml").unlink()
    [published] = publishing.publish_files(desk.world.parts, desk.draft)
    assert [change.word for change in published.changes] == ["withdrawn"]
    desk.catalogue.refresh()
    publishing.publish(desk.world.parts, desk.plan, "system", End("thanks"))
    assert settle(desk) == {"ended": 1}
    assert desk.world.last(li).endswith("Thank you")


def test_a_closing_text_may_say_what_all_of_them_have(desk: Desk) -> None:
    """A kept value is known where everybody has it; one who does not have it stands in the way, unless a wording does without."""
    keeping = FLOW.replace("text: {go: done}", "text: {go: more, keep: {wish: 'shipment.tail'}}").replace(
        "  done: {say",
        "  more: {say: menu, replies: {1: {go: done}}, unclear: done, silence: {after: 1h, go: done}}\n  done: {say",
    )
    desk.publish(keeping)
    li = desk.begin(1)
    for reply in ("1", "tomorrow"):
        desk.world.reply(reply, li)
        desk.world.send()
    ending = keeping.replace("  menu:", "  sorry: {en: 'We cannot keep to {wish}'}\n  menu:")
    desk.write(ending)
    publishing.require_fits(desk.world.parts, "demo", desk.plan.changes, End("sorry"))
    desk.begin(2)
    with pytest.raises(Invalid, match=re.escape("says {wish}, which 1 of 2 open conversations do not have")):
        desk.publish(ending, End("sorry"))
    desk.publish(
        ending.replace("keep to {wish}'}", "keep to {wish}', Sorry]}").replace("sorry: {en: '", "sorry: {en: ['"),
        End("sorry"),
    )
    assert settle(desk) == {"ended": 2}
    assert desk.world.last(li).endswith("We cannot keep to 0001")


def test_who_stayed_can_be_moved_afterwards(desk: Desk) -> None:
    """A file that published itself let everybody stay; a move of the flow by name still finds them."""
    desk.begin()
    desk.publish(RENAMED)
    assert [change.word for change in desk.plan.changes] == ["published"]
    publishing.publish(desk.world.parts, desk.plan, "system", Move({"offered": "asked"}))
    assert settle(desk) == {"moved": 1}
    assert desk.talks() == [(desk.current, "asked", False)]
    assert desk.plan.changes == ()


def test_to_let_them_stay_once_more_is_no_publication(desk: Desk) -> None:
    """Nothing is new, nobody is moved: no row is written."""
    desk.begin()
    desk.publish(RENAMED)
    assert publishing.publish(desk.world.parts, desk.plan, "system") == []
