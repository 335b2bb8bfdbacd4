"""A scanner's course through one large order: from a code written to the pty until its verdict is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from benchmarks.tables import Series
from station.codes import command_code
from station.devices.virtual.scanner import VirtualScanner
from station.packing.inputs import Command
from station.ui.screen import Screen, Stage

PACE_MS = 40
"""From a painted verdict to the next code."""

STUCK_MS = 20_000


class Course(QObject):
    """Lives in the screen thread, as the pty's far end and the window do."""

    def __init__(self, scanner: VirtualScanner, window: QWidget, order: str, goods: tuple[str, ...]) -> None:
        super().__init__()
        self._scanner = scanner
        self._order = order
        self._goods = cycle(goods)
        self._stage = Stage.IDLE
        self._begun_ns = self._arrived_ns = 0
        self._seen = False
        self.on_screen = Series()  # the screen thread's processor time for each, if ``arrives`` is connected
        self._series = Series()
        self._left = 0
        self._over: Callable[[], bool] = lambda: False
        self._loop = QEventLoop()
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self._pace.timeout.connect(self._step)
        self._stuck = QTimer(self, singleShot=True, interval=STUCK_MS)
        self._stuck.timeout.connect(self._loop.quit)
        window.installEventFilter(self)

    def run(self, scans: int, over: Callable[[], bool]) -> Series:
        """At most so many scans, none after ``over`` says so; fewer also when nothing comes back any more."""
        self._series, self._left, self._over = Series(), scans, over
        self._pace.start()
        self._loop.exec()
        return self._series

    @Slot(object)
    def arrives(self, _screen: object) -> None:
        """Connected before the window."""
        self._arrived_ns = time.thread_time_ns()

    @Slot(object)
    def see(self, screen: Screen) -> None:
        """Connected after the window: what is shown is already put into it."""
        self._stage = screen.stage
        if self._begun_ns:
            self._seen = True
        else:
            self._pace.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.UpdateRequest or not self._seen:
            return False
        watched.event(event)  # paints
        self._series.wall_ns.append(time.perf_counter_ns() - self._begun_ns)
        self.on_screen.wall_ns.append(time.thread_time_ns() - self._arrived_ns)
        self._begun_ns, self._seen = 0, False
        self._pace.start()
        return True

    def _step(self) -> None:
        self._stuck.start()
        if not self._left or self._over():
            self._stuck.stop()
            self._loop.quit()
        elif self._stage is Stage.PACKING:
            self._left -= 1
            code = next(self._goods)
            self._begun_ns = time.perf_counter_ns()
            self._scanner.scan(code)
        elif self._stage is Stage.STOPPED:
            self._scanner.scan(command_code(Command.CLEAR))
        else:
            self._scanner.scan(self._order)
