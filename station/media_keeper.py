"""Pictures onto the disk, in a thread of their own: hashing and fsync never stand between a scan and its verdict.

What is said here goes to the bench as it is; a file it names is on disk for good.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.devices.cameras.told import Segment, Still
from station.errors import Trouble
from station.evidence.codec import media_file
from station.evidence.fact import Medium
from station.evidence.media import adopt, store
from station.media_room import MB, Budget
from station.packing.media import MediaFile, MediaRoom
from station.packing.media_events import (
    Kept,
    MediaRoomChanged,
    PhotoAsked,
    PhotoMissing,
    PhotoTaken,
    VideoGap,
    VideoRecorded,
)
from station.packing.model import OrderNo

PHOTO: Final = "photo"
VIDEO: Final = "video"
JPEG: Final = "image/jpeg"
LOOK_MS: Final = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoToKeep:
    asked: PhotoAsked
    still: Still


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentToKeep:
    order: OrderNo
    segment: Segment


class MediaKeeper(QObject):
    """Lives in its own thread. Everything handed in is answered by ``kept``, in order."""

    kept = Signal(object)  # Kept
    room = Signal(object)  # MediaRoomChanged

    def __init__(self, media: Path, budget: Budget) -> None:
        super().__init__()
        self._media = media
        self._budget = budget
        self._used = 0
        self._room = MediaRoom.ALL
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def open(self) -> None:
        """Count what is there, once; from then on what is added is."""
        self._used = sum(_sizes(self._media))
        self.look()
        self._timer.start()

    @Slot()
    def close(self) -> None:
        """The last thing it is told; its thread ends with it."""
        self._timer.stop()
        self.thread().quit()

    @Slot(object)
    def keep_photo(self, photo: PhotoToKeep) -> None:
        asked, still = photo.asked, photo.still
        at_ms = still.at_us // 1000
        try:
            medium = store(self._media, still.jpeg, mime=JPEG, role=PHOTO, at_ms=at_ms)
        except Trouble:
            self.kept.emit(missing(asked, "not_stored"))
            return
        taken = PhotoTaken(
            order=asked.order,
            photo=asked.photo,
            moment=asked.moment,
            camera=asked.camera,
            width=still.width,
            height=still.height,
            source=still.source,
            media=(self._counted(medium),),
        )
        self.kept.emit(taken)

    @Slot(object)
    def keep_segment(self, part: SegmentToKeep) -> None:
        order, segment = part.order, part.segment
        from_us, to_us = segment.started_us, segment.ended_us
        try:
            medium = adopt(self._media, segment.file, mime=segment.mime, role=VIDEO, at_ms=from_us // 1000)
        except Trouble:
            self.kept.emit(VideoGap(order=order, camera=segment.camera, from_us=from_us, to_us=to_us, why="not_stored"))
            return
        recorded = VideoRecorded(
            order=order,
            camera=segment.camera,
            from_us=from_us,
            to_us=to_us,
            frames=segment.frames,
            dropped=segment.dropped,
            source=segment.source,
            media=(self._counted(medium),),
        )
        self.kept.emit(recorded)

    @Slot(object)
    def pass_on(self, said: Kept) -> None:
        """What must not overtake the files before it."""
        self.kept.emit(said)

    @Slot()
    def look(self) -> None:
        """Say what the disk still takes, when that has changed; files may have gone since they were counted."""
        try:
            free = shutil.disk_usage(_there(self._media)).free
        except OSError:
            free = 0
        room = self._budget.room(self._used, free, self._room)
        if room is not MediaRoom.ALL:
            self._used = min(self._used, sum(_sizes(self._media)))  # which counts what is still being filmed, too
            room = self._budget.room(self._used, free, self._room)
        if room is not self._room:
            self._room = room
            self.room.emit(MediaRoomChanged(room=room, used_mb=self._used // MB, free_mb=free // MB))

    def _counted(self, medium: Medium) -> MediaFile:
        self._used += medium.size
        self.look()
        return media_file(medium)


def missing(asked: PhotoAsked, why: str) -> PhotoMissing:
    return PhotoMissing(order=asked.order, photo=asked.photo, moment=asked.moment, camera=asked.camera, why=why)


def _sizes(folder: Path) -> Iterator[int]:
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                yield (Path(root) / name).stat().st_size
            except OSError:  # gone meanwhile
                continue


def _there(folder: Path) -> Path:
    return folder if folder.is_dir() else folder.parent
