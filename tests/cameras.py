"""A camera whose pictures a test decides: it answers what it is told to, in a thread of its own like any other."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from station.clock import Clock
from station.devices.cameras.told import CameraSetup, CameraState, Gap, Segment, Stamp, Still, StillFailed, TakeOver

JPEG = b"\xff\xd8 a picture \xff\xd9"


class StagedCamera(QObject):
    """``silent`` gives nothing at all, ``blind`` says that it sees nothing."""

    still = Signal(object)
    failed = Signal(object)
    segment = Signal(object)
    gap = Signal(object)
    take_over = Signal(object)
    state = Signal(object)
    preview = Signal(QImage)
    stopped = Signal()

    def __init__(
        self, setup: CameraSetup, clock: Clock, folder: Path, *, silent: bool = False, blind: bool = False
    ) -> None:
        super().__init__()
        self._setup = setup
        self._clock = clock
        self._folder = folder
        self._silent = silent
        self._blind = blind
        self._begun_us = self._take = 0
        self._files = 0
        self.stamps: list[Stamp] = []

    @Slot()
    def open(self) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        self.state.emit(CameraState(camera=self._setup.name, status="ready", detail="", frame_age_ms=0))

    @Slot(int)
    def take_still(self, ask: int) -> None:
        name, at_us = self._setup.name, self._clock.now().wall_us
        if self._blind:
            self.failed.emit(StillFailed(ask=ask, camera=name, reason="no_picture"))
        elif not self._silent:
            jpeg = JPEG + str(ask).encode()
            self.still.emit(
                Still(ask=ask, camera=name, jpeg=jpeg, width=64, height=48, at_us=at_us, source="synthetic")
            )

    @Slot(object, int)
    def start_video(self, stamp: Stamp, take: int) -> None:
        self.stamps.append(stamp)
        self._take = take
        self._begun_us = self._clock.now().wall_us

    @Slot(object)
    def change_stamp(self, stamp: Stamp) -> None:
        self.stamps.append(stamp)

    @Slot()
    def stop_video(self) -> None:
        if not self._begun_us or self._silent:
            return
        begun_us, self._begun_us = self._begun_us, 0
        ended_us = self._clock.now().wall_us
        if self._blind:
            name, take = self._setup.name, self._take
            self.gap.emit(Gap(camera=name, take=take, started_us=begun_us, ended_us=ended_us, reason="no_picture"))
        else:
            self._give(begun_us, ended_us)
        self.take_over.emit(TakeOver(camera=self._setup.name, take=self._take))

    def _give(self, begun_us: int, ended_us: int) -> None:
        self._files += 1
        file = self._folder / f"{self._files}.mp4"
        file.write_bytes(f"video {self._setup.name} {begun_us} {self._files}".encode())
        self.segment.emit(
            Segment(
                camera=self._setup.name,
                take=self._take,
                file=file,
                mime="video/mp4",
                started_us=begun_us,
                ended_us=ended_us,
                frames=3,
                dropped=0,
                source="synthetic",
            )
        )

    @Slot()
    def stop(self) -> None:
        self.stop_video()
        if not self._silent:
            self.stopped.emit()
