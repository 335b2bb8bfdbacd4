"""How a keyboard link hands on keys: lines of ASCII. ``K 30 1 81234`` is key 30 pressed (0: let go) at 81,234 ms.

``X`` says that the system lost keys: what is being typed may not be used. Codes are Linux' (``input-event-codes.h``),
whatever system they come from; times only tell how far apart two keys are. Pure.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final, TypeAlias

from station.devices.framing import Dropped, LineFramer

LOST: Final = b"X\n"
LET_GO, PRESSED = 0, 1
_LINE: Final = re.compile(rb"K (\d{1,3}) ([01]) (\d{1,15})")
_EVENT: Final = struct.Struct("llHHi")  # struct input_event, as this machine lays it out
_EV_SYN, _EV_KEY = 0, 1
_SYN_REPORT, _SYN_DROPPED = 0, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    code: int
    is_pressed: bool
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Keys are missing before the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """A line that is none: inside a code a key may be missing."""


KeyNews: TypeAlias = Key | Lost | Garbled


def key_line(code: int, *, is_pressed: bool, at_ms: int) -> bytes:
    return b"K %d %d %d\n" % (code, is_pressed, at_ms)


class KeyLines:
    """The other end: whole lines into keys."""

    def __init__(self) -> None:
        self._framer = LineFramer(suffix=b"\n", limit=32)

    def feed(self, data: bytes) -> list[KeyNews]:
        return [_news(frame) for frame in self._framer.feed(data)]

    def reset(self) -> None:
        self._framer.reset()


class EventReader:
    """What is read from one ``/dev/input/event*`` into key lines. Repeats of a held key are the kernel's own: left out.

    After ``SYN_DROPPED`` the kernel's buffer has overflowed: all up to the next ``SYN_REPORT`` is worth nothing.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._overflowed = False

    def feed(self, data: bytes) -> bytes:
        whole = self._rest + data
        end = len(whole) - len(whole) % _EVENT.size
        self._rest = whole[end:]
        return b"".join(self._line(*event) for event in _EVENT.iter_unpack(whole[:end]))

    def _line(self, seconds: int, microseconds: int, kind: int, code: int, value: int) -> bytes:
        if kind == _EV_SYN and code == _SYN_DROPPED:
            self._overflowed = True
            return LOST
        if self._overflowed:
            self._overflowed = not (kind == _EV_SYN and code == _SYN_REPORT)
            return b""
        if kind != _EV_KEY or value not in (LET_GO, PRESSED):
            return b""
        return key_line(code, is_pressed=value == PRESSED, at_ms=seconds * 1_000 + microseconds // 1_000)


def event(kind: int, code: int, value: int, *, at_ms: int) -> bytes:
    """An event as the kernel writes it."""
    return _EVENT.pack(at_ms // 1_000, at_ms % 1_000 * 1_000, kind, code, value)


def _news(frame: bytes | Dropped) -> KeyNews:
    line = None if isinstance(frame, Dropped) else _LINE.fullmatch(frame)
    if line is None:
        return Lost() if frame == LOST.strip() else Garbled()
    return Key(code=int(line[1]), is_pressed=line[2] == b"1", at_ms=int(line[3]))
