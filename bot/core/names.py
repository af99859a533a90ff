"""Every name that a text, a guard or a parameter may use: its type, an ordinary longest value, and what is said when the fact is missing.

A carrier sends what it has; a fact that never came must not leave a hole, the word None or a brace in a text to a customer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "number", "flag", "time", "window", "address", "list"]
Fallback = Mapping[str, str]

FORMATS: Final[Mapping[str, tuple[Kind, ...]]] = {
    # format → the kinds it can write
    "time": ("time", "window"),  # 15:00, or 明天15:00 on another day
    "date": ("time", "window"),  # 11月25日
    "window": ("window", "time"),  # 11月25日15:00-16:00
    "tail": ("text",),  # the last four characters
    "money": ("number",),  # ¥12.50
}


@dataclass(frozen=True, slots=True)
class Name:
    """One known name. `longest` is the longest ordinary value, for counting segments at check time."""

    kind: Kind
    longest: str
    fallback: Fallback
    note: str
    secret: bool = False
    """May be compared, never said: a proof code in a text would prove nothing."""
    longest_en: str | None = None
    """The same in a text that is not Chinese: one Chinese character there would halve what fits."""

    def sample(self, language: str) -> str:
        """The longest ordinary value in a text of that language."""
        return self.longest if self.longest_en is None or language.startswith("zh") else self.longest_en


def _name(
    kind: Kind, longest: str, note: str, zh: str = "", en: str = "", *, secret: bool = False, latin: str | None = None
) -> Name:
    return Name(kind, longest, {"zh": zh, "en": en}, note, secret, latin)


_WINDOW: Final = "Nov 25 6:30 PM-7:30 PM"
_MOMENT: Final = "Nov 23 3:00 PM"


KNOWN: Final[Mapping[str, Name]] = {
    "carrier.brand": _name("text", "风驰速运", "The carrier's brand in the customer's language.", latin="Fengchi Express"),
    "carrier.hotline": _name("text", "400-800-8000", "The phone number of customer service.", "客服", "our hotline"),
    "customer.name": _name("text", "欧阳小明", "As the carrier's system knows it.", "您", "there", latin="Wang Xiaoming"),
    "customer.phone": _name("text", "+8613800138000", "E.164.", secret=True),
    "customer.segment": _name("text", "ordinary", "ordinary, loyal, dormant …"),
    "customer.locale": _name("text", "zh-CN", "The customer's language."),
    "customer.window": _name("window", "11月25日18:30-19:30", "When this customer's last ten parcels were mostly handed over, today or tomorrow.", "今天", "today", latin=_WINDOW),
    "customer.pickups_this_month": _name("number", "12", "Parcels that became ready for pickup this month, this one counted."),
    "customer.recent_parcels": _name("number", "12", "Parcels of the last three months."),
    "customer.loyal": _name("flag", "true", "Three parcels or more in the last three months."),
    "customer.dormant": _name("flag", "true", "Has had parcels, but none in the last three months."),
    "shipment.tracking_no": _name("text", "SF1234567890123", "Waybill number.", "您的包裹", "your parcel"),
    "shipment.tail": _name("text", "8896", "The last four characters of the waybill number.", "****", "****"),
    "shipment.order_no": _name("text", "20261123004567", "Order number.", "您的订单", "your order"),
    "shipment.category": _name("text", "电子产品", "What is inside.", "物品", "goods", latin="electronics"),
    "shipment.status": _name("text", "out_for_delivery", "The last tracking event's type, in words.", "运输中", "on its way", latin="delayed, we are on it"),
    "shipment.status_at": _name("time", "11月23日15:00", "When that was.", "刚刚", "just now", latin=_MOMENT),
    "shipment.eta": _name("time", "11月23日15:00", "When it is expected.", "今天", "today", latin=_MOMENT),
    "shipment.expected_days": _name("number", "5", "Days until it is expected: as the carrier says, else from shipment.eta.", "几", "a few"),
    "shipment.link": _name("text", "p.example/8896abcd", "Tracking link, live while it is being delivered."),
    "shipment.redirectable": _name("flag", "true", "Whether the address may still be changed."),
    "shipment.proof_code": _name("text", "839201", "What proves that the reader may redirect it.", secret=True),
    "shipment.courier.name": _name("text", "欧阳师傅", "The courier.", "快递员", "our courier", latin="Ouyang Xiaoming"),
    "shipment.courier.phone": _name("text", "13800138000", "The courier's number.", "客服电话", "our hotline"),
    "shipment.window": _name("window", "11月25日18:30-19:30", "The delivery window that is suggested; where the carrier names none, customer.window.", "今天", "today", latin=_WINDOW),
    "shipment.delay_hours": _name("number", "36", "Hours late: as the event says, else from the estimate before to the one that it brings.", "数", "several"),
    "shipment.station.name": _name("text", "幸福里小区东门驿站", "The pickup point.", "驿站", "the pickup point", latin="Xingfuli East Gate"),
    "shipment.station.shelf": _name("text", "A-12-3", "The shelf.", "前台", "the counter"),
    "shipment.pickup_code": _name("text", "12-3-4567", "The pickup code.", "见柜台", "at the counter"),
    "shipment.deadline": _name("time", "11月25日20:00", "Until when it can be picked up.", "近日", "soon", latin="Nov 25 8:00 PM"),
    "shipment.signed_by": _name("text", "门卫", "Who signed for it.", "他人", "someone else", latin="the neighbour"),
    "event.type": _name("text", "out_for_delivery", "The event that started this."),
    "event.at": _name("time", "11月23日15:00", "When it happened.", "刚刚", "just now", latin=_MOMENT),
    "event.state": _name("text", "given", "After end_of: the state in which that flow ended."),
    "event.notice": _name("text", "今天16:00在二号分拨中心开班前会", "What a notice or campaign says.", latin="Team meeting at 16:00 in hub 2"),
    "event.offer": _name("text", "满30减10元", "What a campaign offers.", "优惠", "a discount", latin="10 off 30 or more"),
    "event.offer_en": _name("text", "10 off 30 or more", "The same in English.", "优惠", "a discount"),
    "coupon.code": _name("text", "DOUBLE11-8F3K2Q", "The claimed code.", "见账户", "in your account"),
    "coupon.expires": _name("time", "12月31日", "When the code lapses.", "近日", "soon", latin="Dec 31"),
    "reply.text": _name("text", "", "What the customer wrote, trimmed, full-width letters and digits made plain.", secret=True),
    "reply.code": _name("text", "", "The one word of the reply that holds a digit: a code, whatever stands around it.", secret=True),
    "reply.intent": _name("text", "", "What the reply is: complaint, where_is, thanks …", secret=True),
    "reply.rating": _name("number", "4", "1 to 4."),
    "reply.time": _name("window", "11月25日15:00-16:00", "The time that was named.", latin=_WINDOW),
    "reply.time.start": _name("time", "11月25日15:00", "Its start.", latin=_MOMENT),
    "reply.time.end": _name("time", "11月25日16:00", "Its end.", latin=_MOMENT),
    "reply.address": _name("address", "上海市浦东新区世纪大道100号", "The address that was named.", latin="100 Century Avenue, Pudong, Shanghai"),
    "now": _name("time", "11月23日15:00", "The moment of this turn.", latin=_MOMENT),
}  # fmt: skip

SCOPES: Final = ("shipment", "event", "carrier", "customer", "coupon", "reply")

STATUS_WORDS: Final[Mapping[str, Fallback]] = {
    "created": {"zh": "已下单", "en": "registered"},
    "shipped": {"zh": "已发货", "en": "shipped"},
    "picked_up": {"zh": "已揽收", "en": "picked up"},
    "in_transit": {"zh": "运输中", "en": "on its way"},
    "arrived": {"zh": "已到达派送站", "en": "at your local depot"},
    "out_for_delivery": {"zh": "正在派送", "en": "out for delivery"},
    "slot_suggested": {"zh": "等待约定时间", "en": "waiting for a delivery time"},
    "ready_for_pickup": {"zh": "待取件", "en": "ready for pickup"},
    "delayed": {"zh": "有延误，正在加急", "en": "delayed, we are on it"},
    "delivered": {"zh": "已签收", "en": "delivered"},
    "delivered_proxy": {"zh": "已由他人代收", "en": "handed to someone for you"},
    "returned": {"zh": "已退回", "en": "returned"},
    "cancelled": {"zh": "已取消", "en": "cancelled"},
}


def full_name(short: str, known: Mapping[str, object]) -> str | None:
    """`tail` → `shipment.tail`, `courier.name` → `shipment.courier.name`; None where no known name ends so."""
    if short in known:
        return short
    for scope in SCOPES:
        if (name := f"{scope}.{short}") in known:
            return name
    return None
