"""`python -m bot campaign`: texts to many."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Final

import click

from bot.cli_campaign_results import export, result, say, status, watch_progress
from bot.cli_operator import CARRIER, FILE, parts_of, report, table, who

LIMITS: Final = ("opt_outs", "complaints", "per_minute")
_MOMENT = click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"])


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
@click.option("--per-minute", type=click.IntRange(1), help="Begin no more recipients in any minute.")
def new(name: str, flow: str, carrier: str, file: Path | None, variants: Sequence[str], data: Sequence[str],
        **more: Any) -> None:  # fmt: skip
    """Write the draft of a campaign NAME and print its number. Everything given about the audience must hold."""
    from pydantic import ValidationError

    from bot import campaigns
    from bot.core.campaigning import NewCampaign
    from bot.core.mistakes import mistakes

    wanted = {
        "name": name,
        "flow": flow,
        "audience": {key: value for key, value in more.items() if key not in LIMITS},
        "variants": [_variant(each) for each in variants],
        "data": _pairs(data),
        "limits": {key: more[key] for key in LIMITS},
    }
    try:
        checked = NewCampaign.model_validate(wanted)
    except ValidationError as error:
        place, wrong = next(iter(mistakes(error, wanted).items()))
        raise click.ClickException(f"{place}: {wrong}") from None
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


@campaign.command("dry-run", epilog="Example: python -m bot campaign dry-run 7")
@click.argument("number", type=int)
@CARRIER
@click.option("--json", "as_json", is_flag=True, help="As the API gives it.")
def dry_run(number: int, carrier: str, as_json: bool) -> None:
    """Say how many would get it, how many not and why, and what it would cost; nothing is written."""
    import json

    from bot import campaigns

    parts = parts_of(carrier)
    with click.progressbar(length=1, label="Recipients", file=sys.stderr, hidden=as_json) as bar:

        def tell(done: int, of: int) -> None:
            bar.length = max(of, done, 1)
            bar.update(done - bar.pos)

        told = campaigns.dry_run(parts, carrier, number, progress=tell).as_json()
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
    if told["minutes"]:
        rows += [("minutes, at least", f"{told['minutes']} ({told['per_minute']} a minute)")]
    zone = parts.flows.carrier(carrier).zone
    rows += [(name, _local(told[f"{name}_at"], zone)) for name in ("first", "last") if told[f"{name}_at"]]
    table(rows)


def _local(moment: str, zone: tzinfo) -> str:
    return f"{datetime.fromisoformat(moment).astimezone(zone):%Y-%m-%d %H:%M} (carrier's time)"


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
        watch_progress(parts, carrier, number)
    else:
        say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign pause 7")
@click.argument("number", type=int)
@CARRIER
def pause(number: int, carrier: str) -> None:
    """Hold it back: nobody else is begun, and what waits for its window stays."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.pause(parts, carrier, number, who())
    say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign resume 7")
@click.argument("number", type=int)
@CARRIER
def resume(number: int, carrier: str) -> None:
    """Let it go on; what was held back asks policy anew."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.resume(parts, carrier, number, who())
    say(parts, carrier, number)


@campaign.command(epilog="Example: python -m bot campaign stop 7")
@click.argument("number", type=int)
@CARRIER
def stop(number: int, carrier: str) -> None:
    """End it for good, with what still waits in the outbox."""
    from bot import campaigns

    parts = parts_of(carrier)
    campaigns.stop(parts, carrier, number, who())
    say(parts, carrier, number)


@campaign.command("list", epilog="Example: python -m bot campaign list")
@CARRIER
def list_(carrier: str) -> None:
    """List the newest campaigns."""
    from bot import campaigns

    rows = campaigns.campaign_list(parts_of(carrier), carrier, None, 50)
    table([(row["id"], row["status"], row["flow"], row["name"]) for row in rows])


for _command in (status, result, export):
    campaign.add_command(_command)
