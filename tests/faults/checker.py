"""What must hold after any fault, checked from outside: plain SQL on the database, and the stand-in Twilio's own history.

Nothing of the product is used here but the names of tables and the table in docs/message-lifecycle.md, so that a mistake of
the product cannot hide itself. `check` returns every violation as a sentence; an empty list is the verdict "held".

    acknowledged   every reply that was answered 2xx is in the inbox once; with `polled`, every reply that Twilio lists
    once           one conversation an event, one instruction a choice, every effect of a cause once
    fold           each conversation stands where its customer's replies, in their order, lead
    copies         a text was accepted by Twilio at most once for each attempt, and once more at most in all, and only after
                   an attempt whose end was uncertain; a promotion never
    opt-out        no attempt was claimed after the opt-out was answered, and nothing was accepted a lease later
    ends           every text is accepted, failed, canceled or refused; a failed service text has a case
    true           what is accepted here is at Twilio under that id, with those words, for that number
    drawn          every change of a text's status is one of those in docs/message-lifecycle.md
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import sqlalchemy as sa

from tests.support.edges import documented_edges

ENDS = {"accepted", "failed", "canceled", "refused"}
DEFINITE_NOES = {"refused", "not_reached"}


@dataclass
class Seen:
    """Everything that the verdict rests on."""

    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    messages: Sequence[Mapping[str, Any]]
    """What Twilio has, from its append-only history."""
    webhooks: Sequence[Mapping[str, Any]]
    """What Twilio posted, and how it was answered."""
    lease: float
    """Seconds."""
    polled: bool = False
    may_fail: frozenset[str] = field(default_factory=frozenset)
    """Numbers whose texts the scene itself made fail."""


def read_tables(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of the tables that matter, by plain SQL."""
    names = (
        "threads", "inbox", "outbox", "attempts", "conversations", "instructions", "cases", "consents",
        "shipments", "tracking_events", "edges",
    )  # fmt: skip
    engine = sa.create_engine(url)
    try:
        with engine.connect() as connection:
            return {
                name: [dict(row._mapping) for row in connection.execute(sa.text(f"SELECT * FROM {name} ORDER BY id"))]
                for name in names
            }
    finally:
        engine.dispose()


def read_history(path: Path) -> list[dict[str, Any]]:
    """Messages of the stand-in's append-only file, in the order in which they came to be."""
    facts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [fact["message"] for fact in facts if "message" in fact]


def check(seen: Seen) -> list[str]:
    """Every violation, as a sentence."""
    return [wrong for rule in RULES for wrong in rule(seen)]


def summary(seen: Seen) -> str:
    """What was looked at, in figures."""
    accepted = [m for m in seen.messages if m["direction"] == "outbound-api"]
    copies = Counter(ours(m)[0] for m in accepted if ours(m))
    doubles = sum(count - 1 for count in copies.values() if count > 1)
    rows = Counter(row["status"] for row in seen.tables["outbox"])
    return f"{len(seen.tables['inbox'])} replies, {sum(rows.values())} texts {dict(rows)}, {doubles} second copies"


# ── helpers ──────────────────────────────────────────────────────────────────────────────────────


def ours(message: Mapping[str, Any]) -> tuple[int, int] | None:
    """(outbox id, attempt) that a sent text carries in its callback's address."""
    url = message.get("form", {}).get("StatusCallback", "")
    token = parse_qs(urlsplit(url).query).get("ours", [""])[0]
    row, _, rest = token.partition(".")
    return (int(row), int(rest.partition(".")[0])) if row.isdigit() else None


