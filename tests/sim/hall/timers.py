"""Stands for Qt's timers in a simulated bench: they go off when the simulation's own time says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


class Timer:
    """What ``Host`` uses of a ``QTimer``."""

    def __init__(self, wheel: Wheel, _parent: object) -> None:
        self.due_ms: int | None = None
        self._wheel = wheel
        self._interval_ms = 0
        self._single = False
        self._then: Callable[[], object] = lambda: None
        wheel.timers.append(self)

    @property
    def timeout(self) -> Timer:
        return self

    def connect(self, then: Callable[[], object]) -> None:
        self._then = then

    def setInterval(self, interval_ms: int) -> None:
        self._interval_ms = interval_ms

    def setSingleShot(self, single: bool) -> None:
        self._single = single

    def isActive(self) -> bool:
        return self.due_ms is not None

    def start(self, interval_ms: int | None = None) -> None:
        if interval_ms is not None:
            self._interval_ms = interval_ms
        self.due_ms = self._wheel.now_ms() + self._interval_ms

    def stop(self) -> None:
        self.due_ms = None

    def go_off(self) -> None:
        """However late it is, once; as Qt does."""
        self.due_ms = None if self._single else self._wheel.now_ms() + self._interval_ms
        self._then()


@dataclass(slots=True)
class Wheel:
    """The timers of one run of one bench."""

    now_ms: Callable[[], int]
    timers: list[Timer] = field(default_factory=list)

    def turn(self) -> None:
        """All that is due."""
        for timer in self.timers:
            if timer.due_ms is not None and timer.due_ms <= self.now_ms():
                timer.go_off()
