"""What device tests share: a record of what a device said, and waiting for it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from station.packing.inputs import Instant


class Ear(QObject):
    """Keeps everything a device's ``said`` carried."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, said: object) -> None:
        self.heard.append(said)

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


def wait_until(qtbot: QtBot, so: Callable[[], bool]) -> None:
    qtbot.waitUntil(so, timeout=5_000)
