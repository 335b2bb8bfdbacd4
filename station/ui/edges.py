"""The flash at the four edges of the window: a verdict's colour for 120 ms, without repainting what lies under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

FLASH_MS: Final = 120


class Edges:
    """Four thin strips above everything else."""

    def __init__(self, parent: QWidget) -> None:
        self._strips = [QWidget(parent) for _ in range(4)]
        for strip in self._strips:
            strip.setAutoFillBackground(True)
            strip.hide()
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self.off)

    @property
    def shown(self) -> bool:
        return self._timer.isActive()

    def place(self, area: QRect, thickness: int) -> None:
        w, h, t = area.width(), area.height(), thickness
        for strip, rect in zip(
            self._strips, ((0, 0, w, t), (0, h - t, w, t), (0, t, t, h - 2 * t), (w - t, t, t, h - 2 * t)), strict=True
        ):
            strip.setGeometry(*rect)

    def flash(self, color: str) -> None:
        for strip in self._strips:
            palette = QPalette(strip.palette())
            palette.setColor(QPalette.ColorRole.Window, QColor(color))
            strip.setPalette(palette)
            strip.show()
            strip.raise_()
        self._timer.start()

    def off(self) -> None:
        self._timer.stop()
        for strip in self._strips:
            strip.hide()
