"""One attempt to send, against a real server that takes, refuses, hides and drops: what we then know must be true."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.channels import twilio_http
from bot.channels.base import Outcome
from bot.channels.twilio import Twilio
from tests.support.services import free_port
from tests.support.twilio_standin import StandIn, twilio_standin, twilio_standin_process

DEEDS = {
    # what the provider does: (rule, outcome, whether it really has the text)
    "accepts": ({"do": "accept"}, Outcome.ACCEPTED, True),
    "refuses": ({"do": "error", "status": 400, "code": 21211}, Outcome.REFUSED, False),
    "refuses with a code that we do not know": ({"do": "error", "status": 400, "code": 29999}, Outcome.REFUSED, False),
    "does not know the token": ({"do": "error", "status": 401, "code": 20003}, Outcome.NOT_REACHED, False),
    "has too much to do": ({"do": "rate_limit", "retry_after": "3"}, Outcome.NOT_REACHED, False),
    "fails before acceptance": ({"do": "500_before"}, Outcome.UNCERTAIN, False),
    "fails after acceptance": ({"do": "500_after"}, Outcome.UNCERTAIN, True),
    "is not available": ({"do": "error", "status": 503, "code": 20503}, Outcome.UNCERTAIN, False),
    "gave up reading the request": ({"do": "error", "status": 408, "code": 20408}, Outcome.UNCERTAIN, False),
    "closes before acceptance": ({"do": "drop_before"}, Outcome.UNCERTAIN, False),
    "closes after acceptance": ({"do": "drop_after"}, Outcome.UNCERTAIN, True),
    "resets before acceptance": ({"do": "reset_before"}, Outcome.UNCERTAIN, False),
    "resets after acceptance": ({"do": "reset_after"}, Outcome.UNCERTAIN, True),
    "hangs before acceptance": ({"do": "hang_before", "latency": 2}, Outcome.UNCERTAIN, False),
    "hangs after acceptance": ({"do": "hang_after", "latency": 2}, Outcome.UNCERTAIN, True),
    "answers in no language": ({"do": "garbled"}, Outcome.UNCERTAIN, True),
    "a proxy in between refuses": ({"do": "not_twilio", "status": 403}, Outcome.NOT_REACHED, False),
    "a proxy in between fails": ({"do": "not_twilio", "status": 502}, Outcome.UNCERTAIN, False),
    "redirects": ({"do": "not_twilio", "status": 302}, Outcome.NOT_REACHED, False),
}


@pytest.mark.parametrize(("rule", "outcome", "has_it"), DEEDS.values(), ids=DEEDS.keys())
def test_outcomes(rule, outcome: Outcome, has_it: bool, channel: Twilio, standin: StandIn, text) -> None:
    """Each behaviour has its outcome, and a definite outcome agrees with what the provider really has."""
    if rule["do"].startswith("hang"):
        channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url, read_timeout=0.5)
    outgoing = text()
    channel.send(text())  # a connection is open and pooled, as in the middle of a day
    standin.rule(to=outgoing.recipient, **rule)
    result = channel.send(outgoing)
    assert result.outcome is outcome
    assert bool(standin.messages(to=outgoing.recipient)) is has_it
    if outcome is not Outcome.ACCEPTED:
        assert result.provider_id is None
        assert result.error
        assert outgoing.recipient not in result.error
        assert outgoing.text not in result.error


def test_what_is_asked_for(channel: Twilio, standin: StandIn, text) -> None:
    """The request carries recipient, text, sender, callback, validity and attempt, and nothing that schedules."""
    outgoing = text(status_callback="https://a.example/status/1.3.abc", useful_for=600, attempt=3)
    result = channel.send(outgoing)
    [message] = standin.messages(to=outgoing.recipient)
    assert (result.provider_id, result.status) == (message["sid"], "queued")
    assert message["form"] == {
        "To": outgoing.recipient,
        "From": standin.number,
        "Body": outgoing.text,
        "StatusCallback": "https://a.example/status/1.3.abc",
        "ValidityPeriod": "600",
        "Attempt": "3",
        "SmartEncoded": "false",
    }


@pytest.mark.parametrize(
    ("useful_for", "sent"), [(None, None), (-5, "1"), (0, "1"), (1, "1"), (36_000, "36000"), (90_000, "36000")]
)
def test_validity_bounds(useful_for: int | None, sent: str | None, channel: Twilio, standin: StandIn, text) -> None:
    """Usefulness is cut to what Twilio accepts; none leaves it to Twilio."""
    outgoing = text(useful_for=useful_for)
    assert channel.send(outgoing).outcome is Outcome.ACCEPTED
    assert standin.messages(to=outgoing.recipient)[0]["form"].get("ValidityPeriod") == sent


def test_senders(standin: StandIn, text) -> None:
    """A service's SID goes as such, and a number of its pool stays within the service."""
    service, number = standin.service_sid, standin.number
    channel = Twilio(standin.account_sid, standin.auth_token, service, standin.url)
    for sender, expected in (
        ("", {"MessagingServiceSid": service}),
        (service, {"MessagingServiceSid": service}),
        (number, {"MessagingServiceSid": service, "From": number}),
    ):
        outgoing = text(sender=sender)
        assert channel.send(outgoing).status == "accepted"
        form = standin.messages(to=outgoing.recipient)[0]["form"]
        assert {k: v for k, v in form.items() if k in ("MessagingServiceSid", "From")} == expected


