"""The command line: `python -m bot`. Every command imports what it needs when it runs, so that `--help` is there at once."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from bot.cli_parts import require_migrated, settings_in_force
from bot.core.errors import Invalid, ParceltalkError

if TYPE_CHECKING:
    from bot.settings import Settings


class Elsewhere(NamedTuple):
    """A command that another module defines."""

    module: str
    name: str
    help: str


ELSEWHERE: Final[Mapping[str, Elsewhere]] = {
    "carrier": Elsewhere("bot.cli_access", "carrier", "API keys: new, list, revoke."),
    "staff": Elsewhere("bot.cli_access", "staff", "Logins of the console: add, list, password, disable, enable."),
    "flows": Elsewhere("bot.cli_flows", "flows", "Check, test, draw, play and publish the carriers' flows."),
    "consent": Elsewhere("bot.cli_policy", "consent", "The consent ledger: import, show."),
    "numbers": Elsewhere("bot.cli_policy", "numbers", "Which numbers can be reached; the clean-up report."),
    "retention": Elsewhere("bot.cli_policy", "retention", "Remove what is older than the carrier keeps."),
    "erase": Elsewhere("bot.cli_policy", "erase", "Remove all that is known of one number, now."),
    "policy": Elsewhere("bot.cli_policy", "policy", "Print the rules of sending that are in force."),
    "campaign": Elsewhere(
        "bot.cli_campaigns", "campaign", "Texts to many: draft, dry run, start, pause, stop, result."
    ),
    "coupons": Elsewhere("bot.cli_notices", "coupons", "Coupon pools: import codes, see what is left."),
    "notice": Elsewhere("bot.cli_notices", "notice", "Notices to the carrier's own people, and who confirmed."),
    "understand": Elsewhere("bot.cli_understand", "understand", "Read replies as JSON Lines, print what they mean."),
}


class Group(click.Group):
    """A group that loads `ELSEWHERE` on demand, and shows our errors as a sentence instead of a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        place = ELSEWHERE[cmd_name]
        found = getattr(importlib.import_module(place.module), place.name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does it, without importing what is elsewhere for its one line of help."""
        rows = []
        for name in self.list_commands(ctx):
            own = self.commands.get(name)
            rows.append((name, own.get_short_help_str(limit=100) if own else ELSEWHERE[name].help))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ParceltalkError as error:
            raise click.ClickException(_sentences(error)) from error


def _sentences(error: ParceltalkError) -> str:
    """What is wrong, and field by field what should be there instead."""
    fields = error.fields if isinstance(error, Invalid) else {}
    return "\n".join([str(error), *(f"  {name}: {what}" for name, what in fields.items())])


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
def main() -> None:
    """Parceltalk: two-way SMS for parcel carriers.

    `python app.py` runs everything in one; these commands are its parts, and tools for operators and flow authors.
    Settings come from the environment; the README lists them.
    """


# ── the parts ────────────────────────────────────────────────────────────────────────────────────

_log_dir = click.option(
    "--log-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write logs to files in this folder, warnings to the screen. Default: all to standard error, as JSON lines.",
)


def _begin(part: str, log_dir: Path | None) -> Settings:
    from bot import logs
    from bot.embedded.lifeline import end_with_parent

    settings = settings_in_force()
    logs.configure(part, log_dir)
    require_migrated(settings)
    if log_dir is not None:  # only the supervisor gives one; on its own, a part may be started by a parent that leaves
        end_with_parent()
    return settings


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--processes", default=2, show_default=True, type=click.IntRange(1, 64), help="Server processes.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Threads of each.")
@_log_dir
def web(host: str, processes: int, threads: int, log_dir: Path | None) -> None:
    """Run the web server: webhooks, API, console, simulator.

    Example:  PORT=8000 python -m bot web --host 0.0.0.0
    """
    from bot.embedded.web import serve

    settings = _begin("web", log_dir)
    serve(settings, host=host, processes=processes, threads=threads, log_dir=log_dir)


@main.command()
@_log_dir
def worker(log_dir: Path | None) -> None:
    """Run a worker: sends texts and instructions, fires timers. As many as you like.

    Example:  python -m bot worker
    """
    from bot.embedded.worker import run

    run(_begin("worker", log_dir))


@main.command()
@click.option("--tick", default=1.0, show_default=True, type=click.FloatRange(0.05, 60), help="Seconds between looks.")
@_log_dir
def clock(tick: float, log_dir: Path | None) -> None:
    """Run the clock: rings the worker for what is due. One is enough, two do no harm.

    Example:  python -m bot clock --tick 1
    """
    from bot.embedded.clock import run

    run(_begin("clock", log_dir), tick)


# ── for operators ────────────────────────────────────────────────────────────────────────────────


@main.group()
def db() -> None:
    """The database's schema."""


@db.command()
def upgrade() -> None:
    """Bring the database to this version.

    Example:  python -m bot db upgrade
    """
    from bot.store import migrate, usable
    from bot.store.session import Store

    store = Store(settings_in_force().database_url)
    usable.require(store)
    done = migrate.upgrade(store)
    click.echo(f"The database is {'now' if done else 'already'} at revision {migrate.head()}.")
