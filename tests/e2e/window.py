"""A bench with its window in the test's own process: scanner and scale on ptys, printer on a socket, keys by Qt."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.demo.virtual_bench import VirtualBench, plug_in
from station.errors import Trouble
from station.home import Home
from station.settings import load
from station.ui.languages import said
from station.ui.sounds import Silence
from station.ui.widgets.band import Band
from station.ui.words import Words
from station.window_app import BenchWindow, connect
from tests.e2e.rig import WAIT_MS, kinds_on_disk

HAND_MS = 200  # between two keys of a person: slower than any scanner
DEVICES = """
[[device]]
name = "scanner"
kind = "scanner"
link = "virtual:scanner"
speaks = "plain"
guard_ms = 5

[[device]]
name = "scale"
kind = "scale"
link = "virtual:scale"
speaks = "mt-sics"

[[device]]
name = "label printer"
kind = "printer"
link = "virtual:printer"
speaks = "zpl"
"""


class WindowRig:
    """Hands and eyes of who stands there. ``language`` is the one that leads on the screen."""

    def __init__(self, home: Home, view: BenchWindow, virtual: VirtualBench, qtbot: QtBot) -> None:
        self.view = view
        self.virtual = virtual
        self._home = home
        self._qtbot = qtbot
        self._typed_ms = 0

    @property
    def language(self) -> str:
        return self.view.window.ground.language

    @property
    def read(self) -> str:
        """All that stands on the screen, as a screen reader says it: each text once, in the language that leads."""
        bands: list[Band[Any]] = self.view.window.findChildren(Band)
        return "\n".join(band.accessibleDescription() for band in bands if band.isVisible())

    def sees(self, *every: Words) -> None:
        """Waits until each of these sentences is read, in the language that leads."""
        self.shows(*(said(words, self.language) for words in every))

    def shows(self, *texts: str) -> None:
        """Waits until these stand there as they are: numbers, names."""
        self.until(lambda: [text for text in texts if text not in self.read], [])

    def scans(self, code: str, *recorded: str) -> None:
        """A trigger pull; waits until these kinds have been recorded once more each."""
        with self._recording(*recorded):
            self.virtual.scanner.scan(code)

    def presses(self, key: Qt.Key, *recorded: str, control: bool = False) -> None:
        with self._recording(*recorded):
            modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.view._catcher, key, modifier)

    def types(self, text: str, *recorded: str) -> None:
        """By hand, and Enter."""
        keys = [*((Qt.Key(ord(sign)), sign) for sign in text), (Qt.Key.Key_Return, "\r")]
        with self._recording(*recorded):
            for key, sign in keys:
                self._typed_ms += HAND_MS
                event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
                event.setTimestamp(self._typed_ms)  # by which a hand is told from a scanner
                QApplication.sendEvent(self.view._catcher, event)

    def waits_for(self, kind: str, times: int = 1) -> None:
        self.until(lambda: self._count(kind) >= times, True)

    @contextmanager
    def _recording(self, *kinds: str) -> Iterator[None]:
        before = {kind: self._count(kind) for kind in kinds}
        yield
        self.until(lambda: [kind for kind in kinds if self._count(kind) <= before[kind]], [])

    def _count(self, kind: str) -> int:
        try:
            return kinds_on_disk(self._home).count(kind)
        except Trouble:
            return 0  # still being made

    def until(self, look: Callable[[], object], wanted: object) -> None:
        def found() -> None:
            assert look() == wanted, self.read

        self._qtbot.waitUntil(found, timeout=WAIT_MS)


def plugged(folder: Path, settings: str) -> tuple[VirtualBench, str]:
    """Virtual devices, and the settings with their addresses."""
    virtual = plug_in(folder, label_ms=20)
    text = settings + DEVICES
    for name, address in virtual.addresses.items():
        text = text.replace(name, address)
    return virtual, text


@contextmanager
def window_rig(home: Home, virtual: VirtualBench, qtbot: QtBot) -> Iterator[WindowRig]:
    clock = SystemClock()
    view, thread = BenchWindow(home, load(home), clock, Silence()), BenchThread(home, clock)
    connect(view, thread)
    view.show()
    with qtbot.waitSignal(thread.ready, timeout=WAIT_MS):
        thread.start()
    try:
        yield WindowRig(home, view, virtual, qtbot)
    finally:
        thread.quit()
        thread.wait()
        view.close()
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(view._router)
        view.window.hide()
        view.window.deleteLater()
        virtual.close()
        gc.collect()  # what the bench's thread left goes now, not in the midst of another test
