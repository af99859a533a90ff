"""Every table, as SQLAlchemy Core. The database is the queue and the truth; a unique constraint is what makes a thing happen once.

Times are stored in UTC and come back aware. `carrier` is the slug of the carrier's folder; every query is scoped by it.
The life of a row of `outbox` is drawn in docs/message-lifecycle.md.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware datetime. SQLite keeps no zone, so it is stored as UTC there and given its zone back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored: give it a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id() -> sa.Column[int]:
    return sa.Column("id", Id, primary_key=True, autoincrement=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=nullable)


def _carrier() -> sa.Column[str]:
    return sa.Column("carrier", sa.String(64), nullable=False)


# ── who and what ─────────────────────────────────────────────────────────────────────────────────

api_keys = sa.Table(
    "api_keys",
    metadata,
    _id(),
    _carrier(),
    sa.Column("prefix", sa.String(16), nullable=False),
    sa.Column("key_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("revoked_at", Moment),
)

threads = sa.Table(
    "threads",
    metadata,
    _id(),
    _carrier(),
    sa.Column("phone", sa.String(40), nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("segment", sa.String(32), nullable=False, server_default="ordinary"),
    sa.Column("locale", sa.String(16)),
    sa.Column("time_zone", sa.String(64)),
    # Which way this customer was last heard or reached; None: the carrier's first channel.
    sa.Column("channel", sa.String(32)),
    # bot | person. Only an explicit hand-back or close returns it (law 14).
    sa.Column("control", sa.String(8), nullable=False, server_default="bot"),
    sa.Column("control_version", sa.Integer, nullable=False, server_default="0"),
    # The A/B question that waits for a letter: {"candidates": [prompt id], "text", "inbox_id", "asked_at", "expires_at"}.
    sa.Column("choice", Json),
    sa.Column("number_invalid", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "phone"),
)

shipments = sa.Table(
    "shipments",
    metadata,
    _id(),
    _carrier(),
    sa.Column("tracking_no", sa.String(64), nullable=False),
    _ref("thread_id", "threads"),
    sa.Column("order_no", sa.String(64)),
    sa.Column("category", sa.String(64)),
    sa.Column("status", sa.String(32)),
    # The carrier's further facts: redirectable, proof_code, courier, eta, link, station …
    sa.Column("facts", Json, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "tracking_no"),
    sa.Index("ix_shipments_thread_id", "thread_id"),
)

tracking_events = sa.Table(
    "tracking_events",
    metadata,
    _id(),
    _carrier(),
    _ref("shipment_id", "shipments"),
    sa.Column("event_id", sa.String(128), nullable=False),
    sa.Column("type", sa.String(64), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "event_id"),
    sa.Index("ix_tracking_events_shipment_id", "shipment_id", "at"),
)

idempotency_keys = sa.Table(
    "idempotency_keys",
    metadata,
    _id(),
    _carrier(),
    sa.Column("key", sa.String(255), nullable=False),
    sa.Column("request_hash", sa.String(64), nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("body", Json, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "key"),
)

# ── conversations ────────────────────────────────────────────────────────────────────────────────

flow_versions = sa.Table(
    "flow_versions",
    metadata,
    _id(),
    _carrier(),
    sa.Column("flow", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Column("document", Json, nullable=False),
    sa.Column("published_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "flow", "hash"),
)

publications = sa.Table(
    "publications",
    metadata,
    # What new conversations begin with: of each flow the newest row counts. The highest id tells a process whether it is behind.
    _id(),
    _carrier(),
    # A flow's name, or carrier.yaml.
    sa.Column("flow", sa.String(64), nullable=False),
    # Which version of flow_versions; None: withdrawn, nothing begins any more.
    sa.Column("hash", sa.String(64)),
    # start (nothing was published before) | files (a changed file) | system (the command line) | staff:<id>
    sa.Column("who", sa.String(64), nullable=False),
    sa.Column("published_at", Moment, nullable=False),
    # What becomes of who is in another version: {"kind": "stay"}, {"kind": "move", "states": {old: new}}, {"kind": "end", "text": key}
    sa.Column("fate", Json, nullable=False),
    # None while conversations are still being moved or ended; it goes on after a crash.
    sa.Column("settled_at", Moment),
    sa.Index("ix_publications_flow", "carrier", "flow", "id"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("shipment_id", "shipments", nullable=True),
    sa.Column("flow", sa.String(64), nullable=False),
    sa.Column("flow_hash", sa.String(64), nullable=False),
    sa.Column("state", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("values", Json, nullable=False),
    sa.Column("counters", Json, nullable=False),
    sa.Column("turns", sa.Integer, nullable=False, server_default="0"),
    # What started it ("event:<id>", "reply:<inbox id>", "campaign:<id>:<thread>"): the same cause starts a flow once.
    sa.Column("cause", sa.String(160), nullable=False),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Column("end_reason", sa.String(64)),
    sa.UniqueConstraint("carrier", "flow", "cause"),
    sa.Index(
        "ix_conversations_open",
        "thread_id",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    ),
    sa.Index("ix_conversations_shipment_id", "shipment_id"),
)

prompts = sa.Table(
    "prompts",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("conversation_id", "conversations"),
    sa.Column("state", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    # open | answered | superseded | expired | cancelled
    sa.Column("status", sa.String(16), nullable=False),
    # The text that asks; the question is open to the customer once that has left.
    _ref("outbox_id", "outbox", nullable=True),
    sa.Column("opened_at", Moment, nullable=False),
    sa.Column("closed_at", Moment),
    # Until when a reply to the closed question still falls under its `late` rule.
    sa.Column("late_until", Moment),
    sa.Column("late_seconds", sa.Integer),
    # The branch that answered it.
    sa.Column("answer", sa.String(64)),
    sa.Index("ix_prompts_thread_id", "thread_id", "status"),
)

timers = sa.Table(
    "timers",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("conversation_id", "conversations", nullable=True),
    # silence | start (a flow that begins later) | choice (an A/B question that nobody answered)
    sa.Column("kind", sa.String(16), nullable=False),
    # The text whose sending starts the clock.
    _ref("outbox_id", "outbox", nullable=True),
    sa.Column("state", sa.String(64)),
    sa.Column("version", sa.Integer),
    sa.Column("data", Json, nullable=False),
    sa.Column("seconds", sa.Integer),
    # None until the text that asked was sent: the clock for a reply starts then (law 10).
    sa.Column("due_at", Moment),
    # pending | fired | cancelled | parked (its campaign is paused)
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    # Unique: the same cause sets a timer once.
    sa.Column("cause", sa.String(160), nullable=False),
    sa.UniqueConstraint("carrier", "cause"),
    sa.Index(
        "ix_timers_due",
        "due_at",
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    ),
    sa.Index("ix_timers_conversation_id", "conversation_id"),
    sa.Index("ix_timers_outbox_id", "outbox_id"),
    sa.Index("ix_timers_thread_id", "thread_id"),
)

# ── in and out ───────────────────────────────────────────────────────────────────────────────────

inbox = sa.Table(
    "inbox",
    metadata,
    _id(),
    _carrier(),
    sa.Column("channel", sa.String(32), nullable=False),
    sa.Column("provider_id", sa.String(128), nullable=False),
    _ref("thread_id", "threads"),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("media", Json, nullable=False),
    sa.Column("extra", Json, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    # webhook | poll | simulator
    sa.Column("via", sa.String(16), nullable=False),
    # What became of it; written in the same transaction.
    _ref("conversation_id", "conversations", nullable=True),
    sa.Column("state", sa.String(64)),
    sa.Column("intent", sa.String(16)),
    sa.Column("branch", sa.String(64)),
    # Which law-12 rule routed it, and which rule of understanding read it.
    sa.Column("route", sa.String(32)),
    sa.Column("rule", sa.String(128)),
    sa.Column("path", Json, nullable=False),
    sa.UniqueConstraint("carrier", "channel", "provider_id"),
    sa.Index("ix_inbox_thread_id", "thread_id", "received_at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("conversation_id", "conversations", nullable=True),
    _ref("shipment_id", "shipments", nullable=True),
    sa.Column("channel", sa.String(32), nullable=False),
    sa.Column("recipient", sa.String(40), nullable=False),
    sa.Column("category", sa.String(16), nullable=False),
    # 0 opt-out and help acknowledgements, 1 replies, 2 notices, 3 promotions.
    sa.Column("lane", sa.SmallInteger, nullable=False),
    # bot | staff:<id> | system; with the flow's state beside it, so that staff see the step.
    sa.Column("author", sa.String(64), nullable=False),
    sa.Column("state", sa.String(64)),
    sa.Column("text_key", sa.String(64)),
    # What it is about, for caps: the flow, or what a campaign calls it.
    sa.Column("kind", sa.String(64)),
    # The tracking event that it tells, and whether its author calls it urgent: what windows ask again at the claim.
    sa.Column("event", sa.String(64)),
    sa.Column("urgent", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("text", sa.Text, nullable=False),
    # The author's words of a promotion and of a text that waits: it gets its final form anew when it is claimed.
    sa.Column("body", sa.Text),
    sa.Column("locale", sa.String(16)),
    sa.Column("segments", sa.SmallInteger, nullable=False),
    # ready | sending | uncertain | accepted | failed | canceled | refused   (docs/message-lifecycle.md)
    sa.Column("status", sa.String(16), nullable=False),
    # The provider's own word, climbing only (law 8): accepted < queued < sending < sent < delivered|undelivered < read …
    sa.Column("delivery", sa.String(24)),
    # Why it was deferred, refused, canceled or failed, for staff (law 16).
    sa.Column("reason", sa.Text),
    sa.Column("error_code", sa.String(64)),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    # When it left last or is to leave, in the carrier's time: what caps count.
    sa.Column("leaves_at", Moment),
    sa.Column("useful_until", Moment),
    sa.Column("fence", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lease_until", Moment),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    # Sends again after an uncertain attempt that neither callback nor listing settled: at most one, never a promotion (law 7).
    sa.Column("resends", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("lookups", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("provider_id", sa.String(128)),
    sa.Column("accepted_at", Moment),
    sa.Column("attempted_at", Moment),
    # The control_version of the thread when it was decided: a bot's text is not sent over a person's head (law 14).
    sa.Column("control_version", sa.Integer, nullable=False, server_default="0"),
    # Unique: one cause and step make one text.
    sa.Column("cause", sa.String(200), nullable=False),
    sa.UniqueConstraint("carrier", "cause"),
    sa.UniqueConstraint("channel", "provider_id"),
    sa.Index(
        "ix_outbox_due",
        "lane",
        "due_at",
        sqlite_where=sa.text("status = 'ready'"),
        postgresql_where=sa.text("status = 'ready'"),
    ),
    sa.Index(
        "ix_outbox_unsettled",
        "status",
        "lease_until",
        sqlite_where=sa.text("status IN ('sending', 'uncertain')"),
        postgresql_where=sa.text("status IN ('sending', 'uncertain')"),
    ),
    sa.Index("ix_outbox_thread_id", "thread_id", "id"),
    sa.Index("ix_outbox_said", "thread_id", "lane", "leaves_at"),
)

attempts = sa.Table(
    "attempts",
    metadata,
    _id(),
    _ref("outbox_id", "outbox"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("fence", sa.Integer, nullable=False),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("finished_at", Moment),
    sa.Column("outcome", sa.String(16)),
    sa.Column("provider_id", sa.String(128)),
    sa.Column("error_code", sa.String(64)),
    sa.UniqueConstraint("outbox_id", "number"),
)

status_reports = sa.Table(
    "status_reports",
    metadata,
    _id(),
    _carrier(),
    sa.Column("channel", sa.String(32), nullable=False),
    sa.Column("provider_id", sa.String(128), nullable=False),
    _ref("outbox_id", "outbox", nullable=True),
    sa.Column("status", sa.String(24), nullable=False),
    sa.Column("error_code", sa.String(64)),
    sa.Column("extra", Json, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "channel", "provider_id", "status"),
)

instructions = sa.Table(
    "instructions",
    metadata,
    _id(),
    _carrier(),
    _ref("shipment_id", "shipments", nullable=True),
    _ref("conversation_id", "conversations", nullable=True),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("params", Json, nullable=False),
    # pending | sending | delivered | failed | recorded (the carrier has no endpoint: it reads them by GET)
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("lease_until", Moment),
    sa.Column("fence", sa.Integer, nullable=False, server_default="0"),
    sa.Column("error", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("delivered_at", Moment),
    sa.Column("cause", sa.String(200), nullable=False),
    sa.UniqueConstraint("carrier", "cause"),
    sa.Index(
        "ix_instructions_due",
        "due_at",
        sqlite_where=sa.text("status IN ('pending', 'sending')"),
        postgresql_where=sa.text("status IN ('pending', 'sending')"),
    ),
    sa.Index("ix_instructions_shipment_id", "shipment_id"),
)

# ── people ───────────────────────────────────────────────────────────────────────────────────────

cases = sa.Table(
    "cases",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("shipment_id", "shipments", nullable=True),
    _ref("conversation_id", "conversations", nullable=True),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    # open | claimed | closed
    sa.Column("status", sa.String(8), nullable=False),
    sa.Column("takes_control", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("opened_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("first_answer_at", Moment),
    _ref("claimed_by", "staff", nullable=True),
    sa.Column("claimed_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("outcome", sa.String(64)),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.Column("cause", sa.String(200), nullable=False),
    sa.UniqueConstraint("carrier", "cause"),
    sa.Index("ix_cases_queue", "carrier", "status", "due_at"),
    sa.Index("ix_cases_thread_id", "thread_id"),
)

case_events = sa.Table(
    "case_events",
    metadata,
    _id(),
    _ref("case_id", "cases"),
    sa.Column("at", Moment, nullable=False),
    # bot | staff:<id> | customer | system
    sa.Column("who", sa.String(64), nullable=False),
    # opened | claimed | answered | note | handed_back | closed | customer_replied | released
    sa.Column("what", sa.String(32), nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Index("ix_case_events_case_id", "case_id", "id"),
)

consents = sa.Table(
    "consents",
    metadata,
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    sa.Column("category", sa.String(16), nullable=False),
    sa.Column("granted", sa.Boolean, nullable=False),
    sa.Column("at", Moment, nullable=False),
    # reply | provider | import | flow | staff, and which one: the proof.
    sa.Column("source", sa.String(16), nullable=False),
    sa.Column("ref", sa.String(160)),
    sa.Index("ix_consents_thread_id", "thread_id", "category", "id"),
)

suppressions = sa.Table(
    "suppressions",
    metadata,
    # What an erased number had refused, under a keyed hash of it: an opt-out outlives the customer's data.
    _id(),
    _carrier(),
    sa.Column("phone_hash", sa.String(64), nullable=False),
    # {category: when it was refused}
    sa.Column("refused", Json, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.UniqueConstraint("carrier", "phone_hash"),
)

number_losses = sa.Table(
    "number_losses",
    metadata,
    # A number turned out to receive no texts: what the quarterly clean-up goes through.
    _id(),
    _carrier(),
    _ref("thread_id", "threads"),
    _ref("outbox_id", "outbox", nullable=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("error_code", sa.String(64)),
    sa.Index("ix_number_losses_at", "carrier", "at"),
)

coupons = sa.Table(
    "coupons",
    metadata,
    _id(),
    _carrier(),
    sa.Column("pool", sa.String(64), nullable=False),
    sa.Column("code", sa.String(64), nullable=False),
    _ref("thread_id", "threads", nullable=True),
    sa.Column("claimed_at", Moment),
    sa.Column("expires_at", Moment),
    sa.UniqueConstraint("carrier", "pool", "code"),
    sa.UniqueConstraint("carrier", "pool", "thread_id"),
)

# ── campaigns ────────────────────────────────────────────────────────────────────────────────────

campaigns = sa.Table(
    "campaigns",
    metadata,
    # One text, or one question, to many: a campaign to customers or a notice to staff.
    _id(),
    _carrier(),
    # campaign | notice
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("name", sa.String(128), nullable=False),
    sa.Column("flow", sa.String(64), nullable=False),
    # Who gets it, besides those listed one by one: {"segments", "groups", "routes", "silent_for", "in_touch_within", "everybody"}.
    sa.Column("audience", Json, nullable=False),
    # [{"name": "A", "weight": 1, "data": {…}}]
    sa.Column("variants", Json, nullable=False),
    # What the flow's texts may use as event.…
    sa.Column("data", Json, nullable=False),
    # {"complaints": share, "opt_outs": share, "per_minute": recipients}: other than the carrier's.
    sa.Column("limits", Json, nullable=False),
    # What became of the lists that were read: {"rows", "added", "duplicates", "errors"}; "read_to": the last customer of the audience who
    # was written down; "paced_until": until when its pace is used up.
    sa.Column("listed", Json, nullable=False),
    # draft | scheduled | running | paused | done | stopped   (docs/campaigns.md)
    sa.Column("status", sa.String(16), nullable=False),
    # Why it was stopped.
    sa.Column("reason", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("created_by", sa.String(64), nullable=False),
    sa.Column("starts_at", Moment),
    sa.Column("started_at", Moment),
    sa.Column("ended_at", Moment),
    # When somebody has to look at it next, in the carrier's time; None: never again.
    sa.Column("due_at", Moment),
    sa.Index("ix_campaigns_carrier", "carrier", "id"),
    sa.Index("ix_campaigns_due_at", "due_at"),
)

campaign_recipients = sa.Table(
    "campaign_recipients",
    metadata,
    # Everybody who is to get it, written down before it begins: a crash resumes from these rows.
    _id(),
    _ref("campaign_id", "campaigns"),
    _ref("thread_id", "threads"),
    _ref("shipment_id", "shipments", nullable=True),
    sa.Column("variant", sa.String(1), nullable=False),
    # Further columns of the list, for this one's texts.
    sa.Column("data", Json, nullable=False),
    # waiting | begun | skipped | failed | canceled
    sa.Column("status", sa.String(16), nullable=False),
    # Why it was skipped, failed or canceled.
    sa.Column("reason", sa.Text),
    # Whose turn it is to begin it, in real time: one that died lets go of it then. With a pace: when its window opens.
    sa.Column("lease_until", Moment),
    sa.Column("attempts", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("begun_at", Moment),
    # None while it waits for a person to hand the customer back.
    _ref("conversation_id", "conversations", nullable=True),
    # The first text.
    _ref("outbox_id", "outbox", nullable=True),
    # What came of it within 72 hours of the text.
    sa.Column("replied_at", Moment),
    sa.Column("opted_out_at", Moment),
    sa.Column("complained_at", Moment),
    sa.UniqueConstraint("campaign_id", "thread_id"),
    sa.Index(
        "ix_campaign_recipients_waiting",
        "campaign_id",
        "id",
        sqlite_where=sa.text("status = 'waiting'"),
        postgresql_where=sa.text("status = 'waiting'"),
    ),
    sa.Index(
        "ix_campaign_recipients_unlinked",
        "campaign_id",
        sqlite_where=sa.text("status = 'begun' AND outbox_id IS NULL"),
        postgresql_where=sa.text("status = 'begun' AND outbox_id IS NULL"),
    ),
    sa.Index("ix_campaign_recipients_thread_id", "thread_id"),
    sa.Index("ix_campaign_recipients_conversation_id", "conversation_id"),
)

campaign_watches = sa.Table(
    "campaign_watches",
    metadata,
    # Up to which reply the answers to campaigns have been attributed; every row above `read_until` is looked at again, because
    # ids are given before they are committed.
    sa.Column("carrier", sa.String(64), primary_key=True),
    sa.Column("read_until", Id, nullable=False),
    sa.Column("next_until", Id, nullable=False),
    sa.Column("next_at", Moment, nullable=False),
)

employee_groups = sa.Table(
    "employee_groups",
    metadata,
    # Who belongs to which group of a carrier's own people; name and number are the thread's.
    _id(),
    _carrier(),
    sa.Column("name", sa.String(64), nullable=False),
    _ref("thread_id", "threads"),
    sa.UniqueConstraint("carrier", "name", "thread_id"),
)

coupon_pools = sa.Table(
    "coupon_pools",
    metadata,
    # When somebody was told that a pool runs low; told anew after codes were added.
    sa.Column("carrier", sa.String(64), primary_key=True),
    sa.Column("pool", sa.String(64), primary_key=True),
    # How many codes must be left; None: one in ten, at least ten.
    sa.Column("warn_below", sa.Integer),
    sa.Column("warned_at", Moment),
)

# ── logins ───────────────────────────────────────────────────────────────────────────────────────

staff = sa.Table(
    "staff",
    metadata,
    _id(),
    sa.Column("name", sa.String(64), nullable=False, unique=True),
    sa.Column("password_hash", sa.String(255), nullable=False),
    # None: every carrier of this installation.
    sa.Column("carrier", sa.String(64)),
    sa.Column("role", sa.String(16), nullable=False, server_default="agent"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("disabled_at", Moment),
)

staff_sessions = sa.Table(
    "staff_sessions",
    metadata,
    _id(),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    _ref("staff_id", "staff"),
    sa.Column("csrf", sa.String(64), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("revoked_at", Moment),
)

audit = sa.Table(
    "audit",
    metadata,
    _id(),
    sa.Column("carrier", sa.String(64)),
    sa.Column("at", Moment, nullable=False),
    sa.Column("who", sa.String(64), nullable=False),
    # login | login_failed | logout | phone_revealed | key_created | staff_added …
    sa.Column("what", sa.String(32), nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Index("ix_audit_at", "at"),
)

clocks = sa.Table(
    "clocks",
    metadata,
    # The simulator lets a demo carrier's clock run ahead; a carrier without a row lives in real time.
    sa.Column("carrier", sa.String(64), primary_key=True),
    sa.Column("ahead_seconds", sa.Integer, nullable=False, server_default="0"),
)

retention_runs = sa.Table(
    "retention_runs",
    metadata,
    # The nightly pass that empties what is older than a carrier keeps, in slices: one row a carrier.
    sa.Column("carrier", sa.String(64), primary_key=True),
    # When the next slice is due, in the carrier's time.
    sa.Column("due_at", Moment, nullable=False),
    # Up to which id of customers, texts and replies it has come; texts and replies go on there the next night.
    sa.Column("marks", Json, nullable=False),
    # What this pass has removed so far.
    sa.Column("removed", Json, nullable=False),
)

polls = sa.Table(
    "polls",
    metadata,
    # Up to which moment a channel's list of received texts has been read, for what a webhook missed.
    sa.Column("carrier", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(32), primary_key=True),
    sa.Column("read_until", Moment, nullable=False),
)
