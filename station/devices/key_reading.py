"""From keys to whole codes: what a scanner typed, by its own country's keyboard. Pure; keys in, codes out.

Nothing of the desktop takes part: no layout, no input method, no CapsLock of the person's keyboard. Keys that no code
consists of spoil the code they stand in, so that it is refused with a word, and never shortened.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from station.devices.dialect import BadScan, RawScan
from station.devices.key_layout import KEYPAD, US, Layout
from station.devices.key_lines import Garbled, Key, KeyLines, KeyNews, Lost
from station.devices.scanners import plain
from station.devices.scanners.plain import GS
from station.packing.inputs import ScanFault

GAP_MS: Final = 500
"""Between two keys of one code; a scanner types them 1 to 30 ms apart."""

SPOILT: Final = "\x1a"  # a key that is no character: a control character, for which the code is refused
LOST: Final = b"\xff"  # keys are missing: no text, whatever stands around it
ALT_DIGITS_MAX: Final = 5

_ENTER, _KEYPAD_ENTER, _TAB = 28, 96, 15
_SHIFTS, _CTRLS = frozenset({42, 54}), frozenset({29, 97})
_ALT, _ALT_GR, _CAPS = 56, 100, 58
_METAS: Final = frozenset({125, 126})
_SILENT: Final = frozenset({69, 70})  # NumLock, ScrollLock
_BARE: Final = (frozenset(range(1, 128)) | frozenset(range(183, 195))) - frozenset(range(113, 117))
"""Keys that stand on a keyboard; others (volume, power, brightness) are no part of any code."""

_FIXED: Final = MappingProxyType({_ENTER: "\r", _KEYPAD_ENTER: "\r", _TAB: "\t", 1: "\x1b", 14: "\b"})
_WITH_CTRL: Final = MappingProxyType({_ENTER: "\n", 3: "\0", 7: "\x1e", 12: "\x1f", 26: "\x1b", 27: GS, 43: "\x1c"})
"""Keys that with Ctrl give a control character by their place on the US keyboard; letters give theirs by themselves."""


class KeyText:
    """Key by key, the characters they mean."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._held: set[int] = set()
        self._caps = False
        self._alt_digits = ""
        self._dead = ""

    def feed(self, key: Key) -> str:
        code = key.code
        if code == _ALT:
            return self._alt(key)
        if code in _SHIFTS or code in _CTRLS or code in _METAS or code == _ALT_GR:
            (self._held.add if key.is_pressed else self._held.discard)(code)
            return ""
        if not key.is_pressed or code in _SILENT or code not in _BARE | KEYPAD.keys():
            return ""
        if code == _CAPS:
            self._caps = not self._caps
            return ""
        return self._accented(self._meaning(code))

    def _alt(self, key: Key) -> str:
        """Alt is let go: the number typed on the keypad meanwhile is one character, as Windows takes it."""
        if key.is_pressed:
            self._held.add(_ALT)
            return ""
        self._held.discard(_ALT)
        digits, self._alt_digits = self._alt_digits, ""
        return _by_number(digits) if digits else ""

    def _meaning(self, code: int) -> str:
        """Characters of a key with what is held down."""
        is_alt = _ALT in self._held
        is_ctrl = bool(self._held & _CTRLS)
        if self._held & _METAS:
            return SPOILT
        if _ALT_GR in self._held or (is_alt and is_ctrl):
            return self._layout.alt_gr.get(code, SPOILT)
        if is_alt:
            return self._alt_digit(code)
        if is_ctrl:
            return self._with_ctrl(code)
        return _FIXED.get(code) or KEYPAD.get(code) or self._character(code)

    def _character(self, code: int) -> str:
        is_shifted = bool(self._held & _SHIFTS)
        alone = self._layout.plain.get(code, SPOILT)
        if self._caps and alone.isalpha():
            is_shifted = not is_shifted
        return self._layout.shifted.get(code, SPOILT) if is_shifted else alone

    def _with_ctrl(self, code: int) -> str:
        """Ctrl+] is GS, Ctrl+M a carriage return: how keyboards have typed control characters since terminals."""
        character = self._layout.plain.get(code, "")
        if character.isascii() and character.isalpha():
            return chr(ord(character.upper()) - 64)
        return _WITH_CTRL.get(code, SPOILT)

    def _alt_digit(self, code: int) -> str:
        digit = KEYPAD.get(code, "")
        if not digit.isdigit() or len(self._alt_digits) == ALT_DIGITS_MAX:
            return SPOILT
        self._alt_digits += digit
        return ""

    def _accented(self, text: str) -> str:
        """A dead key and a blank are the dead key's own character; with a letter they would be another letter."""
        dead, self._dead = self._dead, ""
        if dead:
            return dead if text in (" ", dead) else SPOILT
        if text and text in self._layout.dead:
            self._dead = text
            return ""
        return text


class KeyDialect:
    """A scanner that types, as a dialect: key lines in, codes out."""

    def __init__(self, layout: Layout = US, *, suffix: bytes = b"\r", prefix: bytes = b"") -> None:
        self._layout = layout
        self._lines = KeyLines()
        self._text = KeyText(layout)
        self._codes = plain.Dialect(suffix=suffix, prefix=prefix)
        self._last_ms: int | None = None

    def feed(self, data: bytes) -> list[RawScan | BadScan]:
        return [scan for news in self._lines.feed(data) for scan in self._take(news)]

    def gap(self) -> list[RawScan | BadScan]:
        self._last_ms = None
        return [_as_lost(scan) for scan in self._codes.gap()]

    @property
    def waiting(self) -> bool:
        return self._codes.waiting

    def reset(self) -> None:
        self._lines.reset()
        self._codes.reset()
        self._text = KeyText(self._layout)
        self._last_ms = None

    def _take(self, news: KeyNews) -> list[RawScan | BadScan]:
        if isinstance(news, Lost | Garbled):
            self._text = KeyText(self._layout)  # what is held down is not known any more
            self._last_ms = None  # nor is how long it was quiet: the keys in between are those that were lost
            return self._heard(LOST) if isinstance(news, Lost) or self._codes.waiting else []
        quiet = self._quiet_since(news.at_ms)
        self._last_ms = news.at_ms
        return quiet + self._heard(self._text.feed(news).encode())

    def _quiet_since(self, at_ms: int) -> list[RawScan | BadScan]:
        """By the keys' own times, for keys that a busy bench reads late and all at once. Two gaps end a code's tail."""
        gaps = 0 if self._last_ms is None else min((at_ms - self._last_ms) // GAP_MS, 2)
        return [_as_lost(scan) for _ in range(gaps) for scan in self._codes.gap()]

    def _heard(self, text: bytes) -> list[RawScan | BadScan]:
        return [_as_lost(scan) for scan in self._codes.feed(text)] if text else []


def _as_lost(scan: RawScan | BadScan) -> RawScan | BadScan:
    """Keys give text only; what is none stands for keys that were lost."""
    if isinstance(scan, BadScan) and scan.fault is ScanFault.NOT_TEXT:
        return BadScan(fault=ScanFault.INCOMPLETE, text=scan.text)
    return scan


def _by_number(digits: str) -> str:
    """Alt and a number: ASCII; with a leading 0 Windows' Latin letters, without it those of DOS. No others are sure."""
    number = int(digits)
    if number > 255:
        return SPOILT
    encoding = "cp1252" if digits.startswith("0") else "cp437"
    return chr(number) if number < 128 else bytes((number,)).decode(encoding, errors="replace").replace("�", SPOILT)
