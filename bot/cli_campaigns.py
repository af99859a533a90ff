"""`python -m bot campaign`: texts to many."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from bot.parts import Parts

DEFAULT_CARRIER: Final = "demo"
BETWEEN_LOOKS: Final = 0.5
"""Seconds between two looks at a campaign's progress."""
SHOWN: Final = 20
CARRIER = click.option("--carrier", default=DEFAULT_CARRIER, show_default=True, help="Whose customers.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_MOMENT = click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"])


def parts_of(carrier: str) -> Parts:
    """The process's own parts, over a database that is at this version. Raises `NotFound` for an unknown carrier."""
    from bot import wiring
    from bot.settings import Settings
    from bot.store import usable
    from bot.store.session import Store

    store = Store(Settings.from_env(os.environ).database_url)
    usable.require(store, migrated=True)
    store.close()
    parts = wiring.get().parts
    parts.flows.carrier(carrier)
    return parts


def who() -> str:
    """Who gives the command, for the audit."""
    return f"cli:{os.environ.get('USER') or os.getuid()}"[:64]


def table(rows: Sequence[tuple[object, ...]]) -> None:
    """Columns of equal width; a Chinese character takes two places."""
    from unicodedata import east_asian_width

    def width(text: str) -> int:
        return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)

    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*texts, strict=True)] if texts else []
    for row in texts:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


# ── campaign ─────────────────────────────────────────────────────────────────────────────────────


@click.group()
def campaign() -> None:
    """Texts to many: who gets it, when, in which wording. See docs/campaigns.md."""


def _pairs(values: Sequence[str]) -> dict[str, str]:
    pairs = dict(value.partition("=")[::2] for value in values)
    if wrong := [value for value in values if "=" not in value]:
        raise click.BadParameter(f"{wrong[0]!r} is no NAME=VALUE")
    return pairs


def _variant(text: str) -> dict[str, Any]:
    """`B:2:offer=八折` → letter, weight, data."""
    name, _, rest = text.partition(":")
    weight, _, data = rest.partition(":")
    return {"name": name, "weight": weight or 1, "data": _pairs([data] if data else [])}


