"""Scanners and scales: a link and what is spoken over it, saying what packing understands. No rule of packing here.

Each device says everything through one signal, ``said``, and lives in the thread that made it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, assert_never

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from station import codes
from station.devices.address import (
    Address,
    FileAddress,
    IppAddress,
    QueueAddress,
    SerialAddress,
    TcpAddress,
    UsbAddress,
    UsblpAddress,
    parse,
)
from station.devices.dialect import BadScan, RawScan, ScaleDialect, ScannerDialect
from station.devices.link import Link, SerialLink, TcpLink
from station.devices.printer import FilePrinter, Printer
from station.devices.printer_links import printer_link
from station.devices.printing import Pace
from station.devices.profile import Equipment, equipment
from station.devices.queue_printer import QueuePrinter
from station.devices.readings import News
from station.devices.spool import Spool
from station.errors import SettingsTrouble
from station.packing.inputs import DeviceKind, LinkReport
from station.registry import find

if TYPE_CHECKING:
    from station.clock import Clock

GAP_MS: Final = 500  # a scanner that stops this long inside a code has lost the rest
SILENCE_MS: Final = 2_000  # a scale that says nothing for this long is not there
SILENCES: Final = 5  # after so many, the link itself is doubted and opened anew


class Scanner(QObject):
    """Says ``Scan`` for every whole code, refused ones included, and ``LinkReport``."""

    said = Signal(object)

    def __init__(self, name: str, link: Link, dialect: ScannerDialect, *, guard_ms: int, gap_ms: int = GAP_MS) -> None:
        super().__init__()
        self._name = name
        self._dialect = dialect
        self._guard_ms = guard_ms
        self._quiet_halves = 0
        self._quiet = QTimer(self)
        self._quiet.setInterval(gap_ms // 2)
        self._quiet.timeout.connect(self._gap)
        self._link = link
        link.setParent(self)
        link.received.connect(self._received)
        link.up.connect(self._up)
        link.down.connect(self._down)

    def open(self) -> None:
        assert QThread.currentThread() == self.thread(), "a device is used in the thread where it lives"
        self._link.open()

    def close(self) -> None:
        self._quiet.stop()
        self._link.close()

    def _received(self, data: bytes) -> None:
        self._say(self._dialect.feed(data))
        self._quiet_halves = 0
        if self._dialect.waiting:
            self._quiet.start()
        else:
            self._quiet.stop()

    def _gap(self) -> None:
        """Two halves, because a timer that comes late may run before the bytes that came in time are read."""
        self._quiet_halves += 1
        if self._quiet_halves < 2:
            return
        self._quiet_halves = 0
        self._say(self._dialect.gap())
        if not self._dialect.waiting:
            self._quiet.stop()

    def _say(self, scans: list[RawScan | BadScan]) -> None:
        for scan in scans:
            if isinstance(scan, RawScan):
                self.said.emit(codes.read(scan.text, aim=scan.aim, device=self._name, guard_ms=self._guard_ms))
            else:
                self.said.emit(codes.faulty(scan.fault, device=self._name, text=scan.text))

    def _up(self) -> None:
        self._dialect.reset()
        self.said.emit(LinkReport(device=self._name, kind=DeviceKind.SCANNER, up=True, word="ready"))

    def _down(self, word: str) -> None:
        self._quiet.stop()
        self._dialect.reset()
        self.said.emit(LinkReport(device=self._name, kind=DeviceKind.SCANNER, up=False, word=word))


class Scale(QObject):
    """Asks for the weight five times a second; says ``Reading`` when it says something new, and ``LinkReport``.

    ``live`` carries every weight (mg or None) and whether it is stable, for the eye only.
    """

    said = Signal(object)
    live = Signal(object, bool)

    def __init__(self, name: str, link: Link, dialect: ScaleDialect, *, silence_ms: int = SILENCE_MS) -> None:
        super().__init__()
        self._name = name
        self._dialect = dialect
        self._news = News(name)
        self._word = ""
        self._silences = 0
        self._poll = QTimer(self)
        self._poll.setInterval(dialect.interval_ms)
        self._poll.timeout.connect(self._ask)
        self._watchdog = QTimer(self)
        self._watchdog.setInterval(silence_ms)
        self._watchdog.timeout.connect(self._silent)
        self._link = link
        link.setParent(self)
        link.received.connect(self._received)
        link.up.connect(self._up)
        link.down.connect(self._lost)

    def open(self) -> None:
        assert QThread.currentThread() == self.thread(), "a device is used in the thread where it lives"
        self._link.open()

    def close(self) -> None:
        self._poll.stop()
        self._watchdog.stop()
        self._link.close()

    def say_again(self) -> None:
        """Say the present weight once more, though it is not new: what lay on the pan all along counts too."""
        self._news.forget()

    def zero(self) -> None:
        """Zero the scale, on a person's wish."""
        self._link.send(self._dialect.zero)

    def _up(self) -> None:
        self._dialect.reset()
        self._poll.start()
        self._watchdog.start()
        self._ask()

    def _ask(self) -> None:
        self._link.send(self._dialect.ask)

    def _received(self, data: bytes) -> None:
        for frame in self._dialect.feed(data):
            self._silences = 0
            self._watchdog.start()
            self._report(up=True, word="ready")
            self.live.emit(frame.weight_mg, frame.stable)
            reading = self._news.feed(frame)
            if reading is not None:
                self.said.emit(reading)

    def _silent(self) -> None:
        self._news.forget()
        self._report(up=False, word="silent")
        self._silences += 1
        if self._silences == SILENCES:
            self._silences = 0
            self._link.reopen("silent")

    def _lost(self, word: str) -> None:
        self._poll.stop()
        self._watchdog.stop()
        self._news.forget()
        self._report(up=False, word=word)

    def _report(self, *, up: bool, word: str) -> None:
        if word == self._word:
            return
        self._word = word
        if not up:
            self.live.emit(None, False)
        self.said.emit(LinkReport(device=self._name, kind=DeviceKind.SCALE, up=up, word=word))


