"""The queue page: what it shows, what it never shows, and how it keeps itself up to date."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa

from bot import cases
from bot.core.errors import Conflict
from bot.store.staff import Staff
from bot.store.tables import case_events
from bot.store.tables import cases as cases_table
from tests.support.world import OTHER, PARCEL, PHONE, SECOND, World
from tests.web.console.conftest import Browser, person

POLL = {"HX_Request": "true", "X_Poll": "1"}


def complain(world: World, text: str = "我要投诉", phone: str = PHONE, parcel: str = PARCEL) -> int:
    """A customer complains; the case that opens."""
    world.parcel(parcel, phone)
    world.reply(text, phone)
    world.send()
    return max(row.id for row in cases.queue(world.parts, Staff(0, "", None, ""), cases.Filters(view="all")))


def shown(page: str) -> list[str]:
    return re.findall(r'data-case="(\d+)"', page)


def test_a_complaint_stands_in_the_queue_with_all_that_is_needed(world: World, browser: Browser) -> None:
    """Due time in words, kind, parcel, name, masked phone, last message, what waits for an answer, a button to claim it."""
    complain(world, "我要投诉，包裹破了")
    browser.get("/console")
    for words in ("2 h left", "Complaint", "王五", "+86138••••8000", "1 unanswered", "Claim"):
        assert words in browser.words
    assert PHONE not in browser.page
    assert "13800138000" not in browser.page


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/console", "All done."),
        ("/console?view=mine", "You have no case."),
        ("/console?view=closed", "No case has been closed yet."),
        ("/console?q=nobody", "No case matches."),
        ("/console?kind=complaint", "No case matches."),
    ],
)
def test_an_empty_queue_says_which_kind_of_empty(browser: Browser, path: str, says: str) -> None:
    """Nothing yet, nothing matches and all done are three different things."""
    browser.get(path)
    assert says in browser.words


def test_all_claimed_is_told_apart_from_all_done(world: World, browser: Browser, lin: Staff) -> None:
    """When colleagues have everything the open view says so and shows the way."""
    cases.claim(world.parts, complain(world), lin)
    browser.get("/console")
    assert "All open cases are claimed." in browser.words


def test_an_unchanged_queue_is_answered_204(world: World, browser: Browser) -> None:
    """A poll that brings the version of what it shows gets no body; a change gets a body and a new version."""
    number = complain(world)
    browser.get("/console")
    version = re.search(r'data-version="(\w+)"', browser.page)
    assert version
    same = browser.client.get(f"/console/rows?view=open&shown={number}", headers={"X-Version": version[1]})
    assert (same.status_code, same.data) == (204, b"")
    with world.store.write() as connection:
        connection.execute(sa.update(cases_table).values(due_at=world.clock.now() - timedelta(minutes=5)))
    later = browser.client.get(f"/console/rows?view=open&shown={number}", headers={"X-Version": version[1]})
    assert later.status_code == 200
    assert later.headers["X-Version"] != version[1]
    assert "late" in later.text


def test_new_cases_wait_behind_a_chip_and_nothing_moves(world: World, browser: Browser) -> None:
    """A poll answers with the rows in the order that the page shows, and counts what it does not show."""
    first = complain(world)
    second = complain(world, phone=OTHER, parcel=SECOND)
    part = browser.get(f"/console/rows?view=open&shown={first}", **POLL).text
    assert shown(part) == [str(first)]
    assert "1 new" in part
    turned = browser.get(f"/console/rows?view=open&shown={second},{first}", **POLL).text
    assert shown(turned) == [str(second), str(first)]
    assert "new</a>" not in turned


def test_an_empty_page_shows_the_first_case_by_itself(world: World, browser: Browser) -> None:
    """Where nothing is shown nothing can move: the case appears without a click."""
    number = complain(world)
    assert shown(browser.get("/console/rows?view=open&shown=", **POLL).text) == [str(number)]


def test_a_case_that_a_colleague_took_stays_where_it_was_and_says_so(world: World, browser: Browser) -> None:
    """It does not vanish under the cursor; its claim button does."""
    number = complain(world)
    cases.claim(world.parts, number, person(world, "Wang"))
    part = browser.get(f"/console/rows?view=open&shown={number}", **POLL).text
    assert shown(part) == [str(number)]
    assert "Wang has it now" in part
    assert 'data-key="claim"' not in part


@pytest.mark.parametrize("ids", ["x", "1,2,x,,9999999999999999999999", "-1", "1" * 400, ",".join(map(str, range(999)))])
def test_a_poll_with_nonsense_is_answered(browser: Browser, ids: str) -> None:
    """Whatever a page sends as what it shows, the answer is a page."""
    assert browser.get(f"/console/rows?view=nonsense&shown={ids}", **POLL).status_code == 200


def test_only_one_of_two_gets_the_case(world: World, lin: Staff) -> None:
    """The second claim is refused with the name of who was first."""
    wang = person(world, "Wang")
    number = complain(world)
    cases.claim(world.parts, number, lin)
    with pytest.raises(Conflict, match="Lin"):
        cases.claim(world.parts, number, wang)
    cases.claim(world.parts, number, wang, taking_over_from=lin.id)
    with pytest.raises(Conflict, match="Wang"):
        cases.claim(world.parts, number, lin)


def test_of_many_who_press_claim_at_once_one_gets_it(world: World) -> None:
    """Eight colleagues, one moment: one holds the case, seven are told by name who does, one line in its history."""
    number = complain(world)
    people = [person(world, f"agent{n}") for n in range(8)]
    together = Barrier(len(people))

    def press(someone: Staff) -> str:
        together.wait()
        try:
            cases.claim(world.parts, number, someone)
        except Conflict as error:
            return str(error)
        return "mine"

    with ThreadPoolExecutor(len(people)) as pool:
        answers = list(pool.map(press, people))
    assert answers.count("mine") == 1
    winner = people[answers.index("mine")]
    assert set(answers) == {"mine", f"{winner.name} has claimed this case."}
    assert [row.claimed_by for row in world.cases()] == [winner.id]
    assert len(world.rows(case_events, case_events.c.what == "claimed")) == 1


def test_another_carriers_staff_see_nothing(world: World) -> None:
    """Neither in the queue, nor by address, nor by any button."""
    number = complain(world)
    person(world, "Fremd", carrier="other")
    stranger = Browser(world)
    stranger.sign_in("Fremd")
    stranger.get("/console?view=all")
    assert shown(stranger.page) == []
    assert stranger.get(f"/console/cases/{number}").status_code == 404
    assert stranger.get(f"/console/cases/{number}/live").status_code == 404
    assert shown(stranger.get(f"/console/rows?view=all&shown={number}").text) == []
    stranger.get("/console")
    for button in ("claim", "release", "answer", "note", "hand-back", "close", "reveal", "segments"):
        answer = stranger.post(f"/console/cases/{number}/{button}", text="hello", outcome="solved", seen="99")
        assert answer.status_code == 404, button
        stranger.get("/console")


def test_the_page_speaks_chinese_to_who_prefers_it(browser: Browser) -> None:
    """By Accept-Language, and by choice, which is kept."""
    browser.get("/console", Accept_Language="zh-CN,zh;q=0.9")
    assert "工单" in browser.words
    assert browser.client.get("/language/zh?next=/console").location == "/console"
    browser.get("/console")
    assert "全部处理完毕" in browser.words
    assert browser.client.get("/language/zh?next=//evil.example").location == "/"
    assert browser.get("/language/klingon").status_code == 404
