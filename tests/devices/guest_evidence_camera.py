"""Inside a guest kernel: the camera that keeps evidence on one made by ``vivid``: photo, video, unplug, replug.

A program, started by ``tools/guest-inputs``. Emulation is slow: what counts is what comes, not how fast.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtMultimedia import QMediaDevices

from station.clock import SystemClock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.mp4 import pictures_in
from station.devices.cameras.told import CameraSetup, CameraState, Gap, Segment, Stamp, Still
from station.labels.screenless import ensure_application
from tests.devices.guest_camera import DRIVER
from tests.devices.guest_inputs import say, until


class Heard:
    def __init__(self, camera: EvidenceCamera) -> None:
        self.said: list[object] = []
        self.status = ""
        for signal in (camera.still, camera.failed, camera.segment, camera.gap):
            signal.connect(self.said.append)
        camera.state.connect(self._state)

    def _state(self, state: CameraState) -> None:
        self.status = f"{state.status} {state.detail}".strip()

    def of(self, kind: type) -> list[object]:
        return [one for one in self.said if isinstance(one, kind)]


def main() -> None:
    application = ensure_application()
    if not until(lambda: bool(QMediaDevices.videoInputs()), within_s=30):
        sys.stdout.write("could not run: evidence camera, Qt sees no camera in vivid\n")
        return
    name = QMediaDevices.videoInputs()[0].description()
    with tempfile.TemporaryDirectory() as folder:
        setup = CameraSetup(name="box", link=f"camera:{name}", width=640, height=480, fps=5, segment_s=5)
        camera = EvidenceCamera(setup, SystemClock(), Path(folder))
        heard = Heard(camera)
        camera.open()
        say(until(lambda: heard.status == "ready", within_s=30), f"evidence camera {name!r}: {heard.status}")
        _photo_and_video(camera, heard)
        _torn_off(heard)
        camera.stop()
        until(lambda: bool(heard.of(Gap)), within_s=10)
        say(bool(heard.of(Gap)), f"evidence camera: {len(heard.of(Gap))} gaps told while it was gone")
    del application


def _photo_and_video(camera: EvidenceCamera, heard: Heard) -> None:
    camera.start_video(Stamp(bench="B01", order_tail="SO-0387", root="K7QX2MZ4PLJ3TWAB"), 1)
    camera.take_still(1)
    until(lambda: bool(heard.of(Still)), within_s=20)
    sizes = [f"{one.width}x{one.height}, {len(one.jpeg)} bytes" for one in heard.of(Still) if isinstance(one, Still)]
    say(bool(sizes), f"evidence camera: photo {sizes}")
    until(lambda: bool(heard.of(Segment)), within_s=60)
    counts = [(one.frames, pictures_in(one.file)) for one in heard.of(Segment) if isinstance(one, Segment)]
    say(bool(counts) and all(said == kept > 0 for said, kept in counts), f"evidence camera: pictures filmed {counts}")


def _torn_off(heard: Heard) -> None:
    begun = time.monotonic()
    (DRIVER / "unbind").write_text("vivid.0")
    shown = until(lambda: not heard.status.startswith("ready"), within_s=10)
    say(shown, f"evidence camera: gone, {heard.status!r} after {(time.monotonic() - begun) * 1_000:.0f} ms")
    until(lambda: False, within_s=6)
    begun = time.monotonic()
    (DRIVER / "bind").write_text("vivid.0")
    back = until(lambda: heard.status == "ready", within_s=30)
    say(back, f"evidence camera: given back, {heard.status!r} after {(time.monotonic() - begun) * 1_000:.0f} ms")


if __name__ == "__main__":
    main()
