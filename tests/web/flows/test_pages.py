"""What the pages of a flow show: to whom, in which state of files and publications, and what is wrong in the files."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.channels.simulator import Simulator
from tests.publishing.conftest import FLOW, OTHER, RENAMED, Desk
from tests.web.conftest import on_sqlite
from tests.web.console.conftest import Browser

pytestmark = on_sqlite  # what is counted and published is tested on both in test_publishing
VISIT = "/flows/demo/visit"
TABS = ("graph", "yaml", "simulator", "transcripts", "versions")
MISSPELT = FLOW.replace("    say: menu\n", "    sya: menu\n")
LOST = FLOW.replace("{go: done}}", "{go: dnoe}}")
"""A way into a state that does not exist."""


def test_without_a_login_nothing_is_shown(desk: Desk) -> None:
    """Every page leads to the log-in form, and back from there."""
    browser = Browser(desk.world)
    for path in ("/flows", VISIT, f"{VISIT}?tab=yaml"):
        answer = browser.get(path)
        assert (answer.status_code, "/console/login" in answer.location) == (303, True)
    assert browser.client.post(f"{VISIT}/publish").status_code == 403


@pytest.mark.parametrize("path", ["", "?tab=yaml", "?tab=versions", "/review", "/publish", "/transcripts"])
def test_another_carriers_flows_are_not_found(stranger: Browser, path: str) -> None:
    """Not in the list, no tab, and no form does anything."""
    stranger.get("/flows")
    assert "visit" not in stranger.page
    act = stranger.post if path.startswith("/") else stranger.get
    assert act(VISIT + path, **({"_token": _token(stranger)} if path.startswith("/") else {})).status_code == 404


def _token(browser: Browser) -> str:
    browser.get("/flows")
    return browser.token()


@pytest.mark.parametrize(
    "path", ["/flows/demo/nothing", "/flows/nobody/visit", "/flows/demo/carrier.yaml", f"{VISIT}?tab=none"]
)
def test_what_is_not_there_is_not_found(agent: Browser, path: str) -> None:
    """An unknown flow, carrier or tab, and the carrier's settings, which are no flow."""
    assert agent.get(path).status_code == 404


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(agent: Browser, tab: str) -> None:
    """For a flow that is published as its file says."""
    assert agent.get(f"{VISIT}?tab={tab}").status_code == 200
    assert "A visit" in agent.words
    assert 'aria-current="page"' in agent.page


@pytest.mark.parametrize(
    ("flow", "word"),
    [(FLOW, "Published"), (RENAMED, "Changed"), (MISSPELT, "Has errors"), (LOST, "Has errors"), (None, "File removed")],
)
def test_the_list_says_how_a_flow_stands(desk: Desk, agent: Browser, flow: str | None, word: str) -> None:
    """Against what is published: the same, changed, faulty, gone; with who is in it."""
    desk.begin(1)
    if flow is None:
        (desk.folder / "demo" / "visit.yaml").unlink()
    else:
        desk.write(flow)
    agent.get("/flows")
    [row] = re.findall(r'<li class="flow-row">.*?</li>', agent.page, re.DOTALL)
    assert f">{word}<" in row
    assert re.search(r"Open conversations:</span> 1", row)


def test_the_list_of_a_new_flow(desk: Desk, agent: Browser) -> None:
    """A file that was never published is new."""
    (desk.folder / "demo" / "second.yaml").write_text(FLOW.replace("flow: visit", "flow: second"))
    agent.get("/flows")
    assert ">New<" in agent.page


def test_the_graph_names_every_edge(desk: Desk, agent: Browser) -> None:
    """Each state with its kind and count, each way with digit, word, silence or guard: the list that the drawing is made of."""
    desk.begin(1)
    agent.get(VISIT)
    states = dict(re.findall(r'data-state="(\w+)" data-kind="(\w+)"', agent.page))
    assert states == {"offered": "asks", "when": "asks", "done": "step", "dropped": "step"}
    ways = re.findall(r'data-to="([^"]+)" data-kind="(\w+)" data-label="([^"]*)"', agent.page)
    assert ("when", "reply", "1") in ways
    assert ("dropped", "silence", "silence 4h") in ways
    assert ("done", "reply", "any text") in ways
    assert ("offered", "begin", "in_transit") in ways
    assert (
        'data-state="offered" data-kind="asks" data-words="Asks the customer" data-tone="" data-now="1"' in agent.page
    )


