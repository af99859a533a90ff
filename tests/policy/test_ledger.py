"""Consent: imported with a proof, refused by a word, brought back by a word alone, and kept for ever."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from bot import ledger, retention
from bot.channels.base import Outcome, SendResult
from bot.core.carrier import EVERYTHING, CarrierConfig
from bot.core.errors import Invalid, NotFound
from bot.store import tables
from tests.core.sample import carrier as config
from tests.support.world import OTHER, PHONE, World

ROOT = Path(__file__).resolve().parents[2]
FILE = """phone,category,granted,at,proof
138 0013 8000,promotion,yes,2026-01-05,contract 4711
+8613900139000,survey,no,,
14800000001,,,2026-01-05T10:00:00+08:00,web form
nonsense,promotion,yes,,
13700137000,weather,yes,,
13700137000,promotion,maybe,,
13700137000,promotion,yes,2099-01-01,
"""


def standing(world: World, phone: str = PHONE) -> dict[str, bool]:
    return {row.category: row.granted for row in ledger.proof(world.parts, "demo", phone)}


def offered(world: World, cause: str, phone: str = PHONE) -> Any:
    from bot import turns

    turns.start_flow(world.parts, "demo", "coupon", phone, cause)
    return world.rows(tables.outbox)[-1]


def test_a_file_is_recorded_line_by_line(world: World) -> None:
    """Each line with its proof; a wrong one is named and holds up no other; a doubtful number is taken with a warning."""
    done = ledger.import_file(world.parts, "demo", FILE.encode())
    assert (done.recorded, done.known) == (3, 0)
    assert [line for line, _ in done.errors] == [5, 6, 7, 8]
    assert [line for line, _ in done.warnings] == [4]
    (row,) = ledger.proof(world.parts, "demo", PHONE)
    assert (row.category, row.granted, row.source) == ("promotion", True, "import")
    assert row.ref.endswith(":2 contract 4711")
    assert f"{row.at:%Y-%m-%d %H:%M}" == "2026-01-04 16:00"
    assert standing(world, OTHER) == {"survey": False}


def test_the_same_file_again_records_nothing(world: World) -> None:
    """It may be imported anew after it stopped half way."""
    ledger.import_file(world.parts, "demo", FILE.encode())
    again = ledger.import_file(world.parts, "demo", FILE.encode())
    assert (again.recorded, again.known) == (0, 3)
    assert len(world.rows(tables.consents)) == 3


@pytest.mark.parametrize("text", ["", "number\n13800138000\n", "phone,colour\n13800138000,red\n"])
def test_a_file_of_another_shape_is_refused_whole(world: World, text: str) -> None:
    """Nothing is guessed from columns that are not ours."""
    with pytest.raises(Invalid, match="column"):
        ledger.import_file(world.parts, "demo", text.encode())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_is_read_as_any_other_list(world: World, encoding: str, mark: str) -> None:
    """Whatever a spreadsheet saves: its encodings, its separators, blank lines, columns in any case; faults have their place."""
    text = "Phone,Proof\r\n\r\n13800138000,合同\r\n13900139000,a,b,c\r\n".replace(",", mark)
    done = ledger.import_file(world.parts, "demo", text.encode(encoding))
    assert (done.recorded, done.errors) == (1, [(4, "has 4 cells where the header has 2")])
    assert ledger.proof(world.parts, "demo", PHONE)[0].ref.endswith(":3 合同")


def test_what_a_file_says_twice_is_one_line_of_the_ledger(world: World) -> None:
    """The same number, however it is written, with the same answer at the same moment."""
    done = ledger.import_file(world.parts, "demo", b"phone\n13800138000\n+86 138 0013 8000\n")
    assert (done.recorded, done.known) == (1, 1)
    assert len(world.rows(tables.consents)) == 1


def test_local_numbers_are_of_one_country_in_every_list(world: World) -> None:
    """That of the carrier's time zone, whoever's holidays count; where the zone has none, the country of the holidays."""
    from bot.core.rulebook import Holidays

    world.change_rules(holidays=Holidays(country="US"))
    assert ledger.import_file(world.parts, "demo", b"phone\n13800138000\n").recorded == 1
    assert ledger.proof(world.parts, "demo", "13800138000")
    world.change_rules(time_zone="UTC")
    assert ledger.import_file(world.parts, "demo", b"phone\n2125550162\n").recorded == 1
    assert ledger.proof(world.parts, "demo", "+12125550162")
    with pytest.raises(Invalid, match="'xyz' has letters"):
        ledger.proof(world.parts, "demo", "xyz")


def test_an_import_brings_nobody_back(world: World) -> None:
    """Only the customer's own word does; the offer goes again after that."""
    world.agrees()
    world.reply("TD")
    done = ledger.import_file(world.parts, "demo", b"phone\n13800138000\n")
    assert (done.recorded, len(done.errors)) == (0, 1)
    assert offered(world, "c:1").reason == "opted_out"
    world.reply("好的，谢谢")
    assert standing(world)["promotion"] is False
    world.reply("START")
    assert standing(world)["promotion"] is True
    assert offered(world, "c:2").status == "ready"


