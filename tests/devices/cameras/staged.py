"""A camera in the hands of a test: its pictures come when the test says so, and time is the test's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from station.devices.camera import EvidenceCamera
from station.devices.cameras.picture import Picture, Source
from station.devices.cameras.told import CameraSetup
from tests.clocks import FakeClock

TICK_MS = 100


class StagedSource:
    def __init__(self, clock: FakeClock) -> None:
        self.kind: Source = "usb"
        self.word = ""
        self.starts = 0
        self.is_started = False
        self.mood = "live"
        self.size = (64, 48)
        self._clock = clock
        self._count = 0

    def start(self) -> None:
        self.starts += 1
        self.is_started = True

    def stop(self) -> None:
        self.is_started = False

    def take(self) -> Picture | None:
        if self.mood == "quiet":
            return None
        if self.mood in ("live", "dark"):
            self._count += 1
        image = QImage(*self.size, QImage.Format.Format_RGB32)
        image.fill(self._count if self.mood == "dark" else 0x808000 + self._count)
        return Picture(image=image, at=self._clock.now())


class Stage:
    """Everything the camera said is in ``said``, in its order."""

    def __init__(self, folder: Path, *, width: int = 64, height: int = 48) -> None:
        self.clock = FakeClock()
        self.source = StagedSource(self.clock)
        self.said: list[object] = []
        setup = CameraSetup(name="box", link="synthetic:", width=width, height=height, segment_s=5)
        self.camera = EvidenceCamera(setup, self.clock, folder)
        for signal in (self.camera.still, self.camera.failed, self.camera.segment, self.camera.gap, self.camera.state):
            signal.connect(self.said.append)

    def run(self, seconds: float) -> None:
        """Time passes without waiting; a try that is due is made at once."""
        for _ in range(round(seconds * 1_000 / TICK_MS)):
            self.clock.advance_ms(TICK_MS)
            if not self.source.is_started:
                self.camera._begin()
            self.camera._tick()

    def of(self, kind: type) -> list[object]:
        return [one for one in self.said if isinstance(one, kind)]
