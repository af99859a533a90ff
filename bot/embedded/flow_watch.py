"""`python app.py` publishes a changed flow by itself: it looks at the files every second, and says on the screen what it took or what is wrong."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from bot.core.errors import ParceltalkError
from bot.drafts import Draft, Drafts, Signature, signature_of
from bot.parts import Parts
from bot.publishing import Plan, publish_files

EVERY: Final = 0.5
"""Seconds between two looks. A change is taken when two looks in a row see the same: an editor may still be writing."""
MOST_SHOWN: Final = 10

log = structlog.get_logger(__name__)


class FlowWatch:
    """Looks at the files; `look` is called again and again."""

    def __init__(self, parts: Parts, say: Callable[[str], None]) -> None:
        self._parts, self._say = parts, say
        self._drafts = Drafts(parts.settings.flows_dir)
        self._before: Signature | None = None
        self._taken: Signature | None = None
        self._said: dict[str, tuple[str, ...]] = {}

    def look(self) -> None:
        """Publish what changed and has no fault; say the faults of the rest, once."""
        signature = signature_of(self._parts.settings.flows_dir)
        settled, self._before = signature == self._before, signature
        if not settled or signature == self._taken:
            return
        draft = self._drafts.look()
        try:
            done = publish_files(self._parts, draft)
        except ParceltalkError as error:  # somebody else publishes just now: the next look tries again
            log.info("files_not_published", why=str(error))
            return
        self._taken = draft.signature
        if done:
            self._say(published(done))
        self._tell(draft)

    def _tell(self, draft: Draft) -> None:
        for slug in sorted({*draft.library.carriers, *_folders(draft)}):
            faults = tuple(str(found).replace(f"{draft.folder}/", "", 1) for found in draft.faults(slug))
            if faults and faults != self._said.get(slug):
                self._say(faulty(slug, faults))
            elif not faults and self._said.get(slug):
                self._say(f"The flows of {slug} have no errors any more.")
            self._said[slug] = faults


def _folders(draft: Draft) -> set[str]:
    return {path.parent.name for path in draft.folder.glob("*/carrier.yaml")}


def published(done: Sequence[Plan]) -> str:
    """What was taken, in a line, and who goes on in older versions, with the command that would change it."""
    changes = [change for planned in done for change in planned.changes]
    names = ", ".join(f"{change.flow} ({change.word})" for change in changes[:MOST_SHOWN])
    more = f" and {len(changes) - MOST_SHOWN} more" if len(changes) > MOST_SHOWN else ""
    lines = [f"Published {names}{more}: new conversations begin with it, those under way go on as they began."]
    behind = [(planned.carrier, change) for planned in done for change in planned.flows if change.elsewhere]
    for carrier, change in behind[:MOST_SHOWN]:
        states = ", ".join(f"{state} {count}" for state, count in change.occupied.items())
        how = "--end TEXT" if change.new is None else "--move OLD=NEW or --end TEXT"
        command = f"python -m bot flows publish {carrier} {change.flow} {how}"
        lines.append(
            f"  {change.behind} open in older versions of {change.flow} ({states}). Not to let them stay: {command}"
        )
    return "\n".join(lines)


def faulty(carrier: str, faults: Sequence[str]) -> str:
    """What is wrong, as `flows check` says it, and that nothing was changed."""
    rest = [f"… and {len(faults) - MOST_SHOWN} more" for _ in (1,) if len(faults) > MOST_SHOWN]
    head = f"The flows of {carrier} are not taken, what was published goes on unchanged:"
    return "\n".join([head, *(f"  {fault}" for fault in (*faults[:MOST_SHOWN], *rest))])


def start(parts: Parts) -> None:
    """Watch in a thread that ends with the process."""
    watch = FlowWatch(parts, lambda words: print(words, file=sys.stdout, flush=True))
    pause = threading.Event()

    def run() -> None:
        while not pause.wait(EVERY):
            try:
                watch.look()
            except Exception:
                log.warning("flow_watch_failed", exc_info=True)  # the database may be away: the next look tells
                pause.wait(5)

    threading.Thread(target=run, name="flow-watch", daemon=True).start()
