"""A network camera as a source of pictures: another process reads it, a thread waits for what that one hands on."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from PySide6.QtGui import QImage

from station.clock import Clock
from station.devices.address import StreamAddress
from station.devices.cameras.picture import Newest, Picture, Source
from station.devices.cameras.stream_reader import HEAD, JPEG, PART_BYTES_MAX, WORD
from station.packing.inputs import Instant

FRAME_BYTES_MAX: Final = 4 * PART_BYTES_MAX  # 4K in four bytes a pixel is half of it
END_S: Final = 2.0
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows no console may flash up


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    kind: bytes
    width: int
    height: int
    row: int
    data: bytes
    at: Instant

    def image(self) -> QImage:
        if self.kind == JPEG:
            return QImage.fromData(self.data)
        return QImage(self.data, self.width, self.height, self.row, QImage.Format.Format_RGB32).copy()


class StreamSource:
    def __init__(self, address: StreamAddress, clock: Clock, *, size: tuple[int, int], fps: int) -> None:
        self.kind: Source = "network"
        self._wish: dict[str, str | int] = {"url": address.url, "fps": fps, "width": size[0], "height": size[1]}
        self._clock = clock
        self._reading: _Reading | None = None
        self._trouble = ""

    @property
    def word(self) -> str:
        return self._trouble or ("" if self._reading is None else self._reading.word)

    def start(self) -> None:
        self._trouble = ""
        try:
            self._reading = _Reading(self._wish, self._clock)
        except OSError:
            self._trouble = "no_program"

    def take(self) -> Picture | None:
        came = None if self._reading is None else self._reading.newest.take()
        if came is None:
            return None
        image = came.image()
        return None if image.isNull() else Picture(image=image, at=came.at)

    def stop(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.end()


class _Reading:
    """One life of the other process. Raises ``OSError`` when it cannot be started."""

    def __init__(self, wish: dict[str, str | int], clock: Clock) -> None:
        self.newest: Newest[_Came] = Newest()
        self.word = ""
        self._clock = clock
        self._process = subprocess.Popen(
            [sys.executable, "-m", "station.devices.cameras.stream_reader"],
            cwd=Path(__file__).parents[3],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
        self._thread = threading.Thread(target=self._run, args=(wish,), name="camera-stream", daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # stuck in the kernel: it ends when that lets it go
            self._process.wait(END_S)
        self._thread.join(END_S)

    def _run(self, wish: dict[str, str | int]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._process.stdin as stdin, self._process.stdout as stdout:
            try:
                stdin.write(json.dumps(wish).encode() + b"\n")
                stdin.flush()
            except OSError:
                self.word = "lost"
                return
            while not self.word and (came := self._next(stdout)) is not None:
                self.newest.put(came)
        self.word = self.word or "lost"

    def _next(self, stdout: IO[bytes]) -> _Came | None:
        head = stdout.read(HEAD.size)
        if len(head) < HEAD.size:
            return None
        kind, width, height, row, length = HEAD.unpack(head)
        data = stdout.read(min(length, FRAME_BYTES_MAX))
        if len(data) < length:
            return None
        if kind == WORD:
            self.word = data.decode("ascii", errors="replace")
            return None
        return _Came(kind=kind, width=width, height=height, row=row, data=data, at=self._clock.now())
