"""A process that ends with its first paint: ``empty``; or ``painted``, ``ready`` or ``scanned`` and a home."""

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


CODE = "SO-1"


def bench(home: Path, until: str) -> None:
    """As ``station.window_app.run`` does it: painted first; ``ready`` when ledger, order book and threads are up.

    ``scanned``: a code that is typed the moment the window is there is on disk and its verdict painted.
    """
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
    if until == "scanned":
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from station.packing.inputs import Scan

        view._catcher.scanned.connect(lambda _: QTimer.singleShot(0, thread.start))
        thread.outcome.connect(lambda seen: application.quit() if isinstance(seen.input, Scan) else None)
        QTest.keyClicks(view._catcher, CODE)
        QTest.keyClick(view._catcher, Qt.Key.Key_Return)
        application.exec()
        application.processEvents()
    elif until == "ready":
        thread.screen.connect(application.quit)
        QTimer.singleShot(0, thread.start)
        application.exec()
        application.processEvents()  # paints it


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        bench(Path(sys.argv[2]), sys.argv[1])
    sys.stdout.flush()
    os._exit(0)  # how long it takes to end is not asked