def test_a_state_shows_its_texts_and_their_cost(agent: Browser) -> None:
    """The words in each language, how many messages they take, and the line where they stand."""
    agent.get(VISIT)
    card = agent.page.split('id="state-offered"')[1].split("</article>")[0]
    assert "reply 1 to choose a time" in card
    assert "1 SMS" in card
    assert "demo/visit.yaml:6" in card
    line = next(i for i, text in enumerate(FLOW.splitlines(), 1) if text.startswith("  menu:"))
    assert f"demo/visit.yaml:{line}" in card


def test_a_fault_of_meaning_is_red_in_the_graph_and_at_its_line(desk: Desk, agent: Browser) -> None:
    """The graph draws a flow that cannot be compiled: the state that is not there, and the way into it."""
    desk.write(LOST)
    agent.get(VISIT)
    assert re.search(r'data-state="dnoe" data-kind="missing"', agent.page)
    assert re.search(r'data-to="dnoe" data-kind="reply" data-label="any text"[^>]* data-faulty', agent.page)
    assert re.search(r'data-state="when"[^>]*data-tone="error"', agent.page)
    agent.get(f"{VISIT}?tab=yaml")
    line = next(i for i, text in enumerate(LOST.splitlines(), 1) if "dnoe" in text)
    [item] = re.findall(rf'<li id="demo-visit.yaml-{line}"(.*?)</li>', agent.page, re.DOTALL)
    assert "line-error" in item
    assert "Did you mean" in item


def test_a_fault_of_shape_leaves_the_published_graph(desk: Desk, agent: Browser) -> None:
    """What cannot be read is not drawn: the published version is, and says so; the YAML shows the fault."""
    desk.write(MISSPELT)
    agent.get(VISIT)
    assert "What is drawn here: the published version" in agent.words
    assert 'data-state="offered"' in agent.page
    agent.get(f"{VISIT}?tab=yaml")
    assert "&#39;sya&#39; is no key here. Did you mean &#39;say&#39;?" in agent.page


def test_no_yaml_at_all(desk: Desk, agent: Browser) -> None:
    """A file that is no YAML is shown with its fault at its line."""
    desk.write("flow: [visit\n\tx: 1")
    assert agent.get(f"{VISIT}?tab=yaml").status_code == 200
    assert "demo/visit.yaml:2:1" in agent.words
    assert agent.get(VISIT).status_code == 200
    assert agent.get(f"{VISIT}?tab=versions").status_code == 200


def test_a_flow_without_a_file_is_written_out(desk: Desk, agent: Browser) -> None:
    """The published version as YAML; every tab still opens."""
    (desk.folder / "demo" / "visit.yaml").unlink()
    agent.get(f"{VISIT}?tab=yaml")
    assert "There is no file for this flow any more" in agent.words
    assert "starts_on:" in agent.words
    for tab in TABS:
        assert agent.get(f"{VISIT}?tab={tab}").status_code == 200


def test_the_difference_of_two_versions(desk: Desk, agent: Browser) -> None:
    """File against published by default; any two by choice; in words that an author writes."""
    desk.publish(RENAMED)
    desk.write(OTHER)
    agent.get(f"{VISIT}?tab=versions")
    removed = re.findall(
        r'diff-removed">.*?</span>\s*([^<]+?)\s*<', agent.page.replace('<span class="hidden">removed: </span>', "")
    )
    assert "&#39;2&#39;: dropped" in removed
    old, new = (row[:8] for row in _published(desk))
    agent.get(f"{VISIT}?tab=versions&old={old}&new={new}")
    assert re.search(r"diff-added.*asked:", agent.page)
    assert re.search(r"diff-removed.*offered:", agent.page)
    agent.get(f"{VISIT}?tab=versions&old={old}&new={old}")
    assert "They are the same." in agent.words
    assert agent.get(f"{VISIT}?tab=versions&old={old}&new=ffffffffff").status_code == 404
    assert agent.get(f"{VISIT}?tab=versions&old=a&new={new}").status_code == 404


def _published(desk: Desk) -> list[str]:
    from bot.store import tables

    return [row.hash for row in desk.world.rows(tables.publications, tables.publications.c.flow == "visit")]


def test_who_is_still_on_which_version(desk: Desk, agent: Browser) -> None:
    """Each publication with its time and publisher, and how many are in each state of it."""
    desk.begin(1)
    desk.begin(2)
    desk.publish(RENAMED)
    desk.begin(3)
    agent.get(f"{VISIT}?tab=versions")
    assert "Still in it: offered 2" in agent.words
    assert "Still in it: asked 1" in agent.words
    assert "command line" in agent.words


