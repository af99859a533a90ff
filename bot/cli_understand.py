"""`python -m bot understand`: replies in as JSON Lines, meanings out, in order; or one reply explained layer by layer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import click

from bot.core.model import Address, Meaning, Question, TimeWindow
from bot.core.understand import steps
from bot.core.understand import understand as read

_EXAMPLE: Final = '{"flow": "delivery_options", "text": "2 后天下午", "now": "2026-11-21T14:00:00+08:00"}'
Questions = Callable[[str], Mapping[str, Question]]


class Unreadable(ValueError):
    """A line that is no request; the message says what is wrong with it."""


def meaning_as_json(meaning: Meaning) -> dict[str, Any]:
    """`{"branch", "intent", "slots", "rule"}` as PRODUCT fixes it, and `also`, `ambiguous` where there is something to say."""
    found: dict[str, Any] = {
        "branch": meaning.branch,
        "intent": meaning.intent,
        "slots": _slots(meaning),
        "rule": meaning.rule,
    }
    if meaning.also:
        found["also"] = list(meaning.also)
    if meaning.ambiguous:
        found["ambiguous"] = True
    return found


def _slots(meaning: Meaning) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    if meaning.time:
        slots["time"] = _time(meaning.time)
    if meaning.address:
        slots["address"] = _address(meaning.address)
    if meaning.rating:
        slots["rating"] = meaning.rating
    return slots


def _time(window: TimeWindow) -> dict[str, Any]:
    found: dict[str, Any] = {
        "start": window.start.isoformat() if window.start else None,
        "end": window.end.isoformat() if window.end else None,
    }
    return {**found, "inferred": list(window.inferred)} if window.inferred else found


def _address(address: Address) -> dict[str, Any]:
    names = ("province", "city", "district", "detail", "name", "phone", "postcode", "complete")
    return {name: getattr(address, name) for name in names}


def answer(line: str, questions: Questions) -> dict[str, Any]:
    """The meaning of one request. Raises Unreadable."""
    try:
        request = json.loads(line)
    except ValueError as error:
        message = f"not JSON: {error}"
        raise Unreadable(message) from error
    if not isinstance(request, dict):
        message = f"an object is needed, like {_EXAMPLE}"
        raise Unreadable(message)
    return meaning_as_json(read(_text(request), _question(request, questions), _now(request)))


def _text(request: Mapping[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        message = '"text" is missing or no string'
        raise Unreadable(message)
    return text


def _now(request: Mapping[str, Any]) -> datetime:
    now = request.get("now")
    if not isinstance(now, str):
        message = '"now" is missing: the moment of the reply with its offset, like "2026-11-21T14:00:00+08:00"'
        raise Unreadable(message)
    try:
        moment = datetime.fromisoformat(now)
    except ValueError as error:
        message = f'"now" is no ISO 8601 time: {now!r}'
        raise Unreadable(message) from error
    if moment.tzinfo is None:
        message = f'"now" needs an offset, like {now}+08:00'
        raise Unreadable(message)
    return moment


def _question(request: Mapping[str, Any], questions: Questions) -> Question | None:
    flow = request.get("flow")
    if flow is None:
        return None
    if not isinstance(flow, str):
        message = '"flow" is neither a name nor null'
        raise Unreadable(message)
    try:
        asked = questions(flow)
    except LookupError as error:
        message = f"no flow called {flow!r}"
        raise Unreadable(message) from error
    state = request.get("state")
    if state is None:
        return next(iter(asked.values()), None)
    if state not in asked:
        message = f"flow {flow!r} asks nothing in a state called {state!r}; it asks in {', '.join(asked) or 'none'}"
        raise Unreadable(message)
    return asked[state]


def explained(text: str, question: Question | None, now: datetime) -> str:
    """The layers that were asked, one a line, and what the deciding one said."""
    lines = [
        f"{name:<16} {'-' if meaning is None else json.dumps(meaning_as_json(meaning), ensure_ascii=False)}"
        for name, meaning in steps(text, question, now)
    ]
    return "\n".join(lines)


def _questions_in(flows_dir: Path | None) -> Questions:
    """What the flows of a folder ask (None: the shipped folder); each flow is compiled once."""
    from bot.library import questions_of  # reads and compiles the flow's YAML

    @cache
    def questions(flow: str) -> Mapping[str, Question]:
        return questions_of(flow, flows_dir) if flows_dir else questions_of(flow)

    return questions


@click.command("understand", epilog=f"Example:\n\n  echo '{_EXAMPLE}' | python -m bot understand")
@click.option(
    "--explain", metavar="TEXT", help="Show for one reply which layer decided, and what the ones before it said."
)
@click.option("--flow", metavar="FLOW", help="With --explain: the flow whose question is open.")
@click.option("--state", metavar="STATE", help="With --explain: the state that asks; else the first one that does.")
@click.option(
    "--now", metavar="TIME", help="With --explain: the moment of the reply, ISO 8601 with its offset; else this moment."
)
@click.option(
    "--flows-dir", envvar="FLOWS_DIR", metavar="FOLDER", type=click.Path(path_type=Path),
    help="The folder with the carriers' folders. Default: FLOWS_DIR, else the shipped flows.",
)  # fmt: skip
def understand(
    explain: str | None, flow: str | None, state: str | None, now: str | None, flows_dir: Path | None
) -> None:
    """Read replies as JSON Lines from standard input, print what each means, one object a line, in order.

    A line that cannot be read gets {"error": …, "line": its number}; the rest goes on.
    """
    questions = _questions_in(flows_dir)
    if explain is not None:
        moment = now or datetime.now().astimezone().isoformat()
        try:
            request = {"flow": flow, "state": state, "now": moment}
            click.echo(explained(explain, _question(request, questions), _now(request)))
        except Unreadable as error:
            raise click.UsageError(str(error)) from error
        return
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8", errors="replace").strip()
        if not line:
            continue
        try:
            found = answer(line, questions)
        except Unreadable as error:
            found = {"error": str(error), "line": number}
        click.echo(json.dumps(found, ensure_ascii=False))