@campaign.command(
    epilog="Example: python -m bot campaign new 'Autumn coupons' --flow coupon --group frequent --data offer=满30减10元"
)
@click.argument("name")
@click.option("--flow", required=True, help="A flow that starts on campaign.")
@CARRIER
@click.option("--everybody", is_flag=True, help="Every customer.")
@click.option("--segment", "segments", multiple=True, help="vip, ordinary, enterprise …; repeat for several.")
@click.option("--group", "groups", multiple=True, help="frequent, enterprise, had_problem, loyal or dormant.")
@click.option("--route", "routes", multiple=True, help="Customers with a parcel under way on it.")
@click.option("--silent-for", help="No message either way for so long, such as 30d.")
@click.option("--in-touch-within", help="A message either way within so long, such as 7d.")
@click.option("--csv", "file", type=FILE, help="A list: phone, name, locale, and columns for the texts.")
@click.option("--variant", "variants", multiple=True, help="LETTER:WEIGHT:NAME=VALUE, such as B:1:offer=八折.")
@click.option("--data", multiple=True, help="NAME=VALUE that the texts may use as event.NAME.")
@click.option("--opt-outs", type=click.FloatRange(0, 1), help="Stop at this share instead of the carrier's.")
@click.option("--complaints", type=click.FloatRange(0, 1), help="Stop at this share instead of the carrier's.")
def new(name: str, flow: str, carrier: str, file: Path | None, variants: Sequence[str], data: Sequence[str],
        opt_outs: float | None, complaints: float | None, **audience: Any) -> None:  # fmt: skip
    """Write the draft of a campaign NAME and print its number. Everything given about the audience must hold."""
    from pydantic import ValidationError

    from bot import campaigns
    from bot.core.campaigning import NewCampaign

    wanted = {
        "name": name,
        "flow": flow,
        "audience": audience,
        "variants": [_variant(each) for each in variants],
        "data": _pairs(data),
        "limits": {"opt_outs": opt_outs, "complaints": complaints},
    }
    try:
        checked = NewCampaign.model_validate(wanted)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise click.ClickException(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    parts = parts_of(carrier)
    made = campaigns.create(parts, carrier, checked, who())
    click.echo(f"Campaign {made} is a draft.")
    if file is not None:
        report(file, campaigns.add_list(parts, carrier, made, file.read_bytes()).as_json())


@campaign.command("add", epilog="Example: python -m bot campaign add 7 customers.csv")
@click.argument("number", type=int)
@click.argument("file", type=FILE)
@CARRIER
def add(number: int, file: Path, carrier: str) -> None:
    """Add the numbers of FILE, a CSV with the columns phone, name, locale and any for the texts, to a draft."""
    from bot import campaigns

    report(file, campaigns.add_list(parts_of(carrier), carrier, number, file.read_bytes()).as_json())


def report(file: Path, told: Mapping[str, Any]) -> None:
    """Say what became of a list's rows."""
    for fault in told["faults"][:SHOWN]:
        column = f" {fault['column']}" if fault["column"] else ""
        click.echo(f"{file}:{fault['line']}:{column} {fault['message']}")
    hidden = told["errors"] - min(SHOWN, len(told["faults"]))
    if hidden > 0:
        click.echo(f"… and {hidden} more rows that could not be used")
    click.echo(f"{told['added']} added, {told['duplicates']} there before or twice, {told['errors']} not used")


@campaign.command("dry-run", epilog="Example: python -m bot campaign dry-run 7")
@click.argument("number", type=int)
@CARRIER
@click.option("--json", "as_json", is_flag=True, help="As the API gives it.")
def dry_run(number: int, carrier: str, as_json: bool) -> None:
    """Say how many would get it, how many not and why, and what it would cost; nothing is written."""
    import json

    from bot import campaigns

    told = campaigns.dry_run(parts_of(carrier), carrier, number).as_json()
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    rows: list[tuple[object, ...]] = [("recipients", told["recipients"]), ("would get it", told["would_get_it"])]
    rows += [("  at once", told["at_once"])]
    rows += [(f"  later: {each['means']}", each["count"]) for each in told["later"]]
    rows += [("would not", told["would_not"])]
    rows += [(f"  {each['means']}", each["count"]) for each in told["not_because"]]
    rows += [(f"variant {letter}", count) for letter, count in told["by_variant"].items()]
    rows += [("segments", told["segments"])]
    rows += [(name.replace("_", " "), told[name]) for name in ("first_at", "last_at") if told[name]]
    table(rows)


@campaign.command(epilog="Example: python -m bot campaign start 7 --next-window --watch")
@click.argument("number", type=int)
@CARRIER
@click.option("--at", type=_MOMENT, help="When, such as 2026-11-25T09:00+08:00; without a zone the carrier's.")
@click.option("--next-window", is_flag=True, help="When the carrier's next window for such texts opens.")
@click.option("--watch", is_flag=True, help="Show its progress until everybody has been begun and every text has left.")
def start(number: int, carrier: str, at: datetime | None, next_window: bool, watch: bool) -> None:
    """Let a campaign begin: now, at a moment, or with the next window. Workers do it; this command may end."""
    from bot import campaigns

    parts = parts_of(carrier)
    if at is not None and at.tzinfo is None:
        at = at.replace(tzinfo=parts.flows.carrier(carrier).zone)
    campaigns.start(parts, carrier, number, who(), at=at, next_window=next_window)
    if watch:
        _watch(parts, carrier, number)
    else:
        _say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign pause 7")
@click.argument("number", type=int)
@CARRIER
def pause(number: int, carrier: str) -> None:
    """Hold it back: nobody else is begun, and what waits for its window stays."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.pause(parts, carrier, number, who())
    _say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign resume 7")
@click.argument("number", type=int)
@CARRIER
def resume(number: int, carrier: str) -> None:
    """Let it go on; what was held back asks policy anew."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.resume(parts, carrier, number, who())
    _say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign stop 7")
@click.argument("number", type=int)
@CARRIER
def stop(number: int, carrier: str) -> None:
    """End it for good, with what still waits in the outbox."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.stop(parts, carrier, number, who())
    _say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign status 7 --watch")
@click.argument("number", type=int)
@CARRIER
@click.option("--watch", is_flag=True, help="Show its progress until it has ended.")
def status(number: int, carrier: str, watch: bool) -> None:
    """Say how far it is, why who was left out, and how it stands to its limits."""
    from bot import campaigns

    parts = parts_of(carrier)
    if watch:
        _watch(parts, carrier, number)
    seen = campaigns.status(parts, carrier, number)
    _say(parts, carrier, number)
    rows: list[tuple[object, ...]] = [(name.replace("_", " "), count) for name, count in seen["progress"].items()]
    rows += [(f"  {each['means']}", each["count"]) for each in seen["reasons"]]
    rows += [(f"{what.replace('_', ' ')} against the limit", _against(each)) for what, each in seen["limits"].items()]
    table(rows)


def _against(standing: Mapping[str, Any]) -> str:
    if standing["share"] is None:
        return f"none yet, limit {standing['limit']:.2%}"
    low, high = standing["interval"]
    over = ", over" if standing["passed"] else ""
    counted = f"{standing['count']} of {standing['of']} = {standing['share']:.2%}"
    return f"{counted} (95 %: {low:.2%} to {high:.2%}), limit {standing['limit']:.2%}{over}"


def _say(parts: Parts, carrier: str, number: int) -> None:
    from bot import campaigns

    seen = campaigns.status(parts, carrier, number)
    why = f": {seen['reason']}" if seen["reason"] else ""
    when = f", begins at {seen['starts_at']}" if seen["status"] == "scheduled" else ""
    click.echo(f"Campaign {number} is {seen['status']}{why}{when}.")


def _watch(parts: Parts, carrier: str, number: int) -> None:
    """A bar that fills as recipients are dealt with; it ends with the campaign, or where nothing moves before a later window."""
    from bot import campaigns

    with click.progressbar(length=1, label=f"Campaign {number}", file=sys.stderr) as bar:
        while True:
            seen = campaigns.status(parts, carrier, number)
            counts = seen["progress"]
            bar.length = max(1, counts["recipients"])
            done = counts["recipients"] - counts["waiting"] - counts["on_the_way"]
            bar.update(done - bar.pos)
            if seen["status"] in ("done", "stopped", "paused", "draft"):
                break
            time.sleep(BETWEEN_LOOKS)


@campaign.command("list", epilog="Example: python -m bot campaign list")
@CARRIER
def list_(carrier: str) -> None:
    """List the newest campaigns."""
    from bot import campaigns

    rows = campaigns.campaign_list(parts_of(carrier), carrier, None, 50)
    table([(row["id"], row["status"], row["flow"], row["name"]) for row in rows])


@campaign.command(epilog="Example: python -m bot campaign result 7")
@click.argument("number", type=int)
@CARRIER
@click.option("--json", "as_json", is_flag=True, help="As the API gives it.")
def result(number: int, carrier: str, as_json: bool) -> None:
    """Compare the variants: shares and differences with 95 % intervals."""
    import json

    from bot import campaigns

    told = campaigns.result(parts_of(carrier), carrier, number)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    names = ("replied", "claimed", "opted_out", "complained")
    rows: list[tuple[object, ...]] = [("variant", "arrived", *(name.replace("_", " ") for name in names), "guardrail")]
    for each in told["variants"]:
        rows.append((each["name"], each["arrived"], *(_share(each, name) for name in names), each["guardrail"]))
        if each["against"]:
            apart = (_interval(each["differences"][name]) for name in names)
            rows.append((f"  less {each['against']}", "", *apart, ""))
    table(rows)
    click.echo(told["note"])


def _share(variant: Mapping[str, Any], name: str) -> str:
    return f"{variant[name]} {_interval(variant['shares'][name])}".strip()


def _interval(found: Mapping[str, float] | None) -> str:
    return "" if found is None else f"{found['value']:.2%} ({found['low']:.2%} to {found['high']:.2%})"


@campaign.command(epilog="Example: python -m bot campaign export 7 > recipients.csv")
@click.argument("number", type=int)
@CARRIER
def export(number: int, carrier: str) -> None:
    """Write every recipient and what came of it as CSV to standard output."""
    from bot import campaigns

    for line in campaigns.export(parts_of(carrier), carrier, number):
        click.echo(line, nl=False)