@pytest.mark.parametrize(
    ("to", "code", "invalid", "suppress"),
    [
        ("+15005550001", "21211", True, False),
        ("+15005550002", "21612", False, False),
        ("+15005550003", "21408", False, False),
        ("+15005550004", "21610", False, True),
        ("+15005550009", "21614", True, False),
        ("not a number", "21211", True, False),
    ],
)
def test_magic_numbers(to: str, code: str, invalid: bool, suppress: bool, channel: Twilio, text) -> None:
    """Twilio's test numbers, which exist to be refused, say what they stand for."""
    result = channel.send(text(recipient=to))
    assert (result.outcome, result.error_code) == (Outcome.REFUSED, code)
    assert (result.invalid_number, result.suppress) == (invalid, suppress)


@pytest.mark.parametrize(
    ("header", "low", "high"),
    [("7", 7, 7), ("0", 0, 0), ("-1", 0, 0), ("1e999", 3600, 3600), ("nan", 0, 0), ("soon", None, None), ("", None, None),
     ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0), ("Fri, 21 Oct 2095 07:28:00 GMT", 3600, 3600)],
)  # fmt: skip
def test_retry_after(
    header: str, low: float | None, high: float | None, channel: Twilio, standin: StandIn, text
) -> None:
    """A 429 may name seconds or a date; what cannot be read is left out, and nothing is longer than an hour."""
    outgoing = text()
    standin.rule("rate_limit", to=outgoing.recipient, retry_after=header)
    result = channel.send(outgoing)
    assert result.outcome is Outcome.NOT_REACHED
    assert result.error_code == "20429"
    if low is None:
        assert result.retry_after is None
    else:
        assert low <= result.retry_after <= high


@pytest.mark.parametrize("words", ["half a pair \ud83d", "\udfff"])
def test_a_text_that_is_no_text(words: str, channel: Twilio, standin: StandIn, text) -> None:
    """What cannot be put into a request is refused, not tried again for ever."""
    outgoing = text(text=words)
    assert channel.send(outgoing).outcome is Outcome.REFUSED
    assert standin.messages(to=outgoing.recipient) == []


# ── no connection ────────────────────────────────────────────────────────────────────────────────


def elsewhere(url: str, **timeouts: float) -> Twilio:
    return Twilio("AC" + "5" * 32, "token", "+15005550006", url, **timeouts)


def test_nobody_listens(text) -> None:
    """A refused connection is a definite no."""
    result = elsewhere(f"http://127.0.0.1:{free_port()}").send(text())
    assert result.outcome is Outcome.NOT_REACHED


def test_unknown_host(monkeypatch, text) -> None:
    """A name that does not resolve is a definite no."""

    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    assert elsewhere("http://twilio.example").send(text()).outcome is Outcome.NOT_REACHED


def test_connecting_takes_too_long(text) -> None:
    """A server whose queue of connections is full never answers the handshake: a definite no, after the time-out."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        crowd = [socket.socket() for _ in range(4)]
        for member in crowd:
            member.setblocking(False)
            member.connect_ex(full.getsockname())
        result = elsewhere(f"http://127.0.0.1:{full.getsockname()[1]}", connect_timeout=0.3, read_timeout=0.3).send(
            text()
        )
        for member in crowd:
            member.close()
    assert result.outcome is Outcome.NOT_REACHED
    assert "ConnectTimeout" in result.error


def test_no_tls_there(standin: StandIn, text) -> None:
    """A failed TLS handshake is a definite no: nothing of the text was in it."""
    result = elsewhere(f"https://127.0.0.1:{standin.port}", connect_timeout=1, read_timeout=1).send(text())
    assert result.outcome is Outcome.NOT_REACHED


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 503 No\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n", b""],
    ids=["refuses", "opens and closes", "closes"],
)
def test_behind_a_proxy_that_does_not_lead_there(answer: bytes, monkeypatch, text) -> None:
    """A proxy's CONNECT carries no text, so its failure is a definite no."""
    heard = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            heard.append(connection.recv(65536))
            connection.sendall(answer)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=serve, args=(listener,))
        server.start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{listener.getsockname()[1]}")
        result = elsewhere("https://twilio.example").send(text())
        server.join(10)
    assert heard[0].startswith(b"CONNECT twilio.example:443")
    assert result.outcome is Outcome.NOT_REACHED


