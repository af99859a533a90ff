"""What the carrier's system is told: signed by the Standard Webhooks scheme, tried again until it answers 2xx.

Source: https://www.standardwebhooks.com, "Webhook scheme" and "Delivering": headers `webhook-id`, `webhook-timestamp`,
`webhook-signature` over `id.timestamp.body`. The id stays the same over all tries, so the receiver can drop a repetition.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa
import structlog
import urllib3
from standardwebhooks.webhooks import Webhook

from bot.failpoints import passing
from bot.parts import Parts
from bot.store import opening
from bot.store.tables import conversations, instructions, shipments

log = structlog.get_logger()

TIMEOUT: Final = (5.0, 15.0)
"""Seconds to connect and to wait for the answer."""
LEASE: Final = timedelta(seconds=100)
PAUSES: Final = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 1800, 3600, 7200, 14400, 28800, 43200))
"""After each failed try: about 28 hours in all, as Standard Webhooks recommends; then a person hears of it."""
BATCH: Final = 4
"""Tries of one claim: at their longest together they end within the lease."""
BUSY_SECONDS: Final = 20.0
"""After this long no more are claimed: with a last batch at its slowest that is less than RQ's limit (60 s)."""


def send_due(parts: Parts) -> int:
    """Tell the carriers' systems what is due; how many tries were made."""
    made, until = 0, time.monotonic() + BUSY_SECONDS
    with ThreadPoolExecutor(BATCH, thread_name_prefix="instruct") as pool:
        while time.monotonic() < until and (rows := _claim(parts)):
            list(pool.map(lambda row: _deliver(parts, row), rows))
            made += len(rows)
    return made


def _claim(parts: Parts) -> list[Any]:
    now = parts.clock.now()
    with parts.store.write() as connection:
        rows = connection.execute(
            sa.select(instructions, shipments.c.tracking_no, conversations.c.flow)
            .outerjoin(shipments, instructions.c.shipment_id == shipments.c.id)
            .outerjoin(conversations, instructions.c.conversation_id == conversations.c.id)
            .where(
                instructions.c.status.in_(("pending", "sending")),
                instructions.c.due_at <= now,
                sa.or_(instructions.c.lease_until.is_(None), instructions.c.lease_until < now),
            )
            .order_by(instructions.c.due_at)
            .limit(BATCH)
            .with_for_update(of=instructions, skip_locked=True)
        ).all()
        if rows:
            connection.execute(
                sa.update(instructions)
                .where(instructions.c.id.in_([row.id for row in rows]))
                .values(
                    status="sending",
                    attempts=instructions.c.attempts + 1,
                    fence=instructions.c.fence + 1,
                    lease_until=now + LEASE,
                )
            )
    return list(rows)


def _deliver(parts: Parts, row: Any) -> None:
    passing("instruct.before_post")
    error = _post(parts, row)
    passing("instruct.after_post")
    now = parts.clock.now()
    with parts.store.write() as connection:
        if error is None:
            _settle(connection, row, status="delivered", delivered_at=now, error=None)
        elif row.attempts < len(PAUSES):
            _settle(connection, row, status="pending", due_at=now + PAUSES[row.attempts], error=error)
        elif _settle(connection, row, status="failed", error=error):
            _tell_a_person(connection, row, error, now)
    if error is not None:
        log.warning("instruction_not_delivered", instruction_id=row.id, carrier=row.carrier, attempts=row.attempts + 1)


def _settle(connection: sa.Connection, row: Any, **values: Any) -> bool:
    done = connection.execute(
        sa.update(instructions)
        .where(instructions.c.id == row.id, instructions.c.fence == row.fence + 1)
        .values(lease_until=None, **values)
    )
    return done.rowcount == 1


def _tell_a_person(connection: sa.Connection, row: Any, error: str, now: datetime) -> None:
    thread = connection.execute(
        sa.select(shipments.c.thread_id).where(shipments.c.id == row.shipment_id)
    ).scalar_one_or_none()
    if thread is None:
        return
    case = opening.NewCase(
        carrier=row.carrier,
        thread_id=thread,
        kind="instruction_failed",
        reason=f"The carrier's system did not take the instruction “{row.kind}”: {error}",
        due_at=now + timedelta(hours=1),
        cause=f"instruction:{row.id}:failed",
        shipment_id=row.shipment_id,
        conversation_id=row.conversation_id,
        takes_control=False,
    )
    opening.open_case(connection, case, now)


def _post(parts: Parts, row: Any) -> str | None:
    """One try; None on a 2xx, else why not, without anything of the customer's in it."""
    endpoint = parts.endpoints.get(row.carrier)
    if endpoint is None:
        return "no endpoint is set up"
    url, secret = endpoint
    body = json.dumps(_payload(row), ensure_ascii=False, separators=(",", ":"))
    webhook_id, at = f"ins_{row.id}", parts.clock.now()
    headers = {
        "content-type": "application/json",
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(webhook_id, at, body),
    }
    try:
        status = post(url, body.encode(), headers)
    except (Unreachable, urllib3.exceptions.HTTPError, OSError) as error:
        return str(error) if isinstance(error, Unreachable) else f"it could not be reached ({type(error).__name__})"
    return None if 200 <= status < 300 else f"it answered with HTTP {status}"


def _payload(row: Any) -> dict[str, Any]:
    return {
        "type": f"instruction.{row.kind}",
        "timestamp": row.created_at.isoformat(),
        "data": {
            "id": f"ins_{row.id}",
            "kind": row.kind,
            "tracking_no": row.tracking_no,
            "flow": row.flow,
            "params": row.params,
        },
    }


class Unreachable(Exception):
    """An address that cannot or must not be called; the message says why."""


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """POST to the very address that was checked (a name cannot point elsewhere in between); the answer's status, no redirects.

    Raises `Unreachable`, and urllib3's errors.
    """
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    host = parts.hostname or ""
    address = allowed_address(parts.scheme, resolved(host, port))
    timeout = urllib3.Timeout(connect=TIMEOUT[0], read=TIMEOUT[1])
    pool = (
        urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host, timeout=timeout)
        if secure
        else urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    )
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with pool:
        answer = pool.request(
            "POST",
            target,
            body=body,
            headers={**headers, "host": parts.netloc.rpartition("@")[2]},
            retries=False,
            redirect=False,
        )
        return answer.status


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises `Unreachable`."""
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    try:
        return [str(item[4][0]) for item in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError:
        raise Unreachable("its name could not be resolved") from None


def allowed_address(scheme: str, addresses: list[str]) -> str:
    """The address to call. Raises `Unreachable` (OWASP ASVS 5.0, 1.3.6): https only, and no private, local or link address.

    Loopback, also over http, is the operator's own: a relay on the same machine.
    """
    found = [ipaddress.ip_address(address.partition("%")[0]) for address in addresses]
    if found and all(address.is_loopback for address in found):
        return str(found[0])
    if scheme != "https":
        raise Unreachable("its address is not https")
    if not found or not all(address.is_global for address in found):
        raise Unreachable("its address is not public")
    return str(found[0])
