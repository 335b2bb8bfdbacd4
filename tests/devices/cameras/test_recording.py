"""Video: whole files one after another, and nothing that is silently missing."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.clip import MIME, PART
from station.devices.cameras.mp4 import pictures_in
from station.devices.cameras.recording import GAP_US
from station.devices.cameras.told import CameraSetup, Gap, Segment, Stamp, TakeOver
from tests.devices.cameras import filming

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "Using Qt multimedia", "Recording new media", "Invalid frameRate", "Encoder"
)


class Bench(QObject):
    """The bench's side: tells the camera from its own thread, and hears there."""

    begin = Signal(object, int)
    end = Signal()
    stop = Signal()

    def __init__(self, folder: Path, *, segment_s: int) -> None:
        super().__init__()
        self.said: list[object] = []
        self.pictures = 0
        self.is_over = False
        self.thread_ = QThread()
        setup = CameraSetup(name="box", link="synthetic:", width=320, height=240, segment_s=segment_s)
        self.camera = EvidenceCamera(setup, SystemClock(), folder)
        self.camera.moveToThread(self.thread_)
        self.thread_.started.connect(self.camera.open)
        self.begin.connect(self.camera.start_video)
        self.end.connect(self.camera.stop_video)
        self.stop.connect(self.camera.stop)
        self.camera.stopped.connect(self.end_heard)
        for signal in (self.camera.segment, self.camera.gap, self.camera.take_over):
            signal.connect(self.hear)
        self.camera.preview.connect(self.see)
        self.thread_.start()

    @Slot(object)
    def hear(self, said: object) -> None:
        self.said.append(said)

    @Slot(QImage)
    def see(self, preview: QImage) -> None:
        self.pictures += 1

    def of(self, kind: type) -> list[object]:
        return [one for one in self.said if isinstance(one, kind)]

    @Slot()
    def end_heard(self) -> None:
        self.is_over = True

    def close(self, qtbot: QtBot) -> None:
        self.stop.emit()
        qtbot.waitUntil(lambda: self.is_over, timeout=10_000)
        self.thread_.quit()
        assert self.thread_.wait(5_000)


def _spans(bench: Bench) -> list[Segment | Gap]:
    said = [one for one in bench.said if isinstance(one, Segment | Gap)]
    return sorted(said, key=lambda one: one.started_us)


def test_segments(qtbot: QtBot, tmp_path: Path) -> None:
    """Segments are whole when they are told and hold what they say; what is in none, on a busy machine, is a gap."""
    bench = Bench(tmp_path / "video", segment_s=1)
    bench.begin.emit(Stamp(bench="B01", order_tail="SO-0387"), 7)
    qtbot.waitUntil(lambda: len(bench.of(Segment)) >= 3, timeout=60_000)
    bench.end.emit()
    bench.close(qtbot)
    for one in bench.of(Segment):
        assert isinstance(one, Segment)
        assert pictures_in(one.file) == one.frames > 0
        assert (one.mime, one.source, one.camera, one.take) == (MIME, "synthetic", "box", 7)
        assert one.file.read_bytes()[4:8] == b"ftyp"
    pauses = [then.started_us - now.ended_us for now, then in pairwise(_spans(bench))]
    assert max(pauses) <= GAP_US, pauses
    assert bench.said[-1] == TakeOver(camera="box", take=7)
    assert not list((tmp_path / "video").glob(f"*{PART}"))


def test_the_next_take(qtbot: QtBot, tmp_path: Path) -> None:
    """Two parcels at once: every part names its own take, though the first one's last file closes in the second's."""
    bench = Bench(tmp_path / "video", segment_s=60)
    bench.begin.emit(Stamp(order_tail="SO-1"), 1)
    qtbot.waitUntil(lambda: bench.pictures > 0, timeout=60_000)
    bench.begin.emit(Stamp(order_tail="SO-2"), 2)
    qtbot.waitUntil(lambda: bool(bench.of(TakeOver)), timeout=60_000)
    bench.end.emit()
    bench.close(qtbot)
    ends = [one.take for one in bench.said if isinstance(one, TakeOver)]
    assert ends == [1, 2]
    first_end = bench.said.index(TakeOver(camera="box", take=1))
    assert {one.take for one in bench.said[:first_end] if isinstance(one, Segment | Gap)} == {1}
    assert {one.take for one in bench.said[first_end:] if isinstance(one, Segment | Gap)} == {2}


def test_no_place_for_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    """Where no file can be written, the time is told as a gap and the camera goes on."""
    folder = tmp_path / "video"
    folder.write_text("a file where the folder should be")
    bench = Bench(folder, segment_s=1)
    bench.begin.emit(Stamp(), 1)
    qtbot.waitUntil(lambda: bool(bench.said), timeout=20_000)
    bench.close(qtbot)
    gaps = [one for one in bench.said if isinstance(one, Gap)]
    assert gaps == bench.said[:-1]
    assert {one.reason for one in gaps} == {"not_written"}


def test_killed(qtbot: QtBot, tmp_path: Path) -> None:
    """A bench killed in the middle has every closed segment whole; what was half written goes at the next start."""
    folder = tmp_path / "video"
    command = [sys.executable, "-m", filming.__name__, str(folder)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().decode().strip() for _ in range(2)]
        process.kill()
    whole = sorted(file.name for file in folder.iterdir() if not file.name.endswith(PART))
    assert set(told) <= set(whole)
    assert all(pictures_in(folder / name) > 0 for name in whole)
    assert len(list(folder.glob(f"*{PART}"))) <= 2
    Bench(folder, segment_s=1).close(qtbot)
    assert sorted(file.name for file in folder.iterdir()) == whole
