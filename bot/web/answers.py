"""What the API answers with, as /openapi.json describes it. The values come from `store.reading`; tests hold the two together."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Out(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Customer(_Out):
    phone: str = Field(description="E.164.")
    name: str | None
    segment: str
    locale: str | None
    time_zone: str | None


class Shipment(_Out):
    tracking_no: str
    customer: Customer
    order_no: str | None
    category: str | None
    status: str | None = Field(description="The type of the newest tracking event; null before the first.")
    facts: dict[str, Any] = Field(description="Whatever else the carrier sent.")
    created_at: datetime
    updated_at: datetime


class Warning(_Out):  # noqa: A001 the word that the API uses
    """Taken, and perhaps not what was meant."""

    field: str
    message: str


class ShipmentPut(_Out):
    shipment: Shipment
    warnings: list[Warning]


class Event(_Out):
    id: int
    event_id: str
    tracking_no: str
    type: str
    at: datetime
    received_at: datetime
    data: dict[str, Any]


class Conversation(_Out):
    id: int
    flow: str
    version: str = Field(description="Which version of the flow it began with and stays with: its content's hash.")
    state: str
    turns: int
    started_at: datetime
    ended_at: datetime | None
    end_reason: str | None


class Media(_Out):
    url: str | None
    content_type: str | None


class Message(_Out):
    id: str
    direction: Literal["inbound", "outbound"]
    at: datetime
    phone: str
    author: str = Field(description="customer, bot, staff or system.")
    text: str
    status: str = Field(
        description="Inbound: received. Outbound: the provider's word where it has spoken (queued, sent, delivered, undelivered, "
        "read …), else ours: ready, sending, uncertain, accepted, failed, canceled, refused."
    )
    reason: str | None = Field(description="Why it was deferred, refused, canceled or failed.")
    error_code: str | None
    channel: str
    provider_id: str | None
    conversation: int | None
    flow: str | None
    state: str | None
    category: str | None = Field(description="service, survey, promotion or internal; null for inbound.")
    segments: int | None
    intent: str | None = Field(description="What a reply was understood as.")
    branch: str | None
    rule: str | None = Field(description="What decided that.")
    media: list[Media]


class Case(_Out):
    id: int
    kind: str
    reason: str
    status: Literal["open", "claimed", "closed"]
    tracking_no: str | None
    phone: str
    conversation: int | None
    claimed_by: str | None
    opened_at: datetime
    due_at: datetime
    first_answer_at: datetime | None
    closed_at: datetime | None
    outcome: str | None


class Instruction(_Out):
    id: int
    kind: str
    params: Any
    status: str = Field(description="pending, sending, delivered, failed; recorded where the carrier reads them here.")
    attempts: int
    error: str | None
    conversation: int | None
    created_at: datetime
    delivered_at: datetime | None


class ShipmentPage(_Out):
    """A parcel and all that belongs to it, oldest first."""

    shipment: Shipment
    events: list[Event]
    conversations: list[Conversation]
    messages: list[Message]
    cases: list[Case]
    instructions: list[Instruction]
    truncated: list[str] = Field(description="The lists of which only the newest 500 are given.")


class MessagesPage(_Out):
    messages: list[Message]
    next_cursor: str | None = Field(description="Where the next page begins; null at the end.")


class CasesPage(_Out):
    cases: list[Case]
    next_cursor: str | None = Field(description="Where the next page begins; null at the end.")


class FieldError(_Out):
    field: str
    message: str


class Problem(_Out):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[FieldError] = Field(default_factory=list, description="What is wrong with which field (422).")


class Health(_Out):
    status: Literal["ok"]
