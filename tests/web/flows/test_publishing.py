"""Publishing from the page: the effect is shown first, each fate is done, and nobody publishes what they did not see."""

from __future__ import annotations

import re
from datetime import timedelta

from werkzeug.test import TestResponse

from bot import publishing
from bot.core.fate import Move
from bot.store import tables
from tests.publishing.conftest import ENDING, FLOW, OTHER, RENAMED, Desk
from tests.web.console.conftest import Browser

VISIT = "/flows/demo/visit"


def review(browser: Browser, **form: str) -> TestResponse:
    browser.get(f"{VISIT}?tab=versions")
    return browser.post(f"{VISIT}/review", **form)


def publish(browser: Browser, **form: str) -> TestResponse:
    """Confirm what the review shows."""
    assert review(browser).status_code == 200
    [seen] = re.findall(r'name="seen" value="([^"]+)"', browser.page)
    return browser.post(f"{VISIT}/publish", seen=seen, **form)


def test_the_review_shows_who_is_where_and_changes_nothing(desk: Desk, author: Browser) -> None:
    """By version and state; states to move to are those that wait."""
    before = desk.current
    desk.begin(1)
    desk.begin(2)
    desk.write(RENAMED)
    assert review(author).status_code == 200
    assert "2 conversations are under way in other versions" in author.words
    assert f"{before[:8]} offered 2" in author.words
    options = re.findall(r'<select name="to:offered">(.*?)</select>', author.page, re.DOTALL)[0]
    assert re.findall(r'value="(\w*)"', options) == ["", "asked", "when"]
    desk.catalogue.refresh()
    assert desk.current == before


def test_they_stay(desk: Desk, author: Browser) -> None:
    """The default: published, said so, signed with the person's id, and nobody moved."""
    before = desk.current
    desk.begin()
    desk.write(RENAMED)
    answer = publish(author, fate="stay")
    author.follow(answer)
    assert "Published. Every process takes it within a second." in author.words
    assert "Ada" in author.words
    desk.catalogue.refresh()
    assert before != desk.current
    assert desk.talks() == [(before, "offered", False)]
    line = desk.world.rows(tables.audit, tables.audit.c.what == "flow_published")[-1]
    assert line.who.startswith("staff:")


def test_they_move(desk: Desk, author: Browser) -> None:
    """The chosen state of each occupied one; the worker is rung for, and does it."""
    desk.begin()
    desk.write(OTHER)
    assert publish(author, fate="move", **{"to:offered": "asked"}).status_code == 303
    assert "sweep" in desk.world.rung
    author.get(f"{VISIT}?tab=versions")
    assert "Conversations are still being moved or ended" in author.words
    publishing.settle(desk.world.parts)
    desk.catalogue.refresh()
    assert desk.talks() == [(desk.current, "asked", False)]
    desk.world.clock.move(publishing.GRACE + timedelta(seconds=1))
    publishing.settle(desk.world.parts)
    author.get(f"{VISIT}?tab=versions")
    assert "Conversations are still being moved or ended" not in author.words


def test_who_stayed_can_be_moved_from_the_page_afterwards(desk: Desk, author: Browser) -> None:
    """Nothing is new in the files, somebody is in an older version: the tab Versions says so and leads there."""
    desk.begin()
    desk.publish(RENAMED)
    author.get(f"{VISIT}?tab=versions")
    assert "1 conversations go on in older versions" in author.words
    assert publish(author, fate="stay").status_code == 303
    assert publish(author, fate="move", **{"to:offered": "asked"}).status_code == 303
    publishing.settle(desk.world.parts)
    desk.catalogue.refresh()
    assert desk.talks() == [(desk.current, "asked", False)]


def test_who_is_in_a_withdrawn_flow_can_be_ended(desk: Desk, author: Browser) -> None:
    """The file is gone, its conversations are not."""
    desk.begin()
    (desk.folder / "demo" / "visit.yaml").unlink()
    publishing.publish(desk.world.parts, desk.plan, "system")
    author.get(f"{VISIT}?tab=versions")
    assert "End them…" in author.words
    assert publish(author, fate="end", text="thanks").status_code == 303
    assert publishing.settle(desk.world.parts) == {"ended": 1}


