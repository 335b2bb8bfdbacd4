"""Inside a guest kernel: a V4L2 camera made by ``vivid`` as a scanner, torn off its driver and given back while in use.

A program, started by ``tools/guest-inputs``. Its test picture holds no code; codes are read in ``test_picture_codes``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtMultimedia import QMediaDevices

from station.clock import SystemClock
from station.device_settings import DeviceSettings
from station.devices.device import build
from station.devices.scanner import Scanner
from station.packing.inputs import LinkReport
from tests.devices.guest_inputs import say, until

DRIVER = Path("/sys/bus/platform/drivers/vivid")
SHOWN_MS = 1_000


def main() -> None:
    application = QCoreApplication([])
    if not Path("/dev/video0").exists():
        sys.stdout.write("could not run: camera, no /dev/video0 (module vivid)\n")
        return
    if not until(lambda: bool(QMediaDevices.videoInputs()), within_s=30):
        sys.stdout.write("could not run: camera, Qt sees no camera in vivid\n")
        return
    name = QMediaDevices.videoInputs()[0].description()
    device = build(DeviceSettings(name="camera", kind="scanner", link=f"camera:{name}"), SystemClock())
    assert isinstance(device, Scanner)
    words: list[str] = []
    device.said.connect(lambda said: words.append(said.word) if isinstance(said, LinkReport) else None)
    device.open()
    say(until(lambda: words == ["ready"], within_s=30), f"camera {name!r} (vivid, V4L2): {words}")
    until(lambda: False, within_s=6)
    say(words == ["ready"], f"camera: pictures for six seconds, {words[1:] or 'no loss'}")
    begun = time.monotonic()
    (DRIVER / "unbind").write_text("vivid.0")
    shown = until(lambda: words[-1] != "ready")
    took_ms = (time.monotonic() - begun) * 1_000
    say(shown and took_ms < SHOWN_MS, f"camera: gone, shown as {words[-1]!r} after {took_ms:.0f} ms")
    until(lambda: False, within_s=2)
    begun = time.monotonic()
    (DRIVER / "bind").write_text("vivid.0")
    back = until(lambda: words[-1] == "ready", within_s=30)
    say(back, f"camera: given back, {words} after {(time.monotonic() - begun) * 1_000:.0f} ms")
    device.close()
    del application


if __name__ == "__main__":
    main()
