from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from station.screen_settings import ScreenSettings
from station.ui import gallery
from station.ui.screen import Screen
from station.ui.widgets import live_picture
from station.ui.widgets.live_picture import LivePicture
from station.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _picture() -> QImage:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    return image


def _window(qtbot: QtBot, screen: Screen) -> tuple[Window, LivePicture]:
    window = Window(bench="B07", pictures=())
    qtbot.addWidget(window)
    window.paint_screen(replace(screen, tone=None))
    window.show()
    live = window.findChild(LivePicture)
    assert isinstance(live, LivePicture)
    return window, live


def test_the_camera_is_seen_in_its_corner(qtbot: QtBot) -> None:
    """A picture appears in the lower right corner of the work, above the buttons, and shows what came."""
    window, live = _window(qtbot, gallery.PACKING)
    assert not live.isVisible()
    window.set_live_picture(_picture())
    assert live.isVisible()
    assert live.geometry().right() < window.width()
    assert live.geometry().bottom() < window.height() * 0.85
    assert QColor(live.grab().toImage().pixel(live.width() // 2, live.height() // 2)).name() == "#123456"


@pytest.mark.parametrize("screen", [gallery.STOP, gallery.PROMPTING, gallery.WEIGHING])
def test_the_camera_gives_way(qtbot: QtBot, screen: Screen) -> None:
    """Where the packer is stopped, asked, or told what to look for, nothing stands over it."""
    window, live = _window(qtbot, screen)
    window.set_live_picture(_picture())
    assert not live.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1366, 768)], ids=str)
def test_the_camera_leaves_the_label_alone(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    """Where the label is shown as it is printed, what the camera sees stands beside it and covers nothing of it."""
    label = QImage(812, 1218, QImage.Format.Format_RGB32)
    label.fill(QColor("white"))
    label.save(str(tmp_path / "label.png"))
    window, live = _window(qtbot, replace(gallery.LABELLING, label_picture=str(tmp_path / "label.png")))
    window.resize(*size)
    before = window.grab().toImage()
    window.set_live_picture(_picture())
    where = live.geometry()
    corners = (where.topLeft(), where.topRight(), where.bottomLeft(), where.bottomRight())
    paper = {before.pixelColor(corner).name() for corner in corners}
    assert live.isVisible()
    assert paper == {window.ground.look.palette.bg.lower()}


@pytest.mark.parametrize("screen", [gallery.PACKING, gallery.IDLE, gallery.LABELLING], ids=["packing", "idle", "label"])
def test_the_camera_stands_beside_the_work(qtbot: QtBot, screen: Screen) -> None:
    """For a packer whose left hand leads, the column beside the work is at the left, and so is the camera."""
    window, live = _window(qtbot, screen)
    window.resize(1280, 800)
    window.ground.use(ScreenSettings(left_handed=True))
    window.set_live_picture(_picture())
    assert live.isVisible()
    assert live.geometry().right() < window.width() / 2


@pytest.mark.parametrize("screen", [gallery.PACKING, gallery.IDLE], ids=["packing", "idle"])
def test_the_camera_hides_no_line(qtbot: QtBot, screen: Screen) -> None:
    """With letters twice as large, lines and cut-offs reach down to the buttons: nothing stands over them."""
    window, live = _window(qtbot, screen)
    window.resize(1280, 800)
    window.ground.use(ScreenSettings(scale_percent=200))
    window.set_live_picture(_picture())
    assert not live.isVisible()


def test_an_old_picture_goes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that no other follows is not what the camera sees now, and disappears."""
    monkeypatch.setattr(live_picture, "OLD_MS", 20)
    window, live = _window(qtbot, gallery.PACKING)
    window.set_live_picture(_picture())
    qtbot.waitUntil(lambda: not live.isVisible())
    assert not live.there


def test_a_new_picture_repaints_nothing_else(qtbot: QtBot) -> None:
    """The next picture leaves every band alone: the window lays itself out for the first one only."""
    window, live = _window(qtbot, gallery.PACKING)
    window.set_live_picture(_picture())
    before = live.geometry()
    assert not live.see(_picture())
    assert live.geometry() == before
