"""Pools of coupon codes: filled from lists, watched so that somebody knows before they run dry. Claiming is `store.opening.claim_coupon`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.session import AnyRow
from bot.store.tables import campaign_recipients, coupon_pools, coupons
from bot.store.upsert import insert_if_new, insert_later

PAGE: Final = 500
"""Codes that one statement asks for."""
LEAST_LEFT: Final = 10
"""With fewer free codes than this, and than one in ten, a pool runs low; a carrier may set another number."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a list. `expires_at` None: it never lapses."""

    code: str
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """How a pool stands."""

    name: str
    codes: int
    claimed: int
    expired: int
    """Lapsed before anybody claimed them."""
    warn_below: int
    warned_at: datetime | None

    @property
    def free(self) -> int:
        return self.codes - self.claimed - self.expired

    @property
    def low(self) -> bool:
        """Somebody should add codes."""
        return self.free < self.warn_below


def add(connection: Connection, carrier: str, pool: str, codes: Sequence[Code]) -> int:
    """Add codes to a pool; how many were new. Whoever was told that it runs low is told anew when it does again."""
    before = _count(connection, carrier, pool)
    for one in codes:
        values = {"carrier": carrier, "pool": pool, "code": one.code, "expires_at": one.expires_at}
        insert_later(connection, coupons, values)
    return _count(connection, carrier, pool) - before


def pools_of(connection: Connection, carrier: str, but: str, codes: Sequence[str]) -> Mapping[str, str]:
    """Of these codes, those that stand in another pool of the carrier than `but`: code → pool."""
    found: dict[str, str] = {}
    for first in range(0, len(codes), PAGE):
        rows = connection.execute(
            sa.select(coupons.c.code, coupons.c.pool).where(
                coupons.c.carrier == carrier, coupons.c.pool != but, coupons.c.code.in_(codes[first : first + PAGE])
            )
        )
        found.update({row.code: row.pool for row in rows})
    return found


def _count(connection: Connection, carrier: str, pool: str) -> int:
    query = sa.select(sa.func.count()).select_from(coupons)
    return int(connection.execute(query.where(coupons.c.carrier == carrier, coupons.c.pool == pool)).scalar_one())


def set_warning(connection: Connection, carrier: str, pool: str, **values: Any) -> None:
    """Set `warn_below` or `warned_at` of a pool."""
    insert_if_new(connection, coupon_pools, {"carrier": carrier, "pool": pool})
    connection.execute(sa.update(coupon_pools).where(*_of(carrier, pool)).values(**values))


def _of(carrier: str, pool: str) -> Sequence[sa.ColumnElement[bool]]:
    return coupon_pools.c.carrier == carrier, coupon_pools.c.pool == pool


def pools(connection: Connection, carrier: str, now: datetime) -> list[Pool]:
    """Every pool of the carrier that has or had codes."""
    lapsed = sa.and_(coupons.c.thread_id.is_(None), coupons.c.expires_at <= now)
    rows = connection.execute(
        sa.select(
            coupons.c.pool,
            sa.func.count().label("codes"),
            sa.func.count(coupons.c.thread_id).label("claimed"),
            sa.func.sum(sa.case((lapsed, 1), else_=0)).label("expired"),
        )
        .where(coupons.c.carrier == carrier)
        .group_by(coupons.c.pool)
        .order_by(coupons.c.pool)
    )
    own = {
        row.pool: row for row in connection.execute(sa.select(coupon_pools).where(coupon_pools.c.carrier == carrier))
    }
    return [_pool(row, own.get(row.pool)) for row in rows]


def _pool(row: AnyRow, own: AnyRow | None) -> Pool:
    below = own.warn_below if own is not None and own.warn_below is not None else max(LEAST_LEFT, row.codes // 10)
    warned_at = None if own is None else own.warned_at
    return Pool(row.pool, row.codes, row.claimed, int(row.expired or 0), below, warned_at)


def warn_once(connection: Connection, carrier: str, pool: str, now: datetime) -> bool:
    """Whether this call is the one that tells somebody, of all that see the pool run low."""
    insert_if_new(connection, coupon_pools, {"carrier": carrier, "pool": pool})
    done = connection.execute(
        sa.update(coupon_pools).where(*_of(carrier, pool), coupon_pools.c.warned_at.is_(None)).values(warned_at=now)
    )
    return done.rowcount == 1


def claims_of(connection: Connection, campaign_id: int) -> Mapping[str, int]:
    """By variant: recipients of a campaign who claimed a code after it had begun for them."""
    recipients = campaign_recipients
    rows = connection.execute(
        sa.select(recipients.c.variant, sa.func.count(recipients.c.id.distinct()).label("n"))
        .join(
            coupons,
            sa.and_(coupons.c.thread_id == recipients.c.thread_id, coupons.c.claimed_at >= recipients.c.begun_at),
        )
        .where(recipients.c.campaign_id == campaign_id)
        .group_by(recipients.c.variant)
    )
    return {row.variant: row.n for row in rows}
