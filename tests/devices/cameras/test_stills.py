"""Pictures out of a recorded video."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from station.devices.cameras.clip import Clip
from station.devices.cameras.stills import stills
from station.packing.inputs import Instant

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "Using Qt multimedia", "Recording new media", "Invalid frameRate", "Encoder",
    "No RHI backend", "No HW decoder", "Could not open media",
)  # fmt: skip

COLOURS = ("#c02020", "#20c020", "#2020c0")
EACH_US = 1_000_000


@pytest.fixture
def video(qtbot: QtBot, tmp_path: Path) -> bytes:
    """Three seconds: one red, one green, one blue."""
    parent = QObject()
    start = Instant(wall_us=0, mono_us=0)
    clip = Clip(tmp_path / "clip.mp4", (320, 240), 10, start, parent)
    with qtbot.waitSignal(clip.closed, timeout=20_000):
        clip.start()
        for number in range(30):
            image = QImage(320, 240, QImage.Format.Format_RGB32)
            image.fill(QColor(COLOURS[number // 10]))
            at_us = number * 100_000
            qtbot.waitUntil(lambda: len(clip._waiting) < 2, timeout=10_000)
            clip.add(image, Instant(wall_us=at_us, mono_us=at_us))
        qtbot.waitUntil(lambda: not clip._waiting, timeout=10_000)
        clip.finish()
    return (tmp_path / "clip.mp4").read_bytes()


def _colour(jpeg: bytes | None) -> str:
    assert jpeg is not None
    seen = QImage.fromData(jpeg).pixelColor(160, 120)
    return COLOURS[max(range(3), key=lambda part: (seen.red(), seen.green(), seen.blue())[part])]


def test_the_picture_of_its_time(video: bytes) -> None:
    """Each time gives what was filmed then, in any order; a time after the end gives the last picture."""
    times = [2_500, 500, 1_500, 0, 60_000]
    found = [_colour(jpeg) for jpeg in stills(video, times)]
    assert found == [COLOURS[2], COLOURS[0], COLOURS[1], COLOURS[0], COLOURS[2]]


def test_what_is_no_video(qtbot: QtBot) -> None:
    """Bytes that no player reads give no picture and no error."""
    assert stills(b"no video" * 1000, [0, 1_000]) == [None, None]
    assert stills(b"", [0]) == [None]
