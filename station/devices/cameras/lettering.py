"""Letters on pictures, in the program's own type, whatever fonts the machine has; may be used in any one thread.

Needs a running ``QGuiApplication``.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QRawFont


class Lettering:
    """Keeps the type it has loaded: one for each size."""

    def __init__(self) -> None:
        self._fonts: dict[int, QRawFont] = {}

    def width(self, text: str, px: int) -> float:
        return sum(point.x() for point in self._advances(text, px))

    def fitted(self, text: str, px: int, width: float) -> str:
        """As much of ``text`` as ``width`` holds; what was cut is told by an ellipsis."""
        if self.width(text, px) <= width:
            return text
        while text and self.width(f"{text}…", px) > width:
            text = text[:-1]
        return f"{text}…"

    def draw(self, painter: QPainter, at: QPointF, text: str, px: int, colour: str = "#ffffff") -> None:
        """``at`` is the upper left corner of a line of ``px`` letters."""
        font = self._font(px)
        places, x = [], 0.0
        for advance in self._advances(text, px):
            places.append(QPointF(x, 0))
            x += advance.x()
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(font.glyphIndexesForString(text))
        run.setPositions(places)
        painter.setPen(QColor(colour))
        painter.drawGlyphRun(at + QPointF(0, px), run)

    def _advances(self, text: str, px: int) -> list[QPointF]:
        font = self._font(px)
        return font.advancesForGlyphIndexes(font.glyphIndexesForString(text))

    def _font(self, px: int) -> QRawFont:
        if px not in self._fonts:
            with as_file(files("station.assets.fonts") / "NotoSansSC_700Bold.ttf") as path:
                font = QRawFont(str(path), px, QFont.HintingPreference.PreferDefaultHinting)
            assert font.isValid(), "the program's own font is missing"
            self._fonts[px] = font
        return self._fonts[px]
