"""How a transcript file reads: a dialogue with a virtual clock, one expectation or action a step.

The form is checked here, with every fault at its line; `bot.transcripts` runs it through the real engine, store and policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from bot.core.flow.values import Duration, StringList


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _moment(value: object) -> datetime:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"'{value}' is no moment: write one such as 2026-11-23 09:00, in the carrier's time") from None


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "examples": ["2026-11-23 09:00"], "description": "In the carrier's time."}),
]


def _as_event(value: Any) -> Any:
    return {"type": value} if isinstance(value, str) else value


def _as_texts(value: Any) -> Any:
    return {"contains": value} if isinstance(value, str | int) else value


def _as_flow(value: Any) -> Any:
    return {"flow": value} if isinstance(value, str) else value


def _as_wanted(value: Any) -> Any:
    return {value: {}} if isinstance(value, str) else value


def _as_case(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


def _words(value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


class EventStep(_Part):
    """A tracking event. Without `shipment`: the first one given."""

    type: str
    shipment: str | None = None
    data: Mapping[str, Any] = Field(default_factory=dict)


class TextStep(_Part):
    """What the next text says. All of `contains`, none of `lacks`."""

    contains: StringList = ()
    lacks: StringList = ()


class FlowStep(_Part):
    """A campaign or notice for this customer."""

    flow: str
    data: Mapping[str, Any] = Field(default_factory=dict)
    shipment: str | None = Field(None, description="The parcel that it is about.")


class CaseStep(_Part):
    """The newest case."""

    kind: str | None = None
    due: Duration | None = None
    reason: str | None = Field(None, description="Words that its reason holds.")


class AgentStep(_Part):
    """What a person does with the newest case."""

    says: str


def _one_instruct(value: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if value is not None and len(value) != 1:
        raise ValueError("one instruction a step: write {hold: {…}}")
    return value


Words = Annotated[str, BeforeValidator(_words, json_schema_input_type=str | int)]


class Step(_Part):
    """Exactly one of these."""

    event: Annotated[EventStep | None, BeforeValidator(_as_event, json_schema_input_type=str | EventStep | None)] = None
    campaign: Annotated[FlowStep | None, BeforeValidator(_as_flow, json_schema_input_type=str | FlowStep | None)] = None
    notice: Annotated[FlowStep | None, BeforeValidator(_as_flow, json_schema_input_type=str | FlowStep | None)] = None
    customer: Words | None = Field(None, description="What the customer writes.")
    staff: Words | None = Field(None, description="The same, from an employee's phone.")
    photo: str | None = Field(None, description="A picture, with these words.")
    bot: Annotated[TextStep | None, BeforeValidator(_as_texts, json_schema_input_type=str | int | TextStep | None)] = (
        None
    )
    silent: bool | None = Field(None, description="Nothing further was said.")
    instruct: Annotated[
        Mapping[str, Any] | None,
        BeforeValidator(_as_wanted, json_schema_input_type=str | Mapping[str, Any] | None),
        AfterValidator(_one_instruct),
    ] = None
    no_instruct: bool | None = None
    state: str | Mapping[str, str] | None = None
    case: Annotated[CaseStep | None, BeforeValidator(_as_case, json_schema_input_type=str | CaseStep | None)] = None
    no_case: bool | None = None
    consent: Mapping[Literal["service", "survey", "promotion"], bool] | None = None
    refused: str | None = Field(None, description="The last text was refused, for this reason.")
    deferred: Moment | None = Field(None, description="The last text was put off until then.")
    wait: Duration | None = None
    until: Moment | None = None
    agent: Literal["claim", "hand_back", "close"] | AgentStep | None = None
    rule: str | None = Field(None, description="Which rule routed the last reply: only, choice, token, ask, late …")

    @model_validator(mode="after")
    def _is_one(self) -> Step:
        if len(self.model_fields_set) != 1:
            raise ValueError("a step holds one key: an event, what the customer writes, or one expectation")
        return self

    @property
    def kind(self) -> str:
        """The one key."""
        return next(iter(self.model_fields_set))


class Customer(_Part):
    """Who is texted."""

    phone: str | None = Field(
        None, pattern=r"^\+[1-9]\d{6,14}$", description="E.164. Default: a mobile number of the carrier's country."
    )
    name: str | None = None
    time_zone: str | None = Field(None, description="The customer's own; default: that of the number's country.")
    locale: str | None = None
    segment: str = "ordinary"


class Past(_Part):
    """A parcel of before."""

    type: str = "delivered"
    at: Moment
    tracking_no: str | None = None


class Given(_Part):
    """What is so before the first step."""

    now: Moment
    customer: Customer = Customer.model_construct()
    shipment: Mapping[str, Any] | None = None
    shipments: tuple[Mapping[str, Any], ...] = ()
    history: tuple[Past, ...] = Field((), description="Parcels of before: what happened to each, and when.")
    coupons: Mapping[str, StringList] = Field(default_factory=dict)
    consent: tuple[Literal["service", "survey", "promotion"], ...] = Field(
        ("promotion",), description="Categories that the customer has agreed to, by an import."
    )
    opted_out: tuple[Literal["service", "survey", "promotion"], ...] = ()


class Case(_Part):
    """One dialogue. `given` here adds to the file's."""

    name: str
    given: Mapping[str, Any] = Field(default_factory=dict)
    steps: Annotated[tuple[Step, ...], Field(min_length=1), AfterValidator(tuple)]


class Transcript(_Part):
    """One file of dialogues about one flow of one carrier."""

    flow: str
    carrier: str
    given: Given
    cases: tuple[Case, ...] = Field(min_length=1)

    def given_for(self, case: Case) -> Given:
        """The file's `given`, with what the case says otherwise."""
        base = self.given.model_dump(exclude_unset=True)
        return Given.model_validate(base | dict(case.given))
