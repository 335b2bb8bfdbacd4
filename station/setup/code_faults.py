"""A scanned proof compared letter by letter with what was meant: what is wrong with the scanner, by name. Pure.

The simplest explanation wins: each known way of bending a code is tried, alone and together with a lost GS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final
from unicodedata import normalize

from station.setup.layouts import bent_by_layout
from station.setup.proof import GS, SLOW_KEY_MS

_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_ALIKE: Final = 0.5  # less than half of the letters in common: another code altogether
_FIX_MAX: Final = 16  # characters that may stand before or after a code as prefix or tail


class CodeFault(StrEnum):
    NOTHING = "nothing"
    INPUT_METHOD = "input_method"
    CAPS_LOCK = "caps_lock"
    ONE_CASE = "one_case"
    WRONG_LAYOUT = "wrong_layout"
    NO_SUFFIX = "no_suffix"
    LOST_GS = "lost_gs"
    BENT_GS = "bent_gs"
    SLOW_KEYS = "slow_keys"
    DOUBLED = "doubled"
    LOST = "lost"
    HALF = "half"
    TWICE = "twice"
    JUMBLED = "jumbled"
    PREFIX = "prefix"
    TAIL = "tail"
    OTHER_CODE = "other_code"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardCode:
    """``end`` is what ended it (CR, LF, Tab …), empty when only silence did; ``took_ms`` from first to last key."""

    text: str
    end: str = "\r"
    took_ms: int | None = None
    typed: bool = False  # came as keys into the window or terminal
    slow: bool = False  # keys as slow as a person's, however long they took
    whole: bool = True  # False: shown characters only, the device refused the read itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``detail`` is what the words need: the layouts, the prefix, what GS became. ``at`` is the first wrong letter."""

    faults: tuple[CodeFault, ...] = ()
    detail: str = ""
    aim: str = ""
    at: int | None = None

    @property
    def clean(self) -> bool:
        return not self.faults


_Explained = tuple[CodeFault, str]
_Found = tuple[tuple[CodeFault, ...], str]


def judged(wanted: str, heard: HeardCode) -> Judgement:
    """What of ``heard`` is not as ``wanted``; an AIM id in front and any control character as suffix are fine."""
    aim = _AIM.match(heard.text)
    text = heard.text[aim.end() :] if aim else heard.text
    faults, detail = _content(wanted, text)
    if not heard.end and CodeFault.NOTHING not in faults:
        faults = (*faults, CodeFault.NO_SUFFIX)
    if _is_slow(heard):
        faults = (*faults, CodeFault.SLOW_KEYS)
    at = None if text == wanted else _first_difference(wanted, text)
    return Judgement(faults=faults, detail=detail, aim=aim[0] if aim else "", at=at)


def _is_slow(heard: HeardCode) -> bool:
    gap_ms = 0.0 if heard.took_ms is None else heard.took_ms / max(1, len(heard.text) - 1)
    return heard.slow or gap_ms > SLOW_KEY_MS


def _first_difference(wanted: str, text: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(wanted, text, strict=False)) if a != b), min(len(wanted), len(text))
    )


def _content(wanted: str, text: str) -> _Found:
    if text == wanted:
        return (), ""
    if not text.strip():
        return (CodeFault.NOTHING,), ""
    for explain in _EXPLANATIONS:
        for meant, lost in _with_and_without_gs(wanted):
            found = (lost, "") if text == meant else _joined(explain(meant, text), lost)
            if found is not None:
                return _gs_told(found, wanted, text)
    if _common(wanted, text) < _ALIKE:
        return (CodeFault.OTHER_CODE,), ""
    return (CodeFault.UNKNOWN,), ""


def _gs_told(found: _Found, wanted: str, text: str) -> _Found:
    """A guess that matches only nearly may pass over the missing GS."""
    faults, detail = found
    nearly = faults[0] in (CodeFault.WRONG_LAYOUT, CodeFault.INPUT_METHOD)
    is_lost = nearly and GS in wanted and GS not in text and CodeFault.LOST_GS not in faults
    return ((*faults, CodeFault.LOST_GS) if is_lost else faults), detail