def test_they_end(desk: Desk, author: Browser) -> None:
    """With the text that was chosen."""
    li = desk.begin()
    desk.write(ENDING)
    assert publish(author, fate="end", text="sorry").status_code == 303
    publishing.settle(desk.world.parts)
    assert desk.world.last(li).endswith("Please call us.")


def test_a_fate_that_does_not_fit_is_shown_again(desk: Desk, author: Browser) -> None:
    """422 with what to do, the choice kept, nothing published."""
    before = desk.current
    desk.begin()
    desk.write(RENAMED)
    answer = publish(author, fate="move", **{"to:offered": ""})
    assert answer.status_code == 422
    assert "1 open in 'offered', which the new version does not have. Say where they go." in author.words
    assert "--move" not in author.words
    assert re.search(r'value="move" checked', author.page)
    desk.catalogue.refresh()
    assert desk.current == before


def test_what_changed_since_the_review_is_not_published(desk: Desk, author: Browser) -> None:
    """The file was saved again, or somebody else published: 409, look again."""
    desk.write(RENAMED)
    review(author)
    [seen] = re.findall(r'name="seen" value="([^"]+)"', author.page)
    token = author.token()
    desk.write(ENDING)
    assert author.post(f"{VISIT}/publish", _token=token, seen=seen).status_code == 409
    desk.publish(RENAMED)
    desk.write(ENDING)
    assert author.post(f"{VISIT}/publish", _token=token, seen=seen).status_code == 409


def test_an_agent_may_not_publish(desk: Desk, agent: Browser) -> None:
    """No button, and a form of one's own is refused."""
    before = desk.current
    desk.write(RENAMED)
    agent.get(f"{VISIT}?tab=versions")
    assert "Publishing needs a login with the role author or admin." in agent.words
    assert "/review" not in agent.page
    for path in ("review", "publish"):
        assert agent.post(f"{VISIT}/{path}").status_code == 403
        agent.get("/flows")
        assert agent.post(f"/flows/demo/{path}-all").status_code == 403
        agent.get("/flows")
    desk.catalogue.refresh()
    assert desk.current == before


def test_a_form_from_elsewhere_publishes_nothing(desk: Desk, author: Browser) -> None:
    """Without the page's token: 403."""
    desk.write(RENAMED)
    assert author.post(f"{VISIT}/publish", _token="guessed", seen="x").status_code == 403


def test_faulty_files_are_not_published(desk: Desk, author: Browser) -> None:
    """409 in words; the button is not offered."""
    desk.write(FLOW.replace("say: menu", "say: mneu"))
    author.get(f"{VISIT}?tab=versions")
    assert "/review" not in author.page
    author.get("/flows")
    assert author.post(f"{VISIT}/review").status_code == 409
    assert "nothing can be published until they are mended" in author.words


def test_nothing_to_publish(author: Browser) -> None:
    """The files are what is published: back, with a word."""
    author.get("/flows")
    author.follow(author.post(f"{VISIT}/review"))
    assert "There is nothing to publish" in author.words


def test_everything_that_changed_at_once(desk: Desk, author: Browser) -> None:
    """Several flows and the carrier's settings in one publication; who is under way stays."""
    desk.begin()
    desk.write(RENAMED)
    (desk.folder / "demo" / "second.yaml").write_text(
        FLOW.replace("flow: visit", "flow: second").replace("in_transit", "arrived")
    )
    carrier = desk.folder / "demo" / "carrier.yaml"
    carrier.write_text(carrier.read_text() + "hotline: '400'\n")
    author.get("/flows")
    assert author.post("/flows/demo/review-all").status_code == 200
    assert "The carrier's own settings in carrier.yaml have changed" in author.words
    [seen] = re.findall(r'name="seen" value="([^"]+)"', author.page)
    assert author.post("/flows/demo/publish-all", seen=seen).status_code == 303
    desk.catalogue.refresh()
    assert desk.catalogue.current("demo").keys() == {"visit", "second"}
    assert desk.catalogue.carrier("demo").hotline == "400"


def test_a_move_under_way_refuses_the_next(desk: Desk, author: Browser) -> None:
    """Until it has settled the next publication of this flow is refused, with the reason."""
    desk.begin()
    desk.publish(RENAMED, Move({"offered": "asked"}))
    desk.write(FLOW)
    assert publish(author, fate="stay").status_code == 409
    assert "still moving or ending conversations" in author.words
