"""What device tests share: a record of what a device said, and waiting for it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from station.packing.inputs import Instant


class Ear(QObject):
    """Keeps everything a device's ``said`` carried."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()

    def hear(self, said: object) -> None:
        self.heard.append(said)
        self.threads.add(QThread.currentThread())

    def wait_for(self, qtbot: QtBot, wanted: object, *, timeout_ms: int = 5_000) -> None:
        qtbot.waitUntil(lambda: wanted in self.heard, timeout=timeout_ms)

    def take(self) -> list[object]:
        heard, self.heard = self.heard, []
        return heard


class RunningClock:
    """The machine's own monotonic clock, for tests with real timers."""

    boot = "test"

    def now(self) -> Instant:
        return Instant(wall_us=0, mono_us=time.monotonic_ns() // 1000)
