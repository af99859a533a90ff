"""Notices to staff: by group, confirmed by 1, reminded, phoned, and who has confirmed."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from bot import campaigns
from bot.core.campaigning import NewNotice
from bot.core.errors import Invalid, NotFound
from bot.store import tables
from tests.campaigns.conftest import phone_of

PEOPLE = [phone_of(n) for n in range(4)]
ROWS = (
    "phone,group,name\n" + "\n".join(f"{phone},hub2,P{n}" for n, phone in enumerate(PEOPLE)) + f"\n{PEOPLE[0]},night,\n"
)


@pytest.fixture
def hub(town):
    campaigns.join_groups(town.parts, "demo", ROWS.encode())
    return town


def give(town, *groups, text="今天16:00在二号分拨中心开班前会", flow="staff_notice"):
    wanted = NewNotice(name="Meeting", text=text, groups=groups, flow=flow)
    notice = campaigns.give_notice(town.parts, "demo", wanted, "test")
    town.rung.append("run_campaigns")
    town.run()
    town.send()
    town.pass_(seconds=5)
    return notice


def test_a_notice_reaches_a_group_and_is_confirmed(hub):
    """Everybody once, by night too; 1 confirms, silence is reminded, then somebody has to phone."""
    notice = give(hub, "hub2", "night")
    assert [hub.texts(phone) for phone in PEOPLE] == [["【风驰速运】今天16:00在二号分拨中心开班前会。收到请回复1"]] * 4
    hub.reply("1", PEOPLE[0])
    hub.reply("我不去", PEOPLE[1])
    hub.reply("我说了不去", PEOPLE[1])
    hub.wait(minutes=31)
    assert hub.last(PEOPLE[2]) == "【风驰速运】提醒：今天16:00在二号分拨中心开班前会。收到请回复1"
    hub.reply("收到", PEOPLE[2])
    hub.wait(minutes=31)
    hub.run()
    seen = campaigns.notice_view(hub.parts, "demo", notice)
    assert [person["stand"] for person in seen["people"]] == ["confirmed", "objected", "confirmed", "unanswered"]
    assert seen["counts"] == {
        "confirmed": 2, "objected": 1, "unanswered": 1, "asked": 0, "waiting": 0, "not_reached": 0,
    }  # fmt: skip
    kinds = {row.kind: row.thread_id for row in hub.cases()}
    assert set(kinds) == {"staff_notice", "phone_call"}
    assert kinds["phone_call"] == next(row.id for row in hub.rows(tables.threads) if row.phone == PEOPLE[3])


def test_groups_are_kept_and_replaced(hub):
    """The same list again adds nobody; replaced, a group holds who is in the new list."""
    again = campaigns.join_groups(hub.parts, "demo", ROWS.encode())
    assert (again.added, again.duplicates) == (0, 5)
    campaigns.join_groups(hub.parts, "demo", f"phone,group\n{PEOPLE[1]},night\n".encode(), replace=True)
    give(hub, "night", text="夜班改到22:00")
    assert [len(hub.texts(phone)) for phone in PEOPLE] == [0, 1, 0, 0]


def test_no_campaign_to_customers_reaches_staff(hub):
    """Everybody means every customer; who was a customer before they joined a group is staff too, and the segment cannot be chosen."""
    hub.write(sa.update(tables.threads).where(tables.threads.c.phone == PEOPLE[1]).values(segment="ordinary"))
    with pytest.raises(ValidationError, match="by a notice"):
        hub.draft(audience={"segments": ["staff"]})
    with pytest.raises(ValidationError, match="stands alone"):
        hub.draft(audience={"everybody": True, "segments": ["vip"]})
    campaign = hub.draft(flow="coupon", audience={"everybody": True})
    assert campaigns.dry_run(hub.parts, "demo", campaign).recipients == 0


def test_what_employees_may_be_told_no_customer_is(hub):
    """No campaign begins an internal flow, which policy lets out at any hour without consent; no notice begins a customer's."""
    with pytest.raises(Invalid) as refused:
        hub.draft(flow="staff_notice")
    offered = refused.value.fields["flow"]
    assert "coupon" in offered
    assert "staff_notice" not in offered
    assert "complaint" not in offered
    with pytest.raises(Invalid) as refused:
        give(hub, "hub2", flow="complaint")
    assert refused.value.fields["flow"] == "should be a flow that starts on notice: staff_notice"


def test_a_notice_to_nobody_says_so(hub):
    """An unknown group is named with those that there are; a notice is no campaign and the other way round."""
    with pytest.raises(Invalid, match="the groups are: hub2, night"):
        give(hub, "hub9")
    with pytest.raises(Invalid, match="cannot be begun"):
        campaigns.give_notice(hub.parts, "demo", NewNotice(name="x", text="x", groups=("hub2",), flow="coupon"), "test")
    with pytest.raises(NotFound):
        campaigns.notice_view(hub.parts, "demo", hub.draft())


def test_a_notice_that_was_stopped_reminds_nobody(hub):
    """Its texts had left; no reminder follows, and no call."""
    notice = give(hub, "hub2", text="今天16:00开会，收到请回复1")
    assert hub.last(PEOPLE[1]).count("收到请回复1") == 1
    campaigns.stop(hub.parts, "demo", notice, "test", kind="notice")
    told = len(hub.texts(PEOPLE[1]))
    hub.run()
    hub.wait(minutes=31)
    hub.wait(minutes=31)
    assert len(hub.texts(PEOPLE[1])) == told
    assert hub.cases() == []
    with pytest.raises(NotFound):
        campaigns.stop(hub.parts, "demo", notice, "test")
