"""Whether an address is named only to be refused or told as the old one: nothing is sent there."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = re.compile(r"[路街巷弄号栋幢]|(?<![a-z])(?:road|rd|street|st|avenue|ave|lane|drive)(?![a-z])")
_REFUSED: Final = re.compile(
    r"(?:不要|别(?!墅|院|苑)|勿|唔好|不许|不能|莫|甭|咪|不想|不用|不是)(?:再|继续|给我|帮我|要|往|把(?:它|包裹|快递|件))?(?:转寄|转送|改寄|改送|寄|转|送|发|派|投|改|换)(?!错)(?!上楼|上门|货上)(?:到|往|至|去)?"
    r"|(?<![a-z])(?:dont|do not|never|stop|not)(?: \w{1,9}){0,2}? (?:send|sending|ship|shipping|deliver|delivering|redirect|forward)(?![a-z])"
)
"""What may stand before the place: "不要寄到", "dont send it to"."""
_OLD: Final = re.compile(
    r"(?:旧|老|原|原来的?|以前的?|之前的?|过去的?|上一个|错误?的?)(?:收货)?地址|(?:以前|之前|从前|原来|曾经|过去)(?:我)?(?:是)?(?:住|在)|(?:不|没|冇|唔)(?:再)?(?:住|喺)(?!校)|早?已?经?(?:搬走|搬离|搬出)|已经?搬(?![到至去往来])|我?(?:家|人|公司|单位)?(?:已经)?不在(?=[^,。!?]{2,16}[路街巷弄])|地址?是错|[号室楼栋层]是错|拆迁|已经?拆了"
    r"|(?<![a-z])(?:(?:old|previous|former|wrong) (?:address|place|house|home|flat)|used to (?:live|be|stay)|(?:moved|moving) (?:away|out|from)|no longer (?:live|at|there|in)|(?:dont|do not) live|not live)(?![a-z])"
)
_NEW: Final = re.compile(
    r"新的?(?:收货)?地址|新家|现在|现住|而家|改(?:到|成|为|寄|送)|换(?:到|成)|(?:请|麻烦)?(?:转寄|转|寄|送|发|投)(?:到|往|至|去)|应该?是|(?<![a-z])(?:new (?:address|place|home|house|flat|one)|now|instead|moved to|send (?:it )?to|redirect (?:it )?to)(?![a-z])"
)
_ELSEWHERE: Final = re.compile(rf"[,。!?;\n]|{_NEW.pattern}")
"""Where the refused place ends: at the clause, or at a newer place ("不要送公司 寄到…")."""


def is_refused(tight: str) -> bool:
    """Whether the address of the reply is no place to send to: refused ("不要寄到…"), or old with no newer one named behind it."""
    if refused := _REFUSED.search(tight):
        end = _ELSEWHERE.search(tight, refused.end())
        if _NAMED.search(tight, refused.end(), end.start() if end else len(tight)):
            return True
    old = _OLD.search(tight)
    if old is None:
        return False
    new = _NEW.search(tight, old.end())
    return new is None or _NAMED.search(tight[: new.start()]) is not None
