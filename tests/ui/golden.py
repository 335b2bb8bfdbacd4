"""Golden pictures: every screen in every language, palette and size, kept small enough to keep all of them.

Each picture is kept as the mean colour of its cells, 80 by 50 of them; those of one view, language, palette and size
stand side by side on one sheet under ``tests/golden/screens``, which a person can look at (``docs/decisions/0068``).
``python -m tests.ui.golden --update`` makes them anew; ``--full FOLDER`` writes the pictures whole, to be looked at.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from station.ui.theme import PALETTES, Palette
from tests.ui.sights import SIGHTS, Sight

FOLDER = Path(__file__).parents[1] / "golden" / "screens"
CELLS = QSize(80, 50)
ACROSS = 6
SIZES = ((1280, 800), (1920, 1080))
LANGUAGES = ("zh", "en")
CELL_OFF_MAX = 12
"""Of 255, per colour and cell: less is how letters are smoothed, more is something that moved."""
BYTES_MAX = 12_000_000
"""All sheets together: what one complete renewal may add to the repository."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a view's screens in one language, palette and size."""

    sight: Sight
    language: str
    palette: Palette
    size: tuple[int, int]

    @property
    def file(self) -> Path:
        width, height = self.size
        return FOLDER / f"{self.sight.name}-{self.language}-{self.palette.name}-{width}x{height}.png"


def sheets() -> Iterator[Sheet]:
    for sight in SIGHTS:
        for language in LANGUAGES:
            for palette in PALETTES:
                for size in SIZES:
                    yield Sheet(sight, language, palette, size)


def pictures(sheet: Sheet) -> Iterator[tuple[str, QImage]]:
    """Each kept state by its name, painted whole."""
    view = sheet.sight.make(sheet.language, sheet.palette)
    view.resize(QSize(*sheet.size))
    for state in sheet.sight.kept:
        sheet.sight.put(view, sheet.sight.screens[state])
        yield state, _grabbed(view)
    view.deleteLater()


def _grabbed(view: QWidget) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)


def cells(picture: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(CELLS, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_RGB888)


def drawn(sheet: Sheet) -> QImage:
    """The sheet as the program paints it now."""
    small = [cells(picture) for _, picture in pictures(sheet)]
    rows = -(-len(small) // ACROSS)
    whole = QImage(CELLS.width() * ACROSS, CELLS.height() * rows, QImage.Format.Format_RGB888)
    whole.fill(Qt.GlobalColor.black)
    painter = QPainter(whole)
    for at, picture in enumerate(small):
        painter.drawImage(at % ACROSS * CELLS.width(), at // ACROSS * CELLS.height(), picture)
    painter.end()
    return whole


def _row(picture: QImage, y: int) -> bytes:
    width = 3 * picture.width()
    return memoryview(picture.constBits())[y * picture.bytesPerLine() :][:width].tobytes()


def differing(now: QImage, kept: QImage) -> dict[int, int]:
    """Numbers of the pictures that differ, and by how much in the worst cell; -1 when the sheets differ in size."""
    if now.size() != kept.size():
        return {-1: 255}
    kept = kept.convertToFormat(QImage.Format.Format_RGB888)
    worst: dict[int, int] = {}
    for y in range(now.height()):
        ours, theirs = _row(now, y), _row(kept, y)
        if ours == theirs:
            continue
        for x in range(now.width()):
            off = max(abs(ours[3 * x + c] - theirs[3 * x + c]) for c in range(3))
            if off > CELL_OFF_MAX:
                at = y // CELLS.height() * ACROSS + x // CELLS.width()
                worst[at] = max(worst.get(at, 0), off)
    return worst


def update(name: str) -> None:
    """Of one view or of all; a sheet of a view that is gone goes too."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = {sheet.file for sheet in sheets()}
    for sheet in (each for each in sheets() if name in ("", each.sight.name)):
        saved = drawn(sheet).save(str(sheet.file))
        assert saved, f"cannot write {sheet.file}"
    for old in set(FOLDER.glob("*.png")) - made:
        old.unlink()
    size = sum(file.stat().st_size for file in made if file.exists())
    sys.stdout.write(f"{len(made)} sheets, {size:,} bytes of {BYTES_MAX:,}\n")


def whole(folder: Path, name: str) -> None:
    """Pictures as they are, of one view or of all."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets():
        if name in ("", sheet.sight.name):
            for state, picture in pictures(sheet):
                picture.save(str(folder / f"{sheet.file.stem}-{state.replace(' ', '_')}.png"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ui.golden", description=__doc__)
    parser.add_argument("--update", action="store_true", help="make the kept sheets anew")
    parser.add_argument("--full", type=Path, metavar="FOLDER", help="write the pictures whole, to be looked at")
    parser.add_argument("--view", default="", help="only this view's, with --update or --full")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["sealbench"])
    if args.update:
        update(args.view)
    if args.full:
        whole(args.full, args.view)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