PrinterDevice: TypeAlias = Printer | FilePrinter | QueuePrinter
Device: TypeAlias = Scanner | Scale | PrinterDevice


class Described(Protocol):
    """What of a ``[[device]]`` is needed here."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def speaks(self) -> str: ...
    @property
    def dpi(self) -> int: ...
    @property
    def profile(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def guard_ms(self) -> int: ...


def build(settings: Described, clock: Clock, *, pace: Pace | None = None) -> Device:
    """The device of one ``[[device]]``, closed; call in the thread where it shall live. Cameras are not made here."""
    address = parse(settings.link)
    match settings.kind:
        case "scanner":
            dialect = find("scanner", settings.speaks or "plain").Dialect(suffix=settings.suffix.encode())
            return Scanner(settings.name, _link(settings, address), dialect, guard_ms=settings.guard_ms)
        case "scale":
            return Scale(settings.name, _link(settings, address), find("scale", settings.speaks).Dialect())
        case "printer":
            return _printer(settings, address, equipment(settings), clock, pace or Pace())
        case _:
            raise SettingsTrouble(f"a {settings.kind} is no scanner, scale or printer", where=settings.name)


def _printer(settings: Described, address: Address, equipped: Equipment, clock: Clock, pace: Pace) -> PrinterDevice:
    match address:
        case FileAddress():
            return FilePrinter(settings.name, address, suffix=equipped.speaks)
        case QueueAddress() | IppAddress():
            return QueuePrinter(settings.name, _spool(address, equipped))
        case SerialAddress() | TcpAddress() | UsbAddress() | UsblpAddress():
            link = printer_link(address)
            return Printer(settings.name, link, equipped.language, clock, pace, asks=equipped.asks)
        case _:
            assert_never(address)


def _spool(address: QueueAddress | IppAddress, equipped: Equipment) -> Spool:
    from station.devices.ipp_spool import cups_spool, ipp_spool
    from station.devices.windows_spool import WindowsSpool

    mime = equipped.language.mime
    if isinstance(address, IppAddress):
        return ipp_spool(address, speaks=equipped.speaks, mime=mime)
    if sys.platform == "win32":
        return WindowsSpool(address.queue, speaks=equipped.speaks)
    return cups_spool(address, speaks=equipped.speaks, mime=mime)


def _link(settings: Described, address: Address) -> Link:
    """Scanners and scales speak over a wire or a socket."""
    if isinstance(address, SerialAddress):
        return SerialLink(address)
    if isinstance(address, TcpAddress):
        return TcpLink(address)
    raise SettingsTrouble(
        f"a {settings.kind} cannot be a folder, a queue or a USB printer",
        where=f"device {settings.name!r}, link {settings.link!r}",
        remedy="Use serial: or tcp:; only a printer may have the others.",
    )
