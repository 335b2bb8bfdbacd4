"""Whether this machine has a screen for a window, on which one a window stands, and a window that fills it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def has_display() -> bool:
    """A platform that was chosen on purpose counts; else the session's own variables tell."""
    if "QT_QPA_PLATFORM" in os.environ:
        return os.environ["QT_QPA_PLATFORM"].split(":")[0] not in ("offscreen", "minimal")
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def screen_of(widget: QWidget) -> QScreen:
    """The screen that shows the widget's middle, else the first one.

    Never ``widget.screen()``: PySide makes what that answers a child of the widget, and Python, tidying both up in one
    round, may then delete the screen itself; the next widget ends the program (docs/decisions/0102).
    """
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.screenAt(widget.mapToGlobal(widget.rect().center())) or QGuiApplication.primaryScreen()


def fill_screen(window: QWidget) -> None:
    """Full screen, also in a kiosk without a window manager, where nobody else makes it as large."""
    window.setGeometry(screen_of(window).geometry())
    window.showFullScreen()