def moment(value: Any) -> float:
    """A database's moment as seconds since 1970."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return float(value.timestamp())


def _sent(seen: Seen) -> dict[int, list[Mapping[str, Any]]]:
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for message in seen.messages:
        key = ours(message) if message["direction"] == "outbound-api" else None
        if key:
            found[key[0]].append(message)
    return found


def _inbound_posts(seen: Seen) -> Iterable[Mapping[str, Any]]:
    return (post for post in seen.webhooks if "/inbound" in post["url"])


# ── the rules ────────────────────────────────────────────────────────────────────────────────────


def acknowledged(seen: Seen) -> Iterable[str]:
    stored = Counter(row["provider_id"] for row in seen.tables["inbox"])
    yes = {post["form"]["MessageSid"] for post in _inbound_posts(seen) if post["status"] and post["status"] < 300}
    listed = {m["sid"] for m in seen.messages if m["direction"] == "inbound"} if seen.polled else set()
    for sid in sorted(yes | listed):
        if stored[sid] != 1:
            yield f"acknowledged: {sid} is in the inbox {stored[sid]} times"


def once(seen: Seen) -> Iterable[str]:
    for table, keys in (
        ("conversations", ("carrier", "flow", "cause")),
        ("instructions", ("conversation_id", "kind")),
        ("outbox", ("carrier", "cause")),
        ("tracking_events", ("carrier", "event_id")),
        ("inbox", ("carrier", "channel", "provider_id")),
    ):
        counts = Counter(tuple(row[key] for key in keys) for row in seen.tables[table])
        yield from (f"once: {table} {key} is there {n} times" for key, n in counts.items() if n > 1)
    sids = Counter(row["provider_id"] for row in seen.tables["outbox"] if row["provider_id"])
    yield from (f"once: two texts claim {sid}" for sid, n in sids.items() if n > 1)


def fold(seen: Seen) -> Iterable[str]:
    """An independent, small model of `delivery_options`: where the replies of each customer lead."""
    replies = defaultdict(list)
    for row in seen.tables["inbox"]:
        replies[row["thread_id"]].append(row)
    holds = Counter(row["conversation_id"] for row in seen.tables["instructions"] if row["kind"] == "hold")
    for row in seen.tables["conversations"]:
        if row["flow"] != "delivery_options":
            continue
        began = moment(row["started_at"])
        # A reply in the very moment of the beginning may have come before it or after it: either is right.
        heard = [
            [one["text"] for one in replies[row["thread_id"]] if moment(one["received_at"]) >= began + around]
            for around in (-2, 0, 2)
        ]
        stands = (row["state"], row["ended_at"] is not None, holds[row["id"]])
        if stands not in [_led_to(texts) for texts in heard]:
            yield f"fold: conversation {row['id']} stands at {stands}, but {heard[0]} lead to {_led_to(heard[0])}"


def _led_to(replies: Sequence[str]) -> tuple[str, bool, int]:
    """State, whether it has ended, instructions to hold."""
    state = "offered"
    for text in replies:
        if text.upper() == "STOP":
            return state, True, int(state == "held")
        if state == "offered" and text in ("1", "2"):
            state = {"1": "held", "2": "scheduling"}[text]
        elif state == "held" and text == "2":
            return "with_staff", True, 1  # another answer after it was done: its `late` rule gives it to a person
    return state, state == "held", int(state == "held")


def copies(seen: Seen) -> Iterable[str]:
    attempts = defaultdict(dict)
    for row in seen.tables["attempts"]:
        attempts[row["outbox_id"]][row["number"]] = row
    rows = {row["id"]: row for row in seen.tables["outbox"]}
    for row_id, messages in _sent(seen).items():
        numbers = Counter(ours(m)[1] for m in messages)  # type: ignore[index]
        yield from (f"copies: attempt {n} of text {row_id} was accepted {c} times" for n, c in numbers.items() if c > 1)
        if len(messages) <= 1:
            continue
        category = rows[row_id]["category"]
        if len(messages) > 2 or category in ("promotion", "survey"):
            yield f"copies: text {row_id} ({category}) was accepted {len(messages)} times"
        first = attempts[row_id][min(numbers)]
        if first["outcome"] in DEFINITE_NOES:
            yield f"copies: text {row_id} was sent again although attempt {min(numbers)} had ended as {first['outcome']}"
    for row in seen.tables["outbox"]:
        if row["resends"] > 1 or (row["resends"] and row["category"] in ("promotion", "survey")):
            yield f"copies: text {row['id']} ({row['category']}) was sent {row['resends']} times more"


def opt_out(seen: Seen) -> Iterable[str]:
    numbers = {row["id"]: row["phone"] for row in seen.tables["threads"]}
    stopped: dict[str, float] = {}
    for post in _inbound_posts(seen):
        if post["status"] == 200 and post["form"]["Body"].strip().upper() == "STOP":
            answered = post["at"] + post["seconds"]
            sender = post["form"]["From"]
            stopped[sender] = min(answered, stopped.get(sender, answered))
    rows = {row["id"]: row for row in seen.tables["outbox"]}
    for attempt in seen.tables["attempts"]:
        row = rows[attempt["outbox_id"]]
        at = stopped.get(numbers[row["thread_id"]])
        if at is not None and row["lane"] > 0 and moment(attempt["started_at"]) > at:
            yield f"opt-out: text {row['id']} was claimed {moment(attempt['started_at']) - at:.3f} s after the opt-out"
    for row_id, messages in _sent(seen).items():
        row = rows[row_id]
        at = stopped.get(row["recipient"])
        for message in messages:
            if at is not None and row["lane"] > 0 and message["created"] > at + seen.lease:
                yield f"opt-out: text {row_id} was accepted {message['created'] - at:.3f} s after the opt-out"


def ends(seen: Seen) -> Iterable[str]:
    cased = {row["cause"] for row in seen.tables["cases"]}
    open_kinds = {(row["thread_id"], row["kind"]) for row in seen.tables["cases"]}
    for row in seen.tables["outbox"]:
        if row["status"] not in ENDS:
            yield f"ends: text {row['id']} is still {row['status']}"
        if row["status"] == "failed" and row["category"] in ("service", "internal") and row["lane"] > 0:
            if f"outbox:{row['id']}:failed" not in cased and (row["thread_id"], "not_sent") not in open_kinds:
                yield f"ends: text {row['id']} has failed without a case"
            if row["recipient"] not in seen.may_fail:
                yield f"ends: text {row['id']} has failed: {row['reason']}"
    for row in seen.tables["instructions"]:
        if row["status"] not in ("delivered", "recorded"):
            yield f"ends: instruction {row['id']} is {row['status']}: {row['error']}"


def true(seen: Seen) -> Iterable[str]:
    at_twilio = {m["sid"]: m for m in seen.messages}
    for row in seen.tables["outbox"]:
        if row["status"] != "accepted":
            continue
        message = at_twilio.get(row["provider_id"])
        if message is None:
            yield f"true: text {row['id']} is accepted as {row['provider_id']}, which Twilio does not know"
        elif (message["to"], message["body"]) != (row["recipient"], row["text"]):
            yield f"true: text {row['id']} is accepted as another text"


def drawn(seen: Seen) -> Iterable[str]:
    known = documented_edges()
    for row in seen.tables["edges"]:
        if (row["was"], row["becomes"]) not in known:
            yield f"drawn: text {row['outbox_id']} went from {row['was']} to {row['becomes']}"


RULES = (acknowledged, once, fold, copies, opt_out, ends, true, drawn)
