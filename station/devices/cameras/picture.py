"""What a camera's source gives: pictures with their times, newest first and only. No device here."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeAlias, TypeVar

from PySide6.QtGui import QImage

from station.packing.inputs import Instant

Source: TypeAlias = Literal["usb", "network", "synthetic", "files"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """``at`` is when it came to this machine."""

    image: QImage
    at: Instant


class PictureSource(Protocol):
    """Made, asked and stopped in the camera's thread; no call waits for the device."""

    kind: Source

    @property
    def word(self) -> str:
        """Why there are no pictures any more, in one word; empty while there may be."""
        ...

    def start(self) -> None: ...

    def take(self) -> Picture | None:
        """The newest picture, once; older ones that nobody took are gone."""
        ...

    def stop(self) -> None:
        """Final until the next ``start``."""
        ...


class Newest(Generic[T]):
    """One thing at a time, handed from whatever thread brings it to the one that takes it."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self._thing: T | None = None

    def put(self, thing: T) -> None:
        with self._came:
            self._thing = thing
            self._came.notify()

    def take(self, timeout_ms: int = 0) -> T | None:
        """Waits for one at most so long."""
        with self._came:
            if self._thing is None and timeout_ms:
                self._came.wait(timeout_ms / 1_000)
            thing, self._thing = self._thing, None
            return thing
