"""The stand-in keeps Twilio's manners, so that what is tested against it means something."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from bot.channels.base import Outcome
from bot.channels.signature import valid
from bot.channels.twilio import Twilio, parse_inbound, parse_status
from bot.channels.twilio_http import HttpClient
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn, twilio_standin, twilio_standin_process

PHONE = "+14155550100"


class Server(ThreadingHTTPServer):
    request_queue_size = 64


class App:
    """The program's side of the webhooks: notes every request and answers as told."""

    def __init__(self) -> None:
        self.heard: list[dict[str, object]] = []
        self.answers: list[int] = []
        self.together: threading.Barrier | None = None
        app = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = parse_qs(body, keep_blank_values=True)
                app.heard.append({"at": time.time(), "path": self.path, "form": form, "headers": dict(self.headers)})
                if app.together:
                    app.together.wait(10)
                self.send_response(app.answers.pop(0) if app.answers else 200)
                self.send_header("Content-Length", "11")
                self.end_headers()
                self.wfile.write(b"<Response/>")

            def log_message(self, *_: object) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def signed(self, call: dict[str, object], token: str) -> bool:
        path, _, query = call["path"].partition("?")
        return valid(self.url, path, query, call["form"], call["headers"], [token])

    def statuses(self) -> list[str]:
        return [call["form"]["MessageStatus"][0] for call in self.heard]


@pytest.fixture
def app() -> Iterator[App]:
    app = App()
    yield app
    app.server.shutdown()
    app.server.server_close()


def flat(call: dict[str, object]) -> dict[str, str]:
    return {name: values[0] for name, values in call["form"].items()}


# ── the library talks to it ──────────────────────────────────────────────────────────────────────


def test_the_library_creates_fetches_and_lists(standin: StandIn, text) -> None:
    """Twilio's own client creates a text, fetches it, and finds it among several pages of a list."""
    client = Client(standin.account_sid, standin.auth_token, http_client=HttpClient(standin.url, 5, 5, 4))
    to = text().recipient
    sids = [client.messages.create(to=to, from_=standin.number, body=f"text {n}").sid for n in range(7)]
    assert all(len(sid) == 34 and sid.startswith("SM") for sid in sids)
    message = client.messages(sids[3]).fetch()
    assert (message.body, message.num_segments, message.direction) == ("text 3", "1", "outbound-api")
    assert [m.sid for m in client.messages.list(to=to, page_size=3)] == sids[::-1]


def test_it_asks_for_credentials(standin: StandIn, text) -> None:
    """A wrong token is refused as Twilio refuses it."""
    client = Client(standin.account_sid, "wrong", http_client=HttpClient(standin.url, 5, 5, 4))
    with pytest.raises(TwilioRestException) as refusal:
        client.messages.create(to=text().recipient, from_=standin.number, body="x")
    assert (refusal.value.status, refusal.value.code) == (401, 20003)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"body": "x" * 1601}, 21617),
        ({"body": ""}, 21602),
        ({"from_": "+15559990000"}, 21606),
        ({"to": "555"}, 21211),
        ({"from_": "+15005550001"}, 21212),
        ({"from_": "+15005550008"}, 21611),
        ({"validity_period": 36001}, 21624),
    ],
)
def test_it_checks_what_twilio_checks(form: dict[str, object], code: int, standin: StandIn, text) -> None:
    """Forms that Twilio refuses are refused with its code, and kept nowhere."""
    client = Client(standin.account_sid, standin.auth_token, http_client=HttpClient(standin.url, 5, 5, 4))
    form = {"to": text().recipient, "from_": standin.number, "body": "x"} | form
    with pytest.raises(TwilioRestException) as refusal:
        client.messages.create(**form)
    assert (refusal.value.status, refusal.value.code) == (400, code)
    assert standin.messages(to=form["to"]) == []


@pytest.mark.parametrize(
    ("words", "segments"),
    [
        ("a" * 160, "1"),
        ("a" * 161, "2"),
        ("a" * 306, "2"),
        ("a" * 307, "3"),
        ("件" * 70, "1"),
        ("件" * 71, "2"),
        ("[" * 81, "2"),
    ],
)
def test_it_counts_segments(words: str, segments: str, channel: Twilio, standin: StandIn, text) -> None:
    """160/153 septets or 70/67 units a segment."""
    outgoing = text(text=words)
    channel.send(outgoing)
    assert standin.messages(to=outgoing.recipient)[0]["num_segments"] == segments


# ── status callbacks ─────────────────────────────────────────────────────────────────────────────


def reports(app: App, standin: StandIn, channel: Twilio, text, count: int, **plan: object) -> dict[str, object]:
    standin.settings(callbacks={"statuses": ["sending", "sent", "delivered"], **plan})
    outgoing = text(status_callback=f"{app.url}/status/7.1.abc?x=1")
    result = channel.send(outgoing)
    end = time.monotonic() + 10
    while len(app.heard) < count:
        assert time.monotonic() < end
        time.sleep(0.01)
    return {"outgoing": outgoing, "result": result}


