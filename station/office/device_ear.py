"""One scanner or scale, opened to hear what it sends: its bytes as they come, and what they are understood as.

It lives on the screen's thread, where devices wait for nothing. What it has heard is a value; nothing is stored.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from station.clock import Clock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.scanner import Scanner
from station.packing.inputs import LinkReport, Reading, Scan
from station.ui.office import devices_words as told
from station.ui.words import Words, same

KEPT: Final = 14
"""Reads that are shown."""

BYTES_SHOWN: Final = 32
"""Of one read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The newest first: each read's bytes, and beside them what was understood since."""

    reads: tuple[bytes, ...] = ()
    understood: tuple[Words, ...] = ()
    word: str = ""
    up: bool = False


class DeviceEar(QObject):
    def __init__(self, device: DeviceSettings, clock: Clock, changed: Callable[[], None]) -> None:
        """Raises ``Trouble``: it cannot be opened at all."""
        super().__init__()
        self.name = device.name
        self._changed = changed
        self._reads: deque[bytes] = deque(maxlen=KEPT)
        self._understood: deque[Words] = deque(maxlen=KEPT)
        self._word, self._up = "", False
        opened = build(device, clock)
        assert isinstance(opened, Scanner | Scale), "only what sends by itself is heard"
        self._device = opened
        opened.setParent(self)
        opened.link.received.connect(self._came)
        opened.said.connect(self._said)

    def open(self) -> None:
        self._device.open()

    def close(self) -> None:
        self._device.close()
        self.deleteLater()

    @property
    def heard(self) -> Heard:
        return Heard(
            reads=tuple(reversed(self._reads)), understood=tuple(reversed(self._understood)), word=self._word,
            up=self._up,
        )  # fmt: skip

    def _came(self, data: bytes) -> None:
        self._reads.append(bytes(data)[:BYTES_SHOWN])
        self._changed()

    def _said(self, said: object) -> None:
        match said:
            case LinkReport():
                self._word, self._up = said.word, said.up
            case Scan(fault=None):
                self._understood.append(told.A_CODE.filled(n=len(said.text)))
            case Scan():
                self._understood.append(told.A_FAULT)
            case Reading():
                how = told.STABLE if said.stable else told.MOVING
                grams = "-" if said.weight_mg is None else f"{said.weight_mg / 1000:,.1f}"
                self._understood.append(told.A_WEIGHT.filled(grams=grams, how=how))
            case _:
                return
        self._changed()


def as_hex(data: bytes) -> Words:
    return same(data.hex(" ").upper())


def as_text(data: bytes) -> Words:
    """What can be read as it is, the rest by its name."""
    return same("".join(chr(byte) if 32 < byte < 127 else _NAMES.get(byte, f"<{byte:02X}>") for byte in data))


_NAMES: Final = {9: "<TAB>", 10: "<LF>", 13: "<CR>", 32: "␣", 2: "<STX>", 3: "<ETX>", 27: "<ESC>", 29: "<GS>"}
