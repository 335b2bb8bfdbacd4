"""One scanner or scale, opened to hear what it sends: its bytes as they come, what they mean, how long they took.

It lives on the screen's thread, where devices wait for nothing. What it has heard is a value; nothing is stored.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from station.clock import Clock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build, scale_dialect
from station.devices.scanner import Scanner
from station.packing.inputs import LinkReport, Reading, Scan
from station.ui.office import devices_words as told
from station.ui.office.screen import NOTHING
from station.ui.words import Words

KEPT: Final = 14
"""Reads that are shown."""

BYTES_SHOWN: Final = 64
"""Of one read."""

TIMES_KEPT: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBytes:
    """``at_us`` by the wall clock; ``understood``: what the device meant when the last of these had come."""

    at_us: int
    data: bytes
    understood: Words = NOTHING
    fault: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardNow:
    """The newest first; ``took_ms`` the newest last."""

    reads: tuple[ReadBytes, ...] = ()
    took_ms: tuple[int, ...] = ()
    word: str = ""
    up: bool = False


class DeviceEar(QObject):
    """``took_ms``: of a scanner from a code's first bytes to the code, of a scale that is asked from the question to
    the weight, of one that speaks by itself from one weight to the next.
    """

    def __init__(self, device: DeviceSettings, clock: Clock, changed: Callable[[], None]) -> None:
        """Raises ``Trouble``: it cannot be opened at all."""
        super().__init__()
        self.name = device.name
        self.scans = device.kind == "scanner"
        self.asks = device.kind == "scale" and bool(scale_dialect(device).ask)
        self._clock = clock
        self._changed = changed
        self._reads: deque[ReadBytes] = deque(maxlen=KEPT)
        self._took_ms: deque[int] = deque(maxlen=TIMES_KEPT)
        self._since_us: int | None = None
        self._meant: tuple[Words, bool] | None = None
        self._word, self._up = "", False
        opened = build(device, clock)
        assert isinstance(opened, Scanner | Scale), "only what sends by itself is heard"
        self._device = opened
        opened.setParent(self)
        opened.said.connect(self._said)
        if isinstance(opened, Scale):
            opened.live.connect(self._weighed)
        opened.link.received.connect(self._came)
        opened.link.written.connect(self._asked)

    def open(self) -> None:
        self._device.open()

    def close(self) -> None:
        self._device.close()
        self.deleteLater()

    @property
    def heard(self) -> HeardNow:
        reads, took_ms = tuple(reversed(self._reads)), tuple(self._took_ms)
        return HeardNow(reads=reads, took_ms=took_ms, word=self._word, up=self._up)

    def _asked(self) -> None:
        self._since_us = self._clock.now().mono_us

    def _came(self, data: bytes) -> None:
        """The device has had these bytes before: what it said of them stands in ``_meant``."""
        now = self._clock.now()
        words, fault = self._meant or (NOTHING, False)
        self._meant = None
        self._reads.append(ReadBytes(at_us=now.wall_us, data=bytes(data)[:BYTES_SHOWN], understood=words, fault=fault))
        if self.scans and not words.en and self._since_us is None:
            self._since_us = now.mono_us
        self._changed()

    def _means(self, words: Words, *, fault: bool = False) -> None:
        """Of the bytes that are just coming, or of the last where a pause has ended them."""
        now_us = self._clock.now().mono_us
        if self._since_us is not None or self.scans:
            self._took_ms.append((now_us - (self._since_us or now_us)) // 1_000)
        self._since_us = None if self.scans or self.asks else now_us
        self._meant = (words, fault)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._meant is not None and self._reads:
            words, fault = self._meant
            self._reads[-1] = replace(self._reads[-1], understood=words, fault=fault)
            self._changed()
        self._meant = None

    def _weighed(self, weight_mg: int | None, stable: bool) -> None:
        if weight_mg is not None:
            how = told.STABLE if stable else told.MOVING
            self._means(told.A_WEIGHT.filled(grams=f"{weight_mg / 1000:,.1f}", how=how))

    def _said(self, said: object) -> None:
        match said:
            case LinkReport():
                self._word, self._up = said.word, said.up
                self._since_us = self._since_us if said.up else None
                self._changed()
            case Scan(fault=None):
                self._means(told.A_CODE.filled(code=said.text, n=len(said.text)))
            case Scan():
                self._means(told.A_FAULT, fault=True)
            case Reading() if said.fault is not None:
                self._means(told.FAULTS[said.fault], fault=True)
            case _:
                pass


def as_hex(data: bytes) -> str:
    return data.hex(" ").upper()


def as_text(data: bytes) -> str:
    """What can be read as it is, the rest by its name."""
    return "".join(chr(byte) if 32 < byte < 127 else _NAMES.get(byte, f"<{byte:02X}>") for byte in data)


_NAMES: Final = {9: "<TAB>", 10: "<LF>", 13: "<CR>", 32: "␣", 2: "<STX>", 3: "<ETX>", 27: "<ESC>", 29: "<GS>"}
