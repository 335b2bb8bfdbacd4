"""How a HID link hands on what it reads: lines of ASCII, so that a stream cut anywhere still shows where a report ends.

``D 058c…`` is the report descriptor, first after each opening; ``R 0238…`` one input report as the kernel gives it,
its id first where the descriptor has ids. Pure; what a report means is the dialect's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from station.devices.framing import Dropped, LineFramer

DESCRIPTOR_BYTES_MAX: Final = 4_096  # HID_MAX_DESCRIPTOR_SIZE of Linux
_LINE: Final = re.compile(rb"([DR]) ((?:[0-9a-f]{2})+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    descriptor: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    report: bytes


HidNews: TypeAlias = Described | Reported


def described(descriptor: bytes) -> bytes:
    return b"D " + descriptor[:DESCRIPTOR_BYTES_MAX].hex().encode() + b"\n"


def reported(report: bytes) -> bytes:
    """At most 4096 bytes, as long as any report."""
    return b"R " + report[:DESCRIPTOR_BYTES_MAX].hex().encode() + b"\n"


class HidLines:
    """The other end: whole lines into descriptors and reports; what is neither is left out."""

    def __init__(self) -> None:
        self._framer = LineFramer(suffix=b"\n", limit=2 * DESCRIPTOR_BYTES_MAX + 2)

    def feed(self, data: bytes) -> list[HidNews]:
        return [news for frame in self._framer.feed(data) if (news := _news(frame)) is not None]

    def reset(self) -> None:
        self._framer.reset()


def _news(frame: bytes | Dropped) -> HidNews | None:
    line = None if isinstance(frame, Dropped) else _LINE.fullmatch(frame)
    if line is None:
        return None
    payload = bytes.fromhex(line[2].decode())
    return Described(descriptor=payload) if line[1] == b"D" else Reported(report=payload)
