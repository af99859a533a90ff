"""The door of the console: cookies, throttling, forged forms, where one is led."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.store.staff import LIMITS, Staff
from tests.support.world import World
from tests.web.console.conftest import PASSWORD, Browser

COOKIE = "parceltalk"


def test_whoever_is_not_signed_in_is_led_to_the_form_and_back(world: World, lin: Staff) -> None:
    """A link to a case survives the log-in."""
    browser = Browser(world)
    first = browser.get("/console?view=mine")
    assert first.status_code == 303
    assert first.location == "/console/login?next=/console?view%3Dmine"
    browser.get(first.location)
    again = browser.post(first.location, name="Lin", password=PASSWORD)
    assert again.location == "/console?view=mine"
    assert browser.follow(again).status_code == 200


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_server(world: World, lin: Staff, target: str) -> None:
    """An address that is not a path of ours is ignored."""
    assert Browser(world).sign_in("Lin", to=target).location == "/console"


def test_the_cookie_is_for_the_server_only(world: World, lin: Staff) -> None:
    """HttpOnly and SameSite; with HTTPS also Secure and bound to the host."""
    cookie = _login_cookie(Browser(world).sign_in("Lin"))
    assert cookie.startswith("parceltalk=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    settings = replace(world.parts.settings, public_url="https://sms.example.com")
    world.parts = replace(world.parts, settings=settings)
    browser = Browser(world)
    page = browser.client.get("/console/login", base_url="https://sms.example.com")
    browser.page = page.text
    form = {"csrf_token": browser.token(), "name": "Lin", "password": PASSWORD}
    cookie = _login_cookie(browser.client.post("/console/login", data=form, base_url="https://sms.example.com"))
    assert cookie.startswith("__Host-parceltalk=")
    assert "Secure" in cookie
    assert "Path=/" in cookie


def _login_cookie(response) -> str:
    return next(
        value for value in response.headers.getlist("Set-Cookie") if "parceltalk=" in value and "page" not in value
    )


def test_signing_in_again_gives_a_new_session_and_ends_the_old_one(world: World, lin: Staff) -> None:
    """The token is rotated: one that leaked before is worth nothing after."""
    browser = Browser(world)
    browser.sign_in("Lin")
    old = browser.client.get_cookie(COOKIE)
    assert old is not None
    browser.get("/console")
    # A second log-in over the first, as a shared computer sees it.
    with browser.client.session_transaction() as session:
        session["csrf_token"] = "known"
    browser.client.delete_cookie(COOKIE)
    browser.client.set_cookie(COOKIE, old.value)
    assert browser.post("/console/login", name="Lin", password=PASSWORD).status_code == 303
    new = browser.client.get_cookie(COOKIE)
    assert new is not None
    assert new.value != old.value
    browser.client.set_cookie(COOKIE, old.value)
    assert browser.get("/console").status_code == 303


def test_signing_out_needs_the_form_and_ends_the_session(world: World, browser: Browser) -> None:
    """The cookie that was kept by somebody does not open the door any more."""
    kept = browser.client.get_cookie(COOKIE)
    assert kept is not None
    assert browser.post("/console/logout", _token="forged").status_code == 403
    assert browser.get("/console").status_code == 200
    assert browser.post("/console/logout").status_code == 303
    browser.client.set_cookie(COOKIE, kept.value)
    assert browser.get("/console").status_code == 303


def test_a_wrong_password_keeps_the_name_and_says_so(world: World, lin: Staff) -> None:
    """401, the sentence is tied to the field, the name stays typed, the password does not come back."""
    browser = Browser(world)
    answer = browser.sign_in("Lin", "not the password")
    assert answer.status_code == 401
    assert "do not belong together" in browser.words
    assert 'value="Lin"' in browser.page
    assert "not the password" not in browser.page


def test_guessing_is_answered_429_with_a_time(world: World, lin: Staff) -> None:
    """After the limit even the right password has to wait, and the page says how long."""
    browser = Browser(world)
    for _ in range(LIMITS["name_and_address"]):
        assert browser.sign_in("Lin", "guess guess guess").status_code == 401
    answer = browser.sign_in("Lin")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert "Try again in" in browser.words


@pytest.mark.parametrize("path", ["/console/login", "/simulator/reply", "/simulator/restart"])
def test_a_form_without_our_token_is_refused(world: World, lin: Staff, path: str) -> None:
    """No POST of a page works from elsewhere, logged in or not."""
    browser = Browser(world)
    browser.get("/console/login")
    assert browser.client.post(path, data={"name": "Lin", "password": PASSWORD, "text": "1"}).status_code == 403
    assert browser.post(path, _token="forged", name="Lin", password=PASSWORD, text="1").status_code == 403


def test_a_form_from_another_site_is_refused_even_with_the_token(world: World, lin: Staff) -> None:
    """Browsers say where a form comes from; we listen."""
    browser = Browser(world)
    browser.get("/console/login")
    form = {"csrf_token": browser.token(), "name": "Lin", "password": PASSWORD}
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert browser.client.post("/console/login", data=form, headers=headers).status_code == 403


def test_a_poll_without_a_session_is_answered_401(world: World) -> None:
    """The page itself then says that one was signed out; it is not led away from a half-written answer."""
    answer = Browser(world).get("/console/rows", HX_Request="true", X_Poll="1")
    assert answer.status_code == 401
    assert answer.data == b""
