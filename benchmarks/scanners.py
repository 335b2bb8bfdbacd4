"""From what each kind of scanner sends to a verdict that is on disk: the program's own links, dialects and commit.

The kernel's drivers are not in it (a fifo or a pty stands for the node); ``make test-hardware`` has them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Any

import zxingcpp
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.books import FULL, build
from benchmarks.floors import CommitFloor
from benchmarks.packer import Packer
from benchmarks.tables import TIMES_SHORT, Series, show, sized, times
from station import codes
from station.devices.address import HidAddress, KeysAddress, SerialAddress
from station.devices.camera_link import PicturePipe
from station.devices.cameras.picture import Newest
from station.devices.dialect import ScannerDialect
from station.devices.evdev_pipe import EvdevPipe
from station.devices.hearing import Hearing
from station.devices.hidraw_pipe import HidrawPipe
from station.devices.input_links import SCANNER_PAGE, Link
from station.devices.key_layout import US
from station.devices.key_lines import event
from station.devices.key_typing import chord
from station.devices.link import SerialLink
from station.devices.node_files import NodeFiles
from station.devices.picture_codes import Sight
from station.devices.pipe_link import PipeLink
from station.devices.scanner import Scanner
from station.devices.scanners import camera, hid_pos, keys, plain
from station.devices.virtual.outlet import PtyOutlet
from station.devices.virtual.scanner import DESCRIPTOR, pos_reports
from station.home import Home
from station.packing.inputs import LinkReport, Scan
from station.ui.wedge import ScanCatcher

SCANS = 1_500
WARM = 30
FLOOR = "floor: a code through a bare pty, one row committed"
NAME = "scanner"
EV_SYN, EV_KEY = 0, 1
PICTURE = (1280, 720)


class Verdicts(QObject):
    """Where every kind's scans end: at the bench. ``wait`` is over with the verdict."""

    def __init__(self, packer: Packer) -> None:
        super().__init__()
        self._packer = packer
        self._loop = QEventLoop()
        self._done = False

    def hear(self, said: object) -> None:
        if isinstance(said, LinkReport):
            assert said.up, said
        else:
            assert isinstance(said, Scan)
            self._packer.bench.take(said)
        self._done = True
        self._loop.quit()

    def hear_text(self, text: str) -> None:
        self.hear(codes.read(text, device=NAME))

    def wait(self) -> None:
        if not self._done:
            self._loop.exec()
        self._done = False


class Kind:
    """One scanner at the bench: ``prepare`` makes what it will send for a code, ``send`` sends it."""

    def __init__(self, prepare: Callable[[str], Any], send: Callable[[Any], object]) -> None:
        self.prepare = prepare
        self.send = send

    def scan(self, ready: Any, verdicts: Verdicts) -> None:
        self.send(ready)
        verdicts.wait()


