"""Which of their kind goods are, in a packer's language: common colours and sizes, beside what is printed. Pure.

A reading only stands beside the variant as it was written, which is what the packer compares with the goods. All of a
variant is known here or none of it is read, and no two words are read alike: half a reading, or one reading for two
kinds of goods, would send a hand to the wrong ones. Words that mean another thing of other goods are left out (orange
and its juice, silver and a ring).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from types import MappingProxyType
from typing import Final

from station.ui.words import Words, same

COLOURS: Final = (
    Words(zh="白色", en="white"),
    Words(zh="黑色", en="black"),
    Words(zh="灰色", en="grey"),
    Words(zh="浅灰色", en="light grey"),
    Words(zh="深灰色", en="dark grey"),
    Words(zh="红色", en="red"),
    Words(zh="酒红色", en="wine red"),
    Words(zh="粉色", en="pink"),
    Words(zh="黄色", en="yellow"),
    Words(zh="绿色", en="green"),
    Words(zh="浅绿色", en="light green"),
    Words(zh="深绿色", en="dark green"),
    Words(zh="军绿色", en="army green"),
    Words(zh="蓝色", en="blue"),
    Words(zh="浅蓝色", en="light blue"),
    Words(zh="深蓝色", en="dark blue"),
    Words(zh="天蓝色", en="sky blue"),
    Words(zh="藏青色", en="navy blue"),
    Words(zh="紫色", en="purple"),
    Words(zh="棕色", en="brown"),
    Words(zh="米色", en="beige"),
    Words(zh="米白色", en="off-white"),
    Words(zh="卡其色", en="khaki"),
)
SIZES: Final = (
    Words(zh="小号", en="small"),
    Words(zh="中号", en="medium"),
    Words(zh="大号", en="large"),
    Words(zh="特大号", en="extra large"),
    Words(zh="均码", en="one size"),
)
READ: Final = Words(zh="{variant}（{meaning}）", en="{variant} ({meaning})")

_JOINED: Final = Words(zh="{first}{next}", en="{first}{next}")
_WORDS: Final = (*COLOURS, *SIZES)
_CHINESE: Final[Mapping[str, Words]] = MappingProxyType({words.zh: words for words in _WORDS})
_ENGLISH: Final[Mapping[str, Words]] = MappingProxyType(
    {words.en: words for words in _WORDS}
    | {words.en.replace("grey", "gray"): words for words in COLOURS if "grey" in words.en}
)
_BETWEEN: Final = re.compile(r"(\s*[/／,，、;；|+]\s*|(?<=[\u3400-\u9fff])\s+)")  # read, not said
_KIND: Final = re.compile(r"^(颜色分类|颜色|尺码|colou?r|size)\s*[:：]\s*", re.IGNORECASE)  # read, not said
"""What a platform writes before them; it says nothing of the goods."""
_ASCII: Final = str.maketrans("／，、；", "/,,;")  # read, not said
_GAPS: Final[Mapping[str, str]] = MappingProxyType({"": " ", ",": ", ", ";": "; "})
_NEUTRAL: Final = re.compile(r"[0-9]{0,3}X{0,4}[SML]|[0-9.]{1,6}( ?(cm|mm|m|g|kg|ml|l|L|oz))?")
"""Sizes and measures that are written so in every language."""
LETTERS_MAX: Final = 60


def which(variant: str) -> Words:
    """As it is written and, where the reader's language is another and all of it is known, what it means."""
    parts = _BETWEEN.split(variant.strip()) if len(variant) <= LETTERS_MAX else []
    words, gaps = [_KIND.sub("", part) for part in parts[::2]], [gap.translate(_ASCII).strip() for gap in parts[1::2]]
    meanings = [meaning for meaning in map(_meaning, words) if meaning is not None]
    chinese, english = any(word in _CHINESE for word in words), any(word.lower() in _ENGLISH for word in words)
    twice = len({meaning.en for meaning in meanings}) < len(meanings)  # written in both languages
    if len(meanings) < len(words) or twice or not (chinese or english):
        return same(variant)
    whole = READ.filled(variant=variant, meaning=reduce(_after, zip(gaps, meanings[1:], strict=True), meanings[0]))
    zh, en = whole.zh if english else variant, whole.en if chinese else variant
    return Words(zh=zh, en=en, template=whole.template)


def _meaning(word: str) -> Words | None:
    """None where nobody can tell; a size that is the same in every language is itself."""
    found = _CHINESE.get(word) or _ENGLISH.get(word.lower())
    return found or (same(word) if _NEUTRAL.fullmatch(word) else None)


def _after(row: Words, more: tuple[str, Words]) -> Words:
    gap, meaning = more
    first = _JOINED.filled(first=row, next=_GAPS.get(gap, f" {gap} "))
    return _JOINED.filled(first=first, next=meaning)
