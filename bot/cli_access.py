"""`python -m bot carrier | staff`: who may call the API, and who may work at the console."""

from __future__ import annotations

import sys
from typing import Final

import click

from bot.cli_parts import parts_in_force

ROLES: Final = {"agent": "takes cases", "author": "publishes flows as well", "admin": "all of it"}

# ── API keys ─────────────────────────────────────────────────────────────────────────────────────


@click.group()
def carrier() -> None:
    """The companies whose parcels these are."""


@carrier.group()
def key() -> None:
    """A carrier's API keys."""


@key.command("new")
@click.argument("carrier")
def key_new(carrier: str) -> None:
    """Make an API key for CARRIER and print it, once.

    Example:  python -m bot carrier key new demo
    """
    from bot.store import keys

    parts = parts_in_force()
    parts.flows.carrier(carrier)
    click.echo(keys.new(parts.store, carrier, parts.clock.now()))


@key.command("list")
@click.argument("carrier")
def key_list(carrier: str) -> None:
    """List CARRIER's API keys: their first characters, since when, and which are revoked.

    Example:  python -m bot carrier key list demo
    """
    from bot.store import keys

    parts = parts_in_force()
    parts.flows.carrier(carrier)
    with parts.store.read() as connection:
        rows = keys.listed(connection, carrier)
    for row in rows:
        until = f"revoked {row.revoked_at:%Y-%m-%d %H:%M} UTC" if row.revoked_at else "in use"
        click.echo(f"pt_{carrier}_{row.prefix}…  made {row.created_at:%Y-%m-%d %H:%M} UTC  {until}")
    if not rows:
        click.echo(f"{carrier} has no API key. Make one: python -m bot carrier key new {carrier}", err=True)


@key.command("revoke")
@click.argument("carrier")
@click.argument("prefix")
def key_revoke(carrier: str, prefix: str) -> None:
    """Revoke the key of CARRIER that begins with PREFIX, as `list` shows it. It opens nothing from then on.

    Example:  python -m bot carrier key revoke demo pt_demo_Xy12Ab34
    """
    from bot.store import keys

    parts = parts_in_force()
    parts.flows.carrier(carrier)
    first = prefix.removeprefix(f"pt_{carrier}_").rstrip("…")[: keys.SHOWN]
    if not keys.revoke(parts.store, carrier, first, parts.clock.now()):
        raise click.ClickException(
            f"{carrier} has no key in use that begins with {prefix}. See: python -m bot carrier key list {carrier}"
        )
    click.echo(f"Revoked pt_{carrier}_{first}….")


# ── logins ───────────────────────────────────────────────────────────────────────────────────────


@click.group()
def staff() -> None:
    """The people who work at the console."""


_password_stdin = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input instead of making one."
)


@staff.command("add")
@click.argument("name")
@click.option("--carrier", help="Only this carrier's cases. Default: every carrier's.")
@click.option(
    "--role",
    type=click.Choice(list(ROLES)),
    default="agent",
    show_default=True,
    help="; ".join(f"{role}: {may}" for role, may in ROLES.items()) + ".",
)
@_password_stdin
def staff_add(name: str, carrier: str | None, role: str, password_stdin: bool) -> None:
    """Make a login NAME for the console and print its password, once.

    Example:  python -m bot staff add li.wei
    """
    from bot.store import staff as logins

    parts = parts_in_force()
    if carrier is not None:
        parts.flows.carrier(carrier)
    given = _given(password_stdin)
    made = logins.add(parts.store, name, parts.clock.now(), carrier=carrier, role=role, password=given)
    click.echo(f"{name} can log in." if given else made)


@staff.command("list")
def staff_list() -> None:
    """List the logins: carrier, role, since when, and which are disabled.

    Example:  python -m bot staff list
    """
    from bot.store import staff as logins

    parts = parts_in_force()
    with parts.store.read() as connection:
        for row in logins.listed(connection):
            until = f"disabled {row.disabled_at:%Y-%m-%d %H:%M} UTC" if row.disabled_at else "in use"
            of = row.carrier or "every carrier"
            click.echo(f"{row.name}  {row.role}  {of}  made {row.created_at:%Y-%m-%d %H:%M} UTC  {until}")


@staff.command("password")
@click.argument("name")
@_password_stdin
def staff_password(name: str, password_stdin: bool) -> None:
    """Give NAME a new password, print it once, and end all their sessions.

    Example:  python -m bot staff password li.wei
    """
    from bot.store import staff as logins

    parts = parts_in_force()
    given = _given(password_stdin)
    made = logins.set_password(parts.store, name, parts.clock.now(), given)
    click.echo(f"{name} has the new password." if given else made)


@staff.command("disable")
@click.argument("name")
def staff_disable(name: str) -> None:
    """Lock NAME out at once, for good or until `enable`. What they signed keeps their name.

    Example:  python -m bot staff disable li.wei
    """
    from bot.store import staff as logins

    parts = parts_in_force()
    logins.set_disabled(parts.store, name, parts.clock.now(), disabled=True)
    click.echo(f"{name} cannot log in any more.")


@staff.command("enable")
@click.argument("name")
def staff_enable(name: str) -> None:
    """Let NAME log in again, with the password they had.

    Example:  python -m bot staff enable li.wei
    """
    from bot.store import staff as logins

    parts = parts_in_force()
    logins.set_disabled(parts.store, name, parts.clock.now(), disabled=False)
    click.echo(f"{name} can log in again.")


def _given(from_stdin: bool) -> str | None:
    if not from_stdin:
        return None
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise click.UsageError("--password-stdin was given and standard input is empty. Pipe the password in.")
    return password
