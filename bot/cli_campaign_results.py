"""`python -m bot campaign status | result | export`: how far a campaign is, and what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli_operator import CARRIER, parts_of, table

if TYPE_CHECKING:
    from bot.parts import Parts

BETWEEN_LOOKS: Final = 0.5
"""Seconds between two looks at a campaign's progress, at least."""


@click.command(epilog="Example: python -m bot campaign status 7 --watch")
@click.argument("number", type=int)
@CARRIER
@click.option("--watch", is_flag=True, help="Show its progress until it has ended.")
def status(number: int, carrier: str, watch: bool) -> None:
    """Say how far it is, why who was left out, and how it stands to its limits."""
    from bot import campaigns

    parts = parts_of(carrier)
    if watch:
        watch_progress(parts, carrier, number)
    seen = campaigns.status(parts, carrier, number)
    say(parts, carrier, number)
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


def say(parts: Parts, carrier: str, number: int) -> None:
    from bot import campaigns

    seen = campaigns.status(parts, carrier, number)
    why = f": {seen['reason']}" if seen["reason"] else ""
    when = f", begins at {seen['starts_at']}" if seen["status"] == "scheduled" else ""
    click.echo(f"Campaign {number} is {seen['status']}{why}{when}.")


def watch_progress(parts: Parts, carrier: str, number: int) -> None:
    """A bar that fills as recipients are dealt with; it ends with the campaign, or where nothing moves before a later window."""
    from bot import campaigns

    with click.progressbar(length=1, label=f"Campaign {number}", file=sys.stderr) as bar:
        while True:
            began = time.monotonic()
            seen = campaigns.status(parts, carrier, number)
            spent = time.monotonic() - began  # counting a million recipients takes a second or two
            counts = seen["progress"]
            bar.length = max(1, counts["recipients"])
            done = counts["recipients"] - counts["waiting"] - counts["on_the_way"]
            bar.update(done - bar.pos)
            if seen["status"] in ("done", "stopped", "paused", "draft"):
                break
            time.sleep(max(BETWEEN_LOOKS, 10 * spent))


@click.command(epilog="Example: python -m bot campaign result 7")
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


@click.command(epilog="Example: python -m bot campaign export 7 > recipients.csv")
@click.argument("number", type=int)
@CARRIER
def export(number: int, carrier: str) -> None:
    """Write every recipient and what came of it as CSV to standard output."""
    from bot import campaigns

    for line in campaigns.export(parts_of(carrier), carrier, number):
        click.echo(line, nl=False)
