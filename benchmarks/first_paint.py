"""A process that ends with its first paint: ``empty`` for a bare QWidget, else a home for the bench window."""

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


def bench(home: Path) -> None:
    """To the bench's first own screen: its ledger, order book and threads are up by then."""
    from PySide6.QtWidgets import QApplication

    from station.bench_thread import BenchThread
    from station.clock import SystemClock
    from station.home import Home
    from station.settings import load
    from station.ui.sounds import Silence
    from station.window_app import BenchWindow, connect

    application = QApplication([])
    place = Home(home)
    view = BenchWindow(place, load(place), SystemClock(), Silence())
    thread = BenchThread(place, SystemClock())
    connect(view, thread)
    thread.screen.connect(application.quit)
    thread.start()
    view.show()
    application.exec()
    application.processEvents()  # paints it


if __name__ == "__main__":
    empty() if sys.argv[1] == "empty" else bench(Path(sys.argv[1]))
    os._exit(0)  # how long it takes to end is not asked
