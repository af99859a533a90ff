"""What the stand-in posts to the program: status callbacks and the phone's texts, signed and retried as Twilio does."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any
from urllib.parse import parse_qsl, urlencode

import aiohttp
from twilio.request_validator import HMAC_SHA1, RequestValidator

from tests.support.twilio_standin.account import Account, Callbacks, Message, new_sid, segments

STOP_WORDS = frozenset(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"])
START_WORDS = frozenset(["START", "YES", "UNSTOP"])
HELP_WORDS = frozenset(["HELP", "INFO"])
OVERRIDES = {"ct": 5000, "rt": 15000, "tt": 15000, "rc": 1}
"""Defaults of Twilio's connection overrides: connect, read and total time in ms, retries (webhooks-connection-overrides)."""


class Webhooks:
    """Posts, and remembers what it posted."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.posted: list[dict[str, Any]] = []
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._dice = random.Random(account.settings.seed)

    def start(self, work: Any) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    # ── status callbacks ─────────────────────────────────────────────────────────────────────────

    async def report(self, message: Message, plan: Callbacks) -> None:
        """Every status of the plan, posted to the text's StatusCallback, and the last one shown in lists."""
        await asyncio.sleep(plan.delay)
        url = message.form.get("StatusCallback")
        statuses = list(plan.statuses)
        if plan.order == "reversed":
            statuses.reverse()
        elif plan.order == "shuffled":
            self._dice.shuffle(statuses)
        for number, status in enumerate(statuses):
            if number:
                await asyncio.sleep(plan.gap)
            code = plan.error_code if status in ("failed", "undelivered") else None
            if status == plan.statuses[-1]:
                self.account.report(message, status, code)
            if url and not plan.off:
                form = self._status_form(message, status, code)
                await asyncio.gather(*(self.post(url, form) for _ in range(plan.copies)))

    def _status_form(self, message: Message, status: str, error_code: str | None) -> dict[str, str]:
        form = {
            "AccountSid": self.account.settings.account_sid,
            "ApiVersion": "2010-04-01",
            "From": message.from_ or self.account.settings.number,
            "MessageSid": message.sid,
            "MessageStatus": status,
            "SmsSid": message.sid,
            "SmsStatus": status,
            "To": message.to,
        }
        if message.service_sid:
            form["MessagingServiceSid"] = message.service_sid
        if error_code:
            form["ErrorCode"] = error_code
        if status in ("delivered", "undelivered"):
            form["RawDlrDoneDate"] = time.strftime("%y%m%d%H%M", time.gmtime())
        return form

    # ── the phone ────────────────────────────────────────────────────────────────────────────────

    async def inbound(self, row: dict[str, Any]) -> dict[str, Any]:
        """The phone texts us: kept in the list, and posted `copies` times at once to the inbound URL."""
        settings = self.account.settings
        message = self._received(row)
        form = self._inbound_form(message, row)
        self._opt_out(message, form)
        url = row.get("url") or settings.inbound_url
        if not url or not row.get("post", True):
            return {"sid": message.sid, "deliveries": []}
        posts = [self.post(url, form, row.get("token"), row.get("algorithm")) for _ in range(row.get("copies", 1))]
        return {"sid": message.sid, "form": form, "deliveries": await asyncio.gather(*posts)}

    def _received(self, row: dict[str, Any]) -> Message:
        settings = self.account.settings
        media = [{"sid": new_sid("ME"), **m} for m in row.get("media", [])]
        return self.account.add(
            Message(
                sid=row.get("sid") or new_sid("MM" if media else "SM"),
                to=row.get("to") or settings.number,
                from_=row["from"],
                body=row.get("body", ""),
                direction="inbound",
                status="received",
                created=time.time(),
                service_sid=row.get("service_sid"),
                sent=time.time(),
                media=media,
            )
        )

    def _inbound_form(self, message: Message, row: dict[str, Any]) -> dict[str, str]:
        account_sid = self.account.settings.account_sid
        form = {
            "ToCountry": "US",
            "ToState": "CA",
            "SmsMessageSid": message.sid,
            "NumMedia": str(len(message.media)),
            "ToCity": "",
            "FromZip": "94016",
            "SmsSid": message.sid,
            "FromState": "CA",
            "SmsStatus": "received",
            "FromCity": "DALY CITY",
            "Body": message.body,
            "FromCountry": "US",
            "To": message.to,
            "ToZip": "",
            "NumSegments": str(segments(message.body)),
            "MessageSid": message.sid,
            "AccountSid": account_sid,
            "From": message.from_ or "",
            "ApiVersion": "2010-04-01",
        }
        if message.service_sid:
            form["MessagingServiceSid"] = message.service_sid
        for number, media in enumerate(message.media):
            base = f"https://api.twilio.com/2010-04-01/Accounts/{account_sid}/Messages/{message.sid}/Media/"
            form[f"MediaUrl{number}"] = base + media["sid"]
            form[f"MediaContentType{number}"] = media.get("content_type", "image/jpeg")
        form |= row.get("fields", {})
        return form

    def _opt_out(self, message: Message, form: dict[str, str]) -> None:
        """Twilio's own handling of a bare compliance word: it answers, and later refuses to send (21610)."""
        mode, word = self.account.settings.auto_opt_out, message.body.strip().upper()
        known = {
            **dict.fromkeys(STOP_WORDS, "STOP"),
            **dict.fromkeys(START_WORDS, "START"),
            **dict.fromkeys(HELP_WORDS, "HELP"),
        }
        if mode == "off" or word not in known:
            return
        kind = known[word]
        if mode == "advanced":
            form["OptOutType"] = kind
        if kind != "HELP":
            self.account.opt_out(message.from_ or "", kind == "STOP")
        answers = {
            "STOP": "You have successfully been unsubscribed.",
            "START": "You are re-subscribed.",
            "HELP": "Reply STOP to unsubscribe.",
        }
        self.account.add(
            Message(
                new_sid("SM"),
                message.from_ or "",
                message.to,
                answers[kind],
                "outbound-reply",
                "delivered",
                time.time(),
            )
        )

    # ── posting ──────────────────────────────────────────────────────────────────────────────────

    async def post(
        self, url: str, form: dict[str, str], token: str | None = None, algorithm: str | None = None
    ) -> dict[str, Any]:
        """POST as Twilio does: signed over the URL without its fragment, whose overrides set time-outs and retries."""
        url, _, fragment = url.partition("#")
        chosen = OVERRIDES | {k: int(v) for k, v in parse_qsl(fragment) if v.isdigit()}
        policy = dict(parse_qsl(fragment)).get("rp", "ct")
        headers = self._headers(url, form, token or self.account.settings.auth_token, algorithm)
        record: dict[str, Any] = {
            "at": time.time(),
            "url": url,
            "form": form,
            "status": None,
            "body": "",
            "error": None,
            "attempts": 0,
        }
        self.posted.append(record)
        deadline = time.monotonic() + chosen["tt"] / 1000
        for _ in range(chosen["rc"] + 1):
            record["attempts"] += 1
            failure = await self._once(url, form, headers, chosen, deadline, record)
            if not failure or (failure not in policy and policy != "all") or time.monotonic() >= deadline:
                break
        record["seconds"] = time.time() - record["at"]
        return record

    def _headers(self, url: str, form: dict[str, str], token: str, algorithm: str | None) -> dict[str, str]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "X-Twilio-Signature": RequestValidator(token).compute_signature(url, form, algorithm),
            "I-Twilio-Idempotency-Token": new_sid(""),
        }
        if algorithm and algorithm != HMAC_SHA1:
            headers["X-Twilio-Webhooks-Signature-Settings"] = f"key=webhooks_sharedkey_1,algorithm={algorithm}"
        return headers

    async def _once(
        self,
        url: str,
        form: dict[str, str],
        headers: dict[str, str],
        chosen: dict[str, int],
        deadline: float,
        record: dict[str, Any],
    ) -> str | None:
        """One try; the kind of failure in Twilio's letters (ct, rt, 4xx, 5xx), or None."""
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        timeout = aiohttp.ClientTimeout(
            total=max(0.001, deadline - time.monotonic()),
            sock_connect=chosen["ct"] / 1000,
            sock_read=chosen["rt"] / 1000,
        )
        try:
            async with self._session.post(url, data=urlencode(form), headers=headers, timeout=timeout) as answer:
                record["status"], record["body"] = answer.status, await answer.text()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            record["error"] = type(error).__name__
            return "ct"
        except (aiohttp.ClientError, TimeoutError) as error:
            record["error"] = type(error).__name__
            return "rt"
        return {4: "4xx", 5: "5xx"}.get(record["status"] // 100)
