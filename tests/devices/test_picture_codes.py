"""A camera as a scanner: several codes in one picture, each told once for as long as it stays."""

from __future__ import annotations

from typing import Any

import pytest
import zxingcpp
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from station.devices.address import CameraAddress
from station.devices.camera_link import FROZEN_MS, CameraLink, PicturePipe
from station.devices.cameras.picture import Newest
from station.devices.dialect import RawScan
from station.devices.picture_codes import ABSENT_MS, Sight, codes_in
from station.devices.pipe_link import PipeLost
from station.devices.scanners.camera import Dialect

EAN = RawScan(text="4006381333931", aim="]E0")
ORDER = RawScan(text="SO-1", aim="]C0")
QR = RawScan(text="订单 7", aim="]Q1")


def _picture(*codes: tuple[str, Any, int, int]) -> QImage:
    """A grey page with codes at their places."""
    page = QImage(1_000, 700, QImage.Format.Format_Grayscale8)
    page.fill(QColor(215, 215, 215))
    painter = QPainter(page)
    for text, kind, left, top in codes:
        drawn: Any = zxingcpp.create_barcode(text, kind).to_image(scale=3)
        height, width = drawn.shape
        image = QImage(bytes(memoryview(drawn)), width, height, width, QImage.Format.Format_Grayscale8)
        painter.drawImage(left, top, image)
    painter.end()
    return page


BOTH = (
    ("订单 7", zxingcpp.BarcodeFormat.QRCode, 600, 60),
    ("4006381333931", zxingcpp.BarcodeFormat.EAN13, 60, 62),
    ("SO-1", zxingcpp.BarcodeFormat.Code128, 60, 420),
)


def test_several_codes() -> None:
    """Every code of a picture is read, by rows from the top, with its AIM id; an empty table has none."""
    assert codes_in(_picture(*BOTH)) == [EAN, QR, ORDER]
    assert codes_in(_picture()) == []


def test_two_of_a_kind() -> None:
    """The same code twice in one picture is one: it may be two sides of one box."""
    left, right = (("SO-1", zxingcpp.BarcodeFormat.Code128, left, 60) for left in (60, 560))
    assert codes_in(_picture(left, right)) == [ORDER]


def test_sight() -> None:
    """A code is told at the second look, once while it stays, and again when it was away for a second."""
    sight = Sight()
    assert sight.look([EAN], 0) == []
    assert sight.look([EAN], 100) == [EAN]
    assert sight.look([EAN, ORDER], 200) == []
    assert sight.look([EAN, ORDER], 300) == [ORDER]
    assert sight.look([], 400) == []
    assert sight.look([EAN], 500) == []
    assert sight.look([EAN], 600) == []
    assert sight.look([], 600 + ABSENT_MS) == []
    assert sight.look([EAN], 700 + ABSENT_MS) == []
    assert sight.look([EAN], 800 + ABSENT_MS) == [EAN]


def test_a_smear() -> None:
    """What one picture alone shows is never a code."""
    sight = Sight()
    assert [sight.look(codes, at_ms) for at_ms, codes in enumerate(([EAN], [], [EAN], [ORDER]))] == [[]] * 4


def test_pipe() -> None:
    """Pictures become lines that the dialect reads; a camera that failed or froze is told by its word."""
    newest: Newest[QImage] = Newest()
    pipe = PicturePipe(newest)
    pipe.open()
    dialect = Dialect()
    scans = []
    for _ in range(3):
        newest.put(_picture(*BOTH))
        scans += dialect.feed(pipe.read(1))
    assert scans == [EAN, QR, ORDER]
    assert pipe.read(1) == b""
    pipe._last_ms -= FROZEN_MS + 1
    with pytest.raises(PipeLost, match="frozen"):
        pipe.read(1)
    pipe.word = "lost"
    with pytest.raises(PipeLost, match="lost"):
        pipe.read(1)
    with pytest.raises(PipeLost, match="lost"):
        pipe.open()
    assert pipe.write(b"x", 0) == 1
    pipe.close()


@pytest.mark.qt_log_ignore("Couldn't (load|resolve)")  # Qt looks for drivers of pictures that a bench need not have
def test_a_camera_that_is_not_there(qtbot: QtBot) -> None:
    """A bench whose camera is missing says so once and goes on looking for it."""
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    link = CameraLink(CameraAddress(name="no camera of this name"))
    with qtbot.waitSignal(link.down) as down:
        link.open()
    assert down.args == ["not_found"]
    assert not link.send(b"x")
    link.close()
