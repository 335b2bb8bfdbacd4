"""Scanners and scales: a link and what is spoken over it, saying what packing understands. No rule of packing here.

Each device says everything through one signal, ``said``, and lives in the thread that made it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, assert_never

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal

from station.devices.address import (
    Address,
    CameraAddress,
    FileAddress,
    HidAddress,
    IppAddress,
    KeysAddress,
    QueueAddress,
    SerialAddress,
    StreamAddress,
    SyntheticAddress,
    TcpAddress,
    UsbAddress,
    UsblpAddress,
    parse,
)
from station.devices.dialect import ScaleDialect, ScannerDialect
from station.devices.hearing import NOT_THERE, Hearing
from station.devices.input_links import SCALE_PAGE, SCANNER_PAGE, Link, input_link
from station.devices.misheard import KEPT, likely_cause
from station.devices.printer import FilePrinter, Printer
from station.devices.printer_links import printer_link
from station.devices.printing import Pace
from station.devices.profile import Equipment, equipment
from station.devices.queue_printer import QueuePrinter
from station.devices.readings import News
from station.devices.scale_lines import begin
from station.devices.scanner import Scanner
from station.devices.spool import Spool
from station.devices.tally import Tally
from station.devices.unit_guard import UnitGuard
from station.errors import SettingsTrouble
from station.packing.inputs import DeviceKind, LinkReport, Reading
from station.registry import find, known

if TYPE_CHECKING:
    from station.clock import Clock

SILENCE_MS: Final = 2_000  # a scale that says nothing for this long is not there
SILENCES: Final = 5  # after so many, the link itself is doubted and opened anew


class Scale(QObject):
    """Asks for the weight (or listens); says ``Reading`` when it says something new, and ``LinkReport``.

    ``live`` carries every weight (mg or None) and whether it is stable, for the eye only; ``cause`` says in a sentence
    why there is none, or nothing. A weight in another unit than ``unit``, or than the first, is none.
    """

    said = Signal(object)
    live = Signal(object, bool)

    def __init__(
        self,
        name: str,
        link: Link,
        dialect: ScaleDialect,
        *,
        speaks: str = "",
        unit: str = "",
        silence_ms: int = SILENCE_MS,
    ) -> None:
        super().__init__()
        self._name = name
        self._speaks = speaks
        self._dialect = dialect
        self._guard = UnitGuard(unit)
        self._unmeant = bytearray()  # the last bytes that were no frame
        self.cause = ""
        self.tally = Tally()
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

    @property
    def link(self) -> Link:
        """For a recording: what comes, and when."""
        return self._link

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

    @property
    def zeroes(self) -> bool:
        """Whether its protocol has a command for it; else only its own key does it."""
        return bool(self._dialect.zero)

    def zero(self) -> None:
        """Zero the scale, on a person's wish."""
        self._link.send(self._dialect.zero)

    def _up(self) -> None:
        begin(self._dialect)
        self._unmeant.clear()
        self._poll.start()
        self._watchdog.start()
        self._ask()

    def _ask(self) -> None:
        ask = self._dialect.ask
        if ask:
            self._link.send(ask)

    def _received(self, data: bytes) -> None:
        self._unmeant += data
        del self._unmeant[:-KEPT]
        for frame in map(self._guard.judged, self._dialect.feed(data)):
            self._silences = 0
            self._watchdog.start()
            self._unmeant.clear()
            self._report(up=True, word="ready")
            self.live.emit(frame.weight_mg, frame.stable)
            reading = self._news.feed(frame)
            if reading is not None:
                self._say(reading)

    def _say(self, reading: Reading) -> None:
        since = QElapsedTimer()
        since.start()
        self.tally.count(reading)
        self.said.emit(reading)
        if reading.stable or reading.fault is not None:
            self.tally.took(since.nsecsElapsed() // 1_000)

    def _silent(self) -> None:
        self._news.forget()
        readers = {name: find("scale", name).Dialect for name in known("scale")} if self._unmeant else {}
        cause = likely_cause(bytes(self._unmeant), self._speaks, readers)
        self._report(up=False, word=cause.word, cause=cause.sentence)
        self._silences += 1
        if self._silences == SILENCES:
            self._silences = 0
            self._link.reopen(cause.word)  # what is known of it stays said

    def _lost(self, word: str) -> None:
        self._poll.stop()
        self._watchdog.stop()
        self._news.forget()
        self._report(up=False, word=word, cause=self.cause if word == self._word else NOT_THERE.get(word, ""))

    def _report(self, *, up: bool, word: str, cause: str = "") -> None:
        self.cause = cause
        if word == self._word:
            return
        self._word = word
        if not up:
            self.live.emit(None, False)
        report = LinkReport(device=self._name, kind=DeviceKind.SCALE, up=up, word=word)
        self.tally.count(report)
        self.said.emit(report)


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
    def prefix(self) -> str: ...
    @property
    def guard_ms(self) -> int: ...
    @property
    def unit(self) -> str: ...


def build(settings: Described, clock: Clock, *, pace: Pace | None = None) -> Device:
    """The device of one ``[[device]]``, closed; call in the thread where it shall live. Cameras are not made here."""
    address = parse(settings.link)
    match settings.kind:
        case "scanner":
            return Scanner(_link(settings, address), hearing(settings, address))
        case "scale":
            link = _link(settings, address)
            return Scale(settings.name, link, scale_dialect(settings), speaks=settings.speaks, unit=settings.unit)
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
            return Printer(
                settings.name, link, equipped.language, clock, pace, asks=equipped.asks, reprints=equipped.reprints
            )
        case HidAddress() | KeysAddress() | CameraAddress() | StreamAddress() | SyntheticAddress():
            raise SettingsTrouble("a printer is no keyboard, HID device or camera", where=f"device {settings.name!r}")
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


def scanner_dialect(settings: Described, address: Address) -> ScannerDialect:
    """What the link's kind brings with it, unless ``speaks`` says otherwise (a keyboard of another country)."""
    match address:
        case KeysAddress():
            usual = "keys"
        case HidAddress():
            usual = "hid-pos"
        case CameraAddress():
            usual = "camera"
        case _:
            usual = "plain"
    dialect = find("scanner", settings.speaks or usual).Dialect
    made: ScannerDialect = dialect(suffix=settings.suffix.encode(), prefix=settings.prefix.encode())
    return made


def hearing(settings: Described, address: Address) -> Hearing:
    return Hearing(settings.name, scanner_dialect(settings, address), guard_ms=settings.guard_ms)


def scale_dialect(settings: Described) -> ScaleDialect:
    """Some protocols send bare numbers: without the unit set up, such a scale could weigh nothing."""
    protocol = find("scale", settings.speaks)
    if not settings.unit and not getattr(protocol, "names_unit", True):
        raise SettingsTrouble(
            f"{settings.speaks} does not say in which unit it weighs",
            where=f"device {settings.name!r}",
            remedy='Set what its display shows: unit = "kg", "g", "lb" or "oz".',
        )
    made: ScaleDialect = protocol.Dialect(unit=settings.unit)
    return made


def _link(settings: Described, address: Address) -> Link:
    """Scanners and scales speak over a wire, a socket or HID; only scanners type or see."""
    is_scanner = settings.kind == "scanner"
    if isinstance(address, SerialAddress | TcpAddress | HidAddress):
        return input_link(address, page=SCANNER_PAGE if is_scanner else SCALE_PAGE)
    if is_scanner and isinstance(address, KeysAddress | CameraAddress):
        return input_link(address, page=SCANNER_PAGE)
    raise SettingsTrouble(
        f"a {settings.kind} cannot be a folder, a queue or a USB printer",
        where=f"device {settings.name!r}, link {settings.link!r}",
        remedy=f"Use serial:, tcp:{', hid:, evdev: or camera:' if is_scanner else ' or hid:'}; a printer has others.",
    )
