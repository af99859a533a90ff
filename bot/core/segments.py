"""How many messages a text is billed as. Two ways of counting: by encoding (GSM 03.38), and as mainland China bills.

Sources: 3GPP TS 23.038 (default alphabet and extension table, no national shift tables, as Twilio uses none);
mainland: 70 characters, then 67 each, signature and 【】 counted, ASCII the same (help.aliyun.com/en/sms/user-guide/message-rules).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED: Final = frozenset("\f^{}\\[~]|€")
ALPHABET: Final = BASIC | EXTENDED
ZERO_WIDTH_JOINER: Final = "\u200d"

Encoding = Literal["gsm7", "ucs2", "mainland"]


@dataclass(frozen=True, slots=True)
class Segments:
    """`units` are septets (gsm7), UTF-16 units (ucs2) or characters (mainland); `count` is what is billed."""

    encoding: Encoding
    units: int
    count: int


def segments(text: str, billing: Literal["gsm", "mainland"] = "gsm") -> Segments:
    """Count `text` as sent (brand and suffix included). An empty text is one segment of nothing."""
    if billing == "mainland":
        costs = [_utf16(letter) for letter in text]
        return Segments("mainland", sum(costs), _packed(costs, 70, 67))
    letters = set(text)
    if letters <= ALPHABET:
        if not letters & EXTENDED:
            return Segments("gsm7", len(text), 1 if len(text) <= 160 else -(-len(text) // 153))
        costs = [2 if letter in EXTENDED else 1 for letter in text]
        return Segments("gsm7", sum(costs), _packed(costs, 160, 153))
    units = _utf16(text)
    if units <= 70:
        return Segments("ucs2", units, 1)
    return Segments(
        "ucs2", units, _packed([cost for cluster in _graphemes(text) for cost in _pieces(cluster, 67)], 70, 67)
    )


def _utf16(text: str) -> int:
    """UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _packed(costs: list[int], alone: int, joined: int) -> int:
    """Pieces are never split: an escape pair, a surrogate pair or a grapheme goes whole into the next segment."""
    if sum(costs) <= alone:
        return 1
    count, used = 1, 0
    for cost in costs:
        if used + cost > joined and used:
            count, used = count + 1, 0
        used += cost
    return count


def _pieces(cluster: str, most: int) -> list[int]:
    """A cluster whole, or by its characters where no segment could hold it."""
    whole = _utf16(cluster)
    return [whole] if whole <= most else [_utf16(letter) for letter in cluster]


def _graphemes(text: str) -> list[str]:
    """Enough of Unicode's clusters for SMS: joiners, variation selectors, marks, skin tones and flag pairs stay together."""
    clusters: list[str] = []
    for letter in text:
        if clusters and _extends(clusters[-1], letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _extends(cluster: str, letter: str) -> bool:
    code = ord(letter)
    if letter == ZERO_WIDTH_JOINER or cluster.endswith(ZERO_WIDTH_JOINER):
        return True
    if 0xFE00 <= code <= 0xFE0F or 0x0300 <= code <= 0x036F or code == 0x20E3 or 0x1F3FB <= code <= 0x1F3FF:
        return True
    flag = 0x1F1E6 <= code <= 0x1F1FF
    return flag and len(cluster) == 1 and 0x1F1E6 <= ord(cluster) <= 0x1F1FF