def test_killed_between_two_texts(text) -> None:
    """A pooled connection whose server has died is noticed before anything is sent."""
    with twilio_standin_process() as standin:
        channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url)
        assert channel.send(text()).outcome is Outcome.ACCEPTED
        standin.process.kill()
        standin.process.wait()
        assert channel.send(text()).outcome is Outcome.NOT_REACHED


def test_refused_for_a_while(text) -> None:
    """While connections are refused nothing is accepted, and afterwards the same channel works again."""
    with twilio_standin() as standin:
        channel = Twilio(standin.account_sid, standin.auth_token, standin.number, standin.url)
        assert channel.send(text()).outcome is Outcome.ACCEPTED
        standin.refuse(0.5)
        outgoing = text()
        assert channel.send(outgoing).outcome is Outcome.NOT_REACHED
        standin_is_back(standin)
        assert standin.messages(to=outgoing.recipient) == []
        assert channel.send(outgoing).outcome is Outcome.ACCEPTED


def standin_is_back(standin: StandIn) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", standin.port)) == 0:
                return
        threading.Event().wait(0.02)
    raise AssertionError("the stand-in stayed away")


def test_a_stopped_process_does_not_post_late(channel: Twilio, standin: StandIn, text) -> None:
    """A request that has not left in its time is not sent at all, even over an open connection."""
    assert channel.send(text()).outcome is Outcome.ACCEPTED
    http_client = channel._client.http_client
    http_client._leaves_within = -1.0  # as if the process had been stopped between the call and the socket
    outgoing = text()
    result = channel.send(outgoing)
    assert result.outcome is Outcome.NOT_REACHED
    assert standin.messages(to=outgoing.recipient) == []


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch) -> Path:
    """A certificate for 127.0.0.1 that `requests` trusts."""
    path = tmp_path / "server.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path, "-out", tmp_path / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("no openssl command to make a certificate with")
    path.write_bytes(path.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "cert.pem"))
    return path


@pytest.mark.parametrize("rude", [True, False], ids=["cut without goodbye", "closed properly"])
def test_tls_cut_after_the_request(rude: bool, certificate: Path, text) -> None:
    """The same exception class as for a failed handshake, but the request had left: uncertain."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    heard = bytearray()

    def serve(listener: socket.socket) -> None:
        plain, _ = listener.accept()
        connection = context.wrap_socket(plain, server_side=True)
        while b"Body=" not in heard:
            heard.extend(connection.recv(65536))
        if rude:
            os.close(connection.detach())
        else:
            connection.settimeout(0.2)
            with contextlib.suppress(OSError):  # it waits for the client's goodbye
                connection.unwrap()
            connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=serve, args=(listener,))
        server.start()
        channel = elsewhere(f"https://127.0.0.1:{listener.getsockname()[1]}", connect_timeout=5, read_timeout=2)
        result = channel.send(text())
        server.join(10)
    assert b"Body=" in heard
    assert result.outcome is Outcome.UNCERTAIN


# ── many at once ─────────────────────────────────────────────────────────────────────────────────


def test_many_threads_share_a_channel(channel: Twilio, standin: StandIn, text) -> None:
    """Outcomes of threads that send at the same time do not mix, though half of them are dropped after acceptance."""
    standin.rule("drop_after", body="odd")
    attempts = [text(text=("odd" if n % 2 else "even"), ours=f"{n}.1") for n in range(300)]
    with ThreadPoolExecutor(64) as pool:
        results = list(pool.map(channel.send, attempts))
    kept = {message["to"]: message["sid"] for message in standin.messages()}
    assert len(standin.messages()) == len(kept)
    for outgoing, result in zip(attempts, results, strict=True):
        assert result.outcome is (Outcome.UNCERTAIN if outgoing.text == "odd" else Outcome.ACCEPTED)
        assert result.provider_id in (None, kept[outgoing.recipient])


def test_sixty_four_connections_are_kept(channel: Twilio, standin: StandIn, text) -> None:
    """Threads that send at once keep their connections for the next burst."""
    standin.settings(latency=0.1)
    with ThreadPoolExecutor(64) as pool:
        for _ in range(2):
            list(pool.map(channel.send, [text() for _ in range(64)]))
    pools = channel._client.http_client.session.get_adapter(standin.url).poolmanager.pools
    [pool_of_host] = [pools[key] for key in list(pools.keys())]
    assert pool_of_host.num_connections <= 64


@pytest.mark.parametrize(("kept_idle", "connections"), [(20.0, 1), (0.0, 3)])
def test_an_idle_connection_is_not_trusted(
    kept_idle: float, connections: int, channel: Twilio, standin, text, monkeypatch
) -> None:
    """A connection is used again while it is fresh, and replaced when it was idle for too long."""
    monkeypatch.setattr(twilio_http, "KEPT_IDLE", kept_idle)
    assert [channel.send(text()).outcome for _ in range(3)] == [Outcome.ACCEPTED] * 3
    assert len({request["peer"] for request in standin.requests()[-3:]}) == connections
