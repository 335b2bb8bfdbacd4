"""The pictures of the documents, painted by the program itself: ``make screenshots``. Invented orders only.

``docs/images/setup-*.png`` are of real sittings with a scanner and a scale, and are not made here. A picture is kept in
256 colours of its own, which reads the same and is half as large; names after the command paint those alone.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from station.screen_settings import Percent, ScreenSettings
from station.ui.theme import palette
from tests.ui.sights import SIGHTS

FOLDER = Path(__file__).parents[2] / "docs" / "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A file of ``docs/images`` and what it shows."""

    file: str
    view: str
    state: str
    language: str = "en"
    theme: str = "light"
    size: tuple[int, int] = (1280, 800)
    percent: Percent = 100


PICTURES = (
    Picture(file="pack.png", view="pack", state="packing"),
    Picture(file="stop.png", view="pack", state="stop"),
    Picture(file="pack-zh.png", view="pack", state="packing", language="zh"),
    Picture(file="weigh-dark.png", view="pack", state="weighing", theme="dark"),
    Picture(file="pack-1024.png", view="pack", state="packing", language="zh", size=(1024, 680)),
    Picture(file="handover.png", view="dock", state="scanning"),
    Picture(file="disputes.png", view="dispute", state="late"),
    Picture(file="dispute.png", view="case", state="page"),
    Picture(file="stop-zh.png", view="pack", state="stop", language="zh"),
    Picture(file="weigh.png", view="pack", state="weighing"),
    Picture(file="weigh-zh.png", view="pack", state="weighing", language="zh"),
    Picture(file="today.png", view="supervisor", state="today"),
    Picture(file="today-zh.png", view="supervisor", state="today", language="zh"),
    Picture(file="board.png", view="board", state="hall", theme="dark"),
    Picture(file="board-zh.png", view="board", state="hall", language="zh", theme="dark"),
    Picture(file="orders.png", view="office-orders", state="orders"),
    Picture(file="orders-zh.png", view="office-orders", state="orders", language="zh"),
    Picture(file="settings.png", view="office-settings", state="a setting of this home"),
    Picture(file="settings-zh.png", view="office-settings", state="a setting of this home", language="zh"),
)


def painted(picture: Picture) -> QImage:
    sight = next(sight for sight in SIGHTS if sight.name == picture.view)
    view = sight.make(picture.language, palette(picture.theme))
    view.resize(QSize(*picture.size))
    view.ground.use(ScreenSettings(scale_percent=picture.percent))
    sight.put(view, sight.screens[picture.state])
    image: QImage = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    view.deleteLater()
    return image


def _keep(picture: QImage, path: Path) -> None:
    size = (picture.width(), picture.height())
    whole = Image.frombytes("RGB", size, bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine())
    whole.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ui.screenshots")
    parser.add_argument("names", nargs="*", metavar="FILE.png", help="only these; else all")
    names = parser.parse_args().names or [picture.file for picture in PICTURES]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["sealbench"])
    for picture in (picture for picture in PICTURES if picture.file in names):
        _keep(painted(picture), FOLDER / picture.file)
        sys.stdout.write(f"{FOLDER / picture.file}\n")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
