"""Video of one camera: one file after another without a pause between them, and every time without pictures told.

What is asked for, is either in a segment or in a gap; a file that did not become whole is a gap too.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from station.devices.cameras.clip import PART, Clip, best_format
from station.packing.inputs import Instant

GAP_US: Final = 3_000_000
"""Between two pictures: more is a gap."""
CLOSING_MAX: Final = 3
"""Files that may be closing at once; while there are as many, pictures go into the newest and it grows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoVideo:
    since: Instant
    until: Instant
    reason: str
    take: int


class Recording(QObject):
    """``add`` takes pictures always and drops them while no video is asked for."""

    closed = Signal(object)  # Clip, its file whole
    missing = Signal(object)  # NoVideo
    take_over = Signal(int)  # a take's last file is closed and told
    idle = Signal()  # no file is open any more, and no video is asked for

    def __init__(self, folder: Path, *, segment_s: int, fps: int, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._segment_us = segment_s * 1_000_000
        self._fps = fps
        self._clip: Clip | None = None
        self._closing: list[Clip] = []
        self._covered: Instant | None = None  # up to here it is told; None while no video is asked for
        self._take = 0
        self._ending: list[int] = []  # takes that end with files which are still closing
        self._count = 0
        self._is_gap = False  # a part of one was told, the rest is still to come
        self._why = "no_picture"
        self._resume_us = 0  # after a file that could not be written the next one is not tried at once

    @property
    def is_on(self) -> bool:
        return self._covered is not None

    @property
    def is_idle(self) -> bool:
        return not (self.is_on or self._closing)

    def prepare(self) -> None:
        """Loads the encoder, which takes its time; removes what a killed bench left, which cannot be played."""
        with suppress(ImportError):  # told when the first file cannot be written
            best_format()
        try:
            for file in self._folder.glob(f"*{PART}"):
                file.unlink()
        except OSError:
            return  # told when the first file cannot be written

    def begin(self, now: Instant, take: int) -> None:
        """A running take ends here: what follows is the new one's."""
        self.end(now)
        self._covered = now
        self._take = take
        self._is_gap = False

    def end(self, now: Instant) -> None:
        if self._covered is None:
            return
        if self._clip is None:
            self._tell_gap(now)
        self._finish()
        self._covered = None
        self._ending.append(self._take)
        self._tell_ends()

    def add(self, image: QImage, at: Instant) -> None:
        if self._covered is None:
            return
        self.look(at)
        if self._clip is not None and self._is_full(self._clip, image, at):
            self._finish()
        if self._clip is None:
            self._open(image, at)
        if self._clip is not None:
            self._clip.add(image, at)
            self._covered = at

    def look(self, now: Instant) -> None:
        """Call often: no picture for some seconds ends the file, and is told at least once a segment's length."""
        if self._covered is None or now.mono_us - self._covered.mono_us <= GAP_US:
            return
        self._finish()
        if now.mono_us - self._covered.mono_us >= self._segment_us:
            self._tell_gap(now)

    def _is_full(self, clip: Clip, image: QImage, at: Instant) -> bool:
        is_long = at.mono_us - clip.started.mono_us >= self._segment_us and len(self._closing) < CLOSING_MAX
        return is_long or clip.size != (image.width(), image.height())

    def _open(self, image: QImage, at: Instant) -> None:
        assert self._covered is not None
        if at.mono_us < self._resume_us:
            return
        if self._is_gap or at.mono_us - self._covered.mono_us > GAP_US:
            self._tell_gap(at)
        self._is_gap = False
        self._count += 1
        file = self._folder / f"{at.wall_us}-{self._count:04}.mp4"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            clip = Clip(file, (image.width(), image.height()), self._fps, at, self, take=self._take)
        except (ImportError, OSError):  # QtMultimedia needs libraries that a bare machine has not
            self._put_off(at)
            return
        clip.closed.connect(lambda: self._closed(clip))
        self._clip, self._why = clip, "no_picture"
        clip.start()

    def _finish(self) -> None:
        clip, self._clip = self._clip, None
        if clip is not None and not clip.is_closed:
            self._closing.append(clip)
            clip.finish()

    def _closed(self, clip: Clip) -> None:
        if clip in self._closing:
            self._closing.remove(clip)
        else:  # the encoder gave up by itself
            self._clip = None
            self._put_off(clip.ended)
        if clip.frames:
            self.closed.emit(clip)
        since = clip.ended if clip.frames else clip.started
        if not clip.frames or clip.offered.mono_us - since.mono_us > GAP_US:  # an encoder that took no more
            self.missing.emit(NoVideo(since=since, until=clip.offered, reason="not_written", take=clip.take))
        clip.deleteLater()
        self._tell_ends()

    def _put_off(self, at: Instant) -> None:
        self._why = "not_written"
        self._resume_us = at.mono_us + GAP_US

    def _tell_gap(self, until: Instant) -> None:
        assert self._covered is not None
        self.missing.emit(NoVideo(since=self._covered, until=until, reason=self._why, take=self._take))
        self._covered = until
        self._is_gap = True

    def _tell_ends(self) -> None:
        closing = {clip.take for clip in self._closing}
        for take in [take for take in self._ending if take not in closing]:
            self._ending.remove(take)
            self.take_over.emit(take)
        if self.is_idle:
            self.idle.emit()
