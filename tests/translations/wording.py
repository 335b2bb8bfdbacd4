"""What a text for people may not have, whatever it says. Pure; each rule names what it found.

Punctuation of the other language, strange spellings, and words for which the glossary has another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

Rule: TypeAlias = Callable[[str], Iterator[str]]

_HAN = r"[\u3400-\u9fff]"
_WIDE = "，。；：？！、（）“”"
_FIELD = re.compile(r"\{\w*\}")
SYNTAX = re.compile(r"\S*(?:://|folder:|s3:|lp:)[^\s，。；”）]*|时:分")
"""Addresses as they are typed, and the form of a time: their colons are their own."""

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "您": "你",
        "拦截": "暂停",
        "解除": "清除",
        "承运": "快递",
        "搁置订单": "挂单",
        "订单搁置": "挂单",
        "扫描枪": "扫码枪",
        "条码枪": "扫码枪",
        "摄像头": "相机",
        "打包人": "打包员",
        "货位": "库位",
        "组织": "机构",
        "呼叫": "叫人",
        "求助": "叫人",
        "签字": "签名",
        "商家货号": "货号",
        "主目录": "主文件夹",
        "家目录": "主文件夹",
        "照抄": "复制",
        "别台": "别的工位",
        "未见证": "未锚定",
        "重打": "补打",
        "设置工位": "安装向导",
    }
)
"""One thing has one word: what stands in the glossary, after what it is not called (docs/glossary.md)."""

AMERICAN: Mapping[str, str] = MappingProxyType(
    {
        r"\bcolors?\b": "colour",
        r"\bgray\b": "grey",
        r"\bcanceled\b|\bcanceling\b": "cancelled",
        r"\blabeled\b|\blabeling\b": "labelled",
        r"\bcenter(?:ed)?\b": "centre",
        r"\bcatalog\b": "catalogue",
        r"\b(?:organ|recogn|author|initial|summar|priorit)iz(?:e|ed|es|ing|ation)s?\b": "-ise",
        r"\bbehavior\b": "behaviour",
        r"\b(?:milli|centi)?meters?\b|\bliters?\b": "-re",
        r"\bfulfill\b": "fulfil",
    }
)


INSTEAD_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        r"\bHOLD\b": "PUT ASIDE",
        r"\bdispute(?:,| or| and) on hold\b": "on legal hold",
        r"(?i)\bhold still\b|\bholds the picture\b": "freeze",
    }
)
"""A hold is what the shop, the platform or a supervisor puts on an order; a packer puts an order aside."""


def chinese_faults(text: str) -> Iterator[str]:
    for rule in CHINESE:
        yield from rule(text)


def english_faults(text: str) -> Iterator[str]:
    for rule in ENGLISH:
        yield from rule(text)


def _found(pattern: str, text: str, what: str) -> Iterator[str]:
    yield from (f"{what}: {found[0]!r} in {text!r}" for found in re.finditer(pattern, text))


def half_width(text: str) -> Iterator[str]:
    yield from _found(rf"{_HAN}[,;:!?()]|[,;:!?()]{_HAN}|{_HAN}\.(?!\w)", SYNTAX.sub("", text), "half-width")


def unspaced(text: str) -> Iterator[str]:
    """Between Chinese and letters or digits stands a space; a field brings its own."""
    yield from _found(rf"{_HAN}[A-Za-z0-9]|[A-Za-z0-9]{_HAN}", SYNTAX.sub("", text), "no space")


def spaced_wide(text: str) -> Iterator[str]:
    """Full-width punctuation has its room within."""
    yield from _found(rf"[{_WIDE}] | [{_WIDE}]", text, "a space beside full-width punctuation")


def straight_quotes(text: str) -> Iterator[str]:
    yield from _found(rf"[\"']{_HAN}|{_HAN}[\"']", text, "straight quotation mark")


def other_word(text: str) -> Iterator[str]:
    yield from (f"{word} is called {term}: {text!r}" for word, term in INSTEAD.items() if word in text)


def wide_english(text: str) -> Iterator[str]:
    """Chinese punctuation or curly quotation marks; a platform's own bracket may be named."""
    yield from _found(r"[\uff00-\uffef\u3001\u3002\u201c\u201d\u2018\u2019]", text, "not English punctuation")


def other_english(text: str) -> Iterator[str]:
    for pattern, term in INSTEAD_ENGLISH.items():
        yield from _found(pattern, text, f"is called {term}")


def american(text: str) -> Iterator[str]:
    for pattern, british in AMERICAN.items():
        yield from _found(f"(?i){pattern}", text, f"British is {british}")


def dots(text: str) -> Iterator[str]:
    yield from _found(r"\.\.\.", text, "three dots for an ellipsis")


def loose(text: str) -> Iterator[str]:
    """Blanks at an end of several words, or two where one belongs; one word may be what others are joined by."""
    edges = r"^\s|\s$|" if " " in text.strip() else ""
    yield from _found(rf"{edges}(?<=\S) {{2,}}(?=\S)", text, "loose space")


def percent(text: str) -> Iterator[str]:
    """Written with a space in both languages, like every other unit."""
    yield from _found(r"[0-9}]%", text, "no space before %")


def ends_alike(chinese: str, english: str) -> Iterator[str]:
    """A sentence ends in both languages or in none; an abbreviation ends nothing."""
    ends = english.endswith(".") and len(english.split()) > 2
    if chinese.endswith("。") != ends and not english.endswith((".", "?", "!")):
        yield f"one of them has no full stop: {chinese!r}, {english!r}"
    if ends and not chinese.endswith(("。", "”")):
        yield f"one of them has no full stop: {chinese!r}, {english!r}"


def fields(text: str) -> list[str]:
    return sorted(set(_FIELD.findall(text)))


CHINESE: tuple[Rule, ...] = (half_width, unspaced, spaced_wide, straight_quotes, other_word, dots, loose, percent)
ENGLISH: tuple[Rule, ...] = (wide_english, american, other_english, dots, loose, percent)