def test_callbacks_are_signed_over_the_url_that_was_given(app: App, standin: StandIn, channel: Twilio, text) -> None:
    """Each status is posted once, in order, to the very URL, with a signature that our validator accepts."""
    sent = reports(app, standin, channel, text, 3)
    assert app.statuses() == ["sending", "sent", "delivered"]
    for call in app.heard:
        assert call["path"] == "/status/7.1.abc?x=1"
        assert app.signed(call, standin.auth_token)
        assert not app.signed(call, "another token")
        report = parse_status("demo", flat(call), "7.1")
        assert report.provider_id == sent["result"].provider_id
    assert standin.messages(to=sent["outgoing"].recipient)[0]["status"] == "delivered"


def test_callbacks_reversed_and_doubled(app: App, standin: StandIn, channel: Twilio, text) -> None:
    """On request the order is turned round and every callback comes twice."""
    reports(app, standin, channel, text, 6, order="reversed", copies=2)
    assert app.statuses() == ["delivered", "delivered", "sent", "sent", "sending", "sending"]


def test_callbacks_before_the_answer(app: App, standin: StandIn, channel: Twilio, text) -> None:
    """On request all callbacks arrive before the create is answered."""
    reports(app, standin, channel, text, 3, first=True)
    assert app.statuses()[-1] == "delivered"
    [request] = [r for r in standin.requests()[-1:] if r["method"] == "POST"]
    assert max(call["at"] for call in app.heard) < request["at"] + request["seconds"]


def test_callbacks_although_the_answer_was_dropped(app: App, standin: StandIn, channel: Twilio, text) -> None:
    """What was accepted is reported, also when its answer never arrived."""
    standin.rule("drop_after", times=1)
    assert reports(app, standin, channel, text, 3)["result"].outcome is Outcome.UNCERTAIN


def test_a_failed_delivery_has_its_code(app: App, standin: StandIn, channel: Twilio, text) -> None:
    """An error code goes with the status that failed, and with no other."""
    reports(app, standin, channel, text, 2, statuses=["sent", "undelivered"], error_code="30003")
    assert [flat(call).get("ErrorCode") for call in app.heard] == [None, "30003"]


# ── the phone ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("algorithm", ["HMAC_SHA1", "HMAC_SHA256"])
def test_the_phone_texts(algorithm: str, app: App, standin: StandIn) -> None:
    """A text from the phone is posted signed, with pictures and any field asked for, and listed."""
    standin.settings(inbound_url=f"{app.url}/webhooks/demo/twilio/inbound")
    sent = standin.inbound(
        PHONE, "选2 😀", media=[{"content_type": "image/png"}], fields={"NewField": ""}, algorithm=algorithm
    )
    assert [(d["status"], d["body"], d["attempts"]) for d in sent["deliveries"]] == [(200, "<Response/>", 1)]
    [call] = app.heard
    assert app.signed(call, standin.auth_token)
    inbound = parse_inbound("demo", flat(call), None)
    assert (inbound.provider_id, inbound.sender, inbound.text) == (sent["sid"], PHONE, "选2 😀")
    assert [m.content_type for m in inbound.media] == ["image/png"]
    assert inbound.extra["NewField"] == ""
    assert sent["sid"] in [m["sid"] for m in standin.messages(direction="inbound")]


def test_a_forged_text(app: App, standin: StandIn) -> None:
    """On request it signs with a token that is not the account's."""
    standin.inbound(PHONE, "1", url=app.url + "/in", token="stolen")
    assert not app.signed(app.heard[0], standin.auth_token)


def test_the_same_text_ten_times_at_once(app: App, standin: StandIn) -> None:
    """Copies carry one id and are posted at the same time: none is answered before the last has come."""
    app.together = threading.Barrier(10)
    sent = standin.inbound(PHONE, "1", url=app.url + "/in", copies=10)
    assert len(sent["deliveries"]) == len(app.heard) == 10
    assert {flat(call)["MessageSid"] for call in app.heard} == {sent["sid"]}
    assert [d["status"] for d in sent["deliveries"]] == [200] * 10


RETRIES = {
    # label: (fragment, answers of the program, tries)
    "an error is not tried again": ("", [500, 500], 1),
    "unless asked for": ("#rp=5xx", [500, 200], 2),
    "as often as asked for": ("#rp=all&rc=3", [500, 503, 500, 500], 4),
    "a refusal neither": ("", [403], 1),
    "only what was asked for": ("#rp=5xx&rc=3", [404], 1),
}


