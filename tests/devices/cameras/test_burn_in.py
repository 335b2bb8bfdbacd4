"""What is burned in: there, legible to a reader at both sizes, and honest about where the picture comes from."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from PySide6.QtGui import QImage, qGray
from pytestqt.qtbot import QtBot

from station.devices.cameras.burn_in import BurnIn
from station.devices.cameras.lettering import Lettering
from station.devices.cameras.picture import Picture
from tests.clocks import FakeClock

CHINA = timezone(timedelta(hours=8))
NAMES = "B01   …1-0387   K7QX2MZ4PLJ3TWAB"


def _white(width: int, height: int) -> Picture:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return Picture(image=image, at=FakeClock().now())


def _dark_rows(image: QImage, x: int) -> int:
    return sum(1 for y in range(image.height()) if qGray(image.pixel(x, y)) < 80)


@pytest.mark.parametrize(("width", "height"), [(640, 480), (1280, 720)])
def test_burned_in(qtbot: QtBot, width: int, height: int) -> None:
    """Two light lines on a dark ground, no more than a tenth of the picture; the picture given stays as it was."""
    picture = _white(width, height)
    image = BurnIn(zone=CHINA).on(picture, NAMES, "usb")
    assert qGray(picture.image.pixel(2, 2)) == 255
    assert 30 <= _dark_rows(image, width - 2) <= height // 10
    lines = [y for y in range(height // 10) if any(qGray(image.pixel(x, y)) > 200 for x in range(width // 2))]
    assert len(lines) > 20
    assert qGray(image.pixel(width - 2, height - 2)) == 255


def test_the_clock_moves_the_picture(qtbot: QtBot) -> None:
    """A tenth of a second later the same view is another picture; the same moment and names give the same bytes."""
    clock = FakeClock()
    image = _white(640, 480).image
    burn_in = BurnIn(zone=CHINA)
    first = burn_in.on(Picture(image=image, at=clock.now()), NAMES, "usb")
    again = burn_in.on(Picture(image=image, at=clock.now()), NAMES, "usb")
    later = burn_in.on(Picture(image=image, at=clock.advance_ms(100)), NAMES, "usb")
    assert first == again
    assert first != later
    other = burn_in.on(Picture(image=image, at=FakeClock().now()), NAMES.replace("0387", "0388"), "usb")
    assert first != other


@pytest.mark.parametrize("source", ["synthetic", "files"])
def test_no_camera_says_so(qtbot: QtBot, source: str) -> None:
    """A picture that no camera took carries a red mark in every frame."""
    image = BurnIn(zone=CHINA).on(_white(640, 480), NAMES, "synthetic" if source == "synthetic" else "files")
    corner = image.pixelColor(638, 478)
    assert (corner.red(), corner.green(), corner.blue()) == (160, 0, 0)


def test_a_line_too_long_is_told(qtbot: QtBot) -> None:
    """What does not fit ends in an ellipsis and never runs out of the picture."""
    letters = Lettering()
    fitted = letters.fitted("B" * 300, 16, 200)
    assert fitted.endswith("…")
    assert letters.width(fitted, 16) <= 200
    assert letters.fitted("B01", 16, 200) == "B01"