def _joined(found: _Explained | None, lost: tuple[CodeFault, ...]) -> _Found | None:
    return None if found is None else ((found[0], *lost), found[1])


def _with_and_without_gs(wanted: str) -> Iterator[tuple[str, tuple[CodeFault, ...]]]:
    yield wanted, ()
    if GS in wanted:
        yield wanted.replace(GS, ""), (CodeFault.LOST_GS,)


_MARKS: Final = "·—…“”‘’￥"  # read, not said


def _input_method(wanted: str, text: str) -> _Explained | None:
    """Full-width letters, Chinese marks, or whole words that the input method has put together."""
    composed = [character for character in text if ord(character) >= 0x2E80 or character in _MARKS]
    return (CodeFault.INPUT_METHOD, "".join(composed[:8])) if composed and normalize("NFKC", text) != "" else None


def _gs_bent(wanted: str, text: str) -> _Explained | None:
    """GS came as something visible; all around it is right."""
    head, separator, tail = wanted.partition(GS)
    if not separator or not (text.startswith(head) and text.endswith(tail)):
        return None
    became = text[len(head) : len(text) - len(tail)]
    return (CodeFault.BENT_GS, became) if 0 < len(became) <= 8 else None


def _caps(wanted: str, text: str) -> _Explained | None:
    return (CodeFault.CAPS_LOCK, "") if text == wanted.swapcase() else None


def _one_case(wanted: str, text: str) -> _Explained | None:
    one = text in (wanted.upper(), wanted.lower())
    return (CodeFault.ONE_CASE, "A" if text == wanted.upper() else "a") if one else None


def _layout(wanted: str, text: str) -> _Explained | None:
    pair = bent_by_layout(wanted, text)
    return None if pair is None else (CodeFault.WRONG_LAYOUT, f"{pair[0]} → {pair[1]}")


def _around(wanted: str, text: str) -> _Explained | None:
    """The code stands whole in what came: twice, or with something before or after it."""
    before, found, after = text.partition(wanted)
    if wanted in after:
        return CodeFault.TWICE, ""
    if not found or len(before) + len(after) > _FIX_MAX:
        return None
    return (CodeFault.PREFIX, before) if before else (CodeFault.TAIL, after)


def _doubled(wanted: str, text: str) -> _Explained | None:
    """Every letter too many stands beside its equal."""
    at, extra = 0, []
    for character in text:
        if at < len(wanted) and character == wanted[at]:
            at += 1
        elif at and character == wanted[at - 1]:
            extra.append(character)
        else:
            return None
    return (CodeFault.DOUBLED, "".join(extra[:8])) if at == len(wanted) and extra else None


def _half(wanted: str, text: str) -> _Explained | None:
    is_half = 1 < len(text) < len(wanted) - 1 and (wanted.startswith(text) or wanted.endswith(text))
    return (CodeFault.HALF, "") if is_half else None


def _lost(wanted: str, text: str) -> _Explained | None:
    """Letters are missing, all that came is in its order; at least half of them did."""
    rest, missing = iter(text), []
    waiting = next(rest, None)
    for character in wanted:
        if character == waiting:
            waiting = next(rest, None)
        else:
            missing.append(character)
    is_lost = waiting is None and missing and len(text) >= len(wanted) / 2
    return (CodeFault.LOST, "".join(missing[:8])) if is_lost else None


def _jumbled(wanted: str, text: str) -> _Explained | None:
    return (CodeFault.JUMBLED, "") if sorted(wanted) == sorted(text) else None


_EXPLANATIONS: Final[tuple[Callable[[str, str], _Explained | None], ...]] = (
    _caps,
    _one_case,
    _around,
    _layout,
    _input_method,
    _gs_bent,
    _doubled,
    _half,
    _lost,
    _jumbled,
)


def _common(wanted: str, text: str) -> float:
    return SequenceMatcher(None, wanted, text, autojunk=False).ratio()
