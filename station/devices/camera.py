"""A camera that keeps evidence: stills at a moment, video in segments, each frame with the order and the clock in it.

What leaves here is a picture or a closed file with its times. Hashing, keeping and naming it in the record is not here,
and neither is what a picture is for.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final
from zlib import crc32

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from station.clock import Clock
from station.devices.cameras.burn_in import BurnIn
from station.devices.cameras.clip import MIME, Clip
from station.devices.cameras.opening import seen_address, source_of
from station.devices.cameras.picture import Picture
from station.devices.cameras.recording import NoVideo, Recording
from station.devices.cameras.told import (
    CameraSetup,
    CameraState,
    Gap,
    Segment,
    Stamp,
    Status,
    Still,
    StillFailed,
    TakeOver,
)
from station.devices.cameras.watch import Watch
from station.devices.link import BackOff
from station.packing.inputs import Instant

ASKS_MAX: Final = 8
"""Stills that may wait for a picture; one more is refused at once with ``busy``."""
STILL_US: Final = 3_000_000
"""A still is taken from the next picture; without one for so long it has failed."""
STATE_US: Final = 1_000_000
PREVIEW_US: Final = 250_000
PREVIEW_WIDTH: Final = 320
CELLS: Final = (32, 18)
TAIL_LETTERS: Final = 6
ROOT_LETTERS: Final = 16


class EvidenceCamera(QObject):
    """Lives in a thread with an event loop of its own: make it, move it there, then reach it by its slots only.

    ``folder`` is this camera's own, where segments are written; whoever hears of one moves it away. Raises
    ``SettingsTrouble`` when the address is no camera's.
    """

    still = Signal(object)  # Still
    failed = Signal(object)  # StillFailed
    segment = Signal(object)  # Segment
    gap = Signal(object)  # Gap
    take_over = Signal(object)  # TakeOver
    state = Signal(object)  # CameraState, when the status changes and once a second
    preview = Signal(QImage)  # at most 4 a second, 320 pixels wide
    stopped = Signal()  # after stop(): the last segment was told, the thread may end

    def __init__(self, setup: CameraSetup, clock: Clock, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._address = seen_address(setup.link)
        self._clock = clock
        self._folder = folder
        self._stamp = Stamp()
        self._asks: dict[int, int] = {}  # number -> monotonic time of asking
        self._status: Status = "unknown"
        self._detail = ""
        self._told_us = self._shown_us = 0
        self._seen_us: int | None = None
        self._watch = Watch()
        self._is_running = False
        self._is_open = False  # the source is started
        with suppress(ImportError):  # here, where nobody waits yet: loading it stops every thread for a moment
            import PySide6.QtMultimedia  # noqa: F401

    @Slot()
    def open(self) -> None:
        """Call in the camera's own thread (connect it to ``QThread.started``)."""
        setup = self._setup
        self._burn_in = BurnIn()
        self._recording = Recording(self._folder, segment_s=setup.segment_s, fps=setup.fps, parent=self)
        self._recording.closed.connect(self._closed)
        self._recording.missing.connect(self._missing)
        self._recording.take_over.connect(self._take_over)
        self._recording.idle.connect(self._idle)
        self._recording.prepare()
        self._source = source_of(self._address, self._clock, self, size=(setup.width, setup.height), fps=setup.fps)
        self._back_off = BackOff(self)
        self._back_off.due.connect(self._begin)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._is_running = True
        self._begin()
        self._timer.start(1_000 // setup.fps)

    @Slot(int)
    def take_still(self, ask: int) -> None:
        if not self._is_running:
            self._fail(ask, "stopped")
        elif len(self._asks) >= ASKS_MAX:
            self._fail(ask, "busy")
        else:
            self._asks[ask] = self._clock.now().mono_us

    @Slot(object, int)
    def start_video(self, stamp: Stamp, take: int) -> None:
        """``take`` comes back with all that is told of this video. A running one ends here."""
        self._stamp = stamp
        if self._is_running:
            self._recording.begin(self._clock.now(), take)

    @Slot(object)
    def change_stamp(self, stamp: Stamp) -> None:
        self._stamp = stamp

    @Slot()
    def stop_video(self) -> None:
        if self._is_running:
            self._recording.end(self._clock.now())

    @Slot()
    def stop(self) -> None:
        """Final. Waiting stills fail, the last segment is closed and told, then ``stopped`` comes."""
        if not self._is_running:
            self.stopped.emit()
            return
        self._recording.end(self._clock.now())
        self._is_running = False
        self._timer.stop()
        self._back_off.stop()
        self._source.stop()
        for ask in tuple(self._asks):
            self._fail(ask, "stopped")
        if self._recording.is_idle:
            self.stopped.emit()

    def _idle(self) -> None:
        if not self._is_running:
            self.stopped.emit()

    def _begin(self) -> None:
        """A camera that was lost or stale keeps that word until a living picture has come."""
        if self._status == "unknown":
            self._status = "starting"
        self._source.start()
        self._watch.start(self._clock.now().mono_us)
        self._is_open = True

    def _tick(self) -> None:
        now = self._clock.now()
        if self._is_open:
            self._look(now)
        self._recording.look(now)
        for ask in [one for one, asked_us in self._asks.items() if now.mono_us - asked_us > STILL_US]:
            self._fail(ask, "no_picture")
        if now.mono_us - self._told_us >= STATE_US:
            self._tell(now)

    def _look(self, now: Instant) -> None:
        picture = self._source.take()
        if picture is not None:
            self._see(picture)
        if self._source.word:
            self._lose("offline", self._source.word, now)
        elif problem := self._watch.problem(now.mono_us):
            self._lose("stale", problem, now)

    def _lose(self, status: Status, detail: str, now: Instant) -> None:
        self._source.stop()
        self._is_open = False
        self._back_off.again()
        self._turn(status, detail, now)

    def _see(self, picture: Picture) -> None:
        at = picture.at
        self._seen_us = at.mono_us
        is_moving = self._source.kind != "files"  # a folder may well hold one picture
        if is_moving and self._watch.wants_digest(at.mono_us):
            self._watch.see(at.mono_us, crc32(picture.image.constBits()), _brightest(picture.image))
        else:
            self._watch.see(at.mono_us, None)
        if self._watch.problem(at.mono_us):
            return
        self._back_off.worked()
        dark = self._watch.dark(at.mono_us)  # told, and kept all the same: it is what the camera saw
        self._turn("stale" if dark else "ready", "dark" if dark else "", at)
        fitted = replace(picture, image=_fitted(picture.image, self._setup.width, self._setup.height))
        if self._asks or self._recording.is_on:
            self._keep(self._burn_in.on(fitted, _names(self._stamp), self._source.kind), at)
        if at.mono_us - self._shown_us >= PREVIEW_US:
            self._shown_us = at.mono_us
            self.preview.emit(fitted.image.scaledToWidth(PREVIEW_WIDTH))

    def _keep(self, image: QImage, at: Instant) -> None:
        self._recording.add(image, at)
        asks, self._asks = tuple(self._asks), {}
        if not asks:
            return
        jpeg = _jpeg(image, self._setup.quality)
        for ask in asks:
            self.still.emit(
                Still(
                    ask=ask,
                    camera=self._setup.name,
                    jpeg=jpeg,
                    width=image.width(),
                    height=image.height(),
                    at_us=at.wall_us,
                    source=self._source.kind,
                )
            )

    def _fail(self, ask: int, reason: str) -> None:
        self._asks.pop(ask, None)
        self.failed.emit(StillFailed(ask=ask, camera=self._setup.name, reason=reason))

    def _closed(self, clip: Clip) -> None:
        self.segment.emit(
            Segment(
                camera=self._setup.name,
                take=clip.take,
                file=clip.file,
                mime=MIME,
                started_us=clip.started.wall_us,
                ended_us=clip.ended.wall_us,
                frames=clip.frames,
                dropped=clip.dropped,
                source=self._source.kind,
            )
        )

    def _missing(self, gap: NoVideo) -> None:
        since_us, until_us = gap.since.wall_us, gap.until.wall_us
        name = self._setup.name
        self.gap.emit(Gap(camera=name, take=gap.take, started_us=since_us, ended_us=until_us, reason=gap.reason))

    def _take_over(self, take: int) -> None:
        self.take_over.emit(TakeOver(camera=self._setup.name, take=take))

    def _turn(self, status: Status, detail: str, now: Instant) -> None:
        if (status, detail) != (self._status, self._detail):
            self._status, self._detail = status, detail
            self._tell(now)

    def _tell(self, now: Instant) -> None:
        self._told_us = now.mono_us
        age_ms = -1 if self._seen_us is None else (now.mono_us - self._seen_us) // 1_000
        self.state.emit(
            CameraState(camera=self._setup.name, status=self._status, detail=self._detail, frame_age_ms=age_ms)
        )


def _names(stamp: Stamp) -> str:
    tail = f"…{stamp.order_tail[-TAIL_LETTERS:]}" if stamp.order_tail else "-"
    return "   ".join(filter(None, (stamp.bench, tail, stamp.root[:ROOT_LETTERS])))


def _brightest(image: QImage) -> int:
    """Of 32 by 18 cells the lightest one's grey: single bright dots of a sensor's noise do not count."""
    cells = image.scaled(*CELLS, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    grey = cells.convertToFormat(QImage.Format.Format_Grayscale8)  # its bits do not outlive it
    return max(bytes(grey.constBits()))


def _fitted(image: QImage, width: int, height: int) -> QImage:
    """No larger than asked, never enlarged; both sides even, as video wants them."""
    if image.width() > width or image.height() > height:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(width, height, keep, Qt.TransformationMode.SmoothTransformation)
    if image.width() % 2 or image.height() % 2:
        image = image.copy(0, 0, image.width() & ~1, image.height() & ~1)
    return image


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", quality), "Qt's own JPEG writer is missing"  # type: ignore[call-overload]
    return bytes(buffer.data().data())
