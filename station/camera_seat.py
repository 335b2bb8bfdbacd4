"""One camera and its thread, as the bench's side holds them. What is asked of it and when is not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal, Slot

from station.clock import Clock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.told import CameraSetup
from station.takes import Takes

MakeCamera: TypeAlias = Callable[[CameraSetup, Clock, Path], EvidenceCamera]


class CameraLine(QObject):
    """What a camera is told, across the threads; lives on the bench's side."""

    photo = Signal(int)
    film = Signal(object, int)  # Stamp, number of the take
    restamp = Signal(object)  # Stamp
    cut = Signal()
    end = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stopped = False

    @Slot()
    def has_stopped(self) -> None:
        """The camera has said all it had to say."""
        self.stopped = True


@dataclass(slots=True)
class Seat:
    setup: CameraSetup
    camera: EvidenceCamera
    thread: QThread
    line: CameraLine
    takes: Takes
    word: str = ""  # what was last said of it


def take_seat(camera: EvidenceCamera, setup: CameraSetup, *, parent: QObject) -> Seat:
    """The camera in a thread that is not started yet."""
    thread, line = QThread(parent), CameraLine(parent)
    camera.moveToThread(thread)
    thread.started.connect(camera.open)
    line.photo.connect(camera.take_still)
    line.film.connect(camera.start_video)
    line.restamp.connect(camera.change_stamp)
    line.cut.connect(camera.stop_video)
    line.end.connect(camera.stop)
    camera.stopped.connect(line.has_stopped)
    return Seat(setup=setup, camera=camera, thread=thread, line=line, takes=Takes(camera=setup.name))
