"""What is wrong, in Chinese: a trouble's English sentence, recognised and said in the words of the screens. Pure.

A trouble crosses threads and processes as its sentence (decision 0097). Here it is told apart again: what happened,
where, what to do. What happened and what to do have their Chinese in a table of this folder; what is in no table stays
English as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from station.ui.texts import HOLDS
from station.ui.troubles import book_words, case_words, file_words, order_words, record_words, setting_words
from station.ui.troubles.cause_words import CAUSES
from station.ui.troubles.row_words import FAULTS
from station.ui.words import Template, Words, listed, same

_TABLES: Final = (book_words, case_words, file_words, order_words, record_words, setting_words)
WHATS: Final = tuple(words for table in _TABLES for words in table.WHATS)
ACTS: Final = tuple(words for table in _TABLES for words in table.ACTS)

_FIELD: Final = re.compile(r"\{(\w+)\}")
_WHERE: Final = r"[^()]*(?:\([^()]*\)[^()]*)*"

TELL: Final = Words(zh="告诉主管：{why}", en="Tell a supervisor: {why}")
_ALL: Final = Words(zh="{what}（{where}）。{act}", en="{what} ({where}). {act}")
_PLACED: Final = Words(zh="{what}（{where}）。", en="{what} ({where}).")
_MENDED: Final = Words(zh="{what}。{act}", en="{what}. {act}")
_BARE: Final = Words(zh="{what}。", en="{what}.")

SYSTEM: Final = (
    Words(zh="没有这个文件或文件夹", en="No such file or directory"),
    Words(zh="没有权限", en="Permission denied"),
    Words(zh="不允许这样做", en="Operation not permitted"),
    Words(zh="磁盘已满", en="No space left on device"),
    Words(zh="这是一个文件夹", en="Is a directory"),
    Words(zh="这不是文件夹", en="Not a directory"),
    Words(zh="这个磁盘只能读", en="Read-only file system"),
    Words(zh="磁盘读写出错", en="Input/output error"),
    Words(zh="已经有这个文件", en="File exists"),
    Words(zh="文件名太长", en="File name too long"),
    Words(zh="设备正被占用", en="Device or resource busy"),
)
"""What the system says of a file, as a trouble quotes it; some quote it in small letters."""
NAMES: Final = (
    Words(zh="店铺规则", en="a rule of the shop"),
    Words(zh="缺货", en="a shortage"),
    Words(zh="买家的请求", en="its buyer's request"),
    Words(zh="平台", en="its platform"),
    Words(zh="包裹的单号", en="the parcel's number"),
    Words(zh="时间", en="the time"),
    Words(zh="未知原因", en="unknown"),
)
"""What some troubles put into their sentences."""
_QUOTED: Final[Mapping[str, Words]] = MappingProxyType({words.en.lower(): words for words in (*SYSTEM, *NAMES)})


def explained(sentence: str) -> Words:
    """``Trouble.sentence()`` in both languages; the English is the sentence itself, letter for letter."""
    for what, shape in _shapes():
        found = shape.fullmatch(sentence)
        if found is None:
            continue
        parts = found.groupdict()
        where, act = parts.pop("where_"), parts.pop("act_")
        said = _filled(what, parts)
        match (where, act):
            case (None, None):
                return _BARE.filled(what=said)
            case (None, act):
                return _MENDED.filled(what=said, act=_act(act))
            case (where, None):
                return _PLACED.filled(what=said, where=where)
            case _:
                return _ALL.filled(what=said, where=where, act=_act(act))
    return quoted(sentence)


def told_on(sentence: str) -> Words:
    """What a packer does about it: it says more to whoever mends it."""
    return TELL.filled(why=explained(sentence))


def row_explained(message: str) -> Words:
    """Why a row of an order file was not taken."""
    return known(message, FAULTS) or same(message)


def cause_explained(cause: str) -> Words:
    """Why a device is not heard: the cause its test names, else what the test could not do at all."""
    return known(cause, CAUSES) or explained(cause)


def known(text: str, among: Sequence[Words]) -> Words | None:
    """The words of one of these templates; None when it is none of theirs."""
    for words in among:
        found = _shape(words.en, "").fullmatch(text)
        if found is not None:
            return _filled(words, found.groupdict())
    return None


def _act(text: str) -> Words:
    return known(text, ACTS) or same(text)


def _filled(words: Words, parts: Mapping[str, str]) -> Words:
    return words.filled(**{name: quoted(text) for name, text in parts.items()}) if parts else words


def quoted(text: str) -> Words:
    """A name, a number, or words that have their own Chinese: the system's, or what holds an order."""
    found = _QUOTED.get(text.lower())
    if found is not None:
        return Words(zh=found.zh, en=text, template=Template(zh=found.zh, en=found.en, fields=()))
    reasons = text.split(", ")
    if all(reason in HOLDS for reason in reasons):
        return listed([_hold(reason) for reason in reasons])
    return same(text)


def _hold(reason: str) -> Words:
    zh, en = HOLDS[reason]
    return Words(zh=zh, en=reason, template=Template(zh=zh, en=en, fields=()))


@cache
def _shapes() -> tuple[tuple[Words, re.Pattern[str]], ...]:
    """Those with the most letters of their own first: "there is no order {order}" before a shorter one."""
    end = rf"(?: \((?P<where_>{_WHERE})\))?\.(?: (?P<act_>.+))?"
    ranked = sorted(WHATS, key=lambda words: -len(_FIELD.sub("", words.en)))
    return tuple((words, _shape(words.en, end)) for words in ranked)


@cache
def _shape(template: str, end: str) -> re.Pattern[str]:
    """A field takes as little as it can; twice the same name is the same text."""
    seen: set[str] = set()
    pattern = ""
    for at, part in enumerate(_FIELD.split(template)):
        if at % 2 == 0:
            pattern += re.escape(part)
        else:
            pattern += f"(?P={part})" if part in seen else f"(?P<{part}>.*?)"
            seen.add(part)
    return re.compile(pattern + end, re.DOTALL)
