"""`flows play`: talk to a flow in the terminal, on the same stage that transcripts run on, and keep the dialogue as a transcript."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any, Final

import click
import sqlalchemy as sa
from ruamel.yaml import YAML

from bot.core.durations import HELP, is_duration, short_duration
from bot.core.errors import ParceltalkError
from bot.core.flow.transcript import Given, Step, Transcript
from bot.library import Library
from bot.store.tables import conversations
from bot.transcripts.dialogue import Dialogue
from bot.transcripts.run import Stage

COMMANDS: Final = "/wait 4h   /event delivered   /state   /quit"


def play(library: Library, carrier: str, flow: str, locale: str | None, save: Path | None) -> None:
    """Begin `flow` as its first trigger does, then read lines from the terminal until it ends or /quit."""
    with tempfile.TemporaryDirectory(prefix="play-") as folder:
        stage = Stage(library, Path(folder))
        try:
            _Play(stage, library, carrier, flow, locale).talk(save)
        finally:
            stage.close()


class _Play:
    def __init__(self, stage: Stage, library: Library, carrier: str, flow: str, locale: str | None) -> None:
        # It is ten in the morning, so that no sending window holds a text up, whatever the hour of who plays.
        today = stage.clock.now().astimezone(library.carriers[carrier].zone)
        now = today.replace(hour=10, minute=0, second=0, microsecond=0, tzinfo=None)
        self.given: dict[str, Any] = {
            "now": now.isoformat(" ", "minutes"),
            "customer": {"phone": "+8613800138000", **({"locale": locale} if locale else {})},
            "shipment": {
                "tracking_no": "FY1234568896", "redirectable": True, "proof_code": "839201",
                "courier": {"name": "李师傅", "phone": "13900139000"}, "eta": (now + timedelta(hours=2)).isoformat(),
            },
            "coupons": {pool: ["QIU-8F3K-2Q"] for pool in library.carriers[carrier].coupons},
        }  # fmt: skip
        self.flow, self.carrier = flow, carrier
        self.compiled = stage.flows.current(carrier)[flow]
        given = Given.model_validate(self.given)
        transcript = Transcript.model_construct(flow=flow, carrier=carrier, given=given, cases=())
        self.dialogue = Dialogue(stage.parts, library, transcript, given, stage.clock)
        self.steps: list[dict[str, Any]] = []

    def talk(self, save: Path | None) -> None:
        click.echo(f"{self.compiled.title}   {COMMANDS}")
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

    def _line(self) -> str | None:
        try:
            line = str(click.prompt(f"[{self._state()}] you", default="", show_default=False, prompt_suffix="> "))
        except (click.Abort, EOFError):
            return None
        return None if line.strip() == "/quit" else line

    def _do(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        match word:
            case "/wait":
                if not is_duration(rest.strip()):
                    raise ValueError(f"/wait needs a duration: {HELP}")
                self._take({"wait": rest.strip()})
            case "/event":
                self._take({"event": rest.strip()})
            case "/state":
                click.echo(f"  {self._state()}")
            case _ if word.startswith("/"):
                raise ValueError(f"'{word}' is no command: {COMMANDS}")
            case _:
                self._take({"customer": line})

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
        return states[-1] if states else "not begun"

    def _save(self, path: Path) -> None:
        case = {"name": "played", "steps": [*self.steps, {"state": self._state()}]}
        document = {"flow": self.flow, "carrier": self.carrier, "given": self.given, "cases": [case]}
        yaml, text = YAML(), StringIO()
        yaml.width = 200
        yaml.dump(document, text)
        path.write_text(text.getvalue(), encoding="utf-8")
        click.echo(f"saved: {path}")
