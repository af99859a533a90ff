from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.core.errors import FlowError
from bot.library import load, questions_of, survey

FLOWS = Path(__file__).resolve().parents[2] / "flows"


@pytest.fixture
def flows(tmp_path):
    return Path(shutil.copytree(FLOWS, tmp_path / "flows"))


def change(path, was, becomes):
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, becomes, 1))


def refused(flows):
    with pytest.raises(FlowError) as caught:
        load(flows)
    return str(caught.value)


def test_the_shipped_flows_have_neither_errors_nor_warnings():
    """Every standard flow, as the demo carrier speaks it."""
    library, findings = survey(FLOWS)
    assert [str(finding) for finding in findings] == []
    wanted = {
        "delivery_options",
        "survey",
        "coupon",
        "anything_else",
        "delivery_slot",
        "proxy_signoff",
        "pickup_notice",
        "staff_notice",
    }
    assert wanted <= set(library.flows("demo"))


def test_a_carriers_own_flow_comes_before_the_standard_one(flows):
    """A file of the same name in the carrier's folder."""
    own = (flows / "standard" / "coupon.yaml").read_text().replace("title: A coupon", "title: Our coupon")
    (flows / "demo" / "coupon.yaml").write_text(own)
    found = load(flows).flows("demo")["coupon"]
    assert found.title.startswith("Our coupon")
    assert not found.standard


def test_a_carrier_overrides_a_text_without_copying_the_flow(flows):
    """`texts:` in carrier.yaml changes that wording, that language, and the version's hash."""
    before = load(flows).flows("demo")
    with (flows / "demo" / "carrier.yaml").open("a") as file:
        file.write(
            "texts: {coupon: {code: {zh-CN: 您的码是{coupon.code}}}}\n".replace(
                "您的码是{coupon.code}", '"您的码是{coupon.code}"'
            )
        )
    after = load(flows).flows("demo")
    assert after["coupon"].document["texts"]["code"]["zh-CN"] == ["您的码是{coupon.code}"]
    assert after["coupon"].document["texts"]["code"]["en"] == before["coupon"].document["texts"]["code"]["en"]
    assert after["coupon"].hash != before["coupon"].hash
    assert after["survey"].hash == before["survey"].hash


def test_a_carrier_may_use_only_some_standard_flows(flows):
    """`standard:` is all or a list."""
    with (flows / "demo" / "carrier.yaml").open("a") as file:
        file.write("standard: [survey, anything_else]\n")
    assert set(load(flows).flows("demo")) == {"survey", "anything_else", "delivery_options"}  # the last is its own


def test_another_country_s_language_is_served_by_its_relative(flows):
    """A carrier that speaks en-GB gets the English texts under its own name."""
    change(flows / "demo" / "carrier.yaml", "locales: [zh-CN, en] ", "locales: [en-GB, zh-CN] ")
    change(flows / "demo" / "carrier.yaml", "en: Fengchi Express", "en-GB: Fengchi Express")
    document = load(flows).flows("demo")["survey"].document
    assert document["languages"] == ["en-GB", "zh-CN"]
    assert "very satisfied" in document["texts"]["question"]["en-GB"][0]


def test_it_is_all_or_nothing(flows):
    """One broken file, and the error names it, its line and what to do; nothing of the rest is used."""
    change(flows / "standard" / "survey.yaml", "4: {go: sorry", "4: {go: sory")
    assert "survey.yaml:18:15: error STATE 'sory' is no state here. Did you mean 'sorry'?" in refused(flows)


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("carrier: demo", "carrier: other", "error CARRIER The folder is 'demo', this says 'other'."),
        ("time_zone: Asia/Shanghai", "time_zone: Asia/Shanghia", "error VALUE 'Asia/Shanghia' is no time zone"),
        ("locales: [zh-CN, en]", "locales: [zh-CN, xx-YY]", "error VALUE 'xx-YY' is no language"),
        ("brand: {zh-CN: 风驰速运, en: Fengchi Express}", "brand: {zh-CN: 风驰速运}", "brand: is not given in en"),
        ("kind: simulator", "kind: pigeon", "channels.simulator.kind"),
        ("hotline:", "hotlne:", "error KEY 'hotlne' is no key here. Did you mean 'hotline'?"),
        ("coupons: [autumn]", "coupons: []", "error POOL Standard flows hand out coupon codes (coupon, coupon_code). Write coupons: [autumn]"),
        ("coupons: [autumn]", "coupons: [autumn]\ntexts: {survay: {}}", "error FLOW 'survay' is no flow. Did you mean 'survey'?"),
        ("coupons: [autumn]", "coupons: [autumn]\ntexts: {coupon: {cod: {en: x}}}", "'coupon' has no text 'cod'. Did you mean 'code'?"),
        ("coupons: [autumn]", "coupons: [autumn]\nstandard: [survay]", "'survay' is no standard flow. Did you mean 'survey'?"),
    ],
)  # fmt: skip
def test_a_broken_carrier_file_is_refused(flows, was, becomes, found):
    """With file, line, and what to do."""
    change(flows / "demo" / "carrier.yaml", was, becomes)
    assert found in refused(flows)


def test_a_folder_without_carriers_says_how_to_begin(tmp_path):
    """Neither a stack trace nor silence."""
    assert "Copy flows/demo to begin" in refused(tmp_path)
    assert "There is no such folder" in refused(tmp_path / "nowhere")


def test_what_is_not_utf8_or_misnamed_is_named(flows):
    """The file's own faults come before its contents."""
    (flows / "demo" / "bad.yaml").write_bytes(b"\xff\xfe")
    (flows / "demo" / "wrong.yaml").write_text((flows / "standard" / "survey.yaml").read_text())
    message = refused(flows)
    assert "bad.yaml:1:1: error ENCODING This line is not UTF-8." in message
    assert "wrong.yaml:2:7: error FLOW The file is 'wrong.yaml', the flow 'survey'." in message


def test_the_questions_of_a_flow_begin_with_its_first_state():
    """What `python -m bot understand` reads a reply against; a flow that only tells asks nothing."""
    assert next(iter(questions_of("delivery_options"))) == "offered"
    assert questions_of("pickup_notice") == {}
    with pytest.raises(KeyError):
        questions_of("nothing")
