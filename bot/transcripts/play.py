"""`flows play`: talk to a flow in the terminal, on the same stage that transcripts run on, and keep the dialogue as a transcript."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any, Final

import click
import sqlalchemy as sa
from ruamel.yaml import YAML

from bot.core.durations import HELP, is_duration, short_duration
from bot.core.errors import ParceltalkError
from bot.core.flow.checks.menus import EVENTS
from bot.core.flow.findings import did_you_mean
from bot.core.flow.transcript import Given, Step, Transcript
from bot.library import Library
from bot.store.tables import conversations
from bot.transcripts.dialogue import Dialogue
from bot.transcripts.manner import Manner, made_up, pairs
from bot.transcripts.run import Stage

COMMANDS: Final = (
    "/wait 4h   /event delivered [name=value …]   /photo [words]   /agent claim|close|hand_back|words   /state   /quit"
)
NOT_BEGUN: Final = "not begun"


def play(library: Library, carrier: str, flow: str, manner: Manner) -> None:
    """Begin `flow` as its first trigger does, then read lines from the terminal until /quit.

    Raises `Invalid` for a language that the carrier does not speak or a place where nothing can be saved: before anything is said.
    """
    manner.require(library.carriers[carrier])
    with tempfile.TemporaryDirectory(prefix="play-") as folder:
        stage = Stage(library, Path(folder))
        try:
            _Play(stage, library, carrier, flow, manner).talk(manner.save)
        finally:
            stage.close()


class _Play:
    def __init__(self, stage: Stage, library: Library, carrier: str, flow: str, manner: Manner) -> None:
        self.config = library.carriers[carrier]
        self.compiled = stage.flows.current(carrier)[flow]
        self.made_up = {name: value for name, value in made_up(self.compiled).items() if name not in manner.facts}
        # It is ten in the morning, so that no sending window holds a text up, whatever the hour of who plays.
        today = stage.clock.now().astimezone(self.config.zone)
        now = today.replace(hour=10, minute=0, second=0, microsecond=0, tzinfo=None)
        self.given: dict[str, Any] = {
            "now": now.isoformat(" ", "minutes"),
            "customer": {
                name: value for name, value in (("phone", manner.phone), ("locale", manner.locale)) if value
            },
            "shipment": {
                "tracking_no": "FY1234568896", "redirectable": True, "proof_code": "839201",
                "courier": {"name": "李师傅", "phone": "13900139000"}, "eta": (now + timedelta(hours=2)).isoformat(),
                **self.made_up, **manner.facts,
            },
            "coupons": {pool: ["QIU-8F3K-2Q"] for pool in self.config.coupons},
        }  # fmt: skip
        self.flow, self.carrier = flow, carrier
        given = Given.model_validate(self.given)
        transcript = Transcript.model_construct(flow=flow, carrier=carrier, given=given, cases=())
        self.dialogue = Dialogue(stage.parts, library, transcript, given, stage.clock)
        self.steps: list[dict[str, Any]] = []
        self._commands: Mapping[str, Callable[[str], None]] = {
            "/wait": self._wait, "/event": self._event, "/agent": self._agent,
            "/photo": lambda words: self._take({"photo": words}),
            "/state": lambda _: click.echo(f"  {self._state()}"), "/help": lambda _: click.echo(f"  {COMMANDS}"),
        }  # fmt: skip

    def talk(self, save: Path | None) -> None:
        click.echo(f"{self.compiled.title}   {COMMANDS}")
        if self.made_up:
            told = ", ".join(f"{name}={value}" for name, value in self.made_up.items())
            click.echo(f"  (made up: {told}; --fact {next(iter(self.made_up))}=… says otherwise)")
        self._begin()
        while (line := self._line()) is not None:
            try:
                self._do(line)
            except (ParceltalkError, ValueError) as error:
                click.echo(f"  ! {error}")
        if save is not None:
            self._save(save)

    def _begin(self) -> None:
        trigger = self.compiled.triggers[0]
        match trigger.event:
            case "reply":
                pass
            case "campaign" | "notice" as kind:
                self._take({kind: {"flow": self.flow}})
            case event:
                self._take({"event": event})
        if trigger.after:
            self._take({"wait": short_duration(trigger.after)})
        if trigger.event != "reply" and self._state() == NOT_BEGUN:
            guard = f": its guard {trigger.if_} does not hold, or a fact of it did not come" if trigger.if_ else ""
            click.echo(f"  ! The flow has not begun{guard}.")

    def _line(self) -> str | None:
        try:
            line = str(click.prompt(f"[{self._state()}] you", default="", show_default=False, prompt_suffix="> "))
        except (click.Abort, EOFError):
            return None
        return None if line.strip() == "/quit" else line

    def _do(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        if not word.startswith("/"):
            self._take({"customer": line})
        elif word in self._commands:
            self._commands[word](rest.strip())
        else:
            raise ValueError(f"'{word}' is no command: {COMMANDS}")

    def _wait(self, rest: str) -> None:
        if not is_duration(rest):
            raise ValueError(f"/wait needs a duration: {HELP}")
        self._take({"wait": rest})

    def _agent(self, rest: str) -> None:
        if not rest:
            raise ValueError("/agent needs claim, close, hand_back, or what the person writes")
        self._take({"agent": rest if rest in ("claim", "close", "hand_back") else {"says": rest}})

    def _event(self, rest: str) -> None:
        words = rest.split()
        known = EVENTS | set(self.config.events)
        if not words or words[0] not in known:
            name = words[0] if words else ""
            raise ValueError(
                f"'{name}' is no event.{did_you_mean(name, known)} One of your own is named under events: in carrier.yaml."
            )
        data = pairs(words[1:])
        self._take({"event": {"type": words[0], "data": data} if data else words[0]})

    def _take(self, written: dict[str, Any]) -> None:
        self.dialogue.take(Step.model_validate(written))
        self.steps.append(written)
        for text in self.dialogue.unread():
            click.echo(f"  {text}")
            self.steps.append({"bot": text})

    def _state(self) -> str:
        query = sa.select(conversations.c.state).where(conversations.c.flow == self.flow).order_by(conversations.c.id)
        with self.dialogue.store.read() as connection:
            states = connection.execute(query).scalars().all()
        return states[-1] if states else NOT_BEGUN

    def _save(self, path: Path) -> None:
        case = {"name": "played", "steps": [*self.steps, {"state": self._state()}]}
        document = {"flow": self.flow, "carrier": self.carrier, "given": self.given, "cases": [case]}
        yaml, text = YAML(), StringIO()
        yaml.width = 200
        yaml.dump(document, text)
        try:
            path.write_text(text.getvalue(), encoding="utf-8")
        except OSError as error:
            click.echo(f"! {path} cannot be written: {error.strerror}. The dialogue:\n{text.getvalue()}")
        else:
            click.echo(f"saved: {path}")
