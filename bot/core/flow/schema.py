"""The flow language as pydantic models: the shape of a file, its JSON Schema, and the normalised document that a version is.

Short forms are made long before validation, so there is one shape to compile: `1: held` is `1: [{go: held}]`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.core.flow.values import Duration, Guard, Name, StringList, Wordings, as_list
from bot.core.model import Category
from bot.core.names import Kind

Wish = Literal[
    "hold", "schedule", "redirect", "confirm", "decline", "claim", "rating_1", "rating_2", "rating_3", "rating_4",
]  # fmt: skip
TYPED: Final = ("time", "address", "rating", "text", "photo")
"""Reply keys that stand for something of a kind, not for one option."""
INTENTS: Final = (
    "confirm", "decline", "claim", "complaint", "not_received", "where_is", "question", "agent", "thanks", "help", "opt_out", "opt_in", "other",
)  # fmt: skip
"""Reply keys that stand for what a customer may want beside the options; `other` is whatever nothing else reads."""

Revocable = Literal["service", "survey", "promotion"]
Scalar = str | int | float | bool


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Branch(_Part):
    """One way on. Several stand in a list: the first whose guard holds is taken."""

    go: str = Field(description="The state that follows.")
    if_: Guard | None = Field(
        None, alias="if", description="A guard in CEL, such as: shipment.redirectable && !known.reply.time"
    )
    keep: Mapping[Name, Scalar] = Field(default_factory=dict, description="Values to keep: {visit: reply.time}.")
    means: Wish | None = Field(None, description="What the option means, so that a customer may say it in own words.")
    words: Mapping[str, StringList] = Field(
        default_factory=dict, description="The option's own words, a list a language."
    )


def _as_branches(value: Any) -> Any:
    items = value if isinstance(value, list) else [value]
    return [{"go": item} if isinstance(item, str) else item for item in items]


Branches = Annotated[
    tuple[Branch, ...],
    BeforeValidator(_as_branches, json_schema_input_type=str | Branch | list[str | Branch]),
    Field(min_length=1),
]


class Silence(_Part):
    """What happens when nobody answers."""

    after: Duration = Field(description="Counted from the moment the text was sent.")
    go: Branches = Field(description="The state that follows, or a list of branches with guards.")


class Unclear(_Part):
    """What happens when a reply cannot be read as one of `replies`."""

    say: str | None = Field(None, description="The text that asks again.")
    at_most: int = Field(2, ge=0, le=5, description="How often to ask again before going on.")
    go: Branches = Field(description="The state that follows when that was often enough.")


def _as_unclear(value: Any) -> Any:
    return {"go": value, "at_most": 0} if isinstance(value, str) else value


class Late(_Part):
    """What happens with an answer that comes after the conversation moved on."""

    within: Duration = Field(description="Counted from the moment the conversation moved on.")
    go: Branches = Field(description="The state that takes the late answer.")


class Email(_Part):
    """An e-mail: two keys of texts:."""

    subject: Name = Field(description="A key of texts:.")
    say: Name = Field(description="A key of texts:.")


EFFECTS: Final = ("instruct", "case", "consent", "email", "end_others", "count")
"""What a `do` may be: one of these a line."""


class Do(_Part):
    """One thing to do on entering a state; exactly one of instruct, case, consent, email, end_others, count."""

    model_config = ConfigDict(extra="allow", frozen=True)

    instruct: str | None = Field(
        None,
        description="What the carrier's system shall do: hold, schedule, redirect … Further keys are its parameters.",
    )
    case: str | None = Field(None, description="Bring it before a person, as a case of this kind.")
    due: Duration | None = Field(None, description="Until when a person has to answer a case. Default 2h.")
    reason: str | None = Field(None, description="For staff; default: what the customer did.")
    takes_control: bool = Field(True, description="Whether the bot is silent while the case is open.")
    consent: Mapping[Revocable, bool] | None = Field(
        None, description="A line in the consent ledger: {promotion: false}."
    )
    email: Email | None = Field(
        None,
        description="Send an e-mail. The carrier's system gets it as the instruction email: it knows the address.",
    )
    end_others: Annotated[tuple[Name, ...] | None, BeforeValidator(as_list)] = Field(
        None,
        description="Flows whose conversations about the same parcel end here, also those that have yet to begin.",
    )
    count: Name | None = Field(None, description="A counter that grows by one; guards and texts read it by its name.")

    @property
    def kinds(self) -> list[str]:
        """Which effects are written here; one is right."""
        return [kind for kind in EFFECTS if getattr(self, kind) is not None]

    @property
    def params(self) -> Mapping[str, Any]:
        """Further keys of an `instruct`."""
        return self.model_extra or {}


class State(_Part):
    """One step. It says and does, then waits (replies, silence), goes on (go, claim) or ends."""

    do: tuple[Do, ...] = Field((), description="What is done on entering, one effect a line: [{instruct: hold}].")
    say: str | None = Field(None, description="A key of texts:.")
    once_in: Duration | None = Field(None, description="Say it at most once in this time.")
    urgent: bool = Field(False, description="A service text that may leave at any hour.")
    replies: Mapping[str, Branches] = Field(
        default_factory=dict, description="Digit, letter, word, kind (time, text …) or intent → what follows."
    )
    silence: Silence | None = Field(None, description="Nobody answers: {after: 4h, go: STATE}.")
    unclear: Annotated[Unclear | None, BeforeValidator(_as_unclear, json_schema_input_type=str | Unclear | None)] = (
        Field(None, description="The reply cannot be read: {say: TEXT, at_most: 2, go: STATE}, or just where to go.")
    )
    late: Late | None = Field(None, description="An answer after the conversation moved on: {within: 12h, go: STATE}.")
    on: Mapping[Name, Branches] = Field(
        default_factory=dict,
        description="What else may happen here: a tracking event, or case_claimed and case_closed of this conversation's case.",
    )
    call: Name | None = Field(None, description="Go through another flow, then come back: go says where.")
    go: Branches | None = Field(None, description="On at once: a state, or a list of branches with guards.")
    claim: str | None = Field(
        None, description="Take one code of this pool; then claimed, had and none say where to go."
    )
    claimed: Branches | None = Field(None, description="After a claim: a code was taken, {coupon.code}.")
    had: Branches | None = Field(None, description="After a claim: this customer has one already.")
    none: Branches | None = Field(None, description="After a claim: the pool is empty.")
    end: bool = Field(False, description="The conversation is over.")

    @property
    def waits(self) -> bool:
        """Whether the conversation stops here for the customer, the clock or an event."""
        return bool(self.replies) or self.silence is not None or bool(self.on)

    def exits(self) -> dict[str, tuple[Branch, ...]]:
        """Every way out, by the name of its trigger."""
        out = {f"reply:{key}": branches for key, branches in self.replies.items()}
        out |= {f"on:{event}": branches for event, branches in self.on.items()}
        for name, part in (("silence", self.silence), ("unclear", self.unclear), ("late", self.late)):
            if part is not None:
                out[name] = part.go
        for name in ("go", "claimed", "had", "none"):
            if (branches := getattr(self, name)) is not None:
                out[name] = branches
        return out


ENDED: Final = "ended:"
"""Before a flow's name: the event that its end is."""


