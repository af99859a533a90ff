"""`python -m bot coupons | notice`: the codes that campaigns hand out, and notices to the carrier's own people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli_operator import CARRIER, FILE, parts_of, report, table, who

# ── coupons ──────────────────────────────────────────────────────────────────────────────────────


@click.group()
def coupons() -> None:
    """Pools of coupon codes: one a customer, never twice."""


@coupons.command("import", epilog="Example: python -m bot coupons import autumn codes.csv")
@click.argument("pool")
@click.argument("file", type=FILE)
@CARRIER
def import_(pool: str, file: Path, carrier: str) -> None:
    """Add the codes of FILE, a CSV with the columns code and expires_at, to POOL."""
    from bot import coupons as pools

    report(file, pools.import_codes(parts_of(carrier), carrier, pool, file.read_bytes(), who()))


@coupons.command("list", epilog="Example: python -m bot coupons list")
@CARRIER
def list_pools(carrier: str) -> None:
    """Say what is left in each pool."""
    from bot import coupons as pools

    rows: list[tuple[object, ...]] = [("pool", "codes", "claimed", "expired", "free", "warn below")]
    for each in pools.pools(parts_of(carrier), carrier):
        low = f"{each['warn_below']}{', runs low' if each['low'] else ''}"
        rows.append((each["pool"], each["codes"], each["claimed"], each["expired"], each["free"], low))
    table(rows)


@coupons.command("warn-below", epilog="Example: python -m bot coupons warn-below autumn 50")
@click.argument("pool")
@click.argument("codes", type=click.IntRange(0))
@CARRIER
def warn_below(pool: str, codes: int, carrier: str) -> None:
    """Warn when POOL has fewer than CODES left."""
    from bot import coupons as pools

    pools.warn_below(parts_of(carrier), carrier, pool, codes)
    click.echo(f"A warning comes when {pool} has fewer than {codes} codes left.")


# ── notices ──────────────────────────────────────────────────────────────────────────────────────


@click.group()
def notice() -> None:
    """Notices to the carrier's own people, who confirm them by 1."""


@notice.command(epilog="Example: python -m bot notice people staff.csv")
@click.argument("file", type=FILE)
@CARRIER
@click.option("--replace", is_flag=True, help="Whoever is not in the list leaves the groups that it names.")
def people(file: Path, carrier: str, replace: bool) -> None:
    """Put the people of FILE, a CSV with the columns phone, group, name, locale, into groups."""
    from bot import campaigns

    report(file, campaigns.join_groups(parts_of(carrier), carrier, file.read_bytes(), replace=replace).as_json())


@notice.command("new", epilog="Example: python -m bot notice new '今天16:00开班前会' --group hub2")
@click.argument("text")
@click.option("--group", "groups", multiple=True, required=True, help="Who gets it; repeat for several.")
@click.option("--name", default="Notice", show_default=True, help="For staff.")
@CARRIER
def new_notice(text: str, groups: Sequence[str], name: str, carrier: str) -> None:
    """Send TEXT to everybody in the groups; "收到请回复1" is added."""
    from bot import campaigns
    from bot.core.campaigning import NewNotice

    if not 1 <= len(text) <= 300:
        raise click.BadParameter("a notice has 1 to 300 characters")
    wanted = NewNotice(name=name[:128] or "Notice", text=text, groups=tuple(groups))
    made = campaigns.give_notice(parts_of(carrier), carrier, wanted, who())
    click.echo(f"Notice {made} is on its way.")


@notice.command("status", epilog="Example: python -m bot notice status 8")
@click.argument("number", type=int)
@CARRIER
def notice_status(number: int, carrier: str) -> None:
    """Say who has confirmed and who has not."""
    from bot import campaigns

    seen = campaigns.notice_view(parts_of(carrier), carrier, number)
    table([(stand.replace("_", " "), count) for stand, count in seen["counts"].items()])
    click.echo("")
    table(
        [
            (each["name"] or "", each["phone"], each["stand"].replace("_", " "), each["at"] or "")
            for each in seen["people"]
        ]
    )


@notice.command("list", epilog="Example: python -m bot notice list")
@CARRIER
def list_notices(carrier: str) -> None:
    """List the newest notices."""
    from bot import campaigns

    rows = campaigns.campaign_list(parts_of(carrier), carrier, None, 50, "notice")
    table([(row["id"], row["status"], row["name"], row["data"]["notice"]) for row in rows])


@notice.command("stop", epilog="Example: python -m bot notice stop 8")
@click.argument("number", type=int)
@CARRIER
def stop_notice(number: int, carrier: str) -> None:
    """End it for good: what waits is canceled, and nobody is reminded of it any more."""
    from bot import campaigns

    campaigns.stop(parts_of(carrier), carrier, number, who(), kind="notice")
    click.echo(f"Notice {number} is stopped.")
