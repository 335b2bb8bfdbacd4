"""Pictures without a camera: the test picture, and the pictures of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from station.devices.cameras.synthetic import FilesSource, SyntheticSource
from tests.clocks import FakeClock


def _save(file: Path, colour: int) -> None:
    image = QImage(32, 24, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(file))


def test_it_moves(qtbot: QtBot) -> None:
    """The test picture of another moment is another picture, so that a frozen bench can be told from a living one."""
    clock = FakeClock()
    source = SyntheticSource(clock, size=(320, 240))
    source.start()
    first = source.take()
    clock.advance_ms(100)
    assert source.take().image != first.image
    assert (first.image.width(), first.image.height()) == (320, 240)


def test_a_folder(qtbot: QtBot, tmp_path: Path) -> None:
    """Pictures come by name, one each time and around again; other files are left alone."""
    _save(tmp_path / "b.png", 0x00FF00)
    _save(tmp_path / "a.png", 0xFF0000)
    (tmp_path / "notes.txt").write_text("no picture")
    source = FilesSource(str(tmp_path), FakeClock())
    source.start()
    seen = []
    for _ in range(4):
        picture = source.take()
        assert picture is not None
        seen.append(picture.image.pixelColor(5, 5).name())
    assert seen == ["#ff0000", "#00ff00", "#ff0000", "#00ff00"]


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("there", ["nothing", "no picture", "a broken one"])
def test_a_folder_without_pictures(qtbot: QtBot, tmp_path: Path, there: str) -> None:
    """A folder that is missing or empty, and a picture that cannot be read, are told in one word."""
    place = tmp_path / "pictures"
    if there != "nothing":
        place.mkdir()
    if there == "a broken one":
        (place / "a.jpg").write_bytes(b"\xff\xd8 no")
    source = FilesSource(str(place), FakeClock())
    source.start()
    assert source.take() is None
    assert source.word == ("unreadable" if there == "a broken one" else "no_files")