def test_nobody_is_promoted_to_without_consent(world: World) -> None:
    """A customer of whom nothing is recorded gets no offer, and the reason stands there."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    row = offered(world, "c")
    assert (row.status, row.reason) == ("refused", "no_consent")


def test_the_ledger_is_only_ever_added_to() -> None:
    """No statement of ours changes or deletes a line of it."""
    guilty = []
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("update", "delete")
            ):
                guilty += [path.name for arg in node.args if isinstance(arg, ast.Name) and arg.id == "consents"]
    assert guilty == []


# ── words ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("zone", "opt_out", "word", "covered"),
    [
        ("Asia/Shanghai", {}, "TD", ("survey", "promotion")),
        ("Asia/Shanghai", {}, "STOP", ("survey", "promotion")),
        ("America/New_York", {}, "STOP", EVERYTHING),
        ("America/New_York", {}, "end", EVERYTHING),
        ("Europe/London", {}, "STOP", EVERYTHING),
        ("Asia/Shanghai", {"words": {"STOP": ["service", "survey", "promotion"]}}, " stop ", EVERYTHING),
        ("America/New_York", {"covers": ["promotion"]}, "STOP", ("promotion",)),
    ],
)
def test_what_a_word_covers_is_the_carriers_setting(zone, opt_out, word, covered) -> None:
    """Advertising in the mainland, everything elsewhere, or as carrier.yaml says."""
    carrier: CarrierConfig = config(time_zone=zone, opt_out=opt_out)
    assert carrier.covered_by(word) == covered


def test_one_confirmation_and_it_is_not_late(world: World) -> None:
    """The second STOP changes nothing and is not confirmed again; after five minutes a confirmation is none any more."""
    world.reply("TD")
    world.reply("退订")
    (row,) = world.rows(tables.outbox)
    assert (row.useful_until - row.created_at).total_seconds() == 300
    assert len(ledger.proof(world.parts, "demo", PHONE)) == 4


def test_where_the_provider_answers_by_itself_we_are_silent(world: World) -> None:
    """Twilio's default handling says nothing of it in the message: a setting of the channel."""
    demo = world.parts.flows.carrier("demo")
    channel = demo.channels["simulator"].model_copy(update={"opt_out": "provider"})
    world.change_rules(channels={**demo.channels, "simulator": channel})
    for word in ("STOP", "START", "stop"):
        world.reply(word)
    assert world.texts() == []
    assert standing(world) == {"service": False, "survey": False, "promotion": False}
    world.reply("TD", phone=OTHER)
    assert "退订" in world.last(OTHER)


# ── an opt-out outlives the customer's data ──────────────────────────────────────────────────────


def test_an_opt_out_outlives_an_erasure(world: World) -> None:
    """The number is gone from every row; when it comes back it is refused still. START brings back what needs no consent: nothing
    is left to prove that promotions were agreed to."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    world.reply("TD")
    retention.erase(world.parts, "demo", PHONE, "test")
    assert PHONE not in everything(world)
    assert "王五" not in everything(world)
    with pytest.raises(NotFound):
        retention.erase(world.parts, "demo", PHONE, "test")
    world.parcel("FY0000009999")
    row = offered(world, "c")
    assert (row.status, row.reason) == ("refused", "opted_out")
    assert {line.source for line in ledger.proof(world.parts, "demo", PHONE)} == {"erasure"}
    world.reply("START")
    assert standing(world) == {"survey": True, "promotion": False}


def test_who_refused_nothing_leaves_nothing(world: World) -> None:
    """No hash is kept of a number that had no opt-out; counts stay."""
    world.parcel()
    world.event("out_for_delivery")
    world.send()
    before = len(world.rows(tables.outbox))
    retention.erase(world.parts, "demo", PHONE, "test")
    assert not world.rows(tables.suppressions)
    assert len(world.rows(tables.outbox)) == before
    assert {row.text for row in world.rows(tables.outbox)} == {""}


def test_another_key_recognises_nobody_and_the_hash_tells_nothing(world: World, tmp_path: Path) -> None:
    """The hash is keyed: who has the database alone cannot find out a number by trying them all."""
    world.reply("STOP")
    retention.erase(world.parts, "demo", PHONE, "test")
    (row,) = world.rows(tables.suppressions)
    other = World(
        world.url, tmp_path, clock=world.clock, environment={"SECRET_KEY": "another key of more than 32 characters"}
    )
    other.reply("你好")
    assert not [line for line in other.rows(tables.consents) if line.source == "erasure"]
    assert len(row.phone_hash) == 64
    other.close()


def everything(world: World) -> str:
    """Every value of every row."""
    return "\n".join(str(row) for table in tables.metadata.sorted_tables for row in world.rows(table))


# ── retention ────────────────────────────────────────────────────────────────────────────────────


def test_after_three_years_text_and_number_go_and_counts_stay(world: World) -> None:
    """A customer of whom nothing was heard for three years; somebody who still is one loses old words only."""
    for phone, parcel in ((PHONE, "FY1234568896"), (OTHER, "FY0000001234")):
        world.parcel(parcel, phone=phone)
        world.event("out_for_delivery", parcel)
        world.send()
        world.reply("1" if phone == OTHER else "TD", phone=phone)
    world.send()
    world.wait(days=1000)
    assert retention.run(world.parts, "demo") == retention.Removed()
    world.wait(days=100)
    world.parcel("FY0000007777", phone=OTHER)
    counts = {table.name: len(world.rows(table)) for table in (tables.outbox, tables.inbox, tables.consents)}
    removed = retention.run(world.parts, "demo")
    assert removed.customers == 1
    assert PHONE not in everything(world)
    assert OTHER in everything(world)
    assert {row.text for row in world.rows(tables.inbox)} == {""}
    assert counts == {table.name: len(world.rows(table)) for table in (tables.outbox, tables.inbox, tables.consents)}
    assert retention.run(world.parts, "demo") == retention.Removed()
    assert offered(world, "late").reason == "opted_out"


class Deaf:
    """A provider that says of every number that it receives nothing."""

    name = "simulator"

    def send(self, _: Any) -> SendResult:
        return SendResult(Outcome.REFUSED, error_code="30005", error="unknown destination", invalid_number=True)
