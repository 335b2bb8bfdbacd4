"""What a setting takes, in every language, from the words in which ``settings`` says it in English. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words, same

_WHOLE: Final = re.compile(r"a whole number from (?P<low>-?\d+) to (?P<high>\d+)")
_TEXT: Final = re.compile(r"text of at most (?P<most>\d+) characters")
_LIST: Final = re.compile(r"a list of at most (?P<most>\d+)")
_ONE_OF: Final = re.compile(r"one of (?P<several>.+)")

WHOLE: Final = Words(zh="{low} 到 {high} 的整数", en="a whole number from {low} to {high}")
TEXT: Final = Words(zh="最多 {most} 个字符的文字", en="text of at most {most} characters")
LIST: Final = Words(zh="最多 {most} 个的列表", en="a list of at most {most}")
ONE_OF: Final = Words(zh="其中一个：{several}", en="one of {several}")
OTHERS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        each.en: each
        for each in (
            Words(zh="true（是）或 false（否）", en="true or false"),
            Words(zh="字母、数字、“.”、“_”和“-”，最多 64 个", en="letters, digits, '.', '_' and '-', at most 64"),
            Words(zh="一个地点的 id，或留空", en="a place's id, or nothing"),
            Words(
                zh="zh、en，或另一种语言的简称，如 de、pt_BR",
                en="zh, en or another language's short name like de or pt_BR",
            ),
            Words(zh="和 language 一样，或留空", en="like language, or nothing"),
            Words(
                zh="“folder:文件夹”、“s3:桶”或“s3:桶/前缀”，或留空",
                en="'folder:FOLDER', 's3:BUCKET' or 's3:BUCKET/PREFIX', or nothing",
            ),
            Words(zh="“https://主机:端口”，或留空", en="'https://HOST:PORT', or nothing"),
            Words(zh="区域的名字，或留空", en="a region's name, or nothing"),
        )
    }
)


def takes_of(english: str) -> Words:
    """A kind that is not known here stays in English."""
    if whole := _WHOLE.fullmatch(english):
        return WHOLE.filled(low=f"{int(whole['low']):,}", high=f"{int(whole['high']):,}")
    if text := _TEXT.fullmatch(english):
        return TEXT.filled(most=text["most"])
    if several := _LIST.fullmatch(english):
        return LIST.filled(most=several["most"])
    if one := _ONE_OF.fullmatch(english):
        return ONE_OF.filled(several=one["several"].replace("'", ""))
    return OTHERS.get(english, same(english))
