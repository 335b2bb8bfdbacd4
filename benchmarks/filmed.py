"""One parcel with everything: six photos, two minutes of video, a label's real bytes. Measures nothing.

The pictures are the synthetic camera's, stamped and encoded by the bench's own recorder; with a grain over them, as a
sensor has one, because a smooth test picture has a tenth of a real one's bytes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QLoggingCategory, QObject, QRect
from PySide6.QtGui import QImage, QPainter

from benchmarks.labels import label_fields
from benchmarks.parcels import PACKER, SkippingClock, closing, opening, order_no, packing
from station.devices.cameras.burn_in import BurnIn
from station.devices.cameras.clip import MIME, Clip
from station.devices.cameras.synthetic import SyntheticSource
from station.devices.printers import zpl
from station.evidence.codec import encode, media_file
from station.evidence.ledger import Ledger
from station.evidence.media import adopt, store
from station.home import Home
from station.labels.render import render_waybill
from station.labels.template import load
from station.media_keeper import JPEG, PHOTO, VIDEO
from station.packing.events import Event
from station.packing.inputs import Instant
from station.packing.media import MediaFile, PhotoId, PhotoMoment
from station.packing.media_events import PhotoAsked, PhotoTaken, VideoEnded, VideoRecorded, VideoStarted
from station.settings import config_dir

PHOTOS: Final = 6
SEGMENTS: Final = 8
SEGMENT_S: Final = 15
FPS: Final = 10
SIZE: Final = (1280, 720)
CAMERA: Final = "box camera"
QUALITY: Final = 85
STEP_S: Final = 4
"""Between two of the packer's acts: the parcel takes the two minutes of its video."""

_GRAIN: Final = 0.08
_ROOM: Final = 64
_STUCK_S: Final = 20


class FilmClock:
    """Stands at the picture that is being made."""

    def __init__(self, at: Instant) -> None:
        self.boot = "film"
        self.at = at

    def now(self) -> Instant:
        return self.at

    def go_on_us(self, us: int) -> None:
        self.at = Instant(wall_us=self.at.wall_us + us, mono_us=self.at.mono_us + us)


class Studio:
    """``picture`` is a frame as the bench keeps it: stamped with its time."""

    def __init__(self, begun: Instant) -> None:
        QLoggingCategory.setFilterRules("qt.multimedia*=false")  # its encoder tells of itself; as the bench does
        self.clock = FilmClock(begun)
        self._parent = QObject()
        self._source = SyntheticSource(self.clock, size=SIZE)
        self._source.start()
        self._stamp = BurnIn()
        width, height = SIZE[0] + _ROOM, SIZE[1] + _ROOM
        self._noise = QImage(os.urandom(width * height), width, height, width, QImage.Format.Format_Grayscale8).copy()

    def picture(self) -> QImage:
        taken = self._source.take()
        across, down = (byte % _ROOM for byte in os.urandom(2))
        painter = QPainter(taken.image)
        painter.setOpacity(_GRAIN)
        painter.drawImage(QRect(0, 0, *SIZE), self._noise, QRect(across, down, *SIZE))
        painter.end()
        return self._stamp.on(taken, "SO-1", self._source.kind)

    def film(self, folder: Path, seconds: int) -> Clip:
        """A segment, closed, with no frame dropped; the clock stands at its end then."""
        clip = Clip(folder / f"{self.clock.at.mono_us}.mp4", SIZE, FPS, self.clock.at, self._parent)
        clip.start()
        for _ in range(seconds * FPS):
            _until(lambda: len(clip._waiting) < 2 or clip.is_closed)
            clip.add(self.picture(), self.clock.at)
            self.clock.go_on_us(1_000_000 // FPS)
        _until(lambda: not clip._waiting or clip.is_closed)
        clip.finish()
        _until(lambda: clip.is_closed)
        return clip


def _until(done: Callable[[], bool]) -> None:
    loop, begun = QEventLoop(), time.monotonic()
    while not done() and time.monotonic() - begun < _STUCK_S:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class Filmed:
    """``append`` records the parcel as its bench does, act by act; ``acts`` counts them."""

    def __init__(self, ledger: Ledger, home: Home, clock: SkippingClock, number: int) -> None:
        self._ledger = ledger
        self._home = home
        self._clock = clock
        self._number = number
        self.order_no = order_no(number)
        self.acts = 0

    def append(self, spool: Path, *, segments: int, segment_s: int) -> None:
        spool.mkdir(parents=True, exist_ok=True)
        begun = self._clock.now()
        studio = Studio(begun)
        film = [self._segment(studio, spool, segment_s) for _ in range(segments)]
        self._clock.return_to(begun)
        for event in (*self._packed(studio), *film, VideoEnded(order=self.order_no, camera=CAMERA)):
            self._ledger.append([encode(event)], order_no=self.order_no, by=PACKER)
            self._clock.skip_s(STEP_S)
            self.acts += 1

    def _packed(self, studio: Studio) -> Iterator[Event]:
        yield from opening(self._number)
        yield VideoStarted(order=self.order_no, cameras=(CAMERA,))
        yield from packing(self._number)
        for count in range(PHOTOS):
            yield from self._photo(studio, count)
        yield from closing(self._ledger, self._number, self._label())

    def _photo(self, studio: Studio, count: int) -> Iterator[Event]:
        photo, moment = PhotoId(f"P{self._number}-{count}"), PhotoMoment.OPEN_BOX
        yield PhotoAsked(order=self.order_no, photo=photo, moment=moment, camera=CAMERA, required=False)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        studio.picture().save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
        at_ms = self._clock.now().wall_us // 1000
        medium = store(self._home.media, bytes(buffer.data().data()), mime=JPEG, role=PHOTO, at_ms=at_ms)
        yield PhotoTaken(
            order=self.order_no,
            photo=photo,
            moment=moment,
            camera=CAMERA,
            width=SIZE[0],
            height=SIZE[1],
            source="synthetic",
            media=(media_file(medium),),
        )

    def _label(self) -> tuple[MediaFile, ...]:
        (made,) = render_waybill(load(config_dir() / "labels" / "waybill-100x150.toml"), label_fields(), 203)
        sent = zpl.encode(made.bitmap, made.width_dots, made.height_dots)
        at_ms = self._clock.now().wall_us // 1000
        files = (("application/vnd.zebra-zpl", "label", sent), ("image/png", "label-image", made.png))
        stored = (store(self._home.media, data, mime=mime, role=role, at_ms=at_ms) for mime, role, data in files)
        return tuple(map(media_file, stored))

    def _segment(self, studio: Studio, spool: Path, segment_s: int) -> VideoRecorded:
        from_us = studio.clock.at.wall_us
        clip = studio.film(spool, segment_s)
        medium = adopt(self._home.media, clip.file, mime=MIME, role=VIDEO, at_ms=from_us // 1000)
        return VideoRecorded(
            order=self.order_no,
            camera=CAMERA,
            from_us=from_us,
            to_us=studio.clock.at.wall_us,
            frames=clip.frames,
            dropped=clip.dropped,
            source="synthetic",
            media=(media_file(medium),),
        )