@pytest.mark.parametrize(("fragment", "answers", "tries"), RETRIES.values(), ids=RETRIES.keys())
def test_retries(fragment: str, answers: list[int], tries: int, app: App, standin: StandIn) -> None:
    """Webhooks are tried again as the URL's fragment says, which is not sent and not signed."""
    app.answers = answers
    [delivery] = standin.inbound(PHONE, "1", url=f"{app.url}/in{fragment}")["deliveries"]
    assert delivery["attempts"] == tries == len(app.heard)
    assert all(call["path"] == "/in" and app.signed(call, standin.auth_token) for call in app.heard)
    assert len({call["headers"]["I-Twilio-Idempotency-Token"] for call in app.heard}) == 1


def test_nobody_home(standin: StandIn) -> None:
    """A connection that fails is tried once more, and the text stays in the list."""
    sent = standin.inbound(PHONE, "1", url=f"http://127.0.0.1:{free_port()}/in")
    assert [(d["status"], d["attempts"]) for d in sent["deliveries"]] == [(None, 2)]
    assert sent["sid"] in [m["sid"] for m in standin.messages(direction="inbound")]


@pytest.mark.parametrize(("mode", "kind"), [("default", None), ("advanced", "STOP")])
def test_twilio_s_own_opt_out(mode: str, kind: str | None, app: App, channel: Twilio, standin: StandIn, text) -> None:
    """STOP is answered by Twilio itself, forwarded, and what follows is refused until START."""
    standin.settings(auto_opt_out=mode, inbound_url=f"{app.url}/in")
    phone = text().recipient
    standin.inbound(phone, " stop ")
    assert flat(app.heard[0]).get("OptOutType") == kind
    assert len(standin.messages(to=phone, direction="outbound-reply")) == 1
    refused = channel.send(text(recipient=phone))
    assert (refused.outcome, refused.error_code, refused.suppress) == (Outcome.REFUSED, "21610", True)
    standin.inbound(phone, "STOP sending it to the office")
    standin.inbound(phone, "START")
    assert channel.send(text(recipient=phone)).outcome is Outcome.ACCEPTED


# ── the programme ────────────────────────────────────────────────────────────────────────────────


def test_rules_count_and_end(channel: Twilio, text) -> None:
    """Rules apply to the nth text, to every nth, so many times, or by words."""
    with twilio_standin() as standin:
        channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url)
        standin.rule("error", nth=2, code=21211)
        standin.rule("rate_limit", every=4)
        standin.rule("500_before", body="fail", times=1)
        codes = [channel.send(text(text=words)).error_code for words in ("a", "b", "fail", "d", "fail", "f", "g", "h")]
        assert codes == [None, "21211", "20500", "20429", None, None, None, "20429"]


def test_dice_are_repeatable(text) -> None:
    """The same seed drops the same texts."""

    def run() -> list[str]:
        with twilio_standin(seed=7) as standin:
            channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url)
            standin.rule("500_before", chance=0.5)
            return [str(channel.send(text()).outcome) for _ in range(20)]

    first = run()
    assert first == run()
    assert len(set(first)) == 2


@pytest.mark.parametrize(
    "body", [{"settings": {"latenzy": 1}}, {"rules": [{"do": "explode"}]}, {"rules": [{"do": "accept", "too": 1}]}]
)
def test_a_wrong_programme_is_an_error(body: dict[str, object], standin: StandIn) -> None:
    """A misspelt setting, deed or condition is not silently nothing."""
    with pytest.raises(ValueError, match="unknown"):
        standin._control(body)


def test_latency(channel: Twilio, standin: StandIn, text) -> None:
    """Answers take the time asked for."""
    standin.settings(latency=0.15)
    channel.send(text())
    assert standin.requests()[-1]["seconds"] >= 0.15


def test_it_survives_its_own_death(tmp_path: Path, text) -> None:
    """With a history file a killed stand-in comes back on the same port with every text, status and opt-out."""
    history = tmp_path / "history.jsonl"
    with twilio_standin_process(history=history, auto_opt_out="default") as standin:
        channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url)
        outgoing = text()
        sid = channel.send(outgoing).provider_id
        standin.inbound(PHONE, "STOP")
        standin.wait(lambda s: s.messages(to=outgoing.recipient)[0]["status"] == "delivered")
        before = standin.messages(direction=None)
        standin.process.send_signal(signal.SIGKILL)
        standin.process.wait()
        port = standin.port
    with twilio_standin_process(history=history, port=port) as standin:
        assert standin.port == port
        assert standin.messages(direction=None) == before
        assert [m["sid"] for m in standin.messages(to=outgoing.recipient)] == [sid]
        assert channel.send(text(recipient=PHONE)).error_code == "21610"


def test_by_hand() -> None:
    """`python -m tests.support.twilio_standin` prints its port as JSON and ends on SIGTERM."""
    command = [sys.executable, "-m", "tests.support.twilio_standin", "--port", "0", "--latency", "0.1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        line = json.loads(process.stdout.readline())
        assert urlsplit(line["url"]).port == line["port"]
        process.terminate()
        assert process.wait(10) == 0
