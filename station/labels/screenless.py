"""Qt without a screen, for verbs that paint but show nothing."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication


def ensure_application() -> QGuiApplication:
    """The running application, or a new one that opens no window; the caller keeps it while it paints."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["sealbench"])
