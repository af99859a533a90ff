"""Processes and publications: each takes what is published, in one piece, and nothing that it cannot use."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.catalogue import Catalogue, config_of, document_of
from bot.core.carrier import CarrierConfig
from bot.store import flow_versions, tables
from bot.store.flow_versions import New
from tests.publishing.conftest import CARRIER, RENAMED, Desk
from tests.support.world import demo_library

EVERYTHING = {
    "carrier": "full",
    "brand": {"zh-CN": "全", "en": "Full"},
    "locales": ["zh-CN", "en"],
    "time_zone": "Asia/Shanghai",
    "channels": {"z": {"kind": "simulator"}, "a": {"kind": "twilio", "account": "A", "secret": "S", "sender": "F"}},
    "opt_out": {"covers": ["promotion"], "suffix": {"en": "Reply T to stop"}, "words": {"STOP": ["service"]}},
    "windows": {"promotion": {"office": ["workdays 10:00-11:00"]}},
    "useful_for": {"service": "6h"},
    "caps": {"promotion": {"apart": "24h", "a_week": 1}},
    "holidays": {"workdays": ["2026-10-10"], "freedays": ["2026-10-01"]},
    "retention": {"keep": "400d"},
    "case_due": {"complaint": "1h30m"},
    "instructions": {"url": "U", "secret": "S"},
    "facts": {"shipment.weight": "number"},
    "texts": {"bot": {"which": {"en": ["one", "two"]}}},
}


def test_every_setting_of_a_carrier_survives_the_database() -> None:
    """What one process publishes is what another reads, the order of channels included."""
    for config in (CarrierConfig.model_validate(EVERYTHING), *demo_library().carriers.values()):
        document = document_of(config)
        assert config_of(document) == config
        assert list(config_of(document).channels) == list(config.channels)
        assert document_of(config_of(document)) == document


def test_a_process_takes_what_another_published(desk: Desk) -> None:
    """New conversations of every process begin with the version that was published last, whatever its own files hold."""
    elsewhere = Catalogue(desk.world.store)
    assert elsewhere.current("demo")["visit"].hash == desk.current
    desk.publish(RENAMED)
    assert elsewhere.current("demo")["visit"].hash != desk.current
    assert elsewhere.refresh()
    assert elsewhere.current("demo")["visit"].hash == desk.current
    assert not elsewhere.refresh()


def test_a_carriers_settings_are_taken_with_its_flows(desk: Desk) -> None:
    """A new brand speaks in every process without a restart, and whoever listens is told."""
    told: list[str] = []
    desk.catalogue.on_change(lambda carriers: told.append(carriers["demo"].brand["en"]))
    (desk.folder / "demo" / "carrier.yaml").write_text(CARRIER.replace("Fengchi", "Windspeed"))
    desk.publish(RENAMED)
    assert desk.catalogue.carrier("demo").brand["en"] == "Windspeed"
    assert told == ["Fengchi", "Windspeed"]


def test_what_cannot_be_used_here_is_not_taken(desk: Desk) -> None:
    """A publication of a newer program: this process keeps all it had, takes none of it, and takes the next good one."""
    before = desk.current
    with desk.world.store.write() as connection:
        good = {"flow": "good", "title": "x", "starts_on": [{"event": "arrived"}], "states": {"a": {"end": True}}}
        bad = New("visit", "f" * 64, {"flow": "visit", "title": "x", "from_the_future": 1})
        flow_versions.publish(connection, "demo", [New("good", "e" * 64, good), bad], "system", desk.world.clock.now())
    assert not desk.catalogue.refresh()
    assert desk.catalogue.current("demo").keys() == {"visit"}
    assert desk.current == before
    desk.world.clock.move(timedelta(seconds=1))
    desk.publish(RENAMED)
    assert desk.catalogue.current("demo").keys() == {"visit", "good"}


def test_who_begins_meanwhile_is_counted(desk: Desk) -> None:
    """The plan counts open conversations by version and state."""
    desk.begin(1)
    desk.begin(2)
    desk.world.reply("1", desk.begin(3))
    desk.write(RENAMED)
    [change] = desk.plan.flows
    assert change.occupied == {"offered": 2, "when": 1}
    assert {one.hash for one in change.elsewhere} == {change.old}


def test_a_carrier_sees_its_own_alone(desk: Desk) -> None:
    """Counts, history and current versions are scoped by carrier."""
    desk.begin()
    with desk.world.store.read() as connection:
        assert flow_versions.standing(connection, "other") == {}
        assert flow_versions.history(connection, "other", "visit") == []
        assert flow_versions.hashes(connection, "other") == {}
        count = connection.execute(sa.select(sa.func.count()).select_from(tables.publications)).scalar_one()
    assert count > 2