TRANSCRIPT = """
flow: visit
carrier: demo
given:
  now: 2026-11-23 12:00
  customer: {phone: "+8613800138000", locale: en}
  shipment: {tracking_no: FY1234568896}
cases:
  - name: a time is chosen
    steps:
      - event: in_transit
      - bot: reply 1 to choose a time
      - customer: "1"
      - bot: When shall we come?
      - customer: tomorrow
      - bot: WORDS
      - state: done
"""


@pytest.mark.parametrize(("words", "passed"), [("Thank you", True), ("Good bye", False)])
def test_transcripts_are_run_on_demand(desk: Desk, agent: Browser, words: str, passed: bool) -> None:
    """The dialogue as it went, what failed and why, and which ways nobody took."""
    tests = desk.folder / "demo" / "tests"
    tests.mkdir()
    (tests / "visit.yaml").write_text(TRANSCRIPT.replace("WORDS", words))
    agent.get(f"{VISIT}?tab=transcripts")
    assert "demo/tests/visit.yaml" in agent.words
    assert agent.post(f"{VISIT}/transcripts").status_code == 200
    assert ("1 passed" in agent.words, "1 failed" in agent.words) == (passed, not passed)
    assert "When shall we come?" in agent.words
    assert "Ways that no transcript takes" in agent.words
    assert ("expected a text with" in agent.words) is not passed


def test_several_failures_stand_one_after_the_other(desk: Desk, agent: Browser) -> None:
    """Each with its dialogue, before those that passed."""
    tests = desk.folder / "demo" / "tests"
    tests.mkdir()
    text = TRANSCRIPT.replace("WORDS", "Good bye")
    (tests / "visit.yaml").write_text(text + text[text.index("  - name:") :].replace("a time is chosen", "once more"))
    agent.get(f"{VISIT}?tab=transcripts")
    assert agent.post(f"{VISIT}/transcripts").status_code == 200
    assert "2 failed" in agent.words
    assert agent.words.index("a time is chosen") < agent.words.index("once more")


def test_transcripts_of_faulty_files_do_not_run(desk: Desk, agent: Browser) -> None:
    """409 with a sentence, not a fault of ours."""
    desk.write(LOST)
    agent.get(f"{VISIT}?tab=transcripts")
    answer = agent.post(f"{VISIT}/transcripts", _token=_token(agent))
    assert (answer.status_code, "mend them first" in agent.words) == (409, True)


def test_the_pages_speak_chinese(agent: Browser) -> None:
    """Chosen by the browser's language."""
    agent.get(VISIT, Accept_Language="zh-CN")
    assert "全部状态列表" in agent.words
    assert "4h未回复" in agent.words


def test_a_folder_that_is_gone_is_said(desk: Desk, agent: Browser) -> None:
    """Nothing can be edited then, and what is published is still shown."""
    settings = replace(desk.world.parts.settings, flows_dir=desk.folder / "gone")
    desk.world.parts = replace(desk.world.parts, settings=settings)
    browser = Browser(desk.world)
    browser.sign_in("Lin", to="/flows")
    assert browser.get("/flows").status_code == 200
    assert "There is no such folder" in browser.words
    assert browser.get(VISIT).status_code == 200


def test_no_dialogue_begins_when_the_time_is_up(desk: Desk, agent: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also within one file: what was left is counted."""
    tests = desk.folder / "demo" / "tests"
    tests.mkdir()
    (tests / "visit.yaml").write_text(TRANSCRIPT.replace("WORDS", "Thank you"))
    monkeypatch.setattr("bot.web.flows.trying.MOST_SECONDS", -1.0)
    agent.get(f"{VISIT}?tab=transcripts")
    agent.post(f"{VISIT}/transcripts")
    assert "The time was up: 1 dialogues were not run." in agent.words


def test_the_phone_is_there_as_soon_as_a_carrier_has_its_channel(desk: Desk, agent: Browser) -> None:
    """A simulator channel that is published while the program runs needs no restart."""
    channels = desk.world.parts.channels
    assert isinstance(channels, dict)
    channels.clear()
    assert agent.get("/simulator").status_code == 404
    channels["demo", "simulator"] = Simulator()
    assert agent.get("/simulator").status_code != 404
