"""`python -m bot consent | numbers | retention | erase | policy`: who may be texted, who can be reached, and what is kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from bot.cli_operator import CARRIER, SHOWN, parts_of

# ── consent ──────────────────────────────────────────────────────────────────────────────────────


@click.group()
def consent() -> None:
    """The consent ledger: what each customer agreed to or refused, when, and by what."""


@consent.command("import", epilog="Example: python -m bot consent import customers.csv --carrier demo")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@CARRIER
def import_(file: Path, carrier: str) -> None:
    """Record the consents in FILE, a CSV with the columns phone, category, granted, at, proof.

    Only phone must be there; category is promotion and granted is yes where nothing else is said. The same file twice records
    nothing twice, and nobody who has opted out is brought back. Exit 1 where a line could not be used.
    """
    from bot import ledger

    raw = file.read_bytes()
    parts = parts_of(carrier)
    with click.progressbar(length=max(1, raw.count(b"\n")), label="Consents") as bar:
        done = ledger.import_file(parts, carrier, raw, bar.update)
    for line, message in done.warnings[:SHOWN]:
        click.echo(f"{file}:{line}: warning {message}")
    for line, message in done.errors:
        click.echo(f"{file}:{line}: error {message}")
    click.echo(f"{done.recorded} recorded, {done.known} known before, {len(done.errors)} not used")
    if done.errors:
        raise SystemExit(1)


@consent.command(epilog="Example: python -m bot consent show +8613800138000")
@click.argument("phone")
@CARRIER
def show(phone: str, carrier: str) -> None:
    """Print the ledger of PHONE, oldest line first: when, which category, yes or no, and the proof."""
    from bot import ledger

    parts = parts_of(carrier)
    zone = parts.flows.carrier(carrier).zone
    rows = ledger.proof(parts, carrier, phone)
    for row in rows:
        at = row.at.astimezone(zone).isoformat(timespec="seconds")
        click.echo(
            f"{at}  {row.category:<9}  {'agreed' if row.granted else 'refused':<7}  {row.source}  {row.ref or ''}"
        )
    if not rows:
        click.echo("Nothing is recorded: service texts by contract, no promotions.")


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────


@click.group()
def numbers() -> None:
    """The numbers that texts go to."""


@numbers.command(epilog="Example: python -m bot numbers report --quarter 2026Q4 --csv lost.csv")
@click.option("--quarter", "name", help="Such as 2026Q4. Default: the present one.")
@click.option("--csv", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the lost numbers, in full.")
@CARRIER
def report(name: str | None, file: Path | None, carrier: str) -> None:
    """The share of numbers that can be reached, and those that were lost in a quarter, to clean the list up by."""
    from bot import numbers as desk

    parts = parts_of(carrier)
    config = parts.flows.carrier(carrier)
    quarter, begin, end = desk.quarter(name, parts.clock.now(carrier), config)
    now = desk.report(parts, carrier)
    share = "-" if now.share is None else f"{100 * now.share:.1f} %"
    click.echo(f"{now.all} numbers, {now.invalid} invalid, {now.doubtful} unknown to the numbering plan")
    click.echo(f"valid: {share} (goal {100 * desk.GOAL:.0f} %{'' if now.good else ', missed'})")
    lost = desk.losses(parts, carrier, begin, end)
    click.echo(f"lost in {quarter}: {len(lost)}")
    for loss in lost[:SHOWN]:
        click.echo(f"  {loss.at.astimezone(config.zone):%Y-%m-%d}  customer {loss.thread_id}  {_words(loss)}")
    if file is not None:
        _write(file, lost)
        click.echo(f"written to {file}: {len(lost)} lines")


def _words(loss: Any) -> str:
    since = ", heard of since" if loss.back else ""
    return f"{loss.cause}{f' ({loss.code})' if loss.code else ''}, {loss.parcels} parcels{since}"


def _write(file: Path, lost: list[Any]) -> None:
    from bot.core import sheets

    header = ("lost_at", "customer", "phone", "code", "cause", "parcels", "heard_of_since")
    rows = (
        (loss.at.isoformat(), loss.thread_id, loss.phone, loss.code or "", loss.cause, loss.parcels, loss.back)
        for loss in lost
    )
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(sheets.write(header, rows))


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────


@click.group()
def retention() -> None:
    """For how long records are kept."""


@retention.command(epilog="Example: python -m bot retention run --carrier demo")
@CARRIER
@click.option("--dry-run", is_flag=True, help="Say how much it would be; nothing is removed.")
def run(carrier: str, dry_run: bool) -> None:
    """Remove texts and numbers older than the carrier keeps (retention.keep, three years), now. Counts and the ledger stay.

    The clock does it by itself each night. It may be stopped at any time and run again.
    """
    from bot import retention as keeper
    from bot.core.durations import short_duration

    parts = parts_of(carrier)
    if dry_run:
        found = keeper.preview(parts, carrier)
        keep = short_duration(parts.flows.carrier(carrier).retention.keep)
        click.echo(
            f"{found.customers} customers, {found.texts} texts and {found.replies} replies are older than {keep}"
        )
        return
    looked_at = 0

    def tell(rows: int) -> None:
        nonlocal looked_at
        looked_at += rows
        click.echo(f"\r{looked_at} rows", nl=False, err=True)

    removed = keeper.run(parts, carrier, tell)
    click.echo(err=True)
    click.echo(f"{removed.customers} customers, {removed.texts} texts and {removed.replies} replies were emptied")


@click.command(epilog="Example: python -m bot erase +8613800138000 --carrier demo")
@click.argument("phone")
@click.option("--yes", is_flag=True, help="Do not ask.")
@CARRIER
def erase(phone: str, yes: bool, carrier: str) -> None:
    """Remove all that is known of PHONE now. What they had opted out of stays refused, under a keyed hash of the number."""
    from bot import retention as keeper
    from bot.core.phones import number_in

    parts = parts_of(carrier)
    number = number_in(phone, parts.flows.carrier(carrier).home)
    if not yes:
        click.confirm("This cannot be undone. Remove this customer's texts, number and parcels' facts?", abort=True)
    keeper.erase(parts, carrier, number, "cli")
    click.echo("Removed.")


# ── the rules in force ───────────────────────────────────────────────────────────────────────────


@click.command(epilog="Example: python -m bot policy --carrier demo")
@CARRIER
def policy(carrier: str) -> None:
    """Print the rules of sending that are in force, as carrier.yaml would say them, and what about them is uncertain."""
    from ruamel.yaml import YAML

    from bot.core.policy import in_force, warnings

    parts = parts_of(carrier)
    config = parts.flows.carrier(carrier)
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.dump(in_force(config), sys.stdout)
    for warning in warnings(config, parts.clock.now(carrier)):
        click.echo(f"# warning: {warning}")
