"""The HTTP side of the stand-in: Twilio's routes, and our own under `/_`."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import struct
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from aiohttp import web

from tests.support.twilio_standin.account import Account, Callbacks, Message, Settings, new_sid
from tests.support.twilio_standin.rules import Rule, Rules, complaint
from tests.support.twilio_standin.webhooks import Webhooks

FOREVER = 3600.0


class Server:
    """One account behind one port of the loopback."""

    def __init__(self, settings: Settings, history: Path | None = None, port: int = 0) -> None:
        self.settings = settings
        self.account = Account(settings, history)
        self.rules = Rules(settings.seed)
        self.webhooks = Webhooks(self.account)
        self.requests: list[dict[str, Any]] = []
        self.port = port
        self._http: web.Server | None = None
        self._listener: asyncio.Server | None = None

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        self._http = self._http or web.Server(self._handle, access_log=None, keepalive_timeout=75)
        self._listener = await loop.create_server(self._http, "127.0.0.1", self.port, backlog=1024)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def close(self) -> None:
        await self.webhooks.close()
        if self._listener:
            self._listener.close()
        if self._http:
            await self._http.shutdown(0.2)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self.account.close()

    async def _refuse(self, seconds: float) -> None:
        """Nobody listens for so long, and open connections are cut."""
        assert self._listener is not None
        assert self._http is not None
        self._listener.close()
        for connection in list(self._http.connections):
            if connection.transport:
                connection.transport.abort()
        await asyncio.sleep(seconds)
        await self.open()

    # ── dispatch ─────────────────────────────────────────────────────────────────────────────────

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/_"):
            return await self._ours(request)
        peer = request.transport.get_extra_info("peername")[1] if request.transport else None
        record: dict[str, Any] = {"at": time.time(), "method": request.method, "path": request.path_qs}
        record |= {"peer": peer, "status": None}
        self.requests.append(record)
        if not self._authorised(request):
            answer = _error(401, 20003, "Authenticate")
        else:
            answer = await self._twilio(request, record)
        record["status"], record["seconds"] = answer.status, time.time() - record["at"]
        return answer

    def _authorised(self, request: web.BaseRequest) -> bool:
        pair = f"{self.settings.account_sid}:{self.settings.auth_token}".encode()
        return request.headers.get("Authorization") == "Basic " + base64.b64encode(pair).decode()

    async def _twilio(self, request: web.BaseRequest, record: dict[str, Any]) -> web.Response:
        base = f"/2010-04-01/Accounts/{self.settings.account_sid}/Messages"
        path = request.path
        if path == f"{base}.json":
            return await (self._create(request, record) if request.method == "POST" else self._list(request, record))
        if path.startswith(f"{base}/") and request.method == "GET":
            rule = self.rules.choose("media", "") if path.endswith("/Media.json") else Rule("accept")
            return await self._before(rule, request) or self._one(path.removeprefix(f"{base}/").removesuffix(".json"))
        if path.startswith(f"/v1/Services/{self.settings.service_sid}/"):
            return self._pool(path.rpartition("/")[2])
        return _error(404, 20404, f"The requested resource {path} was not found")

    # ── creating ─────────────────────────────────────────────────────────────────────────────────

    async def _create(self, request: web.BaseRequest, record: dict[str, Any]) -> web.Response:
        form = dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
        rule = self.rules.choose("create", form.get("To", ""), form.get("Body", ""))
        record |= {"form": form, "rule": rule.do}
        if early := await self._before(rule, request):
            return early
        if refusal := complaint(form, self.settings, self.account.opted_out):
            await asyncio.sleep(self.settings.latency)
            return _error(400, *refusal)
        message = self._accept(form)
        record["sid"] = message.sid
        answer = _json(message.resource(self.settings.account_sid), 201)
        plan = rule.callbacks or self.settings.callbacks
        if plan.first:
            await self.webhooks.report(message, plan)
        await asyncio.sleep(self._latency(rule) if not rule.do.startswith("hang") else 0)
        if not plan.first:
            self.webhooks.start(self.webhooks.report(message, plan))
        return await self._after(rule, request) or answer

    def _latency(self, rule: Rule) -> float:
        return self.settings.latency if rule.latency is None else rule.latency

    async def _before(self, rule: Rule, request: web.BaseRequest) -> web.Response | None:
        """The answer of a rule that accepts nothing."""
        if rule.do == "hang_before":
            await asyncio.sleep(FOREVER if rule.latency is None else rule.latency)
            return _cut(request)
        if rule.do in ("drop_before", "reset_before"):
            return _cut(request, reset=rule.do.startswith("reset"))
        errors = {
            "error": (rule.status, rule.code or 20001, "Programmed error"),
            "rate_limit": (429, 20429, "Too Many Requests"),
            "500_before": (500, 20500, "Internal server error"),
        }
        if rule.do in errors:
            await asyncio.sleep(self._latency(rule))
            return _error(*errors[rule.do], retry_after=rule.retry_after)
        if rule.do == "not_twilio":
            return web.Response(text="<html>blocked</html>", status=rule.status, content_type="text/html")
        return None

    async def _after(self, rule: Rule, request: web.BaseRequest) -> web.Response | None:
        """The answer of a rule that has accepted and hides it; None: answer as usual."""
        if rule.do == "hang_after":
            await asyncio.sleep(FOREVER if rule.latency is None else rule.latency)
            return _cut(request)
        if rule.do in ("drop_after", "reset_after"):
            return _cut(request, reset=rule.do.startswith("reset"))
        if rule.do == "500_after":
            return _error(500, 20500, "Internal server error")
        if rule.do == "garbled":
            return web.Response(text="<html>created?", status=201, content_type="application/json")
        return None

    def _accept(self, form: dict[str, str]) -> Message:
        service = form.get("MessagingServiceSid")
        return self.account.add(
            Message(
                sid=new_sid("SM"),
                to=form["To"],
                from_=form.get("From") or self.settings.number,
                body=form.get("Body", ""),
                direction="outbound-api",
                status="accepted" if service else "queued",
                created=time.time(),
                service_sid=service,
                form=form,
            )
        )

    # ── looking up ───────────────────────────────────────────────────────────────────────────────

    async def _list(self, request: web.BaseRequest, record: dict[str, Any]) -> web.Response:
        query = dict(parse_qsl(request.query_string, keep_blank_values=True))
        rule = self.rules.choose("list", query.get("To", ""))
        record |= {"form": query, "rule": rule.do}
        if early := await self._before(rule, request):
            return early
        rows = self.account.listed(query.get("To"), query.get("From"), time.time())
        for name, wanted in query.items():
            if name.startswith("DateSent"):
                rows = [m for m in rows if m.sent and _on_day(m.sent, name, wanted)]
        return _json(self._page(rows, query))

    def _page(self, rows: list[Message], query: dict[str, str]) -> dict[str, Any]:
        """One page. The token names the last text shown, so that new ones do not shift the pages."""
        size, number = min(int(query.get("PageSize", 50)), 1000), int(query.get("Page", 0))
        shown = query.get("PageToken", "").removeprefix("PA")
        start = next((i + 1 for i, m in enumerate(rows) if m.sid == shown), 0)
        page = rows[start : start + size]
        base = f"/2010-04-01/Accounts/{self.settings.account_sid}/Messages.json"
        filters = {k: v for k, v in query.items() if k not in ("Page", "PageToken")}
        more = start + size < len(rows)
        following = {**filters, "Page": number + 1, "PageToken": f"PA{page[-1].sid}" if page else ""}
        return {
            "end": start + max(len(page) - 1, 0),
            "first_page_uri": f"{base}?{urlencode({**filters, 'Page': 0})}",
            "messages": [m.resource(self.settings.account_sid) for m in page],
            "next_page_uri": f"{base}?{urlencode(following)}" if more else None,
            "page": number,
            "page_size": size,
            "previous_page_uri": None,
            "start": start,
            "uri": f"{base}?{urlencode(query)}",
        }

    def _one(self, rest: str) -> web.Response:
        sid, _, media = rest.partition("/")
        message = self.account.messages.get(sid)
        if message is None or media not in ("", "Media"):
            return _error(404, 20404, "The requested resource was not found")
        if not media:
            return _json(message.resource(self.settings.account_sid))
        base = f"/2010-04-01/Accounts/{self.settings.account_sid}/Messages/{sid}/Media"
        rows = [
            {
                "sid": m["sid"],
                "account_sid": self.settings.account_sid,
                "parent_sid": sid,
                "content_type": m.get("content_type", "image/jpeg"),
                "uri": f"{base}/{m['sid']}.json",
            }
            for m in message.media
        ]
        return _json({"media_list": rows, "page": 0, "page_size": 50, "next_page_uri": None, "uri": f"{base}.json"})

    def _pool(self, kind: str) -> web.Response:
        """The senders of the Messaging Service: one number, no short code."""
        key = {"PhoneNumbers": "phone_numbers", "ShortCodes": "short_codes"}[kind]
        rows = [{"sid": "PN" + "5" * 32, "phone_number": self.settings.number}] if kind == "PhoneNumbers" else []
        return _json({key: rows, "meta": {"key": key, "page": 0, "page_size": 50, "next_page_url": None}})

    # ── our own routes ───────────────────────────────────────────────────────────────────────────

    async def _ours(self, request: web.BaseRequest) -> web.Response:
        body = json.loads(await request.text() or "{}") if request.method == "POST" else {}
        match request.path:
            case "/_control":
                return self._control(body)
            case "/_inbound":
                return _json(await self.webhooks.inbound(body))
            case "/_messages":
                sid = self.settings.account_sid
                rows = [m.resource(sid) | {"at": m.created, "form": m.form} for m in self.account.messages.values()]
                return _json({"messages": rows, "opted_out": sorted(self.account.opted_out)})
            case "/_requests":
                return _json({"requests": self.requests})
            case "/_webhooks":
                return _json({"webhooks": self.webhooks.posted})
        return _error(404, 20404, request.path)

    def _control(self, body: dict[str, Any]) -> web.Response:
        try:
            self.settings.change(**body.get("settings", {}))
            rules = [Rule.of(row) for row in body.get("rules", [])]
        except (ValueError, TypeError) as error:
            return _json({"error": str(error)}, 400)
        if body.get("reset"):
            self.rules, self.settings.callbacks = Rules(self.settings.seed), Callbacks()
        self.rules.rows += rules
        if body.get("refuse"):
            loop = asyncio.get_running_loop()
            loop.call_later(0.02, lambda: self.webhooks.start(self._refuse(float(body["refuse"]))))
        return _json({"settings": asdict(self.settings), "rules": [asdict(r) for r in self.rules.rows]})


def _on_day(sent: float, name: str, wanted: str) -> bool:
    day, limit = time.strftime("%Y-%m-%d", time.gmtime(sent)), wanted[:10]
    return day >= limit if name.endswith(">") else day <= limit if name.endswith("<") else day == limit


def _json(value: Any, status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(value).encode(), status=status, content_type="application/json")


def _error(status: int, code: int, message: str, retry_after: str | None = None) -> web.Response:
    more = f"https://www.twilio.com/docs/errors/{code}"
    answer = _json({"code": code, "message": message, "more_info": more, "status": status}, status)
    if retry_after is not None:
        answer.headers["Retry-After"] = retry_after
    return answer


def _cut(request: web.BaseRequest, reset: bool = False) -> web.Response:
    """Ends the connection without an answer: closed, or reset."""
    transport = request.transport
    if transport:
        if reset:
            linger = struct.pack("ii", 1, 0)
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()
    return web.Response(status=499)