class Redirected(NodeFiles):
    """A fifo in the place of the node that was found."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = str(path)

    def open(self, paths: Sequence[str]) -> tuple[int, ...]:
        assert paths
        return super().open([self._path])


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    built = build(folder, sized(FULL, share, least=1_000))
    scans = sized(SCANS, share, least=30)
    with ExitStack() as stack:
        bare = stack.enter_context(CommitFloor(folder))
        packer = stack.enter_context(Packer(Home(folder / "scanners-home"), built))
        verdicts = Verdicts(packer)
        kinds = {
            "serial, CDC (pty)": _serial(folder, verdicts, stack),
            "HID POS (hidraw's reports)": _hid(folder, verdicts, stack),
            "keyboard (evdev's events)": _keys(folder, verdicts, stack),
            "keyboard (Qt catcher)": _wedge(verdicts, stack),
            "camera (second picture)": _camera(verdicts, stack),
        }
        floor = _bare(bare, stack)
        _rounds(kinds, floor, packer, verdicts, min(WARM, scans))
        series = _rounds(kinds, floor, packer, verdicts, scans)
    show(
        f"Scanner to committed verdict, {scans} codes each, in turn",
        TIMES_SHORT,
        times(series, floor=FLOOR, tails=False),
    )
    print("  a camera is believed at its second picture: add the time between two, 80 ms")
    del application


def _rounds(
    kinds: dict[str, Kind], floor: Callable[[], object], packer: Packer, verdicts: Verdicts, rounds: int
) -> dict[str, Series]:
    series = {FLOOR: Series(), **{name: Series() for name in kinds}}
    for _ in range(rounds):
        series[FLOOR].take(floor)
        for name, kind in kinds.items():
            ready = kind.prepare(packer.next_code())
            series[name].take(partial(kind.scan, ready, verdicts))
            packer.ledger.between_scans()
    return series


def _bare(bare: CommitFloor, stack: ExitStack) -> Callable[[], object]:
    """What any program must do: read the bytes and commit one row."""
    outer, inner = os.openpty()
    for file in (outer, inner):
        stack.callback(os.close, file)

    def once() -> None:
        os.write(outer, b"6900000434017\n")
        os.read(inner, 100)
        bare.commit()
        bare.between()

    return once


def _listen(link: Link, dialect: ScannerDialect, verdicts: Verdicts, stack: ExitStack) -> None:
    scanner = stack.enter_context(closing(Scanner(link, Hearing(NAME, dialect, guard_ms=0))))
    scanner.said.connect(verdicts.hear)
    scanner.open()
    verdicts.wait()


def _serial(folder: Path, verdicts: Verdicts, stack: ExitStack) -> Kind:
    outlet = stack.enter_context(closing(PtyOutlet(folder / "scanner-port")))
    _listen(SerialLink(SerialAddress(port=str(folder / "scanner-port"))), plain.Dialect(suffix=b"\r"), verdicts, stack)
    return Kind(lambda code: f"{code}\r".encode(), outlet.write)


def _hid(folder: Path, verdicts: Verdicts, stack: ExitStack) -> Kind:
    device = folder / "classes" / "hidraw" / "hidraw0" / "device"
    device.mkdir(parents=True, exist_ok=True)
    (device / "uevent").write_text("HID_ID=0003:00000C2E:00000B61\n")
    (device / "report_descriptor").write_bytes(DESCRIPTOR)
    node, send = _fifo(folder / "hidraw-node", stack)
    address = HidAddress(usb=None, path="/dev/hidraw0")
    pipe = partial(HidrawPipe, address, SCANNER_PAGE, classes=folder / "classes", files=Redirected(node))
    _listen(PipeLink(pipe), hid_pos.Dialect(), verdicts, stack)
    return Kind(lambda code: b"".join(pos_reports(code.encode(), "]E0")), send)


def _keys(folder: Path, verdicts: Verdicts, stack: ExitStack) -> Kind:
    node, send = _fifo(folder / "event-node", stack)
    pipe = partial(EvdevPipe, KeysAddress(usb=None, path=str(node)), take=lambda _file: None)
    _listen(PipeLink(pipe), keys.Dialect(), verdicts, stack)
    return Kind(_events, send)


def _events(code: str) -> bytes:
    """As the kernel gives them, a millisecond a key; the code is whole with its last key down."""
    strokes = [(key, value) for letter in f"{code}\r" for key in chord(letter, US) for value in (1, 0)]
    return b"".join(
        event(EV_KEY, key, value, at_ms=at) + event(EV_SYN, 0, 0, at_ms=at) for at, (key, value) in enumerate(strokes)
    )


def _fifo(path: Path, stack: ExitStack) -> tuple[Path, Callable[[bytes], object]]:
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    file = os.open(path, os.O_RDWR)
    stack.callback(os.close, file)
    return path, partial(os.write, file)


def _wedge(verdicts: Verdicts, stack: ExitStack) -> Kind:
    catcher = stack.enter_context(closing(ScanCatcher()))
    catcher.scanned.connect(verdicts.hear_text)
    catcher.show()

    def send(presses: list[QKeyEvent]) -> None:
        for press in presses:
            QApplication.sendEvent(catcher, press)

    return Kind(_presses, send)


def _presses(code: str) -> list[QKeyEvent]:
    presses = [QKeyEvent(QEvent.Type.KeyPress, ord(digit), Qt.KeyboardModifier.NoModifier, digit) for digit in code]
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    return [*presses, enter]


def _camera(verdicts: Verdicts, stack: ExitStack) -> Kind:
    """A code of 13 digits on a whole picture; the first look at it is not timed."""
    newest: Newest[QImage] = Newest()
    pipe = PicturePipe(newest)
    _listen(PipeLink(lambda: pipe), camera.Dialect(), verdicts, stack)

    def prepare(code: str) -> QImage:
        picture = _picture(code)
        pipe._sight = Sight()
        newest.put(picture)
        while not pipe._sight._before:
            QApplication.processEvents()
        return picture

    return Kind(prepare, newest.put)


def _picture(code: str) -> QImage:
    page = QImage(*PICTURE, QImage.Format.Format_Grayscale8)
    page.fill(QColor(215, 215, 215))
    drawn: Any = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.EAN13).to_image(scale=3)
    height, width = drawn.shape
    image = QImage(bytes(memoryview(drawn)), width, height, width, QImage.Format.Format_Grayscale8)
    painter = QPainter(page)
    painter.drawImage(420, 300, image)
    painter.end()
    return page
