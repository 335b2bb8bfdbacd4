"""Hearing a scanner under test: each code exactly as it came, with what ended it. No rule of packing, no repair.

Over a wire the raw bytes are taken up to a pause; keys and HID reports come through the scanner's own dialect.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from station.clock import Clock
from station.device_settings import DeviceSettings
from station.devices.address import SerialAddress, TcpAddress, parse
from station.devices.device import build
from station.devices.input_links import SCANNER_PAGE, Link, input_link
from station.devices.scanner import Scanner
from station.errors import Trouble
from station.packing.inputs import LinkReport, Scan
from station.setup.code_faults import HeardCode

PAUSE_MS: Final = 150
"""Ends a code: a scanner that stops so long has sent it, whole or not."""

BYTES_MAX: Final = 2_048
_ENDS: Final = "\r\n\t\x03"


class CodeEar(QObject):
    heard = Signal(object)  # HeardCode
    failed = Signal(str)

    def __init__(self, link: str, speaks: str, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = bytearray()
        self._since = QElapsedTimer()
        self._took_ms = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._scanner: Scanner | None = None
        self._link: Link | None = None
        address = parse(link)
        if isinstance(address, SerialAddress | TcpAddress):
            self._link = input_link(address, page=SCANNER_PAGE)
            self._link.setParent(self)
            self._link.received.connect(self._received)
            self._link.down.connect(self._down)
        else:
            described = DeviceSettings(name="scanner", kind="scanner", link=link, speaks=speaks, guard_ms=0)
            made = build(described, clock)
            assert isinstance(made, Scanner)
            self._scanner = made
            made.setParent(self)
            made.said.connect(self._said)

    def open(self) -> None:
        opened = self._link or self._scanner
        assert opened is not None
        try:
            opened.open()
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())

    def stop(self) -> None:
        self._pause.stop()
        for one in (self._link, self._scanner):
            if one is not None:
                one.close()

    def _received(self, data: bytes) -> None:
        if not self._bytes:
            self._since.start()
        self._took_ms = self._since.elapsed()
        self._bytes += data[: BYTES_MAX - len(self._bytes)]
        self._pause.start()

    def _settle(self) -> None:
        text = bytes(self._bytes).decode("utf-8", errors="replace")
        self._bytes.clear()
        content = text.rstrip(_ENDS)
        self.heard.emit(HeardCode(text=content, end=text[len(content) :]))

    def _down(self, word: str) -> None:
        self.failed.emit(f"the scanner's link is down ({word}): see its cable and address")

    def _said(self, said: object) -> None:
        if isinstance(said, Scan):
            self.heard.emit(HeardCode(text=f"{said.aim}{said.text}", whole=said.fault is None))
        elif isinstance(said, LinkReport) and not said.up:
            self._down(said.word)
