"""Code 128 on the screen: black on white in every palette, whole pixels a module, quiet zones kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

QUIET_MODULES: Final = 10
"""On each side (ISO/IEC 15417, 4.2.1 f)."""


def modules(text: str) -> str:
    """The symbol as ones (bar) and zeros (space), start to stop, without quiet zones."""
    from barcode.codex import Code128

    return "".join(Code128(text).build())


def module_px(symbol: str, width: float, wanted: int) -> int:
    """The widest whole module, at most ``wanted``, with which the symbol and its quiet zones fit; at least 1."""
    return max(1, min(wanted, int(width // (len(symbol) + 2 * QUIET_MODULES))))


def paint_bars(painter: QPainter, rect: QRectF, symbol: str, module: int, *, ink: str, paper: str) -> None:
    """The symbol centred in ``rect`` on its own white ground."""
    width = len(symbol) * module
    quiet = QUIET_MODULES * module
    left = round(rect.center().x() - width / 2)
    top, height = round(rect.top()), round(rect.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(left - quiet, top, width + 2 * quiet, height, QColor(paper))
    for at, module_on in enumerate(symbol):
        if module_on == "1":
            painter.fillRect(left + at * module, top, module, height, QColor(ink))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
