"""Which way out of a waiting state one reply takes. Nothing that costs is guessed (law 13)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Protocol

from bot.core.flow.compile import CompiledFlow
from bot.core.flow.schema import State
from bot.core.model import Meaning, Media


class Turn(Protocol):
    """What reading asks of a turn under way (`bot.core.turn.Turn`)."""

    flow: CompiledFlow
    meaning: Meaning | None
    text: str
    media: tuple[Media, ...]

    @property
    def used(self) -> Collection[str]: ...
    def holds(self, source: str) -> bool: ...


PASSED_ON: Final = frozenset(
    {"complaint", "not_received", "agent", "where_is", "help", "thanks", "confirm", "opt_out", "opt_in"}
)  # fmt: skip
"""What a customer may want in any state: answered by `anything_else` while the question stays open."""


def reading(turn: Turn, state: State) -> str | None:
    """The trigger: `reply:<key>`, `unclear`, or None for what `anything_else` shall answer.

    Order: the branch that was understood; a typed kind that came complete; an intent that the author names; wishes of any state; free text;
    the one option whose next question a bare time or a complete address already answers; `other`; unclear.
    """
    meaning = turn.meaning
    if meaning is None:
        return "unclear"
    if meaning.branch in state.replies and meaning.branch not in ("text", "address", "time", "photo"):
        return f"reply:{meaning.branch}"
    if kind := typed_kind(turn, state):
        return f"reply:{kind}"
    if meaning.intent in state.replies and meaning.intent != "other":
        return f"reply:{meaning.intent}"
    if meaning.intent in PASSED_ON and "reply" not in turn.flow.starts_on:
        return None
    if "text" in state.replies and turn.text.strip():
        return "reply:text"
    if option := foreseen(turn, state):
        return f"reply:{option}"
    return "reply:other" if "other" in state.replies else "unclear"


def typed_kind(turn: Turn, state: State) -> str | None:
    """The typed key of `state` that the reply still has an unused, complete answer for."""
    meaning = turn.meaning
    if meaning is None:
        return None
    here = {
        "time": meaning.time is not None and (meaning.time.start or meaning.time.end) is not None,
        "address": meaning.address is not None and meaning.address.complete,
        "rating": meaning.rating is not None,
        "photo": any(media.content_type.startswith("image/") for media in turn.media),
    }
    return next((kind for kind, came in here.items() if came and kind in state.replies and kind not in turn.used), None)


def foreseen(turn: Turn, state: State) -> str | None:
    """The only option whose next state asks for just what came: a bare time takes "schedule a visit".

    Safe for a redirect too, because the address must be complete and its proof is still asked for.
    """
    keys = [key for key in state.replies if _answers_next(turn, state, key)]
    return keys[0] if len(keys) == 1 else None


def _answers_next(turn: Turn, state: State, key: str) -> bool:
    branch = next((branch for branch in state.replies[key] if branch.if_ is None or turn.holds(branch.if_)), None)
    return branch is not None and typed_kind(turn, turn.flow.states[branch.go]) in ("time", "address")
