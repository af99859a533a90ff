"""`python -m bot flows`: check, test, draw, play and describe the carriers' flows."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bot import cli_publish

if TYPE_CHECKING:
    from bot.core.flow import CompiledFlow
    from bot.core.flow.findings import Finding
    from bot.library import Library
    from bot.transcripts import Report

DEFAULT_CARRIER: Final = "demo"
_CARRIER = click.option("--carrier", default=DEFAULT_CARRIER, show_default=True, help="Whose version of the flow.")
_DIR = click.option(
    "--flows-dir", envvar="FLOWS_DIR", default="flows", show_default=True, type=click.Path(path_type=Path),
    help="The folder with the carriers' folders.",
)  # fmt: skip


@click.group()
def flows() -> None:
    """Check, test, draw, play and publish the carriers' flows."""


@flows.command(epilog="Example: python -m bot flows check flows/demo")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--quick", is_flag=True, help="Do not run the transcripts, so no word on transitions that none takes.")
@_DIR
def check(paths: tuple[Path, ...], quick: bool, flows_dir: Path) -> None:
    """Validate every flow, or those under PATHS: FLOWS_DIR and the folders of flows in it (flows/examples). Exit 1 on an error."""
    from bot.library import no_carrier

    shown: dict[Finding, None] = dict.fromkeys(no_carrier(path) for path in paths if not _used(path, flows_dir))
    names: set[str] = set()
    for folder in _folders(paths, flows_dir):
        findings, files = _checked(folder, paths, quick)
        shown |= dict.fromkeys(
            each for each in findings if each.severity == "error" or not paths or _under(each.file, paths)
        )
        names |= files
    for finding in shown:
        click.echo(str(finding))
    bad = sum(finding.severity == "error" for finding in shown)
    click.echo(f"{len(names)} flows, {bad} errors, {len(shown) - bad} warnings")
    sys.exit(1 if bad else 0)


def _used(path: Path, flows_dir: Path) -> bool:
    """Whether a path is a folder of flows, or stands in one, or in a carrier or the standard flows of one."""
    return any(
        (each / "carrier.yaml").exists() or each.name == "standard" or _holds_carriers(each) or each == flows_dir.resolve()
        for each in (path.resolve(), *path.resolve().parents[:2])
        if each != flows_dir.resolve() or path.resolve() == each
    )  # fmt: skip


def _checked(folder: Path, paths: Iterable[Path], quick: bool) -> tuple[list[Finding], set[str]]:
    """The findings in one folder of flows, and its flows' files. Of the transcripts those are run that are about flows under `paths`."""
    from bot.core.errors import FlowError
    from bot.core.flow.findings import Finding, errors
    from bot.library import survey
    from bot.transcripts import about, run, untested

    try:
        library, findings = survey(folder)
    except FlowError as error:
        return [found for found in error.findings if isinstance(found, Finding)], set()
    sources = [source for flows_ in library.sources.values() for source in flows_.values()]
    if not quick and not errors(findings):
        wanted = {source.name for source in sources if not paths or _under(source.file, paths)}
        files = [path for path in _transcripts((folder,), folder, folder) if (about(path) or "") in {"", *wanted}]
        report = run(library, files)
        # the standard flows' own transcripts are about a carrier that need not be here
        broken = [each for each in report.findings if each.code != "CARRIER" or "standard" not in Path(each.file).parts]
        findings += [*broken, *untested(library, report, wanted)]
    return sorted(findings), {source.file for source in sources}


def _folders(paths: Iterable[Path], flows_dir: Path) -> list[Path]:
    """The folders of flows that PATHS stand in; without PATHS, FLOWS_DIR and those inside it."""
    found: dict[Path, None] = {}
    for path in paths or (flows_dir,):
        around = _around(path, flows_dir)
        found |= dict.fromkeys((around, *_inner(around)) if around == path else (around,))
    return list(found)


def _around(path: Path, flows_dir: Path) -> Path:
    """The folder of flows that a path stands in; FLOWS_DIR where it stands in none."""
    return next((each for each in (path, *path.parents, *path.resolve().parents) if _holds_carriers(each)), flows_dir)


def _holds_carriers(folder: Path) -> bool:
    return next(folder.glob("*/carrier.yaml"), None) is not None


def _inner(folder: Path) -> list[Path]:
    return sorted({file.parent.parent for file in folder.glob("*/*/carrier.yaml")})


def _under(file: str, paths: Iterable[Path]) -> bool:
    return any(Path(file).resolve().is_relative_to(path.resolve()) for path in paths)


