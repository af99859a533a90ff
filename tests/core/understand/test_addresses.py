"""Addresses beyond the labelled examples: ambiguity, the parcel's own city, what is no address."""

import pytest

from bot.core.understand import Place
from bot.core.understand.addresses import address_of
from bot.core.understand.text import normalise


def cut(text, home=None):
    return address_of(normalise(text), home)


def test_a_district_of_several_cities_stays_open():
    """朝阳区 is Beijing's and Changchun's: asked back, never guessed."""
    found = cut("朝阳区建国路88号")
    assert (found.province, found.city, found.district, found.complete) == (None, None, None, False)


def test_the_parcels_own_city_settles_it():
    """A parcel for Changchun means Changchun's 朝阳区; one for elsewhere settles nothing."""
    assert cut("朝阳区建国路88号", Place("吉林省", "长春市")).city == "长春市"
    assert cut("朝阳区建国路88号", Place("浙江省", "杭州市")).city is None


def test_a_place_in_the_name_of_a_road_is_no_place():
    """南京市鼓楼区北京西路 lies in Nanking."""
    assert cut("南京市鼓楼区北京西路2号").province == "江苏省"
    assert cut("黄浦区南京东路100号").city == "上海市"


def test_the_detail_is_kept_word_for_word_in_its_own_script():
    """Traditional characters stay as they were typed; the divisions come from the table."""
    found = cut("轉寄到廣州市越秀區中山五路219號 黃小姐 13800009999")
    assert (found.city, found.district, found.detail, found.name) == ("广州市", "越秀区", "中山五路219號", "黃小姐")


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("上海市徐汇区漕溪北路331号 王五138-0000-1111", "13800001111"),
        ("上海市徐汇区漕溪北路331号 王五 +86 138 0000 1111", "13800001111"),
        ("上海市徐汇区漕溪北路331号 王五 021-66668888", "021-66668888"),
        ("單號SF1234567890123 上海市徐汇区漕溪北路331号", None),
    ],
)
def test_phones_are_found_and_waybills_are_none(text, phone):
    """Mobiles as digits, landlines as written."""
    assert cut(text).phone == phone


@pytest.mark.parametrize(
    "text",
    ["上海的快递怎么还没到", "我家没人", "能寄到西藏吗", "你们在哪条路", "3号楼没人接电话", "好的", "王五 13800001111"],
)
def test_a_place_in_a_question_or_a_complaint_is_no_address(text):
    """Nobody is redirected to where a parcel came from."""
    assert cut(text) is None