class Trigger(_Part):
    """What starts the flow: a tracking event's type, campaign, reply or notice, or the end of another flow."""

    event_: str | None = Field(None, alias="event", description="A tracking event, or campaign, reply, notice, call.")
    end_of: Name | None = Field(None, description="Another flow: this one begins where that one ends.")
    after: Duration = Field(timedelta(0), description="Counted from the moment of the event.")
    before: Duration | None = Field(None, description="Not sooner than this long before the moment that `of` names.")
    of: str | None = Field(None, description="A fact that is a moment, such as shipment.eta.")
    if_: Guard | None = Field(
        None, alias="if", description="A guard on the facts: the flow starts only where it holds."
    )

    @model_validator(mode="after")
    def _is_one(self) -> Trigger:
        if (self.event_ is None) == (self.end_of is None):
            raise ValueError("a trigger is one event: or one end_of:")
        if (self.before is None) != (self.of is None):
            raise ValueError("before: and of: stand together: {event: out_for_delivery, before: 2h, of: shipment.eta}")
        return self

    @property
    def event(self) -> str:
        """The type of what starts it; for the end of a flow `ended:<flow>`."""
        return self.event_ or f"{ENDED}{self.end_of}"


def _as_triggers(value: Any) -> Any:
    items = value if isinstance(value, list) else [value]
    return [{"event": item} if isinstance(item, str) else item for item in items]


Again = Literal["ignore", "restart", "once"]
Triggers = Annotated[
    tuple[Trigger, ...],
    BeforeValidator(_as_triggers, json_schema_input_type=str | Trigger | list[str | Trigger]),
    Field(min_length=1),
]


class Flow(_Part):
    """One conversation. `texts` holds each text in each language; a list of wordings is tried until one has all its facts."""

    flow: Name = Field(description="The file's name without .yaml.")
    title: str = Field(description="For staff.")
    category: Category = Field("service", description="Decides consent, hours, caps and how a text ends.")
    subject: Literal["shipment", "customer"] = Field("shipment", description="What there is one conversation for.")
    label: Mapping[str, str] = Field(
        default_factory=dict, description="What a customer is shown when two questions are open for one parcel."
    )
    starts_on: Triggers = Field(description="An event, {event: …, after: 24h}, or a list of them.")
    ends_on: StringList = Field((), description="Events that end a running conversation.")
    again: Again = Field(
        "ignore",
        description="The trigger comes once more. ignore: not while it runs. restart: the running one gives way. once: never twice.",
    )
    beside: StringList = Field(
        (),
        description="Flows whose questions may be open together with this one's; a customer is then asked which is meant.",
    )
    closing: StringList = Field(
        (),
        description="Texts that no state says: for `flows publish --end TEXT`, which ends open conversations with one.",
    )
    start: str | None = Field(None, description="The first state; default: the first one written.")
    facts: Mapping[str, Kind] = Field(
        default_factory=dict, description="Further facts that the carrier sends: {shipment.weight: number}."
    )
    states: Mapping[Name, State] = Field(
        min_length=1, description="The steps, by name; the first one is where it begins."
    )
    texts: Mapping[Name, Mapping[str, Wordings]] = Field(
        default_factory=dict, description="What is said: key → language → wording, or a list that is tried in turn."
    )
    variants: Mapping[Annotated[str, Field(pattern=r"^[B-H]$")], Mapping[Name, Mapping[str, Wordings]]] = Field(
        default_factory=dict,
        description="Other wordings to compare: {B: {offer: {en: …}}}. `texts` is A; each customer keeps one letter.",
    )
    languages: tuple[str, ...] = Field((), description="Set from carrier.yaml, the default first.")

    @property
    def first(self) -> str:
        """The state that the conversation begins in."""
        return self.start or next(iter(self.states))


def normalised(flow: Flow) -> dict[str, Any]:
    """The document of a version: JSON, no defaults, independent of the order of keys."""
    fixed = flow.model_copy(update={"start": flow.first})
    dumped: dict[str, Any] = json.loads(fixed.model_dump_json(by_alias=True, exclude_defaults=True))
    return dumped


def content_hash(document: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the canonical JSON of a normalised document."""
    canonical = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
