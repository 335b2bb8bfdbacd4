"""A process that ends with its first paint: ``empty``, or ``painted`` or ``ready`` and a home."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    application.processEvents()


def bench(home: Path, *, ready: bool) -> None:
    """As ``station.window_app.run`` does it: painted first; ``ready`` when ledger, order book and threads are up."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from station.bench_thread import BenchThread
    from station.clock import SystemClock
    from station.home import Home
    from station.settings import load
    from station.ui.sounds import Silence
    from station.window_app import STARTING, BenchWindow, connect

    application = QApplication([])
    place = Home(home)
    view = BenchWindow(place, load(place), SystemClock(), Silence())
    thread = BenchThread(place, SystemClock())
    connect(view, thread)
    view.see(STARTING)
    view.show()
    application.processEvents()
    if ready:
        thread.screen.connect(application.quit)
        QTimer.singleShot(0, thread.start)
        application.exec()
        application.processEvents()  # paints it


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        bench(Path(sys.argv[2]), ready=sys.argv[1] == "ready")
    sys.stdout.flush()
    os._exit(0)  # how long it takes to end is not asked
