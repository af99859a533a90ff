"""Makes `bot/core/understand/tables/sounds.py`: which common characters share a sound, without loading `pypinyin` (56 MB) at run time.

Usage: python benchmarks/make_sounds.py > bot/core/understand/tables/sounds.py (needs `pypinyin`, a development requirement)
"""

from __future__ import annotations

from collections import defaultdict

from pypinyin import lazy_pinyin

EXTRA = "咗嚟冇唔喺嘅俾啲嘢佢哋哒滴嘞喽噢哎呗嗯"


def common_characters() -> str:
    """GB 2312 level 1, by pronunciation (3,755 characters), and what texting adds."""
    level_one = bytearray()
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            if not (high == 0xD7 and low > 0xF9):
                level_one += bytes((high, low))
    return level_one.decode("gb2312") + EXTRA


def main() -> None:
    by_sound = defaultdict(list)
    for character in dict.fromkeys(common_characters()):
        by_sound[lazy_pinyin(character)[0]].append(character)
    print(
        '"""Characters by their sound (pinyin without tones). Made by `benchmarks/make_sounds.py` from `pypinyin` (MIT); not edited by hand."""'
    )
    print("\nfrom __future__ import annotations\n\nfrom typing import Final\n")
    print('CHARACTERS: Final = """')
    for sound in sorted(by_sound):
        if sound.isascii() and sound.isalpha():
            print(sound, "".join(by_sound[sound]))
    print('"""')


if __name__ == "__main__":
    main()