@flows.command(epilog="Example: python -m bot flows test flows/standard/tests/coupon.yaml")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="Name every transition that no transcript took.")
@click.option(
    "--update",
    is_flag=True,
    help="Write into the transcripts what is said now (texts, states, cases, instructions, rules). In CI nothing is written.",
)
@_DIR
def test(paths: tuple[Path, ...], verbose: bool, update: bool, flows_dir: Path) -> None:  # fmt: skip
    """Run the transcripts, all or those under PATHS, through the real engine, store and policy. Exit 1 on a failure."""
    from bot.transcripts import run

    if update and in_ci():
        click.echo("--update writes nothing in CI (the variable CI is set): the transcripts are only run.")
        update = False

    passed = failed = broken = 0
    for folder in _folders(paths, flows_dir):
        files = _transcripts(paths or (folder,), folder, flows_dir)
        if not files:
            continue
        report = run(_library(folder), files, correcting=update)
        _correct(report)
        for line in (*map(str, report.findings), *map(str, report.failures)):
            click.echo(line)
        _show_coverage(report, verbose)
        passed, failed, broken = passed + report.passed, failed + len(report.failures), broken + len(report.findings)
    if not passed + failed + broken:
        raise click.ClickException("No transcripts here: they stand in <carrier>/tests/*.yaml.")
    click.echo(f"{passed} passed, {failed} failed, {broken} errors in files")
    sys.exit(1 if failed or broken else 0)


def in_ci() -> bool:
    """Whether this runs in continuous integration, by the variable that every such service sets."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def _correct(report: Report) -> None:
    from bot.transcripts.update import corrected

    for file, corrections in report.corrections.items():
        path = Path(file)
        path.write_bytes(corrected(path.read_bytes().decode(), file, corrections).encode())
        click.echo(f"{file}: {len(corrections)} expectations written anew. Read the difference before you keep it.")


def _transcripts(paths: Iterable[Path], folder: Path, flows_dir: Path) -> list[Path]:
    """Transcript files under PATHS that belong to this folder of flows and to none inside it."""
    found: dict[Path, None] = {}
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*.yaml")):
            home = _around(file, flows_dir)
            if (file == path or file.parent.name == "tests") and home.resolve() == folder.resolve():
                found[file] = None
    return list(found)


def _show_coverage(report: Report, verbose: bool) -> None:
    for key in sorted(report.ways):
        ways, taken = report.ways[key], report.taken[key]
        states = {target for _, _, target in ways}
        reached = {target for _, _, target in taken & ways}
        click.echo(f"{'/'.join(key):<28} states {_share(reached, states)}  transitions {_share(taken & ways, ways)}")
        for source, trigger, target in sorted(ways - taken) if verbose else []:
            click.echo(f"    never taken: {source} -{trigger}-> {target}")


def _share(part: set[str] | set[tuple[str, str, str]], whole: set[str] | set[tuple[str, str, str]]) -> str:
    return f"{len(part):>3} of {len(whole):<3} {100 * len(part) // max(len(whole), 1):>3} %"


@flows.command(epilog="Example: python -m bot flows graph delivery_options > delivery_options.mmd")
@click.argument("flow")
@_CARRIER
@_DIR
def graph(flow: str, carrier: str, flows_dir: Path) -> None:
    """Print FLOW as Mermaid text."""
    from bot.core.flow.graph import mermaid

    click.echo(mermaid(_compiled(_library(flows_dir), carrier, flow)), nl=False)


@flows.command(epilog="Example: python -m bot flows schema > flow.schema.json")
@click.option("--of", "kind", type=click.Choice(["flow", "carrier", "transcript"]), default="flow", show_default=True)
def schema(kind: str) -> None:
    """Print the JSON Schema of the language, for completion in editors."""
    from bot.core.flow.editors import json_schema

    described = json_schema(kind)
    click.echo(json.dumps(described, ensure_ascii=False, indent=2))


@flows.command(epilog="Example: python -m bot flows play delivery_options --locale en")
@click.argument("flow")
@click.option("--locale", help="The customer's language; default: the carrier's first.")
@click.option("--phone", help="The customer's number, E.164; default: a mobile number of the carrier's country.")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A fact of the parcel; repeat it.")
@click.option("--save", type=click.Path(path_type=Path), help="Write the dialogue as a transcript to this new file.")
@_CARRIER
@_DIR
def play(
    flow: str, locale: str | None, phone: str | None, facts: tuple[str, ...], save: Path | None, carrier: str, flows_dir: Path
) -> None:  # fmt: skip
    """Talk to FLOW in this terminal. A line that begins with / is a command: /wait 4h, /event delivered, /help, /quit."""
    from bot.core.errors import Invalid
    from bot.transcripts.manner import Manner, pairs
    from bot.transcripts.play import play as play_

    library = _library(flows_dir)
    _compiled(library, carrier, flow)
    try:
        play_(library, carrier, flow, Manner(locale, phone, pairs(facts), save))
    except Invalid as error:
        raise click.ClickException(str(error)) from None


def _library(flows_dir: Path) -> Library:
    from bot.core.errors import FlowError
    from bot.library import load

    try:
        return load(flows_dir)
    except FlowError as error:
        raise click.ClickException(f"the flows cannot be used:\n{error}") from None


def _compiled(library: Library, carrier: str, flow: str) -> CompiledFlow:
    from bot.core.flow import compile_flow
    from bot.core.flow.findings import did_you_mean

    if carrier not in library.carriers:
        raise click.ClickException(f"'{carrier}' is no carrier here.{did_you_mean(carrier, library.carriers)}")
    found = library.flows(carrier)
    if flow not in found:
        raise click.ClickException(f"'{flow}' is no flow of {carrier}.{did_you_mean(flow, found)}")
    return compile_flow(found[flow].document, found[flow].hash)


cli_publish.register(flows)
