"""Coupon pools: lists of codes, one a customer and never twice, a warning before the last one."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
import sqlalchemy as sa

from bot import coupons
from bot.core.errors import NotFound
from bot.store import opening, tables, threads
from tests.campaigns.conftest import phone_of
from tests.support.world import OTHER, PHONE


def load(town, *rows, header="code,expires_at"):
    return coupons.import_codes(town.parts, "demo", "autumn", "\n".join((header, *rows)).encode(), "test")


def test_codes_come_from_a_list(town):
    """Good rows are kept, duplicates counted, every other row named with its place."""
    told = load(town, "A1,2026-12-31", "A2", "A1,2026-12-31", ",2026-12-31", "A3,soon", "A4,2025-01-01")
    assert {name: told[name] for name in ("rows", "added", "duplicates", "errors")} == {
        "rows": 6, "added": 2, "duplicates": 1, "errors": 3,
    }  # fmt: skip
    assert [(fault["line"], fault["column"]) for fault in told["faults"]] == [
        (5, "code"), (6, "expires_at"), (7, "expires_at"),
    ]  # fmt: skip
    assert load(town, "A1,2026-12-31")["duplicates"] == 1
    found = coupons.pool(town.parts, "demo", "autumn")
    assert (found["codes"], found["free"], found["low"]) == (2, 2, True)
    with pytest.raises(NotFound, match=r"carrier\.yaml names: autumn"):
        coupons.import_codes(town.parts, "demo", "spring", b"code\nX", "test")


def test_a_day_lasts_until_its_end_where_the_carrier_is(town):
    """2026-12-31 in Shanghai is over at 16:00 UTC; the last second is still of the day that texts name."""
    load(town, "A1,2026-12-31", "A2,2026-12-31T18:00:00")
    ends = [row.expires_at.isoformat() for row in town.rows(tables.coupons)]
    assert ends == ["2026-12-31T15:59:59+00:00", "2026-12-31T10:00:00+00:00"]


def test_no_code_twice_and_no_customer_twice(town):
    """Eight workers, 40 customers who all ask twice at once, 30 codes: 30 have one each, ten hear that none is left."""
    load(town, *(f"C{n}" for n in range(30)), header="code")
    phones = [phone_of(n) for n in range(40)] * 2
    got: list[tuple[str, str | None]] = []
    ready = threading.Barrier(8)

    def worker(mine):
        ready.wait()
        for phone in mine:
            with town.store.write() as connection:
                thread = threads.lock(connection, "demo", phone, town.clock.now())
                taken = opening.claim_coupon(connection, "demo", "autumn", thread.id, town.clock.now())
            got.append((phone, taken.code if taken else None))

    workers = [threading.Thread(target=worker, args=(phones[n::8],)) for n in range(8)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    codes = {(phone, code) for phone, code in got if code}
    assert len(codes) == len({code for _, code in codes}) == len({phone for phone, _ in codes}) == 30
    assert len(got) == 80
    assert max(Counter(row.thread_id for row in town.rows(tables.coupons)).values()) == 1


def test_an_empty_pool_is_answered_politely(town):
    """The last code is gone, or lapsed: the customer is told so, and no code is made up."""
    load(town, "A1", "A2,2026-11-25", header="code,expires_at")
    for phone in (PHONE, OTHER):
        town.campaign(phone=phone)
    town.send()
    town.reply("Y", PHONE)
    town.clock.set(town.clock.now().replace(day=26))
    town.reply("Y", OTHER)
    assert "A1" in town.last(PHONE)
    assert "已领完" in town.last(OTHER)


def test_somebody_is_told_before_the_last_code(town):
    """Once when it runs low, again only after codes were added and it runs low again."""
    load(town, *(f"C{n}" for n in range(100)), header="code")
    assert coupons.warn(town.parts) == 0
    some = sa.select(tables.coupons.c.id).order_by(tables.coupons.c.id).limit(91)
    town.write(sa.delete(tables.coupons).where(tables.coupons.c.id.in_(some)))
    assert (coupons.warn(town.parts), coupons.warn(town.parts)) == (1, 0)
    assert [row.data for row in town.rows(tables.audit, tables.audit.c.what == "coupons_low")] == [
        {"pool": "autumn", "free": 9, "codes": 9}
    ]
    load(town, "D1", header="code")
    coupons.warn_below(town.parts, "demo", "autumn", 11)
    assert coupons.warn(town.parts) == 1


def test_a_claim_rings_for_the_warning(town):
    """Whoever claims wakes the one who warns: it does not wait for the next sweep, when the pool may be empty."""
    load(town, *(f"C{n}" for n in range(11)), header="code")
    town.go(town.draft(PHONE))
    assert coupons.warn(town.parts) == 0
    town.rung.clear()
    town.reply("Y", PHONE)
    assert "watch_coupons" in town.rung
    town.go(town.draft(OTHER))
    town.reply("Y", OTHER)
    assert coupons.warn(town.parts) == 1
    assert coupons.pool(town.parts, "demo", "autumn")["free"] == 9


def test_a_code_is_one_however_it_is_written(town):
    """Case, width and blanks make no second code; it is kept as it will be said."""
    told = load(town, "AAA2", " aaa2 ", "ＡＡＡ２", "bbb-3", header="code")
    assert (told["added"], told["duplicates"]) == (2, 2)
    assert {row.code for row in town.rows(tables.coupons)} == {"AAA2", "BBB-3"}


@pytest.mark.parametrize("code", ["https://evil.cn", "AAA1?q=1&b=2", "evil.cn", "A B", "www.evil"])
def test_an_address_is_no_code(town, code):
    """What a customer would tap, and what is plainly a cell of something else."""
    told = load(town, code, header="code")
    assert (told["added"], [(one["line"], one["column"]) for one in told["faults"]]) == (0, [(2, "code")])


def test_a_code_is_in_one_pool_only(town):
    """A second pool's list is told which pool has it already."""
    town.change_rules(coupons=("autumn", "winter"))
    load(town, "A1", header="code")
    told = coupons.import_codes(town.parts, "demo", "winter", b"code\na1\nW1\n", "test")
    assert (told["added"], told["errors"]) == (1, 1)
    assert told["faults"] == [
        {"line": 2, "column": "code", "message": "is in the pool autumn already; a code is in one pool only"}
    ]
