"""Who may call our webhooks: requests that Twilio signed over the public URL and every field."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from werkzeug.datastructures import Headers, MultiDict

from bot.channels.signature import valid

TOKEN = "12345"
FORM = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+14158675309",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
}
PUBLISHED = "RSOYDt4T1cUTdK1PDd93/VVr8B8="
"""Twilio's published vector: https://mycompany.com/myapp.php?foo=1&bar=2, FORM and TOKEN (docs: security, validating requests)."""


def signed(url: str, form: list[tuple[str, str]], token: str = TOKEN, digest: str = "sha1") -> str:
    """The rule as documented, written down a second time: URL, then each name and value in order of name and value."""
    text = url + "".join(name + value for name, value in sorted(set(form)))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), digest).digest()).decode()


def ask(
    url: str = "https://mycompany.com",
    path: str = "/myapp.php",
    query: str = "foo=1&bar=2",
    form: object = None,
    signature: str | None = PUBLISHED,
    tokens: object = (TOKEN,),
    settings: str | None = None,
) -> bool:
    headers = Headers()
    if signature is not None:
        headers["X-Twilio-Signature"] = signature
    if settings is not None:
        headers["X-Twilio-Webhooks-Signature-Settings"] = settings
    return valid(url, path, query, MultiDict(FORM if form is None else form), headers, tokens)


def test_the_published_vector() -> None:
    """Twilio's own example passes."""
    assert ask()


BAD = {
    "no signature": {"signature": None},
    "empty signature": {"signature": ""},
    "another signature": {"signature": "RSOYDt4T1cUTdK1PDd93/VVr8B9="},
    "a prefix of it": {"signature": PUBLISHED[:-2]},
    "in lower case": {"signature": PUBLISHED.lower()},
    "not ASCII": {"signature": "RSOYDt4T1cUTdK1PDd93/VVr8Bé="},
    "another token": {"tokens": ("54321",)},
    "no token": {"tokens": ()},
    "another path": {"path": "/myapp.php/"},
    "path in another case": {"path": "/MyApp.php"},
    "no query": {"query": ""},
    "query in another order": {"query": "bar=2&foo=1"},
    "query encoded otherwise": {"query": "foo=%31&bar=2"},
    "http": {"url": "http://mycompany.com"},
    "another host": {"url": "https://mycompany.com.evil.example"},
    "a field changed": {"form": {**FORM, "Digits": "1235"}},
    "a field added": {"form": {**FORM, "Body": "1"}},
    "a field missing": {"form": {k: v for k, v in FORM.items() if k != "Digits"}},
    "a second value": {"form": [*FORM.items(), ("Digits", "9")]},
    "no fields": {"form": {}},
    "SHA-256 claimed for a SHA-1 signature": {"settings": "key=k,algorithm=HMAC_SHA256"},
    "an algorithm that does not exist": {"settings": "key=k,algorithm=NONE"},
    "a lone surrogate in a field": {"form": {**FORM, "Body": "\ud800"}},
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_what_is_refused(case: dict[str, object]) -> None:
    """Anything that Twilio did not sign exactly so is refused, without an error."""
    assert ask(**case) is False


def test_an_empty_token_opens_nothing() -> None:
    """A token that is not set must not accept what anybody can sign with it."""
    url = "https://mycompany.com/in"
    forged = signed(url, list(FORM.items()), token="")
    assert ask(path="/in", query="", signature=forged, tokens=("",)) is False


@pytest.mark.parametrize("tokens", [("new", TOKEN), (TOKEN, "new"), ("", TOKEN)])
def test_two_tokens_while_they_are_rotated(tokens: tuple[str, ...]) -> None:
    """Either of two tokens is enough, wherever it stands."""
    assert ask(tokens=tokens)


def test_sha256_with_its_header() -> None:
    """The newer setting signs with SHA-256 and says so in a header, whose parts come in any order."""
    signature = signed("https://mycompany.com/in", list(FORM.items()), digest="sha256")
    assert len(base64.b64decode(signature)) == hashlib.sha256().digest_size
    for settings in (
        "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256",
        "algorithm=HMAC_SHA256",
        "algorithm=hmac_sha256, key=k",
    ):
        assert ask(path="/in", query="", signature=signature, settings=settings)
    assert ask(path="/in", query="", signature=signature) is False


URLS = {
    # label: (public URL, path, what Twilio signed)
    "plain": ("https://a.example", "/in", "https://a.example/in"),
    "trailing slash in the setting": ("https://a.example/", "/in", "https://a.example/in"),
    "trailing slash in the path": ("https://a.example", "/in/", "https://a.example/in/"),
    "path prefix": ("https://a.example/sms", "/in", "https://a.example/sms/in"),
    "fragment with connection overrides": ("https://a.example#rc=5&rp=all", "/in", "https://a.example/in"),
    "signed with the default port": ("https://a.example", "/in", "https://a.example:443/in"),
    "http with the default port": ("http://a.example", "/in", "http://a.example:80/in"),
    "port in both": ("https://a.example:8443", "/in", "https://a.example:8443/in"),
    "port only in the setting": ("https://a.example:8443", "/in", "https://a.example/in"),
    "user and port, signed without the port": ("https://u:p@a.example:8443", "/in", "https://u:p@a.example/in"),
    "IPv6 with a port, signed without": ("https://[2001:db8::1]:8443", "/in", "https://[2001:db8::1]/in"),
    "IPv6, signed with the default port": ("https://[2001:db8::1]", "/in", "https://[2001:db8::1]:443/in"),
    "percent encoding kept": ("https://a.example", "/in/%E9%A1%BA", "https://a.example/in/%E9%A1%BA"),
}


@pytest.mark.parametrize(("public", "path", "url"), URLS.values(), ids=URLS.keys())
def test_the_url_that_counts(public: str, path: str, url: str) -> None:
    """The configured public URL with the raw path decides, with and without its port."""
    assert ask(url=public, path=path, query="", signature=signed(url, list(FORM.items())))


def test_host_is_not_asked() -> None:
    """Headers that a caller chooses do not change the URL that is checked."""
    headers = Headers({"X-Twilio-Signature": signed("https://evil.example/in", [("A", "1")]), "Host": "evil.example"})
    headers["X-Forwarded-Host"] = "evil.example"
    assert valid("https://a.example", "/in", "", MultiDict({"A": "1"}), headers, [TOKEN]) is False


FORMS = {
    "empty body": [("Body", ""), ("From", "+15550001111")],
    "Chinese and emoji": [("Body", "选2吧，谢谢 1️⃣😀"), ("From", "+8613800138000")],
    "NUL, newline, plus, percent": [("Body", "a\x00b\r\n+ %2B & ="), ("From", "+1")],
    "a field twice": [("Body", "1"), ("MediaUrl", "b"), ("MediaUrl", "a")],
    "the same value twice": [("Body", "1"), ("Body", "1")],
    "names that differ in case": [("body", "2"), ("Body", "1")],
    "no field at all": [],
    "1,600 characters": [("Body", "选" * 1600)],
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_any_form(form: list[tuple[str, str]]) -> None:
    """Every received value counts, as a multi-dict or as lists; doubled ones as Twilio's library does it."""
    signature = signed("https://a.example/in", form)
    assert ask(url="https://a.example", path="/in", query="", form=form, signature=signature)
    lists = MultiDict(form).to_dict(flat=False)
    assert valid("https://a.example", "/in", "", lists, {"X-Twilio-Signature": signature}, [TOKEN])
