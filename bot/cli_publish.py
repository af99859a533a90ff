"""`python -m bot flows publish` and `flows versions`: what new conversations begin with, and who is still in what came before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from bot.core.fate import Fate
    from bot.parts import Parts
    from bot.publishing import Change, Plan
    from bot.store.flow_versions import Standing

SHORT: Final = 12
"""Characters of a version that are shown."""
PATIENCE: Final = 600.0
"""Seconds that the command moves and ends conversations itself; the worker goes on with what is left."""


def register(flows: click.Group) -> None:
    """Add the commands to `flows`."""
    flows.add_command(publish)
    flows.add_command(versions)


@click.command(epilog="Example: python -m bot flows publish demo delivery_options --move offered=asked --dry-run")
@click.argument("carrier")
@click.argument("flow", required=False)
@click.option("--dry-run", is_flag=True, help="Show what would change and who is mid-conversation; change nothing.")
@click.option("--move", "moves", multiple=True, metavar="OLD=NEW", help="Move who is in state OLD to NEW; repeat it.")
@click.option("--end", "text", metavar="TEXT_KEY", help="End the open conversations with this text of the flow.")
def publish(carrier: str, flow: str | None, dry_run: bool, moves: tuple[str, ...], text: str | None) -> None:
    """Publish the files of CARRIER, or of its FLOW alone: every running process takes them within a second.

    Who is mid-conversation stays in the version they began with, unless --move or --end says otherwise.
    """
    from bot import publishing
    from bot.core.fate import Stay
    from bot.drafts import Drafts

    parts = _parts()
    fate = _fate(moves, text)
    if flow is None and not isinstance(fate, Stay):
        raise click.UsageError("--move and --end need a FLOW: states and texts belong to one flow.")
    planned = publishing.plan(parts, Drafts(parts.settings.flows_dir).look(), carrier, flow)
    if not (planned.new if isinstance(fate, Stay) else planned.changes):
        click.echo("Nothing to publish: the files are what is published.")
        click.echo(_left_behind(parts, carrier, flow))
        return
    _show(planned, fate)
    try:
        done = _publish(parts, planned, fate, dry_run)
    except publishing.NoPlace as problem:
        raise click.ClickException(f"{problem} Add --move {problem.state}=STATE.") from None
    click.echo(done)
    if not dry_run:
        _settle(parts, fate)


def _publish(parts: Parts, planned: Plan, fate: Fate, dry_run: bool) -> str:
    """What was done, in words."""
    from bot import publishing

    if dry_run:
        publishing.require_fits(parts, planned.carrier, planned.changes, fate)
        return "Nothing was changed (--dry-run)."
    if not publishing.publish(parts, planned, "system", fate):
        return "Somebody has published the same meanwhile."
    return "Published. Every process takes it within a second."


def _left_behind(parts: Parts, carrier: str, flow: str | None) -> str:
    """Who is in an older version than the published one: they can be moved or ended afterwards."""
    from bot.store import flow_versions

    with parts.store.read() as connection:
        current = flow_versions.hashes(connection, carrier)
        standing = flow_versions.standing(connection, carrier, flow)
    lines = []
    for name, counted in standing.items():
        if behind := [one for one in counted if one.hash != current.get(name)]:
            lines.append(f"    {name}: {_open(behind)} in older versions")
    if not lines:
        return "Nobody is in an older version."
    how = f"python -m bot flows publish {carrier} {flow or 'FLOW'} --move OLD=NEW, or --end TEXT_KEY"
    return "\n".join([*lines, f"They stay to their end. To move or end them: {how}"])


def _fate(moves: tuple[str, ...], text: str | None) -> Fate:
    from bot.core.fate import End, Move, Stay

    if moves and text:
        raise click.UsageError("Either --move or --end, not both.")
    if text:
        return End(text)
    pairs = [pair.partition("=") for pair in moves]
    if wrong := [pair for pair, (was, _, becomes) in zip(moves, pairs, strict=True) if not (was and becomes)]:
        raise click.UsageError(f"--move {wrong[0]}: write OLD=NEW, such as --move offered=asked.")
    return Move({was: becomes for was, _, becomes in pairs}) if moves else Stay()


def _show(planned: Plan, fate: Fate) -> None:
    for change in planned.changes:
        versions_ = " → ".join(version[:SHORT] for version in (change.old, change.new) if version)
        click.echo(f"{planned.carrier}/{change.flow}  {change.word}  {versions_}")
        for one in change.elsewhere:
            becomes = _becomes(change, one.state, fate)
            click.echo(f"    {one.count:>6} open in {one.state} of {one.hash[:SHORT]}: {becomes}")


def _becomes(change: Change, state: str, fate: Fate) -> str:
    from bot.core.fate import End, Move

    match fate:
        case Move():
            return f"move to {fate.target(state)}"
        case End(text):
            return f"end with the text {text}"
    return "stay in their version" if change.new else "stay until they end"


def _settle(parts: Parts, fate: Fate) -> None:
    from bot import publishing
    from bot.core.fate import Stay

    if isinstance(fate, Stay):
        return
    words = {
        "moved": "moved",
        "asked": "moved and asked again",
        "ended": "ended",
        "stays": "stay",
        "gone": "ended meanwhile",
    }
    done = publishing.settle(parts, PATIENCE)
    click.echo(", ".join(f"{done[key]} {words[key]}" for key in words if done[key]) or "Nobody was mid-conversation.")


@click.command(epilog="Example: python -m bot flows versions demo delivery_options")
@click.argument("carrier")
@click.argument("flow", required=False)
def versions(carrier: str, flow: str | None) -> None:
    """List what is published of CARRIER, or every publication of one FLOW, with who is still in each version."""
    from bot.store import flow_versions

    parts = _parts()
    config = parts.flows.carrier(carrier)
    with parts.store.read() as connection:
        rows = flow_versions.history(connection, carrier, flow) if flow else flow_versions.current(connection, carrier)
        standing = flow_versions.standing(connection, carrier, flow)
    if not rows:
        raise click.ClickException(f"Nothing of '{flow}' was ever published for {carrier}.")
    counted: set[str] = set()
    for row in rows:
        at = row.published_at.astimezone(config.zone)
        here = [one for one in standing.get(row.flow, ()) if one.hash == row.hash]
        open_ = "as above" if row.hash in counted and flow else _open(here)
        counted.add(row.hash or "")
        click.echo(
            f"{row.flow:<24} {(row.hash or 'withdrawn')[:SHORT]:<12}  {at:%Y-%m-%d %H:%M}  {row.who:<10} {open_}"
        )


def _open(counted: Sequence[Standing]) -> str:
    states = ", ".join(f"{one.state} {one.count}" for one in counted)
    return f"{sum(one.count for one in counted)} open ({states})" if counted else "nobody"


def _parts() -> Parts:
    """The process's own parts. What was never published stays so: to show what would be published must not publish it."""
    from bot import wiring
    from bot.cli_parts import require_migrated, settings_in_force

    settings = settings_in_force()
    require_migrated(settings)
    return wiring.build(settings, publish_new=False).parts
